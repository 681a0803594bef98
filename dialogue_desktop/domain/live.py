"""The item being written at the hall: one opinion with its rounds, as the screen hands it over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dialogue_desktop.domain.records import Attendance, Conclusion, OpinionKind, Outcome, Source, Voice


class TurnAct(StrEnum):
    """What the secretary does with a turn."""

    START = "start"
    PAUSE = "pause"
    RESUME = "resume"
    ANSWER = "answer"
    FINISH = "finish"
    ABSENT = "absent"
    WITHDRAW = "withdraw"
    WAIT = "wait"
    AGAIN = "again"


@dataclass(frozen=True, slots=True)
class Round:
    """One round: what was said again (empty in round 1), who answered and what.

    `added`: nothing was said again, another one adds to the answer of the round before.
    """

    follow_up: str = ""
    answerer: str = ""
    answerer_position: str = ""
    text: str = ""
    added: bool = False


@dataclass(frozen=True, slots=True)
class LiveItem:
    """An opinion with its answers as it stands in the boxes; `opinion_id` is empty for a new one.

    `new_id` is the id that a new one will have: given when its first word is typed, kept with the draft, it
    tells after a power cut whether the opinion was saved already.
    """

    opinion_id: str = ""
    turn_id: str = ""
    source: Source = Source.HALL
    text: str = ""
    field: str = ""
    kind: OpinionKind = OpinionKind.PETITION
    voices: tuple[Voice, ...] = ()
    group_note: str = ""
    anonymous: bool = False
    consent: bool | None = None
    rounds: tuple[Round, ...] = (Round(),)
    outcome: Outcome | None = None
    outcome_reason: str = ""
    unit: str = ""
    deadline: date | None = None
    receiving_body: str = ""
    linked_id: str = ""
    answered_with: str = ""
    marked: bool = False
    new_id: str = ""


@dataclass(frozen=True, slots=True)
class HalfSpeaker:
    """Who speaks as it stands half typed in the drawer; with an empty `turn_id` of the item in the boxes."""

    turn_id: str
    voice: Voice
    topic: str = ""


@dataclass(frozen=True, slots=True)
class LiveDraft:
    """What is half typed: the item, the box that has the cursor, its place, and the quick-add line.

    `small` stands in a one-line field and is not taken over yet; `attendance` and `conclusions` are the rows
    of their drawers where they hold more than the records, `speaker` the same of theirs, else None.
    """

    item: LiveItem = LiveItem()
    focus: str = "opinion"
    cursor: int = 0
    round_index: int = 0
    quick_add: str = ""
    turn_id: str = ""
    small: str = ""
    attendance: tuple[Attendance, ...] | None = None
    conclusions: tuple[Conclusion, ...] | None = None
    speaker: HalfSpeaker | None = None
