"""The checklist through the services: ticked, edited, added to, counted anew, and never lost (P14, C12)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from dialogue_desktop.bootstrap import App, build
from dialogue_desktop.domain.checklist import ChecklistItem, ItemKind, ItemState, KeptItem
from dialogue_desktop.domain.deadlines import Direction, Rule
from dialogue_desktop.domain.plan import Duty, PlannedSession, TimeKind, TimePlan, UnitTasks
from dialogue_desktop.domain.work_calendar import CalendarDay, DayKind
from dialogue_desktop.errors import BadInput, NotFound
from dialogue_desktop.events import ChecklistChanged
from dialogue_desktop.services.checklist import COUNTED_KEY
from dialogue_desktop.storage import first_screen
from dialogue_desktop.storage.duties import Duties
from tests.services.conftest import MovingClock

WEDNESDAY = date(2026, 4, 15)


@pytest.fixture(autouse=True)
def _a_week_before(clock: MovingClock) -> None:
    clock.set(datetime(2026, 4, 15, 1, tzinfo=UTC))


def items(app: App, cid: str) -> dict[str, ChecklistItem]:
    return {item.id: item for item in app.checklist.view(cid).items}


def home(app: App, today: date = WEDNESDAY) -> list[str]:
    return [task.item_id for task in first_screen.read(app.paths.database, today).tasks]


def own(app: App, title: str, **more: object) -> KeptItem:
    return replace(app.checklist.new_item(), title=title, **more)  # type: ignore[arg-type]


def test_a_tick_has_its_day_its_name_and_its_note(app: App, cid: str) -> None:
    """P14: ticked on the home page it is done today; day, name and note can be put right."""
    heard: list[object] = []
    app.bus.subscribe(heard.append)
    app.checklist.set_done(cid, ItemKind.PREP, "cb-nuoc-uong", WEDNESDAY)
    assert heard == [ChecklistChanged(cid, app.clock.now())]
    mark = items(app, cid)["cb-nuoc-uong"].own
    app.checklist.put(cid, replace(mark, done_on=date(2026, 4, 14), done_by="Bà  Mẫn", note=" 300 chai\n"))
    line = items(app, cid)["cb-nuoc-uong"]
    assert (line.done_on, line.own.done_by, line.own.note) == (date(2026, 4, 14), "Bà Mẫn", "300 chai")
    assert line.state(WEDNESDAY) is ItemState.DONE
    assert "cb-nuoc-uong" not in home(app)
    app.checklist.set_done(cid, ItemKind.PREP, "cb-nuoc-uong", None)
    assert items(app, cid)["cb-nuoc-uong"].own.note == "300 chai"
    assert "cb-nuoc-uong" in home(app)


def test_every_act_can_be_taken_back(app: App, cid: str) -> None:
    """P14: what the act found is what undoes it: adding, editing, removing, ticking."""
    start = app.checklist.kept(cid)
    steps = []
    added = own(app, "Mượn ghế", unit="Trưởng thôn", day=date(2026, 4, 20), hour=time(15))
    steps.append(app.checklist.put(cid, added))
    steps.append(app.checklist.put(cid, replace(added, title="Mượn 120 ghế")))
    steps.append(app.checklist.put(cid, replace(added, removed=True)))
    assert added.id not in items(app, cid)
    assert [item.id for item in app.checklist.view(cid).removed] == [added.id]
    steps.append(app.checklist.set_done(cid, ItemKind.PLAN, "niem-yet-thong-bao", WEDNESDAY))
    for before in reversed(steps):
        app.checklist.put(cid, *before)
    assert app.checklist.kept(cid) == start


def test_home_shows_every_kind_and_what_is_late(app: App, cid: str) -> None:
    """P14: plan, law, preparation and own item in one list; the hour is read with the words."""
    app.checklist.put(cid, own(app, "Họp rà soát", day=WEDNESDAY, hour=time(14)))
    rows = first_screen.read(app.paths.database, WEDNESDAY).tasks
    assert {row.kind for row in rows} == {"plan", "law", "prep", "own"}
    (meeting,) = [row for row in rows if row.kind == "own"]
    assert (meeting.title, meeting.state) == ("Họp rà soát, 14 giờ 00", "today")
    assert rows[0].state == "late"


def test_home_leaves_alone_what_is_over(app: App, cid: str) -> None:
    """P14: after the day nobody prepares the hall; duties of the plan and the law's result stay."""
    after = home(app, date(2026, 6, 1))
    assert not any(item.startswith("cb-") for item in after)
    assert "notice" not in after
    assert {"result", "niem-yet-thong-bao", "bao-cao-ket-qua"} <= set(after)
    assert "cb-nuoc-uong" in home(app, date(2026, 4, 24))


