"""Lists of opinions: what one row says, who says it, and what it repeats (C3, C4, C5, C7)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from openpyxl.worksheet.worksheet import Worksheet

from dialogue_desktop.domain.records import Opinion, OpinionKind, Source, Voice
from dialogue_desktop.exchange.list_columns import Column
from dialogue_desktop.exchange.list_types import Severity
from dialogue_desktop.exchange.opinion_rows_types import ReadOpinion, SpeakingForm
from tests.exchange.lists import (
    CANAL,
    DAY,
    HEADS,
    LIGHT,
    OFFICE,
    ROAD,
    ROW,
    WATER,
    pasted,
    report_of,
    rows_bytes,
    sentences,
    workbook_bytes,
)


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
