"""What every part of the minutes is made from: records, sheet, words, and for whom they are (M1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dialogue_desktop.documents.numbering import number_of
from dialogue_desktop.documents.phrases import Phrases
from dialogue_desktop.documents.sheet import Sheet
from dialogue_desktop.documents.tree import Heading, Level, Paragraph, Run
from dialogue_desktop.domain.answer_sources import AnswerSources
from dialogue_desktop.domain.conference import ConferenceView
from dialogue_desktop.domain.joint_answers import JointAnswers
from dialogue_desktop.domain.plan import Chair, Secretary
from dialogue_desktop.domain.privacy import may_name
from dialogue_desktop.domain.records import Opinion, Records, Turn

#: What is still to be filled in by hand.
DOTS = "………"


@dataclass(frozen=True, slots=True)
class Frame:
    """`posted`: the records have been through `privacy.posted`, and people without consent are citizens."""

    view: ConferenceView
    sheet: Sheet
    phrases: Phrases
    posted: bool
    joint: JointAnswers
    sources: AnswerSources
    turns: dict[str, Turn]
    numbers: dict[str, int]

    @classmethod
    def of(cls, view: ConferenceView, sheet: Sheet, phrases: Phrases, *, posted: bool) -> Frame:
        records = view.records
        joint = JointAnswers(records)
        return cls(
            view,
            sheet,
            phrases,
            posted,
            joint,
            AnswerSources(records, joint),
            {turn.id: turn for turn in records.turns},
            {one.id: one.number for one in records.opinions},
        )

    @property
    def records(self) -> Records:
        return self.view.records

    def named(self, opinion: Opinion) -> bool:
        """Whether this copy names who spoke."""
        return not opinion.anonymous and (not self.posted or may_name(opinion))

    def chairs(self) -> Sequence[Chair]:
        actual = self.records.session.chairs
        return self.view.plan.chairs if actual is None else actual

    def secretaries(self) -> Sequence[Secretary]:
        actual = self.records.session.secretaries
        return self.view.plan.secretaries if actual is None else actual

    def section(self, number: int, key: str) -> Heading:
        return Heading(Level.SECTION, number_of(self.sheet, Level.SECTION, number), self.phrases(key), key)

    def clause(self, number: int, words: str, anchor: str = "") -> Heading:
        return Heading(Level.CLAUSE, number_of(self.sheet, Level.CLAUSE, number), words, anchor)

    def labelled(self, key: str, words: str, anchor: str = "") -> Paragraph:
        return Paragraph((Run(f"{self.phrases(key)} ", bold=True), Run(words)), anchor=anchor or key)
