"""The papers after the session: read on the database's thread, then drawn on any other (M4–M7, F1–F5)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from dialogue_desktop.clock import Clock
from dialogue_desktop.domain.after_records import Commitment
from dialogue_desktop.domain.commitments import current
from dialogue_desktop.domain.conference import ConferenceView, Contact
from dialogue_desktop.domain.figures import Figures, figures_of
from dialogue_desktop.domain.letters import ReplyWay
from dialogue_desktop.domain.notice_proof import NoticeProof
from dialogue_desktop.domain.paper_parts_after import PartWords, part_name
from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.records import Records
from dialogue_desktop.domain.register import newest, numbered
from dialogue_desktop.domain.schedule import ScheduledDuty
from dialogue_desktop.domain.work_calendar import WEEKENDS_ONLY, WorkCalendar
from dialogue_desktop.errors import BadInput
from dialogue_desktop.services import letter_checks
from dialogue_desktop.services.closing import Closing
from dialogue_desktop.services.contacts import ContactBook
from dialogue_desktop.services.deadlines import Deadlines
from dialogue_desktop.services.document_kinds import AFTER_KINDS, DocumentKind
from dialogue_desktop.services.notice_proofs import NoticeProofs
from dialogue_desktop.services.papers import tell_missing
from dialogue_desktop.services.planning import Planning

if TYPE_CHECKING:
    from dialogue_desktop.documents.engine import Engine
    from dialogue_desktop.documents.flow import RenderResult
    from dialogue_desktop.documents.paper_parts import Paper
    from dialogue_desktop.documents.tree import Document

#: Lists of the records that go on after the minutes were frozen.
GOES_ON = ("papers", "commitments", "steps", "reviews")


@dataclass(frozen=True, slots=True)
class AfterSource:
    """All that one paper is made from, as it was at one moment; see `documents.after_paper.AfterPaper`."""

    kind: DocumentKind
    plan: Plan
    duties: tuple[ScheduledDuty, ...]
    records: Records
    commitments: tuple[Commitment, ...]
    figures: Figures
    today: date
    only: tuple[str, ...] = ()
    way: ReplyWay = ReplyWay.MATTER
    proofs: tuple[NoticeProof, ...] = ()
    calendar: WorkCalendar = WEEKENDS_ONLY
    contacts: tuple[Contact, ...] = ()


class AfterPapers:
    """Builds from values; `engine` loads the renderers when first called, so do that off the main thread."""

    def __init__(
        self,
        planning: Planning,
        closing: Closing,
        deadlines: Deadlines,
        proofs: NoticeProofs,
        contacts: ContactBook,
        engine: Callable[[], Engine],
        clock: Clock,
    ) -> None:
        self._planning = planning
        self._closing = closing
        self._deadlines = deadlines
        self._proofs = proofs
        self._contacts = contacts
        self._engine = engine
        self._clock = clock

    # --- on the database's thread

    def view(self, conference_id: str) -> ConferenceView:
        """What the papers speak of: the newest frozen minutes, or the present state before the first, with
        the papers, promises and the review as they stand now, and the numbers of the register in the plan.
        """
        now = self._planning.view(conference_id)
        frozen = self._closing.frozen(conference_id) or now
        later = {name: getattr(now.records, name) for name in GOES_ON}
        plan = numbered(frozen.plan, now.records.papers)
        return replace(frozen, plan=plan, records=replace(frozen.records, **later))

    def read(
        self,
        name: str,
        conference_id: str,
        *,
        only: tuple[str, ...] = (),
        way: ReplyWay = ReplyWay.MATTER,
    ) -> AfterSource:
        """What the paper is made from now. BadInput, with one sentence, where there is nothing to print;
        KeyError for the name of no paper after the session."""
        kind = {kind.name: kind for kind in AFTER_KINDS}[name]
        view, today = self.view(conference_id), self._clock.today()
        notice = newest(view.records.papers, "conclusion")
        source = AfterSource(
            kind,
            view.plan,
            self._deadlines.schedule(view.plan, notice_day=notice.dated_on if notice else None),
            view.records,
            current(view.records),
            figures_of(view.records, view.plan, today),
            today,
            only,
            way,
            self._proofs.proofs(conference_id),
            self._deadlines.calendar(),
            tuple(self._contacts.all(conference_id).values()),
        )
        nothing = nothing_to_print(source)
        if nothing:
            raise BadInput(nothing)
        return source

    # --- on any thread

    def document(self, source: AfterSource) -> Document:
        """The tree of the paper."""
        return self._built(source)

    def paper(self, source: AfterSource) -> Paper:
        """The plan with the sheet and the words of the paper."""
        from dialogue_desktop.documents.paper_parts import Paper

        engine = self._engine()
        sheet = engine.sheet(source.plan.issuer.style)
        words = engine.phrases("paper"), engine.phrases(source.kind.name)
        return Paper(source.plan, source.duties, sheet, *words, calendar=source.calendar)

    def parts(self, source: AfterSource) -> tuple[PartWords, ...]:
        """The parts that the office may put into its own words, in the order of the page, with the words that
        stand there without it; at the end own words for which the paper has no place now."""
        asked: dict[tuple[str, str], str] = {}
        self._built(source, asked)
        kind, papers = source.kind.name, source.records.papers
        subjects = dict.fromkeys(subject for subject, _ in asked) or {"": None}
        lines = {subject: newest(papers, kind, subject) for subject in subjects}
        own = {(s, part.key): part.text for s, line in lines.items() if line for part in line.parts}
        found = {**asked, **{place: "" for place in own if place not in asked}}
        return tuple(
            PartWords(key, part_name(kind, key), drafted, own.get((subject, key), ""), subject)
            for (subject, key), drafted in found.items()
        )

    def _built(self, source: AfterSource, asked: dict[tuple[str, str], str] | None = None) -> Document:
        from dialogue_desktop.documents import after_papers
        from dialogue_desktop.documents.after_paper import AfterPaper

        return after_papers.build(
            AfterPaper(
                source.kind.name,
                self.paper(source),
                source.records,
                source.commitments,
                source.figures,
                source.today,
                source.only,
                source.way,
                source.proofs,
                asked,
                source.contacts,
            )
        )

    def render(self, source: AfterSource, format_name: str = "pdf") -> RenderResult:
        """The paper as "pdf" or "docx"."""
        engine, document = self._engine(), self.document(source)
        return engine.pdf(document) if format_name == "pdf" else engine.docx(document)

    def files(
        self, source: AfterSource, format_name: str, notice: Callable[[str], None] | None = None
    ) -> tuple[tuple[str, bytes], ...]:
        """(name of the file, bytes) of the paper in a form. `notice` is told what it cannot show."""
        kind = source.kind
        if format_name == "xlsx":
            return ((f"{kind.stem}.xlsx", self._workbook(source)),)
        result = self.render(source, format_name)
        if format_name == "pdf" and notice is not None:
            tell_missing(kind.title, result.report, notice)
        return ((f"{kind.stem}.{format_name}", result.data),)

    def _workbook(self, source: AfterSource) -> bytes:
        from dialogue_desktop.exchange import excel_supervision

        if source.kind.name == "supervision":
            return excel_supervision.build(source.plan, source.records, source.commitments, source.today)
        raise KeyError(source.kind.name)


NOT_HELD = (
    "Phiên đối thoại chưa bắt đầu nên chưa lập được {title}. Dữ liệu đã nhập vẫn giữ nguyên. "
    "Hãy ghi phiên đối thoại rồi lập lại."
)


def _not_held(source: AfterSource) -> str:
    """A session without anything written down has no results; one whose hours were forgotten has."""
    records = source.records
    begun = records.session.started_at or records.at_hall() or records.conclusions
    title = source.kind.title
    return "" if begun else NOT_HELD.format(title=f"{title[:1].lower()}{title[1:]}")


#: For each paper whether there is anything to print: "" or one sentence that says what is missing.
_CHECKS: Mapping[str, Callable[[AfterSource], str]] = MappingProxyType(
    {
        "conclusion": _not_held,
        "replies": letter_checks.no_replies,
        "escalations": letter_checks.no_escalations,
        "report": _not_held,
        "reminders": letter_checks.no_reminders,
        "supervision": letter_checks.no_supervision,
        "review": letter_checks.no_review,
        "dossier": lambda source: _dossier(source),
    }
)


def nothing_to_print(source: AfterSource) -> str:
    """ "" where there is something, else one sentence that says what is missing and what to do."""
    check = _CHECKS.get(source.kind.name)
    return check(source) if check is not None else ""


NOTHING_ISSUED = (
    "Sổ văn bản chưa có văn bản nào đã ban hành nên chưa lập được hồ sơ. Nội dung đã ghi vẫn nguyên. "
    "Hãy ghi ban hành các văn bản trong Sổ văn bản trước."
)


def _dossier(source: AfterSource) -> str:
    return "" if any(one.issued_at for one in source.records.papers) else NOTHING_ISSUED
