"""The page by keyboard, as the secretary works through a list (C10, C11, P8, G6, L9)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from dialogue_desktop.domain.inviting import is_open
from dialogue_desktop.domain.records import Delegate, Reply
from tests.live.hall import BrokenDisk, Hall
from tests.ui.live.typing_tools import compositions
from tests.ui.page_stage import PageStage

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)

OpenPage = Callable[..., PageStage]
TODAY = date(2026, 4, 24)


@pytest.fixture
def laid_out(hall: Hall) -> Hall:
    hall.app.inviting.lay_out(hall.cid)
    return hall


def delegates(hall: Hall) -> tuple[Delegate, ...]:
    return hall.app.inviting.invited(hall.cid).delegates


def named(hall: Hall, name: str) -> Delegate:
    return next(one for one in delegates(hall) if one.name == name)


def field(stage: PageStage, name: str) -> Any:
    return stage.page.people.form.form.fields[name]


def go_to(stage: PageStage, delegate_id: str) -> None:
    stage.page.people.list.table.rows.set_current(delegate_id)
    stage.settle()


def menu_entry(stage: PageStage, words: str) -> None:
    """Take an entry of the menu that hangs open, by its arrow keys."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    chosen = ""
    for _ in menu.actions():
        active: QAction | None = menu.activeAction()  # the stubs forget that there may be none
        chosen = active.text() if active is not None else ""
        if chosen.startswith(words):
            break
        QTest.keyClick(menu, Qt.Key.Key_Down)
    assert chosen.startswith(words), [action.text() for action in menu.actions()]
    QTest.keyClick(menu, Qt.Key.Key_Return)
    stage.settle()


def test_the_focus_stays_on_the_page_when_its_button_goes(hall: Hall, open_page: OpenPage) -> None:
    """G6: what laid the list out is gone with the empty page; the keys go on in the list, and back again."""
    stage = open_page()
    people = stage.page.people
    assert stage.focused is people.list.lay_out_button
    stage.key("Space")
    assert stage.focused is people.list.table.rows
    stage.key("Ctrl+Z")
    assert stage.focused is people.list.lay_out_button


# --- the whole way ----------------------------------------------------------------------------------------


def test_from_the_plan_to_sent_letters_without_the_mouse(hall: Hall, open_page: OpenPage) -> None:
    """C10, C11, G6: laid out by Enter, three people named for the seats of a thôn, a group ticked, its
    letters numbered and sent, a reply noted; each says what was done; one undo each."""
    stage = open_page()
    assert stage.focused is stage.page.people.list.lay_out_button
    stage.key("Space")
    assert stage.toast == "Đã xếp 20 dòng theo kế hoạch"
    seat = next(d for d in delegates(hall) if is_open(d) and d.hamlet == "xóm Đình")
    go_to(stage, seat.id)
    stage.key("Return")
    assert stage.focused is field(stage, "name")
    stage.type("bà Lê Thị Ổn")
    stage.key("Return")
    stage.type("Chi hội trưởng Phụ nữ")
    stage.key("Ctrl+Return")
    stage.type("ông Đỗ Văn Tám")
    stage.key("Ctrl+Return")
    stage.type("ông Vũ Văn Ất")
    stage.key("Ctrl+S")
    assert [named(hall, n).hamlet for n in ("Lê Thị Ổn", "Đỗ Văn Tám", "Vũ Văn Ất")] == ["xóm Đình"] * 3
    assert stage.toast == "Đã thêm ông Vũ Văn Ất"
    assert stage.focused is stage.page.people.list.table.rows
    assert stage.page.people.list.table.rows.current_id() == named(hall, "Vũ Văn Ất").id
    go_to(stage, next(d.id for d in delegates(hall) if d.group_id == "thon"))
    for _ in range(6):
        stage.key("Space", "Down")
    bar = stage.page.people.bar
    assert bar.words.text() == "Đã chọn 6 dòng"
    stage.prompter.expect("07", "series")
    stage.key("Ctrl+D")
    assert stage.toast == "Đã đánh số giấy mời 07 đến 12: 6 dòng"
    stage.key("Ctrl+G")
    assert stage.toast == "Đã ghi gửi giấy mời ngày 24/4: 6 dòng"
    stage.key("Esc")
    assert bar.isHidden()
    stage.key("Ctrl+1")
    letters = [d for d in delegates(hall) if d.group_id == "thon"]
    assert [d.letter_number for d in letters] == ["07", "08", "09", "10", "11", "12"]
    assert {d.sent_on for d in letters} == {TODAY}
    assert sum(d.reply is Reply.COMING for d in delegates(hall)) == 1
    for _ in range(3):
        stage.key("Ctrl+Z")
    assert {d.letter_number for d in delegates(hall)} == {""}
    assert stage.page.people.header.saved.isVisible()


