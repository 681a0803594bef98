"""Whole lists read into a report: heads anywhere, groups, merged cells, foot lines, repeats (C4, C5)."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from dialogue_desktop.domain.records import Opinion, OpinionKind, Source, Voice
from dialogue_desktop.exchange.list_columns import Column
from dialogue_desktop.exchange.list_types import Assigned, Severity
from dialogue_desktop.exchange.opinion_rows_read import read_opinions
from dialogue_desktop.exchange.opinion_rows_types import ReadOpinion, SpeakingForm
from dialogue_desktop.exchange.table_csv import PASTED
from dialogue_desktop.exchange.table_types import Row, Table, TableFile, trimmed
from tests.exchange.lists import (
    CANAL,
    HEADS,
    LIGHT,
    OFFICE,
    ROAD,
    WATER,
    docx_bytes,
    pasted,
    report_of,
    rows_bytes,
    saved,
    sentences,
    workbook_bytes,
)

DAY = date(2026, 4, 15)
ROW = (1, "Ông Nguyễn Văn Hưởng", "xóm Đình, Phú Ấp", "0912345678", "Giao thông", ROAD, DAY)


def test_a_whole_row_is_understood(tmp_path: Path) -> None:
    """C4, C5: every column; where it stands; the telephone apart from what enters the journal."""
    report = report_of(rows_bytes([HEADS, ROW]), tmp_path)
    row = report.rows[0]
    assert row.opinion == ReadOpinion(
        text=ROAD,
        voices=(Voice("Nguyễn Văn Hưởng", "ông", "thôn Phú Ấp", "xóm Đình"),),
        field="Giao thông",
        received_on=DAY,
        phone="0912345678",
    )
    assert row.problems == ()
    assert (row.sheet, row.number, row.where) == ("Ý kiến", 2, "Ý kiến, dòng 2")
    assert row.cell_of(Column.TEXT) == "F2"
    assert row.text_of(Column.RECEIVED) == "15/04/2026"
    assert report.summary == "Đọc được 1 dòng: 1 dòng đúng."
    assert report.ready == (0,)


def test_columns_in_any_order_under_other_names(tmp_path: Path) -> None:
    """C4: synonyms, capitals, stars, line ends; unknown columns are named, personal ones with the reason."""
    heads = (
        "Ghi chú",
        "NỘI DUNG KIẾN NGHỊ",
        "Người có ý kiến (*)",
        "Thôn/TDP",
        "SĐT",
        "Số CCCD",
        "Ngày\ntiếp nhận",
    )
    row = ("gấp", ROAD, "Bà Lê Thị Ổn", "Đồng Vạn", "0912345678", "001234567890", DAY)
    report = report_of(rows_bytes([heads, row]), tmp_path)
    opinion = report.rows[0].opinion
    assert (opinion.text, opinion.voices, opinion.phone, opinion.received_on) == (
        ROAD,
        (Voice("Lê Thị Ổn", "bà", "thôn Đồng Vạn"),),
        "0912345678",
        DAY,
    )
    assert {c.head: c.reason for c in report.unknown_columns} == {
        "Ghi chú": "không có cột như vậy trong chương trình nên không đọc",
        "Số CCCD": "dữ liệu cá nhân không cần cho hội nghị nên không đọc",
    }
    assert "001234567890" not in repr(report.rows)


@pytest.mark.parametrize("seed", range(6))
def test_the_order_of_columns_and_rows_does_not_matter(seed: int, tmp_path: Path) -> None:
    """C4: the columns shuffled, the head anywhere in the first twenty rows."""
    chance = random.Random(seed)
    order = list(range(len(HEADS)))
    chance.shuffle(order)
    before = [[f"Dòng mở đầu số {n}"] for n in range(chance.randrange(0, 18))]
    rows: list[list[Any]] = [*before, [HEADS[n] for n in order], [ROW[n] for n in order]]
    report = report_of(rows_bytes(rows), tmp_path)
    straight = report_of(rows_bytes([HEADS, ROW]), tmp_path)
    assert report.rows[0].opinion == straight.rows[0].opinion


def test_heads_of_two_and_three_lines(tmp_path: Path) -> None:
    """C4: "Đồng ý công khai" over "Có" and "Không", heads merged downwards, a line of numbers under them."""

    def fill(sheet: Worksheet) -> None:
        sheet.append(["ỦY BAN NHÂN DÂN XÃ MINH KHÊ"])
        sheet.append(["DANH SÁCH Ý KIẾN CỦA NHÂN DÂN"])
        sheet.append(["STT", "Người có ý kiến", None, "Nội dung ý kiến", "Đồng ý công khai họ tên", None])
        sheet.append([None, "Họ và tên", "Địa chỉ", None, "Có", "Không"])
        sheet.append(["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"])
        sheet.append([1, "Lê Thị Ổn", "Phú Ấp", WATER, "x", None])
        sheet.append([2, "Đỗ Văn Bình", "Phú Ấp", CANAL, None, "x"])
        sheet.append([3, "Cao Văn Ỷ", "Phú Ấp", LIGHT, None, None])
        for cells in ("A2:F2", "A3:A4", "B3:C3", "D3:D4", "E3:F3"):
            sheet.merge_cells(cells)

    report = report_of(workbook_bytes(fill), tmp_path)
    assert [row.opinion.voices[0].name for row in report.rows] == ["Lê Thị Ổn", "Đỗ Văn Bình", "Cao Văn Ỷ"]
    assert [row.opinion.consent for row in report.rows] == [True, False, None]
    assert report.rows[0].opinion.voices[0].locality == "thôn Phú Ấp"


def test_group_rows_give_the_place_and_the_field() -> None:
    """C4: "I. Thôn Đồng Vạn (2 ý kiến)" holds until the next group; a row's own place comes first."""
    report = pasted(
        f"STT\tHọ tên\tĐịa chỉ\tNội dung\n"
        f"I\tTHÔN ĐỒNG VẠN (2 ý kiến)\n1\tÔng An\txóm Trại\t{ROAD}\n2\tBà Ổn\tPhú Ấp\t{WATER}\n"
        f"II. Thôn Phú Ấp:\n\tLĩnh vực môi trường\n1\tÔng Bảy\t\t{CANAL}\n"
    )
    assert [row.opinion.voices[0].address for row in report.rows] == [
        "xóm Trại, thôn Đồng Vạn",
        "thôn Phú Ấp",
        "thôn Phú Ấp",
    ]
    assert [row.opinion.field for row in report.rows] == ["", "", "Môi trường"]
    assert not any(row.doubtful for row in report.rows)


