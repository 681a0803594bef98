"""Lists of opinions: several sheets, hidden rows and sheets, cells that are wrong (C4)."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from dialogue_desktop.exchange.list_types import Severity
from tests.exchange.lists import CANAL, DAY, HEADS, ROW, WATER, report_of, saved, sentences, workbook_bytes


def test_what_is_wrong_is_told_by_cell(tmp_path: Path) -> None:
    """C4: a day that is none, no words, an error value, a formula without and with a value."""

    def fill(sheet: Worksheet) -> None:
        sheet.append(list(HEADS))
        sheet.append([1, "Bà Ổn", "Phú Ấp", "", "", WATER, "31/02/2026"])
        sheet.append([2, "Ông Ỷ", "Phú Ấp", "", "", "", DAY])
        sheet.append([3, "Ông Bảy", "Phú Ấp", "", "", "#N/A", DAY])
        sheet["F4"].data_type = "e"
        sheet.append([4, "=B2", "Phú Ấp", "", "", CANAL, DAY])

    report = report_of(workbook_bytes(fill), tmp_path)
    found = [(p.where, p.severity, p.sentence) for row in report.rows for p in row.problems]
    assert found == [
        ("G2", Severity.ERROR, "Tháng 2 năm 2026 chỉ có 28 ngày."),
        ("F3", Severity.ERROR, "Chưa ghi nội dung ý kiến."),
        ("F4", Severity.ERROR, "Ô báo lỗi #N/A; hãy gõ chữ vào ô."),
        (
            "B5",
            Severity.ERROR,
            "Ô là công thức chưa có kết quả; hãy mở tệp bằng Excel, ghi lại, hoặc gõ chữ vào ô.",
        ),
    ]
    assert report.summary == "Đọc được 4 dòng: 4 dòng phải sửa."
    assert report.ready == ()


def test_hidden_rows_and_sheets_are_never_read_silently(tmp_path: Path) -> None:
    """C4: a filtered row is read and marked; a hidden sheet is told of, and read when asked for."""
    workbook = Workbook()
    sheet = workbook.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "Ý kiến"
    for row in (HEADS, ROW, (2, "Bà Lê Thị Ổn", "Đồng Vạn", "", "", WATER, DAY)):
        sheet.append(list(row))
    sheet.row_dimensions[3].hidden = True
    hidden = workbook.create_sheet("Bản nháp")
    hidden.sheet_state = "hidden"
    for row in (HEADS, (1, "Ông Cao Văn Ỷ", "Phú Ấp", "", "", CANAL, DAY)):
        hidden.append(list(row))
    data = saved(workbook)
    report = report_of(data, tmp_path)
    assert "Dòng này đang bị ẩn trong tệp." in sentences(report.rows[1])
    assert any("1 dòng đang bị ẩn" in note for note in report.notes)
    assert any("“Bản nháp” đang bị ẩn, có 2 dòng; chưa đọc" in note for note in report.notes)
    assert len(report.rows) == 2
    assert len(report_of(data, tmp_path, hidden_sheets=True).rows) == 3


def test_several_sheets_of_one_file(tmp_path: Path) -> None:
    """C4: a sheet for each thôn is read; one of instructions is told of and offered with its first rows."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, text in (("Phú Ấp", WATER), ("Đồng Vạn", CANAL)):
        sheet = workbook.create_sheet(name)
        sheet.append([f"Thôn: {name}"])
        sheet.append(["STT", "Họ tên", "Nội dung"])
        sheet.append([1, "Ông An", text])
    workbook.create_sheet("Hướng dẫn").append(["Mỗi dòng ghi một ý kiến", "Không gộp ô"])
    report = report_of(saved(workbook), tmp_path)
    assert [row.opinion.voices[0].locality for row in report.rows] == ["thôn Phú Ấp", "thôn Đồng Vạn"]
    assert [sheet.name for sheet in report.unread] == ["Hướng dẫn"]
    assert any("“Hướng dẫn”: không thấy dòng tên cột" in note for note in report.notes)
