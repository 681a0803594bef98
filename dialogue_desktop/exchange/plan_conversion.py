"""An old plan that was read as a plan of the program: the office's words kept, all doubts listed (P13)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from dialogue_desktop.domain.plan import (
    CopyPurpose,
    IssuerKind,
    LegalBasis,
    MeetingForm,
    Plan,
    PlannedSession,
    Quota,
    Secretary,
    Signature,
    TimeKind,
)
from dialogue_desktop.domain.text_vi import fold, fold_map
from dialogue_desktop.exchange.plan_conversion_duties import ALL_UNITS, tasks_of
from dialogue_desktop.exchange.plan_conversion_sections import sections_of
from dialogue_desktop.exchange.plan_conversion_types import Converted, Doubt
from dialogue_desktop.exchange.plan_reading_types import PlanReading, ReadSection
from dialogue_desktop.exchange.plan_this_year import this_year

__all__ = ["Converted", "Doubt", "converted", "this_year"]

#: Items of the reading's doubts → the step where they are put right.
_STEP_OF = {
    "title": "issuer",
    "issuer": "issuer",
    "time": "time_place",
    "chairs": "participants",
    "secretaries": "participants",
    "participants": "participants",
    "tasks": "tasks",
    "units": "tasks",
    "sections": "purpose",
    "text": "purpose",
}
_WHOLE = "Cả kế hoạch cũ"
#: Left out for certain: nothing to look at.
_PAGE_NUMBER = "số trang"
_ORGANISE = re.compile(r"^(?:tổ chức|về việc|v/v)\s+", re.I)
_YEAR = re.compile(r"\s+năm\s+20\d\d\s*$")
_LAW_NAME = re.compile(r"^(?:can cu|thuc hien)\s+(?P<name>.+?)\s+(?:so|ngay)\s")
_LAW_NUMBER = re.compile(r"\b(?P<number>\d+[/-][\w/-]*\d*[\w/-]+)\b")
_YEARS = re.compile(r"\b(?:19|20)\d\d\b")


def converted(
    reading: PlanReading,
    today: date,
    *,
    library: Sequence[LegalBasis] = (),
    copies: Sequence[CopyPurpose] = (),
) -> Converted:
    """The plan that the reading says. `today` gives the year where the old plan has none; `library` the
    dates between which a basis is in force; `copies` stand where the old plan names none."""
    doubts = list(_read_doubts(reading))
    party = reading.issuer.kind is IssuerKind.PARTY_COMMITTEE
    form = _form(reading, doubts)
    if reading.year is None:
        doubts.append(Doubt(reading.title, f"kế hoạch không ghi năm; tạm ghi {today.year}", "issuer"))
    plan = Plan(
        profile="",
        year=reading.year or today.year,
        issuer=reading.issuer,
        number=reading.number,
        symbol=reading.symbol or ("KH/ĐU" if party else "KH-UBND"),
        issued_on=reading.issued_on,
        subject=reading.title,
        conference_name=conference_name(reading.title),
        bases=tuple(_with_validity(basis, library) for basis in reading.bases),
        lead_in=reading.lead_in,
        closing=reading.closing,
        whole_commune=reading.whole_commune,
        localities=reading.localities,
        time=replace(reading.time, year=reading.time.year or reading.year),
        places=reading.places,
        people_per_session=reading.people_per_session,
        form=form,
        chairs=reading.chairs,
        secretaries=_secretaries(reading),
        participants=reading.participants,
        quotas=_quotas(reading),
        programme=reading.programme,
        copies=reading.copies or tuple(copies),
        recipients=reading.recipients,
        signature=reading.signature if reading.signature.lines else Signature((), reading.signature.name),
        minutes_symbol="BB/ĐU" if party else "BB-UBND",
        officials=tuple(
            replace(chair.official, id=f"can-bo-{index}")
            for index, chair in enumerate(reading.chairs, 1)
            if chair.official.name
        ),
    )
    plan = _with_sessions(plan, reading, doubts)
    plan = replace(plan, tasks=tasks_of(reading, doubts))
    plan = replace(plan, units=tuple(dict.fromkeys(u.unit for u in plan.tasks if u.unit != ALL_UNITS)))
    plan = replace(plan, sections=sections_of(reading, plan, doubts))
    _mark_missing(plan, doubts)
    return Converted(plan, tuple(dict.fromkeys(doubts)))


def conference_name(title: str) -> str:
    """How other papers name the conference: "Hội nghị tiếp xúc, đối thoại … năm 2023"."""
    name = _ORGANISE.sub("", title.strip())
    if not name:
        return ""
    if not fold(name).startswith(("hoi nghi", "buoi ", "cuoc ", "phien ")):
        name = f"Hội nghị {name[0].lower()}{name[1:]}"
    return name[0].upper() + name[1:]


def _with_sessions(plan: Plan, reading: PlanReading, doubts: list[Doubt]) -> Plan:
    """The first of several conferences is the plan's own, the others stand beside it (P5)."""
    if not reading.sessions:
        return plan
    own, *others = reading.sessions
    reason = f"kế hoạch có {len(reading.sessions)} hội nghị; nay in thành một bảng, xem lại từng hội nghị"
    doubts.append(Doubt("\n".join(one.time_text for one in reading.sessions), reason, "time_place"))
    return replace(
        plan,
        places=own.places or plan.places,
        whole_commune=not own.localities,
        localities=own.localities,
        people_per_session=own.people or plan.people_per_session,
        more_sessions=tuple(
            PlannedSession(
                f"hoi-nghi-{number}",
                replace(one.time, year=one.time.year or reading.year),
                one.places,
                not one.localities,
                one.localities,
                one.people,
            )
            for number, one in enumerate(others, 2)
        ),
    )


