"""Lists of delegates in all their shapes: columns, headings, merged cells, old letters, doubles (C11)."""

from __future__ import annotations

import unicodedata
from datetime import date
from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from dialogue_desktop.exchange.delegate_columns import DELEGATES, FORM
from dialogue_desktop.exchange.delegate_rows_read import grouped, mended
from dialogue_desktop.exchange.list_columns import Column
from dialogue_desktop.exchange.list_types import Severity
from tests.exchange.delegate_lists import TODAY, facts, pasted, report_of, sentences
from tests.exchange.lists import as_tcvn3, as_vni, docx_bytes, rows_bytes, workbook_bytes

HEADS = ("STT", "Ông/Bà", "Họ và tên", "Chức vụ", "Thôn", "Xóm", "Điện thoại", "Ghi chú")
LIST = (
    HEADS,
    ("I", "", "Đại biểu cấp tỉnh (02 đồng chí)", "", "", "", "", ""),
    (1, "Ông", "NGUYỄN VĂN HOÀ", "Phó Giám đốc Điện lực khu vực Đông Lâm", "", "", 912345678, ""),
    ("II", "", "Đại biểu xã", "", "", "", "", ""),
    (2, "", "Thường trực Đảng ủy xã", "", "", "", "", "Giấy mời chung"),
    (3, "Ông", "Vi Văn Đức", "Trưởng Công an xã", "", "", "", ""),
    ("III", "", "Đại biểu các thôn", "", "", "", "", ""),
    (4, "Bà", "Lường Thị Ẻn", "Trưởng thôn Phú Ấp", "", "", "", ""),
    ("IV", "", "Nhân dân các thôn", "", "", "", "", ""),
    ("", "", "Thôn Đồng Vạn", "", "", "", "", ""),
    (5, "Ông", "Đặng Văn Quyết", "", "", "", "0912 345 679", ""),
    ("", "", "Thôn Phú Ấp", "", "", "", "", ""),
    (6, "Bà", "Cao Thị Ngọ", "nông dân", "", "Đình", "", ""),
    ("", "", "Tổng cộng: 06 đại biểu", "", "", "", "", ""),
    ("", "", "Người lập biểu", "", "", "", "", ""),
    ("", "", "Đinh Thị Lụa", "", "", "", "", ""),
)
READ = [
    [("ông Nguyễn Văn Hoà", "Phó Giám đốc Điện lực khu vực Đông Lâm", "tinh", "", "")],
    [("", "Thường trực Đảng ủy xã", "doan-the", "", "")],
    [("ông Vi Văn Đức", "Trưởng Công an xã", "phong", "", "")],
    [("bà Lường Thị Ẻn", "Trưởng thôn Phú Ấp", "thon", "thôn Phú Ấp", "")],
    [("ông Đặng Văn Quyết", "", "dan", "thôn Đồng Vạn", "")],
    [("bà Cao Thị Ngọ", "nông dân", "dan", "thôn Phú Ấp", "xóm Đình")],
]


def test_groups_and_thon_as_headings(tmp_path: Path) -> None:
    """C11: what stands over rows is theirs; a body is invited as such; sums and signatures are no people."""
    report = report_of(rows_bytes(LIST), tmp_path)
    assert [facts(row) for row in report.rows] == READ
    assert report.summary == "Đọc được 6 dòng: 6 dòng đúng."
    assert [line.text for line in report.outside] == [
        "Tổng cộng: 06 đại biểu",
        "Người lập biểu",
        "Đinh Thị Lụa",
    ]
    assert (report.rows[0].phone, report.rows[4].phone) == ("0912345678", "0912 345 679")
    assert report.rows[1].delegates[0].note == "Giấy mời chung"
    assert [one.through_locality for row in report.rows for one in row.delegates] == [False] * 4 + [True] * 2


