"""The page of everything by keyboard, and on to the record in the program's own window (G3, G6)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from dialogue_desktop.domain.live import LiveItem
from dialogue_desktop.domain.search import SearchOrder
from tests.ui.inside import children
from tests.ui.page_stage import PageStage
from tests.ui.search.desk import TwoYears
from ui.search.screen import Target
from ui.search.words import Line
from ui.widgets.rows import Group, Row

pytestmark = pytest.mark.qt_log_ignore("does not support (grabbing the keyboard|raise)", extend=True)

OpenPage = Callable[..., PageStage]


def texts(stage: PageStage) -> list[str]:
    return [row.cells[0].text for row in stage.page.list.table.rows.rows.rows()]


def menu(stage: PageStage, name: str) -> QMenu:
    (found,) = (one for one in children(stage.page, QMenu) if one.objectName() == name and one.isVisible())
    return found


def take(stage: PageStage, name: str, place: int) -> None:
    """Down to an entry of the open menu, and Enter."""
    shown = menu(stage, name)
    for _ in range(place):
        QTest.keyClick(shown, Qt.Key.Key_Down)
    QTest.keyClick(shown, Qt.Key.Key_Return)
    stage.settle()


def test_typed_found_and_opened_without_the_mouse(hall: TwoYears, open_page: OpenPage) -> None:
    """G3, G6: the cursor stands in the line; ↓ goes into the list, ↑ back, Enter opens from both."""
    stage = open_page()
    wanted: list[Target] = []
    stage.page.wanted.connect(wanted.append)
    assert stage.focused is stage.page.list.search
    assert len(texts(stage)) == 4
    stage.type("duong truc")
    stage.settle()
    row = next(r for r in stage.page.list.table.rows.rows.rows() if r.cells[0].text.startswith("Sửa"))
    marks = row.cells[0].marks
    assert [row.cells[0].text[start : start + length] for start, length in marks] == ["đường", "trục"]
    assert stage.page.list.tools.count.text() == "1 trên 4 ý kiến"
    stage.key("Return")
    assert [(one.conference_id, one.collected) for one in wanted] == [(hall.cid, True)]
    stage.key("Ctrl+A", "Backspace")
    assert len(texts(stage)) == 4
    stage.key("Down")
    assert stage.focused is stage.page.list.table.rows
    stage.key("Down", "Down", "Return")
    assert wanted[-1].record_id == wanted[0].record_id
    stage.key("Up", "Up", "Up")
    assert stage.focused is stage.page.list.search


def test_each_key_while_a_word_is_composed_waits_for_its_end(hall: TwoYears, open_page: OpenPage) -> None:
    """L12: an open word is nobody's business; the finished one is searched for."""
    stage = open_page()
    stage.preedit("nươ")
    stage.settle()
    assert len(texts(stage)) == 4
    stage.compose("nướ", commit="nước")
    stage.settle()
    assert texts(stage) == ["Nước yếu, đề nghị thay ống."]


def test_a_chip_by_keys_and_the_way_out(hall: TwoYears, open_page: OpenPage) -> None:
    """G3, G6: Tab to the chip, Space opens its menu, ↓ Enter takes the value; Delete lets go of it."""
    stage = open_page()
    tools = stage.page.list.tools
    stage.key("Tab", "Tab", "Space")
    assert [a.text() for a in menu(stage, "choices").actions()] == ["thôn Đồng Vạn   1", "thôn Phú Ấp   3"]
    assert menu(stage, "choices").activeAction() is menu(stage, "choices").actions()[0]
    take(stage, "choices", 0)
    assert texts(stage) == ["Nước yếu, đề nghị thay ống."]
    assert tools.chips["locality"].value == "Đồng Vạn"
    tools.chips["locality"].setFocus()
    stage.key("Delete")
    assert len(texts(stage)) == 4
    tools.more.setFocus()
    stage.key("Space")
    assert [a.text() for a in menu(stage, "more").actions()] == ["Nguồn", "Đơn vị", "Trả lời", "Thẩm quyền"]
    take(stage, "more", 1)
    assert [a.text() for a in menu(stage, "choices").actions()] == [
        "Phòng Kinh tế   1", "Chưa giao đơn vị   3",
    ]  # fmt: skip
    take(stage, "choices", 0)
    assert texts(stage) == ["Cầu Ngòi gãy lan can"]
    assert not tools.chips["unit"].isHidden()


def test_the_order_by_keys_and_by_its_heading(hall: TwoYears, open_page: OpenPage) -> None:
    """G3: by given name; the chip shows it and lets go of it."""
    stage = open_page()
    stage.page.list.tools.order.setFocus()
    stage.key("Space")
    take(stage, "order", 1)
    by_name = ["Cầu Ngòi gãy lan can", "Nước yếu, đề nghị thay ống.", "Rác hai tuần chưa thu."]
    assert texts(stage)[:3] == by_name
    stage.page.list.tools.order.setFocus()
    stage.key("Delete")
    assert texts(stage)[0] == "Rác hai tuần chưa thu."
    assert stage.page.list.table.heading is not None
    stage.page.list.table.heading.sort_asked.emit("where")
    stage.settle()
    assert stage.page.presenter.order is SearchOrder.AS_HELD
    assert texts(stage)[-1] == "Cầu Ngòi gãy lan can"


