"""Everything the page shows but the form's own fields, as one frozen value; made by the presenter."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol

from dialogue_desktop.domain.board import Bar, BoardRow
from ui.follow_up.entry import FollowEntry
from ui.follow_up.words import DetailView
from ui.form_desk import Trouble
from ui.opinions.matching import Choice


@dataclass(frozen=True, slots=True)
class FormHead:
    """What stands over the form: which promise it is about, and its words."""

    title: str = ""
    told: str = ""


@dataclass(frozen=True, slots=True)
class Screen:
    """`empty`: "" where there are rows, "none" where nothing was promised yet, "no_match" where the filters
    let nothing through. `ticked` and `typed` are keys of rows; `form` is set while the form is open."""

    loaded: bool = False
    today: date = date.min
    facts: str = ""
    facts_short: str = ""
    rows: tuple[BoardRow, ...] = ()
    selected: str = ""
    ticked: frozenset[str] = frozenset()
    typed: frozenset[str] = frozenset()
    group: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)
    choices: Mapping[str, tuple[Choice, ...]] = field(default_factory=dict)
    chosen: Mapping[str, str] = field(default_factory=dict)
    empty: str = ""
    columns: bool = False
    detail: DetailView | None = None
    form: FormHead | None = None
    bars: tuple[Bar, ...] = ()
    by: str = "unit"
    total: int = 0
    can_carry: bool = False
    shelf: str = ""
    trouble: Trouble | None = None


class View(Protocol):
    """The page as the presenter sees it."""

    def show_board(self, screen: Screen, /) -> None: ...
    def fill_form(self, entry: FollowEntry, focus: str, /) -> None: ...
    def complain(self, form_field: str, sentence: str, /) -> None: ...
    def warn(self, sentence: str, /) -> None:
        """What speaks against the new deadline; "" for nothing."""
        ...

    def go_to_list(self) -> None: ...
    def show_saved(self, at: datetime, /) -> None: ...
    def show_kept(self, at: datetime, /) -> None: ...
    def say(self, words: str, back: Callable[[], None] | None, /) -> None: ...
