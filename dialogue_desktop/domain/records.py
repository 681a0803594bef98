"""What was said, answered and counted: the rows that the journal's fold gives (L1–L9, C5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from dialogue_desktop.domain.after_records import Commitment, Paper, Review, Step
from dialogue_desktop.domain.invite_records import REPLY_LABELS as REPLY_LABELS
from dialogue_desktop.domain.invite_records import Delegate as Delegate
from dialogue_desktop.domain.invite_records import Reply as Reply
from dialogue_desktop.domain.invite_records import SlipBatch as SlipBatch
from dialogue_desktop.domain.plan import Chair, Secretary


class RecordKind(StrEnum):
    """Kinds of record that a journal entry may change."""

    SESSION = "session"
    TURN = "turn"
    OPINION = "opinion"
    ANSWER = "answer"
    ATTENDANCE = "attendance"
    CONCLUSION = "conclusion"
    VERSION = "version"
    DELEGATE = "delegate"
    SLIP_BATCH = "slip_batch"
    APART = "apart"
    PAPER = "paper"
    COMMITMENT = "commitment"
    STEP = "step"
    REVIEW = "review"


class Source(StrEnum):
    """Where an opinion came from (C5)."""

    VILLAGE_HEAD = "truong_thon"
    SLIP = "phieu"
    HALL = "hoi_nghi"
    VIA_SECRETARY = "thu_ky"
    ONLINE = "truc_tuyen"


SOURCE_LABELS: dict[Source, str] = {
    Source.VILLAGE_HEAD: "Trưởng thôn tổng hợp",
    Source.SLIP: "Phiếu",
    Source.HALL: "Tại hội nghị",
    Source.VIA_SECRETARY: "Qua thư ký",
    Source.ONLINE: "Trực tuyến",
}


class OpinionKind(StrEnum):
    OPINION = "y_kien"
    PETITION = "kien_nghi"
    QUESTION = "cau_hoi"


OPINION_KIND_LABELS: dict[OpinionKind, str] = {
    OpinionKind.OPINION: "Ý kiến",
    OpinionKind.PETITION: "Kiến nghị",
    OpinionKind.QUESTION: "Câu hỏi",
}


class Outcome(StrEnum):
    """What became of an opinion at the hall (L3); the order is that of the keys 1–7."""

    ANSWERED = "tra_loi"
    PARTLY = "mot_phan"
    WRITTEN = "van_ban"
    ESCALATED = "cap_tren"
    OFF_TOPIC = "ngoai_noi_dung"
    REFUSED = "tu_choi"
    NOTED = "ghi_nhan"


OUTCOME_LABELS: dict[Outcome, str] = {
    Outcome.ANSWERED: "Trả lời tại chỗ",
    Outcome.PARTLY: "Trả lời một phần",
    Outcome.WRITTEN: "Hẹn văn bản",
    Outcome.ESCALATED: "Chuyển cấp trên",
    Outcome.OFF_TOPIC: "Ngoài nội dung",
    Outcome.REFUSED: "Từ chối",
    Outcome.NOTED: "Ghi nhận",
}

#: Outcomes after which somebody still owes something, so a unit (and a day) is expected.
OPEN_OUTCOMES = frozenset({Outcome.PARTLY, Outcome.WRITTEN, Outcome.ESCALATED, Outcome.OFF_TOPIC})


class TurnState(StrEnum):
    WAITING = "cho"
    SPEAKING = "dang_noi"
    PAUSED = "tam_dung"
    ANSWERING = "dang_tra_loi"
    DONE = "xong"
    ABSENT = "vang"
    WITHDRAWN = "rut"


@dataclass(frozen=True, slots=True)
class Voice:
    """One person behind an opinion; `locality` is its label ("thôn Phú Ấp"), `hamlet` the xóm."""

    name: str = ""
    honorific: str = ""
    locality: str = ""
    hamlet: str = ""

    @property
    def shown(self) -> str:
        """ "ông Nguyễn Văn An" or the bare name."""
        return f"{self.honorific} {self.name}".strip()

    @property
    def address(self) -> str:
        """ "xóm Đình, thôn Phú Ấp", parts that are known."""
        return ", ".join(part for part in (self.hamlet, self.locality) if part)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of speech; `end` is None while it runs. UTC."""

    start: datetime
    end: datetime | None = None


