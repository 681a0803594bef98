"""Several conferences of one year under one plan: their order, their words, and turning to another (P5)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dialogue_desktop.domain.plan import Duty, Locality, Plan, PlannedSession, Quota, TimeKind, TimePlan
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.domain.words_vi import (
    date_short,
    parse_date,
    parse_time,
    roman,
    time_hm,
    weekday_mismatch,
)

#: The id under which the plan's own session stands among the others.
OWN = "own"

_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_WHOLE = ("toan xa", "toan phuong", "toan dac khu", "toan thi tran", "ca xa", "ca phuong")
_CLOCK = re.compile(r"\b(\d{1,2})\s*(?:[:h]|gio)\s*(\d{1,2})?(?:\s*(?:phut|p|'))?(?!\d)")
_YEAR = re.compile(r"\b(20\d{2})\b")
_TIME_HELP = "Ghi như 24/4/2026 08:00, tháng 9/2026, trước tháng 9/2026, quý III/2026 hoặc thông báo sau."


def own_session(plan: Plan) -> PlannedSession:
    """The session that this plan's own fields describe."""
    return PlannedSession(
        OWN,
        plan.time,
        plan.places,
        plan.whole_commune,
        plan.localities,
        plan.people_per_session,
        plan.topics,
    )


def all_sessions(plan: Plan) -> tuple[PlannedSession, ...]:
    """Every session of the plan by its time as far as it is known; the same order from each of them."""
    found = (own_session(plan), *plan.more_sessions)
    return tuple(sorted(found, key=lambda one: (_earliest(one.time, plan.year), session_words(one))))


def _earliest(when: TimePlan, year: int) -> tuple[int, date]:
    """(1, …) when nothing is known: such a session stands last."""
    year = when.year or year
    match when.kind:
        case TimeKind.EXACT if when.day is not None:
            return 0, when.day
        case TimeKind.MONTH | TimeKind.BEFORE_MONTH if when.month:
            return 0, date(year, when.month, 1)
        case TimeKind.QUARTERS if when.quarters:
            return 0, date(year, 3 * when.quarters[0] - 2, 1)
    return 1, date.max


def all_localities(plan: Plan) -> tuple[bool, tuple[Locality, ...]]:
    """(whole commune, localities) that the sessions reach together; each locality once, in their order."""
    if not plan.more_sessions:
        return plan.whole_commune, plan.localities
    sessions = all_sessions(plan)
    names: dict[str, Locality] = {}
    for session in sessions:
        for locality in session.localities:
            names.setdefault(fold(locality.label), locality)
    return any(s.whole_commune or not s.localities for s in sessions), tuple(names.values())


def turned_to(plan: Plan, session_id: str, *, own_conference: str = "") -> Plan:
    """The same plan with another of its sessions as the own one; the present one takes its place in the list.

    `own_conference` is the id of the conference whose plan this is, kept beside its session. Days chosen
    by hand and seats of localities belong to the session that is left. KeyError for an unknown id.
    """
    place = next((n for n, one in enumerate(plan.more_sessions) if one.id == session_id), None)
    if place is None:
        raise KeyError(session_id)
    wanted = plan.more_sessions[place]
    left = replace(own_session(plan), id=wanted.id, conference=own_conference)
    known = {locality.id for locality in wanted.localities}
    return replace(
        plan,
        time=wanted.time,
        places=wanted.places,
        whole_commune=wanted.whole_commune,
        localities=wanted.localities,
        people_per_session=wanted.people,
        topics=wanted.topics,
        more_sessions=(*plan.more_sessions[:place], left, *plan.more_sessions[place + 1 :]),
        quotas=tuple(quota for quota in plan.quotas if _kept(quota, known)),
        tasks=tuple(
            replace(unit, duties=tuple(_uncounted(duty) for duty in unit.duties)) for unit in plan.tasks
        ),
    )


def _kept(quota: Quota, known: Iterable[str]) -> bool:
    return quota.locality_id in known


def _uncounted(duty: Duty) -> Duty:
    return replace(duty, moved_to=None, kept=False) if duty.rule is not None else duty


def session_words(session: PlannedSession) -> str:
    """Where the session is held, for lists: its localities, or its place."""
    return localities_words(session.whole_commune, session.localities) or "; ".join(session.places)


# --- the time on one line -------------------------------------------------------------------------------


