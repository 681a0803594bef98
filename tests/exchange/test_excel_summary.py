"""The workbook "Sổ tổng hợp": every word there, nothing a formula that should not be, ready to print (M8)."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from dialogue_desktop.domain.records import Opinion, Outcome, Records, Voice
from dialogue_desktop.exchange.excel_measure import (
    MAX_CELL_LETTERS,
    MAX_ROW_POINTS,
    divided,
    line_count,
    row_height,
    wrapped,
)
from dialogue_desktop.exchange.excel_summary import build
from tests.exchange.evening import HOSTILE, LONG, evening_view
from tests.exchange.summary_books import (
    FIRST_ROW,
    NOW,
    columns_of,
    evening_book,
    followed_book,
    named_figures,
    opened,
)

SHEETS = [
    "Tổng hợp",
    "Ý kiến",
    "Theo lĩnh vực",
    "Theo thôn",
    "Theo đơn vị",
    "Theo kết quả",
    "Cam kết",
    "Cam kết theo đơn vị",
    "Kết luận",
    "Đại biểu",
    "Tham dự",
    "Lượt phát biểu",
    "Dự toán",
    "Thời hạn",
    "Văn bản",
]
LISTS = ["Ý kiến", "Cam kết", "Kết luận", "Đại biểu", "Lượt phát biểu", "Thời hạn", "Văn bản"]


def _texts(sheet: Worksheet, head: str) -> dict[int, str]:
    """The text of a column by opinion number, rows that go on joined."""
    columns = columns_of(sheet)
    found: dict[int, list[str]] = {}
    number = 0
    for row in range(FIRST_ROW, sheet.max_row + 1):
        first = sheet.cell(row, 1).value
        number = first if isinstance(first, int) else number
        found.setdefault(number, []).append(str(sheet.cell(row, columns[head]).value or ""))
    return {key: " ".join(filter(None, parts)) for key, parts in found.items()}


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _rebuilt(records: Records) -> bytes:
    return build(replace(evening_view(), records=records), now=NOW)


def test_sheets_in_order_and_the_first_one_open():
    """M8: figures first, then the list, then the tables, then what became of it; names that Excel takes."""
    book = opened(followed_book())
    assert book.sheetnames == SHEETS
    assert book.active.title == "Tổng hợp"
    assert max(map(len, SHEETS)) <= 31


def test_every_word_of_every_opinion_and_answer_is_there():
    """M8: nothing is cut, neither 3,000 letters nor 10,000 without a space."""
    view = evening_view()
    sheet = opened(evening_book())["Ý kiến"]
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
    sheet = opened(evening_book())["Ý kiến"]
    column = columns_of(sheet)["Nội dung ý kiến, kiến nghị"]
    types = {sheet.cell(row, column).data_type for row in range(FIRST_ROW, sheet.max_row + 1)}
    assert types <= {"s", "inlineStr", "n"}  # n: the empty cells
    shown = {sheet.cell(row, column).value for row in range(FIRST_ROW, sheet.max_row + 1)}
    assert set(HOSTILE[:4]) | {"#N/A"} <= shown


def test_numbers_and_dates_are_numbers_and_dates():
    """M8: they sort and add up; dates read dd/mm/yyyy."""
    sheet = opened(evening_book())["Ý kiến"]
    columns = columns_of(sheet)
    by_number = {sheet.cell(row, 1).value: row for row in range(FIRST_ROW, sheet.max_row + 1)}
    cell = sheet.cell(by_number[2], columns["Thời hạn"])
    assert (cell.value, cell.number_format) == (datetime(2024, 9, 30), "dd/mm/yyyy")
    assert isinstance(sheet.cell(FIRST_ROW, 1).value, int)


@pytest.mark.parametrize("name", SHEETS)
def test_every_sheet_prints_on_a4_landscape(name):
    """M8: A4 landscape, one page wide, heads on each page, page numbers, Times New Roman."""
    sheet = opened(followed_book())[name]
    assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert int(sheet.page_setup.fitToWidth) == 1
    assert "Trang &P/&N" in sheet.oddFooter.right.text
    if name != "Tổng hợp":
        assert "&&" not in sheet.oddHeader.center.text
        assert "Hội nghị trao đổi, đối thoại" in sheet.oddHeader.center.text
        assert sheet.HeaderFooter.differentFirst
        assert "Trang &P/&N" in sheet.firstFooter.right.text
    if name in LISTS:
        assert sheet.print_title_rows == "$5:$5"
        assert sheet.freeze_panes == "C6"
    fonts = {cell.font.name for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert fonts == {"Times New Roman"}


def test_the_header_of_a_page_takes_any_name():
    """M8: "&" begins a sign of form in a header, and no header may be longer than 255 signs."""
    view = evening_view()
    name = "Hội nghị đối thoại A & B " + "của bà con các thôn trong xã " * 12
    sheet = opened(build(replace(view, plan=replace(view.plan, conference_name=name)), now=NOW))["Ý kiến"]
    header = sheet.oddHeader.center.text
    assert "A && B của" in header
    assert header.endswith("…")
    assert len(header) < 230


@pytest.mark.parametrize("name", LISTS)
def test_each_list_has_a_filter_over_all_its_rows_and_heads(name):
    """M8: the filter goes to the last row of the list; a row of sums stands under it."""
    sheet = opened(followed_book())[name]
    first, last = sheet.auto_filter.ref.split(":")
    assert first == "A5"
    assert sheet[last].column == max(columns_of(sheet).values())
    sums = name in ("Đại biểu", "Lượt phát biểu")
    assert sheet[last].row == sheet.max_row - sums


def test_what_stays_on_the_screen_leaves_room_for_the_list():
    """M8: heading and heads that do not scroll away take less than a third of a laptop's screen."""
    for data in (evening_book(), followed_book()):
        sheet = opened(data)["Ý kiến"]
        points = sum(sheet.row_dimensions[row].height or 18.4 for row in range(1, FIRST_ROW))
        assert points < 135, points


