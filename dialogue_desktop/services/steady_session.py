"""The session that goes on while the disk does not: acts are held, put in safety, and written later (L9).

Every act gets its id before it is written. Where the database does not take it, it is held with its own time,
read from a mirror in memory as if it were written, and sent again under the same id when the disk is back; so
a commit that failed half way, a rescue file that is taken in twice, or both, add nothing twice.
"""

from __future__ import annotations

from datetime import datetime
from uuid import uuid4

from dialogue_desktop.clock import Clock
from dialogue_desktop.domain.conference import Stage
from dialogue_desktop.domain.journal import Change, Entry
from dialogue_desktop.domain.live import LiveDraft
from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.records import Records
from dialogue_desktop.errors import StorageError
from dialogue_desktop.events import Event, EventBus, JournalAppended
from dialogue_desktop.services.act_log import UNDO_DEPTH, Choice
from dialogue_desktop.services.away import Away, Found, Reason, Rescue, reason_of
from dialogue_desktop.services.live_session import LiveSession
from dialogue_desktop.services.mirror import Mirror
from dialogue_desktop.services.rescued_acts import fitting
from dialogue_desktop.services.session_rescue import (
    Places,
    SessionRescue,
    found_rescues,
    give_way,
    keep_room,
    remove_rescue,
)
from dialogue_desktop.storage.conferences import Conferences
from dialogue_desktop.storage.database import Database
from dialogue_desktop.storage.failures import GONE
from dialogue_desktop.storage.journal import Journal
from dialogue_desktop.storage.records_query import RecordsQuery

#: How long an act waits for another program's lock before it is held; and each new try meanwhile.
_FIRST_MS, _AGAIN_MS = 400, 50


class _Desk:
    """What is known of one conference in this run of the program."""

    def __init__(self, mirror: Mirror, plan: Plan) -> None:
        self.mirror, self.plan = mirror, plan
        self.held: list[Entry] = []
        self.stage: Stage | None = None
        self.draft: LiveDraft | None = None
        self.rescue: SessionRescue | None = None