def write_when(when: TimePlan) -> str:
    """A time as it is typed: "24/4/2026 08:00", "trước tháng 9/2026", "quý III, IV/2026", "thông báo sau"."""
    year = f"/{when.year}" if when.year else ""
    match when.kind:
        case TimeKind.EXACT if when.day is not None:
            return f"{date_short(when.day)} {time_hm(when.start) if when.start else ''}".strip()
        case TimeKind.MONTH if when.month:
            return f"tháng {when.month}{year}"
        case TimeKind.BEFORE_MONTH if when.month:
            return f"trước tháng {when.month}{year}"
        case TimeKind.QUARTERS if when.quarters:
            return f"quý {', '.join(roman(quarter) for quarter in when.quarters)}{year}"
    return "thông báo sau"


def read_when(text: str) -> TimePlan:
    """The time that a line means, as far as it says one; empty is "later". ValueError with a sentence."""
    key = fold(text).strip(" .")
    if not key or "thong bao sau" in key or key == "sau":
        return TimePlan(TimeKind.LATER)
    year_found = _YEAR.search(key)
    year = int(year_found[1]) if year_found else None
    if found := re.search(r"\bqu[iy]\s+([iv1-4,\s;a]+?)(?:\s*(?:/|nam)\s*20\d{2})?$", key):
        return TimePlan(TimeKind.QUARTERS, quarters=_quarters(found[1]), year=year)
    if found := re.search(r"\b(truoc\s+)?thang\s+(\d{1,2})\b", key):
        if "ngay" not in key:
            month = int(found[2])
            if not 1 <= month <= 12:
                raise ValueError(f"Không có tháng {month}.")
            kind = TimeKind.BEFORE_MONTH if found[1] else TimeKind.MONTH
            return TimePlan(kind, month=month, year=year)
    clock = _CLOCK.search(key)
    rest = key if clock is None else key[: clock.start()] + key[clock.end() :]
    rest = re.sub(r"^(?:luc|vao)\s+|\s*\b(?:luc|vao)$", "", rest.strip(" ,;-")).strip(" ,;-")
    if not re.search(r"\d", rest):
        raise ValueError(_TIME_HELP)
    start = parse_time(f"{clock[1]}:{clock[2] or '00'}") if clock else None
    day = parse_date(rest)
    if mismatch := weekday_mismatch(text, day):
        raise ValueError(mismatch)
    return TimePlan(TimeKind.EXACT, day, start)


def _quarters(text: str) -> tuple[int, ...]:
    words = [word for word in re.split(r"[\s,;]+|va", text) if word]
    if not words or any(word not in _QUARTERS for word in words):
        raise ValueError(_TIME_HELP)
    return tuple(sorted({_QUARTERS[word] for word in words}))


# --- the localities on one line -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Scope:
    """The localities of a session, or the whole commune."""

    whole_commune: bool = False
    localities: tuple[Locality, ...] = ()


def localities_words(whole: bool, localities: Sequence[Locality]) -> str:
    """ "thôn Đồng Vạn, thôn Phú Ấp", or "toàn xã"; empty when none is named."""
    if whole:
        return "toàn xã"
    return ", ".join(locality.label for locality in localities)


def read_scope(text: str, kinds: Sequence[str], known: Sequence[Locality]) -> Scope:
    """The localities named in a line, parted by commas or "và".

    A part without a kind gets that of the part before it. One that is `known` keeps its head and figures;
    others get an id from their name. Empty: no locality.
    """
    if fold(text).strip() in _WHOLE:
        return Scope(True)
    by_name = {fold(locality.label): locality for locality in known}
    ordered = sorted(kinds, key=len, reverse=True)
    kind = known[0].kind if known else "thôn"
    found: dict[str, Locality] = {}
    for part in re.split(r"[,;]|\s+và\s+", text):
        words = " ".join(part.split())
        if not words:
            continue
        for one in ordered:
            if fold(words).startswith(fold(one) + " ") or fold(words) == fold(one):
                kind, words = one, words[len(one) :].strip()
                break
        key = fold(f"{kind} {words}")
        made = Locality(f"tb-{re.sub(r'[^a-z0-9]+', '-', key)}", kind, words)
        found.setdefault(key, by_name.get(key, made))
    return Scope(False, tuple(found.values()))
