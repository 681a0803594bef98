"""A plan of another year taken on to this one: what surely changes is changed, the rest is marked (P13)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from dialogue_desktop.domain.deadlines import Anchor, DayUnit, Direction, FixedDate, Rule
from dialogue_desktop.domain.district_level import DISTRICT_END, names_district
from dialogue_desktop.domain.party_form import with_usual_style
from dialogue_desktop.domain.plan import Duty, Plan, Section
from dialogue_desktop.domain.words_vi import date_short, weekday_date
from dialogue_desktop.exchange.plan_conversion_types import Converted, Doubt

_FAR = 365  # days from the conference beyond which a date is none of its deadlines


def this_year(plan: Plan, today: date) -> Converted:
    """The plan for the year of `today`. Number and date of issue are empty again; fixed deadlines count
    from the conference day where it was known, else keep day and month; each change has its doubt."""
    doubts: list[Doubt] = []
    old = plan.year
    tasks = tuple(
        replace(unit, duties=tuple(_duty(duty, plan, today, doubts) for duty in unit.duties))
        for unit in plan.tasks
    )
    moved = replace(
        plan,
        year=today.year,
        number="",
        issued_on=None,
        minutes_number="",
        time=replace(plan.time, year=today.year, day=_day(plan, today, doubts)),
        tasks=tasks,
    )
    moved = with_usual_style(plan, moved)
    if old != today.year:
        moved = _with_this_year(moved, old)
    doubts += _old_dates(moved, old, today)
    doubts += _old_bases(moved, old, today)
    if today >= DISTRICT_END:
        for text, step in _texts(moved):
            if names_district(text):
                doubts.append(Doubt(text, "cấp huyện không còn từ 01/7/2025; ghi cơ quan thay thế", step))
    return Converted(moved, tuple(dict.fromkeys(doubts)))


# --- days -------------------------------------------------------------------------------------------


def _day(plan: Plan, today: date, doubts: list[Doubt]) -> date | None:
    day = plan.time.day
    if day is None or day.year == today.year:
        return day
    shifted = _in_year(day, today.year)
    reason = f"ngày họp cũ {date_short(day)}; tạm chuyển sang {weekday_date(shifted)}, hãy chọn lại"
    doubts.append(Doubt(f"Thời gian: {date_short(day)}", reason, "time_place"))
    return shifted


def _in_year(day: date, year: int) -> date:
    try:
        return day.replace(year=year)
    except ValueError:  # 29/02
        return day.replace(year=year, day=28)


def _duty(duty: Duty, plan: Plan, today: date, doubts: list[Doubt]) -> Duty:
    """A fixed date becomes days before or after the conference, or the same day of this year."""
    duty = replace(duty, moved_to=None, kept=False)
    fixed = duty.fixed
    if fixed is None or fixed.day.year == today.year:
        return duty
    old = f"hạn cũ: {fixed.words}"
    conference = plan.day
    if conference is not None and abs((conference - fixed.last_day).days) <= _FAR:
        rule = _rule(fixed, conference)
        doubts.append(Doubt(duty.text, f"{old}; nay tính {rule.words}", "tasks"))
        return replace(duty, text=_open_date(duty.text, fixed), fixed=None, rule=rule)
    shifted = replace(fixed, day=_in_year(fixed.day, today.year))
    doubts.append(Doubt(duty.text, f"{old}; tạm chuyển sang {shifted.words}", "tasks"))
    return replace(duty, text=_open_date(duty.text, fixed), fixed=shifted)


def _rule(fixed: FixedDate, conference: date) -> Rule:
    days = (conference - fixed.last_day).days
    direction = Direction.BEFORE if days >= 0 else Direction.AFTER
    return Rule(Anchor.CONFERENCE_DAY, direction, abs(days), DayUnit.CALENDAR, None, "", fixed.clause)


def _open_date(text: str, fixed: FixedDate) -> str:
    """The old date's words replaced by the counted deadline; by dots where they say an hour or a start."""
    day = fixed.day
    written = rf"0?{day.day}(?:/|\s*tháng\s*)0?{day.month}(?:/|\s*năm\s*){day.year}\b"
    how = r"(?:trước|chậm nhất(?:\s+là)?(?:\s+(?:vào|đến|trong))?|muộn nhất(?:\s+là)?|đến hết)"
    opened, count = re.subn(rf"{how}\s+(?:ngày\s+)?{written}", "{han}", text, count=1, flags=re.I)
    if not count:
        opened = re.sub(written, "………", text, count=1, flags=re.I)
    return opened


