"""The evening as the presenter sees it, on a real database and without a window (L1–L9)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dialogue_desktop.domain.records import Attendance, Conclusion, Outcome, Span, TurnState
from dialogue_desktop.domain.wall_time import on_wall
from tests.live.hall import ROAD, Hall, ManualTimer
from ui.live.session.presenter import LivePresenter
from ui.live.session.screen import Notice, Place
from ui.turn_clock import Level


@pytest.fixture
def live(hall: Hall) -> LivePresenter:
    presenter = hall.presenter()
    presenter.open()
    return presenter


def _speak(live: LivePresenter, hall: Hall, text: str, seconds: int = 60) -> None:
    live.start_stop()
    live.type_spoken(text, len(text))
    hall.wait(seconds)
    live.start_stop()


def test_one_turn_from_walk_in_to_saved_answer(live: LivePresenter, hall: Hall) -> None:
    """L1, L2, L3, L7: added on one line, spoken, answered by somebody, settled; the next is called."""
    live.start_stop()
    assert live.screen().started
    live.quick_add("ông Nguyễn Đức Ưởng /xóm Đình, Phú Ấp - đường trục")
    live.quick_add("bà Lê Thị Ổn /Phú Ấp - nước sinh hoạt")
    screen = live.screen()
    assert [row.name for row in screen.queue] == ["Ông Nguyễn Đức Ưởng", "Bà Lê Thị Ổn"]
    assert screen.queue[0].place is Place.NEXT
    live.next_speaker()
    screen = live.screen()
    assert screen.speaker.name == "Ông Nguyễn Đức Ưởng"
    assert screen.speaker.address == "Xóm Đình, thôn Phú Ấp, lượt 1"
    assert screen.speaker.next_name == "bà Lê Thị Ổn"
    _speak(live, hall, "Đường trục thôn đã xuống cấp nặng.", 161)
    assert live.screen().queue[0].note == "Phú Ấp, đã nói 2:41"
    live.set_answerer("Ông Trần Hữu Lẫm, Trưởng phòng Kinh tế")
    live.type_answer("Đã có trong kế hoạch năm 2026.", 5)
    live.set_outcome(Outcome.ANSWERED)
    live.next_speaker()
    (opinion,) = live.records.at_hall()
    assert opinion.text == "Đường trục thôn đã xuống cấp nặng."
    assert opinion.outcome is Outcome.ANSWERED
    assert opinion.voices[0].locality == "thôn Phú Ấp"
    (answer,) = live.records.answers_of(opinion.id)
    assert (answer.answerer, answer.answerer_position) == ("ông Trần Hữu Lẫm", "Trưởng phòng Kinh tế")
    screen = live.screen()
    assert screen.queue[0].state is TurnState.DONE
    assert screen.queue[0].outcome is Outcome.ANSWERED
    assert screen.queue[0].note == "Phú Ấp, 2:41"
    assert screen.speaker.name == "Bà Lê Thị Ổn"
    assert screen.item.words == "Ý kiến 1 của lượt này"
    assert screen.counts[0].count == 1
    assert screen.entries[0].name == "Ông Nguyễn Đức Ưởng"


def test_several_opinions_in_one_turn(live: LivePresenter, hall: Hall) -> None:
    """L3: Ctrl+Enter writes one down and the next belongs to the same speaker."""
    live.quick_add("bà Phạm Thị Hằng /Đồng Vạn")
    live.next_speaker()
    for number, text in enumerate(("Thẻ BHYT cấp chậm.", "Kênh N4 bị bồi lấp."), start=1):
        assert live.screen().item.words == f"Ý kiến {number} của lượt này"
        live.type_spoken(text, 0)
        assert live.save_item()
        assert live.desk.blank
    assert not live.save_item()
    turns = {o.turn_id for o in live.records.at_hall()}
    assert turns == {live.turn_id}


def test_a_promise_brings_its_day_and_takes_it_away(live: LivePresenter) -> None:
    """L3, P10: written replies and sending up get the plan's day; a typed day stays."""
    live.set_outcome(Outcome.WRITTEN)
    first = live.desk.item.deadline
    assert first is not None
    assert first > date(2026, 4, 24)
    live.set_outcome(Outcome.ANSWERED)
    assert live.desk.item.deadline is None
    live.set_outcome(Outcome.ESCALATED)
    assert live.desk.item.deadline is not None
    live.set_deadline(date(2026, 8, 30))
    live.set_outcome(Outcome.WRITTEN)
    assert live.desk.item.deadline == date(2026, 8, 30)
    live.set_outcome(Outcome.WRITTEN)
    assert live.desk.item.outcome is None


