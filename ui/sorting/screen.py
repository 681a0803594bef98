"""Everything the page of sorting shows, as one frozen value; made by the presenter."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from ui.form_desk import Trouble
from ui.sorting.core import Part
from ui.sorting.words import Choice, SortDetail, SortRow


@dataclass(frozen=True, slots=True)
class Screen:
    """`counts` by view; `sure` is how many Ctrl+Enter takes; `keep` the words of key 0, "" where it has no
    meaning; `trust` one sentence on how often suggestions are right here."""

    loaded: bool = False
    part: Part = Part.UNSORTED
    facts: str = ""
    facts_short: str = ""
    counts: Mapping[Part, int] = field(default_factory=dict)
    rows: tuple[SortRow, ...] = ()
    selected: str = ""
    detail: SortDetail | None = None
    choices: tuple[Choice, ...] = ()
    sure: int = 0
    keep: str = ""
    trust: str = ""
    trouble: Trouble | None = None


class View(Protocol):
    """The page as the presenter sees it."""

    def show_screen(self, screen: Screen, /) -> None: ...
    def ask_choice(self) -> None:
        """There is no suggestion to take: the cursor goes where a field is found by typing."""
        ...

    def show_saved(self, at: datetime, /) -> None: ...
    def say(self, words: str, back: Callable[[], None] | None, /) -> None: ...
