"""Either presenter of the page on the real services, with a view that remembers and a timer by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from tests.live.hall import Hall, ManualTimer
from ui.preparation.core import Core
from ui.runner import at_once


class Seen:
    """A passive view that remembers the last of everything."""

    def __init__(self) -> None:
        self.screen: Any = None
        self.entry: Any = None
        self.focus = ""
        self.filled = 0
        self.faults: dict[str, str] = {}
        self.saved = 0
        self.said: list[str] = []
        self.back: Callable[[], None] | None = None

    def show_screen(self, screen: Any) -> None:
        self.screen = screen

    def fill_form(self, entry: Any, focus: str) -> None:
        self.entry, self.focus = entry, focus
        self.filled += 1

    def complain(self, faults: dict[str, str]) -> None:
        self.faults = faults

    def show_saved(self, at: datetime) -> None:
        self.saved += 1

    def say(self, said: str, back: Callable[[], None] | None) -> None:
        self.said.append(said)
        self.back = back


class Stage:
    """A presenter on the real services, its view, and a timer by hand."""

    def __init__(self, hall: Hall, kind: Any, run: Any = at_once, core: Any = None) -> None:
        self.hall, self.view, self.timer = hall, Seen(), ManualTimer()
        self.presenter: Any = kind(core or Core(hall.app, hall.cid), self.view, hall.clock, run, self.timer)
        self.presenter.refresh()

    def type(self, **fields: Any) -> None:
        self.presenter.typed(replace(self.presenter.typing.now, **fields))

    def enter(self, **fields: Any) -> None:
        self.type(**fields)
        self.presenter.settle()
