"""How full the places of the plan would be with more people (P8)."""

from __future__ import annotations

from dataclasses import replace

from dialogue_desktop.domain.plan import Level, Locality, ParticipantGroup, Plan, Quota
from dialogue_desktop.domain.records import Delegate
from dialogue_desktop.domain.seat_change import seat_changes
from dialogue_desktop.domain.seats import SeatMap
from tests.data.loc_thinh import loc_thinh_evening_plan


def _plan() -> Plan:
    return replace(
        loc_thinh_evening_plan(),
        localities=(Locality("dv", "thôn", "Đồng Vạn"), Locality("pa", "thôn", "Phú Ấp")),
        participants=(
            ParticipantGroup("xa", "Thường trực Đảng ủy xã", expected=2),
            ParticipantGroup("dan", "Nhân dân các thôn", Level.PEOPLE),
        ),
        quotas=(Quota("dv", 2), Quota("pa", 3), Quota("pa", 1, "xóm Đình")),
    )


def test_places_before_and_after() -> None:
    """P8: over and under for group, thôn and xóm; open seats are nobody; who fits no place counts nowhere."""
    now = (
        Delegate("1", 1, "dan", "ông", "Đặng Văn Quyết", locality="thôn Đồng Vạn"),
        Delegate("2", 2, "dan", locality="thôn Đồng Vạn", count=1),
    )
    more = (
        Delegate("", group_id="dan", name="Cao Thị Lụa", locality="Thôn Đồng Vạn"),
        Delegate("", group_id="dan", name="Bùi Văn Thơ", locality="thôn Đồng Vạn"),
        Delegate("", group_id="dan", name="Lê Thị Ổn", locality="thôn Phú Ấp", hamlet="Xóm Đình"),
        Delegate("", group_id="dan", name="Lò Văn Ế", locality="thôn Phú Ấp", hamlet="xóm Trại"),
        Delegate("", group_id="xa", office="Ban Chấp hành Đoàn xã", count=2),
        Delegate("", group_id="", name="Y Thoan Ksơr"),
    )
    found = {one.label: one for one in seat_changes(SeatMap(_plan()), now, more)}
    assert {
        label: (one.before.filled, one.came, one.after.over, one.after.under) for label, one in found.items()
    } == {
        "Thường trực Đảng ủy xã": (0, 2, 0, 0),
        "thôn Đồng Vạn": (1, 2, 1, 0),
        "xóm Đình, thôn Phú Ấp": (0, 1, 0, 0),
        "thôn Phú Ấp, các xóm khác": (0, 1, 0, 1),
    }
    assert found["thôn Đồng Vạn"].after.words == "3 trên 2 đại biểu, thừa 1"
