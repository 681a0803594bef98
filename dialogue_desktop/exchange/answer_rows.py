"""Answers that a unit sends back in Excel or Word, matched with the opinions by number and text (C7)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from dialogue_desktop.domain.records import Opinion
from dialogue_desktop.domain.text_vi import fold, one_line
from dialogue_desktop.exchange.opinion_columns import Column
from dialogue_desktop.exchange.opinion_rows_cells import shown
from dialogue_desktop.exchange.opinion_rows_head import Head, find_head
from dialogue_desktop.exchange.opinion_rows_types import (
    CellNames,
    OutsideLine,
    Problem,
    ReadColumn,
    Severity,
    UnreadSheet,
)
from dialogue_desktop.exchange.table_text import fit_texts
from dialogue_desktop.exchange.table_types import Flag, Row, Table, TableFile, Value

_SHOWN_ROWS = 8
_WORDS = re.compile(r"\w+")
_FIGURES = re.compile(r"\d+")
_UNIT = re.compile(r"^(?:don vi|co quan|phong|bo phan)(?: duoc giao)?(?: tra loi)?\s*:\s*(\S.*)$")
#: Shared words from which two texts are the same opinion, and from which one is found by its text alone.
_SAME, _FOUND = 0.6, 0.75


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One answer. `opinion_id` is empty while it is not known whose it is; `replaces` is the prepared answer
    that stands there now, `already` that it is this very answer."""

    key: int
    sheet: str
    number: int
    opinion_id: str = ""
    opinion_number: int = 0
    opinion_text: str = ""
    typed_text: str = ""
    answer: str = ""
    answerer: str = ""
    replaces: str = ""
    already: bool = False
    problems: tuple[Problem, ...] = ()

    @property
    def savable(self) -> bool:
        return not any(problem.severity is Severity.ERROR for problem in self.problems)

    @property
    def doubtful(self) -> bool:
        return self.savable and any(problem.severity is Severity.DOUBT for problem in self.problems)

    @property
    def ready(self) -> bool:
        """Whether it is ticked at first: it says something new and replaces nothing."""
        return self.savable and not self.already and not self.replaces


@dataclass(frozen=True, slots=True)
class AnswerSheetReport:
    """A unit's answers read for one conference; nothing is kept yet. `unanswered` are numbers of
    opinions without an answer in the file; those grouped with an answered one have that answer."""

    conference_id: str
    file_name: str
    kind: str
    rows: tuple[AnswerRow, ...] = ()
    columns: tuple[ReadColumn, ...] = ()
    outside: tuple[OutsideLine, ...] = ()
    unread: tuple[UnreadSheet, ...] = ()
    unanswered: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def bad(self) -> tuple[AnswerRow, ...]:
        return tuple(row for row in self.rows if not row.savable)

    @property
    def ready(self) -> tuple[int, ...]:
        return tuple(row.key for row in self.rows if row.ready)

    @property
    def summary(self) -> str:
        """ "Đọc được 12 câu trả lời: 11 câu đúng chỗ, 1 câu phải sửa. 2 ý kiến chưa có câu trả lời." """
        if not self.rows:
            return "Không đọc được câu trả lời nào."
        doubtful = sum(1 for row in self.rows if row.doubtful)
        sure = len(self.rows) - len(self.bad) - doubtful
        parts = [f"{sure} câu đúng chỗ"] if sure else []
        parts += [f"{doubtful} câu cần xem lại"] if doubtful else []
        parts += [f"{len(self.bad)} câu phải sửa"] if self.bad else []
        left = f" {len(self.unanswered)} ý kiến chưa có câu trả lời." if self.unanswered else ""
        return f"Đọc được {len(self.rows)} câu trả lời: {', '.join(parts)}.{left}"


def read_answers(
    file: TableFile, opinions: Iterable[Opinion], *, conference_id: str, file_name: str = ""
) -> AnswerSheetReport:
    """The report on a file. Hidden sheets and sheets without a column of answers are told of."""
    found = _Found(_Index(opinions), notes=list(file.notes))
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
        left,
        tuple(dict.fromkeys(found.notes)),
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
class _Found:
    index: _Index
    rows: list[AnswerRow] = field(default_factory=list)
    columns: list[ReadColumn] = field(default_factory=list)
    outside: list[OutsideLine] = field(default_factory=list)
    unread: list[UnreadSheet] = field(default_factory=list)
    left: list[Opinion] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def _read_table(table: Table, found: _Found) -> None:
    found.notes += table.notes
    head = find_head(table, Column.ANSWER)
    if head is None:
        first = tuple(tuple(shown(value) for value in row.cells) for row in table.rows[:_SHOWN_ROWS])
        found.unread.append(UnreadSheet(table.name, first))
        where = f"{'Trang' if table.letters else 'Bảng'} “{table.name}”" if table.name else "Tệp"
        found.notes.append(f"{where}: không thấy dòng tên cột có cột nội dung trả lời; chưa đọc.")
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
            _Reading(table, head, names, row, found).read(unit)


