"""After a union: joint answers without chain or circle, in step with the one that answers (L11)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from dialogue_desktop.domain.joint_answers import IN_STEP
from dialogue_desktop.domain.journal import Json, State, is_alive
from dialogue_desktop.domain.records import RecordKind

_BLANK: tuple[Json, ...] = (None, "")


def tie_writes(
    now: State, sides: Sequence[State], age: Callable[[str], tuple[int, str, str, str]]
) -> Iterator[tuple[str, str, Json]]:
    """(opinion, field, value) that make the ties whole. Of a circle the oldest has the answer; every other
    names it directly. A tie to what was removed stays as it is: it comes back with it."""
    alive = {
        key[1]: values for key, values in now.items() if key[0] is RecordKind.OPINION and is_alive(values)
    }
    ties = {one: str(values.get("answered_with") or "") for one, values in alive.items()}
    leads: dict[str, str] = {}
    for one in sorted(ties, key=age):
        lead = _lead(one, ties, age)
        if not ties[one] or lead is None:
            continue
        wanted = "" if lead == one else lead
        if wanted != ties[one]:
            yield one, "answered_with", wanted
        if wanted:
            leads[one] = lead
    for one, lead in leads.items():
        for name in IN_STEP:
            value = alive[lead].get(name)
            if value not in _BLANK and alive[one].get(name) in _BLANK:
                if not any(_stood_so(side, one, lead, name, value) for side in sides):
                    yield one, name, value


def _lead(one: str, ties: dict[str, str], age: Callable[[str], tuple[int, str, str, str]]) -> str | None:
    """Whose answer holds in the end; None where the way leads to what is not there any more."""
    way = [one]
    while ties[way[-1]]:
        following = ties[way[-1]]
        if following not in ties:
            break
        if following in way:
            return min(way[way.index(following) :], key=age)
        way.append(following)
    return way[-1] if len(way) > 1 or not ties[one] else None


def _stood_so(side: State, one: str, lead: str, name: str, value: Json) -> bool:
    """Whether one side had seen the two apart like this already, and left it."""
    led, leading = side.get((RecordKind.OPINION, one)), side.get((RecordKind.OPINION, lead))
    if led is None or leading is None:
        return False
    tied = led.get("answered_with") == lead
    return tied and leading.get(name) == value and led.get(name) in _BLANK
