"""The core on a data folder, and the conference that was held."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dialogue_desktop.bootstrap import App, build
from tests.follow.held import EVENING, hold
from tests.services.conftest import MovingClock


@pytest.fixture
def clock() -> MovingClock:
    return MovingClock(EVENING)


@pytest.fixture
def app(data_dir: Path, clock: MovingClock) -> Iterator[App]:
    app = build(data_dir, clock=clock, device="may-1")
    yield app
    app.close()


@pytest.fixture
def held(app: App, clock: MovingClock) -> str:
    return hold(app, clock)
