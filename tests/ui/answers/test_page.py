"""The page "Giao và thu câu trả lời" by keyboard, and how it fits (C7, G5, G6, L9)."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pypdfium2
import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from dialogue_desktop.domain.records import Opinion
from tests.ui.answers.town import Town
from tests.ui.inside import children
from tests.ui.page_stage import PageStage
from ui.pages.answers import AnswersPage
from ui.prompter import Question, TextQuestion

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)

OpenPage = Callable[..., PageStage]


def opinion(town: Town, key: str) -> Opinion:
    return next(o for o in town.app.live.records(town.cid).opinions if o.id == town.ids[key])


def menu_lines(stage: PageStage) -> list[str]:
    (menu,) = children(stage.page, QMenu)
    return [action.text() for action in menu.actions()]


def test_answers_typed_and_pasted_without_the_mouse(town: Town, open_page: OpenPage) -> None:
    """C7, G6: ↑↓ through the units, Enter to the opinions, Enter to the answer, Ctrl+Enter to the next."""
    stage = open_page()
    page: AnswersPage = stage.page
    assert page.units.table.rows.hasFocus()
    stage.key("Down", "Up", "Return")
    assert page.matters.table.rows.hasFocus()
    stage.key("Return")
    assert page.form.answer.hasFocus()
    QGuiApplication.clipboard().setText("Đội thủy nông nạo vét,\r\nxong trước 25/4.")
    stage.key("Ctrl+V", "Ctrl+Return")
    assert opinion(town, "muong").prepared_answer == "Đội thủy nông nạo vét,\nxong trước 25/4."
    assert stage.toast == "Đã ghi câu trả lời ý kiến số 2"
    assert page.form.title.text() == "Ý kiến số 3 và 4"
    assert page.form.answer.hasFocus()
    stage.type("Lắp 14 bóng đèn trong quý II.")
    stage.key("Tab")
    assert page.form.by.hasFocus()
    stage.key("Ctrl+S")
    assert opinion(town, "den2").prepared_answer == "Lắp 14 bóng đèn trong quý II."
    assert page.matters.table.rows.hasFocus()
    stage.key("Ctrl+Z")
    assert opinion(town, "den2").prepared_answer == ""
    stage.key("Ctrl+Y")
    assert opinion(town, "den2").prepared_answer == "Lắp 14 bóng đèn trong quý II."


def test_an_input_method_is_never_broken(town: Town, open_page: OpenPage) -> None:
    """L12, L9: a word that is being composed stays whole while the list is read again."""
    stage = open_page()
    stage.key("F2")
    stage.type("Xã đã ")
    stage.preedit("ti")
    town.app.live.edit_opinion(town.cid, town.ids["nha"], prepared_by="bà Lụa")
    stage.settle()
    stage.compose("tiế", commit="tiếp thu")
    assert stage.page.form.answer.toPlainText() == "Xã đã tiếp thu"


def test_half_typed_stays_where_esc_leads_away(town: Town, open_page: OpenPage) -> None:
    """L9: Esc from the answer to the list, from the list to the units; the words wait."""
    stage = open_page()
    stage.key("F2")
    stage.type("Đang nạo vét")
    stage.key("Esc", "Down")
    assert stage.page.lying.accessibleName() == "Đang gõ dở: câu trả lời ý kiến số 2."
    stage.key("Esc")
    assert stage.focused is stage.page.units.table.rows
    stage.key("Return", "Up", "F2")
    assert stage.page.form.answer.toPlainText() == "Đang nạo vét"
    assert opinion(town, "muong").prepared_answer == ""


def test_delete_takes_back_and_ctrl_z_gives_again(town: Town, open_page: OpenPage) -> None:
    """C7, L9: one opinion in the list, all that is owed among the units."""
    stage = open_page()
    stage.key("Return", "Delete")
    assert opinion(town, "muong").unit == ""
    stage.key("Ctrl+Z")
    assert opinion(town, "muong").unit == "Phòng Kinh tế"
    stage.key("Esc", "Delete")
    assert [opinion(town, key).unit for key in ("duong", "muong", "den", "tram")] == [
        "Phòng Kinh tế", "", "", "",
    ]  # fmt: skip
    stage.key("Ctrl+Z")
    assert opinion(town, "den").unit == "Phòng Kinh tế"


def test_the_day_is_moved_after_it_was_seen(town: Town, open_page: OpenPage) -> None:
    """C7, P10: what moves, and that the day is no working day, stand in the question."""
    stage = open_page()
    stage.prompter.expect("30/2", "18/4", "unit")
    stage.key("Ctrl+D")
    _, again, shown = stage.prompter.asked
    assert isinstance(again, TextQuestion)
    assert isinstance(shown, Question)
    assert again.text == "Tháng 2 năm 2026 chỉ có 28 ngày."
    assert shown.title == "Dời sang thứ Bảy 18/4/2026?"
    assert "Phòng Kinh tế: 4 ý kiến, hạn đang là thứ Hai 13/4 và thứ Hai 20/4." in shown.text
    assert "Hạn rơi vào thứ Bảy 18/4" in shown.text
    assert [choice.words for choice in shown.choices] == [
        "Giữ nguyên", "Chỉ 4 ý kiến của Phòng Kinh tế", "Dời hạn 6 ý kiến",
    ]  # fmt: skip
    assert stage.toast == "Đã dời hạn 4 ý kiến sang thứ Bảy 18/4/2026"
    stage.prompter.done()


def test_sheets_of_one_unit_and_of_all(town: Town, open_page: OpenPage, tmp_path: Path) -> None:
    """C7: Ctrl+P, the chosen unit first; PDF and Excel hold its opinions and nobody else's."""
    stage = open_page()
    stage.key("Ctrl+P")
    lines = menu_lines(stage)
    assert lines[:4] == [
        "Phiếu giao của Phòng Kinh tế, PDF…",
        "Phiếu giao của Phòng Kinh tế, Word…",
        "Phiếu giao của Phòng Kinh tế, Excel…",
        "Phiếu giao của mọi đơn vị, PDF…",
    ]
    assert lines[6:] == ["Báo cáo tổng hợp ý kiến, trả lời, PDF…", "Báo cáo tổng hợp ý kiến, trả lời, Word…"]
    children(stage.page, QMenu)[0].close()
    papers = stage.page.paper_list()
    for paper in (papers[0], papers[2], papers[5]):
        stage.prompter.expect(tmp_path)
        stage.page.papers.export(paper, town.cid)
        stage.settle()
    names = sorted(path.name for path in tmp_path.glob("*.*"))
    assert names == [
        "phieu-giao-tra-loi-cong-an-xa.xlsx",
        "phieu-giao-tra-loi-phong-kinh-te.pdf",
        "phieu-giao-tra-loi-phong-kinh-te.xlsx",
        "phieu-giao-tra-loi-phong-vh-xh.xlsx",
    ]
    pdf = pypdfium2.PdfDocument(tmp_path / "phieu-giao-tra-loi-phong-kinh-te.pdf")
    text = "".join(page.get_textpage().get_text_bounded() for page in pdf)
    pdf.close()
    assert "Trạm biến áp" in text
    assert "cao huyết áp" not in text
    sheet = openpyxl.load_workbook(tmp_path / "phieu-giao-tra-loi-phong-kinh-te.xlsx").active
    assert sheet is not None
    words = " ".join(str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell)
    assert "Trạm biến áp" in words
    assert "cao huyết áp" not in words


