"""The first screen: what is due, what comes next, and how it fits into a small window."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.conftest import LookMaker
from tests.ui.home_views import CARDS, EMPTY, FULL, TASKS, TODAY, context, task
from tests.ui.inside import children, focused
from ui.look import Look
from ui.pages import home_rows
from ui.pages.home import VERBS, HomePage
from ui.pages.home_card import CardView
from ui.tasks import Tasks
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.rows import Group, Row

Opener = Callable[..., HomePage]


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def open_home(qtbot, make_look: LookMaker, said: list[str]):
    tasks = Tasks()

    def make(view=FULL, *, look: Look | None = None, width: int = 1150, height: int = 698) -> HomePage:
        look = look or make_look()
        host = QWidget()  # as in the window, the page takes what room there is and asks for none
        qtbot.addWidget(host)
        commands = {verb.id: lambda name=verb.id: said.append(name) for verb in VERBS}
        page = HomePage(context(look, host, tasks), view, commands)
        page.setParent(host)
        host.resize(width, height)
        page.resize(width, height)
        with qtbot.waitExposed(host):
            host.show()
        host.activateWindow()
        page.focus_first()
        QApplication.processEvents()
        return page

    yield make
    assert tasks.shut_down()


def test_tasks_stand_by_urgency(open_home: Opener) -> None:
    """P14: late, today, seven days; what is later waits behind "Tất cả … việc"."""
    page = open_home()
    shown = page._table.rows.rows.items()
    groups = [(item.title, item.amount) for item in shown if isinstance(item, Group)]
    assert groups == [("Trễ hạn", "1 việc"), ("Hôm nay", "3 việc"), ("7 ngày tới", "4 việc")]
    assert page._all.words == "Tất cả 10 việc"
    page._all.click()
    groups = [(item.title, item.amount) for item in page._table.rows.rows.items() if isinstance(item, Group)]
    assert groups[3:] == [("Sau 7 ngày tới", "1 việc"), ("Chưa định ngày", "1 việc")]
    page._all.click()
    assert len(page._table.rows.rows.items()) == 11


@pytest.mark.parametrize(
    ("days", "first", "second", "role"),
    [
        (-1, "14/4", "Trễ 1 ngày", Role.BAD),
        (0, "15/4", "Hôm nay", Role.WARN),
        (2, "Thứ Sáu 17/4", "Còn 2 ngày", Role.TEXT),
        (14, "Thứ Tư 29/4", "Còn 14 ngày", Role.TEXT),
        (28, "13/5", "Còn 28 ngày", Role.TEXT),
        (300, "09/02/2027", "Còn 300 ngày", Role.TEXT),
    ],
)
def test_a_date_is_never_alone(days: int, first: str, second: str, role: Role) -> None:
    """P14: weekday within two weeks, what is left, red only when late."""
    cell = home_rows.due_cell(task(1, "x", "y", "z", days), TODAY)
    assert (cell.text, cell.second, cell.role) == (first, second, role)


def test_facts_count_and_shorten() -> None:
    """P14."""
    assert home_rows.facts_words(FULL) == ("1 việc trễ hạn, 3 việc đến hạn hôm nay", "Trễ 1, hôm nay 3 việc")
    assert home_rows.facts_words(EMPTY)[0] == "Hôm nay không có việc đến hạn"
    assert home_rows.title_words(date(2026, 4, 19)) == "Chủ nhật, ngày 19 tháng 4 năm 2026"


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (None, "Chưa có bản sao lưu nào"),
        (datetime(2026, 4, 15, 7, 30, tzinfo=UTC), "Sao lưu gần nhất 07:30 hôm nay"),
        (datetime(2026, 4, 10, 16, 5, tzinfo=UTC), "Sao lưu gần nhất 16:05 thứ Sáu 10/4"),
    ],
)
def test_backup_says_when(at: datetime | None, words: str) -> None:
    """G4."""
    assert home_rows.backup_words(at, TODAY) == words


def test_keyboard_starts_at_the_late_task(open_home: Opener) -> None:
    """P14, G6: first late task; Space is done, Enter opens."""
    page = open_home()
    rows = page._table.rows
    assert rows.hasFocus()
    assert rows.current_id() == "t1"
    ticked: list[tuple[str, bool]] = []
    opened: list[str] = []
    page.ticked.connect(lambda task_id, on: ticked.append((task_id, on)))
    page.opened.connect(opened.append)
    QTest.keyClick(rows, Qt.Key.Key_Space)
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert (ticked, opened) == ([("t1", True)], ["t1"])


def test_tab_goes_from_tasks_to_cards_to_commands(open_home: Opener) -> None:
    """G6: the order of the design."""
    page = open_home()
    seen = []
    for _ in range(5):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        button = focused()
        assert isinstance(button, Button)
        seen.append(button.words)
    assert seen == ["Giao trả lời", "Theo dõi", "Viết tiếp", "Nhập phiếu ý kiến", "In giấy mời"]
    assert page.isAncestorOf(focused())


def test_cards_say_what_comes_next(open_home: Opener) -> None:
    """P14: one button each, and it says where it leads."""
    page = open_home()
    pressed: list[tuple[str, str]] = []
    page.pressed.connect(lambda cid, action: pressed.append((cid, action)))
    for card in page._cards:
        card.button.click()
    assert pressed == [("c1", "opinions"), ("c2", "follow_up"), ("c3", "plan")]
    assert "đang ở: Ý kiến" in page._cards[0].accessibleName()


def test_one_primary_button(open_home: Opener) -> None:
    """G6: the eye finds one next thing."""
    for view in (FULL, EMPTY):
        page = open_home(view)
        filled = [
            button.words
            for button in children(page, Button)
            if button.isVisible() and button._kind is Kind.PRIMARY
        ]
        assert len(filled) == 1, filled


def test_first_run_offers_plan_and_sample(open_home: Opener, said: list[str]) -> None:
    """P1: with nothing in it the page says what to do first."""
    page = open_home(EMPTY)
    words = [button.words for button in children(page, Button) if button.isVisible()]
    assert words == ["Lập kế hoạch mới", "Lập từ kế hoạch cũ…", "Mở hội nghị mẫu", "Nhập bản hội trường…"]
    assert isinstance(focused(), Button)
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    assert said == ["home.new_plan"]
    page.show_view(FULL)
    assert page._table.isVisible()
    page.show_view(EMPTY)
    assert not page._table.isVisible()


def test_keys_of_the_page(open_home: Opener, said: list[str]) -> None:
    """G6: the caps agree with the real keys."""
    page = open_home()
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(page, Qt.Key.Key_N, control)
    QTest.keyClick(page, Qt.Key.Key_I, control)
    assert said == ["home.new_plan", "home.enter_form"]


def test_fresh_rows_keep_the_place(open_home: Opener) -> None:
    """L1: an event in the background moves nothing under the hand."""
    page = open_home()
    page._table.rows.set_current("t7")
    page.show_view(FULL._replace(tasks=(TASKS[0]._replace(done=True), *TASKS[1:])))
    assert page._table.rows.current_id() == "t7"
    row = page._table.rows.rows.items()[1]
    assert isinstance(row, Row)
    assert row.faded
    assert row.cells[0].tick is True


def test_without_tasks_the_page_says_so(open_home: Opener) -> None:
    """G5: no empty frame."""
    page = open_home(FULL._replace(tasks=(), late=0, due_today=0))
    assert not page._table.isVisible()
    assert page._tasks_title.text() == "Không có việc đến hạn trong 7 ngày tới"


@pytest.mark.parametrize(
    ("scale", "width"), [(1.0, 1150), (1.0, 920), (1.25, 1150), (1.5, 1288), (2.0, 1262), (2.0, 960)]
)
def test_nothing_is_cut_at_any_size(
    open_home: Opener, make_look: LookMaker, scale: float, width: int
) -> None:
    """G6: at 1366×698, from 100 to 200 %, every word of every button is there and nothing overlaps."""
    look = make_look(scale=scale)
    page = open_home(look=look, width=width)
    assert (page.width(), page.height()) == (width, 698)
    header = page.header
    assert header.title.width() >= look.width(header.title.text(), Type.TITLE)
    for button in children(page, Button):
        if button.isVisible() and not page._scroll.isAncestorOf(button):
            assert button.width() >= button.sizeHint().width(), button.words
            corner = button.mapTo(page, button.rect().bottomRight())
            assert page.rect().contains(corner), button.words
    places = [button.geometry() for button in page.commands.buttons if button.isVisible()]
    assert all(one.right() < two.left() for one, two in pairwise(places))


def test_narrow_window_shows_one_list_at_a_time(open_home: Opener, make_look: LookMaker) -> None:
    """G6: at 200 % tasks and conferences take turns, and each has the whole width."""
    page = open_home(look=make_look(scale=2.0), width=1262)
    assert page._left.isVisible()
    assert not page._right.isVisible()
    page._choose("cards")
    assert page._right.isVisible()
    assert not page._left.isVisible()


@pytest.mark.parametrize("width", [280, 380, 448, 900])
def test_card_keeps_its_words(qtbot, look: Look, width: int) -> None:
    """G6: where the next step does not fit beside the button it stands above it."""
    card = CardView(look, CARDS[1], primary=False)
    qtbot.addWidget(card)
    card.resize(width, card.heightForWidth(width))
    beside = card._beside(width)
    assert card.heightForWidth(width) == card.heightForWidth(900) + (0 if beside else look.px(7.5))
    assert card.rect().contains(card.button.geometry())
