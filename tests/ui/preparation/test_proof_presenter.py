"""The proof of notice without a window: places written, edited, laid aside, what cannot be (C2, L9, G5)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dialogue_desktop.domain.notice_proof import ProofForm
from dialogue_desktop.domain.notice_verdict import VerdictState
from tests.live.hall import Hall
from tests.ui.preparation.desk import Stage
from ui.preparation.item_entry import ItemEntry, When
from ui.preparation.proof_entry import ProofEntry
from ui.preparation.proof_presenter import HALF, ProofPresenter
from ui.preparation.screen import ProofScreen


def test_a_place_is_written_as_soon_as_its_day_is_read(proof: Stage, hall: Hall) -> None:
    """C2: row, verdicts against law and plan, and the duty that may be ticked."""
    screen: ProofScreen = proof.view.screen
    assert (screen.facts, screen.verdicts, screen.to_tick) == ("Chưa ghi nơi nào", (), "")
    proof.presenter.begin_new()
    assert proof.view.focus == "form"
    proof.enter(form=ProofForm.LOUDSPEAKER, place="Đài truyền thanh xã")
    assert proof.view.faults == {}  # the day is not reached yet
    assert hall.app.notice_proofs.proofs(hall.cid) == ()
    proof.enter(first_day="13/4/2026")
    assert len(hall.app.notice_proofs.proofs(hall.cid)) == 1
    assert [one.words for one in proof.view.screen.verdicts] == [
        "Sớm hơn hạn của luật 4 ngày",
        "Sớm hơn kế hoạch 1 ngày",
        "Phát loa 3 ngày liên tục, đủ 3 ngày",
    ]
    assert proof.view.screen.to_tick == "Niêm yết, thông báo hội nghị"
    proof.presenter.tick_notice()
    kept = {one.id: one.done_on for one in hall.app.checklist.kept(hall.cid)}
    assert kept == {"niem-yet-thong-bao": date(2026, 4, 13)}
    assert proof.view.screen.to_tick == ""
    assert proof.view.back is not None
    proof.view.back()
    assert hall.app.checklist.kept(hall.cid) == ()


@pytest.mark.parametrize(
    ("fields", "name", "said"),
    [
        ({"first_day": "31/02/2026"}, "first_day", "Tháng 2 năm 2026 chỉ có 28 ngày."),
        ({"first_day": "16/4/2026"}, "first_day", "chưa đến"),
        ({"first_day": "13/4/2026", "last_day": "10/4/2026"}, "last_day", "trước ngày bắt đầu 13/4/2026"),
        ({"first_day": "13/4/2026", "form": ProofForm.OTHER}, "place", "ghi rõ ở đâu"),
    ],
)  # fmt: skip
def test_a_place_that_cannot_be(
    proof: Stage, hall: Hall, fields: dict[str, Any], name: str, said: str
) -> None:
    """G5: one sentence at the field, nothing written, what was typed stays."""
    proof.presenter.begin_new()
    proof.enter(**fields)
    assert proof.view.faults.keys() == {name}
    assert said in proof.view.faults[name]
    assert hall.app.notice_proofs.proofs(hall.cid) == ()
    assert proof.presenter.typing.now.first_day == fields["first_day"]


def test_places_are_edited_removed_and_brought_back(proof: Stage, hall: Hall) -> None:
    """C2: every act is one step back."""
    proof.presenter.begin_new()
    proof.enter(place="Bảng tin trụ sở", first_day="13/4/2026")
    proof.presenter.begin_new()
    assert proof.presenter.typing.now.form is ProofForm.VILLAGE_HALL
    proof.enter(place="Nhà văn hóa thôn Phú Ấp", first_day="16/4/2025")
    proof.enter(first_day="15/4/2026", witness="Trưởng thôn Phú Ấp")
    assert [p.first_day for p in hall.app.notice_proofs.proofs(hall.cid)] == [
        date(2026, 4, 13), date(2026, 4, 15),
    ]  # fmt: skip
    late = proof.view.screen.verdicts[1]
    assert (late.state, late.words) == (
        VerdictState.LATE, "Muộn 1 ngày so với kế hoạch (chậm nhất thứ Ba 14/4)",
    )  # fmt: skip
    proof.presenter.remove()
    assert len(hall.app.notice_proofs.proofs(hall.cid)) == 1
    assert proof.view.back is not None
    proof.view.back()
    assert len(hall.app.notice_proofs.proofs(hall.cid)) == 2


def test_a_half_typed_place_is_laid_aside(proof: Stage, hall: Hall) -> None:
    """L9: another row is looked at in between; Ctrl+N brings the typed words back."""
    proof.presenter.begin_new()
    proof.enter(place="Bảng tin trụ sở", first_day="13/4/2026")
    stored = hall.app.notice_proofs.proofs(hall.cid)[0].id
    proof.presenter.begin_new()
    proof.enter(place="Cụm loa thôn Đồng Vạn", times="5 giờ 30")
    proof.presenter.select(stored)
    assert proof.view.said[-1] == "Dòng đang ghi dở được giữ; Ctrl+N để ghi tiếp"
    proof.presenter.begin_new()
    assert (proof.view.entry.place, proof.view.entry.times) == ("Cụm loa thôn Đồng Vạn", "5 giờ 30")
    proof.enter(first_day="14/4/2026")
    assert [p.place for p in hall.app.notice_proofs.proofs(hall.cid)] == [
        "Bảng tin trụ sở", "Cụm loa thôn Đồng Vạn",
    ]  # fmt: skip


def test_entries_are_plain_values() -> None:
    """G5: an empty form is an empty form."""
    assert ItemEntry() == ItemEntry(when=When.NONE)
    assert ProofEntry().form is ProofForm.OFFICE


def test_a_place_without_its_day_survives_a_power_cut(proof: Stage, hall: Hall) -> None:
    """L9: words at a pause, a day that cannot be read; the next start brings all of it back by Ctrl+N."""
    proof.presenter.begin_new()
    proof.type(place="Cụm loa thôn Đồng Vạn")
    proof.timer.pass_ms(900)
    again = Stage(hall, ProofPresenter)  # nothing was closed before
    assert again.view.said == [HALF]
    again.presenter.begin_new()
    assert again.view.entry.place == "Cụm loa thôn Đồng Vạn"
    again.enter(first_day="31/02/2026", times="5 giờ 30")
    third = Stage(hall, ProofPresenter)
    third.presenter.begin_new()
    assert (third.view.entry.first_day, third.view.entry.times) == ("31/02/2026", "5 giờ 30")
    third.enter(first_day="13/4/2026")
    assert [one.place for one in hall.app.notice_proofs.proofs(hall.cid)] == ["Cụm loa thôn Đồng Vạn"]
    assert Stage(hall, ProofPresenter).view.said == []  # a row now, no draft any more
