"""A plan of another year taken on to this one: what surely changes is changed, the rest is marked (P13)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from dialogue_desktop.domain.deadlines import Anchor, ConflictKind, DayUnit, Direction, FixedDate, Rule
from dialogue_desktop.domain.district_level import DISTRICT_END, names_district
from dialogue_desktop.domain.own_words import said_elsewhere
from dialogue_desktop.domain.party_form import with_usual_style
from dialogue_desktop.domain.placeholders import fill, resolved, values_of
from dialogue_desktop.domain.plan import (
    Duty,
    LegalBasis,
    Plan,
    Section,
    TimeKind,
    UnitKind,
)
from dialogue_desktop.domain.schedule import duty_marks, schedule, time_words
from dialogue_desktop.domain.words_vi import date_short, weekday_date
from dialogue_desktop.domain.work_calendar import WorkCalendar
from dialogue_desktop.exchange.plan_conversion_types import Converted, Doubt
from dialogue_desktop.exchange.plan_successors import successor
from dialogue_desktop.exchange.plan_year_words import YearWords

_HOW = r"(?:trước|chậm nhất(?:\s+là)?(?:\s+(?:vào|đến|trong))?|muộn nhất(?:\s+là)?|đến hết)"
_FAR = 365  # days from the conference beyond which a date is none of its deadlines
#: How far from the old year another year is one that the office may have to move too.
_NEAR_YEARS = (-2, -1, 1)
_NEW_FORM = Doubt(
    "Thể thức văn bản của Đảng",
    "chuyển từ Hướng dẫn 36 sang Hướng dẫn 05 theo năm của kế hoạch",
    "issuer",
)


def this_year(
    plan: Plan,
    today: date,
    *,
    library: Sequence[LegalBasis] = (),
    calendar: WorkCalendar | None = None,
) -> Converted:
    """The plan for the year of `today`. Number and date of issue are empty again; fixed deadlines count
    from the conference day where it was known, else keep day and month. Each change has its doubt, first;
    then what was left as it is. `library` tells what took the place of an ended basis."""
    old, new = plan.year, today.year
    words = YearWords(old, new)
    doubts: list[Doubt] = []
    in_place = said_elsewhere(plan)
    tasks = tuple(
        replace(
            unit,
            duties=tuple(
                _in_place(duty, new, doubts) if duty.id in in_place else _duty(duty, plan, today, doubts)
                for duty in unit.duties
            ),
        )
        for unit in plan.tasks
    )
    day = _day(plan, today, doubts)
    moved = replace(
        plan,
        year=new,
        number="",
        issued_on=None,
        minutes_number="",
        time=replace(plan.time, year=new, day=day),
        more_sessions=tuple(
            replace(one, time=replace(one.time, year=new, day=_in_year(one.time.day, new)), conference="")
            for one in plan.more_sessions
        ),
        tasks=tasks,
    )
    moved = with_usual_style(plan, moved)
    if moved.issuer.style != plan.issuer.style:
        doubts.append(_NEW_FORM)
    doubts += _vague_time(plan, moved)
    if old != new:
        moved = _with_this_year(moved, words, _dates_in_place(plan, in_place, new))
    doubts[:0] = words.changes()
    doubts += words.left()
    doubts += _other_years(moved, old, new)
    doubts += _old_bases(moved, old, today, library)
    if today >= DISTRICT_END:
        doubts += _old_levels(moved)
    if calendar is not None:
        doubts += _days_off(moved, today, calendar)
    values = values_of(moved, time_text=time_words(moved))
    readable = (replace(doubt, text=resolved(doubt.text, values)) for doubt in doubts)
    return Converted(moved, tuple(dict.fromkeys(readable)))


# --- days -------------------------------------------------------------------------------------------


def _day(plan: Plan, today: date, doubts: list[Doubt]) -> date | None:
    day = plan.time.day
    if day is None or day.year == today.year:
        return day
    shifted = _in_year(day, today.year) or day
    reason = f"ngày họp cũ {date_short(day)}; tạm chuyển sang {weekday_date(shifted)}, hãy chọn lại"
    doubts.append(Doubt(f"Thời gian: {date_short(day)}", reason, "time_place"))
    return shifted


def _vague_time(plan: Plan, moved: Plan) -> Iterator[Doubt]:
    """A month or a quarter of the old year, and the other conferences, are taken on too."""
    before, after = time_words(plan), time_words(moved)
    if plan.time.kind is not TimeKind.EXACT and before != after:
        yield Doubt(f"{before} → {after}", "thời gian tạm chuyển sang năm nay, hãy xem lại", "time_place")
    if plan.more_sessions and plan.year != moved.year:
        count = len(plan.more_sessions)
        reason = f"thời gian của {count} hội nghị khác tạm chuyển sang năm nay, hãy xem lại"
        yield Doubt(f"{count + 1} hội nghị", reason, "time_place")


def _in_year(day: date | None, year: int) -> date | None:
    if day is None:
        return None
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
    conference = plan.day
    text = _open_date(duty.text, fixed, several=bool(plan.more_sessions))
    if conference is not None and abs((conference - fixed.last_day).days) <= _FAR:
        rule = _rule(fixed, conference)
        doubts.append(Doubt(duty.text, f"hạn cũ: {fixed.words}; nay tính {rule.words}", "tasks"))
        return replace(duty, text=text, fixed=None, rule=rule)
    shifted = replace(fixed, day=_in_year(fixed.day, today.year) or fixed.day)
    doubts.append(Doubt(duty.text, f"hạn cũ: {fixed.words}; tạm chuyển sang {shifted.words}", "tasks"))
    return replace(duty, text=text, fixed=shifted)


def _in_place(duty: Duty, year: int, doubts: list[Doubt]) -> Duty:
    """A duty whose words stand in another part keeps its day of the year there, in letters."""
    duty = replace(duty, moved_to=None, kept=False)
    fixed = duty.fixed
    if fixed is None or fixed.day.year == year:
        return duty
    shifted = replace(fixed, day=_in_year(fixed.day, year) or fixed.day)
    reason = f"hạn cũ: {fixed.words}; tạm chuyển sang {shifted.words}, sửa thì sửa cả ở {fixed.clause}"
    doubts.append(Doubt(duty.text, reason, "tasks"))
    return replace(duty, text=_written(fixed.day).sub(_same_form(shifted.day), duty.text), fixed=shifted)


def _dates_in_place(plan: Plan, in_place: frozenset[str], year: int) -> dict[date, date]:
    """The days that stand in letters in the sections: old day, new day."""
    fixed = [d.fixed for unit in plan.tasks for d in unit.duties if d.id in in_place and d.fixed is not None]
    return {one.day: _in_year(one.day, year) or one.day for one in fixed if one.day.year != year}


def _rule(fixed: FixedDate, conference: date) -> Rule:
    days = (conference - fixed.last_day).days
    direction = Direction.BEFORE if days >= 0 else Direction.AFTER
    return Rule(Anchor.CONFERENCE_DAY, direction, abs(days), DayUnit.CALENDAR, None, "", fixed.clause)


def _written(day: date) -> re.Pattern[str]:
    """A day as offices write it, with a sign or a word between its numbers."""
    return re.compile(
        rf"(?<!\d)0?{day.day}(?P<first>\s?[/.-]\s?|\s*tháng\s*)0?{day.month}(?P<second>\s?[/.-]\s?|\s*,?\s*năm\s*){day.year}\b",
        re.I,
    )


def _same_form(day: date) -> Callable[[re.Match[str]], str]:
    """The day in the form of the one that it replaces."""

    def write(match: re.Match[str]) -> str:
        first = f"{day.day:02}" if match[0].startswith("0") else str(day.day)
        return f"{first}{match['first']}{day.month}{match['second']}{day.year}"

    return write


def _open_date(text: str, fixed: FixedDate, *, several: bool) -> str:
    """The old day in its words replaced by the counted one. Several conferences have each their own day:
    there the words of the count take the place of the day's."""
    written = _written(fixed.day).pattern
    if several:
        opened, count = re.subn(rf"{_HOW}\s+(?:ngày\s+)?{written}", "{han}", text, count=1, flags=re.I)
        if count:
            return opened
    mark = "{ngay_han}" if fixed.inclusive else "{ngay_sau_han}"
    return re.sub(written, mark, text, count=1, flags=re.I)


