"""Everything the page shows but the form's own fields, as one frozen value; made by the presenter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from ui.answers.core import Move
from ui.answers.entry import AnswerEntry
from ui.answers.words import MatterRow, MatterView, UnitRow
from ui.form_desk import Trouble


@dataclass(frozen=True, slots=True)
class Screen:
    """`unit` and `matter` are the ids of the chosen rows; `unit_name` is as the opinions write it.

    `empty`: there is no opinion yet. `due` says the plan's day, `counted` how it was counted.
    """

    loaded: bool = False
    facts: str = ""
    facts_short: str = ""
    units: tuple[UnitRow, ...] = ()
    unit: str = ""
    unit_name: str = ""
    head: str = ""
    rows: tuple[MatterRow, ...] = ()
    matter: str = ""
    view: MatterView | None = None
    empty: bool = False
    due: str = ""
    counted: str = ""
    can_move: bool = False
    can_take_back: bool = False
    can_print: bool = False
    shelf: str = ""
    trouble: Trouble | None = None


class View(Protocol):
    """The page as the presenter sees it."""

    def show_answers(self, screen: Screen, /) -> None: ...
    def fill_form(self, entry: AnswerEntry, focus: str, /) -> None:
        """Put another answer into the form; the cursor stays where it is for ""."""
        ...

    def go_to_list(self) -> None: ...
    def ask_move(self, move: Move, unit: str, in_unit: int, /) -> str:
        """ "all", "unit" or "" after showing what would move; `in_unit` how many of them are the unit's."""
        ...

    def complain(self, form_field: str, sentence: str, /) -> None: ...
    def show_saved(self, at: datetime, /) -> None: ...
    def show_kept(self, at: datetime, /) -> None: ...
    def say(self, words: str, back: Callable[[], None] | None, /) -> None: ...
