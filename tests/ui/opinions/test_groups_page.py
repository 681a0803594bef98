"""The list by keyboard: ticks, groups, side by side, given away, taken back (C6, C7, G6, L9, L12)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from dialogue_desktop.clock import FixedClock
from dialogue_desktop.domain.records import Opinion
from tests.live.hall import Hall
from tests.ui.live.typing_tools import bursts, compositions
from tests.ui.opinions.test_groups import HOLES, MUD, PITS, PLAN, WATER
from tests.ui.page_stage import PageStage
from ui.opinions.sections import ALIKE, GROUP
from ui.widgets.rows import Group

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)

OpenPage = Callable[..., PageStage]
ECONOMY = "Phòng Kinh tế"


def opinions(hall: Hall) -> tuple[Opinion, ...]:
    return hall.app.live.records(hall.cid).collected()


def headings(stage: PageStage) -> list[Group]:
    return [item for item in stage.page.list.table.rows.rows.items() if isinstance(item, Group)]


def at(stage: PageStage, widget: object) -> bool:
    """The cursor is there."""
    return stage.focused is widget


def current(stage: PageStage) -> str:
    return str(stage.page.list.table.rows.current_id())


@pytest.fixture
def ids(hall: Hall) -> list[str]:
    assert isinstance(hall.clock, FixedClock)
    hall.clock.set(datetime(2026, 4, 13, 2, tzinfo=UTC))
    return [
        hall.collect(PITS, "Nguyễn Đức Ưởng", "thôn Phú Ấp", field="Giao thông"),
        hall.collect(WATER, "Đặng Văn Quyết", "thôn Đồng Vạn", field="Điện, nước"),
        hall.collect(HOLES, "Lê Thị Ổn", "thôn Phú Ấp", field="Giao thông", answer=PLAN),
        hall.collect(MUD, "Ngô Thị Ước", "thôn Phú Ấp", field="Giao thông"),
    ]


def test_joined_from_the_heading(hall: Hall, ids: list[str], open_page: OpenPage) -> None:
    """C6: ↑ to the heading, Enter compares, words for the answer, Ctrl+Enter joins, Ctrl+Z takes it back."""
    stage = open_page()
    assert [group.id.split(":")[0] for group in headings(stage)] == [ALIKE, "single"]
    assert (headings(stage)[0].action, headings(stage)[0].other) == ("Gộp lại…", "Để riêng")
    stage.key("Up")
    assert current(stage) == headings(stage)[0].id
    assert stage.page.group.isVisible()
    stage.key("Return")
    assert stage.page.compare.isVisible()
    assert not stage.page.list.isVisible()
    assert at(stage, stage.page.compare.answer)
    assert stage.page.compare.answer.value() == PLAN
    stage.key("Ctrl+End")
    stage.type(" Thôn giám sát.")
    stage.key("Ctrl+Return")
    assert stage.page.list.isVisible()
    assert at(stage, stage.page.list.table.rows)
    assert {o.prepared_answer for o in opinions(hall) if o.group_id} == {f"{PLAN} Thôn giám sát."}
    assert headings(stage)[0].id.startswith(GROUP)
    assert stage.toast == "Đã gộp ý kiến số 1, 3, 4 vào một câu trả lời"
    stage.key("Ctrl+Z")
    assert {o.group_id for o in opinions(hall)} == {""}
    assert headings(stage)[0].id.startswith(ALIKE)


def test_kept_apart_by_key(hall: Hall, ids: list[str], open_page: OpenPage) -> None:
    """C6: Ctrl+D on the heading, or after comparing; it is not proposed again."""
    stage = open_page()
    stage.key("Up", "Ctrl+D")
    assert headings(stage) == []
    assert len(hall.app.live.records(hall.cid).apart) == 3
    stage.key("Ctrl+Z")
    assert headings(stage)[0].id.startswith(ALIKE)
    stage.page.list.table.rows.set_current(headings(stage)[0].id)
    stage.key("Ctrl+G", "Ctrl+D")
    assert stage.page.compare.isHidden()
    assert headings(stage) == []


def test_ticks_by_key(hall: Hall, ids: list[str], open_page: OpenPage) -> None:
    """C6: Space, Shift with arrows there and back, Ctrl+A, Esc; the bar is there only while something is."""
    stage = open_page()
    page = stage.page
    assert page.bar.isHidden()
    stage.key("Space")
    assert page.bar.words.text() == "Đã chọn 1 ý kiến"
    stage.key("Space", "Shift+Down", "Shift+Down")
    assert page._screen.ticked == {ids[0], ids[2], ids[3]}
    stage.key("Shift+Up")
    assert page._screen.ticked == {ids[0], ids[2]}
    stage.key("Ctrl+A")
    assert page.bar.words.text() == "Đã chọn 4 ý kiến"
    row = page.list.table.rows.rows.rows()[0]
    assert row.cells[0].tick
    assert "đã đánh dấu" in row.spoken()
    stage.key("Esc")
    assert page.bar.isHidden()
    assert at(stage, page.list.table.rows)
    page.list.table.rows.set_current(headings(stage)[0].id)
    stage.key("Space")
    assert page._screen.ticked == {ids[0], ids[2], ids[3]}


def test_groups_fold_and_the_view_is_switched(hall: Hall, ids: list[str], open_page: OpenPage) -> None:
    """C6: ← folds, → unfolds; a search opens what it found; Ctrl+Shift+L shows the plain list."""
    hall.app.grouping.join(hall.cid, [ids[0], ids[2], ids[3]])
    stage = open_page()
    table = stage.page.list.table.rows
    stage.key("Up", "Left")
    assert [item.id for item in table.rows.items() if not isinstance(item, Group)] == [ids[1]]
    stage.key("Ctrl+F")
    stage.type("o ga chi chit")
    assert [item.id for item in table.rows.items() if not isinstance(item, Group)] == [ids[2]]
    stage.key("Esc")
    assert [item.id for item in table.rows.items() if not isinstance(item, Group)] == [ids[1]]
    stage.page.list.focus_list()
    table.set_current(headings(stage)[0].id)
    stage.key("Right")
    assert len(table.rows.items()) == 6
    stage.key("Ctrl+Shift+L")
    assert headings(stage) == []
    assert not stage.page.list.tools.grouped.isChecked()
    stage.key("Ctrl+Shift+L")
    assert len(headings(stage)) == 2


def test_given_away_by_key(hall: Hall, ids: list[str], open_page: OpenPage) -> None:
    """C7: Ctrl+T, a few letters of the unit, ↓ Enter takes it, Enter gives; Ctrl+Z takes it back."""
    stage = open_page()
    stage.key("Down", "Ctrl+T")
    pane = stage.page.assign
    assert pane.isVisible()
    assert at(stage, pane.unit)
    stage.type("kinh")
    stage.key("Down", "Return")
    assert pane.unit.value() == ECONOMY
    assert pane.isVisible()
    stage.key("Return")
    assert pane.isHidden()
    assert at(stage, stage.page.list.table.rows)
    given = next(o for o in opinions(hall) if o.unit)
    assert (given.id, given.draft_due) == (ids[2], date(2026, 4, 22))
    stage.key("Ctrl+Z")
    assert {o.unit for o in opinions(hall)} == {""}


def test_a_wrong_day_keeps_the_pane(hall: Hall, ids: list[str], open_page: OpenPage) -> None:
    """G5: the sentence stands under the day."""
    stage = open_page()
    stage.key("Ctrl+T")
    stage.type(ECONOMY)
    stage.page.assign.due.setFocus()
    stage.key("Ctrl+A")
    stage.type("31/4")
    stage.key("Ctrl+Return")
    assert stage.page.assign.isVisible()
    assert stage.page.assign.due.accessibleDescription() == "Tháng 4 năm 2026 chỉ có 30 ngày."
    assert {o.unit for o in opinions(hall)} == {""}
    stage.key("Esc")
    assert stage.page.assign.isHidden()
    assert stage.page.detail.isVisible()


def test_fields_are_given_by_key(hall: Hall, ids: list[str], open_page: OpenPage) -> None:
    """C7: Ctrl+Shift+T; what has a usual unit is filled in; Enter goes down to the button; one act."""
    hall.app.assigning.assign(hall.cid, [ids[2]], unit=ECONOMY)
    stage = open_page()
    stage.key("Ctrl+Shift+T")
    spread = stage.page.spread
    there = [line for line in spread.lines if not line.isHidden()]
    assert sorted(line.unit.value() for line in there) == ["", ECONOMY]
    assert stage.focused in [line.unit for line in there if not line.unit.value()]
    stage.type("Công an xã")
    stage.key("Return")
    while not at(stage, spread.give_button):
        stage.key("Return")
    assert spread.give_button.words == "Giao 3 ý kiến"
    stage.key("Space")
    assert spread.isHidden()
    assert [o.unit for o in opinions(hall)] == [ECONOMY, "Công an xã", ECONOMY, ECONOMY]


def test_the_rest_stands_in_the_menu_of_the_bar(hall: Hall, ids: list[str], open_page: OpenPage) -> None:
    """C6: one field for all ticked, chosen by keyboard; competence the same way; removing, with one undo."""
    stage = open_page()
    stage.key("Ctrl+A")
    more = stage.page.bar.more_button
    more.setFocus()
    stage.key("Space")
    menu_entry(stage, "Ghi lĩnh vực")
    menu_entry(stage, "Môi trường")
    assert {o.field for o in opinions(hall)} == {"Môi trường"}
    assert stage.toast == "Đã xếp ý kiến số 1, 2, 3, 4 vào lĩnh vực Môi trường"
    more.setFocus()
    stage.key("Space")
    menu_entry(stage, "Thẩm quyền")
    menu_entry(stage, "Vượt thẩm quyền")
    assert {o.beyond_competence for o in opinions(hall)} == {True}
    more.setFocus()
    stage.key("Space")
    menu_entry(stage, "Xóa")
    assert opinions(hall) == ()
    stage.page.list.focus_list()
    stage.key("Ctrl+Z")
    assert len(opinions(hall)) == 4


def menu_entry(stage: PageStage, words: str) -> None:
    """Take an entry of the menu that hangs open, by its arrow keys."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    for _ in menu.actions():
        active: QAction | None = menu.activeAction()  # the stubs forget that there may be none
        if active is not None and active.text().startswith(words):
            break
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    stage.settle()


