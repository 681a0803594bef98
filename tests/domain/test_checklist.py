"""What stands in the checklist, on which day, and what no new count may lose (P14, C12)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from dialogue_desktop import calendar_data, lists, profiles
from dialogue_desktop.domain.checklist import (
    ChecklistItem,
    ItemKind,
    ItemState,
    KeptItem,
    checklist,
    done_fault,
    item_faults,
    moved_by,
)
from dialogue_desktop.domain.deadlines import Direction, FixedDate, Rule
from dialogue_desktop.domain.law_limits import LimitKind
from dialogue_desktop.domain.plan import Duty, Issuer, Plan, TimeKind, TimePlan, UnitKind, UnitTasks
from dialogue_desktop.domain.schedule import schedule
from tests.seed_overlap import ROOT

CALENDAR = calendar_data.load_calendar(ROOT / "resources" / "calendar")
PREPARATIONS = lists.preparations(ROOT / "resources" / "lists")
TODAY = date(2026, 4, 15)
DAY = date(2026, 4, 24)
#: A plan that says nothing itself.
BARE = Plan("x", 2026, issuer=Issuer(name="Minh Khê"), time=TimePlan(TimeKind.EXACT, DAY, time(8)))


def counted(plan: Plan, *kept: KeptItem) -> tuple[ChecklistItem, ...]:
    return checklist(plan, schedule(plan, CALENDAR), PREPARATIONS, kept, CALENDAR)


def shown(plan: Plan, *kept: KeptItem) -> dict[str, ChecklistItem]:
    """The lines that are shown by their id; for plans whose ids are not those of other kinds."""
    return {item.id: item for item in counted(plan, *kept) if item.shown}


def with_duties(*duties: Duty, unit: str = "Văn phòng HĐND và UBND") -> Plan:
    return replace(BARE, tasks=(UnitTasks("u", unit, duties=duties),))


def test_a_plan_without_duties_still_has_what_every_conference_needs() -> None:
    """C12: hall, sound, decoration, security, radio, budget, papers, water, posting, meeting with hour."""
    items = shown(BARE)
    assert {one.id for one in PREPARATIONS} <= items.keys()
    meeting = items["cb-hop-giao-viec"]
    assert (meeting.due, meeting.hour, meeting.kind) == (date(2026, 4, 21), time(8, 30), ItemKind.PREP)
    assert "3 ngày làm việc trước ngày 24/4/2026 → 21/4/2026" in meeting.counted
    assert items["cb-an-ninh"].unit == "Công an xã Minh Khê"


def test_the_laws_limits_are_always_there() -> None:
    """P14: beside the plan's own, with the law they come from; those of which nobody is sure say so."""
    items = shown(
        with_duties(Duty("n", "Niêm yết thông báo hội nghị", rule=Rule(direction=Direction.BEFORE, n=10)))
    )
    law = {key: item for key, item in items.items() if item.kind is ItemKind.LAW}
    assert {key: item.due for key, item in law.items()} == {
        "notice": date(2026, 4, 17),
        "result": date(2026, 5, 4),
        "posting": None,
        "loudspeaker": None,
    }
    assert "72/2025/QH15, Điều 43" in law["notice"].counted
    assert "chưa đối chiếu" in law["posting"].counted
    assert "chưa đối chiếu" not in law["notice"].counted
    old = replace(BARE, time=TimePlan(TimeKind.EXACT, date(2024, 8, 28)))
    assert "result" not in shown(old)  # no such limit before 2025
    unknown = replace(BARE, time=TimePlan())
    assert shown(unknown)["notice"].due is None


