"""Who is invited: seats filled, letters sent in time, replies, numbers of letters (C10, C11, P8)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dialogue_desktop.domain.date_words import weekday_date
from dialogue_desktop.domain.deadlines import Direction, Rule, compute
from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.records import Delegate, Reply
from dialogue_desktop.domain.schedule import ScheduledDuty
from dialogue_desktop.domain.seats import HOSTS, SeatMap, SeatPlace
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.domain.words_vi import document_number, thousands
from dialogue_desktop.domain.work_calendar import WorkCalendar

#: Invitations go out so many days before the day, where the plan has no duty of its own for it.
USUAL_DAYS = 5


def is_open(delegate: Delegate) -> bool:
    """Seats that nobody is named for yet: no person, and no body that is invited as such."""
    return not (delegate.name or delegate.office)


def needs_letter(delegate: Delegate) -> bool:
    """The hosts invite; they are not invited."""
    return delegate.group_id != HOSTS


# --- seats --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SeatCount:
    """`filled` are people and bodies that are invited, `open` the seats laid out without a name."""

    seats: int | None = None
    filled: int = 0
    open: int = 0

    def __add__(self, other: SeatCount) -> SeatCount:
        seats = [count.seats for count in (self, other) if count.seats is not None]
        return SeatCount(sum(seats) if seats else None, self.filled + other.filled, self.open + other.open)

    @property
    def over(self) -> int:
        return 0 if self.seats is None else max(0, self.filled - self.seats)

    @property
    def under(self) -> int:
        return 0 if self.seats is None else max(0, self.seats - self.filled)

    @property
    def words(self) -> str:
        """ "48 trên 70 đại biểu, còn thiếu 22"; without a number set "12 đại biểu"."""
        if self.seats is None:
            return f"{thousands(self.filled)} đại biểu" if self.filled else "chưa có đại biểu"
        if not self.over and not self.under:
            return f"đủ {thousands(self.seats)} đại biểu"
        rest = f"thừa {thousands(self.over)}" if self.over else f"còn thiếu {thousands(self.under)}"
        return f"{thousands(self.filled)} trên {thousands(self.seats)} đại biểu, {rest}"


def counted(seat_map: SeatMap, delegates: Iterable[Delegate]) -> dict[SeatPlace, SeatCount]:
    """Every place of the plan, and those besides where somebody is invited."""
    found = {place: SeatCount(place.seats) for place in seat_map.places}
    for one in delegates:
        place = seat_map.place_of(one.group_id, one.locality, one.hamlet)
        now = found.get(place, SeatCount(place.seats))
        more = SeatCount(None, 0, one.count) if is_open(one) else SeatCount(None, one.count)
        found[place] = SeatCount(now.seats, now.filled + more.filled, now.open + more.open)
    return found


def group_counts(plan: Plan, delegates: Sequence[Delegate]) -> dict[str, SeatCount]:
    """By group; one whose number the plan sets for the whole of it has that number."""
    seat_map = SeatMap(plan)
    expected = {group.id: group.expected for group in seat_map.groups}
    found: dict[str, SeatCount] = {}
    for place, count in counted(seat_map, delegates).items():
        found[place.group_id] = found.get(place.group_id, SeatCount()) + count
    return {
        group_id: count if expected.get(group_id) is None else SeatCount(
            expected[group_id], count.filled, count.open
        )
        for group_id, count in found.items()
    }  # fmt: skip


def in_printed_order(plan: Plan, delegates: Iterable[Delegate]) -> tuple[Delegate, ...]:
    """By group, then by thôn in the plan's order, each by its own position."""
    seat_map = SeatMap(plan)
    groups = {group.id: n for n, group in enumerate(seat_map.groups)}
    places = {fold(locality.label): n for n, locality in enumerate(plan.localities)}

    def key(one: Delegate) -> tuple[int, int, bool, int, str]:
        group = seat_map.group_of(one.group_id)
        thon = places.get(fold(one.locality), len(places)) if group == seat_map.seats_group else 0
        return (groups[group], thon, is_open(one), one.position, one.id)

    return tuple(sorted(delegates, key=key))


# --- letters ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SendLimit:
    """The last day for sending; `due` None while the day of the conference is not known."""

    due: date | None = None
    from_plan: bool = False

    @property
    def words(self) -> str:
        """ "chậm nhất Chủ nhật 19/4/2026, theo kế hoạch"."""
        if self.due is None:
            return ""
        why = "theo kế hoạch" if self.from_plan else f"{USUAL_DAYS} ngày trước ngày họp"
        return f"chậm nhất {weekday_date(self.due)}, {why}"