def test_f2_on_a_member_is_the_answer_of_all(hall: Hall, ids: list[str], open_page: OpenPage) -> None:
    """C6: the form says so; from the detail the group is one key away."""
    hall.app.grouping.join(hall.cid, [ids[0], ids[2]])
    stage = open_page()
    assert stage.page.detail.group_button.isVisible()
    stage.page.detail.group_button.setFocus()
    stage.key("Space")
    assert stage.page.group.isVisible()
    stage.key("F2")
    assert at(stage, stage.page.form.answer)
    assert stage.page.form.answer.accessibleName().startswith("Câu trả lời chung của cả nhóm")
    stage.key("Ctrl+A")
    stage.type("Vá xong trước 20/5.")
    stage.key("Ctrl+S")
    assert [o.prepared_answer for o in opinions(hall)][::2] == ["Vá xong trước 20/5."] * 2
    stage.key("Down", "F2")
    assert stage.page.form.title.text() == "Sửa ý kiến số 3"
    stage.key("Esc")
    stage.page.list.table.rows.set_current(ids[1])
    stage.key("F2")
    assert stage.page.form.answer.accessibleName() == "Câu trả lời chuẩn bị"


def test_with_large_letters_the_heading_opens_its_pane(
    hall: Hall, ids: list[str], open_page: OpenPage
) -> None:
    """G6: at 200 % the assign pane and the comparison take the place of the list, Esc brings it back."""
    stage = open_page(scale=2.0)
    stage.key("Ctrl+T")
    assert stage.page.assign.isVisible()
    assert not stage.page.list.isVisible()
    stage.key("Esc")
    assert at(stage, stage.page.list.table.rows)
    stage.key("Up", "Ctrl+G")
    assert stage.page.compare.isVisible()
    stage.key("Esc")
    assert stage.page.list.isVisible()
    tools = stage.page.list.tools
    assert len({chip.y() for chip in (*tools.chips.values(), tools.more) if chip.isVisible()}) == 1


