"""Lists of opinions as thôn send them: workbooks, Word tables, old fonts (all names are invented)."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import docx
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from dialogue_desktop.domain.plan import Locality
from dialogue_desktop.exchange import vietnamese_encodings
from dialogue_desktop.exchange.opinion_rows_check import Office
from dialogue_desktop.exchange.opinion_rows_read import read_opinions
from dialogue_desktop.exchange.opinion_rows_types import OpinionSheetReport, ReadRow
from dialogue_desktop.exchange.table_files import read_pasted, read_tables

TODAY = date(2026, 4, 20)
LOCALITIES = (Locality("dv", "thôn", "Đồng Vạn"), Locality("pa", "thôn", "Phú Ấp"))
FIELDS = (
    "Giao thông",
    "Nông nghiệp, thủy lợi",
    "Nước sinh hoạt",
    "Đất đai, xây dựng",
    "Môi trường",
    "Điện, viễn thông",
    "Khác",
)
OFFICE = Office(LOCALITIES, FIELDS, "xã Minh Khê", TODAY)

HEADS = ("STT", "Họ và tên", "Thôn, xóm", "Điện thoại", "Lĩnh vực", "Nội dung ý kiến, kiến nghị", "Ngày nhận")
ROAD = "Đề nghị xã sửa đoạn đường trục từ nhà văn hóa đến cống Bà Bồng, ổ gà nhiều, mưa là ngập."
CANAL = "Kênh tiêu phía đông cánh đồng Rộc bị bèo tây lấp kín, đề nghị nạo vét trước vụ mùa."
WATER = "Nước máy hay mất vào buổi chiều, đề nghị nhà máy báo trước lịch cắt nước cho dân biết."
LIGHT = "Đề nghị lắp thêm đèn chiếu sáng ở ngõ Giếng vì buổi tối các cháu đi học về rất tối."
DAY = date(2026, 4, 15)
ROW = (1, "Ông Nguyễn Văn Hưởng", "xóm Đình, Phú Ấp", "0912345678", "Giao thông", ROAD, DAY)


def workbook_bytes(fill: Callable[[Worksheet], object], *, name: str = "Ý kiến") -> bytes:
    """An XLSX with one sheet filled by `fill`."""
    workbook = Workbook()
    sheet = workbook.active
    assert isinstance(sheet, Worksheet)
    sheet.title = name
    fill(sheet)
    return saved(workbook)


def saved(workbook: Workbook) -> bytes:
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def rows_bytes(rows: Sequence[Sequence[Any]]) -> bytes:
    """An XLSX with these rows."""

    def fill(sheet: Worksheet) -> None:
        for row in rows:
            sheet.append(list(row))

    return workbook_bytes(fill)


def changed_zip(data: bytes, parts: Mapping[str, bytes | Callable[[bytes], bytes]]) -> bytes:
    """The same zip with some parts changed or added."""
    result = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for name in dict.fromkeys((*source.namelist(), *parts)):
            change = parts.get(name)
            old = source.read(name) if name in source.namelist() else b""
            made.writestr(name, change(old) if callable(change) else old if change is None else change)
    return result.getvalue()


_INLINE = re.compile(rb't="inlineStr"><is><t(?: xml:space="preserve")?>([^<]*)</t></is></c>')
_MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def as_excel_saves(data: bytes) -> bytes:
    """The same workbook as Excel itself writes it: each text once in a part of its own, cells refer to it."""
    texts: dict[bytes, int] = {}

    def refer(match: re.Match[bytes]) -> bytes:
        return b't="s"><v>%d</v></c>' % texts.setdefault(match[1], len(texts))

    with zipfile.ZipFile(io.BytesIO(data)) as source:
        sheets = {
            name: _INLINE.sub(refer, source.read(name))
            for name in source.namelist()
            if name.startswith("xl/worksheets/sheet")
        }
    items = b"".join(b'<si><t xml:space="preserve">%s</t></si>' % text for text in texts)
    relation = (
        b'<Relationship Id="rIdTexts" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        b'sharedStrings" Target="sharedStrings.xml"/></Relationships>'
    )
    kind = (
        b'<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-'
        b'officedocument.spreadsheetml.sharedStrings+xml"/></Types>'
    )
    return changed_zip(
        data,
        {
            **sheets,
            "xl/sharedStrings.xml": b'<sst xmlns="%s">%s</sst>' % (_MAIN, items),
            "xl/_rels/workbook.xml.rels": lambda old: old.replace(b"</Relationships>", relation),
            "[Content_Types].xml": lambda old: old.replace(b"</Types>", kind),
        },
    )


def docx_bytes(
    rows: Sequence[Sequence[str]],
    *,
    heading: str = "",
    merges: Sequence[tuple[int, int, int, int]] = (),
) -> bytes:
    """A DOCX with one table; merges as (top, left, bottom, right), from 0."""
    document = docx.Document()
    if heading:
        document.add_paragraph(heading)
    table = document.add_table(rows=len(rows), cols=max(map(len, rows)))
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            table.cell(number, column).text = text
    for top, left, bottom, right in merges:
        kept = table.cell(top, left).text
        merged = table.cell(top, left).merge(table.cell(bottom, right))
        merged.text = kept
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def report_of(
    data: bytes, folder: Path, name: str = "thon-phu-ap.xlsx", **options: Any
) -> OpinionSheetReport:
    path = folder / name
    path.write_bytes(data)
    office = options.pop("office", OFFICE)
    return read_opinions(read_tables(path), office, conference_id="hn", file_name=name, **options)


def pasted(text: str, **options: Any) -> OpinionSheetReport:
    office = options.pop("office", OFFICE)
    return read_opinions(read_pasted(text), office, conference_id="hn", **options)


def sentences(row: ReadRow) -> list[str]:
    return [problem.sentence for problem in row.problems]


# --- old fonts ------------------------------------------------------------------------------------------


def as_tcvn3(text: str) -> str:
    """The text as the fonts .Vn… have it; capitals with a tone have no letter of their own there."""
    back = {chr(int(unicode)): chr(int(code)) for code, unicode in vietnamese_encodings._TCVN3.items()}
    return "".join(back.get(letter, back.get(letter.lower(), letter)) for letter in text)


def as_vni(text: str) -> str:
    """The text as the fonts VNI-… have it: a letter and the letter that draws its marks."""
    marks = {marks: letter for letter, marks in vietnamese_encodings._VNI_MARKS.items()}
    alone = {plain: letter for letter, plain in vietnamese_encodings._VNI_ALONE.items()}
    found: list[str] = []
    for letter in text:
        low = letter.lower()
        written = alone.get(low)
        if written is None:
            parts = unicodedata.normalize("NFD", low)
            base, rest = parts[0], parts[1:]
            if "\u031b" in rest:
                base, rest = {"o": "ô", "u": "ö"}[base], rest.replace("\u031b", "")
            rest = "".join(sorted(rest, key=lambda mark: mark not in "\u0302\u0306"))
            written = low if not parts[1:] else base + (marks[rest] if rest else "")
        found.append(written.upper() if letter.isupper() else written)
    return "".join(found)


def as_1258(text: str) -> bytes:
    """Windows-1258: a letter with its hat, the tone behind it."""
    found = b""
    for letter in text:
        try:
            found += letter.encode("cp1258")
        except UnicodeEncodeError:
            parts = unicodedata.normalize("NFD", letter)
            tones = "".join(part for part in parts if part in "\u0300\u0301\u0303\u0309\u0323")
            bare = unicodedata.normalize("NFC", "".join(part for part in parts if part not in tones))
            found += bare.encode("cp1258") + tones.encode("cp1258")
    return found