def test_a_place_that_is_no_group(tmp_path: Path) -> None:
    """C4: a form on which only number and thôn are filled in: an empty row, no group, no opinion."""
    rows = [HEADS, (1, "", "Đồng Vạn", "", "", "", ""), (2, "Bà Lê Thị Ổn", "", "", "", WATER, "")]
    report = report_of(rows_bytes(rows), tmp_path)
    assert len(report.rows) == 1
    assert "Chưa ghi thôn." in sentences(report.rows[0])


def test_the_place_above_the_table(tmp_path: Path) -> None:
    """C4: "Thôn: Phú Ấp" over the head, the only thôn in a title, the heading over a Word table."""
    for title in ("Thôn: Phú Ấp", "ĐƠN VỊ: THÔN PHÚ ẤP", "TỔNG HỢP Ý KIẾN NHÂN DÂN THÔN PHÚ ẤP NĂM 2026"):
        report = report_of(rows_bytes([[title], HEADS, (1, "Bà Ổn", "", "", "", WATER, "")]), tmp_path)
        assert report.rows[0].opinion.voices[0].locality == "thôn Phú Ấp"
    both = "Hội nghị đối thoại với Nhân dân thôn Đồng Vạn và thôn Phú Ấp"
    report = report_of(rows_bytes([[both], HEADS, (1, "Bà Ổn", "", "", "", WATER, "")]), tmp_path)
    assert report.rows[0].opinion.voices[0].locality == ""
    word = docx_bytes([("TT", "Họ tên", "Nội dung"), ("1", "Bà Ổn", WATER)], heading="2. Thôn Đồng Vạn")
    report = report_of(word, tmp_path, "bang.docx")
    assert report.rows[0].opinion.voices[0].locality == "thôn Đồng Vạn"
    assert report.rows[0].cell_of(Column.TEXT) == "dòng 2, cột 3"


