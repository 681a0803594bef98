"""Who speaks and how, in the window: the signs of the quick line, and the same by ticks (L2)."""

from __future__ import annotations

from collections.abc import Callable

from dialogue_desktop.domain.live import LiveItem
from dialogue_desktop.domain.records import Source, Voice
from tests.live.hall import Hall
from tests.ui.live.stage import Stage


def _walk_in(stage: Stage, line: str) -> None:
    stage.key("F2")
    stage.type(line)
    stage.key("Return")


def test_the_signs_are_offered_under_the_line(stage: Stage) -> None:
    """L2, L12: the beginning is enough; what a word is composed of opens no list."""
    suggestions = stage.page.queue.suggestions
    stage.key("F2")
    stage.preedit("khong n")
    assert not suggestions.shown
    stage.compose("khô", commit="không n")
    assert [one.text for one in suggestions.shown] == ["Không nêu tên"]
    stage.key("Down", "Return")
    stage.type("phu")
    stage.key("Down", "Return", "Return")
    (turn,) = stage.live.records.turns
    assert (turn.anonymous, turn.voice) == (True, Voice(locality="thôn Phú Ấp"))
    assert stage.toast == "Đã thêm người không nêu tên, thôn Phú Ấp"


def test_people_of_other_conferences_are_offered(hall: Hall, open_stage: Callable[..., Stage]) -> None:
    """L2: who spoke last year is found without accents, once, behind those of this conference."""
    live = hall.app.live
    last_year = hall.app.planning.create(year=2025)
    for name, place in (("Vi Văn Ủ", "thôn Phú Ấp"), ("Vi Thị Ửng", "thôn Phú Ấp")):
        live.add_turn(last_year, Voice(name, "ông" if "Văn" in name else "bà", place))
    live.add_turn(hall.cid, Voice("Vi Thị Ửng", "bà", "thôn Phú Ấp"))
    stage = open_stage()
    stage.key("F2")
    stage.type("vi")
    assert [one.text for one in stage.page.queue.suggestions.shown] == ["Bà Vi Thị Ửng", "Ông Vi Văn Ủ"]
    stage.key("Down", "Down", "Return", "Return")
    assert stage.live.records.turns[1].voice == Voice("Vi Văn Ủ", "ông", "thôn Phú Ấp")


def test_ticks_say_the_same_as_the_signs(hall: Hall, stage: Stage) -> None:
    """L2: in the drawer of the speaker, by keys; one Ctrl+Z takes each back."""
    stage.key("F3")
    _walk_in(stage, "bà Vi Thị Ửng /xóm Đình, Phú Ấp")
    stage.key("F8", "F3")
    stage.type("Đất cấp sai ranh giới.")
    stage.key("Ctrl+Return", "Ctrl+E")
    drawer, live = stage.page.side.speaker, stage.live
    stage.key("Tab")
    assert stage.at(drawer.anonymous)
    stage.key("Space")
    turn, (opinion,) = live.records.turns[0], live.records.at_hall()
    assert (turn.anonymous, turn.voice) == (True, Voice(locality="thôn Phú Ấp"))
    assert (opinion.anonymous, opinion.voices) == (True, (turn.voice,))
    assert drawer.name.isHidden()
    assert drawer.name.value() == ""
    stage.key("Ctrl+Z")
    assert live.records.turns[0].voice.name == "Vi Thị Ửng"
    assert drawer.name.value() == "Vi Thị Ửng"
    assert not drawer.name.isHidden()

    drawer.ways.online.setFocus()
    stage.key("Space", "Tab")
    assert stage.at(drawer.ways.interpreter)
    stage.type("bà H'Mai, tiếng Ê-đê")
    stage.key("Return")
    turn = live.records.turns[0]
    assert (turn.source, turn.interpreter) == (Source.ONLINE, "bà H'Mai, tiếng Ê-đê")
    assert live.records.at_hall()[0].source is Source.ONLINE
    assert live.screen().speaker.address == (
        "Xóm Đình, thôn Phú Ấp, lượt 1, trực tuyến, phiên dịch: bà H'Mai, tiếng Ê-đê"
    )
    stage.key("Escape")
    assert len(live.records.turns) == 1


def test_the_chair_allows_more_time(hall: Hall, stage: Stage) -> None:
    """L7: for this turn alone; the clock that was over time goes on as if it had been so from the start."""
    stage.key("F3")
    _walk_in(stage, "ông Lò Văn Ế /Phú Ấp")
    _walk_in(stage, "bà Lê Thị Ổn /Phú Ấp")
    stage.key("F8", "F3")
    hall.wait(200)
    assert stage.live.clock().digits == "+0:20"
    stage.key("Ctrl+E")
    stage.page.side.speaker.ways.limit.setFocus()
    stage.key("Down")
    assert [turn.limit_seconds for turn in stage.live.records.turns] == [300, 180]
    assert (stage.live.clock().digits, stage.live.clock().limit) == ("03:20", "5:00")
    stage.key("Ctrl+Z")
    assert stage.live.clock().digits == "+0:20"
    assert stage.page.side.speaker.ways.limit.value() == 180


def test_an_opinion_without_a_turn_may_be_unnamed_too(hall: Hall, stage: Stage) -> None:
    """L2: said from the side; there is nobody in the queue who would know it."""
    hall.app.live.save_item(
        hall.cid, LiveItem(text="Loa truyền thanh rè.", voices=(Voice("Hà Văn Ứng", "ông", "thôn Đồng Vạn"),))
    )
    stage.live.refresh()
    stage.settle()
    stage.live.edit(stage.live.records.at_hall()[0].id)
    stage.key("Ctrl+E", "Tab", "Space", "Escape", "Ctrl+Return")
    (opinion,) = stage.live.records.at_hall()
    assert (opinion.anonymous, opinion.voices) == (True, (Voice(locality="thôn Đồng Vạn"),))
