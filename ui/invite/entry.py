"""What stands in the form of one delegate, and how it becomes the fields of a delegate (C10, C11)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from dialogue_desktop.domain.conference import Contact
from dialogue_desktop.domain.date_words import weekday_date
from dialogue_desktop.domain.inviting import is_open
from dialogue_desktop.domain.live import LiveDraft, LiveItem
from dialogue_desktop.domain.plan import Locality
from dialogue_desktop.domain.records import Delegate, Reply, Voice
from dialogue_desktop.domain.text_vi import one_line
from dialogue_desktop.domain.words_vi import make_date, parse_date
from ui.live.session.quick_add import split_honorific
from ui.opinions.entry import place_label
from ui.wizard.reading import read_count

_DAY_AND_MONTH = re.compile(r"\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*")
_COMRADE = ("đồng chí", "đ/c", "đc")
MOST_SEATS = 9_999


@dataclass(frozen=True, slots=True)
class DelegateEntry:
    """The form as it stands; `delegate_id` is empty for a new one. `name` with its honorific; `sent` and
    `count` stay as typed. `seat`: the line is seats without a name, which must not be given one here."""

    delegate_id: str = ""
    name: str = ""
    office: str = ""
    group_id: str = ""
    locality: str = ""
    hamlet: str = ""
    count: str = "1"
    through: bool = False
    letter_number: str = ""
    sent: str = ""
    reply: Reply | None = None
    replaced_by: str = ""
    attended: bool | None = None
    note: str = ""
    phone: str = ""
    house_address: str = ""
    seat: bool = False


class EntryError(ValueError):
    """Something must be put right before the delegate can be kept; `field` is the form's field."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field, self.sentence = field, sentence


def entry_of(one: Delegate, contact: Contact | None = None) -> DelegateEntry:
    """The form of a delegate that is kept already."""
    return DelegateEntry(
        delegate_id=one.id,
        name=f"{one.honorific} {one.name}".strip(),
        office=one.office,
        group_id=one.group_id,
        locality=one.locality,
        hamlet=one.hamlet,
        count=str(one.count),
        through=one.through_locality,
        letter_number=one.letter_number,
        sent=write_day(one.sent_on),
        reply=one.reply,
        replaced_by=one.replaced_by,
        attended=one.attended,
        note=one.note,
        phone=contact.phone if contact else "",
        house_address=contact.house_address if contact else "",
        seat=is_open(one),
    )


def blank_after(last: DelegateEntry) -> DelegateEntry:
    """An empty form in which group, thôn, xóm and the way of sending stay: lists come by thôn."""
    return DelegateEntry(
        group_id=last.group_id,
        locality=last.locality,
        hamlet=last.hamlet,
        through=last.through,
        sent=last.sent,
    )


def read_sent(text: str, today: date) -> date | None:
    """A day of sending; without a year the one nearest to today. ValueError with one sentence."""
    if not text.strip():
        return None
    short = _DAY_AND_MONTH.fullmatch(text)
    if short is None:
        return parse_date(text)
    days = [make_date(int(short[1]), int(short[2]), today.year + more) for more in (0, -1, 1)]
    return min(days, key=lambda day: abs((day - today).days))


def write_day(day: date | None) -> str:
    """With its weekday, as it reads back: "thứ Năm 16/4/2026"."""
    return weekday_date(day) if day else ""


def facts_of(entry: DelegateEntry, localities: Sequence[Locality], today: date) -> dict[str, object]:
    """The delegate's fields. EntryError where the form cannot be kept as it is."""
    honorific, name = split_person(one_line(entry.name))
    office = one_line(entry.office)
    if not entry.seat and not (name or office):
        raise EntryError("name", "Chưa ghi họ tên hoặc tên cơ quan, chức vụ được mời.")
    try:
        count = read_count(entry.count) or 0
    except ValueError as wrong:
        raise EntryError("count", str(wrong)) from wrong
    if not 1 <= count <= MOST_SEATS:
        raise EntryError("count", "Số chỗ từ 1 đến 9.999.")
    try:
        sent_on = read_sent(entry.sent, today)
    except ValueError as wrong:
        raise EntryError("sent", str(wrong)) from wrong
    return {
        "honorific": honorific,
        "name": name,
        "office": office,
        "group_id": entry.group_id,
        "locality": place_label(entry.locality, localities),
        "hamlet": one_line(entry.hamlet),
        "count": 1 if name else count,
        "through_locality": entry.through,
        "letter_number": one_line(entry.letter_number),
        "sent_on": sent_on,
        "reply": entry.reply,
        "replaced_by": one_line(entry.replaced_by) if entry.reply is Reply.NOT_COMING else "",
        "attended": entry.attended,
        "note": one_line(entry.note),
    }


def split_person(text: str) -> tuple[str, str]:
    """ "bà Lê Thị Ổn" gives ("bà", "Lê Thị Ổn"); "đồng chí" and "đ/c" too, as the Party writes."""
    for lead in _COMRADE:
        if text.casefold().startswith(f"{lead} "):
            return "đồng chí", text[len(lead) :].strip()
    return split_honorific(text)


def contact_of(entry: DelegateEntry, delegate_id: str) -> Contact:
    return Contact(delegate_id, entry.phone, entry.house_address)


def rescue_of(entry: DelegateEntry) -> LiveDraft:
    """The same words as the rescue file takes them, when the database cannot."""
    honorific, name = split_person(one_line(entry.name))
    more = (entry.office, entry.note, entry.phone, entry.house_address, entry.replaced_by)
    text = "\n".join(part for part in more if part.strip())
    voice = Voice(name, honorific, one_line(entry.locality), one_line(entry.hamlet))
    return LiveDraft(LiveItem(text=text, voices=(voice,)))


def typed_since(entry: DelegateEntry, base: DelegateEntry) -> bool:
    """Whether anything was typed or chosen since the form was filled; spaces at the ends do not count."""
    return _trimmed(entry) != _trimmed(base)


def _trimmed(entry: DelegateEntry) -> DelegateEntry:
    texts = (
        "name", "office", "locality", "hamlet", "count", "letter_number", "sent", "replaced_by", "note",
        "phone", "house_address",
    )  # fmt: skip
    values = {name: str(getattr(entry, name)).strip() for name in texts}
    return replace(entry, **values)  # type: ignore[arg-type]
