"""The focus stays in a pane when what held it there is hidden."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QWidget


@contextmanager
def kept_focus(pane: QWidget, otherwise: Callable[[], object]) -> Iterator[None]:
    """Around a change of what a pane shows. Qt hands the focus of a hidden widget to whatever comes next in
    the window, which may be the navigation; `otherwise` puts it where one goes on working."""
    before = _holds(pane)
    yield
    if before and not _holds(pane):
        otherwise()


def _holds(pane: QWidget) -> bool:
    focused: QWidget | None = pane.window().focusWidget()  # the stubs forget that there may be none
    return focused is not None and focused.isVisible() and pane.isAncestorOf(focused)