# --- words ------------------------------------------------------------------------------------------


def _with_this_year(plan: Plan, words: YearWords, days: dict[date, date]) -> Plan:
    """ "năm 2023" of the plan itself is the mark of the year; bases keep theirs."""

    def now(text: str, step: str) -> str:
        for day, moved in days.items():
            text = _written(day).sub(_same_form(moved), text)
        return words.put_in(text, step)

    def section(one: Section) -> Section:
        return replace(
            one,
            heading=now(one.heading, "purpose"),
            blocks=tuple(replace(block, text=now(block.text, "purpose")) for block in one.blocks),
            children=tuple(section(child) for child in one.children),
        )

    return replace(
        plan,
        subject=words.put_in(plan.subject, "issuer", sure=True),
        conference_name=words.put_in(plan.conference_name, "issuer", sure=True),
        lead_in=now(plan.lead_in, "issuer"),
        closing=now(plan.closing, "purpose"),
        form_note=now(plan.form_note, "time_place"),
        sections=tuple(section(one) for one in plan.sections),
        participants=tuple(
            replace(group, text=now(group.text, "participants")) for group in plan.participants
        ),
        programme=tuple(
            replace(
                step,
                text=now(step.text, "programme"),
                details=tuple(now(detail, "programme") for detail in step.details),
            )
            for step in plan.programme
        ),
        tasks=tuple(
            replace(
                unit,
                heading=now(unit.heading, "tasks"),
                duties=tuple(
                    replace(d, text=now(d.text, "tasks"), summary=now(d.summary, "tasks"))
                    for d in unit.duties
                ),
            )
            for unit in plan.tasks
        ),
    )


