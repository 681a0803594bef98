"""The figures of a conference, counted once: minutes, notice, report, workbook and board all take them here
(M1, M4, M7, M8, F1)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dialogue_desktop.domain.commitments import Sums, current, owes, sums
from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.records import Attendance, Opinion, Outcome, Records, Source, TurnState
from dialogue_desktop.domain.text_vi import sort_key


class Standing(StrEnum):
    """What an opinion came to, in the four classes of the notice and the report."""

    SETTLED = "da_giai_quyet"
    OWED = "con_giai_quyet"
    BEYOND = "vuot_tham_quyen"
    UNKNOWN = "chua_co_ket_qua"


STANDING_LABELS: dict[Standing, str] = {
    Standing.SETTLED: "Đã giải quyết, trả lời",
    Standing.OWED: "Còn phải giải quyết",
    Standing.BEYOND: "Vượt thẩm quyền",
    Standing.UNKNOWN: "Chưa có kết quả",
}


def standing_of(opinion: Opinion) -> Standing:
    """By the outcome: sent up is beyond competence, anything else that somebody owes is owed still."""
    if opinion.outcome is None:
        return Standing.UNKNOWN
    if opinion.outcome is Outcome.ESCALATED:
        return Standing.BEYOND
    return Standing.OWED if owes(opinion) else Standing.SETTLED


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table of figures; `label` empty where it is not known. `total` is the sum of the four."""

    label: str
    total: int
    settled: int
    owed: int
    beyond: int
    unknown: int


@dataclass(frozen=True, slots=True)
class People:
    """How many were there: the sum of the counted groups of one unit ("người", "hộ"), None where nobody was
    counted. `total` is that of the place, for the groups that give one, `of_total` those present of them."""

    unit: str
    present: int | None
    total: int | None = None
    of_total: int | None = None
    expected: int | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts over all opinions, whether collected or said in the session.

    `all` is the sum line; `fields`, `localities`, `units` hold every opinion exactly once (an opinion of
    several thôn stands with the first), the plan's order first, unknown last.
    """

    all: Row
    collected: int
    at_hall: int
    turns: int
    sources: tuple[tuple[Source, int], ...]
    outcomes: tuple[tuple[Outcome | None, int], ...]
    fields: tuple[Row, ...]
    localities: tuple[Row, ...]
    units: tuple[Row, ...]
    people: tuple[People, ...]
    commitments: Sums

    def outcome(self, wanted: Outcome | None) -> int:
        return next((count for one, count in self.outcomes if one is wanted), 0)

    def source(self, wanted: Source) -> int:
        return next((count for one, count in self.sources if one is wanted), 0)


def figures_of(records: Records, plan: Plan, today: date) -> Figures:
    """Counted from the records; `today` only decides which promises are late."""
    opinions = records.opinions
    by_source = Counter(one.source for one in opinions)
    by_outcome = Counter(one.outcome for one in opinions)
    places = [locality.label for locality in plan.localities]
    return Figures(
        all=_row("", opinions),
        collected=len(records.collected()),
        at_hall=len(records.at_hall()),
        turns=turn_count(records),
        sources=tuple((one, by_source[one]) for one in Source if by_source[one]),
        outcomes=tuple((one, by_outcome[one]) for one in (*Outcome, None) if by_outcome[one]),
        fields=_rows(opinions, lambda one: one.field.strip(), plan.fields),
        localities=_rows(opinions, place_of, places),
        units=_rows(opinions, lambda one: one.unit.strip(), [unit.unit for unit in plan.tasks]),
        people=people_of(records),
        commitments=sums(current(records), today),
    )


def turn_count(records: Records) -> int:
    """How many turns were spoken; where no queue was kept, the opinions of the hall tell it."""
    silent = (TurnState.ABSENT, TurnState.WITHDRAWN, TurnState.WAITING)
    spoken = [turn for turn in records.turns if turn.state not in silent]
    return len(spoken) or len({one.turn_id or one.id for one in records.at_hall()})


def place_of(opinion: Opinion) -> str:
    """The thôn that an opinion is counted for: of the first voice that has one."""
    return next((voice.locality for voice in opinion.voices if voice.locality), "")


def _row(label: str, opinions: Iterable[Opinion]) -> Row:
    counts = Counter(standing_of(one) for one in opinions)
    return Row(
        label,
        counts.total(),
        counts[Standing.SETTLED],
        counts[Standing.OWED],
        counts[Standing.BEYOND],
        counts[Standing.UNKNOWN],
    )


def _rows(
    opinions: Sequence[Opinion], label: Callable[[Opinion], str], known: Iterable[str]
) -> tuple[Row, ...]:
    """Rows that hold something, those that are known first. Spellings that differ in capitals are one."""
    found: dict[str, list[Opinion]] = {}
    shown: dict[str, str] = {}
    for one in opinions:
        words = label(one)
        found.setdefault(words.casefold(), []).append(one)
        shown.setdefault(words.casefold(), words)
    first = [key for key in dict.fromkeys(words.strip().casefold() for words in known) if key in found]
    rest = sorted((key for key in found if key and key not in first), key=lambda key: sort_key(shown[key]))
    return tuple(_row(shown[key], found[key]) for key in (*first, *rest, *([""] if "" in found else [])))


def of_the_place(rows: Iterable[Attendance], *, whole: bool) -> list[Attendance]:
    """The groups that are compared with the total of the place: those that give one themselves; where none
    does and a total of the `whole` place is known, those of a thôn. Guests are no part of it."""
    counted = [row for row in rows if row.present is not None]
    own = [row for row in counted if row.total is not None]
    return own or ([row for row in counted if row.locality] if whole else [])


def people_of(records: Records) -> tuple[People, ...]:
    """Each unit once, in the order in which it first stands in the list. The total that was said of the whole
    place goes before the sum of those of its parts."""
    session = records.session
    units = dict.fromkeys(row.unit or "người" for row in records.attendance)
    found: list[People] = []
    for unit in units:
        rows = [row for row in records.attendance if (row.unit or "người") == unit]
        present = _sum(row.present for row in rows)
        total = _sum(row.total for row in rows)
        whole = session.people_total is not None and session.people_unit == unit
        if whole:
            total = session.people_total
        of_total = _sum(row.present for row in of_the_place(rows, whole=whole))
        found.append(People(unit, present, total, of_total, _sum(row.expected for row in rows)))
    return tuple(found)


def _sum(numbers: Iterable[int | None]) -> int | None:
    known = [one for one in numbers if one is not None]
    return sum(known) if known else None
