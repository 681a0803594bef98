"""Rows pasted without their heads become opinions by keys alone (C4, G5, G6)."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from tests.live.hall import Hall
from tests.ui.list_import.conftest import OpenPage, screen_of, tab_to
from tests.ui.page_stage import PageStage
from ui.pages.opinion_import import OpinionImportPage

ROWS = (
    ("Nguyễn Văn Ổn", "Đồng Vạn", "Đề nghị làm rãnh thoát nước dọc ngõ 3, đoạn trước nhà văn hóa"),
    ("Lò Thị Ế", "Phú Ấp", "Sớm cấp lại giấy chứng nhận quyền sử dụng đất bị rách năm 2019"),
    ("Đinh Văn Phúc", "Thượng Vĩnh Ổn", "Mương nội đồng bị lấp; đề nghị nạo vét trước vụ mùa"),
)


def _pasted(open_list: OpenPage, rows: tuple[tuple[str, ...], ...] = ROWS, *dress: object) -> PageStage:
    stage = open_list(OpinionImportPage, *dress)
    tab_to(stage, "Các dòng đã chép")
    stage.focused.setPlainText("\n".join("\t".join(row) for row in rows))  # type: ignore[attr-defined]
    stage.key("Ctrl+Return")
    return stage


def test_rows_without_heads_are_kept_word_for_word(open_list: OpenPage, hall: Hall) -> None:
    stage = _pasted(open_list)
    done: list[str] = []
    stage.page.done.connect(lambda _, words: done.append(words))
    assert stage.focused.accessibleName() == "Cột 1 là"
    assert [combo.currentText() for combo in stage.page.columns.choices.values()] == [
        "Họ và tên", "Thôn, xóm", "Nội dung",
    ]  # fmt: skip
    assert hall.app.live.records(hall.cid).opinions == ()
    stage.key("Ctrl+Return")
    assert stage.focused is stage.page.report.table.rows
    assert screen_of(stage).chosen == 3
    stage.key("Ctrl+Return")
    assert done == ["Đã nhập 3 ý kiến"]
    kept = hall.app.live.records(hall.cid).opinions
    assert [(one.voices[0].name, one.voices[0].locality, one.text) for one in kept] == [
        (name, f"thôn {place}", text) for name, place, text in ROWS
    ]


def test_a_wrong_guess_is_put_right_by_keys(open_list: OpenPage, hall: Hall) -> None:
    """Tab walks along the columns; a column is chosen with the arrows; the button says what is missing."""
    rows = tuple((text, place, name) for name, place, text in ROWS)
    stage = _pasted(open_list, rows)
    stage.key("End")  # "Bỏ qua"
    assert not stage.page.columns.read.isEnabled()
    assert "“Nội dung”" in stage.page.columns.read.accessibleDescription()
    stage.key("Ctrl+Return")
    assert not screen_of(stage).report
    stage.key("Home", "Down")
    assert stage.page.columns.read.accessibleDescription() == ""
    walked = [stage.focused.accessibleName()]
    for _ in range(4):
        stage.key("Tab")
        walked.append(stage.focused.accessibleName())
    assert walked == ["Cột 1 là", "Cột 2 là", "Cột 3 là", "Ý kiến đầu tiên ở", "Đọc lại theo các cột này"]
    stage.page.columns.setFocus()  # as F6 does
    assert stage.focused.accessibleName() == "Cột 1 là"
    stage.page.columns.read.setFocus()
    stage.key("Space")
    assert [row.text for row in screen_of(stage).rows] == [row[0] for row in rows]


def test_escape_leads_to_the_start_with_the_pasted_rows(open_list: OpenPage, hall: Hall) -> None:
    stage = _pasted(open_list)
    left: list[str] = []
    stage.page.left.connect(left.append)
    stage.key("Escape")
    assert screen_of(stage).sheet is None
    assert ROWS[0][2] in stage.page.start.paste.toPlainText()
    assert left == []
    assert hall.app.live.records(hall.cid).opinions == ()
    stage.key("Escape")
    assert len(left) == 1


@pytest.mark.parametrize(("theme", "scale"), [("light", 1.0), ("dark", 1.5), ("light", 2.0)])
def test_nothing_is_cut(open_list: OpenPage, theme: str, scale: float) -> None:
    """G6: the button and its sentence fit the window of 1366×698; three columns need no scrolling."""
    stage = _pasted(open_list, ROWS, theme, scale)
    pane = stage.page.columns
    seen: list[QWidget] = [pane.read, pane.first, *pane.choices.values()]
    for widget in seen:
        assert widget.visibleRegion().boundingRect() == widget.rect(), widget.accessibleName()
    assert stage.page.panes() == (pane, stage.page.header)
