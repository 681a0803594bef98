"""The presenter of the papers on a real database, with a view that remembers and work done when told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dialogue_desktop.bootstrap import App
from dialogue_desktop.domain.paper_choices import PaperChoices
from dialogue_desktop.errors import UserError
from tests.live.hall import ManualTimer
from tests.ui.page_stage import Services
from ui.papers.core import Begun, Core
from ui.papers.feed import Stopped
from ui.papers.presenter import PapersPresenter
from ui.papers.screen import PaperRow, Screen
from ui.runner import Runner, at_once


class Press:
    """Keeps the work on papers until it is told to do it."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Callable[[], Any], Callable[[Any], None], Callable[[Exception], None]]] = []
        self.stopped = 0

    def __call__(
        self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[Exception], None]
    ) -> None:
        self.waiting.append((work, done, failed))

    def do(self) -> None:
        """The oldest piece of work."""
        work, done, failed = self.waiting.pop(0)
        try:
            result = work()
        except Stopped as error:
            self.stopped += 1
            failed(error)
        except UserError as error:
            failed(error)
        else:
            done(result)

    def do_all(self) -> None:
        while self.waiting:
            self.do()


class Desk:
    """Plays the page."""

    def __init__(
        self, app: App, cid: str, *, run: Runner = at_once, press: Runner = at_once, services: Any = None
    ) -> None:
        self.app, self.cid = app, cid
        self.timer = ManualTimer()
        self.screen = Screen()
        self.shown: list[tuple[str, int, bool]] = []  # title, pages, whole
        self.making: list[bool] = []
        self.saved = 0
        self.said: list[str] = []
        core = Core(services or Services(app), cid)
        self.presenter = PapersPresenter(core, self, run, press, self.timer)

    def open(self) -> Desk:
        self.presenter.open()
        return self

    def row(self, name: str) -> PaperRow:
        return next(row for section in self.screen.sections for row in section.rows if row.name == name)

    def kept(self, name: str) -> PaperChoices:
        """What another start of the program finds."""
        return Desk(self.app, self.cid).open().presenter.choices_of(name)

    # --- the view

    def show_screen(self, screen: Screen) -> None:
        self.screen = screen

    def show_pages(self, begun: Begun, title: str, fresh: bool) -> None:
        self.shown.append((title, begun.result.pages, begun.whole))

    def show_making(self, fresh: bool) -> None:
        self.making.append(fresh)

    def show_saved(self) -> None:
        self.saved += 1

    def say(self, words: str) -> None:
        self.said.append(words)
