"""Several opinions in one turn, several who answer, one answer for several: without a window (L3, L4)."""

from __future__ import annotations

import pytest

from dialogue_desktop.domain.live import LiveItem, Round
from dialogue_desktop.domain.records import Outcome
from tests.live.hall import BrokenDisk, Hall, LateRunner
from ui.live.session.presenter import LivePresenter
from ui.live.session.rounds import round_words
from ui.live.session.screen import Notice

ROAD = "Đường trục thôn lầy lội, các cháu đi học rất khổ."
DRAIN = "Cống đầu làng tắc, mưa là ngập vào nhà."


@pytest.fixture
def live(hall: Hall) -> LivePresenter:
    presenter = hall.presenter()
    presenter.open()
    presenter.start_stop()
    presenter.quick_add("bà Lê Thị Ổn /Phú Ấp")
    presenter.next_speaker()
    return presenter


def _notices(live: LivePresenter) -> list[Notice]:
    told: list[Notice] = []
    live.notify = told.append
    return told


def _said(live: LivePresenter, text: str) -> None:
    live.type_spoken(text, len(text))
    live.save_item()


def test_one_text_becomes_two_opinions_and_one_again(live: LivePresenter) -> None:
    """L3: the first is saved, the second stands in the box with the same field; one undo, one redo."""
    told = _notices(live)
    text = f"{ROAD} 2. {DRAIN}"
    live.type_spoken(text, len(text))
    live.set_field("Giao thông")
    assert live.split(text.index("2."), text.index("2."))
    (first,) = live.records.at_hall()
    assert (first.text, first.field, first.voices[0].name) == (ROAD, "Giao thông", "Lê Thị Ổn")
    assert (live.desk.spoken, live.desk.item.field, live.desk.editing) == (DRAIN, "Giao thông", False)
    assert (live.draft().focus, live.draft().cursor) == ("opinion", 0)
    assert told[-1].back == "undo"
    live.undo()
    assert live.records.at_hall() == ()
    assert (live.desk.spoken, live.desk.item.opinion_id) == (text, "")
    live.redo()
    assert [o.text for o in live.records.at_hall()] == [ROAD]
    assert live.desk.spoken == DRAIN
    live.save_item()
    assert [o.turn_id for o in live.records.at_hall()] == [live.turn_id, live.turn_id]


def test_what_was_typed_after_the_cut_comes_back_with_it(live: LivePresenter) -> None:
    text = f"{ROAD} {DRAIN}"
    live.type_spoken(text, len(text))
    live.split(len(ROAD), len(ROAD))
    live.type_spoken(f"{DRAIN} Đề nghị nạo vét.", 5)
    live.undo()
    assert live.desk.spoken == f"{ROAD}\n{DRAIN} Đề nghị nạo vét."


def test_the_rest_that_was_saved_meanwhile_is_taken_back_first(live: LivePresenter) -> None:
    text = f"{ROAD} {DRAIN}"
    live.type_spoken(text, len(text))
    live.split(len(ROAD), len(ROAD))
    live.save_item()
    assert len(live.records.at_hall()) == 2
    live.undo()
    assert live.desk.spoken == DRAIN
    live.undo()
    assert (live.desk.spoken, live.records.at_hall()) == (text, ())


def test_an_earlier_opinion_is_cut_with_its_own_speaker(live: LivePresenter) -> None:
    """L3: while another speaks, the one before is put right; the second part stays his."""
    text = f"{ROAD} {DRAIN}"
    _said(live, text)
    (whole,) = live.records.at_hall()
    live.quick_add("ông Vũ Đình Ất /Đồng Vạn")
    live.next_speaker()
    live.edit(whole.id)
    assert live.split(len(ROAD), len(ROAD))
    assert live.records.at_hall()[0].text == ROAD
    assert live.screen().item.words == "Ý kiến 2 của bà Lê Thị Ổn"
    assert [c.words for c in live.screen().item.chips] == ["1", "2 đang viết"]
    live.save_item()
    first, second = live.records.at_hall()
    assert (second.text, second.turn_id, second.voices) == (DRAIN, first.turn_id, first.voices)
    assert live.turn_id != first.turn_id
    live.undo()
    live.undo()
    (again,) = live.records.at_hall()
    assert (again.text, live.desk.item.opinion_id, live.desk.spoken) == (text, whole.id, text)


