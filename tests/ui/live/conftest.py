"""The live page on its stage."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.live.hall import Hall
from tests.ui.live.stage import Stage


@pytest.fixture
def open_stage(qtbot: QtBot, hall: Hall) -> Iterator[Callable[..., Stage]]:
    """Opens a window as often as a test likes; all are closed at the end."""
    opened: list[Stage] = []

    def make(hall: Hall = hall, **more: Any) -> Stage:
        stage = Stage(hall, **more)
        opened.append(stage)
        return stage

    yield make
    for stage in opened:
        stage.close()


@pytest.fixture
def stage(open_stage: Callable[..., Stage]) -> Stage:
    return open_stage()
