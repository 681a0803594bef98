"""The end page by keyboard over the real core: gaps, freezing, copies, paper, files (M1–M3, M8)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from dialogue_desktop.errors import UserError
from tests.ui.end.conftest import Open
from tests.ui.end.stage import open_gaps, press, print_all, write
from ui.printing.print_order import Edges


def _change(app: Any, cid: str) -> None:
    app.closing.freeze(cid)
    opinion = app.live.records(cid).at_hall()[0]
    app.live.edit_opinion(cid, opinion.id, text=opinion.text + " Xin xem lại.")


def _freeze(app: Any, cid: str) -> None:
    app.closing.freeze(cid)


def test_ctrl_enter_on_the_first_gap_goes_to_its_field(stage: Open):
    """M3: the focus stands on the first gap; its button names record and field."""
    s = stage(prepare=open_gaps)
    assert len(s.page.frame.checks.rows) == 3
    assert s.page.frame.checks.rows[0].button.hasFocus()
    press(s, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    press(s, Qt.Key.Key_Down)
    press(s, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [gap.field for _, gap in s.gaps] == ["outcome", "voices"]
    assert s.gaps[0][0] == s.cid
    assert s.gaps[0][1].record_id


def test_freezing_is_locked_until_the_last_gap_is_filled(stage: Open):
    """M3: the page follows what is put right elsewhere."""
    s = stage(prepare=open_gaps)
    assert not s.page.frame.foot.button.isEnabled()
    assert s.page.frame.foot.reason.text() == "Còn 3 việc cần bổ sung."
    while entry := s.app.live.undo(s.cid):
        if entry.kind == "opinion.edit" and not s.app.closing.check(s.cid).missing:
            break
    s.settle()
    assert s.page.frame.checks.rows == []
    assert s.page.frame.foot.button.isEnabled()


def test_freeze_and_print_is_one_press(stage: Open):
    """M2, M3: Ctrl+P freezes, then all copies go out as one job, each on its own sheets; what the posted copy
    leaves out is seen before, once."""
    s = stage()
    drawn = [copy.pages for copy in s.page._copies or ()]
    press(s, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert s.page.frame.privacy.accept.words == "Đã xem, chốt và in 3 bản"
    assert s.app.live.records(s.cid).versions == ()
    press(s, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [v.number for v in s.app.live.records(s.cid).versions] == [1]
    ((data, choice, order, target),) = s.shop.jobs
    assert (choice.name, target, order.duplex) == ("Canon LBP 2900", None, True)
    assert order.starts == (1, 1 + drawn[0], 1 + drawn[0] + drawn[1])
    assert data == s.documents.join([copy.pdf for copy in s.page._copies or ()])
    assert s.page.frame.header.facts.text().startswith("Đã chốt lần 1")
    assert s.page.frame.foot.button.words == "In 3 bản"
    assert s.page._screen is not None
    assert s.page._screen.step == 3


def test_vietnamese_reason_lets_freeze_with_gaps(stage: Open):
    """M3: "Vẫn chốt…" asks why, in the page; the reason is kept with the version, without one nothing is
    frozen, and Esc leaves it."""
    s = stage(prepare=open_gaps)
    s.page.frame.foot.force_button.click()
    s.settle()
    card = s.page.frame.freeze
    assert card.reason.hasFocus()
    press(s, Qt.Key.Key_Escape)
    assert not card.isVisible()
    assert s.page.frame.foot.force_button.hasFocus()
    press(s, Qt.Key.Key_Space)
    press(s, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert card.complaint == "Cần ghi lý do rồi mới chốt."
    assert s.app.live.records(s.cid).versions == ()
    write(s, "Ông Lò Văn Ế đã về, bổ sung sau")
    press(s, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert s.app.live.records(s.cid).versions[0].reason == "Ông Lò Văn Ế đã về, bổ sung sau"
    assert not card.isVisible()
    assert s.shop.jobs == []


def test_a_correction_becomes_version_two_with_its_reason(stage: Open):
    """M3: what is corrected stands there before it is frozen, why is asked beside it, version 1 can be
    printed again."""
    s = stage(prepare=_change)
    card = s.page.frame.freeze
    assert card.act.words == "Chốt lần 2"
    assert card.told.sentences == (
        "Ý kiến số 16: nội dung sửa từ “… đúng thế không?” thành “… đúng thế không? Xin xem lại.”.",
    )
    s.page.frame.foot.button.click()
    s.settle()
    assert len(s.shop.jobs) == 1
    card.focus_reason()
    write(s, "Sửa lời ông An theo bản ghi âm")
    press(s, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    versions = s.app.live.records(s.cid).versions
    assert [(v.number, v.reason) for v in versions] == [(1, ""), (2, "Sửa lời ông An theo bản ghi âm")]
    assert not card.isVisible()
    assert s.page.frame.foot.button.hasFocus()


def test_arrows_choose_the_copy_and_its_page_follows(stage: Open):
    """M2: ↑ ↓ change the copy; the page at the right is that copy's."""
    s = stage()
    assert s.page.frame.copies.tiles[0].hasFocus()
    shown = [s.page.frame.pages.view._data]
    press(s, Qt.Key.Key_Down)
    shown.append(s.page.frame.pages.view._data)
    press(s, Qt.Key.Key_Down)
    press(s, Qt.Key.Key_Down)
    shown.append(s.page.frame.pages.view._data)
    assert shown == [copy.pdf for copy in s.page._copies or ()]
    assert s.page.frame.copies.tiles[2].hasFocus()


