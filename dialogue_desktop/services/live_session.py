"""The session as it happens: every act is one journal entry, committed before it is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar

from dialogue_desktop.clock import Clock
from dialogue_desktop.codec import CodecError, from_json, to_json
from dialogue_desktop.domain.attendance_counts import AttendanceCount, attendance_counts
from dialogue_desktop.domain.conference import Stage
from dialogue_desktop.domain.journal import Change, Entry, inverse, redoable, removal, undoable
from dialogue_desktop.domain.live import LiveDraft, LiveItem, TurnAct
from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.queue_rules import closed_spans, state_after
from dialogue_desktop.domain.records import (
    Attendance,
    Conclusion,
    Opinion,
    Recording,
    RecordKind,
    Records,
    Span,
    Turn,
    TurnState,
    Voice,
)
from dialogue_desktop.errors import NotFound
from dialogue_desktop.events import DraftSaved, EventBus
from dialogue_desktop.services.act_log import ActLog, Choice
from dialogue_desktop.services.acts import changed, created, entry_text
from dialogue_desktop.services.away import NothingHeld
from dialogue_desktop.services.joint_changes import apart, each_field_once, joined, left_alone
from dialogue_desktop.services.live_changes import (
    expected_attendance,
    item_changes,
    list_changes,
    new_id,
    place_before,
    place_in_queue,
    session_changes,
)
from dialogue_desktop.services.turn_changes import turn_again, turn_edit, turns_registered
from dialogue_desktop.storage.conferences import Conferences
from dialogue_desktop.storage.database import Database
from dialogue_desktop.storage.journal import Journal
from dialogue_desktop.storage.records_query import RecordsQuery
from dialogue_desktop.storage.side_tables import Drafts

T = TypeVar("T")

GONE = "Mục này không còn trong phiên. Các nội dung khác vẫn giữ nguyên. Hãy chọn lại trong danh sách."


class LiveSession(NothingHeld):
    """Acts of the session. Every method commits before it returns; StorageError leaves nothing half done."""

    def __init__(
        self,
        database: Database,
        conferences: Conferences,
        journal: Journal,
        records: RecordsQuery,
        bus: EventBus,
        clock: Clock,
    ) -> None:
        self._database = database
        self._conferences = conferences
        self._journal = journal
        self._query = records
        self._drafts = Drafts(database)
        self._log = ActLog(database, journal, records, bus)
        self._bus = bus
        self._clock = clock

    # -- reading

    def records(self, conference_id: str) -> Records:
        return self._query.records(conference_id)

    def history(self, conference_id: str, limit: int = 50) -> tuple[Entry, ...]:
        """The newest acts, newest first."""
        with self._database.lock:
            return self._journal.newest(conference_id, limit)

    def attendance_counts(self, conference_id: str) -> tuple[AttendanceCount, ...]:
        """How many were there each time that people were counted (L6)."""
        with self._database.lock:
            return attendance_counts(self._journal.concerning(conference_id, RecordKind.ATTENDANCE))

    def entry_text(self, entry: Entry) -> str:
        return entry_text(entry)

    # -- the session itself

    def start(self, conference_id: str, at: datetime | None = None) -> Records:
        """Open the session; attendance rows of the plan are laid out the first time."""
        records = self.records(conference_id)
        if records.session.started_at is None:
            plan = self._plan(conference_id)
            first = plan.programme[0].id if plan.programme else ""
            now = at or self._clock.now()
            changes = session_changes(records.session, started_at=now, step_id=first, step_started_at=now)
            if not records.attendance:
                changes += expected_attendance(plan)
            self._append(conference_id, "session.start", changes)
        self._stage(conference_id, Stage.SESSION)
        return self.records(conference_id)

    def end(self, conference_id: str, at: datetime | None = None) -> Records:
        """Close the session; a turn still running is closed at the same time."""
        records = self.records(conference_id)
        now = at or self._clock.now()
        changes = session_changes(records.session, ended_at=now)
        for turn in records.turns:
            if turn.state in (TurnState.SPEAKING, TurnState.PAUSED, TurnState.ANSWERING):
                changes += changed(
                    RecordKind.TURN, turn, state=TurnState.DONE, spans=closed_spans(turn.spans, now)
                )
        self._append(conference_id, "session.end", changes)
        self._stage(conference_id, Stage.CONCLUDE)
        return self.records(conference_id)

    def reopen(self, conference_id: str) -> Records:
        """Go on with a session that was closed too early."""
        records = self.records(conference_id)
        self._append(conference_id, "session.reopen", session_changes(records.session, ended_at=None))
        self._stage(conference_id, Stage.SESSION)
        return self.records(conference_id)

    def set_step(self, conference_id: str, step_id: str) -> Records:
        session = self.records(conference_id).session
        changes = session_changes(session, step_id=step_id, step_started_at=self._clock.now())
        self._append(conference_id, "session.step", changes)
        return self.records(conference_id)

    def set_session(self, conference_id: str, /, **wanted: object) -> Records:
        """Put single facts of the session right (times, place, chairs, secretaries, totals)."""
        session = self.records(conference_id).session
        self._append(conference_id, "session.edit", session_changes(session, **wanted))
        return self.records(conference_id)

    def set_recordings(self, conference_id: str, recordings: Sequence[Recording]) -> Records:
        """The recordings of the hall, each set to the clock (L7)."""
        session = self.records(conference_id).session
        changes = session_changes(session, recordings=tuple(recordings))
        self._write(conference_id, "session.recording", changes)
        return self.records(conference_id)

    # -- turns

    def add_turn(
        self,
        conference_id: str,
        voice: Voice,
        /,
        *,
        topic: str = "",
        consent: bool | None = None,
        first: bool = False,
        **more: Any,
    ) -> Turn:
        """Add a speaker at the end of the queue, or right behind the one who speaks; `more` are further
        fields of the turn (source, interpreter, anonymous, opinion_id)."""
        records = self.records(conference_id)
        plan = self._plan(conference_id)
        turn = Turn(
            new_id(),
            number=max((t.number for t in records.turns), default=0) + 1,
            position=place_in_queue(records.turns, first=first),
            voice=voice,
            topic=topic,
            limit_seconds=plan.turn_minutes * 60,
            consent=consent,
            **more,
        )
        self._append(conference_id, "turn.add", created(RecordKind.TURN, turn))
        return self._turn(conference_id, turn.id)

    def register_turns(self, conference_id: str, opinion_ids: Sequence[str]) -> Records:
        """Into the queue as one act: those who registered with these collected opinions."""
        records = self.records(conference_id)
        limit = self._plan(conference_id).turn_minutes * 60
        self._write(conference_id, "turn.register", turns_registered(records, opinion_ids, limit))
        return self.records(conference_id)

    def edit_turn(self, conference_id: str, turn_id: str, /, **wanted: object) -> Records:
        """Put a turn right; what was written down of it follows, as one act."""
        records, turn = self.records(conference_id), self._turn(conference_id, turn_id)
        self._write(conference_id, "turn.edit", turn_edit(records, turn, wanted))
        return self.records(conference_id)

    def move_turn(self, conference_id: str, turn_id: str, before_id: str | None) -> Records:
        """Put a waiting turn before another, or at the end."""
        records = self.records(conference_id)
        turn = self._turn(conference_id, turn_id)
        position = place_before(records.turns, turn_id, before_id)
        changes = changed(RecordKind.TURN, turn, position=position)
        self._append(conference_id, "turn.move", changes)
        return self.records(conference_id)

    def turn_act(self, conference_id: str, turn_id: str, act: TurnAct) -> Records:
        """Start, pause, answer, finish … one turn. Starting one finishes the one before it."""
        turn = self._turn(conference_id, turn_id)
        now = self._clock.now()
        if act is TurnAct.AGAIN:
            self._append(conference_id, "turn.again", turn_again(self.records(conference_id), turn))
            return self.records(conference_id)
        changes: tuple[Change, ...] = ()
        if act is TurnAct.START:
            for other in self.records(conference_id).turns:
                running = (TurnState.SPEAKING, TurnState.PAUSED, TurnState.ANSWERING)
                if other.id != turn_id and other.state in running:
                    changes += changed(
                        RecordKind.TURN, other, state=TurnState.DONE, spans=closed_spans(other.spans, now)
                    )
        state, spans, called_at = state_after(turn, act, now)
        changes += changed(RecordKind.TURN, turn, state=state, spans=spans, called_at=called_at)
        if changes:
            self._append(conference_id, f"turn.{act.value}", changes)
        return self.records(conference_id)

    def correct_spans(self, conference_id: str, turn_id: str, spans: Sequence[Span]) -> Records:
        """Put the times of a turn right afterwards (a forgotten clock)."""
        turn = self._turn(conference_id, turn_id)
        self._append(conference_id, "turn.spans", changed(RecordKind.TURN, turn, spans=tuple(spans)))
        return self.records(conference_id)

    # -- opinions and answers

    def save_item(self, conference_id: str, item: LiveItem, /, **more: object) -> Opinion:
        """Write an opinion with its rounds and outcome as one act; `more` are further opinion fields."""
        return self._save(conference_id, "", (item,), more=more)[0]

    def split_item(self, conference_id: str, items: Sequence[LiveItem]) -> tuple[Opinion, ...]:
        """Several opinions out of the one that was said as one act: the first may be edited, the others
        are new."""
        return self._save(conference_id, "opinion.split", items)

    def answer_jointly(self, conference_id: str, item: LiveItem, others: Sequence[str]) -> Opinion:
        """Write an opinion whose answer is the answer to these too, and to no more than these, as one act."""
        return self._save(conference_id, "opinion.joint", (item,), others=frozenset(others))[0]

    def answer_apart(self, conference_id: str, opinion_id: str) -> Records:
        """The opinion has the joint answer no longer; what it had from there goes too."""
        records = self.records(conference_id)
        changes = apart(records, {self._opinion(conference_id, opinion_id).id})
        self._write(conference_id, "opinion.alone", changes)
        return self.records(conference_id)

    def _save(
        self, conference_id: str, kind: str, items: Sequence[LiveItem], *,
        others: frozenset[str] | None = None, more: Mapping[str, object] | None = None,
    ) -> tuple[Opinion, ...]:  # fmt: skip
        records, now = self.records(conference_id), self._clock.now()
        number = max((o.number for o in records.opinions), default=0)
        changes: tuple[Change, ...] = ()
        written: list[Opinion] = []
        for item in items:
            number += not item.opinion_id
            try:
                opinion, of_item = item_changes(records, item, now, more or {}, number=number)
            except LookupError:
                raise NotFound(GONE) from None
            written.append(opinion)
            changes += of_item
        if others is not None:
            changes += joined(records, written[0], others)
        kind = kind or ("opinion.edit" if items[0].opinion_id else "opinion.add")
        self._write(conference_id, kind, each_field_once(changes))
        return tuple(self._opinion(conference_id, one.id) for one in written)

    def add_collected(self, conference_id: str, item: LiveItem, /, **more: object) -> Opinion:
        """An opinion that came before the day (C5)."""
        return self.save_item(conference_id, item, **more)

    def edit_opinion(self, conference_id: str, opinion_id: str, /, **wanted: object) -> Records:
        opinion = self._opinion(conference_id, opinion_id)
        changes = changed(RecordKind.OPINION, opinion, **wanted)
        if changes:
            self._append(conference_id, "opinion.edit", changes)
        return self.records(conference_id)

    def remove_opinion(self, conference_id: str, opinion_id: str) -> Records:
        """Hide an opinion and its answers; undo brings them back."""
        return self.remove_opinions(conference_id, (opinion_id,))

    def remove_opinions(self, conference_id: str, ids: Sequence[str]) -> Records:
        """Hide several as one act with one undo; what was answered jointly with them is not any more."""
        records = self.records(conference_id)
        gone = frozenset(ids)
        if not gone <= {one.id for one in records.opinions}:
            raise NotFound(GONE)
        changes = left_alone(records, gone)
        for opinion_id in dict.fromkeys(ids):
            changes += removal(RecordKind.OPINION, opinion_id)
        for answer in records.answers:
            if answer.opinion_id in gone:
                changes += removal(RecordKind.ANSWER, answer.id)
        if changes:
            self._append(conference_id, "opinion.remove", changes)
        return self.records(conference_id)

    # -- lists that are written as a whole

    def set_attendance(self, conference_id: str, rows: Sequence[Attendance]) -> Records:
        before = self.records(conference_id).attendance
        self._write(conference_id, "attendance.set", list_changes(RecordKind.ATTENDANCE, before, rows))
        return self.records(conference_id)

    def set_conclusions(
        self, conference_id: str, rows: Sequence[Conclusion], *, drafted: bool = False
    ) -> Records:
        """All rows as one act; `drafted` from the opinions is an act of its own name (L8)."""
        before = self.records(conference_id).conclusions
        act = "conclusion.draft" if drafted else "conclusion.set"
        self._write(conference_id, act, list_changes(RecordKind.CONCLUSION, before, rows))
        return self.records(conference_id)

    # -- undo and redo

    def undo(self, conference_id: str, *, carried: bool = False) -> Entry | None:
        """Take back one's own newest act and give it; `carried`: also half of one of two conferences."""
        kept = _NOT_UNDONE if carried else _NOT_UNDONE | {_CARRIED}
        entry = self._own(
            conference_id, lambda newest, own: undoable((e for e in newest if e.kind not in kept), own)
        )
        if entry is None:
            return None
        self._append(conference_id, f"undo:{entry.kind}", inverse(entry), undoes=entry.id)
        return entry

    def redo(self, conference_id: str, *, carried: bool = False) -> Entry | None:
        """Do again what was taken back last; the counter-entry that was taken back is returned."""
        entry = self._own(conference_id, redoable)
        if entry is None or (entry.kind == f"undo:{_CARRIED}" and not carried):
            return None
        kind = entry.kind.replace("undo:", "redo:", 1)
        self._append(conference_id, kind, inverse(entry), undoes=entry.id)
        return entry

    # -- drafts

    def save_draft(self, conference_id: str, draft: LiveDraft) -> datetime:
        """Keep what is half typed; on return it is on the disk."""
        at = self._clock.now()
        self._drafts.save(conference_id, to_json(draft).decode(), at)
        self._bus.publish(DraftSaved(conference_id, at))
        return at

    def draft(self, conference_id: str) -> LiveDraft | None:
        body = self._drafts.load(conference_id)
        if body is None:
            return None
        try:
            return from_json(body, LiveDraft)
        except CodecError:
            return None

    def clear_draft(self, conference_id: str) -> None:
        self._drafts.clear(conference_id)

    # -- within

    def _append(
        self, conference_id: str, kind: str, changes: tuple[Change, ...], *, undoes: str = ""
    ) -> Entry:
        return self._log.append(conference_id, kind, changes, undoes=undoes)

    def _own(self, conference_id: str, choose: Choice) -> Entry | None:
        return self._log.own(conference_id, choose)

    def _write(self, conference_id: str, act: str, changes: tuple[Change, ...]) -> None:
        """Append, unless nothing differs."""
        if changes:
            self._append(conference_id, act, changes)

    def _turn(self, conference_id: str, turn_id: str) -> Turn:
        return _found(self.records(conference_id).turns, turn_id, lambda t: t.id)

    def _opinion(self, conference_id: str, opinion_id: str) -> Opinion:
        return _found(self.records(conference_id).opinions, opinion_id, lambda o: o.id)

    def _plan(self, conference_id: str) -> Plan:
        return self._conferences.plan(conference_id)

    def _stage(self, conference_id: str, stage: Stage) -> None:
        self._conferences.set_stage(conference_id, stage, self._clock.now())


_NOT_UNDONE = frozenset({"import", "closing.freeze", "commitment.keep"})
_CARRIED = "commitment.carry"  # in two conferences: with half taken back it is followed nowhere, or twice


def _found(rows: Sequence[T], wanted: str, key: Callable[[T], str]) -> T:
    for row in rows:
        if key(row) == wanted:
            return row
    raise NotFound(GONE)
