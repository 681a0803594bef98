"""Issued documents and evidence of a conference on their way into a package and out of one (F5, L11)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from dialogue_desktop.codec import CodecError, convert
from dialogue_desktop.domain.after_records import StoredFile
from dialogue_desktop.domain.journal import Entry
from dialogue_desktop.domain.records import RecordKind, Records
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.errors import BadInput
from dialogue_desktop.storage.file_store import FileStore

if TYPE_CHECKING:
    from dialogue_desktop.exchange.package import Package, PackagedDocument

_LONGEST_NAME = 60
#: Names that a sentence lists before it counts the rest.
_NAMED = 3
_HEX, _DIGITS = 64, frozenset("0123456789abcdef")

GONE = (
    "Gói ghi ra thiếu {what} vì trong thư mục dữ liệu không còn hoặc tệp đã bị thay đổi. "
    "Mọi nội dung khác của hội nghị đã ghi đủ. Hãy khôi phục tệp từ bản sao lưu rồi ghi lại."
)
NO_ROOM = (
    "Gói ghi ra không chứa hết {what} vì các tệp của hội nghị cộng lại quá lớn. Mọi nội dung khác đã ghi đủ, "
    "tệp vẫn còn trong thư mục dữ liệu. Hãy chép riêng các tệp này."
)
BROKEN = (
    "Không nhập được gói: đọc lại tệp “{name}” trong gói không giống lần đầu, USB có thể hỏng. "
    "Hội nghị trên máy không thay đổi. Hãy chép gói lại rồi nhập."
)


def stored_files(records: Records) -> tuple[StoredFile, ...]:
    """Every file that papers and promises of these records name, each hash once."""
    found: dict[str, StoredFile] = {}
    of_papers = (file for paper in records.papers for file in paper.files)
    for file in (*of_papers, *(file for step in records.steps for file in step.files)):
        found.setdefault(file.sha256, file)
    return tuple(found.values())


def ever_stored(records: Records, entries: Iterable[Entry]) -> tuple[StoredFile, ...]:
    """The same and every file that an act named: what was taken back, or stands against another laptop's, can
    be chosen again anywhere, and then its bytes must be there."""
    found = {file.sha256: file for file in stored_files(records)}
    for entry in entries:
        for change in entry.changes:
            if change.field == "files" and change.record in (RecordKind.PAPER, RecordKind.STEP):
                for file in _files_of(change.new):
                    if len(file.sha256) == _HEX and set(file.sha256) <= _DIGITS:
                        found.setdefault(file.sha256, file)
    return tuple(found.values())


def _files_of(value: object) -> tuple[StoredFile, ...]:
    try:
        return convert(value, tuple[StoredFile, ...]) if value else ()
    except CodecError:
        return ()


def packaged(records: Records, entries: Iterable[Entry] = ()) -> tuple[PackagedDocument, ...]:
    """The list of them that stands in a package, in the order of their names there."""
    from dialogue_desktop.exchange.package import PackagedDocument

    about = {file.sha256: paper for paper in records.papers for file in paper.files}
    made = []
    for file in ever_stored(records, entries):
        paper = about.get(file.sha256)
        number = f"{paper.number}/{paper.symbol}" if paper is not None and paper.number else ""
        kind, title = (paper.kind, paper.title) if paper is not None else ("", "")
        made.append(PackagedDocument(_inside(file), file.sha256, kind, number, title))
    return tuple(sorted(made, key=lambda one: one.file))


# --- out ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Written:
    """A package as it went out, and a sentence for each thing that it could not hold."""

    package: Package
    notes: tuple[str, ...] = ()


def holding(package: Package, store: FileStore) -> Written:
    """The package marked with which of its files are not there whole, or find no room in it: a photograph
    that is lost must not keep a conference at home."""
    from dialogue_desktop.exchange.package_zip import MAX_ENTRIES, MAX_UNPACKED_BYTES

    names = {one.sha256: one.name for one in ever_stored(package.records, package.journal)}
    sizes = {one.sha256: store.whole_size(one.sha256) for one in package.documents}
    gone = [one for one in package.documents if sizes[one.sha256] is None]
    there = [one for one in package.documents if sizes[one.sha256] is not None]
    # The smallest first: papers are small, and a film is what was too much.
    there.sort(key=lambda one: (sizes[one.sha256] or 0, one.file))
    left, too_much = MAX_UNPACKED_BYTES - _FOR_JSON, []
    for index, one in enumerate(there, start=2):
        left -= sizes[one.sha256] or 0
        if left < 0 or index > MAX_ENTRIES:
            too_much.append(one)
    out = {one.sha256 for one in (*gone, *too_much)}
    documents = tuple(replace(one, absent=one.sha256 in out) for one in package.documents)
    notes = [
        sentence.format(what=listed([names.get(one.sha256, one.file) for one in some]))
        for sentence, some in ((GONE, gone), (NO_ROOM, too_much))
        if some
    ]
    return Written(replace(package, documents=documents), tuple(notes))


_FOR_JSON = 64 * 1024**2


def listed(names: list[str]) -> str:
    """ "3 tệp (“a.jpg”, “b.pdf”, “c.pdf”)", the first few by name."""
    shown = ", ".join(f"“{name}”" for name in names[:_NAMED])
    more = f" và {len(names) - _NAMED} tệp khác" if len(names) > _NAMED else ""
    return f"{len(names)} tệp ({shown}{more})"


class StoreFiles(Mapping[str, bytes]):
    """The bytes of the files that a package holds, by their names in it, each read and checked when asked
    for. StorageError where one is missing or was changed meanwhile."""

    def __init__(self, package: Package, store: FileStore) -> None:
        self._store = store
        self._named = {
            one.file: StoredFile(one.sha256, PurePath(one.file).name)
            for one in package.documents
            if not one.absent
        }

    def __getitem__(self, name: str) -> bytes:
        return self._store.read(self._named[name])

    def __iter__(self) -> Iterator[str]:
        return iter(self._named)

    def __len__(self) -> int:
        return len(self._named)


# --- in -----------------------------------------------------------------------------------------------


def take_in(package: Package, files: Mapping[str, bytes], store: FileStore) -> None:
    """Keep the files of a package that was read and checked; again changes nothing. StorageError, BadInput
    where the stick gives other bytes than when it was checked."""
    from dialogue_desktop.exchange.package import PackageFault

    for one in package.documents:
        if one.absent or one.file not in files:
            continue
        name = PurePath(one.file).name
        try:
            kept = store.keep(files[one.file], name)
        except PackageFault as fault:
            raise BadInput(BROKEN.format(name=name)) from fault
        if kept.sha256 != one.sha256:
            raise BadInput(BROKEN.format(name=name))


def joined(
    mine: Iterable[PackagedDocument], theirs: Iterable[PackagedDocument]
) -> tuple[PackagedDocument, ...]:
    """The files of two copies of one conference, each hash once, absent only where neither has it."""
    found: dict[str, PackagedDocument] = {}
    for one in sorted((*mine, *theirs), key=_whole_first):
        found.setdefault(one.sha256, one)
    return tuple(sorted(found.values(), key=lambda one: one.file))


def _whole_first(one: PackagedDocument) -> tuple[object, ...]:
    """The same order on both machines, so that both make the same of two."""
    return (one.absent, one.file, one.kind, one.number, one.title)


def _inside(file: StoredFile) -> str:
    """ "documents/1f2e3d4c5b6a7988-12-tb-ubnd.pdf": plain letters, so that old programs unpack it."""
    stem, dot, tail = file.name.rpartition(".")
    if not dot or len(tail) > 8 or not tail.isalnum():
        stem, tail = file.name, ""
    plain = "".join(c if c.isascii() and c.isalnum() else " " for c in fold(stem)).split()
    words = "-".join(plain)[:_LONGEST_NAME].strip("-") or "tep"
    end = "".join(c for c in fold(tail) if c.isascii() and c.isalnum())
    return f"documents/{file.sha256[:16]}-{words}" + (f".{end}" if end else "")
