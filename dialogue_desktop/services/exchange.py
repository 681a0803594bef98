"""Conference packages in and out of the data folder, and old plans read (G5, P13)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from dialogue_desktop.clock import Clock
from dialogue_desktop.codec import from_json, to_json
from dialogue_desktop.domain.live import LiveDraft
from dialogue_desktop.errors import BadInput
from dialogue_desktop.events import ConferenceListChanged, EventBus
from dialogue_desktop.plan_marks import with_mark
from dialogue_desktop.services import kept_files
from dialogue_desktop.services.checklist import Checklist
from dialogue_desktop.services.kept_files import Written, packaged
from dialogue_desktop.services.plan_import import KeptDoubt, Origin, kept_origin, origin_setting
from dialogue_desktop.services.planning import Planning
from dialogue_desktop.services.settings import Settings
from dialogue_desktop.storage.conferences import Conferences
from dialogue_desktop.storage.database import Database
from dialogue_desktop.storage.file_store import FileStore
from dialogue_desktop.storage.journal import Journal
from dialogue_desktop.storage.package_rows import ConferenceRows, take_in
from dialogue_desktop.storage.plan_line import PlanLine, PlanLines, line_setting
from dialogue_desktop.storage.proof_rows import ProofRows
from dialogue_desktop.storage.side_tables import Contacts, Drafts, Snapshots

if TYPE_CHECKING:
    from dialogue_desktop.exchange.package import Package, PlanOrigin

DIFFERENT = (
    "Hội nghị “{title}” (mã {id}) đã có trong dữ liệu nhưng nội dung khác với gói này; "
    "gói chưa được nhập, dữ liệu không thay đổi."
)
NO_SAMPLE = "Bản cài đặt thiếu hội nghị mẫu; hãy cài lại chương trình, dữ liệu không thay đổi."


class Exchange:
    """Reads and writes files that leave the office or come from outside."""

    def __init__(
        self,
        database: Database,
        conferences: Conferences,
        journal: Journal,
        planning: Planning,
        checklist: Checklist,
        settings: Settings,
        files: FileStore,
        resources: Path,
        bus: EventBus,
        clock: Clock,
    ) -> None:
        self._database = database
        self._conferences = conferences
        self._journal = journal
        self._planning = planning
        self._contacts = Contacts(database)
        self._drafts = Drafts(database)
        self._checklist = checklist
        self._settings = settings
        self._files = files
        self._proofs = ProofRows(database)
        self._lines = PlanLines(database)
        self._snapshots = Snapshots(database)
        self._samples = resources / "samples"
        self._bus = bus
        self._clock = clock

    def import_package(self, path: Path, *, notice: Callable[[str], None] | None = None) -> str:
        """Take a package in and give the conference's id. The same content again changes nothing.

        `notice` is told in Vietnamese what was cleaned out of the texts. BadInput, NotFound, StorageError.
        """
        from dialogue_desktop.exchange.package_read import read_contents

        contents = read_contents(path)
        for sentence in contents.notices if notice is not None else ():
            notice(sentence)  # type: ignore[misc]
        return self.store(contents.package, contents.files)

    def sample(self) -> str:
        """The id of the sample conference, taken in when it is not there yet. A sample that was changed
        by trying things out stays as it is."""
        path = next(iter(sorted(self._samples.glob("*.json"))), None)
        if path is None:
            raise BadInput(NO_SAMPLE)
        from dialogue_desktop.exchange.package_read import read_package

        package = read_package(path)
        if self._conferences.exists(package.conference.id):
            self._planning.restore(package.conference.id)
            return package.conference.id
        return self.store(package)

    def package(self, conference_id: str) -> Package:
        """Everything that is known of a conference. NotFound."""
        from dialogue_desktop.exchange.package import FrozenVersion, Package, PackageHead

        with self._database.lock:
            view = self._planning.view(conference_id)
            created_at, updated_at = self._conferences.times(conference_id)
            draft = self._drafts.load(conference_id)
            line = self._lines.line(conference_id)
            bodies = self._snapshots.bodies(conference_id)
            entries = self._journal.entries(conference_id)
            return Package(
                conference=PackageHead(
                    view.id,
                    view.title,
                    view.stage,
                    created_at,
                    updated_at,
                    self._planning.step(conference_id),
                    line.at or created_at,
                    with_mark(line.past, view.plan),
                ),
                plan=view.plan,
                records=view.records,
                journal=entries,
                contacts=self._contacts.all(conference_id),
                versions=tuple(
                    FrozenVersion(version.number, bodies[version.sha256])
                    for version in view.records.versions
                    if version.sha256 in bodies
                ),
                checklist=self._checklist.kept(conference_id),
                proofs=self._proofs.all(conference_id),
                origin=_packaged(kept_origin(self._settings, conference_id)),
                draft=from_json(draft, LiveDraft) if draft is not None else None,
                documents=packaged(view.records, entries),
            )

    def export_package(
        self,
        conference_id: str,
        path: Path,
        *,
        as_zip: bool,
        notice: Callable[[str], None] | None = None,
    ) -> None:
        """Write a conference's package. NotFound; BadInput where the place cannot be written, or where JSON
        has no room for its files. `notice` is told which files it had to go without."""
        package = self.package(conference_id)
        written = self.write(package, path, as_zip=as_zip)
        for sentence in written.notes if notice is not None else ():
            notice(sentence)  # type: ignore[misc]
        self.remember_plan(package)

    def refuse_json(self, conference_id: str) -> None:
        """BadInput where the conference has files that a JSON package would lose. NotFound."""
        from dialogue_desktop.exchange.package_write import refuse_json

        refuse_json(kept_files.holding(self.package(conference_id), self._files).package)

    def write(self, package: Package, path: Path, *, as_zip: bool = True) -> Written:
        """Write a package with the files that it names, one at a time in memory. What is lost is told in the
        notes, the rest goes out all the same. BadInput."""
        from dialogue_desktop.exchange.package_write import write_package

        written = kept_files.holding(package, self._files)
        files = kept_files.StoreFiles(written.package, self._files)
        write_package(written.package, path, as_zip=as_zip, files=files)
        return written

    def keep_files(self, package: Package, files: Mapping[str, bytes]) -> None:
        """Keep the files of a package that came in, before its records name them. StorageError, BadInput."""
        kept_files.take_in(package, files, self._files)

    def remember_plan(self, package: Package) -> None:
        """The plan goes out as it is: where it comes back changed, it is known to come from here (L11)."""
        self._lines.remember(package.conference.id, package.conference.plan_past)

    def store(self, package: Package, files: Mapping[str, bytes] | None = None) -> str:
        """Take in what was read, `files` by their names in it; its id. The same content again changes
        nothing, other content of the same conference is BadInput: bringing that together is
        `services.merging`."""
        head, origin = package.conference, package.origin
        if self._conferences.exists(head.id):
            here = replace(self.package(head.id), documents=())
            if to_json(here) != to_json(replace(package, travel=None, documents=())):
                title = self._conferences.info(head.id).title
                raise BadInput(DIFFERENT.format(title=title, id=head.id))
            self._planning.restore(head.id)  # it may have been put away
            self.keep_files(package, files or {})  # one of them may be missing here
            return head.id
        self.keep_files(package, files or {})
        line = line_setting(head.id, PlanLine(head.plan_at, head.plan_past))
        take_in(
            self._database,
            self._journal,
            ConferenceRows(
                id=head.id,
                title=head.title,
                stage=head.stage,
                plan=package.plan,
                plan_step=head.plan_step,
                created_at=_known(head.created_at),
                updated_at=_known(head.updated_at),
                entries=package.journal,
                contacts=package.contacts,
                snapshots=[(version.number, version.body) for version in package.versions],
                draft=to_json(package.draft).decode() if package.draft is not None else None,
                kept=package.checklist,
                proofs=package.proofs,
                settings={**dict([line]), **kept_settings(head.id, origin)},
            ),
        )
        self._planning.recount(head.id)
        self._bus.publish(ConferenceListChanged())
        return head.id


def _known(at: datetime | None) -> datetime:
    assert at is not None  # the reading fills in what a hand-made package leaves out
    return at


def _packaged(origin: Origin | None) -> PlanOrigin | None:
    from dialogue_desktop.exchange.package import OldDoubt, PlanOrigin

    if origin is None:
        return None
    return PlanOrigin(
        origin.year, tuple(OldDoubt(one.text, one.reason, one.step, one.seen) for one in origin.doubts)
    )


def kept_settings(conference_id: str, origin: PlanOrigin | None) -> dict[str, str]:
    """The setting that keeps it, as key and JSON."""
    if origin is None:
        return {}
    doubts = tuple(
        KeptDoubt(number, one.text, one.reason, one.step, one.seen)
        for number, one in enumerate(origin.doubts)
    )
    key, value = origin_setting(conference_id, Origin(origin.year, doubts))
    return {key: to_json(value).decode()}
