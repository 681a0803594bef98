"""The wizard in a window, opened as often as a test likes, and its presenter without one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from dialogue_desktop.domain.plan import Plan
from tests.ui.wizard.desk import Desk, make_desk
from tests.ui.wizard.stage import Stage

Open = Callable[..., Stage]


@pytest.fixture
def open_stage(qapp: Any, data_dir: Path) -> Iterator[Open]:
    made: list[Stage] = []

    def build(**how: Any) -> Stage:
        stage = Stage(data_dir, **how)
        made.append(stage)
        return stage

    yield build
    for stage in made:
        stage.close()


@pytest.fixture
def desk() -> Desk:
    return make_desk(Plan(profile="ubnd_nhan_dan", year=2024))
