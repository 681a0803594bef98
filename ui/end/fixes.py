"""What is put right in the list of gaps itself: each an act of the journal, so it can be taken back (M3)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any

from dialogue_desktop.domain.closing_gap import Fix, Gap
from dialogue_desktop.domain.conclusion_update import out_of_step, with_day, with_unit
from dialogue_desktop.domain.live import TurnAct
from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.records import Outcome, Records, Session, Voice
from dialogue_desktop.domain.wall_time import from_wall, on_wall
from dialogue_desktop.errors import UserError
from dialogue_desktop.services.live_changes import new_id

#: Put right by the button alone, nothing is asked.
DIRECT = frozenset({Fix.AGREE, Fix.MARKED})


@dataclass(frozen=True, slots=True)
class Given:
    """What was given in the form of a gap; only what its fix asks for."""

    outcome: Outcome | None = None
    words: str = ""
    unit: str = ""
    body: str = ""
    day: date | None = None
    voice: Voice | None = None
    consent: bool | None = None
    count: int | None = None
    hour: time | None = None
    act: TurnAct | None = None
    withheld: bool = False


Undo = Callable[[], object]


class Fixes:
    """Writes for one conference; called on the database's thread."""

    def __init__(self, services: Any, conference_id: str) -> None:
        self._services, self._id = services, conference_id

    def apply(self, gap: Gap, given: Given) -> Undo:
        """Put it right; what comes back takes it back. UserError where it cannot be kept."""
        assert gap.fix is not None
        if gap.fix is Fix.NUMBER:
            return self._number(given.words)
        newest = self._newest()
        self._write(gap, given)
        if self._newest() == newest:
            return lambda: None
        return lambda: self._services.live.undo(self._id)

    def _newest(self) -> tuple[str, ...]:
        return tuple(entry.id for entry in self._services.live.history(self._id, 1))

    def _number(self, number: str) -> Undo:
        planning = self._services.planning
        plan: Plan = planning.plan(self._id)
        planning.save_plan(self._id, replace(plan, minutes_number=number))

        def undo() -> None:
            current = planning.plan(self._id)
            planning.save_plan(self._id, replace(current, minutes_number=plan.minutes_number))

        return undo

    def _write(self, gap: Gap, given: Given) -> None:
        live, records = self._services.live, self._services.live.records(self._id)
        match gap.fix:
            case Fix.OUTCOME:
                live.edit_opinion(self._id, gap.record_id, outcome=given.outcome)
            case Fix.REASON:
                live.edit_opinion(self._id, gap.record_id, outcome_reason=given.words)
            case Fix.DUTY:
                live.edit_opinion(self._id, gap.record_id, **_duty(records, gap, given))
            case Fix.FIELD:
                live.edit_opinion(self._id, gap.record_id, field=given.words)
            case Fix.CONSENT:
                live.edit_opinion(self._id, gap.record_id, consent=given.consent)
            case Fix.WITHHELD:
                live.edit_opinion(self._id, gap.record_id, withheld=given.withheld)
            case Fix.MARKED:
                live.edit_opinion(self._id, gap.record_id, marked=False)
            case Fix.VOICE:
                live.edit_opinion(
                    self._id, gap.record_id, voices=_voices(records, gap, given.voice or Voice())
                )
            case Fix.COUNT:
                rows = [
                    replace(row, present=given.count) if row.id == gap.record_id else row
                    for row in records.attendance
                ]
                live.set_attendance(self._id, rows)
            case Fix.HOUR:
                self._hour(records.session, gap.field, given.hour)
            case Fix.PLACE:
                live.set_session(self._id, place=given.words)
            case Fix.TURN:
                live.turn_act(self._id, gap.record_id, given.act or TurnAct.FINISH)
            case Fix.CONCLUSION | Fix.AGREE:
                self._conclusion(records, gap, given)
            case _:
                raise ValueError(f"no fix for {gap.id}")

    def _hour(self, session: Session, field: str, hour: time | None) -> None:
        """The first time it is the act of opening or ending, afterwards a correction. UserError where the
        hour cannot be."""
        live, now = self._services.live, self._services.clock.now()
        at = moment_of(session, self._services.planning.plan(self._id), field, hour, now)
        started = at if field == "started_at" else session.started_at
        ended = at if field == "ended_at" else session.ended_at
        if at is None or at > now:
            raise UserError(
                "Giờ này ở sau giờ hiện tại. Chưa ghi gì, hãy xem lại ngày giờ của máy và giờ họp."
            )
        if started is not None and ended is not None and ended < started:
            raise UserError("Giờ kết thúc phải sau giờ khai mạc. Chưa ghi gì, hãy ghi lại giờ.")
        if field == "started_at" and session.started_at is None and session.ended_at is None:
            live.start(self._id, at)
        elif field == "ended_at" and session.ended_at is None:
            live.end(self._id, at)
        else:
            live.set_session(self._id, **{field: at})

    def _conclusion(self, records: Records, gap: Gap, given: Given) -> None:
        """Unit and day also where the sentence says them; or the rows that its opinions would give now."""
        drafting = self._services.concluding.drafting(self._services.planning.plan(self._id))
        rows = list(records.conclusions)
        at = next(k for k, row in enumerate(rows) if row.id == gap.record_id)
        if gap.fix is Fix.CONCLUSION:
            row = with_unit(drafting, records, rows[at], given.unit)
            rows[at] = with_day(drafting, records, row, given.day)
        else:
            found = next(one for one in out_of_step(drafting, records) if one.row_id == gap.record_id)
            made = [row if row.id else replace(row, id=new_id()) for row in found.rows]
            rows[at : at + 1] = made
        placed = [replace(row, position=k) for k, row in enumerate(rows)]
        self._services.live.set_conclusions(self._id, placed)


def _duty(records: Records, gap: Gap, given: Given) -> dict[str, object]:
    opinion = next(one for one in records.opinions if one.id == gap.record_id)
    if opinion.outcome is Outcome.ESCALATED:
        return {"receiving_body": given.body, "deadline": given.day}
    return {"unit": given.unit, "deadline": given.day}


def _voices(records: Records, gap: Gap, voice: Voice) -> tuple[Voice, ...]:
    """The first who is not known well enough becomes this one."""
    opinion = next(one for one in records.opinions if one.id == gap.record_id)
    at = unknown_voice(opinion.voices)
    if at is None:
        return (*opinion.voices, voice)
    return (*opinion.voices[:at], voice, *opinion.voices[at + 1 :])


def unknown_voice(voices: tuple[Voice, ...]) -> int | None:
    """The place of the first without a name or an address."""
    return next((k for k, one in enumerate(voices) if not one.name.strip() or not one.address), None)


def moment_of(session: Session, plan: Plan, field: str, hour: time | None, now: datetime) -> datetime | None:
    """An hour of the wall on the day of the session, as it is stored."""
    if hour is None:
        return None
    other = session.started_at if field == "ended_at" else session.ended_at
    day = on_wall(other).date() if other is not None else (plan.day or on_wall(now).date())
    return from_wall(datetime.combine(day, hour))
