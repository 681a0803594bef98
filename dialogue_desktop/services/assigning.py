"""Opinions given to units and officials who prepare the answers, and who is late (C7)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from dialogue_desktop.clock import Clock
from dialogue_desktop.domain.answer_duty import AnswerDue, answer_due
from dialogue_desktop.domain.assigned import answering_unit, by_unit
from dialogue_desktop.domain.date_words import weekday_date
from dialogue_desktop.domain.deadlines import check_day
from dialogue_desktop.domain.journal import Change
from dialogue_desktop.domain.opinion_groups import groups
from dialogue_desktop.domain.records import Opinion, RecordKind, Records
from dialogue_desktop.domain.text_vi import fold, one_line, sort_key
from dialogue_desktop.errors import BadInput, NotFound
from dialogue_desktop.services.act_log import ActLog
from dialogue_desktop.services.acts import changed
from dialogue_desktop.services.deadlines import Deadlines
from dialogue_desktop.services.sorting import GONE
from dialogue_desktop.storage.conferences import Conferences
from dialogue_desktop.storage.records_query import RecordsQuery
from dialogue_desktop.storage.sorted_rows import SortedRows

NOTHING = "Chưa chọn đơn vị, người hay thời hạn nào để giao. Các ý kiến vẫn giữ nguyên."
NOBODY = "Chưa chọn ý kiến nào để giao. Hãy chọn ý kiến rồi giao lại; chưa thay đổi gì."


@dataclass(frozen=True, slots=True)
class UnitLoad:
    """What one unit has to prepare; `unit` is empty for what nobody was given. `officials` in the order of
    their given names, `next_due` the nearest day on which something is still missing, `late_since` the
    first day that has gone by without an answer, `to_come` the nearest that has not."""

    unit: str
    opinions: tuple[Opinion, ...]
    prepared: int
    late: int
    next_due: date | None
    officials: tuple[str, ...] = ()
    late_since: date | None = None
    to_come: date | None = None

    @property
    def missing(self) -> int:
        return len(self.opinions) - self.prepared


def is_prepared(opinion: Opinion) -> bool:
    return bool(opinion.prepared_answer.strip())


def is_late(opinion: Opinion, today: date) -> bool:
    """No prepared answer after the day on which it was owed."""
    return opinion.draft_due is not None and opinion.draft_due < today and not is_prepared(opinion)


class Assigning:
    """Acts on many opinions at once; each is one entry with one undo."""

    def __init__(
        self,
        conferences: Conferences,
        records: RecordsQuery,
        rows: SortedRows,
        log: ActLog,
        deadlines: Deadlines,
        clock: Clock,
    ) -> None:
        self._conferences, self._records, self._rows = conferences, records, rows
        self._log, self._deadlines, self._clock = log, deadlines, clock

    # --- reading

    def due(self, conference_id: str) -> AnswerDue:
        """By when prepared answers are owed, with the explanation of the count."""
        plan = self._conferences.plan(conference_id)
        return answer_due(plan, self._deadlines.schedule(plan), self._deadlines.calendar())

    def loads(self, conference_id: str) -> tuple[UnitLoad, ...]:
        """The opinions that came before the day, by unit, as the assignment sheets have them; what nobody was
        given comes last."""
        records = self._records.records(conference_id)
        found = by_unit(self._conferences.plan(conference_id), records)
        nobody = tuple(o for o in records.collected() if not answering_unit(o))
        rows = (*found, ("", nobody)) if nobody else found
        return tuple(_load(unit, opinions, self._clock.today()) for unit, opinions in rows)

    def late(self, conference_id: str) -> tuple[Opinion, ...]:
        """Opinions whose prepared answer is overdue today, the longest overdue first."""
        today = self._clock.today()
        found = [o for o in self._records.records(conference_id).collected() if is_late(o, today)]
        return tuple(sorted(found, key=lambda o: (o.draft_due or date.max, o.number)))

    def usual_units(self, conference_id: str) -> dict[str, str]:
        """For each field of the plan the unit that had most of its opinions, here and before; so that a
        whole field can be given away by one key."""
        plan = self._conferences.plan(conference_id)
        usual = self._rows.usual_units()
        return {name: usual[name] for name in plan.fields if name in usual}

    # --- acts

    def assign(
        self,
        conference_id: str,
        ids: Iterable[str],
        *,
        unit: str | None = None,
        official: str | None = None,
        due: date | None = None,
    ) -> Records:
        """Give opinions to a unit, an official or both, as one act. What is None stays as it is; an empty
        text takes it away. The day is `due`, else that of the plan where an opinion has none yet. Grouped
        opinions go together: they have one answer. BadInput for nothing to do, NotFound."""
        if unit is None and official is None and due is None:
            raise BadInput(NOTHING)
        opinions = self._whole_groups(conference_id, ids)
        if not opinions:
            raise BadInput(NOBODY)
        planned = self.due(conference_id).day if due is None and (unit or official) else None
        changes: tuple[Change, ...] = ()
        for one in opinions:
            facts: dict[str, object] = {"draft_due": due or one.draft_due or planned}
            if unit is not None:
                facts["unit"] = one_line(unit)
            if official is not None:
                facts["prepared_by"] = one_line(official)
            changes += changed(RecordKind.OPINION, one, **facts)
        return self._write(conference_id, changes, "opinion.assign")

    def assign_by_unit(
        self, conference_id: str, units: Mapping[str, str], *, due: date | None = None
    ) -> Records:
        """Give opinions to different units as one act, such as each field to the unit that usually has it;
        `units` by opinion. Who prepares stays; the day as in `assign`. Of a group the first one decides.
        BadInput for nothing to do, NotFound."""
        if not any(one_line(unit) for unit in units.values()):
            raise BadInput(NOBODY)
        planned = due or self.due(conference_id).day
        opinions = self._whole_groups(conference_id, (one for one, unit in units.items() if one_line(unit)))
        of_group = {one.group_id: units[one.id] for one in reversed(opinions) if units.get(one.id)}
        changes: tuple[Change, ...] = ()
        for one in opinions:
            unit = one_line(of_group[one.group_id] if one.group_id else units[one.id])
            changes += changed(RecordKind.OPINION, one, unit=unit, draft_due=due or one.draft_due or planned)
        return self._write(conference_id, changes, "opinion.assign")

    def take_back(self, conference_id: str, ids: Iterable[str]) -> Records:
        """Nobody has these to prepare any more; an answer that is there stays. NotFound."""
        changes: tuple[Change, ...] = ()
        for one in self._whole_groups(conference_id, ids):
            facts: dict[str, object] = {"unit": "", "draft_due": None}
            if not is_prepared(one):
                facts["prepared_by"] = ""
            changes += changed(RecordKind.OPINION, one, **facts)
        return self._write(conference_id, changes, "opinion.take_back")

    def move_due(self, conference_id: str, day: date | None) -> Records:
        """Another day for everything that is given away and not prepared yet; None: that of the plan, as it
        is counted now. So that a new conference day reaches the assignments."""
        wanted = day or self.due(conference_id).day
        changes: tuple[Change, ...] = ()
        for one in self.moving(conference_id, wanted):
            changes += changed(RecordKind.OPINION, one, draft_due=wanted)
        return self._write(conference_id, changes, "opinion.due")

    def moving(self, conference_id: str, day: date | None) -> tuple[Opinion, ...]:
        """What `move_due` to that day would move: given away, not prepared, owed on another day."""
        return tuple(
            one
            for one in self._records.records(conference_id).collected()
            if answering_unit(one) and not is_prepared(one) and one.draft_due != day
        )

    def against(self, conference_id: str, day: date) -> tuple[str, ...]:
        """What speaks against that day for answers, a sentence each."""
        held = self._conferences.plan(conference_id).day
        found = check_day(day, self._deadlines.calendar(), today=self._clock.today())
        words = [conflict.sentence for conflict in found]
        if held is not None and day >= held:
            words.append(f"Hội nghị họp {weekday_date(held)}, câu trả lời phải có trước ngày ấy.")
        return tuple(words)

    # --- within

    def _whole_groups(self, conference_id: str, ids: Iterable[str]) -> list[Opinion]:
        records = self._records.records(conference_id)
        known = {one.id: one for one in records.opinions}
        wanted = dict.fromkeys(ids)
        if not known.keys() >= wanted.keys():
            raise NotFound(GONE)
        for group in groups(records.opinions):
            if any(one.id in wanted for one in group.opinions):
                wanted |= dict.fromkeys(one.id for one in group.opinions)
        return [known[one] for one in wanted]

    def _write(self, conference_id: str, changes: tuple[Change, ...], act: str) -> Records:
        if changes:
            self._log.append(conference_id, act, changes)
        return self._records.records(conference_id)


def _load(unit: str, opinions: tuple[Opinion, ...], today: date) -> UnitLoad:
    days = sorted(o.draft_due for o in opinions if o.draft_due and not is_prepared(o))
    people = {o.prepared_by.strip() for o in opinions if fold(o.prepared_by) not in ("", fold(unit))}
    return UnitLoad(
        unit,
        opinions,
        sum(is_prepared(o) for o in opinions),
        sum(is_late(o, today) for o in opinions),
        next(iter(days), None),
        tuple(sorted(people, key=sort_key)),
        next((day for day in days if day < today), None),
        next((day for day in days if day >= today), None),
    )
