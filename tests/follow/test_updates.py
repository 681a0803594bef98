"""One thing that happened is one act with its line: states, reasons, letters, evidence, days (F1)."""

from __future__ import annotations

from datetime import date

import pytest

from dialogue_desktop.bootstrap import App
from dialogue_desktop.domain.after_records import Commitment, CommitmentState, StepKind
from dialogue_desktop.domain.following import Update
from dialogue_desktop.errors import BadInput, NotFound
from dialogue_desktop.services.follow_up import Key
from dialogue_desktop.storage.consistency import rows_differ
from tests.follow.held import CANAL, FEE, TRAFO, WATER, key

TODAY = date(2026, 5, 7)


def _one(app: App, cid: str, commitment_id: str = CANAL) -> Commitment:
    return next(one for one in app.live.records(cid).commitments if one.id == commitment_id)


def test_freezing_wrote_the_promises_down_in_the_order_of_the_opinions(app: App, held: str) -> None:
    found = [(one.number, one.id, one.unit) for one in app.live.records(held).commitments]
    assert found == [
        (1, CANAL, "Phòng Kinh tế"),
        (2, TRAFO, "Phòng Kinh tế"),
        (3, FEE, "Phòng Văn hóa – Xã hội"),
        (4, WATER, "Trạm Y tế"),
        (5, "cam-thung", "Văn phòng"),
    ]


def test_an_update_is_one_act_that_is_undone_whole(app: App, held: str) -> None:
    update = Update(
        TODAY, CommitmentState.PART_DONE, "Đã nạo vét 300 m, còn 200 m", who="Ông Lò Văn Ế", letter="45/PKT",
        letter_on=date(2026, 5, 6), incoming=True,
    )  # fmt: skip
    assert app.follow_up.update([key(held)], update) == (held,)
    one, (step,) = _one(app, held), app.live.records(held).steps_of(CANAL)
    assert one.state is CommitmentState.PART_DONE
    assert one.open
    assert (step.kind, step.day, step.text, step.who) == (
        StepKind.LETTER_IN, TODAY, "Đã nạo vét 300 m, còn 200 m", "Ông Lò Văn Ế",
    )  # fmt: skip
    assert (step.letter, step.letter_on, step.state) == (
        "45/PKT",
        date(2026, 5, 6),
        CommitmentState.PART_DONE,
    )
    taken_back = app.live.undo(held)
    assert taken_back is not None
    assert app.live.entry_text(taken_back) == "cập nhật cam kết"
    assert _one(app, held).state is CommitmentState.NOT_BEGUN
    assert app.live.records(held).steps == ()
    app.live.redo(held)
    assert len(app.live.records(held).steps) == 1
    assert rows_differ(app.database, held)[1] == 0


@pytest.mark.parametrize(
    ("update", "field", "words"),
    [
        (Update(TODAY), "text", "Chưa ghi gì mới"),
        (Update(None, text="Đã làm"), "day", "Chưa ghi ngày"),
        (Update(date(2026, 5, 8), text="Đã làm"), "day", "không thể sau hôm nay"),
        (Update(date(2026, 4, 23), text="Đã làm"), "day", "Hội nghị họp thứ Sáu 24/4/2026"),
        (Update(TODAY, CommitmentState.PUT_OFF, reason="Mưa"), "deadline", "Chưa ghi hạn mới"),
        (
            Update(TODAY, CommitmentState.PUT_OFF, reason="Mưa", deadline=date(2026, 5, 5)),
            "deadline",
            "sau hạn đang có là thứ Ba 05/5/2026",
        ),
        (Update(TODAY, CommitmentState.PUT_OFF, deadline=date(2026, 6, 5)), "reason", "lý do lùi hạn"),
        (Update(TODAY, CommitmentState.DONE, "Đã xong"), "reason", "Chưa có minh chứng"),
        (Update(TODAY, CommitmentState.PART_DONE), "text", "phần việc đã xong"),
        (Update(TODAY, CommitmentState.WAITING, letter="21/UBND"), "receiving_body", "cơ quan cấp trên"),
        (
            Update(TODAY, CommitmentState.WAITING, receiving_body="Chi cục Thủy lợi"),
            "letter",
            "số văn bản gửi cấp trên",
        ),
        (Update(TODAY, incoming=True, text="Đã nhận"), "letter", "Chưa ghi số, ký hiệu"),
        (
            Update(TODAY, letter="21/UBND", letter_on=date(2027, 5, 6)),
            "letter_on",
            "Ngày văn bản không thể sau hôm nay",
        ),
    ],
)
def test_what_is_wrong_is_told_by_field_and_nothing_is_written(
    app: App, held: str, update: Update, field: str, words: str
) -> None:
    wrong = app.follow_up.faults([key(held)], update)
    assert words in wrong[field]
    before = app.live.history(held, 5)
    with pytest.raises(BadInput):
        app.follow_up.update([key(held), key(held, FEE)], update)
    assert app.live.history(held, 5) == before


