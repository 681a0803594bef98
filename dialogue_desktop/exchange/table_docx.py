"""Tables of a DOCX file: cells with their merges, and the heading over each table."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Any

from dialogue_desktop.exchange.table_types import (
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_LETTERS,
    MAX_ROWS,
    Merge,
    Refused,
    Row,
    Table,
    TableFile,
    Value,
    trimmed,
)
from dialogue_desktop.exchange.table_zip import DAMAGED, OfficeZip

NO_TABLE = (
    "trong tệp Word không có bảng nào; hãy kẻ bảng có dòng tên cột, hoặc dùng mẫu Excel của chương trình"
)
TOO_LONG = "bảng dài hơn nhiều so với một danh sách của xã, hãy chia thành nhiều tệp"
MACROS = "Tệp có macro. Chương trình chỉ đọc chữ trong bảng, không chạy macro."

#: What python-docx lets through where the parts of a file are not what it takes them for.
_NO_WORD_INSIDE = (KeyError, ValueError, AttributeError, TypeError, IndexError, NotImplementedError)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read(data: bytes) -> TableFile:
    """All tables of the text in their order, tables inside tables left out. Refused with the reason."""
    archive = OfficeZip(data)
    archive.refuse_declarations()
    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    try:
        body = docx.Document(io.BytesIO(data)).element.body
        tables = _tables(body)
    except Refused:
        raise
    except (
        OpcError,
        LxmlError,
        zipfile.BadZipFile,
        OSError,
        EOFError,
        zlib.error,
        *_NO_WORD_INSIDE,
    ) as error:
        raise Refused(DAMAGED) from error
    if not tables:
        raise Refused(NO_TABLE)
    macros = any(name.endswith("vbaproject.bin") for name in archive.names)
    return TableFile("Word", tuple(tables), (MACROS,) if macros else ())


def _tables(body: Any) -> list[Table]:
    found: list[Table] = []
    heading = ""
    letters = 0
    for item in _blocks(body):
        if item.tag == f"{_W}p":
            text = _paragraph(item).strip()
            heading = text or heading
        else:
            table = _table(item, f"Bảng {len(found) + 1}")
            letters += sum(len(v) for row in table.rows for v in row.cells if isinstance(v, str))
            if letters > MAX_LETTERS:
                raise Refused(TOO_LONG)
            table.place = heading
            found.append(table)
            heading = ""
    return found


def _blocks(body: Any) -> Any:
    """Paragraphs and tables, also those inside content controls."""
    for item in body:
        if item.tag in (f"{_W}p", f"{_W}tbl"):
            yield item
        elif item.tag == f"{_W}sdt":
            for content in item.iterfind(f"{_W}sdtContent"):
                yield from _blocks(content)


def _table(element: Any, name: str) -> Table:
    """Rows are counted from 1 as a reader counts them; a merged cell stands in its first place."""
    table = Table(name)
    open_merges: dict[int, Merge] = {}
    cells_seen = 0
    number = 0
    for row in element.iter(f"{_W}tr"):
        if _owner(row) is not element:
            continue  # a table inside a cell
        number += 1
        if number > MAX_ROWS:
            raise Refused(TOO_LONG)
        cells: list[Value] = [None] * _skipped(row)
        for cell in _cells(row):
            cells_seen += 1
            column = len(cells)
            if cells_seen > MAX_CELLS or column >= MAX_COLUMNS:
                break
            wide, down = _spans(cell)
            right = column + wide - 1
            if down == "continue" and column in open_merges:
                open_merges[column] = open_merges[column]._replace(bottom=number)
                cells += [None] * wide
                continue
            _close(table, open_merges, column, right)
            if down or wide > 1:
                open_merges[column] = Merge(number, column, number, right)
            cells += [_text(cell) or None, *[None] * (wide - 1)]
        kept = trimmed(cells)
        if kept:
            table.rows.append(Row(number, kept))
    _close(table, open_merges, 0, MAX_COLUMNS)
    table.merges.sort()
    return table


def _close(table: Table, open_merges: dict[int, Merge], left: int, right: int) -> None:
    for column in [c for c in open_merges if left <= c <= right]:
        merge = open_merges.pop(column)
        if merge.bottom > merge.top or merge.right > merge.left:
            table.merges.append(merge)


def _owner(row: Any) -> Any:
    parent = row.getparent()
    while parent is not None and parent.tag != f"{_W}tbl":
        parent = parent.getparent()
    return parent


def _cells(row: Any) -> Any:
    for item in row:
        if item.tag == f"{_W}tc":
            yield item
        elif item.tag == f"{_W}sdt":
            for content in item.iterfind(f"{_W}sdtContent"):
                yield from content.iterfind(f"{_W}tc")


def _skipped(row: Any) -> int:
    """Columns left out before the first cell."""
    before = row.find(f"{_W}trPr/{_W}gridBefore")
    return min(_number(before), MAX_COLUMNS) if before is not None else 0


def _spans(cell: Any) -> tuple[int, str]:
    """How many columns wide, and "restart" or "continue" of a merge downwards."""
    properties = cell.find(f"{_W}tcPr")
    if properties is None:
        return 1, ""
    span, merge = properties.find(f"{_W}gridSpan"), properties.find(f"{_W}vMerge")
    down = "" if merge is None else merge.get(f"{_W}val", "continue")
    return (min(max(_number(span), 1), MAX_COLUMNS) if span is not None else 1), down


def _number(element: Any) -> int:
    value = element.get(f"{_W}val", "1")
    return int(value) if value.isdigit() else 1


def _text(cell: Any) -> str:
    """Paragraphs on lines of their own; those of an automatic list with a dash, so that they stay apart."""
    lines = []
    for paragraph in _blocks(cell):
        if paragraph.tag != f"{_W}p":
            continue
        text = _paragraph(paragraph).strip()
        if text:
            listed = paragraph.find(f"{_W}pPr/{_W}numPr") is not None
            lines.append(f"- {text}" if listed and not text.startswith("-") else text)
    return lines[0].removeprefix("- ") if len(lines) == 1 else "\n".join(lines)


def _paragraph(paragraph: Any) -> str:
    """Its text as it would be after every change is accepted: what was struck out is not w:t."""
    parts: list[str] = []
    for element in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}cr", f"{_W}noBreakHyphen"):
        if element.tag == f"{_W}t":
            parts.append(element.text or "")
        elif element.tag == f"{_W}tab":
            parts.append("" if element.getparent().tag == f"{_W}tabs" else " ")
        else:
            parts.append("-" if element.tag == f"{_W}noBreakHyphen" else "\n")
    return "".join(parts)