def test_prepared_days_move_with_plan_and_calendar(app: App, cid: str) -> None:
    """P14: a new day, or a new day off, counts every kind anew; ticks and own items stay."""
    mine = own(app, "Mượn ghế", rule=Rule(direction=Direction.BEFORE, n=1), note="120 cái")
    app.checklist.put(cid, mine)
    app.checklist.set_done(cid, ItemKind.PREP, "cb-du-toan", WEDNESDAY)
    plan = app.planning.plan(cid)
    app.planning.save_plan(cid, replace(plan, time=TimePlan(TimeKind.EXACT, date(2026, 5, 15), time(8))))
    moved = items(app, cid)
    assert moved[mine.id].due == date(2026, 5, 14)
    assert moved["cb-hop-giao-viec"].due == date(2026, 5, 12)
    assert moved["notice"].due == date(2026, 5, 8)
    off = app.calendar_book.own().with_day(
        CalendarDay(date(2026, 5, 12), DayKind.SWAPPED_OFF, "nghỉ theo tỉnh")
    )
    change = app.calendar_book.keep(off)
    assert ("Họp giao việc, thống nhất cách điều hành", date(2026, 5, 12), date(2026, 5, 11)) in [
        (one.duty, one.before, one.after) for one in change.moved
    ]
    moved = items(app, cid)
    assert moved["cb-hop-giao-viec"].due == date(2026, 5, 11)
    assert moved["cb-du-toan"].done_on == WEDNESDAY
    assert moved[mine.id].own.note == "120 cái"


def test_a_duty_taken_out_of_the_plan_comes_back_ticked(app: App, cid: str) -> None:
    """P14: also when the plan was saved ten times in between."""
    app.checklist.put(
        cid, KeptItem(ItemKind.PLAN, "niem-yet-thong-bao", done_on=WEDNESDAY, done_by="Bà Mẫn", note="3 nơi")
    )
    plan = app.planning.plan(cid)
    without = tuple(
        replace(unit, duties=tuple(d for d in unit.duties if d.id != "niem-yet-thong-bao"))
        for unit in plan.tasks
    )
    for _ in range(10):
        app.planning.save_plan(cid, replace(plan, tasks=without))
    assert "niem-yet-thong-bao" not in items(app, cid)
    app.planning.save_plan(cid, plan)
    line = items(app, cid)["niem-yet-thong-bao"]
    assert (line.done_on, line.own.done_by, line.own.note) == (WEDNESDAY, "Bà Mẫn", "3 nơi")


def test_ids_of_plan_and_list_may_be_the_same(app: App, cid: str) -> None:
    """G5: a duty that happens to be called like a preparation is another line."""
    plan = app.planning.plan(cid)
    unit = plan.tasks[1]
    odd = replace(unit, duties=(*unit.duties, replace(unit.duties[0], id="cb-nuoc-uong", text="Việc khác")))
    app.planning.save_plan(cid, replace(plan, tasks=(plan.tasks[0], odd, *plan.tasks[2:])))
    app.checklist.set_done(cid, ItemKind.PLAN, "cb-nuoc-uong", WEDNESDAY)
    found = [(i.kind, i.done_on) for i in app.checklist.view(cid).items if i.id == "cb-nuoc-uong"]
    assert sorted(found, key=str) == [(ItemKind.PLAN, WEDNESDAY), (ItemKind.PREP, None)]


