"""The tables as typed mappings; the migrations build the same, a test compares."""

from __future__ import annotations

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    """Registry of all tables. Times are UTC ISO text, enums and dates are text, lists are JSON text."""


class ConferenceRow(Base):
    """A conference with its plan as one JSON document: the plan is read and written whole."""

    __tablename__ = "conference"
    id: Mapped[str] = mapped_column(primary_key=True)
    title: Mapped[str]
    stage: Mapped[str]
    plan: Mapped[str]
    plan_step: Mapped[str] = mapped_column(default="")
    day: Mapped[str | None]
    when_text: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")
    created_at: Mapped[str]
    updated_at: Mapped[str]
    removed: Mapped[bool] = mapped_column(default=False)


class JournalRow(Base):
    """One act; triggers refuse to change or delete it."""

    __tablename__ = "journal"
    __table_args__ = (Index("journal_order", "conference_id", "lamport"),)
    seq: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(unique=True)
    conference_id: Mapped[str]
    lamport: Mapped[int]
    device: Mapped[str]
    author: Mapped[str]
    at: Mapped[str]
    kind: Mapped[str]
    changes: Mapped[str]
    undoes: Mapped[str] = mapped_column(default="")


class RecordColumns:
    """What every record of the journal has: its conference, its id, and whether it is alive.

    A column never written is NULL; readers take the field's default then.
    """

    __table_args__ = (UniqueConstraint("conference_id", "id"),)
    key: Mapped[int] = mapped_column(primary_key=True, sort_order=-4)
    conference_id: Mapped[str] = mapped_column(sort_order=-3)
    id: Mapped[str] = mapped_column(sort_order=-2)
    alive: Mapped[bool] = mapped_column(default=False, sort_order=-1)


class SessionRow(RecordColumns, Base):
    __tablename__ = "session"
    started_at: Mapped[str | None]
    ended_at: Mapped[str | None]
    step_id: Mapped[str | None]
    step_started_at: Mapped[str | None]
    place: Mapped[str | None]
    chairs: Mapped[str | None]
    secretaries: Mapped[str | None]
    people_total: Mapped[int | None]
    people_unit: Mapped[str | None]
    adopted: Mapped[bool | None]
    notes: Mapped[str | None]
    recordings: Mapped[str | None]


class TurnRow(RecordColumns, Base):
    __tablename__ = "turn"
    number: Mapped[int | None]
    position: Mapped[float | None]
    voice: Mapped[str | None]
    topic: Mapped[str | None]
    state: Mapped[str | None]
    limit_seconds: Mapped[int | None]
    spans: Mapped[str | None]
    consent: Mapped[bool | None]
    again: Mapped[int | None]
    called_at: Mapped[str | None]
    source: Mapped[str | None]
    interpreter: Mapped[str | None]
    anonymous: Mapped[bool | None]
    opinion_id: Mapped[str | None]


class OpinionRow(RecordColumns, Base):
    """`key` is also the row of the search index (storage/search_index says how the others lie there)."""

    __tablename__ = "opinion"
    number: Mapped[int | None]
    source: Mapped[str | None]
    turn_id: Mapped[str | None]
    text: Mapped[str | None]
    field: Mapped[str | None]
    kind: Mapped[str | None]
    voices: Mapped[str | None]
    group_note: Mapped[str | None]
    anonymous: Mapped[bool | None]
    consent: Mapped[bool | None]
    received_on: Mapped[str | None]
    slip_number: Mapped[str | None]
    beyond_competence: Mapped[bool | None]
    receiving_body: Mapped[str | None]
    prepared_answer: Mapped[str | None]
    prepared_by: Mapped[str | None]
    outcome: Mapped[str | None]
    outcome_reason: Mapped[str | None]
    unit: Mapped[str | None]
    deadline: Mapped[str | None]
    linked_id: Mapped[str | None]
    group_id: Mapped[str | None]
    withheld: Mapped[bool | None]
    marked: Mapped[bool | None]
    said_at: Mapped[str | None]
    draft_due: Mapped[str | None]
    answered_with: Mapped[str | None]
    hidden_parts: Mapped[str | None]