def _form(reading: PlanReading, doubts: list[Doubt]) -> MeetingForm:
    said = fold(reading.form)
    online, direct = "truc tuyen" in said, "truc tiep" in said
    if reading.form and not online and not direct:
        reason = "chưa rõ trực tiếp hay trực tuyến; hiểu là trực tiếp"
        doubts.append(Doubt(reading.form, reason, "time_place"))
    return MeetingForm.MIXED if online and direct else MeetingForm.ONLINE if online else MeetingForm.DIRECT


def _walk(sections: Sequence[ReadSection]) -> Iterator[ReadSection]:
    for section in sections:
        yield section
        yield from _walk(section.children)


_COUNT_BEFORE = re.compile(r"^0?1\s+(?=[^\W\d_])")


def _secretaries(reading: PlanReading) -> tuple[Secretary, ...]:
    """ "01 công chức …" is one official; the number is no part of the position."""
    return tuple(
        replace(one, official=replace(one.official, position=_COUNT_BEFORE.sub("", one.official.position)))
        for one in reading.secretaries
    )


def _quotas(reading: PlanReading) -> tuple[Quota, ...]:
    """ "Chỉ tiêu đại biểu: thôn Đìa 30 người (xóm Bãi 20; xóm Đình 10); …" for the thôn of the conference."""
    found: dict[tuple[str, str], Quota] = {}
    for node in _walk(reading.sections):
        for block in node.blocks:
            if not fold(block.text).startswith("chi tieu"):
                continue
            for locality in reading.localities:
                seats = re.search(
                    rf"{re.escape(fold(locality.label))}\s*:?\s*(?P<n>\d{{1,4}})\b"
                    r"(?:\s+(?:nguoi|dai bieu))?(?P<parts>\s*\([^()]*\))?",
                    fold(block.text),
                )
                if seats is None:
                    continue
                found.setdefault((locality.id, ""), Quota(locality.id, int(seats["n"])))
                start, end = seats.span("parts") if seats["parts"] else (0, 0)
                folded = fold_map(block.text)
                inside = block.text[slice(*folded.span(start, end))] if end else ""
                for hamlet, n in _HAMLET_SEATS.findall(inside):
                    found.setdefault((locality.id, fold(hamlet)), Quota(locality.id, int(n), hamlet.strip()))
    return tuple(found.values())


#: "xóm Bãi 20" between brackets, semicolons or commas.
_HAMLET_SEATS = re.compile(r"(?<=[(;,])\s*([^\d(;,)]+?)\s*:?\s*(\d{1,4})\b")


# --- doubts of the reading --------------------------------------------------------------------------


