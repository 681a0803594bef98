"""Invitations: seats over and under, the limit for sending, states, numbers in series (C10, C11, P8)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desktop.domain.invite_layout import bodies, laid_out, settled, without_places
from dialogue_desktop.domain.inviting import (
    NO_NUMBER,
    InviteState,
    SeatCount,
    SendLimit,
    counted,
    group_counts,
    in_printed_order,
    is_open,
    letter_series,
    next_letter,
    send_limit,
    sent_late,
    state_of,
    unsent,
)
from dialogue_desktop.domain.plan import Quota, TimePlan
from dialogue_desktop.domain.records import Delegate, Reply
from dialogue_desktop.domain.schedule import schedule
from dialogue_desktop.domain.seats import (
    HOSTS,
    OTHERS,
    SeatMap,
    locality_seats,
    total_seats,
    uneven_localities,
)
from dialogue_desktop.domain.work_calendar import WorkCalendar
from tests.domain.invited import DAY, PLAN, ids

LIMIT = SendLimit(date(2026, 4, 18), from_plan=True)
BEFORE, AFTER = date(2026, 4, 16), date(2026, 4, 20)


def person(name: str, locality: str = "thôn Phú Ấp", hamlet: str = "", **more: object) -> Delegate:
    values = {"group_id": "nhan-dan", "locality": locality, "hamlet": hamlet, **more}
    return Delegate(f"p-{name}-{locality}-{hamlet}", name=name, **values)  # type: ignore[arg-type]


# --- seats of the plan ------------------------------------------------------------------------------------


def test_seats_of_a_thon_and_its_hamlets() -> None:
    """P8: the number of the thôn holds; without it its xóm add up; what differs is told."""
    assert locality_seats(PLAN) == {"dv": 60, "pa": 40}
    assert total_seats(PLAN) == 100
    assert uneven_localities(PLAN) == (("thôn Phú Ấp", 40, 25),)
    only_hamlets = replace(PLAN, quotas=(Quota("pa", 15, "xóm Đình"), Quota("pa", 10, "xóm Bãi")))
    assert locality_seats(only_hamlets) == {"pa": 25}
    assert uneven_localities(only_hamlets) == ()


def test_everybody_has_a_place() -> None:
    """P8: however the names are written; an unknown xóm is the thôn's, an unknown group among the others."""
    places = SeatMap(PLAN)
    assert places.place_of("nhan-dan", "Thôn phú ấp", "Xóm ĐÌNH").seats == 15
    assert places.place_of("nhan-dan", "thôn Phú Ấp", "xóm Mới").seats == 15  # 40 less 15 and 10
    assert places.place_of("nhan-dan", "thôn Lạ", "").seats is None
    assert places.place_of("da-xoa", "thôn Phú Ấp", "").group_id == OTHERS
    assert places.place_of("cap-xa", "thôn Phú Ấp", "").seats == 4


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (SeatCount(60, 48, 12), "48 trên 60 đại biểu, còn thiếu 12"),
        (SeatCount(60, 63), "63 trên 60 đại biểu, thừa 3"),
        (SeatCount(1500, 1500), "đủ 1.500 đại biểu"),
        (SeatCount(None, 7), "7 đại biểu"),
        (SeatCount(), "chưa có đại biểu"),
    ],
)
def test_over_and_under_in_words(count: SeatCount, words: str) -> None:
    assert count.words == words


# --- the first list ---------------------------------------------------------------------------------------


