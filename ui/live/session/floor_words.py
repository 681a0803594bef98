"""How long each thôn has had the floor, as the chair asks for it: pure functions, no window (L7)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from dialogue_desktop.domain.plan import Locality, Plan
from dialogue_desktop.domain.records import Turn
from dialogue_desktop.domain.speaking_time import Share, SpeakingTime, speaking_time
from ui.live.session.quick_add import short_place
from ui.turn_clock import minutes_text

NONE_SILENT = "Thôn nào cũng đã có người nói"


@dataclass(frozen=True, slots=True)
class FloorRow:
    """One thôn: how many turns, and the time; `time` empty for one that has not spoken."""

    locality: str
    note: str
    time: str = ""


@dataclass(frozen=True, slots=True)
class FloorView:
    """`summary` "9 lượt, nói 24:10" and `whole` with average and overtime, both of the session; `silent`
    "Chưa nói: An Sơn, Phú Ấp"; `rows` for each thôn."""

    summary: str = ""
    whole: str = ""
    silent: str = ""
    rows: tuple[FloorRow, ...] = ()


def floor_of(turns: Sequence[Turn], plan: Plan, now: datetime) -> FloorView:
    """Of a session, a running clock counted up to the last whole minute: nothing here ticks. Who has not
    spoken is asked of the thôn that the plan names."""
    places = () if plan.whole_commune else plan.localities
    minute = now.replace(second=0, microsecond=0)
    return floor_view(speaking_time(turns, [place.label for place in places], minute), places)


def floor_view(times: SpeakingTime, localities: Sequence[Locality]) -> FloorView:
    """Before anybody has spoken there is nothing to say."""
    spoken = tuple(
        FloorRow(short_place(one.locality, localities), _note(one), _clock(one.time)) for one in times.shares
    )
    names = [short_place(label, localities) for label in times.silent]
    waiting = tuple(FloorRow(name, "Chưa có ai nói") for name in names)
    if not times.whole.turns:
        return FloorView(rows=waiting)
    said = f"Chưa nói: {', '.join(names)}" if names else NONE_SILENT if len(localities) > 1 else ""
    whole = times.whole
    clock = f", nói {_clock(whole.time)}" if whole.clocked else ""
    return FloorView(f"{whole.turns} lượt{clock}", _note(whole), said, (*spoken, *waiting))


def _note(share: Share) -> str:
    """ "3 lượt, quá 0:40, trung bình 2:12"."""
    average = f"trung bình {_clock(share.average)}" if share.clocked > 1 else ""
    whole = f"nói {_clock(share.time)}" if not share.locality and share.clocked else ""
    over = f"quá {_clock(share.over)}" if share.over >= timedelta(seconds=1) else ""
    missing = share.turns - share.clocked
    unclocked = f"{missing} lượt không bấm giờ" if missing else ""
    return ", ".join(part for part in (f"{share.turns} lượt", whole, over, unclocked, average) if part)


def _clock(time: timedelta) -> str:
    return minutes_text(int(time.total_seconds()))
