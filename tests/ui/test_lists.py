"""Lists of rows and groups, steps, segments: keyboard, mouse, and what stays where it was."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import LookMaker
from tests.ui.ink_of import colored
from ui.look import Look
from ui.theme import Role
from ui.widgets.row_table import RowList, RowTable
from ui.widgets.rows import Cell, Column, Group, Item, Row, RowsModel
from ui.widgets.segment import Segment
from ui.widgets.stage_track import spoken_stages
from ui.widgets.steps import Stage, Step, StepRail, StepTrail

COLUMNS = (
    Column("tick", units=10, gap=1),
    Column("text", "Nội dung", sortable=True),
    Column("who", "Người có ý kiến", units=45, keep=True, sortable=True),
    Column("state", "Trả lời", units=30, least=150),
)


def row(number: int, *, ticked: bool = False) -> Row:
    return Row(
        f"r{number}",
        (
            Cell(tick=ticked),
            Cell(f"Sửa đường trục thôn đoạn {number}", marks=((4, 15),)),
            Cell("Nguyễn Thị Thanh Nguyệt", "thôn Thượng Vĩnh Ổn"),
            Cell("Đã duyệt", icon="checkmark_circle", role=Role.OK),
        ),
    )


def items(rows: int = 4) -> list[Item]:
    half = rows // 2
    return [
        Group("g1", "Đường giao thông", f"{half} ý kiến", note="Phòng Kinh tế"),
        *(row(n) for n in range(half)),
        Group("g2", "Có thể giống nhau", f"{rows - half} ý kiến", action="Gộp lại"),
        *(row(n) for n in range(half, rows)),
    ]


@pytest.fixture
def table(qtbot, look: Look) -> RowTable:
    table = RowTable(look, COLUMNS, name="Ý kiến")
    qtbot.addWidget(table)
    table.set_items(items())
    table.resize(look.px(200), look.px(100))
    with qtbot.waitExposed(table):
        table.show()
    table.activateWindow()
    table.rows.setFocus()
    QApplication.processEvents()
    return table


def test_model_keeps_qts_rules(qtbot) -> None:
    """G5: Qt's own tester, through replacing, folding and changing a row."""
    model = RowsModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_items(items(20))
    model.toggle_group("g1")
    model.set_row(row(12, ticked=True))
    model.set_items([])
    assert model.rowCount() == 0


def test_keyboard_goes_ticks_opens_and_folds(table: RowTable) -> None:
    """G6: ↑ ↓ Space Enter ← →."""
    rows = table.rows
    opened: list[str] = []
    ticked: list[tuple[str, bool]] = []
    rows.opened.connect(opened.append)
    rows.ticked.connect(lambda row_id, on: ticked.append((row_id, on)))
    assert rows.current_id() == "r0", "the focus lands on the first row, not on its heading"
    QTest.keyClick(rows, Qt.Key.Key_Down)
    QTest.keyClick(rows, Qt.Key.Key_Space)
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert (opened, ticked) == (["r1"], [("r1", True)])
    QTest.keyClick(rows, Qt.Key.Key_Down)
    assert rows.current_id() == "g2"
    QTest.keyClick(rows, Qt.Key.Key_Left)
    assert [item.id for item in rows.rows.items()] == ["g1", "r0", "r1", "g2"]
    QTest.keyClick(rows, Qt.Key.Key_Right)
    assert len(rows.rows.items()) == 6
    assert rows.current_id() == "g2"


def test_mouse_ticks_folds_and_acts(table: RowTable, look: Look) -> None:
    """G6: the tick column ticks, a heading folds, its action acts and does not fold."""
    rows = table.rows
    ticked: list[str] = []
    acted: list[str] = []
    rows.ticked.connect(lambda row_id, _on: ticked.append(row_id))
    rows.acted.connect(acted.append)
    model = rows.rows

    def box(item_id: str):
        return rows.visualRect(model.index(model.place_of(item_id), 0))

    click = Qt.MouseButton.LeftButton
    tick = QPoint(look.px(4), box("r1").center().y())
    QTest.mouseClick(rows.viewport(), click, pos=tick)
    assert ticked == ["r1"]
    group = model.item(model.place_of("g2"))
    assert isinstance(group, Group)
    QTest.mouseClick(rows.viewport(), click, pos=rows.drawer.action_box(box("g2"), group).center())
    assert (acted, len(model.items())) == (["g2"], 6)
    QTest.mouseClick(rows.viewport(), click, pos=box("g2").center())
    assert (acted, len(model.items())) == (["g2"], 4)


