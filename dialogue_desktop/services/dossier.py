"""The dossier of a conference: what it holds, written to a folder or a zip, opened again and checked (F5)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from dialogue_desktop.clock import Clock
from dialogue_desktop.domain.dossier import (
    CHECK_PAGE,
    INDEX_NAME,
    PACKAGE_NAME,
    WORKBOOK_NAME,
    DossierCheck,
    DossierLine,
    DossierSummary,
    FileSum,
    lines_of,
    summed,
)
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.domain.wall_time import on_wall
from dialogue_desktop.errors import NotFound
from dialogue_desktop.services.after_papers import AfterSource
from dialogue_desktop.services.contacts import ContactBook
from dialogue_desktop.services.document_kinds import KINDS
from dialogue_desktop.services.documents import Documents
from dialogue_desktop.services.exchange import Exchange
from dialogue_desktop.services.kept_files import ever_stored, listed, stored_files
from dialogue_desktop.services.planning import Planning
from dialogue_desktop.services.reporting import Reporting
from dialogue_desktop.services.settings import Settings
from dialogue_desktop.storage.file_store import FileStore

if TYPE_CHECKING:
    from dialogue_desktop.documents.tree import Document
    from dialogue_desktop.exchange.dossier_out import Entry
    from dialogue_desktop.exchange.package import Package

_WRITTEN = "dossier.written"
_STEMS = {kind.name: kind.stem for kind in KINDS}
#: Index, workbook, package and lists are never more than this.
_BESIDE = 20 * 2**20

GONE = "Không tìm thấy “{name}”. Không có gì thay đổi. Hãy xem lại tên thư mục hoặc tệp hồ sơ."


@dataclass(frozen=True, slots=True)
class WrittenList:
    """The list of sums of a dossier that this machine wrote."""

    sha256: str
    conference: str
    at: datetime


@dataclass(frozen=True, slots=True)
class DossierSource:
    """All that a dossier is made from, as it was at one moment."""

    conference_id: str
    paper: AfterSource
    lines: tuple[DossierLine, ...]
    package: Package
    workbook: bytes
    contacts: int


@dataclass(frozen=True, slots=True)
class DossierWritten:
    """Where it is, how many files it has, and a sentence for each that it had to go without."""

    path: Path
    files: int
    list_sum: str
    notes: tuple[str, ...] = ()


class Dossier:
    """`summary`, `read` and `remember` on the database's thread; `write` and `look` on any other."""

    def __init__(
        self,
        planning: Planning,
        documents: Documents,
        reporting: Reporting,
        exchange: Exchange,
        settings: Settings,
        contacts: ContactBook,
        files: FileStore,
        clock: Clock,
    ) -> None:
        self._planning, self._documents, self._reporting = planning, documents, reporting
        self._exchange, self._settings, self._files, self._clock = exchange, settings, files, clock
        self._contacts = contacts

    # --- on the database's thread

    def summary(self, conference_id: str) -> DossierSummary:
        """What a dossier would hold now; nothing is read but the names. NotFound."""
        records = self._planning.view(conference_id).records
        gone = {one.sha256 for one in stored_files(records) if not self._files.path(one.sha256).is_file()}
        drafts = sum(one.issued_at is None for one in records.papers)
        contacts = len(self._contacts.all(conference_id))
        return summed(lines_of(records, _STEMS, gone), drafts, contacts)

    def file_name(self, conference_id: str) -> str:
        """ "Ho-so-doi-thoai-thon-dong-van-2026": for the folder or the zip. NotFound."""
        words = fold(self._planning.view(conference_id).title)
        plain = "".join(c if c.isascii() and c.isalnum() else " " for c in words).split()
        return f"Ho-so-{'-'.join(plain)[:60].strip('-') or conference_id}"

    def read(self, conference_id: str) -> DossierSource:
        """BadInput, with one sentence, where nothing was issued yet; NotFound."""
        paper = self._documents.after.read("dossier", conference_id)
        records = self._planning.view(conference_id).records
        lost = {one.sha256 for one in stored_files(records) if self._files.whole_size(one.sha256) is None}
        package = self._exchange.package(conference_id)
        return DossierSource(
            conference_id,
            paper,
            lines_of(records, _STEMS, lost),
            package,
            self._reporting.summary(conference_id),
            _reachable(package),
        )

    def remember(self, source: DossierSource, written: DossierWritten) -> None:
        """Its list is known here from now on, so that another list in its place is noticed."""
        known = self._settings.read(_WRITTEN, tuple[WrittenList, ...], ())
        one = WrittenList(written.list_sum, source.conference_id, self._clock.now())
        self._settings.set(_WRITTEN, (*(old for old in known if old.sha256 != one.sha256), one))

    def recognised(self, found: DossierCheck, list_sum: str) -> DossierCheck:
        """With the day on which this machine wrote that list."""
        for one in self._settings.read(_WRITTEN, tuple[WrittenList, ...], ()):
            if one.sha256 == list_sum:
                return replace(found, known_on=on_wall(one.at).date())
        return found

    def check(self, path: Path) -> DossierCheck:
        """Everything in one: what `look` finds, with what is known here. BadInput, NotFound."""
        found, list_sum = self.look(path)
        return self.recognised(found, list_sum)

    # --- on any thread

    @staticmethod
    def look(path: Path) -> tuple[DossierCheck, str]:
        """Every file of a dossier against its list, and the SHA-256 of the list. BadInput, NotFound."""
        from dialogue_desktop.exchange import dossier_check

        if not path.exists():
            raise NotFound(GONE.format(name=path.name))
        looked = dossier_check.check(path)
        return looked.check, looked.list_sum

    def write(
        self, source: DossierSource, target: Path, *, as_zip: bool, contacts: bool = False
    ) -> DossierWritten:
        """Write it. `contacts`: with telephones and house addresses in the package. BadInput where the place
        cannot be used; then nothing is left half done and what was there still is. StorageError."""
        from dialogue_desktop.exchange import dossier_out

        package = _leaving(source.package, contacts)
        kept = {one.sha256: one for one in ever_stored(package.records, package.journal)}
        size = 2 * sum(one.size for one in kept.values()) + _BESIDE
        names = [one.name for line in source.lines for one in line.files]
        dossier_out.look_before(target, (*names, CHECK_PAGE, PACKAGE_NAME), size, as_zip=as_zip)
        count = 0

        def ending(sums: tuple[FileSum, ...]) -> tuple[Entry, ...]:
            nonlocal count
            count = len(sums) + 2  # with this page, and the list
            return ((CHECK_PAGE, lambda: self._pdf(self._checks(source, sums))),)

        with dossier_out.room_beside(target) as beside:
            entries = self._entries(source, package, beside, contacts)
            list_sum = dossier_out.write(target, entries, ending, as_zip=as_zip)
        lost = [one.file.name for line in source.lines for one in line.files if one.lost]
        notes = (LOST.format(what=listed(list(dict.fromkeys(lost)))),) if lost else ()
        return DossierWritten(target, count, list_sum, notes)

    # --- parts

    def _entries(
        self, source: DossierSource, package: Package, beside: Path, contacts: bool
    ) -> Iterator[Entry]:
        index = self._index(source, contacts)
        engine = self._documents.engine()
        yield f"{INDEX_NAME}.pdf", lambda: self._pdf(index)
        yield f"{INDEX_NAME}.docx", lambda: engine.docx(index).data
        for line in source.lines:
            for one in line.files:
                if not one.lost:
                    yield one.name, lambda file=one.file: self._files.read(file)  # type: ignore[misc]
        yield WORKBOOK_NAME, lambda: source.workbook
        yield PACKAGE_NAME, lambda: self._packed(package, beside)

    def _packed(self, package: Package, beside: Path) -> Path:
        """The package with all files in it, too much for memory: a file that goes away with its folder."""
        path = beside / Path(PACKAGE_NAME).name
        self._exchange.write(package, path)
        return path

    def _index(self, source: DossierSource, contacts: bool) -> Document:
        from dialogue_desktop.documents import doc_dossier

        paper = self._documents.after.paper(source.paper)
        phrases = paper.phrases
        enclosed = [phrases("with_data")]
        if source.contacts:
            key = "with_contacts" if contacts else "without_contacts"
            enclosed.append(phrases(key, count=source.contacts))
        return doc_dossier.index(paper, source.lines, enclosed)

    def _checks(self, source: DossierSource, sums: tuple[FileSum, ...]) -> Document:
        from dialogue_desktop.documents import doc_dossier

        return doc_dossier.checks(self._documents.after.paper(source.paper), sums)

    def _pdf(self, document: Document) -> bytes:
        return self._documents.engine().pdf(document).data


LOST = (
    "Hồ sơ thiếu {what} vì trong thư mục dữ liệu không còn hoặc tệp đã bị thay đổi; mục lục ghi rõ. "
    "Các tệp khác đã đủ. Hãy khôi phục tệp từ bản sao lưu rồi lập lại hồ sơ."
)


def _reachable(package: Package) -> int:
    """How many people's telephone or house address it has."""
    return sum(bool(one.phone or one.house_address) for one in package.contacts)


def _leaving(package: Package, contacts: bool) -> Package:
    """The snapshot that may leave the office: what was half typed stays at home, telephones and house
    addresses too unless they are wanted."""
    return replace(package, draft=None, contacts=package.contacts if contacts else ())
