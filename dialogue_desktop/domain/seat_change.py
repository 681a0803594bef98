"""How full the places of the plan would be with more people on the list (P8, C11)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from dialogue_desktop.domain.inviting import SeatCount, counted
from dialogue_desktop.domain.records import Delegate
from dialogue_desktop.domain.seats import SeatMap, SeatPlace


@dataclass(frozen=True, slots=True)
class SeatChange:
    """One place with a number of seats, before and after; `came` are those who would come new."""

    place: SeatPlace
    label: str
    before: SeatCount
    after: SeatCount

    @property
    def came(self) -> int:
        return self.after.filled - self.before.filled


def seat_changes(
    seat_map: SeatMap, now: Iterable[Delegate], more: Iterable[Delegate]
) -> tuple[SeatChange, ...]:
    """Every place of the plan in its order; those to which nobody comes too."""
    came: Counter[SeatPlace] = Counter()
    spots: Counter[tuple[str, str, str]] = Counter()
    for one in more:
        spots[one.group_id, one.locality, one.hamlet] += one.count
    for (group, locality, hamlet), count in spots.items():
        came[seat_map.place_of(group, locality, hamlet)] += count
    found = counted(seat_map, now)
    return tuple(
        SeatChange(
            place,
            _label(seat_map, place),
            found[place],
            replace(found[place], filled=found[place].filled + came[place]),
        )
        for place in seat_map.places
    )


def _label(seat_map: SeatMap, place: SeatPlace) -> str:
    """ "xóm Đình, thôn Phú Ấp"; what its xóm with seats of their own leave; for a whole group its name."""
    if place.locality:
        parted = any(p.locality == place.locality and p.hamlet for p in seat_map.places)
        if parted and not place.hamlet:
            return f"{place.locality}, các xóm khác"
        return ", ".join(part for part in (place.hamlet, place.locality) if part)
    return next((group.short for group in seat_map.groups if group.id == place.group_id), "")