def test_merged_names_and_merged_opinions(tmp_path: Path) -> None:
    """C4, C5: one person, two opinions (name and thôn merged); three people, one opinion (text merged)."""

    def fill(sheet: Worksheet) -> None:
        for row in (
            ("STT", "Họ tên", "Thôn", "Nội dung"),
            (1, "Bà Lê Thị Ổn", "Phú Ấp", WATER),
            (None, None, None, LIGHT),
            (2, "Ông Cao Văn Ỷ", "Đồng Vạn", CANAL),
            (3, "Ông Đỗ Văn Bình", "Đồng Vạn", None),
            (4, "Bà Đinh Thị Ngọ", "Đồng Vạn", None),
            (5, "Ông Lương Văn Khỏe", "Phú Ấp", ROAD),
        ):
            sheet.append(list(row))
        for cells in ("A2:A3", "B2:B3", "C2:C3", "D4:D6"):
            sheet.merge_cells(cells)

    report = report_of(workbook_bytes(fill), tmp_path)
    assert [(row.number, row.opinion.text) for row in report.rows] == [
        (2, WATER),
        (3, LIGHT),
        (4, CANAL),
        (7, ROAD),
    ]
    assert report.rows[1].opinion.voices == (Voice("Lê Thị Ổn", "bà", "thôn Phú Ấp"),)
    assert [voice.name for voice in report.rows[2].opinion.voices] == [
        "Cao Văn Ỷ",
        "Đỗ Văn Bình",
        "Đinh Thị Ngọ",
    ]


def test_a_blank_name_is_asked_not_guessed() -> None:
    """C5: the same person may go on in the next row; a name is never put into someone's mouth silently."""
    report = pasted(f"STT\tHọ tên\tThôn\tNội dung\n1\tBà Lê Thị Ổn\tPhú Ấp\t{WATER}\n\t\tPhú Ấp\t{LIGHT}\n")
    row = report.rows[1]
    assert row.opinion.voices == (Voice(locality="thôn Phú Ấp"),)
    problem = row.problems[0]
    assert (problem.severity, problem.column, problem.choices) == (
        Severity.DOUBT,
        Column.NAME,
        ("Bà Lê Thị Ổn",),
    )


def test_lines_that_are_no_opinion_are_shown_apart() -> None:
    """C4: sums, signatures, heads said again, empty numbered rows."""
    head = "STT\tHọ tên\tThôn\tNội dung"
    report = pasted(
        f"{head}\n1\tBà Ổn\tPhú Ấp\t{WATER}\n{head}\n2\tÔng Ỷ\tPhú Ấp\t{CANAL}\n3\t\t\t\n4\t\t\t\n"
        "Tổng cộng: 2 ý kiến\n\t\t\tMinh Khê, ngày 15 tháng 4 năm 2026\n\tNgười lập biểu\t\tTRƯỞNG THÔN\n"
    )
    assert [row.opinion.text for row in report.rows] == [WATER, CANAL]
    assert [line.text for line in report.outside] == [
        "Tổng cộng: 2 ý kiến",
        "Minh Khê, ngày 15 tháng 4 năm 2026",
        "Người lập biểu | TRƯỞNG THÔN",
    ]


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