class SteadySession(LiveSession):
    """The live screen's session. Acts never fail for the disk once the session was read; `save_draft` does,
    and is at the same time the try whether the disk is back."""

    def __init__(
        self,
        database: Database,
        conferences: Conferences,
        journal: Journal,
        records: RecordsQuery,
        bus: EventBus,
        clock: Clock,
        places: Places,
    ) -> None:
        super().__init__(database, conferences, journal, records, bus, clock)
        self._places = places
        self._desks: dict[str, _Desk] = {}
        self._away: Away | None = None
        bus.subscribe(self._heard)

    @property
    def away(self) -> Away | None:
        """None while the disk takes everything; a value, so that the screen's thread may read it."""
        return self._away

    # -- reading

    def records(self, conference_id: str) -> Records:
        desk = self._desks.get(conference_id)
        if self._away is not None and desk is not None:
            return desk.mirror.records()
        try:
            with self._database.patience(_FIRST_MS):
                records = super().records(conference_id)
                self._keep_up(conference_id)
        except StorageError as error:
            if desk is None:
                raise
            self._went(error)
            return desk.mirror.records()
        return records

    def _keep_up(self, conference_id: str) -> None:
        """The mirror holds what the journal holds, also what came in by a package."""
        desk = self._desks.get(conference_id)
        if desk is not None and desk.mirror.count == self._journal.count(conference_id):
            return
        mirror = Mirror(self._journal.entries(conference_id), depth=UNDO_DEPTH)
        if desk is None:
            self._desks[conference_id] = _Desk(mirror, self._conferences.plan(conference_id))
            keep_room(self._places()[0])
        else:
            desk.mirror = mirror

    def _heard(self, event: Event) -> None:
        if isinstance(event, JournalAppended) and event.conference_id in self._desks:
            self._desks[event.conference_id].mirror.take(event.entry)

    def history(self, conference_id: str, limit: int = 50) -> tuple[Entry, ...]:
        desk = self._desks.get(conference_id)
        if self._away is not None and desk is not None:
            return desk.mirror.newest(limit)
        try:
            return super().history(conference_id, limit)
        except StorageError as error:
            if desk is None:
                raise
            self._went(error)
            return desk.mirror.newest(limit)

    def _own(self, conference_id: str, choose: Choice) -> Entry | None:
        desk = self._desks.get(conference_id)
        if self._away is None or desk is None:
            try:
                return super()._own(conference_id, choose)
            except StorageError as error:
                if desk is None:
                    raise
                self._went(error)
        return choose(desk.mirror.newest(UNDO_DEPTH), self._journal.device)

    def _plan(self, conference_id: str) -> Plan:
        desk = self._desks.get(conference_id)
        if self._away is None or desk is None:
            try:
                plan = super()._plan(conference_id)
            except StorageError as error:
                if desk is None:
                    raise
                self._went(error)
                return desk.plan
            if desk is not None:
                desk.plan = plan
            return plan
        return desk.plan

    # -- writing

    def _append(
        self, conference_id: str, kind: str, changes: tuple[Change, ...], *, undoes: str = ""
    ) -> Entry:
        entry_id = uuid4().hex
        if self._away is None:
            try:
                with self._database.patience(_FIRST_MS):
                    return self._log.append(conference_id, kind, changes, undoes=undoes, entry_id=entry_id)
            except StorageError as error:
                if conference_id not in self._desks:
                    raise
                self._went(error)
        desk = self._desks[conference_id]
        last = desk.mirror.last
        entry = Entry(
            entry_id,
            (last.lamport if last else 0) + 1,
            self._journal.device,
            "",  # the journal writes who it was
            self._clock.now(),
            kind,
            changes,
            undoes,
        )
        desk.mirror.take(entry)
        desk.held.append(entry)
        self._rescue(conference_id)
        return entry

    def _stage(self, conference_id: str, stage: Stage) -> None:
        desk = self._desks.get(conference_id)
        if self._away is None or desk is None:
            try:
                with self._database.patience(_FIRST_MS):
                    super()._stage(conference_id, stage)
                return
            except StorageError as error:
                if desk is None:
                    raise
                self._went(error)
        desk.stage = stage
        self._rescue(conference_id)

    def save_draft(self, conference_id: str, draft: LiveDraft) -> datetime:
        """On return everything is on the disk: this draft, and before it all that was held."""
        desk = self._desks.get(conference_id)
        if desk is None:
            return super().save_draft(conference_id, draft)
        desk.draft = draft
        try:
            if self._away is not None:
                self._come_back()
            with self._database.patience(_FIRST_MS):
                at = super().save_draft(conference_id, draft)
                self._database.check_in_place()
        except StorageError as error:
            self._went(error)
            self._rescue(conference_id)
            raise
        desk.draft = None
        return at

    # -- away and back

    def _went(self, error: StorageError) -> None:
        held = sum(len(desk.held) for desk in self._desks.values())
        rescued = self._away is not None and self._away.rescued
        self._away = Away(reason_of(error), held, rescued)

    def _rescue(self, conference_id: str) -> None:
        """Put what is held into its file."""
        desk = self._desks[conference_id]
        now = self._clock.now()
        if desk.rescue is None:
            desk.rescue = SessionRescue(self._places, conference_id, now)
        begun = desk.held[0].at if desk.held else now
        rescued = desk.rescue.write(Rescue(begun, tuple(desk.held), desk.draft, desk.stage))
        held = sum(len(one.held) for one in self._desks.values())
        reason = self._away.reason if self._away is not None else Reason.OTHER
        self._away = Away(reason, held, rescued)

    def _come_back(self) -> None:
        """Write all that is held, in its order. StorageError where the disk is not back yet."""
        with self._database.lock:
            self._database.reopen()
            with self._database.patience(_AGAIN_MS):
                for conference_id, desk in self._desks.items():
                    self._write_held(conference_id, desk)
        self._away = None
        for desk in self._desks.values():
            if desk.rescue is not None:
                desk.rescue.clear()
                desk.rescue = None

    def _write_held(self, conference_id: str, desk: _Desk) -> None:
        written = [one for one in desk.mirror.newest(UNDO_DEPTH) if one not in desk.held][:1]
        if written and not self._journal.known([written[0].id]):
            raise StorageError(GONE)  # an older copy of the folder lies there now
        while desk.held:
            act = desk.held[0]
            self._log.append(
                conference_id, act.kind, act.changes, undoes=act.undoes, entry_id=act.id, at=act.at
            )
            del desk.held[0]
        if desk.stage is not None:
            super()._stage(conference_id, desk.stage)
            desk.stage = None
        if desk.draft is not None:
            super().save_draft(conference_id, desk.draft)
            desk.draft = None

    def close(self) -> None:
        """A last try before the program ends; what is not written stays in its rescue file."""
        if self._away is not None:
            try:
                self._come_back()
            except StorageError:
                for conference_id in self._desks:
                    self._rescue(conference_id)
        give_way(self._places()[0])

    # -- what an earlier run left

    def rescued(self, conference_id: str) -> Found | None:
        """What rescue files hold and the journal does not; None where there is nothing."""
        acts, words, times = 0, False, []
        mine = self._desks[conference_id].rescue if conference_id in self._desks else None
        if mine is not None:
            return None  # the disk is away now: the file is that of this run
        for path, rescue in found_rescues(self._places, conference_id):
            known = self._journal.known(act.id for act in rescue.acts)
            new = sum(act.id not in known for act in rescue.acts)
            half = rescue.draft is not None and self._words_left(conference_id, rescue.draft)
            if not new and not half:
                remove_rescue(path)
                continue
            acts, words = acts + new, words or half
            times.append(rescue.at)
        return Found(min(times), acts, words) if times else None

    def _words_left(self, conference_id: str, draft: LiveDraft) -> bool:
        """Half-typed words that are neither in the journal nor in the draft that the database holds."""
        records, here = self.records(conference_id), self.draft(conference_id) or LiveDraft()
        rows = ((draft.attendance, records.attendance), (draft.conclusions, records.conclusions))
        if any(typed not in (None, written) for typed, written in rows):
            return True
        item = draft.item
        texts = (item.text, *(text for one in item.rounds for text in (one.text, one.follow_up)))
        if not any(text.strip() for text in texts) or item == here.item:
            return bool(draft.quick_add.strip()) and draft.quick_add != here.quick_add
        return not any(opinion.id == item.new_id for opinion in records.opinions)

    def take_rescued(self, conference_id: str) -> tuple[LiveDraft, ...]:
        """Write the acts of all rescue files that fit what stands now; gives what was half typed."""
        drafts: list[LiveDraft] = []
        for path, rescue in tuple(found_rescues(self._places, conference_id)):
            self.records(conference_id)
            for act in rescue.acts:
                if self._journal.known([act.id]):
                    continue
                fit = fitting(act, self._desks[conference_id].mirror.state)
                if fit is not None:
                    self._log.append(
                        conference_id, fit.kind, fit.changes, undoes=fit.undoes, entry_id=fit.id, at=fit.at
                    )
            if rescue.stage is not None:
                self._stage(conference_id, rescue.stage)
            if rescue.draft is not None:
                drafts.append(rescue.draft)
            remove_rescue(path)
        return tuple(drafts)
