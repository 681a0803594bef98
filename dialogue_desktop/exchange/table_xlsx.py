"""Sheets of an XLSX or XLSM file in one pass of constant memory: values, formulas, merged and hidden cells.

openpyxl's read-only mode gives neither merged cells nor hidden rows, nor a formula together with its value;
its full mode builds every cell of a million empty rows; both stop at parts (filters, drawings, styles) that a
list has no need of. So what a list needs is read here, from the XML itself; nothing is counted, run or
followed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from itertools import chain

from dialogue_desktop.exchange.table_types import (
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_ROWS,
    Flag,
    Merge,
    Refused,
    Row,
    Table,
    TableFile,
    Value,
    column_letters,
    trimmed,
)
from dialogue_desktop.exchange.table_xlsx_book import (
    TOO_MANY_CELLS,
    TRUE,
    Book,
    day_styles,
    main_part,
    shared_texts,
    unescaped,
)
from dialogue_desktop.exchange.table_zip import DAMAGED, MAX_SHEET_BYTES, OfficeZip, feed, guarded_parser

#: After so many empty rows the table has ended; what comes after is looked for, not read.
EMPTY_RUN = 2_000
#: The sheet of lists in the program's own forms.
OWN_LISTS = "Danh mục"
MOST_SHEETS = 100

TOO_MANY_ROWS = f"bảng có hơn {MAX_ROWS:,} dòng, hãy chia thành nhiều tệp".replace(",", ".")
NO_SHEET = "trong tệp không có trang tính nào"

_TAIL_VALUE = re.compile(rb"<(?:\w+:)?(?:v|t)[ >]")
_TAIL_MERGE = re.compile(rb'<(?:\w+:)?mergeCell [^>]*?ref="([A-Z0-9:$]+)"')
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
_FIRST_1900, _FIRST_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)


class _Enough(Exception):
    """The table has ended: the parser need not go on."""


def read(data: bytes) -> TableFile:
    """All sheets in their order; hidden ones are marked. Refused with the reason."""
    archive = OfficeZip(data)
    archive.refuse_declarations()
    book = Book(archive, main_part(archive))
    strings = shared_texts(archive, book.strings) if book.strings else []
    days = day_styles(archive, book.styles) if book.styles else frozenset()
    tables: list[Table] = []
    for name, state, part in book.sheets[:MOST_SHEETS]:
        if part.lower() not in archive.names:
            raise Refused(DAMAGED)
        reader = _Sheet(name, strings, days, _FIRST_1904 if book.since_1904 else _FIRST_1900)
        table = reader.read(archive.chunks(part, MAX_SHEET_BYTES))
        table.hidden = state != "visible"
        table.own = name == OWN_LISTS
        tables.append(table)
    if not tables:
        raise Refused(NO_SHEET)
    return TableFile("Excel", tuple(tables), tuple(_notes(archive)))


def _notes(archive: OfficeZip) -> Iterable[str]:
    names = archive.names
    if any(name.endswith("vbaproject.bin") for name in names):
        yield "Tệp có macro. Chương trình chỉ đọc chữ và số trong bảng, không chạy macro."
    if any("/externallinks/" in name for name in names):
        yield "Tệp có công thức lấy số từ tệp khác; chương trình chỉ đọc giá trị đã lưu, không mở tệp ấy."


class _Sheet:
    """Reads one sheet; `days` are the styles that show a day, counted from `first_day`."""

    def __init__(self, name: str, strings: list[str], days: frozenset[str], first_day: datetime) -> None:
        self._table = Table(name, letters=True)
        self._strings, self._days, self._first_day = strings, days, first_day
        self._columns: dict[str, int] = {}
        self._cells: list[Value] = []
        self._number, self._column, self._empty, self._count = 0, -1, 0, 0
        self._hidden_row = False
        self._hidden_columns: set[int] = set()
        self._kind: str | None = None
        self._style: str | None = None
        self._text: list[str] = []
        self._valued = self._formula = self._silent = False
        self._odd = False  # the row has a cell that is more than its value
        self._may_stop = True
        self._dropped = self._stopped = self._stopped_at = 0
        self._parser = guarded_parser()
        self._parser.StartElementHandler = self._root

    def read(self, chunks: Iterable[bytes]) -> Table:
        coming = iter(chunks)
        chunk, fed = b"", 0
        try:
            for chunk in coming:
                if not fed:  # the quick look over the tail reads one byte a letter
                    self._may_stop = not chunk.startswith((b"\xff\xfe", b"\xfe\xff"))
                feed(self._parser, chunk)
                fed += len(chunk)
            feed(self._parser, b"", last=True)
        except _Enough:
            self._look_on(chain((chunk[self._stopped_at - fed :],), coming))
        self._tell()
        return self._table

    def _root(self, name: str, _attributes: dict[str, str]) -> None:  # noqa: C901 (one flat choice by name)
        """The root says in which namespace the elements are; from then on whole names are compared.

        The hot path of the whole reading: what comes once for each cell stands first, in local names.
        """
        space = name.rpartition("}")[0]
        prefix = f"{space}}}" if space else ""
        c, v, t, row, f, rph, merge, col = (
            prefix + local for local in ("c", "v", "t", "row", "f", "rPh", "mergeCell", "col")
        )
        parser, columns, text, strings = self._parser, self._columns, self._text, self._strings
        known = len(strings)

        def start(name: str, attributes: dict[str, str]) -> None:
            if name == c:
                self._count += 1
                reference = attributes.get("r")
                if reference is None:
                    self._column += 1
                else:
                    letters = reference.rstrip("0123456789")
                    column = columns.get(letters)
                    self._column = self._known_column(letters) if column is None else column
                self._kind, self._style = attributes.get("t"), attributes.get("s")
                if self._count > MAX_CELLS:
                    raise Refused(TOO_MANY_CELLS)
            elif name in (v, t):
                if not self._silent:
                    self._valued = True
                    parser.CharacterDataHandler = text.append
            elif name == row:
                self._begin_row(attributes)
            elif name == f:
                self._formula = True
            elif name == rph:
                self._silent = True
            elif name == merge:
                self._add_merge(attributes.get("ref", ""))
            elif name == col and attributes.get("hidden", "0") in TRUE:
                self._hide(attributes.get("min", ""), attributes.get("max", ""))

        def end(name: str) -> None:
            if name == c:
                if self._kind == "s" and not self._formula and self._column == len(self._cells) < MAX_COLUMNS:
                    # A text of its own, next to the cell before: nearly all cells of a list.
                    if len(text) == 1 and text[0].isdigit() and (index := int(text[0])) < known:
                        self._cells.append(strings[index])
                        text.clear()
                        self._valued = False
                        return
                if self._valued or self._formula:
                    self._end_cell()
            elif name in (v, t):
                parser.CharacterDataHandler = None
            elif name == row:
                self._end_row()
            elif name == rph:
                self._silent = False

        parser.StartElementHandler, parser.EndElementHandler = start, end

    def _begin_row(self, attributes: dict[str, str]) -> None:
        number = attributes.get("r")
        self._number = int(number) if number is not None and number.isdigit() else self._number + 1
        self._hidden_row = attributes.get("hidden", "0") in TRUE
        self._column = -1
        self._cells = []

    def _known_column(self, letters: str) -> int:
        column = self._columns[letters] = _column_of(letters)
        return column

    def _end_cell(self) -> None:
        text = self._text[0] if len(self._text) == 1 else "".join(self._text)
        self._text.clear()
        value: Value
        if self._kind == "s" and text.isdigit() and int(text) < len(self._strings):
            value, flag = self._strings[int(text)], None
        else:
            value, flag = self._value(text)
        if self._formula:
            counted = bool(text) or (self._valued and self._kind == "str")  # "" is a result too
            flag = flag or (Flag.FORMULA if counted else Flag.UNCOUNTED)
            if flag is Flag.UNCOUNTED:
                value = ""
        self._valued = self._formula = False
        if value is None and flag in (None, Flag.FORMULA):
            return
        cells, column = self._cells, self._column
        if column >= MAX_COLUMNS:
            self._dropped += 1
            return
        while len(cells) < column:
            cells.append(None)
        if column == len(cells):
            cells.append(value)
        else:
            cells[column] = value  # cells out of their order
        if flag is not None:
            self._table.flags[self._number, column] = flag
            self._odd = True

    def _value(self, text: str) -> tuple[Value, Flag | None]:
        kind = self._kind
        if kind in ("str", "inlineStr", "s"):  # a number without its text is shown as it is
            return unescaped(text) or None, None
        if kind == "b":
            return (text.strip() in TRUE if text else None), None
        if kind == "e":
            return text, Flag.FAULT
        if kind == "d":
            return _iso_day(text), None
        if not text:
            return None, None
        return self._number_value(text), None

    def _number_value(self, text: str) -> Value:
        try:
            number = float(text)
        except ValueError:
            return text
        if self._style in self._days:
            day = self._day(number)
            if day is not None:
                return day
        return int(number) if number.is_integer() and abs(number) < 1e15 else number

    def _day(self, number: float) -> date | None:
        if not 1 <= number < 2_958_466:  # the end of the year 9999
            return None
        if self._first_day is _FIRST_1900 and number < 60:
            number += 1  # Excel counts a 29th of February 1900
        try:
            return (self._first_day + timedelta(days=int(number))).date()
        except OverflowError:
            return None

    def _end_row(self) -> None:
        cells = trimmed(self._cells)
        if cells or self._odd:
            self._empty, self._odd = 0, False
            rows = self._table.rows
            if len(rows) >= MAX_ROWS:
                raise Refused(TOO_MANY_ROWS)
            rows.append(Row(self._number, cells, self._hidden_row))
            return
        self._empty += 1
        if self._empty >= EMPTY_RUN and self._may_stop:
            self._stopped, self._stopped_at = self._number, self._parser.CurrentByteIndex
            raise _Enough

    def _look_on(self, chunks: Iterable[bytes]) -> None:
        """After the end of the table: merged cells, and whether anything else stands there."""
        kept = b""
        found = False
        for chunk in chunks:
            window = kept + chunk
            found = found or _TAIL_VALUE.search(window) is not None
            end = 0
            for match in _TAIL_MERGE.finditer(window):
                self._add_merge(match[1].decode())
                end = match.end()
            kept = window[max(end, len(window) - 200) :]
        if found:
            self._table.notes.append(
                f"Trang “{self._table.name}”: sau dòng {self._stopped} có hơn {EMPTY_RUN} dòng trống rồi lại"
                " có chữ; phần sau chưa đọc. Hãy xóa các dòng trống trong tệp rồi đọc lại."
            )

    def _hide(self, first: str, last: str) -> None:
        if first.isdigit() and last.isdigit():
            self._hidden_columns.update(range(int(first) - 1, min(int(last), MAX_COLUMNS)))

    def _add_merge(self, reference: str) -> None:
        ends = _REFERENCE.findall(reference)
        if len(ends) == 2 and len(self._table.merges) < MAX_ROWS * 10:
            (left, top), (right, bottom) = ends
            merge = Merge(int(top), _column_of(left), int(bottom), _column_of(right))
            self._table.merges.append(merge)

    def _tell(self) -> None:
        table = self._table
        if self._dropped:
            table.notes.append(f"Trang “{table.name}” có chữ ở sau cột thứ {MAX_COLUMNS}; phần ấy không đọc.")
        written = {c for row in table.rows for c, value in enumerate(row.cells) if value not in (None, "")}
        hidden = sorted(self._hidden_columns & written)
        if hidden:
            names = ", ".join(map(column_letters, hidden))
            table.notes.append(
                f"Trang “{table.name}” có cột đang ẩn ({names}); chữ trong cột ấy vẫn được đọc."
            )


def _column_of(letters: str) -> int:
    column = 0
    for letter in letters.strip("$").upper():
        column = column * 26 + ord(letter) - 64
    if not 0 < column <= 16_384:
        raise Refused(DAMAGED)
    return column - 1


def _iso_day(text: str) -> Value:
    try:
        return datetime.fromisoformat(text.strip().rstrip("Z")).date()
    except ValueError:
        return text or None
