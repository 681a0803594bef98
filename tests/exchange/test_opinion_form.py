"""The form for a thôn and the one with rows to mend: locked head, checks inside, read back (C3, C4)."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.exchange import opinion_form_excel
from dialogue_desktop.exchange.list_columns import Column
from dialogue_desktop.exchange.list_form_excel import FormRow
from dialogue_desktop.exchange.opinion_columns import FORM, OPINIONS
from tests.data.loc_thinh import loc_thinh_evening_plan
from tests.exchange.lists import FIELDS, LOCALITIES, OFFICE, ROAD, WATER, report_of

HEAD_ROW = 7


@pytest.fixture
def plan() -> Plan:
    return replace(loc_thinh_evening_plan(), localities=LOCALITIES, year=2026)


def opened(data: bytes, name: str = "Ý kiến") -> Worksheet:
    sheet = load_workbook(io.BytesIO(data))[name]
    assert isinstance(sheet, Worksheet)
    return sheet


def filled(data: bytes, rows: list[dict[str, Any]]) -> bytes:
    """The form as a trưởng thôn fills it in: values by column letter."""
    workbook = load_workbook(io.BytesIO(data))
    sheet = workbook["Ý kiến"]
    for number, row in enumerate(rows, start=HEAD_ROW + 1):
        for letter, value in row.items():
            sheet[f"{letter}{number}"] = value
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def test_the_form_is_ready_to_print_and_fill_in(plan: Plan) -> None:
    """C3, C4, M8: A4 landscape, head repeated and locked, Times New Roman, no identity number asked."""
    sheet = opened(opinion_form_excel.build(plan, FIELDS, LOCALITIES[1]))
    heads = [str(cell.value) for cell in sheet[HEAD_ROW]]
    assert heads == [one.head for one in FORM]
    assert sheet["A4"].value == "Thôn: Phú Ấp"
    texts = " ".join(str(cell.value) for row in sheet["A1:K6"] for cell in row if cell.value)
    assert "chỉ dùng để chuẩn bị, trả lời và theo dõi ý kiến" in texts
    assert "Không ghi số căn cước" in texts
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.print_title_rows == f"${HEAD_ROW}:${HEAD_ROW}"
    assert sheet.freeze_panes == f"C{HEAD_ROW + 1}"
    assert sheet.protection.sheet
    assert all(cell.protection.locked for cell in sheet[HEAD_ROW])
    assert not any(cell.protection.locked for cell in sheet[HEAD_ROW + 1])
    assert not sheet["A4"].protection.locked
    fonts = {cell.font.name for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert fonts == {"Times New Roman"}
    assert [sheet[f"A{row}"].value for row in (8, 45)] == [1, 38]
    assert sheet["D8"].number_format == "@"  # the zero of a telephone stays


def test_the_form_checks_what_is_typed(plan: Plan) -> None:
    """C4: lists of thôn, fields, forms and consent, a day; each a warning in words, none a wall."""
    data = opinion_form_excel.build(plan, FIELDS)
    sheet, lists = opened(data), opened(data, "Danh mục")
    checks = {str(check.sqref): check for check in sheet.data_validations.dataValidation}
    assert {ref: check.type for ref, check in checks.items()} == {
        "C8:C2000": "list",
        "E8:E2000": "list",
        "G8:G2000": "list",
        "H8:H2000": "list",
        "I8:I2000": "date",
    }
    assert all(check.errorStyle == "warning" and check.error and check.prompt for check in checks.values())
    assert max(len(str(check.prompt)) for check in checks.values()) <= 255  # more breaks the file in Excel
    assert max(len(str(check.error)) for check in checks.values()) <= 225
    assert max(len(str(check.promptTitle)) for check in checks.values()) <= 32
    assert checks["E8:E2000"].formula1 == "'Danh mục'!$B$4:$B$10"
    assert [lists[f"B{row}"].value for row in range(4, 11)] == list(FIELDS)
    assert [lists[f"A{row}"].value for row in (4, 5)] == ["thôn Đồng Vạn", "thôn Phú Ấp"]
    assert lists.sheet_state == "visible"
    assert sheet["A4"].value.startswith("Thôn, tổ dân phố: …")
    whole = opinion_form_excel.build(replace(plan, localities=()), FIELDS)
    assert "C8:C2000" not in {str(c.sqref) for c in opened(whole).data_validations.dataValidation}


def test_rows_grow_with_what_is_typed(plan: Plan) -> None:
    """C3, C4: a height that is not fixed: Excel fits the row anew, so that no word is cut on paper."""
    data = opinion_form_excel.build(plan, FIELDS)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        xml = archive.read("xl/worksheets/sheet1.xml").decode()
    row = re.search(r'<row r="8"[^>]*>', xml)
    assert row is not None
    assert 'ht="24"' in row[0]
    assert "customHeight" not in xml


def test_the_same_plan_gives_the_same_bytes(plan: Plan) -> None:
    """M8: a form made twice is one file."""
    assert opinion_form_excel.build(plan, FIELDS) == opinion_form_excel.build(plan, FIELDS)


def test_the_form_filled_in_is_read_whole(plan: Plan, tmp_path: Path) -> None:
    """C4: round trip: what the thôn typed is what is understood, with the thôn of the heading."""
    data = filled(
        opinion_form_excel.build(plan, FIELDS, LOCALITIES[1]),
        [
            {
                "B": "Bà Lê Thị Ổn", "C": "xóm Đình", "D": "0912345678", "E": "Nước sinh hoạt", "F": WATER,
                "G": "Gửi câu hỏi qua thư ký", "H": "Có", "I": datetime(2026, 4, 15), "J": "Ông Cao Văn Ỷ",
                "K": "07",
            },
            {"B": "Ông Nguyễn Văn Hưởng", "F": ROAD, "I": "14/4/2026"},
        ],
    )  # fmt: skip
    report = report_of(data, tmp_path)
    assert report.summary == "Đọc được 2 dòng: 2 dòng đúng."
    first, second = (row.opinion for row in report.rows)
    assert (first.voices[0].address, first.phone, first.slip_number) == (
        "xóm Đình, thôn Phú Ấp",
        "0912345678",
        "07",
    )
    assert (first.field, first.consent, first.received_on) == ("Nước sinh hoạt", True, date(2026, 4, 15))
    assert (second.voices[0].locality, second.received_on) == ("thôn Phú Ấp", date(2026, 4, 14))
    assert report.notes == ()
    assert report.unread == ()
    assert report.unknown_columns == ()


def test_the_empty_form_holds_no_opinion(plan: Plan, tmp_path: Path) -> None:
    """C4: numbered rows and nothing in them."""
    report = report_of(opinion_form_excel.build(plan, FIELDS, LOCALITIES[0]), tmp_path)
    assert (report.rows, report.outside, report.notes) == ((), (), ())


def test_rows_to_mend_stand_in_the_same_form(plan: Plan, tmp_path: Path) -> None:
    """C4: bad cells coloured, the reason beside, texts never formulas; mended and read again it is good."""
    rows = [
        FormRow(
            {
                Column.NAME: "Bà Lê Thị Ổn",
                Column.PLACE: "Phú Ấp",
                Column.TEXT: "=1+1 là sai",
                Column.RECEIVED: "31/02/2026",
            },
            frozenset({Column.RECEIVED}),
            "Dòng 12 của danh sách. Ngày nhận: Tháng 2 năm 2026 chỉ có 28 ngày.",
        ),
        FormRow(
            {Column.NAME: "-Ông Ỷ", Column.RECEIVED: date(2026, 4, 15), Column.ANSWER: "@x"},
            frozenset({Column.TEXT}),
        ),
    ]
    data = opinion_form_excel.build_mending(plan, FIELDS, rows)
    sheet = opened(data)
    heads = [str(cell.value) for cell in sheet[HEAD_ROW]]
    assert heads == [*(one.head for one in FORM), "Nội dung trả lời", "Cần sửa"]
    coloured = {
        cell.coordinate for row in sheet["A8:M9"] for cell in row if cell.fill.fgColor.rgb == "FFFBD5D5"
    }
    assert coloured == {"I8", "F9"}
    assert (sheet["F8"].value, sheet["F8"].data_type) == ("=1+1 là sai", "s")
    assert sheet["I9"].value == datetime(2026, 4, 15)
    assert "chỉ có 28 ngày" in sheet["M8"].value
    assert [row.savable for row in report_of(data, tmp_path).rows] == [False, False]
    mended = filled(data, [{"I": "28/02/2026"}, {"F": ROAD}])
    report = report_of(mended, tmp_path)
    assert [row.savable for row in report.rows] == [True, True]
    assert report.rows[0].opinion.text == "=1+1 là sai"
    assert report.unknown_columns == ()


def test_every_head_of_the_form_is_recognised() -> None:
    """C4: the form's own words are whole names of columns, not guesses."""
    for one in FORM:
        assert OPINIONS.column_of(one.head) == (one.column, 2)
    assert OFFICE.fields == FIELDS