def test_chips_without_room_stand_in_one_menu(hall: Hall, ids: list[str], open_page: OpenPage) -> None:
    """G6: on one line at any width; what filters is always seen."""
    stage = open_page(size=(560, 698))
    tools = stage.page.list.tools
    assert tools.more.isVisible()
    assert tools.chips["answer"].isHidden()
    stage.page._presenter.choose("answer", "unassigned")
    assert tools.chips["answer"].isVisible()
    tools.more.setFocus()
    stage.key("Space")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert {action.text() for action in menu.actions()} == {"Thôn", "Lĩnh vực"}
    menu.close()
    stage.settle()


@pytest.mark.parametrize("sentence", ["Phòng Kinh tế sửa đường ổ gà trước 20/5, Nhân dân giám sát"])
def test_vietnamese_in_every_field(hall: Hall, ids: list[str], open_page: OpenPage, sentence: str) -> None:
    """L12: bursts and open words in the fields of giving away and of the joint answer."""
    stage = open_page()
    stage.key("Ctrl+T")
    for field in (stage.page.assign.unit, stage.page.assign.official):
        field.clear()
        field.setFocus()
        for letter in bursts(sentence):
            stage.letter(letter)
        assert field.text().strip() == sentence
        field.clear()
        for steps, whole in compositions(sentence):
            stage.compose(*steps, commit=whole)
        assert field.text().strip() == sentence
    stage.key("Esc")
    stage.key("Up", "Ctrl+G")
    answer = stage.page.compare.answer
    answer.clear()
    for letter in bursts(sentence):
        stage.letter(letter)
    assert answer.value() == sentence
    answer.clear()
    for steps, whole in compositions(sentence):
        stage.compose(*steps, commit=whole)
    assert answer.value() == sentence
