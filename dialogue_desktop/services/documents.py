"""Office documents of a conference: previews, labelled copies, print jobs and files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from dialogue_desktop.clock import Clock
from dialogue_desktop.domain.conference import ConferenceView
from dialogue_desktop.domain.paper_choices import USUAL, PaperChoices
from dialogue_desktop.domain.plan import CopyPurpose, Plan
from dialogue_desktop.domain.privacy import posted
from dialogue_desktop.domain.register import numbered
from dialogue_desktop.errors import BadInput
from dialogue_desktop.services import issued_files
from dialogue_desktop.services.after_papers import AfterPapers
from dialogue_desktop.services.closing import Closing
from dialogue_desktop.services.contacts import ContactBook
from dialogue_desktop.services.deadlines import Deadlines
from dialogue_desktop.services.document_kinds import AFTER_KINDS, KINDS, PLAN_KINDS, RECORD_KINDS, file_words
from dialogue_desktop.services.document_kinds import DocumentKind as DocumentKind
from dialogue_desktop.services.library import Library
from dialogue_desktop.services.notice_proofs import NoticeProofs
from dialogue_desktop.services.papers import NO_PROOF as NO_PROOF
from dialogue_desktop.services.papers import Papers, tell_missing
from dialogue_desktop.services.planning import Planning
from dialogue_desktop.services.previous_results import PreviousResults
from dialogue_desktop.services.reporting import Reporting
from dialogue_desktop.storage.file_store import FileStore

if TYPE_CHECKING:
    from dialogue_desktop.documents.engine import Engine
    from dialogue_desktop.documents.flow import Place, RenderReport, RenderResult
    from dialogue_desktop.documents.tree import Document


@dataclass(frozen=True, slots=True)
class MinutesCopy:
    """One physical labelled copy of the minutes; `masked` lists what the posted one leaves out, `places`
    says where each opinion stands on its pages."""

    purpose_id: str
    label: str
    purpose: str
    posted: bool
    pdf: bytes
    pages: int
    masked: tuple[str, ...]
    report: RenderReport
    places: tuple[Place, ...] = ()

    @property
    def unprintable(self) -> tuple[str, ...]:
        """Characters that the font lacks; on paper they are □."""
        return tuple(dict.fromkeys(glyph.char for glyph in self.report.missing))


@dataclass(frozen=True, slots=True)
class _Labelled:
    """A copy before it is drawn."""

    purpose: CopyPurpose
    label: str
    document: Document
    masked: tuple[str, ...]


UNKNOWN_KIND = "Không có loại văn bản “{name}”. Chưa ghi tệp nào. Các loại có sẵn: {known}."
UNKNOWN_FORMAT = "Không có định dạng “{name}”. Chưa ghi tệp nào. Các định dạng có sẵn: pdf, docx, xlsx."
NO_FORMAT = "Văn bản “{title}” không có định dạng {formats}. Chưa ghi tệp nào. Định dạng có sẵn: {known}."
NOT_WRITTEN = (
    "Chưa ghi được tệp “{name}”. Dữ liệu trong chương trình vẫn nguyên. Hãy chọn thư mục khác rồi xuất lại."
)


class Documents:
    """Builds from values; the renderers are loaded when first used."""

    def __init__(
        self,
        planning: Planning,
        closing: Closing,
        deadlines: Deadlines,
        reporting: Reporting,
        library: Library,
        proofs: NoticeProofs,
        resources: Path,
        clock: Clock,
        files: FileStore,
        contacts: ContactBook,
    ) -> None:
        self._contacts = contacts
        self._kept = files
        self._planning = planning
        self._closing = closing
        self._deadlines = deadlines
        self._reporting = reporting
        self._library = library
        self._proofs = proofs
        self._resources = resources
        self._clock = clock
        self._engine: Engine | None = None
        self.previous = PreviousResults(planning, clock)
        self.papers = Papers(planning, deadlines, self.previous, library, proofs, self.engine)
        self.after = AfterPapers(planning, closing, deadlines, proofs, contacts, self.engine, clock)

    def kinds(self) -> tuple[DocumentKind, ...]:
        return KINDS

    def plan_kinds(self) -> tuple[DocumentKind, ...]:
        """The plan and the papers made from it before the day."""
        return PLAN_KINDS

    def record_kinds(self) -> tuple[DocumentKind, ...]:
        """The papers made from collected questions and invited people before the day."""
        return RECORD_KINDS

    def engine(self) -> Engine:
        """The renderers with their fonts and sheets; loading takes a moment, so do it off the main thread."""
        if self._engine is None:
            from dialogue_desktop.documents.engine import Engine

            self._engine = Engine(self._resources)
        return self._engine

    # --- the plan

    def preview_plan(self, plan: Plan) -> RenderResult:
        """The plan as PDF with the places of its anchors; touches no database."""
        return self.papers.render(self.papers.of_plan("plan", plan))

    # --- the papers before the day (`papers` reads and draws them in two steps)

    def paper(self, name: str, plan: Plan, format_name: str = "pdf") -> RenderResult:
        """One of the papers made from the plan alone ("notice", "budget" …) as "pdf" or "docx"; of the
        database only the office's rules are read. KeyError for the name of no such paper."""
        if name not in {kind.name for kind in PLAN_KINDS}:
            raise KeyError(name)
        return self.papers.render(self.papers.of_plan(name, plan), format_name)

    def posting_record(self, conference_id: str, format_name: str = "pdf") -> RenderResult:
        """The record of posting and public notice as "pdf" or "docx". BadInput while no place is written."""
        return self.papers.render(self.papers.read("posting-record", conference_id), format_name)

    def record_paper(
        self,
        name: str,
        conference_id: str,
        choices: PaperChoices = USUAL,
        format_name: str = "pdf",
    ) -> RenderResult:
        """One of `record_kinds` as "pdf" or "docx", by the office's choices. BadInput, with one sentence,
        where there is nothing to print; KeyError for the name of no such paper."""
        return self.papers.render(self.papers.read(name, conference_id, choices), format_name)

    # --- the minutes

    def minutes_view(self, conference_id: str, *, draft: bool) -> ConferenceView:
        """What the minutes are built from: the newest frozen version, or the present state for a draft, with
        the numbers that the register gave since, and with the contacts that no posted page may say."""
        now = self._planning.view(conference_id)
        view = (None if draft else self._closing.frozen(conference_id)) or now
        contacts = tuple(self._contacts.all(conference_id).values())
        return replace(view, plan=numbered(view.plan, now.records.papers), contacts=contacts)

    def minutes_copies(self, conference_id: str, *, draft: bool = False) -> tuple[MinutesCopy, ...]:
        """Every physical copy, in the order of the plan's purposes; equal texts are laid out once."""
        return self.render_copies(self.minutes_view(conference_id, draft=draft))

    def render_copies(self, view: ConferenceView) -> tuple[MinutesCopy, ...]:
        """The same from a view; touches no database."""
        labelled = self._labelled(view)
        results = self.engine().pdf_copies([(copy.document, copy.label) for copy in labelled])
        return tuple(
            MinutesCopy(
                copy.purpose.id,
                copy.label,
                copy.purpose.label,
                copy.purpose.posted,
                result.data,
                result.pages,
                copy.masked,
                result.report,
                result.places,
            )
            for copy, result in zip(labelled, results, strict=True)
        )

    def print_job(self, conference_id: str, *, draft: bool = False) -> bytes:
        """All copies one after another as one PDF; each numbers its own pages."""
        labelled = self._labelled(self.minutes_view(conference_id, draft=draft))
        return self.engine().pdf_job([(copy.document, copy.label) for copy in labelled]).data

    def join(self, files: Sequence[bytes]) -> bytes:
        """PDF files one after another as one."""
        return self.engine().join(files)

    def minutes_docx(self, view: ConferenceView) -> tuple[tuple[str, bytes], ...]:
        """(label, DOCX bytes) of every physical copy."""
        return tuple((copy.label, data) for copy, data in self._word_files(view))

    def _word_files(self, view: ConferenceView) -> list[tuple[_Labelled, bytes]]:
        labelled = self._labelled(view)
        return [(one, self.engine().docx(one.document.labelled(one.label)).data) for one in labelled]

    def _labelled(self, view: ConferenceView) -> list[_Labelled]:
        from dialogue_desktop.documents import doc_minutes

        engine = self.engine()
        phrases = engine.phrases("minutes")
        copy_phrase = engine.phrases("plan")("copy")
        sheet = engine.sheet(view.plan.issuer.style)
        purposes = [p for p in view.plan.copies if p.chosen for _ in range(p.count)]
        if not purposes:
            purposes = [CopyPurpose("luu", "Lưu hồ sơ")]
        full = doc_minutes.build(view, sheet, phrases, copy_phrase)
        public: Document | None = None
        masked: tuple[str, ...] = ()
        if any(purpose.posted for purpose in purposes):
            plan = view.plan
            office = [*plan.officials, *(chair.official for chair in plan.chairs)]
            office += [secretary.official for secretary in plan.secretaries]
            fit = posted(view.records, [official.name for official in office], view.contacts)
            masked = fit.masked
            public = doc_minutes.build(
                replace(view, records=fit.records), sheet, phrases, copy_phrase, posted=True
            )
        found: list[_Labelled] = []
        for index, purpose in enumerate(purposes, start=1):
            label = phrases("label", index=index, total=len(purposes), purpose=purpose.label)
            document = public if purpose.posted and public is not None else full
            found.append(_Labelled(purpose, label, document, masked if purpose.posted else ()))
        return found

    # --- files

    def export(
        self,
        conference_id: str,
        *,
        documents: Sequence[str],
        formats: Sequence[str] = (),
        out: Path,
        choices: PaperChoices = USUAL,
        notice: Callable[[str], None] | None = None,
    ) -> tuple[Path, ...]:
        """Write the asked documents ("all": every kind) into `out`; the files written, in order.

        Without `formats` every document is written in all of its own. BadInput names what is wrong;
        then nothing is written. `choices` are for the papers made from records. `notice` is told in
        Vietnamese what the paper cannot show, and which of "all" have nothing to print.
        """
        from dialogue_desktop.exchange.file_out import write_whole

        known = {kind.name: kind for kind in KINDS}
        names = list(dict.fromkeys(documents))
        if "all" in documents:
            proven = bool(self._proofs.proofs(conference_id))
            names = [name for name in known if proven or name != "posting-record"]
        for name in names:
            if name not in known:
                raise BadInput(UNKNOWN_KIND.format(name=name, known=", ".join(known)))
        for name in formats:
            if name not in ("pdf", "docx", "xlsx"):
                raise BadInput(UNKNOWN_FORMAT.format(name=name))
        wanted: list[tuple[DocumentKind, str]] = []
        for name in names:
            kind = known[name]
            chosen = [f for f in kind.formats if not formats or f in formats]
            if not chosen and "all" not in documents:
                raise BadInput(
                    NO_FORMAT.format(
                        title=kind.title, formats=", ".join(formats), known=", ".join(kind.formats)
                    )
                )
            wanted += [(kind, f) for f in chosen]
        files: list[tuple[str, bytes]] = []
        tell = notice or _unheard
        empty: set[str] = set()
        for kind, format_name in wanted:
            try:
                if kind.name not in empty:
                    files += self._files(conference_id, kind, format_name, choices, tell)
            except BadInput as error:
                if "all" not in documents or kind not in (*RECORD_KINDS, *AFTER_KINDS):
                    raise
                empty.add(kind.name)
                tell(f"{kind.title}: {error.sentence}")
        written: list[Path] = []
        for name, data in files:
            path = out / name
            try:
                out.mkdir(parents=True, exist_ok=True)
                write_whole(path, data)
            except OSError as error:
                raise BadInput(NOT_WRITTEN.format(name=name)) from error
            written.append(path)
        return tuple(written)

    def _files(
        self,
        conference_id: str,
        kind: DocumentKind,
        format_name: str,
        choices: PaperChoices,
        notice: Callable[[str], None],
    ) -> list[tuple[str, bytes]]:
        kept = issued_files.written(self._planning.view(conference_id), kind, format_name, self._kept, notice)
        if kept:
            return [*kept, *self._not_issued(conference_id, kind, format_name, notice)]
        if kind.name == "minutes":
            view = self.minutes_view(conference_id, draft=False)
            if format_name == "pdf":
                copies = self.render_copies(view)
                tell_missing(kind.title, copies[-1].report, notice)
                return [(_copy_name(k, c.purpose, "pdf"), c.pdf) for k, c in enumerate(copies, start=1)]
            made = self._word_files(view)
            return [(_copy_name(k, c.purpose.label, "docx"), data) for k, (c, data) in enumerate(made, 1)]
        if kind.name == "summary":
            return [(f"{kind.stem}.{format_name}", self._reporting.summary(conference_id))]
        if kind in AFTER_KINDS:
            return list(self.after.files(self.after.read(kind.name, conference_id), format_name, notice))
        return list(
            self.papers.files(self.papers.read(kind.name, conference_id, choices), format_name, notice)
        )

    def _not_issued(
        self, conference_id: str, kind: DocumentKind, format_name: str, notice: Callable[[str], None]
    ) -> list[tuple[str, bytes]]:
        """What is still to be issued of a series: as drafts beside the issued letters."""
        rest = issued_files.letters_left(self.after.view(conference_id).records, kind.name)
        if not rest:
            return []
        source = self.after.read(kind.name, conference_id, only=rest)
        return list(self.after.files(source, format_name, notice))


def _unheard(_sentence: str) -> None:
    """Nobody asked to be told."""


def _copy_name(index: int, purpose: str, format_name: str) -> str:
    """ "bien-ban-1-niem-yet-tai-tru-so.pdf"."""
    return f"bien-ban-{index}-{file_words(purpose)}.{format_name}"