def test_the_unit_follows_the_one_who_answers(live: LivePresenter) -> None:
    """L3: who is responsible is offered from the one who answered, and can be put right."""
    live.set_answerer("Bà Lê Thị Ngoãn, Trưởng phòng Văn hóa - Xã hội")
    assert live.desk.item.unit == ""
    live.set_outcome(Outcome.WRITTEN)
    assert live.desk.item.unit == "Phòng VH – XH"
    live.set_unit("Công an xã")
    assert live.desk.item.unit == "Công an xã"


def test_follow_up_rounds_stay_on_one_opinion(live: LivePresenter, hall: Hall) -> None:
    """L4: "chưa thỏa đáng": a second round, even after the first was written down."""
    live.quick_add("ông Lò Văn Ế /Phú Ấp")
    live.next_speaker()
    live.type_spoken("Đèn đường hỏng đã lâu.", 0)
    live.type_answer("Sẽ sửa.", 0)
    live.follow_up()
    live.type_spoken("Sửa bao giờ, xin nói rõ.", 0)
    live.type_answer("Trong tháng 5.", 0)
    live.save_item()
    live.follow_up()
    assert live.desk.editing
    assert live.desk.round_index == 2
    live.type_spoken("Ai chịu trách nhiệm?", 0)
    live.type_answer("Phòng Kinh tế.", 0)
    live.save_item()
    (opinion,) = live.records.at_hall()
    rounds = live.records.answers_of(opinion.id)
    assert [a.follow_up for a in rounds] == ["", "Sửa bao giờ, xin nói rõ.", "Ai chịu trách nhiệm?"]
    assert [a.text for a in rounds] == ["Sẽ sửa.", "Trong tháng 5.", "Phòng Kinh tế."]


def test_prepared_answer_is_found_and_taken(hall: Hall) -> None:
    """L5: name and thôn find the collected question; taking it over ties the two."""
    wanted = hall.collect(
        "Đề nghị sửa đường trục thôn, đoạn nhà văn hóa ra cầu Ngòi.", "Nguyễn Đức Ưởng", "thôn Phú Ấp",
        field="Giao thông", answer=ROAD, by="Phòng Kinh tế",
    )  # fmt: skip
    hall.collect(
        "Nước sinh hoạt yếu.", "Lê Thị Ổn", "thôn Phú Ấp", field="Điện, nước", answer="Đang nối ống."
    )
    live = hall.presenter()
    live.open()
    live.quick_add("ông nguyễn đức ưởng /Phú Ấp")
    live.next_speaker()
    shown = live.screen().prepared
    assert shown is not None
    assert shown.opinion_id == wanted
    assert shown.prepared_by == "Phòng Kinh tế soạn"
    assert live.take_prepared() == ROAD
    assert live.desk.item.linked_id == wanted
    assert live.desk.item.field == "Giao thông"


def test_prepared_answer_is_found_by_what_is_said(hall: Hall) -> None:
    """L5: an unknown speaker is matched by words and thôn, at a pause; what is shown does not jump."""
    wanted = hall.collect(
        "Kênh N4 bồi lấp, đề nghị nạo vét trước vụ mùa.", "", "thôn Đồng Vạn", answer="Đã giao."
    )
    timer = ManualTimer()
    live = hall.presenter(timer=timer)
    live.open()
    live.quick_add("/Đồng Vạn")
    live.next_speaker()
    assert live.screen().prepared is None
    live.type_spoken("Tôi hỏi về kênh N4 bị bồi lấp, bao giờ nạo vét", 10)
    timer.pass_ms(2000)
    shown = live.screen().prepared
    assert shown is not None
    assert shown.opinion_id == wanted