def test_a_text_that_counts_its_opinions_is_cut_by_a_second_press(live: LivePresenter) -> None:
    """L3: offered, never done by itself; what was counted is all saved but the last."""
    told = _notices(live)
    text = "1) đường lầy lội. 2) cống tắc. 3) đèn hỏng."
    live.type_spoken(text, len(text))
    assert not live.split(len(text), len(text))
    assert told[-1].text == "Có 3 ý đã đánh số. Bấm Ctrl+T lần nữa để tách cả 3."
    assert live.desk.spoken == text
    assert live.split(len(text), len(text))
    assert [o.text for o in live.records.at_hall()] == ["Đường lầy lội.", "Cống tắc."]
    assert live.desk.spoken == "Đèn hỏng."
    live.undo()
    assert (live.records.at_hall(), live.desk.spoken) == ((), text)


def test_where_nothing_can_be_cut_it_says_why(live: LivePresenter) -> None:
    told = _notices(live)
    assert not live.split(0, 0)
    assert told[-1].text == "Chưa có chữ nào để tách."
    live.type_spoken(ROAD, len(ROAD))
    assert not live.split(len(ROAD), len(ROAD))
    assert told[-1].text == "Đặt con trỏ vào đầu ý thứ hai rồi bấm Ctrl+T để tách."
    assert not live.split(0, len(ROAD))
    assert "bôi đen riêng" in told[-1].text
    assert live.desk.spoken == ROAD


def test_a_cut_that_cannot_be_written_leaves_the_text_whole(hall: Hall) -> None:
    """L9: the disk is full in the moment of the cut."""
    disk = BrokenDisk(hall.app.live)
    live = hall.presenter(service=disk)
    live.open()
    text = f"{ROAD} {DRAIN}"
    live.type_spoken(text, len(text))
    disk.broken = True
    live.split(len(ROAD), len(ROAD))
    assert live.desk.spoken == text
    assert live.screen().trouble is not None
    disk.broken = False
    assert live.split(len(ROAD), len(ROAD))
    assert [o.text for o in live.records.opinions] == [ROAD]


def test_a_cut_that_fails_late_loses_no_part(hall: Hall) -> None:
    """L9: one has gone on writing when the disk says no; all parts are written when it is back."""
    disk, line = BrokenDisk(hall.app.live), LateRunner()
    live = hall.presenter(service=disk, run=line)
    live.open()
    line.let_go()
    live.type_spoken(f"{ROAD} {DRAIN}", 5)
    live.split(len(ROAD), len(ROAD))
    live.save_item()
    live.type_spoken("Đèn hỏng.", 5)
    live.save_item()
    disk.broken = True
    line.let_go()
    disk.broken = False
    live.retry()
    line.let_go()
    words = [o.text for o in live.records.opinions] + [live.desk.spoken]
    assert sorted(filter(None, words)) == sorted([ROAD, DRAIN, "Đèn hỏng."])


def test_somebody_else_answers_too(live: LivePresenter) -> None:
    """L4: no new round is counted, the opinion stays in the box, and it is so again when it is read back."""
    live.type_spoken(ROAD, 5)
    live.set_answerer("Ông Trần Hữu Lẫm, Trưởng phòng Kinh tế")
    live.type_answer("Xã đã bố trí vốn.", 5)
    live.answer_more()
    assert live.draft().focus == "answerer"
    assert live.desk.round == Round(added=True)
    assert live.desk.spoken == ROAD
    assert round_words(live.desk.item.rounds, 1) == "Trả lời thêm (2)"
    live.set_answerer("Ông Phạm Quốc Thắng, Chủ tịch Ủy ban nhân dân xã")
    live.type_answer("Khởi công trong tháng 6.", 5)
    live.follow_up()
    live.type_spoken("Tháng 6 ngày nào?", 5)
    live.type_answer("Ngày 10.", 5)
    live.answer_more()
    live.type_answer("Mời bà con ra xem.", 5)
    assert live.desk.spoken == "Tháng 6 ngày nào?"
    live.save_item()
    (opinion,) = live.records.at_hall()
    answers = live.records.answers_of(opinion.id)
    assert [(a.round, a.follow_up) for a in answers] == [
        (1, ""), (2, ""), (3, "Tháng 6 ngày nào?"), (4, ""),
    ]  # fmt: skip
    assert answers[1].answerer == "ông Phạm Quốc Thắng"
    live.edit(opinion.id)
    rounds = live.desk.item.rounds
    assert [one.added for one in rounds] == [False, True, False, True]
    assert [round_words(rounds, at) for at in range(4)] == [
        "Vòng 1/2", "Trả lời thêm (2)", "Vòng 2/2", "Trả lời thêm (2)",
    ]  # fmt: skip
    assert live.desk.untouched


