"""Who came, group by group, and the sums with their arithmetic: present of those of the place (M1, L6)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from decimal import ROUND_HALF_UP, Decimal

from dialogue_desktop.documents.minutes_frame import DOTS, Frame
from dialogue_desktop.documents.office_words import capital, sentence
from dialogue_desktop.documents.tree import Block, Item, Paragraph, para, text
from dialogue_desktop.domain.figures import People, of_the_place, people_of
from dialogue_desktop.domain.records import Attendance
from dialogue_desktop.domain.wall_time import on_wall
from dialogue_desktop.domain.words_vi import count2, decimal_vi, thousands, time_doc

#: A counting so long after the opening is another one than that of the door.
_LATER = timedelta(minutes=30)


def people(frame: Frame) -> Iterator[Block]:
    rows = frame.records.attendance
    if not rows:
        yield frame.labelled("people", DOTS, "attendance")
        return
    yield Paragraph(text(frame.phrases("people"), bold=True), anchor="attendance", keep_next=True)
    for row in rows:
        yield Item(text(sentence(_row(frame, row))), anchor=f"attendance:{row.id}")
    sums = [words for found in people_of(frame.records) if (words := _sum(frame, found))]
    if sums:
        words = " ".join(sentence(one) for one in (capital("; ".join(sums)), *_left_out(frame)))
        yield para(words, anchor="attendance_sum")


def _row(frame: Frame, row: Attendance) -> str:
    phrases = frame.phrases
    label = row.label.strip().rstrip(" .;:,") or row.locality or phrases("group")
    if row.present is None:
        words = phrases("not_counted", label=label)
    elif row.total is not None:
        words = phrases(
            "present_of_total",
            label=label,
            present=count2(row.present),
            total=thousands(row.total),
            unit=row.unit,
        )
    else:
        words = phrases("present_only", label=label, present=count2(row.present), unit=row.unit)
    return words if row.expected is None else f"{words} {phrases('expected', expected=count2(row.expected))}"


def _sum(frame: Frame, found: People) -> str:
    """The sum of one unit of counting. Only what is of the place is compared with its total; without a row
    that is said to be of it, both numbers stand side by side."""
    session, phrases, unit = frame.records.session, frame.phrases, found.unit
    rows = [row for row in frame.records.attendance if (row.unit or "người") == unit]
    counted = [row for row in rows if row.present is not None]
    whole = session.people_total is not None and session.people_unit == unit
    local = of_the_place(rows, whole=whole)
    here, total = found.of_total or 0, found.total or 0
    parts = [row.total or 0 for row in local]
    values = {
        "present": count2(found.present or 0),
        "sum": _added([row.present or 0 for row in counted]),
        "here": count2(here),
        "here_sum": _added([row.present or 0 for row in local]),
        "total": thousands(total),
        "totals": _added(parts) if all(parts) and sum(parts) == total else "",
        "unit": unit,
        "percent": f", bằng {_percent(here, total)}%" if 0 < here <= total else "",
    }
    if not counted:
        return ""
    if not local or not total:
        if total:
            return phrases("people_beside", **values)
        return phrases("people_counted", **values) if len(counted) > 1 else ""
    if len(counted) == 1 and counted[0].total == total:
        return ""  # the row says it all
    return phrases("people_total" if len(local) == len(counted) else "people_local", **values)


def _added(numbers: Sequence[int]) -> str:
    """ " (64 + 54)", nothing for a single number."""
    return f" ({' + '.join(count2(number) for number in numbers)})" if len(numbers) > 1 else ""


def _percent(part: int, whole: int) -> str:
    exact = Decimal(part * 100) / Decimal(whole)
    return decimal_vi(exact.quantize(Decimal("0.1"), ROUND_HALF_UP))


def _left_out(frame: Frame) -> Iterator[str]:
    """What the sums do not hold, and when the last counting was where it was not at the door."""
    session, phrases = frame.records.session, frame.phrases
    rows = frame.records.attendance
    uncounted = sum(row.present is None for row in rows)
    if uncounted:
        yield phrases("uncounted", count=count2(uncounted))
    last = max((row.counted_at for row in rows if row.counted_at is not None), default=None)
    if last is not None and session.started_at is not None and last - session.started_at > _LATER:
        yield phrases("counted_at", time=time_doc(on_wall(last).time()))