def test_fresh_rows_keep_place_and_closed_groups(table: RowTable) -> None:
    """L1: a refresh never moves the selection, the scroll or what was folded."""
    rows = table.rows
    rows.set_current("r3")
    rows.toggle_group("g1")
    table.set_items(items(6))
    assert rows.current_id() == "r3"
    assert [item.id for item in rows.rows.items()] == ["g1", "g2", "r3", "r4", "r5"]
    rows.set_row(row(3, ticked=True))
    assert rows.current_id() == "r3"


def test_many_rows_are_not_measured_one_by_one(qtbot, look: Look) -> None:
    """G1: 100,000 rows open as quickly as a hundred: one height for all."""
    rows = RowList(look, COLUMNS, name="Ý kiến")
    qtbot.addWidget(rows)
    calls: list[int] = []
    measure = rows.drawer.row_height

    def counted() -> int:
        calls.append(1)
        return measure()

    rows.drawer.row_height = counted  # type: ignore[method-assign]
    rows.set_items([row(n) for n in range(20_000)])
    rows.resize(600, 400)
    with qtbot.waitExposed(rows):
        rows.show()
    assert rows.uniformItemSizes()
    assert len(calls) < 500


def test_selection_is_seen_without_colour(table: RowTable, look: Look) -> None:
    """G6: a bar at the left of the chosen row, and a ring when the list has the focus."""
    with_focus = colored(table, look, Role.FOCUS)
    table.rows.clearFocus()
    QApplication.processEvents()
    bar = colored(table, look, Role.ACCENT)
    assert bar >= look.px(0.75) * (look.px(11) - 2)
    assert with_focus > bar + table.width()


def test_narrow_list_leaves_columns_out(table: RowTable, look: Look) -> None:
    """G6: at 150 % the last columns go, names stay whole."""
    drawer = table.rows.drawer
    assert drawer.places(look.px(200))[3] is not None
    assert drawer.places(look.px(140))[3] is None
    table.set_hidden(["who"])
    assert drawer.places(look.px(200))[2] is None


def test_cut_cells_have_their_words_in_a_tool_tip(table: RowTable, look: Look) -> None:
    """G6."""
    long = Row("r9", (Cell(tick=False), Cell("Đề nghị " * 40), Cell("Ông Lò Văn Ế"), Cell("")))
    assert table.rows.drawer.is_cut(long, 1, look.px(200)).startswith("Đề nghị")
    assert table.rows.drawer.is_cut(long, 2, look.px(200)) == ""


def test_heading_asks_for_an_order(qtbot, table: RowTable, look: Look) -> None:
    """G3: sorting is the service's, by Vietnamese order; the heading only asks."""
    asked: list[str] = []
    heading = table.heading
    assert heading is not None
    heading.sort_asked.connect(asked.append)
    places = table.rows.drawer.places(table.rows.viewport().width())
    for number in (2, 3):
        place = places[number]
        assert place is not None
        QTest.mouseClick(heading, Qt.MouseButton.LeftButton, pos=QPoint(place[0] + 2, 5))
    assert asked == ["who"], "only what can be sorted"


def test_rows_are_spoken_whole(table: RowTable) -> None:
    """G6: what a screen reader says of a row and of a group."""
    model = table.rows.rows
    spoken = str(model.data(model.index(1, 0), Qt.ItemDataRole.AccessibleTextRole))
    assert spoken == (
        "Sửa đường trục thôn đoạn 0, Nguyễn Thị Thanh Nguyệt, thôn Thượng Vĩnh Ổn, Đã duyệt, chưa đánh dấu"
    )
    assert "đang mở" in str(model.data(model.index(0, 0), Qt.ItemDataRole.DisplayRole))


