"""End of the session: what is missing, and the frozen versions of the minutes (M3)."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, fields, replace
from typing import Any

from dialogue_desktop.clock import Clock
from dialogue_desktop.codec import CodecError, from_json, to_json
from dialogue_desktop.domain.closing import ClosingCheck, check
from dialogue_desktop.domain.closing_around import Around, UsedNumber
from dialogue_desktop.domain.commitments import after_correction
from dialogue_desktop.domain.conference import ConferenceView, Stage
from dialogue_desktop.domain.corrections import correction_words
from dialogue_desktop.domain.journal import Change
from dialogue_desktop.domain.live import LiveDraft
from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.records import RecordKind, Records, Version
from dialogue_desktop.domain.version_changes import Minutes, VersionChange, version_changes
from dialogue_desktop.errors import BadInput, DamagedDatabase
from dialogue_desktop.events import ConferenceListChanged, EventBus, JournalAppended
from dialogue_desktop.services.acts import changed, created
from dialogue_desktop.services.concluding import Concluding
from dialogue_desktop.services.deadlines import Deadlines
from dialogue_desktop.services.planning import Planning
from dialogue_desktop.storage import failures
from dialogue_desktop.storage.conferences import Conferences
from dialogue_desktop.storage.database import Database
from dialogue_desktop.storage.journal import Journal
from dialogue_desktop.storage.side_tables import Drafts, Snapshots

NOT_ENDED = (
    "Phiên đối thoại chưa ghi giờ kết thúc nên chưa chốt được biên bản. "
    "Nội dung đã ghi vẫn giữ nguyên. Hãy bấm Kết thúc phiên rồi chốt lại."
)
NO_REASON = "Biên bản đã chốt một lần. Hãy ghi lý do đính chính rồi chốt lại; bản trước vẫn được giữ."


#: Lists of the records that no minutes are made from.
_NO_PART: dict[str, Any] = dict.fromkeys(
    ("versions", "apart", "papers", "commitments", "steps", "reviews"), ()
)


@dataclass(frozen=True, slots=True)
class FrozenMinutes:
    """What a version holds."""

    plan: Plan
    records: Records


def frozen_minutes(view: ConferenceView) -> FrozenMinutes:
    """What the minutes are built from; earlier versions, pairs kept apart in sorting and all that follows the
    session are no part of it."""
    return FrozenMinutes(view.plan, replace(view.records, **_NO_PART))


class Closing:
    """Check, freeze, and give back what was frozen."""

    def __init__(
        self,
        database: Database,
        conferences: Conferences,
        journal: Journal,
        planning: Planning,
        deadlines: Deadlines,
        concluding: Concluding,
        bus: EventBus,
        clock: Clock,
    ) -> None:
        self._database = database
        self._deadlines, self._concluding = deadlines, concluding
        self._drafts = Drafts(database)
        self._conferences = conferences
        self._journal = journal
        self._planning = planning
        self._snapshots = Snapshots(database)
        self._bus = bus
        self._clock = clock

    def check(self, conference_id: str) -> ClosingCheck:
        """What is missing, also in what is half typed and against the minutes of other conferences."""
        view = self._planning.view(conference_id)
        return check(view, self._around(view))

    def _around(self, view: ConferenceView) -> Around:
        numbers = []
        for info in self._conferences.list():
            # A number counts as used once minutes with it were frozen; a plan may still change its own.
            if info.id != view.id and info.stage is Stage.FOLLOW_UP:
                plan = self._conferences.plan(info.id)
                if plan.minutes_number:
                    numbers.append(
                        UsedNumber(plan.minutes_number, plan.minutes_symbol, plan.year, info.title)
                    )
        calendar = self._deadlines.calendar()
        return Around(
            self._draft(view.id),
            tuple(numbers),
            lambda day: calendar.reason_off(day) or "",
            self._concluding.drafting(view.plan),
        )

    def _draft(self, conference_id: str) -> LiveDraft | None:
        body = self._drafts.load(conference_id)
        try:
            return from_json(body, LiveDraft) if body is not None else None
        except CodecError:
            return None

    def freeze(self, conference_id: str, *, reason: str = "") -> Version:
        """Freeze the present state as the next version, and write down what it promises (F1). Freezing an
        unchanged state again gives the version that is there; a second version needs a reason (BadInput)."""
        view = self._planning.view(conference_id)
        if view.records.session.ended_at is None:
            raise BadInput(NOT_ENDED)
        versions = view.records.versions
        if versions and not self._changed(view):
            return versions[-1]
        if versions and not reason.strip():
            raise BadInput(NO_REASON)
        body = to_json(frozen_minutes(view)).decode()
        digest = hashlib.sha256(body.encode()).hexdigest()
        number = max((version.number for version in versions), default=0) + 1
        # Two laptops may each freeze: what they froze makes the ids two.
        version_id = f"v{number}-{digest[:12]}"
        version = Version(version_id, number, self._clock.now(), digest, reason.strip())
        before = self.frozen(conference_id)
        promises = self._promises(before.records if before is not None else None, view.records)
        # The snapshot goes first: a version in the journal always has its body.
        self._snapshots.add(conference_id, number, body)
        with self._database.lock:
            entry = self._journal.append(
                conference_id, "closing.freeze", (*created(RecordKind.VERSION, version), *promises)
            )
        self._conferences.set_stage(conference_id, Stage.FOLLOW_UP, self._clock.now())
        self._bus.publish(JournalAppended(conference_id, entry, entry.at))
        self._bus.publish(ConferenceListChanged())
        return version

    def _promises(self, before: Records | None, now: Records) -> tuple[Change, ...]:
        """What has to be written of the promises, so that the minutes and what is followed are the same."""
        stored = {one.id: one for one in now.commitments}
        changes: list[Change] = []
        for one in after_correction(before, now):
            kept = stored.get(one.id)
            if kept is None:
                changes += created(RecordKind.COMMITMENT, one)
            else:
                wanted = {f.name: getattr(one, f.name) for f in fields(one) if f.name != "id"}
                changes += changed(RecordKind.COMMITMENT, kept, **wanted)
        return tuple(changes)

    def frozen(self, conference_id: str, number: int | None = None) -> ConferenceView | None:
        """The conference as version `number` (the newest without one) froze it; None before the first.

        DamagedDatabase where the kept body no longer has the hash that was noted.
        """
        view = self._planning.view(conference_id)
        versions = view.records.versions
        wanted = versions[-1] if versions and number is None else None
        if number is not None:
            wanted = next((v for v in versions if v.number == number), None)
        if wanted is None:
            return None
        body = self._snapshots.bodies(conference_id).get(wanted.sha256)
        if body is None:
            raise DamagedDatabase(failures.DAMAGED)
        frozen = from_json(body, FrozenMinutes)
        kept = tuple(v for v in versions if v.number <= wanted.number)
        before = self._body(view, kept[-2]) if len(kept) > 1 else None
        changes = version_changes(_minutes(before), _minutes(frozen)) if before is not None else ()
        records = replace(frozen.records, versions=kept)
        return ConferenceView(
            view.id, view.title, view.stage, frozen.plan, records, correction_words(changes)
        )

    def changed_since_freeze(self, conference_id: str) -> bool:
        """Whether something was put right after the newest version; False before the first."""
        view = self._planning.view(conference_id)
        return bool(view.records.versions) and self._changed(view)

    def corrections(self, conference_id: str) -> tuple[VersionChange, ...]:
        """What the next version would put right against the newest; nothing before the first."""
        view = self._planning.view(conference_id)
        frozen = self._body(view, view.records.versions[-1]) if view.records.versions else None
        return version_changes(_minutes(frozen), _minutes(frozen_minutes(view))) if frozen else ()

    def changes(self, conference_id: str, number: int) -> tuple[VersionChange, ...]:
        """What version `number` put right against the one before it; nothing for the first.

        DamagedDatabase where one of the two no longer has its hash.
        """
        view = self._planning.view(conference_id)
        at = next((k for k, version in enumerate(view.records.versions) if version.number == number), 0)
        if at == 0:
            return ()
        before, after = (self._body(view, view.records.versions[k]) for k in (at - 1, at))
        if before is None or after is None:
            raise DamagedDatabase(failures.DAMAGED)
        return version_changes(_minutes(before), _minutes(after))

    def _body(self, view: ConferenceView, version: Version) -> FrozenMinutes | None:
        body = self._snapshots.bodies(view.id).get(version.sha256)
        return from_json(body, FrozenMinutes) if body is not None else None

    def _changed(self, view: ConferenceView) -> bool:
        """Only what the minutes show counts: a tick of the office or a preparation makes no second version.
        Values are compared, not texts: what an older program froze lacks the fields that came later."""
        frozen = self._body(view, view.records.versions[-1])
        return frozen is None or bool(version_changes(_minutes(frozen), _minutes(frozen_minutes(view))))


def _minutes(frozen: FrozenMinutes) -> Minutes:
    return Minutes(frozen.plan, frozen.records)