def test_columns_said_by_hand() -> None:
    """C4: rows pasted without their heads are offered, then read as the person says."""
    text = f"1\tBà Lê Thị Ổn\tPhú Ấp\t{WATER}\n2\tÔng Cao Văn Ỷ\tĐồng Vạn\t{CANAL}"
    report = pasted(text)
    assert report.rows == ()
    assert report.unread[0].rows[0] == ("1", "Bà Lê Thị Ổn", "Phú Ấp", WATER)
    assert report.unread[0].guess == (Column.NUMBER, Column.NAME, Column.PLACE, Column.TEXT)
    columns = Assigned(report.unread[0].guess, report.unread[0].first)
    again = pasted(text, assigned={PASTED: columns})
    assert [row.opinion.text for row in again.rows] == [WATER, CANAL]
    assert again.summary == "Đọc được 2 dòng: 2 dòng đúng."


def test_columns_guessed_for_a_person_to_confirm(tmp_path: Path) -> None:
    """C4: telephone, day, field, consent among the rest; nothing where no column holds opinions."""
    rows = [
        ["0912345678", WATER, DAY, "Bà Lê Thị Ổn", "Nước sinh hoạt", "thôn Phú Ấp", "Có", None],
        ["0987654321", CANAL, DAY, "Ông Cao Văn Ỷ", "Môi trường", "xóm Trại", "Không", "x"],
    ]
    report = report_of(rows_bytes(rows), tmp_path)
    assert report.unread[0].guess[:7] == (
        Column.PHONE, Column.TEXT, Column.RECEIVED, Column.NAME, Column.FIELD, Column.PLACE, Column.CONSENT,
    )  # fmt: skip
    assert pasted("a\tb\nc\td").unread[0].guess == ()


def test_the_first_opinion_under_heads_that_nobody_knows() -> None:
    """C4: a row that may be an opinion is never proposed as a head."""
    rows = f"Bà Lê Thị Ổn\tPhú Ấp\t{WATER}\nÔng Cao Văn Ỷ\tĐồng Vạn\t{CANAL}"
    sheet = pasted(f"Ai nói\tnhà nào\tnói gì\n{rows}").unread[0]
    assert (sheet.first, sheet.numbers, sheet.filled) == (1, (1, 2, 3), (0, 1, 2))
    assert pasted(f"Ông Tạ Văn Lịch\tPhú Ấp\tThiếu nước\n{rows}").unread[0].first == 0
    assert pasted(f"Ông Tạ Văn Lịch\tThiếu nước\nBà Ổn\t{WATER}").unread[0].first == 0


def test_other_columns_of_the_form() -> None:
    """C3, C5, C7: how to be heard, consent, slip, collector, source, kind, a prepared answer."""
    report = pasted(
        "Họ tên\tThôn\tNội dung\tHình thức\tCông khai họ tên\tSố phiếu\tNgười thu phiếu\tNguồn\tLoại\t"
        "Nội dung trả lời\tNgười trả lời\n"
        f"Bà Ổn\tPhú Ấp\t{WATER}\tGửi câu hỏi\tCó\t07\tÔng Lương Văn Khỏe\tPhiếu\tKiến nghị\t"
        "Đã có lịch.\tÔng Tạ Văn Lịch\n"
        f"Ông Ỷ\tPhú Ấp\t{CANAL}\tPhát biểu\tKhông\t\t\tTrưởng thôn\t\t\t\n"
        f"Không nêu tên\tPhú Ấp\t{ROAD}\tGửi câu hỏi\tCó\t\t\t\t\t\t\n"
    )
    first, second, third = (row.opinion for row in report.rows)
    assert (first.form, first.consent, first.slip_number, first.collected_by) == (
        SpeakingForm.QUESTION,
        True,
        "07",
        "Ông Lương Văn Khỏe",
    )
    assert (first.source, first.kind) == (Source.SLIP, OpinionKind.PETITION)
    assert (first.prepared_answer, first.prepared_by) == ("Đã có lịch.", "Ông Tạ Văn Lịch")
    assert (second.form, second.consent, second.source) == (SpeakingForm.SPEAK, False, Source.VILLAGE_HEAD)
    assert (third.anonymous, third.consent, third.kind) == (True, None, OpinionKind.QUESTION)
    assert third.voices == (Voice(locality="thôn Phú Ấp"),)


