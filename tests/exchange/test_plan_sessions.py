"""Old plans with several conferences: a table or a line for each becomes the plan's sessions (P5, P13)."""

from __future__ import annotations

from datetime import date, time

import pytest

from dialogue_desktop.domain.plan import TimeKind
from dialogue_desktop.exchange.plan_conversion import converted, this_year
from dialogue_desktop.exchange.plan_reading import read_lines

TODAY = date(2026, 11, 20)

_HEAD = (
    "ỦY BAN NHÂN DÂN XÃ THANH KHÊ ĐÔNG",
    "Số: 20/KH-UBND",
    "Thanh Khê Đông, ngày 02 tháng 3 năm 2025",
    "KẾ HOẠCH",
    "Đối thoại với Nhân dân các thôn năm 2025",
    "Căn cứ Luật Thực hiện dân chủ ở cơ sở ngày 10 tháng 11 năm 2022;",
    "Ủy ban nhân dân xã Thanh Khê Đông xây dựng kế hoạch như sau:",
    "I. NỘI DUNG",
    "- Nước sạch, đường làng, rác thải.",
    "II. THỜI GIAN, ĐỊA ĐIỂM",
)
_TAIL = (
    "III. TỔ CHỨC THỰC HIỆN",
    "1. Văn phòng HĐND và UBND xã",
    "- Gửi giấy mời trước mỗi hội nghị 05 ngày.",
    "Trên đây là kế hoạch đối thoại năm 2025./.",
    "Nơi nhận:",
    "- Các thôn;",
    "- Lưu: VT.",
    "CHỦ TỊCH",
    "Hà Văn Lưu",
)
_TABLE = (
    "STT\tThôn\tThời gian\tĐịa điểm\tSố người",
    "1\tĐồng Trũng\t19 giờ 30, ngày 15/4/2025\tNhà văn hóa thôn Đồng Trũng\t80",
    "2\tCồn Nổi, Bãi Giữa\t8h00 ngày 20/4/2025\tĐình làng Cồn\t120",
    "3\tXóm Chài\tTháng 5/2025\tNhà văn hóa xóm Chài\t60",
)
_LINES = (
    "- Thôn Đồng Trũng: 19 giờ 30, ngày 15/4/2025, tại Nhà văn hóa thôn Đồng Trũng.",
    "- Thôn Cồn Nổi và thôn Bãi Giữa: 8h00 ngày 20/4/2025 tại Đình làng Cồn.",
    "- Xóm Chài: tháng 5/2025, tại Nhà văn hóa xóm Chài.",
)
_WHO = (("thôn Đồng Trũng",), ("thôn Cồn Nổi", "thôn Bãi Giữa"), ("xóm Chài",))


@pytest.mark.parametrize("rows", [_TABLE, _LINES], ids=["table", "lines"])
def test_each_conference_is_a_session(rows):
    """P5, P13: its thôn, time, place and people."""
    reading = read_lines((*_HEAD, *rows, *_TAIL))
    assert tuple(tuple(one.label for one in s.localities) for s in reading.sessions) == _WHO
    assert [(s.time.kind, s.time.day, s.time.start, s.time.month) for s in reading.sessions] == [
        (TimeKind.EXACT, date(2025, 4, 15), time(19, 30), 4),
        (TimeKind.EXACT, date(2025, 4, 20), time(8), 4),
        (TimeKind.MONTH, None, None, 5),
    ]
    assert [s.places for s in reading.sessions] == [
        ("Nhà văn hóa thôn Đồng Trũng",), ("Đình làng Cồn",), ("Nhà văn hóa xóm Chài",),
    ]  # fmt: skip
    wanted = [80, 120, 60] if rows is _TABLE else [None, None, None]
    assert [s.people for s in reading.sessions] == wanted


def test_the_first_is_the_plans_own():
    """P5, P13: the others stand beside it, all of them go on to this year; the list is not printed twice."""
    old = converted(read_lines((*_HEAD, *_TABLE, *_TAIL)), TODAY)
    plan = old.plan
    assert [one.label for one in plan.localities] == ["thôn Đồng Trũng"]
    assert (plan.time.day, plan.places, plan.people_per_session) == (
        date(2025, 4, 15), ("Nhà văn hóa thôn Đồng Trũng",), 80,
    )  # fmt: skip
    assert [one.people for one in plan.more_sessions] == [120, 60]
    (place,) = (one for one in plan.sections if one.heading.startswith("THỜI GIAN"))
    assert (place.kind.value, place.blocks) == ("time_place", ())
    assert any("3 hội nghị" in doubt.reason and doubt.step == "time_place" for doubt in old.doubts)
    new = this_year(plan, TODAY)
    assert [one.time.day for one in new.plan.more_sessions] == [date(2026, 4, 20), None]
    assert new.plan.more_sessions[1].time.year == 2026
    assert any("2 hội nghị khác" in doubt.reason for doubt in new.doubts)
