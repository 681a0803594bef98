"""Freezing the minutes writes down what they promise, in the same act (M3, F1)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dialogue_desktop.bootstrap import App
from dialogue_desktop.domain.after_records import CommitmentState, Paper
from dialogue_desktop.domain.commitments import GONE, current
from dialogue_desktop.domain.live import LiveItem, Round
from dialogue_desktop.domain.records import Outcome, RecordKind, Voice
from dialogue_desktop.services.acts import created
from tests.services.conftest import MovingClock

DUE = date(2026, 5, 8)
OWED = LiveItem(
    text="Đề nghị xã nạo vét kênh N4 đoạn qua thôn Đồng Vạn.",
    voices=(Voice("Đặng Văn Quyết", "ông", "thôn Đồng Vạn"),),
    rounds=(Round(text="Xã sẽ trả lời bằng văn bản."),),
    outcome=Outcome.WRITTEN,
    unit="Phòng Kinh tế",
    deadline=DUE,
)


def _end(app: App, cid: str, clock: MovingClock) -> None:
    app.live.start(cid)
    app.live.save_item(cid, OWED)
    clock.step(3600)
    app.live.end(cid)


def test_version_one_writes_the_promises_down(app: App, cid: str, clock: MovingClock) -> None:
    _end(app, cid, clock)
    before = app.live.records(cid)
    assert before.commitments == ()
    assert [one.number for one in current(before)] == [1]
    app.closing.freeze(cid)
    (kept,) = app.live.records(cid).commitments
    assert (kept.number, kept.unit, kept.deadline, kept.promised) == (1, "Phòng Kinh tế", DUE, DUE)
    assert kept.state is CommitmentState.NOT_BEGUN
    assert not app.closing.changed_since_freeze(cid), "what is followed is no part of the minutes"
    assert app.closing.freeze(cid).number == 1


def test_a_correction_moves_the_promise_with_it(app: App, cid: str, clock: MovingClock) -> None:
    _end(app, cid, clock)
    app.closing.freeze(cid)
    opinion = app.live.records(cid).opinions[0]
    app.live.edit_opinion(cid, opinion.id, unit="Công an xã", deadline=date(2026, 5, 20))
    app.closing.freeze(cid, reason="Ghi nhầm đơn vị")
    (kept,) = app.live.records(cid).commitments
    assert (kept.unit, kept.deadline, kept.number) == ("Công an xã", date(2026, 5, 20), 1)
    app.live.edit_opinion(cid, opinion.id, outcome=Outcome.ANSWERED, deadline=None)
    app.closing.freeze(cid, reason="Đã trả lời ngay tại chỗ")
    assert app.live.records(cid).commitments[0].dropped == GONE
    assert current(app.live.records(cid)) == ()
    app.live.edit_opinion(cid, opinion.id, outcome=Outcome.WRITTEN, deadline=date(2026, 5, 25))
    app.closing.freeze(cid, reason="Còn phải trả lời bằng văn bản")
    (again,) = current(app.live.records(cid))
    assert (again.number, again.dropped, again.deadline) == (1, "", date(2026, 5, 25))


def test_number_given_later_stands_in_the_minutes_that_were_frozen(
    app: App, cid: str, clock: MovingClock
) -> None:
    """M3, M7: the number comes from the register; the frozen minutes are not touched by it."""
    _end(app, cid, clock)
    frozen = app.closing.freeze(cid)
    paper = Paper("vb-minutes", "minutes", number="7", symbol="BB-UBND", dated_on=date(2026, 4, 24))
    app.closing._journal.append(cid, "paper.edit", created(RecordKind.PAPER, paper))
    assert app.documents.minutes_view(cid, draft=False).plan.minutes_number == "7"
    assert app.closing.freeze(cid) == frozen
    body = app.closing.frozen(cid)
    assert body is not None
    assert replace(body.plan, minutes_number="") == body.plan
    app.live.edit_opinion(cid, app.live.records(cid).opinions[0].id, text="Đề nghị nạo vét kênh N4 sớm")
    app.closing.freeze(cid, reason="Ghi thiếu chữ")
    kept = app.closing.frozen(cid)
    assert kept is not None
    assert (kept.records.papers, kept.records.commitments) == ((), ()), "what follows is no part of them"
