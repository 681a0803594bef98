"""The recorder set to the clock once; each turn then names its place (L7, M8)."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO

import openpyxl

from dialogue_desktop.domain.wall_time import on_wall
from tests.live.hall import BEGIN, Hall
from tests.ui.live.stage import Stage
from ui.turn_clock import Level


def _heads(hall: Hall) -> list[str]:
    book = openpyxl.load_workbook(BytesIO(hall.app.reporting.summary(hall.cid)))
    return [str(cell.value) for cell in book["Ý kiến"][5]]


def _last_cell(hall: Hall) -> str:
    book = openpyxl.load_workbook(BytesIO(hall.app.reporting.summary(hall.cid)))
    return str(book["Ý kiến"][6][-1].value)


def test_each_turn_names_its_place(hall: Hall, stage: Stage) -> None:
    """L7: set with Enter at the moment, seen beside the entry, in the speaker's drawer, in the workbook."""
    live, drawer = stage.live, stage.page.side.recording
    stage.key("F3", "F2")
    stage.type("ông Lò Văn Ế /Phú Ấp")
    stage.key("Return", "F8", "F3")
    stage.type("Đèn đường hỏng.")
    stage.key("Ctrl+Return")
    assert live.screen().entries[0].recorded == ""
    assert "Chỗ trong bản ghi âm" not in _heads(hall)

    hall.wait(60)
    stage.key("Ctrl+F3")
    assert stage.at(drawer.new)
    stage.type("12:35")
    stage.key("Return")
    (recording,) = live.records.session.recordings
    assert recording.started_at == BEGIN + timedelta(seconds=60 - 755)
    assert (drawer.rows[0].name.value(), drawer.new.value()) == ("Máy ghi âm", "")
    hall.wait(5)
    stage.page._tick()
    assert drawer.rows[0].shows.text() == "đang chỉ 00:12:40"
    assert live.screen().entries[0].recorded == "00:11:35"
    stage.key("Escape", "Ctrl+E")
    assert stage.page.side.speaker.recorded_words == "Trong bản ghi âm: 00:11:35"
    stage.key("Escape")
    assert (_heads(hall)[-1], _last_cell(hall)) == ("Chỗ trong bản ghi âm", "00:11:35")


def test_a_second_recorder_a_name_and_undo(hall: Hall, stage: Stage) -> None:
    """L7, L9: a new file after the power cut; renamed, set again, removed, and all taken back."""
    live, drawer = stage.live, stage.page.side.recording
    stage.key("F3", "Ctrl+F3")
    stage.type("00:00:10")
    stage.key("Return")
    hall.wait(600)
    drawer.begin.setFocus()
    stage.key("Space")
    assert [r.name for r in live.records.session.recordings] == ["Máy ghi âm", "Máy ghi âm 2"]
    assert live.records.session.recordings[1].started_at == hall.clock.now()

    drawer.rows[0].name.setFocus()
    stage.key("Ctrl+A")
    stage.type("Đài truyền thanh xã")
    stage.key("Return", "Tab", "Tab")
    assert stage.at(drawer.rows[0].counter)
    stage.type("0:75")
    stage.key("Return")
    assert "ví dụ 00:12:35" in drawer.complaint
    stage.key("Ctrl+A")
    stage.type("11:00")
    stage.key("Return")
    first = live.records.session.recordings[0]
    assert first.name == "Đài truyền thanh xã"
    assert first.started_at == hall.clock.now() - timedelta(minutes=11)

    drawer.rows[1].remove.setFocus()
    stage.key("Space")
    assert len(live.records.session.recordings) == len(drawer.rows) == 1
    stage.key("Ctrl+Z")
    assert len(live.records.session.recordings) == len(drawer.rows) == 2
    assert "đặt giờ máy ghi âm" in stage.toast
    stage.key("Ctrl+Z")
    assert live.records.session.recordings[0].started_at == BEGIN - timedelta(seconds=10)


def test_the_warning_comes_when_the_office_wants_it(hall: Hall, stage: Stage) -> None:
    """L7: the threshold is chosen once and kept, for the operator and for the hall alike."""
    stage.key("F3", "F2")
    stage.type("ông Lò Văn Ế /Phú Ấp")
    stage.key("Return", "F8", "F3")
    hall.wait(130)
    assert stage.live.clock().level is Level.NORMAL
    stage.key("Ctrl+F3")
    stage.page.side.recording.warn.setFocus()
    stage.key("Down")
    assert stage.live.clock().level is Level.WARN
    assert stage.live.clock().words == "Còn 50 giây"
    stage.saved()
    assert hall.app.settings.get("live.warn_seconds", "") == "60"
    assert f"{on_wall(hall.clock.now()):%H:%M}" == "08:32"
