"""What the page says of the invited: facts, sections and rows of the table, one line in full; without Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dialogue_desktop.domain.conference import Contact
from dialogue_desktop.domain.date_words import date_dm, days_left, weekday_date, weekday_dm
from dialogue_desktop.domain.inviting import SeatCount, SendLimit, is_open, needs_letter, sent_late, unsent
from dialogue_desktop.domain.plan import Locality
from dialogue_desktop.domain.records import REPLY_LABELS, Delegate
from dialogue_desktop.domain.seats import SeatMap
from dialogue_desktop.domain.text_vi import fold, one_line
from dialogue_desktop.domain.words_vi import thousands
from ui.invite.looks import TYPING
from ui.invite.matching import Indexed
from ui.live.session.quick_add import short_place
from ui.opinions.matching import Choice, marks
from ui.opinions.words import capital

NO_NAME = "Chưa có tên"
_MOST_TITLE = 80


@dataclass(frozen=True, slots=True)
class DelegateRow:
    """One line of the table; `state` is one of the invitation's states, or TYPING."""

    id: str
    who: str
    who_marks: tuple[tuple[int, int], ...]
    office: str
    office_marks: tuple[tuple[int, int], ...]
    place: str
    hamlet: str
    letter: str
    way: str
    state: str
    when: str
    ticked: bool = False
    faded: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A group, or a thôn in it: its title, how many of its seats are filled, and its rows."""

    id: str
    title: str
    count: str
    over: bool
    rows: tuple[DelegateRow, ...]


@dataclass(frozen=True, slots=True)
class Detail:
    """One line in full; `facts` are (label, words) in order, `seats` how full its place is."""

    id: str
    title: str
    second: str
    state: str
    facts: tuple[tuple[str, str], ...]
    seats: tuple[tuple[str, str], ...] = ()
    reach: tuple[tuple[str, str], ...] = ()
    open_seats: bool = False


@dataclass(frozen=True, slots=True)
class Chips:
    """What each chip offers, and (chip, words) of what is chosen."""

    group: tuple[Choice, ...] = ()
    place: tuple[Choice, ...] = ()
    letter: tuple[Choice, ...] = ()
    reply: tuple[Choice, ...] = ()
    way: tuple[Choice, ...] = ()
    chosen: tuple[tuple[str, str], ...] = ()


# --- the head of the page -------------------------------------------------------------------------------


def facts_words(delegates: Sequence[Delegate], limit: SendLimit, today: date) -> str:
    """ "26 đại biểu, 130 chỗ chưa có tên; chưa gửi 150 giấy mời, chậm nhất Chủ nhật 19/4/2026 …"."""
    people = people_words(delegates)
    return f"{people}; {letters_words(delegates, limit, today)}" if people else ""


def people_words(delegates: Sequence[Delegate]) -> str:
    """ "26 đại biểu, 130 chỗ chưa có tên"."""
    if not delegates:
        return ""
    filled = sum(one.count for one in delegates if not is_open(one))
    seats = sum(one.count for one in delegates if is_open(one))
    people = f"{thousands(filled)} đại biểu"
    return f"{people}, {thousands(seats)} chỗ chưa có tên" if seats else people


def letters_words(delegates: Sequence[Delegate], limit: SendLimit, today: date) -> str:
    """How many letters are still to go, and until when."""
    waiting = sum(one.count for one in unsent(delegates))
    if not waiting:
        late = sum(one.count for one in sent_late(delegates, limit))
        return f"đã gửi hết giấy mời, {thousands(late)} giấy sau hạn" if late else "đã gửi hết giấy mời"
    words = f"chưa gửi {thousands(waiting)} giấy mời"
    if limit.due is None:
        return words
    return f"{words}, chậm nhất {weekday_date(limit.due)} ({days_left(today, limit.due).lower()})"


def count_words(shown: Sequence[Delegate], all_of_them: Sequence[Delegate]) -> str:
    """ "12 trên 156 chỗ": named or not."""
    some, every = sum(one.count for one in shown), sum(one.count for one in all_of_them)
    if some == every:
        return f"{thousands(every)} chỗ"
    return f"{thousands(some)} trên {thousands(every)} chỗ"


def no_match_words(query: str) -> str:
    typed = one_line(query)
    if typed:
        return f"Không có đại biểu nào chứa “{typed}” trong những gì đang lọc."
    return "Không có đại biểu nào đúng với những gì đang lọc."


# --- rows -----------------------------------------------------------------------------------------------


def who(one: Delegate) -> str:
    """ "Ông Nguyễn Văn An", "Thường trực Đảng ủy", "12 chỗ chưa có tên"."""
    if is_open(one):
        return f"{thousands(one.count)} chỗ chưa có tên"
    name = capital(one.shown)
    return name if one.name or one.count == 1 else f"{name} ({thousands(one.count)} người)"


def row_of(
    row: Indexed, query: str, localities: Sequence[Locality], *, typing: bool = False, ticked: bool = False
) -> DelegateRow:
    one, found = row.one, query.strip()
    several = not one.name and one.count > 1 and not is_open(one)
    # How many come for a body stands on the second line, where it is not cut off with a long name.
    name = capital(one.shown) if several else who(one)
    office = f"{thousands(one.count)} người" if several else one.office if one.name else ""
    return DelegateRow(
        one.id,
        name,
        marks(name, query) if found else (),
        office,
        marks(office, query) if found else (),
        short_place(one.locality, localities),
        one.hamlet,
        f"Số {one.letter_number.partition('/')[0].partition('-')[0]}" if one.letter_number else "",
        way_words(one),
        TYPING if typing else row.state,
        f"gửi {weekday_dm(one.sent_on)}" if one.sent_on else "",
        ticked,
        faded=is_open(one),
    )


def way_words(one: Delegate) -> str:
    if not needs_letter(one):
        return ""
    return "Qua thôn" if one.through_locality else "Trực tiếp"


def section_key(one: Delegate, seat_map: SeatMap) -> tuple[str, str]:
    """(group, thôn): the thôn only where the seats are shared out among them."""
    group = seat_map.group_of(one.group_id)
    return (group, fold(one.locality) if group == seat_map.seats_group else "")


def section_title(group_title: str, locality: str) -> str:
    """ "Nhân dân thôn Đồng Vạn", or the group's own words."""
    return f"Nhân dân {locality}" if locality else group_title