def test_letters_typed_on_a_list_do_nothing(table: RowTable) -> None:
    """L12: Qt's search by typing knows no Vietnamese."""
    before = table.rows.current_id()
    QTest.keyClicks(table.rows, "ph")
    assert table.rows.current_id() == before


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_heights_are_those_of_the_design(make_look: LookMaker, qtbot, scale: float) -> None:
    """G6: 44 px with two lines and 36 with one, at 100 %."""
    look = make_look(scale=scale)
    for two, units in ((True, 11), (False, 9)):
        table = RowTable(look, COLUMNS, name="Ý kiến", two_lines=two)
        qtbot.addWidget(table)
        table.set_items([row(1), row(2)])
        assert table.rows.drawer.row_height() == units * look.u
        assert table.rows.content_height() == 2 * units * look.u


STEPS = [
    Step("a", "Cơ quan, căn cứ", Stage.DONE),
    Step("b", "Phân công và thời hạn", Stage.CURRENT, warned=True),
    Step("c", "Kinh phí"),
]


def test_rail_opens_any_step_and_keeps_the_focus(qtbot, look: Look) -> None:
    """P1: any step by click, ↑ ↓ along, and a fresh state does not take the focus away."""
    rail = StepRail(look, STEPS)
    qtbot.addWidget(rail)
    with qtbot.waitExposed(rail):
        rail.show()
    rail.activateWindow()
    chosen: list[str] = []
    rail.chosen.connect(chosen.append)
    buttons = rail._buttons
    QTest.mouseClick(buttons[2], Qt.MouseButton.LeftButton)
    buttons[0].setFocus()
    QTest.keyClick(buttons[0], Qt.Key.Key_Down)
    assert buttons[1].hasFocus()
    QTest.keyClick(buttons[1], Qt.Key.Key_Space)
    assert chosen == ["c", "b"]
    rail.set_steps([STEPS[0], Step("b", "Phân công và thời hạn", Stage.DONE), STEPS[2]])
    assert buttons[1].hasFocus()
    assert buttons[1].accessibleName() == "Bước 2: Phân công và thời hạn, đã xong"
    rail.set_steps(STEPS[:2])
    assert len(rail._buttons) == 2


def test_steps_say_where_one_is(qtbot, look: Look) -> None:
    """G6: in words, not only by circles."""
    rail = StepRail(look, STEPS)
    qtbot.addWidget(rail)
    assert rail._buttons[1].accessibleName() == ("Bước 2: Phân công và thời hạn, đang làm, có điều cần xem")
    trail = StepTrail(look, [Step("x", "Kiểm tra", Stage.CURRENT), Step("y", "Chốt")])
    qtbot.addWidget(trail)
    assert trail.accessibleName() == "Đang ở bước 1. Kiểm tra"
    assert spoken_stages(("Kế hoạch", "Ý kiến", "Mời"), 1) == "đã xong: Kế hoạch; đang ở: Ý kiến"


def test_segment_changes_by_click_and_arrow(qtbot, look: Look) -> None:
    """F1: the same rows as a table or as columns."""
    segment = Segment(look, [("t", "Bảng", "table"), ("c", "Cột", "board")], name="Cách xem")
    qtbot.addWidget(segment)
    with qtbot.waitExposed(segment):
        segment.show()
    chosen: list[str] = []
    segment.chosen.connect(chosen.append)
    first = segment._buttons["t"]
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    assert chosen == [], "it was on already"
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert (chosen, segment.value()) == (["c"], "c")


