"""Issued documents and evidence of a conference on their way into a package and out of one (F5, L11)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import PurePath
from typing import TYPE_CHECKING

from dialogue_desktop.domain.after_records import StoredFile
from dialogue_desktop.domain.records import Records
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.storage.file_store import FileStore

if TYPE_CHECKING:
    from dialogue_desktop.exchange.package import Package, PackagedDocument

_LONGEST_NAME = 60


def stored_files(records: Records) -> tuple[StoredFile, ...]:
    """Every file that papers and promises of these records name, each hash once."""
    found: dict[str, StoredFile] = {}
    for row in records.papers:
        found |= {file.sha256: file for file in row.files if file.sha256 not in found}
    for step in records.steps:
        found |= {file.sha256: file for file in step.files if file.sha256 not in found}
    return tuple(found.values())


def packaged(records: Records) -> tuple[PackagedDocument, ...]:
    """The list of them that stands in a package, in the order of their names there."""
    from dialogue_desktop.exchange.package import PackagedDocument

    about = {file.sha256: paper for paper in records.papers for file in paper.files}
    made = []
    for file in stored_files(records):
        paper = about.get(file.sha256)
        number = f"{paper.number}/{paper.symbol}" if paper is not None and paper.number else ""
        kind, title = (paper.kind, paper.title) if paper is not None else ("", "")
        made.append(PackagedDocument(_inside(file), file.sha256, kind, number, title))
    return tuple(sorted(made, key=lambda one: one.file))


def with_bytes(package: Package, store: FileStore) -> dict[str, bytes]:
    """The bytes of every file that the package names. StorageError where one is missing or was changed."""
    named = {file.sha256: file for file in stored_files(package.records)}
    return {
        one.file: store.read(named.get(one.sha256, StoredFile(one.sha256, one.file)))
        for one in package.documents
    }


def take_in(package: Package, files: Mapping[str, bytes], store: FileStore) -> None:
    """Keep the files of a package that was read and checked; again changes nothing. StorageError."""
    for one in package.documents:
        store.keep(files[one.file], PurePath(one.file).name)


def joined(
    mine: Iterable[PackagedDocument], theirs: Iterable[PackagedDocument]
) -> tuple[PackagedDocument, ...]:
    """The files of two copies of one conference, each hash once."""
    found = {one.sha256: one for one in (*theirs, *mine)}
    return tuple(sorted(found.values(), key=lambda one: one.file))


def _inside(file: StoredFile) -> str:
    """ "documents/1f2e3d4c5b6a7988-12-tb-ubnd.pdf": plain letters, so that old programs unpack it."""
    stem, dot, tail = file.name.rpartition(".")
    if not dot or len(tail) > 8 or not tail.isalnum():
        stem, tail = file.name, ""
    plain = "".join(c if c.isascii() and c.isalnum() else " " for c in fold(stem)).split()
    words = "-".join(plain)[:_LONGEST_NAME].strip("-") or "tep"
    end = "".join(c for c in fold(tail) if c.isascii() and c.isalnum())
    return f"documents/{file.sha256[:16]}-{words}" + (f".{end}" if end else "")
