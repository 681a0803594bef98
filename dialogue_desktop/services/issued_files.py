"""Issued papers as the bytes that were kept: read, named, checked; never made again (M4–M7, F5)."""

from __future__ import annotations

from collections.abc import Callable

from dialogue_desktop.domain.after_records import Paper, StoredFile
from dialogue_desktop.domain.commitments import current
from dialogue_desktop.domain.conference import ConferenceView
from dialogue_desktop.domain.letters import ReplyWay, escalations, replies
from dialogue_desktop.domain.records import Records
from dialogue_desktop.domain.register import in_force, newest
from dialogue_desktop.domain.register_numbers import shown
from dialogue_desktop.services.document_kinds import DocumentKind, file_words
from dialogue_desktop.storage.file_store import FileStore

#: What is told where the paper in force is written and another one is being worked on.
IN_WORK = (
    "{title}: tệp ghi ra là bản đã phát hành. "
    "Bản thay thế còn là dự thảo, xem và phát hành ở trang Sổ văn bản."
)


def file_stem(paper: Paper, stem: str) -> str:
    """ "07-bb-ubnd", or the usual stem of the kind where there is no number."""
    if not paper.number:
        return f"{stem}-lan-{paper.version}" if paper.version > 1 else stem
    return file_words(shown(paper.number, paper.symbol), 8)


def in_force_of(records: Records, kind: str) -> tuple[Paper, ...]:
    """The issued papers of a kind that hold, one for each subject, in the order in which they were issued."""
    subjects = dict.fromkeys(paper.subject for paper in records.papers if paper.kind == kind)
    found = [in_force(records.papers, kind, subject) for subject in subjects]
    return tuple(paper for paper in found if paper is not None)


def files_of(paper: Paper, format_name: str) -> tuple[StoredFile, ...]:
    """Its files in one form ("pdf")."""
    return tuple(file for file in paper.files if file.name.lower().endswith(f".{format_name}"))


def written(
    view: ConferenceView,
    kind: DocumentKind,
    format_name: str,
    store: FileStore,
    notice: Callable[[str], None],
) -> list[tuple[str, bytes]]:
    """(name, bytes) of what was issued of a kind; empty where nothing was. StorageError where a file is gone
    or was changed: then nothing else takes its place."""
    found: list[tuple[str, bytes]] = []
    for paper in in_force_of(view.records, kind.name):
        found += [(file.name, store.read(file)) for file in files_of(paper, format_name)]
        now = newest(view.records.papers, paper.kind, paper.subject)
        if now is not None and now.id != paper.id:
            notice(IN_WORK.format(title=paper.title or kind.title))
    return found


def letters_left(records: Records, kind: str, way: ReplyWay = ReplyWay.MATTER) -> tuple[str, ...]:
    """Subjects of the letters of a series that are due and were not issued."""
    if kind not in ("replies", "escalations"):
        return ()
    owed = current(records)
    letters = replies(records, owed, way) if kind == "replies" else escalations(records, owed)
    done = {key for paper in in_force_of(records, kind) for key in paper.opinion_ids}
    return tuple(one.subject for one in letters if not set(one.opinion_ids) <= done)
