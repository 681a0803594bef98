"""A commune's conference, its presenter without a window, and the page in one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.live.hall import Hall
from tests.ui.opinions.desk import Desk
from tests.ui.page_stage import PageStage, Services
from ui.pages.opinions import OpinionsPage


@pytest.fixture
def hall(data_dir: Path) -> Iterator[Hall]:
    made = Hall(data_dir)
    yield made
    made.app.close()


@pytest.fixture
def desk(hall: Hall) -> Desk:
    return Desk(hall)


@pytest.fixture
def open_page(qtbot: QtBot, hall: Hall, make_look: Any) -> Iterator[Callable[..., PageStage]]:
    """Opens the page as often as a test likes; all are closed at the end."""
    opened: list[PageStage] = []

    def make(theme: str = "light", scale: float = 1.0, **more: Any) -> PageStage:
        services = Services(hall.app, **more.pop("services", {}))
        look = make_look(theme, scale)
        stage = PageStage(
            look, hall.app, lambda context: OpinionsPage(context, hall.cid), services=services, **more
        )
        opened.append(stage)
        return stage

    yield make
    for stage in opened:
        stage.close()
