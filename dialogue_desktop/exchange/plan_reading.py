"""An old plan read from a file or pasted lines to values, what was not understood beside them (P13)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from dialogue_desktop.domain.plan import LegalBasis, Signature
from dialogue_desktop.errors import BadInput
from dialogue_desktop.exchange import plan_reading_facts as facts
from dialogue_desktop.exchange import plan_reading_people as people
from dialogue_desktop.exchange import plan_reading_programme as session
from dialogue_desktop.exchange import plan_reading_units as tasks
from dialogue_desktop.exchange.plan_reading_codes import in_unicode
from dialogue_desktop.exchange.plan_reading_files import source_text
from dialogue_desktop.exchange.plan_reading_joins import joined
from dialogue_desktop.exchange.plan_reading_lines import cleaned
from dialogue_desktop.exchange.plan_reading_outline import Outline, outline, walk
from dialogue_desktop.exchange.plan_reading_sessions import sessions
from dialogue_desktop.exchange.plan_reading_spelling import heading_doubt, spelling_doubts
from dialogue_desktop.exchange.plan_reading_time import time_of
from dialogue_desktop.exchange.plan_reading_types import Doubt, PlanReading, ReadSection, Unread

__all__ = ["PlanReading", "holds_plan", "read", "read_lines", "read_text"]

NO_PLAN = "trong tệp không thấy một kế hoạch, hãy xem lại đã chọn đúng tệp chưa"

_CARRIED_OUT = ("Thực hiện", "Tiếp tục thực hiện", "Triển khai")
_YEAR = re.compile(r"năm\s+(?P<year>20\d\d)")


def read(path: Path) -> PlanReading:
    """What is understood of a plan file. NotFound; BadInput with one sentence where it holds no plan."""
    source = source_text(path)
    reading = read_lines(source.lines, whole_paragraphs=source.whole_paragraphs)
    beside = tuple(Unread(0, text, reason) for text, reason in source.beside)
    reading = _with_notes(reading, source.notes, beside)
    if not holds_plan(reading):
        raise BadInput(f"Không đọc được “{path.name}”: {NO_PLAN}.")
    return reading


def read_text(text: str) -> PlanReading:
    """The same from a pasted text."""
    lines, recoded = in_unicode(text.splitlines())
    return _with_notes(read_lines(lines), (recoded,) if recoded else ())


def holds_plan(reading: PlanReading) -> bool:
    """Whether there is a title, or at least one numbered part."""
    return bool(reading.title) or any(_numbered(section) for section in reading.sections)


def _numbered(section: ReadSection) -> bool:
    return bool(section.number) or any(_numbered(child) for child in section.children)


def _with_notes(reading: PlanReading, notes: Sequence[str], beside: Sequence[Unread] = ()) -> PlanReading:
    return replace(
        reading,
        doubts=(*(Doubt(0, "file", note) for note in notes), *reading.doubts),
        not_understood=(*beside, *reading.not_understood),
    )


def read_lines(lines: Sequence[str], *, whole_paragraphs: bool = False) -> PlanReading:
    """The same from lines of text; never fails, only finds less."""
    tidy = cleaned(lines, whole_paragraphs=whole_paragraphs)
    paragraphs, repeated = joined(tidy.lines, whole_paragraphs=whole_paragraphs)
    doubts = spelling_doubts((p.line, p.text) for p in paragraphs)
    parts = outline(paragraphs)
    doubts += parts.doubts
    doubts += _strange_headings(parts)
    number, symbol = facts.number_and_symbol(parts)
    place, date_text, issued_on, head_year = facts.place_and_date(parts, doubts)
    held = sessions(parts)
    when, time_text = (held[0].time, held[0].time_text) if held else time_of(parts, doubts)
    title_year = _YEAR.search(parts.title)
    year = int(title_year["year"]) if title_year else head_year or when.year
    groups = people.participants(parts)
    localities = facts.localities(parts) or facts.localities_of(groups)
    sections = tasks.task_sections(parts)
    if not sections:
        doubts.append(Doubt(0, "units", "không thấy mục “Tổ chức thực hiện”"))
    units = tasks.units_of(sections)
    left_out = [*tidy.left_out, *repeated, *parts.left_out, *parts.foot.left_out, *facts.strange_head(parts)]
    return PlanReading(
        head=tuple(p.text for p in parts.head),
        title=parts.title,
        issuer=facts.issuer(parts, doubts),
        number=number,
        symbol=symbol,
        place=place,
        date_text=date_text,
        issued_on=issued_on,
        year=year,
        bases=tuple(
            LegalBasis(f"can-cu-{i}", p.text.rstrip(" ;,."), carried_out=p.text.startswith(_CARRIED_OUT))
            for i, p in enumerate(parts.bases, 1)
        ),
        lead_in=parts.lead_in,
        sections=tuple(node.frozen() for node in parts.sections),
        closing=parts.closing,
        whole_commune=not localities,
        localities=localities,
        time=when,
        time_text=time_text,
        places=facts.places(parts),
        form=facts.form(parts),
        sessions=held,
        chairs=people.chairs(parts, doubts),
        secretaries=people.secretaries(parts, doubts),
        organisers=people.organisers(parts),
        participants=groups,
        expected_people=people.expected_people(parts, doubts),
        people_per_session=people.people_per_session(parts),
        topics=session.topics(parts),
        programme=session.programme(parts).steps,
        units=units,
        dated_duties=tasks.dated_duties(parts, units, year, doubts),
        copies=session.copies(parts),
        backdrop=session.backdrop(parts),
        recipients=tuple(parts.foot.recipients),
        signature=Signature(tuple(parts.foot.signature), parts.foot.signer),
        doubts=tuple(sorted(dict.fromkeys(doubts), key=lambda doubt: doubt.line)),
        not_understood=tuple(sorted(left_out, key=lambda unread: unread.line)),
    )


def _strange_headings(parts: Outline) -> list[Doubt]:
    found = (heading_doubt(node.line, node.heading) for node in walk(parts.sections))
    return [doubt for doubt in found if doubt is not None]