def test_nobody_answers_more_before_somebody_answered(live: LivePresenter) -> None:
    told = _notices(live)
    live.answer_more()
    assert "Chưa có ý kiến nào" in told[-1].text
    _said(live, ROAD)
    live.answer_more()
    assert told[-1].text == "Chưa có câu trả lời đầu. F6 để viết."
    assert len(live.desk.item.rounds) == 1


def test_the_opinions_of_a_turn_are_walked_and_shown(live: LivePresenter) -> None:
    """L3: chips for each with what became of it; behind the last one the empty box."""
    assert live.screen().item.chips == ()
    _said(live, ROAD)
    _said(live, DRAIN)
    chips = live.screen().item.chips
    assert [(c.words, c.answered, c.current) for c in chips] == [
        ("1", False, False), ("2", False, False), ("3 đang viết", False, True),
    ]  # fmt: skip
    live.type_spoken("Đèn hỏng", 8)
    live.walk(-1)
    assert live.desk.spoken == DRAIN
    assert [o.text for o in live.records.at_hall()] == [ROAD, DRAIN, "Đèn hỏng"]  # nothing typed was left
    live.walk(-1)
    live.set_outcome(Outcome.NOTED)
    live.walk(+1)
    assert live.desk.spoken == DRAIN
    assert [c.answered for c in live.screen().item.chips] == [True, False, False, False]
    live.walk(+1)
    live.walk(+1)
    assert (live.desk.editing, live.desk.item.turn_id) == (False, live.turn_id)


def test_what_was_not_answered_is_found_oldest_first(live: LivePresenter, hall: Hall) -> None:
    """L3: three speak, then they are answered one after the other; the chair hears how many are left."""
    for at, line in enumerate(("ông Lò Văn Ế /Đồng Vạn", "ông Vũ Đình Ất /Đồng Vạn", "bà Vũ Thị Mỡ /Phú Ấp")):
        _said(live, f"Ý kiến thứ {at + 1} của tối nay.")
        hall.wait(60)
        live.quick_add(line)
        live.next_speaker()
    rows = {row.words: row.count for row in live.screen().counts}
    assert rows["Chưa trả lời"] == 3
    assert "Chưa ghi kết quả" not in rows
    told = _notices(live)
    for at in range(3):
        live.next_unanswered()
        assert live.desk.spoken == f"Ý kiến thứ {at + 1} của tối nay."
        assert live.draft().focus == "answer"
        assert told[-1].text == f"Còn {3 - at} ý kiến chưa trả lời."
        live.type_answer("Xã trả lời.", 5)
    live.next_unanswered()
    # Now those that were answered and have no outcome yet.
    assert live.desk.spoken == "Ý kiến thứ 1 của tối nay."
    for outcome in (Outcome.ANSWERED, Outcome.NOTED, Outcome.ANSWERED):
        live.set_outcome(outcome)
        live.next_unanswered()
    assert told[-1].text == "Các ý kiến tại hội trường đều đã được trả lời."


def test_one_that_was_skipped_comes_again_at_the_end(live: LivePresenter) -> None:
    _said(live, ROAD)
    _said(live, DRAIN)
    live.next_unanswered()
    live.next_unanswered()
    assert live.desk.spoken == DRAIN
    live.set_outcome(Outcome.NOTED)
    live.next_unanswered()
    assert live.desk.spoken == ROAD


