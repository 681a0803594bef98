"""Opinions given away in bulk with the plan's day, and who is late (C7)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from dialogue_desktop.bootstrap import App
from dialogue_desktop.domain.deadlines import Anchor, DayUnit, Direction, FixedDate, Rule
from dialogue_desktop.domain.live import LiveItem
from dialogue_desktop.domain.plan import Duty, TimeKind, TimePlan, UnitTasks
from dialogue_desktop.domain.records import Source, Voice
from dialogue_desktop.errors import BadInput, NotFound
from dialogue_desktop.storage import first_screen
from tests.services.conftest import MovingClock

BEFORE = Rule(Anchor.CONFERENCE_DAY, Direction.BEFORE, 3, DayUnit.WORKING)
ECONOMY, HEALTH = "Phòng Kinh tế", "Trạm Y tế"


def _add(app: App, cid: str, text: str, **more: object) -> str:
    return app.live.add_collected(cid, LiveItem(source=Source.SLIP, text=text, rounds=()), **more).id


@pytest.fixture
def ids(app: App, cid: str) -> list[str]:
    return [_add(app, cid, text) for text in ("Đường lầy", "Mương tắc", "Thiếu thuốc", "Điện yếu")]


def _duties(app: App, cid: str, *duties: Duty) -> None:
    plan = app.planning.plan(cid)
    app.planning.save_plan(cid, replace(plan, tasks=(UnitTasks("phong", "Các phòng", duties=duties),)))


def _facts(app: App, cid: str) -> list[tuple[str, str, date | None]]:
    return [(o.unit, o.prepared_by, o.draft_due) for o in app.live.records(cid).opinions]


@pytest.mark.parametrize(
    ("duty", "day"),
    [
        (
            Duty("a", "Gửi Văn phòng nội dung trả lời các ý kiến được giao, {han}.", "Gửi trả lời", BEFORE),
            date(2026, 4, 21),
        ),
        (
            Duty("a", "Gửi dự thảo trả lời về Văn phòng.", fixed=FixedDate(date(2026, 4, 20))),
            date(2026, 4, 20),
        ),
        (Duty("a", "Đôn đốc và nhận văn bản trả lời của các bộ phận.", rule=BEFORE), date(2026, 4, 21)),
        (Duty("a", "Chuẩn bị nội dung trả lời thuộc lĩnh vực.", rule=BEFORE), date(2026, 4, 21)),
        (Duty("a", "Gửi nội dung trả lời.", rule=BEFORE, moved_to=date(2026, 4, 17)), date(2026, 4, 17)),
    ],
)
def test_the_day_is_that_of_the_plans_own_duty(app: App, cid: str, duty: Duty, day: date) -> None:
    """C7, P10: counted by the deadline engine, with the duty that says so."""
    _duties(app, cid, duty)
    due = app.assigning.due(cid)
    assert (due.day, due.duty_id, due.unit, due.from_plan) == (day, "a", "Các phòng", True)
    assert due.explanation


@pytest.mark.parametrize(
    "duty",
    [
        Duty("a", "Báo cáo tổng hợp ý kiến và nội dung trả lời.", rule=BEFORE),
        Duty("a", "Trình Chủ trì giao đơn vị chuẩn bị trả lời.", rule=BEFORE),
        Duty(
            "a",
            "Trả lời bằng văn bản, gửi người nêu ý kiến.",
            rule=replace(BEFORE, direction=Direction.AFTER),
        ),
        Duty("a", "Chuẩn bị nội dung trả lời thuộc lĩnh vực được giao."),
        Duty("a", "Gửi giấy mời.", rule=BEFORE),
    ],
)
def test_other_duties_are_not_taken_for_it(app: App, cid: str, duty: Duty) -> None:
    """C7: then two working days before, and it is said that the plan is silent."""
    _duties(app, cid, duty)
    due = app.assigning.due(cid)
    assert (due.day, due.from_plan) == (date(2026, 4, 22), False)
    assert due.explanation.startswith("Kế hoạch không nêu hạn gửi câu trả lời.")


def test_every_shipped_profile_has_a_day(app: App) -> None:
    """C7: by its own duty where it has one."""
    found = {}
    for profile in app.planning.profiles():
        cid = app.planning.create(profile.id)
        plan = app.planning.plan(cid)
        app.planning.save_plan(cid, replace(plan, time=TimePlan(TimeKind.EXACT, date(2026, 4, 24))))
        found[profile.id] = app.assigning.due(cid).duty_id
        assert app.assigning.due(cid).day is not None
    assert found["ubnd_2025"] == "gui-tra-loi"
    assert found["hai_thon_hai_cap"] == "gui-tra-loi"
    assert found["dang_uy_2026"] == "chuan-bi-tra-loi"
    assert found["ubnd_nhan_dan"] == ""


def test_many_are_given_away_in_one_act(app: App, cid: str, ids: list[str]) -> None:
    """C7, L9: unit, official and the plan's day; one undo takes all of it back."""
    app.assigning.assign(cid, ids[:3], unit=f" {ECONOMY} ", official="Trần Hữu Lẫm")
    day = date(2026, 4, 22)
    assert _facts(app, cid) == [(ECONOMY, "Trần Hữu Lẫm", day)] * 3 + [("", "", None)]
    (act,) = app.live.history(cid, 1)
    assert app.live.entry_text(act) == "giao chuẩn bị trả lời"
    app.live.undo(cid)
    assert _facts(app, cid) == [("", "", None)] * 4


