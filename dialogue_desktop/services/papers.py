"""The papers before the day: read once on the database's thread, then drawn on any other (C1–C11, P1)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from dialogue_desktop.domain.notice_proof import NoticeProof
from dialogue_desktop.domain.paper_choices import USUAL, PaperChoices
from dialogue_desktop.domain.paper_holdings import Holdings, holdings_of
from dialogue_desktop.domain.petition_results import EarlierConference
from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.records import Records
from dialogue_desktop.domain.register import numbered
from dialogue_desktop.domain.schedule import ScheduledDuty
from dialogue_desktop.domain.work_calendar import WorkCalendar
from dialogue_desktop.errors import BadInput
from dialogue_desktop.services.deadlines import Deadlines
from dialogue_desktop.services.document_kinds import (
    BEFORE_KINDS,
    PLAN_KINDS,
    RECORD_KINDS,
    DocumentKind,
    file_words,
)
from dialogue_desktop.services.library import Library
from dialogue_desktop.services.notice_proofs import NoticeProofs
from dialogue_desktop.services.planning import Planning
from dialogue_desktop.services.previous_results import PreviousResults
from dialogue_desktop.services.record_papers import check, chosen_letters, for_public, is_public, workbooks

if TYPE_CHECKING:
    from dialogue_desktop.documents.engine import Engine
    from dialogue_desktop.documents.flow import Pulse, RenderReport, RenderResult
    from dialogue_desktop.documents.tree import Document

NO_PROOF = (
    "Hội nghị này chưa ghi nơi nào đã niêm yết, thông báo nên chưa lập được biên bản niêm yết. "
    "Hãy ghi ở trang Việc chuẩn bị, phần Thông báo, niêm yết."
)
#: A series of more sections than these is shown by its first ones while the rest is made.
_LONG_SERIES, _FIRST_SECTIONS = 40, 6
_NOTHING = Records()


@dataclass(frozen=True, slots=True)
class PaperSource:
    """All that one paper is made from, as it was at one moment; `records` are fit for the public where
    `public`. `number` and `dated_on` are those of the register."""

    kind: DocumentKind
    plan: Plan
    duties: tuple[ScheduledDuty, ...]
    calendar: WorkCalendar
    rules: tuple[str, ...] = ()
    records: Records = _NOTHING
    choices: PaperChoices = USUAL
    public: bool = False
    earlier: EarlierConference | None = None
    proofs: tuple[NoticeProof, ...] = ()
    number: str = ""
    dated_on: date | None = None


class Papers:
    """Builds from values; `engine` loads the renderers when first called, so do that off the main thread."""

    def __init__(
        self,
        planning: Planning,
        deadlines: Deadlines,
        previous: PreviousResults,
        library: Library,
        proofs: NoticeProofs,
        engine: Callable[[], Engine],
    ) -> None:
        self._planning = planning
        self._deadlines = deadlines
        self._previous = previous
        self._library = library
        self._proofs = proofs
        self._engine = engine

    # --- on the database's thread

    def holdings(self, conference_id: str) -> Holdings:
        """What there is to print from, counted."""
        view = self._planning.view(conference_id)
        duties = self._deadlines.schedule(view.plan)
        rules = len(self._library.house_rules())
        earlier = self._previous.earlier(conference_id)
        proofs = len(self._proofs.proofs(conference_id))
        return holdings_of(view, duties, rules=rules, earlier=earlier, proofs=proofs)

    def read(self, name: str, conference_id: str, choices: PaperChoices = USUAL) -> PaperSource:
        """What the paper is made from now. BadInput, with one sentence, where there is nothing to print;
        KeyError for the name of no paper before the day."""
        kind = {kind.name: kind for kind in BEFORE_KINDS}[name]
        if kind in RECORD_KINDS:
            return self._read_records(kind, conference_id, choices)
        view = self._planning.view(conference_id)
        source = self.of_plan(name, numbered(view.plan, view.records.papers))
        if kind in PLAN_KINDS:
            return source
        proofs = self._proofs.proofs(conference_id)
        if not proofs:
            raise BadInput(NO_PROOF)
        return replace(source, proofs=proofs)

    def of_plan(self, name: str, plan: Plan) -> PaperSource:
        """What a paper made from the plan alone needs; reads only the office's rules and days off."""
        kind = {kind.name: kind for kind in BEFORE_KINDS}[name]
        duties = self._deadlines.schedule(plan)
        return PaperSource(kind, plan, duties, self._deadlines.calendar(), self._library.house_rules())

    def _read_records(self, kind: DocumentKind, conference_id: str, choices: PaperChoices) -> PaperSource:
        view = self._planning.view(conference_id)
        if kind.name == "invitations":
            choices = chosen_letters(view, choices)
        check(kind.name, view, choices)
        public = is_public(kind.name, choices)
        earlier = None
        if kind.name == "previous-results":
            earlier = self._previous.of(conference_id, choices.earlier, public=public)
        # An office that has not chosen its fields for the plan ticks those of its own list.
        fields = view.plan.fields or self._library.lists().fields
        plan = replace(numbered(view.plan, view.records.papers), fields=fields)
        return replace(
            self.of_plan(kind.name, plan),
            records=for_public(view.records) if public else view.records,
            choices=choices,
            public=public,
            earlier=earlier,
        )

    # --- on any thread

    def document(self, source: PaperSource) -> Document:
        """The tree of the paper."""
        from dialogue_desktop.documents import doc_plan, doc_posting_record, papers, record_papers
        from dialogue_desktop.documents.paper_parts import Paper

        engine, name, plan, duties = self._engine(), source.kind.name, source.plan, source.duties
        if source.kind in RECORD_KINDS:
            return record_papers.build(
                name,
                plan,
                duties,
                source.records,
                engine,
                source.choices,
                public=source.public,
                earlier=source.earlier,
            )
        if name == "plan":
            return doc_plan.build(plan, duties, engine.sheet(plan.issuer.style), engine.phrases("plan"))
        if name == "posting-record":
            words = engine.phrases("paper"), engine.phrases(name)
            sheet = engine.sheet(plan.issuer.style)
            paper = Paper(plan, (), sheet, *words, number=source.number, dated_on=source.dated_on)
            return doc_posting_record.build(paper, source.proofs)
        return papers.build(
            name, plan, duties, engine, source.rules, source.calendar, source.number, source.dated_on
        )

    def pdf(self, document: Document, pulse: Pulse | None = None) -> RenderResult:
        """`pulse` is called between parts of the work; what it raises ends it."""
        engine = self._engine()
        return engine.pdf(document, pulse) if pulse is not None else engine.pdf(document)

    def first_pages(self, document: Document) -> RenderResult | None:
        """The first letters of a long series, to look at while the rest is made; None for a short paper."""
        if len(document.sections) <= _LONG_SERIES:
            return None
        return self._engine().pdf(replace(document, sections=document.sections[:_FIRST_SECTIONS]))

    def render(self, source: PaperSource, format_name: str = "pdf") -> RenderResult:
        """The paper as "pdf" or "docx"."""
        engine, document = self._engine(), self.document(source)
        return engine.pdf(document) if format_name == "pdf" else engine.docx(document)

    def files(
        self, source: PaperSource, format_name: str, notice: Callable[[str], None] | None = None
    ) -> tuple[tuple[str, bytes], ...]:
        """(name of the file, bytes) of the paper in one of its forms; a form to be filled in and read back
        (XLSX) is one for each thôn or unit. `notice` is told what the paper cannot show."""
        kind = source.kind
        if format_name == "xlsx" and kind in RECORD_KINDS:
            return _named_apart(kind.stem, workbooks(kind.name, source.plan, source.records, source.choices))
        if format_name == "xlsx":
            return ((f"{kind.stem}.xlsx", self._workbook(source)),)
        result = self.render(source, format_name)
        if format_name == "pdf" and notice is not None:
            tell_missing(kind.title, result.report, notice)
        return ((f"{kind.stem}.{format_name}", result.data),)

    def _workbook(self, source: PaperSource) -> bytes:
        from dialogue_desktop.exchange import excel_assignments, excel_budget

        if source.kind.name == "assignments":
            return excel_assignments.build(source.plan, source.duties, source.calendar)
        if source.kind.name == "budget":
            return excel_budget.build(source.plan)
        raise KeyError(source.kind.name)


