"""The end page on a stage of its own; what was opened is closed at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.end.stage import Stage

Open = Callable[..., Stage]


@pytest.fixture
def stage(qapp: QApplication, tmp_path: Path) -> Iterator[Open]:
    opened: list[Stage] = []

    def make(**options: Any) -> Stage:
        opened.append(Stage(tmp_path / f"Dữ liệu {len(opened)}", **options))
        return opened[-1]

    yield make
    for one in opened:
        one.close()