def test_the_ways_from_the_page(town: Town, open_page: OpenPage) -> None:
    """C7: to the file of answers, to giving away, back to the opinions; each by its key."""
    stage = open_page()
    went: list[Any] = []
    stage.page.import_wanted.connect(lambda cid: went.append(("read", cid)))
    stage.page.left.connect(lambda cid: went.append(("left", cid)))
    stage.page.give_wanted.connect(lambda cid, one: went.append(("give", one)))
    stage.key("Ctrl+O", "Ctrl+R", "End", "Ctrl+T")
    assert went == [("read", town.cid), ("left", town.cid), ("give", town.ids["dat"])]


def test_answers_read_elsewhere_can_be_taken_back_here(town: Town, open_page: OpenPage) -> None:
    """C7, L9: the page of reading says what it kept; Ctrl+Z takes it back."""
    stage = open_page()
    town.app.live.edit_opinion(town.cid, town.ids["xe"], prepared_answer="Cấm xe từ 22 giờ.")
    stage.page.imported("Đã nhận 1 câu trả lời")
    stage.settle()
    assert stage.toast == "Đã nhận 1 câu trả lời"
    stage.key("Ctrl+Z")
    assert opinion(town, "xe").prepared_answer == ""


def test_what_is_asked_for_before_the_rows_are_there(town: Town, open_page: OpenPage) -> None:
    """G3: an opinion that was found elsewhere is in hand as soon as it is read."""
    gate = threading.Event()
    real = town.app.assigning.loads

    class Slow:
        def loads(self, cid: str) -> Any:
            assert gate.wait(20)
            return real(cid)

        def __getattr__(self, name: str) -> Any:
            return getattr(town.app.assigning, name)

    gate.set()
    stage = open_page(services={"assigning": Slow()})
    gate.clear()
    page = AnswersPage(stage.context, town.cid)
    page.show_opinion(town.ids["thuoc"])
    gate.set()
    stage.until(lambda: page.form.title.text() == "Ý kiến số 7")
    assert page.units.table.rows.current_id() == "phong vh - xh"
    page.leave()
    page.deleteLater()


@pytest.mark.parametrize(("theme", "scale"), [("light", 1.0), ("dark", 1.0), ("light", 1.5), ("light", 2.0)])
def test_nothing_is_cut(town: Town, open_page: OpenPage, theme: str, scale: float) -> None:
    """G6: at every size the keys lead to the answer, its field is seen whole, the foot stays."""
    stage = open_page(theme, scale)
    page: AnswersPage = stage.page
    units = page.units.table
    assert units.height() >= units.fitted_height()
    stage.key("Return", "Down", "Return")
    form = page.form
    assert form.isVisible()
    assert form.answer.hasFocus()
    assert form._inner.minimumSizeHint().width() <= form.area.viewport().width()
    field = form.answer
    for corner in (field.rect().topLeft(), field.rect().bottomRight()):
        assert form.area.viewport().rect().contains(field.mapTo(form.area.viewport(), corner))
    for button in (form.foot.save_button, form.foot.save_close_button):
        assert button.width() >= button.sizeHint().width()
        assert page.rect().contains(button.mapTo(page, button.rect().bottomRight()))
    for button in page.header.buttons:
        assert button.width() >= button.sizeHint().width()
    stage.key("Esc", "Esc")
    assert units.rows.hasFocus()


def test_larger_letters_give_the_units_their_room(town: Town, open_page: OpenPage) -> None:
    """G6: the scale is changed while the page is open."""
    stage = open_page()
    stage.look.set_scale(1.5)
    stage.settle()
    units = stage.page.units.table
    stage.until(lambda: units.height() >= units.fitted_height())
    assert units.isVisible()
    assert not stage.page.matters.isVisible()
