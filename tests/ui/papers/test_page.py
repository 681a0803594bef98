"""The page by keyboard: choose a paper, change how it is printed, print, write files (C1–C11, G6)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pypdf
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from dialogue_desktop.bootstrap import App
from dialogue_desktop.domain.paper_choices import READ
from dialogue_desktop.domain.records import Delegate
from tests.ui.end.stage import Shop
from tests.ui.page_stage import PageStage
from ui.printing.print_order import sheets
from ui.printing.print_settings import DUPLEX_KEY, PRINTER_KEY
from ui.prompter import Question
from ui.widgets.button import Button

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)

OpenPage = Callable[..., PageStage]


def rows(stage: PageStage) -> Any:
    return stage.page.list.table.rows


def go_to(stage: PageStage, name: str) -> None:
    """Down the list to a paper."""
    while rows(stage).current_id() != name:
        before = rows(stage).current_id()
        stage.key("Down")
        assert rows(stage).current_id() != before, f"no paper {name}"


def field(stage: PageStage, paper: str, name: str) -> Any:
    return stage.page.choices.field(paper, name)


def pages(stage: PageStage) -> str:
    """What the bar over the pages says, once they are drawn."""
    view = stage.page.pages.view
    stage.until(lambda: stage.page.presenter.begun is None or view.count > 0)
    return str(stage.page.pages.bar.label.text())


def menu_entry(stage: PageStage, words: str) -> None:
    """Take an entry of the menu that hangs open, by its arrow keys."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    chosen = ""
    for _ in menu.actions():
        active: QAction | None = menu.activeAction()  # the stubs forget that there may be none
        chosen = active.text() if active is not None else ""
        if chosen == words:
            break
        QTest.keyClick(menu, Qt.Key.Key_Down)
    assert chosen == words, [action.text() for action in menu.actions()]
    QTest.keyClick(menu, Qt.Key.Key_Return)
    stage.settle()


# --- looking and choosing ---------------------------------------------------------------------------------


def test_a_choice_changes_the_pages(open_page: OpenPage, app: App, cid: str) -> None:
    """C10, G6: down to the invitations, by F6 into the form, two on a page and the day of issue: the pages
    follow, the focus stays; the next page opened has it as it was left."""
    stage = open_page()
    assert stage.focused is rows(stage)
    assert pages(stage) == "Trang 1/6"
    go_to(stage, "invitations")
    assert pages(stage) == "Trang 1/40"
    stage.page.choices.focus_first()
    per_page = field(stage, "invitations", "per_page")
    assert stage.focused is per_page
    QTest.keyClick(per_page, Qt.Key.Key_Down)
    stage.until(lambda: pages(stage) == "Trang 1/20")
    issued = field(stage, "invitations", "issued_on")
    issued.setFocus(Qt.FocusReason.TabFocusReason)
    stage.type("01/4/2026")
    stage.until(lambda: stage.page.presenter.choices_of("invitations").issued_on == date(2026, 4, 1))
    stage.until(lambda: stage.page.presenter.begun is not None and stage.page.presenter.begun.whole)
    words = pypdf.PdfReader(BytesIO(stage.page.presenter.begun.result.data)).pages[0].extract_text()
    assert "ngày 01 tháng 4 năm 2026" in " ".join(words.split())
    assert stage.focused is issued
    assert stage.page.header.saved.text().startswith("Đã lưu")
    again = open_page()
    assert rows(again).current_id() == "invitations"
    assert pages(again) == "Trang 1/20"
    assert field(again, "invitations", "issued_on").text() == "01/4/2026"


def test_a_wrong_day_says_so_and_changes_nothing(open_page: OpenPage) -> None:
    """G5: the sentence stands under the row when the field is left."""
    stage = open_page()
    stage.page.show_paper("sign-in")
    stage.settle()
    before = stage.page.presenter.begun
    issued = field(stage, "sign-in", "issued_on")
    issued.setFocus(Qt.FocusReason.TabFocusReason)
    stage.type("31/4/2026")
    stage.key("Tab")
    box = issued.parent()
    assert "30 ngày" in box.warning
    assert stage.page.presenter.begun is before


def test_what_is_missing_leads_where_it_is_written(open_page: OpenPage, app: App, cid: str) -> None:
    """C2, G5: no pages, one sentence, a button; nothing to print."""
    for proof in app.notice_proofs.proofs(cid):
        app.notice_proofs.remove(cid, proof.id)
    stage = open_page()
    asked: list[str] = []
    stage.page.page_asked.connect(asked.append)
    go_to(stage, "posting-record")
    assert not stage.page.print_button.isEnabled()
    stage.key("Return")
    way: Button = stage.page.pages.way_button
    assert way.words == "Đến Việc chuẩn bị"
    assert way.hasFocus()
    stage.key("Space")
    assert asked == ["preparation"]