def test_the_plan_laid_out() -> None:
    """C11: hosts, heads of offices in the group that names them, bodies, offices of each thôn with its head,
    open seats of each thôn and xóm; a group that is invited only in case is left out."""
    rows = in_printed_order(PLAN, laid_out(PLAN, (), ids()))
    assert [(r.group_id, r.shown, r.office, r.address, r.count) for r in rows] == [
        (HOSTS, "ông Phạm Quốc Thắng", "Chủ tịch Ủy ban nhân dân xã", "", 1),
        (HOSTS, "bà Lương Thị Mẫn", "Công chức Văn phòng", "", 1),
        ("cap-xa", "Thường trực Đảng ủy", "Thường trực Đảng ủy", "", 1),
        ("cap-xa", *2 * ("Lãnh đạo và thành viên Hội đồng nhân dân",), "", 1),
        ("cap-xa", "", "", "", 2),
        ("phong", "ông Trần Hữu Lẫm", "Trưởng phòng Kinh tế", "", 1),
        ("phong", "ông Vi Văn Đức", "Trưởng Công an xã", "", 1),
        ("phong", "Trạm Y tế xã", "Trạm Y tế xã", "", 1),
        ("cap-tren", "ông Ngô Đình Quỳ", "Phó Giám đốc Điện lực Đông Lâm", "", 1),
        ("thon", "Bí thư chi bộ", "Bí thư chi bộ", "thôn Đồng Vạn", 1),
        ("thon", "Bí thư chi bộ", "Bí thư chi bộ", "thôn Phú Ấp", 1),
        ("thon", "Nguyễn Hữu Đễ", "Trưởng thôn", "thôn Đồng Vạn", 1),
        ("thon", "Trưởng thôn", "Trưởng thôn", "thôn Phú Ấp", 1),
        ("nhan-dan", "", "", "thôn Đồng Vạn", 60),
        ("nhan-dan", "", "", "xóm Đình, thôn Phú Ấp", 15),
        ("nhan-dan", "", "", "xóm Bãi, thôn Phú Ấp", 10),
        ("nhan-dan", "", "", "thôn Phú Ấp", 15),
    ]
    assert {r.through_locality for r in rows if r.group_id in ("thon", "nhan-dan")} == {True}


def test_laid_out_twice_adds_nothing_and_touches_nobody() -> None:
    """C11: the plan may be laid out again after it grew; names typed meanwhile stay as they are."""
    first = laid_out(PLAN, (), ids())
    assert laid_out(PLAN, first, ids("x")) == first
    named = tuple(
        replace(one, name="Đỗ Thị Ẻn", note="đã báo") if one.office == "Bí thư chi bộ" else one
        for one in first
    )
    assert laid_out(PLAN, named, ids("x")) == named
    more = replace(PLAN, quotas=(*PLAN.quotas[:1], Quota("pa", 50)))
    again = laid_out(more, named, ids("x"))
    assert {one for one in named if not is_open(one)} <= set(again)
    assert group_counts(more, again)["nhan-dan"] == SeatCount(100, 0, 110)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Mời đại diện Thường trực Đảng ủy, Ủy ban Mặt trận Tổ quốc và người đứng đầu các đoàn thể.",
            ("Thường trực Đảng ủy", "Ủy ban Mặt trận Tổ quốc", "Người đứng đầu các đoàn thể"),
        ),
        ("lãnh đạo và thành viên Ủy ban nhân dân", ("Lãnh đạo và thành viên Ủy ban nhân dân",)),
        ("Lãnh đạo các phòng, đơn vị; Công an", ("Lãnh đạo các phòng, đơn vị", "Công an")),
        ("Văn phòng HĐND và UBND, Trạm Y tế", ("Văn phòng HĐND và UBND", "Trạm Y tế")),
        ("Cán bộ, công chức có liên quan", ("Cán bộ, công chức có liên quan",)),
        ("Ban tổ chức: mời Thường trực Đảng ủy dự", ("Ban tổ chức", "Thường trực Đảng ủy")),
        ("", ()),
    ],
)
def test_bodies_in_a_sentence(text: str, found: tuple[str, ...]) -> None:
    assert bodies(text) == found


@given(st.text(alphabet="Thường trực Đảngủy,;và .", max_size=80))
def test_bodies_invent_no_word(text: str) -> None:
    """Whatever is typed: each body stands in the text as it is, without blanks around it."""
    for body in bodies(text):
        assert body == body.strip()
        assert body.casefold() in " ".join(text.split()).casefold()


@pytest.mark.parametrize(
    ("office", "bare"),
    [
        ("Trưởng ban công tác Mặt trận thôn Đồng Vạn và thôn Phú Ấp", "Trưởng ban công tác Mặt trận"),
        ("Trưởng thôn Phú Ấp", "Trưởng thôn"),
        ("Trưởng các thôn", "Trưởng thôn"),
        ("Bí thư chi bộ của thôn Đồng Vạn", "Bí thư chi bộ"),
        ("Chi hội trưởng Phụ nữ", "Chi hội trưởng Phụ nữ"),
    ],
)
def test_offices_without_their_thon(office: str, bare: str) -> None:
    assert without_places(office, ["thôn Đồng Vạn", "thôn Phú Ấp"]) == bare


# --- open seats -------------------------------------------------------------------------------------------