def test_a_word_table_of_another_order(tmp_path: Path) -> None:
    """C11: the same people in Word, columns turned round, headings over the whole width."""
    turned = [tuple(str(row[n]) for n in (0, 2, 1, 3, 6, 7, 5, 4)) for row in LIST[:13]]
    wide = [n for n, row in enumerate(LIST[:13]) if not str(row[0]).isdigit() and n]
    merges = []
    for n in wide:
        turned[n] = (f"{turned[n][0]}. {turned[n][1]}".strip(". "), *[""] * 7)
        merges.append((n, 0, n, 7))
    report = report_of(docx_bytes(turned, merges=merges), tmp_path, "dai-bieu.docx")
    assert [facts(row) for row in report.rows] == READ


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_letters_in_two_parts(form: str, tmp_path: Path) -> None:
    """C11: what a Mac saves reads the same, and is kept in one part."""
    text = unicodedata.normalize(form, "Họ và tên;Thôn\nLê Thị Thuý;Phú Ấp\n")  # type: ignore[arg-type]
    report = report_of(text.encode(), tmp_path, "dai-bieu.csv")
    assert facts(report.rows[0]) == [("Lê Thị Thuý", "", "dan", "thôn Phú Ấp", "")]


@pytest.mark.parametrize(("turn", "name"), [(as_tcvn3, "TCVN3"), (as_vni, "VNI")])
def test_old_fonts_are_turned_and_said(turn: object, name: str, tmp_path: Path) -> None:
    """C11, G5: a file of an old machine; that its letters were turned is said."""
    lines = ["Họ và tên;Chức vụ;Thôn", "Đỗ Văn Thành;Trưởng thôn;Đồng Vạn", "Lương Thị Bưởi;nông dân;Phú Ấp"]
    text = turn("\n".join(lines * 3))  # type: ignore[operator]
    report = report_of(text.encode("cp1252"), tmp_path, "dai-bieu.csv")
    assert report.rows[0].delegates[0].name == "Đỗ Văn Thành"
    assert any(name in note for note in report.notes)


def test_merged_cells_and_dittos(tmp_path: Path) -> None:
    """C11: a thôn merged over its rows, "nt" for the row above, a heading merged over three columns."""

    def fill(sheet: Worksheet) -> None:
        for row in (
            ("TT", "Họ tên", "Chức danh", "Thôn", "Ghi chú"),
            ("Cán bộ thôn", None, None, None, None),
            (1, "Bùi Đình Phảng", "Bí thư chi bộ", "Đồng Vạn", None),
            (2, "Nguyễn Hữu Đễ", "Trưởng thôn", None, None),
            (3, "Lường Văn Kiểm", "Bí thư chi bộ", "Phú Ấp", "đi cùng xe"),
            (4, "Lường Thị Ẻn", "Trưởng thôn", "nt", "nt"),
        ):
            sheet.append(row)
        sheet.merge_cells("A2:E2")
        sheet.merge_cells("D3:D4")

    report = report_of(workbook_bytes(fill), tmp_path)
    assert [one[0][2:4] for one in map(facts, report.rows)] == [
        ("thon", "thôn Đồng Vạn"), ("thon", "thôn Đồng Vạn"),
        ("thon", "thôn Phú Ấp"), ("thon", "thôn Phú Ấp"),
    ]  # fmt: skip
    assert report.rows[3].delegates[0].note == "đi cùng xe"


def test_a_list_of_one_thon(tmp_path: Path) -> None:
    """C11: the thôn stands in the title; the place of the conference is not taken for it."""
    rows = [("DANH SÁCH ĐẠI BIỂU THÔN PHÚ ẤP",), ("STT", "Họ và tên", "Xóm"), (1, "Cao Thị Lụa", "Đình")]
    assert facts(report_of(rows_bytes(rows), tmp_path).rows[0]) == [
        ("Cao Thị Lụa", "", "dan", "thôn Phú Ấp", "xóm Đình")
    ]
    rows[0] = ("DANH SÁCH ĐẠI BIỂU DỰ HỘI NGHỊ TẠI THÔN PHÚ ẤP",)
    row = report_of(rows_bytes(rows), tmp_path).rows[0]
    assert row.delegates[0].locality == ""
    assert "Chưa ghi thôn." in sentences(row)


def test_bodies_alone(tmp_path: Path) -> None:
    """C11: a list of who is to send how many; a number that is none must be mended."""
    rows = [
        ("STT", "Cơ quan, đơn vị", "Số lượng", "Ghi chú"),
        (1, "Ban Chấp hành Đoàn xã", 2, ""),
        (2, "Hội Nông dân xã", "03 người", ""),
        (3, "Trạm Y tế xã", "vài người", ""),
    ]
    report = report_of(rows_bytes(rows), tmp_path)
    assert [(row.delegates[0].office, row.seats) for row in report.rows] == [
        ("Ban Chấp hành Đoàn xã", 2), ("Hội Nông dân xã", 3), ("Trạm Y tế xã", 1),
    ]  # fmt: skip
    assert [row.savable for row in report.rows] == [True, True, False]
    assert report.rows[2].problems[-1].where == "C4"


