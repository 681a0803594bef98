"""The board of promises over all conferences: who asked, how urgent each is, its evidence (F1)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dialogue_desktop.domain.after_records import Commitment, CommitmentState, Step, StepKind
from dialogue_desktop.domain.commitments import SOON_DAYS, is_late, is_soon
from dialogue_desktop.domain.letters import owing
from dialogue_desktop.domain.records import Voice
from dialogue_desktop.domain.text_vi import fold, sort_key


class Urgency(StrEnum):
    """The groups of the table, in their order; each row stands in one."""

    LATE = "tre_han"
    SOON = "sap_den_han"
    IN_TIME = "con_han"
    DONE = "da_xong"
    CARRIED = "chuyen_tiep"


@dataclass(frozen=True, slots=True)
class Asker:
    """One opinion behind a promise, as far as the board tells it."""

    number: int = 0
    voices: tuple[Voice, ...] = ()
    group_note: str = ""
    anonymous: bool = False
    asked_on: date | None = None
    field: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One promise. `conference` is its title, `held_on` the day of the session; `steps` its history, oldest
    first; `next_conference` where it was carried to, `first_conference` where it was promised first."""

    conference_id: str
    conference: str
    held_on: date | None
    commitment: Commitment
    askers: tuple[Asker, ...] = ()
    steps: tuple[Step, ...] = ()
    next_conference: str = ""
    first_conference: str = ""

    @property
    def key(self) -> str:
        return f"{self.conference_id}/{self.commitment.id}"

    @property
    def unit(self) -> str:
        """Who is asked how it stands: the unit, or the higher level once it has the letter."""
        return owing(self.commitment)

    @property
    def localities(self) -> tuple[str, ...]:
        named = (v.locality for one in self.askers for v in one.voices if v.locality)
        return tuple(dict.fromkeys(named))

    @property
    def field(self) -> str:
        return next((one.field for one in self.askers if one.field), "")

    @property
    def asked_on(self) -> date | None:
        days = [one.asked_on for one in self.askers if one.asked_on is not None]
        return min(days, default=None)

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of the opinions."""
        return tuple(one.number for one in self.askers)

    @property
    def last_step(self) -> Step | None:
        return self.steps[-1] if self.steps else None

    @property
    def put_off(self) -> bool:
        one = self.commitment
        return one.promised is not None and one.deadline is not None and one.promised != one.deadline

    def who(self) -> str:
        """ "Ông Đặng Văn Quyết", "Ông Đặng Văn Quyết và 2 người", "Một công dân"."""
        names = list(
            dict.fromkeys(v.shown for a in self.askers if not a.anonymous for v in a.voices if v.name)
        )
        if names:
            first = names[0][:1].upper() + names[0][1:]
            return first if len(names) == 1 else f"{first} và {len(names) - 1} người"
        note = next((one.group_note for one in self.askers if one.group_note and not one.anonymous), "")
        if note:
            return note[:1].upper() + note[1:]
        if self.askers:
            return "Một công dân"
        return "Kết luận của chủ trì" if self.commitment.conclusion_id else "Văn phòng ghi thêm"

    def evidence(self) -> str:
        """The newest proof of how it stands: a letter's number, else a file; else that there is none."""
        for step in reversed(self.steps):
            if step.kind is StepKind.REMINDED:
                continue  # that the office asked proves nothing
            if step.letter:
                return step.letter
            if step.files:
                return step.files[0].name
        reasoned = self.commitment.state in (CommitmentState.PUT_OFF, CommitmentState.DONE)
        return "Có lý do" if reasoned and self.commitment.state_reason else "Chưa có"

    def urgency(self, today: date) -> Urgency:
        one = self.commitment
        if one.state is CommitmentState.DONE:
            return Urgency.DONE
        if one.carried_to:
            return Urgency.CARRIED
        if is_late(one, today):
            return Urgency.LATE
        return Urgency.SOON if is_soon(one, today) else Urgency.IN_TIME

    @property
    def waiting(self) -> bool:
        return self.commitment.open and self.commitment.state is CommitmentState.WAITING

    def words(self) -> str:
        """All that a search looks through, folded."""
        one = self.commitment
        parts = [str(one.number), one.text, one.unit, one.receiving_body, one.state_reason, self.conference]
        for asker in self.askers:
            parts += [asker.text, asker.field, asker.group_note]
            for voice in asker.voices:
                parts += [voice.locality] if asker.anonymous else [voice.name, voice.locality, voice.hamlet]
        for step in self.steps:
            parts += [step.text, step.who, step.letter, *(file.name for file in step.files)]
        return fold("\n".join(part for part in parts if part))


def in_order(rows: Iterable[BoardRow], today: date) -> tuple[BoardRow, ...]:
    """By urgency, then the nearest day; what was kept last stands first among what is done."""
    groups = list(Urgency)

    def key(row: BoardRow) -> tuple[object, ...]:
        one, urgency = row.commitment, row.urgency(today)
        day = one.deadline or date.max
        if urgency is Urgency.DONE:
            return (groups.index(urgency), -(one.done_on or date.min).toordinal(), one.number, row.key)
        return (groups.index(urgency), day.toordinal(), one.number, row.key)

    return tuple(sorted(rows, key=key))


# --- charts -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Bar:
    """How many of one unit, thôn or field are kept, in time, soon due and late; without carried ones."""

    label: str
    done: int = 0
    in_time: int = 0
    soon: int = 0
    late: int = 0

    @property
    def total(self) -> int:
        return self.done + self.in_time + self.soon + self.late


def bars(
    rows: Iterable[BoardRow], labels: Callable[[BoardRow], Sequence[str]], today: date
) -> tuple[Bar, ...]:
    """The bars of a chart, the longest first, unknown last. A row of several thôn stands in each of them."""
    counts: dict[str, dict[Urgency, int]] = {}
    shown: dict[str, str] = {}
    for row in rows:
        urgency = row.urgency(today)
        if urgency is Urgency.CARRIED:
            continue
        for label in labels(row) or ("",):
            key = fold(label)
            shown.setdefault(key, label)
            of = counts.setdefault(key, dict.fromkeys(Urgency, 0))
            of[urgency] += 1
    made = [
        Bar(shown[key], of[Urgency.DONE], of[Urgency.IN_TIME], of[Urgency.SOON], of[Urgency.LATE])
        for key, of in counts.items()
    ]
    return tuple(sorted(made, key=lambda one: (not one.label, -one.total, sort_key(one.label))))


__all__ = ["SOON_DAYS", "Asker", "Bar", "BoardRow", "Urgency", "bars", "in_order"]
