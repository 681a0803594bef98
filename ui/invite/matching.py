"""Which of the delegates answer to the search line and the filters (G3)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dialogue_desktop.domain.inviting import InviteState, SendLimit, is_open, needs_letter, state_of
from dialogue_desktop.domain.plan import Locality
from dialogue_desktop.domain.records import Delegate, Reply
from dialogue_desktop.domain.seats import SeatMap
from dialogue_desktop.domain.text_vi import fold, sort_key
from ui.live.session.quick_add import short_place
from ui.opinions.matching import Choice

_BREAK = re.compile(r"\W+")

#: What the chips offer: sent or not, the reply, the way of sending.
UNSENT, SENT, OVERDUE = "chua_gui", "da_gui", "qua_han"
COMING, NOT_COMING, NO_REPLY = "se_du", "khong_du", "chua_tra_loi"
THROUGH, DIRECT = "qua_thon", "truc_tiep"
NAMED, OPEN = "co_ten", "chua_co_ten"
NO_PLACE = "-"

LETTER_WORDS = {UNSENT: "Chưa gửi", OVERDUE: "Chưa gửi, quá hạn", SENT: "Đã gửi"}
REPLY_WORDS = {COMING: "Sẽ dự", NOT_COMING: "Không dự", NO_REPLY: "Chưa trả lời"}
WAY_WORDS = {DIRECT: "Gửi trực tiếp", THROUGH: "Gửi qua thôn", NAMED: "Đã có tên", OPEN: "Chưa có tên"}


@dataclass(frozen=True, slots=True)
class Filters:
    """What the list is narrowed to; "" for all. `place` is as the delegates write it."""

    query: str = ""
    group: str = ""
    place: str = ""
    letter: str = ""
    reply: str = ""
    way: str = ""

    @property
    def any(self) -> bool:
        return bool(self.query.strip() or self.group or self.place or self.letter or self.reply or self.way)


@dataclass(frozen=True, slots=True)
class Indexed:
    """A delegate with the folded words of all that can be searched, and where the invitation stands."""

    one: Delegate
    words: str
    group: str
    letter: str
    state: InviteState


def index(
    delegates: Iterable[Delegate], seat_map: SeatMap, limit: SendLimit, today: date
) -> tuple[Indexed, ...]:
    """Fold once, so that every key of the search line costs a substring and no more."""
    return tuple(
        Indexed(
            one,
            _key(_searched(one)),
            seat_map.group_of(one.group_id),
            _letter(one, limit, today),
            state_of(one, limit, today),
        )
        for one in delegates
    )


def _searched(one: Delegate) -> str:
    return "\n".join(
        (one.shown, one.office, one.hamlet, one.locality, one.letter_number, one.replaced_by, one.note)
    )


def _letter(one: Delegate, limit: SendLimit, today: date) -> str:
    if one.sent_on is not None:
        return SENT
    if not needs_letter(one):
        return ""
    return OVERDUE if limit.due is not None and today > limit.due else UNSENT


def _key(text: str) -> str:
    return f" {_BREAK.sub(' ', fold(text)).strip()} "


def _needles(query: str) -> tuple[str, ...]:
    """What has to stand in the folded words: whole words, and the beginning of the one being typed."""
    words = _key(query).split()
    if not words:
        return ()
    last = f" {words[-1]} " if query[-1:].isspace() else f" {words[-1]}"
    return (*(f" {word} " for word in words[:-1]), last)


def matching(rows: Sequence[Indexed], filters: Filters) -> tuple[Indexed, ...]:
    """Those that hold every word of the search line and have the chosen values."""
    needles = _needles(filters.query)
    return tuple(row for row in rows if all(n in row.words for n in needles) and _has(row, filters))


def _has(row: Indexed, filters: Filters) -> bool:
    return (
        (not filters.group or filters.group == _group_value(row.group))
        and (not filters.place or filters.place == (row.one.locality or NO_PLACE))
        and (not filters.letter or row.letter.startswith(filters.letter) or _late(row, filters.letter))
        and (not filters.reply or filters.reply == _reply(row.one))
        and (not filters.way or filters.way in _ways(row.one))
    )


def _late(row: Indexed, letter: str) -> bool:
    """Who was not sent in time was not sent either."""
    return letter == UNSENT and row.letter == OVERDUE


def _reply(one: Delegate) -> str:
    if one.reply is None:
        return NO_REPLY if one.sent_on is not None else ""
    return COMING if one.reply is Reply.COMING else NOT_COMING


def _ways(one: Delegate) -> tuple[str, str]:
    return (THROUGH if one.through_locality else DIRECT, OPEN if is_open(one) else NAMED)


def _group_value(group: str) -> str:
    """ "" means all in a filter, so the others have a value of their own."""
    return group or "khac"


# --- what the chips offer -------------------------------------------------------------------------------


def group_choices(rows: Sequence[Indexed], seat_map: SeatMap) -> tuple[Choice, ...]:
    counts = Counter(row.group for row in rows)
    return tuple(
        Choice(_group_value(group.id), group.short, counts[group.id])
        for group in seat_map.groups
        if counts[group.id]
    )


def place_choices(rows: Sequence[Indexed], localities: Sequence[Locality]) -> tuple[Choice, ...]:
    counts = Counter(row.one.locality or NO_PLACE for row in rows)

    def words(place: str) -> str:
        return "Không ghi thôn" if place == NO_PLACE else short_place(place, localities)

    order = sorted(counts, key=lambda place: (place == NO_PLACE, sort_key(words(place))))
    return tuple(Choice(place, words(place), counts[place]) for place in order)


def letter_choices(rows: Sequence[Indexed]) -> tuple[Choice, ...]:
    counts = Counter(row.letter for row in rows)
    counts[UNSENT] += counts[OVERDUE]
    if counts[UNSENT] == counts[OVERDUE]:
        counts[UNSENT] = 0
    return _fixed(counts, LETTER_WORDS)


def reply_choices(rows: Sequence[Indexed]) -> tuple[Choice, ...]:
    return _fixed(Counter(_reply(row.one) for row in rows), REPLY_WORDS)


def way_choices(rows: Sequence[Indexed]) -> tuple[Choice, ...]:
    return _fixed(Counter(way for row in rows for way in _ways(row.one)), WAY_WORDS)


def _fixed(counts: Counter[str], words: dict[str, str]) -> tuple[Choice, ...]:
    return tuple(Choice(value, text, counts[value]) for value, text in words.items() if counts[value])


#: Chips in their order: name, label.
CHIPS: dict[str, str] = {
    "group": "Nhóm", "place": "Thôn", "letter": "Gửi", "reply": "Trả lời", "way": "Cách gửi, tên",
}  # fmt: skip
