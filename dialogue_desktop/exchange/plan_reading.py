"""An old plan read from a file or pasted lines to values, what was not understood beside them (P13)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from dialogue_desktop.domain.plan import LegalBasis, Signature
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.errors import BadInput
from dialogue_desktop.exchange import plan_reading_duties as duties
from dialogue_desktop.exchange import plan_reading_facts as facts
from dialogue_desktop.exchange import plan_reading_people as people
from dialogue_desktop.exchange.plan_reading_files import source_text
from dialogue_desktop.exchange.plan_reading_lines import cleaned, joined
from dialogue_desktop.exchange.plan_reading_outline import Node, Outline, outline
from dialogue_desktop.exchange.plan_reading_types import DatedDuty, Doubt, PlanReading, Unread

__all__ = ["PlanReading", "read", "read_lines"]

_YEAR = re.compile(r"năm\s+(?P<year>20\d\d)")
_LETTERHEAD = re.compile(
    r"cong h[oò]a|doc lap|uy ban nhan dan|dang bo|dang uy|dang cong san|^xa |^phuong |^thi tran |^so"
)


def read(path: Path) -> PlanReading:
    """What is understood of a plan file. NotFound; BadInput with one sentence where it holds no plan."""
    source = source_text(path)
    reading = read_lines(source.lines, whole_paragraphs=source.whole_paragraphs)
    if not reading.title and not reading.sections:
        raise BadInput(f"Không đọc được “{path.name}”: trong tệp không thấy một kế hoạch.")
    return reading


def read_lines(lines: Sequence[str], *, whole_paragraphs: bool = False) -> PlanReading:
    """The same from lines of text, as pasted; never fails, only finds less."""
    tidy = cleaned(lines, whole_paragraphs=whole_paragraphs)
    paragraphs, repeated = joined(tidy.lines, whole_paragraphs=whole_paragraphs)
    doubts = _lost_letters(tuple((p.line, p.text) for p in paragraphs))
    parts = outline(paragraphs)
    doubts += parts.doubts
    number, symbol = facts.number_and_symbol(parts)
    place, date_text, issued_on, year = facts.place_and_date(parts)
    when, time_text = facts.time_of(parts, doubts)
    localities = facts.localities(parts)
    groups, expected = people.participants(parts)
    tasks = next((node for node in parts.sections if duties.is_tasks(node.heading)), None)
    if tasks is None:
        doubts.append(Doubt(0, "units", "không thấy mục “Tổ chức thực hiện”"))
    title_year = _YEAR.search(parts.title)
    left_out = [*tidy.left_out, *repeated, *parts.left_out, *_strange_head(parts)]
    return PlanReading(
        title=parts.title,
        issuer=facts.issuer(parts, doubts),
        number=number,
        symbol=symbol,
        place=place,
        date_text=date_text,
        issued_on=issued_on,
        year=int(title_year["year"]) if title_year else year or when.year,
        bases=tuple(
            LegalBasis(f"can-cu-{i}", p.text.rstrip(" ;,."), carried_out=p.text.startswith("Thực hiện"))
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
        chairs=people.chairs(parts, doubts),
        secretaries=people.secretaries(parts),
        participants=groups,
        expected_people=expected,
        topics=people.topics(parts),
        programme=people.programme(parts),
        units=duties.units_of(tasks) if tasks is not None else (),
        dated_duties=_dated(parts, tasks),
        copies=people.copies(parts),
        backdrop=people.backdrop(parts),
        recipients=tuple(parts.recipients),
        signature=Signature(tuple(parts.signature), parts.signer),
        doubts=tuple(sorted(doubts, key=lambda doubt: doubt.line)),
        not_understood=tuple(sorted(left_out, key=lambda unread: unread.line)),
    )


def _dated(parts: Outline, tasks: Node | None) -> tuple[DatedDuty, ...]:
    """Deadlines of the tasks by unit, and of the steps before and after the session by their heading."""
    found: list[DatedDuty] = []
    for section in parts.sections:
        if section is tasks:
            for unit in duties.units_of(section):
                clause = f"mục {section.number}.{unit.number} của kế hoạch"
                for block in unit.duties:
                    found += duties.dated_in(block.text, unit.unit, block.line, clause)
        else:
            found += _dated_elsewhere(section, section.number)
    return tuple(found)


def _dated_elsewhere(node: Node, number: str) -> list[DatedDuty]:
    """Not where the time of the conference itself is said."""
    found: list[DatedDuty] = []
    if "thoi gian" not in fold(node.heading):
        for block in node.blocks:
            if not fold(block.text).startswith("thoi gian"):
                clause = f"mục {number} của kế hoạch"
                found += duties.dated_by_subject(block.text, node.heading, block.line, clause)
    for child in node.children:
        found += _dated_elsewhere(child, f"{number}.{child.number}" if number.isalpha() else child.number)
    return found


_LONE_CONSONANT = re.compile(r"(?<![\w./'’])(?P<one>[bcdđghklmnpqrstvx])\s+(?P<rest>[^\W\d_]+)", re.I)
_VOWELS = frozenset("aeiouy")


def _lost_letters(paragraphs: Sequence[tuple[int, str]]) -> list[Doubt]:
    """Words that lost a letter in scanning ("t ị", "Đngr"): shown, never put right by guessing."""
    found: list[Doubt] = []
    for line, text in paragraphs:
        broken = [
            match[0]
            for match in _LONE_CONSONANT.finditer(text)
            if match["one"].islower() or len(match["rest"]) > 1
        ]
        broken += [
            word
            for word in re.findall(r"[^\W\d_]{3,}", text)
            if not word.isupper() and not _VOWELS & set(fold(word))
        ]
        found += [Doubt(line, "text", f"chữ “{part}” có thể bị mất nét") for part in dict.fromkeys(broken)]
    return found


def _strange_head(parts: Outline) -> list[Unread]:
    """Lines above the title that are no part of a letterhead."""
    return [
        Unread(p.line, p.text, "đứng trên tên kế hoạch, chưa rõ là gì")
        for p in parts.head
        if not _LETTERHEAD.search(fold(p.text)) and not facts.is_place_and_date(p.text)
    ]