def test_one_answer_for_the_whole_turn(live: LivePresenter) -> None:
    """L3: what is ticked is answered with it, in one act; the answer put right later is right for all."""
    _said(live, ROAD)
    live.type_spoken(DRAIN, 5)
    live.type_answer("Cả hai việc làm trong quý III.", 5)
    live.set_outcome(Outcome.WRITTEN)
    live.set_unit("Phòng Kinh tế")
    view = live.joint()
    assert view is not None
    assert [(row.title, row.ticked) for row in view.rows] == [("Ý kiến số 1", True)]
    told = _notices(live)
    live.answer_jointly([row.opinion_id for row in view.rows])
    first, lead = live.records.at_hall()
    assert told[-1].text == "Đã lưu ý kiến 2 của bà Lê Thị Ổn, trả lời chung ý kiến 1"
    assert (first.answered_with, first.outcome, first.unit) == (lead.id, Outcome.WRITTEN, "Phòng Kinh tế")
    assert first.deadline == lead.deadline is not None
    assert live.desk.blank
    assert "Chưa trả lời" not in {row.words for row in live.screen().counts}
    live.edit(lead.id)
    assert live.screen().item.tie == "chung cả ý kiến 1"
    live.set_outcome(Outcome.ANSWERED)
    live.save_item()
    assert live.records.at_hall()[0].outcome is Outcome.ANSWERED
    live.edit(first.id)
    assert live.screen().item.tie == "chung với ý kiến 2"
    view = live.joint()
    assert view is not None
    assert view.lead is not None
    live.answer_apart()
    assert (live.records.at_hall()[0].answered_with, live.records.at_hall()[0].outcome) == ("", None)
    assert (live.desk.item.answered_with, live.desk.item.outcome) == ("", None)
    live.undo()
    assert live.desk.item.answered_with == lead.id


def test_removing_the_answering_opinion_says_what_becomes_of_the_others(live: LivePresenter) -> None:
    _said(live, ROAD)
    live.type_spoken(DRAIN, 5)
    live.type_answer("Làm trong quý III.", 5)
    live.set_outcome(Outcome.ANSWERED)
    live.answer_jointly([live.records.at_hall()[0].id])
    first, lead = live.records.at_hall()
    live.edit(lead.id)
    told = _notices(live)
    live.remove_edited()
    assert told[-1].text == "Đã xóa ý kiến. Ý kiến 1 trả lời chung với nó nay chưa có trả lời"
    (left,) = live.records.at_hall()
    assert (left.answered_with, left.outcome) == ("", None)
    live.undo()
    assert live.records.at_hall() == (first, lead)


def test_a_draft_of_an_added_answer_is_there_after_a_cut(hall: Hall, live: LivePresenter) -> None:
    """L9: the power goes while the second one answers."""
    live.type_spoken(ROAD, 5)
    live.type_answer("Xã đã bố trí vốn.", 5)
    live.answer_more()
    live.type_answer("Khởi công tháng 6", 17)
    live.save_draft_now()
    hall.reopen()
    again = hall.presenter()
    again.open()
    assert again.desk.round == Round(text="Khởi công tháng 6", added=True)
    assert again.desk.spoken == ROAD
    assert isinstance(again.desk.item, LiveItem)


def test_what_is_said_again_is_cut_into_an_opinion_of_its_own(live: LivePresenter) -> None:
    """L4: the rest of a follow-up round is another matter."""
    live.type_spoken(ROAD, 5)
    live.type_answer("Xã đã bố trí vốn.", 5)
    live.follow_up()
    text = f"Bao giờ làm? {DRAIN}"
    live.type_spoken(text, len(text))
    assert live.split(text.index("Cống"), text.index("Cống"))
    (first,) = live.records.at_hall()
    assert [a.follow_up for a in live.records.answers_of(first.id)] == ["", "Bao giờ làm?"]
    assert (live.desk.spoken, live.desk.round_index) == (DRAIN, 0)
    live.undo()
    assert (live.desk.spoken, live.desk.round_index, live.desk.item.text) == (text, 1, ROAD)