def test_the_offices_own_number_of_days_counts() -> None:
    """P10: what the office has read in the law itself takes the place of the shipped number."""
    items = checklist(
        BARE,
        (),
        PREPARATIONS,
        (),
        CALENDAR,
        own_limits={LimitKind.NOTICE: 12, LimitKind.POSTING: 15},
    )
    law = {item.id: item for item in items if item.kind is ItemKind.LAW}
    assert law["notice"].due == date(2026, 4, 12)
    assert "15 ngày" in law["posting"].title


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        (
            "Chuẩn bị hội trường, âm thanh và các điều kiện phục vụ Hội nghị.",
            {"cb-hoi-truong", "cb-am-thanh"},
        ),
        ("Chuẩn bị nhà văn hoá, trang trí, {han}", {"cb-hoi-truong", "cb-trang-tri"}),
        ("Bố trí lực lượng giữ an ninh trật tự", {"cb-an-ninh"}),
        ("Dự trù kinh phí", {"cb-du-toan"}),
        ("Ghi hình và đưa tin", {"cb-ghi-hinh"}),
        ("Họp giao việc cho tập thể, cá nhân", {"cb-hop-giao-viec"}),
        ("Niêm yết thông báo tại trụ sở và hội trường các thôn", {"cb-niem-yet"}),  # not the hall itself
        ("Tổng hợp ý kiến, phân công nơi giải quyết", set()),  # "hợp" is not "họp"
        ("Niêm yết kết luận tại hội trường; chuẩn bị báo cáo", set()),  # two clauses, two things
    ],
)
def test_what_the_plan_orders_itself_is_not_offered_twice(text: str, gone: set[str]) -> None:
    """C12."""
    usual = {one.id for one in PREPARATIONS}
    assert usual - shown(with_duties(Duty("d", text))).keys() == gone


@pytest.mark.parametrize("name", [info.id for info in profiles.profiles(ROOT / "resources" / "profiles")])
def test_every_profile_gives_a_checklist_without_repeats(name: str) -> None:
    """C12: each kind of plan has its hall, sound and security once, by the plan or by the list."""
    plan = profiles.load(ROOT / "resources" / "profiles", name)
    plan = replace(plan, time=TimePlan(TimeKind.EXACT, DAY), issuer=replace(plan.issuer, name="Minh Khê"))
    items = shown(plan)
    for one in PREPARATIONS:
        ordered = any(one.ordered_in(duty) for unit in plan.tasks for duty in unit.duties)
        assert (one.id in items) is not ordered, one.id
    duties = [duty.id for unit in plan.tasks for duty in unit.duties]
    assert set(duties) <= items.keys()
    assert not any("{" in item.title + item.unit + item.counted for item in items.values())


def test_units_of_the_plan_itself_come_first() -> None:
    """C12: the list names the plan's own office, and the Party's where the Party holds it."""
    party = profiles.load(ROOT / "resources" / "profiles", "dang_uy_2026")
    assert shown(party)["cb-nuoc-uong"].unit == "Văn phòng Đảng ủy"
    ward = replace(BARE, issuer=Issuer(unit_kind=UnitKind.PHUONG, name="Tân Hà"))
    assert shown(ward)["cb-an-ninh"].unit == "Công an phường Tân Hà"


def test_days_move_with_the_conference() -> None:
    """P14: the plan's, the law's and the preparations; a day chosen by hand stays."""
    own = KeptItem(ItemKind.OWN, "a", "Mượn ghế", rule=Rule(direction=Direction.BEFORE, n=1), edited=True)
    fixed = KeptItem(ItemKind.OWN, "b", "Báo cáo huy động", day=date(2026, 4, 20), edited=True)
    later = replace(BARE, time=TimePlan(TimeKind.EXACT, date(2026, 5, 8)))
    before, after = shown(BARE, own, fixed), shown(later, own, fixed)
    assert (before["a"].due, after["a"].due) == (date(2026, 4, 23), date(2026, 5, 7))
    assert before["b"].due == after["b"].due == date(2026, 4, 20)
    assert after["cb-hop-giao-viec"].due == date(2026, 5, 5)
    assert after["notice"].due == date(2026, 5, 1)
    unknown = shown(replace(BARE, time=TimePlan(TimeKind.QUARTERS, quarters=(3,))), own)
    assert unknown["a"].due is None
    assert unknown["cb-hop-giao-viec"].due is None


