"""What the posted copy leaves out is seen before it is printed; more is covered, and taken back (M2)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from tests.ui.end.conftest import Open
from tests.ui.end.stage import Stage, press, print_all

CTRL = Qt.KeyboardModifier.ControlModifier


def _view(stage: Stage) -> Any:
    stage.page.frame.copies.tiles[0].masks.setFocus()
    press(stage, Qt.Key.Key_Space)
    return stage.page.frame.privacy


def _mark(view: Any, words: str) -> None:
    """Marks words of the text, as by Shift and the arrows."""
    start = view.text.toPlainText().index(words)
    cursor = view.text.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(start + len(words), QTextCursor.MoveMode.KeepAnchor)
    view.text.setTextCursor(cursor)


def test_every_place_is_listed_with_whose_it_is(stage: Open):
    """M2: as many lines as the paper leaves out; the first has the cursor; Esc goes back to the lists."""
    s = stage()
    masked = (s.page._copies or ())[0].masked
    view = _view(s)
    assert len(view._places) == len(masked) > 2
    assert view.title.text() == f"Bản niêm yết che {len(masked)} chỗ"
    assert any("Lò Văn Ế" in line.text and line.second.startswith("Ý kiến số 22") for line in view._places)
    assert view.table.rows.hasFocus()
    press(s, Qt.Key.Key_Escape)
    assert not s.page.frame.privacy_shown
    assert s.page.frame.checks.isVisible()


def test_nothing_is_printed_before_the_list_was_seen_and_it_is_asked_once(stage: Open):
    """M2: left without looking nothing happens; seen, it is not asked again until the list is another."""
    s = stage()
    press(s, Qt.Key.Key_P, CTRL)
    assert s.page.frame.privacy_shown
    press(s, Qt.Key.Key_Escape)
    assert (s.shop.jobs, s.app.live.records(s.cid).versions) == ([], ())
    print_all(s)
    assert len(s.shop.jobs) == 1
    press(s, Qt.Key.Key_P, CTRL)
    assert len(s.shop.jobs) == 2
    opinion = s.app.live.records(s.cid).at_hall()[2]
    s.app.live.edit_opinion(s.cid, opinion.id, consent=False)
    s.settle()
    s.app.closing.freeze(s.cid, reason="Ông Đoàn rút đồng ý công khai tên")
    s.settle()
    press(s, Qt.Key.Key_P, CTRL)
    assert s.page.frame.privacy_shown
    assert len(s.shop.jobs) == 2


def test_a_marked_passage_is_covered_and_uncovered(stage: Open):
    """M2: a passage of an answer; listed, marked in the text, taken back by button and toast."""
    s = stage()
    view = _view(s)
    opinion = s.app.live.records(s.cid).at_hall()[0]
    answer = s.app.live.records(s.cid).answers_of(opinion.id)[0].text
    words = " ".join(answer.split()[:4])
    view.go_to(opinion.id)
    view.hide_part.click()
    assert view.complaint.startswith("Chưa chọn đoạn nào.")
    _mark(view, words)
    view.hide_part.click()
    s.settle()
    assert s.app.live.records(s.cid).at_hall()[0].hidden_parts == (words,)
    assert any(words in line for line in (s.page._copies or ())[0].masked)
    assert len(view.text.extraSelections()) == 1
    view.show_part.click()
    s.settle()
    assert s.app.live.records(s.cid).at_hall()[0].hidden_parts == ()
    s.toast._take_back()
    s.settle()
    assert s.app.live.records(s.cid).at_hall()[0].hidden_parts == (words,)


def test_words_of_the_form_are_not_taken_for_a_passage(stage: Open):
    s = stage()
    view = _view(s)
    opinion = s.app.live.records(s.cid).at_hall()[0]
    view.go_to(opinion.id)
    text = view.text.toPlainText()
    at = text.index("Trả lời:")
    _mark(view, text[at - 12 : at + 16])
    view.hide_part.click()
    assert "một câu nói hoặc một câu trả lời" in view.complaint
    assert s.app.live.records(s.cid).at_hall()[0].hidden_parts == ()


def test_a_whole_opinion_stays_away_and_comes_back(stage: Open):
    s = stage()
    view = _view(s)
    opinion = s.app.live.records(s.cid).at_hall()[0]
    view.go_to(opinion.id)
    assert view.whole.words == "Không niêm yết cả ý kiến"
    view.whole.click()
    s.settle()
    assert s.app.live.records(s.cid).at_hall()[0].withheld
    assert view.whole.words == "Niêm yết lại ý kiến này"
    assert not view.hide_part.isEnabled()
    view.whole.click()
    s.settle()
    assert not s.app.live.records(s.cid).at_hall()[0].withheld