def test_rows_come_as_one_scrolls_and_nothing_jumps(
    hall: TwoYears, open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """G3: the next page is put behind the rows on view; the row in hand stays under the hand."""
    monkeypatch.setattr("ui.search.presenter.PAGE", 20)
    monkeypatch.setattr("ui.search.presenter.MORE", 15)
    for number in range(60):
        item = LiveItem(text=f"Ý kiến thứ {number}", rounds=())
        hall.app.live.save_item(hall.held, item)
    stage = open_page()
    rows = stage.page.list.table.rows
    assert len(texts(stage)) == 20
    stage.key("Down", "Down", "Down", "Down")
    chosen, top = rows.current_id(), rows.verticalScrollBar().value()
    rows.near_end.emit()
    stage.until(lambda: len(texts(stage)) == 35)
    assert (rows.current_id(), rows.verticalScrollBar().value()) == (chosen, top)
    stage.key("End")
    stage.until(lambda: len(texts(stage)) >= 50)
    for _ in range(4):
        stage.key("End")
    assert len(texts(stage)) == 64
    assert len(set(texts(stage))) == 64


def test_written_elsewhere_while_it_is_on_view(hall: TwoYears, open_page: OpenPage) -> None:
    stage = open_page()
    stage.key("Down", "Down")
    chosen = stage.page.list.table.rows.current_id()
    hall.collect("Đèn đường tắt.", "Vi Văn Ủ", "thôn Phú Ấp")
    stage.until(lambda: len(texts(stage)) == 5)
    assert stage.page.list.table.rows.current_id() == chosen
    assert stage.focused is stage.page.list.table.rows


def test_ctrl_c_copies_the_text_and_esc_leaves(hall: TwoYears, open_page: OpenPage) -> None:
    """G3: Esc empties the line first, then goes back."""
    stage = open_page()
    left = []
    stage.page.left.connect(lambda: left.append(True))
    stage.type("nuoc")
    stage.settle()
    stage.key("Down", "Ctrl+C")
    assert QGuiApplication.clipboard().text() == "Nước yếu, đề nghị thay ống."
    assert stage.toast == "Đã sao chép ý kiến số 2"
    stage.key("Ctrl+F")
    assert stage.page.list.search.selectedText() == "nuoc"
    stage.key("Esc")
    assert (stage.page.list.search.text(), left) == ("", [])
    stage.key("Esc")
    assert left == [True]


def test_the_hits_go_into_a_workbook(hall: TwoYears, open_page: OpenPage, tmp_path: Path) -> None:
    """G3, M8: by Ctrl+E."""
    stage = open_page()
    path = tmp_path / "Ý kiến.xlsx"
    stage.prompter.expect(path)
    stage.type("nuoc")
    stage.settle()
    stage.key("Ctrl+E")
    stage.until(path.exists)
    stage.settle()
    assert stage.toast == "Đã ghi 1 ý kiến vào tệp Ý kiến.xlsx"
    (sheet,) = openpyxl.load_workbook(path).worksheets
    assert sheet["H6"].value == "Nước yếu, đề nghị thay ống."


@pytest.mark.parametrize("scale", [1.5, 2.0])
def test_large_letters_take_turns(hall: TwoYears, open_page: OpenPage, scale: float) -> None:
    """G6: Enter shows the hit in the place of the list, Enter again opens it, Esc goes back."""
    stage = open_page(scale=scale)
    wanted: list[Target] = []
    stage.page.wanted.connect(wanted.append)
    stage.type("rac")
    stage.settle()
    assert stage.page.detail.isHidden()
    stage.key("Return")
    assert stage.page.detail.isVisible()
    assert stage.page.list.isHidden() or not stage.page.list.isVisible()
    stage.key("Return")
    assert len(wanted) == 1
    stage.key("Esc")
    assert stage.page.list.isVisible()


def test_closed_groups_open_by_the_arrow_and_stay_open(hall: TwoYears, open_page: OpenPage) -> None:
    stage = open_page()
    for number in range(3):
        hall.app.live.add_turn(hall.cid, _voice(f"Vi Văn Ủ {number}"), topic="đường trục")
    stage.type("duong")
    stage.settle()
    rows = stage.page.list.table.rows
    (group,) = (one for one in rows.rows.items() if isinstance(one, Group) and one.id == "turn")
    assert not group.open
    stage.key("Down", "Up", "Up")
    assert rows.current_id() == "turn"
    stage.key("Right")
    assert sum(isinstance(one, Row) for one in rows.rows.items()) == 5
    stage.page.list.focus_line()
    stage.key("End")
    stage.type(" ")
    stage.settle()
    assert sum(isinstance(one, Row) for one in rows.rows.items()) == 5


def _voice(name: str):
    from dialogue_desktop.domain.records import Voice

    return Voice(name, "ông", "thôn Phú Ấp")


def test_the_state_stands_under_the_words_where_there_is_no_column(hall: TwoYears) -> None:
    from ui.search.list_pane import row

    line = Line("1", "Cầu gãy", note="Giao thông", note_marks=((0, 4),), state="van_ban", due="Còn 3 ngày")
    assert row(line, narrow=False).cells[3].text == "Hẹn văn bản"
    cell = row(line, narrow=True).cells[0]
    ((start, length),) = cell.second_marks
    assert (cell.second[: len("Hẹn văn bản")], cell.second[start : start + length]) == ("Hẹn văn bản", "Giao")
