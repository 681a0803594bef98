"""The proof of notice through the services: rows, verdicts, the duty that may be ticked (C2)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from dialogue_desktop.bootstrap import App
from dialogue_desktop.domain.checklist import ItemKind
from dialogue_desktop.domain.law_limits import LimitKind
from dialogue_desktop.domain.notice_proof import NoticeProof, ProofForm
from dialogue_desktop.domain.notice_verdict import VerdictKind, VerdictState
from dialogue_desktop.errors import BadInput
from dialogue_desktop.events import ChecklistChanged
from tests.services.conftest import MovingClock

POSTED = NoticeProof("", ProofForm.OFFICE, " Trụ sở  UBND xã ", date(2026, 4, 13), by="Bà Mẫn")
RADIO = NoticeProof(
    "", ProofForm.LOUDSPEAKER, "Đài", date(2026, 4, 14), date(2026, 4, 16), "5 giờ 30, 17 giờ"
)


@pytest.fixture(autouse=True)
def _on_the_twentieth(clock: MovingClock) -> None:
    clock.set(datetime(2026, 4, 20, 1, tzinfo=UTC))


def test_rows_are_kept_in_the_order_of_writing(app: App, cid: str) -> None:
    """C2: written, written anew, taken away, put back; each heard once."""
    heard: list[object] = []
    app.bus.subscribe(heard.append)
    proofs = app.notice_proofs
    assert proofs.save(cid, POSTED) == ()
    proofs.save(cid, RADIO)
    first, second = proofs.proofs(cid)
    assert (first.place, first.by, second.times) == ("Trụ sở UBND xã", "Bà Mẫn", "5 giờ 30, 17 giờ")
    before = proofs.save(cid, replace(first, last_day=date(2026, 5, 4)))
    assert before == (first, second)
    assert [one.last_day for one in proofs.proofs(cid)] == [date(2026, 5, 4), date(2026, 4, 16)]
    all_of_them = proofs.remove(cid, first.id)
    assert [one.id for one in proofs.proofs(cid)] == [second.id]
    proofs.put_back(cid, all_of_them)
    assert proofs.proofs(cid) == all_of_them
    assert heard == [ChecklistChanged(cid, app.clock.now())] * 5


def test_verdicts_follow_plan_and_calendar(app: App, cid: str) -> None:
    """C2: the plan's ten days, the law's seven, the offices' own numbers."""
    app.notice_proofs.save(cid, POSTED)
    app.notice_proofs.save(cid, RADIO)
    view = app.notice_proofs.view(cid)
    got = {one.kind: one for one in view.verdicts}
    assert got[VerdictKind.LAW_NOTICE].words == "Sớm hơn hạn của luật 3 ngày"
    assert got[VerdictKind.PLAN_NOTICE].words == "Vừa đúng hạn của kế hoạch"
    assert got[VerdictKind.LOUDSPEAKER].state is VerdictState.IN_TIME
    assert view.of_row.keys() == {one.id for one in view.proofs}
    assert "Nhà văn hóa thôn Phú Ấp" in view.places[ProofForm.VILLAGE_HALL]
    app.calendar_book.keep(app.calendar_book.own().with_limit(LimitKind.LOUDSPEAKER, 5))
    got = {one.kind: one for one in app.notice_proofs.view(cid).verdicts}
    assert got[VerdictKind.LOUDSPEAKER].words == "Phát loa 3 ngày, thiếu 2 ngày so với 5 ngày liên tục"


def test_the_notice_duty_is_offered_until_it_is_ticked(app: App, cid: str) -> None:
    """C2: the first proof offers to tick the plan's own duty."""
    view = app.notice_proofs.view(cid)
    assert (view.to_tick, view.to_tick_title) == ("niem-yet-thong-bao", "Niêm yết, thông báo hội nghị")
    app.checklist.set_done(cid, ItemKind.PLAN, "niem-yet-thong-bao", date(2026, 4, 13))
    assert app.notice_proofs.view(cid).to_tick == ""


@pytest.mark.parametrize(
    ("proof", "said"),
    [
        (replace(POSTED, first_day=None), "Chưa ghi ngày bắt đầu"),
        (replace(POSTED, first_day=date(2026, 4, 21)), "chưa đến"),
        (replace(RADIO, last_day=date(2026, 4, 13)), "trước ngày bắt đầu"),
        (replace(POSTED, form=ProofForm.OTHER, place=" "), "ghi rõ ở đâu"),
    ],
)
def test_what_cannot_be_is_refused(app: App, cid: str, proof: NoticeProof, said: str) -> None:
    """G5."""
    with pytest.raises(BadInput, match=said):
        app.notice_proofs.save(cid, proof)
    assert app.notice_proofs.proofs(cid) == ()
