"""Several conferences of a year under one plan (P5, P6)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desktop.domain.deadlines import Rule
from dialogue_desktop.domain.plan import (
    Duty,
    Issuer,
    Locality,
    Plan,
    PlannedSession,
    Quota,
    TimeKind,
    TimePlan,
    UnitTasks,
)
from dialogue_desktop.domain.sessions import (
    OWN,
    Scope,
    all_localities,
    all_sessions,
    read_scope,
    read_when,
    turned_to,
    write_when,
)

DONG, DOAI, NAM = (Locality(key, "thôn", name) for key, name in (("d", "Đông"), ("o", "Đoài"), ("n", "Nam")))
KINDS = ("thôn", "xóm", "bản", "tổ dân phố", "khu tập thể", "khu", "khối phố")


def year_plan() -> Plan:
    """Two conferences: in April at Đông, in the third quarter at Đoài and Nam."""
    return Plan(
        profile="ubnd_nhan_dan",
        year=2026,
        issuer=Issuer(name="Minh Khê"),
        whole_commune=False,
        localities=(DONG,),
        time=TimePlan(TimeKind.EXACT, date(2026, 4, 24), time(8)),
        places=("Nhà văn hóa thôn Đông",),
        people_per_session=50,
        quotas=(Quota("d", 50),),
        tasks=(UnitTasks("vp", "Văn phòng", duties=(Duty("x", "Họp", rule=Rule(n=5), kept=True),)),),
        more_sessions=(
            PlannedSession(
                "hai",
                TimePlan(TimeKind.QUARTERS, quarters=(3,)),
                ("Hội trường xã",),
                False,
                (DOAI, NAM),
                80,
                "Môi trường",
            ),
        ),
    )


def test_both_plans_of_a_year_tell_the_same_sessions() -> None:
    """Turning to the other session and back gives the plan again; the list is the same from both."""
    plan = year_plan()
    other = turned_to(plan, "hai", own_conference="c1")
    assert (other.localities, other.people_per_session, other.topics) == ((DOAI, NAM), 80, "Môi trường")
    assert other.time == TimePlan(TimeKind.QUARTERS, quarters=(3,))
    assert other.quotas == ()
    assert other.tasks[0].duties[0].kept is False
    assert other.more_sessions[0].conference == "c1"

    def told(of: Plan) -> list[object]:
        return [(s.time, s.places, s.localities, s.people, s.topics) for s in all_sessions(of)]

    assert told(plan) == told(other)
    assert all_localities(plan) == all_localities(other) == (False, (DONG, DOAI, NAM))
    back = turned_to(other, "hai", own_conference="c2")
    assert replace(back, tasks=plan.tasks, quotas=plan.quotas, more_sessions=()) == replace(
        plan, more_sessions=()
    )


def test_sessions_stand_by_their_time_and_unknown_ones_last() -> None:
    later = PlannedSession("sau", TimePlan(), ("Nhà văn hóa thôn Nam",))
    before = PlannedSession("truoc", TimePlan(TimeKind.BEFORE_MONTH, month=2), ("Trường học",))
    plan = replace(year_plan(), more_sessions=(later, *year_plan().more_sessions, before))
    assert [session.id for session in all_sessions(plan)] == ["truoc", OWN, "hai", "sau"]


def test_one_session_for_everybody_reaches_the_whole_commune() -> None:
    everybody = PlannedSession("xa", TimePlan(TimeKind.MONTH, month=11), whole_commune=True)
    plan = replace(year_plan(), more_sessions=(everybody,))
    assert all_localities(plan) == (True, (DONG,))


def test_an_unknown_session_is_refused() -> None:
    with pytest.raises(KeyError):
        turned_to(year_plan(), "khong-co")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("24/4/2026 08:00", TimePlan(TimeKind.EXACT, date(2026, 4, 24), time(8))),
        ("8 giờ 30, thứ Sáu ngày 24/4/2026", TimePlan(TimeKind.EXACT, date(2026, 4, 24), time(8, 30))),
        ("ngày 24/4/2026 lúc 14h", TimePlan(TimeKind.EXACT, date(2026, 4, 24), time(14))),
        ("ngày 24 tháng 4 năm 2026", TimePlan(TimeKind.EXACT, date(2026, 4, 24))),
        ("tháng 9/2026", TimePlan(TimeKind.MONTH, month=9, year=2026)),
        ("trong tháng 9", TimePlan(TimeKind.MONTH, month=9)),
        ("Trước tháng 9/2024", TimePlan(TimeKind.BEFORE_MONTH, month=9, year=2024)),
        ("quý III, IV năm 2025", TimePlan(TimeKind.QUARTERS, quarters=(3, 4), year=2025)),
        ("Quý 3 và 4", TimePlan(TimeKind.QUARTERS, quarters=(3, 4))),
        ("quí II/2026", TimePlan(TimeKind.QUARTERS, quarters=(2,), year=2026)),
        ("thời gian cụ thể sẽ có thông báo sau", TimePlan()),
        ("", TimePlan()),
    ],
)
def test_times_as_they_are_typed(typed: str, meant: TimePlan) -> None:
    """P6: as far as it is known."""
    assert read_when(typed) == meant


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("31/02/2026", "Tháng 2 năm 2026 chỉ có 28 ngày"),
        ("tháng 13/2026", "Không có tháng 13."),
        ("quý V/2026", "quý III/2026"),
        ("thứ Hai 24/4/2026", "thứ Sáu"),
        ("24/4/2026 25:00", "Không có 25 giờ"),
        ("mùa thu", "Ghi như 24/4/2026 08:00"),
    ],
)
def test_times_that_are_none(typed: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        read_when(typed)


_times = st.one_of(
    st.builds(
        TimePlan,
        st.just(TimeKind.EXACT),
        st.dates(date(2020, 1, 1), date(2030, 12, 31)),
        st.none() | st.times().map(lambda t: time(t.hour, t.minute)),
    ),
    st.builds(
        lambda kind, month, year: TimePlan(kind, month=month, year=year),
        st.sampled_from((TimeKind.MONTH, TimeKind.BEFORE_MONTH)),
        st.integers(1, 12),
        st.none() | st.integers(2020, 2030),
    ),
    st.builds(
        lambda quarters, year: TimePlan(TimeKind.QUARTERS, quarters=tuple(sorted(quarters)), year=year),
        st.sets(st.integers(1, 4), min_size=1),
        st.none() | st.integers(2020, 2030),
    ),
    st.just(TimePlan()),
)


@given(_times)
def test_what_is_shown_is_read_back(when: TimePlan) -> None:
    assert read_when(write_when(when)) == when


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Đông, Đoài và Nam", ["thôn Đông", "thôn Đoài", "thôn Nam"]),
        ("thôn Đông; tổ dân phố 5, 6", ["thôn Đông", "tổ dân phố 5", "tổ dân phố 6"]),
        ("khu tập thể Dệt, khu Ga", ["khu tập thể Dệt", "khu Ga"]),
        ("Đông, thôn đông", ["thôn Đông"]),
        ("  ", []),
    ],
)
def test_localities_on_one_line(typed: str, meant: list[str]) -> None:
    found = read_scope(typed, KINDS, (DONG,))
    assert [locality.label for locality in found.localities] == meant
    assert not found.whole_commune


def test_a_known_locality_keeps_its_head_and_figures() -> None:
    known = replace(DONG, head="Đinh Văn Phúc", households=210)
    assert read_scope("thon dong", KINDS, (known,)) == Scope(False, (known,))
    assert read_scope("Toàn xã", KINDS, (known,)) == Scope(True)
