"""Whether the notice was public early enough and long enough, and how that was counted (C2)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from dialogue_desktop import calendar_data
from dialogue_desktop.domain.deadlines import Direction, FixedDate, Rule
from dialogue_desktop.domain.law_limits import LimitKind
from dialogue_desktop.domain.notice_proof import (
    NoticeProof,
    ProofForm,
    proof_faults,
    usual_people,
    usual_places,
)
from dialogue_desktop.domain.notice_verdict import (
    Limits,
    Verdict,
    VerdictKind,
    VerdictState,
    limits_of,
    row_verdicts,
    verdicts,
)
from dialogue_desktop.domain.plan import (
    Duty,
    Issuer,
    Locality,
    Official,
    Plan,
    Secretary,
    TimeKind,
    TimePlan,
    UnitTasks,
)
from dialogue_desktop.domain.schedule import schedule
from tests.seed_overlap import ROOT

CALENDAR = calendar_data.load_calendar(ROOT / "resources" / "calendar")
DAY = date(2026, 4, 24)
TODAY = date(2026, 4, 20)
NOTICE = Duty(
    "niem-yet", "Niêm yết thông báo tổ chức Hội nghị tại trụ sở", rule=Rule(direction=Direction.BEFORE, n=10)
)
PLAN = Plan(
    "x",
    2026,
    issuer=Issuer(name="Minh Khê"),
    whole_commune=False,
    localities=(Locality("a", "thôn", "Đồng Vạn", "Nguyễn Hữu Đễ"), Locality("b", "tổ dân phố", "3")),
    time=TimePlan(TimeKind.EXACT, DAY),
    tasks=(UnitTasks("u", "Văn phòng", duties=(NOTICE,)),),
    secretaries=(Secretary(Official("s", "Lương Thị Mẫn", "Chuyên viên", "bà")),),
)


def limits(plan: Plan = PLAN, own: dict[LimitKind, int] | None = None) -> Limits:
    return limits_of(plan, schedule(plan, CALENDAR), own_limits=own)


def proof(form: ProofForm, first: str, last: str = "", **more: str) -> NoticeProof:
    """Days of April 2026 as "13"."""
    day = lambda text: date(2026, 4, int(text)) if text else None  # noqa: E731 - a table of days
    return NoticeProof(f"{form}-{first}-{last}", form, more.get("place", ""), day(first), day(last))


def found(proofs: list[NoticeProof], today: date = TODAY, plan: Plan = PLAN) -> dict[VerdictKind, Verdict]:
    return {one.kind: one for one in verdicts(proofs, limits(plan), today=today)}


def test_what_is_asked_of_this_plan() -> None:
    """C2: the law by the conference day, the plan by its own notice duty."""
    asked = limits()
    assert asked.law is not None
    assert (asked.law.due, asked.plan_due, asked.plan_duty) == (
        date(2026, 4, 17), date(2026, 4, 14), "niem-yet",
    )  # fmt: skip
    assert limits(own={LimitKind.NOTICE: 9}).law.due == date(2026, 4, 15)  # type: ignore[union-attr]
    unknown = limits(replace(PLAN, time=TimePlan()))
    assert (unknown.law, unknown.plan_due) == (None, None)
    dated = replace(NOTICE, rule=None, fixed=FixedDate(date(2026, 4, 10)))
    assert limits(replace(PLAN, tasks=(UnitTasks("u", "VP", duties=(dated,)),))).plan_due == date(2026, 4, 10)
    conclusion = Duty("k", "Niêm yết kết luận tại trụ sở", rule=Rule(n=5))
    assert limits(replace(PLAN, tasks=(UnitTasks("u", "VP", duties=(conclusion,)),))).plan_duty == ""


@pytest.mark.parametrize(
    ("first", "law", "plan"),
    [
        ("14", "Sớm hơn hạn của luật 3 ngày", "Vừa đúng hạn của kế hoạch"),
        ("13", "Sớm hơn hạn của luật 4 ngày", "Sớm hơn kế hoạch 1 ngày"),
        ("16", "Sớm hơn hạn của luật 1 ngày", "Muộn 2 ngày so với kế hoạch (chậm nhất thứ Ba 14/4)"),
        ("17", "Vừa đúng hạn của luật", "Muộn 3 ngày so với kế hoạch (chậm nhất thứ Ba 14/4)"),
        (
            "18",
            "Muộn 1 ngày so với hạn của luật (chậm nhất thứ Sáu 17/4)",
            "Muộn 4 ngày so với kế hoạch (chậm nhất thứ Ba 14/4)",
        ),
    ],
)
def test_early_and_late(first: str, law: str, plan: str) -> None:
    """C2: days before the conference day, by law and by plan, in words that name the last day."""
    got = found([proof(ProofForm.LOUDSPEAKER, first, first)])
    assert (got[VerdictKind.LAW_NOTICE].words, got[VerdictKind.PLAN_NOTICE].words) == (law, plan)
    late = {True: VerdictState.LATE, False: VerdictState.IN_TIME}
    assert got[VerdictKind.LAW_NOTICE].state is late["Muộn" in law]
    assert got[VerdictKind.PLAN_NOTICE].state is late["Muộn" in plan]


def test_it_says_how_it_was_counted() -> None:
    """C2: first day, rule, last day, and the law with its article."""
    got = found([proof(ProofForm.WEBSITE, "13")])
    assert got[VerdictKind.LAW_NOTICE].counted == (
        "Bắt đầu thứ Hai 13/4/2026; luật: 7 ngày trước ngày họp, chậm nhất thứ Sáu 17/4/2026 "
        "(Luật Tổ chức chính quyền địa phương số 72/2025/QH15, Điều 43)."
    )
    assert got[VerdictKind.PLAN_NOTICE].counted == (
        "Bắt đầu thứ Hai 13/4/2026; kế hoạch: 10 ngày trước ngày 24/4/2026 → 14/4/2026."
    )


def test_the_law_asks_for_mass_media() -> None:
    """C2: a paper at the office alone is not yet what the law asks; the earliest medium counts."""
    paper = proof(ProofForm.OFFICE, "10")
    got = found([paper])[VerdictKind.LAW_NOTICE]
    assert got.state is VerdictState.OPEN
    assert got.words == "Chưa ghi thông báo trên loa hoặc trang thông tin điện tử"
    assert "Sớm hơn hạn của luật 7 ngày" in got.counted
    with_media = [paper, proof(ProofForm.LOUDSPEAKER, "18", "20"), proof(ProofForm.WEBSITE, "16")]
    assert found(with_media)[VerdictKind.LAW_NOTICE].words == "Sớm hơn hạn của luật 1 ngày"


def test_the_last_place_decides_against_the_plan() -> None:
    """C2: all places are asked for; a second round in one place does no harm."""
    rows = [
        proof(ProofForm.OFFICE, "13"),
        proof(ProofForm.VILLAGE_HALL, "16", place="Nhà văn hóa thôn Phú Ấp"),
        proof(ProofForm.OFFICE, "20"),
    ]
    got = found(rows)[VerdictKind.PLAN_NOTICE]
    assert (got.state, got.days) == (VerdictState.LATE, 2)
    assert "Nhà văn hóa thôn Phú Ấp" in got.counted
    assert found([rows[0], rows[2]])[VerdictKind.PLAN_NOTICE].state is VerdictState.IN_TIME


@pytest.mark.parametrize(
    ("first", "last", "today", "state", "words"),
    [
        ("01", "20", 24, VerdictState.IN_TIME, "Niêm yết 20 ngày liên tục, đủ 20 ngày"),
        ("01", "19", 24, VerdictState.SHORT, "Niêm yết 19 ngày, thiếu 1 ngày so với 20 ngày liên tục"),
        ("10", "", 20, VerdictState.RUNNING, "Niêm yết được 11 ngày, đủ 20 ngày vào thứ Tư 29/4"),
        ("10", "", 29, VerdictState.IN_TIME, "Niêm yết 20 ngày liên tục, đủ 20 ngày"),
        ("10", "29", 20, VerdictState.RUNNING, "Niêm yết được 11 ngày, đủ 20 ngày vào thứ Tư 29/4"),
        ("10", "25", 20, VerdictState.SHORT, "Niêm yết 16 ngày, thiếu 4 ngày so với 20 ngày liên tục"),
    ],
)
def test_how_long_a_paper_hangs(first: str, last: str, today: int, state: VerdictState, words: str) -> None:
    """C2: at least twenty days in a row, both ends counted; the number is not verified and says so."""
    got = found([proof(ProofForm.OFFICE, first, last)], date(2026, 4, today))[VerdictKind.POSTING]
    assert (got.state, got.words, got.unverified) == (state, words, True)
    assert "chưa đối chiếu" in got.counted


def test_three_days_of_loudspeaker_in_a_row() -> None:
    """C2: a day without broadcast breaks the row; days that touch are one row."""
    one = proof(ProofForm.LOUDSPEAKER, "13", "14", place="Đài truyền thanh xã")
    next_day = proof(ProofForm.LOUDSPEAKER, "15", "15", place="Đài  truyền thanh xã")
    after_gap = proof(ProofForm.LOUDSPEAKER, "17", "17", place="Đài truyền thanh xã")
    assert (
        found([one])[VerdictKind.LOUDSPEAKER].words == "Phát loa 2 ngày, thiếu 1 ngày so với 3 ngày liên tục"
    )
    assert found([one, after_gap])[VerdictKind.LOUDSPEAKER].state is VerdictState.SHORT
    assert found([one, next_day])[VerdictKind.LOUDSPEAKER].state is VerdictState.IN_TIME
    assert VerdictKind.LOUDSPEAKER not in found([proof(ProofForm.OFFICE, "13")])


def test_the_worst_place_is_told() -> None:
    """C2: two halls, one taken down too early."""
    rows = [
        proof(ProofForm.VILLAGE_HALL, "01", "21", place="Nhà văn hóa thôn Đồng Vạn"),
        proof(ProofForm.VILLAGE_HALL, "01", "05", place="Nhà văn hóa thôn Phú Ấp"),
    ]
    assert found(rows, date(2026, 4, 24))[VerdictKind.POSTING].state is VerdictState.SHORT


def test_one_row_alone() -> None:
    """C2: each line carries its own badges."""
    got = row_verdicts(proof(ProofForm.VILLAGE_HALL, "16"), limits(), today=TODAY)
    assert [one.kind for one in got] == [VerdictKind.LAW_NOTICE, VerdictKind.PLAN_NOTICE, VerdictKind.POSTING]
    assert row_verdicts(NoticeProof("x"), limits(), today=TODAY) == ()
    unknown = limits(replace(PLAN, time=TimePlan()))
    assert [one.kind for one in row_verdicts(proof(ProofForm.WEBSITE, "16"), unknown, today=TODAY)] == []
    assert verdicts([proof(ProofForm.WEBSITE, "16")], unknown, today=TODAY)[0].state is VerdictState.OPEN
    assert verdicts([], limits(), today=TODAY) == ()


@pytest.mark.parametrize(
    ("first", "last", "field", "said"),
    [
        (None, None, "first_day", "Chưa ghi ngày bắt đầu."),
        (date(2026, 4, 21), None, "first_day", "chưa đến"),
        (date(2026, 4, 13), date(2026, 4, 12), "last_day", "trước ngày bắt đầu 13/4/2026"),
    ],
)
def test_days_that_cannot_be(first: date | None, last: date | None, field: str, said: str) -> None:
    """G5: one sentence at the field."""
    faults = proof_faults(NoticeProof("x", first_day=first, last_day=last), today=TODAY, conference_day=DAY)
    assert faults.keys() == {field}
    assert said in faults[field]


def test_after_the_conference_and_an_unnamed_way() -> None:
    """G5."""
    after = NoticeProof("x", first_day=DAY + timedelta(days=1))
    assert (
        "sau ngày họp 24/4/2026"
        in proof_faults(after, today=DAY + timedelta(days=3), conference_day=DAY)["first_day"]
    )
    other = NoticeProof("x", ProofForm.OTHER, first_day=TODAY)
    assert proof_faults(other, today=TODAY, conference_day=DAY).keys() == {"place"}
    good = NoticeProof("x", first_day=TODAY, last_day=DAY + timedelta(days=9))
    assert proof_faults(good, today=TODAY, conference_day=DAY) == {}


def test_places_and_people_of_the_plan_are_offered() -> None:
    """C2: nobody types the names of the thôn again."""
    assert usual_places(PLAN, ProofForm.OFFICE) == ("Trụ sở UBND xã Minh Khê",)
    assert usual_places(PLAN, ProofForm.VILLAGE_HALL) == (
        "Nhà văn hóa thôn Đồng Vạn", "Nhà văn hóa tổ dân phố 3",
    )  # fmt: skip
    assert usual_places(PLAN, ProofForm.VILLAGE_HEAD) == ("Trưởng thôn Đồng Vạn", "Tổ trưởng tổ dân phố 3")
    assert usual_people(PLAN) == (
        "bà Lương Thị Mẫn, Chuyên viên",
        "Nguyễn Hữu Đễ, Trưởng thôn Đồng Vạn",
        "Tổ trưởng tổ dân phố 3",
    )