def test_house_and_identity_numbers_stay_out(tmp_path: Path) -> None:
    """C5: a house is contact data; a telephone inside the words is told of."""
    place = "Số nhà 12, xóm Đình, thôn Phú Ấp"
    row = (1, "Bà Ổn", place, "001234567890", "", f"{WATER} Gọi 0912345678.", "")
    read = report_of(rows_bytes([HEADS, row]), tmp_path).rows[0]
    assert read.opinion.house == "Số nhà 12"
    assert read.opinion.voices == (Voice("Ổn", "bà", "thôn Phú Ấp", "xóm Đình"),)
    assert read.opinion.phone == ""
    assert any("bản niêm yết sẽ che" in sentence for sentence in sentences(read))


def test_repeats_in_the_list_and_of_what_is_kept(tmp_path: Path) -> None:
    """C4: the same person with nearly the same words; the same words of another person are no repeat."""
    kept = (Opinion("a", number=7, text=WATER, voices=(Voice("Lê Thị Ổn", "bà", "thôn Phú Ấp"),)),)
    rows = [
        HEADS,
        (1, "Lê Thị Ổn", "Phú Ấp", "", "", f"{WATER.upper()} ", ""),
        (2, "Ông Ỷ", "Phú Ấp", "", "", CANAL, ""),
        (3, "Cao Ỷ", "Phú Ấp", "", "", CANAL, ""),
        (4, "Ông Ỷ", "Phú Ấp", "", "", CANAL.replace("đề nghị", "đề nghị xã"), ""),
    ]
    report = report_of(rows_bytes(rows), tmp_path, office=replace(OFFICE, kept=kept))
    assert [(row.repeats_opinion, row.repeats_row) for row in report.rows] == [(7, 0), (0, 0), (0, 0), (0, 3)]
    assert report.ready == (1, 2)
    assert report.summary.endswith("2 dòng trùng với ý kiến đã có hoặc dòng trên.")


def test_a_row_without_an_opinion_is_not_ticked() -> None:
    """C4: "không có ý kiến" is shown, can be kept, and is not chosen."""
    report = pasted("Họ tên\tThôn\tNội dung\nBà Ổn\tPhú Ấp\tKhông có ý kiến\n")
    assert report.rows[0].savable
    assert report.ready == ()


def test_five_thousand_rows(tmp_path: Path) -> None:
    """C4: all of them, in their order, in one report."""
    rows = [
        (n, f"Ông Nguyễn Văn {chr(65 + n % 26)}", "Phú Ấp", "", "", f"{CANAL} Thửa số {n}.", DAY)
        for n in range(5_000)
    ]
    report = report_of(rows_bytes([HEADS, *rows]), tmp_path)
    assert [row.number for row in report.rows] == list(range(2, 5_002))
    assert all(row.savable for row in report.rows)


CELL = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**12), 10**12),
    st.floats(allow_nan=False, allow_infinity=False),
    st.dates(date(1950, 1, 1), date(2100, 1, 1)),
    st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=60),
    st.sampled_from(
        ["Thôn Phú Ấp", "1. Một hai ba bốn năm. 2. Sáu bảy tám chín mười.", "Tổng cộng", "=1", "x", "31/2"]
    ),
)


