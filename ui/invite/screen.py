"""Everything the page shows of the invited but the form's own fields, as one frozen value."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from ui.form_desk import Trouble as Trouble
from ui.invite.entry import DelegateEntry
from ui.invite.words import Chips, Detail, Section


@dataclass(frozen=True, slots=True)
class FormView:
    """The open form: what it is called, whether it is a new line, and whether it is of open seats."""

    key: str
    title: str
    new: bool
    seat: bool = False


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is ticked: how many lines and seats; `words` for the bar ("Đã chọn 12 dòng, 81 chỗ")."""

    lines: int = 0
    words: str = ""


@dataclass(frozen=True, slots=True)
class Screen:
    """`empty` is "" while rows are shown, "none" before the first line, "no_match" behind a filter.

    `shelf` names what was left half typed elsewhere than in the open form; "" for nothing. `held`: the
    conference is being held or over, so who came can be noted.
    """

    loaded: bool = False
    facts: str = ""
    facts_short: str = ""
    count: str = ""
    sections: tuple[Section, ...] = ()
    selected: str = ""
    detail: Detail | None = None
    empty: str = ""
    no_match: str = ""
    chips: Chips = field(default_factory=Chips)
    order: str = "number"
    down: bool = False
    chosen: Chosen = Chosen()
    form: FormView | None = None
    shelf: str = ""
    trouble: Trouble | None = None
    held: bool = False
    addable: int = 0


class View(Protocol):
    """The page as the presenter sees it."""

    def show_people(self, screen: Screen, /) -> None: ...

    def fill_form(self, entry: DelegateEntry, focus: str, /) -> None:
        """Put another line into the form and the cursor into the named field ("" for the first)."""
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
