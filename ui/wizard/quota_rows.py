"""The rows of the quota: each thôn of the plan, and under it the xóm that have seats of their own (P8)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dialogue_desktop.domain.plan import Locality, Plan, Quota
from dialogue_desktop.domain.seats import locality_seats
from dialogue_desktop.domain.text_vi import fold, one_line

_HAMLET = "#"


@dataclass(frozen=True, slots=True)
class Seats:
    """One line: a thôn, or a xóm of it, with its seats; None for none. `counted`: the xóm add up to it."""

    locality: Locality
    seats: int | None
    hamlet: str = ""
    counted: bool = False


class QuotaRows:
    """A row for every thôn of the plan, which comes and goes with it; rows of xóm are added below it."""

    def rows(self, plan: Plan) -> list[tuple[str, Seats]]:
        whole = {quota.locality_id: quota.seats for quota in plan.quotas if not quota.hamlet}
        every = locality_seats(plan)
        found: list[tuple[str, Seats]] = []
        for locality in plan.localities:
            counted = locality.id in every and locality.id not in whole
            found.append((locality.id, Seats(locality, every.get(locality.id), counted=counted)))
            for place, quota in enumerate(_hamlets(plan, locality.id)):
                found.append((f"{locality.id}{_HAMLET}{place}", Seats(locality, quota.seats, quota.hamlet)))
        return found

    def put(self, plan: Plan, row_id: str, row: Seats) -> Plan:
        locality_id, place = _parts(row_id)
        if place is None:
            own = [] if row.seats is None else [Quota(locality_id, row.seats)]
            return _with(plan, locality_id, [*own, *_hamlets(plan, locality_id)])
        hamlets = _hamlets(plan, locality_id)
        if not place < len(hamlets):
            return plan
        wanted = one_line(row.hamlet)
        taken = {fold(one.hamlet) for n, one in enumerate(hamlets) if n != place}
        # A xóm has a name of its own: an empty one or that of another keeps the name it had.
        name = wanted if wanted and fold(wanted) not in taken else hamlets[place].hamlet
        hamlets[place] = Quota(locality_id, row.seats or 0, name)
        return _with(plan, locality_id, [*_own(plan, locality_id), *hamlets])

    def add(self, plan: Plan, after: str) -> tuple[Plan, str] | None:
        """A xóm of the thôn in hand: "xóm 1" until it is called otherwise."""
        if not plan.localities:
            return None
        locality_id, place = _parts(after) if after else (plan.localities[0].id, None)
        hamlets = _hamlets(plan, locality_id)
        taken = {fold(one.hamlet) for one in hamlets}
        number = next(n for n in range(1, len(taken) + 2) if f"xom {n}" not in taken)
        at = 0 if place is None else place + 1
        if place is None:
            at = len(hamlets)
        hamlets.insert(at, Quota(locality_id, 0, f"xóm {number}"))
        return _with(plan, locality_id, [*_own(plan, locality_id), *hamlets]), f"{locality_id}{_HAMLET}{at}"

    def remove(self, plan: Plan, row_id: str) -> Plan | None:
        locality_id, place = _parts(row_id)
        if place is None:
            return None
        hamlets = _hamlets(plan, locality_id)
        del hamlets[place]
        return _with(plan, locality_id, [*_own(plan, locality_id), *hamlets])

    def move(self, plan: Plan, row_id: str, by: int) -> tuple[Plan, str] | None:
        locality_id, place = _parts(row_id)
        hamlets = _hamlets(plan, locality_id)
        if place is None or not 0 <= place + by < len(hamlets):
            return None
        hamlets.insert(place + by, hamlets.pop(place))
        moved = _with(plan, locality_id, [*_own(plan, locality_id), *hamlets])
        return moved, f"{locality_id}{_HAMLET}{place + by}"


def _parts(row_id: str) -> tuple[str, int | None]:
    locality_id, mark, place = row_id.rpartition(_HAMLET)
    return (locality_id, int(place)) if mark else (row_id, None)


def _own(plan: Plan, locality_id: str) -> list[Quota]:
    return [quota for quota in plan.quotas if quota.locality_id == locality_id and not quota.hamlet]


def _hamlets(plan: Plan, locality_id: str) -> list[Quota]:
    return [quota for quota in plan.quotas if quota.locality_id == locality_id and quota.hamlet]


def _with(plan: Plan, locality_id: str, quotas: list[Quota]) -> Plan:
    """The quotas in the order of the thôn."""
    by_thon = {
        locality.id: quotas
        if locality.id == locality_id
        else [*_own(plan, locality.id), *_hamlets(plan, locality.id)]
        for locality in plan.localities
    }
    return replace(plan, quotas=tuple(quota for one in by_thon.values() for quota in one))
