"""The board over all conferences, read at once (F1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dialogue_desktop.clock import Clock
from dialogue_desktop.domain.after_records import Commitment, Paper, Step, StepKind
from dialogue_desktop.domain.board import Asker, BoardRow, in_order
from dialogue_desktop.domain.commitments import Sums, current, sums
from dialogue_desktop.domain.letters import reminder_subject
from dialogue_desktop.domain.records import Opinion, Records
from dialogue_desktop.domain.stage import Stage
from dialogue_desktop.domain.wall_time import on_wall
from dialogue_desktop.services.follow_up import FollowUp, Key
from dialogue_desktop.storage.commitment_rows import CommitmentRows, Held, Stored
from dialogue_desktop.storage.records_query import RecordsQuery


@dataclass(frozen=True, slots=True)
class Board:
    """All rows by urgency; `conferences` (id, title, day) of those that may be carried into, newest first."""

    rows: tuple[BoardRow, ...]
    sums: Sums
    today: date
    conferences: tuple[Held, ...] = ()

    def row(self, key: str) -> BoardRow | None:
        return next((one for one in self.rows if one.key == key), None)


class Boards:
    """Reads; what an older program froze is written down first."""

    def __init__(
        self, rows: CommitmentRows, records: RecordsQuery, follow_up: FollowUp, clock: Clock
    ) -> None:
        self._rows, self._records, self._follow_up, self._clock = rows, records, follow_up, clock

    def read(self, conference_id: str = "") -> Board:
        """Every promise that is followed, of one conference where it is named. StorageError."""
        self._follow_up.keep_all()
        today, stored = self._clock.today(), self._rows.all()
        found = []
        for held in stored.conferences.values():
            if conference_id and held.id != conference_id:
                continue
            found += self._of(held, stored)
        rows = in_order(found, today)
        newest = sorted(
            stored.conferences.values(), key=lambda one: (one.day or date.max, one.id), reverse=True
        )
        return Board(rows, sums((row.commitment for row in rows), today), today, tuple(newest))

    def _of(self, held: Held, stored: Stored) -> list[BoardRow]:
        written = stored.commitments.get(held.id, ())
        opinions: dict[str, Opinion] = {}
        commitments = written
        if held.stage is Stage.CONCLUDE:  # not frozen yet: they follow from what stands there now
            records = self._records.records(held.id)
            commitments = current(records)
            opinions = _opinions(records)
        rows = []
        for one in commitments:
            if one.dropped:
                continue
            origin = _origin(held.id, one, stored)
            askers = tuple(
                asker
                for opinion_id in origin[1].opinion_ids
                if (asker := _asker(origin[0], opinion_id, stored, opinions)) is not None
            )
            target = stored.conferences.get(one.carried_to)
            first = stored.conferences.get(origin[0])
            rows.append(
                BoardRow(
                    held.id,
                    held.title,
                    held.day,
                    one,
                    askers,
                    _with_reminders(
                        one, stored.steps.get((held.id, one.id), ()), stored.reminders.get(held.id, ())
                    ),
                    target.title if target is not None else "",
                    first.title if first is not None and first.id != held.id else "",
                )
            )
        return rows


def _with_reminders(one: Commitment, steps: tuple[Step, ...], papers: tuple[Paper, ...]) -> tuple[Step, ...]:
    """The history with the reminders that the register issued about it; they are lines without an id, for
    the register alone changes them."""
    asked = {reminder_subject(who) for who in (one.unit.strip(), one.receiving_body.strip()) if who}
    found = [
        Step(
            "",
            one.id,
            paper.dated_on,
            StepKind.REMINDED,
            who=", ".join(paper.recipients[:1]),
            letter="/".join(part for part in (paper.number, paper.symbol) if part),
            paper_id=paper.id,
        )
        for paper in papers
        if paper.subject.partition(":lan-")[0] in asked
        and (not one.opinion_ids or set(one.opinion_ids) & set(paper.opinion_ids))
    ]
    return tuple(sorted((*steps, *found), key=lambda step: step.day or date.min)) if found else steps


def _origin(conference_id: str, one: Commitment, stored: Stored) -> tuple[str, Commitment]:
    """Where a promise was made first: there stand the opinions. Circles of a wrong package end."""
    seen = set()
    while one.carried_from and one.carried_from not in seen:
        seen.add(one.carried_from)
        key = Key.of(one.carried_from)
        before = next(
            (row for row in stored.commitments.get(key.conference_id, ()) if row.id == key.id), None
        )
        if before is None:
            break
        conference_id, one = key.conference_id, before
    return conference_id, one


def _opinions(records: Records) -> dict[str, Opinion]:
    return {one.id: one for one in records.opinions}


def _asker(conference_id: str, opinion_id: str, stored: Stored, opinions: dict[str, Opinion]) -> Asker | None:
    known = stored.askers.get((conference_id, opinion_id))
    one = opinions.get(opinion_id)
    if known is not None or one is None:
        return known
    day = on_wall(one.said_at).date() if one.said_at else one.received_on
    return Asker(one.number, one.voices, one.group_note, one.anonymous, day, one.field, one.text)