def test_enter_walks_through_the_form(laid_out: Hall, open_page: OpenPage) -> None:
    """C11, G6: every field in the order of the eye; the day is written out with its weekday; a thôn from
    its beginning; who comes instead is asked once somebody does not come."""
    stage = open_page()
    stage.key("Ctrl+N")
    stage.type("bà Lê Thị Ổn")
    stage.key("Return")
    stage.type("Chủ tịch Hội Phụ nữ")
    stage.key("Return")
    assert stage.focused is field(stage, "group_id")
    stage.key("Home", "Down", "Return")
    stage.type("phu ap")
    stage.key("Return")
    assert field(stage, "locality").value() == "thôn Phú Ấp"
    stage.type("xóm Bãi")
    stage.key("Return", "Return", "Return")
    assert stage.focused is field(stage, "sent")
    stage.type("16/4")
    stage.key("Return")
    assert field(stage, "sent").value() == "thứ Năm 16/4/2026"
    assert stage.focused is field(stage, "reply")
    stage.key("End", "Return")
    assert stage.focused is field(stage, "replaced_by")
    stage.type("bà Ngô Thị Ước")
    stage.key("Return")
    stage.type("Ngồi hàng đầu")
    stage.key("Return")
    stage.type("0912 000 104")
    stage.key("Ctrl+Return")
    one = named(laid_out, "Lê Thị Ổn")
    assert (one.office, one.group_id, one.locality, one.hamlet) == (
        "Chủ tịch Hội Phụ nữ", "cap-xa", "thôn Phú Ấp", "xóm Bãi",
    )  # fmt: skip
    assert (one.sent_on, one.reply, one.replaced_by, one.note) == (
        date(2026, 4, 16), Reply.NOT_COMING, "bà Ngô Thị Ước", "Ngồi hàng đầu",
    )  # fmt: skip
    assert field(stage, "name").value() == ""
    assert field(stage, "locality").value() == "thôn Phú Ấp"


def test_the_menu_of_the_bar(laid_out: Hall, open_page: OpenPage) -> None:
    """C10, C11: another day, into another group, off the list; all by keys."""
    stage = open_page()
    line = next(d.id for d in delegates(laid_out) if d.group_id == "thon")
    go_to(stage, line)
    stage.key("Space")
    stage.page.people.bar.more_button.setFocus()
    stage.prompter.expect("40/4", "15/4")
    stage.key("Space")
    menu_entry(stage, "Gửi ngày khác")
    moved = next(d for d in delegates(laid_out) if d.id == line)
    assert moved.sent_on == date(2026, 4, 15)
    stage.key("Space")
    menu_entry(stage, "Chuyển sang nhóm")
    menu_entry(stage, "Nhân dân")
    moved = next(d for d in delegates(laid_out) if d.id == line)
    assert moved.group_id == "nhan-dan"
    stage.page.people.bar.more_button.setFocus()
    stage.key("Space")
    menu_entry(stage, "Bỏ khỏi danh sách")
    assert all(d.id != line for d in delegates(laid_out))


def test_numbers_refused_and_asked_again(laid_out: Hall, open_page: OpenPage) -> None:
    """C10, G5: what is no number is asked for again with the reason; the way back numbers nothing."""
    stage = open_page()
    stage.key("Ctrl+A")
    stage.prompter.expect("GM", "3", "back")
    stage.key("Ctrl+D")
    first, second, _ = (str(getattr(question, "text", "")) for question in stage.prompter.asked)
    assert first.startswith("20 dòng đang chọn.")
    assert second.startswith("Số giấy mời phải bắt đầu bằng chữ số")
    assert {d.letter_number for d in delegates(laid_out)} == {""}


