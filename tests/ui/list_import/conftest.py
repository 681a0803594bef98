"""A hall with its services, and the pages of import on a stage driven by keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.live.hall import Hall
from tests.ui.page_stage import PageStage, Services
from ui.context import Context
from ui.list_import.screen import Screen

Build = Callable[[Context, str], QWidget]
OpenPage = Callable[..., PageStage]


@pytest.fixture
def open_list(qtbot: QtBot, hall: Hall, make_look: Any) -> Iterator[OpenPage]:
    """`open_list(Page, theme, scale)`: the page of the hall's conference."""
    opened: list[PageStage] = []

    def make(page: Build, theme: str = "light", scale: float = 1.0) -> PageStage:
        look = make_look(theme, scale)
        stage = PageStage(look, hall.app, lambda c: page(c, hall.cid), services=Services(hall.app))
        opened.append(stage)
        return stage

    yield make
    for stage in opened:
        stage.close()


def screen_of(stage: PageStage) -> Screen:
    screen: Screen = stage.page.presenter._screen()
    return screen


def tab_to(stage: PageStage, name: str) -> QWidget:
    for _ in range(60):
        if stage.focused.accessibleName() == name:
            return stage.focused
        stage.key("Tab")
    raise AssertionError(f"Tab never came to {name!r}")


def open_by_keys(stage: PageStage, path: Path) -> None:
    stage.prompter.expect(path)
    stage.key("Ctrl+O")
    stage.settle()
