"""Drafting again: adds what is new, and says what no longer agrees; words that a person changed stay (L8)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from dialogue_desktop.domain.conclusion_draft import Drafting, Matter
from dialogue_desktop.domain.conclusion_words import other_limit, swap_day, swap_unit
from dialogue_desktop.domain.deadlines import ConflictKind, check_day
from dialogue_desktop.domain.records import OPEN_OUTCOMES, OUTCOME_LABELS, Conclusion, Opinion, Records
from dialogue_desktop.domain.words_vi import date_dm, weekday_date, weekday_long


@dataclass(frozen=True, slots=True)
class Drafted:
    """All rows as they are to stand, how many of them are new, and how many grew."""

    rows: tuple[Conclusion, ...]
    added: int = 0
    grown: int = 0

    @property
    def anything(self) -> bool:
        return bool(self.added or self.grown)


@dataclass(frozen=True, slots=True)
class OutOfStep:
    """A conclusion that says other than its opinions do now. `rows` take its place when that is wanted;
    empty where only a person can put it right."""

    row_id: str
    sentence: str
    rows: tuple[Conclusion, ...] = ()


@dataclass(frozen=True, slots=True)
class DayNote:
    """What is said under the day of a conclusion; `suggested` is a working day to take instead."""

    words: str
    warned: bool = False
    suggested: date | None = None
    suggestion: str = ""


def draft(drafting: Drafting, records: Records, new_id: Callable[[], str]) -> Drafted:
    """Conclusions for every opinion that has a result and stands in none yet.

    A row as it was drafted takes in further opinions of its matter; one that was put in other words never
    changes, and what is new stands in a row behind the others.
    """
    rows = list(records.conclusions)
    covered = {opinion_id for row in rows for opinion_id in row.opinion_ids}
    added = grown = 0
    for matter in drafting.matters(records):
        fresh = [key for key in matter.ids if key not in covered]
        if not any(one.id in fresh for one in matter.opinions):
            continue
        at = next((i for i, row in enumerate(rows) if _takes_in(drafting, records, row, matter)), None)
        if at is not None:
            more = rows[at].text.startswith(drafting.words("more", sentence=""))
            rows[at] = _renewed(drafting, records, rows[at], (*rows[at].opinion_ids, *fresh), more=more)
            grown += 1
            continue
        for part in drafting.matters(records, fresh):
            if part.outcome is matter.outcome:
                more = part.settled and any(_speaks_of(records, row, part) for row in rows)
                rows.append(drafting.row(part, records, row_id=new_id(), more=more))
                added += 1
    placed = tuple(replace(row, position=at) for at, row in enumerate(rows))
    return Drafted(placed, added, grown)


def _takes_in(drafting: Drafting, records: Records, row: Conclusion, matter: Matter) -> bool:
    return (
        bool(row.opinion_ids)
        and set(row.opinion_ids) <= set(matter.ids)
        and row.unit == matter.unit
        and row.deadline == matter.deadline
        and as_drafted(drafting, records, row)
    )


def _renewed(
    drafting: Drafting, records: Records, row: Conclusion, ids: tuple[str, ...], *, more: bool
) -> Conclusion:
    (matter,) = drafting.matters(records, ids)
    made = drafting.row(matter, records, row_id=row.id, more=more)
    return replace(made, position=row.position, opinion_ids=ids)


def _speaks_of(records: Records, row: Conclusion, matter: Matter) -> bool:
    """Another row sums up opinions with the same result."""
    ids = set(row.opinion_ids)
    return any(one.id in ids and one.outcome is matter.outcome for one in records.opinions)


def as_drafted(drafting: Drafting, records: Records, row: Conclusion) -> bool:
    """Nobody put it in other words since: its opinions would give the same text today."""
    return any(
        row.text == drafting.text(matter, records, more=more)
        for matter in _own_matter(drafting, records, row)
        for more in ((False, True) if matter.settled else (False,))
    )


def _own_matter(drafting: Drafting, records: Records, row: Conclusion) -> tuple[Matter, ...]:
    """Its one matter with the row's own unit and day; none where its opinions went different ways."""
    found = drafting.matters(records, row.opinion_ids)
    if len(found) != 1 or not row.opinion_ids:
        return ()
    if found[0].settled:
        return found
    return (replace(found[0], unit=row.unit, deadline=row.deadline),)


