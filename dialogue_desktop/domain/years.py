"""Conferences of several years beside each other: petitions, what became of them, how long it took (F5)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median
from types import MappingProxyType

from dialogue_desktop.domain.after_records import Commitment, CommitmentState
from dialogue_desktop.domain.commitments import is_late
from dialogue_desktop.domain.figures import Standing, place_of, standing_of
from dialogue_desktop.domain.records import Opinion
from dialogue_desktop.domain.text_vi import sort_key

#: A chart and a page hold no more columns that can be read.
MOST_YEARS = 10
NO_PROMISES: Mapping[str, Sequence[Commitment]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class HeldConference:
    """One conference that was held: its day, what was asked, what was promised."""

    id: str
    title: str
    day: date
    opinions: tuple[Opinion, ...]
    commitments: tuple[Commitment, ...]


@dataclass(frozen=True, slots=True)
class YearFigures:
    """One year. `petitions` is the sum of the four classes of `figures.Standing`.

    Promises are counted in the year in which they were given, wherever they were carried: `kept` and the
    median of days from the session to the day they were done; `open` and the median of days that they have
    waited so far, `late` of them past their day. Medians are None where there is nothing to count.
    """

    year: int
    conferences: int
    petitions: int
    settled: int
    owed: int
    beyond: int
    unknown: int
    promises: int
    kept: int
    open: int
    late: int
    days_kept: float | None = None
    days_open: float | None = None

    def share(self, count: int) -> float:
        """Of all petitions of the year, 0 to 1."""
        return count / self.petitions if self.petitions else 0.0


@dataclass(frozen=True, slots=True)
class YearRow:
    """Petitions of one field or thôn, a number for each year; `label` empty where it is not known."""

    label: str
    counts: tuple[int, ...]

    @property
    def total(self) -> int:
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Years in their order, and petitions by field and by thôn over them, the most first."""

    years: tuple[YearFigures, ...] = ()
    fields: tuple[YearRow, ...] = ()
    localities: tuple[YearRow, ...] = ()
    conferences: tuple[tuple[date, str], ...] = ()

    @property
    def empty(self) -> bool:
        return not self.years


def compared(
    conferences: Iterable[HeldConference],
    today: date,
    most: int = MOST_YEARS,
    *,
    ahead: Mapping[str, Sequence[Commitment]] = NO_PROMISES,
) -> Comparison:
    """The newest `most` years that have a conference. `ahead` are promises of conferences that did not begin
    yet, by their ids: what was carried there is followed there already."""
    held = sorted(conferences, key=lambda one: (one.day, one.id))
    ends = _ends({one.id: one.commitments for one in held} | dict(ahead))
    years = sorted({one.day.year for one in held})[-most:]
    held = [one for one in held if one.day.year in years]
    return Comparison(
        tuple(_figures(year, [one for one in held if one.day.year == year], ends, today) for year in years),
        _rows(held, years, lambda one: one.field.strip()),
        _rows(held, years, place_of),
        tuple((one.day, one.title) for one in held),
    )


# --- promises -----------------------------------------------------------------------------------------


def _ends(promises: Mapping[str, Sequence[Commitment]]) -> dict[str, Commitment]:
    """For each promise, by "conference/commitment", the one that stands for it now: where it was carried into
    a later conference, what became of it there. Only those that were given here are keys."""
    all_of = {f"{held}/{row.id}": row for held, rows in promises.items() for row in rows}
    next_of = {row.carried_from: key for key, row in all_of.items() if row.carried_from in all_of}
    found: dict[str, Commitment] = {}
    for key, row in all_of.items():
        if row.carried_from in all_of:
            continue
        last, seen = key, {key}
        while last in next_of and next_of[last] not in seen:
            last = next_of[last]
            seen.add(last)
        found[key] = all_of[last]
    return found


def _figures(
    year: int, held: Sequence[HeldConference], ends: dict[str, Commitment], today: date
) -> YearFigures:
    counts = Counter(standing_of(opinion) for one in held for opinion in one.opinions)
    kept: list[int] = []
    waiting: list[int] = []
    promises = late = 0
    for one in held:
        for row in one.commitments:
            end = ends.get(f"{one.id}/{row.id}")
            if end is None:
                continue
            promises += 1
            if end.state is CommitmentState.DONE:
                if end.done_on is not None:
                    kept.append(max(0, (end.done_on - one.day).days))
                else:
                    kept.append(-1)
            else:
                waiting.append(max(0, (today - one.day).days))
                late += is_late(end, today)
    dated = [days for days in kept if days >= 0]
    return YearFigures(
        year,
        len(held),
        counts.total(),
        counts[Standing.SETTLED],
        counts[Standing.OWED],
        counts[Standing.BEYOND],
        counts[Standing.UNKNOWN],
        promises,
        len(kept),
        len(waiting),
        late,
        float(median(dated)) if dated else None,
        float(median(waiting)) if waiting else None,
    )


# --- rows ---------------------------------------------------------------------------------------------


def _rows(
    held: Sequence[HeldConference], years: Sequence[int], label: Callable[[Opinion], str]
) -> tuple[YearRow, ...]:
    """The most petitions first, unknown last. Spellings that differ in capitals are one, the newest holds."""
    counts: dict[str, Counter[int]] = {}
    shown: dict[str, str] = {}
    for one in held:
        for opinion in one.opinions:
            words = label(opinion)
            counts.setdefault(words.casefold(), Counter())[one.day.year] += 1
            shown[words.casefold()] = words
    order = sorted(counts, key=lambda key: (not key, -counts[key].total(), sort_key(shown[key])))
    return tuple(YearRow(shown[key], tuple(counts[key][year] for year in years)) for key in order)
