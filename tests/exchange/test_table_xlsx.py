"""Sheets of Excel as they come: formulas, merged and hidden cells, days, a million empty rows (C4, G5)."""

from __future__ import annotations

import io
import tracemalloc
import zipfile
from collections.abc import Callable
from datetime import date, datetime

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.worksheet.worksheet import Worksheet

from dialogue_desktop.exchange import table_xlsx
from dialogue_desktop.exchange.table_types import Flag, Merge, Refused, Row, Table
from tests.exchange.lists import ROAD, as_excel_saves, changed_zip, rows_bytes, saved, workbook_bytes

SHEET = "xl/worksheets/sheet1.xml"
ROWS = (("STT", "Họ và tên", "Nội dung"), (1, "Ông Nguyễn Văn Hưởng", ROAD))


def table_of(data: bytes) -> Table:
    return table_xlsx.read(data).tables[0]


def test_values_have_their_types() -> None:
    """C4: texts, whole and broken numbers, yes and no, days by their format, an hour left aside."""

    def fill(sheet: Worksheet) -> None:
        sheet.append(["chữ", 5, 2.5, True, date(2026, 4, 15), datetime(2026, 4, 15, 8, 30), None, "cuối"])
        sheet["I1"] = 46127
        sheet["I1"].number_format = "[$-42A]dd mmmm yyyy"
        sheet["J1"] = 46127

    row = table_of(workbook_bytes(fill)).rows[0]
    day = date(2026, 4, 15)
    assert row.cells == ("chữ", 5, 2.5, True, day, day, None, "cuối", day, 46127)


def test_days_counted_from_1904() -> None:
    """C4: a workbook of an old Mac; without styles a day is the number that it is."""
    workbook = Workbook()
    workbook.epoch = datetime(1904, 1, 1)
    sheet = workbook.active
    assert isinstance(sheet, Worksheet)
    sheet.append([date(2026, 4, 15)])
    assert table_of(saved(workbook)).rows[0].cells == (date(2026, 4, 15),)
    broken = changed_zip(rows_bytes([[date(2026, 4, 15)]]), {"xl/styles.xml": b"<styleSheet"})
    assert table_of(broken).rows[0].cells == (46127,)


def test_formulas_are_never_counted() -> None:
    """C4: the stored value is taken and flagged; without one the cell is flagged, not silently empty."""

    def fill(sheet: Worksheet) -> None:
        sheet.append(["=1+1", '=HYPERLINK("http://x","y")', "giữ"])

    data = workbook_bytes(fill)
    table = table_of(data)
    assert table.rows == [Row(1, ("", "", "giữ"))]
    assert table.flags == {(1, 0): Flag.UNCOUNTED, (1, 1): Flag.UNCOUNTED}
    counted = changed_zip(
        data, {SHEET: lambda old: old.replace(b"<v></v>", b"<v>2</v>").replace(b"<v />", b"<v>2</v>")}
    )
    table = table_of(counted)
    assert table.rows == [Row(1, (2, 2, "giữ"))]
    assert set(table.flags.values()) == {Flag.FORMULA}


def test_error_cells_are_flagged() -> None:
    """C4: "#N/A" is a fault of its cell, not a text."""

    def fill(sheet: Worksheet) -> None:
        sheet.append(["#N/A", "tốt"])
        sheet["A1"].data_type = "e"

    table = table_of(workbook_bytes(fill))
    assert table.flags == {(1, 0): Flag.FAULT}


def test_merged_and_hidden_cells_are_told() -> None:
    """C4: merges, hidden rows and sheets marked, a hidden column with words told."""
    workbook = Workbook()
    sheet = workbook.active
    assert isinstance(sheet, Worksheet)
    for row in (("a", "b", "c"), ("d", None, "e"), ("f", "g", "h")):
        sheet.append(list(row))
    sheet.merge_cells("B1:B2")
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["C"].hidden = True
    sheet.column_dimensions["Z"].hidden = True
    second = workbook.create_sheet("Nháp")
    second.append(["x"])
    second.sheet_state = "hidden"
    very = workbook.create_sheet("Mật")
    very.sheet_state = "veryHidden"
    tables = table_xlsx.read(saved(workbook)).tables
    assert tables[0].merges == [Merge(1, 1, 2, 1)]
    assert [row.hidden for row in tables[0].rows] == [False, False, True]
    assert tables[0].notes == ["Trang “Sheet” có cột đang ẩn (C); chữ trong cột ấy vẫn được đọc."]
    assert [table.hidden for table in tables] == [False, True, True]


def test_rich_text_and_escaped_letters_come_whole() -> None:
    """C4: a cell with words in bold is one text; "_x000D_" is a line end; "_x005F_" an underline."""

    def fill(sheet: Worksheet) -> None:
        sheet["A1"] = CellRichText("Đề nghị ", TextBlock(InlineFont(b=True), "sửa ngay"), " đường trục")
        sheet["B1"] = "dòng một_x000D_\ndòng hai"
        sheet["C1"] = "_x005F_x0041_"

    cells = table_of(workbook_bytes(fill)).rows[0].cells
    assert cells == ("Đề nghị sửa ngay đường trục", "dòng một\r\ndòng hai", "_x0041_")