def test_everything_ticked_and_let_go(laid_out: Hall, open_page: OpenPage) -> None:
    """G6: Ctrl+A ticks all that are shown and, again, none."""
    stage = open_page()
    stage.key("Ctrl+F")
    stage.type("chi bo")
    stage.key("Tab")
    stage.page.people.list.focus_list()
    stage.key("Ctrl+A")
    assert stage.page.people.bar.words.text() == "Đã chọn 3 dòng"
    stage.key("Ctrl+A")
    assert stage.page.people.bar.isHidden()


def test_delete_is_the_lists_not_the_fields(laid_out: Hall, open_page: OpenPage) -> None:
    """L9: Delete on a row, the toast, Ctrl+Z; Delete in the search line is that line's."""
    stage = open_page()
    count = len(delegates(laid_out))
    stage.key("Delete")
    assert len(delegates(laid_out)) == count - 1
    stage.key("Ctrl+Z")
    assert len(delegates(laid_out)) == count
    stage.key("Ctrl+F")
    stage.type("bi")
    stage.key("Home", "Delete")
    assert stage.page.people.list.search.text() == "i"
    assert len(delegates(laid_out)) == count


def test_ctrl_z_where_the_hand_is(laid_out: Hall, open_page: OpenPage) -> None:
    """L9: after Ctrl+Enter the cursor stands in the next empty form; Ctrl+Z takes the person back."""
    stage = open_page()
    count = len(delegates(laid_out))
    stage.key("Ctrl+N")
    stage.type("bà Lê Thị Ổn")
    stage.key("Ctrl+Return", "Ctrl+Z")
    assert len(delegates(laid_out)) == count


def test_esc_loses_nothing(laid_out: Hall, open_page: OpenPage) -> None:
    """L9: Esc closes the form; the words wait, also for the next start, and while the slips are looked at."""
    stage = open_page()
    stage.key("Ctrl+N")
    stage.type("bà Lê Thị Ổ")
    stage.key("Esc")
    assert stage.page.people.form.isHidden()
    assert stage.page.people.lying.accessibleName() == "Đang gõ dở: đại biểu mới."
    stage.page.switch("slips")
    stage.page.switch("people")
    stage.settle()
    stage.page.leave()
    stage.settle()
    again = open_page()
    again.key("Ctrl+N")
    assert field(again, "name").value() == "bà Lê Thị Ổ"


def test_vietnamese_is_never_eaten(laid_out: Hall, open_page: OpenPage) -> None:
    """L12: words being composed are not saved, not searched, not completed."""
    stage = open_page()
    stage.key("Ctrl+N")
    for steps, word in compositions("Nguyễn Thị Ổn"):
        stage.compose(*steps, commit=word)
    stage.key("Ctrl+S")
    assert named(laid_out, "Nguyễn Thị Ổn").group_id == "nhan-dan"


def test_a_full_disk_says_so_and_saves_later(laid_out: Hall, open_page: OpenPage) -> None:
    """L9, G5: the banner, its button, and nothing lost."""
    disk = BrokenDisk(laid_out.app.inviting)
    stage = open_page(services={"inviting": disk})
    stage.key("Ctrl+N")
    stage.type("bà Lê Thị Ổn")
    disk.broken = True
    stage.key("Ctrl+S")
    assert stage.page.people.trouble.accessibleName().startswith("Chưa lưu được. Ổ đĩa đã đầy")
    disk.broken = False
    stage.page.people._again.click()
    stage.settle()
    assert named(laid_out, "Lê Thị Ổn").honorific == "bà"
    assert stage.page.people.trouble.isHidden() or not stage.page.people.trouble.isVisible()


# --- papers -----------------------------------------------------------------------------------------------