def test_absent_withdrawn_back_again_and_reordered(live: LivePresenter, hall: Hall) -> None:
    """L2: every fate of a turn, each of them undone."""
    for line in ("ông Vũ Đình Ất /Đồng Vạn", "bà Hoàng Thị Mỵ /Phú Ấp", "ông Nguyễn Văn Sỹ /Đồng Vạn"):
        live.quick_add(line)
    first, second, third = (t.id for t in live.records.turns)
    live.next_speaker()
    live.absent(first)
    assert live.turn_id == second
    row = next(r for r in live.screen().queue if r.turn_id == first)
    assert row.note == f"Vắng khi gọi, {on_wall(hall.clock.now()):%H:%M}"
    live.wait_again(first)
    assert live.turn(first) is not None
    assert live.screen().queue_words == "0 đã nói, 2 chờ"
    live.move(third, -1)
    waiting = [r.turn_id for r in live.screen().queue if r.turn_id != second]
    assert waiting == [third, first]
    live.withdraw(first)
    live.undo()
    turn = live.turn(first)
    assert turn is not None
    assert turn.state is TurnState.WAITING
    live.again(second)
    assert [t.again for t in live.records.turns].count(2) == 1


def test_the_clock_warns_and_runs_over(live: LivePresenter, hall: Hall) -> None:
    """L7: normal, thirty seconds left, over time; words and sign, not only colour."""
    live.start_stop()
    live.quick_add("ông Nguyễn Đức Ưởng /Phú Ấp")
    live.start_stop()
    hall.wait(72)
    view = live.clock()
    assert (view.digits, view.limit, view.level, view.words) == ("01:12", "3:00", Level.NORMAL, "Đang nói")
    hall.wait(82)
    view = live.clock()
    assert (view.digits, view.level, view.words) == ("02:34", Level.WARN, "Còn 26 giây")
    hall.wait(44)
    view = live.clock()
    assert (view.digits, view.level, view.words) == ("+0:18", Level.OVER, "Quá giờ")
    live.pause_resume()
    hall.wait(500)
    assert live.clock().words == "Tạm dừng"
    live.pause_resume()
    assert live.clock().digits == "+0:18"
    live.start_stop()
    hall.wait(5)
    view = live.clock()
    assert (view.digits, view.words) == ("00:05", "Đang trả lời")
    live.start_stop()
    assert live.clock().words == "Đã xong"


def test_a_forgotten_clock_is_mentioned_and_put_right(live: LivePresenter, hall: Hall) -> None:
    """L7: text grows while the clock stands; later the times are written in."""
    live.start_stop()
    live.quick_add("bà Lê Thị Ổn /Phú Ấp")
    live.next_speaker()
    live.type_spoken("Nước sinh hoạt yếu, mùa khô", 5)
    view = live.clock()
    assert (view.words, view.level) == ("Chưa bấm giờ", Level.WARN)
    now = hall.clock.now()
    hall.wait(95)
    live.correct_spans(live.turn_id, (Span(now, hall.clock.now()),))
    live.next_speaker()
    assert live.screen().queue[0].note == "Phú Ấp, 1:35"


def test_an_earlier_opinion_is_edited_without_losing_the_new_one(live: LivePresenter) -> None:
    """L3, L9: what stands in the boxes is written down before another opinion is taken back."""
    live.quick_add("ông Lò Văn Ế /Phú Ấp")
    live.next_speaker()
    live.type_spoken("Ý kiến thứ nhất.", 0)
    live.save_item()
    live.type_spoken("Ý kiến thứ hai, đang viết", 0)
    first = live.records.at_hall()[0]
    live.edit(first.id)
    assert live.screen().item.words == "Đang sửa ý kiến 1 của ông Lò Văn Ế"
    live.type_spoken("Ý kiến thứ nhất, đã sửa.", 0)
    live.save_item()
    assert [o.text for o in live.records.at_hall()] == [
        "Ý kiến thứ nhất, đã sửa.",
        "Ý kiến thứ hai, đang viết",
    ]
    live.edit(first.id)
    live.remove_edited()
    assert len(live.records.at_hall()) == 1
    live.undo()
    assert len(live.records.at_hall()) == 2


