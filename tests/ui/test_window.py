"""The window around the pages: navigation, one page at a time, F6, small screens."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from dialogue_desktop.domain.wall_time import on_wall
from tests.ui.conftest import LookMaker
from tests.ui.inside import focused
from ui.look import Look
from ui.main_window import MainWindow
from ui.shell.header import Header
from ui.shell.navigation import BELOW, ONE_CONFERENCE, OpenConference
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind

ALL = (
    "home",
    "follow_up",
    "documents",
    "plan",
    "preparation",
    "opinions",
    "invite",
    "papers",
    "live",
    "end",
    "search",
    "settings",
    "help",
)
OPEN = OpenConference("c1", "Đồng Vạn – Phú Ấp", "24/4/2026, còn 9 ngày")


class FakePage(QWidget):
    """Two panes with a button each; refuses to be left when told so."""

    plain = False

    def __init__(self, conference_id: str) -> None:
        super().__init__()
        self.conference_id, self.stays = conference_id, False
        box = QVBoxLayout(self)
        self.parts = [QPushButton("trái"), QPushButton("phải")]
        for part in self.parts:
            box.addWidget(part)

    def focus_first(self) -> None:
        self.parts[0].setFocus()

    def panes(self) -> tuple[QWidget, ...]:
        return tuple(self.parts)

    def may_leave(self) -> bool:
        return not self.stays


class PlainPage(FakePage):
    plain = True


@pytest.fixture
def built() -> list[str]:
    return []


@pytest.fixture
def window(qtbot, look: Look, built: list[str]) -> MainWindow:
    def factory(page_id: str):
        def build(conference_id: str) -> QWidget:
            built.append(f"{page_id}:{conference_id}")
            return (PlainPage if page_id == "live" else FakePage)(conference_id)

        return build

    window = MainWindow(look, {page_id: factory(page_id) for page_id in ALL})
    qtbot.addWidget(window)
    window.resize(1366, 698)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    window.go("home", "")
    return window


def test_pages_are_built_when_first_opened(window: MainWindow, built: list[str]) -> None:
    """G1: the first paint pays for the first page only."""
    assert built == ["home:"]
    window.go("plan", "c1")
    window.go("home")
    window.go("plan")
    assert built == ["home:", "plan:c1", "home:c1"]
    window.go("plan", "c2")
    assert built[-1] == "plan:c2"


def test_page_may_hold_the_window(qtbot, window: MainWindow) -> None:
    """L9: a page that is still saving is neither left nor closed."""
    page = window.page
    assert isinstance(page, FakePage)
    page.stays = True
    assert window.go("plan", "c1") is None
    assert window.page is page
    assert not window.close()
    page.stays = False
    assert window.go("plan", "c1") is not None


def test_navigation_follows_the_page(window: MainWindow) -> None:
    """G6: the current item is checked, bold and filled, and said."""
    window.navigation.show_conference(OPEN, frozenset({"plan"}), (OPEN,))
    window.navigation.show_notes({"opinions": ("46", Role.TEXT2), "follow_up": ("2 trễ", Role.BAD)})
    item = window.navigation.item("opinions")
    plan = window.navigation.item("plan")
    assert item is not None
    assert plan is not None
    QTest.mouseClick(item, Qt.MouseButton.LeftButton)
    assert window.page_id == "opinions"
    assert item.isChecked()
    assert item.accessibleName() == "Ý kiến thu thập, 46"
    assert plan.accessibleName() == "Kế hoạch, đã xong"


def test_stages_appear_with_a_conference(window: MainWindow) -> None:
    """P1: without an open conference there is nothing to go to."""
    items = [window.navigation.item(place.id) for place in ONE_CONFERENCE]
    assert all(item is not None and item.isHidden() for item in items)
    window.navigation.show_conference(OPEN)
    assert all(item is not None and not item.isHidden() for item in items)


def test_unknown_pages_are_not_offered(qtbot, look: Look) -> None:
    """G5: nothing in the navigation leads nowhere."""
    window = MainWindow(look, {"home": FakePage, "plan": FakePage})
    qtbot.addWidget(window)
    assert window.navigation.item("follow_up") is None
    assert window.navigation.item("home") is not None


def test_plain_page_fills_the_window(window: MainWindow) -> None:
    """L1: the live session has no navigation."""
    window.go("live", "c1")
    assert not window.navigation.isVisible()
    window.go("home")
    assert window.navigation.isVisible()


def test_f6_walks_navigation_and_panes(window: MainWindow) -> None:
    """G6: F6 forward, Shift+F6 back, around."""
    page = window.page
    assert isinstance(page, FakePage)
    item = window.navigation.item("home")
    assert page.parts[0].hasFocus()
    for expected in (page.parts[1], item, page.parts[0]):
        QTest.keyClick(window, Qt.Key.Key_F6)
        assert QApplication.focusWidget() is expected
    QTest.keyClick(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is item


def test_arrows_go_along_the_navigation(window: MainWindow) -> None:
    """G6."""
    first = window.navigation.item("home")
    assert first is not None
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is window.navigation.item("follow_up")
    QTest.keyClick(focused(), Qt.Key.Key_Up)
    QTest.keyClick(focused(), Qt.Key.Key_Up)
    assert QApplication.focusWidget() is window.navigation.item("help")


def test_small_window_and_large_letters_shrink_the_navigation(window: MainWindow, look: Look) -> None:
    """G6: under 1200 px or from 150 % only icons, each with its name as a tool tip."""
    item = window.navigation.item("documents")
    assert item is not None
    assert item.toolTip() == ""
    window.resize(1180, 698)
    assert window.navigation.width() == look.px(13)
    assert item.toolTip() == "Sổ văn bản"
    window.resize(1366, 698)
    assert window.navigation.width() == look.px(54)
    look.set_scale(1.5)
    assert window.navigation.width() == look.px(13)


@pytest.mark.parametrize(("scale", "menu"), [(1.0, False), (1.5, True), (2.0, True)])
def test_low_screen_has_room_for_every_place(qtbot, make_look: LookMaker, scale: float, menu: bool) -> None:
    """G6: at 200 % on 698 px the last three places stand in a menu; none overlap."""
    look = make_look(scale=scale)
    window = MainWindow(look, dict.fromkeys(ALL, FakePage))
    qtbot.addWidget(window)
    window.resize(1366, 698)
    window.navigation.show_conference(OPEN)
    with qtbot.waitExposed(window):
        window.show()
    window.go("home", "")
    assert (window.width(), window.height()) == (1366, 698), "the window never outgrows the screen"
    QApplication.processEvents()
    items = [window.navigation.item(page_id) for page_id in ALL]
    shown = sorted(
        (item.geometry() for item in items if item is not None and item.isVisible()),
        key=lambda box: box.y(),
    )
    assert all(one.bottom() < two.top() for one, two in pairwise(shown))
    assert shown[-1].bottom() < 698
    last = window.navigation.item(BELOW[0].id)
    assert last is not None
    assert last.isVisible() is not menu


@pytest.mark.parametrize("width", [1150, 900, 640])
def test_header_gives_way_in_order(qtbot, look: Look, width: int) -> None:
    """G6: short title, then caps, then words of all buttons but the last; never "Đã lưu"."""
    from datetime import UTC, datetime

    copy = Button(look, "Lập từ kế hoạch cũ…", icon="document_add")
    new = Button(look, "Lập kế hoạch mới", kind=Kind.DEFAULT, icon="add", key="Ctrl+N")
    header = Header(look, buttons=[copy, new])
    qtbot.addWidget(header)
    header.set_title("Thứ Tư, ngày 15 tháng 4 năm 2026", "Thứ Tư 15/4/2026")
    header.show_saved(datetime(2026, 4, 15, 0, 45, 12, tzinfo=UTC))
    header.resize(width, look.px(19))
    with qtbot.waitExposed(header):
        header.show()
    assert header.saved.isVisible()
    assert header.title.width() >= look.width(header.title.text(), Type.TITLE)
    assert new.width() >= look.width("Lập kế hoạch mới", Type.MEDIUM)
    assert header.rect().contains(new.geometry())
    assert not header.saved.geometry().intersects(copy.geometry())


def test_saved_and_failed_are_words(qtbot, look: Look) -> None:
    """L9: "Đã lưu 09:41:07" only after the commit; a failure is red and said."""
    from datetime import UTC, datetime

    header = Header(look, "Kết thúc hội nghị")
    qtbot.addWidget(header)
    assert header.saved.isHidden()
    at = datetime(2026, 4, 24, 2, 41, 7, tzinfo=UTC)
    header.show_saved(at)
    assert header.saved.text() == f"Đã lưu {on_wall(at):%H:%M:%S}"
    header.saved.show_failed()
    assert header.saved.text() == "Chưa lưu được"
    with pytest.raises(ValueError, match="three"):
        Header(look, buttons=[Button(look, str(n)) for n in range(4)])
