"""The sample commune's conference, the presenter without a window, and the page in one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from dialogue_desktop.bootstrap import App, build
from dialogue_desktop.clock import FixedClock
from tests.ui.end.stage import Shop
from tests.ui.page_stage import PageStage
from tests.ui.papers.desk import Desk
from ui.pages.papers import PapersPage


@pytest.fixture
def app(data_dir: Path) -> Iterator[App]:
    made = build(data_dir, clock=FixedClock(datetime(2026, 4, 10, 2, 0, tzinfo=UTC)), device="may-1")
    yield made
    made.close()


@pytest.fixture
def cid(app: App) -> str:
    """The sample: 15 opinions, 41 delegates, slips handed out, posted in several places."""
    return app.exchange.sample()


@pytest.fixture
def desk(app: App, cid: str) -> Desk:
    return Desk(app, cid)


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
            make_look(theme, scale), app, lambda context: PapersPage(context, cid, shop=shop), **more
        )
        opened.append(stage)
        return stage

    yield make
    for stage in opened:
        stage.page.leave()
        stage.settle()
        stage.page.pages.view.close_paper()  # nothing draws any more
        stage.close()
