"""Profiles of the office: made from a plan, saved over, removed, put back, hidden and copied (P1, P4)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from dialogue_desktop.bootstrap import App
from dialogue_desktop.codec import to_builtins
from dialogue_desktop.domain.deadlines import Anchor, Direction, FixedDate, Rule
from dialogue_desktop.domain.office_profile import Kept
from dialogue_desktop.domain.plan import Plan, TimeKind, TimePlan
from dialogue_desktop.errors import BadInput, NotFound
from dialogue_desktop.profiles import DEFAULT_PROFILE
from tests.services.library.conftest import DESCRIPTION, NAME


def texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for part in inside for text in texts(part)]


def test_what_belongs_to_one_conference_is_cleared(app: App, plan: Plan) -> None:
    """P1: number, dates, the day, hand-moved days, the office's name; the rest is next year's start."""
    made = app.library.save_profile(plan, NAME, DESCRIPTION).plan
    assert (made.number, made.minutes_number, made.issued_on, made.day) == ("", "", None, None)
    assert (made.time.kind, made.time.start) == (TimeKind.EXACT, time(8))
    assert (made.issuer.name, made.issuer.province) == ("", "")
    duties = {duty.id: duty for unit in made.tasks for duty in unit.duties}
    assert all(duty.moved_to is None and not duty.kept for duty in duties.values())
    assert duties["rieng"].fixed is None
    assert duties["rieng"].rule == Rule(Anchor.CONFERENCE_DAY, Direction.BEFORE, 10, wording="chậm nhất"), (
        "before 15/4 is 14/4 at the latest: ten days before 24/4"
    )
    assert made.subject == "Đối thoại giữa {co_quan} với Nhân dân năm {nam}"
    assert made.lead_in == "{co_quan_tat} ban hành Kế hoạch năm {nam} (giai đoạn năm 2026 - 2030):"
    assert made.closing == "Các đơn vị của {xa} thực hiện; xã Minh Khêu không liên quan."
    assert made.bases[-1].text == "Căn cứ Nghị quyết ngày 16 tháng 6 năm 2026 của Đảng ủy {xa}"
    assert [one.name for one in made.localities] == ["Đồng Vạn", "Phú Ấp"]
    assert made.places == plan.places
    assert made.quotas == plan.quotas
    assert made.signature == plan.signature
    (session,) = made.more_sessions
    assert (session.conference, session.time) == ("", TimePlan(TimeKind.EXACT, start=time(14)))
    assert (session.topics, session.localities[0].name) == (
        "Thu hoạch vụ mùa năm {nam}",
        "Thượng Vĩnh Ổn",
    )
    assert (made.programme, made.fields, made.copies) == (plan.programme, plan.fields, plan.copies)


@pytest.mark.parametrize("kept", [Kept(localities=False), Kept(people=False), Kept(False, False)])
def test_names_stay_only_where_they_are_wished(app: App, plan: Plan, kept: Kept) -> None:
    """P1: thôn and places, and names of people, each by itself."""
    made = app.library.save_profile(plan, NAME, kept=kept).plan
    words = set(texts(to_builtins(made)))
    assert ("Đồng Vạn" in words) is kept.localities
    assert ("Thượng Vĩnh Ổn" in words) is kept.localities
    assert ("Nhà văn hóa thôn Phú Ấp" in words) is kept.localities
    assert ("Lò Văn Ế" in words) is (kept.people and kept.localities)
    assert ("Nhà văn hóa thôn Đồng Vạn" in words) is kept.localities
    assert bool(made.quotas) is kept.localities
    assert ("Phạm Quốc Thắng" in words) is kept.people
    assert ("Trần Hữu Lẫm" in words) is kept.people
    assert ("Đỗ Văn Sỹ" in words) is (kept.people and kept.localities)
    assert made.chairs[0].official.position == "Chủ tịch Ủy ban nhân dân"


def test_a_duty_with_a_date_stays_where_no_day_is_known(app: App, plan: Plan) -> None:
    """P10: nothing is guessed; the next plan is warned of the day gone by."""
    later = replace(plan, time=replace(plan.time, kind=TimeKind.LATER), issued_on=None)
    made = app.library.save_profile(later, NAME).plan
    assert made.tasks[1].duties[1].fixed == FixedDate(date(2026, 4, 15), inclusive=False)
    issued = app.library.save_profile(replace(later, issued_on=date(2026, 4, 1)), NAME).plan
    assert issued.tasks[1].duties[1].rule == Rule(Anchor.PLAN_DATE, Direction.AFTER, 13, wording="chậm nhất")


def test_the_own_profile_is_offered_first_and_begins_a_plan(app: App, plan: Plan) -> None:
    """P1: with its description; the new plan is of this office and this year."""
    made = app.library.save_profile(plan, f"  {NAME} ", DESCRIPTION)
    infos = app.planning.profiles()
    assert (infos[0].id, infos[0].name, infos[0].description, infos[0].own) == (
        made.id,
        NAME,
        DESCRIPTION,
        True,
    )
    assert infos[1].id == DEFAULT_PROFILE
    begun = app.planning.plan(app.planning.create(made.id, year=2027))
    assert (begun.year, begun.issuer.name, begun.profile) == (2027, "Minh Khê", made.id)
    assert begun.localities == plan.localities
    assert begun.number == ""


def test_a_profile_is_saved_over_and_the_old_one_put_back(app: App, plan: Plan) -> None:
    """P4: changed in the wizard, saved over; other conferences stay as they are."""
    first = app.library.save_profile(plan, NAME, DESCRIPTION)
    cid = app.planning.create(first.id)
    changed = replace(app.planning.plan(cid), closing="Câu kết mới.")
    second = app.library.save_profile(changed, NAME, DESCRIPTION, over=first.id)
    assert second.id == first.id
    assert app.library.plan_of(first.id).closing == "Câu kết mới."
    assert len(app.library.shelf().profiles) == 1
    assert app.planning.plan(cid).closing != "Câu kết mới."
    app.library.put_profile(first)
    assert app.library.profile(first.id) == first
    with pytest.raises(NotFound, match="không còn trong danh mục"):
        app.library.save_profile(plan, NAME, over="rieng-khong-co")
    with pytest.raises(BadInput, match="chưa có tên"):
        app.library.save_profile(plan, "  ")


def test_a_removed_profile_comes_back_to_its_place(app: App, plan: Plan) -> None:
    """P1, G5: removal can be undone; what was made from it stays; its words leave the settings."""
    first = app.library.save_profile(plan, NAME)
    second = app.library.save_profile(plan, "Đối thoại thôn trên núi")
    cid = app.planning.create(first.id)
    app.library.remove_profile(first.id)
    assert [one.id for one in app.library.shelf().profiles] == [second.id]
    assert app.settings.get(f"library.profile.{first.id}", {}) == {}
    assert app.planning.plan(cid).profile == first.id
    with pytest.raises(NotFound, match="chọn mẫu khác"):
        app.planning.create(first.id)
    app.library.put_profile(first, 0)
    assert [one.id for one in app.library.shelf().profiles] == [first.id, second.id]


def test_a_profile_that_cannot_be_read_is_not_forgotten(app: App, plan: Plan) -> None:
    """G5: kept by another version of the program; it is not offered, and later acts leave it where it is."""
    odd = app.library.save_profile(plan, NAME)
    app.settings.set(f"library.profile.{odd.id}", {"name": NAME, "description": "", "plan": {"year": "?"}})
    assert not any(info.own for info in app.planning.profiles())
    other = app.library.save_profile(plan, "Mẫu khác")
    assert app.settings.get("library.profiles", []) == [other.id, odd.id]
    kept: dict[str, Any] = app.settings.get(f"library.profile.{odd.id}", {})
    assert kept["name"] == NAME
    app.library.put_profile(odd)
    assert [one.id for one in app.library.shelf().profiles] == [other.id, odd.id]


def test_shipped_profiles_are_hidden_and_come_back(app: App) -> None:
    """P1: the chooser is never empty."""
    shelf = app.library.shelf()
    every = tuple(info.id for info in app.library.shipped().profiles)
    app.library.keep(replace(shelf, hidden_profiles=every[:2]))
    assert [info.id for info in app.planning.profiles()] == list(every[2:])
    app.library.keep(replace(shelf, hidden_profiles=every))
    assert [info.id for info in app.planning.profiles()] == [DEFAULT_PROFILE]
    assert app.planning.plan(app.planning.create("ke_hoach_ngan")).profile == "ke_hoach_ngan", "old packages"
    app.library.keep(shelf)
    assert tuple(info.id for info in app.planning.profiles()) == every


def test_a_shipped_profile_is_copied_to_an_own_one(app: App) -> None:
    """P4: with a name of its own where that is taken."""
    first = app.library.copy_profile("ke_hoach_ngan")
    second = app.library.copy_profile(first.id)
    assert second.name == f"{first.name} (2)"
    assert replace(second.plan, profile="") == replace(first.plan, profile="")
    with pytest.raises(NotFound):
        app.library.copy_profile("khong-co")