def test_a_list_that_grows_keeps_its_place_and_asks_before_its_end(qtbot, look: Look) -> None:
    """G3: rows that come later are put behind the others; groups and rows are of one height."""
    rows = RowList(look, COLUMNS, name="Ý kiến")
    rows.set_growing()
    QAbstractItemModelTester(rows.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    qtbot.addWidget(rows)
    rows.resize(look.px(200), look.px(60))
    rows.show()
    asked: list[bool] = []
    rows.near_end.connect(lambda: asked.append(True))
    rows.set_items([Group("g1", "Ý kiến"), *(row(number) for number in range(60))])
    rows.set_current("r3")
    QApplication.processEvents()
    assert asked == []
    bar = rows.verticalScrollBar()
    bar.setValue(look.px(20))
    assert asked == [], "the end is far"
    bar.setValue(bar.maximum() - look.px(60))
    assert asked
    before = bar.value()
    rows.append_items(row(number) for number in range(60, 90))
    QApplication.processEvents()
    assert (rows.current_id(), bar.value(), len(rows.rows.rows())) == ("r3", before, 90)
    assert rows.content_height() == 91 * rows.drawer.row_height()
    rows.toggle_group("g1")
    rows.append_items([row(90)])
    assert [item.id for item in rows.rows.items()] == ["g1"], "what comes into a closed group is not seen"
    rows.toggle_group("g1")
    assert len(rows.rows.items()) == 92


def test_a_group_opened_or_closed_by_the_reader_stays_so(qtbot) -> None:
    """G3: also one that is offered closed each time."""
    model = RowsModel()
    model.set_items([Group("g1", "Hội nghị", open=False), row(1)])
    assert len(model.items()) == 1
    model.set_items([Group("g1", "Hội nghị", open=True), row(1)])
    assert len(model.items()) == 2, "nobody closed it"
    model.set_items([Group("g1", "Hội nghị", open=False), row(1)])
    model.toggle_group("g1")
    model.set_items([Group("g1", "Hội nghị", open=False), row(1), row(2)])
    assert len(model.items()) == 3


def test_found_words_are_marked_in_the_second_line_too(qtbot, look: Look) -> None:
    """G3: under the words themselves, as wide as they are."""
    rows = RowList(look, (Column("text", "Nội dung"),), name="Ý kiến")
    qtbot.addWidget(rows)
    rows.resize(look.px(120), look.px(30))
    plain = Row("1", (Cell("Xin làm cầu", "Trả lời: sẽ khảo sát"),))
    rows.set_items([plain])
    rows.show()
    before = rows.grab().toImage()
    rows.set_row(plain._replace(cells=(plain.cells[0]._replace(second_marks=((12, 8),)),)))
    after = rows.grab().toImage()
    mark = look.color(Role.MARK).rgb()
    places = [
        (x, y)
        for x in range(after.width())
        for y in range(after.height())
        if after.pixelColor(x, y).rgb() == mark and before.pixelColor(x, y).rgb() != mark
    ]
    middle = rows.visualRect(rows.rows.index(0, 0)).center().y()
    assert places
    assert min(y for _, y in places) > middle - look.px(1)


def test_a_long_name_is_broken_between_two_words_and_brief_words_stand_in(qtbot, look: Look) -> None:
    """G6: no name ends in "…" where two lines or fewer words find room; the reader is still told all."""
    columns = (Column("unit", "Đơn vị", units=27, wraps=True), Column("paper", "Văn bản", units=50))
    rows = RowList(look, columns, name="Cam kết")
    qtbot.addWidget(rows)
    rows.resize(look.px(90), look.px(30))
    whole = Cell(
        "Văn bản kiến nghị cấp trên, 14 văn bản", "Phát hành, hạn 05/5, 13 trang, Thượng Vĩnh Ổn – Phú Ấp",
        brief="Kiến nghị cấp trên (14)", second_brief="Hạn 05/5, Thượng Vĩnh Ổn",
    )  # fmt: skip
    long = Row("1", (Cell("Phòng Văn hóa – Xã hội"), whole))
    rows.set_items([long])
    rows.show()
    width = rows.viewport().width()
    assert rows.drawer.is_cut(long, 0, width) == "", "it stands on two lines"
    assert rows.drawer.is_cut(long, 1, width).startswith("Văn bản kiến nghị"), "the tool tip says all"
    assert "13 trang" in long.spoken()
    seen = rows.grab().toImage()
    brief = Cell("Kiến nghị cấp trên (14)", "Hạn 05/5, Thượng Vĩnh Ổn")
    rows.set_row(long._replace(cells=(long.cells[0], brief)))
    assert rows.grab().toImage() == seen
    rows.set_row(long._replace(cells=(Cell("Phòng Văn hóa – Xã"), brief)))
    assert rows.grab().toImage() != seen, "the last word of the name was drawn"