def test_rows_that_go_on_are_kept_by_a_filter():
    """M8: the fields of an opinion stand again where its text goes on."""
    sheet = opened(evening_book())["Ý kiến"]
    rows = [row for row in range(FIRST_ROW, sheet.max_row + 1) if sheet.cell(row, 1).value == "(tiếp)"]
    assert rows
    assert {sheet.cell(row, 5).value for row in rows} == {"(chưa phân loại)"}
    assert {sheet.cell(row, columns_of(sheet)["Phân loại kết quả"]).value for row in rows} == {
        "Chưa có kết quả"
    }


@pytest.mark.parametrize("name", ["Ý kiến", "Cam kết", "Thời hạn", "Đại biểu"])
def test_rows_are_high_enough_for_their_text(name):
    """M8: no text is hidden below the edge of its cell."""
    for data in (evening_book(), followed_book()):
        book = opened(data, values=True)
        if name not in book.sheetnames:
            continue
        sheet = book[name]
        letters = {cell.column: cell.column_letter for cell in sheet[5]}
        for row in range(FIRST_ROW, sheet.max_row + 1):
            height = sheet.row_dimensions[row].height
            assert height <= MAX_ROW_POINTS
            for column, letter in letters.items():
                cell = sheet.cell(row, column)
                if isinstance(cell.value, str):
                    width = sheet.column_dimensions[letter].width
                    assert row_height(line_count(cell.value, width, cell.font.size)) <= height + 0.01


def test_the_same_conference_gives_the_same_bytes():
    """M8: no moment of writing, no name of the user in the file."""
    assert build(evening_view(), now=NOW) == evening_book()
    with zipfile.ZipFile(io.BytesIO(evening_book())) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
    assert set(re.findall(r">(\d{4}-[^<]*)<", core)) == {"2000-01-01T00:00:00Z"}


