"""Everything that the page of the register shows, as frozen values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol

from dialogue_desktop.domain.paper_parts_after import PartWords
from dialogue_desktop.domain.register_checks import Check
from dialogue_desktop.domain.register_rows import Next, RegisterRow
from ui.form_desk import Trouble
from ui.register.entry import PaperEntry
from ui.register.listing import Line, Section


@dataclass(frozen=True, slots=True)
class StepInput:
    """What stands in the fields of the next step, as typed."""

    number: str = ""
    day: str = ""
    places: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """The next step of what is in hand. `act` are the words of the one filled button, "" where nothing is
    left to do; `locked` says why it cannot be pressed. `fields`: which of number, day, places are asked."""

    title: str = ""
    due: str = ""
    counted: str = ""
    late: bool = False
    act: str = ""
    next: Next | None = None
    fields: tuple[str, ...] = ()
    day_label: str = "Ngày"
    number_label: str = "Số"
    symbol: str = ""
    input: StepInput = StepInput()
    checks: tuple[Check, ...] = ()
    editable: bool = False
    replaceable: bool = False
    removable: bool = False


@dataclass(frozen=True, slots=True)
class FormShown:
    """The open form: its title, and what it offers. `words`: the parts of the page; else a paper that came
    from elsewhere."""

    title: str = ""
    words: bool = True
    parts: tuple[PartWords, ...] = ()
    hint: str = ""
    files: str = ""


@dataclass(frozen=True, slots=True)
class Screen:
    """`empty` is why there are no pages of what is in hand; `busy` what is under way; `packable`:
    something was issued that a dossier can hold."""

    loaded: bool = False
    facts: str = ""
    facts_short: str = ""
    sections: tuple[Section, ...] = ()
    query: str = ""
    chips: dict[str, str] = field(default_factory=dict)
    choices: dict[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    narrow: bool = False
    several: bool = False
    today: date = date.min
    selected: str = ""
    line: Line | None = None
    step: Step = Step()
    empty: str = ""
    form: FormShown | None = None
    shelf: str = ""
    dossier: str = ""
    packable: bool = False
    busy: str = ""
    trouble: Trouble | None = None


class View(Protocol):
    """The page's side."""

    def show_screen(self, screen: Screen, /) -> None: ...
    def show_pages(self, data: bytes, fresh: bool, /) -> None: ...
    def show_making(self, fresh: bool, /) -> None: ...
    def fill_form(self, entry: PaperEntry, focus: str, /) -> None: ...
    def complain(self, form_field: str, sentence: str, /) -> None: ...
    def show_saved(self, at: datetime, /) -> None: ...
    def show_kept(self, at: datetime, /) -> None: ...
    def say(self, words: str, back: Callable[[], None] | None, /) -> None: ...
    def ask_again(self, sentence: str, /) -> str | None:
        """The reason why a number is used once more; None where it is not."""
        ...

    def confirm(self, title: str, sentences: tuple[str, ...], accept: str, /) -> bool: ...
    def go_to(self, page: str, row: RegisterRow, /) -> None: ...
