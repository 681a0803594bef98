"""The conference that was held, with its promises, and the pages over it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from dialogue_desktop.bootstrap import App, build
from tests.follow.held import EVENING, hold
from tests.services.conftest import MovingClock
from tests.ui.page_stage import PageStage, opened_pages
from ui.pages.follow_up import FollowUpPage
from ui.pages.review import ReviewPage

OpenPage = Callable[..., PageStage]


@pytest.fixture
def clock() -> MovingClock:
    return MovingClock(EVENING)


@pytest.fixture
def app(data_dir: Path, clock: MovingClock) -> Iterator[App]:
    made = build(data_dir, clock=clock, device="may-1")
    yield made
    made.close()


@pytest.fixture
def held(app: App, clock: MovingClock) -> str:
    return hold(app, clock)


@pytest.fixture
def open_page(qtbot: QtBot, app: App, held: str, make_look: Any) -> Iterator[OpenPage]:
    yield from opened_pages(app, make_look, FollowUpPage)


@pytest.fixture
def open_review(qtbot: QtBot, app: App, held: str, make_look: Any) -> Iterator[OpenPage]:
    yield from opened_pages(app, make_look, lambda context: ReviewPage(context, held))
