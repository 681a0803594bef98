"""Lists of opinions in all their shapes, read into one report; nothing is kept (C4)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dialogue_desktop.domain.text_vi import fold, one_line
from dialogue_desktop.exchange import opinion_rows_doubles
from dialogue_desktop.exchange.opinion_columns import Column, is_personal
from dialogue_desktop.exchange.opinion_rows_cells import shown
from dialogue_desktop.exchange.opinion_rows_check import Office, RawRow, RowReader
from dialogue_desktop.exchange.opinion_rows_head import Head, assigned_head, find_head
from dialogue_desktop.exchange.opinion_rows_types import (
    CellNames,
    OpinionSheetReport,
    OutsideLine,
    Problem,
    ReadColumn,
    ReadRow,
    Severity,
    UnreadSheet,
)
from dialogue_desktop.exchange.table_text import fit_texts
from dialogue_desktop.exchange.table_types import Flag, Row, Table, TableFile, Value

_SHOWN_ROWS = 8

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
_ROMAN = re.compile(r"(?:[IVX]+|[A-HĐ])[.)]?")
_GROUP_MARK = re.compile(r"^(?:[IVX]+|[A-HĐ]|\d{1,2})\s*[.)/:-]\s*")
_GROUP_COUNT = re.compile(
    r"[\s:;,]*\(?\s*\d+\s*(?:ý kiến|kiến nghị|người|phiếu|câu hỏi)[^)]*\)?\s*$|[\s:;.]+$"
)
_GROUP_FIELD = re.compile(r"^(?:lĩnh vực|về|nhóm|nội dung|vấn đề)\s*:?\s+", re.IGNORECASE)
_KIND_WORD = re.compile(
    r"^(?:thon|xom|to dan pho|tdp|khu dan cu|khu pho|khu|ap|ban|lang|buon|khom|khoi|tieu khu) \S"
)
_ROLE = (
    r"nguoi lap(?: bieu)?|nguoi tong hop|(?:pho )?truong thon|(?:pho )?bi thu(?: chi bo)?|chu tri|thu ky"
    r"|truong ban(?: cong tac mat tran)?|to truong"
)
#: Lines at the foot of a list, whole; a role with more words counts only in capitals.
_FOOT = re.compile(
    rf"(?:tong (?:cong|so)\b.*|cong:? *\d.*|(?:{_ROLE})\s*(?:\(.*\))?|xac nhan cua .*|\(?ky(?: ten|, ).*"
    r"|noi nhan:.*|(?:tm|t/m|kt|k/t)\b.*|ghi chu:.*|luu y:.*|danh sach (?:co|gom) \d.*"
    r"|(?:[^,]{2,30}, )?ngay .{1,12} thang .{1,10} nam .{0,8})"
)
_ROLE_IN_CAPITALS = re.compile(rf"(?:{_ROLE})\b")
_HEADED_PLACE = re.compile(
    r"^(?:thon|xom|don vi|to dan pho|tdp|tieu khu|khu dan cu|khu pho|khu|khoi|ap|ban|lang|buon|bon|khom"
    r"|soc|phum|plei|dia ban|thon[,/ ][^:]*)\s*:\s*(.+)$"
)


@dataclass(frozen=True, slots=True)
class Assigned:
    """The columns of one sheet as a person said they are; `first_row_is_head`: the first row is
    no opinion."""

    columns: tuple[Column | None, ...]
    first_row_is_head: bool = True


@dataclass(slots=True)
class _Found:
    """What the sheets gave so far."""

    rows: list[ReadRow] = field(default_factory=list)
    columns: list[ReadColumn] = field(default_factory=list)
    outside: list[OutsideLine] = field(default_factory=list)
    unread: list[UnreadSheet] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def read_opinions(
    file: TableFile,
    office: Office,
    *,
    conference_id: str,
    file_name: str = "",
    hidden_sheets: bool = False,
    assigned: Mapping[str, Assigned] | None = None,
) -> OpinionSheetReport:
    """The report on a file. Hidden sheets are told of, and read only when asked for; `assigned` gives the
    columns of sheets (by name) whose heads were not recognised."""
    found = _Found(notes=list(file.notes))
    reader = RowReader(office)
    for table in file.tables:
        if table.own or not table.rows:
            continue
        if table.hidden and not hidden_sheets:
            found.notes.append(
                f"Trang “{table.name}” đang bị ẩn, có {len(table.rows)} dòng; chưa đọc trang này."
            )
            continue
        _read_table(table, reader, (assigned or {}).get(table.name), found)
    rows = opinion_rows_doubles.marked(found.rows, office.kept)
    return OpinionSheetReport(
        conference_id,
        file_name,
        file.kind,
        rows,
        tuple(found.columns),
        tuple(found.outside),
        tuple(found.unread),
        tuple(dict.fromkeys(found.notes)),
    )


def _read_table(raw: Table, reader: RowReader, assigned: Assigned | None, found: _Found) -> None:
    table = fit_texts(raw)
    found.notes += table.notes
    head = (
        assigned_head(assigned.columns, assigned.first_row_is_head, table)
        if assigned is not None
        else find_head(table)
    )
    if head is None:
        first = tuple(tuple(shown(value) for value in row.cells) for row in table.rows[:_SHOWN_ROWS])
        found.unread.append(UnreadSheet(table.name, first))
        where = f"{'Trang' if table.letters else 'Bảng'} “{table.name}”" if table.name else "Tệp"
        found.notes.append(f"{where}: không thấy dòng tên cột có cột nội dung ý kiến; chưa đọc.")
        return
    found.columns += _columns(table, head)
    _Sheet(table, head, reader, found).read()


def _columns(table: Table, head: Head) -> Iterator[ReadColumn]:
    for place, text in sorted(head.texts.items()):
        column = head.columns.get(place)
        if column is not None:
            yield ReadColumn(table.name, text, column)
        elif is_personal(text):
            yield ReadColumn(table.name, text, None, "dữ liệu cá nhân không cần cho hội nghị nên không đọc")
        else:
            yield ReadColumn(table.name, text, None, "không có cột như vậy trong chương trình nên không đọc")


class _Sheet:
    """Reads the rows of one table under its head."""

    def __init__(self, table: Table, head: Head, reader: RowReader, found: _Found) -> None:
        self._table, self._head, self._reader, self._found = table, head, reader, found
        self._places = head.places
        self._cell_columns = tuple(head.columns.items())
        self._names = CellNames(tuple(self._places.items()), table.letters)
        self._place, self._field = self._headed_place(), ""
        self._group_place = ""
        self._before = ""
        self._hidden = 0
        self._again, self._one_text = _merged(table, head)

    def read(self) -> None:
        rows = [row for row in self._table.rows if row.number > self._head.last]
        first = True
        at = 0
        while at < len(rows):
            row = rows[at]
            at += 1
            if first and _is_index(row):
                continue
            if self._head.texts and self._head.repeated(row):
                continue
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

    def _where(self) -> str:
        return f"Trang “{self._table.name}”" if self._table.name else "Tệp"

    # --- rows -----------------------------------------------------------------------------------------

    def _take(self, rows: Sequence[Row]) -> bool:
        """Whether the rows are an opinion."""
        row = rows[0]
        values = self._values(row)
        if len(rows) == 1 and self._is_group(row, values):
            return False
        present = set(values)
        if self._table.flags:
            present |= {column for place, column in self._cell_columns if self._flagged(row, place)}
        if present <= _PREFILLED:
            stray = [text for text in self._strays(row) if text]
            if stray or self._is_foot(row):
                self._outside(row)
            return False
        if Column.NUMBER not in values and self._is_foot(row):
            self._outside(row)
            return False
        raw = RawRow(
            self._table.name,
            row.number,
            values,
            self._names,
            self._flag_problems(row, values),
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
        names = [raw.values.get(Column.NAME), *(self._values(row).get(Column.NAME) for row in rows[1:])]
        raw.values[Column.NAME] = "\n".join(dict.fromkeys(shown(name) for name in names if name))

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

    def _is_foot(self, row: Row) -> bool:
        """ "Tổng cộng: 12 ý kiến", "Người lập biểu", "Minh Khê, ngày 15 tháng 4 năm 2026"."""
        if len(row.cells) - row.cells.count(None) > 4 + row.cells.count(""):
            return False
        texts = [value for value in row.cells if isinstance(value, str) and value]
        if not texts or any(len(text) > 90 for text in texts):
            return False
        return all(_is_foot_text(text) for text in texts)

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
        topic = self._reader.fields.exact(name) or self._reader.fields.exact(_GROUP_FIELD.sub("", name))
        if topic and self._head.columns.get(place) is not Column.FIELD:
            self._field, self._before = topic, ""
            return True
        return False

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


def _is_foot_text(text: str) -> bool:
    key = fold(text).strip(" .")
    return _FOOT.fullmatch(key) is not None or (text.isupper() and _ROLE_IN_CAPITALS.match(key) is not None)


def _is_index(row: Row) -> bool:
    """ "(1) (2) (3)" under the heads."""
    filled = [shown(value).strip("() ") for value in row.cells if value not in (None, "")]
    return len(filled) >= 3 and filled == [str(n) for n in range(1, len(filled) + 1)]


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