def _read_doubts(reading: PlanReading) -> Iterator[Doubt]:
    """What the reading doubts and what it left out, with the words that stand there."""
    texts: dict[int, str] = {}
    steps: dict[int, str] = {}
    for node in _walk(reading.sections):
        for line, text in ((node.line, node.heading), *((b.line, b.text) for b in node.blocks)):
            texts[line] = f"{texts[line]}: {text}" if texts.get(line) else text
    for unit in reading.units:
        steps[unit.line] = "tasks"
        steps |= dict.fromkeys((block.line for block in unit.duties), "tasks")
    for doubt in reading.doubts:
        if doubt.item == "file":
            yield Doubt(_WHOLE, doubt.reason, "issuer")
            continue
        quoted = re.search(r"“(.+?)”", doubt.reason)
        text, step = texts.get(doubt.line, ""), steps.get(doubt.line, "")
        if not text:
            text, step = _holding(reading, quoted[1] if quoted else ""), "issuer"
        if doubt.item != "text":
            step = _STEP_OF.get(doubt.item, "purpose")
        yield Doubt(text or reading.title, doubt.reason, step or "purpose")
    left_out: dict[tuple[str, str], list[str]] = {}
    for unread in reading.not_understood:
        if unread.reason == _PAGE_NUMBER:
            continue
        place = (unread.reason, _step_of_line(reading, unread.line))
        left_out.setdefault(place, []).append(unread.text)
    for (reason, step), lines in left_out.items():
        yield Doubt("\n".join(dict.fromkeys(lines)), f"để ra ngoài: {reason}", step)


def _holding(reading: PlanReading, words: str) -> str:
    """The part outside the sections in which some words stand."""
    parts = (reading.title, *(basis.text for basis in reading.bases), reading.lead_in, reading.closing)
    return next((part for part in parts if words and words in part), "")


def _step_of_line(reading: PlanReading, line: int) -> str:
    """Above the sections: the head; below the last heading of the tasks: the foot."""
    lines = [node.line for node in _walk(reading.sections)]
    if not lines or line < min(lines):
        return "issuer"
    last = max(lines + [block.line for node in _walk(reading.sections) for block in node.blocks])
    return "recipients" if line > last else "purpose"


def _mark_missing(plan: Plan, doubts: list[Doubt]) -> None:
    """What no plan goes without and was not found."""
    for there, what, step in (
        (plan.issuer.name, "tên xã, phường", "issuer"),
        (plan.bases, "căn cứ", "issuer"),
        (plan.time.kind is not TimeKind.LATER, "thời gian", "time_place"),
        (plan.places, "địa điểm", "time_place"),
        (plan.participants, "thành phần", "participants"),
        (plan.programme, "chương trình", "programme"),
        (plan.tasks, "phân công", "tasks"),
        (plan.recipients, "nơi nhận", "recipients"),
        (plan.signature.name, "họ tên người ký", "recipients"),
    ):
        if not there:
            doubts.append(Doubt("", f"không thấy {what}", step))


# --- bases ------------------------------------------------------------------------------------------


def _with_validity(basis: LegalBasis, library: Sequence[LegalBasis]) -> LegalBasis:
    """The dates of the library's entries that the basis names; the shortest where it names several."""
    named = [entry for entry in library if _names(basis.text, entry)]
    begins = [entry.in_force_from for entry in named if entry.in_force_from is not None]
    ends = [entry.in_force_to for entry in named if entry.in_force_to is not None]
    return replace(
        basis,
        in_force_from=min(begins) if begins else None,
        in_force_to=min(ends) if ends else None,
    )


def _names(text: str, entry: LegalBasis) -> bool:
    """By number where the entry has one, else by the law's name with its year behind it."""
    said, known = fold(text), fold(entry.text)
    if entry.in_force_from is None:
        return False
    number = re.search(r"\bso (?P<number>[\w/-]*\d[\w/-]*)", known)
    if number is not None:
        return number["number"] in said
    name, years = _LAW_NAME.match(known), _YEARS.findall(known)
    if name is None or not years:
        return False
    return any(
        years[-1] in said[at.end() : at.end() + 40] for at in re.finditer(re.escape(name["name"]), said)
    )
