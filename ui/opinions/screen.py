"""Everything the page shows but the form's own fields, as one frozen value; made by the presenter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from ui.form_desk import Trouble
from ui.opinions.assign_words import AssignView, SpreadView
from ui.opinions.comparing import CompareView
from ui.opinions.detail_words import Detail
from ui.opinions.entry import Entry
from ui.opinions.group_words import GroupDetail
from ui.opinions.hints import Hints
from ui.opinions.sections import Section
from ui.opinions.words import Chips, OpinionRow


@dataclass(frozen=True, slots=True)
class FormView:
    """The open form: what it is called and whether it is a new opinion. `answer_of` is what its answer is
    called: in a group it is that of all."""

    key: str
    title: str
    new: bool
    answer_of: str = "Câu trả lời chuẩn bị"


@dataclass(frozen=True, slots=True)
class Screen:
    """`empty` is "" while rows are shown, "none" before the first opinion, "no_match" behind a filter.

    `heading` is the section in hand, with its `group`; "" while a row is, with its `detail`. `chosen` are
    the words of the bar, "" while nothing is ticked. `shelf` names what was left half typed elsewhere than
    in the open form; "" for nothing. Of `form`, `compare`, `assign` and `spread` at most one is there.
    """

    loaded: bool = False
    facts: tuple[str, str] = ("", "")
    count: str = ""
    sections: tuple[Section, ...] = ()
    grouped: bool = True
    groupable: bool = False
    selected: str = ""
    heading: str = ""
    detail: Detail | None = None
    group: GroupDetail | None = None
    empty: str = ""
    no_match: str = ""
    chips: Chips = field(default_factory=Chips)
    order: str = "number"
    down: bool = False
    ticked: frozenset[str] = frozenset()
    chosen: str = ""
    form: FormView | None = None
    compare: CompareView | None = None
    assign: AssignView | None = None
    spread: SpreadView | None = None
    fresh: int = 0
    shelf: str = ""
    trouble: Trouble | None = None

    @property
    def detail_id(self) -> str:
        return self.detail.id if self.detail is not None else ""

    @property
    def rows(self) -> tuple[OpinionRow, ...]:
        """All shown rows from top to bottom."""
        return tuple(row for section in self.sections for row in section.rows)


class View(Protocol):
    """The page as the presenter sees it."""

    def show_screen(self, screen: Screen, /) -> None: ...

    def fill_form(self, entry: Entry, focus: str, /) -> None:
        """Put another opinion into the form and the cursor into the named field ("" for the first)."""
        ...

    def show_entry(self, entry: Entry, /) -> None:
        """Fields of the open form became other by a key; the cursor stays where it is."""
        ...

    def show_hints(self, hints: Hints, /) -> None:
        """What the words being typed suggest now."""
        ...

    def complain(self, form_field: str, sentence: str, /) -> None:
        """Something in the form must be put right first."""
        ...

    def show_saved(self, at: datetime, /) -> None: ...
    def show_kept(self, at: datetime, /) -> None:
        """What is half typed is on the disk."""
        ...

    def typing(self) -> bool:
        """The cursor stands in a line that is typed into: the list must not move by itself."""
        ...

    def say(self, words: str, back: Callable[[], None] | None, /) -> None:
        """One line for the toast, with its undo."""
        ...
