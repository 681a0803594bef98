"""Every promise of a conference with its state: what the minutes give and what was written down of it (F1).

Freezing the minutes writes the promises down (`services.follow_up`), so that lists and the first screen can
read them; until then, and after a correction, they follow from the opinions and conclusions as they stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dialogue_desktop.domain.after_records import Commitment, CommitmentState
from dialogue_desktop.domain.conclusion_draft import same_matter
from dialogue_desktop.domain.opinion_gist import gist_of
from dialogue_desktop.domain.opinion_state import owed_after
from dialogue_desktop.domain.records import Conclusion, Opinion, Outcome, Records

#: A day nearer than this, today included, is "soon".
SOON_DAYS = 3


def owes(opinion: Opinion) -> bool:
    """Whether somebody still owes something after what was said: an open outcome, or an answer with a day."""
    return owed_after(opinion.outcome, opinion.deadline)


def promised(records: Records) -> tuple[Commitment, ...]:
    """What the minutes promise, one for each matter that one unit owes by one day, in the order of the
    opinions' numbers; then the conclusions that were not settled and stand for no opinion.

    The ids follow from those of the opinions, so that two laptops make the same ones. Numbers are 0.
    """
    roots = same_matter(records.opinions)
    found: dict[tuple[object, ...], list[Opinion]] = {}
    for one in records.opinions:
        if owes(one):
            escalated = one.outcome is Outcome.ESCALATED
            key = (roots[one.id], escalated, one.unit, one.deadline, one.receiving_body)
            found.setdefault(key, []).append(one)
    at = {one.id: n for n, one in enumerate(records.opinions)}
    repeated: dict[str, list[Opinion]] = {}
    for one in records.opinions:
        if one.outcome is None:
            repeated.setdefault(roots[one.id], []).append(one)
    made = [_of_opinions(members, repeated.get(roots[members[0].id], ()), at) for members in found.values()]
    made.sort(key=lambda one: one[0])
    commitments = [one for _, one in made]
    for row in records.conclusions:
        if row.settled or not row.text.strip():
            continue
        mine = [n for n, one in enumerate(commitments) if set(one.opinion_ids) & set(row.opinion_ids)]
        for n in mine:
            commitments[n] = replace(commitments[n], conclusion_id=commitments[n].conclusion_id or row.id)
        if not mine:
            commitments.append(_of_conclusion(row))
    return tuple(commitments)


def current(records: Records) -> tuple[Commitment, ...]:
    """Every promise as it stands: written down ones, and after them what follows from the minutes and was not
    written down yet, each with its number. Ones that are not followed any more are left out."""
    stored = {one.id: one for one in records.commitments}
    fresh = [one for one in promised(records) if one.id not in stored]
    number = max((one.number for one in records.commitments), default=0)
    listed = list(records.commitments)
    for one in fresh:
        number += 1
        listed.append(replace(one, number=number))
    return tuple(sorted((one for one in listed if not one.dropped), key=lambda one: (one.number, one.id)))


def after_correction(before: Records | None, now: Records) -> tuple[Commitment, ...]:
    """The promises that have to be written anew when minutes are frozen: new ones with their numbers, those
    whose words, unit or day were put right in the minutes and were not changed by hand since, and those that
    the minutes no longer hold and that nobody had begun. `before` is what the version before was frozen from.
    """
    stored = {one.id: one for one in now.commitments}
    was = {one.id: one for one in promised(before)} if before is not None else {}
    fresh = {one.id: one for one in promised(now)}
    begun = {step.commitment_id for step in now.steps}
    number = max((one.number for one in now.commitments), default=0)
    found: list[Commitment] = []
    for key, one in fresh.items():
        kept = stored.get(key)
        if kept is None:
            number += 1
            found.append(replace(one, number=number))
            continue
        old = was.get(key)
        back = old is None and kept.dropped == GONE  # nobody had begun it: the minutes alone say what it is
        after = replace(one, number=kept.number) if back else kept
        for name in _FOLLOWING:
            if old is not None and getattr(kept, name) == getattr(old, name):
                after = replace(after, **{name: getattr(one, name)})
        if after != kept:
            found.append(after)
    for key, kept in stored.items():
        untouched = kept.state is CommitmentState.NOT_BEGUN and key not in begun and not kept.dropped
        if key in was and key not in fresh and untouched:
            found.append(replace(kept, dropped=GONE))
    return tuple(found)


#: Why a promise is not followed any more when the corrected minutes do not hold it.
GONE = "Biên bản đính chính không còn nội dung này"
_FOLLOWING = ("text", "unit", "deadline", "promised", "opinion_ids", "conclusion_id", "receiving_body")


# --- how near -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Sums:
    """How many promises there are of each urgency. `waiting` counts those that wait for the higher level,
    which are among the others too."""

    late: int = 0
    soon: int = 0
    in_time: int = 0
    done: int = 0
    waiting: int = 0
    carried: int = 0

    @property
    def total(self) -> int:
        return self.late + self.soon + self.in_time + self.done + self.carried


def is_late(one: Commitment, today: date) -> bool:
    return one.open and one.deadline is not None and one.deadline < today


def is_soon(one: Commitment, today: date, days: int = SOON_DAYS) -> bool:
    """Due within the days, today included."""
    return one.open and one.deadline is not None and 0 <= (one.deadline - today).days <= days


def sums(commitments: Iterable[Commitment], today: date) -> Sums:
    late = soon = in_time = done = waiting = carried = 0
    for one in commitments:
        waiting += one.open and one.state is CommitmentState.WAITING
        if one.state is CommitmentState.DONE:
            done += 1
        elif one.carried_to:
            carried += 1
        elif is_late(one, today):
            late += 1
        elif is_soon(one, today):
            soon += 1
        else:
            in_time += 1
    return Sums(late, soon, in_time, done, waiting, carried)


# --- parts --------------------------------------------------------------------------------------------


def _of_opinions(
    members: Sequence[Opinion], repeated: Sequence[Opinion], at: Mapping[str, int]
) -> tuple[tuple[int, int], Commitment]:
    """One promise and its place in the order. `repeated` are collected opinions that these repeat, or that
    were answered with them and have no result of their own: they are waiting for the same. `at` is the place
    of each opinion in the list. It is called by what is wished, in the words of the first who says so."""
    lead = min(members, key=lambda one: (bool(one.answered_with), not one.said_at_hall, at[one.id]))
    said = [gist_of(one.text) for one in (lead, *members, *repeated) if one.text.strip()]
    gist = next((one.words for one in said if one.wish), said[0].words if said else "")
    ids = tuple(sorted((one.id for one in (*members, *repeated)), key=lambda key: at[key]))
    commitment = Commitment(
        f"cam-{lead.id}",
        text=gist[:1].upper() + gist[1:],
        unit=lead.unit or next((one.unit for one in repeated if one.unit), ""),
        deadline=lead.deadline,
        promised=lead.deadline,
        opinion_ids=ids,
        receiving_body=lead.receiving_body,
    )
    return (min(one.number for one in members), at[lead.id]), commitment


def _of_conclusion(row: Conclusion) -> Commitment:
    return Commitment(
        f"cam-{row.id}",
        text=row.text.strip().rstrip(" .;"),
        unit=row.unit,
        deadline=row.deadline,
        promised=row.deadline,
        opinion_ids=row.opinion_ids,
        conclusion_id=row.id,
    )
