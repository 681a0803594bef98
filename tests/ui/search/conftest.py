"""Two conferences with what was said there, the presenter without a window, and the page in one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.ui.page_stage import PageStage, Services
from tests.ui.search.desk import Desk, TwoYears
from ui.pages.search import SearchPage


@pytest.fixture
def hall(data_dir: Path) -> Iterator[TwoYears]:
    made = TwoYears(data_dir)
    yield made
    made.app.close()


@pytest.fixture
def desk(hall: TwoYears) -> Desk:
    return Desk(hall)


@pytest.fixture
def open_page(hall: TwoYears, make_look: Any) -> Iterator[Callable[..., PageStage]]:
    """Opens the page as often as a test likes; all are closed at the end."""
    opened: list[PageStage] = []

    def make(theme: str = "light", scale: float = 1.0, **more: Any) -> PageStage:
        services = Services(hall.app, **more.pop("services", {}))
        stage = PageStage(make_look(theme, scale), hall.app, SearchPage, services=services, **more)
        opened.append(stage)
        return stage

    yield make
    for stage in opened:
        stage.close()
