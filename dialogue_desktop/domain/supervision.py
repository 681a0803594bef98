"""The sheet for the supervisors: every promise with its state and proof, fit to be read by others (F2)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dialogue_desktop.domain.after_records import (
    COMMITMENT_STATE_LABELS,
    Commitment,
    CommitmentState,
    Step,
    StepKind,
)
from dialogue_desktop.domain.commitments import is_late
from dialogue_desktop.domain.consent import may_name
from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.reader_texts import ReaderTexts
from dialogue_desktop.domain.records import Opinion, Records
from dialogue_desktop.domain.words_vi import count2, date_short

ANONYMOUS = "Công dân không nêu tên"
CITIZEN = "Công dân"
CONCLUSION = "Kết luận của Chủ trì"
HELD_BACK = "Nội dung không công khai, ghi trong Biên bản Hội nghị"
_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class SupervisionRow:
    """One promise in words; `opinions` are the numbers in the minutes, `proof` a line for each thing done."""

    number: int
    text: str
    who: str
    opinions: str
    unit: str
    deadline: date | None
    state: str
    late: bool
    done: bool
    proof: tuple[str, ...]


def supervision_rows(
    records: Records, commitments: Iterable[Commitment], today: date, plan: Plan | None = None
) -> tuple[SupervisionRow, ...]:
    """In the order of their numbers. Only those are named who agreed to it, and no text has what the posted
    minutes leave out. `plan` names people in office."""
    texts = ReaderTexts.of(records, plan)
    opinions = {one.id: one for one in records.opinions}
    return tuple(
        _row(one, [opinions[key] for key in one.opinion_ids if key in opinions], records, today, texts)
        for one in commitments
    )


def _row(
    one: Commitment, asked: Sequence[Opinion], records: Records, today: date, texts: ReaderTexts
) -> SupervisionRow:
    held_back = bool(asked) and all(opinion.withheld for opinion in asked)
    return SupervisionRow(
        number=one.number,
        text=HELD_BACK if held_back else texts.for_all(one.text, asked),
        who=who_asked(asked),
        opinions=", ".join(str(opinion.number) for opinion in asked),
        unit=one.unit.strip(),
        deadline=one.deadline,
        state=state_words(one, today),
        late=is_late(one, today),
        done=one.state is CommitmentState.DONE,
        proof=tuple(
            texts.for_all(line, asked) for step in records.steps_of(one.id) if (line := proof_line(step))
        ),
    )


def who_asked(opinions: Sequence[Opinion]) -> str:
    """By name with consent, else a citizen of the thôn; the rest is counted."""
    if not opinions:
        return CONCLUSION
    found: dict[str, None] = {}
    for one in opinions:
        if one.anonymous:
            found[ANONYMOUS] = None
        elif may_name(one) and (named := [voice for voice in one.voices if voice.name]):
            found |= {
                f"{v.shown[:1].upper()}{v.shown[1:]}" + (f" ({v.locality})" if v.locality else ""): None
                for v in named
            }
        elif may_name(one) and one.group_note.strip():
            found[one.group_note.strip()] = None
        else:
            places = dict.fromkeys(voice.locality for voice in one.voices if voice.locality)
            found[f"{CITIZEN} {', '.join(places)}".strip()] = None
    names = list(found)
    more = len(names) - _MOST_NAMED
    return "; ".join(names) if more <= 0 else f"{'; '.join(names[:_MOST_NAMED])} và {count2(more)} người khác"


def state_words(one: Commitment, today: date) -> str:
    """ "Đang làm, quá hạn 12 ngày"."""
    if one.carried_to:
        return "Chuyển hội nghị sau"
    if one.state is CommitmentState.DONE:
        return f"Xong ngày {date_short(one.done_on)}" if one.done_on else "Xong"
    words = COMMITMENT_STATE_LABELS[one.state]
    if one.state is CommitmentState.WAITING and one.receiving_body.strip():
        words = f"{words} ({one.receiving_body.strip()})"
    if one.state is CommitmentState.PUT_OFF and one.promised and one.promised != one.deadline:
        words = f"{words} từ {date_short(one.promised)}"
    if is_late(one, today) and one.deadline is not None:
        words = f"{words}, quá hạn {count2((today - one.deadline).days)} ngày"
    return words


def proof_line(step: Step) -> str:
    """What a line of the history proves; a note of the office without a file proves nothing."""
    if step.kind is StepKind.NOTE and not step.files:
        return ""
    return step_words(step, files=True)


def step_words(step: Step, *, files: bool = False) -> str:
    """ "Ngày 28/4/2026: đã nạo vét 400 m (Văn bản số 15/PKT ngày 28/4/2026)"."""
    told = step.text.strip().rstrip(" .;")
    if step.kind is StepKind.PUT_OFF and step.deadline is not None:
        moved = f"lùi thời hạn đến ngày {date_short(step.deadline)}"
        told = f"{moved}, {told}" if told else moved
    if step.kind is StepKind.REMINDED:
        told = told or "đã đôn đốc"
    letter = step.letter.strip()
    if letter:
        came = "Văn bản trả lời" if step.kind is StepKind.LETTER_IN else "Văn bản"
        letter = f"{came} số {letter.removeprefix('số ')}"
        letter += f" ngày {date_short(step.letter_on)}" if step.letter_on else ""
    parts = [part for part in (told, letter) if part]
    if files and step.files:
        parts.append(f"kèm {count2(len(step.files))} tệp")
    if not parts:
        return ""
    words = parts[0] if len(parts) == 1 else f"{parts[0]} ({'; '.join(parts[1:])})"
    return f"Ngày {date_short(step.day)}: {words}" if step.day else f"{words[:1].upper()}{words[1:]}"
