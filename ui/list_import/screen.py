"""What a page of import shows, as one frozen value; made by the presenter, without Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

#: What a row of the list may be; each kind of list has its own words for them, in its own order.
BAD, DOUBT, INSTEAD, AGAIN, EMPTY, GOOD = "bad", "doubt", "instead", "again", "empty", "good"


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
    """One thing about a cell: a sentence, and texts that may be put in its place. `grave`: it must be mended;
    `note`: it is only for information."""

    grave: bool
    sentence: str
    column: str
    choices: tuple[str, ...] = ()
    note: bool = False


@dataclass(frozen=True, slots=True)
class CellView:
    """One cell that can be mended; `column` is its id, `text` what stands in it now. `choices` are what a
    list of the program offers for it, none where anything may be typed."""

    column: str
    name: str
    text: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """Something to be compared with the row: a caption, and the words under it."""

    label: str
    words: str


@dataclass(frozen=True, slots=True)
class RowDetail:
    """The row in hand: what it is compared with, its problems and its cells; `first` is the cell to begin
    with."""

    key: int
    title: str
    problems: tuple[ProblemView, ...]
    cells: tuple[CellView, ...]
    first: str
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Tick:
    """A choice for the whole list, on or off."""

    id: str
    words: str
    on: bool


@dataclass(frozen=True, slots=True)
class Pick:
    """A choice for the whole list among several: `items` are (value, words)."""

    id: str
    label: str
    name: str
    items: tuple[tuple[object, str], ...]
    value: object


Option = Tick | Pick


@dataclass(frozen=True, slots=True)
class Sum:
    """How full a place would be: "thôn Phú Ấp", "62 trên 60 đại biểu, thừa 2"; `touched`: by this list."""

    label: str
    words: str
    over: bool = False
    under: bool = False
    touched: bool = False


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row of a sheet as it stands; `read` False: it stands over the list."""

    number: int
    cells: tuple[str, ...]
    read: bool


@dataclass(frozen=True, slots=True)
class SheetView:
    """A sheet whose columns a person has to name: `columns` are (place, id among `offered`) of those in which
    anything stands, in the order of the cells; `firsts` the places where the list may begin.
    `several`: there are other sheets, so that this one may be left unread."""

    at: int
    title: str
    rows: tuple[SheetRow, ...]
    columns: tuple[tuple[int, str], ...]
    offered: tuple[tuple[str, str], ...]
    first_words: str
    firsts: tuple[tuple[int, str], ...]
    first: int
    sentence: str
    ready: bool
    several: bool


@dataclass(frozen=True, slots=True)
class Screen:
    """`report` False: nothing is read yet, or a person has to name the columns of `sheet`. `counts` are of
    the rows that are left, by state."""

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
    options: tuple[Option, ...] = ()
    sums: tuple[Sum, ...] = ()
    sheet: SheetView | None = None


class View(Protocol):
    """The page as the presenter sees it."""

    def show_screen(self, screen: Screen, /) -> None: ...

    def show_forms(self, forms: tuple[tuple[str, str], ...], /) -> None:
        """(id, words) of those for whom a form can be made."""
        ...

    def finished(self, words: str, /) -> None:
        """Everything that could be kept is; `words` say what was."""
        ...

    def warn(self, sentence: str, /) -> None:
        """Something beside the rows could not be kept."""
        ...

    def say(self, words: str, back: Callable[[], None] | None, /) -> None: ...
