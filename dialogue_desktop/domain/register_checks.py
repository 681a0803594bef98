"""What speaks against a number, a date or the issue of a paper, one clear sentence each (M4–M7, G5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dialogue_desktop.domain.after_records import Paper
from dialogue_desktop.domain.register_kinds import Phase
from dialogue_desktop.domain.register_numbers import (
    Number,
    Series,
    next_free,
    read_number,
    series_of,
    shown,
)
from dialogue_desktop.domain.register_rows import Group, RegisterRow
from dialogue_desktop.domain.words_vi import date_short, weekday_date
from dialogue_desktop.domain.work_calendar import WorkCalendar

#: What is written before the reason for which a number was used twice on purpose.
AGAIN = "Dùng lại số"


class CheckKind(StrEnum):
    NOT_A_NUMBER = "khong_phai_so"
    TWICE = "trung_so"
    BEFORE_SESSION = "truoc_ngay_hop"
    FUTURE = "chua_den"
    DAY_OFF = "ngay_nghi"
    BEFORE_CITED = "truoc_van_ban_dan"
    ORDER = "thu_tu"
    YEAR = "dau_nam"
    NOT_FROZEN = "chua_chot"
    CHANGED = "da_sua"
    OLDER = "ban_cu"


#: `Paper.subject` of a letter that came from another office: its number is none of ours.
INCOMING = "den"
#: What is never taken without a reason; all else is only warned of.
REFUSED = frozenset({CheckKind.NOT_A_NUMBER, CheckKind.TWICE})


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that speaks against a paper; `field` is where it is put right, "" where in no field."""

    kind: CheckKind
    sentence: str
    field: str = ""

    @property
    def refused(self) -> bool:
        return self.kind in REFUSED


def is_incoming(paper: Paper) -> bool:
    return not paper.kind and paper.subject == INCOMING


def series_of_row(row: RegisterRow) -> Series | None:
    """The series that its number belongs to; None for a paper without one, or that came from elsewhere."""
    if not row.kind.code and row.kind.name:
        return None
    if not row.kind.name and not row.paper.symbol:
        return None
    return series_of(row.paper.symbol, row.paper.dated_on, row.year)


def checks(
    row: RegisterRow, others: Iterable[RegisterRow], calendar: WorkCalendar, today: date
) -> tuple[Check, ...]:
    """All that speaks against it, what is refused first. `others` are all lines of every conference."""
    rest = [one for one in others if one.key != row.key]
    found = [*_number(row, rest), *_date(row, calendar, today), *_cited(row, rest), *_minutes(row)]
    return tuple(sorted(found, key=lambda one: not one.refused))


def free_number(row: RegisterRow, others: Iterable[RegisterRow]) -> str:
    """The number that comes next in the series of this paper; "" for one without a number."""
    series = series_of_row(row)
    if series is None:
        return ""
    taken = [number for one, number in _same(row, series, others) if one.key != row.key]
    return next_free(taken)


# --- numbers ------------------------------------------------------------------------------------------


def _same(
    row: RegisterRow, series: Series, others: Iterable[RegisterRow]
) -> Iterator[tuple[RegisterRow, Number]]:
    """Lines of the series that have a number. A plan of several conferences has one number."""
    for one in others:
        if row.kind.name == "plan" == one.kind.name and one.paper.number == row.paper.number:
            continue
        if is_incoming(one.paper):
            continue
        number = read_number(one.paper.number)
        if number is not None and series_of_row(one) == series:
            yield one, number


def _number(row: RegisterRow, others: Sequence[RegisterRow]) -> Iterator[Check]:
    paper = row.paper
    text = paper.number.strip()
    if not text or is_incoming(paper):
        return
    number, series = read_number(text), series_of_row(row)
    if number is None:
        yield Check(
            CheckKind.NOT_A_NUMBER,
            f"“{text}” không phải là số văn bản. Chỉ ghi phần số, ví dụ 12 hoặc 12a; ký hiệu ghi ở ô bên.",
            "number",
        )
        return
    if series is None:
        return
    same = list(_same(row, series, others))
    twice = [one for one, known in same if known == number and not _earlier(row, one)]
    if twice and AGAIN not in paper.note:
        yield Check(CheckKind.TWICE, _twice(row, twice[0], [known for _one, known in same]), "number")
    yield from _order(row, number, same)
    yield from _year(row, number, series, same, others)


def _earlier(row: RegisterRow, other: RegisterRow) -> bool:
    """An earlier version of the same paper, whose number it may keep; no other paper may take it."""
    mine, old = row.paper, other.paper
    same = (mine.kind, mine.subject) == (old.kind, old.subject) and bool(mine.kind)
    held = other.group is Group.OLD or old.id == mine.replaces
    return same and held and row.conference_id == other.conference_id


