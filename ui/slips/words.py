"""What the page says of the slips: facts, sections and rows of the table; made without Qt (C3)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dialogue_desktop.domain.date_words import days_left, weekday_dm
from dialogue_desktop.domain.slips import BatchLine, SlipCount, SlipState, SlipSums, number_words, range_words
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.domain.words_vi import thousands
from ui.opinions.words import capital
from ui.state_looks import StateLook
from ui.theme import Role

TYPING = "typing"
NO_PLACE = "Không ghi thôn"
_MOST_STRAY = 6

STATES: Mapping[str, StateLook] = {
    SlipState.OUT: StateLook("Đang thu", "Đang thu", "circle", Role.TEXT2),
    SlipState.PART: StateLook("Thu một phần", "Thu một phần", "circle_half_fill", Role.ACCENT),
    SlipState.BACK: StateLook("Đã thu đủ", "Đã thu đủ", "checkmark_circle", Role.OK),
    SlipState.LATE: StateLook("Quá hạn nộp", "Quá hạn", "error_circle", Role.BAD),
    TYPING: StateLook("Đang gõ dở", "Đang gõ dở", "edit", Role.WARN),
}


@dataclass(frozen=True, slots=True)
class SlipRow:
    """One line of the table; `note` stands under who collects, `left` under the day."""

    id: str
    who: str
    note: str
    warned: bool
    numbers: str
    handed: str
    returned: str
    entered: str
    due: str
    left: str
    state: str


@dataclass(frozen=True, slots=True)
class SlipSection:
    """The slips of one thôn."""

    id: str
    title: str
    count: str
    rows: tuple[SlipRow, ...]


def stray_words(sums: SlipSums) -> str:
    """ "3 phiếu đã nhập không có trong số đã phát: 077, 078, 081." """
    if not sums.stray:
        return ""
    shown = ", ".join(number_words(n) for n in sums.stray[:_MOST_STRAY])
    more = "…" if len(sums.stray) > _MOST_STRAY else ""
    return f"{len(sums.stray)} phiếu đã nhập không có trong số đã phát: {shown}{more}."


def count_words(count: SlipCount) -> str:
    """ "Phát 60, thu về 52, đã nhập 50"."""
    return (
        f"Phát {thousands(count.handed)}, thu về {thousands(count.returned)}, "
        f"đã nhập {thousands(count.entered)}"
    )


def sections(sums: SlipSums, today: date, lying: frozenset[str]) -> tuple[SlipSection, ...]:
    """`lying` are the batches whose form was left half typed."""
    found: list[SlipSection] = []
    for label, count in sums.by_locality:
        rows = tuple(_row(x, today, x.batch.id in lying) for x in sums.lines if _same(x, label))
        late = sums.late_in(label)
        said = f"{count_words(count)}; {late} nơi quá hạn" if late else count_words(count)
        found.append(SlipSection(fold(label) or "-", capital(label) or NO_PLACE, said, rows))
    return tuple(found)


def _same(line: BatchLine, label: str) -> bool:
    return fold(line.batch.locality) == fold(label)


def _row(line: BatchLine, today: date, typing: bool) -> SlipRow:
    batch, count = line.batch, line.count
    due = batch.due_on
    open_still = line.state is not SlipState.BACK
    return SlipRow(
        batch.id,
        batch.collector or "Chưa ghi người phát, thu",
        line.note or batch.note or _to_enter(line),
        bool(line.note),
        range_words(batch.first, batch.last),
        thousands(count.handed),
        "–" if batch.returned is None else thousands(batch.returned),
        thousands(count.entered),
        weekday_dm(due) if due else "",
        days_left(today, due) if due and open_still else "",
        TYPING if typing else line.state,
    )


def _to_enter(line: BatchLine) -> str:
    return f"Còn {thousands(line.to_enter)} phiếu chưa nhập, kể cả phiếu trắng" if line.to_enter else ""


def ids(found: Sequence[SlipSection]) -> tuple[str, ...]:
    """Every batch in the order of the table."""
    return tuple(row.id for section in found for row in section.rows)
