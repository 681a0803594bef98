"""The commune of `town`, its presenter without a window, and the page in one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.answers.desk import Desk
from tests.ui.answers.town import Town
from tests.ui.page_stage import PageStage, Services
from ui.pages.answers import AnswersPage


@pytest.fixture
def town(data_dir: Path) -> Iterator[Town]:
    made = Town(data_dir)
    yield made
    made.app.close()


@pytest.fixture
def desk(town: Town) -> Desk:
    return Desk(town)


@pytest.fixture
def open_page(qtbot: QtBot, town: Town, make_look: Any) -> Iterator[Callable[..., PageStage]]:
    """Opens the page as often as a test likes; all are closed at the end."""
    opened: list[PageStage] = []

    def make(theme: str = "light", scale: float = 1.0, **more: Any) -> PageStage:
        services = Services(town.app, **more.pop("services", {}))
        look = make_look(theme, scale)
        stage = PageStage(
            look, town.app, lambda context: AnswersPage(context, town.cid), services=services, **more
        )
        opened.append(stage)
        return stage

    yield make
    for stage in opened:
        stage.close()