def test_the_posted_copys_masked_words_are_marked_on_screen_only(stage: Open):
    """M2: marks are handed to the view, never into the bytes."""
    s = stage()
    assert s.page.frame.pages.view._marks
    assert any("thôn" in words for mark in s.page.frame.pages.view._marks for words in mark.words)
    press(s, Qt.Key.Key_Down)
    assert s.page.frame.pages.view._marks == ()


def test_space_takes_a_copy_out_and_the_toast_brings_it_back(stage: Open):
    """M2: number of copies editable; saved in the plan at once, undone from the toast."""
    s = stage()
    press(s, Qt.Key.Key_Down)
    press(s, Qt.Key.Key_Space)
    assert [c.chosen for c in s.app.planning.plan(s.cid).copies][:3] == [True, False, True]
    assert s.page.frame.foot.button.words == "Chốt và in 2 bản"
    assert [c.label[:7] for c in s.page._copies or ()] == ["Bản 1/2", "Bản 2/2"]
    s.toast._take_back()
    s.settle()
    assert s.page.frame.foot.button.words == "Chốt và in 3 bản"


def test_label_and_number_are_edited_in_place(stage: Open):
    """M2: F2, words, number, Enter; Esc leaves everything as it was."""
    s = stage()
    press(s, Qt.Key.Key_F2)
    write(s, "Niêm yết tại nhà văn hóa thôn Phú Ấp")
    press(s, Qt.Key.Key_Tab)
    press(s, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    write(s, "2")
    press(s, Qt.Key.Key_Return)
    first = s.app.planning.plan(s.cid).copies[0]
    assert (first.label, first.count, first.posted) == ("Niêm yết tại nhà văn hóa thôn Phú Ấp", 2, True)
    assert s.page.frame.copies.tiles[0].place.text() == "Bản 1–2/4"
    assert s.page.frame.copies.tiles[0].hasFocus()
    press(s, Qt.Key.Key_F2)
    write(s, "khác hẳn")
    press(s, Qt.Key.Key_Escape)
    assert s.app.planning.plan(s.cid).copies[0] == first


def test_a_copy_is_added_and_a_wrong_number_is_refused(stage: Open):
    s = stage()
    s.page.frame.copies.add.setFocus()
    press(s, Qt.Key.Key_Space)
    editor = s.page.frame.copies.editor
    assert editor is not None
    write(s, "Gửi Ủy ban Mặt trận Tổ quốc xã")
    editor.count.setFocus()
    editor.count.selectAll()
    write(s, "không")
    press(s, Qt.Key.Key_Return)
    assert s.page.frame.copies.editor is editor
    assert editor.count_box.warning == "Số bản ghi bằng chữ số."
    editor.count.selectAll()
    write(s, "1")
    press(s, Qt.Key.Key_Return)
    assert s.app.planning.plan(s.cid).copies[-1].label == "Gửi Ủy ban Mặt trận Tổ quốc xã"
    assert s.page.frame.foot.button.words == "Chốt và in 4 bản"


def test_printing_into_a_file_asks_for_it_first_and_gives_up_quietly(stage: Open, tmp_path: Path):
    """M2: with the PDF file as printer the name is asked before anything is frozen."""
    s = stage()
    s.page.frame.settings.printer.set_value(s.shop.choices[-1])
    target = tmp_path / "Biên bản ba bản.pdf"
    s.prompter.expect(None, target)
    print_all(s)
    assert s.app.live.records(s.cid).versions == ()
    print_all(s)
    assert target.read_bytes() == s.shop.jobs[0][0]


def test_a_printer_that_fails_leaves_a_sentence_and_the_frozen_minutes(stage: Open):
    """G1: what was frozen stays frozen, the print can be tried again."""
    s = stage()
    s.shop.error = UserError("Máy in “Canon LBP 2900” không nhận lệnh in.")
    print_all(s)
    assert s.page.frame.trouble.isVisible()
    assert "không nhận lệnh in" in s.page.frame.trouble.accessibleName()
    assert len(s.app.live.records(s.cid).versions) == 1
    s.shop.error = None
    s.page.frame.foot.button.click()
    s.settle()
    assert len(s.shop.jobs) == 1


def test_margins_out_of_reach_are_warned_of(stage: Open):
    """G1: the test pages have ink 20 mm from the edge."""
    s = stage()
    assert s.page.frame.settings.warning == ""
    s.shop.reach = Edges(4, 25, 4, 4)
    s.page._paper.measure()
    s.settle()
    assert "trên 25 mm" in s.page.frame.settings.warning


def test_one_copy_is_printed_as_a_draft_from_the_form(stage: Open):
    """M2: pages and number asked in our own form; Enter prints, Esc leaves."""
    s = stage()
    s.page.frame.pages.draft.click()
    s.settle()
    panel = s.page.frame.pages.panel
    panel.range.setFocus()
    write(s, "2-9")
    press(s, Qt.Key.Key_Return)
    assert panel.range_box.warning == "Văn bản chỉ có 4 trang."
    panel.range.selectAll()
    write(s, "2-3")
    press(s, Qt.Key.Key_Return)
    ((data, _choice, order, _target),) = s.shop.jobs
    assert data == (s.page._copies or ())[0].pdf
    assert (order.first, order.last, order.copies) == (2, 3, 1)
    assert not s.page.frame.pages.form_open
    assert s.app.live.records(s.cid).versions == ()


def test_files_of_the_frozen_minutes(stage: Open, tmp_path: Path):
    """M2, M8: three PDF files, one Word file, the workbook; the PDF of one copy is what is shown."""
    s = stage(prepare=_freeze)
    folder, word, pdf = tmp_path / "Hồ sơ", tmp_path / "b.docx", tmp_path / "b.pdf"
    s.prompter.expect(folder, word, pdf)
    s.page.frame.foot.files.click()
    s.settle()
    assert len(list(folder.iterdir())) == 3
    s.page.frame.pages.word.click()
    s.settle()
    assert word.read_bytes().startswith(b"docx ")
    s.page.frame.pages.pdf.click()
    s.settle()
    assert pdf.read_bytes() == s.page.frame.pages.view._data
    s.prompter.done()


@pytest.mark.parametrize(
    ("scale", "size", "beside"),
    [(1.0, (1150, 698), True), (1.5, (1288, 698), False), (2.0, (1262, 698), False)],
)
def test_the_page_fits_every_size(stage: Open, scale: float, size: tuple[int, int], beside: bool):
    """G6: nothing scrolls sideways; where there is no room the page opens in the place of the lists."""
    s = stage(scale=scale, size=size, prepare=open_gaps)
    assert s.window.size().toTuple() == size
    assert s.page.frame.pages.isVisible() is beside
    inner = s.page.frame._scroll.widget()
    assert isinstance(inner, QWidget)
    assert inner.minimumSizeHint().width() <= s.page.frame._scroll.viewport().width()
    if not beside:
        s.page.frame.copies.focus_current()
        press(s, Qt.Key.Key_Return)
        assert s.page.frame.pages.view.hasFocus()
        assert not s.page.frame.work.isVisible()
        press(s, Qt.Key.Key_Escape)
        assert s.page.frame.copies.tiles[0].hasFocus()


def test_every_icon_is_there_in_both_themes(stage: Open):
    for theme in ("light", "dark"):
        s = stage(theme=theme, prepare=open_gaps)
        s.window.grab()
        assert s.look.icons.missing == set()


def test_narrowing_the_window_keeps_the_page_that_one_works_on(stage: Open):
    """G6: the print form is open and has the focus; at 150 % it stays, the lists give way."""
    s = stage()
    s.page.frame.pages.draft.click()
    s.settle()
    s.look.set_scale(1.5)
    s.settle()
    assert s.page.frame.pages.isVisible()
    assert not s.page.frame.work.isVisible()
    assert s.page.frame.pages.panel.settings.printer.hasFocus()
    s.look.set_scale(1.0)
    s.settle()
    assert s.page.frame.work.isVisible()
    assert s.page.frame.pages.isVisible()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_facts_of_the_header_are_never_cut(stage: Open, scale: float):
    """G6: where letters are large they are short, counted with what else stands in the header."""
    facts = stage(scale=scale, size=(1270, 698)).page.frame.header.facts
    assert facts.sizeHint().width() <= facts.width()
    assert facts.text().startswith("Kết thúc lúc ")
