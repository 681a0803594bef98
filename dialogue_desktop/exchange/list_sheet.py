"""The rows under the heads of one sheet, whatever the list: groups, merged cells, foot lines (C4, C11)."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Generic

from dialogue_desktop.domain.text_vi import fold, one_line
from dialogue_desktop.exchange.list_cells import shown
from dialogue_desktop.exchange.list_columns import Column, Vocabulary, is_personal
from dialogue_desktop.exchange.list_head import Head, find_head
from dialogue_desktop.exchange.list_lines import is_foot, is_index, is_signature, is_sum
from dialogue_desktop.exchange.list_places import Places
from dialogue_desktop.exchange.list_reading import Taken
from dialogue_desktop.exchange.list_types import (
    CellNames,
    OutsideLine,
    Problem,
    ReadColumn,
    RowT,
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
_DITTO = re.compile(r"[-/ .]*(?:n\.?t\.?|nhu tren|\"|''|//|〃)[-/ .]*")
_LONGEST_DITTO = 12
_DITTO_BEGINS = frozenset("-/ .nN\"'〃")
LONGEST_HEAD = 60
KIND_WORD = re.compile(
    r"^(?:thon|xom|to dan pho|tdp|khu dan cu|khu pho|khu|ap|ban|lang|buon|khom|khoi|tieu khu) \S"
)
_HEADED_PLACE = re.compile(
    r"^(?:thon|xom|don vi|to dan pho|tdp|tieu khu|khu dan cu|khu pho|khu|khoi|ap|ban|lang|buon|bon|khom"
    r"|soc|phum|plei|dia ban|thon[,/ ][^:]*)\s*:\s*(.+)$"
)


@dataclass(slots=True)
class Found(Generic[RowT]):
    """What the sheets gave so far."""

    rows: list[RowT] = field(default_factory=list)
    columns: list[ReadColumn] = field(default_factory=list)
    outside: list[OutsideLine] = field(default_factory=list)
    unread: list[UnreadSheet] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


class ListSheet(ABC, Generic[RowT]):
    """Reads the rows of one table under its head; each kind of list says what its rows and groups are."""

    vocabulary: Vocabulary
    #: Columns that a form may have filled in before anyone writes in it.
    prefilled: frozenset[Column]
    #: Columns in which "nt" stands for what the row above says.
    ditto: frozenset[Column]

    def __init__(self, table: Table, head: Head, places: Places, found: Found[RowT]) -> None:
        self._table, self._head, self._named, self._found = table, head, places, found
        self._places = head.places
        self._cell_columns = tuple(head.columns.items())
        self._names = CellNames(tuple(self._places.items()), table.letters)
        self._place = self._headed_place()
        self._group_place = ""
        self._before = ""
        self._hidden = 0
        self._signed = False
        self._above: dict[Column, Value] = {}
        self._again, self._one_text = _merged(table, head, self.vocabulary.wanted)

    # --- what each kind of list says

    @abstractmethod
    def _is_group(self, row: Row, values: Mapping[Column, Value]) -> bool:
        """Whether a row says only what the rows after it belong to; that is kept."""

    def _may_be_foot(self, row: Row, values: Mapping[Column, Value]) -> bool:
        """A row with a number is of the list, whatever it says."""
        return Column.NUMBER not in values

    @abstractmethod
    def _understood(self, taken: Taken) -> RowT: ...

    @abstractmethod
    def _under(self, table: Table, head: Head) -> ListSheet[RowT]:
        """The reader of a second list under this one, which goes on in the same group."""

    # --- rows

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
        wanted, column_of = self.vocabulary.wanted, self.vocabulary.column_of
        place = next((p for p, c in self._cell_columns if c is wanted), -1)
        text = row.cells[place] if 0 <= place < len(row.cells) else None
        short: list[str] = []
        for value in row.cells:
            if isinstance(value, str):
                if len(value) > LONGEST_HEAD:
                    return False
                if value:
                    short.append(value)
            elif value is not None:
                return False  # a number or a day: no head has one, and most rows have
        if len(short) < 3:
            return False
        named = [column_of(v) for v in short]
        whole = {column for column, sure in named if sure == 2}
        return len(whole) >= 3 and wanted in whole and (text is None or len(whole) * 2 > len(short))

    def _go_on_under(self, row: Row) -> None:
        rows = [other for other in self._table.rows if other.number >= row.number]
        rest = replace(self._table, rows=rows)
        head = find_head(rest, self.vocabulary)
        if head is None:
            return
        self._found.columns += read_columns(rest, head)
        following = self._under(rest, head)
        following._place = following._place or self._place
        following._group_place = self._group_place
        following.read()

    def _where(self) -> str:
        return f"Trang “{self._table.name}”" if self._table.name else "Tệp"

    # --- rows -----------------------------------------------------------------------------------------

    def _take(self, rows: Sequence[Row]) -> bool:
        """Whether the rows are a row of the list."""
        row = rows[0]
        values = self._values(row)
        dittos = self._written_out(values)
        if len(rows) == 1 and self._is_group(row, values):
            return False
        present = set(values)
        if self._table.flags:
            present |= {column for place, column in self._cell_columns if self._flagged(row, place)}
        if present <= self.prefilled:
            stray = [text for text in self._strays(row) if text]
            if stray or is_foot(row):
                self._outside(row)
            return False
        may_be_foot = len(present) == len(values) and self._may_be_foot(row, values)
        if may_be_foot and (is_foot(row) or (self._signed and is_signature(row))):
            self._signed = self._signed or not is_sum(row)
            self._outside(row)
            return False
        self._signed = False
        taken = Taken(
            self._table.name,
            row.number,
            values,
            self._names,
            [*self._flag_problems(row, values), *self._ditto_problems(row, dittos)],
            self._before if not values.get(Column.NUMBER) else "",
        )
        self._join_people(taken, rows)
        if row.hidden:
            self._hidden += 1
            sentence = "Dòng này đang bị ẩn trong tệp."
            taken.problems.append(Problem(Severity.DOUBT, None, "", sentence, of_cell=True))
        self._found.rows.append(self._understood(taken))
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

    def _join_people(self, raw: Taken, rows: Sequence[Row]) -> None:
        """One row of the list merged over the rows of several people."""
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
            raw.problems.append(Problem(Severity.DOUBT, Column.PLACE, where, sentence, typed, of_cell=True))

    def _written_out(self, values: dict[Column, Value]) -> list[Column]:
        """Put what stands above in the place of "nt", "-nt-", "như trên"; the columns where that was done."""
        done: list[Column] = []
        for column, value in list(values.items()):
            if not isinstance(value, str) or value[0] not in _DITTO_BEGINS or column not in self.ditto:
                continue
            if len(value) <= _LONGEST_DITTO and _DITTO.fullmatch(fold(value)):
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
            self._head.columns[place] not in self.prefilled
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

    def _is_wide(self, row: Row, place: int) -> bool:
        """Whether a text stands over three columns or more."""
        return any(
            m.top == row.number and m.left == place and m.right - m.left >= 2 for m in self._table.merges
        )

    def _headed_place(self) -> str:
        """The thôn that the lines above the table name: "Thôn: Phú Ấp", or the only one named there."""
        texts = self._texts_above()
        return self._place_said(texts) or self._place_named(texts)

    def _texts_above(self) -> list[str]:
        texts = [self._table.place] if self._table.place else []
        return texts + [
            one_line(value)
            for row in self._table.rows
            if row.number < self._head.first
            for value in row.cells
            if isinstance(value, str) and value
        ]

    def _place_said(self, texts: Sequence[str]) -> str:
        """ "Thôn: Phú Ấp"."""
        exact = self._named.exact
        for text in texts:
            said = _HEADED_PLACE.match(fold(text))
            name = text.partition(":")[2].strip(" ….") if said else ""
            if name and (label := exact(name) or exact(f"{text.partition(':')[0]} {name}")):
                return label
        return ""

    def _place_named(self, texts: Iterable[str]) -> str:
        named = {label for text in texts for label in self._named.named_in(text)}
        return named.pop() if len(named) == 1 else ""


def _merged(table: Table, head: Head, wanted: Column) -> tuple[dict[tuple[int, int], Value], dict[int, int]]:
    """Values that merged cells repeat downwards, and for each row that begins a merged `wanted` cell its last
    row."""
    again: dict[tuple[int, int], Value] = {}
    one_text: dict[int, int] = {}
    if not table.merges:
        return again, one_text
    by_number = {row.number: row for row in table.rows}
    text_place = head.places.get(wanted)
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
