"""Everything the page shows but the form's own fields, as one frozen value; made by the presenter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from ui.form_desk import Trouble
from ui.opinions.entry import Entry
from ui.opinions.words import Chips, Detail, OpinionRow


@dataclass(frozen=True, slots=True)
class FormView:
    """The open form: what it is called and whether it is a new opinion."""

    key: str
    title: str
    new: bool


@dataclass(frozen=True, slots=True)
class Screen:
    """`empty` is "" while rows are shown, "none" before the first opinion, "no_match" behind a filter.

    `shelf` names what was left half typed elsewhere than in the open form; "" for nothing.
    """

    loaded: bool = False
    facts: str = ""
    count: str = ""
    rows: tuple[OpinionRow, ...] = ()
    selected: str = ""
    detail: Detail | None = None
    empty: str = ""
    no_match: str = ""
    chips: Chips = field(default_factory=Chips)
    order: str = "number"
    down: bool = False
    form: FormView | None = None
    shelf: str = ""
    trouble: Trouble | None = None


class View(Protocol):
    """The page as the presenter sees it."""

    def show_screen(self, screen: Screen, /) -> None: ...

    def fill_form(self, entry: Entry, focus: str, /) -> None:
        """Put another opinion into the form and the cursor into the named field ("" for the first)."""
        ...

    def complain(self, form_field: str, sentence: str, /) -> None:
        """Something in the form must be put right first."""
        ...

    def show_saved(self, at: datetime, /) -> None: ...
    def show_kept(self, at: datetime, /) -> None:
        """What is half typed is on the disk."""
        ...

    def say(self, words: str, back: Callable[[], None] | None, /) -> None:
        """One line for the toast, with its undo."""
        ...
