"""Issuing papers: read with their numbers on the database's thread, drawn and kept anywhere, then written
into the register as one act (M1–M7)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from dialogue_desktop.clock import Clock
from dialogue_desktop.codec import CodecError, convert
from dialogue_desktop.domain.after_records import Paper, StoredFile
from dialogue_desktop.domain.conference import ConferenceView
from dialogue_desktop.domain.journal import Change
from dialogue_desktop.domain.letters import way_of
from dialogue_desktop.domain.paper_choices import USUAL, LetterNumbers, PaperChoices
from dialogue_desktop.domain.paper_parts_after import PartWords
from dialogue_desktop.domain.records import RecordKind
from dialogue_desktop.domain.register import numbered
from dialogue_desktop.domain.register_kinds import Phase, kind_of
from dialogue_desktop.domain.register_numbers import read_number, running
from dialogue_desktop.domain.register_rows import RegisterRow
from dialogue_desktop.errors import BadInput
from dialogue_desktop.services.act_log import ActLog
from dialogue_desktop.services.acts import changed, created
from dialogue_desktop.services.after_papers import AfterSource
from dialogue_desktop.services.document_kinds import KINDS, DocumentKind, file_words
from dialogue_desktop.services.documents import Documents
from dialogue_desktop.services.issued_files import file_stem
from dialogue_desktop.services.papers import PaperSource
from dialogue_desktop.services.planning import Planning
from dialogue_desktop.services.register import ISSUED, Register
from dialogue_desktop.services.settings import Settings
from dialogue_desktop.storage.file_store import FileStore

if TYPE_CHECKING:
    from dialogue_desktop.documents.tree import Document

NO_NUMBER = (
    "“{title}” chưa ghi đủ số và ngày. Chưa phát hành văn bản nào. Hãy ghi số, ngày rồi phát hành lại."
)
NOT_FROZEN = (
    "Biên bản chưa chốt nên chưa phát hành được. Chưa ghi gì vào sổ. Hãy chốt ở trang Kết thúc, biên bản."
)
MEANWHILE = (
    "Văn bản “{title}” vừa được sửa ở nơi khác trong lúc dựng trang. Chưa phát hành văn bản nào. "
    "Hãy xem lại rồi phát hành lại."
)
NO_FIRST = (
    "“{text}” không phải là số để đánh tiếp cho {count} văn bản. Chưa ghi gì. Hãy ghi một số, ví dụ 24."
)
#: The settings in which the page of papers keeps what was chosen for each paper before the day.
CHOICES_KEY = "papers.choices."


@dataclass(frozen=True, slots=True)
class IssueItem:
    """One paper with all that it is drawn from. `before` is what was kept when it was read, None for nothing;
    `title` what it is called in the register."""

    paper: Paper
    before: Paper | None
    title: str
    kind: DocumentKind
    source: AfterSource | PaperSource | ConferenceView


@dataclass(frozen=True, slots=True)
class IssueSource:
    """What is issued in one act, as it was at one moment; `frozen` is the version of the minutes then."""

    conference_id: str
    items: tuple[IssueItem, ...]
    frozen: int = 0


@dataclass(frozen=True, slots=True)
class Drawn:
    """The files of each item, kept already, in their order."""

    source: IssueSource
    files: tuple[tuple[StoredFile, ...], ...]


class Issuing:
    """`read` and `issue` run on the database's thread, `draw` and `pdf` on any."""

    def __init__(
        self,
        register: Register,
        planning: Planning,
        documents: Documents,
        settings: Settings,
        files: FileStore,
        log: ActLog,
        clock: Clock,
    ) -> None:
        self._register = register
        self._planning = planning
        self._documents = documents
        self._settings = settings
        self._files = files
        self._log = log
        self._clock = clock

    # --- on the database's thread

    def numbered(self, rows: Sequence[RegisterRow], first: str, day: date) -> tuple[Paper, ...]:
        """Papers of a series with running numbers from the first one on, all of one day. BadInput."""
        numbers = running(first, len(rows))
        if rows and not numbers:
            raise BadInput(NO_FIRST.format(text=first, count=len(rows)))
        papers = [replace(row.paper, dated_on=day) for row in rows]
        return tuple(replace(one, number=number) for one, number in zip(papers, numbers, strict=True))

    def look(self, conference_id: str, *papers: Paper) -> IssueSource:
        """What papers would be drawn from now, to be looked at; numbers may be missing. BadInput where there
        is nothing to print."""
        return self._source(conference_id, papers)

    def read(self, conference_id: str, papers: Sequence[Paper], *, again: str = "") -> IssueSource:
        """What will be issued. BadInput, with one sentence, where a paper is not ready, its number is used
        already (`again`: the reason why it is used once more), or there is nothing to print."""
        rows = {row.id: row for row in self._register.rows(conference_id)}
        for paper in papers:
            row = rows.get(paper.id) or self._register.row(conference_id, paper.id)
            if row.issued:
                raise BadInput(ISSUED.format(title=row.title))
            if row.kind.code and not (read_number(paper.number) and paper.dated_on):
                raise BadInput(NO_NUMBER.format(title=row.title))
            # Until then papers after the session are labelled as drafts.
            if row.kind.phase is Phase.AFTER and not row.frozen:
                raise BadInput(NOT_FROZEN)
        return self._source(conference_id, self._register.fit(conference_id, *papers, again=again))

    def issue(self, drawn: Drawn) -> tuple[Paper, ...]:
        """Write what was drawn into the register, in one act. BadInput where something changed meanwhile."""
        source, now = drawn.source, self._clock.now()
        changes: list[Change] = []
        made: list[Paper] = []
        rows = {row.id: row for row in self._register.rows(source.conference_id)}
        for item, files in zip(source.items, drawn.files, strict=True):
            row = rows.get(item.paper.id) or self._register.row(source.conference_id, item.paper.id)
            after = kind_of(item.paper.kind).phase is Phase.AFTER
            if (row.paper if row.stored else None) != item.before or (after and row.frozen != source.frozen):
                raise BadInput(MEANWHILE.format(title=row.title))
            version = source.frozen if after else 0
            paper = replace(item.paper, title=row.title, issued_at=now, files=files, minutes_version=version)
            if item.before is None:
                changes += created(RecordKind.PAPER, paper)
            else:
                wanted = {name: getattr(paper, name) for name in _WRITTEN}
                changes += changed(RecordKind.PAPER, item.before, **wanted)
            made.append(paper)
        self._log.append(source.conference_id, "paper.issue", tuple(changes))
        return tuple(made)

    # --- on any thread

    def pdf(self, source: IssueSource) -> bytes:
        """The papers as they stand now, one after another, to be looked at."""
        found = [self._first(item) for item in source.items]
        return found[0] if len(found) == 1 else self._documents.join(found)

    def parts(self, source: IssueSource) -> tuple[PartWords, ...]:
        """The parts of the first paper that the office may put into its own words; none of one made before
        the day, whose words are in the plan."""
        first = source.items[0].source
        return self._documents.after.parts(first) if isinstance(first, AfterSource) else ()

    def files(self, source: IssueSource, format_name: str) -> tuple[tuple[str, bytes], ...]:
        """(name, bytes) of drafts in one form, for looking at outside the program."""
        return tuple(
            (name, data)
            for item in source.items
            for name, data, _pages, _label, _posted in self._made(item)
            if name.endswith(f".{format_name}")
        )

    def draw(self, source: IssueSource, pulse: Callable[[], None] | None = None) -> Drawn:
        """Draw each paper in its forms and keep the bytes; `pulse` is called between two. StorageError."""
        kept: list[tuple[StoredFile, ...]] = []
        for item in source.items:
            if pulse is not None:
                pulse()
            kept.append(
                tuple(
                    self._files.keep(data, name, pages=pages, label=label, posted=posted)
                    for name, data, pages, label, posted in self._made(item)
                )
            )
        return Drawn(source, tuple(kept))

    # --- parts

    def _first(self, item: IssueItem) -> bytes:
        if isinstance(item.source, ConferenceView):
            return self._documents.render_copies(item.source)[0].pdf
        return self._render(self._document(item.source), "pdf")[0]

    def _source(self, conference_id: str, papers: Sequence[Paper]) -> IssueSource:
        records = self._planning.view(conference_id).records
        stored = {paper.id: paper for paper in records.papers}
        planned = tuple((stored | {paper.id: paper for paper in papers}).values())
        titles = {row.id: row.title for row in self._register.rows(conference_id)}
        known = {kind.name: kind for kind in KINDS}
        read: dict[str, AfterSource] = {}
        items: list[IssueItem] = []
        for paper in papers:
            kind = known[paper.kind]
            source: AfterSource | PaperSource | ConferenceView
            if paper.kind == "minutes":
                view = self._documents.minutes_view(conference_id, draft=False)
                source = replace(view, plan=numbered(view.plan, planned))
            elif kind_of(paper.kind).phase is Phase.BEFORE:
                source = self._before(conference_id, paper, planned)
            else:
                way = way_of(paper.subject) or self._register.reply_way(conference_id)
                key = f"{paper.kind} {way}"
                if key not in read:
                    whole = self._documents.after.read(paper.kind, conference_id, way=way)
                    read[key] = replace(
                        whole,
                        plan=numbered(whole.plan, planned),
                        records=replace(whole.records, papers=planned),
                    )
                source = replace(read[key], only=(paper.subject,) if paper.subject else ())
            items.append(
                IssueItem(paper, stored.get(paper.id), titles.get(paper.id, kind.title), kind, source)
            )
        return IssueSource(
            conference_id, tuple(items), records.versions[-1].number if records.versions else 0
        )

    def _before(self, conference_id: str, paper: Paper, planned: Sequence[Paper]) -> PaperSource:
        """A paper before the day, by what was chosen for it on the page where it is printed."""
        chosen: dict[str, Any] = self._settings.get(f"{CHOICES_KEY}{conference_id}", {})
        kept = chosen.get(paper.kind)
        try:
            choices = convert(kept, PaperChoices) if kept else USUAL
        except CodecError:
            choices = USUAL  # of a version that chose otherwise
        numbers = choices.numbers
        if paper.number and numbers is LetterNumbers.BLANK:
            numbers = LetterNumbers.SHARED
        choices = replace(
            choices,
            number=paper.number or choices.number,
            issued_on=paper.dated_on or choices.issued_on,
            numbers=numbers,
        )
        source = self._documents.papers.read(paper.kind, conference_id, choices)
        plan = numbered(source.plan, planned)
        return replace(source, plan=plan, number=paper.number, dated_on=paper.dated_on)

    def _document(self, source: AfterSource | PaperSource) -> Document:
        if isinstance(source, AfterSource):
            return self._documents.after.document(source)
        return self._documents.papers.document(source)

    def _render(self, document: Document, format_name: str) -> tuple[bytes, int]:
        engine = self._documents.engine()
        result = engine.pdf(document) if format_name == "pdf" else engine.docx(document)
        return result.data, result.pages

    def _made(self, item: IssueItem) -> list[tuple[str, bytes, int, str, bool]]:
        """(name, bytes, pages, label, posted) of every file of a paper."""
        stem = file_stem(item.paper, item.kind.stem)
        if isinstance(item.source, ConferenceView):
            return self._copies(item.source, stem)
        forms = [one for one in item.kind.formats if one != "xlsx"]
        document = self._document(item.source)
        drawn = [(one, *self._render(document, one)) for one in forms]
        pages = max((pages for _form, _data, pages in drawn), default=0)
        return [(f"{stem}.{form}", data, pages, "", False) for form, data, _pages in drawn]

    def _copies(self, view: ConferenceView, stem: str) -> list[tuple[str, bytes, int, str, bool]]:
        copies = self._documents.render_copies(view)
        words = self._documents.minutes_docx(view)
        found: list[tuple[str, bytes, int, str, bool]] = []
        for number, copy in enumerate(copies, start=1):
            name = f"{stem}-ban-{number}-{file_words(copy.purpose)}"
            found.append((f"{name}.pdf", copy.pdf, copy.pages, copy.label, copy.posted))
        for number, (copy, (_label, data)) in enumerate(zip(copies, words, strict=True), start=1):
            name = f"{stem}-ban-{number}-{file_words(copy.purpose)}"
            found.append((f"{name}.docx", data, copy.pages, copy.label, copy.posted))
        return found


_WRITTEN = (
    "title",
    "number",
    "symbol",
    "dated_on",
    "recipients",
    "parts",
    "opinion_ids",
    "note",
    "minutes_version",
    "issued_at",
    "files",
)