def _twice(row: RegisterRow, other: RegisterRow, taken: Sequence[Number]) -> str:
    paper = other.paper
    day = f" ngày {date_short(paper.dated_on)}" if paper.dated_on else ""
    where = f", hội nghị {other.conference}" if other.conference_id != row.conference_id else ""
    return (
        f"Số {shown(paper.number, paper.symbol)} đã dùng cho “{other.title}”{day}{where}. "
        f"Hãy lấy số khác; số còn trống tiếp theo là {next_free(taken)}."
    )


def _order(row: RegisterRow, number: Number, same: Sequence[tuple[RegisterRow, Number]]) -> Iterator[Check]:
    """A lower number has a later date, or a higher one an earlier date."""
    day = row.paper.dated_on
    if day is None:
        return
    for one, known in same:
        other = one.paper.dated_on
        if other is None or one.group is Group.OLD or known == number:
            continue
        if (known < number and other > day) or (known > number and other < day):
            yield Check(
                CheckKind.ORDER,
                f"Số {shown(row.paper.number, row.paper.symbol)} ngày {date_short(day)} không theo thứ tự "
                f"với số {shown(one.paper.number, one.paper.symbol)} ngày {date_short(other)}.",
                "number",
            )
            return


def _year(
    row: RegisterRow,
    number: Number,
    series: Series,
    same: Sequence[tuple[RegisterRow, Number]],
    others: Sequence[RegisterRow],
) -> Iterator[Check]:
    """A number that goes on from the year before, where the first of this year is meant."""
    day = row.paper.dated_on
    if day is None or same or number.value == 1 or not series.period.startswith("năm"):
        return
    before = Series(series.code, series.body, f"năm {day.year - 1}")
    last = [read_number(one.paper.number) for one in others if series_of_row(one) == before]
    highest = max((known.value for known in last if known is not None), default=0)
    if highest and number.value == highest + 1:
        yield Check(
            CheckKind.YEAR,
            f"Số {number.value:02} nối tiếp số cuối của năm {day.year - 1}; sang năm {day.year} số văn bản "
            "bắt đầu lại từ 01 (Nghị định 30/2020/NĐ-CP, Điều 15).",
            "number",
        )


# --- dates --------------------------------------------------------------------------------------------


def _date(row: RegisterRow, calendar: WorkCalendar, today: date) -> Iterator[Check]:
    day = row.paper.dated_on
    if day is None or not row.kind.name:
        return
    after = row.kind.phase is Phase.AFTER
    if after and row.session_day is not None and day < row.session_day:
        yield Check(
            CheckKind.BEFORE_SESSION,
            f"Ngày {date_short(day)} trước ngày họp ({weekday_date(row.session_day)}).",
            "dated_on",
        )
    if day > today:
        yield Check(
            CheckKind.FUTURE,
            f"Ngày {date_short(day)} chưa đến; hôm nay là {weekday_date(today)}.",
            "dated_on",
        )
    reason = calendar.reason_off(day)
    if reason and row.kind.name not in ("minutes", "review"):  # a session is often held on a Sunday
        yield Check(CheckKind.DAY_OFF, f"Ngày {weekday_date(day)} là ngày nghỉ ({reason}).", "dated_on")


def _cited(row: RegisterRow, others: Sequence[RegisterRow]) -> Iterator[Check]:
    """A paper is not older than what its text refers to."""
    day = row.paper.dated_on
    if day is None:
        return
    for one in others:
        other = one.paper.dated_on
        if (
            one.conference_id == row.conference_id
            and one.kind.name in row.kind.cites
            and one.group is not Group.OLD
            and other is not None
            and other > day
        ):
            number = shown(one.paper.number, one.paper.symbol)
            name = f"{one.kind.title} số {number}" if number else one.kind.title
            yield Check(
                CheckKind.BEFORE_CITED,
                f"Ngày {date_short(day)} trước ngày của văn bản được dẫn: {name}, ngày {date_short(other)}.",
                "dated_on",
            )


# --- the minutes --------------------------------------------------------------------------------------


def _minutes(row: RegisterRow) -> Iterator[Check]:
    """Papers after the session are made from frozen minutes."""
    if row.kind.phase is not Phase.AFTER or not row.kind.name or row.group is Group.OLD:
        return
    paper = row.paper
    if paper.issued_at is not None:
        if 0 < paper.minutes_version < row.frozen and row.kind.name not in ("reminders", "review"):
            yield Check(
                CheckKind.OLDER,
                f"Văn bản lập theo biên bản lần {paper.minutes_version}, nay biên bản đã chốt lần "
                f"{row.frozen}. Nếu nội dung khác, hãy lập bản thay thế.",
            )
        return
    if not row.frozen:
        yield Check(
            CheckKind.NOT_FROZEN,
            "Biên bản chưa chốt, văn bản lập theo bản đang ghi. "
            "Hãy chốt biên bản ở trang Kết thúc, biên bản.",
        )
    elif row.changed:
        yield Check(
            CheckKind.CHANGED,
            f"Nội dung phiên đã sửa sau khi chốt biên bản lần {row.frozen}; văn bản vẫn theo lần ấy. "
            "Nếu cần theo nội dung mới, hãy chốt lại biên bản trước.",
        )