def test_a_name_takes_a_seat_and_gives_it_back() -> None:
    """C11: named, moved to another xóm, taken off: the seats always add up to the plan's number."""
    start = laid_out(PLAN, (), ids())
    one = person("Đỗ Văn Sỹ", hamlet="xóm Đình")
    named = settled(PLAN, start, (*start, one), ids("x"))
    assert opens(named) == {"xóm Đình": 14, "xóm Bãi": 10, "": 15}
    moved = tuple(replace(r, hamlet="xóm Bãi") if r.id == one.id else r for r in named)
    moved = settled(PLAN, named, moved, ids("x"))
    assert opens(moved) == {"xóm Đình": 15, "xóm Bãi": 9, "": 15}
    away = settled(PLAN, moved, tuple(r for r in moved if r.id != one.id), ids("x"))
    assert opens(away) == opens(start)


def opens(rows: tuple[Delegate, ...]) -> dict[str, int]:
    return {r.hamlet: r.count for r in rows if is_open(r) and r.locality == "thôn Phú Ấp"}


def test_full_and_over() -> None:
    """P8: the last name takes the open line away, one more is over; the next one taken off opens nothing."""
    plan = replace(PLAN, quotas=(Quota("pa", 2),))
    rows = laid_out(plan, (), ids())
    for name in ("An", "Ảnh", "Ánh"):
        rows = settled(plan, rows, (*rows, person(name)), ids(name))
    assert not [r for r in rows if is_open(r) and r.group_id == "nhan-dan"]
    assert counted(SeatMap(plan), rows)[SeatMap(plan).place_of("nhan-dan", "thôn Phú Ấp", "")].over == 1
    fewer = settled(plan, rows, tuple(r for r in rows if r.name != "Ánh"), ids("y"))
    assert not [r for r in fewer if is_open(r) and r.group_id == "nhan-dan"]
    fewer = settled(plan, fewer, tuple(r for r in fewer if r.name != "An"), ids("y"))
    assert [r.count for r in fewer if is_open(r) and r.group_id == "nhan-dan"] == [1]


def test_open_seats_taken_off_by_hand_stay_off() -> None:
    """Who works without them is not given them back with every name."""
    rows = tuple(r for r in laid_out(PLAN, (), ids()) if not is_open(r))
    more = settled(PLAN, rows, (*rows, person("Đỗ Văn Sỹ", "thôn Đồng Vạn")), ids("x"))
    assert not [r for r in more if is_open(r)]


def test_a_newcomer_has_the_letter_of_the_seat() -> None:
    """C10: letters went to the thôn without names; who is named for a seat has been written to."""
    rows = tuple(
        replace(r, sent_on=BEFORE, letter_number="12") if is_open(r) else r for r in laid_out(PLAN, (), ids())
    )
    through = person("Đỗ Văn Sỹ", "thôn Đồng Vạn", through_locality=True)
    direct = person("Vũ Thị Mỡ", "thôn Đồng Vạn")
    found = {r.name: r for r in settled(PLAN, rows, (*rows, through, direct), ids("x"))}
    assert (found["Đỗ Văn Sỹ"].sent_on, found["Đỗ Văn Sỹ"].letter_number) == (BEFORE, "12")
    assert found["Vũ Thị Mỡ"].sent_on is None


_ACTS = st.lists(
    st.tuples(
        st.sampled_from(("add", "drop", "move")),
        st.integers(0, 40),
        st.sampled_from(("thôn Đồng Vạn", "thôn Phú Ấp", "thôn Lạ")),
        st.sampled_from(("", "xóm Đình", "xóm Bãi", "xóm Mới")),
        st.integers(1, 3),
    ),
    max_size=25,
)


@given(_ACTS, st.integers(0, 12), st.integers(0, 6))
def test_seats_always_add_up(acts: list[tuple[str, int, str, str, int]], whole: int, part: int) -> None:
    """P8: after any acts, at every place of the plan named and open seats are its number, or more are named;
    nobody is lost, nobody comes twice, and the people of unknown thôn are left alone."""
    plan = replace(PLAN, quotas=(Quota("dv", whole), Quota("pa", part, "xóm Đình")))
    new_id = ids("n")
    rows = laid_out(plan, (), new_id)
    people: list[str] = []
    for act, which, locality, hamlet, seats in acts:
        before = rows
        if act == "add":
            one = Delegate(new_id(), 0, "nhan-dan", "", f"Người {which}", "", locality, hamlet, seats)
            people.append(one.id)
            rows = (*rows, one)
        elif people and act == "drop":
            gone = people.pop(which % len(people))
            rows = tuple(r for r in rows if r.id != gone)
        elif people:
            moved = people[which % len(people)]
            rows = tuple(replace(r, locality=locality, hamlet=hamlet) if r.id == moved else r for r in rows)
        rows = settled(plan, before, rows, new_id)
        for place, count in counted(SeatMap(plan), rows).items():
            if place.seats is not None and place.group_id == "nhan-dan":
                assert count.open == max(0, place.seats - count.filled)
        assert sorted(r.id for r in rows if r.group_id == "nhan-dan" and not is_open(r)) == sorted(people)
        assert len({r.position for r in rows}) == len(rows)


