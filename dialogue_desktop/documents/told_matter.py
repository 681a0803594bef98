"""What a letter tells of a matter: what was said to it at the hall, what was prepared, what was done since,
who owes what until when (M5, M6, F1)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dialogue_desktop.documents.office_words import capital, sentence
from dialogue_desktop.documents.phrases import Phrases
from dialogue_desktop.documents.tree import Block, Item, Paragraph, Run, para, text
from dialogue_desktop.domain.after_records import Commitment, CommitmentState, Step, StepKind
from dialogue_desktop.domain.joint_answers import JointAnswers
from dialogue_desktop.domain.opinion_gist import gist_of
from dialogue_desktop.domain.records import Answer, Opinion, Records
from dialogue_desktop.domain.supervision import step_words
from dialogue_desktop.domain.words_vi import date_short, weekday_date

#: A longer opinion is told in short, with its place in the minutes.
LONGEST_QUOTED = 3000
#: Lines of a history that say what was done; notes and reminders are the office's own, a new day and a letter
#: that went up are told with who owes what.
_TOLD = frozenset({StepKind.STATE, StepKind.LETTER_IN})


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is told: words that lead it in, and the words themselves."""

    words: str
    lead: str = ""
    item: bool = False

    def block(self, anchor: str = "") -> Block:
        if self.item:
            return Item(text(sentence(self.words)), anchor=anchor)
        if not self.lead:
            return para(sentence(self.words), anchor=anchor)
        return Paragraph((Run(f"{self.lead} ", italic=True), Run(sentence(self.words))), anchor=anchor)

    @property
    def plain(self) -> str:
        """On one line, as a draft that is put into other words."""
        told = f"{self.lead} {sentence(self.words)}".strip()
        return f"- {told}" if self.item else told


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells with the words of one form; `fit` takes out of a text what its reader may not see."""

    records: Records
    phrases: Phrases
    joint: JointAnswers
    fit: Callable[[str], str]
    today: date

    def quoted(self, opinion: Opinion) -> str:
        """What was asked, in its own words; a long text in short, so that nobody has to read it twice."""
        words = self.fit(opinion.text.strip())
        if not words:
            return self.phrases("no_text")
        if len(words) > LONGEST_QUOTED:
            gist = gist_of(words).words
            return self.phrases("quoted_short", words=capital(gist), number=opinion.number)
        return self.phrases("quoted", words=words)

    # --- said and prepared

    def said(self, opinions: Sequence[Opinion]) -> Iterator[Line]:
        """Every round at the hall once, then what was prepared for those that nothing was said to."""
        told: set[str] = set()
        for one in opinions:
            for answer in self.joint.answers_to(one):
                again = "" if answer.follow_up.strip() else f"{answer.answerer}\n{answer.text.strip()}"
                if answer.id not in told and again not in told:
                    told |= {answer.id, again} - {""}
                    yield from self._round(answer)
        if any(self.joint.is_answered(one) for one in opinions):
            return
        for one in opinions:
            prepared = one.prepared_answer.strip()
            if prepared and prepared not in told:
                told.add(prepared)
                yield Line(self.fit(prepared), self.phrases("prepared"))

    def _round(self, answer: Answer) -> Iterator[Line]:
        again = answer.follow_up.strip()
        if again:
            yield Line(self.fit(again), self.phrases("follow_up"))
        if answer.text.strip():
            who = ", ".join(part for part in (answer.answerer, answer.answerer_position) if part)
            lead = self.phrases("said_by", who=who) if who else self.phrases("said")
            yield Line(self.fit(answer.text.strip()), lead)

    # --- done since

    def done(self, promises: Sequence[Commitment]) -> Iterator[Line]:
        """What the histories of the promises hold, in the order of days."""
        steps = [step for one in promises for step in self.records.steps_of(one.id)]
        for step in sorted((s for s in steps if s.kind in _TOLD), key=_day):
            words = step_words(step)
            if words:
                yield Line(self.fit(words), item=True)

    # --- who, until when

    def owed(self, promise: Commitment) -> str:
        """One sentence: it is done, it was put off, who answers for it and until when."""
        phrases = self.phrases
        if promise.state is CommitmentState.DONE:
            return phrases("done_on", day=date_short(promise.done_on)) if promise.done_on else phrases("done")
        day = weekday_date(promise.deadline) if promise.deadline else ""
        unit = promise.unit.strip()
        late = promise.deadline is not None and promise.deadline < self.today
        key = "owed" + ("_unit" if unit else "") + ("_late" if late else "_day" if day else "")
        words = phrases(key, unit=unit, day=day)
        if promise.state is CommitmentState.PUT_OFF:
            reason = self.put_off_because(promise)
            words += phrases("put_off_why", reason=self.fit(reason)) if reason else phrases("put_off")
        return words

    def put_off_because(self, promise: Commitment) -> str:
        """Why the day was moved, as it stands with the promise, else with the last move."""
        steps = (step for step in self.records.steps_of(promise.id) if step.kind is StepKind.PUT_OFF)
        reasons = [promise.state_reason, *(step.text for step in reversed(tuple(steps)))]
        return next((reason for one in reasons if (reason := one.strip(" .;"))), "")

    def letter(self, promise: Commitment, kind: StepKind) -> str:
        """ "số 28/UBND-VP ngày 29/4/2026" of the last letter that came or went, "" before."""
        for step in reversed(self.records.steps_of(promise.id)):
            if step.kind is kind and step.letter.strip():
                day = f" ngày {date_short(step.letter_on)}" if step.letter_on else ""
                return f"số {step.letter.strip().removeprefix('số ')}{day}"
        return ""


def _day(step: Step) -> date:
    return step.day or step.letter_on or date.max
