"""The presenters on a real database, with views that remember and a timer moved by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from dialogue_desktop.domain.records import Delegate, SlipBatch
from tests.live.hall import Hall, ManualTimer
from tests.ui.page_stage import Services
from ui.invite import screen as people
from ui.invite.core import People
from ui.invite.entry import DelegateEntry
from ui.invite.presenter import InvitePresenter
from ui.runner import Runner, at_once
from ui.slips import screen as slips
from ui.slips.core import Slips
from ui.slips.entry import SlipEntry
from ui.slips.presenter import SlipsPresenter


class _View:
    """What both views keep of what they are told."""

    def __init__(self) -> None:
        self.focus = ""
        self.complaints: list[tuple[str, str]] = []
        self.said: list[str] = []
        self.back: Callable[[], None] | None = None
        self.saved: list[datetime] = []
        self.kept: list[datetime] = []
        self.rescued: list[Any] = []

    def complain(self, form_field: str, sentence: str) -> None:
        self.complaints.append((form_field, sentence))

    def show_saved(self, at: datetime) -> None:
        self.saved.append(at)

    def show_kept(self, at: datetime) -> None:
        self.kept.append(at)

    def say(self, words: str, back: Callable[[], None] | None) -> None:
        self.said.append(words)
        self.back = back

    def _rescue(self, entry: Any) -> bool:
        self.rescued.append(entry)
        return True


class Desk(_View):
    """Plays the view of the invited."""

    def __init__(self, hall: Hall, *, run: Runner = at_once, services: Any = None) -> None:
        super().__init__()
        self.hall = hall
        self.timer = ManualTimer()
        self.screen = people.Screen()
        self.form = DelegateEntry()
        core = People(services or Services(hall.app), hall.cid)
        self.presenter = InvitePresenter(core, self, hall.clock, run, self.timer, self._rescue)

    def open(self, *, laid_out: bool = False) -> Desk:
        if laid_out:
            self.hall.app.inviting.lay_out(self.hall.cid)
        self.presenter.open()
        return self

    def delegates(self) -> tuple[Delegate, ...]:
        return self.hall.app.inviting.invited(self.hall.cid).delegates

    def named(self, name: str) -> Delegate:
        return next(one for one in self.delegates() if one.name == name)

    def type(self, **wanted: Any) -> None:
        """Change fields of the open form, as the form reports it."""
        self.form = replace(self.form, **wanted)
        self.presenter.form.typed(self.form)

    def add(self, *names: str, **more: Any) -> None:
        """People typed one after the other."""
        self.presenter.begin_new()
        for name in names:
            self.type(name=name, **more)
            assert self.presenter.save(go_on=True)
        self.presenter.form.close()

    def rows(self) -> list[str]:
        """Who is shown, in order, each section after its title."""
        found: list[str] = []
        for section in self.screen.sections:
            found.append(f"{section.title}: {section.count}")
            found += [row.who for row in section.rows]
        return found

    def show_people(self, screen: people.Screen) -> None:
        self.screen = screen

    def fill_form(self, entry: DelegateEntry, focus: str) -> None:
        self.form, self.focus = entry, focus


class SlipDesk(_View):
    """Plays the view of the slips."""

    def __init__(self, hall: Hall, *, run: Runner = at_once, services: Any = None) -> None:
        super().__init__()
        self.hall = hall
        self.timer = ManualTimer()
        self.screen = slips.Screen()
        self.form = SlipEntry()
        core = Slips(services or Services(hall.app), hall.cid)
        self.presenter = SlipsPresenter(core, self, hall.clock, run, self.timer, self._rescue)

    def open(self) -> SlipDesk:
        self.presenter.open()
        return self

    def batches(self) -> tuple[SlipBatch, ...]:
        return self.hall.app.live.records(self.hall.cid).slip_batches

    def type(self, **wanted: Any) -> None:
        self.form = replace(self.form, **wanted)
        self.presenter.form.typed(self.form)

    def show_slips(self, screen: slips.Screen) -> None:
        self.screen = screen

    def fill_form(self, entry: SlipEntry, focus: str) -> None:
        self.form, self.focus = entry, focus
