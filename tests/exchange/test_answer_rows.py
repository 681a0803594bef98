"""Answers of a unit read back: matched by number and text, never to another opinion (C7)."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from dialogue_desktop.domain.records import Opinion, Source, Voice
from dialogue_desktop.exchange import answer_form_excel, answer_rows
from dialogue_desktop.exchange.answer_row_types import AnswerSheetReport, FoundBy
from dialogue_desktop.exchange.list_columns import Column
from dialogue_desktop.exchange.list_types import Severity
from dialogue_desktop.exchange.table_files import read_pasted, read_tables
from tests.data.loc_thinh import loc_thinh_evening_plan
from tests.exchange.lists import CANAL, LIGHT, ROAD, WATER, docx_bytes

UNIT = "Phòng Kinh tế"
OPINIONS = tuple(
    Opinion(
        f"o{number}",
        number=number,
        source=Source.VILLAGE_HEAD,
        text=text,
        voices=(Voice(name, "ông", "thôn Phú Ấp"),),
        field="Giao thông",
        unit=UNIT,
        draft_due=date(2026, 4, 22),
    )
    for number, text, name in (
        (3, ROAD, "Nguyễn Văn Hưởng"),
        (4, CANAL, "Cao Văn Ỷ"),
        (9, WATER, "Lê Văn Ổn"),
    )
)
ANSWER = "Đã đưa vào kế hoạch sửa chữa quý II; hoàn thành trước ngày 30/6."


def made(opinions: tuple[Opinion, ...] = OPINIONS) -> bytes:
    return answer_form_excel.build(loc_thinh_evening_plan(), UNIT, opinions)


def filled(data: bytes, cells: dict[str, Any]) -> bytes:
    workbook = load_workbook(io.BytesIO(data))
    for name, value in cells.items():
        workbook.worksheets[0][name] = value
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def read(data: bytes, folder: Path, opinions: tuple[Opinion, ...] = OPINIONS) -> AnswerSheetReport:
    path = folder / "tra-loi.xlsx"
    path.write_bytes(data)
    return answer_rows.read_answers(read_tables(path), opinions, conference_id="hn", file_name=path.name)


def pasted(text: str, opinions: tuple[Opinion, ...] = OPINIONS) -> AnswerSheetReport:
    return answer_rows.read_answers(read_pasted(text), opinions, conference_id="hn")


def test_the_sheet_that_goes_out() -> None:
    """C7: number, who, where, field, words, deadline; only the answer can be written in; ready to print."""
    sheet = load_workbook(io.BytesIO(made())).worksheets[0]
    assert isinstance(sheet, Worksheet)
    assert sheet["A4"].value == "Đơn vị trả lời: Phòng Kinh tế"
    assert sheet["F7"].value == datetime(2026, 4, 22)
    assert [cell.value for cell in sheet[7]][:5] == [
        3,
        "ông Nguyễn Văn Hưởng",
        "thôn Phú Ấp",
        "Giao thông",
        ROAD,
    ]
    assert [cell.protection.locked for cell in sheet[7]] == [True] * 6 + [False, False]
    assert sheet.protection.sheet
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.print_title_rows == "$6:$6"
    hidden = replace(OPINIONS[0], anonymous=True)
    anonymous = load_workbook(io.BytesIO(made((hidden,)))).worksheets[0]
    assert anonymous["B7"].value == "Công dân không nêu tên"
    assert load_workbook(io.BytesIO(made(()))).worksheets[0]["B7"].value.startswith("Chưa có ý kiến nào")


def test_the_sheet_comes_back(tmp_path: Path) -> None:
    """C7: two answered, one not; who answers is the unit of the heading where nobody is named."""
    report = read(
        filled(made(), {"G7": ANSWER, "H7": "Ông Tạ Văn Lịch", "G9": "Nhà máy đã có lịch."}), tmp_path
    )
    assert [(r.opinion_id, r.answer, r.answerer) for r in report.rows] == [
        ("o3", ANSWER, "Ông Tạ Văn Lịch"),
        ("o9", "Nhà máy đã có lịch.", UNIT),
    ]
    assert report.unanswered == (4,)
    assert report.ready == (0, 1)
    assert report.summary == "Đọc được 2 câu trả lời: 2 câu đúng chỗ. 1 ý kiến chưa có câu trả lời."


def test_another_order_and_a_word_table(tmp_path: Path) -> None:
    """C7: a unit that made a table of its own, shortened the words and left the numbers as STT."""
    data = docx_bytes(
        [
            ("TT", "Nội dung kiến nghị", "Nội dung giải trình", "Đơn vị trả lời"),
            ("1", WATER[:60], "Nhà máy đã có lịch.", "Nhà máy nước"),
            ("2", ROAD.upper(), ANSWER, UNIT),
            ("3", LIGHT, "Đã ghi nhận.", UNIT),
        ]
    )
    report = read(data, tmp_path)
    assert [row.opinion_id for row in report.rows] == ["o9", "o3", ""]
    problem = report.rows[2].problems[0]
    assert problem.severity is Severity.ERROR
    assert "Không biết câu này trả lời ý kiến nào" in problem.sentence
    assert report.ready == (0, 1)


@pytest.mark.parametrize(
    ("line", "words", "savable"),
    [
        (f"3\t{CANAL}\tx y z", "không phải của ý kiến số 3; nội dung này giống ý kiến số 4", False),
        (f"3\t{LIGHT}\tx y z", "không phải của ý kiến số 3.", False),
        ("3\t\tx y z", "Không có nội dung ý kiến để đối chiếu", True),
        (f"77\t{CANAL}\tx y z", "theo nội dung thì đây là ý kiến số 4", True),
        ("77\t\tx y z", "Không có ý kiến số 77", False),
    ],
)
def test_numbers_and_words_that_do_not_agree(line: str, words: str, savable: bool) -> None:
    """C7: an answer never lands on another opinion by its number alone."""
    row = pasted(f"Số ý kiến\tNội dung ý kiến\tNội dung trả lời\n{line}\n").rows[0]
    assert any(words in problem.sentence for problem in row.problems)
    assert row.savable is savable


def test_answers_that_are_there_already() -> None:
    """C7: the same answer is not chosen; another one is chosen only by a person, with the old one shown."""
    known = (replace(OPINIONS[0], prepared_answer=ANSWER), OPINIONS[1])
    head = "Số ý kiến\tNội dung ý kiến\tNội dung trả lời\tNgười trả lời\n"
    same = pasted(f"{head}3\t{ROAD}\t{ANSWER.upper()}\tx", known).rows[0]
    assert (same.already, same.ready, same.replaces) == (True, False, "")
    other = pasted(f"{head}3\t{ROAD}\tChưa có vốn.\tx", known)
    assert (other.rows[0].replaces, other.ready) == (ANSWER, ())
    assert "câu mới thay câu cũ" in other.rows[0].problems[0].sentence
    twice = pasted(f"{head}4\t{CANAL}\tCó.\tx\n4\t{CANAL}\tKhông.\tx\n4\t{CANAL}\tcó\tx", known)
    assert [row.savable for row in twice.rows] == [True, True, True]
    assert [row.repeats_row for row in twice.rows] == [0, 0, 2]
    assert "đã có câu trả lời khác ở dòng 2" in twice.rows[1].problems[0].sentence
    assert twice.ready == (0,)


def test_it_is_said_how_the_opinion_was_found() -> None:
    """C7: by both, by its words alone, by its number alone; who asked and who answered before stand there."""
    known = (replace(OPINIONS[0], prepared_answer="Chưa có vốn.", prepared_by=UNIT), *OPINIONS[1:])
    head = "Số ý kiến\tNội dung ý kiến\tNội dung trả lời\n"
    rows = pasted(f"{head}3\t{ROAD}\tCó vốn.\n\t{CANAL}\tCó.\n9\t\tCó.\n", known).rows
    assert [row.found_by for row in rows] == [FoundBy.BOTH, FoundBy.TEXT, FoundBy.NUMBER]
    assert (rows[0].opinion_who, rows[0].replaces_by) == ("ông Nguyễn Văn Hưởng", UNIT)


def test_a_person_says_whose_answer_it_is() -> None:
    """C7: a number written while looking at the row holds, whatever the words; a wrong one does not."""
    report = pasted(f"STT\tNội dung kiến nghị\tNội dung trả lời\n1\t{LIGHT}\tĐã lắp đèn.\n2\t{ROAD}\t\n")
    assert not report.rows[0].savable
    mended = answer_rows.again(report, OPINIONS, 0, Column.OPINION, "9")
    row = mended.rows[0]
    assert (row.opinion_id, row.found_by, row.savable) == ("o9", FoundBy.HAND, True)
    assert answer_rows.again(mended, OPINIONS, 0, Column.ANSWER, "Sẽ lắp.").rows[0].opinion_id == "o9"
    assert not answer_rows.again(mended, OPINIONS, 0, Column.OPINION, "77").rows[0].savable
    assert not answer_rows.again(mended, OPINIONS, 0, Column.ANSWER, " ").rows[0].savable


def test_opinions_under_one_answer_get_one() -> None:
    """C6, C7: two answers for opinions that were joined: the second is a person's to choose."""
    joined = tuple(replace(one, group_id="g") for one in OPINIONS[:2])
    head = "Số ý kiến\tNội dung ý kiến\tNội dung trả lời\n"
    report = pasted(f"{head}3\t{ROAD}\tCó.\n4\t{CANAL}\tKhông.\n", joined)
    assert report.ready == (0,)
    assert "Ý kiến số 4 gộp với ý kiến số 3, đã có câu trả lời khác" in report.rows[1].problems[-1].sentence


def test_two_opinions_of_one_number() -> None:
    """C7, L11: numbers given on two laptops: the words decide, without them nobody does."""
    both = (OPINIONS[0], replace(OPINIONS[1], number=3))
    head = "Số ý kiến\tNội dung ý kiến\tNội dung trả lời\n"
    assert pasted(f"{head}3\t{CANAL}\tCó.", both).rows[0].opinion_id == "o4"
    row = pasted(f"{head}3\t\tCó.", both).rows[0]
    assert not row.savable
    assert "hai ý kiến cùng số 3" in row.problems[0].sentence


def test_a_list_of_opinions_is_no_list_of_answers() -> None:
    """G5: told, with its first rows."""
    report = pasted(f"STT\tHọ tên\tNội dung\n1\tÔng An\t{ROAD}")
    assert report.rows == ()
    assert report.summary == "Không đọc được câu trả lời nào."
    assert "không thấy dòng tên cột có cột nội dung trả lời" in report.notes[0]
    assert report.unread[0].rows[1] == ("1", "Ông An", ROAD)