def send_limit(plan: Plan, duties: Sequence[ScheduledDuty]) -> SendLimit:
    """From the plan's own duty of sending the invitations, else the usual five days before."""
    own = [line for line in duties if line.due is not None and _sends_letters(line)]
    if own:
        first = min(own, key=lambda line: (not _says_so_first(line), line.due or date.max))
        return SendLimit(first.due, from_plan=True)
    if plan.day is None:
        return SendLimit()
    usual = Rule(direction=Direction.BEFORE, n=USUAL_DAYS)
    return SendLimit(compute(usual, plan.day, WorkCalendar()).due)


def _sends_letters(line: ScheduledDuty) -> bool:
    """It speaks of sending letters of invitation, and before the day."""
    if line.duty.rule is not None and line.duty.rule.direction is Direction.AFTER:
        return False
    words = fold(f"{line.duty.summary} {line.duty.text}")
    return "giay moi" in words and "gui" in words.split()


def _says_so_first(line: ScheduledDuty) -> bool:
    return "giay moi" in fold(line.duty.summary)


def invited(plan: Plan, delegates: Iterable[Delegate], only: Collection[str] = ()) -> tuple[Delegate, ...]:
    """Those who get a letter in printed order, of `only` where these ids are given; the hosts need none."""
    chosen = [one for one in delegates if needs_letter(one) and (not only or one.id in only)]
    return in_printed_order(plan, chosen)


def letters(delegates: Iterable[Delegate]) -> int:
    """How many letters these lines are: one for each open seat, one for a person or a whole body."""
    return sum(one.count if is_open(one) else 1 for one in delegates)


def unsent(delegates: Iterable[Delegate]) -> tuple[Delegate, ...]:
    """To whom no letter has gone yet; the hosts need none."""
    return tuple(one for one in delegates if one.sent_on is None and needs_letter(one))


def sent_late(delegates: Iterable[Delegate], limit: SendLimit) -> tuple[Delegate, ...]:
    """Whose letter went out after the limit."""
    due = limit.due
    return tuple(one for one in delegates if due and one.sent_on and one.sent_on > due and needs_letter(one))


class InviteState(StrEnum):
    """Where an invitation stands; one of them at a time, in the order of the work."""

    HOST = "chu_tri"
    OPEN = "chua_co_ten"
    UNSENT = "chua_gui"
    OVERDUE = "qua_han_gui"
    SENT = "da_gui"
    COMING = "se_du"
    NOT_COMING = "khong_du"
    REPLACED = "nguoi_thay"
    PRESENT = "co_mat"
    ABSENT = "vang"


def state_of(one: Delegate, limit: SendLimit, today: date) -> InviteState:
    if one.attended is not None:
        return InviteState.PRESENT if one.attended else InviteState.ABSENT
    if one.reply is Reply.COMING:
        return InviteState.COMING
    if one.reply is Reply.NOT_COMING:
        return InviteState.REPLACED if one.replaced_by else InviteState.NOT_COMING
    if one.sent_on is not None:
        return InviteState.SENT
    if not needs_letter(one):
        return InviteState.HOST
    if limit.due is not None and today > limit.due:
        return InviteState.OVERDUE
    return InviteState.OPEN if is_open(one) else InviteState.UNSENT


_SERIES = re.compile(r"\s*0*(\d{1,6})\s*(.*?)\s*")
NO_NUMBER = "Số giấy mời phải bắt đầu bằng chữ số, ví dụ 12 hoặc 12/GM-UBND."


def letter_series(first: str, count: int) -> tuple[str, ...]:
    """ "09" gives "09", "10" …; what follows the digits ("9/GM-UBND") follows every number.

    ValueError with a sentence where `first` does not begin with a number.
    """
    found = _SERIES.fullmatch(first)
    if found is None or int(found[1]) == 0:
        raise ValueError(NO_NUMBER)
    start, rest = int(found[1]), found[2]
    return tuple(f"{document_number(n)}{rest}" for n in range(start, start + count))


def next_letter(delegates: Iterable[Delegate]) -> str:
    """The number after the highest one given; "01" at first."""
    numbers = [_SERIES.fullmatch(one.letter_number) for one in delegates if one.letter_number]
    known = [(int(found[1]), found[2]) for found in numbers if found is not None]
    if not known:
        return "01"
    top, rest = max(known)
    return f"{document_number(top + 1)}{rest}"