def test_a_duty_without_a_day_may_be_given_one() -> None:
    """P14: the plan's own day comes first again as soon as there is one."""
    undated = with_duties(Duty("h", "Chuẩn bị hội trường", "Chuẩn bị hội trường"))
    line = shown(undated)["h"]
    assert (line.due, line.usual, line.dated_by_plan) == (None, date(2026, 4, 22), False)
    mark = KeptItem(ItemKind.PLAN, "h", day=date(2026, 4, 20), hour=time(9))
    line = shown(undated, mark)["h"]
    assert (line.due, line.hour) == (date(2026, 4, 20), time(9))
    assert "Kế hoạch không định ngày" in line.counted
    dated = with_duties(Duty("h", "Chuẩn bị hội trường", fixed=FixedDate(date(2026, 4, 22))))
    line = shown(dated, mark)["h"]
    assert (line.due, line.hour, line.dated_by_plan) == (date(2026, 4, 22), time(9), True)


def test_nothing_put_down_is_lost_when_the_plan_changes() -> None:
    """P14: a duty that goes and comes back has its tick, its name and its note."""
    mark = KeptItem(ItemKind.PLAN, "h", done_on=date(2026, 4, 14), done_by="Bà Mẫn", note="Đủ 200 ghế")
    gone = counted(BARE, mark)
    (hidden,) = [item for item in gone if item.id == "h"]
    assert (hidden.shown, hidden.own) == (False, mark)
    assert gone[-1] is hidden  # after all that is shown
    back = shown(with_duties(Duty("h", "Việc A")), hidden.own)["h"]
    assert (back.done_on, back.own.done_by, back.own.note) == (date(2026, 4, 14), "Bà Mẫn", "Đủ 200 ghế")


def test_a_preparation_on_which_somebody_worked_stays_beside_the_plans_duty() -> None:
    """C12: a tick is not swept away because the plan now says the same; a mere place in the list is."""
    plan = with_duties(Duty("d", "Bảo đảm an ninh trật tự"))
    ticked = KeptItem(ItemKind.PREP, "cb-an-ninh", done_on=TODAY)
    assert shown(plan, ticked)["cb-an-ninh"].done_on == TODAY
    assert "cb-an-ninh" not in shown(plan, KeptItem(ItemKind.PREP, "cb-an-ninh", rank=2))


def test_edited_and_removed() -> None:
    """C12: the office's words, day and hour in place of the usual ones; what it took away stays away."""
    own = KeptItem(
        ItemKind.PREP,
        "cb-nuoc-uong",
        "Nước đóng chai, 300 chai",
        "Trưởng thôn",
        day=DAY,
        hour=time(6, 30),
        edited=True,
    )
    line = shown(BARE, own)["cb-nuoc-uong"]
    assert (line.title, line.unit, line.due, line.hour) == (own.title, "Trưởng thôn", DAY, time(6, 30))
    undated = replace(own, day=None)
    assert shown(BARE, undated)["cb-nuoc-uong"].due is None
    assert "cb-nuoc-uong" not in shown(BARE, replace(own, removed=True))
    assert "cb-nuoc-uong" in {item.id for item in counted(BARE, replace(own, removed=True))}


def test_a_day_off_is_warned_of_and_a_day_gone_by_is_not() -> None:
    """P10: the secretary decides on a Sunday; that something is late is said once, by its state."""
    plan = with_duties(Duty("d", "Việc", rule=Rule(direction=Direction.BEFORE, n=9)))  # Wednesday 15/4
    late = schedule(plan, CALENDAR, today=date(2026, 4, 20))
    (line,) = [i for i in checklist(plan, late, PREPARATIONS, (), CALENDAR) if i.id == "d"]
    assert late[0].conflicts
    assert line.warning == ""
    sunday = KeptItem(ItemKind.OWN, "s", "Mượn ghế", day=date(2026, 4, 19), edited=True)
    assert "rơi vào Chủ nhật 19/4" in shown(BARE, sunday)["s"].warning
    rule = KeptItem(ItemKind.OWN, "r", "Báo", rule=Rule(direction=Direction.BEFORE, n=5), edited=True)
    assert "rơi vào Chủ nhật 19/4" in shown(BARE, rule)["r"].warning


