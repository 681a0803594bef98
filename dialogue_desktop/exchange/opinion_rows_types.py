"""What was understood of a list of opinions, row by row, before anything is kept (C4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dialogue_desktop.domain.records import OpinionKind, Source, Voice
from dialogue_desktop.exchange.list_columns import Column
from dialogue_desktop.exchange.list_types import (
    NO_CELLS,
    CellNames,
    OutsideLine,
    Problem,
    ReadColumn,
    Severity,
    UnreadSheet,
)


class SpeakingForm(StrEnum):
    """How the person wants to be heard."""

    SPEAK = "Phát biểu trực tiếp"
    QUESTION = "Gửi câu hỏi qua thư ký"
    WRITTEN = "Chỉ gửi văn bản"


@dataclass(frozen=True, slots=True)
class ReadOpinion:
    """A row as an opinion. `phone` and `house` are contact data: they never enter the journal.

    `source` None: the list does not say; `form` None: not asked. `collected_by` is who took the slip.
    """

    text: str = ""
    voices: tuple[Voice, ...] = ()
    group_note: str = ""
    anonymous: bool = False
    field: str = ""
    kind: OpinionKind = OpinionKind.PETITION
    consent: bool | None = None
    received_on: date | None = None
    slip_number: str = ""
    source: Source | None = None
    form: SpeakingForm | None = None
    collected_by: str = ""
    prepared_answer: str = ""
    prepared_by: str = ""
    phone: str = ""
    house: str = ""


@dataclass(frozen=True, slots=True)
class ReadRow:
    """One row of the list. `key` is its place in the report, from 0.

    `texts` is what stands in the recognised cells, in the order of `cells`. `parts` are the single opinions
    when the text seems to hold several. `repeats_row` is the number of an earlier row, `repeats_opinion` of
    an opinion that is kept already, with the same person and nearly the same text. `place` and `field` are
    those of the group or sheet.
    """

    key: int
    sheet: str
    number: int
    texts: tuple[str, ...]
    opinion: ReadOpinion
    problems: tuple[Problem, ...] = ()
    parts: tuple[str, ...] = ()
    repeats_row: int = 0
    repeats_opinion: int = 0
    no_opinion: bool = False
    place: str = ""
    field: str = ""
    cells: CellNames = NO_CELLS

    @property
    def typed(self) -> tuple[tuple[Column, str], ...]:
        """What stands in the cells that are not empty, by column."""
        return tuple((c, text) for (c, _), text in zip(self.cells.places, self.texts, strict=True) if text)

    @property
    def savable(self) -> bool:
        """Whether it can be kept."""
        return not any(problem.severity is Severity.ERROR for problem in self.problems)

    @property
    def doubtful(self) -> bool:
        return self.savable and any(problem.severity is Severity.DOUBT for problem in self.problems)

    @property
    def ready(self) -> bool:
        """Whether it is ticked at first: savable, not there already, and an opinion at all."""
        return self.savable and not (self.repeats_row or self.repeats_opinion or self.no_opinion)

    @property
    def where(self) -> str:
        """ "Ý kiến, dòng 12"."""
        return f"{self.sheet}, dòng {self.number}" if self.sheet else f"dòng {self.number}"

    def text_of(self, column: Column) -> str:
        return dict(self.typed).get(column, "")

    def cell_of(self, column: Column) -> str:
        """Name of the cell; empty where the list has no such column."""
        return self.cells.of(column, self.number)


@dataclass(frozen=True, slots=True)
class OpinionSheetReport:
    """A list read for one conference; nothing is kept yet. `file_name` is empty for pasted rows."""

    conference_id: str
    file_name: str
    kind: str
    rows: tuple[ReadRow, ...] = ()
    columns: tuple[ReadColumn, ...] = ()
    outside: tuple[OutsideLine, ...] = ()
    unread: tuple[UnreadSheet, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def savable(self) -> tuple[ReadRow, ...]:
        return tuple(row for row in self.rows if row.savable)

    @property
    def bad(self) -> tuple[ReadRow, ...]:
        return tuple(row for row in self.rows if not row.savable)

    @property
    def doubtful(self) -> tuple[ReadRow, ...]:
        return tuple(row for row in self.rows if row.doubtful)

    @property
    def ready(self) -> tuple[int, ...]:
        """Keys of the rows that are ticked at first."""
        return tuple(row.key for row in self.rows if row.ready)

    @property
    def unknown_columns(self) -> tuple[ReadColumn, ...]:
        return tuple(column for column in self.columns if column.column is None)

    def row(self, key: int) -> ReadRow:
        return self.rows[key]

    @property
    def summary(self) -> str:
        """ "Đọc được 48 dòng: 43 dòng đúng, 3 dòng cần xem lại, 2 dòng phải sửa." """
        if not self.rows:
            return "Không đọc được dòng ý kiến nào."
        sure = len(self.savable) - len(self.doubtful)
        parts = [f"{sure} dòng đúng"] if sure else []
        if self.doubtful:
            parts.append(f"{len(self.doubtful)} dòng cần xem lại")
        if self.bad:
            parts.append(f"{len(self.bad)} dòng phải sửa")
        again = sum(1 for row in self.rows if row.savable and (row.repeats_row or row.repeats_opinion))
        ending = f" {again} dòng trùng với ý kiến đã có hoặc dòng trên." if again else ""
        return f"Đọc được {len(self.rows)} dòng: {', '.join(parts)}.{ending}"
