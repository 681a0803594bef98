"""A plan of the office turned into a profile: what belongs to one conference only is taken out (P1, P4)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from typing import Any, TypeVar, cast

from dialogue_desktop.domain.deadlines import MOST_DAYS, Anchor, DayUnit, Direction, Rule
from dialogue_desktop.domain.plan import (
    Duty,
    Issuer,
    IssuerKind,
    Locality,
    Official,
    Plan,
    TimeKind,
    TimePlan,
    UnitTasks,
)

T = TypeVar("T")

#: Parts of the plan whose words are made general; the rest is names, numbers and dates.
_WORDED = (
    "subject",
    "conference_name",
    "bases",
    "lead_in",
    "sections",
    "closing",
    "form_note",
    "participants",
    "programme",
    "copies",
    "tasks",
    "budget",
    "budget_note",
    "recipients",
)
_NEVER_WORDS = frozenset({"id", "step"})


@dataclass(frozen=True, slots=True)
class Kept:
    """What of the conference may stay in its profile.

    `localities`: thôn with their numbers, seats and the places of the conference; `people`: names of chairs,
    secretaries, signer, heads of localities and of those who answer.
    """

    localities: bool = True
    people: bool = True


ALL_KEPT = Kept()


@dataclass(frozen=True, slots=True)
class OwnProfile:
    """A profile of the office. `plan.profile` is `id`; `name` and `description` are what lists show; `kept`
    is what was wished to stay when it was saved."""

    id: str
    name: str
    description: str
    plan: Plan
    kept: Kept = ALL_KEPT


def as_profile(plan: Plan, profile_id: str, kept: Kept = ALL_KEPT) -> Plan:
    """The plan as a profile for later years.

    Cleared are number, date of issue, number of the minutes, the day of each session (its hours stay: they
    are habit) and the conferences opened for them, days moved or kept by hand, and the name of the office,
    which every new plan takes from the settings. A duty with a date of its own becomes so many days before
    or after the conference (or the plan's date), where that day is known; else it keeps its date, which the
    next plan is warned of. Words that name this office or this year become placeholders, so that next year's
    plan, and that of the neighbouring commune, says what is right there. Text, budget, programme, duties,
    recipients, copies and fields stay.
    """
    worded = {name: general(getattr(plan, name), plan) for name in _WORDED}
    made = replace(
        plan,
        **worded,
        profile=profile_id,
        issuer=_nameless(plan.issuer),
        number="",
        issued_on=None,
        minutes_number="",
        time=_dateless(plan.time),
        topics=general(plan.topics, plan),
        more_sessions=tuple(
            replace(one, time=_dateless(one.time), topics=general(one.topics, plan), conference="")
            for one in plan.more_sessions
        ),
    )
    made = replace(made, tasks=tuple(_without_days(unit, plan) for unit in made.tasks))
    if not kept.localities:
        made = _without_localities(made)
    return made if kept.people else without_people(made)


def without_people(plan: Plan) -> Plan:
    """The same without any name of a person; who holds which office stays."""

    def nameless(official: Official) -> Official:
        return replace(official, name="")

    return replace(
        plan,
        chairs=tuple(replace(chair, official=nameless(chair.official)) for chair in plan.chairs),
        secretaries=tuple(replace(one, official=nameless(one.official)) for one in plan.secretaries),
        officials=tuple(nameless(one) for one in plan.officials if one.position),
        localities=_headless(plan.localities),
        more_sessions=tuple(replace(one, localities=_headless(one.localities)) for one in plan.more_sessions),
        signature=replace(plan.signature, name=""),
    )


def for_others(profile: OwnProfile) -> OwnProfile:
    """What another office gets: no names of people or localities, no address of this office."""
    plan = without_people(profile.plan)
    issuer = replace(_nameless(plan.issuer), superior="", address_line="")
    return replace(profile, plan=_without_localities(replace(plan, issuer=issuer)))


def names_someone(plan: Plan) -> bool:
    """Whether there is anything in it that `for_others` takes out."""
    bare = for_others(OwnProfile("", "", "", plan)).plan
    return bare != plan


def general(value: T, plan: Plan) -> T:
    """The value with the office and the year of the plan named by placeholders in all of its words."""
    return cast(T, _mapped(value, _generaliser(plan)))


def _headless(localities: tuple[Locality, ...]) -> tuple[Locality, ...]:
    return tuple(replace(one, head="") for one in localities)


def _without_localities(plan: Plan) -> Plan:
    sessions = tuple(replace(one, localities=(), places=()) for one in plan.more_sessions)
    return replace(plan, localities=(), quotas=(), places=(), more_sessions=sessions)


def _nameless(issuer: Issuer) -> Issuer:
    return replace(issuer, name="", district="", province="", place_name="")


def _dateless(time: TimePlan) -> TimePlan:
    """ "Trước tháng 9" is the same rule every year, and hours are habit; a day is not."""
    usual = time.kind in (TimeKind.MONTH, TimeKind.BEFORE_MONTH)
    return replace(time, day=None, year=None, month=time.month if usual else None)


def _without_days(unit: UnitTasks, plan: Plan) -> UnitTasks:
    return replace(unit, duties=tuple(_undated(duty, plan) for duty in unit.duties))


def _undated(duty: Duty, plan: Plan) -> Duty:
    duty = replace(duty, moved_to=None, kept=False)
    fixed = duty.fixed
    if fixed is None:
        return duty
    for anchor, day in ((Anchor.CONFERENCE_DAY, plan.day), (Anchor.PLAN_DATE, plan.issued_on)):
        if day is not None and abs((fixed.last_day - day).days) <= MOST_DAYS:
            return replace(duty, fixed=None, rule=_counted(fixed.last_day, anchor, day, fixed.clause))
    return duty


def _counted(last: date, anchor: Anchor, day: date, clause: str) -> Rule:
    days = (last - day).days
    way = Direction.BEFORE if days < 0 else Direction.AFTER
    return Rule(anchor, way, abs(days), DayUnit.CALENDAR, wording="chậm nhất", clause=clause)


def _generaliser(plan: Plan) -> Callable[[str], str]:
    """Longest names first: "UBND xã Minh Khê" holds "xã Minh Khê"."""
    issuer = plan.issuer
    names: list[tuple[str, str]] = []
    if issuer.name.strip():
        names.append((issuer.body, "{co_quan}"))
        if issuer.kind is IssuerKind.PEOPLE_COMMITTEE:
            names.append((issuer.body_short, "{co_quan_tat}"))
        names.append((issuer.unit, "{xa}"))
    known = dict(names)
    pattern = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name, _ in names)) if names else None
    # "năm 2026", but not the year of a date ("ngày 16 tháng 6 năm 2025") nor of a span ("năm 2026 - 2030").
    year = re.compile(rf"(?<!tháng \d )(?<!tháng \d\d )\b(năm ){plan.year}(?!\w|\s*[-–]\s*\d)", re.I)

    def make_general(text: str) -> str:
        if pattern is not None:
            text = pattern.sub(lambda found: known[found[0]], text)
        return year.sub(r"\1{nam}", text)

    return make_general


def _mapped(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str) and type(value) is str:  # members of a StrEnum are no words
        return change(value)
    if isinstance(value, tuple):
        return tuple(_mapped(one, change) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {
            field.name: _mapped(getattr(value, field.name), change)
            for field in fields(value)
            if field.name not in _NEVER_WORDS
        }
        return replace(value, **changed)
    return value
