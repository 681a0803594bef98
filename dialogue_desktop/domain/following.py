"""Following a promise: one update, what is wrong with it, what holds after it (F1)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from dialogue_desktop.domain.after_records import Commitment, CommitmentState, Step, StepKind, StoredFile
from dialogue_desktop.domain.date_words import weekday_date

NOTHING = "Chưa ghi gì mới. Hãy chọn tình trạng, ghi việc đã làm, số văn bản hoặc chọn tệp."
NO_DAY = "Chưa ghi ngày của việc này."
LATER = "Ngày ghi ở đây là việc đã làm, không thể sau hôm nay. Hãy xem lại ngày."
BEFORE = "Hội nghị họp {day}. Việc theo dõi cam kết không thể trước ngày ấy, hãy xem lại ngày."
NO_DEADLINE = "Chưa ghi hạn mới."
EARLIER = "Hạn mới phải sau hạn đang có là {day}."
NO_REASON = "Chưa ghi lý do lùi hạn."
NO_BODY = "Chưa ghi cơ quan cấp trên đang chờ."
NO_LETTER = "Chưa ghi số, ký hiệu văn bản."
NO_SENT = "Chưa ghi số văn bản gửi cấp trên. Chưa gửi thì ghi lý do."
NO_EVIDENCE = "Chưa có minh chứng. Hãy chọn tệp, ghi số văn bản, hoặc ghi lý do không có."
NO_DEED = "Chưa ghi phần việc đã xong."
LETTER_LATER = "Ngày văn bản không thể sau hôm nay. Hãy xem lại ngày."

#: States whose reason stays with the promise and not only in its history.
REASONED = frozenset({CommitmentState.PUT_OFF, CommitmentState.WAITING, CommitmentState.DONE})


@dataclass(frozen=True, slots=True)
class Update:
    """One thing that happened. `state` None leaves it. `reason` is why it is put off, why there is no letter
    or no evidence. `incoming`: the letter came; otherwise it went out. `deadline` only with PUT_OFF."""

    day: date | None = None
    state: CommitmentState | None = None
    text: str = ""
    reason: str = ""
    who: str = ""
    letter: str = ""
    letter_on: date | None = None
    incoming: bool = False
    deadline: date | None = None
    receiving_body: str = ""
    files: tuple[StoredFile, ...] = ()
    paper_id: str = ""
    kind: StepKind | None = None

    @property
    def says(self) -> bool:
        """Whether there is anything to write down."""
        words = (self.text, self.reason, self.letter)
        return self.state is not None or any(one.strip() for one in words) or bool(self.files)


def faults(update: Update, one: Commitment, *, held_on: date | None, today: date) -> dict[str, str]:
    """Field → sentence for what has to be put right before it is written. What was carried here may have
    happened before this conference met."""
    found: dict[str, str] = {}
    if not update.says:
        found["text"] = NOTHING
    if update.day is None:
        found["day"] = NO_DAY
    elif update.day > today:
        found["day"] = LATER
    elif held_on is not None and update.day < held_on and not one.carried_from:
        found["day"] = BEFORE.format(day=weekday_date(held_on))
    if update.letter_on is not None and update.letter_on > today:
        found["letter_on"] = LETTER_LATER
    if update.incoming and not update.letter.strip():
        found["letter"] = NO_LETTER
    found |= _of_state(update, one)
    return found


def _of_state(update: Update, one: Commitment) -> dict[str, str]:
    """What its state asks for."""
    found: dict[str, str] = {}
    said = bool(update.reason.strip() or update.text.strip())
    match update.state:
        case CommitmentState.PUT_OFF:
            if update.deadline is None:
                found["deadline"] = NO_DEADLINE
            elif one.deadline is not None and update.deadline <= one.deadline:
                found["deadline"] = EARLIER.format(day=weekday_date(one.deadline))
            if not update.reason.strip():
                found["reason"] = NO_REASON
        case CommitmentState.WAITING:
            if not (update.receiving_body or one.receiving_body).strip():
                found["receiving_body"] = NO_BODY
            if not update.letter.strip() and not said:
                found["letter"] = NO_SENT
        case CommitmentState.DONE:
            if not (update.files or update.letter.strip() or update.reason.strip()):
                found["reason"] = NO_EVIDENCE
        case CommitmentState.PART_DONE:
            if not update.text.strip():
                found["text"] = NO_DEED
        case _:
            pass
    return found


def step_of(update: Update, one: Commitment, step_id: str, at: datetime) -> Step:
    """The line of the history that tells it."""
    text, reason = update.text.strip(), update.reason.strip()
    words = text or reason
    if text and reason:
        words = f"{text.rstrip('.')}. Lý do: {reason}"
    return Step(
        step_id,
        one.id,
        update.day,
        update.kind or _kind_of(update),
        words,
        update.who.strip(),
        update.state,
        update.deadline if update.state is CommitmentState.PUT_OFF else None,
        update.letter.strip(),
        update.letter_on if update.letter.strip() else None,
        update.paper_id,
        update.files,
        at,
    )


def _kind_of(update: Update) -> StepKind:
    if update.state is CommitmentState.PUT_OFF:
        return StepKind.PUT_OFF
    if update.letter.strip():
        return StepKind.LETTER_IN if update.incoming else StepKind.LETTER_OUT
    return StepKind.STATE if update.state is not None else StepKind.NOTE


def after(update: Update, one: Commitment) -> Commitment:
    """The promise once it is written. The day that was given first is never lost."""
    now = replace(one, receiving_body=update.receiving_body.strip() or one.receiving_body)
    state = update.state
    if state is None:
        return now
    reason = update.reason.strip() if state in REASONED else ""
    now = replace(now, state=state, state_reason=reason)
    now = replace(now, done_on=update.day if state is CommitmentState.DONE else None)
    if state is CommitmentState.PUT_OFF and update.deadline is not None:
        now = replace(now, deadline=update.deadline, promised=one.promised or one.deadline)
    return now


def as_told(one: Commitment, steps: Iterable[Step], gone: Step | None = None) -> Commitment:
    """The promise as its history tells it, after a line was put right or taken out; `gone` is that line as it
    was. Only what a line said is taken from the lines: with none left the promise is as it was made."""
    told = [step for step in steps if step.state is not None]
    moved = [step.deadline for step in told if step.deadline is not None]
    now = one
    if moved:
        now = replace(now, deadline=moved[-1])
    elif gone is not None and gone.deadline is not None:
        now = replace(now, deadline=one.promised)
    last = told[-1] if told else None
    if last is None or last.state is None:
        if gone is None or gone.state is None:
            return now
        return replace(now, state=CommitmentState.NOT_BEGUN, state_reason="", done_on=None)
    reason = one.state_reason if last.state is one.state else last.text if last.state in REASONED else ""
    done_on = last.day if last.state is CommitmentState.DONE else None
    return replace(now, state=last.state, state_reason=reason, done_on=done_on)
