"""Slips handed out and come back, by thôn and collector, and how many of them are entered (C3)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dialogue_desktop.domain.records import Opinion, SlipBatch, Source
from dialogue_desktop.domain.schedule import ScheduledDuty
from dialogue_desktop.domain.text_vi import fold, one_line, sort_key
from dialogue_desktop.domain.words_vi import thousands

MAX_NUMBER = 99_999
_LAST_DIGITS = re.compile(r"(\d{1,9})\D*$")


def slip_number(text: str) -> int | None:
    """The number that is written on a slip: "031", "Phiếu số 31" and "DV-031" are all 31."""
    found = _LAST_DIGITS.search(one_line(text))
    return int(found[1]) if found else None


def number_words(number: int) -> str:
    """ "031": as slips are numbered."""
    return f"{number:03}"


def range_words(first: int, last: int) -> str:
    """ "001–030"; one slip alone is "007"."""
    return number_words(first) if first == last else f"{number_words(first)}–{number_words(last)}"


def next_number(text: str, taken: Iterable[str] = ()) -> str:
    """What is written on the slip that follows: "031" after "030", "DV-10" after "DV-9"; the first that is
    not among the `taken` ones. "" where the last one had no number."""
    found = _LAST_DIGITS.search(one_line(text))
    if found is None:
        return ""
    known = {fold(one_line(one)) for one in taken}
    start, end, digits = found.start(1), found.end(1), found[1]
    line = one_line(text)
    for number in range(int(digits) + 1, MAX_NUMBER + 1):
        words = f"{line[:start]}{number:0{len(digits)}}{line[end:]}"
        if fold(words) not in known:
            return words
    return ""


def batch_of(number: int, batches: Iterable[SlipBatch]) -> SlipBatch | None:
    """The batch with which the slip of this number was handed out."""
    return next((one for one in batches if one.first <= number <= one.last), None)


def batch_note(text: str, locality: str, batches: Sequence[SlipBatch]) -> str:
    """What does not fit between a slip's number, the thôn of the one who wrote it and the numbers that were
    handed out; one sentence, "" where all fits or nothing was handed out."""
    number = slip_number(text)
    if number is None or not batches:
        return ""
    batch = batch_of(number, batches)
    if batch is None:
        return f"Số {number_words(number)} không có trong các phiếu đã phát."
    if batch.locality and locality and fold(batch.locality) != fold(locality):
        return f"Phiếu số {number_words(number)} đã phát cho {batch.locality}, không phải {locality}."
    return ""


def whose(batch: SlipBatch) -> str:
    """ "Chi bộ thôn, thôn Phú Ấp": who collects and where; a collector that names the thôn needs no more."""
    if fold(batch.locality) and fold(batch.locality) in fold(batch.collector):
        return batch.collector
    return ", ".join(part for part in (batch.collector, batch.locality) if part) or "chưa ghi người thu"


def next_first(batches: Iterable[SlipBatch]) -> int:
    """The first number that no slip has yet."""
    return max((batch.last for batch in batches), default=0) + 1


def refusal(batch: SlipBatch, others: Iterable[SlipBatch]) -> str:
    """Why these numbers cannot be handed out, in one sentence; "" where they can."""
    if batch.first < 1:
        return "Số phiếu đầu phải từ 1 trở lên."
    if batch.last < batch.first:
        return f"Số phiếu cuối {batch.last} nhỏ hơn số phiếu đầu {batch.first}."
    if batch.last > MAX_NUMBER:
        return f"Số phiếu chỉ đến {thousands(MAX_NUMBER)}."
    rest = [one for one in others if one.id != batch.id]
    for one in rest:
        if batch.first <= one.last and one.first <= batch.last:
            both = range_words(max(batch.first, one.first), min(batch.last, one.last))
            return (
                f"Số {both} đã phát cho {whose(one)} (phiếu {range_words(one.first, one.last)}). "
                f"Số còn trống bắt đầu từ {number_words(next_first(rest))}."
            )
    if batch.returned is not None and not 0 <= batch.returned <= batch.handed:
        return f"Chỉ phát {thousands(batch.handed)} phiếu, không thể thu về {thousands(batch.returned)}."
    if batch.handed_on and batch.due_on and batch.due_on < batch.handed_on:
        return "Hạn nộp phiếu trước ngày phát phiếu."
    if batch.handed_on and batch.returned_on and batch.returned_on < batch.handed_on:
        return "Ngày thu về trước ngày phát phiếu."
    return ""


class SlipState(StrEnum):
    OUT = "dang_thu"
    PART = "thu_mot_phan"
    BACK = "da_thu_du"
    LATE = "qua_han"


@dataclass(frozen=True, slots=True)
class SlipCount:
    """What became of slips: numbers of slips, `entered` those with an opinion that is written down."""

    handed: int = 0
    returned: int = 0
    entered: int = 0

    def __add__(self, other: SlipCount) -> SlipCount:
        return SlipCount(
            self.handed + other.handed, self.returned + other.returned, self.entered + other.entered
        )

    @property
    def missing(self) -> int:
        """Not come back yet."""
        return max(0, self.handed - self.returned)


@dataclass(frozen=True, slots=True)
class BatchLine:
    """One batch with its count and state."""

    batch: SlipBatch
    count: SlipCount
    state: SlipState

    @property
    def note(self) -> str:
        """What does not add up, or is to be done: "Nhập 14 phiếu mà mới ghi thu về 12"."""
        if self.count.entered > self.count.returned:
            counted = (
                f"mới ghi thu về {thousands(self.count.returned)}"
                if self.batch.returned is not None
                else "chưa ghi số thu về"
            )
            return f"Đã nhập {thousands(self.count.entered)} phiếu mà {counted}"
        return ""

    @property
    def to_enter(self) -> int:
        """Came back and not entered; blank ones among them are never entered."""
        return max(0, self.count.returned - self.count.entered)


@dataclass(frozen=True, slots=True)
class SlipSums:
    """All batches in order, the sum of each thôn and of all, and slips entered that were never handed out."""

    lines: tuple[BatchLine, ...] = ()
    by_locality: tuple[tuple[str, SlipCount], ...] = ()
    total: SlipCount = SlipCount()
    stray: tuple[int, ...] = ()
    late: int = 0

    def late_in(self, locality: str) -> int:
        """How many of those who collect in a thôn are late."""
        there = (line for line in self.lines if fold(line.batch.locality) == fold(locality))
        return sum(1 for line in there if line.state is SlipState.LATE)

    @property
    def words(self) -> str:
        """ "Phát 120 phiếu, thu về 96, đã nhập 90; 2 nơi quá hạn nộp"."""
        if not self.lines:
            return ""
        total = self.total
        text = (
            f"Phát {thousands(total.handed)} phiếu, thu về {thousands(total.returned)}, "
            f"đã nhập {thousands(total.entered)}"
        )
        return f"{text}; {self.late} nơi quá hạn nộp" if self.late else text


def entered_numbers(opinions: Iterable[Opinion]) -> frozenset[int]:
    """Numbers of the slips from which something was entered; several opinions of one slip are one."""
    numbers = (slip_number(o.slip_number) for o in opinions if o.source is Source.SLIP and o.slip_number)
    return frozenset(number for number in numbers if number is not None)


def state_of(batch: SlipBatch, today: date) -> SlipState:
    if batch.returned is not None and batch.returned >= batch.handed:
        return SlipState.BACK
    if batch.due_on is not None and batch.due_on < today:
        return SlipState.LATE
    return SlipState.PART if batch.returned else SlipState.OUT


def collect_day(duties: Iterable[ScheduledDuty]) -> date | None:
    """The last day for bringing the slips back, by the plan's own duty; None where it has none."""
    days = [
        line.due
        for line in duties
        if line.due is not None and "thu phieu" in fold(f"{line.duty.summary} {line.duty.text}")
    ]
    return min(days, default=None)


def sums(batches: Sequence[SlipBatch], opinions: Iterable[Opinion], today: date) -> SlipSums:
    """Everything that the table and the paper show of the slips."""
    numbers = entered_numbers(opinions)
    lines: list[BatchLine] = []
    places: dict[str, tuple[str, SlipCount]] = {}
    for batch in sorted(batches, key=lambda one: (sort_key(one.locality), one.first, one.id)):
        entered = sum(1 for number in numbers if batch.first <= number <= batch.last)
        count = SlipCount(batch.handed, batch.returned or 0, entered)
        lines.append(BatchLine(batch, count, state_of(batch, today)))
        label, before = places.get(fold(batch.locality), (batch.locality, SlipCount()))
        places[fold(batch.locality)] = (label, before + count)
    total = SlipCount()
    for line in lines:
        total += line.count
    stray = sorted(n for n in numbers if not any(b.first <= n <= b.last for b in batches))
    late = sum(1 for line in lines if line.state is SlipState.LATE)
    return SlipSums(tuple(lines), tuple(places.values()), total, tuple(stray) if lines else (), late)
