"""Copies worked on elsewhere come home: looked at first, then brought together (L11)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from dialogue_desktop.clock import Clock
from dialogue_desktop.codec import to_json
from dialogue_desktop.domain.journal import Change, Entry, State, fold
from dialogue_desktop.domain.merge_plan import with_parts
from dialogue_desktop.domain.merging import RESOLVE, Disagreement, Reading, read
from dialogue_desktop.errors import BadInput, NotFound
from dialogue_desktop.events import ConferenceListChanged, EventBus
from dialogue_desktop.plan_marks import with_mark
from dialogue_desktop.services.act_log import ActLog
from dialogue_desktop.services.exchange import Exchange, kept_settings
from dialogue_desktop.services.maintenance import Maintenance
from dialogue_desktop.services.merge_choices import changes_of, plan_parts
from dialogue_desktop.services.merge_items import (
    Copy,
    Decisions,
    ItemKind,
    Merged,
    MergeItem,
    MergeReport,
)
from dialogue_desktop.services.merge_memory import MergeMemory, MergeRun
from dialogue_desktop.services.merge_notes import local_items
from dialogue_desktop.services.merge_report import Names, as_one, counts, journal_items, renumbered
from dialogue_desktop.services.merge_union import United, canonical_value, unite, with_entries
from dialogue_desktop.services.planning import Planning
from dialogue_desktop.storage.conferences import Conferences
from dialogue_desktop.storage.database import Database
from dialogue_desktop.storage.journal import Journal
from dialogue_desktop.storage.merge_rows import write_union
from dialogue_desktop.storage.package_rows import ConferenceRows
from dialogue_desktop.storage.plan_line import PlanLine, line_setting

if TYPE_CHECKING:
    from dialogue_desktop.exchange.package import Package, PackageContents

BACKUP_REASON = "truoc-gop"
TAMPERED = (
    "Không nhập được “{name}”: nhật ký trong tệp không khớp với nhật ký trên máy này; "
    "dữ liệu đang có không thay đổi."
)
UNDECIDED = (
    "Hội nghị “{title}” đã có trên máy và có {count} chỗ hai bên ghi khác nhau; chưa nhập, dữ liệu không "
    "thay đổi. Hãy mở chương trình, vào Cài đặt, Nhập bản hội trường để xem và chọn."
)
NOT_HERE = "Mục này đã được chọn hoặc không còn. Nội dung đã ghi vẫn giữ nguyên. Hãy xem lại danh sách."
_LEAST = timedelta(microseconds=1)


class Merging:
    """`preview` keeps nothing; `merge` is one transaction with a backup before it; merging the same again
    changes nothing."""

    def __init__(
        self,
        database: Database,
        conferences: Conferences,
        journal: Journal,
        planning: Planning,
        exchange: Exchange,
        maintenance: Maintenance,
        memory: MergeMemory,
        log: ActLog,
        author: Callable[[], str],
        bus: EventBus,
        clock: Clock,
    ) -> None:
        self._database, self._conferences, self._journal = database, conferences, journal
        self._planning, self._exchange, self._maintenance = planning, exchange, maintenance
        self._memory, self._log, self._author = memory, log, author
        self._bus, self._clock = bus, clock

    # --- looking ----------------------------------------------------------------------------------

    def preview(self, path: Path) -> MergeReport:
        """What a file would bring. BadInput, NotFound with one sentence; nothing is kept."""
        contents = _read(path)
        if not self._conferences.exists(contents.package.conference.id):
            return self._whole(contents, path)
        with self._database.lock:
            mine = self._exchange.package(contents.package.conference.id)
        return self._report(mine, contents, self._united(mine, contents.package, path), path)

    def open_items(self, conference_id: str) -> tuple[MergeItem, ...]:
        """What is still to be looked at, wherever and whenever it was merged. NotFound."""
        reading, state = self._reading(conference_id)
        local = self._memory.items(conference_id)
        return (*journal_items(reading, state, self._names()), *_still_there(local, state))

    def runs(self, conference_id: str) -> tuple[MergeRun, ...]:
        """What was merged before, newest first."""
        return self._memory.runs(conference_id)

    # --- bringing together ------------------------------------------------------------------------

    def merge(self, path: Path, decisions: Decisions | None = None, *, settle: bool = True) -> Merged:
        """Bring a file's copy and what is here together, with what was decided; the rest holds as the report
        says and stays listed. A conference that is not here comes in whole.

        BadInput, NotFound, StorageError; then nothing is changed. `settle` False leaves equal numbers as
        they are.
        """
        chosen = decisions or {}
        contents = _read(path)
        theirs = contents.package
        if not self._conferences.exists(theirs.conference.id):
            report = self._whole(contents, path)
            self._exchange.store(theirs, contents.files)
            self._arrived(contents)
            return Merged(report)
        with self._database.lock:
            mine = self._exchange.package(theirs.conference.id)
            united = self._united(mine, theirs, path, settle=settle)
            report = self._report(mine, contents, united, path)
            backup = None
            if report.anything:
                backup = self._maintenance.backup(BACKUP_REASON)
            self._exchange.keep_files(theirs, contents.files)  # also what is missing here
            if backup is not None:
                self._write(mine, united, report, chosen, path, backup)
            else:
                self._planning.restore(theirs.conference.id)
            self._arrived(contents)
        if report.anything:
            self._planning.recount(theirs.conference.id)
        self._bus.publish(ConferenceListChanged())
        return Merged(report, backup, len(self.open_items(theirs.conference.id)))

    def bring_in(self, path: Path, *, notice: Callable[[str], None] | None = None) -> str:
        """Import a file without asking: the conference's id. What must be decided is refused with a sentence
        that says where; `notice` hears what was cleaned out and what was laid aside."""
        report = self.preview(path)
        undecided = [item for item in report.items if item.sides]
        if undecided:
            raise BadInput(UNDECIDED.format(title=report.title, count=len(undecided)))
        if report.anything:
            self.merge(path)
        else:
            self._planning.restore(report.conference_id)  # it may have been put away
            contents = _read(path)
            self._exchange.keep_files(contents.package, contents.files)
        for sentence in (*report.cleaned, *(_told(item) for item in report.notes)) if notice else ():
            notice(sentence)  # type: ignore[misc]
        return report.conference_id

    def decide(self, conference_id: str, decisions: Decisions) -> int:
        """Decide afterwards, as one act with one undo; how much is left to look at. NotFound."""
        with self._database.lock:
            reading, state = self._reading(conference_id)
            items = {item.key: item for item in self.open_items(conference_id)}
            if not decisions.keys() <= items.keys():
                raise NotFound(NOT_HERE)
            changes = changes_of(items.values(), decisions, reading, state)
            parts = plan_parts(items.values(), decisions)
            other = self._memory.other_plan(conference_id)
            if parts and other is not None:
                plan = self._planning.plan(conference_id)
                self._planning.save_plan(conference_id, with_parts(plan, other, parts))
            self._memory.look_at(conference_id, decisions)
        if changes:
            self._log.append(conference_id, RESOLVE, changes)
        return len(self.open_items(conference_id))

    # --- within -----------------------------------------------------------------------------------

    def _names(self) -> Names:
        return Names(self._journal.device, self._memory.machines())

    def _reading(self, conference_id: str) -> tuple[Reading, State]:
        with self._database.lock:
            self._conferences.info(conference_id)
            entries = self._journal.entries(conference_id)
        return read(entries, canonical_value), fold(entries)

    def _united(self, mine: Package, theirs: Package, path: Path, *, settle: bool = True) -> United:
        try:
            return unite(mine, theirs, settle=settle)
        except Disagreement as error:
            raise BadInput(TAMPERED.format(name=path.name)) from error

    def _whole(self, contents: PackageContents, path: Path) -> MergeReport:
        package = contents.package
        came = counts({}, fold(package.journal)).came
        return MergeReport(
            package.conference.id,
            package.conference.title,
            path.name,
            there=False,
            acts=len(package.journal),
            came=came,
            copy=_copy(package),
            cleaned=contents.notices,
        )

    def _report(self, mine: Package, contents: PackageContents, united: United, path: Path) -> MergeReport:
        theirs, names = contents.package, self._names_with(contents)
        before = fold(mine.journal)
        counted = counts(before, united.state)
        open_now = {
            (item.key, item.sides)
            for item in journal_items(read(mine.journal, canonical_value), before, names)
        }
        # What was open here before is not of this file; it stays in the list.
        fresh = [
            item
            for item in journal_items(united.reading, united.state, names)
            if (item.key, item.sides) not in open_now
        ]
        seen = self._memory.looked_at(mine.conference.id)
        beside = _beside(united.package) != _beside(mine)
        news = bool(united.entries) or beside or to_json(mine.plan) != to_json(theirs.plan)
        local = local_items(mine, theirs, united, names) if news or mine.draft != theirs.draft else ()
        local = tuple(item for item in local if (item.key, item.sentence, item.sides) not in seen)
        return MergeReport(
            mine.conference.id,
            mine.conference.title,
            path.name,
            there=True,
            acts=len(united.entries),
            came=counted.came,
            changed=counted.changed,
            gone=counted.gone,
            items=(*fresh, *(item for item in local if item.kind is not ItemKind.NOTE)),
            notes=tuple(item for item in local if item.kind is ItemKind.NOTE),
            numbers=renumbered(united),
            as_one=as_one(united),
            plan_came=united.plan_came,
            beside=beside,
            copy=_copy(theirs),
            cleaned=contents.notices,
        )

    def _names_with(self, contents: PackageContents) -> Names:
        travel, names = contents.package.travel, self._names()
        if travel is None or not travel.machine:
            return names
        return replace(names, known={**names.known, travel.device: travel.machine})

    def _write(
        self,
        mine: Package,
        united: United,
        report: MergeReport,
        decisions: Decisions,
        path: Path,
        backup: Path,
    ) -> None:
        package, more = united.package, united.entries
        chosen = {key: choice for key, choice in decisions.items() if key in {i.key for i in report.items}}
        changes = changes_of(report.items, chosen, united.reading, united.state)
        now = self._clock.now()
        if changes:
            decided = self._act(package.journal, changes, now)
            package, more = with_entries(package, (decided,)), (*more, decided)
        parts = plan_parts(report.items, chosen)
        if parts and united.other_plan is not None:
            plan = with_parts(package.plan, united.other_plan, parts)
            at = max(now, (package.conference.plan_at or now) + _LEAST)
            past = with_mark(package.conference.plan_past, plan)
            package = replace(
                package, plan=plan, conference=replace(package.conference, plan_at=at, plan_past=past)
            )
        left = [item for item in (*report.items, *report.notes) if item.key not in decisions]
        head = package.conference
        run = MergeRun(now, report.file, _whose(report), report.acts, backup.name)
        memory = self._memory.kept(
            head.id,
            run,
            [item for item in left if item.kind not in (ItemKind.FIELD, ItemKind.REMOVED)],
            united.other_plan,
            [item for item in (*report.items, *report.notes) if item.key in decisions],
        )
        line = line_setting(head.id, PlanLine(head.plan_at, head.plan_past))
        origin = kept_settings(head.id, package.origin)
        write_union(
            self._database,
            self._journal,
            ConferenceRows(
                id=head.id,
                title=head.title,
                stage=head.stage,
                plan=package.plan,
                plan_step=head.plan_step,
                created_at=head.created_at or now,
                updated_at=head.updated_at or now,
                entries=package.journal,
                contacts=package.contacts,
                snapshots=[(version.number, version.body) for version in package.versions],
                kept=package.checklist,
                proofs=package.proofs,
                settings={**dict([line]), **origin, **memory},
            ),
        )

    def _act(self, entries: Sequence[Entry], changes: tuple[Change, ...], now: datetime) -> Entry:
        last = max((entry.lamport for entry in entries), default=0)
        device, author = self._journal.device, self._author()
        return Entry(uuid4().hex, last + 1, device, author, now, RESOLVE, changes)

    def _arrived(self, contents: PackageContents) -> None:
        """Whose copy came: the machine's name, and that one which was out is back."""
        travel = contents.package.travel
        if travel is not None:
            self._memory.arrived(contents.package.conference.id, travel, self._clock.now())


def _read(path: Path) -> PackageContents:
    from dialogue_desktop.exchange.package_read import read_contents

    return read_contents(path)


def _beside(package: Package) -> tuple[object, ...]:
    """What lies beside the journal, but for plan and draft."""
    return (package.contacts, package.checklist, package.proofs, package.origin, package.conference.stage)


def _copy(package: Package) -> Copy | None:
    travel = package.travel
    return Copy(travel.id, travel.out_at, travel.by, travel.machine, travel.answers) if travel else None


def _whose(report: MergeReport) -> str:
    copy = report.copy
    return ", ".join(part for part in (copy.by, copy.machine) if part) if copy is not None else ""


def _told(item: MergeItem) -> str:
    said = " ".join(item.sentence.split())
    return f"{item.title}. {item.about}: {said}"


def _still_there(items: Sequence[MergeItem], state: State) -> tuple[MergeItem, ...]:
    """Two records of which one is gone need no choice any more."""
    alive = {record_id for (_, record_id), fields in state.items() if fields.get("alive") is True}
    return tuple(
        item
        for item in items
        if item.kind is not ItemKind.DOUBLE or all(side.record_id in alive for side in item.sides)
    )
