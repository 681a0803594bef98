"""What stands in the data folder when the evening begins: the sample's plan with a third thôn, set for the
evening, and the opinions that were collected, with their prepared answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

from dialogue_desktop import bootstrap
from dialogue_desktop.clock import FixedClock
from dialogue_desktop.domain.live import LiveItem
from dialogue_desktop.domain.plan import Plan, TimeKind, TimePlan
from dialogue_desktop.domain.records import Voice
from dialogue_desktop.domain.wall_time import from_wall
from tests.ui.evening.people import COLLECTED, THIRD
from tests.ui.evening.wall import DAY

#: In place of what the sample says of its own two and of the guests from Bến Lở.
_PEOPLE = "Nhân dân thôn Đồng Vạn, thôn Phú Ấp và thôn Bến Lở, mỗi hộ một người đại diện"


def evening_plan(sample: Plan) -> Plan:
    """The sample's morning as an evening with three thôn."""
    groups = [group for group in sample.participants if group.id != THIRD.id]
    return replace(
        sample,
        participants=tuple(
            replace(group, text=_PEOPLE) if group.id == "nhan-dan" else group for group in groups
        ),
        localities=(*sample.localities, THIRD),
        time=TimePlan(TimeKind.EXACT, DAY, time(18, 30), time(21, 30), year=DAY.year),
    )


def prepare(folder: Path, settings: Mapping[str, str | float]) -> str:
    """The id of the conference; `settings` are the office's own, as the look of the windows."""
    app = bootstrap.build(folder, clock=FixedClock(from_wall(datetime(2026, 4, 17, 9, 0))))
    sample = app.exchange.sample()
    plan = evening_plan(app.planning.plan(sample))
    app.planning.remove(sample)
    cid = app.planning.create_from(plan)
    app.planning.finish_plan(cid)
    for one in COLLECTED:
        item = LiveItem(
            source=one.source,
            text=one.text,
            field=one.field,
            voices=(Voice(one.name, one.called, one.locality),),
        )
        app.live.add_collected(
            cid, item, prepared_answer=one.answer, prepared_by=one.by, received_on=date(2026, 4, 16)
        )
    for key, value in settings.items():
        app.settings.set(key, value)
    app.close()
    return cid
