"""A promise carried on is followed once, and takes no name along that was not to be told (F3, M2)."""

from __future__ import annotations

from datetime import date

import pypdfium2

from dialogue_desktop.bootstrap import App
from dialogue_desktop.domain.after_records import CommitmentState
from dialogue_desktop.domain.following import Update
from dialogue_desktop.domain.live import LiveItem, Round
from dialogue_desktop.domain.records import Outcome, Voice
from dialogue_desktop.services.follow_up import Key
from tests.follow.held import CANAL, EVENING, LATER, WATER, key, planned
from tests.services.conftest import MovingClock

TODAY = date(2026, 5, 7)
NEXT_DAY = date(2026, 10, 16)


def test_who_did_not_agree_is_named_in_no_paper_of_the_next_conference(app: App, clock: MovingClock) -> None:
    """The next conference does not know him, so his name must not come along, nor his telephone."""
    clock.set(EVENING)
    first = planned(app, date(2026, 4, 24))
    app.live.start(first)
    item = LiveItem(
        text="Đề nghị xã sửa cống trước nhà bà Trần Thị Mơ, điện thoại 0912345678.",
        voices=(Voice("Trần Thị Mơ", "bà", "thôn Đồng Vạn"),),
        consent=False,
        rounds=(Round(text="Xã sẽ sửa."),),
        outcome=Outcome.PARTLY,
        unit="Phòng Kinh tế",
        deadline=date(2026, 5, 5),
        new_id="cong",
    )
    app.live.save_item(first, item)
    clock.step(3600)
    app.live.end(first)
    app.closing.freeze(first)
    clock.set(LATER)
    later, mine = planned(app, NEXT_DAY), Key(first, "cam-cong")
    put_off = Update(
        TODAY, CommitmentState.PUT_OFF, reason="Bà Trần Thị Mơ chưa dời hàng rào", deadline=date(2026, 9, 1)
    )
    app.follow_up.update([mine], put_off)
    app.follow_up.carry([mine], later)
    (there,) = app.live.records(later).commitments
    assert there.text == "Sửa cống trước nhà công dân thôn Đồng Vạn, điện thoại [số đã che]"
    assert there.state_reason == "Công dân thôn Đồng Vạn chưa dời hàng rào"
    assert "Trần Thị Mơ" in app.live.records(first).commitments[0].text, "here nothing is lost"
    clock.set(EVENING.replace(month=10, day=16))
    app.live.start(later)
    clock.step(3600)
    app.live.end(later)
    after = app.documents.after
    made = app.documents.engine().pdf(after.document(after.read("supervision", later))).data
    pdf = pypdfium2.PdfDocument(made)
    words = " ".join(" ".join(page.get_textpage().get_text_bounded() for page in pdf).split())
    pdf.close()
    assert "hàng rào" in words or "Sửa cống" in words
    assert "Mơ" not in words


def test_undo_elsewhere_does_not_take_half_of_it_back(app: App, held: str) -> None:
    """Ctrl+Z on a page of one conference leaves it: followed nowhere, the promise would be lost."""
    later = planned(app, NEXT_DAY)
    app.follow_up.carry([key(held, CANAL)], later)
    app.live.undo(later)
    app.live.undo(held)
    board = app.boards.read()
    assert (board.sums.carried, len(app.boards.read(later).rows)) == (1, 1)
    for conference_id in (held, later):
        undone = app.live.undo(conference_id, carried=True)
        assert undone is not None
        assert undone.kind == "commitment.carry"
    assert app.live.redo(later) is None
    assert app.live.records(later).commitments == ()
    assert app.boards.read().sums.carried == 0


def test_carried_again_it_stands_there_once(app: App, held: str) -> None:
    """Where only the old conference lost its half, in a merge or with a package, nothing is doubled."""
    later = planned(app, NEXT_DAY)
    app.follow_up.carry([key(held, CANAL), key(held, WATER)], later)
    app.live.undo(held, carried=True)
    before = app.live.records(later)
    assert app.follow_up.carry([key(held, CANAL)], later) == (held,)
    now = app.live.records(later)
    assert (now.commitments, now.steps) == (before.commitments, before.steps)


def test_years_tell_what_was_kept_before_the_next_conference_begins(app: App, held: str) -> None:
    later = planned(app, NEXT_DAY)
    (before,) = app.comparing.years().years
    app.follow_up.carry([key(held, CANAL)], later)
    (carried,) = app.comparing.years().years
    assert carried == before, "late as before, wherever it is followed"
    (there,) = app.live.records(later).commitments
    done = Update(TODAY, CommitmentState.DONE, reason="Đã nạo vét xong")
    app.follow_up.update([Key(later, there.id)], done)
    (year,) = app.comparing.years().years
    assert (year.promises, year.kept, year.open) == (5, 1, 4)
    assert (year.late, year.days_kept) == (before.late - 1, 13.0)