# --- a field of the row was changed ---------------------------------------------------------------------


def with_unit(drafting: Drafting, records: Records, row: Conclusion, unit: str) -> Conclusion:
    """Another unit, in the text too, wherever that names the old one."""
    return _changed(drafting, records, row, replace(row, unit=unit, text=swap_unit(row.text, row.unit, unit)))


def with_day(drafting: Drafting, records: Records, row: Conclusion, day: date | None) -> Conclusion:
    """Another day, in the text too, wherever that says the old one."""
    text = swap_day(row.text, row.deadline, day)
    return _changed(drafting, records, row, replace(row, deadline=day, text=text))


def _changed(drafting: Drafting, records: Records, row: Conclusion, wanted: Conclusion) -> Conclusion:
    if not as_drafted(drafting, records, row):
        return wanted
    matter = _own_matter(drafting, records, wanted)
    return (
        replace(wanted, text=drafting.text(matter[0], records)) if matter and not wanted.settled else wanted
    )


# --- what no longer agrees ------------------------------------------------------------------------------


def out_of_step(drafting: Drafting, records: Records) -> tuple[OutOfStep, ...]:
    """Rows whose opinions have another result, unit or day now, or are gone."""
    known = {one.id: one for one in records.opinions}
    found = []
    for row in records.conclusions:
        one = _compared(drafting, records, row, known)
        if one is not None:
            found.append(one)
    return tuple(found)


def _compared(
    drafting: Drafting, records: Records, row: Conclusion, known: dict[str, Opinion]
) -> OutOfStep | None:
    gone = [key for key in row.opinion_ids if key not in known]
    if gone:
        return OutOfStep(row.id, f"{len(gone)} ý kiến của kết luận này đã bỏ hoặc gộp.")
    mine = [known[key] for key in row.opinion_ids if known[key].outcome is not None]
    if not mine:
        return None
    still_open = [one for one in mine if one.outcome in OPEN_OUTCOMES]
    if row.settled and still_open:
        numbers = _numbers(still_open)
        label = OUTCOME_LABELS[still_open[0].outcome].lower() if still_open[0].outcome else ""
        return _split(drafting, records, row, f"Ý kiến {numbers} nay ghi: {label}.")
    if not row.settled and len(still_open) < len(mine):
        done = [one for one in mine if one not in still_open]
        return _split(drafting, records, row, f"Ý kiến {_numbers(done)} nay đã có kết quả xong.")
    if row.settled:
        return None
    return _other_duty(drafting, records, row, mine) or _other_result(drafting, records, row)


def _other_duty(
    drafting: Drafting, records: Records, row: Conclusion, mine: list[Opinion]
) -> OutOfStep | None:
    units = {one.unit for one in mine if one.unit} - {row.unit}
    days = {one.deadline for one in mine if one.deadline} - {row.deadline}
    if not units and not days:
        return None
    said = [*sorted(units), *(weekday_date(day) for day in sorted(days))]
    sentence = f"Ý kiến {_numbers(mine)} nay ghi: {', '.join(said)}."
    if len(units) > 1 or len(days) > 1:
        return OutOfStep(row.id, sentence)
    wanted = row
    for unit in units:
        wanted = with_unit(drafting, records, wanted, unit)
    for day in days:
        wanted = with_day(drafting, records, wanted, day)
    return OutOfStep(row.id, sentence, (wanted,))