def test_what_is_not_named_stays_as_it_is(app: App, cid: str, ids: list[str]) -> None:
    app.assigning.assign(cid, ids[:1], unit=ECONOMY, due=date(2026, 4, 20))
    app.assigning.assign(cid, ids[:1], official="bà Đượm")
    assert _facts(app, cid)[0] == (ECONOMY, "bà Đượm", date(2026, 4, 20))
    app.assigning.assign(cid, ids[:1], unit="")
    assert _facts(app, cid)[0] == ("", "bà Đượm", date(2026, 4, 20))
    app.assigning.take_back(cid, ids[:1])
    assert _facts(app, cid)[0] == ("", "", None)


def test_a_group_goes_together(app: App, cid: str, ids: list[str]) -> None:
    """C6, C7: it has one answer."""
    app.grouping.join(cid, ids[:2])
    app.assigning.assign(cid, ids[:1], unit=ECONOMY)
    assert [unit for unit, _, _ in _facts(app, cid)] == [ECONOMY, ECONOMY, "", ""]


def test_nothing_to_do_is_said(app: App, cid: str, ids: list[str]) -> None:
    before = app.live.history(cid)
    with pytest.raises(BadInput, match="Chưa chọn đơn vị"):
        app.assigning.assign(cid, ids)
    with pytest.raises(BadInput, match="Chưa chọn ý kiến"):
        app.assigning.assign(cid, [], unit=ECONOMY)
    with pytest.raises(NotFound):
        app.assigning.assign(cid, [ids[0], "mất"], unit=ECONOMY)
    assert app.live.history(cid) == before


