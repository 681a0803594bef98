"""Chairs, secretaries, hours and countings as they really were, in the window (L6, M1)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from dialogue_desktop.domain.plan import Chair, ChairRole, Official, Secretary
from dialogue_desktop.domain.records import RecordKind
from dialogue_desktop.domain.wall_time import on_wall
from tests.live.hall import BEGIN, Hall
from tests.ui.live.stage import Stage


@pytest.fixture
def stage(hall: Hall, open_stage: Callable[..., Stage]) -> Stage:
    plan = hall.app.planning.plan(hall.cid)
    chairs = (
        Chair(Official("bt", "Hoàng Văn Ấm", "Bí thư Đảng ủy")),
        Chair(Official("ct", "Phạm Quốc Thắng", "Chủ tịch Ủy ban nhân dân xã"), ChairRole.CO_CHAIR),
    )
    secretaries = (Secretary(Official("tk", "Lương Thị Mẫn", "Công chức Văn phòng", "bà")),)
    hall.app.planning.save_plan(hall.cid, replace(plan, chairs=chairs, secretaries=secretaries))
    return open_stage()


def _minutes(hall: Hall) -> str:
    view = hall.app.planning.view(hall.cid)
    engine = hall.app.documents.engine()
    from dialogue_desktop.documents import doc_minutes

    document = doc_minutes.build(
        view, engine.sheet(view.plan.issuer.style), engine.phrases("minutes"), engine.phrases("plan")("copy")
    )
    return " ".join(engine.text(document).split())


def test_the_chair_changes_within_the_session(hall: Hall, stage: Stage) -> None:
    """M1: handed over, one away, one more who writes; the minutes say so, Ctrl+Z takes it back."""
    drawer = stage.page.side.presidium
    stage.key("F3", "Ctrl+F6")
    assert stage.at(drawer.chair_rows[0].here)
    drawer.chair_rows[1].lead.setFocus()
    stage.key("Space")
    assert "Ông Phạm Quốc Thắng, Chủ tịch Ủy ban nhân dân xã; ông Hoàng Văn Ấm, Bí thư Đảng ủy (đồng" in (
        _minutes(hall)
    )
    started = stage.live.records.session.started_at
    assert started is not None
    hour = on_wall(hall.clock.now()).strftime("%H giờ %M phút")
    assert f"Từ {hour}, ông Phạm Quốc Thắng điều hành hội nghị thay ông Hoàng Văn Ấm." in _minutes(hall)
    drawer.new_secretary.setFocus()
    stage.type("ông Bùi Văn Ổn, Trưởng thôn Phú Ấp")
    stage.key("Return")
    session = stage.live.records.session
    assert session.secretaries is not None
    assert [s.official.name for s in session.secretaries] == ["Lương Thị Mẫn", "Bùi Văn Ổn"]
    drawer.chair_rows[1].here.setFocus()
    stage.key("Space")
    assert "Hoàng Văn Ấm" not in _minutes(hall)
    assert not drawer.chair_rows[1].here.isChecked()
    stage.key("Ctrl+Z")
    assert "Hoàng Văn Ấm" in _minutes(hall)
    assert drawer.chair_rows[1].here.isChecked()


def test_the_hours_of_the_session_are_put_right(hall: Hall, stage: Stage) -> None:
    """L7, M1: begun ten minutes before the key was pressed; what cannot be is told and not taken."""
    drawer = stage.page.side.presidium
    stage.key("F3")
    hall.wait(3600)
    stage.page.open_record(RecordKind.SESSION, "session", "started_at")
    assert stage.at(drawer.times.begin)
    stage.key("Ctrl+A")
    stage.type("08:20")
    stage.key("Return")
    started = stage.live.records.session.started_at
    assert started is not None
    assert f"{on_wall(started):%H:%M:%S}" == "08:20:00"
    stage.live.end()
    stage.settle()
    hall.wait(60)
    stage.page.open_record(RecordKind.SESSION, "session", "ended_at")
    assert stage.at(drawer.times.end)
    stage.key("Ctrl+A")
    stage.type("8h10")
    stage.key("Return")
    assert drawer.times.complaint == "Giờ bế mạc phải sau giờ khai mạc."
    stage.key("Ctrl+A")
    stage.type("9h25")
    stage.key("Return")
    ended = stage.live.records.session.ended_at
    assert ended is not None
    assert f"{on_wall(ended):%H:%M}" == "09:25"
    assert drawer.times.complaint == ""


def test_counting_again_is_seen_and_the_same_number_counts(hall: Hall, stage: Stage) -> None:
    """L6: Enter on a number that is still right says when it was found so."""
    drawer = stage.page.side.attendance
    stage.key("F3", "Ctrl+D")
    stage.type("40")
    stage.key("Return")
    stage.type("35")
    stage.key("Return")
    assert drawer.counts_words == ""  # once is what the rows say themselves
    hall.wait(1800)
    stage.key("Return")
    stage.key("Ctrl+A")
    stage.type("52")
    stage.key("Return")
    assert drawer.counts_words == "Các lần đếm: 08:30 75 hộ; 09:00 87 hộ"
    rows = stage.live.records.attendance
    assert (rows[0].counted_at, rows[1].counted_at) == (hall.clock.now(), BEGIN)
    stage.key("Return")
    assert stage.live.records.attendance[1].counted_at == hall.clock.now()
    assert drawer.counts_words == "Các lần đếm: 08:30 75 hộ; 09:00 87 hộ"