class ApartRow(RecordColumns, Base):
    __tablename__ = "apart"
    first: Mapped[str | None]
    second: Mapped[str | None]


class AnswerRow(RecordColumns, Base):
    __tablename__ = "answer"
    opinion_id: Mapped[str | None]
    round: Mapped[int | None]
    follow_up: Mapped[str | None]
    answerer: Mapped[str | None]
    answerer_position: Mapped[str | None]
    text: Mapped[str | None]
    answered_at: Mapped[str | None]


class AttendanceRow(RecordColumns, Base):
    __tablename__ = "attendance"
    position: Mapped[int | None]
    label: Mapped[str | None]
    locality: Mapped[str | None]
    expected: Mapped[int | None]
    present: Mapped[int | None]
    total: Mapped[int | None]
    unit: Mapped[str | None]
    counted_at: Mapped[str | None]


class ConclusionRow(RecordColumns, Base):
    __tablename__ = "conclusion"
    position: Mapped[int | None]
    text: Mapped[str | None]
    settled: Mapped[bool | None]
    unit: Mapped[str | None]
    deadline: Mapped[str | None]
    opinion_ids: Mapped[str | None]


class VersionRow(RecordColumns, Base):
    __tablename__ = "version"
    number: Mapped[int | None]
    frozen_at: Mapped[str | None]
    sha256: Mapped[str | None]
    reason: Mapped[str | None]


class DelegateRow(RecordColumns, Base):
    __tablename__ = "delegate"
    position: Mapped[int | None]
    group_id: Mapped[str | None]
    honorific: Mapped[str | None]
    name: Mapped[str | None]
    office: Mapped[str | None]
    locality: Mapped[str | None]
    hamlet: Mapped[str | None]
    count: Mapped[int | None]
    through_locality: Mapped[bool | None]
    letter_number: Mapped[str | None]
    sent_on: Mapped[str | None]
    reply: Mapped[str | None]
    replaced_by: Mapped[str | None]
    attended: Mapped[bool | None]
    note: Mapped[str | None]


class SlipBatchRow(RecordColumns, Base):
    __tablename__ = "slip_batch"
    position: Mapped[int | None]
    locality: Mapped[str | None]
    collector: Mapped[str | None]
    first: Mapped[int | None]
    last: Mapped[int | None]
    handed_on: Mapped[str | None]
    due_on: Mapped[str | None]
    returned: Mapped[int | None]
    returned_on: Mapped[str | None]
    note: Mapped[str | None]


class PaperRow(RecordColumns, Base):
    __tablename__ = "paper"
    kind: Mapped[str | None]
    subject: Mapped[str | None]
    title: Mapped[str | None]
    number: Mapped[str | None]
    symbol: Mapped[str | None]
    dated_on: Mapped[str | None]
    recipients: Mapped[str | None]
    parts: Mapped[str | None]
    opinion_ids: Mapped[str | None]
    version: Mapped[int | None]
    replaces: Mapped[str | None]
    reason: Mapped[str | None]
    minutes_version: Mapped[int | None]
    issued_at: Mapped[str | None]
    files: Mapped[str | None]
    sent_on: Mapped[str | None]
    posted_on: Mapped[str | None]
    posted_at: Mapped[str | None]
    note: Mapped[str | None]


class CommitmentRow(RecordColumns, Base):
    __tablename__ = "commitment"
    number: Mapped[int | None]
    text: Mapped[str | None]
    unit: Mapped[str | None]
    deadline: Mapped[str | None]
    promised: Mapped[str | None]
    opinion_ids: Mapped[str | None]
    conclusion_id: Mapped[str | None]
    state: Mapped[str | None]
    state_reason: Mapped[str | None]
    receiving_body: Mapped[str | None]
    done_on: Mapped[str | None]
    carried_from: Mapped[str | None]
    carried_to: Mapped[str | None]
    dropped: Mapped[str | None]


