"""A list from a thôn comes back, is mended and kept, all by keys; its form goes out (C4, G5)."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from dialogue_desktop.domain.records import Source
from tests.live.hall import Hall
from tests.ui.list_import.conftest import OpenPage, open_by_keys, screen_of, tab_to
from tests.ui.page_stage import PageStage
from ui.list_import.screen import BAD
from ui.pages.opinion_import import OpinionImportPage

HEAD = ("STT", "Họ và tên", "Thôn", "Nội dung kiến nghị", "Ngày nhận", "Đồng ý công khai")
ROWS = (
    (1, "Nguyễn Văn Ổn", "Đồng Vạn", "Đề nghị làm rãnh thoát nước dọc ngõ 3", "17/4/2026", "Có"),
    (2, "Bà Lò Thị Ế", "Phú Ấp", "=Đề nghị cấp lại giấy chứng nhận đất", "17/4/2026", "Không"),
    (3, "Đinh Văn Phúc", "Đồng Vạn", "Mương nội đồng bị lấp, đề nghị nạo vét", "31/02/2026", "Có"),
    (4, "Trần Thị Mượt", "Đồng Vạn", "", "17/4/2026", "Có"),
)


@pytest.fixture
def open_page(open_list: OpenPage) -> OpenPage:
    return lambda *dress: open_list(OpinionImportPage, *dress)


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    book = Workbook()
    page = book.active
    assert page is not None
    page.append(["TỔNG HỢP Ý KIẾN CỦA NHÂN DÂN"])
    page.append(HEAD)
    for row in ROWS:
        page.append(row)
    page["D4"].data_type = "s"  # a text that begins with "=" as Excel keeps it
    path = tmp_path / "thon dong van.xlsx"
    book.save(path)
    return path


def test_a_list_is_read_mended_and_kept_by_keys(open_page: OpenPage, hall: Hall, sheet: Path) -> None:
    """The rows that are right first; the wrong ones stay, are mended and kept too; one undo each."""
    stage = open_page()
    done: list[tuple[str, str]] = []
    stage.page.done.connect(lambda cid, words: done.append((cid, words)))
    before = len(hall.app.live.records(hall.cid).opinions)
    open_by_keys(stage, sheet)
    screen = screen_of(stage)
    assert (len(stage.page.presenter._report.rows), screen.bad) == (4, 2)
    assert screen.view == BAD
    assert screen.chosen == 2
    assert len(hall.app.live.records(hall.cid).opinions) == before  # nothing is kept by reading
    stage.key("Ctrl+Return")
    kept = hall.app.live.records(hall.cid).opinions[before:]
    assert [one.voices[0].name for one in kept] == ["Nguyễn Văn Ổn", "Lò Thị Ế"]
    assert kept[1].text == "=Đề nghị cấp lại giấy chứng nhận đất"
    assert (kept[0].source, kept[1].consent) == (Source.VILLAGE_HEAD, False)
    assert stage.toast == "Đã nhập 2 ý kiến"
    assert done == []
    # The two that are left: Enter leads into the cell, Ctrl+Enter takes what is typed.
    tab_to(stage, "Các dòng đã đọc")
    stage.key("Return")
    assert stage.focused.accessibleName() == "Nội dung của ô"
    stage.type("18/4/2026")
    stage.key("Ctrl+Return")
    assert screen_of(stage).bad == 1
    stage.key("Return")
    stage.type("Đề nghị sửa đường điện xóm Đình")
    stage.key("Ctrl+Return")
    assert (screen_of(stage).bad, screen_of(stage).chosen) == (0, 2)
    stage.key("Ctrl+Return")
    assert done == [(hall.cid, "Đã nhập 2 ý kiến")]
    texts = [one.text for one in hall.app.live.records(hall.cid).opinions[before:]]
    assert texts[2:] == [ROWS[2][3], "Đề nghị sửa đường điện xóm Đình"]
    hall.app.live.undo(hall.cid)
    assert len(hall.app.live.records(hall.cid).opinions) == before + 2


def test_ctrl_z_takes_the_import_back_and_ticks_it_again(
    open_page: OpenPage, hall: Hall, sheet: Path
) -> None:
    stage = open_page()
    before = len(hall.app.live.records(hall.cid).opinions)
    open_by_keys(stage, sheet)
    stage.key("Ctrl+Return")
    stage.key("Ctrl+Z")
    assert len(hall.app.live.records(hall.cid).opinions) == before
    assert screen_of(stage).chosen == 2


def test_rows_are_pasted(open_page: OpenPage, hall: Hall) -> None:
    stage = open_page()
    tab_to(stage, "Các dòng đã chép")
    rows = "\n".join("\t".join(str(cell) for cell in row) for row in (HEAD, ROWS[0]))
    stage.focused.setPlainText(rows)  # type: ignore[attr-defined]
    stage.key("Ctrl+Return")
    assert screen_of(stage).report
    assert [row.who for row in screen_of(stage).rows] == ["Nguyễn Văn Ổn"]


def test_a_wrong_file_is_said_in_one_sentence(open_page: OpenPage, hall: Hall, tmp_path: Path) -> None:
    """G5: the page stays as it was."""
    stage = open_page()
    path = tmp_path / "anh.xlsx"
    path.write_bytes(b"%PDF-1.7 not a table")
    open_by_keys(stage, path)
    assert not screen_of(stage).report
    assert stage.page.trouble.isVisible()
    assert "PDF" in stage.page.trouble.accessibleName()


def test_the_bad_rows_go_back_in_a_file(open_page: OpenPage, sheet: Path, tmp_path: Path) -> None:
    stage = open_page()
    open_by_keys(stage, sheet)
    target = tmp_path / "phai sua.xlsx"
    stage.prompter.expect(target)
    stage.page.bad_button.click()
    stage.settle()
    book = load_workbook(target)
    words = [str(cell.value) for row in book.active for cell in row if cell.value]  # type: ignore[union-attr]
    assert "Đinh Văn Phúc" in words
    assert "Nguyễn Văn Ổn" not in words
    assert stage.toast == "Đã ghi 2 dòng phải sửa vào phai sua.xlsx"


def test_the_form_for_a_thon(open_page: OpenPage, tmp_path: Path) -> None:
    stage = open_page()
    target = tmp_path / "mau.xlsx"
    stage.prompter.expect(target)
    stage.page.start.form_for.set_value(stage.page.start.form_for.items()[1][0])
    stage.page.start.form_button.click()
    stage.settle()
    assert load_workbook(target).active is not None


def test_escape_leads_back_step_by_step(open_page: OpenPage, sheet: Path) -> None:
    stage = open_page()
    left: list[str] = []
    stage.page.left.connect(left.append)
    open_by_keys(stage, sheet)
    tab_to(stage, "Các dòng đã đọc")
    stage.key("Escape")
    assert not screen_of(stage).report
    assert left == []
    stage.key("Escape")
    assert len(left) == 1


def test_mended_cells_are_not_lost_by_one_key(open_page: OpenPage, sheet: Path) -> None:
    """L9: what was put right here stands in no file; Esc asks before it goes."""
    stage = open_page()
    open_by_keys(stage, sheet)
    tab_to(stage, "Các dòng đã đọc")
    stage.key("Return")
    stage.type("18/4/2026")
    stage.key("Ctrl+Return")
    stage.prompter.expect("stay")
    stage.key("Escape")
    assert screen_of(stage).bad == 1
    assert "Đã sửa 1 dòng" in stage.prompter.asked[-1].text  # type: ignore[union-attr]
    stage.prompter.expect("drop")
    stage.key("Escape")
    assert not screen_of(stage).report


def _drop(stage: PageStage, *paths: Path) -> bool:
    """Whether the page takes these files."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    at, copy, left = QPointF(300, 300), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(at.toPoint(), copy, data, left, none)
    enter.ignore()
    QApplication.sendEvent(stage.page, enter)
    if enter.isAccepted():
        QApplication.sendEvent(stage.page, QDropEvent(at, copy, data, left, none))
    stage.settle()
    return enter.isAccepted()


def test_a_file_is_dropped_on_the_page(open_page: OpenPage, sheet: Path, tmp_path: Path) -> None:
    """C4: as from a folder or a letter; several files and folders are not taken."""
    stage = open_page()
    assert not _drop(stage, tmp_path)
    assert not _drop(stage, sheet, sheet)
    assert not screen_of(stage).report
    assert not stage.page.start.paste.acceptDrops()
    assert _drop(stage, sheet)
    assert screen_of(stage).bad == 2


@pytest.mark.parametrize(("theme", "scale"), [("light", 1.0), ("dark", 1.5), ("light", 2.0)])
def test_nothing_is_cut(open_page: OpenPage, sheet: Path, theme: str, scale: float) -> None:
    """G6: the page fits the window of 1366×698."""
    stage = open_page(theme, scale)
    open_by_keys(stage, sheet)
    assert stage.page.minimumSizeHint().width() <= 1366
    for button in stage.page.header.buttons:
        if button.isVisible():
            assert stage.page.rect().contains(button.geometry().translated(button.parentWidget().pos()))
