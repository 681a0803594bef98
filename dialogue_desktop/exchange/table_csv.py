"""Tables in plain text: CSV files of any separator and encoding, and rows pasted from Excel or Word."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator

from dialogue_desktop.exchange.table_types import (
    MAX_COLUMNS,
    MAX_LETTERS,
    MAX_ROWS,
    Refused,
    Row,
    Table,
    TableFile,
    trimmed,
)
from dialogue_desktop.exchange.vietnamese_encodings import UnknownEncoding, converted, decoded, old_font

PASTED = "đoạn đã dán"

UNKNOWN = (
    "không nhận ra bảng mã của tệp; hãy mở tệp bằng chương trình đã lập ra nó rồi ghi lại dạng Excel (.xlsx)"
    " hoặc “CSV UTF-8”"
)
NOT_TEXT = "đây không phải là tệp bảng"
TOO_LONG = "tệp dài hơn nhiều so với một danh sách của xã"

_SEPARATORS = ";\t,|"
_END_OF_CELL = re.compile("[\t\n]")


def read_csv(data: bytes) -> TableFile:
    """A CSV file; an old encoding is converted and said. Refused with the reason."""
    try:
        found = decoded(data)
    except UnknownEncoding as error:
        raise Refused(UNKNOWN) from error
    text = found.text
    hidden = sum(1 for letter in text[:100_000] if ord(letter) < 32 and letter not in "\t\n\r\f\v")
    if hidden > max(len(text[:100_000]) // 50, 4):
        raise Refused(NOT_TEXT)
    notes = (
        (f"Tệp ghi bằng bảng mã {found.old}; chữ đã được chuyển sang Unicode, hãy xem lại.",)
        if found.old
        else ()
    )
    if len(text) > MAX_LETTERS:
        raise Refused(TOO_LONG)
    return TableFile("CSV", (_table("", _records(text, _separator(text))),), notes)


def read_pasted(text: str) -> TableFile:
    """Rows copied in Excel (tabs between cells, a cell of several lines in quotation marks) or in Word."""
    if len(text) > MAX_LETTERS:
        raise Refused(TOO_LONG)
    font = old_font(text[:200_000])
    notes: tuple[str, ...] = ()
    if font is not None:
        text = converted(text, font)
        notes = (f"Chữ gõ bằng {font.value}; đã được chuyển sang Unicode, hãy xem lại.",)
    if "\t" not in text and any(mark in text for mark in ";,|"):
        separator = _separator(text)
        return TableFile(PASTED, (_table(PASTED, _records(text, separator)),), notes)
    return TableFile(PASTED, (_table(PASTED, _clipboard(text)),), notes)


def _table(name: str, records: Iterator[list[str]]) -> Table:
    table = Table(name)
    for number, cells in enumerate(records, start=1):
        kept = trimmed([cell if cell.strip() else None for cell in cells[:MAX_COLUMNS]])
        if not kept:
            continue
        if len(table.rows) >= MAX_ROWS:
            raise Refused(TOO_LONG)
        table.rows.append(Row(number, kept))
    return table


def _separator(text: str) -> str:
    """The sign that divides the most lines into the same number of cells, at least two."""
    head = text[:200_000]
    best, score = ",", 0
    for separator in _SEPARATORS:
        counts = Counter(len(cells) for cells, _ in zip(_records(head, separator), range(60), strict=False))
        counts.pop(1, None)
        counts.pop(0, None)
        if counts:
            width, often = counts.most_common(1)[0]
            if often * min(width, 4) > score:
                best, score = separator, often * min(width, 4)
    return best


def _records(text: str, separator: str) -> Iterator[list[str]]:
    if text.startswith("sep="):  # Excel's own first line
        separator, text = text[4:5], text.partition("\n")[2]
    csv.field_size_limit(MAX_LETTERS)
    # A separator that is no single letter cannot come from `_separator`, only from a hostile "sep=".
    separator = separator if len(separator) == 1 and separator not in '\r\n"' else ","
    try:
        yield from csv.reader(io.StringIO(text.replace("\0", "")), delimiter=separator)
    except csv.Error as error:
        raise Refused(NOT_TEXT) from error


def _clipboard(text: str) -> Iterator[list[str]]:
    """Excel puts a cell in quotation marks only when it holds a line end or a tab; all other marks are
    text."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    cells: list[str] = []
    at, end = 0, len(text)
    while at < end:
        quoted = _quoted_cell(text, at)
        if quoted is not None:
            cell, at = quoted
        else:
            mark = _END_OF_CELL.search(text, at)
            stop = mark.start() if mark is not None else end
            cell, at = text[at:stop], stop
        cells.append(cell)
        if at >= end or text[at] == "\n":
            yield cells
            cells = []
        at += 1
    if cells:
        yield cells


def _quoted_cell(text: str, at: int) -> tuple[str, int] | None:
    """The cell in quotation marks that begins here, and where it ends; None where they are plain text."""
    if text[at] != '"':
        return None
    close = at + 1
    while True:
        close = text.find('"', close)
        if close < 0:
            return None
        if text.startswith('"', close + 1):
            close += 2
            continue
        break
    if close + 1 < len(text) and text[close + 1] not in "\t\n":
        return None
    inside = text[at + 1 : close]
    if "\n" not in inside and "\t" not in inside and '""' not in inside:
        return None
    return inside.replace('""', '"'), close + 1