def test_what_is_written_elsewhere_is_seen(open_page: OpenPage, app: App, cid: str) -> None:
    """C10: one more delegate, one more letter, without leaving the page."""
    stage = open_page()
    stage.page.show_paper("invitations")
    stage.settle()
    assert pages(stage) == "Trang 1/40"
    app.inviting.add(cid, [Delegate("", name="Nguyễn Thị Thanh Nguyệt", honorific="bà")])
    stage.until(lambda: pages(stage) == "Trang 1/41")


# --- printing ---------------------------------------------------------------------------------------------


def test_the_very_pages_go_to_the_printer(open_page: OpenPage, app: App, shop: Shop) -> None:
    """C10: Ctrl+P, Enter: the bytes on view; on both sides of the paper no letter stands on another's back;
    the job has the name of the paper."""
    stage = open_page()
    stage.page.show_paper("invitations")
    stage.settle()
    stage.key("Ctrl+P")
    assert stage.focused is stage.page.pages.panel.settings.printer
    assert stage.page.pages.panel.total.text() == "1 bản, 40 trang, 40 tờ"
    stage.key("Return")
    ((data, choice, order, target),) = shop.jobs
    assert data is stage.page.presenter.begun.result.data
    assert (choice.name, target, order.title) == ("Canon LBP 2900", None, "Giấy mời")
    assert order.duplex
    assert sheets(order, 40) == 40
    assert stage.toast == "Đã gửi in 1 trang tới Canon LBP 2900"
    assert not stage.page.pages.form_open


def test_some_pages_into_a_file(open_page: OpenPage, shop: Shop, tmp_path: Path, app: App) -> None:
    """C11: the printer may be a file; it and the sides of the paper are kept for all pages that print."""
    stage = open_page()
    stage.page.show_paper("sign-in")
    stage.settle()
    stage.key("Ctrl+P")
    settings = stage.page.pages.panel.settings
    QTest.keyClick(settings.printer, Qt.Key.Key_Down)
    stage.settle()
    assert app.settings.get(PRINTER_KEY, "?") == ""
    assert app.settings.get(DUPLEX_KEY, False) is True
    stage.page.pages.panel.range.setFocus()
    stage.type("2-3")
    stage.prompter.expect(tmp_path / "ký nhận.pdf")
    stage.key("Return")
    assert shop.jobs[0][2].first == 2
    assert stage.toast == "Đã ghi 1 trang vào tệp ký nhận.pdf"


def test_a_printer_that_refuses(open_page: OpenPage, shop: Shop) -> None:
    """G5: the sentence stays until it is read; the form stays open to try again."""
    from ui.printing.print_job import PrintFailed

    shop.error = PrintFailed("Máy in không nhận lệnh in. Văn bản vẫn giữ nguyên.")
    stage = open_page()
    stage.key("Ctrl+P", "Return")
    assert stage.page.trouble.accessibleName().startswith("Chưa in được. Máy in không nhận")
    assert stage.page.pages.form_open
    shop.error = None
    stage.key("Return")
    assert len(shop.jobs) == 1


# --- files ------------------------------------------------------------------------------------------------


def test_one_paper_as_a_file(open_page: OpenPage, tmp_path: Path) -> None:
    """C8: PDF is the bytes on view, Word the same paper; Excel forms of the slips go into a folder."""
    stage = open_page()
    stage.page.show_paper("slips")
    stage.settle()
    buttons = stage.page.pages.buttons
    stage.prompter.expect(tmp_path / "phiếu.pdf", tmp_path / "phiếu.docx", tmp_path)
    for form in ("pdf", "docx", "xlsx"):
        buttons[form].setFocus()
        stage.key("Space")
    stage.prompter.done()
    assert (tmp_path / "phiếu.pdf").read_bytes() == stage.page.presenter.begun.result.data
    assert len(docx.Document(str(tmp_path / "phiếu.docx")).sections) >= 1
    assert len(list(tmp_path.glob("phieu-lay-y-kien-*.xlsx"))) == 2
    assert stage.toast == f"Đã ghi 2 tệp vào thư mục {tmp_path.name}"
    stage.page.focus_first()
    go_to(stage, "assigned-questions")
    assert buttons["xlsx"].isVisible()
    go_to(stage, "prepared-report")
    assert not buttons["xlsx"].isVisible()


def test_ticked_papers_into_a_folder(open_page: OpenPage, tmp_path: Path) -> None:
    """C1: three ticked by Space, Word by the menu; what lies there already is asked about, and kept."""
    (tmp_path / "noi-quy.docx").write_bytes(b"da sua")
    stage = open_page()
    for name in ("rules", "programme", "sign-in"):
        go_to(stage, name)
        stage.key("Space")
    assert stage.page.write_button.words == "Ghi 3 văn bản…"
    stage.prompter.expect(tmp_path, "keep")
    stage.key("Ctrl+Shift+S")
    menu_entry(stage, "Tệp Word…")
    stage.prompter.done()
    question = stage.prompter.asked[-1]
    assert isinstance(question, Question)
    assert question.title == "Thư mục đã có 1 tệp cùng tên"
    assert (tmp_path / "noi-quy.docx").read_bytes() == b"da sua"
    assert {path.name for path in tmp_path.glob("*.docx")} == {
        "noi-quy.docx",
        "noi-quy-2.docx",
        "chuong-trinh.docx",
        "danh-sach-ky-nhan.docx",
    }
    assert stage.toast == f"Đã ghi 3 tệp vào thư mục {tmp_path.name}"


