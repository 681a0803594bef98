"""Conferences, their plans and what the first screen shows of them (P1, P10, P14)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest

from dialogue_desktop.bootstrap import App
from dialogue_desktop.domain.conference import Stage
from dialogue_desktop.domain.deadlines import Rule
from dialogue_desktop.domain.live import LiveItem
from dialogue_desktop.domain.plan import Locality, Plan, PlannedSession, TimeKind, TimePlan
from dialogue_desktop.domain.records import Source
from dialogue_desktop.domain.schedule import ScheduledDuty, deadline_words
from dialogue_desktop.errors import NotFound
from dialogue_desktop.storage import first_screen
from tests.services.conftest import MovingClock

DAY = date(2026, 4, 24)


def test_a_saved_plan_is_read_back_equal(app: App, cid: str) -> None:
    """P1: what was saved is what is there, with the step that was left."""
    plan = app.planning.plan(cid)
    changed = replace(plan, number="15", budget_note="Chi đúng chế độ")
    app.planning.save_plan(cid, changed, step="budget")
    assert app.planning.plan(cid) == changed
    assert app.planning.step(cid) == "budget"


def test_the_plans_dates_follow_the_day(app: App, cid: str) -> None:
    """P10: S2's rules on Friday 24/4/2026; moving the day moves every one."""
    plan = app.planning.plan(cid)
    due = {line.duty.id: line.due for line in app.deadlines.schedule(plan) if line.dated}
    assert due == {
        "niem-yet-thong-bao": date(2026, 4, 14),
        "tong-hop-y-kien": date(2026, 4, 19),
        "chuyen-cap-tren": date(2026, 4, 29),
        "cong-bo-ket-qua": date(2026, 5, 4),
        "niem-yet-ket-luan": date(2026, 5, 6),
        "tra-loi-van-ban": date(2026, 5, 8),
        "bao-cao-ket-qua": date(2026, 5, 13),
    }
    moved = replace(plan, time=TimePlan(TimeKind.EXACT, date(2026, 8, 18)))
    due = {line.duty.id: line.due for line in app.deadlines.schedule(moved) if line.dated}
    assert due["niem-yet-ket-luan"] == date(2026, 8, 24)  # Saturday 22/8 is a make-up day
    assert due["bao-cao-ket-qua"] == date(2026, 9, 3)
    unknown = replace(plan, time=TimePlan(TimeKind.QUARTERS, quarters=(3,)))
    assert all(line.due is None for line in app.deadlines.schedule(unknown) if line.dated)


def _with_duty(plan: Plan, duty_id: str, **wanted: Any) -> Plan:
    """The plan with fields of one duty changed."""
    tasks = tuple(
        replace(unit, duties=tuple(replace(d, **wanted) if d.id == duty_id else d for d in unit.duties))
        for unit in plan.tasks
    )
    return replace(plan, tasks=tasks)


def test_a_warned_date_is_moved_only_by_the_secretary(app: App, cid: str, clock: MovingClock) -> None:
    """P10: Sunday 19/4 is warned of; keeping or moving silences the warning."""
    clock.set(datetime(2026, 3, 31, 2, tzinfo=UTC))
    plan = app.planning.plan(cid)

    def line(**wanted: Any) -> ScheduledDuty:
        lines = app.deadlines.schedule(_with_duty(plan, "tong-hop-y-kien", **wanted))
        return next(found for found in lines if found.duty.id == "tong-hop-y-kien")

    warned = line()
    assert warned.due == date(2026, 4, 19)
    assert "Chủ nhật 19/4" in warned.warning
    kept = line(kept=True)
    assert (kept.due, kept.warning) == (date(2026, 4, 19), "")
    moved = line(moved_to=date(2026, 4, 17))
    assert (moved.due, moved.warning) == (date(2026, 4, 17), "")
    assert "17/4/2026" in deadline_words(moved.duty, moved.due)


def test_the_laws_limit_is_warned_of(app: App, cid: str) -> None:
    """P10, M4: ten calendar days of the law are earlier than fifteen working days of a plan."""
    plan = app.planning.plan(cid)
    rule = Rule(n=20, clause="mục III.2")
    line = next(
        found
        for found in app.deadlines.schedule(_with_duty(plan, "cong-bo-ket-qua", rule=rule))
        if found.duty.id == "cong-bo-ket-qua"
    )
    assert any("hạn của luật" in conflict.predicate for conflict in line.conflicts)