def test_putting_off_keeps_the_first_day_and_warns_of_a_day_off(app: App, held: str) -> None:
    holiday = date(2026, 9, 2)
    assert any("Quốc khánh" in words for words in app.follow_up.against(holiday))
    assert app.follow_up.against(date(2026, 6, 5)) == ()
    for day in (date(2026, 6, 5), date(2026, 7, 3)):
        update = Update(TODAY, CommitmentState.PUT_OFF, reason="Chờ hết mưa bão", deadline=day)
        app.follow_up.update([key(held)], update)
    one = _one(app, held)
    assert (one.promised, one.deadline) == (date(2026, 5, 5), date(2026, 7, 3))
    assert (one.state, one.state_reason) == (CommitmentState.PUT_OFF, "Chờ hết mưa bão")
    assert [step.deadline for step in app.live.records(held).steps] == [date(2026, 6, 5), date(2026, 7, 3)]


def test_waiting_for_the_higher_level_needs_its_letter_or_says_why_there_is_none(app: App, held: str) -> None:
    sent = Update(TODAY, CommitmentState.WAITING, letter="21/UBND-KT", letter_on=date(2026, 4, 27))
    app.follow_up.update([key(held, TRAFO)], sent)
    assert _one(app, held, TRAFO).state is CommitmentState.WAITING
    app.follow_up.update(
        [key(held)],
        Update(TODAY, CommitmentState.WAITING, reason="Đang trình ký", receiving_body="Chi cục Thủy lợi"),
    )
    one = _one(app, held)
    assert (one.receiving_body, one.state_reason) == ("Chi cục Thủy lợi", "Đang trình ký")
    row = app.boards.read().row(str(key(held, TRAFO)))
    assert row is not None
    assert (row.waiting, row.evidence()) == (True, "21/UBND-KT")


def test_done_has_its_day_and_evidence_or_a_reason(app: App, held: str) -> None:
    app.follow_up.update(
        [key(held)], Update(date(2026, 5, 6), CommitmentState.DONE, reason="Nghiệm thu tại chỗ")
    )
    one = _one(app, held)
    assert (one.done_on, one.state_reason, one.open) == (date(2026, 5, 6), "Nghiệm thu tại chỗ", False)
    app.follow_up.update(
        [key(held)], Update(TODAY, CommitmentState.DOING, "Bà con báo lại còn đoạn chưa vét")
    )
    one = _one(app, held)
    assert (one.state, one.done_on, one.state_reason) == (CommitmentState.DOING, None, "")


def test_several_are_updated_by_one_act(app: App, held: str) -> None:
    keys = [key(held), key(held, FEE), key(held, WATER), key(held)]
    app.follow_up.update(keys, Update(TODAY, CommitmentState.DOING, "Đã giao việc tại giao ban"))
    assert len(app.live.records(held).steps) == 3
    app.live.undo(held)
    assert app.live.records(held).steps == ()
    with pytest.raises(BadInput, match="Chưa chọn cam kết nào"):
        app.follow_up.update([], Update(TODAY, text="Đã làm"))
    with pytest.raises(NotFound):
        app.follow_up.update([key(held), Key(held, "cam-khong-co")], Update(TODAY, text="Đã làm"))
    assert app.live.records(held).steps == ()


