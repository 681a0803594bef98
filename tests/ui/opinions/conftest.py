"""A commune's conference, its presenter without a window, and the page in one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.live.hall import Hall
from tests.ui.opinions.desk import Desk
from tests.ui.page_stage import PageStage, opened_pages
from ui.pages.opinions import OpinionsPage


@pytest.fixture
def desk(hall: Hall) -> Desk:
    return Desk(hall)


@pytest.fixture
def open_page(qtbot: QtBot, hall: Hall, make_look: Any) -> Iterator[Callable[..., PageStage]]:
    yield from opened_pages(hall.app, make_look, lambda context: OpinionsPage(context, hall.cid))
