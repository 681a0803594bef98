"""What became of each opinion after the session, in the words of a cell: promises, letters, evidence (F1)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dialogue_desktop.domain.after_records import (
    COMMITMENT_STATE_LABELS,
    Commitment,
    CommitmentState,
    Paper,
    Step,
    StepKind,
)
from dialogue_desktop.domain.commitments import current
from dialogue_desktop.domain.records import Records
from dialogue_desktop.domain.register import replaced
from dialogue_desktop.domain.register_numbers import shown
from dialogue_desktop.domain.words_vi import date_short

#: Papers of these kinds answer the opinions that they name.
_ANSWERING = ("replies", "escalations")
CARRIED = "Chuyển hội nghị sau"


def numbered(letter: str, day: date | None) -> str:
    """ "05/UBND-VP ngày 6/5/2026"; without the letter nothing."""
    return f"{letter} ngày {date_short(day)}" if letter and day is not None else letter


def paper_words(paper: Paper) -> str:
    return numbered(shown(paper.number, paper.symbol), paper.dated_on)


class FollowedUp:
    """Looked up by opinion and by promise."""

    def __init__(self, records: Records) -> None:
        self.commitments = current(records)
        self._of_opinion: dict[str, list[Commitment]] = {}
        for one in self.commitments:
            for key in one.opinion_ids:
                self._of_opinion.setdefault(key, []).append(one)
        self._steps: dict[str, list[Step]] = {}
        for step in records.steps:
            self._steps.setdefault(step.commitment_id, []).append(step)
        self._papers: dict[str, list[str]] = {}
        old = replaced(records.papers)
        for paper in records.papers:
            if paper.issued_at is None or paper.id in old or paper.kind not in _ANSWERING:
                continue
            for key in paper.opinion_ids:
                self._papers.setdefault(key, []).append(paper_words(paper))

    def progress_of(self, opinion_id: str) -> str:
        """The states of its promises; empty where nothing was promised."""
        return "; ".join(_unique(state_words(one) for one in self._of_opinion.get(opinion_id, ())))

    def letters_of(self, opinion_id: str) -> str:
        """Numbers and dates of the letters that answered it or sent it up, and of the higher level's own."""
        of_steps = (
            line for one in self._of_opinion.get(opinion_id, ()) for line in self._letters(one.id).split("\n")
        )
        return "\n".join(_unique((*self._papers.get(opinion_id, ()), *of_steps)))

    def letters_for(self, commitment: Commitment) -> str:
        """The same for a promise."""
        papers = (line for key in commitment.opinion_ids for line in self._papers.get(key, ()))
        return "\n".join(_unique((*papers, *self._letters(commitment.id).split("\n"))))

    def evidence_of(self, commitment: Commitment) -> str:
        """What was written down of it, oldest first, each line with its day and the names of its files."""
        lines: list[str] = []
        for step in self._steps.get(commitment.id, ()):
            words = "; ".join(part for part in (step.text.strip(), *(f.name for f in step.files)) if part)
            if words:
                lines.append(f"{date_short(step.day)}: {words}" if step.day is not None else words)
        return "\n".join(lines)

    def _letters(self, commitment_id: str) -> str:
        kinds = (StepKind.LETTER_OUT, StepKind.LETTER_IN)
        steps = (step for step in self._steps.get(commitment_id, ()) if step.kind in kinds)
        return "\n".join(_unique(numbered(step.letter, step.letter_on) for step in steps))


def state_words(commitment: Commitment) -> str:
    """ "Đang làm"; a promise that goes on in the next conference says that."""
    if commitment.carried_to and commitment.state is not CommitmentState.DONE:
        return CARRIED
    return COMMITMENT_STATE_LABELS[commitment.state]


def _unique(lines: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(line for line in lines if line))
