"""What came before the day, in the session: opened one after the other, tied, answered by group (L5)."""

from __future__ import annotations

from dialogue_desktop.domain.records import Outcome
from tests.live.hall import Hall
from ui.live.session.presenter import LivePresenter
from ui.live.session.screen import Notice


def _notices(live: LivePresenter) -> list[Notice]:
    told: list[Notice] = []
    live.notify = told.append
    return told


def test_what_came_before_the_day_is_answered_one_after_the_other(hall: Hall) -> None:
    """L5: at its step of the programme, by the next key, the prepared answer and the outcome alone."""
    hall.collect("Đề nghị sửa đường.", "Nguyễn Đức Ưởng", "thôn Phú Ấp", answer="Đã có vốn.")
    hall.collect("Đề nghị nạo vét mương.", "Lò Văn Ế", "thôn Đồng Vạn")
    live = hall.presenter()
    live.open()
    assert live.screen().collected_hint == "Còn 2 ý kiến gửi trước chưa trả lời. Shift+F8 mở lần lượt."
    live.next_collected()
    assert live.screen().item.words == "Gửi trước, số 1, ông Nguyễn Đức Ưởng"
    assert live.screen().prepared is not None
    live.type_answer(live.take_prepared(), 5)
    live.set_outcome(Outcome.ANSWERED)
    live.next_collected()
    assert live.desk.spoken == "Đề nghị nạo vét mương."
    assert live.records.collected()[0].outcome is Outcome.ANSWERED
    assert live.records.collected()[0].linked_id == ""
    live.set_outcome(Outcome.NOTED)
    told = _notices(live)
    live.next_collected()
    assert told[-1].text == "Không còn ý kiến gửi trước nào chưa trả lời."
    assert live.screen().collected_hint == ""


def test_ties_to_what_came_before_the_day(hall: Hall) -> None:
    """L5: looked through by keys, tied without the answer, untied; the answer is taken over once."""
    for text in ("Đề nghị sửa đường trục thôn.", "Đường trục thôn ngập, đề nghị nâng nền."):
        hall.collect(text, "Nguyễn Đức Ưởng", "thôn Phú Ấp", field="Giao thông", answer="Đã có vốn.")
    live = hall.presenter()
    live.open()
    live.quick_add("ông Nguyễn Đức Ưởng /Phú Ấp")
    live.next_speaker()
    first = live.screen().prepared
    assert first is not None
    assert (first.place, first.count, first.tied) == (1, 2, False)
    live.next_prepared()
    live.next_prepared(-1)
    live.next_prepared(-1)
    second = live.screen().prepared
    assert second is not None
    assert second.place == 2
    live.tie()
    assert (live.desk.item.linked_id, live.desk.item.field) == (second.opinion_id, "Giao thông")
    assert live.desk.round.text == ""
    assert live.screen().prepared.tied  # type: ignore[union-attr]
    live.tie()
    assert live.desk.item.linked_id == ""
    live.type_answer(live.take_prepared(), 5)
    assert live.take_prepared() == ""  # not a second time


def test_a_group_that_came_before_the_day_is_answered_at_once(hall: Hall) -> None:
    """C6, L5: those of one group stand first and are ticked."""
    ids = [
        hall.collect(text, name, "thôn Phú Ấp")
        for text, name in (
            ("Sửa đường.", "Lò Văn Ế"),
            ("Nạo vét mương.", "Vũ Đình Ất"),
            ("Đường hỏng.", "Đỗ Văn Sỹ"),
        )
    ]
    hall.app.grouping.join(hall.cid, (ids[0], ids[2]))
    live = hall.presenter()
    live.open()
    live.next_collected()
    view = live.joint()
    assert view is not None
    assert [(row.opinion_id, row.ticked) for row in view.rows] == [(ids[2], True), (ids[1], False)]
    live.type_answer("Sửa trong quý III.", 5)
    live.set_outcome(Outcome.ANSWERED)
    live.answer_jointly([ids[2]])
    told = _notices(live)
    live.next_collected()
    assert live.desk.spoken == "Nạo vét mương."
    assert told[-1].text == "Còn 1 ý kiến gửi trước chưa trả lời."


def test_what_was_marked_is_found_again_wherever_it_came_from(hall: Hall) -> None:
    """L3: Ctrl+M, Ctrl+G also for what came before the day."""
    hall.collect("Sửa đường.", "Lò Văn Ế", "thôn Phú Ấp")
    live = hall.presenter()
    live.open()
    live.next_collected()
    live.mark()
    live.save_item()
    assert live.screen().marked == 1
    live.edit_marked()
    assert live.desk.spoken == "Sửa đường."
    live.mark()
    live.save_item()
    assert live.screen().marked == 0
