"""The form for a list of delegates and the one with rows to mend: lists inside, read back (C11)."""

from __future__ import annotations

import io
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from dialogue_desktop.exchange import delegate_form_excel
from dialogue_desktop.exchange.delegate_columns import FORM
from dialogue_desktop.exchange.delegate_mending import form_row
from tests.exchange.delegate_lists import LOCALITIES, TODAY, facts, pasted, plan_of, report_of

HEAD_ROW = 7


def opened(data: bytes, name: str = "Đại biểu") -> Worksheet:
    sheet = load_workbook(io.BytesIO(data))[name]
    assert isinstance(sheet, Worksheet)
    return sheet


def test_the_form_is_ready_to_print_and_fill_in() -> None:
    """C11: A4 landscape, heads repeated and locked, groups, thôn and xóm to choose, no identity number."""
    data = delegate_form_excel.build(plan_of(), LOCALITIES[1])
    sheet = opened(data)
    assert [cell.value for cell in sheet[HEAD_ROW]] == [one.head for one in FORM]
    assert sheet["A4"].value == "Thôn: Phú Ấp"
    assert "Không ghi số căn cước" in str(sheet["A6"].value)
    assert (sheet.page_setup.orientation, sheet.print_title_rows) == ("landscape", f"${HEAD_ROW}:${HEAD_ROW}")
    assert sheet.protection.sheet
    assert not sheet["C8"].protection.locked
    assert sheet[f"A{HEAD_ROW}"].protection.locked
    checks = {str(check.sqref): check.formula1 for check in sheet.data_validations.dataValidation}
    assert set(checks) == {"B8:B2000", "E8:E2000", "F8:F2000", "G8:G2000"}
    lists = opened(data, "Danh mục")
    groups = [cell.value for cell in lists["A"] if cell.row > 3 and cell.value]
    assert "Thường trực Đảng ủy" in groups
    assert "Nhân dân các thôn" in groups
    assert "Khách mời khác" in groups
    assert [cell.value for cell in lists["B"] if cell.row > 3 and cell.value] == [o.label for o in LOCALITIES]
    assert lists["C4"].value == "xóm Đình"


def test_without_hamlets_there_is_nothing_to_choose() -> None:
    sheet = opened(delegate_form_excel.build(plan_of(quotas=())))
    assert "G8:G2000" not in {str(check.sqref) for check in sheet.data_validations.dataValidation}


def test_what_is_filled_in_comes_back(tmp_path: Path) -> None:
    """C11: every group that can be chosen is read back as itself."""
    data = delegate_form_excel.build(plan_of())
    workbook = load_workbook(io.BytesIO(data))
    sheet, lists = workbook["Đại biểu"], workbook["Danh mục"]
    groups = [cell.value for cell in lists["A"] if cell.row > 3 and cell.value]
    for number, group in enumerate(groups):
        for letter, value in {
            "B": "Ông", "C": f"Nguyễn Văn {'Bốn Bảy Tám Chín Mười Ổn Ế'.split()[number]}", "E": group,
            "F": "thôn Phú Ấp", "G": "xóm Đình", "H": "0912345678", "I": "Số nhà 7", "J": "đi xe riêng",
        }.items():  # fmt: skip
            sheet[f"{letter}{HEAD_ROW + 1 + number}"] = value
    made = io.BytesIO()
    workbook.save(made)
    report = report_of(made.getvalue(), tmp_path)
    assert [row.delegates[0].group_id for row in report.rows] == [
        "chu-tri-thu-ky", "tinh", "doan-the", "phong", "thon", "dan", "",
    ]  # fmt: skip
    row = report.rows[5]
    assert facts(row) == [("ông Nguyễn Văn Ổn", "", "dan", "thôn Phú Ấp", "xóm Đình")]
    assert (row.phone, row.house, row.delegates[0].note) == ("0912345678", "Số nhà 7", "đi xe riêng")
    assert row.problems == ()


def test_rows_to_mend_go_out_and_come_back(tmp_path: Path) -> None:
    """C11: every word that was typed, what the headings said, the reason; mended they read right."""
    report = pasted(
        "STT\tHọ tên\tChức vụ\tĐơn vị\tSố lượng\tĐiện thoại\nIV\tNhân dân các thôn\t\t\t\t\n"
        "Thôn Đồng Vạn\t\t\t\t\t\n1\t\t\t\t\t0912345678\nII\tThường trực Đảng ủy\t\t\t\t\n"
        "2\t\tPhó Trưởng phòng\tPhòng Kinh tế\tvài\t\n"
    )
    data = delegate_form_excel.build_mending(plan_of(), [form_row(row, TODAY) for row in report.bad])
    workbook = load_workbook(io.BytesIO(data))
    sheet = workbook["Đại biểu"]
    heads = [cell.value for cell in sheet[HEAD_ROW]]
    assert heads[-2:] == ["Số lượng", "Cần sửa"]
    first = dict(zip(heads, [cell.value for cell in sheet[8]], strict=True))
    assert (first["Nhóm, thành phần"], first["Thôn"]) == ("Nhân dân các thôn", "thôn Đồng Vạn")
    assert (first["Điện thoại (không bắt buộc)"], first["Họ và tên"]) == ("0912345678", None)
    assert "Dòng 4 của danh sách. Họ và tên: Chưa ghi họ tên" in str(first["Cần sửa"])
    second = dict(zip(heads, [cell.value for cell in sheet[9]], strict=True))
    assert second["Chức vụ, đơn vị"] == "Phó Trưởng phòng, Phòng Kinh tế"
    coloured = [
        cell.coordinate for row in sheet["A8:L9"] for cell in row if cell.fill.fgColor.rgb == "FFFBD5D5"
    ]
    assert coloured == ["C8", "K9"]
    sheet["C8"], sheet["K9"] = "Bà Cao Thị Lụa", 2
    made = io.BytesIO()
    workbook.save(made)
    again = report_of(made.getvalue(), tmp_path)
    assert again.bad == ()
    assert facts(again.rows[0]) == [("bà Cao Thị Lụa", "", "dan", "thôn Đồng Vạn", "")]
    assert (again.rows[1].delegates[0].group_id, again.rows[1].seats) == ("doan-the", 2)
