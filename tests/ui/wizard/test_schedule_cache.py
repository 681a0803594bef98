"""Typing into one field of the plan does not count every deadline again at each key (L12, P6)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from dialogue_desktop.calendar_data import load_calendar
from dialogue_desktop.domain.law_checks import law_checks
from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.schedule import schedule
from dialogue_desktop.paths import resources_dir
from tests.ui.wizard.minh_khe import minh_khe
from ui.wizard.schedule_cache import ScheduleCache

TODAY = date(2024, 7, 1)


def test_counted_again_only_when_its_ground_changed() -> None:
    calendar = load_calendar(resources_dir() / "calendar")
    cache = ScheduleCache(calendar, TODAY)
    plan = minh_khe()

    def right(plan: Plan) -> bool:
        lines = schedule(plan, calendar, today=TODAY)
        return tuple(cache(plan)) == lines and tuple(cache.law(plan)) == law_checks(plan, lines)

    assert right(plan)
    lines, law = cache(plan), cache.law(plan)
    elsewhere = replace(plan, closing="Trên đây là kế hoạch, đề nghị các đơn vị thực hiện.")
    assert cache(elsewhere) is lines
    assert cache.law(elsewhere) is law
    day = plan.day
    assert day is not None
    later = replace(plan, time=replace(plan.time, day=day + timedelta(days=1)))
    assert cache(later) is not lines
    assert right(later)
    first = plan.tasks[0]
    fewer = replace(plan, tasks=(replace(first, duties=first.duties[1:]), *plan.tasks[1:]))
    assert right(fewer)
    assert right(replace(plan, issued_on=date(2024, 6, 3)))
    assert right(plan)
