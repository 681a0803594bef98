"""The commune of `town`, its presenter without a window, and the page in one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.answers.desk import Desk
from tests.ui.answers.town import Town
from tests.ui.page_stage import PageStage, opened_pages
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
    yield from opened_pages(town.app, make_look, lambda context: AnswersPage(context, town.cid))