def _other_result(drafting: Drafting, records: Records, row: Conclusion) -> OutOfStep | None:
    """It stands as it was drafted when its opinions had another result that is still to be dealt with."""
    for matter in () if as_drafted(drafting, records, row) else _own_matter(drafting, records, row):
        others = (replace(matter, outcome=outcome) for outcome in OPEN_OUTCOMES - {matter.outcome})
        if any(row.text == drafting.text(other, records) for other in others):
            label = OUTCOME_LABELS[matter.outcome].lower()
            wanted = replace(row, text=drafting.text(matter, records))
            return OutOfStep(row.id, f"Ý kiến {_numbers(list(matter.opinions))} nay ghi: {label}.", (wanted,))
    return None


def _split(drafting: Drafting, records: Records, row: Conclusion, sentence: str) -> OutOfStep:
    """Drafted anew from the same opinions; the first takes the row's place."""
    matters = drafting.matters(records, row.opinion_ids)
    before = _before(drafting, records, row)
    if not before:
        return OutOfStep(row.id, sentence)
    made = [drafting.row(matter, records) for matter in matters]
    first = next((one for one in made if one.settled == row.settled), made[0])
    rest = [one for one in made if one is not first]
    return OutOfStep(row.id, sentence, (replace(first, id=row.id), *rest))


def _before(drafting: Drafting, records: Records, row: Conclusion) -> bool:
    """It begins as a draft does: what a person wrote is not drafted anew."""
    openings = [drafting.words(key, count="§", fields="", reason="§") for key in _SUMMED_KEYS]
    starts = tuple(one.split("§")[0] for one in openings)
    if row.settled:
        return row.text.startswith(starts)
    opening = drafting.words("assigned", unit=row.unit, duty="") if row.unit else ""
    return row.text.startswith(opening) if opening else False


_SUMMED_KEYS = ("answered", "noted", "refused")


def _numbers(opinions: list[Opinion]) -> str:
    shown = [str(one.number) for one in opinions[:4]]
    return ", ".join(shown) + ("…" if len(opinions) > len(shown) else "")


# --- what is still to be said ---------------------------------------------------------------------------


def uncovered(drafting: Drafting, records: Records) -> tuple[Opinion, ...]:
    """Opinions of the session that no conclusion was drafted from: with a result, or said and still open."""
    covered = {opinion_id for row in records.conclusions for opinion_id in row.opinion_ids}
    done = {key for matter in drafting.matters(records) if covered & set(matter.ids) for key in matter.ids}
    with_result = {one.id for one in records.opinions if one.outcome is not None}
    covered |= done - with_result
    return tuple(
        one
        for one in records.opinions
        if one.id not in covered and (one.said_at_hall or one.outcome is not None)
    )


def day_note(drafting: Drafting, records: Records, row: Conclusion) -> DayNote:
    """The weekday, how the engine counted it where it did, and what speaks against it."""
    other = other_limit(row.text, row.deadline)
    if other is not None:
        return DayNote(f"Câu kết luận hứa ngày {date_dm(other)}, ô hạn ghi khác.", warned=True)
    if row.deadline is None:
        return DayNote("")
    words = weekday_date(row.deadline)
    promised = next(
        (
            made
            for one in records.opinions
            if one.id in row.opinion_ids and one.outcome is not None
            for made in (drafting.promise(one.outcome),)
            if made.day == row.deadline
        ),
        None,
    )
    conflicts = promised.conflicts if promised else check_day(row.deadline, drafting.calendar)
    off = next((one for one in conflicts if one.kind is ConflictKind.OFF_DAY), None)
    if off is not None:
        day = off.suggested
        suggestion = f"Lấy {weekday_long(day)} {date_dm(day)}" if day else ""
        return DayNote(f"Ngày này {off.predicate}. {off.advice}".strip(), True, day, suggestion)
    if conflicts:
        return DayNote(f"{words}: {conflicts[0].predicate}.", warned=True)
    return DayNote(f"{words}: {promised.explanation}" if promised and promised.explanation else words)