def test_an_empty_conference_is_a_workbook_too():
    """M8: before the first opinion the sheets are there and the totals are nothing."""
    book = opened(_rebuilt(Records()), values=True)
    assert book.sheetnames[:7] == SHEETS[:7]
    assert book["Ý kiến"].cell(FIRST_ROW, 2).value == "Chưa có ý kiến nào"
    assert book["Cam kết"].cell(FIRST_ROW, 2).value == "Chưa có cam kết nào"
    assert named_figures(book["Tổng hợp"])["Tổng số ý kiến, kiến nghị"][0] == 0
    assert book["Theo lĩnh vực"].cell(FIRST_ROW, 2).value == "Cộng"
    assert book["Theo lĩnh vực"].cell(FIRST_ROW, 3).value == 0


def test_hidden_characters_are_left_out_and_told():
    """M8: what XML refuses is taken out, and the first sheet says so."""
    opinion = Opinion("a", 1, text="Đèn\x00 hỏng\x0b từ tối\ufffe", voices=(Voice("Lê\x01 An"),))
    again = Opinion("b", 2, text="Đèn\x00 hỏng", voices=(Voice("Lê\x01 An"),))
    book = opened(_rebuilt(Records(opinions=(opinion, again))))
    assert book["Ý kiến"].cell(FIRST_ROW, 7).value == "Đèn hỏng\n từ tối"
    notes = [str(cell.value) for row in book["Tổng hợp"].iter_rows() for cell in row if cell.value]
    assert "Đã bỏ 5 ký tự ẩn không ghi được vào bảng tính." in notes


def test_consent_reason_and_repeated_opinions_stand_in_the_notes():
    """M2, L3, C5: what the reader of the list must know of one opinion."""
    opinions = (
        Opinion("a", 1, text="x", voices=(Voice("Lê An"),), consent=False),
        Opinion("b", 2, text="x", anonymous=True, voices=(Voice("Lê Bình"),)),
        Opinion("c", 3, text="x", linked_id="a", outcome=Outcome.REFUSED, outcome_reason="Đã trả lời."),
        Opinion("d", 4, text="x", outcome=Outcome.ESCALATED, receiving_body="Sở Xây dựng"),
    )
    sheet = opened(_rebuilt(Records(opinions=opinions)))["Ý kiến"]
    notes, names = _texts(sheet, "Ghi chú"), _texts(sheet, "Họ và tên")
    assert notes[1] == "Không công khai tên"
    assert notes[3] == "Lý do: Đã trả lời.\nNhắc lại ý kiến số 1"
    assert notes[4] == "Nơi nhận: Sở Xây dựng"
    assert names[2] == "Công dân không nêu tên"


def test_voices_of_several_thon_say_where_each_comes_from():
    """C5: the column of the thôn has the one that is counted; the others stand with the names."""
    voices = (
        Voice("Lê An", "ông", "thôn Thượng", "xóm Chùa"),
        Voice("Đỗ Bình", "bà", "thôn Hạ"),
        Voice("Vũ Cẩm", "bà", "thôn Thượng"),
    )
    sheet = opened(_rebuilt(Records(opinions=(Opinion("a", 1, text="x", voices=voices),))))["Ý kiến"]
    assert sheet.cell(FIRST_ROW, 2).value == "ông Lê An (xóm Chùa)\nbà Đỗ Bình (thôn Hạ)\nbà Vũ Cẩm"
    assert sheet.cell(FIRST_ROW, 3).value == "thôn Thượng"


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


@given(
    st.text("aă ớƯơng\n漢W.", max_size=300),
    st.floats(3, 60),
    st.sampled_from([9.0, 10.0, 11.0, 14.0]),
)
def test_lines_are_counted_as_they_are_broken(text, width, size):
    """M8: the quick count of lines is that of the lines themselves."""
    assert line_count(text, width, size) == len(wrapped(text, width, size))
