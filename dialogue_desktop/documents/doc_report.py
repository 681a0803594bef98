"""The report on the conference to the level that the plan names, with figures and attached tables (M7)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from dialogue_desktop.documents.after_ends import (
    finished,
    minutes_words,
    paragraphs,
    recipients,
    replacing,
    signature,
)
from dialogue_desktop.documents.after_paper import AfterPaper
from dialogue_desktop.documents.numbering import number_of
from dialogue_desktop.documents.report_addressees import addressees, copies
from dialogue_desktop.documents.report_appendices import Appendices
from dialogue_desktop.documents.report_outlook import bad, good, next_tasks, proposals
from dialogue_desktop.documents.report_preparation import attendance, held, own_plan, preparation
from dialogue_desktop.documents.report_results import answered, beyond, figures, owed
from dialogue_desktop.documents.tree import Addressee, Block, Document, Heading, Level, Role, para
from dialogue_desktop.domain.words_vi import count2

_CODE = "BC"

#: Section → its clauses; one without clauses is a part itself. Each is a key of the phrases and a part that
#: may be reworded (`domain.paper_parts_after`).
_SECTIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("preparation", ()),
    ("results", ("held", "attendance", "figures", "answered", "owed", "beyond")),
    ("assessment", ("good", "bad")),
    ("ahead", ("next", "proposals")),
)


def build(source: AfterPaper) -> Document:
    """Preparation, results, assessment, what comes next; figures and tables behind it.

    Anchors: the keys of the parts; those of the tables are in `report_appendices`.
    """
    paper, phrases = source.paper, source.paper.phrases
    tables = Appendices(source)
    subject = source.words("subject", phrases("subject", conference=paper.conference))
    sent_to = addressees(source)
    lead_in = phrases("lead_in", plan=own_plan(source), body=paper.body)
    blocks: list[Block] = [
        source.letterhead(_CODE),
        paper.title(subject),
        Addressee(sent_to),
        *paragraphs(source.words("lead_in", lead_in), "lead_in"),
        *_sections(source, tables),
        *replacing(source),
        _enclosed(source, tables),
        _closing(source),
        signature(source, recipients(source, copies(source, sent_to))),
    ]
    made = paper.document(blocks, subject=subject)
    return finished(source, replace(made, sections=(*made.sections, *tables.sections())))


def _sections(source: AfterPaper, tables: Appendices) -> Iterator[Block]:
    drafts: dict[str, Callable[[], str]] = {
        "preparation": lambda: preparation(source),
        "held": lambda: held(source),
        "attendance": lambda: attendance(source),
        "figures": lambda: figures(source),
        "answered": lambda: answered(source, tables),
        "owed": lambda: owed(source, tables),
        "beyond": lambda: beyond(source),
        "good": lambda: good(source),
        "bad": lambda: bad(source),
        "next": lambda: next_tasks(source),
        "proposals": lambda: proposals(source, tables),
    }
    for n, (key, clauses) in enumerate(_SECTIONS, start=1):
        yield _heading(source, Level.SECTION, n, key)
        if not clauses:
            yield from paragraphs(source.words(key, drafts[key]()), key)
        for k, clause in enumerate(clauses, start=1):
            yield _heading(source, Level.CLAUSE, k, clause)
            yield from paragraphs(source.words(clause, drafts[clause]()), clause)


def _heading(source: AfterPaper, level: Level, number: int, key: str) -> Heading:
    shown = number_of(source.paper.sheet, level, number)
    return Heading(level, shown, source.paper.phrases(key), f"heading:{key}")


def _enclosed(source: AfterPaper, tables: Appendices) -> Block:
    """ "Gửi kèm Báo cáo này: Biên bản số …; Thông báo kết luận số …; 03 phụ lục."."""
    phrases, count = source.paper.phrases, len(tables.names)
    cited, more = source.cited("conclusion"), ""
    notice = phrases("enclosed_notice", cited=cited) if cited else ""
    if count:
        more = phrases("enclosed_appendix" if count == 1 else "enclosed_appendices", count=count2(count))
    words = phrases("enclosed", minutes=minutes_words(source), notice=notice, appendices=more)
    return para(words, anchor="enclosed")


def _closing(source: AfterPaper) -> Block:
    paper = source.paper
    words = source.words("closing", paper.phrases("closing", body=paper.body))
    return para(paper.ended(words), Role.CLOSING, "closing")
