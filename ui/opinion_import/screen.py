"""What the page of import shows, as one frozen value; made by the presenter, without Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from dialogue_desktop.domain.records import Source

BAD, DOUBT, AGAIN, EMPTY, GOOD = "bad", "doubt", "again", "empty", "good"
#: What a row of the list is, in words; the order is that of the views.
STATES: dict[str, str] = {
    BAD: "Phải sửa",
    DOUBT: "Cần xem lại",
    AGAIN: "Đã có",
    EMPTY: "Không có ý kiến",
    GOOD: "Đúng",
}


@dataclass(frozen=True, slots=True)
class RowView:
    """One line of the list. `ticked` None: it cannot be kept as it is."""

    key: int
    where: str
    who: str
    place: str
    text: str
    note: str
    state: str
    ticked: bool | None


@dataclass(frozen=True, slots=True)
class ProblemView:
    """One thing about a cell: a sentence, and texts that may be put in its place."""

    grave: bool
    sentence: str
    column: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CellView:
    """One cell that can be mended; `column` is its id, `text` what stands in it now."""

    column: str
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class RowDetail:
    """The row in hand: its problems and its cells; `first` is the cell to begin with."""

    key: int
    title: str
    problems: tuple[ProblemView, ...]
    cells: tuple[CellView, ...]
    first: str


@dataclass(frozen=True, slots=True)
class Screen:
    """`report` False: nothing is read yet. `counts` are of the rows that are left, by state."""

    report: bool = False
    busy: str = ""
    trouble: str = ""
    facts: str = ""
    notes: tuple[str, ...] = ()
    rows: tuple[RowView, ...] = ()
    counts: tuple[tuple[str, int], ...] = ()
    view: str = ""
    chosen: int = 0
    bad: int = 0
    detail: RowDetail | None = None
    source: Source = Source.VILLAGE_HEAD
    split: bool = False
    can_split: int = 0
    speakers: bool = False
    can_speak: int = 0


class View(Protocol):
    """The page as the presenter sees it."""

    def show_screen(self, screen: Screen, /) -> None: ...

    def finished(self, words: str, /) -> None:
        """Everything that could be kept is; `words` say what was."""
        ...

    def say(self, words: str, back: Callable[[], None] | None, /) -> None: ...
