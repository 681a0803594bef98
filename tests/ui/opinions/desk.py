"""The presenter on a real database, with a view that remembers and a timer moved by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from dialogue_desktop.domain.records import Opinion
from tests.live.hall import Hall, ManualTimer
from tests.ui.page_stage import Services
from ui.opinions.collected import Collected
from ui.opinions.entry import Entry
from ui.opinions.hints import Hints
from ui.opinions.presenter import OpinionsPresenter
from ui.opinions.screen import Screen
from ui.runner import Runner, at_once


class Desk:
    """Plays the page: keeps what it is told to show."""

    def __init__(
        self, hall: Hall, *, run: Runner = at_once, aside: Runner = at_once, services: Any = None
    ) -> None:
        self.hall = hall
        self.timer, self.joint_timer, self.pause = ManualTimer(), ManualTimer(), ManualTimer()
        self.hints = Hints()
        self.hands_typing = False
        self.screen = Screen()
        self.form = Entry()
        self.focus = ""
        self.complaints: list[tuple[str, str]] = []
        self.said: list[str] = []
        self.back: Callable[[], None] | None = None
        self.saved: list[datetime] = []
        self.kept: list[datetime] = []
        self.rescued: list[Entry] = []
        core = Collected(services or Services(hall.app), hall.cid)
        timers = (self.timer, self.joint_timer, self.pause)
        self.presenter = OpinionsPresenter(core, self, hall.clock, run, aside, timers, self._rescue)

    def open(self) -> Desk:
        self.presenter.open()
        return self

    def _rescue(self, entry: Entry) -> bool:
        self.rescued.append(entry)
        return True

    def opinions(self) -> tuple[Opinion, ...]:
        return self.hall.app.live.records(self.hall.cid).collected()

    def type(self, **wanted: Any) -> Entry:
        """Change fields of the open form, as the form reports it."""
        from dataclasses import replace

        self.form = replace(self.form, **wanted)
        self.presenter.suggest.typed(self.form)
        return self.form

    # --- the View -------------------------------------------------------------------------------------

    def show_screen(self, screen: Screen) -> None:
        self.screen = screen

    def fill_form(self, entry: Entry, focus: str) -> None:
        self.form, self.focus = entry, focus

    def show_entry(self, entry: Entry) -> None:
        self.form = entry

    def show_hints(self, hints: Hints) -> None:
        self.hints = hints

    def complain(self, form_field: str, sentence: str) -> None:
        self.complaints.append((form_field, sentence))

    def show_saved(self, at: datetime) -> None:
        self.saved.append(at)

    def show_kept(self, at: datetime) -> None:
        self.kept.append(at)

    def typing(self) -> bool:
        return self.hands_typing

    def say(self, words: str, back: Callable[[], None] | None) -> None:
        self.said.append(words)
        self.back = back