@dataclass(frozen=True, slots=True)
class Recording:
    """One recording of the hall, by the radio station or a telephone; `started_at` is the moment at which
    its counter stood at zero, so that each moment of the session has its place in it (L7). UTC."""

    name: str = ""
    started_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """The course of the session; one per conference, id "session". Times in UTC."""

    id: str
    started_at: datetime | None = None
    ended_at: datetime | None = None
    step_id: str = ""
    step_started_at: datetime | None = None
    place: str = ""
    chairs: tuple[Chair, ...] | None = None
    secretaries: tuple[Secretary, ...] | None = None
    people_total: int | None = None
    people_unit: str = "hộ"
    adopted: bool = False
    notes: str = ""
    recordings: tuple[Recording, ...] = ()


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn at speaking (L2, L7); `position` orders the queue, `number` is what is shown.

    `source` is the hall, or online where the question came in from outside. `interpreter` says who
    interprets and from which language. `anonymous`: the speaker gave no name and is named nowhere.
    `opinion_id` is the collected opinion with which the speaker registered.
    """

    id: str
    number: int = 0
    position: float = 0.0
    voice: Voice = Voice()
    topic: str = ""
    state: TurnState = TurnState.WAITING
    limit_seconds: int = 300
    spans: tuple[Span, ...] = ()
    consent: bool | None = None
    again: int = 1
    called_at: datetime | None = None
    source: Source = Source.HALL
    interpreter: str = ""
    anonymous: bool = False
    opinion_id: str = ""


@dataclass(frozen=True, slots=True)
class Opinion:
    """One opinion or petition with what became of it (C5, L3).

    `voices` empty and `anonymous` set: nobody is named anywhere. `consent` None: not asked.
    `linked_id` ties an opinion at the hall to the collected one it repeats. Opinions with one `group_id`
    have one prepared answer; each keeps its own voices. `draft_due` is the day by which `prepared_by` of the
    `unit` owes that answer to the office; `deadline` is what was promised to the people. `answered_with` is
    another opinion whose answer is the answer to this one too (a joint answer at the hall). `hidden_parts`
    are passages that the posted copy leaves out wherever they stand in it or in its answers.
    """

    id: str
    number: int = 0
    source: Source = Source.HALL
    turn_id: str = ""
    text: str = ""
    field: str = ""
    kind: OpinionKind = OpinionKind.PETITION
    voices: tuple[Voice, ...] = ()
    group_note: str = ""
    anonymous: bool = False
    consent: bool | None = None
    received_on: date | None = None
    slip_number: str = ""
    beyond_competence: bool = False
    receiving_body: str = ""
    prepared_answer: str = ""
    prepared_by: str = ""
    outcome: Outcome | None = None
    outcome_reason: str = ""
    unit: str = ""
    deadline: date | None = None
    linked_id: str = ""
    group_id: str = ""
    withheld: bool = False
    marked: bool = False
    said_at: datetime | None = None
    draft_due: date | None = None
    answered_with: str = ""
    hidden_parts: tuple[str, ...] = ()

    @property
    def said_at_hall(self) -> bool:
        """Said in the session, also when it came in online; else it was collected before."""
        return self.source is Source.HALL or bool(self.turn_id)


@dataclass(frozen=True, slots=True)
class Apart:
    """Two opinions that look alike and were said to be different things: not proposed as one again (C6).

    The id comes from the two, so that two laptops that say the same make the same record.
    """

    id: str
    first: str = ""
    second: str = ""

    @classmethod
    def of(cls, one: str, other: str) -> Apart:
        """The record of a pair, whichever of the two is named first."""
        first, second = sorted((one, other))
        return cls(f"{first}~{second}", first, second)


@dataclass(frozen=True, slots=True)
class Answer:
    """One round of answering an opinion (L4); round 1 answers the opinion itself,
    later rounds first hold what the speaker said again in `follow_up`. A later round without it is what
    another one added to the answer before."""

    id: str
    opinion_id: str = ""
    round: int = 1
    follow_up: str = ""
    answerer: str = ""
    answerer_position: str = ""
    text: str = ""
    answered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Attendance:
    """One counted group (L6); `expected` and `total` are optional, `unit` is "người" or "hộ"."""

    id: str
    position: int = 0
    label: str = ""
    locality: str = ""
    expected: int | None = None
    present: int | None = None
    total: int | None = None
    unit: str = "người"
    counted_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Conclusion:
    """One conclusion of the chair (L8); `opinion_ids` are the opinions that it was drafted from."""

    id: str
    position: int = 0
    text: str = ""
    settled: bool = True
    unit: str = ""
    deadline: date | None = None
    opinion_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Version:
    """A frozen state of the minutes (M3); `sha256` is over the canonical JSON of plan and records."""

    id: str
    number: int = 1
    frozen_at: datetime | None = None
    sha256: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Records:
    """All live records of a conference, each list in its printed order."""

    session: Session = Session("session")
    turns: tuple[Turn, ...] = ()
    opinions: tuple[Opinion, ...] = ()
    answers: tuple[Answer, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    conclusions: tuple[Conclusion, ...] = ()
    versions: tuple[Version, ...] = ()
    delegates: tuple[Delegate, ...] = ()
    slip_batches: tuple[SlipBatch, ...] = ()
    apart: tuple[Apart, ...] = ()
    papers: tuple[Paper, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    steps: tuple[Step, ...] = ()
    reviews: tuple[Review, ...] = ()

    def collected(self) -> tuple[Opinion, ...]:
        """Opinions that came before the session (not said at the hall)."""
        return tuple(o for o in self.opinions if not o.said_at_hall)

    def at_hall(self) -> tuple[Opinion, ...]:
        return tuple(o for o in self.opinions if o.said_at_hall)

    def review(self) -> Review | None:
        """The one review meeting, where it is written down."""
        return self.reviews[0] if self.reviews else None

    def steps_of(self, commitment_id: str) -> tuple[Step, ...]:
        """The history of one promise, oldest first."""
        return tuple(one for one in self.steps if one.commitment_id == commitment_id)

    def answers_of(self, opinion_id: str) -> tuple[Answer, ...]:
        """Rounds of one opinion in order."""
        return tuple(a for a in self.answers if a.opinion_id == opinion_id)