# --- letters ----------------------------------------------------------------------------------------------


def test_the_limit_is_the_plans_own() -> None:
    """C10: the duty of sending the letters, moved by hand where it was; else five days before; else none."""
    calendar = WorkCalendar()
    limit = send_limit(PLAN, schedule(PLAN, calendar))
    assert (limit.due, limit.from_plan) == (date(2026, 4, 18), True)
    assert limit.words == "chậm nhất thứ Bảy 18/4/2026, theo kế hoạch"
    without = replace(PLAN, tasks=())
    assert send_limit(without, ()).words == "chậm nhất Chủ nhật 19/4/2026, 5 ngày trước ngày họp"
    assert send_limit(replace(without, time=TimePlan()), ()) == SendLimit()


@pytest.mark.parametrize(
    ("changes", "today", "state"),
    [
        ({}, BEFORE, InviteState.UNSENT),
        ({}, AFTER, InviteState.OVERDUE),
        ({"name": ""}, BEFORE, InviteState.OPEN),
        ({"name": ""}, AFTER, InviteState.OVERDUE),
        ({"group_id": HOSTS}, AFTER, InviteState.HOST),
        ({"sent_on": BEFORE}, AFTER, InviteState.SENT),
        ({"sent_on": BEFORE, "reply": Reply.COMING}, AFTER, InviteState.COMING),
        ({"reply": Reply.NOT_COMING}, AFTER, InviteState.NOT_COMING),
        ({"reply": Reply.NOT_COMING, "replaced_by": "bà Vũ Thị Mỡ"}, AFTER, InviteState.REPLACED),
        ({"reply": Reply.COMING, "attended": False}, DAY, InviteState.ABSENT),
        ({"attended": True}, DAY, InviteState.PRESENT),
    ],
)
def test_where_an_invitation_stands(changes: dict[str, object], today: date, state: InviteState) -> None:
    one = replace(person("Đỗ Văn Sỹ"), **changes)  # type: ignore[arg-type]
    assert state_of(one, LIMIT, today) is state


def test_who_was_not_sent_and_who_was_sent_late() -> None:
    """C10: the hosts need no letter."""
    host, late = person("An", group_id=HOSTS), person("Ánh", sent_on=AFTER)
    rows = (host, person("Ảnh"), late, person("Ăn", sent_on=BEFORE))
    assert [one.name for one in unsent(rows)] == ["Ảnh"]
    assert [one.name for one in sent_late(rows, LIMIT)] == ["Ánh"]
    assert sent_late(rows, SendLimit()) == ()


def test_numbers_in_series() -> None:
    """C10: under ten with a zero, whatever follows the number follows every one (NĐ 30/2020, II.3)."""
    assert letter_series("8", 3) == ("08", "09", "10")
    assert letter_series("12/GM-UBND", 2) == ("12/GM-UBND", "13/GM-UBND")
    assert next_letter([person("An", letter_number="09/GM-UBND"), person("Bé", letter_number="2")]) == (
        "10/GM-UBND"
    )
    assert next_letter([person("An")]) == "01"
    for wrong in ("", "GM-12", "000"):
        with pytest.raises(ValueError, match="Số giấy mời") as refused:
            letter_series(wrong, 1)
        assert str(refused.value) == NO_NUMBER


@given(st.integers(1, 9000), st.integers(0, 300), st.sampled_from(("", "/GM-UBND", "-GM/ĐU")))
def test_a_series_has_no_number_twice(first: int, count: int, rest: str) -> None:
    """C10: as many as asked for, each once, and the next one follows the last."""
    series = letter_series(f"{first}{rest}", count)
    assert len(set(series)) == len(series) == count
    if count:
        given_ones = [person(str(n), letter_number=number) for n, number in enumerate(series)]
        assert next_letter(given_ones) == letter_series(f"{first + count}{rest}", 1)[0]