@given(st.lists(st.lists(CELL, min_size=7, max_size=8), max_size=12))
def test_random_cells_never_crash(rows: list[list[Any]]) -> None:
    """G5: anything in any column; a row with words in the column of opinions never vanishes silently."""
    table = Table("Ý kiến", [Row(1, HEADS)], letters=True)
    table.rows += [Row(number, trimmed(cells)) for number, cells in enumerate(rows, start=2)]
    report = read_opinions(TableFile("Excel", (table,)), OFFICE, conference_id="hn")
    seen = {row.number for row in report.rows} | {line.number for line in report.outside}
    for number, cells in enumerate(rows, start=2):
        text = cells[5]
        if isinstance(text, str) and text.strip() and len([c for c in cells if c not in (None, "")]) > 2:
            assert number in seen or any(ord(letter) > 0x2000 or ord(letter) == 0xAD for letter in text)
    for row in report.rows:
        assert row.savable == all(problem.severity is not Severity.ERROR for problem in row.problems)
        assert all(problem.sentence.endswith((".", "?")) for problem in row.problems)


def test_ditto_marks_say_what_stands_above() -> None:
    """C4: "nt", "-nt-", "như trên" in names, places and days; told, so that somebody sees it."""
    report = pasted(
        "Họ tên\tThôn\tNội dung\tNgày nhận\n"
        f'Bà Lê Thị Ổn\tPhú Ấp\t{WATER}\t15/4/2026\n-nt-\tnt\t{LIGHT}\tnhư trên\nÔng Ỷ\t"\t{CANAL}\t//\n'
    )
    assert [row.opinion.voices for row in report.rows] == [
        (Voice("Lê Thị Ổn", "bà", "thôn Phú Ấp"),),
        (Voice("Lê Thị Ổn", "bà", "thôn Phú Ấp"),),
        (Voice("Ỷ", "ông", "thôn Phú Ấp"),),
    ]
    assert {row.opinion.received_on for row in report.rows} == {DAY}
    assert [problem.severity for problem in report.rows[1].problems] == [Severity.NOTE] * 3
    alone = pasted(f"Họ tên\tThôn\tNội dung\nnt\tPhú Ấp\t{WATER}\n")
    assert alone.rows[0].opinion.voices[0].name == "nt"  # nothing above: as it is written


def test_a_second_list_under_the_first(tmp_path: Path) -> None:
    """C4: another head, its columns in another order, in the same sheet."""
    rows: list[list[Any]] = [
        ["I. Ý kiến của Nhân dân thôn Đồng Vạn"],
        ["STT", "Họ tên", "Nội dung"],
        [1, "Bà Ổn", WATER],
        [],
        ["II. Ý kiến qua phiếu"],
        ["Nội dung kiến nghị", "Người kiến nghị", "Thôn", "Ngày nhận"],
        [CANAL, "Ông Ỷ", "Phú Ấp", DAY],
    ]
    report = report_of(rows_bytes(rows), tmp_path)
    assert [(row.opinion.text, row.opinion.voices[0].name) for row in report.rows] == [
        (WATER, "Ổn"),
        (CANAL, "Ỷ"),
    ]
    assert report.rows[1].opinion.received_on == DAY
    assert report.rows[1].cell_of(Column.TEXT) == "A7"


def test_one_opinion_of_people_in_several_places(tmp_path: Path) -> None:
    """C5: a merged opinion keeps every name and telephone; two thôn are asked about."""

    def fill(sheet: Worksheet) -> None:
        sheet.append(["Họ tên", "Thôn", "Điện thoại", "Nội dung"])
        sheet.append(["Ông Ỷ", "Đồng Vạn", "0912345678", CANAL])
        sheet.append(["Bà Ngọ", "Phú Ấp", "0987654321", None])
        sheet.merge_cells("D2:D3")

    row = report_of(workbook_bytes(fill), tmp_path).rows[0]
    assert [voice.name for voice in row.opinion.voices] == ["Ỷ", "Ngọ"]
    assert row.opinion.phone == "0912345678; 0987654321"
    assert any("nhiều nơi" in sentence for sentence in sentences(row))


