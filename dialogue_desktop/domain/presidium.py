"""Who really chairs and writes beside those of the plan: what is ticked, and what the minutes print (M1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dialogue_desktop.domain.plan import Chair, ChairRole, Official, Plan, Secretary
from dialogue_desktop.domain.records import Session
from dialogue_desktop.domain.text_vi import fold


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


def led_by(seats: Sequence[Seat], place: int) -> tuple[Seat, ...]:
    """Somebody takes the chair: first in the list, where the minutes print and sign first; who chaired until
    now goes on as one who chairs too."""
    person = seats[place].person
    if not isinstance(person, Chair):
        return tuple(seats)
    first = replace(person, role=ChairRole.CHAIR)
    others = [_beside(seat) for at, seat in enumerate(seats) if at != place]
    return (Seat(first), *others)


def _beside(seat: Seat) -> Seat:
    person = seat.person
    if isinstance(person, Chair) and seat.here and person.role is ChairRole.CHAIR:
        return replace(seat, person=replace(person, role=ChairRole.CO_CHAIR))
    return seat


def _key(official: Official) -> tuple[str, str]:
    return fold(official.name), fold(official.position)
