"""Everything the view of the slips shows but the form's own fields, as one frozen value."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from ui.form_desk import Trouble
from ui.slips.entry import SlipEntry
from ui.slips.words import SlipSection


@dataclass(frozen=True, slots=True)
class Screen:
    """`stray` says what was entered without having been handed out; `form` is the title of the open form."""

    loaded: bool = False
    facts: str = ""
    facts_short: str = ""
    sections: tuple[SlipSection, ...] = ()
    selected: str = ""
    stray: str = ""
    form: str = ""
    shelf: str = ""
    trouble: Trouble | None = None


class View(Protocol):
    """The window as the presenter sees it."""

    def show_slips(self, screen: Screen, /) -> None: ...
    def fill_form(self, entry: SlipEntry, focus: str, /) -> None: ...
    def complain(self, form_field: str, sentence: str, /) -> None: ...
    def show_saved(self, at: datetime, /) -> None: ...
    def show_kept(self, at: datetime, /) -> None: ...
    def say(self, words: str, back: Callable[[], None] | None, /) -> None: ...
