"""The window on the second screen: opened, unplugged, plugged in again, never over the operator (L10)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from dialogue_desktop.domain.records import TurnState
from tests.ui.hall.evening import NOW, moment, turn
from tests.ui.hall.plugs import LAPTOP, PROJECTOR, TELEVISION, TWIN, Plugs
from ui.hall.host import BACK, COVERED, PULLED, HallHost
from ui.hall.presenter import HallPresenter
from ui.hall.screens import SystemScreens, chosen, usable
from ui.hall.window import HallWindow
from ui.look import Look


class Desk:
    """An operator's field with the focus, and a hall."""

    def __init__(self, look: Look, qtbot: QtBot, *screens) -> None:
        self.plugs = Plugs(*screens)
        self.room = QWidget()
        qtbot.addWidget(self.room)
        self.page = QWidget(self.room)
        self.field = QLineEdit(self.page)
        self.room.setGeometry(LAPTOP.box)
        self.room.show()
        self.room.activateWindow()
        self.field.setFocus()
        self.presenter = HallPresenter(lambda: NOW)
        self.kept: list[str] = []
        self.said: list[str] = []
        self.host = HallHost(self.page, look, self.plugs, self.presenter, self.kept.append)
        self.host.said.connect(self.said.append)
        self.presenter.follow(moment(turn(8, "Nguyễn Đức Ưởng", state=TurnState.SPEAKING), at="t8"))

    @property
    def window(self) -> HallWindow:
        assert self.host.window is not None
        return self.host.window


