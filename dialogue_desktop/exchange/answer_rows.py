"""Answers that a unit sends back in Excel or Word, matched with the opinions by number and text (C7)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from dialogue_desktop.domain.records import Opinion
from dialogue_desktop.domain.text_vi import clean, fold, one_line
from dialogue_desktop.exchange.answer_row_types import AnswerRow, AnswerSheetReport, FoundBy
from dialogue_desktop.exchange.list_cells import shown
from dialogue_desktop.exchange.list_columns import Column
from dialogue_desktop.exchange.list_head import Head, find_head
from dialogue_desktop.exchange.list_read import no_heads
from dialogue_desktop.exchange.list_reading import RowReading, Taken
from dialogue_desktop.exchange.list_sheet import Found
from dialogue_desktop.exchange.list_types import (
    CellNames,
    OutsideLine,
    Problem,
    ReadColumn,
    Severity,
    UnreadSheet,
)
from dialogue_desktop.exchange.opinion_columns import ANSWERS
from dialogue_desktop.exchange.table_text import fit_texts
from dialogue_desktop.exchange.table_types import Flag, Row, Table, TableFile, Value

_SHOWN_ROWS = 8
_WORDS = re.compile(r"\w+")
_FIGURES = re.compile(r"\d+")
_UNIT = re.compile(r"^(?:don vi|co quan|phong|bo phan)(?: duoc giao)?(?: tra loi)?\s*:\s*(\S.*)$")
#: Shared words from which two texts are the same opinion, and from which one is found by its text alone.
_SAME, _FOUND = 0.6, 0.75


def read_answers(
    file: TableFile, opinions: Iterable[Opinion], *, conference_id: str, file_name: str = ""
) -> AnswerSheetReport:
    """The report on a file. Hidden sheets and sheets without a column of answers are told of."""
    found = _Found(index=_Index(opinions), notes=list(file.notes))
    for table in file.tables:
        if table.own or not table.rows:
            continue
        if table.hidden:
            found.notes.append(f"Trang “{table.name}” đang bị ẩn; chưa đọc trang này.")
            continue
        _read_table(fit_texts(table), found)
    answered = {row.opinion_id for row in found.rows}
    groups = {o.group_id for o in found.index.all if o.id in answered and o.group_id}
    left = tuple(sorted(o.number for o in found.left if o.id not in answered and o.group_id not in groups))
    return AnswerSheetReport(
        conference_id,
        file_name,
        file.kind,
        _one_each(found.rows),
        tuple(found.columns),
        tuple(found.outside),
        tuple(found.unread),
        tuple(dict.fromkeys(found.notes)),
        left,
    )


# --- whose answer -------------------------------------------------------------------------------------


class _Index:
    """The opinions by number and by words."""

    def __init__(self, opinions: Iterable[Opinion]) -> None:
        self.all = tuple(opinions)
        self._words = {opinion.id: _words(opinion.text) for opinion in self.all}

    def numbered(self, number: int) -> tuple[Opinion, ...]:
        """Usually one; two laptops may have given the same number."""
        return tuple(opinion for opinion in self.all if opinion.number == number)

    def likeness(self, opinion: Opinion, words: frozenset[str]) -> float:
        """1 for the same words; a shortened text counts by how much of it stands in the opinion."""
        own = self._words[opinion.id]
        if not own or not words:
            return 0.0
        shared = len(own & words)
        whole = shared / len(own | words)
        part = shared / len(words) if len(words) >= 5 else 0.0
        return max(whole, part * 0.95)

    def by_text(self, words: frozenset[str]) -> Opinion | None:
        """The one opinion that a text must be; None where none is, or two are as near."""
        scored = sorted(
            ((self.likeness(o, words), o.number, o) for o in self.all), key=lambda s: s[:2], reverse=True
        )
        if not scored or scored[0][0] < _FOUND:
            return None
        if len(scored) > 1 and scored[1][0] > scored[0][0] - 0.05:
            return None
        return scored[0][2]


@dataclass(slots=True)
class _Found(Found[AnswerRow]):
    """`left` are opinions that stand in the file without an answer."""

    index: _Index = field(kw_only=True)
    left: list[Opinion] = field(default_factory=list)


def _read_table(table: Table, found: _Found) -> None:
    found.notes += table.notes
    head = find_head(table, ANSWERS)
    if head is None:
        first = tuple(tuple(shown(value) for value in row.cells) for row in table.rows[:_SHOWN_ROWS])
        found.unread.append(UnreadSheet(table.name, first))
        found.notes.append(no_heads(table, "nội dung trả lời"))
        return
    for place, text in sorted(head.texts.items()):
        column = head.columns.get(place)
        found.columns.append(
            ReadColumn(table.name, text, column, "" if column else "không cần nên không đọc")
        )
    names = CellNames(tuple(head.places.items()), table.letters)
    unit = _unit(table, head)
    for row in table.rows:
        if row.number > head.last and not head.repeated(row):
            _take(table, head, names, row, unit, found)


def _take(table: Table, head: Head, names: CellNames, row: Row, unit: str, found: _Found) -> None:
    """One row of the table: an answer, a question left open, or a line that is neither."""
    values: dict[Column, Value] = {column: _text(row, place) for place, column in head.columns.items()}
    fault = _fault(table, head, row)
    reading = _Reading(found.index, _Raw(Taken(table.name, row.number, values, names), unit, fault=fault))
    if values.get(Column.ANSWER) or fault:
        found.rows.append(reading.row(len(found.rows)))
        return
    opinion = reading.whose()
    if opinion is not None:
        found.left.append(opinion)
    elif any(value not in (None, "") for value in row.cells):
        text = " | ".join(one_line(shown(v)) for v in row.cells if v not in (None, ""))
        found.outside.append(OutsideLine(table.name, row.number, text))


def _text(row: Row, place: int) -> str:
    value: Value = row.cells[place] if place < len(row.cells) else None
    return shown(value).strip()


def _fault(table: Table, head: Head, row: Row) -> str:
    flag = table.flags.get((row.number, head.places[Column.ANSWER]))
    if flag is Flag.UNCOUNTED:
        return "Ô là công thức chưa có kết quả; hãy gõ chữ vào ô."
    return "Ô báo lỗi; hãy gõ chữ vào ô." if flag is Flag.FAULT else ""


# --- one row ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Raw:
    """A row before it is understood; `fault` is what is wrong with the cell of the answer itself."""

    taken: Taken
    unit: str = ""
    by_hand: bool = False
    fault: str = ""


class _Reading(RowReading):
    """The state while one row is understood as an answer."""

    def __init__(self, index: _Index, raw: _Raw) -> None:
        super().__init__(raw.taken)
        self._index, self._raw = index, raw
        self._found_by = FoundBy.NOTHING

    def row(self, key: int) -> AnswerRow:
        raw, taken, answer = self._raw, self._taken, self._shown(Column.ANSWER)
        opinion = self.whose()
        if raw.fault:
            self._add(Severity.ERROR, Column.ANSWER, raw.fault, of_cell=True)
        elif not answer:
            self._add(Severity.ERROR, Column.ANSWER, "Chưa ghi nội dung trả lời.")
        answerer = " ".join(self._shown(Column.ANSWERER).split()) or raw.unit
        if opinion is not None and not answerer:
            answerer = opinion.prepared_by
        if not answerer:
            self._add(Severity.NOTE, Column.ANSWERER, "Chưa ghi người trả lời.")
        same, replaces = False, ""
        if opinion is not None and opinion.prepared_answer.strip() and answer:
            same = _words_of(opinion.prepared_answer) == _words_of(answer)
            replaces = "" if same else opinion.prepared_answer
            if replaces:
                sentence = (
                    f"Ý kiến số {opinion.number} đã có câu trả lời chuẩn bị; nếu lưu, câu mới thay câu cũ."
                )
                self._add(Severity.DOUBT, Column.ANSWER, sentence)
        return AnswerRow(
            key,
            taken.sheet,
            taken.number,
            opinion.id if opinion is not None else "",
            opinion.number if opinion is not None else 0,
            opinion.text if opinion is not None else "",
            _who(opinion),
            tuple((column, text) for column, text in self._typed.items() if text),
            answer,
            answerer,
            self._found_by,
            (opinion.group_id or opinion.id) if opinion is not None else "",
            replaces,
            opinion.prepared_by if opinion is not None and replaces else "",
            same,
            own_problems=tuple(self._problems),
            cells=taken.cells,
            unit=raw.unit,
            by_hand=raw.by_hand,
        )

    def whose(self) -> Opinion | None:
        """By number and text; a number whose text is another opinion's is an error, never a guess. A number
        that a person wrote while looking at the row holds as it stands."""
        index, words = self._index, _words(self._shown(Column.TEXT))
        told = any(own is Column.OPINION for own, _ in self._taken.cells.places)
        column = Column.OPINION if told else Column.NUMBER
        figures = _FIGURES.findall(self._shown(column))
        number = int(figures[0][:9]) if len(figures) == 1 else 0
        near = sorted(index.numbered(number), key=lambda o: index.likeness(o, words), reverse=True)
        if self._raw.by_hand and len(near) == 1:
            return self._by(FoundBy.HAND, near[0])
        if near and (index.likeness(near[0], words) >= _SAME):
            return self._by(FoundBy.BOTH if told else FoundBy.TEXT, near[0])
        by_text = index.by_text(words) if words else None
        if near and told:
            return self._by_number(column, number, near, by_text, words)
        if by_text is not None:
            if told and number:
                self._add(
                    Severity.DOUBT,
                    column,
                    f"Không có ý kiến số {number}; theo nội dung thì đây là ý kiến số {by_text.number}.",
                )
            return self._by(FoundBy.TEXT, by_text)
        if self._shown(Column.ANSWER) or self._raw.fault:
            said = (
                f"Không có ý kiến số {number}" if told and number else "Không biết câu này trả lời ý kiến nào"
            )
            self._add(
                Severity.ERROR,
                Column.OPINION,
                f"{said}; hãy ghi số ý kiến và nội dung ý kiến như trong danh sách đã giao.",
            )
        return None

    def _by_number(
        self,
        column: Column,
        number: int,
        near: Sequence[Opinion],
        by_text: Opinion | None,
        words: frozenset[str],
    ) -> Opinion | None:
        """A number that is known, whose words are missing or are another's."""
        if not words:
            if len(near) > 1:
                sentence = f"Có hai ý kiến cùng số {number}; hãy ghi cả nội dung ý kiến."
                self._add(Severity.ERROR, column, sentence)
                return None
            self._add(
                Severity.DOUBT, column, f"Không có nội dung ý kiến để đối chiếu với ý kiến số {number}."
            )
            return self._by(FoundBy.NUMBER, near[0])
        hint = f"; nội dung này giống ý kiến số {by_text.number}" if by_text is not None else ""
        choices = (str(by_text.number),) if by_text is not None else ()
        sentence = f"Nội dung ở dòng này không phải của ý kiến số {number}{hint}."
        self._add(Severity.ERROR, column, sentence, choices)
        return None

    def _by(self, found_by: FoundBy, opinion: Opinion) -> Opinion:
        self._found_by = found_by
        return opinion


