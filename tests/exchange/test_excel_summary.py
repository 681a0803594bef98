"""The workbook "Sổ tổng hợp": every word there, every figure a formula that is right, ready to print (M8)."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from dataclasses import replace
from datetime import datetime
from functools import cache
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from dialogue_desktop.domain.records import OUTCOME_LABELS, SOURCE_LABELS, Opinion, Outcome, Records, Voice
from dialogue_desktop.exchange.excel_measure import (
    MAX_CELL_LETTERS,
    MAX_ROW_POINTS,
    divided,
    row_height,
    wrapped,
)
from dialogue_desktop.exchange.excel_summary import build
from tests.exchange.evening import HOSTILE, LONG, evening_view

HEAD_ROW, FIRST_ROW = 5, 6
SHEETS = ["Tổng quan", "Ý kiến", "Theo lĩnh vực", "Theo thôn", "Theo kết quả"]


@cache
def _data() -> bytes:
    return build(evening_view())


def _book(data: bytes | None = None, *, values: bool = False) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data or _data()), data_only=values)


def _columns(sheet: Worksheet) -> dict[str, int]:
    return {str(cell.value): cell.column for cell in sheet[HEAD_ROW] if cell.value}


def _texts(sheet: Worksheet, head: str) -> dict[int, str]:
    """The text of a column by opinion number, rows that go on joined."""
    columns = _columns(sheet)
    found: dict[int, list[str]] = {}
    number = 0
    for row in range(FIRST_ROW, sheet.max_row + 1):
        first = sheet.cell(row, 1).value
        number = first if isinstance(first, int) else number
        found.setdefault(number, []).append(str(sheet.cell(row, columns[head]).value or ""))
    return {key: " ".join(filter(None, parts)) for key, parts in found.items()}


def _squeezed(text: str) -> str:
    return "".join(text.split())


def test_sheets_in_order_and_the_first_one_open():
    """M8: figures first, then the list, then the tables."""
    book = _book()
    assert book.sheetnames == SHEETS
    assert book.active.title == "Tổng quan"


def test_every_word_of_every_opinion_and_answer_is_there():
    """M8: nothing is cut, neither 3,000 letters nor 10,000 without a space."""
    view = evening_view()
    sheet = _book()["Ý kiến"]
    texts, answers = _texts(sheet, "Nội dung ý kiến, kiến nghị"), _texts(sheet, "Nội dung trả lời")
    for opinion in view.records.opinions:
        # "_x0041_" is written so that Excel shows it and not the letter A
        shown = texts[opinion.number].replace("_x005F_", "_")
        assert _squeezed(shown) == _squeezed(opinion.text)
        for answer in view.records.answers_of(opinion.id):
            assert _squeezed(answer.text) in _squeezed(answers[opinion.number])
            assert _squeezed(answer.follow_up) in _squeezed(answers[opinion.number])


def test_no_text_is_a_formula_or_an_error():
    """M8 (peers §1.9): "=HYPERLINK(…)", "+84 …", "- …", "@…", "#N/A" stay what the citizen wrote."""
    sheet = _book()["Ý kiến"]
    column = _columns(sheet)["Nội dung ý kiến, kiến nghị"]
    types = {sheet.cell(row, column).data_type for row in range(FIRST_ROW, sheet.max_row + 1)}
    assert types <= {"s", "n"}  # n: the empty cells
    shown = {sheet.cell(row, column).value for row in range(FIRST_ROW, sheet.max_row + 1)}
    assert set(HOSTILE[:4]) | {"#N/A"} <= shown


def test_numbers_and_dates_are_numbers_and_dates():
    """M8: they sort and add up; dates read dd/mm/yyyy."""
    sheet = _book()["Ý kiến"]
    columns = _columns(sheet)
    by_number = {sheet.cell(row, 1).value: row for row in range(FIRST_ROW, sheet.max_row + 1)}
    cell = sheet.cell(by_number[2], columns["Thời hạn"])
    assert (cell.value, cell.number_format) == (datetime(2024, 9, 30), "dd/mm/yyyy")
    assert isinstance(sheet.cell(FIRST_ROW, 1).value, int)


def test_the_formulas_say_what_the_records_say():
    """M8: the kept results are the true counts, so a telephone that does not count shows them too."""
    view = evening_view()
    outcomes = Counter(
        OUTCOME_LABELS[o.outcome] if o.outcome else "(chưa ghi)" for o in view.records.opinions
    )
    fields = Counter(o.field or "(chưa phân loại)" for o in view.records.opinions)
    book = _book(values=True)
    by_field = book["Theo lĩnh vực"]
    columns = _columns(by_field)
    rows = {by_field.cell(row, 2).value: row for row in range(FIRST_ROW, by_field.max_row + 1)}
    assert {name: by_field.cell(rows[name], columns["Cộng"]).value for name in fields} == dict(fields)
    total = rows["Cộng"]
    assert {name: by_field.cell(total, columns[name]).value for name in outcomes} == dict(outcomes)
    assert by_field.cell(total, columns["Cộng"]).value == len(view.records.opinions)
    overview = {row[0].value: row[1].value for row in book["Tổng quan"].iter_rows(min_row=FIRST_ROW)}
    assert {name: overview[name] for name in outcomes} == dict(outcomes)
    assert overview[SOURCE_LABELS[view.records.opinions[0].source]] == 30


def test_counts_are_formulas_over_the_list():
    """M8: a person who changes a cell of the list sees the tables follow."""
    book = _book()
    cell = book["Theo lĩnh vực"].cell(FIRST_ROW, 3)
    last = book["Ý kiến"].max_row
    assert cell.value == (
        f"=COUNTIFS('Ý kiến'!$A$6:$A${last},\">0\",'Ý kiến'!$E$6:$E${last},\"=\"&$B6,"
        f"'Ý kiến'!$J$6:$J${last},\"=\"&C$5)"
    )
    assert book.calculation.fullCalcOnLoad


def test_people_and_households_are_not_added_together():
    """L6: "142 hộ" and "20 người" have totals of their own."""
    sheet = _book(values=True)["Tổng quan"]
    totals = {row[4].value: [cell.value for cell in row[5:8]] for row in sheet.iter_rows(min_row=FIRST_ROW)}
    assert totals["Cộng (hộ)"] == [150, 126, 356]
    assert totals["Cộng (người)"] == [20, 18, 20]


def test_what_is_still_owed_by_unit():
    """M8, F1: units with the number of open items and the first and last day."""
    sheet = _book(values=True)["Tổng quan"]
    rows = {row[4].value: [cell.value for cell in row[5:8]] for row in sheet.iter_rows(min_row=FIRST_ROW)}
    assert rows["Công chức Địa chính - Xây dựng"] == [5, datetime(2024, 9, 2), datetime(2024, 10, 15)]
    assert rows["(chưa giao)"] == [1, None, None]


@pytest.mark.parametrize("name", SHEETS)
def test_every_sheet_prints_on_a4_landscape(name):
    """M8: A4 landscape, one page wide, heads on each page, page numbers, Times New Roman."""
    sheet = _book()[name]
    assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert int(sheet.page_setup.fitToWidth) == 1
    assert "&P/&N" in sheet.oddFooter.right.text
    if name != "Tổng quan":
        assert sheet.print_title_rows == "$5:$5"
        assert sheet.freeze_panes == "C6"
    fonts = {cell.font.name for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert fonts == {"Times New Roman"}


def test_list_has_a_filter_over_all_its_rows_and_heads():
    """M8: the filter takes the rows that go on with it, because their fields are repeated."""
    sheet = _book()["Ý kiến"]
    assert sheet.auto_filter.ref == f"A5:N{sheet.max_row}"  # with the place in the recording
    rows = [row for row in range(FIRST_ROW, sheet.max_row + 1) if sheet.cell(row, 1).value == "(tiếp)"]
    assert rows
    assert {sheet.cell(row, 5).value for row in rows} == {"(chưa phân loại)"}


def test_rows_are_high_enough_for_their_text():
    """M8: no text is hidden below the edge of its cell."""
    sheet = _book()["Ý kiến"]
    for row in range(FIRST_ROW, sheet.max_row + 1):
        height = sheet.row_dimensions[row].height
        assert height <= MAX_ROW_POINTS
        for column in (7, 8):
            text = str(sheet.cell(row, column).value or "")
            width = sheet.column_dimensions["GH"[column - 7]].width
            assert row_height(len(wrapped(text, width, 11))) <= height


def test_the_same_conference_gives_the_same_bytes():
    """M8: no moment of writing, no name of the user in the file."""
    assert build(evening_view()) == _data()
    with zipfile.ZipFile(io.BytesIO(_data())) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
    assert set(re.findall(r">(\d{4}-[^<]*)<", core)) == {"2000-01-01T00:00:00Z"}


def test_an_empty_conference_is_a_workbook_too():
    """M8: before the first opinion the sheets are there and the totals are nothing."""
    view = replace(evening_view(), records=Records())
    book = _book(build(view), values=True)
    assert book.sheetnames == SHEETS
    assert book["Ý kiến"].cell(FIRST_ROW, 2).value == "Chưa có ý kiến nào"
    assert book["Theo kết quả"].cell(FIRST_ROW, 2).value == "Cộng"
    assert book["Theo kết quả"].cell(FIRST_ROW, 3).value == 0


def test_hidden_characters_are_left_out_and_told():
    """M8: what XML refuses is taken out, and the sheet says so."""
    opinion = Opinion("a", 1, text="Đèn\x00 hỏng\x0b từ tối\ufffe", voices=(Voice("Lê\x01 An"),))
    book = _book(build(replace(evening_view(), records=Records(opinions=(opinion,)))))
    assert book["Ý kiến"].cell(FIRST_ROW, 7).value == "Đèn hỏng\n từ tối"
    notes = [str(cell.value) for row in book["Tổng quan"].iter_rows() for cell in row if cell.value]
    assert "Đã bỏ 3 ký tự ẩn không ghi được vào bảng tính." in notes


def test_fields_that_countifs_would_misread():
    """M8: wildcards and operators in the name of a field do not change the counts."""
    names = ("Đất*", "Đất đai", ">5", "=x", "đất ĐAI", "Nước?")
    opinions = tuple(
        Opinion(f"o{n}", n, text="x", field=name, outcome=Outcome.NOTED) for n, name in enumerate(names, 1)
    )
    data = build(replace(evening_view(), records=Records(opinions=opinions)))
    formulas, values = _book(data)["Theo lĩnh vực"], _book(data, values=True)["Theo lĩnh vực"]
    counts = {values.cell(row, 2).value: values.cell(row, 3).value for row in range(FIRST_ROW, FIRST_ROW + 5)}
    assert counts == {"Đất*": 1, "Đất đai": 2, ">5": 1, "=x": 1, "Nước?": 1}
    by_name = {
        formulas.cell(row, 2).value: formulas.cell(row, 3).value for row in range(FIRST_ROW, FIRST_ROW + 5)
    }
    assert by_name["Đất*"] == 1  # a number, since COUNTIFS would take the star for anything
    assert str(by_name["=x"]).startswith("=COUNTIFS(")


def test_consent_reason_and_repeated_opinions_stand_in_the_notes():
    """M2, L3, C5: what the reader of the list must know of one opinion."""
    opinions = (
        Opinion("a", 1, text="x", voices=(Voice("Lê An"),), consent=False),
        Opinion("b", 2, text="x", anonymous=True, voices=(Voice("Lê Bình"),)),
        Opinion("c", 3, text="x", linked_id="a", outcome=Outcome.REFUSED, outcome_reason="Đã trả lời."),
    )
    sheet = _book(build(replace(evening_view(), records=Records(opinions=opinions))))["Ý kiến"]
    notes, names = _texts(sheet, "Ghi chú"), _texts(sheet, "Họ và tên")
    assert notes[1] == "Không công khai tên"
    assert notes[3] == "Lý do: Đã trả lời.\nNhắc lại ý kiến số 1"
    assert names[2] == "Công dân không nêu tên"


@pytest.mark.parametrize("text", [LONG, "b" * 70_000, "một hai ba\n" * 400, "漢字" * 3_000])
def test_long_texts_are_divided_without_losing_a_letter(text):
    """M8: each piece fits the highest row and the longest cell."""
    pieces = divided(text, 43, 11)
    assert len(pieces) > 1
    assert _squeezed("".join(pieces)) == _squeezed(text)
    assert all(row_height(len(wrapped(piece, 43, 11))) <= MAX_ROW_POINTS for piece in pieces)
    assert all(len(piece) <= MAX_CELL_LETTERS for piece in pieces)


def test_words_are_broken_only_where_they_are_too_long():
    """M8: a text is divided between words."""
    pieces = divided(LONG, 43, 11)
    assert " ".join(pieces) == LONG
