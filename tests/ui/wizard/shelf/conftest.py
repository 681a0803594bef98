"""The wizard of a plan that is begun in the spring of 2026."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.ui.wizard.conftest import Open
from tests.ui.wizard.minh_khe import SPRING
from tests.ui.wizard.stage import Stage


@pytest.fixture
def open_stage(qapp: Any, data_dir: Path) -> Iterator[Open]:
    made: list[Stage] = []

    def build(**how: Any) -> Stage:
        stage = Stage(data_dir, **({"now": SPRING} | how))
        made.append(stage)
        return stage

    yield build
    for stage in made:
        stage.close()