def test_the_first_screen_reads_without_the_services(app: App, cid: str, clock: MovingClock) -> None:
    """P14: late, today and soon; a done duty leaves the list and stays done after the plan is saved."""
    home = first_screen.read(app.paths.database, date(2026, 4, 15), backups=app.paths.backups)
    assert [(t.title, t.kind, t.state) for t in home.tasks[:4]] == [
        ("Niêm yết, thông báo hội nghị", "plan", "late"),
        ("Thông báo thời gian, địa điểm, nội dung hội nghị trước ít nhất 7 ngày", "law", "soon"),
        ("Tổng hợp ý kiến của thôn", "plan", "soon"),
        ("Họp giao việc, thống nhất cách điều hành, 8 giờ 30", "prep", "soon"),
    ]
    assert len({task.id for task in home.tasks}) == len(home.tasks)
    assert (home.late, home.due_today, home.last_backup) == (1, 0, None)
    (card,) = home.cards
    assert (card.title, card.stage, card.next_action) == ("Đồng Vạn – Phú Ấp", 0, "plan")
    app.planning.set_duty_done(cid, "niem-yet-thong-bao", True)
    app.planning.save_plan(cid, app.planning.plan(cid))
    app.maintenance.backup()
    home = first_screen.read(app.paths.database, date(2026, 4, 15), backups=app.paths.backups)
    assert home.late == 0
    assert home.last_backup is not None
    app.planning.set_duty_done(cid, "niem-yet-thong-bao", False)
    assert first_screen.read(app.paths.database, date(2026, 4, 15)).late == 1


def test_the_first_screen_tells_of_late_answers(app: App, cid: str) -> None:
    """C7: one line for a conference, as long as its day has not come; what is answered or said at the hall
    is not late."""

    def lines(today: date) -> list[tuple[str, str, date | None, str]]:
        home = first_screen.read(app.paths.database, today)
        assert home.late == sum(task.state == "late" for task in home.tasks)
        return [(t.title, t.unit, t.due, t.item_id) for t in home.tasks if t.kind == "answers"]

    ids = [
        app.live.add_collected(cid, LiveItem(source=Source.SLIP, text=text, rounds=())).id
        for text in ("Đường lầy", "Mương tắc", "Điện yếu", "Thiếu thuốc")
    ]
    app.assigning.assign(cid, ids[:2], unit="Phòng Kinh tế", due=date(2026, 4, 14))
    app.assigning.assign(cid, ids[2:3], unit="Phòng Kinh tế", due=date(2026, 4, 13))
    app.live.edit_opinion(cid, ids[0], prepared_answer="Đã có vốn.")
    app.live.edit_opinion(cid, ids[1], prepared_answer=" \n ")
    today = date(2026, 4, 15)
    title = "Thu câu trả lời chuẩn bị, 2 ý kiến trễ hạn"
    assert lines(today) == [(title, "Phòng Kinh tế", date(2026, 4, 13), "2")]
    app.assigning.assign(cid, ids[3:], unit="Trạm Y tế", due=date(2026, 4, 14))
    assert [(unit, many) for _, unit, _, many in lines(today)] == [("2 đơn vị", "3")]
    assert lines(date(2026, 4, 13)) == []
    assert lines(date(2026, 4, 25)) == []
    app.live.start(cid)
    assert lines(today) == []


def test_a_copy_starts_anew_but_keeps_the_words(app: App, cid: str) -> None:
    """P1: last year's plan as the start: no number, no date, no hand-made days."""
    app.planning.save_plan(cid, replace(app.planning.plan(cid), number="15", issued_on=DAY))
    copy = app.planning.plan(app.planning.copy_of(cid))
    assert (copy.number, copy.issued_on, copy.day) == ("", None, None)
    assert copy.sections == app.planning.plan(cid).sections
    assert copy.localities == app.planning.plan(cid).localities


def test_a_removed_conference_can_come_back(app: App, cid: str) -> None:
    app.planning.remove(cid)
    assert app.planning.list() == ()
    app.planning.restore(cid)
    assert [info.id for info in app.planning.list()] == [cid]


def test_finishing_the_plan_moves_on_once(app: App, cid: str) -> None:
    app.planning.finish_plan(cid)
    assert app.planning.view(cid).stage is Stage.OPINIONS
    app.live.start(cid)
    app.planning.finish_plan(cid)
    assert app.planning.view(cid).stage is Stage.SESSION


def test_an_unknown_conference_is_a_sentence(app: App) -> None:
    with pytest.raises(NotFound, match="khong-co"):
        app.planning.plan("khong-co")


def test_the_next_plan_knows_the_office(app: App, cid: str) -> None:
    """P2: the issuer is typed once."""
    app.planning.save_plan(cid, app.planning.plan(cid))
    assert app.planning.plan(app.planning.create()).issuer.name == "Minh Khê"