def test_a_line_put_right_or_taken_out_leaves_what_the_others_tell(app: App, held: str) -> None:
    put_off = Update(date(2026, 5, 5), CommitmentState.PUT_OFF, reason="Mưa lớn", deadline=date(2026, 6, 5))
    app.follow_up.update([key(held)], put_off)
    app.follow_up.update([key(held)], Update(TODAY, CommitmentState.DONE, reason="Dân đã xác nhận"))
    first, last = app.live.records(held).steps_of(CANAL)
    app.follow_up.edit_step(held, last.id, day=date(2026, 5, 6), text="Dân thôn đã xác nhận")
    assert _one(app, held).done_on == date(2026, 5, 6)
    app.follow_up.remove_step(held, last.id)
    one = _one(app, held)
    assert (one.state, one.done_on, one.deadline) == (CommitmentState.PUT_OFF, None, date(2026, 6, 5))
    assert one.state_reason == "Mưa lớn"
    app.follow_up.remove_step(held, first.id)
    one = _one(app, held)
    assert (one.state, one.deadline) == (CommitmentState.NOT_BEGUN, date(2026, 5, 5))
    app.live.undo(held)
    assert _one(app, held).state is CommitmentState.PUT_OFF
    with pytest.raises(NotFound):
        app.follow_up.remove_step(held, "khong-co")
    with pytest.raises(BadInput, match="không thể sau hôm nay"):
        app.follow_up.edit_step(held, first.id, day=date(2026, 5, 30))


def test_own_promises_get_the_next_number_and_one_that_is_double_is_dropped_with_its_reason(
    app: App, held: str
) -> None:
    own = app.follow_up.add(held, "Sửa  loa truyền thanh\nthôn Phú Ấp", unit=" Văn phòng ", deadline=TODAY)
    one = _one(app, held, own.id)
    assert (one.number, one.unit, one.deadline, one.promised) == (6, "Văn phòng", TODAY, TODAY)
    app.follow_up.edit(own, text="Sửa loa truyền thanh", deadline=date(2026, 5, 12))
    one = _one(app, held, own.id)
    assert (one.text, one.promised) == ("Sửa loa truyền thanh", date(2026, 5, 12))
    with pytest.raises(BadInput, match="Chưa ghi lý do"):
        app.follow_up.drop(own, "  ")
    app.follow_up.drop(own, "Trùng với cam kết số 5")
    assert app.boards.read().row(str(own)) is None
    assert _one(app, held, own.id).dropped == "Trùng với cam kết số 5"
    app.live.undo(held)
    assert app.boards.read().row(str(own)) is not None
    for empty in ("", " \n "):
        with pytest.raises(BadInput, match="Chưa ghi nội dung"):
            app.follow_up.add(held, empty)


def test_a_day_put_right_after_it_was_put_off_leaves_the_first_day(app: App, held: str) -> None:
    app.follow_up.update(
        [key(held)],
        Update(TODAY, CommitmentState.PUT_OFF, reason="Chờ nước rút", deadline=date(2026, 6, 5)),
    )
    app.follow_up.edit(key(held), deadline=date(2026, 6, 8))
    one = _one(app, held)
    assert (one.deadline, one.promised) == (date(2026, 6, 8), date(2026, 5, 5))


def test_hostile_words_are_kept_as_words(app: App, held: str) -> None:
    hostile = '=HYPERLINK("x") <b>{co_quan}</b> \\u202e đã vét\x07'
    app.follow_up.update([key(held)], Update(TODAY, text=hostile, who="A\nB", letter="=1+1"))
    (step,) = app.live.records(held).steps
    assert step.text == '=HYPERLINK("x") <b>{co_quan}</b> \\u202e đã vét'
    assert (step.who, step.letter) == ("A B", "=1+1")