def missing_words(report: RenderReport) -> str:
    """What the paper cannot show, in one sentence; empty when it shows everything (G5)."""
    chars = list(dict.fromkeys(glyph.char for glyph in report.missing))
    if not chars:
        return ""
    shown = ", ".join(chars[:8]) + ("…" if len(chars) > 8 else "")
    return (
        f"Phông chữ in không có {len(chars)} ký tự ({shown}) nên trên giấy là dấu □; "
        "nội dung đã lưu vẫn đủ. Hãy thay bằng chữ rồi in lại."
    )


def tell_missing(title: str, report: RenderReport, notice: Callable[[str], None]) -> None:
    sentence = missing_words(report)
    if sentence:
        notice(f"{title}: {sentence}")


def _named_apart(stem: str, forms: Sequence[tuple[str, bytes]]) -> tuple[tuple[str, bytes], ...]:
    """A file for each by whom it is for; those whose names come out alike are counted."""
    found: dict[str, bytes] = {}
    for whom, data in forms:
        name = f"{stem}-{file_words(whom, 12)}"
        again = sum(known == name or known.startswith(f"{name}-lan-") for known in found)
        found[f"{name}-lan-{again + 1}" if again else name] = data
    return tuple((f"{name}.xlsx", data) for name, data in found.items())
