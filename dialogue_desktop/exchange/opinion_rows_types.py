"""What was understood of a list of opinions, row by row, before anything is kept (C4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dialogue_desktop.domain.records import OpinionKind, Source, Voice
from dialogue_desktop.exchange.list_columns import Column
from dialogue_desktop.exchange.list_types import ListReport, ListRow, Problem


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
class ReadRow(ListRow):
    """One row of the list.

    `texts` is what stands in the recognised cells, in the order of `cells`. `parts` are the single opinions
    when the text seems to hold several. `repeats_row` is the number of an earlier row, `repeats_opinion` of
    an opinion that is kept already, with the same person and nearly the same text. `place` and `field` are
    those of the group or sheet.
    """

    texts: tuple[str, ...]
    opinion: ReadOpinion
    problems: tuple[Problem, ...] = ()
    parts: tuple[str, ...] = ()
    repeats_row: int = 0
    repeats_opinion: int = 0
    no_opinion: bool = False
    place: str = ""
    field: str = ""

    @property
    def typed(self) -> tuple[tuple[Column, str], ...]:
        return self.cells.typed(self.texts)

    @property
    def ready(self) -> bool:
        """Whether it is ticked at first: savable, not there already, and an opinion at all."""
        return self.savable and not (self.repeats_row or self.repeats_opinion or self.no_opinion)

    def cell_of(self, column: Column) -> str:
        """Name of the cell; empty where the list has no such column."""
        return self.cells.of(column, self.number)


@dataclass(frozen=True, slots=True)
class OpinionSheetReport(ListReport[ReadRow]):
    """A list of opinions read for one conference."""

    @property
    def savable(self) -> tuple[ReadRow, ...]:
        return tuple(row for row in self.rows if row.savable)

    @property
    def doubtful(self) -> tuple[ReadRow, ...]:
        return tuple(row for row in self.rows if row.doubtful)

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