@pytest.mark.parametrize(
    ("due", "today", "state"),
    [
        (date(2026, 4, 14), TODAY, ItemState.LATE),
        (TODAY, TODAY, ItemState.TODAY),
        (date(2026, 4, 22), TODAY, ItemState.SOON),
        (date(2026, 4, 23), TODAY, ItemState.LATER),
        (None, TODAY, ItemState.UNDATED),
        (date(2026, 4, 23), date(2026, 4, 24), ItemState.LATE),  # the day itself: something can be done yet
        (date(2026, 4, 23), date(2026, 4, 25), ItemState.LAPSED),
    ],
)
def test_states(due: date | None, today: date, state: ItemState) -> None:
    """P14: late, today, within seven days, later, no day; over with the conference."""
    item = ChecklistItem(ItemKind.PREP, "x", "Việc", due=due)
    assert item.state(today, DAY) is state
    done = replace(item, kept=KeptItem(ItemKind.PREP, "x", done_on=today))
    assert done.state(today, DAY) is ItemState.DONE
    # A duty of the plan, and the law's ten days after the conference, stay open for ever.
    assert replace(item, kind=ItemKind.PLAN).state(today, DAY) is not ItemState.LAPSED
    assert (
        ChecklistItem(ItemKind.LAW, "result", "x", due=date(2026, 5, 4)).state(date(2026, 6, 1), DAY)
        is ItemState.LATE
    )


def test_order_by_day_then_hand_then_hour() -> None:
    """P14: what is due first stands first; of one day the hand decides, then the hour."""
    marks = [
        KeptItem(ItemKind.OWN, "c", "Chiều", day=DAY, hour=time(14), edited=True),
        KeptItem(ItemKind.OWN, "a", "Sáng", day=DAY, hour=time(6), edited=True),
        KeptItem(ItemKind.OWN, "z", "Hôm trước", day=date(2026, 4, 23), edited=True),
        KeptItem(ItemKind.OWN, "n", "Không ngày", edited=True),
    ]

    def own_order(kept: list[KeptItem]) -> list[str]:
        return [item.id for item in counted(BARE, *kept) if item.kind is ItemKind.OWN]

    assert own_order(marks) == ["z", "a", "c", "n"]
    items = counted(BARE, *marks)
    moving = next(item for item in items if item.id == "c")
    of_day = [item for item in items if item.due == DAY]
    at = of_day.index(moving)
    ranks = moved_by(of_day, moving, -1)
    again = [item.id for item in counted(BARE, *{one.key: one for one in (*marks, *ranks)}.values())]
    assert again.index("c") == again.index(of_day[at - 1].id) - 1
    assert moved_by(of_day, of_day[0], -1) == ()
    alone = next(item for item in items if item.id == "z")
    assert moved_by([alone], alone, 1) == ()


def test_a_day_of_doing_must_be_possible() -> None:
    """P14, G5: not after today, not before the plan; a plan that is still being written binds nobody."""
    issued = date(2026, 4, 1)
    assert done_fault(TODAY, today=TODAY, issued_on=issued) == ""
    assert done_fault(issued, today=TODAY, issued_on=issued) == ""
    assert done_fault(date(2026, 4, 16), today=TODAY, issued_on=issued) == (
        "Ngày 16/4/2026 chưa đến; hôm nay là thứ Tư 15/4/2026."
    )
    assert done_fault(date(2026, 3, 31), today=TODAY, issued_on=issued) == (
        "Ngày 31/3/2026 trước ngày của kế hoạch (01/4/2026)."
    )
    assert done_fault(TODAY, today=TODAY, issued_on=date(2026, 4, 20)) == ""
    wrong = KeptItem(ItemKind.OWN, "a", "  ", edited=True, done_on=date(2027, 1, 1))
    assert item_faults(wrong, today=TODAY, issued_on=None).keys() == {"title", "done_on"}