# --- words ------------------------------------------------------------------------------------------


def _with_this_year(plan: Plan, old: int) -> Plan:
    """ "năm 2023" of the plan itself is the placeholder of the year; bases keep theirs."""

    def now(text: str) -> str:
        # A whole date ("ngày 23 tháng 9 năm 2023") is left for the eye.
        return re.sub(rf"(?<!\d )(?<!\d)\bnăm {old}\b", "năm {nam}", text)

    def section(one: Section) -> Section:
        return replace(
            one,
            heading=now(one.heading),
            blocks=tuple(replace(block, text=now(block.text)) for block in one.blocks),
            children=tuple(section(child) for child in one.children),
        )

    return replace(
        plan,
        subject=now(plan.subject),
        conference_name=now(plan.conference_name),
        lead_in=now(plan.lead_in),
        closing=now(plan.closing),
        form_note=now(plan.form_note),
        sections=tuple(section(one) for one in plan.sections),
        participants=tuple(replace(group, text=now(group.text)) for group in plan.participants),
        programme=tuple(
            replace(step, text=now(step.text), details=tuple(now(detail) for detail in step.details))
            for step in plan.programme
        ),
        tasks=tuple(
            replace(unit, duties=tuple(replace(duty, text=now(duty.text)) for duty in unit.duties))
            for unit in plan.tasks
        ),
    )


def _old_dates(plan: Plan, old: int, today: date) -> Iterator[Doubt]:
    if old == today.year:
        return
    year = re.compile(rf"\b{old}\b")
    for text, step in _texts(plan):
        if year.search(text):
            yield Doubt(text, f"còn ghi năm {old}", step)


def _old_bases(plan: Plan, old: int, today: date) -> Iterator[Doubt]:
    for basis in plan.bases:
        if basis.in_force_to is not None and basis.in_force_to < today:
            ended = (
                f"hết hiệu lực sau ngày {date_short(basis.in_force_to)}; thay bằng văn bản đang có hiệu lực"
            )
            yield Doubt(basis.text, ended, "issuer")
        elif old != today.year and re.search(rf"\b{old}\b", basis.text):
            yield Doubt(basis.text, f"văn bản của năm {old}; xem đã có văn bản mới chưa", "issuer")


def _texts(plan: Plan) -> Iterator[tuple[str, str]]:
    """Every text of the plan but its bases, with the step where it is edited."""
    yield plan.subject, "issuer"
    yield plan.lead_in, "issuer"
    yield from ((place, "time_place") for place in plan.places)
    yield plan.form_note, "time_place"
    yield from ((group.text, "participants") for group in plan.participants)
    for step in plan.programme:
        yield from ((text, "programme") for text in (step.text, *step.details))
    yield from _section_texts(plan.sections)
    for unit in plan.tasks:
        yield unit.heading or unit.unit, "tasks"
        yield from ((duty.text, "tasks") for duty in unit.duties)
    yield from ((copy.label, "recipients") for copy in plan.copies if copy.chosen)
    yield plan.closing, "purpose"
    yield from ((recipient, "recipients") for recipient in plan.recipients)


def _section_texts(sections: tuple[Section, ...]) -> Iterator[tuple[str, str]]:
    for section in sections:
        yield section.heading, section.step
        yield from ((block.text, section.step) for block in section.blocks)
        yield from _section_texts(section.children)
