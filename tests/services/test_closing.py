"""Ending: gaps, figures that add up, frozen versions (M3)."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dialogue_desktop.bootstrap import App, build
from dialogue_desktop.domain.live import LiveDraft, LiveItem, Round, TurnAct
from dialogue_desktop.domain.plan import Chair, Official, Secretary
from dialogue_desktop.domain.records import Conclusion, Outcome, Voice
from dialogue_desktop.errors import BadInput, DamagedDatabase
from tests.services.conftest import MovingClock

WHOLE = LiveItem(
    text="Nước sinh hoạt có váng",
    voices=(Voice("Lê Thị Ổn", "bà", "thôn Phú Ấp"),),
    rounds=(Round(text="Đã lấy mẫu."),),
    outcome=Outcome.ANSWERED,
)


def _gaps(app: App, cid: str) -> set[str]:
    return {gap.text for gap in app.closing.check(cid).missing}


def _finish(app: App, cid: str, clock: MovingClock) -> None:
    """A session with nothing missing."""
    plan = app.planning.plan(cid)
    chair = Chair(Official("ct", "Đỗ Mạnh Tuyển", "Chủ tịch UBND xã"))
    secretaries = (
        Secretary(Official("tk", "Lương Thị Mẫn", "Công chức Văn phòng", "bà")),
        Secretary(Official("dd", "Bùi Văn Ổn", "Đại diện Nhân dân"), citizen=True),
    )
    app.planning.save_plan(cid, replace(plan, chairs=(chair,), secretaries=secretaries))
    rows = app.live.start(cid).attendance
    app.live.set_attendance(cid, [replace(row, present=59) for row in rows])
    app.live.save_item(cid, WHOLE)
    app.live.set_conclusions(cid, [Conclusion("", 0, "Đã trả lời xong")])
    clock.step(3600)
    app.live.end(cid)


def test_everything_missing_is_named(app: App, cid: str) -> None:
    """M3: times, chair, secretaries, attendance, conclusions."""
    assert {
        "Chưa ghi giờ khai mạc",
        "Chưa ghi giờ kết thúc",
        "Chưa có tên người chủ trì",
        "Chưa có tên thư ký",
        "Chưa điểm danh",
        "Chưa ghi kết luận của người chủ trì",
    } <= _gaps(app, cid)


@pytest.mark.parametrize(
    ("item", "gap"),
    [
        (replace(WHOLE, outcome=None), "Ý kiến số 1 chưa ghi kết quả"),
        (replace(WHOLE, text=" "), "Ý kiến số 1 chưa có nội dung"),
        (replace(WHOLE, rounds=()), "Ý kiến số 1 chưa ghi câu trả lời"),
        (replace(WHOLE, outcome=Outcome.REFUSED), "Ý kiến số 1 từ chối nhưng chưa có lý do"),
        (replace(WHOLE, outcome=Outcome.WRITTEN), "Ý kiến số 1 chưa có đơn vị và thời hạn"),
        (
            replace(WHOLE, outcome=Outcome.ESCALATED, receiving_body="Điện lực"),
            "Ý kiến số 1 chưa có thời hạn",
        ),
        (replace(WHOLE, voices=(Voice("Lò Văn Ế", "ông"),)), "Ông Lò Văn Ế chưa có địa chỉ"),
        (replace(WHOLE, voices=()), "Chưa rõ họ tên người có ý kiến"),
    ],
)
def test_a_gap_of_an_opinion_is_named(app: App, cid: str, item: LiveItem, gap: str) -> None:
    """M3: each kind of gap, with the record that it belongs to; the whole opinion has none of them."""
    opinion = app.live.save_item(cid, item)
    found = [g for g in app.closing.check(cid).missing if g.text == gap]
    assert [g.record_id for g in found] == [opinion.id]
    app.live.save_item(
        cid, replace(WHOLE, opinion_id=opinion.id, unit="Trạm Y tế", deadline=date(2026, 5, 8))
    )
    assert gap not in _gaps(app, cid)


def test_numbers_that_do_not_add_up_are_named(app: App, cid: str) -> None:
    rows = app.live.start(cid).attendance
    app.live.set_attendance(cid, [replace(rows[0], present=211), rows[1]])
    assert {"Nhân dân thôn Đồng Vạn: 211 trên tổng 210", "1 nhóm chưa điểm danh"} <= _gaps(app, cid)


def test_a_speaker_still_waiting_is_named(app: App, cid: str) -> None:
    turn = app.live.add_turn(cid, Voice("Vũ Đình Ất", "ông"))
    assert "Ông Vũ Đình Ất chưa được phát biểu" in _gaps(app, cid)
    app.live.turn_act(cid, turn.id, TurnAct.ABSENT)
    assert "Ông Vũ Đình Ất chưa được phát biểu" not in _gaps(app, cid)


def test_a_whole_session_has_no_gap(app: App, cid: str, clock: MovingClock) -> None:
    _finish(app, cid, clock)
    check = app.closing.check(cid)
    assert check.missing == ()
    assert check.complete[:2] == ("Bắt đầu 08:00, kết thúc 09:00", "1 người chủ trì, 2 thư ký")
    assert "1 trên 1 ý kiến có kết quả" in check.complete


def test_freezing_twice_unchanged_is_one_version(app: App, cid: str, clock: MovingClock) -> None:
    """M3: version 1 with hash and time; the same state again is the same version."""
    _finish(app, cid, clock)
    first = app.closing.freeze(cid)
    assert (first.number, len(first.sha256), first.frozen_at) == (1, 64, clock.now())
    assert app.closing.freeze(cid) == first
    assert not app.closing.changed_since_freeze(cid)


def test_minutes_that_an_older_program_froze_are_not_taken_for_changed(
    app: App, cid: str, clock: MovingClock, data_dir: Path
) -> None:
    """M3, G4: an older body lacks what came later; nothing was put right all the same."""
    _finish(app, cid, clock)
    app.closing.freeze(cid)
    (body,) = app.database.raw.execute("SELECT body FROM snapshot").fetchone()
    older = json.loads(body)
    for name in ("delegates", "slip_batches", "apart"):
        assert older["records"].pop(name) == []
    for opinion in older["records"]["opinions"]:
        del opinion["draft_due"]
    text = json.dumps(older, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    app.database.raw.execute("DROP TRIGGER snapshot_no_update")
    app.database.raw.execute("UPDATE snapshot SET body = ?", (text,))
    digest = hashlib.sha256(text.encode()).hexdigest()
    app.database.raw.execute("UPDATE version SET sha256 = ?", (digest,))
    again = build(data_dir, clock=clock, device="may-2")
    try:
        assert again.live.records(cid).versions[0].sha256 == digest
        assert not again.closing.changed_since_freeze(cid)
        assert again.closing.freeze(cid).number == 1
        again.live.edit_opinion(cid, again.live.records(cid).opinions[0].id, text="Nước có váng")
        assert again.closing.changed_since_freeze(cid)
    finally:
        again.close()


def test_a_correction_is_version_two_and_version_one_stays(app: App, cid: str, clock: MovingClock) -> None:
    _finish(app, cid, clock)
    app.closing.freeze(cid)
    opinion = app.live.records(cid).opinions[0]
    app.live.edit_opinion(cid, opinion.id, text="Nước sinh hoạt có váng vàng")
    assert app.closing.changed_since_freeze(cid)
    with pytest.raises(BadInput, match="lý do"):
        app.closing.freeze(cid)
    second = app.closing.freeze(cid, reason="Ghi thiếu chữ")
    assert (second.number, second.reason) == (2, "Ghi thiếu chữ")
    frozen = [app.closing.frozen(cid, number) for number in (1, 2)]
    assert [view.records.opinions[0].text for view in frozen if view] == [
        "Nước sinh hoạt có váng",
        "Nước sinh hoạt có váng vàng",
    ]


def test_a_session_that_is_not_ended_is_not_frozen(app: App, cid: str) -> None:
    app.live.start(cid)
    with pytest.raises(BadInput, match="giờ kết thúc"):
        app.closing.freeze(cid)
    assert app.closing.frozen(cid) is None


def test_a_changed_snapshot_is_noticed(app: App, cid: str, clock: MovingClock) -> None:
    """G4: a frozen body that no longer has its hash is not shown as if it were true."""
    _finish(app, cid, clock)
    app.closing.freeze(cid)
    app.database.raw.execute("DROP TRIGGER snapshot_no_update")
    app.database.raw.execute("UPDATE snapshot SET body = replace(body, 'váng', 'trong')")
    with pytest.raises(DamagedDatabase):
        app.closing.frozen(cid)


def test_what_is_half_typed_and_a_number_used_elsewhere_are_found(
    app: App, cid: str, clock: MovingClock
) -> None:
    """M3: what the records alone do not say."""
    _finish(app, cid, clock)
    app.live.save_draft(cid, LiveDraft(LiveItem(text="Tôi xin hỏi thêm về quỹ khuyến học")))
    assert "Còn chữ đang gõ dở ở phiên đối thoại" in _gaps(app, cid)
    app.live.clear_draft(cid)
    other = app.planning.copy_of(cid)
    for one in (cid, other):
        app.planning.save_plan(one, replace(app.planning.plan(one), minutes_number="07", year=2026))
    assert _gaps(app, cid) == set()  # only written into a plan that may still change
    app.live.start(other)
    app.live.end(other)
    app.closing.freeze(other)
    assert _gaps(app, cid) == {"Số 07/BB-UBND đã dùng cho biên bản khác"}
    app.planning.remove(other)
    assert _gaps(app, cid) == set()


def test_corrections_are_told_before_and_after_they_are_frozen(
    app: App, cid: str, clock: MovingClock
) -> None:
    """M3: what version 2 will put right, and later what it did."""
    _finish(app, cid, clock)
    assert app.closing.corrections(cid) == ()
    app.closing.freeze(cid)
    opinion = app.live.records(cid).opinions[0]
    app.live.edit_opinion(cid, opinion.id, text="Nước sinh hoạt có váng vàng")
    said = "Ý kiến số 1: nội dung sửa từ “Nước sinh hoạt có váng” thành “Nước sinh hoạt có váng vàng”."
    assert [change.sentence for change in app.closing.corrections(cid)] == [said]
    app.closing.freeze(cid, reason="Nghe lại bản ghi âm")
    assert app.closing.corrections(cid) == ()
    assert [change.sentence for change in app.closing.changes(cid, 2)] == [said]
    assert app.closing.changes(cid, 1) == ()


def test_what_the_minutes_do_not_show_makes_no_second_version(app: App, cid: str, clock: MovingClock) -> None:
    """M3: the budget put right a week later, or a preparation noted, is no correction of the minutes."""
    _finish(app, cid, clock)
    first = app.closing.freeze(cid)
    app.planning.save_plan(cid, replace(app.planning.plan(cid), budget_note="Chi từ nguồn thường xuyên"))
    app.live.edit_opinion(cid, app.live.records(cid).opinions[0].id, prepared_answer="Đã lấy mẫu nước")
    assert not app.closing.changed_since_freeze(cid)
    assert app.closing.freeze(cid) == first
