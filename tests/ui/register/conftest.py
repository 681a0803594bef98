"""A commune after its session: minutes frozen, some papers issued; the page in a window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from dialogue_desktop.bootstrap import App, build
from dialogue_desktop.domain.plan import Issuer, Locality, Quota, TimeKind, TimePlan
from tests.services.after_session import freeze, hold
from tests.services.conftest import EIGHT, MovingClock
from tests.ui.end.stage import Shop
from tests.ui.page_stage import PageStage
from ui.pages.documents import DocumentsPage


def planned(app: App) -> str:
    """A planned conference of two thôn on Friday 24/4/2026."""
    made = app.planning.create(issuer=Issuer(name="Minh Khê", province="tỉnh Đông Giang"))
    plan = replace(
        app.planning.plan(made),
        whole_commune=False,
        localities=(Locality("dv", "thôn", "Đồng Vạn", households=210), Locality("pa", "thôn", "Phú Ấp")),
        quotas=(Quota("dv", 60), Quota("pa", 60)),
        time=TimePlan(TimeKind.EXACT, date(2026, 4, 24), time(8)),
        places=("Nhà văn hóa thôn Đồng Vạn",),
    )
    app.planning.save_plan(made, plan, step="tasks")
    return made


@pytest.fixture
def clock() -> MovingClock:
    return MovingClock(EIGHT)


@pytest.fixture
def app(data_dir: Path, clock: MovingClock) -> Iterator[App]:
    made = build(data_dir, clock=clock, device="may-1")
    yield made
    made.close()


@pytest.fixture
def cid(app: App, clock: MovingClock) -> str:
    """The session is over, the minutes are frozen; it is Monday 04/5/2026."""
    made = planned(app)
    hold(app, made, clock)
    freeze(app, made, clock)
    return made


@pytest.fixture
def shop() -> Shop:
    return Shop()


@pytest.fixture
def open_page(
    qtbot: QtBot, app: App, cid: str, make_look: Any, shop: Shop
) -> Iterator[Callable[..., PageStage]]:
    """Opens the page as often as a test likes; all are closed at the end."""
    opened: list[PageStage] = []

    def make(theme: str = "light", scale: float = 1.0, **more: Any) -> PageStage:
        stage = PageStage(
            make_look(theme, scale), app, lambda context: DocumentsPage(context, shop=shop), **more
        )
        opened.append(stage)
        return stage

    yield make
    for stage in opened:
        stage.page.leave()
        stage.settle()
        stage.page.pages.view.close_paper()  # nothing draws any more
        stage.close()