def test_headings_and_signatures_of_a_real_list(tmp_path: Path) -> None:
    """C4: groups by field with letters, one that no list has, names under the signatures, a foreign thôn."""
    rows: list[list[Any]] = [
        ["UBND XÃ MINH KHÊ", None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        ["THÔN PHÚ ẤP", None, None, "Độc lập - Tự do - Hạnh phúc"],
        ["TỔNG HỢP Ý KIẾN CỦA NHÂN DÂN"],
        ["TT", "Họ và tên, địa chỉ", "Nội dung ý kiến, kiến nghị", "Ghi chú"],
        ["A", "Lĩnh vực giao thông"],
        [1, "Ông Nguyễn Văn An, xóm Đình", ROAD, "đã hỏi năm 2025"],
        ["B", "Các ý kiến về môi trường"],
        [1, "Cử tri thôn", CANAL],
        ["C", "Kiến nghị về chế độ"],
        [1, "Ông Cao Văn Ỷ", LIGHT],
        ["D", "Thôn An Sơn"],
        [1, "Bà Đỗ Thị Lụa", WATER],
        [None, "TM. BAN CÔNG TÁC MẶT TRẬN", None, "TRƯỞNG THÔN"],
        [None, "(Ký, ghi rõ họ tên)"],
        [None, "Đinh Thị Ngọ", None, "Lương Văn Khỏe"],
    ]
    report = report_of(rows_bytes(rows), tmp_path)
    assert [(row.opinion.field, row.opinion.voices[0].locality) for row in report.rows] == [
        ("Giao thông", "thôn Phú Ấp"),
        ("Môi trường", "thôn Phú Ấp"),
        ("", "thôn Phú Ấp"),
        ("", "thôn An Sơn"),
    ]
    assert report.rows[0].opinion.voices == (Voice("Nguyễn Văn An", "ông", "thôn Phú Ấp", "xóm Đình"),)
    assert report.rows[1].opinion.group_note == "Cử tri thôn"
    assert [line.text for line in report.outside] == [
        "C | Kiến nghị về chế độ",
        "D | Thôn An Sơn",
        "TM. BAN CÔNG TÁC MẶT TRẬN | TRƯỞNG THÔN",
        "(Ký, ghi rõ họ tên)",
        "Đinh Thị Ngọ | Lương Văn Khỏe",
    ]
    assert any("“Thôn An Sơn” không phải thôn của hội nghị này" in note for note in report.notes)
    assert report.bad == ()


def test_a_lettered_opinion_is_no_heading() -> None:
    """C4: "a | | Đề nghị …": the words stand in the column of opinions."""
    report = pasted(f"STT\tHọ tên\tNội dung\nA\t\t{LIGHT[:40]}\n1\tBà Ổn\t{WATER}\n")
    assert [row.opinion.text for row in report.rows] == [LIGHT[:40], WATER]


@pytest.mark.parametrize(
    "unit", [" ", "\n", ";", "T", "(", "1. ", "\n- a ", "Ông A, ", "và ", "0 ", "nhóm ", "á"]
)
def test_cells_as_long_as_excel_allows(unit: str) -> None:
    """G5: 32,000 letters of one kind in any column: read at once, where a careless search takes minutes."""
    long = "x" + unit * (32_000 // len(unit)) + "x"
    heads = (*HEADS, "Hình thức", "Công khai họ tên", "Nguồn", "Loại", "Nội dung trả lời")
    table = Table("Ý kiến", [Row(1, heads)], letters=True)
    for place in range(len(heads)):
        cells: list[Any] = [None] * len(heads)
        cells[1], cells[5], cells[place] = "Ông Ỷ", CANAL, long
        alone: list[Any] = [None] * len(heads)
        alone[place] = long
        table.rows += [Row(2 * place + 2, tuple(cells)), Row(2 * place + 3, tuple(alone))]
    report = read_opinions(TableFile("Excel", (table,)), OFFICE, conference_id="hn")
    assert {row.number for row in report.rows} >= {2 * place + 2 for place in range(len(heads))}
