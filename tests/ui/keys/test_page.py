"""The page of the keys by keyboard, and the session that follows at once (G6)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.live.hall import Hall
from tests.ui.live.stage import Stage
from ui.desk import Desk
from ui.keys.kept import KEYS_KEY, kept_keys
from ui.keys.rules import TOGGLE
from ui.pages.keys import KeysPage


class _KeysStage(Stage):
    """The session and, in a window of its own, the page of its keys."""

    def open_keys(self) -> KeysPage:
        page = KeysPage(self.context)
        page.resize(1100, 650)
        page.show()
        page.activateWindow()
        page.focus_first()
        QApplication.processEvents()
        return page


@pytest.fixture
def hall(data_dir: Path) -> Iterator[Hall]:
    made = Hall(data_dir)
    yield made
    made.app.close()


@pytest.fixture
def stage(qtbot: QtBot, hall: Hall) -> Iterator[_KeysStage]:
    made = _KeysStage(hall)
    yield made
    made.close()


@pytest.fixture
def page(stage: _KeysStage) -> Iterator[KeysPage]:
    made = stage.open_keys()
    yield made
    made.close()
    made.deleteLater()
    QApplication.sendPostedEvents(made, QEvent.Type.DeferredDelete.value)


def test_another_key_by_keyboard(stage: _KeysStage, page: KeysPage, hall: Hall) -> None:
    """G6: Enter, the new key, Enter; button, sheet, hints and the disk follow, and it works."""
    page.table.rows.set_current("live.quick_add")
    stage.key("Return", "Ctrl+P")
    assert "chưa dùng cho việc nào" in page.sentence.text()
    stage.key("Return")
    assert page.table.rows.hasFocus()
    stage.until(lambda: hall.app.settings.get(KEYS_KEY, {}) == {"live.quick_add": "Ctrl+P"})
    live = stage.page
    assert "Bấm Ctrl+P" in live.queue._none.text()
    assert live.keys.actions["live.quick_add"].shortcut().toString() == "Ctrl+P"
    page.close()
    stage.window.activateWindow()
    live.focus_first()
    stage.settle()
    stage.key("Ctrl+P")
    assert stage.at(live.queue.quick)
    stage.key("Escape", "F2")
    assert not stage.at(live.queue.quick)


def test_forbidden_and_taken_keys(stage: _KeysStage, page: KeysPage) -> None:
    """G6: refused with its reason; a taken one says of whom, and takes it when it is meant."""
    page.table.rows.set_current("live.mark")
    stage.key("Return", "Ctrl+Shift+M")
    assert page.sentence.text() == TOGGLE
    assert not page.give_button.isEnabled()
    stage.key("Return")
    assert page.book.own() == {}
    stage.key("F9")
    assert "đang là phím của “Vòng tiếp”" in page.sentence.text()
    stage.key("Return")
    assert page.book.own() == {"live.mark": "F9", "live.follow_up": ""}
    assert stage.page.keys.actions["live.follow_up"].shortcut().isEmpty()
    page.reset_all_button.click()
    assert stage.context.actions.own_keys() == {}
    assert stage.page.keys.actions["live.follow_up"].shortcut().toString() == "F9"


def test_escape_leaves_the_field_then_the_page(stage: _KeysStage, page: KeysPage) -> None:
    """G6: nothing is given on the way; Delete takes a key away."""
    went: list[bool] = []
    page.left.connect(lambda: went.append(True))
    page.table.rows.set_current("live.pause")
    stage.key("Return", "F12", "Escape")
    assert page.table.rows.hasFocus()
    assert went == []
    assert page.book.own() == {}
    stage.key("Delete")
    assert page.book.own() == {"live.pause": ""}
    stage.key("Escape")
    assert went == [True]


def test_kept_keys_are_taken_at_the_next_start(hall: Hall) -> None:
    """G6: what was kept; a key that may not be one any more is left out, and a key that somebody chose before
    the program gave it to another verb stays with the one it was chosen for."""
    hall.app.settings.set(KEYS_KEY, {"live.next": "Ctrl+I", "live.mark": "Alt+M", "live.pause": ""})
    assert kept_keys(hall.app.settings) == {"live.next": "Ctrl+I", "live.pause": "", "live.ready_text": ""}
    hall.app.settings.set(KEYS_KEY, ["not", "keys"])
    assert kept_keys(hall.app.settings) == {}


def test_the_desk_takes_them(qtbot: QtBot, data_dir: Path, look: Any, resources: Path) -> None:
    """G6: from the disk into the registry, before a session is opened; the way leads over the settings."""
    hall = Hall(data_dir)
    hall.app.settings.set(KEYS_KEY, {"live.next": "Ctrl+P"})
    hall.app.close()
    from dialogue_desktop.domain.home_view import HomeView
    from dialogue_desktop.paths import DataPaths
    from tests.ui.recorder import Recorder

    desk = Desk(
        look, DataPaths(data_dir), resources, hall.clock, HomeView(hall.clock.today()), prompter=Recorder()
    )
    desk.window.resize(1366, 698)
    desk.window.show()
    desk.load()
    qtbot.waitUntil(lambda: desk.services.ready and not desk.tasks.busy, timeout=20_000)
    assert desk.context.actions.own_keys() == {"live.next": "Ctrl+P"}
    settings: Any = desk.window.go("settings", "")
    settings.keys.button.click()
    assert isinstance(desk.window.page, KeysPage)
    desk.window.page.left.emit()
    assert desk.window.page_id == "settings"
    desk.window.close()
    desk.close_down()
    desk.window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_the_field_of_the_new_key_keeps_its_room(stage: _KeysStage, make_look: Any) -> None:
    """G6: at 200 % beside the narrow navigation field, title and buttons are whole."""
    context = stage.context._replace(look=make_look("light", 2.0))
    page = KeysPage(context)
    page.resize(1262, 698)
    page.show()
    QApplication.processEvents()
    assert page.catcher.width() >= page.catcher.sizeHint().width()
    assert page.header.title.width() >= page.header.title.sizeHint().width()
    for button in (page.give_button, page.reset_button, page.none_button, *page.header.buttons):
        assert button.width() >= button.sizeHint().width(), button.accessibleName()
    page.close()
    page.deleteLater()
    QApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete.value)