# --- one line in full -----------------------------------------------------------------------------------


def detail_of(
    row: Indexed,
    contact: Contact | None,
    seat_map: SeatMap,
    seats: Sequence[tuple[str, SeatCount]],
) -> Detail:
    one = row.one
    return Detail(
        one.id,
        who(one),
        one.office if one.name else "",
        row.state,
        tuple(_facts(one, seat_map)),
        tuple((label, capital(count.words)) for label, count in seats),
        tuple(_reach(contact)),
        is_open(one),
    )


def _facts(one: Delegate, seat_map: SeatMap) -> list[tuple[str, str]]:
    group = seat_map.group_of(one.group_id)
    facts = [("Nhóm", _group_words(seat_map, group))]
    if one.address:
        facts.append(("Địa chỉ", capital(one.address)))
    if needs_letter(one):
        number = f"Số {one.letter_number}, " if one.letter_number else ""
        way = "gửi qua thôn" if one.through_locality else "gửi trực tiếp"
        facts.append(("Giấy mời", capital(f"{number}{way}")))
        facts.append(("Ngày gửi", capital(weekday_date(one.sent_on)) if one.sent_on else "Chưa gửi"))
        facts.append(("Trả lời", REPLY_LABELS[one.reply] if one.reply else "Chưa trả lời"))
    if one.replaced_by:
        facts.append(("Dự thay", capital(one.replaced_by)))
    if one.attended is not None:
        facts.append(("Hội nghị", "Có mặt" if one.attended else "Vắng"))
    if one.note:
        facts.append(("Ghi chú", one.note))
    return facts


def _group_words(seat_map: SeatMap, group_id: str) -> str:
    """The whole title where it is not too long to be read at a glance."""
    group = next(one for one in seat_map.groups if one.id == group_id)
    return group.title if len(group.title) <= _MOST_TITLE else group.short


def _reach(contact: Contact | None) -> list[tuple[str, str]]:
    if contact is None:
        return []
    both = (("Điện thoại", contact.phone), ("Địa chỉ nhà", contact.house_address))
    return [(label, words) for label, words in both if words]


# --- after an act ---------------------------------------------------------------------------------------


def whom(chosen: Sequence[Delegate]) -> str:
    """ "ông Nguyễn Văn An", "12 chỗ chưa có tên", "5 dòng": for the toast."""
    if len(chosen) != 1:
        return f"{len(chosen)} dòng"
    one = chosen[0]
    return who(one) if is_open(one) or not one.name else one.shown


def sent_words(chosen: Sequence[Delegate], day: date | None) -> str:
    if day is None:
        return f"Đã ghi chưa gửi giấy mời: {whom(chosen)}"
    return f"Đã ghi gửi giấy mời ngày {date_dm(day)}: {whom(chosen)}"
