"""The office's data, and the whole window on a laptop's data."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from dialogue_desktop.paths import DataPaths, resources_dir
from dialogue_desktop.storage import first_screen
from tests.merging.laptops import Laptop
from tests.ui.conftest import LookMaker
from tests.ui.recorder import Recorder
from ui.desk import Desk


@pytest.fixture
def open_desk(qtbot: QtBot, make_look: LookMaker) -> Iterator[Callable[[Laptop], Desk]]:
    opened: list[Desk] = []

    def make(laptop: Laptop) -> Desk:
        """The window on a laptop's data, which nobody else has open then."""
        laptop.close()
        paths = DataPaths(laptop.root / laptop.name)
        view = first_screen.read(paths.database, laptop.clock.today(), backups=paths.backups)
        made = Desk(make_look(), paths, resources_dir(), laptop.clock, view, prompter=Recorder())
        opened.append(made)
        qtbot.addWidget(made.window)
        made.window.resize(1366, 698)
        made.window.show()
        made.load()
        return made

    yield make
    for desk in opened:
        desk.close_down()


@pytest.fixture
def office(tmp_path: Path) -> Laptop:
    made = Laptop(tmp_path, "van-phong", "Trần Thị Hà")
    made.plan()
    made.collect("Đường trục thôn lầy lội")
    return made
