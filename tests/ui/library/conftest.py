"""The page of the office's library over a real database."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.live.hall import Hall
from tests.ui.page_stage import PageStage
from ui.pages.library import LibraryPage

OpenPage = Callable[..., PageStage]


@pytest.fixture
def hall(data_dir: Path) -> Iterator[Hall]:
    made = Hall(data_dir)
    yield made
    made.app.close()


@pytest.fixture
def open_page(qtbot: QtBot, hall: Hall, make_look: Any) -> Iterator[OpenPage]:
    opened: list[PageStage] = []

    def make(
        part: str = "profiles",
        *,
        size: tuple[int, int] = (1150, 698),
        scale: float = 1.0,
        theme: str = "light",
        services: Any = None,
    ) -> PageStage:
        stage = PageStage(
            make_look(theme, scale),
            hall.app,
            lambda context: LibraryPage(context, part),
            size=size,
            services=services,
        )
        opened.append(stage)
        return stage

    yield make
    for stage in opened:
        stage.close()
