"""What there is to print from before the day, counted: the figures beside each paper (C3, C7–C11)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dialogue_desktop.domain.assigned import by_unit
from dialogue_desktop.domain.conference import ConferenceInfo, ConferenceView
from dialogue_desktop.domain.inviting import invited, letters, needs_letter
from dialogue_desktop.domain.paper_choices import PaperChoices
from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.records import Delegate, Records, SlipBatch
from dialogue_desktop.domain.schedule import ScheduledDuty
from dialogue_desktop.domain.seats import SeatMap, total_seats
from dialogue_desktop.domain.text_vi import fold


@dataclass(frozen=True, slots=True)
class Earlier:
    """A conference whose results can be reported."""

    id: str
    title: str
    day: date | None
    when: str


@dataclass(frozen=True, slots=True)
class Holdings:
    """Counts of one conference; `undated` are duties without a day, `groups` those of the delegates.

    `letters` are the invitations of the list; without anybody on it each group gets blank ones.
    """

    plan: Plan
    units: int = 0
    duties: int = 0
    undated: int = 0
    rules: int = 0
    proofs: int = 0
    batches: tuple[SlipBatch, ...] = ()
    collected: int = 0
    fields: int = 0
    unsorted: int = 0
    assigned: int = 0
    answering: tuple[str, ...] = ()
    answered: int = 0
    earlier: tuple[Earlier, ...] = ()
    delegates: tuple[Delegate, ...] = ()
    named: int = 0
    groups: int = 0
    lines: int = 0

    @property
    def slips(self) -> int:
        return sum(batch.handed for batch in self.batches)

    def of_batches(self, only: Collection[str]) -> tuple[SlipBatch, ...]:
        """The batches that are printed."""
        return tuple(batch for batch in self.batches if batch.handed and (not only or batch.id in only))

    def letters(self, choices: PaperChoices) -> int:
        """How many invitations there are by these choices, blank ones too."""
        if choices.blank_letters:
            groups = [g for g in self.plan.participants if not choices.only or g.id in choices.only]
            return len(groups) * choices.blank_letters
        return letters(invited(self.plan, self.delegates, choices.only))


def holdings_of(
    view: ConferenceView,
    duties: Sequence[ScheduledDuty],
    *,
    rules: int = 0,
    earlier: Sequence[ConferenceInfo] = (),
    proofs: int = 0,
) -> Holdings:
    """Count what a conference has. `earlier`: the newest first."""
    plan, records = view.plan, view.records
    return replace(
        _of_records(plan, records),
        units=len(plan.tasks),
        duties=len(duties),
        undated=sum(line.due is None for line in duties),
        rules=rules,
        proofs=proofs,
        earlier=tuple(Earlier(one.id, one.title, one.day, one.when) for one in earlier),
    )


def _of_records(plan: Plan, records: Records) -> Holdings:
    collected = records.collected()
    units = by_unit(plan, records)
    seat_map = SeatMap(plan)
    return Holdings(
        plan,
        batches=records.slip_batches,
        collected=len(collected),
        fields=len({fold(one.field) for one in collected if one.field.strip()}),
        unsorted=sum(not one.field.strip() for one in collected),
        assigned=sum(len(found) for _, found in units),
        answering=tuple(unit for unit, _ in units),
        answered=sum(bool(one.prepared_answer.strip()) for one in collected),
        delegates=records.delegates,
        named=sum(one.count for one in records.delegates if one.name or one.office),
        groups=len({seat_map.group_of(one.group_id) for one in records.delegates}),
        lines=sum(one.count for one in records.delegates) + total_seats(plan),
    )


def has_invited(holdings: Holdings) -> bool:
    """Whether there is anybody on the list who gets a letter."""
    return any(needs_letter(one) for one in holdings.delegates)
