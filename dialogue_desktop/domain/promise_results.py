"""What became of a promise to a petitioner: how it stands, what was done, the letter that told it (F3)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from dialogue_desktop.domain.after_records import Commitment, CommitmentState, Paper, Step, StepKind
from dialogue_desktop.domain.date_words import date_short
from dialogue_desktop.domain.records import Records

#: Lines of the history that tell how the work goes on, and not what the office did about it.
_DEEDS = frozenset({StepKind.STATE, StepKind.PUT_OFF, StepKind.LETTER_OUT, StepKind.LETTER_IN})


@dataclass(frozen=True, slots=True)
class Followed:
    """A promise where it is followed now, which may be in a later conference, with its whole history."""

    commitment: Commitment
    steps: tuple[Step, ...] = ()

    @property
    def done_on(self) -> date | None:
        return self.commitment.done_on if self.commitment.state is CommitmentState.DONE else None

    def deed(self, mask: Callable[[str], str] = str) -> str:
        """The words of the newest line that tells what was done; of a letter also its number and date."""
        for step in reversed(self.steps):
            words = mask(step.text).strip()
            if step.kind in _DEEDS and words:
                return words if words.endswith((".", "!", "?", "…")) else f"{words}."
        return ""

    def reply(self) -> str:
        """ "312/ĐLKV ngày 15/4/2026": the letter that came in, or by which it was told that all is done."""
        for step in reversed(self.steps):
            ends = step.state is CommitmentState.DONE and step.kind is StepKind.LETTER_OUT
            if step.letter and (step.kind is StepKind.LETTER_IN or ends):
                return with_day(step.letter, step.letter_on)
        return ""

    def sent(self) -> str:
        """The letter to the higher level: number and date."""
        for step in reversed(self.steps):
            if step.letter and step.kind is StepKind.LETTER_OUT and step.state is not CommitmentState.DONE:
                return with_day(step.letter, step.letter_on)
        return ""


def with_day(letter: str, day: date | None) -> str:
    return f"{letter} ngày {date_short(day)}" if day is not None else letter


def followed(records: Records, elsewhere: Callable[[str], Records | None]) -> dict[str, Followed]:
    """By opinion and by conclusion, the promise that was made with it, followed through the conferences
    that it was carried to. `elsewhere` gives the records of one, None where it is gone."""
    found: dict[str, Followed] = {}
    for one in records.commitments:
        if one.dropped:
            continue
        told = _where_it_is(one, records, elsewhere)
        for key in (*one.opinion_ids, *filter(None, (one.conclusion_id,))):
            known = found.get(key)
            # Of several promises the one that is still open tells how it stands.
            if known is None or known.commitment.state is CommitmentState.DONE:
                found[key] = told
    return found


def _where_it_is(one: Commitment, records: Records, elsewhere: Callable[[str], Records | None]) -> Followed:
    steps, seen, number = list(records.steps_of(one.id)), set(), one.id
    while one.carried_to and one.carried_to not in seen:
        seen.add(one.carried_to)
        there = elsewhere(one.carried_to)
        following = there.commitments if there is not None else ()
        after = next((row for row in following if row.carried_from.rpartition("/")[2] == number), None)
        if there is None or after is None:
            break
        steps += there.steps_of(after.id)
        one, number = after, after.id
    return Followed(one, tuple(steps))


def replies_of(papers: Iterable[Paper]) -> Mapping[str, str]:
    """By opinion the number and date of the reply that was issued last."""
    issued = [one for one in papers if one.kind == "replies" and one.issued_at is not None and one.number]
    found: dict[str, str] = {}
    for paper in sorted(issued, key=lambda one: (one.dated_on or date.min, one.version)):
        words = with_day("/".join(part for part in (paper.number, paper.symbol) if part), paper.dated_on)
        found |= dict.fromkeys(paper.opinion_ids, words)
    return found
