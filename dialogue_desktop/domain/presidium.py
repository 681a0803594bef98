"""Who really chairs and writes beside those of the plan: what is ticked, and what the minutes print (M1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from dialogue_desktop.domain.plan import Chair, ChairRole, Official, Plan, Secretary
from dialogue_desktop.domain.records import Session
from dialogue_desktop.domain.text_vi import fold

_AT_ONCE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Seat:
    """One who is to chair or to write, and whether that person does."""

    person: Chair | Secretary
    here: bool = True


def chair_seats(plan: Plan, session: Session) -> tuple[Seat, ...]:
    """Those who chair in their order, then those of the plan who do not."""
    return _seats(session.chairs, plan.chairs)


def secretary_seats(plan: Plan, session: Session) -> tuple[Seat, ...]:
    return _seats(session.secretaries, plan.secretaries)


def _seats(
    now: Sequence[Chair] | Sequence[Secretary] | None, planned: Sequence[Chair] | Sequence[Secretary]
) -> tuple[Seat, ...]:
    if now is None:
        return tuple(Seat(person) for person in planned)
    known = {_key(person.official) for person in now}
    away = tuple(Seat(person, False) for person in planned if _key(person.official) not in known)
    return (*(Seat(person) for person in now), *away)


def sitting(seats: Sequence[Seat]) -> tuple[Chair | Secretary, ...]:
    """Those who are there."""
    return tuple(seat.person for seat in seats if seat.here)


def ticked(seats: Sequence[Seat], place: int, here: bool) -> tuple[Seat, ...]:
    """One comes or goes; who comes back sits behind those who are there."""
    changed = replace(seats[place], here=here)
    rest = [seat for at, seat in enumerate(seats) if at != place]
    if not here:
        return tuple(changed if at == place else seat for at, seat in enumerate(seats))
    there = [seat for seat in rest if seat.here]
    return (*there, changed, *(seat for seat in rest if not seat.here))


def led_by(seats: Sequence[Seat], place: int, at: datetime | None = None) -> tuple[Seat, ...]:
    """Somebody takes the chair: first in the list, where the minutes print and sign first; who chaired until
    now goes on as one who chairs too. `at`: when, in the course of the session. What is put right at once,
    because the wrong one was chosen, was never handed over."""
    person = seats[place].person
    if not isinstance(person, Chair):
        return tuple(seats)
    hours = person.took_over if at is None else (*person.took_over, at)
    mistaken = at is not None and _just_taken(seats[0].person, at)
    if mistaken and place == 1:
        hours = person.took_over  # who chaired before goes on
    first = replace(person, role=ChairRole.CHAIR, took_over=hours)
    others = [_beside(seat) for number, seat in enumerate(seats) if number != place]
    if mistaken and isinstance(wrong := others[0].person, Chair):
        others[0] = replace(others[0], person=replace(wrong, took_over=wrong.took_over[:-1]))
    return (Seat(first), *others)


def _just_taken(person: Chair | Secretary, at: datetime) -> bool:
    """Whether this one was given the chair a moment ago."""
    if not isinstance(person, Chair) or not person.took_over:
        return False
    return timedelta() <= at - person.took_over[-1] < _AT_ONCE


@dataclass(frozen=True, slots=True)
class Handover:
    """One took the chair from another."""

    at: datetime
    to: Chair
    before: Chair | None = None


def handovers(chairs: Sequence[Chair], planned: Sequence[Chair]) -> tuple[Handover, ...]:
    """When the chair was handed over, in the order of the hours; the first to hand it over is the first of
    the plan who chairs, where that one is there at all."""
    taken = sorted(((at, chair) for chair in chairs for at in chair.took_over), key=lambda one: one[0])
    there = {_key(chair.official) for chair in chairs}
    first = next((chair for chair in planned if chair.role is ChairRole.CHAIR), None)
    before = first if first is not None and _key(first.official) in there else None
    found: list[Handover] = []
    for at, chair in taken:
        same = before is not None and _key(before.official) == _key(chair.official)
        found.append(Handover(at, chair, None if same else before))
        before = chair
    return tuple(found)


def _beside(seat: Seat) -> Seat:
    person = seat.person
    if isinstance(person, Chair) and seat.here and person.role is ChairRole.CHAIR:
        return replace(seat, person=replace(person, role=ChairRole.CO_CHAIR))
    return seat


def _key(official: Official) -> tuple[str, str]:
    return fold(official.name), fold(official.position)