@pytest.mark.parametrize(
    ("mark", "said"),
    [
        (KeptItem(ItemKind.PREP, "cb-nuoc-uong", done_on=date(2026, 4, 16)), "chưa đến"),
        (KeptItem(ItemKind.PREP, "cb-nuoc-uong", done_on=date(2026, 3, 30)), "trước ngày của kế hoạch"),
        (KeptItem(ItemKind.OWN, "a", " ", edited=True), "Chưa ghi việc cần làm"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_changes(app: App, cid: str, mark: KeptItem, said: str) -> None:
    """G5: one sentence; what stood there stands there still."""
    app.planning.save_plan(cid, replace(app.planning.plan(cid), issued_on=date(2026, 4, 1)))
    before = app.checklist.view(cid)
    with pytest.raises(BadInput, match=said):
        app.checklist.put(cid, mark)
    assert app.checklist.view(cid) == before
    with pytest.raises(NotFound):
        app.checklist.view("khong-co")


def test_a_tick_made_before_the_plan_was_dated_can_still_be_taken_along(app: App, cid: str) -> None:
    """G5: a day that has become odd by a later change of the plan does not lock the line."""
    app.checklist.set_done(cid, ItemKind.PREP, "cb-du-toan", date(2026, 4, 2))
    app.planning.save_plan(cid, replace(app.planning.plan(cid), issued_on=date(2026, 4, 10)))
    mark = items(app, cid)["cb-du-toan"].own
    app.checklist.put(cid, mark)
    with pytest.raises(BadInput):
        app.checklist.put(cid, replace(mark, note="x"))


def test_the_next_conference_begins_with_the_offices_own_list(app: App, cid: str) -> None:
    """C12, P1: own items and changes are carried on; ticks, notes and fixed days are not."""
    mine = own(app, "Mượn ghế", rule=Rule(direction=Direction.BEFORE, n=1), done_on=WEDNESDAY, note="120")
    fixed = own(app, "Báo cáo Ban Xây dựng Đảng", day=date(2026, 4, 20))
    app.checklist.put(cid, mine, fixed, KeptItem(ItemKind.PREP, "cb-may-tinh", removed=True))
    app.checklist.set_done(cid, ItemKind.PREP, "cb-nuoc-uong", WEDNESDAY)
    new = app.planning.copy_of(cid)
    there = items(app, new)
    assert (there[mine.id].title, there[mine.id].done_on, there[mine.id].own.note) == ("Mượn ghế", None, "")
    assert there[fixed.id].due is None
    assert "cb-may-tinh" not in there
    assert there["cb-nuoc-uong"].done_on is None


def test_a_session_under_the_same_plan_has_the_offices_list_too(app: App, cid: str) -> None:
    """C12, P5: what every conference of this office needs is typed once."""
    plan = app.planning.plan(cid)
    session = PlannedSession("s2", time=TimePlan(TimeKind.EXACT, date(2026, 5, 22)))
    app.planning.save_plan(cid, replace(plan, more_sessions=(session,)))
    mine = own(app, "Mượn ghế", rule=Rule(direction=Direction.BEFORE, n=1))
    app.checklist.put(cid, mine)
    second = app.planning.open_session(cid, "s2")
    assert items(app, second)[mine.id].due == date(2026, 5, 21)
    app.checklist.set_done(second, ItemKind.OWN, mine.id, WEDNESDAY)
    assert items(app, cid)[mine.id].done_on is None


def test_a_conference_that_was_put_away_is_counted_when_it_comes_back(app: App, cid: str) -> None:
    """P14: the calendar was changed in between."""
    app.planning.remove(cid)
    assert home(app) == []
    off = CalendarDay(date(2026, 4, 21), DayKind.SWAPPED_OFF, "nghỉ theo tỉnh")
    app.calendar_book.keep(app.calendar_book.own().with_day(off))
    app.planning.restore(cid)
    (line,) = [row for row in Duties(app.database).all(cid) if row.id == "cb-hop-giao-viec"]
    assert line.due == date(2026, 4, 20)


def test_another_list_of_preparations_reaches_conferences_already_there(
    app: App, cid: str, clock: MovingClock
) -> None:
    """C12: after an update of the program every checklist is counted once."""
    assert home(app)
    app.database.raw.execute("DELETE FROM duty WHERE kind = 'prep'")
    app.settings.set(COUNTED_KEY, "cũ")
    app.close()
    again = build(app.paths.root, clock=clock, device="may-1")
    try:
        assert "cb-nuoc-uong" in home(again)
        assert again.settings.get(COUNTED_KEY, "") != "cũ"
    finally:
        again.close()


def test_dated_duties_of_the_first_screen_show_no_mark(app: App, cid: str) -> None:
    """P14, P1: a duty without a short name is told in the words of the plan."""
    plan = app.planning.plan(cid)
    duty = Duty("x", "Báo cáo {co_quan_tat} {han}.", "", Rule(n=3))
    plan = replace(plan, tasks=(UnitTasks("u", "Trưởng các thôn của {xa}", "", (duty,)),))
    app.planning.save_plan(cid, plan)
    (line,) = [item for item in app.checklist.view(cid).items if item.kind is ItemKind.PLAN]
    assert line.title.startswith("Báo cáo UBND xã Minh Khê chậm nhất 03 ngày sau ngày tổ chức hội nghị")
    assert line.unit == "Trưởng các thôn của xã Minh Khê"
