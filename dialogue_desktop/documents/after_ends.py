"""Where the papers after the session go and who signs them, by the plan or in the office's own words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from dialogue_desktop.documents.after_paper import AfterPaper
from dialogue_desktop.documents.letterhead import two_digits
from dialogue_desktop.documents.paper_parts import dated
from dialogue_desktop.documents.tree import (
    Block,
    Document,
    Item,
    Mark,
    Paragraph,
    SignatureBlock,
    Signer,
    para,
    text,
)
from dialogue_desktop.domain.district_level import DISTRICT_END, names_district
from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.register import newest
from dialogue_desktop.domain.schedule import ScheduledDuty
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.domain.wall_time import on_wall

_REPORTED = re.compile(r"\s*\(b/c\)\s*", re.IGNORECASE)
_ALIKE = (
    ("hoi dong nhan dan", "hdnd"),
    ("uy ban nhan dan", "ubnd"),
    ("uy ban mat tran to quoc viet nam", "mttq"),
    ("ban thuong truc uy ban mttq viet nam", "mttq"),
    ("uy ban mttq viet nam", "mttq"),
    ("mat tran to quoc", "mttq"),
)


def own_lines(words: str) -> tuple[str, ...]:
    """Lines of a part that is a list, without the dashes and signs that the form sets itself."""
    return tuple(line for one in words.split("\n") if (line := one.strip().removeprefix("-").strip(" ;.")))


# --- to whom


def planned_recipients(source: AfterPaper) -> tuple[str, ...]:
    """The plan's own list without the line of the file; no body of the district level since it ended."""
    paper = source.paper
    day = source.line().dated_on or source.today
    names = [paper.filled(name).strip().removeprefix("-").strip(" ;.") for name in paper.plan.recipients]
    return tuple(name for name in names if name and not is_file(name) and not outdated(name, day))


def outdated(name: str, day: date) -> bool:
    """Whether it names a body of the district level on a day after it ended."""
    return day >= DISTRICT_END and names_district(name)


def is_file(name: str) -> bool:
    return name.startswith("Lưu")


def filed(source: AfterPaper) -> str:
    """The line of the file as the plan has it."""
    paper = source.paper
    kept = [name for name in map(paper.filled, paper.plan.recipients[-1:]) if is_file(name.lstrip("- "))]
    if kept:
        return kept[0].strip().removeprefix("-").strip(" ;.")
    return paper.phrases("file_party" if paper.party else "file")


def recipients(source: AfterPaper, drafted: Iterable[str]) -> tuple[str, ...]:
    """Nơi nhận: what the register says, else what is drafted, reworded by the office; the file last."""
    listed = source.line().recipients
    lines = list(own_lines("\n".join(listed)) if listed else dict.fromkeys(drafted))
    if not any(is_file(name) for name in lines):
        lines.append(filed(source))
    return own_lines(source.words("recipients", "\n".join(lines)))


def same_body(one: str, other: str) -> bool:
    """Whether two lines name one body, however shortened; "(b/c)" does not count."""
    return _body_key(one) == _body_key(other)


def named_in(body: str, text: str) -> bool:
    """Whether a text names a body, written in full or shortened."""
    return f" {_body_key(body)} " in f" {_shortened(text)} "


def without_note(name: str) -> str:
    """ "Ủy ban nhân dân tỉnh" for "Ủy ban nhân dân tỉnh (b/c)"."""
    return _REPORTED.sub("", name).strip()


def is_reported(name: str) -> bool:
    """Whether the plan reports to it."""
    return _REPORTED.search(name) is not None


def _body_key(name: str) -> str:
    return _shortened(without_note(name))


def _shortened(text: str) -> str:
    words = " ".join(re.findall(r"\w+", fold(text)))
    for long, short in _ALIKE:
        words = words.replace(long, short)
    return words


# --- duties of the plan


