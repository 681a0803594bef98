"""Seats of the plan: for which group, thôn and xóm there are how many (P8)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from dialogue_desktop.domain.placeholders import fill, values_of
from dialogue_desktop.domain.plan import Level, Plan
from dialogue_desktop.domain.text_vi import fold, one_line

#: The chairs and secretaries, who are no group of the plan's participants.
HOSTS = "chu-tri-thu-ky"
#: Takes the seats of the thôn where the plan names no group of people for them.
PEOPLE = "nhan-dan-cac-thon"
#: Everybody else.
OTHERS = ""

_INVITE = ("mời ", "Mời ")
_FIRST = re.compile(r"[,;:(]|\s+và\s+(?=người |lãnh đạo |cán bộ |[A-ZĐ])")


@dataclass(frozen=True, slots=True)
class InviteGroup:
    """A group under which people are invited; `title` on one line, its placeholders filled in."""

    id: str
    title: str
    level: Level | None = None
    expected: int | None = None

    @property
    def short(self) -> str:
        """The first that the title names: "Thường trực Đảng ủy" for a group of many bodies."""
        first = _FIRST.split(self.title, maxsplit=1)[0].strip()
        return first or self.title


def invite_groups(plan: Plan) -> tuple[InviteGroup, ...]:
    """The hosts, the plan's groups in their order, and what takes those who belong to none."""
    values = values_of(plan)
    found = [InviteGroup(HOSTS, "Chủ trì và thư ký")]
    for group in plan.participants:
        title = _without_invite(one_line(fill(group.text, values)))
        found.append(InviteGroup(group.id, title or "Thành phần chưa đặt tên", group.level, group.expected))
    if seats_group(plan) == PEOPLE:
        found.append(InviteGroup(PEOPLE, "Nhân dân các thôn", Level.PEOPLE))
    return (*found, InviteGroup(OTHERS, "Khách mời khác"))


def _without_invite(text: str) -> str:
    """ "Mời đại diện Điện lực" is "Đại diện Điện lực"."""
    if text.startswith(_INVITE):
        text = text[len(_INVITE[0]) :].lstrip()
    return text[:1].upper() + text[1:]


def seats_group(plan: Plan) -> str:
    """The group that the seats of the thôn belong to: the first of the people."""
    people = next((group.id for group in plan.participants if group.level is Level.PEOPLE), "")
    return people or (PEOPLE if plan.quotas else "")


# --- seats of each place ------------------------------------------------------------------------------


def locality_seats(plan: Plan) -> dict[str, int]:
    """Seats by locality id: those given to the thôn itself, else the sum of its xóm."""
    whole = {quota.locality_id: quota.seats for quota in plan.quotas if not quota.hamlet}
    parts: dict[str, int] = {}
    for quota in plan.quotas:
        if quota.hamlet:
            parts[quota.locality_id] = parts.get(quota.locality_id, 0) + quota.seats
    return {**parts, **whole}


def total_seats(plan: Plan) -> int:
    """The seats of all thôn together."""
    return sum(locality_seats(plan).values())


def uneven_localities(plan: Plan) -> tuple[tuple[str, int, int], ...]:
    """(label, seats of the thôn, seats of its xóm together) where both are given and differ."""
    whole = {quota.locality_id: quota.seats for quota in plan.quotas if not quota.hamlet}
    parts: dict[str, int] = {}
    for quota in plan.quotas:
        if quota.hamlet:
            parts[quota.locality_id] = parts.get(quota.locality_id, 0) + quota.seats
    return tuple(
        (locality.label, whole[locality.id], parts[locality.id])
        for locality in plan.localities
        if locality.id in whole and locality.id in parts and whole[locality.id] != parts[locality.id]
    )


@dataclass(frozen=True, slots=True)
class SeatPlace:
    """Where seats are counted: a group, or a thôn in it, or a xóm in that; `seats` None where no number
    is set. `locality` is a label ("thôn Phú Ấp")."""

    group_id: str
    locality: str = ""
    hamlet: str = ""
    seats: int | None = None

    @property
    def key(self) -> tuple[str, str, str]:
        """The same for every way of writing the names."""
        return (self.group_id, fold(self.locality), fold(self.hamlet))


class SeatMap:
    """The places of one plan in order, and the place of anybody."""

    def __init__(self, plan: Plan) -> None:
        self.groups = invite_groups(plan)
        self.seats_group = seats_group(plan)
        self.places = tuple(_places(plan, self.groups, self.seats_group))
        self._by_key = {place.key: place for place in self.places}
        self._known = {group.id for group in self.groups}

    def group_of(self, group_id: str) -> str:
        """The group, or "others" for one that the plan no longer has."""
        return group_id if group_id in self._known else OTHERS

    def place_of(self, group_id: str, locality: str, hamlet: str) -> SeatPlace:
        """The narrowest place that counts such a seat."""
        group = self.group_of(group_id)
        for key in (
            (group, fold(locality), fold(hamlet)),
            (group, fold(locality), ""),
            (group, "", ""),
        ):
            if key in self._by_key:
                return self._by_key[key]
        return SeatPlace(group, locality if group == self.seats_group else "")


def _places(plan: Plan, groups: Iterable[InviteGroup], seats_of: str) -> Iterable[SeatPlace]:
    for group in groups:
        if group.id == seats_of and seats_of and plan.quotas:
            yield from _thon_places(plan, group.id)
        elif group.expected is not None:
            yield SeatPlace(group.id, seats=group.expected)


def _thon_places(plan: Plan, group_id: str) -> Iterable[SeatPlace]:
    whole = {quota.locality_id: quota.seats for quota in plan.quotas if not quota.hamlet}
    for locality in plan.localities:
        hamlets = [q for q in plan.quotas if q.locality_id == locality.id and q.hamlet]
        for quota in hamlets:
            yield SeatPlace(group_id, locality.label, quota.hamlet, quota.seats)
        if locality.id in whole:
            rest = max(0, whole[locality.id] - sum(quota.seats for quota in hamlets))
            yield SeatPlace(group_id, locality.label, seats=rest)