def test_all_papers_in_every_form(open_page: OpenPage, tmp_path: Path, app: App) -> None:
    """C1–C11: everything that can be made, each in its forms; those by their own choices."""
    stage = open_page()
    stage.page.show_paper("invitations")
    stage.settle()
    stage.page.presenter.change("per_page", 2)
    stage.settle()
    target = tmp_path / "giấy tờ"
    stage.prompter.expect(target)
    stage.key("Ctrl+Shift+S")
    menu_entry(stage, "PDF, Word, Excel…")
    names = {path.name for path in target.iterdir()}
    assert len([name for name in names if name.endswith(".pdf")]) == 16
    assert len([name for name in names if name.endswith(".docx")]) == 16
    assert {"bang-phan-cong.xlsx", "du-toan-kinh-phi.xlsx"} <= names
    assert len(pypdf.PdfReader(target / "giay-moi.pdf").pages) == 20


def test_a_place_that_takes_no_file(open_page: OpenPage, tmp_path: Path) -> None:
    """G5: one sentence with the name of the file; what is on view stays."""
    blocked = tmp_path / "không phải thư mục"
    blocked.write_bytes(b"")
    stage = open_page()
    stage.prompter.expect(blocked / "ke-hoach.pdf")
    stage.page.pages.buttons["pdf"].click()
    stage.settle()
    assert "“ke-hoach.pdf”" in stage.page.trouble.accessibleName()
    assert stage.page.pages.view.count == 6
    assert stage.page.write_button.isEnabled()


# --- room -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("theme", "scale"), [("light", 1.0), ("dark", 1.0), ("light", 1.5), ("light", 2.0)])
def test_nothing_is_cut(open_page: OpenPage, theme: str, scale: float) -> None:
    """G6: every choice of every paper has its width, every button its words."""
    stage = open_page(theme, scale)
    page = stage.page
    if scale > 1:
        stage.key("Return")
    for paper in ("invitations", "slips", "sign-in", "prepared-report", "assigned-questions"):
        page.show_paper(paper)
        stage.settle()
        choices = page.choices
        if not choices.isVisible():
            page.pages.how.click()
            stage.settle()
        assert choices.isVisible()
        assert choices.minimumSizeHint().width() <= choices.width()
        assert choices.sizeHint().height() <= choices.height()
        for name in READ[paper]:
            control = field(stage, paper, name)
            assert choices.rect().contains(control.mapTo(choices, control.rect().bottomRight())), name
        for button in list[Button](page.findChildren(Button)):
            if button.isVisible():
                assert button.width() >= button.sizeHint().width(), button.words


def test_in_a_narrow_window_the_panes_take_turns(open_page: OpenPage) -> None:
    """G6: Enter shows the pages in the place of the list, "Cách in" the choices in theirs, Esc goes back."""
    stage = open_page(size=(1000, 698))
    page = stage.page
    page.show_paper("slips")
    stage.settle()
    assert not page.pages.isVisible()
    assert not page.choices.isVisible()
    stage.key("Return")
    assert page.pages.isVisible()
    assert not page.list.isVisible()
    page.pages.how.setFocus()
    stage.key("Space")
    assert page.choices.isVisible()
    assert stage.focused is field(stage, "slips", "per_page")
    stage.key("Esc")
    assert not page.choices.isVisible()
    stage.key("Ctrl+P")
    assert page.pages.form_open
    stage.key("Esc", "Esc")
    assert stage.focused is rows(stage)


def test_every_verb_has_words_and_its_own_key(open_page: OpenPage) -> None:
    """G6: no key twice, every field and button has a name for the reader."""
    stage = open_page()
    keys = [key.toString() for action in stage.page.actions_by_verb.values() for key in action.shortcuts()]
    assert len(keys) == len(set(keys)) == 2
    for paper in ("invitations", "sign-in", "previous-results"):
        stage.page.show_paper(paper)
        stage.settle()
        for widget in list[QWidget](stage.page.findChildren(QWidget)):
            if widget.focusPolicy().value & 1 and widget.isVisible():
                assert widget.accessibleName(), widget


def test_what_was_done_is_said_off_the_choices(open_page: OpenPage, tmp_path: Path) -> None:
    """G6: beside the list the word stands on the page of paper, never on a choice that is being changed."""
    stage = open_page()
    stage.page.show_paper("invitations")
    stage.settle()
    stage.prompter.expect(tmp_path / "giấy mời.pdf")
    stage.page.pages.buttons["pdf"].click()
    stage.settle()
    toast, choices = stage.context.toast, stage.page.choices
    assert stage.toast == "Đã lưu tệp giấy mời.pdf"
    box = toast.geometry()
    assert not box.intersects(choices.rect().translated(choices.mapTo(stage.window, QPoint(0, 0))))
