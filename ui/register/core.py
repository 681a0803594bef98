"""What the page of the register asks of the core; on the database's thread unless it says otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dialogue_desktop.domain.after_records import Paper, StoredFile
from dialogue_desktop.domain.letters import ReplyWay
from dialogue_desktop.domain.paper_parts_after import PartWords
from dialogue_desktop.domain.register_checks import Check
from dialogue_desktop.domain.register_rows import RegisterRow
from dialogue_desktop.services.issued_files import files_of
from dialogue_desktop.services.register import RegisterView
from ui.register.entry import PaperEntry

if TYPE_CHECKING:
    from dialogue_desktop.services.issuing import Drawn, IssueSource

SHELF_KEY = "documents.shelf"


@dataclass(frozen=True, slots=True)
class Loaded:
    """Everything the page shows."""

    view: RegisterView
    shelf: tuple[PaperEntry, ...] = ()
    saved_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Looked:
    """What is known of papers in hand: the number that is free, what speaks against them, and what their
    pages come from: a kept file, or what they would be drawn from."""

    free: str = ""
    checks: tuple[Check, ...] = ()
    file: StoredFile | None = None
    source: IssueSource | None = None


class RegisterCore:
    """`services` is the core's App: `register`, `issuing`, `live`, `settings` of it are used."""

    def __init__(self, services: Any) -> None:
        self._services = services
        self._acted: list[str] = []
        self._undone: list[str] = []

    # --- reading

    def load(self, *, shelf: bool = True) -> Loaded:
        view: RegisterView = self._services.register.view()
        newest = [self._services.live.history(info.id, 1) for info in view.conferences]
        times = [found[0].at for found in newest if found]
        kept = self._services.settings.read(SHELF_KEY, tuple[PaperEntry, ...], ()) if shelf else ()
        return Loaded(view, kept, max(times, default=None))

    def look(self, rows: Sequence[RegisterRow], papers: Sequence[Paper]) -> Looked:
        """`papers` are those of the rows as they would be with what is typed. BadInput where there is nothing
        to print."""
        services, first = self._services, rows[0]
        if first.issued or not first.kind.name:
            kept = files_of(first.paper, "pdf")
            found = services.register.checks(first.conference_id, first.paper)
            return Looked("", found, kept[0] if kept else None)
        free = services.register.free_number(first.conference_id, first.paper)
        checks = self.checks(first.conference_id, papers)
        return Looked(free, checks, None, services.issuing.look(first.conference_id, *papers))

    def checks(self, conference_id: str, papers: Sequence[Paper]) -> tuple[Check, ...]:
        """What speaks against them, each sentence once."""
        found = self._services.register.checks(conference_id, *papers)
        return tuple({check.sentence: check for check in found}.values())

    # --- drawing, on any thread

    def pages(self, looked: Looked) -> bytes:
        """PDF bytes; StorageError where the kept file is gone or was changed."""
        if looked.file is not None:
            data: bytes = self._services.register.read_file(looked.file)
            return data
        drawn: bytes = self._services.issuing.pdf(looked.source)
        return drawn

    def parts(self, looked: Looked) -> tuple[PartWords, ...]:
        if looked.source is None:
            return ()
        parts: tuple[PartWords, ...] = self._services.issuing.parts(looked.source)
        return parts

    def draw(self, source: IssueSource) -> Drawn:
        drawn: Drawn = self._services.issuing.draw(source)
        return drawn

    def take_files(self, paths: Sequence[Path]) -> tuple[StoredFile, ...]:
        files: tuple[StoredFile, ...] = self._services.register.take_files(paths)
        return files

    def files(self, rows: Sequence[RegisterRow], looked: Looked, form: str) -> tuple[tuple[str, bytes], ...]:
        """(name, bytes) in one form: of what is issued the kept bytes, else as it is drawn now."""
        if looked.source is not None:
            made: tuple[tuple[str, bytes], ...] = self._services.issuing.files(looked.source, form)
            return made
        register = self._services.register
        return tuple(
            (file.name, register.read_file(file)) for row in rows for file in files_of(row.paper, form)
        )

    def kept(self, row: RegisterRow) -> tuple[tuple[str, bytes], ...]:
        """Every kept file of a paper."""
        register = self._services.register
        return tuple((file.name, register.read_file(file)) for file in row.paper.files)

    def workbook(self, rows: Sequence[RegisterRow]) -> bytes:
        data: bytes = self._services.register.workbook(rows)
        return data

    # --- acts

    def save(self, entry: PaperEntry, row: RegisterRow | None, paper: Paper, again: str = "") -> str:
        """Keep a paper as the form has it; the key of its line."""
        register, cid = self._services.register, entry.conference_id
        if row is None:
            made = register.add(cid, paper, entry.files, incoming=entry.incoming)
        else:
            made = register.save(cid, paper, again=again)
        return f"{cid}:{made.id}"

    def number(self, conference_id: str, papers: Sequence[Paper], again: str) -> None:
        for paper in papers:
            self._services.register.save(conference_id, paper, again=again)

    def numbered(self, rows: Sequence[RegisterRow], first: str, day: date) -> tuple[Paper, ...]:
        papers: tuple[Paper, ...] = self._services.issuing.numbered(rows, first, day)
        return papers

    def read(self, conference_id: str, papers: Sequence[Paper], again: str) -> IssueSource:
        source: IssueSource = self._services.issuing.read(conference_id, papers, again=again)
        return source

    def issue(self, drawn: Drawn) -> tuple[Paper, ...]:
        papers: tuple[Paper, ...] = self._services.issuing.issue(drawn)
        return papers

    def sent(self, rows: Sequence[RegisterRow], day: date) -> None:
        self._services.register.sent(rows[0].conference_id, [row.id for row in rows], day)

    def posted(self, rows: Sequence[RegisterRow], day: date, places: Sequence[str]) -> None:
        self._services.register.posted(rows[0].conference_id, [row.id for row in rows], day, places)

    def begin(self, conference_id: str, kind: str) -> Paper:
        paper: Paper = self._services.register.begin(conference_id, kind)
        return paper

    def replace(self, row: RegisterRow, reason: str) -> Paper:
        paper: Paper = self._services.register.replace(row.conference_id, row.id, reason)
        return paper

    def remove(self, row: RegisterRow) -> None:
        self._services.register.remove(row.conference_id, row.id)

    def set_way(self, conference_id: str, way: ReplyWay) -> None:
        self._services.register.set_reply_way(conference_id, way)

    def restore_draft(self, row: RegisterRow) -> Paper:
        """The paper without own words, number and date."""
        return replace(row.paper, parts=(), number="", dated_on=None)

    # --- taking back, and what is half typed

    def did(self, conference_id: str) -> None:
        """An act was done in this conference: it is the one that is taken back first."""
        self._acted.append(conference_id)
        self._undone.clear()

    def undo(self) -> str:
        if not self._acted:
            return ""
        cid = self._acted.pop()
        self._undone.append(cid)
        entry = self._services.live.undo(cid)
        return self._services.live.entry_text(entry) if entry is not None else ""

    def redo(self) -> str:
        if not self._undone:
            return ""
        cid = self._undone.pop()
        self._acted.append(cid)
        entry = self._services.live.redo(cid)
        return self._services.live.entry_text(entry) if entry is not None else ""

    def keep(self, shelf: tuple[PaperEntry, ...], at: datetime) -> datetime:
        self._services.settings.set(SHELF_KEY, list(shelf))
        return at