def again(
    report: AnswerSheetReport, opinions: Iterable[Opinion], key: int, column: Column, text: str
) -> AnswerSheetReport:
    """The report with another text in one cell of one row; a number written into "Số ý kiến" is a person's
    word on whose answer it is."""
    index = _Index(opinions)
    row = report.rows[key]
    fault = next((p.sentence for p in row.own_problems if p.of_cell), "")
    values: dict[Column, Value] = {**dict(row.typed), column: clean(text).text.strip()}
    raw = _Raw(
        Taken(row.sheet, row.number, values, row.cells.with_column(column)),
        row.unit,
        row.by_hand or column is Column.OPINION,
        "" if column is Column.ANSWER else fault,
    )
    rows = list(report.rows)
    rows[key] = _Reading(index, raw).row(key)
    return replace(report, rows=_one_each(rows))


def _who(opinion: Opinion | None) -> str:
    """ "ông Nguyễn Văn An, thôn Phú Ấp"; the office itself may know who does not want to be named."""
    if opinion is None:
        return ""
    voice = next((voice for voice in opinion.voices if voice.name), None)
    if voice is None:
        return opinion.group_note
    others = len([v for v in opinion.voices if v.name]) - 1
    return f"{voice.shown} và {others} người" if others else voice.shown


def _one_each(rows: Sequence[AnswerRow]) -> tuple[AnswerRow, ...]:
    """Two answers to one opinion, or to opinions under one answer: a person has to say which holds."""
    first: dict[str, AnswerRow] = {}
    result: list[AnswerRow] = []
    for row in rows:
        row = replace(row, clash=None, repeats_row=0)
        other = first.setdefault(row.whose, row) if row.whose and row.answer else row
        if other is not row:
            if _words_of(other.answer) == _words_of(row.answer):
                row = replace(row, repeats_row=other.number)
            else:
                whose = f"Ý kiến số {row.opinion_number}"
                if other.opinion_id != row.opinion_id:
                    whose = f"{whose} gộp với ý kiến số {other.opinion_number},"
                sentence = f"{whose} đã có câu trả lời khác ở dòng {other.number} của tệp; chỉ chọn một câu."
                row = replace(row, clash=Problem(Severity.DOUBT, Column.ANSWER, "", sentence, row.answer))
        result.append(row)
    return tuple(result)


def _unit(table: Table, head: Head) -> str:
    """The unit that the lines above the table name: "Đơn vị trả lời: Phòng Kinh tế"."""
    for row in table.rows:
        if row.number >= head.first:
            break
        for value in row.cells:
            if isinstance(value, str) and _UNIT.match(fold(value)):
                name = one_line(value.partition(":")[2]).strip(" .…")
                if name:
                    return name
    return ""


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORDS.findall(fold(text)))


def _words_of(text: str) -> list[str]:
    return _WORDS.findall(fold(text))