def test_offices_alone_are_no_signatures() -> None:
    """C11: "Trưởng thôn" stands also at the foot of lists; where rows have no numbers it is invited."""
    report = pasted("Chức vụ\tHọ tên\tThôn\nTrưởng thôn\t\t\nBí thư chi bộ\t\tPhú Ấp\nTổng cộng: 2\t\t\n")
    assert [row.delegates[0].office for row in report.rows] == ["Trưởng thôn", "Bí thư chi bộ"]
    assert len(report.outside) == 1


def test_days_and_numbers_of_letters() -> None:
    """C10: letters that the thôn has sent on; days as text, with the day first; 31/4 is no day."""
    head = "Họ tên\tThôn\tSố giấy mời\tNgày gửi"
    report = pasted(f"{head}\nCao Thị Lụa\tPhú Ấp\t12/GM-UBND\t15/4/2026\nBùi Văn Thơ\tPhú Ấp\t13\t31/4/2026")
    first = report.rows[0].delegates[0]
    assert (first.letter_number, first.sent_on) == ("12/GM-UBND", date(2026, 4, 15))
    assert not report.rows[1].savable
    assert report.rows[1].problems[-1].column is Column.SENT


def test_people_of_one_cell_and_what_stands_with_them() -> None:
    """C11: two people are two delegates; the office behind a name has its place; nobody is an error."""
    head = "Họ và tên\tThôn\tĐiện thoại"
    report = pasted(
        f"{head}\nÔng Lê Văn Bốn và bà Cao Thị Lụa\tĐồng Vạn\t\n"
        "Đ/c Nguyễn Văn An - Trưởng thôn\tĐồng Vạn\t\n\tĐồng Vạn\t0912345678\n"
    )
    assert facts(report.rows[0]) == [
        ("ông Lê Văn Bốn", "", "dan", "thôn Đồng Vạn", ""),
        ("bà Cao Thị Lụa", "", "dan", "thôn Đồng Vạn", ""),
    ]
    assert "2 đại biểu" in sentences(report.rows[0])[0]
    assert facts(report.rows[1]) == [("đồng chí Nguyễn Văn An", "Trưởng thôn", "thon", "thôn Đồng Vạn", "")]
    assert sentences(report.rows[2])[0] == "Chưa ghi họ tên hoặc tên cơ quan, chức vụ được mời."
    assert not report.rows[2].savable


def test_who_is_there_already() -> None:
    """C11: the same person is not ticked; one of the same name elsewhere is looked at."""
    report = pasted(
        "Họ tên\tChức vụ\tThôn\tXóm\n"
        "TRẦN HỮU LẪM\tTrưởng phòng Kinh tế\t\t\n"
        "Lê Thị Ổn\t\tPhú Ấp\tĐình\n"
        "Lê Thị Ổn\t\tĐồng Vạn\t\n"
        "Cao Thị Lụa\t\tPhú Ấp\t\n"
        "Cao Thị Lụa\t\tPhú Ấp\t\n"
    )
    assert [row.again for row in report.rows] == [True, True, False, False, True]
    assert report.rows[0].repeats_known == "ông Trần Hữu Lẫm (Trưởng phòng Kinh tế)"
    assert report.rows[4].repeats_row == 5
    assert "hãy xem có phải một người không" in sentences(report.rows[2])[-1]
    assert report.ready == (2, 3)


def test_old_and_new_tone_marks_are_one_person() -> None:
    """C11: "Hoà" and "Hòa"; the spelling of each stays as it is."""
    report = pasted("Họ tên\tThôn\nNguyễn Văn Hoà\tPhú Ấp\nNguyễn Văn Hòa\tPhú Ấp\n")
    assert [row.repeats_row for row in report.rows] == [0, 2]
    assert report.rows[0].delegates[0].name == "Nguyễn Văn Hoà"