@pytest.fixture
def desk(look: Look, qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(look, qtbot)
    yield made
    made.host.hide()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_which_screen_is_taken() -> None:
    """L10: never the operator's, none that shows her picture; the one used before, else the first."""
    every = (LAPTOP, PROJECTOR, TELEVISION)
    assert usable(every, "lap") == (PROJECTOR, TELEVISION)
    assert chosen(every, "lap", "tv") == TELEVISION
    assert chosen(every, "lap", "an old one") == PROJECTOR
    assert chosen(every, "epson", "epson") == LAPTOP
    assert usable((LAPTOP, TWIN), "lap") == ()
    assert chosen((LAPTOP,), "lap", "lap") is None
    assert usable(every, "") == ()  # nobody knows where she sits


def test_it_opens_on_the_second_screen_and_takes_no_key(desk: Desk, qtbot: QtBot) -> None:
    """L10: the whole of the projector; what is typed goes on where it went."""
    assert desk.host.show()
    assert desk.window.geometry() == PROJECTOR.box
    assert desk.plugs.covered == ["epson"]
    qtbot.waitUntil(lambda: desk.window.windowHandle().isExposed())
    qtbot.waitUntil(lambda: QApplication.focusWidget() is desk.field)
    assert QApplication.activeWindow() is desk.room
    flags = desk.window.windowFlags()
    for flag in ("WindowDoesNotAcceptFocus", "FramelessWindowHint", "WindowStaysOnTopHint"):
        assert flags & getattr(type(flags), flag)
    assert desk.host.shown_on == PROJECTOR


def test_one_screen_is_never_covered(desk: Desk, qtbot: QtBot) -> None:
    """L10: without a second screen nothing opens; the small window does, and it takes no key either."""
    desk.plugs.plug(LAPTOP)
    assert not desk.host.show()
    assert desk.host.window is None
    desk.host.open_preview()
    preview = desk.host.preview_window
    assert preview is not None
    assert preview.width() * 2 < LAPTOP.box.width()
    preview.resize(600, 500)
    qtbot.waitUntil(lambda: preview.canvas.height() == 500)
    assert preview.canvas.pieces()
    assert preview.canvas.fit.factor * preview.canvas.fit.width == 600  # the whole picture, its shape kept
    qtbot.waitUntil(lambda: QApplication.focusWidget() is desk.field)
    assert desk.host.in_use
    preview.close()
    assert desk.host.preview_window is None
    assert not desk.host.in_use


def test_pulling_the_plug_closes_it_at_once(desk: Desk, qtbot: QtBot) -> None:
    """L10: gone before anything else happens, said once, and back by itself on the same screen."""
    desk.host.show()
    window = desk.window
    desk.plugs.plug(LAPTOP)
    assert window.isHidden()
    assert desk.host.window is None
    assert desk.said == [PULLED]
    desk.plugs.plug(LAPTOP)  # the system tells it twice
    assert desk.said == [PULLED]
    desk.plugs.plug(LAPTOP, PROJECTOR)
    assert desk.window.geometry() == PROJECTOR.box
    assert desk.said == [PULLED, BACK]
    qtbot.waitUntil(lambda: QApplication.focusWidget() is desk.field)


def test_another_screen_is_not_taken_by_a_plug(desk: Desk) -> None:
    """L10: a television that is plugged in while the projector is away waits for the operator."""
    desk.host.show()
    desk.plugs.plug(LAPTOP, TELEVISION)
    assert desk.host.window is None
    assert desk.host.show("tv")
    assert desk.window.geometry() == TELEVISION.box
    assert desk.kept == ["tv"]


def test_taken_off_by_hand_it_stays_away(desk: Desk) -> None:
    """L10: what the operator ended does not come back with a screen."""
    desk.host.show()
    desk.host.hide()
    desk.plugs.plug(LAPTOP)
    desk.plugs.plug(LAPTOP, PROJECTOR)
    assert desk.host.window is None
    assert desk.said == []


def test_after_sleep_all_is_where_it_was(desk: Desk, qtbot: QtBot) -> None:
    """L10: every screen goes and comes, at other places and sizes."""
    desk.host.show()
    desk.plugs.plug()
    assert desk.host.window is None
    moved = replace(PROJECTOR, box=QRect(-1024, 0, 1024, 768), pixels=(1024, 768))
    desk.plugs.plug(moved)  # the projector wakes first; nobody knows where the operator is
    assert desk.host.window is None
    desk.plugs.plug(LAPTOP, moved)
    assert desk.window.geometry() == moved.box
    wide = replace(moved, box=QRect(1366, 0, 1280, 720), pixels=(1920, 1080))
    desk.plugs.plug(LAPTOP, wide)
    assert desk.window.geometry() == wide.box
    qtbot.waitUntil(lambda: desk.window.canvas.width() == 1280)


def test_the_operator_moves_on_to_that_screen(desk: Desk) -> None:
    """L10: her window comes first; when she goes back the hall is there again."""
    desk.host.show()
    desk.plugs.seat = PROJECTOR.key
    desk.plugs.changed.emit()
    assert desk.host.window is None
    assert desk.said == [COVERED]
    desk.plugs.seat = LAPTOP.key
    desk.plugs.changed.emit()
    assert desk.window.geometry() == PROJECTOR.box


def test_the_system_moves_the_window_by_itself(desk: Desk) -> None:
    """L10: pushed on to the operator's screen it hides at once, and goes where it belongs."""
    desk.host.show()
    window = desk.window
    window.move(0, 0)
    assert window.isHidden()
    desk.host.settle()
    assert desk.window.isVisible()
    assert desk.window.geometry() == PROJECTOR.box


def test_the_picture_follows_in_every_view(desk: Desk) -> None:
    """L10: window and small view show the same; a tick reaches both."""
    desk.host.show()
    small = desk.host.small_view()
    small.resize(320, 180)
    small.show()
    desk.presenter.follow(moment(turn(9, "Lê Thị Ổn", honorific="bà", state=TurnState.SPEAKING), at="t9"))
    for view in (desk.window.canvas, small):
        assert "Bà Lê Thị Ổn" in view.accessibleName()
    assert small.heightForWidth(320) == 180
    desk.host.tick()
    small.close()


def test_it_goes_with_the_page(look: Look, qtbot: QtBot) -> None:
    """L10: when the session's page is no more, nothing stays on the projector."""
    desk = Desk(look, qtbot)
    desk.host.show()
    window = desk.window
    desk.page.deleteLater()
    with qtbot.waitSignal(desk.page.destroyed):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert window.isHidden()


def test_the_computers_own_screens(qtbot: QtBot, look: Look) -> None:
    """L10: name, size and place of what is really there; a window is laid over all of it."""
    screens = SystemScreens()
    (only,) = screens.all()
    primary = QGuiApplication.primaryScreen()
    assert only.box == primary.geometry()
    assert only.pixels == (only.box.width(), only.box.height())
    assert only.words
    window = HallWindow(look.another())
    qtbot.addWidget(window)
    screens.cover(window, "not plugged in")
    assert window.isHidden()
    screens.cover(window, only.key)
    assert window.geometry() == only.box
    assert screens.under(window) == only.key
    with qtbot.waitSignal(screens.changed):
        primary.geometryChanged.emit(primary.geometry())
