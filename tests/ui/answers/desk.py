"""The presenter on a real database, with a view that remembers and a timer moved by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from dialogue_desktop.domain.records import Opinion
from tests.live.hall import Hall, ManualTimer
from tests.ui.page_stage import Services
from ui.answers.core import Answers, Move
from ui.answers.entry import AnswerEntry
from ui.answers.presenter import AnswersPresenter
from ui.answers.screen import Screen
from ui.answers.words import MatterRow, UnitRow
from ui.runner import Runner, at_once


class Desk:
    """Plays the page: keeps what it is told to show; `move_answer` is what the question gets."""

    def __init__(self, hall: Hall, *, run: Runner = at_once, services: Any = None) -> None:
        self.hall = hall
        self.timer = ManualTimer()
        self.screen = Screen()
        self.form = AnswerEntry()
        self.focus = ""
        self.in_list = False
        self.complaints: list[tuple[str, str]] = []
        self.said: list[str] = []
        self.saved: list[datetime] = []
        self.kept: list[datetime] = []
        self.rescued: list[AnswerEntry] = []
        self.moves: list[Move] = []
        self.move_answer = "all"
        core = Answers(services or Services(hall.app), hall.cid)
        self.presenter = AnswersPresenter(core, self, hall.clock, run, self.timer, self._rescue)

    def open(self) -> Desk:
        self.presenter.open()
        return self

    def _rescue(self, entry: AnswerEntry) -> bool:
        self.rescued.append(entry)
        return True

    def opinion(self, opinion_id: str) -> Opinion:
        return next(o for o in self.hall.app.live.records(self.hall.cid).opinions if o.id == opinion_id)

    def type(self, **wanted: Any) -> AnswerEntry:
        """Change fields of the form, as the form reports it."""
        self.form = replace(self.form, **wanted)
        self.presenter.form.typed(self.form)
        return self.form

    def units(self) -> dict[str, UnitRow]:
        return {row.name: row for row in self.screen.units}

    def rows(self) -> dict[str, MatterRow]:
        return {row.numbers: row for row in self.screen.rows}

    # --- the View -------------------------------------------------------------------------------------

    def show_answers(self, screen: Screen) -> None:
        self.screen = screen

    def fill_form(self, entry: AnswerEntry, focus: str) -> None:
        self.form = entry
        if focus:
            self.focus, self.in_list = focus, False

    def go_to_list(self) -> None:
        self.in_list = True

    def ask_move(self, move: Move, unit: str, in_unit: int) -> str:
        self.moves.append(move)
        return self.move_answer

    def complain(self, form_field: str, sentence: str) -> None:
        self.complaints.append((form_field, sentence))

    def show_saved(self, at: datetime) -> None:
        self.saved.append(at)

    def show_kept(self, at: datetime) -> None:
        self.kept.append(at)

    def say(self, words: str, back: Callable[[], None] | None) -> None:
        self.said.append(words)