def test_a_group_that_the_plan_does_not_have() -> None:
    """P8: said at the row and as a note; another group may be chosen, and then it holds."""
    report = pasted("STT\tHọ tên\tChức vụ\nV\tCâu lạc bộ thơ\t\n1\tBùi Văn Thơ\tChủ nhiệm\n")
    row = report.rows[0]
    assert (row.delegates[0].group_id, row.doubtful) == ("", True)
    assert "Câu lạc bộ thơ" in report.notes[-1]
    row = mended(report, TODAY, 0, Column.GROUP, "Thường trực Đảng ủy").rows[0]
    assert (row.delegates[0].group_id, row.problems) == ("doan-the", ())


def test_a_group_for_those_who_have_none() -> None:
    """P8: placed by office and thôn, or all in one group; what the list says stays."""
    text = "Họ tên\tChức vụ\tThôn\tNhóm\nVi Văn Đức\tTrưởng Công an\t\t\nCao Thị Lụa\t\tPhú Ấp\t\n"
    report = pasted(f"{text}Ngô Đình Quỳ\t\t\tĐại biểu cấp trên\nY Thoan Ksơr\tca sĩ\t\t\n")
    assert [row.delegates[0].group_id for row in report.rows] == ["phong", "dan", "tinh", ""]
    assert [row.group_said for row in report.rows] == [False, False, True, False]
    other = grouped(report, TODAY, "doan-the")
    assert [row.delegates[0].group_id for row in other.rows] == ["doan-the", "doan-the", "tinh", "doan-the"]
    assert grouped(other, TODAY, None).rows[0].delegates == report.rows[0].delegates


def test_places_that_no_thon_has() -> None:
    """C11: of the people it is a doubt with what is meant; a guest from elsewhere keeps his address."""
    head = "Họ tên\tChức vụ\tThôn\tĐịa chỉ\tNhóm"
    report = pasted(
        f"{head}\nCao Thị Lụa\t\tPhú Ấpp\t\tNhân dân\n"
        "Ngô Đình Quỳ\tPhó Giám đốc\t\tSố 5 đường Hoa Lư, thành phố Đông Lâm\tCấp trên\n"
        "Bùi Văn Thơ\t\t\tSố nhà 7, xóm Đình, thôn Phú Ấp\tNhân dân\n"
    )
    first, second, third = report.rows
    assert first.delegates[0].locality == "thôn Phú Ấp"
    assert first.problems[0].choices == ("thôn Phú Ấp",)
    assert (second.house, second.delegates[0].locality, second.problems) == (
        "Số 5 đường Hoa Lư, thành phố Đông Lâm", "", (),
    )  # fmt: skip
    assert (third.delegates[0].address, third.house) == ("xóm Đình, thôn Phú Ấp", "Số nhà 7")


def test_formulas_and_hidden_sheets(tmp_path: Path) -> None:
    """G5: a formula without a result is an error of its cell, mended by typing; what is hidden is told."""

    def fill(sheet: Worksheet) -> None:
        for row in (("Họ tên", "Chức vụ"), ("=A9", "Trưởng thôn"), ("Bùi Văn Thơ", "=B9")):
            sheet.append(row)
        assert sheet.parent is not None
        hidden = sheet.parent.create_sheet("Cũ")
        hidden.sheet_state = "hidden"
        hidden.append(("Họ tên", "Chức vụ"))

    report = report_of(workbook_bytes(fill), tmp_path)
    assert [row.savable for row in report.rows] == [False, False]
    assert report.rows[0].problems[0].severity is Severity.ERROR
    assert any("đang bị ẩn" in note for note in report.notes)
    assert mended(report, TODAY, 0, Column.NAME, "Cao Thị Lụa").rows[0].savable


def test_heads_of_the_form_and_of_others() -> None:
    """C11: every head of the program's own form is known whole; data on persons is never a column."""
    assert [DELEGATES.column_of(one.head) for one in FORM] == [(one.column, 2) for one in FORM]
    assert DELEGATES.column_of("Số căn cước công dân")[0] is None
    assert DELEGATES.column_of("Ký nhận")[0] is None
    assert DELEGATES.column_of("Chức vụ, đơn vị công tác của đại biểu")[0] is Column.OFFICE


def test_what_is_no_list_of_delegates() -> None:
    """G5: told, with its first rows."""
    report = pasted("STT\tLĩnh vực\tNội dung\n1\tGiao thông\tĐề nghị sửa đường")
    assert report.summary == "Không đọc được đại biểu nào."
    assert "không thấy dòng tên cột có cột họ tên" in report.notes[0]
    assert report.unread[0].rows[1] == ("1", "Giao thông", "Đề nghị sửa đường")
