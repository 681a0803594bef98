"""After the freezing: what has to go out until when; the posting goes into the register (M2, M3, F5)."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import Qt

from dialogue_desktop.domain.after_records import PaperState
from dialogue_desktop.domain.register import newest
from tests.ui.end.conftest import Open
from tests.ui.end.stage import Stage, press, write

CTRL = Qt.KeyboardModifier.ControlModifier


def _frozen(app: Any, cid: str) -> None:
    app.closing.freeze(cid)


def _row(stage: Stage, kind: str) -> Any:
    return next(row for row in stage.page.frame.next.rows if row.paper.kind == kind)


def _form(stage: Stage) -> Any:
    _row(stage, "minutes").button.setFocus()
    press(stage, Qt.Key.Key_Space)
    return _row(stage, "minutes").form


def test_nothing_has_to_go_out_before_the_minutes_are_frozen(stage: Open):
    assert not stage().page.frame.next.isVisible()


def test_what_has_to_go_out_is_listed_with_its_day_and_who_asks_for_it(stage: Open):
    """M4–M7: by plan, law and promise; letters only as many opinions ask for one."""
    s = stage(prepare=_frozen)
    papers = {row.paper.kind: row.paper for row in s.page.frame.next.rows}
    assert list(papers) == ["minutes", "conclusion", "replies", "escalations", "report"]
    assert papers["escalations"].count == 5
    assert papers["escalations"].due == date(2026, 4, 29)
    assert papers["replies"].due == date(2026, 4, 28)  # the first that was promised
    assert papers["conclusion"].due is not None
    assert papers["conclusion"].due <= date(2026, 5, 4)  # the law's ten days, or the plan's own
    assert "thứ Tư 29/4/2026, còn 5 ngày" in _row(s, "escalations").day.text()


def test_the_posting_is_written_once_with_number_day_and_place(stage: Open):
    """M3: the minutes are issued as they were signed, their bytes are kept, then they hang."""
    s = stage(prepare=_frozen, quick=False)
    form = _form(s)
    assert form.number.value() == "07"
    assert form.places.value() == "Trụ sở UBND xã Minh Khê"
    form.places.setFocus()
    press(s, Qt.Key.Key_End)
    write(s, "; Nhà văn hóa thôn Phú Ấp")
    press(s, Qt.Key.Key_Return)
    paper = newest(s.app.live.records(s.cid).papers, "minutes")
    assert paper is not None
    assert (paper.state, paper.number, paper.dated_on) == (PaperState.POSTED, "07", date(2026, 4, 24))
    assert paper.posted_at == ("Trụ sở UBND xã Minh Khê", "Nhà văn hóa thôn Phú Ấp")
    assert [one.posted for one in paper.files if one.name.endswith(".pdf")] == [True, False, False]
    assert not _row(s, "minutes").button.isVisible()
    assert not s.page.frame.freeze.isVisible()
    s.toast._take_back()
    s.settle()
    paper = newest(s.app.live.records(s.cid).papers, "minutes")
    assert paper is not None
    assert paper.state is PaperState.SIGNED


def test_a_day_that_cannot_be_is_refused_before_anything_is_issued(stage: Open):
    """G5: tomorrow, or before the signing; nothing is written into the register."""
    s = stage(prepare=_frozen, quick=False)
    form = _form(s)
    for typed, words in (("25/4/2026", "chưa đến"), ("23/4/2026", "trước ngày của văn bản")):
        form.day.setFocus()
        press(s, Qt.Key.Key_A, CTRL)
        write(s, typed)
        press(s, Qt.Key.Key_Return)
        press(s, Qt.Key.Key_Return)
        assert words in form.complaint
    assert s.app.live.records(s.cid).papers == ()
    press(s, Qt.Key.Key_Escape)
    assert _row(s, "minutes").form is None


def test_a_letter_leads_into_the_register(stage: Open):
    """M4–M7: one press on the line of the paper."""
    s = stage(prepare=_frozen)
    _row(s, "report").button.setFocus()
    press(s, Qt.Key.Key_Space)
    assert s.asked == [(s.cid, "report")]