def test_the_papers_of_the_list_have_a_page(laid_out: Hall, open_page: OpenPage) -> None:
    """C10, C11: by Ctrl+P and arrows to the page of a paper, with the ticked lines where there are any."""
    stage = open_page()
    asked: list[tuple[str, str, tuple[str, ...]]] = []
    stage.page.paper_wanted.connect(lambda cid, name, only: asked.append((cid, name, only)))
    stage.key("Ctrl+P")
    menu_entry(stage, "Danh sách ký nhận")
    assert asked == [(laid_out.cid, "sign-in", ())]
    rows = [d.id for d in delegates(laid_out)][:2]
    go_to(stage, rows[0])
    stage.key("Space", "Down", "Space", "Ctrl+P")
    menu_entry(stage, "Giấy mời cho 2 dòng đã chọn")
    assert asked[1][:2] == (laid_out.cid, "invitations")
    assert set(asked[1][2]) == set(stage.page.people.presenter.listing.ticked)


# --- room and light ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(("theme", "scale"), [("light", 1.0), ("dark", 1.0), ("light", 1.5), ("light", 2.0)])
def test_nothing_is_cut(laid_out: Hall, open_page: OpenPage, theme: str, scale: float) -> None:
    """G6: buttons keep their words, forms fit their width, the row in hand is seen, at every size."""
    name, office = "Nguyễn Thị Thanh Nguyệt", "Phó Chủ tịch Hội Liên hiệp Phụ nữ"
    place, hamlet = "thôn Thượng Vĩnh Ổn", "xóm Ngọn Đồi Thượng"
    longest = Delegate("", 0, "nhan-dan", "bà", name, office, place, hamlet)
    laid_out.app.inviting.add(laid_out.cid, [longest])
    stage = open_page(theme, scale)
    people = stage.page.people
    row = named(laid_out, name).id
    go_to(stage, row)
    stage.key("Space")
    rows = people.list.table.rows
    box = rows.visualRect(rows.currentIndex())
    assert rows.viewport().rect().contains(box), box
    for button in (*people.bar.buttons, people.new_button):
        if button.isVisible():
            assert button.width() >= button.sizeHint().width()
    stage.key("Esc", "F2")
    form = people.form
    assert form.isVisible()
    inner = form._inner
    assert inner.minimumSizeHint().width() <= form.area.viewport().width()
    for button in (form.save_button, form.save_close_button, form.close_button):
        assert button.width() >= button.sizeHint().width()
        assert form.rect().contains(button.mapTo(form, button.rect().bottomRight()))


def test_three_hundred_people(hall: Hall, open_page: OpenPage) -> None:
    """G6: all of them in their sections, found and ticked."""
    hall.app.inviting.add(
        hall.cid,
        [Delegate("", name=f"Lò Văn Ế {n}", group_id="nhan-dan", locality="thôn Phú Ấp") for n in range(300)],
    )
    stage = open_page()
    assert stage.page.people.list.count.text() == "300 chỗ"
    stage.key("Ctrl+A", "Ctrl+G")
    assert {d.sent_on for d in delegates(hall)} == {TODAY}
    stage.key("Ctrl+F")
    stage.type("e 299")
    assert stage.page.people.list.count.text() == "1 trên 300 chỗ"


def test_in_a_narrow_window_the_panes_take_turns(laid_out: Hall, open_page: OpenPage) -> None:
    """G6: Enter shows the detail in the place of the list, Esc goes back; the form too."""
    stage = open_page(size=(1000, 698))
    people = stage.page.people
    assert people.detail.isHidden()
    stage.key("Return")
    assert people.list.isHidden() or not people.list.isVisible()
    assert people.detail.isVisible()
    stage.key("Esc")
    assert people.list.isVisible()
    stage.key("F2")
    assert people.form.isVisible()
    stage.key("Esc")
    assert stage.focused is people.list.table.rows


def test_every_verb_has_words_and_its_own_key(qtbot: QtBot, laid_out: Hall, open_page: OpenPage) -> None:
    """G6: no key twice in one view, every field and button has a name for the reader."""
    stage = open_page()
    for view in (stage.page.people, stage.page.slips):
        keys = [key.toString() for action in view.actions_by_verb.values() for key in action.shortcuts()]
        assert len(keys) == len(set(keys))
    stage.key("Ctrl+N")
    for widget in list[QWidget](stage.page.people.findChildren(QWidget)):
        if widget.focusPolicy().value & 1 and widget.isVisible():
            assert widget.accessibleName(), widget
