"""The presenter on a real database, with a view that remembers what it is told to show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, cast

from dialogue_desktop.domain.live import LiveItem, Round
from dialogue_desktop.domain.plan import Issuer, TimeKind, TimePlan
from dialogue_desktop.domain.records import Conclusion, Outcome, Voice
from tests.live.hall import ROAD, Hall, ManualTimer
from ui.runner import Runner, at_once
from ui.search.choices import Choice
from ui.search.presenter import SearchPresenter, Service
from ui.search.screen import Screen, Target
from ui.search.words import Line


class TwoYears(Hall):
    """This year's conference collects; last year's was `held`."""

    def __init__(self, data_dir: Path) -> None:
        super().__init__(data_dir)
        app = self.app
        self.held = app.planning.create(year=2025, issuer=Issuer(name="Hạ Vi"))
        plan = app.planning.plan(self.held)
        time = TimePlan(TimeKind.EXACT, date(2025, 4, 18))
        app.planning.save_plan(self.held, replace(plan, year=2025, time=time))
        said = LiveItem(
            text="Cầu Ngòi gãy lan can", field="Giao thông", outcome=Outcome.WRITTEN, unit="Phòng Kinh tế",
            deadline=date(2026, 5, 15), voices=(Voice("Lò Thị Ế", "bà", "thôn Phú Ấp"),),
            rounds=(Round("", "ông Phạm Quốc Thắng", "Chủ tịch", "Sẽ hàn lại trong quý II"),),
        )  # fmt: skip
        app.live.save_item(self.held, said)
        voice = Voice("Cao Thị Duyên", "bà", "thôn Đồng Vạn")
        app.live.add_turn(self.held, voice, topic="đường vào nghĩa trang")
        app.live.set_conclusions(self.held, [Conclusion("", 0, "Làm xong cầu Ngòi trước mùa mưa")])
        self.collect("Sửa đường trục thôn, ngập cả mùa mưa.", "Nguyễn Đức Ưởng", "thôn Phú Ấp", answer=ROAD)
        self.collect("Nước yếu, đề nghị thay ống.", "Đặng Văn Quyết", "thôn Đồng Vạn", field="Điện, nước")
        self.collect("Rác hai tuần chưa thu.", "Ngô Thị Ước", "thôn Phú Ấp", field="Môi trường")


class Desk:
    """Plays the page."""

    def __init__(self, hall: Hall, *, run: Runner = at_once, service: Any = None) -> None:
        self.hall = hall
        self.screen = Screen()
        self.timer = ManualTimer()
        self.lines: list[Line] = []
        self.version = 0
        self.choices: dict[str, tuple[Choice, ...]] = {}
        self.targets: list[Target] = []
        self.copied: list[tuple[str, str]] = []
        self.cleared = 0
        asked = service or hall.app.search
        self.presenter = SearchPresenter(lambda: cast(Service, asked), self, hall.clock, run, self.timer)

    def open(self) -> Desk:
        self.presenter.open()
        return self

    @property
    def texts(self) -> list[str]:
        """The opinions on view."""
        return [line.text for line in self.lines]

    def choose(self, chip: str, words: str) -> None:
        """Open a chip's menu and take the entry with these words."""
        self.presenter.offer(chip)
        self.presenter.choose(next(choice for choice in self.choices[chip] if choice.words == words))

    # --- the View -------------------------------------------------------------------------------------

    def show_screen(self, screen: Screen) -> None:
        self.screen = screen
        if screen.version != self.version:
            self.version, self.lines = screen.version, list(screen.lines)

    def show_more(self, lines: Sequence[Line]) -> None:
        self.lines += lines

    def show_choices(self, chip: str, choices: Sequence[Choice]) -> None:
        self.choices[chip] = tuple(choices)

    def clear_line(self) -> None:
        self.cleared += 1

    def open_hit(self, target: Target) -> None:
        self.targets.append(target)

    def copy(self, text: str, said: str) -> None:
        self.copied.append((text, said))
