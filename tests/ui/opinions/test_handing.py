"""Opinions given away: proposed unit, counted day, who has how much, each field to its own unit (C7)."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from dialogue_desktop.clock import FixedClock
from tests.live.hall import ROAD, Hall
from tests.ui.opinions.desk import Desk
from ui.opinions.assign_words import read_due

ECONOMY, CULTURE = "Phòng Kinh tế", "Phòng VH – XH"
LEADER = "ông Trần Hữu Lẫm, Trưởng phòng Kinh tế"


@pytest.fixture
def ids(hall: Hall) -> list[str]:
    # Two weeks before the conference, so that days lie ahead.
    assert isinstance(hall.clock, FixedClock)
    hall.clock.set(datetime(2026, 4, 13, 2, tzinfo=UTC))
    return [
        hall.collect("Sửa đường trục thôn.", "Nguyễn Đức Ưởng", "thôn Phú Ấp", field="Giao thông"),
        hall.collect("Nước yếu, thay ống.", "Đặng Văn Quyết", "thôn Đồng Vạn", field="Điện, nước"),
        hall.collect("Rác hai tuần chưa thu.", "Ngô Thị Ước", "thôn Phú Ấp", field="Môi trường"),
        hall.collect("Vá ổ gà đường chợ.", "Lê Thị Ổn", "thôn Đồng Vạn", field="Giao thông"),
    ]


def facts(desk: Desk) -> list[tuple[str, str, date | None]]:
    return [(o.unit, o.prepared_by, o.draft_due) for o in desk.opinions()]


def test_the_usual_unit_and_the_plans_day_are_proposed(desk: Desk, hall: Hall, ids: list[str]) -> None:
    """C7: visibly a proposal; Enter gives; the day with how it was counted and what is left; one entry."""
    hall.app.assigning.assign(hall.cid, ids[:1], unit=ECONOMY)
    desk.open().presenter.select(ids[3])
    desk.presenter.assign()
    view = desk.screen.assign
    assert view is not None
    assert (view.unit, view.hint) == (ECONOMY, "Gợi ý: đơn vị thường trả lời Giao thông.")
    assert view.due == "Thứ Tư 22/4/2026"
    assert view.due_note.startswith("Còn 9 ngày. Kế hoạch không nêu hạn gửi câu trả lời.")
    assert [(load.unit, load.words) for load in view.loads] == [(ECONOMY, "Còn 1 trên 1 câu chưa soạn")]
    assert view.spread == 3
    before = len(hall.app.live.history(hall.cid))
    assert desk.presenter.save(go_on=True)
    assert facts(desk)[3] == (ECONOMY, "", date(2026, 4, 22))
    assert desk.said[-1] == f"Đã giao ý kiến số 4 cho {ECONOMY}"
    assert desk.screen.assign is None
    assert len(hall.app.live.history(hall.cid)) == before + 1
    desk.presenter.acts.undo()
    assert facts(desk)[3] == ("", "", None)


def test_several_with_an_official_and_a_day(desk: Desk, hall: Hall, ids: list[str]) -> None:
    """C7: those of the unit are offered first; a day without its year; what the group shares goes along."""
    hall.app.grouping.join(hall.cid, [ids[0], ids[3]])
    desk.open().presenter.tick_many(ids[:2], True)
    desk.presenter.assign()
    view = desk.screen.assign
    assert view is not None
    assert view.title == "Giao trả lời 3 ý kiến"
    assert "số 4 đi cùng vì chung câu trả lời" in view.whose
    desk.presenter.handing.typed(ECONOMY, "", "20/4")
    assert desk.screen.assign is not None
    assert desk.screen.assign.officials[0] == LEADER
    assert desk.screen.assign.due_note == "Thứ Hai 20/4/2026, còn 7 ngày. Theo kế hoạch là thứ Tư 22/4."
    desk.presenter.handing.typed(ECONOMY, LEADER, "20/4")
    desk.presenter.save(go_on=False)
    given = (ECONOMY, LEADER, date(2026, 4, 20))
    assert facts(desk) == [given, given, ("", "", None), given]
    assert desk.screen.ticked == set(ids[:2])  # the next act is often on the same


def test_a_wrong_day_or_nobody_is_told_and_nothing_is_written(desk: Desk, ids: list[str]) -> None:
    """G5."""
    desk.open().presenter.assign()
    desk.presenter.handing.typed(ECONOMY, "", "31/4")
    assert desk.screen.assign is not None
    assert desk.screen.assign.due_wrong == "Tháng 4 năm 2026 chỉ có 30 ngày."
    assert not desk.presenter.save(go_on=True)
    desk.presenter.handing.typed("  ", "", "22/4")
    assert not desk.presenter.save(go_on=True)
    assert desk.screen.assign.trouble == "Chưa ghi đơn vị hoặc người nhận. Các ý kiến vẫn giữ nguyên."
    assert {unit for unit, _, _ in facts(desk)} == {""}


def test_different_owners_stay_where_nothing_was_written(desk: Desk, hall: Hall, ids: list[str]) -> None:
    """C7: of several with different officials only the unit is changed."""
    hall.app.assigning.assign(hall.cid, ids[:1], unit=ECONOMY, official=LEADER)
    hall.app.assigning.assign(hall.cid, ids[1:2], unit=CULTURE, official="bà Lê Thị Ngoãn")
    desk.open().presenter.tick_many(ids[:2], True)
    desk.presenter.assign()
    view = desk.screen.assign
    assert view is not None
    assert (view.unit, view.official) == ("", "")
    assert view.hint == "Đang giao cho 2 đơn vị: Kinh tế, VH – XH."
    desk.presenter.handing.typed("Công an xã", "", view.due)
    desk.presenter.save(go_on=True)
    assert [one[:2] for one in facts(desk)[:2]] == [("Công an xã", LEADER), ("Công an xã", "bà Lê Thị Ngoãn")]


def test_each_field_to_its_unit_is_seen_before_it_is_done(desk: Desk, hall: Hall, ids: list[str]) -> None:
    """C7: a table with what is usual; a unit typed in takes its line in; one entry, one undo."""
    hall.app.assigning.assign(hall.cid, ids[:1], unit=ECONOMY)
    desk.open().presenter.assign_fields()
    view = desk.screen.spread
    assert view is not None
    assert {row.field: row.numbers for row in view.rows} == {
        "Giao thông": "4", "Môi trường": "3", "Điện, nước": "2",
    }  # fmt: skip
    by_field = {row.field: row for row in view.rows}
    assert (by_field["Giao thông"].unit, by_field["Giao thông"].on) == (ECONOMY, True)
    assert (by_field["Môi trường"].unit, by_field["Môi trường"].on) == ("", False)
    assert view.total == 1
    desk.presenter.handing.fill_row("Môi trường", CULTURE, False)
    assert desk.screen.spread is not None
    assert desk.screen.spread.total == 2
    before = len(hall.app.live.history(hall.cid))
    assert desk.presenter.save(go_on=True)
    assert [unit for unit, _, _ in facts(desk)] == [ECONOMY, "", CULTURE, ECONOMY]
    assert desk.said[-1] == "Đã giao 2 ý kiến cho 2 đơn vị, theo lĩnh vực"
    assert len(hall.app.live.history(hall.cid)) == before + 1
    desk.presenter.acts.undo()
    assert [unit for unit, _, _ in facts(desk)] == [ECONOMY, "", "", ""]


def test_nothing_to_spread_is_told(desk: Desk, ids: list[str]) -> None:
    desk.open().presenter.assign_fields()
    assert not desk.presenter.save(go_on=True)
    assert desk.screen.spread is not None
    assert desk.screen.spread.trouble.startswith("Chưa có dòng nào")


def test_where_all_are_given_away_no_empty_table_opens(desk: Desk, hall: Hall, ids: list[str]) -> None:
    """C7: one line says that nothing is left; the page stays as it is."""
    hall.app.assigning.assign(hall.cid, ids, unit=ECONOMY)
    desk.open().presenter.assign_fields()
    assert desk.screen.spread is None
    assert desk.said[-1].startswith("Không còn ý kiến nào chưa giao")


def test_taken_back(desk: Desk, hall: Hall, ids: list[str]) -> None:
    """C7: nobody has it any more; where nobody had it, that is said."""
    hall.app.assigning.assign(hall.cid, ids[:2], unit=ECONOMY, official=LEADER)
    desk.open().presenter.tick_shown()
    desk.presenter.take_back()
    assert {unit for unit, _, _ in facts(desk)} == {""}
    assert desk.said[-1] == "Đã thu lại việc giao ý kiến số 1, 2"
    desk.presenter.take_back()
    assert desk.said[-1] == "Những ý kiến này chưa giao cho ai"


def test_the_state_of_each_answer(desk: Desk, hall: Hall, ids: list[str]) -> None:
    """C7: not given, being written, late by days, beyond competence, there; counted once each in the facts,
    narrowed by chip, ordered by column."""
    hall.app.assigning.assign(hall.cid, ids[:1], unit=ECONOMY, due=date(2026, 4, 10))
    hall.app.assigning.assign(hall.cid, ids[1:2], unit=CULTURE)
    hall.app.sorting.set_competence(hall.cid, {ids[2]: "Công ty Điện lực Hải Dương"})
    hall.collect("Đường chợ.", "Vi Thị Ự", "thôn Phú Ấp", answer=ROAD)
    desk.open()
    assert [(row.state_words, row.unit, row.due) for row in desk.screen.rows] == [
        ("Trễ 3 ngày", "Kinh tế", "hạn T6 10/4"), ("Đang soạn", "VH – XH", "hạn T4 22/4"),
        ("Vượt thẩm quyền", "Công ty Điện lực Hải Dương", ""), ("Chưa giao", "", ""),
        ("Đã có trả lời", "", ""),
    ]  # fmt: skip
    assert desk.screen.facts == (
        "5 ý kiến của 5 người; 1 đã có trả lời, 1 đang soạn, 1 trễ, 1 vượt thẩm quyền, 1 chưa giao",
        "4 chưa có trả lời, 1 trễ",
    )
    desk.presenter.choose("unit", CULTURE)
    assert [row.number for row in desk.screen.rows] == ["2"]
    desk.presenter.choose("unit", "")
    desk.presenter.choose("answer", "late")
    assert [row.number for row in desk.screen.rows] == ["1"]
    desk.presenter.choose("answer", "")
    desk.presenter.sort("state")
    assert [row.number for row in desk.screen.rows] == ["4", "2", "1", "3", "5"]
    detail = desk.screen.detail
    assert detail is not None
    assert detail.facts[-2:] == (
        ("Giao cho", ECONOMY),
        ("Hạn soạn", "Thứ Sáu 10/4/2026, trễ 3 ngày"),
    )


@pytest.mark.parametrize(
    ("text", "planned", "day"),
    [
        ("22/4", date(2026, 4, 24), date(2026, 4, 22)),
        ("22/4", None, date(2026, 4, 22)),
        ("5-1", date(2026, 12, 24), date(2027, 1, 5)),  # nearer than last January
        ("thứ Tư 22/4/2026", None, date(2026, 4, 22)),
        ("", None, None),
    ],
)
def test_a_day_as_typed(text: str, planned: date | None, day: date | None) -> None:
    """C7: without its year it is the one near the plan's day."""
    assert read_due(text, planned, date(2026, 4, 13)) == day


def test_a_weekday_that_does_not_agree_is_told() -> None:
    """G5: a slip of the hand is seen."""
    with pytest.raises(ValueError, match="thứ Tư"):
        read_due("thứ Hai 22/4/2026", None, date(2026, 4, 13))


def test_a_unit_written_as_who_prepares_is_proposed_as_the_unit(desk: Desk, hall: Hall) -> None:
    """C7: the form has one line for both; who prepares stays as it was written."""
    hall.collect("Sửa đường.", "Nguyễn Đức Ưởng", "thôn Phú Ấp", answer=ROAD, by=ECONOMY)
    desk.open().presenter.assign()
    assert desk.screen.assign is not None
    assert (desk.screen.assign.unit, desk.screen.assign.official) == (ECONOMY, "")
    desk.presenter.save(go_on=True)
    assert facts(desk)[0][:2] == (ECONOMY, ECONOMY)
