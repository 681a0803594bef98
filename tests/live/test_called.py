"""Words typed while the one before is still being written down: each stays with who said it (L2, L9)."""

from __future__ import annotations

from dialogue_desktop.domain.records import TurnState
from tests.live.hall import Hall, LateRunner, ManualTimer
from ui.live.session.presenter import LivePresenter

PEOPLE = ("ông Lò Văn Ế", "bà Lê Thị Ổn", "ông Vũ Đình Ất")


def _evening(hall: Hall, run: LateRunner, timer: ManualTimer | None = None) -> LivePresenter:
    live = hall.presenter(run=run, timer=timer)
    live.open()
    live.start_stop()
    for person in PEOPLE:
        live.quick_add(f"{person} /Phú Ấp")
    live.next_speaker()
    live.start_stop()
    run.let_go()
    return live


def _said(live: LivePresenter) -> dict[str, str]:
    names = {turn.id: turn.voice.name for turn in live.records.turns}
    return {opinion.text: names[opinion.turn_id] for opinion in live.records.at_hall()}


def test_what_is_typed_after_f8_is_the_next_ones(hall: Hall) -> None:
    """The disk is slow: F4, F4 and F8 are still under way while the next one begins to speak."""
    run = LateRunner()
    live = _evening(hall, run)
    live.type_spoken("Xin sửa đường.", 14)
    live.pause_resume()
    live.pause_resume()
    live.next_speaker()
    assert live.desk.spoken == ""
    live.type_spoken("Nước yếu.", 9)
    run.let_go()
    assert _said(live) == {"Xin sửa đường.": "Lò Văn Ế"}
    assert live.desk.spoken == "Nước yếu."
    turn = live.turn()
    assert turn is not None
    assert turn.voice.name == "Lê Thị Ổn"
    live.save_item()
    run.let_go()
    assert _said(live)["Nước yếu."] == "Lê Thị Ổn"


def test_three_speakers_typed_before_anything_came_back(hall: Hall) -> None:
    run = LateRunner()
    live = _evening(hall, run)
    live.pause_resume()
    live.type_spoken("Xin sửa đường.", 14)
    live.next_speaker()
    live.type_spoken("Nước yếu.", 9)
    live.save_item()
    live.type_spoken("Điện cũng yếu.", 14)
    live.next_speaker()
    live.type_spoken("Loa rè.", 7)
    run.let_go()
    live.save_item()
    run.let_go()
    assert _said(live) == {
        "Xin sửa đường.": "Lò Văn Ế",
        "Nước yếu.": "Lê Thị Ổn",
        "Điện cũng yếu.": "Lê Thị Ổn",
        "Loa rè.": "Vũ Đình Ất",
    }


def test_one_who_is_absent_takes_no_words_along(hall: Hall) -> None:
    run = LateRunner()
    live = _evening(hall, run)
    live.next_speaker()
    run.let_go()
    live.pause_resume()
    live.quick_add("bà Hoàng Thị Mỵ /Phú Ấp")
    live.absent(live.turn_id)
    live.type_spoken("Loa rè.", 7)
    run.let_go()
    live.save_item()
    run.let_go()
    assert _said(live) == {"Loa rè.": "Vũ Đình Ất"}
    states = {turn.voice.name: turn.state for turn in live.records.turns}
    assert states["Lê Thị Ổn"] is TurnState.ABSENT


def test_no_draft_goes_before_the_words_that_left_the_desk(hall: Hall) -> None:
    """A kill while the act waits behind others finds the words in the draft as they were typed."""
    run, timer = LateRunner(), ManualTimer()
    live = _evening(hall, run, timer)
    live.type_spoken("Xin sửa đường.", 14)
    timer.pass_ms(1000)
    run.let_go()
    live.pause_resume()
    live.next_speaker()
    timer.pass_ms(5000)
    run.let_go(1)  # the pause
    draft = hall.app.live.draft(hall.cid)
    assert draft is not None
    assert draft.item.text == "Xin sửa đường."
    run.let_go()
    timer.pass_ms(1000)
    run.let_go()
    assert _said(live) == {"Xin sửa đường.": "Lò Văn Ế"}
    draft = hall.app.live.draft(hall.cid)
    assert draft is not None
    assert draft.item.text == ""


def test_an_end_pressed_while_acts_wait_saves_what_stands_there(hall: Hall) -> None:
    run = LateRunner()
    live = _evening(hall, run)
    live.pause_resume()
    live.type_spoken("Xin sửa đường.", 14)
    live.end()
    run.let_go()
    assert _said(live) == {"Xin sửa đường.": "Lò Văn Ế"}
    assert live.records.session.ended_at is not None