def test_undo_brings_a_saved_opinion_back_into_the_boxes(live: LivePresenter) -> None:
    """L9: saved too early, taken back, finished, saved: one opinion, not two; redo works too."""
    told: list[Notice] = []
    live.notify = told.append
    live.quick_add("bà Lê Thị Ổn /Phú Ấp")
    live.next_speaker()
    live.type_spoken("Nước sinh hoạt", 0)
    live.save_item()
    live.undo()
    assert told[-1].back == "redo"
    assert live.desk.spoken == "Nước sinh hoạt"
    assert live.records.at_hall() == ()
    live.redo()
    assert live.desk.blank
    assert len(live.records.at_hall()) == 1
    live.undo()
    live.type_spoken("Nước sinh hoạt yếu.", 0)
    live.save_item()
    assert [o.text for o in live.records.at_hall()] == ["Nước sinh hoạt yếu."]


def test_marked_opinions_are_found_again(live: LivePresenter) -> None:
    """L3: marked with Ctrl+M, counted, and brought back one after the other."""
    for text in ("Một.", "Hai.", "Ba."):
        live.type_spoken(text, 0)
        if text != "Hai.":
            live.mark()
        live.save_item()
    assert live.screen().marked == 2
    live.edit_marked()
    assert live.desk.spoken == "Một."
    live.edit_marked()
    assert live.desk.spoken == "Ba."


def test_an_opinion_without_a_name_is_kept(live: LivePresenter) -> None:
    """L2: somebody spoke and nobody caught the name; it can be put right later."""
    live.type_spoken("Chợ họp lấn ra đường.", 0)
    live.save_item()
    (opinion,) = live.records.at_hall()
    assert opinion.voices == ()
    assert live.screen().entries[0].name == "Chưa rõ họ tên"


def test_the_programme_reads_in_the_words_of_the_plan(hall: Hall) -> None:
    """L1: a step that names the office by its placeholder."""
    plan = hall.app.planning.plan(hall.cid)
    first = replace(plan.programme[0], text="Chủ tịch {co_quan_tat} khai mạc")
    hall.app.planning.save_plan(hall.cid, replace(plan, programme=(first, *plan.programme[1:])))
    live = hall.presenter()
    assert live.programme().text == f"Chủ tịch {plan.issuer.body_short} khai mạc"


def test_programme_attendance_conclusions_and_end(live: LivePresenter, hall: Hall) -> None:
    """L1, L6, L8: steps with the time left, counting twice, conclusions, the end and back again."""
    live.start_stop()
    live.step(+1)
    hall.wait(5 * 60)
    view = live.programme()
    assert (view.number, view.count, view.left) == (2, 4, "còn 15 phút")
    hall.wait(20 * 60)
    assert live.programme().left == "quá 5 phút"
    live.step(-1)
    assert live.programme().number == 1
    rows = live.records.attendance
    assert rows
    live.set_attendance((*rows, Attendance("", label="Khách mời", present=7)))
    assert live.screen().present == "7 người có mặt"
    live.set_conclusions((Conclusion("", text="Sửa đường trục thôn.", settled=False, unit="Phòng Kinh tế"),))
    assert live.records.conclusions[0].unit == "Phòng Kinh tế"
    gone: list[bool] = []
    live.left = lambda: gone.append(True)
    live.type_spoken("Câu cuối.", 0)
    live.end()
    assert gone == [True]
    assert [o.text for o in live.records.at_hall()] == ["Câu cuối."]
    assert live.screen().ended
    live.reopen()
    assert not live.screen().ended


def test_five_hundred_opinions_make_one_screen_quickly_enough_to_build(hall: Hall) -> None:
    """L1: the screen of a very long evening holds together: every row there, numbers right."""
    live = hall.presenter()
    live.open()
    for number in range(40):
        live.quick_add(f"ông Nguyễn Văn Số {number} /Phú Ấp")
    for _ in range(20):
        live.next_speaker()
        live.type_spoken("Ý kiến.", 0)
    live.next_speaker()
    screen = live.screen()
    assert len(screen.queue) == 40
    assert screen.queue_words == "20 đã nói, 19 chờ"
    assert screen.queue_short == "21/40"
    assert screen.outlook.words.startswith("19 chờ, dự kiến xong ")
