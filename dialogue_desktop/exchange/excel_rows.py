"""The opinions of a conference as the words that a row of the summary shows, without any workbook."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from dialogue_desktop.domain.conference import ConferenceView
from dialogue_desktop.domain.figures import STANDING_LABELS, place_of, standing_of
from dialogue_desktop.domain.joint_answers import JointAnswers
from dialogue_desktop.domain.recordings import moment_of, place_words
from dialogue_desktop.domain.records import (
    OPINION_KIND_LABELS,
    OUTCOME_LABELS,
    SOURCE_LABELS,
    Answer,
    Opinion,
    Outcome,
    Records,
    Source,
    Turn,
)
from dialogue_desktop.exchange.excel_follow_up import FollowedUp

NO_FIELD = "(chưa phân loại)"
NO_LOCALITY = "(chưa rõ)"
NO_OUTCOME = "(chưa ghi)"
NO_UNIT = "(chưa giao)"
ANONYMOUS = "Công dân không nêu tên"


@dataclass(frozen=True, slots=True)
class OpinionRow:
    """One opinion as words. `standing` is the class of its outcome, `progress` where the promise that came of
    it stands, `reply` the letters that answered it."""

    number: int
    who: str
    locality: str
    source: str
    field: str
    kind: str
    text: str
    answer: str
    answerer: str
    outcome: str
    unit: str
    deadline: date | None
    note: str
    recorded: str = ""
    standing: str = ""
    progress: str = ""
    reply: str = ""


def opinion_rows(view: ConferenceView) -> tuple[OpinionRow, ...]:
    """All opinions in the order of their numbers."""
    return tuple(rows_of(view.records).values())


def rows_of(records: Records, followed: FollowedUp | None = None) -> dict[str, OpinionRow]:
    """The same by the id of each opinion; `followed` where somebody looked it up already."""
    opinions = sorted(records.opinions, key=lambda opinion: (opinion.number, opinion.id))
    numbers = [opinion.number for opinion in opinions]
    numbered = all(number > 0 for number in numbers) and len(set(numbers)) == len(numbers)
    shown = {opinion.id: opinion.number if numbered else index for index, opinion in enumerate(opinions, 1)}
    rounds: dict[str, list[Answer]] = {}
    for answer in sorted(records.answers, key=lambda answer: (answer.round, answer.id)):
        rounds.setdefault(answer.opinion_id, []).append(answer)
    turns = {turn.id: turn for turn in records.turns}
    joint = JointAnswers(records)
    followed = followed or FollowedUp(records)
    return {
        opinion.id: replace(
            _row(opinion, rounds, shown, turns.get(opinion.turn_id), joint.lead_of(opinion)),
            recorded=place_words(moment_of(turns.get(opinion.turn_id), opinion), records.session.recordings),
            progress=followed.progress_of(opinion.id),
            reply=followed.letters_of(opinion.id),
        )
        for opinion in opinions
    }


def _row(
    opinion: Opinion, answers: dict[str, list[Answer]], numbers: dict[str, int], turn: Turn | None,
    lead: Opinion | None,
) -> OpinionRow:  # fmt: skip
    rounds = answers.get(opinion.id, [])
    if lead is not None and not any(answer.text.strip() for answer in rounds):
        # Who reads this row alone sees what was answered; the note says where.
        rounds = [*rounds, *(replace(answer, follow_up="") for answer in answers.get(lead.id, []))]
    return OpinionRow(
        number=numbers[opinion.id],
        who=_who(opinion),
        locality=place_of(opinion).strip() or NO_LOCALITY,
        source=_source(opinion),
        field=opinion.field.strip() or NO_FIELD,
        kind=OPINION_KIND_LABELS[opinion.kind],
        text=opinion.text,
        answer=_answer(opinion, rounds),
        answerer="\n".join(_unique(_answerer(answer) for answer in rounds)),
        outcome=OUTCOME_LABELS[opinion.outcome] if opinion.outcome is not None else NO_OUTCOME,
        unit=opinion.unit.strip(),
        deadline=opinion.deadline,
        note=_note(opinion, numbers, turn, lead),
        standing=STANDING_LABELS[standing_of(opinion)],
    )


def _source(opinion: Opinion) -> str:
    """An opinion that came in online during the session was said at the hall too."""
    if opinion.said_at_hall and opinion.source is not Source.HALL:
        return f"{SOURCE_LABELS[Source.HALL]}, {SOURCE_LABELS[opinion.source].lower()}"
    return SOURCE_LABELS[opinion.source]


def _who(opinion: Opinion) -> str:
    if opinion.anonymous:
        return ANONYMOUS
    place = place_of(opinion)
    lines: list[str] = []
    for voice in opinion.voices:
        # The column beside has the thôn of the first; whoever comes from another one says so here.
        where = voice.address if voice.locality and voice.locality != place else voice.hamlet
        lines.append(voice.shown + (f" ({where})" if where else ""))
    return "\n".join(line for line in (*lines, opinion.group_note) if line.strip())


def _answerer(answer: Answer) -> str:
    return ", ".join(part for part in (answer.answerer, answer.answerer_position) if part)


def _answer(opinion: Opinion, rounds: list[Answer]) -> str:
    """All rounds one under the other; before the session, what was prepared."""
    said = [answer for answer in rounds if answer.text.strip() or answer.follow_up.strip()]
    if not said:
        return f"Dự kiến trả lời: {opinion.prepared_answer}" if opinion.prepared_answer.strip() else ""
    if len(said) == 1 and not said[0].follow_up.strip():
        return said[0].text
    lines: list[str] = []
    number = 0
    for answer in said:
        again = answer.follow_up.strip()
        if again:
            lines.append(f"Ý kiến thêm: {answer.follow_up}")
        added = number > 0 and not again
        number += not added
        if answer.text.strip():
            lines.append(f"{'Trả lời thêm' if added else f'Trả lời lần {number}'}: {answer.text}")
    return "\n".join(lines)


def _note(opinion: Opinion, numbers: dict[str, int], turn: Turn | None, lead: Opinion | None) -> str:
    notes: list[str] = []
    if turn is not None and turn.interpreter:
        notes.append(f"Phiên dịch: {turn.interpreter}")
    if lead is not None:
        notes.append(f"Trả lời chung với ý kiến số {numbers[lead.id]}")
    if opinion.outcome_reason.strip():
        notes.append(f"Lý do: {opinion.outcome_reason}")
    if opinion.outcome is Outcome.ESCALATED and opinion.receiving_body:
        notes.append(f"Nơi nhận: {opinion.receiving_body}")
    if not opinion.anonymous and opinion.consent is False:
        notes.append("Không công khai tên")
    if opinion.linked_id in numbers:
        notes.append(f"Nhắc lại ý kiến số {numbers[opinion.linked_id]}")
    if opinion.slip_number:
        notes.append(f"Phiếu số {opinion.slip_number}")
    return "\n".join(notes)


def _unique(values: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(value.strip() for value in values if value.strip()))