class StepRow(RecordColumns, Base):
    __tablename__ = "step"
    commitment_id: Mapped[str | None]
    day: Mapped[str | None]
    kind: Mapped[str | None]
    text: Mapped[str | None]
    who: Mapped[str | None]
    state: Mapped[str | None]
    deadline: Mapped[str | None]
    letter: Mapped[str | None]
    letter_on: Mapped[str | None]
    paper_id: Mapped[str | None]
    files: Mapped[str | None]
    at: Mapped[str | None]


class ReviewRow(RecordColumns, Base):
    __tablename__ = "review"
    day: Mapped[str | None]
    starts_at: Mapped[str | None]
    ends_at: Mapped[str | None]
    place: Mapped[str | None]
    chair: Mapped[str | None]
    chair_position: Mapped[str | None]
    recorder: Mapped[str | None]
    recorder_position: Mapped[str | None]
    attendees: Mapped[str | None]
    good: Mapped[str | None]
    bad: Mapped[str | None]
    causes: Mapped[str | None]
    lessons: Mapped[str | None]
    tasks: Mapped[str | None]


class SnapshotRow(Base):
    """What a frozen version of the minutes was built from; never rewritten."""

    __tablename__ = "snapshot"
    conference_id: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    body: Mapped[str]


class ContactRow(Base):
    """Telephone and house address, outside the journal so that they can be erased."""

    __tablename__ = "contact"
    conference_id: Mapped[str] = mapped_column(primary_key=True)
    opinion_id: Mapped[str] = mapped_column(primary_key=True)
    phone: Mapped[str] = mapped_column(default="")
    house_address: Mapped[str] = mapped_column(default="")


class DraftRow(Base):
    """Half-typed text of the live screen; one per conference, newest wins."""

    __tablename__ = "draft"
    conference_id: Mapped[str] = mapped_column(primary_key=True)
    body: Mapped[str]
    at: Mapped[str]


class DutyRow(Base):
    """A line of the checklist: as lists show it, counted anew from the plan, and what the office put down.

    `title`, `unit`, `hour`, `due`, `position` and `shown` are written at every count; so that the first
    screen reads one table they also hold the words of own and edited items. The rest is the office's own.
    """

    __tablename__ = "duty"
    conference_id: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int]
    shown: Mapped[bool]
    title: Mapped[str]
    unit: Mapped[str]
    due: Mapped[str | None]
    hour: Mapped[str | None]
    rule: Mapped[str | None]
    day: Mapped[str | None]
    rank: Mapped[int | None]
    edited: Mapped[bool]
    removed: Mapped[bool]
    done_on: Mapped[str | None]
    done_by: Mapped[str]
    note: Mapped[str]


class NoticeProofRow(Base):
    """Where and when the conference was announced, one row a place (C2)."""

    __tablename__ = "notice_proof"
    conference_id: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int]
    form: Mapped[str]
    place: Mapped[str]
    first_day: Mapped[str | None]
    last_day: Mapped[str | None]
    times: Mapped[str]
    by_whom: Mapped[str]
    witness: Mapped[str]
    note: Mapped[str]


class SettingRow(Base):
    __tablename__ = "setting"
    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


#: What SQLAlchemy's metadata cannot say: the search index and the guards of the journal.
EXTRA_DDL: tuple[str, ...] = (
    "CREATE VIRTUAL TABLE record_search USING fts5(words, exact, facets, by_name UNINDEXED,"
    " tokenize='unicode61 remove_diacritics 0', detail='column', prefix='1 2 3 4 5', columnsize=0)",
    "CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal"
    " BEGIN SELECT RAISE(ABORT, 'journal is append-only'); END",
    "CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal"
    " BEGIN SELECT RAISE(ABORT, 'journal is append-only'); END",
    "CREATE TRIGGER snapshot_no_update BEFORE UPDATE ON snapshot"
    " BEGIN SELECT RAISE(ABORT, 'a frozen version is not rewritten'); END",
    "CREATE TRIGGER snapshot_no_delete BEFORE DELETE ON snapshot"
    " BEGIN SELECT RAISE(ABORT, 'a frozen version is not rewritten'); END",
)