def test_a_sheet_of_other_programs_is_read() -> None:
    """C4: prefixed names of elements, no cell references, texts inside the cells."""
    xml = (
        '<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main">'
        '<x:dimension ref="A1:XFD1048576"/><x:sheetData>'
        '<x:row><x:c t="inlineStr"><x:is><x:t>một</x:t></x:is></x:c><x:c><x:v>2</x:v></x:c></x:row>'
        '<x:row r="7"><x:c r="C7" t="str"><x:v>ba</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    )
    table = table_of(changed_zip(rows_bytes(ROWS), {SHEET: xml.encode()}))
    assert table.rows == [Row(1, ("một", 2)), Row(7, (None, None, "ba"))]


def test_texts_kept_apart_from_their_cells() -> None:
    """C4: as Excel itself saves; readings over Han letters are no part of a text, a wrong number is shown."""
    data = as_excel_saves(rows_bytes(ROWS))
    assert table_of(data).rows == [Row(1, ROWS[0]), Row(2, ROWS[1])]
    texts = (
        '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        "<si><r><t>Số </t></r><r><t>một</t></r><rPh><t>đọc</t></rPh></si></sst>"
    ).encode()
    rows = table_of(changed_zip(data, {"xl/sharedStrings.xml": texts})).rows
    assert rows[0].cells == ("Số một", "1", "2")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8"])
def test_other_encodings_of_a_sheet(encoding: str) -> None:
    """C4: XML may be written in UTF-16."""
    xml = (
        f'<?xml version="1.0" encoding="{encoding}"?><worksheet xmlns="http://schemas.openxmlformats.org/'
        'spreadsheetml/2006/main"><sheetData><row r="1">'
        '<c r="A1" t="inlineStr"><is><t>thôn Phú Ấp</t></is></c>'
        "</row></sheetData></worksheet>"
    )
    table = table_of(changed_zip(rows_bytes(ROWS), {SHEET: xml.encode(encoding)}))
    assert table.rows == [Row(1, ("thôn Phú Ấp",))]


def tall(cells: Callable[[int], str], last: int = 1_048_576) -> bytes:
    """A list of one opinion whose sheet goes on with rows down to the end of Excel."""
    source = zipfile.ZipFile(io.BytesIO(rows_bytes(ROWS)))
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as made:
        for name in source.namelist():
            content = source.read(name)
            if name != SHEET:
                made.writestr(name, content)
                continue
            head, rest = content.split(b"</sheetData>")
            with made.open(name, "w", force_zip64=True) as stream:
                stream.write(head)
                for start in range(3, last + 1, 10_000):
                    rows = range(start, min(start + 10_000, last + 1))
                    stream.write("".join(f'<row r="{n}" ht="24">{cells(n)}</row>' for n in rows).encode())
                stream.write(b"</sheetData>" + rest)
    return result.getvalue()


@pytest.mark.slow
def test_a_million_empty_rows_cost_little() -> None:
    """C4, G5: rows with a height and nothing else down to 1,048,576: the list is read, memory is small."""
    data = tall(lambda _: "")
    tracemalloc.start()
    table = table_of(data)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert [row.number for row in table.rows] == [1, 2]
    assert table.notes == []
    assert peak < 20 * 2**20


def test_what_stands_behind_the_end_is_told() -> None:
    """G5: a value far below the list is not read, and that is said; merged cells written behind are kept."""
    data = tall(lambda n: f'<c r="A{n}"><v>5</v></c>' if n == 4_000 else "", last=6_000)
    merged = changed_zip(
        data,
        {
            SHEET: lambda old: old.replace(
                b"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells>'
            )
        },
    )
    table = table_of(merged)
    assert len(table.rows) == 2
    assert table.merges == [Merge(1, 0, 1, 1)]
    assert "phần sau chưa đọc" in table.notes[0]


def test_a_gap_in_the_numbers_is_no_end() -> None:
    """C4: a row that is only far away by its number is read."""

    def fill(sheet: Worksheet) -> None:
        sheet["A1"] = "đầu"
        sheet["A1000000"] = "cuối"

    assert [row.number for row in table_of(workbook_bytes(fill)).rows] == [1, 1_000_000]


@pytest.mark.slow
def test_too_long_lists_are_refused() -> None:
    """G5: more rows than any commune has opinions, more cells than any list."""
    with pytest.raises(Refused, match="chia thành nhiều tệp"):
        table_of(tall(lambda n: f'<c r="A{n}"><v>{n}</v></c>', last=25_000))
    wide = "".join("<c/>" for _ in range(5_000))
    with pytest.raises(Refused, match="nhiều ô"):
        table_of(tall(lambda _: wide, last=700))


def test_what_openpyxl_reads_is_read_the_same() -> None:
    """C4: against the library in its full mode, cell by cell."""
    rows = [
        [n, f"Ông Nguyễn Văn {n}", date(2026, 4, 1 + n % 20), n / 7, None, "=A1" if n == 3 else ""]
        for n in range(60)
    ]
    data = rows_bytes(rows)
    sheet = load_workbook(io.BytesIO(data), data_only=True).worksheets[0]
    for row in table_of(data).rows:
        theirs = [cell.value for cell in sheet[row.number]]
        theirs = [value.date() if isinstance(value, datetime) else value or None for value in theirs]
        ours = [value or None for value in (*row.cells, *[None] * (len(theirs) - len(row.cells)))]
        assert ours == [value or None for value in theirs]