def test_a_profile_of_the_party_takes_the_office_s_names_only(app: App, cid: str) -> None:
    """P2: xã and province are known; letterhead, symbol and drafting office are the profile's own."""
    office = app.planning.plan(cid)
    app.planning.save_plan(cid, replace(office, issuer=replace(office.issuer, address_line="Thôn Đồng Vạn")))
    issuer = app.planning.plan(app.planning.create("dang_uy_2026")).issuer
    assert issuer.body == "Đảng ủy xã Minh Khê"
    assert (issuer.province, issuer.style, issuer.address_line) == ("tỉnh Đông Giang", "dang_05", "")
    again = app.planning.plan(app.planning.create()).issuer
    assert (again.body, again.style) == ("Ủy ban nhân dân xã Minh Khê", "nd30")
    assert again.address_line == "Thôn Đồng Vạn"


def test_the_recommended_profile_is_offered_first(app: App) -> None:
    """P1: then those of the State, then those of the Party."""
    infos = app.planning.profiles()
    assert infos[0].id == "ubnd_nhan_dan"
    kinds = [info.issuer.value for info in infos]
    assert kinds == sorted(kinds, reverse=True)
    assert set(kinds) == {"ubnd", "dang_uy"}


def test_the_data_folder_may_be_anywhere(data_dir: Path, app: App) -> None:
    assert app.paths.database.parent == data_dir


def _second_session(app: App, cid: str) -> str:
    plan = app.planning.plan(cid)
    second = PlannedSession(
        "hai",
        TimePlan(TimeKind.EXACT, date(2026, 10, 16), time(8)),
        ("Hội trường xã",),
        False,
        (Locality("bl", "thôn", "Bến Lở"),),
        80,
    )
    app.planning.save_plan(cid, replace(plan, more_sessions=(second,)))
    return "hai"


def test_a_second_conference_under_the_same_plan(app: App, cid: str) -> None:
    """P5: its own day and thôn, the same number; its deadlines are counted from its day; made once only."""
    session = _second_session(app, cid)
    app.planning.finish_plan(cid)
    other = app.planning.open_session(cid, session)
    assert app.planning.open_session(cid, session) == other
    assert len(app.planning.list()) == 2
    view = app.planning.view(other)
    assert (view.title, view.stage, view.plan.day) == ("Bến Lở", Stage.OPINIONS, date(2026, 10, 16))
    due = {line.duty.id: line.due for line in app.deadlines.schedule(view.plan) if line.dated}
    assert due["niem-yet-thong-bao"] == date(2026, 10, 6)
    assert app.planning.plan(cid).day == DAY
    # And back: the other plan leads to the first conference, not to a third.
    assert app.planning.open_session(other, session) == cid


def test_one_plan_has_one_number(app: App, cid: str) -> None:
    """P2, P5: number and date known later in one are known in both."""
    other = app.planning.open_session(cid, _second_session(app, cid))
    plan = app.planning.plan(other)
    app.planning.save_plan(other, replace(plan, number="42", issued_on=date(2026, 3, 2)))
    first = app.planning.plan(cid)
    assert (first.number, first.issued_on) == ("42", date(2026, 3, 2))
    assert first.day == DAY


def test_a_removed_second_conference_comes_back(app: App, cid: str) -> None:
    session = _second_session(app, cid)
    other = app.planning.open_session(cid, session)
    app.planning.remove(other)
    assert app.planning.open_session(cid, session) == other
    assert len(app.planning.list()) == 2


def test_a_copy_for_next_year_has_no_links(app: App, cid: str) -> None:
    app.planning.open_session(cid, _second_session(app, cid))
    copied = app.planning.plan(app.planning.copy_of(cid))
    (session,) = copied.more_sessions
    assert session.conference == ""
    assert session.time.day is None
    assert session.places == ("Hội trường xã",)


def test_a_copied_plan_and_another_session_have_no_number_of_minutes_yet(app: App, cid: str) -> None:
    """M3: the number belongs to the minutes of one session."""
    plan = app.planning.plan(cid)
    more = (PlannedSession("b", TimePlan(TimeKind.EXACT, date(2026, 5, 8))),)
    app.planning.save_plan(cid, replace(plan, minutes_number="07", more_sessions=more))
    assert app.planning.plan(app.planning.copy_of(cid)).minutes_number == ""
    assert app.planning.plan(app.planning.open_session(cid, "b")).minutes_number == ""
    assert app.planning.plan(cid).minutes_number == "07"
