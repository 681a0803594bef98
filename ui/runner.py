"""How a presenter has work done away from the screen; on the spot where there are no threads."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

#: Runs work away from the screen and brings the answer, or the failure, back to it.
Runner = Callable[[Callable[[], Any], Callable[[Any], None], Callable[[Exception], None]], Any]


def at_once(
    work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[Exception], None]
) -> None:
    """The runner of tests and of screens without threads."""
    from dialogue_desktop.errors import UserError

    try:
        result = work()
    except UserError as error:
        failed(error)
    else:
        done(result)
