"""The rows under the heads of one sheet: opinions, groups, merged cells, foot lines (C4)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dialogue_desktop.domain.text_vi import fold, one_line
from dialogue_desktop.exchange.opinion_columns import Column, column_of, is_personal
from dialogue_desktop.exchange.opinion_rows_cells import shown
from dialogue_desktop.exchange.opinion_rows_check import RawRow, RowReader
from dialogue_desktop.exchange.opinion_rows_head import Head, find_head
from dialogue_desktop.exchange.opinion_rows_lines import is_foot, is_index, is_signature, is_sum
from dialogue_desktop.exchange.opinion_rows_types import (
    CellNames,
    OutsideLine,
    Problem,
    ReadColumn,
    ReadRow,
    Severity,
    UnreadSheet,
)
from dialogue_desktop.exchange.table_types import Flag, Row, Table, Value

_FLAG_WORDS: dict[Flag, tuple[Severity, str]] = {
    Flag.UNCOUNTED: (
        Severity.ERROR,
        "Ô là công thức chưa có kết quả; hãy mở tệp bằng Excel, ghi lại, hoặc gõ chữ vào ô.",
    ),
    Flag.FAULT: (Severity.ERROR, "Ô báo lỗi {typed}; hãy gõ chữ vào ô."),
    Flag.FORMULA: (
        Severity.NOTE,
        "Ô là công thức; chương trình không tính, chỉ lấy kết quả đã lưu trong tệp.",
    ),
    Flag.CLEANED: (Severity.NOTE, "Đã bỏ ký tự ẩn, không in được."),
    Flag.RECODED: (Severity.NOTE, "Chữ gõ bằng phông cũ đã chuyển sang Unicode."),
}
_NOT_MINDED = frozenset({Column.NUMBER, Column.OPINION, Column.REASON})
#: Columns that a form may have filled in before anyone writes in it.
_PREFILLED = frozenset(
    {
        Column.NUMBER, Column.PLACE, Column.HAMLET, Column.FIELD, Column.FORM, Column.CONSENT,
        Column.RECEIVED, Column.COLLECTOR, Column.SLIP, Column.SOURCE, Column.KIND, Column.REASON,
        Column.HONORIFIC, Column.OPINION,
    }
)  # fmt: skip
#: Columns in which "nt" stands for what the row above says.
_DITTO_COLUMNS = frozenset(
    {Column.NAME, Column.PLACE, Column.HAMLET, Column.FIELD, Column.RECEIVED, Column.COLLECTOR, Column.FORM}
)
_DITTO = re.compile(r"[-/ .]*(?:n\.?t\.?|nhu tren|\"|''|//|〃)[-/ .]*")
_LONGEST_DITTO = 12
_LONGEST_HEAD = 60
_LONGEST_GROUP = 150
_ROMAN = re.compile(r"(?:[IVX]+|[A-HĐ])[.)]?")
_GROUP_MARK = re.compile(r"^(?:[IVX]+|[A-HĐ]|\d{1,2})\s*[.)/:-]\s*")
_GROUP_COUNT = re.compile(
    r"[\s:;,]*\(?\s*\d+\s*(?:ý kiến|kiến nghị|người|phiếu|câu hỏi)[^)]*\)?\s*$|[\s:;.]+$"
)
_GROUP_FIELD = re.compile(
    r"^(?:(?:các|những)\s+)?(?:lĩnh vực|ý kiến về|về|nhóm|nội dung|vấn đề|ý kiến)\s*:?\s+", re.IGNORECASE
)
_KIND_WORD = re.compile(
    r"^(?:thon|xom|to dan pho|tdp|khu dan cu|khu pho|khu|ap|ban|lang|buon|khom|khoi|tieu khu) \S"
)
_HEADED_PLACE = re.compile(
    r"^(?:thon|xom|don vi|to dan pho|tdp|tieu khu|khu dan cu|khu pho|khu|khoi|ap|ban|lang|buon|bon|khom"
    r"|soc|phum|plei|dia ban|thon[,/ ][^:]*)\s*:\s*(.+)$"
)


@dataclass(slots=True)
class Found:
    """What the sheets gave so far."""

    rows: list[ReadRow] = field(default_factory=list)
    columns: list[ReadColumn] = field(default_factory=list)
    outside: list[OutsideLine] = field(default_factory=list)
    unread: list[UnreadSheet] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


class SheetReader:
    """Reads the rows of one table under its head."""

    def __init__(self, table: Table, head: Head, reader: RowReader, found: Found) -> None:
        self._table, self._head, self._reader, self._found = table, head, reader, found
        self._places = head.places
        self._cell_columns = tuple(head.columns.items())
        self._names = CellNames(tuple(self._places.items()), table.letters)
        self._place, self._field = self._headed_place(), ""
        self._group_place = ""
        self._before = ""
        self._hidden = 0
        self._signed = False
        self._above: dict[Column, Value] = {}
        self._again, self._one_text = _merged(table, head)

    def read(self) -> None:
        rows = [row for row in self._table.rows if row.number > self._head.last]
        at = 0
        first = True
        while at < len(rows):
            row = rows[at]
            at += 1
            if first and is_index(row):
                continue
            if self._head.texts and self._head.repeated(row):
                continue
            if self._head.texts and self._is_other_head(row):
                self._go_on_under(row)
                break
            together = [row]
            bottom = self._one_text.get(row.number, 0)
            while at < len(rows) and rows[at].number <= bottom:
                together.append(rows[at])
                at += 1
            if self._take(together):
                first = False
        if self._hidden:
            self._found.notes.append(
                f"{self._where()} có {self._hidden} dòng đang bị ẩn (lọc hoặc ẩn dòng);"
                " các dòng ấy vẫn được đọc"
                " và đánh dấu để xem lại."
            )

    def _is_other_head(self, row: Row) -> bool:
        """A second list under the first, whose columns stand in another way."""
        place = next((p for p, c in self._cell_columns if c is Column.TEXT), -1)
        text = row.cells[place] if 0 <= place < len(row.cells) else None
        short = [v for v in row.cells if isinstance(v, str) and v]
        if not short or any(len(v) > _LONGEST_HEAD for v in short):
            return False
        named = [column_of(v) for v in short]
        whole = {column for column, sure in named if sure == 2}
        return len(whole) >= 3 and Column.TEXT in whole and (text is None or len(whole) * 2 > len(short))

    def _go_on_under(self, row: Row) -> None:
        rows = [other for other in self._table.rows if other.number >= row.number]
        rest = replace(self._table, rows=rows)
        head = find_head(rest)
        if head is None:
            return
        self._found.columns += read_columns(rest, head)
        following = SheetReader(rest, head, self._reader, self._found)
        following._place = following._place or self._place
        following._group_place, following._field = self._group_place, self._field
        following.read()

    def _where(self) -> str:
        return f"Trang “{self._table.name}”" if self._table.name else "Tệp"

    # --- rows -----------------------------------------------------------------------------------------

    def _take(self, rows: Sequence[Row]) -> bool:
        """Whether the rows are an opinion."""
        row = rows[0]
        values = self._values(row)
        dittos = self._written_out(values)
        if len(rows) == 1 and self._is_group(row, values):
            return False
        present = set(values)
        if self._table.flags:
            present |= {column for place, column in self._cell_columns if self._flagged(row, place)}
        if present <= _PREFILLED:
            stray = [text for text in self._strays(row) if text]
            if stray or is_foot(row):
                self._outside(row)
            return False
        if Column.NUMBER not in values and (is_foot(row) or (self._signed and is_signature(row))):
            self._signed = self._signed or not is_sum(row)
            self._outside(row)
            return False
        self._signed = False
        raw = RawRow(
            self._table.name,
            row.number,
            values,
            self._names,
            [*self._flag_problems(row, values), *self._ditto_problems(row, dittos)],
            self._group_place or self._place,
            self._field,
            self._before if not values.get(Column.NUMBER) else "",
        )
        self._join_people(raw, rows)
        if row.hidden:
            self._hidden += 1
            raw.found.append(
                Problem(Severity.DOUBT, None, "", "Dòng này đang bị ẩn trong tệp.", of_cell=True)
            )
        read = self._reader.read(raw, len(self._found.rows))
        self._found.rows.append(read)
        self._above = values
        names = shown(values.get(Column.NAME))
        if names:
            self._before = " ".join(names.split())
        return True

    def _values(self, row: Row) -> dict[Column, Value]:
        """The cells of the known columns; a merged cell counts in each of its rows."""
        found: dict[Column, Value] = {}
        for place, column in self._cell_columns:
            value = row.cells[place] if place < len(row.cells) else None
            if value is None or value == "":
                value = self._again.get((row.number, place))
            if value is not None and value != "":
                found[column] = value
        return found

    def _join_people(self, raw: RawRow, rows: Sequence[Row]) -> None:
        """One opinion merged over the rows of several people."""
        if len(rows) == 1:
            return
        others = [self._values(row) for row in rows[1:]]
        for column, mark in ((Column.NAME, "\n"), (Column.PHONE, "; ")):
            said = [raw.values.get(column), *(other.get(column) for other in others)]
            joined = mark.join(dict.fromkeys(shown(value) for value in said if value))
            if joined:
                raw.values[column] = joined
        places = {shown(other.get(Column.PLACE, "")) for other in others} - {""}
        if places - {shown(raw.values.get(Column.PLACE, ""))}:
            sentence = "Một ý kiến của nhiều người ở nhiều nơi; chỉ ghi nơi ở của dòng đầu."
            where = self._names.of(Column.PLACE, raw.number)
            typed = shown(raw.values.get(Column.PLACE, ""))
            raw.found.append(Problem(Severity.DOUBT, Column.PLACE, where, sentence, typed, of_cell=True))

    def _written_out(self, values: dict[Column, Value]) -> list[Column]:
        """Put what stands above in the place of "nt", "-nt-", "như trên"; the columns where that was done."""
        done: list[Column] = []
        for column in _DITTO_COLUMNS & values.keys():
            value = values[column]
            if isinstance(value, str) and len(value) <= _LONGEST_DITTO and _DITTO.fullmatch(fold(value)):
                above = self._above.get(column)
                if above is not None:
                    values[column] = above
                    done.append(column)
        return done

    def _ditto_problems(self, row: Row, columns: Sequence[Column]) -> list[Problem]:
        sentence = "Ô ghi “như trên”; hiểu là như dòng trên."
        return [
            Problem(Severity.NOTE, column, self._names.of(column, row.number), sentence, of_cell=True)
            for column in columns
        ]

    def _flagged(self, row: Row, place: int) -> bool:
        return self._table.flags.get((row.number, place)) in (Flag.UNCOUNTED, Flag.FAULT) and (
            self._head.columns[place] not in _PREFILLED
        )

    def _flag_problems(self, row: Row, values: Mapping[Column, Value]) -> list[Problem]:
        found: list[Problem] = []
        if not self._table.flags:
            return found
        for place, column in self._cell_columns:
            flag = self._table.flags.get((row.number, place))
            if flag is None or column in _NOT_MINDED:
                continue
            severity, words = _FLAG_WORDS[flag]
            typed = shown(values.get(column))
            where = self._table.cell_name(row.number, place)
            found.append(Problem(severity, column, where, words.format(typed=typed), typed, of_cell=True))
        return found

    def _strays(self, row: Row) -> list[str]:
        """Texts in columns that are not known."""
        return [
            shown(v) for place, v in enumerate(row.cells) if place not in self._head.columns and v is not None
        ]

    def _outside(self, row: Row) -> None:
        text = " | ".join(one_line(shown(value)) for value in row.cells if value not in (None, ""))
        self._found.outside.append(OutsideLine(self._table.name, row.number, text))

    # --- groups ---------------------------------------------------------------------------------------

    def _is_group(self, row: Row, values: Mapping[Column, Value]) -> bool:
        """A row that says nothing but a thôn or a field: what follows belongs to it."""
        if len(row.cells) - row.cells.count(None) - row.cells.count("") > 2:
            return False
        filled = [(place, value) for place, value in enumerate(row.cells) if value not in (None, "")]
        marks = [v for _, v in filled if isinstance(v, int) or (isinstance(v, str) and _ROMAN.fullmatch(v))]
        texts = [(place, v) for place, v in filled if isinstance(v, str) and not _ROMAN.fullmatch(v)]
        if len(texts) != 1 or len(marks) != len(filled) - 1 or len(marks) > 1:
            return False
        place, text = texts[0]
        if len(text) > _LONGEST_GROUP:
            return False
        number = values.get(Column.NUMBER)
        if isinstance(number, int) and self._head.columns.get(place) is Column.PLACE:
            return False  # a numbered row of the form in which only the thôn stands
        name = _GROUP_COUNT.sub("", _GROUP_MARK.sub("", one_line(text)))
        label = self._reader.places.exact(name)
        if not label and len(name) < 50 and self._reader.places.empty and _KIND_WORD.match(fold(name)):
            label = self._reader.places.read(name).locality
        if label:
            self._group_place, self._before = label, ""
            return True
        if self._head.columns.get(place) is Column.FIELD:
            return False
        topic = self._reader.fields.exact(name) or self._reader.fields.exact(_GROUP_FIELD.sub("", name))
        if topic:
            self._field, self._before = topic, ""
            return True
        if self._head.columns.get(place) is Column.TEXT:
            return False  # an opinion of somebody who is not named
        if len(name) <= _LONGEST_HEAD and (
            any(isinstance(m, str) for m in marks) or self._is_wide(row, place)
        ):
            # A heading that names neither: what the last one said does not hold any more.
            self._field, self._before = "", ""
            if _KIND_WORD.match(fold(name)):
                self._group_place = self._reader.places.read(name).locality
                self._found.notes.append(f"{self._where()}: “{name}” không phải thôn của hội nghị này.")
            self._outside(row)
            return True
        return False

    def _is_wide(self, row: Row, place: int) -> bool:
        """Whether a text stands over three columns or more."""
        return any(
            m.top == row.number and m.left == place and m.right - m.left >= 2 for m in self._table.merges
        )

    def _headed_place(self) -> str:
        """The thôn that the lines above the table name: "Thôn: Phú Ấp", or the only one named there."""
        places = self._reader.places
        texts = [self._table.place] if self._table.place else []
        texts += [
            one_line(value)
            for row in self._table.rows
            if row.number < self._head.first
            for value in row.cells
            if isinstance(value, str) and value
        ]
        for text in texts:
            said = _HEADED_PLACE.match(fold(text))
            name = text.partition(":")[2].strip(" ….") if said else ""
            if name and (label := places.exact(name) or places.exact(f"{text.partition(':')[0]} {name}")):
                return label
        named = {label for text in texts for label in places.named_in(text)}
        return named.pop() if len(named) == 1 else ""


def _merged(table: Table, head: Head) -> tuple[dict[tuple[int, int], Value], dict[int, int]]:
    """Values that merged cells repeat downwards, and for each row that begins a merged text its last row."""
    again: dict[tuple[int, int], Value] = {}
    one_text: dict[int, int] = {}
    if not table.merges:
        return again, one_text
    by_number = {row.number: row for row in table.rows}
    text_place = head.places.get(Column.TEXT)
    for merge in table.merges:
        if merge.bottom <= merge.top or merge.top <= head.last or merge.left not in head.columns:
            continue
        if merge.left == text_place:
            one_text[merge.top] = max(merge.bottom, one_text.get(merge.top, 0))
            continue
        row = by_number.get(merge.top)
        value = row.cells[merge.left] if row is not None and merge.left < len(row.cells) else None
        if value in (None, ""):
            continue
        for number in range(merge.top + 1, min(merge.bottom, merge.top + 5_000) + 1):
            if number in by_number:
                again[number, merge.left] = value
    return again, one_text


def read_columns(table: Table, head: Head) -> Iterator[ReadColumn]:
    """What each head was taken for."""
    for place, text in sorted(head.texts.items()):
        column = head.columns.get(place)
        if column is not None:
            yield ReadColumn(table.name, text, column)
        elif is_personal(text):
            yield ReadColumn(table.name, text, None, "dữ liệu cá nhân không cần cho hội nghị nên không đọc")
        else:
            yield ReadColumn(table.name, text, None, "không có cột như vậy trong chương trình nên không đọc")
