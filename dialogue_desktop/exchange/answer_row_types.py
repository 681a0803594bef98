"""What was understood of a unit's answers, row by row, before anything is kept (C7)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dialogue_desktop.exchange.list_columns import Column
from dialogue_desktop.exchange.list_types import ListReport, ListRow, Problem


class FoundBy(StrEnum):
    """How it was found whose answer a row is, in words for the secretary."""

    BOTH = "theo số và nội dung ý kiến"
    TEXT = "theo nội dung ý kiến"
    NUMBER = "chỉ theo số ý kiến"
    HAND = "theo số ghi khi xem lại"
    NOTHING = "chưa tìm được"


@dataclass(frozen=True, slots=True)
class AnswerRow(ListRow):
    """One answer. `opinion_id` is empty while it is not known whose it is; `whose` is the same for rows of
    which only one can be kept (one opinion, or opinions under one answer).

    `replaces` is the prepared answer that stands there now, by `replaces_by`; `same_as_kept`: it is this
    very answer. `repeats_row` is an earlier row of the file with the same answer, `clash` what is to be said
    of an earlier row with another one. `typed` are the recognised cells; `unit` is the file's own, `by_hand`
    that a person wrote the number of the opinion.
    """

    opinion_id: str = ""
    opinion_number: int = 0
    opinion_text: str = ""
    opinion_who: str = ""
    typed: tuple[tuple[Column, str], ...] = ()
    answer: str = ""
    answerer: str = ""
    found_by: FoundBy = FoundBy.NOTHING
    whose: str = ""
    replaces: str = ""
    replaces_by: str = ""
    same_as_kept: bool = False
    repeats_row: int = 0
    own_problems: tuple[Problem, ...] = ()
    clash: Problem | None = None
    unit: str = ""
    by_hand: bool = False

    @property
    def problems(self) -> tuple[Problem, ...]:
        return self.own_problems if self.clash is None else (*self.own_problems, self.clash)

    @property
    def already(self) -> bool:
        """Whether this very answer is kept already, or stands higher up in the file."""
        return self.same_as_kept or self.repeats_row > 0

    @property
    def ready(self) -> bool:
        """Whether it is ticked at first: it says something new and replaces nothing."""
        return self.savable and not (self.already or self.replaces or self.clash)

    @property
    def text_of_opinion(self) -> str:
        """The opinion in the words of the file."""
        return self.text_of(Column.TEXT)


@dataclass(frozen=True, slots=True)
class AnswerSheetReport(ListReport[AnswerRow]):
    """A unit's answers read for one conference; nothing is kept yet. `unanswered` are numbers of
    opinions without an answer in the file; those grouped with an answered one have that answer."""

    unanswered: tuple[int, ...] = ()

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
