"""Two conferences with what was said there, the presenter without a window, and the page in one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.ui.page_stage import PageStage, opened_pages
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
    yield from opened_pages(hall.app, make_look, SearchPage)
