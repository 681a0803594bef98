"""What follows the session: the register's papers, promises with their history, the review (M4–M7, F1–F5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file kept as bytes beside the database, under its SHA-256.

    `name` is what a person calls it ("12-TB-UBND.pdf"), `size` in bytes, `pages` 0 where unknown. `label`
    is the purpose of a labelled copy; `posted`: it is the copy that leaves out what may not be public.
    """

    sha256: str
    name: str = ""
    size: int = 0
    pages: int = 0
    label: str = ""
    posted: bool = False


@dataclass(frozen=True, slots=True)
class PaperPart:
    """Words that the office put in place of the drafted ones in one part of a paper ("assessment")."""

    key: str
    text: str = ""


class PaperState(StrEnum):
    """How far a paper has come."""

    DRAFT = "du_thao"
    SIGNED = "da_ky"
    SENT = "da_gui"
    POSTED = "da_niem_yet"


PAPER_STATE_LABELS: dict[PaperState, str] = {
    PaperState.DRAFT: "Dự thảo",
    PaperState.SIGNED: "Đã ký",
    PaperState.SENT: "Đã gửi",
    PaperState.POSTED: "Đã niêm yết",
}


@dataclass(frozen=True, slots=True)
class Paper:
    """One line of the register of documents (M4–M7, F5).

    `kind` is the name of a kind of document ("conclusion"), empty for a paper that the program did not make;
    `subject` tells one letter of a series from the others (`domain.paper_subjects`). `number` is bare ("12"),
    `symbol` the rest ("TB-UBND"). `parts` are the office's own words, by part. `replaces` is the id of the
    paper whose place this one takes, `reason` why. `minutes_version` is the frozen version that it was made
    from. Once `issued_at` is set, `files` are what was signed: kept as bytes, never made again.
    """

    id: str
    kind: str = ""
    subject: str = ""
    title: str = ""
    number: str = ""
    symbol: str = ""
    dated_on: date | None = None
    recipients: tuple[str, ...] = ()
    parts: tuple[PaperPart, ...] = ()
    opinion_ids: tuple[str, ...] = ()
    version: int = 1
    replaces: str = ""
    reason: str = ""
    minutes_version: int = 0
    issued_at: datetime | None = None
    files: tuple[StoredFile, ...] = ()
    sent_on: date | None = None
    posted_on: date | None = None
    posted_at: tuple[str, ...] = ()
    note: str = ""

    @property
    def state(self) -> PaperState:
        """The furthest that it has come; being posted counts for more than being sent."""
        if self.issued_at is None:
            return PaperState.DRAFT
        if self.posted_on is not None:
            return PaperState.POSTED
        return PaperState.SENT if self.sent_on is not None else PaperState.SIGNED

    def part(self, key: str) -> str:
        """The office's own words for a part, "" where the drafted ones stand."""
        return next((part.text for part in self.parts if part.key == key), "")


class CommitmentState(StrEnum):
    """Where a promise stands (F1)."""

    NOT_BEGUN = "chua_lam"
    DOING = "dang_lam"
    PART_DONE = "xong_mot_phan"
    DONE = "xong"
    PUT_OFF = "lui_han"
    WAITING = "cho_cap_tren"


COMMITMENT_STATE_LABELS: dict[CommitmentState, str] = {
    CommitmentState.NOT_BEGUN: "Chưa làm",
    CommitmentState.DOING: "Đang làm",
    CommitmentState.PART_DONE: "Xong một phần",
    CommitmentState.DONE: "Xong",
    CommitmentState.PUT_OFF: "Đã lùi hạn",
    CommitmentState.WAITING: "Chờ cấp trên",
}


@dataclass(frozen=True, slots=True)
class Commitment:
    """One thing that was promised and is still owed, or was kept (F1).

    `promised` is the day first given, `deadline` the one that holds now. `receiving_body` is the higher level
    that it waits for. `carried_from` and `carried_to` name a commitment as "conference/commitment" and a
    conference: what goes on in the next conference is counted there (F3). `dropped` is why it is no longer
    followed ("Trùng với cam kết số 3"), empty while it is.
    """

    id: str
    number: int = 0
    text: str = ""
    unit: str = ""
    deadline: date | None = None
    promised: date | None = None
    opinion_ids: tuple[str, ...] = ()
    conclusion_id: str = ""
    state: CommitmentState = CommitmentState.NOT_BEGUN
    state_reason: str = ""
    receiving_body: str = ""
    done_on: date | None = None
    carried_from: str = ""
    carried_to: str = ""
    dropped: str = ""

    @property
    def open(self) -> bool:
        """Still owed here: not kept, not carried into another conference, not given up."""
        return self.state is not CommitmentState.DONE and not self.carried_to and not self.dropped


class StepKind(StrEnum):
    """What a line of a promise's history tells."""

    NOTE = "ghi_chep"
    STATE = "tinh_trang"
    PUT_OFF = "lui_han"
    LETTER_OUT = "gui_van_ban"
    LETTER_IN = "nhan_van_ban"
    REMINDED = "don_doc"
    CARRIED = "chuyen_tiep"


STEP_KIND_LABELS: dict[StepKind, str] = {
    StepKind.NOTE: "Ghi chép",
    StepKind.STATE: "Đổi tình trạng",
    StepKind.PUT_OFF: "Lùi hạn",
    StepKind.LETTER_OUT: "Gửi văn bản",
    StepKind.LETTER_IN: "Nhận văn bản",
    StepKind.REMINDED: "Đôn đốc",
    StepKind.CARRIED: "Chuyển hội nghị sau",
}


@dataclass(frozen=True, slots=True)
class Step:
    """One dated line of a promise's history, with its evidence (F1).

    `state` and `deadline` are what held after it, None where it changed neither. `letter` is number and
    symbol of the document that came or went, `letter_on` its date, `paper_id` its line in the register.
    """

    id: str
    commitment_id: str = ""
    day: date | None = None
    kind: StepKind = StepKind.NOTE
    text: str = ""
    who: str = ""
    state: CommitmentState | None = None
    deadline: date | None = None
    letter: str = ""
    letter_on: date | None = None
    paper_id: str = ""
    files: tuple[StoredFile, ...] = ()
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ReviewTask:
    """Something to be done better, by whom and until when."""

    text: str = ""
    unit: str = ""
    deadline: date | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """The meeting that looks back on the conference (F4); one per conference, id "review".

    `attendees` a line each; hours are those of the wall.
    """

    id: str
    day: date | None = None
    starts_at: time | None = None
    ends_at: time | None = None
    place: str = ""
    chair: str = ""
    chair_position: str = ""
    recorder: str = ""
    recorder_position: str = ""
    attendees: tuple[str, ...] = ()
    good: str = ""
    bad: str = ""
    causes: str = ""
    lessons: str = ""
    tasks: tuple[ReviewTask, ...] = ()