def _other_years(plan: Plan, old: int, new: int) -> Iterator[Doubt]:
    """Days and years that are still those of the old plan, or of the years around it."""
    if old == new:
        return
    still = re.compile(rf"\b{old}\b")
    near = re.compile(rf"\b(?:{'|'.join(str(old + by) for by in _NEAR_YEARS if old + by != new)})\b")
    for text, step in _texts(plan):
        if still.search(text):
            yield Doubt(text, f"còn ghi năm {old}", step)
        elif found := near.search(text):
            yield Doubt(text, f"còn ghi năm {found[0]}, là năm gần năm của kế hoạch cũ", step)


def _old_bases(plan: Plan, old: int, today: date, library: Sequence[LegalBasis]) -> Iterator[Doubt]:
    for basis in plan.bases:
        if basis.in_force_to is not None and basis.in_force_to < today:
            following = successor(basis, library, today)
            instead = (
                f"thay bằng “{following.text}”"
                if following is not None
                else "thay bằng văn bản đang có hiệu lực"
            )
            yield Doubt(
                basis.text, f"hết hiệu lực sau ngày {date_short(basis.in_force_to)}; {instead}", "issuer"
            )
        elif old != today.year and re.search(rf"\b{old}\b", basis.text):
            yield Doubt(basis.text, f"văn bản của năm {old}; xem đã có văn bản mới chưa", "issuer")


def _old_levels(plan: Plan) -> Iterator[Doubt]:
    """Bodies of the district level, and the thị trấn, which ended with it."""
    if plan.issuer.unit_kind is UnitKind.THI_TRAN:
        reason = "từ 01/7/2025 không còn thị trấn; chọn lại xã hoặc phường và tên mới"
        yield Doubt(plan.issuer.unit, reason, "issuer")
    for text, step in _texts(plan):
        if names_district(text):
            yield Doubt(text, "cấp huyện không còn từ 01/7/2025; ghi cơ quan thay thế", step)
    towns = sum("thị trấn" in text.casefold() for text, _ in _texts(plan))
    if towns:
        reason = f"còn ghi thị trấn ở {towns} đoạn; sửa theo tên mới của xã, phường"
        yield Doubt("thị trấn", reason, "purpose")


def _days_off(plan: Plan, today: date, calendar: WorkCalendar) -> Iterator[Doubt]:
    """A conference on a day off or gone by, duties whose day is one."""
    day = plan.day if plan.time.kind is TimeKind.EXACT else None
    if day is not None and (reason := calendar.reason_off(day)):
        yield Doubt(
            f"Thời gian: {date_short(day)}",
            f"ngày họp {weekday_date(day)} là ngày nghỉ ({reason})",
            "time_place",
        )
    if day is not None and day < today:
        yield Doubt(f"Thời gian: {date_short(day)}", f"ngày họp {weekday_date(day)} đã qua", "time_place")
    for line in schedule(plan, calendar, today=today):
        for conflict in line.conflicts:
            if conflict.kind in (ConflictKind.PAST, ConflictKind.OFF_DAY):
                name = fill(line.duty.summary or line.duty.text, duty_marks(line.duty, line.due))
                yield Doubt(name, f"hạn {conflict.predicate}", "tasks")


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
        yield section.heading, "purpose"
        yield from ((block.text, "purpose") for block in section.blocks)
        yield from _section_texts(section.children)