def duty_with(plan: Plan, duties: Sequence[ScheduledDuty], *signs: Sequence[str]) -> ScheduledDuty | None:
    """The plan's duty after the day that has every word of one of the groups, the first group first."""
    day = plan.day
    for group in signs:
        for line in duties:
            if line.due is not None and day is not None and line.due <= day:
                continue
            words = fold(f"{line.duty.summary} {line.duty.text}")
            if all(sign in words for sign in group):
                return line
    return None


def office_of(source: AfterPaper) -> str:
    """Who keeps the papers of the conference: whom the plan charges with the notice, else its own office."""
    plan = source.paper.plan
    keeper = duty_with(plan, source.paper.duties, ("ket luan", "niem yet"), ("thong bao ket luan",))
    if keeper is not None and fold(keeper.unit).startswith(("van phong", "cong chuc")):
        return keeper.unit
    units = [*(unit.unit for unit in plan.tasks), *plan.units]
    named = next((unit for unit in units if fold(unit).startswith("van phong")), "")
    return named or source.paper.phrases("office_party" if source.paper.party else "office_state")


# --- what it cites, who signs


def minutes_words(source: AfterPaper) -> str:
    """ "Biên bản số 07/BB-UBND ngày 24 tháng 4 năm 2026", with room for what is not known yet."""
    plan, common = source.paper.plan, source.paper.common
    line = newest(source.records.papers, "minutes")
    session = source.records.session
    held = on_wall(session.ended_at).date() if session.ended_at else plan.day
    number = source.paper.sheet.words.number.format(
        number=two_digits(plan.minutes_number.strip()) or common("dots"), symbol=plan.minutes_symbol
    )
    number = number.replace(":", "")
    day = dated((line.dated_on if line else None) or held, plan.year)
    separator = ", " if source.paper.party else " "
    return f"Biên bản {number[:1].lower()}{number[1:]}{separator}{day}"


def replacing(source: AfterPaper, subject: str = "") -> list[Block]:
    """ "Thông báo này thay thế Thông báo số 12/TB-UBND ngày 04/5/2026." of a later version."""
    line = source.line(subject)
    before = next((one for one in source.records.papers if line.replaces and one.id == line.replaces), None)
    if before is None or not before.number:
        return []
    cited = replace(source, records=replace(source.records, papers=(before,))).cited(
        source.name, before.subject
    )
    kind = source.paper.phrases("kind")
    reason = line.reason.strip(" .;")
    words = source.paper.common("replacing", kind=kind, cited=cited)
    return [para(words + (source.paper.common("replacing_why", reason=reason) if reason else "") + ".")]


def signature(source: AfterPaper, recipients_shown: Sequence[str], subject: str = "") -> SignatureBlock:
    """The plan's signer, or the office's own: lines in capitals are capacity and position, the other is the
    name. `subject` tells the letter of a series."""
    planned = source.paper.plan.signature
    drafted = "\n".join(line for line in (*planned.lines, planned.name) if line)
    lines = [line.strip() for line in source.words("signer", drafted, subject).split("\n") if line.strip()]
    heads = [line for line in lines if line == line.upper()]
    name = next((line for line in reversed(lines) if line != line.upper()), "")
    signer = Signer(name, heads[-1] if heads else "", tuple(heads[:-1]))
    anchor = f"signature:{subject}" if subject else "signature"
    return SignatureBlock(signer, tuple(recipients_shown), anchor)


def finished(source: AfterPaper, document: Document) -> Document:
    """Labelled as a draft while the minutes that it is made from are not frozen."""
    return document if source.records.versions else document.labelled(source.paper.common("draft"))


def paragraphs(words: str, anchor: str) -> list[Block]:
    """A part line by line: each a paragraph, or an item where it begins with a dash or a plus."""
    found: list[Block] = []
    for line in filter(None, map(str.strip, words.split("\n"))):
        mark = next((mark for mark in Mark if line.startswith(f"{mark.value} ")), None)
        runs = text(line[2:].lstrip() if mark else line)
        found.append(Item(runs, mark, anchor) if mark else Paragraph(runs, anchor=anchor))
    return found


def said(words: str, anchor: str) -> Paragraph:
    return para(words, anchor=anchor)
