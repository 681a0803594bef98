"""The hall's screen from the live page, with keys alone (L10)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from dialogue_desktop.domain.records import TurnState
from tests.live.hall import Hall
from tests.ui.hall.plugs import LAPTOP, PROJECTOR, TELEVISION, Plugs
from tests.ui.live.stage import Stage
from ui.hall.host import PULLED
from ui.hall.parts import Running, Text, Tick
from ui.hall.scene import Scene
from ui.hall.screens import ScreenInfo
from ui.live.drawers.hall_drawer import NO_SCREEN
from ui.live.drawers.hall_side import SCREEN_KEY
from ui.live.drawers.side_host import Side


@pytest.fixture
def plugs() -> Plugs:
    return Plugs(LAPTOP, PROJECTOR)


@pytest.fixture
def stage(open_stage: Callable[..., Stage], plugs: Plugs) -> Stage:
    return open_stage(screens=plugs)


def _words(stage: Stage) -> str:
    """All that stands on the projector."""
    window = stage.page.hall.host.window
    assert window is not None
    return " ".join(p.words for p in window.canvas.pieces() if isinstance(p, Text))


def _begin(stage: Stage) -> None:
    stage.key("F3")
    for line in ("ông Nguyễn Đức Ưởng /xóm Đình, Phú Ấp - đường trục", "bà Lê Thị Ổn /dong van"):
        stage.key("F2")
        stage.type(line)
        stage.key("Return")


def test_f11_shows_the_hall_and_the_hand_goes_on_typing(hall: Hall, stage: Stage) -> None:
    """L10: one key lights the projector; Esc leads back into the sentence, the hall stays lit."""
    _begin(stage)
    stage.key("F8", "F3")
    stage.type("Đường trục thôn")
    stage.key("F11")
    host = stage.page.hall.host
    assert host.window is not None
    assert host.window.geometry() == PROJECTOR.box
    assert stage.page.side.side is Side.HALL
    stage.key("Escape")
    assert stage.at(stage.page.work.opinion.editor)
    assert host.shown_on == PROJECTOR
    stage.type(" đã xuống cấp.")
    assert stage.live.desk.item.text == "Đường trục thôn đã xuống cấp."
    assert QApplication.activeWindow() is stage.window
    assert "xuống cấp" not in _words(stage)


def test_the_hall_follows_every_act_at_once(hall: Hall, stage: Stage) -> None:
    """L10: welcome, called, speaking, answering, between two, thanks; never a name without consent."""
    stage.key("F11", "Escape")
    assert "Nhiệt liệt chào mừng" in _words(stage)
    _begin(stage)
    hall.wait(5)
    stage.key("F8")
    assert "Mời phát biểu Công dân thôn Phú Ấp, số 1" in _words(stage)
    stage.key("F3")
    assert "Đang phát biểu" in _words(stage)
    assert "Ưởng" not in _words(stage)
    assert "Công dân thôn Đồng Vạn, số 2" in _words(stage)
    stage.key("F3")
    assert "Trả lời ý kiến của" in _words(stage)
    stage.key("F3")
    assert "Mời chuẩn bị phát biểu" in _words(stage)
    stage.key("Ctrl+PgDown")
    assert "Bước 2 trên 4" in _words(stage)
    stage.live.end()
    stage.settle()
    assert "Trân trọng cảm ơn" in _words(stage)


def test_consent_is_given_from_the_drawer(hall: Hall, stage: Stage) -> None:
    """L10, M2: the drawer says who is not named and why; one key names the speaker, Ctrl+Z takes it back."""
    _begin(stage)
    stage.key("F8", "F3", "F11")
    drawer = stage.page.side.hall
    assert "Chưa hỏi ông Nguyễn Đức Ưởng" in drawer.hint.text()
    drawer.consent.setFocus()
    stage.key("Space")
    assert stage.live.turn().consent is True
    assert "Ông Nguyễn Đức Ưởng" in _words(stage)
    assert "xóm Đình" not in _words(stage)
    assert drawer.hint.isHidden()
    stage.key("Ctrl+Z")
    assert "Ưởng" not in _words(stage)


def test_a_scene_is_held_with_arrows_and_enter(hall: Hall, stage: Stage) -> None:
    """L10: the arrows change nothing yet, Enter does; "theo phiên" is one key away."""
    _begin(stage)
    stage.key("F11")
    drawer, host = stage.page.side.hall, stage.page.hall
    assert stage.at(drawer.scenes[None])
    stage.key("Down", "Down", "Down", "Down")
    assert stage.at(drawer.scenes[Scene.RULES])
    assert host.presenter.held is None
    stage.key("Return")
    assert host.presenter.held is Scene.RULES
    assert "Nội quy hội nghị" in _words(stage)
    assert drawer.scenes[Scene.RULES].isChecked()
    assert not drawer.scenes[None].isChecked()
    stage.key("Down", "Down", "Down", "Space")
    assert _words(stage) == ""  # white
    stage.key("Escape", "F8", "F3")
    assert _words(stage) == ""
    stage.key("F11")
    assert stage.at(drawer.scenes[Scene.OFF])
    stage.key("Down", "Return")
    assert host.presenter.held is None
    assert "Đang phát biểu" in _words(stage)


def test_without_a_second_screen_a_small_window_is_offered(hall: Hall, stage: Stage, plugs: Plugs) -> None:
    """L10: one sentence says what to do; the operator is never covered."""
    plugs.plug(LAPTOP)
    stage.key("F11")
    drawer, host = stage.page.side.hall, stage.page.hall.host
    assert host.window is None
    assert drawer.where.text() == NO_SCREEN
    drawer.preview_button.setFocus()
    stage.key("Space")
    preview = host.preview_window
    assert preview is not None
    assert preview.isVisible()
    assert QApplication.activeWindow() is stage.window
    plugs.plug(LAPTOP, PROJECTOR)
    assert "EPSON PJ" in drawer.where.text()
    drawer.show_button.setFocus()
    stage.key("Space")
    assert host.preview_window is None
    assert host.shown_on == PROJECTOR


def test_the_plug_is_pulled_in_the_middle_of_a_word(hall: Hall, stage: Stage, plugs: Plugs) -> None:
    """L10: the letters go on, a line tells it, and it comes back by itself."""
    _begin(stage)
    stage.key("F8", "F3", "F11", "Escape")
    stage.type("Nước sinh ")
    plugs.plug(LAPTOP)
    stage.type("hoạt ")
    assert stage.toast == PULLED
    assert stage.page.hall.host.window is None
    plugs.plug(LAPTOP, PROJECTOR)
    stage.type("yếu.")
    assert stage.live.desk.item.text == "Nước sinh hoạt yếu."
    assert stage.page.hall.host.shown_on == PROJECTOR
    assert "Công dân thôn Phú Ấp" in _words(stage)


def test_of_two_projectors_the_one_chosen_is_remembered(
    hall: Hall, open_stage: Callable[..., Stage], plugs: Plugs
) -> None:
    """L10: with two of them the operator chooses; the next evening the same one lights up."""
    plugs.plug(LAPTOP, PROJECTOR, TELEVISION)
    stage = open_stage(screens=plugs)
    stage.key("F11")
    assert stage.page.hall.host.window is None  # not on one that nobody chose
    button = stage.page.side.hall.screen_buttons[1]
    button.setFocus()
    stage.key("Space")
    stage.until(lambda: hall.app.settings.get(SCREEN_KEY, "") == TELEVISION.key)
    assert stage.page.hall.host.shown_on == TELEVISION
    stage.key("F11")
    stage.page.hall.host.hide()
    again = open_stage(screens=plugs)
    again.key("F11")
    assert again.page.hall.host.shown_on == TELEVISION


def test_the_hall_goes_when_the_session_is_left(hall: Hall, stage: Stage) -> None:
    """L10: another page, or the program closed: the projector is free. A small window does not count."""
    stage.key("F11", "Escape")
    host = stage.page.hall.host
    stage.window.showMinimized()
    assert host.shown_on == PROJECTOR
    stage.window.showNormal()
    stage.page.hide()
    assert host.window is None
    stage.page.show()
    assert host.window is None


def test_thanks_stay_while_people_go_home(hall: Hall, stage: Stage) -> None:
    """L10: the end of the session leads to the minutes; the hall is thanked until that page is left too."""
    _begin(stage)
    stage.key("F8", "F3", "F3", "F3", "F11", "Escape")
    stage.live.end()
    stage.settle()
    assert stage.went == ["ended"]
    stage.page.hide()
    stage.page.hall.page_shown("end")
    assert "Trân trọng cảm ơn" in _words(stage)
    stage.page.hall.page_shown("home")
    assert stage.page.hall.host.window is None


def test_the_clock_runs_on_the_projector(hall: Hall, stage: Stage) -> None:
    """L7, L10: the same seconds as the operator's, the hall stays light when she goes dark."""
    _begin(stage)
    stage.key("F8", "F3", "F11", "Escape")
    hall.wait(154)
    stage.page._tick()
    window = stage.page.hall.host.window
    assert window is not None
    clock = stage.page.hall.presenter.clock()
    assert (clock.digits, clock.words) == ("02:34", "Còn 26 giây")
    assert any(isinstance(p, Running) and p.shows is Tick.DIGITS for p in window.canvas.pieces())
    stage.key("Ctrl+F11")
    assert stage.look.theme.dark
    image = window.grab().toImage()
    assert image.pixelColor(10, image.height() // 2).name() == "#ffffff"
    assert stage.live.turn().state is TurnState.SPEAKING


@pytest.mark.parametrize("screens", [(LAPTOP,), (LAPTOP, PROJECTOR, TELEVISION)])
def test_nothing_in_the_drawer_is_pushed_aside_by_large_letters(
    open_stage: Callable[..., Stage], screens: tuple[ScreenInfo, ...]
) -> None:
    """G6: at 200 % every button has the room it asks for, and the drawer never scrolls sideways."""
    stage = open_stage(scale=2.0, screens=Plugs(*screens))
    stage.key("F11")
    drawer = stage.page.side.hall
    stage.until(drawer.isVisible)
    assert drawer.content.width() <= drawer.scroller.viewport().width()
    assert drawer.scroller.horizontalScrollBar().maximum() == 0
    assert drawer.preview_button.accessibleName() == "Xem trước trong cửa sổ nhỏ"