def test_who_is_late_and_what_each_unit_owes(app: App, cid: str, ids: list[str], clock: MovingClock) -> None:
    """C7: late is the day after, without an answer."""
    clock.set(datetime(2026, 4, 22, 23, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh")))
    app.assigning.assign(cid, ids[:2], unit=ECONOMY, official="Trần Hữu Lẫm")
    app.assigning.assign(cid, ids[2:3], unit=HEALTH, due=date(2026, 4, 20))
    app.live.edit_opinion(cid, ids[0], prepared_answer="Đã có vốn.")
    assert [o.id for o in app.assigning.late(cid)] == [ids[2]]
    economy, health, nobody = app.assigning.loads(cid)
    assert (economy.unit, len(economy.opinions), economy.prepared, economy.missing, economy.late) == (
        ECONOMY,
        2,
        1,
        1,
        0,
    )
    assert (economy.next_due, economy.officials) == (date(2026, 4, 22), ("Trần Hữu Lẫm",))
    assert (health.unit, health.missing, health.late, health.next_due) == (HEALTH, 1, 1, date(2026, 4, 20))
    assert (nobody.unit, nobody.missing, nobody.late, nobody.next_due) == ("", 1, 0, None)
    clock.set(datetime(2026, 4, 23, 0, 30, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh")))
    assert [o.id for o in app.assigning.late(cid)] == [ids[2], ids[1]]


def test_a_new_conference_day_reaches_what_is_still_owed(app: App, cid: str, ids: list[str]) -> None:
    """C7, P10: on the secretary's word, in one act; what is prepared keeps its day."""
    app.assigning.assign(cid, ids[:2], unit=ECONOMY)
    app.live.edit_opinion(cid, ids[0], prepared_answer="Xong.")
    plan = app.planning.plan(cid)
    app.planning.save_plan(cid, replace(plan, time=TimePlan(TimeKind.EXACT, date(2026, 5, 15))))
    assert [due for _, _, due in _facts(app, cid)] == [date(2026, 4, 22)] * 2 + [None] * 2
    app.assigning.move_due(cid, None)
    assert [due for _, _, due in _facts(app, cid)] == [date(2026, 4, 22), date(2026, 5, 13), None, None]
    app.assigning.move_due(cid, date(2026, 5, 12))
    assert _facts(app, cid)[1][2] == date(2026, 5, 12)


def test_a_conference_without_its_day_gives_no_day(app: App, cid: str, ids: list[str]) -> None:
    plan = app.planning.plan(cid)
    app.planning.save_plan(cid, replace(plan, time=TimePlan(TimeKind.MONTH, month=5, year=2026)))
    assert app.assigning.due(cid).day is None
    app.assigning.assign(cid, ids[:1], unit=ECONOMY)
    assert _facts(app, cid)[0] == (ECONOMY, "", None)


def test_the_usual_unit_of_each_field(app: App, cid: str) -> None:
    """C7: learned from what was given away before; a field can be given away by one key."""
    fields = app.planning.plan(cid).fields
    for unit in (ECONOMY, HEALTH, ECONOMY):
        _add(app, cid, "Đường lầy", field=fields[0], unit=unit)
    _add(app, cid, "Thiếu thuốc", field=fields[7], unit=HEALTH)
    assert app.assigning.usual_units(cid) == {fields[0]: ECONOMY, fields[7]: HEALTH}


def test_a_load_is_what_the_sheet_of_the_unit_has(app: App, cid: str, ids: list[str]) -> None:
    """C7: one spelled otherwise, and one of whom only the official is known, stand where their sheet does."""
    app.assigning.assign(cid, ids[:1], unit=ECONOMY, due=date(2026, 4, 20))
    app.assigning.assign(cid, ids[1:2], unit="phong kinh te", due=date(2026, 4, 23))
    app.live.edit_opinion(cid, ids[2], prepared_answer="Đã có thuốc.", prepared_by="Trạm Y tế")
    economy, health, nobody = app.assigning.loads(cid)
    assert (economy.unit, [o.id for o in economy.opinions]) == (ECONOMY, ids[:2])
    assert (health.unit, health.prepared, health.officials) == (HEALTH, 1, ())
    assert [o.id for o in nobody.opinions] == ids[3:]


def test_since_when_and_until_when(app: App, cid: str, ids: list[str], clock: MovingClock) -> None:
    """C7: the first day that went by without an answer, and the next that has not."""
    for opinion, day in zip(ids, (16, 14, 22, 20), strict=True):
        app.assigning.assign(cid, [opinion], unit=ECONOMY, due=date(2026, 4, day))
    app.live.edit_opinion(cid, ids[1], prepared_answer="Đã nạo vét.")
    clock.set(datetime(2026, 4, 20, 8, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh")))
    (load,) = app.assigning.loads(cid)
    assert (load.late, load.late_since, load.to_come) == (1, date(2026, 4, 16), date(2026, 4, 20))


def test_what_a_new_day_would_move_is_known_before(
    app: App, cid: str, ids: list[str], clock: MovingClock
) -> None:
    """C7: only what is owed on another day; a day off, and one that is too late, are told."""
    clock.set(datetime(2026, 4, 14, 8, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh")))
    app.assigning.assign(cid, ids[:3], unit=ECONOMY, due=date(2026, 4, 20))
    app.assigning.assign(cid, ids[2:3], due=date(2026, 4, 21))
    app.live.edit_opinion(cid, ids[0], prepared_answer="Xong.")
    assert [o.id for o in app.assigning.moving(cid, date(2026, 4, 21))] == [ids[1]]
    before = app.live.history(cid)
    app.assigning.move_due(cid, date(2026, 4, 21))
    (act,) = app.live.history(cid, 1)
    assert app.live.entry_text(act) == "dời hạn gửi câu trả lời: 1 ý kiến"
    assert app.live.history(cid)[1:] == before
    saturday, late = app.assigning.against(cid, date(2026, 4, 25))
    assert "thứ Bảy 25/4" in saturday
    assert late == "Hội nghị họp thứ Sáu 24/4/2026, câu trả lời phải có trước ngày ấy."
    assert app.assigning.against(cid, date(2026, 4, 22)) == ()


def test_acts_are_called_what_they_are(app: App, cid: str, ids: list[str]) -> None:
    """L9: what is undone is named: an answer is no edit of what the person said."""
    app.assigning.assign(cid, ids[:1], unit=ECONOMY)
    app.assigning.take_back(cid, ids[:1])
    assert app.live.entry_text(app.live.history(cid, 1)[0]) == "thu lại việc giao trả lời"
    app.live.edit_opinion(cid, ids[0], prepared_answer="Đã có vốn.", prepared_by="Phòng Kinh tế")
    assert app.live.entry_text(app.live.history(cid, 1)[0]) == "ghi câu trả lời chuẩn bị"
    app.live.edit_opinion(cid, ids[0], prepared_answer="Đã đủ vốn.", text="Đường lầy lội")
    assert app.live.entry_text(app.live.history(cid, 1)[0]) == "sửa ý kiến"


def test_each_field_goes_to_its_own_unit_in_one_act(app: App, cid: str, ids: list[str]) -> None:
    """C7: several units, one entry and one undo; a group goes as a whole, where its first opinion goes."""
    app.grouping.join(cid, [ids[0], ids[3]])
    before = len(app.live.history(cid))
    app.assigning.assign_by_unit(cid, {ids[0]: ECONOMY, ids[2]: HEALTH, ids[1]: "", ids[3]: HEALTH})
    assert [unit for unit, _, _ in _facts(app, cid)] == [ECONOMY, "", HEALTH, ECONOMY]
    day = date(2026, 4, 22)
    assert [due for _, _, due in _facts(app, cid)] == [day, None, day, day]
    assert len(app.live.history(cid)) == before + 1
    app.live.undo(cid)
    assert {unit for unit, _, _ in _facts(app, cid)} == {""}
    with pytest.raises(BadInput):
        app.assigning.assign_by_unit(cid, {ids[0]: " "})


def test_a_question_asked_online_in_the_session_is_no_late_answer(app: App, cid: str, ids: list[str]) -> None:
    """C7, L2: only what was collected before owes a prepared answer."""
    due = date(2026, 4, 1)
    app.live.edit_opinion(cid, ids[0], unit=ECONOMY, draft_due=due)
    turn = app.live.add_turn(cid, Voice("Lò Văn Ế", "ông"))
    asked = LiveItem(turn_id=turn.id, source=Source.ONLINE, text="Mạng yếu", rounds=())
    app.live.save_item(cid, asked, unit=HEALTH, draft_due=due)
    tasks = first_screen.read(app.paths.database, date(2026, 4, 10)).tasks
    (late,) = [
        task for task in tasks if ECONOMY in task.unit + task.title or HEALTH in task.unit + task.title
    ]
    assert ECONOMY in late.unit + late.title