class _Reading:
    """One row."""

    def __init__(self, table: Table, head: Head, names: CellNames, row: Row, found: _Found) -> None:
        self._table, self._head, self._names, self._row, self._found = table, head, names, row, found
        self._problems: list[Problem] = []

    def read(self, unit: str) -> None:
        answer = self._text(Column.ANSWER)
        fault = self._fault()
        opinion = self._whose()
        if not answer and not fault:
            if opinion is not None:
                self._found.left.append(opinion)
            elif any(value not in (None, "") for value in self._row.cells):
                text = " | ".join(one_line(shown(v)) for v in self._row.cells if v not in (None, ""))
                self._found.outside.append(OutsideLine(self._table.name, self._row.number, text))
            return
        if fault:
            self._add(Severity.ERROR, Column.ANSWER, fault)
        answerer = " ".join(self._text(Column.ANSWERER).split()) or unit
        if opinion is not None and not answerer:
            answerer = opinion.prepared_by
        if not answerer:
            self._add(Severity.NOTE, Column.ANSWERER, "Chưa ghi người trả lời.")
        already, replaces = False, ""
        if opinion is not None and opinion.prepared_answer.strip():
            already = _words_of(opinion.prepared_answer) == _words_of(answer)
            replaces = "" if already else opinion.prepared_answer
            if replaces:
                sentence = (
                    f"Ý kiến số {opinion.number} đã có câu trả lời chuẩn bị; nếu lưu, câu mới thay câu cũ."
                )
                self._add(Severity.DOUBT, Column.ANSWER, sentence)
        self._found.rows.append(
            AnswerRow(
                len(self._found.rows),
                self._table.name,
                self._row.number,
                opinion.id if opinion is not None else "",
                opinion.number if opinion is not None else 0,
                opinion.text if opinion is not None else "",
                self._text(Column.TEXT),
                answer,
                answerer,
                replaces,
                already,
                tuple(self._problems),
            )
        )

    def _whose(self) -> Opinion | None:
        """By number and text; a number whose text is another opinion's is an error, never a guess."""
        index = self._found.index
        words = _words(self._text(Column.TEXT))
        told = Column.OPINION in self._head.columns.values()
        column = Column.OPINION if told else Column.NUMBER
        figures = _FIGURES.findall(self._text(column))
        number = int(figures[0][:9]) if len(figures) == 1 else 0
        near = sorted(index.numbered(number), key=lambda o: index.likeness(o, words), reverse=True)
        if near and (index.likeness(near[0], words) >= _SAME):
            return near[0]
        by_text = index.by_text(words) if words else None
        if near and told:
            if not words:
                if len(near) > 1:
                    self._add(
                        Severity.ERROR, column, f"Có hai ý kiến cùng số {number}; hãy ghi cả nội dung ý kiến."
                    )
                    return None
                self._add(
                    Severity.DOUBT, column, f"Không có nội dung ý kiến để đối chiếu với ý kiến số {number}."
                )
                return near[0]
            hint = f"; nội dung này giống ý kiến số {by_text.number}" if by_text is not None else ""
            choices = (str(by_text.number),) if by_text is not None else ()
            self._add(
                Severity.ERROR,
                column,
                f"Nội dung ở dòng này không phải của ý kiến số {number}{hint}.",
                choices,
            )
            return None
        if by_text is not None:
            if told and number:
                self._add(
                    Severity.DOUBT,
                    column,
                    f"Không có ý kiến số {number}; theo nội dung thì đây là ý kiến số {by_text.number}.",
                )
            return by_text
        if self._text(Column.ANSWER):
            said = (
                f"Không có ý kiến số {number}" if told and number else "Không biết câu này trả lời ý kiến nào"
            )
            self._add(
                Severity.ERROR,
                column,
                f"{said}; hãy ghi số ý kiến và nội dung ý kiến như trong danh sách đã giao.",
            )
        return None

    def _text(self, column: Column) -> str:
        place = self._head.places.get(column)
        value: Value = self._row.cells[place] if place is not None and place < len(self._row.cells) else None
        return shown(value).strip()

    def _fault(self) -> str:
        place = self._head.places[Column.ANSWER]
        flag = self._table.flags.get((self._row.number, place))
        if flag is Flag.UNCOUNTED:
            return "Ô là công thức chưa có kết quả; hãy gõ chữ vào ô."
        return "Ô báo lỗi; hãy gõ chữ vào ô." if flag is Flag.FAULT else ""

    def _add(self, severity: Severity, column: Column, sentence: str, choices: tuple[str, ...] = ()) -> None:
        where = self._names.of(column, self._row.number)
        self._problems.append(Problem(severity, column, where, sentence, self._text(column), choices))


def _one_each(rows: Sequence[AnswerRow]) -> tuple[AnswerRow, ...]:
    """Two answers to one opinion: the second has to be settled by a person."""
    first: dict[str, AnswerRow] = {}
    result: list[AnswerRow] = []
    for row in rows:
        other = first.setdefault(row.opinion_id, row) if row.opinion_id else row
        if other is not row:
            sentence = f"Ý kiến số {row.opinion_number} đã có câu trả lời khác ở dòng {other.number} của tệp."
            problem = Problem(Severity.ERROR, Column.ANSWER, "", sentence, row.answer)
            if _words_of(other.answer) != _words_of(row.answer):
                row = replace(row, problems=(*row.problems, problem))
            else:
                row = replace(row, already=True)
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
