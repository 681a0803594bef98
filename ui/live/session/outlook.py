"""How long the session still has, and when those who wait will have spoken (L7)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from dialogue_desktop.domain.plan import Plan, ProgrammeStep
from dialogue_desktop.domain.records import Records, Session, TurnState
from dialogue_desktop.domain.wall_time import from_wall, on_wall

_DEFAULT_CYCLE = 360  # seconds from one speaker to the next, until the evening has shown its own


@dataclass(frozen=True, slots=True)
class Outlook:
    """`left` "Phiên còn 35 phút, đến 11:30"; `words` "5 chờ, dự kiến xong 10:08, quá 12 phút";
    `late` when what is expected comes after what was planned."""

    left: str = ""
    words: str = ""
    late: bool = False


def outlook(records: Records, plan: Plan, current_id: str, now: datetime) -> Outlook:
    """By the clock of the plan and the evening's own pace; nothing before the session or after it."""
    session = records.session
    left = ""
    end = planned_end(plan, session)
    running = session.started_at is not None and session.ended_at is None
    if running and end is not None:
        rest = _length_words(_minutes(end - now))
        left = f"Phiên còn {rest}" if end >= now else f"Phiên đã quá {rest}"
        left += f", đến {_hour(end)}"
    done = expected_end(records, current_id, now)
    if done is None:
        return Outlook(left, "Không còn ai chờ")
    waiting = sum(t.state is TurnState.WAITING and t.id != current_id for t in records.turns)
    words = f"{waiting} chờ, dự kiến xong {_hour(done)}"
    until = speaking_end(plan, session, end) if running else None
    over = _minutes(done - until) if until is not None and done > until else 0
    return Outlook(left, f"{words}, quá {_length_words(over)}" if over else words, over > 0)


def expected_end(records: Records, current_id: str, now: datetime) -> datetime | None:
    """When the last of those who wait will have been answered; None when nobody is left."""
    waiting = sum(t.state is TurnState.WAITING and t.id != current_id for t in records.turns)
    current = next((t for t in records.turns if t.id == current_id), None)
    if not waiting and (current is None or current.state is TurnState.DONE):
        return None
    begun = sorted(t.spans[0].start for t in records.turns if t.spans)
    cycle = float(_DEFAULT_CYCLE)
    if len(begun) >= 3:
        gaps = [(b - a).total_seconds() for a, b in pairwise(begun)]
        cycle = sorted(gaps)[len(gaps) // 2]  # the middle one: a break must not count
    rest = waiting * cycle
    if current is not None and current.state is not TurnState.DONE:
        since = (now - current.spans[0].start).total_seconds() if current.spans else 0.0
        rest += max(0.0, cycle - since)
    return now + timedelta(seconds=rest)


def planned_end(plan: Plan, session: Session) -> datetime | None:
    """The hour that the plan names; without one, the begin and the minutes of the whole programme."""
    day = plan.day
    if session.started_at is not None:
        day = on_wall(session.started_at).date()
    if day is not None and plan.time.end is not None:
        return from_wall(datetime.combine(day, plan.time.end))
    if session.started_at is not None and plan.programme and all(s.minutes for s in plan.programme):
        return session.started_at + _length(plan.programme)
    return None


def speaking_end(plan: Plan, session: Session, end: datetime | None) -> datetime | None:
    """When the speakers have to be through: at the end of the step in which they speak, or early enough for
    what comes after it."""
    at = next((i for i, step in enumerate(plan.programme) if step.id == session.step_id), -1)
    step = plan.programme[at] if at >= 0 else None
    if step is not None and step.speaking and step.minutes and session.step_started_at is not None:
        return session.step_started_at + timedelta(minutes=step.minutes)
    last = max((i for i, step in enumerate(plan.programme) if step.speaking), default=-1)
    if end is None:
        return None
    return end - _length(plan.programme[max(last, at) + 1 :]) if last >= 0 else end


def _length(steps: Sequence[ProgrammeStep]) -> timedelta:
    return timedelta(minutes=sum(step.minutes or 0 for step in steps))


def _minutes(time: timedelta) -> int:
    """Whole minutes, a begun one counted, so that "quá 0 phút" is never said."""
    seconds = abs(time.total_seconds())
    return int(seconds // 60) + (seconds % 60 > 0)


def _length_words(minutes: int) -> str:
    """ "35 phút", "1 giờ 34 phút"."""
    hours, rest = divmod(minutes, 60)
    return " ".join(
        part
        for part in (f"{hours} giờ" if hours else "", f"{rest} phút" if rest or not hours else "")
        if part
    )


def _hour(at: datetime) -> str:
    return on_wall(at).strftime("%H:%M")
