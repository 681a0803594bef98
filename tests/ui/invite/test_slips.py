"""Slips handed out and back: the presenter, then the window by keyboard (C3, G5, G6, L9)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from dialogue_desktop.domain.live import LiveItem
from dialogue_desktop.domain.paper_choices import PaperChoices
from dialogue_desktop.domain.records import SlipBatch, Source
from dialogue_desktop.domain.slips import SlipState
from tests.live.hall import BrokenDisk, Hall
from tests.ui.invite.desk import SlipDesk
from tests.ui.page_stage import PageStage, Services
from ui.slips.entry import SlipEntry
from ui.slips.words import TYPING

OpenPage = Callable[..., PageStage]


def batches(hall: Hall) -> tuple[SlipBatch, ...]:
    return hall.app.live.records(hall.cid).slip_batches


@pytest.fixture
def three(hall: Hall) -> list[str]:
    """Slips with three who collect: all back, late, still out."""
    rows = (
        ("thôn Phú Ấp", "Chi bộ thôn Phú Ấp", 1, 40, date(2026, 4, 20), 40),
        ("thôn Phú Ấp", "Chi hội Phụ nữ", 41, 60, date(2026, 4, 20), 12),
        ("thôn Đồng Vạn", "Ban Công tác Mặt trận", 61, 90, date(2026, 4, 28), None),
    )
    return [
        hall.app.inviting.hand_out(
            hall.cid, SlipBatch("", 0, place, who, first, last, date(2026, 4, 1), due, back)
        )
        for place, who, first, last, due, back in rows
    ]


# --- the presenter ----------------------------------------------------------------------------------------


def test_by_thon_with_what_is_late(hall: Hall, three: list[str], slip_desk: SlipDesk) -> None:
    """C3: a section for each thôn with its sums; late ones; what was entered, and what nobody handed out."""
    for number in ("003", "45", "45", "070", "0500"):
        hall.app.live.add_collected(
            hall.cid, LiveItem(source=Source.SLIP, text="Đường hỏng."), slip_number=number
        )
    screen = slip_desk.open().screen
    assert [(section.title, section.count) for section in screen.sections] == [
        ("Thôn Đồng Vạn", "Phát 30, thu về 0, đã nhập 1"),
        ("Thôn Phú Ấp", "Phát 60, thu về 52, đã nhập 2; 1 nơi quá hạn"),
    ]
    rows = {row.id: row for section in screen.sections for row in section.rows}
    assert [rows[key].state for key in three] == [SlipState.BACK, SlipState.LATE, SlipState.OUT]
    assert [rows[key].left for key in three] == ["", "Trễ 4 ngày", "Còn 4 ngày"]
    assert (rows[three[2]].returned, rows[three[2]].note) == ("–", "Đã nhập 1 phiếu mà chưa ghi số thu về")
    assert (rows[three[0]].note, rows[three[0]].warned) == (
        "Còn 39 phiếu chưa nhập, kể cả phiếu trắng", False,
    )  # fmt: skip
    assert screen.stray == "1 phiếu đã nhập không có trong số đã phát: 500."
    assert screen.facts == "Phát 90 phiếu, thu về 52, đã nhập 3; 1 nơi quá hạn nộp"


def test_the_next_batch_goes_on_where_the_last_ended(slip_desk: SlipDesk) -> None:
    """C3: numbers follow, as many again; thôn and days stay; today is the day of the first."""
    slip_desk.open().presenter.begin_new()
    assert slip_desk.form == SlipEntry(first="001", handed="thứ Sáu 24/4/2026")
    slip_desk.type(locality="phu ap", collector="Chi bộ thôn", last="30", due="28/4")
    assert slip_desk.presenter.save(go_on=True)
    assert slip_desk.form == SlipEntry(
        locality="phu ap", first="031", last="060", handed="thứ Sáu 24/4/2026", due="28/4"
    )
    slip_desk.type(collector="Chi hội Phụ nữ", last="50")
    assert slip_desk.presenter.save(go_on=False)
    first, second = slip_desk.batches()
    assert (first.locality, first.first, first.last, first.due_on) == (
        "thôn Phú Ấp", 1, 30, date(2026, 4, 28),
    )  # fmt: skip
    assert (second.first, second.last, second.handed_on) == (31, 50, date(2026, 4, 24))
    assert slip_desk.said[-1] == "Đã ghi phát phiếu cho Chi hội Phụ nữ"
    slip_desk.presenter.acts.undo()
    assert len(slip_desk.batches()) == 1


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"first": "35"}, "last", "Số 035–050 đã phát cho Chi bộ thôn Phú Ấp"),
        ({"first": ""}, "first", "Chưa ghi số phiếu, ví dụ 031."),
        ({"last": "abc"}, "last", "Chưa ghi số phiếu, ví dụ 031."),
        ({"returned": "99"}, "returned", "Chỉ phát 10 phiếu, không thể thu về 99."),
        ({"returned": "x"}, "returned", "Chỉ ghi số, ví dụ 120 hoặc 1.150."),
        ({"due": "30/2"}, "due", "Tháng 2 năm 2026 chỉ có 28 ngày."),
        ({"due": "20/4"}, "due", "Hạn nộp phiếu trước ngày phát phiếu."),
        ({"returned": "3", "returned_on": "1/4"}, "returned_on", "Ngày thu về trước ngày phát phiếu."),
        ({"locality": " ", "collector": ""}, "collector", "Chưa ghi thôn hoặc người phát, thu phiếu."),
    ],
)
def test_what_cannot_be_is_said_at_its_field(
    hall: Hall, slip_desk: SlipDesk, changes: dict[str, str], field: str, sentence: str
) -> None:
    """C3, G5: nothing is written; the sentence stands at the field that must be put right."""
    hall.app.inviting.hand_out(hall.cid, SlipBatch("", 0, "thôn Phú Ấp", "Chi bộ thôn Phú Ấp", 1, 50))
    slip_desk.open().presenter.begin_new()
    values = {"locality": "Đồng Vạn", "collector": "Chi bộ", "first": "51", "last": "60", **changes}
    slip_desk.type(**values)
    before = batches(hall)
    assert not slip_desk.presenter.save(go_on=True)
    ((where, said),) = slip_desk.complaints
    assert (where, said[: len(sentence)]) == (field, sentence)
    assert batches(hall) == before


def test_what_came_back(hall: Hall, three: list[str], slip_desk: SlipDesk) -> None:
    """C3: one number after the other, the day is today's where none is written; each is an act of its own."""
    slip_desk.open().presenter.begin_edit(three[2], "returned")
    slip_desk.type(returned="25")
    slip_desk.presenter.save(go_on=True)
    assert (slip_desk.form.batch_id, slip_desk.focus) == (three[0], "returned")
    back = next(one for one in batches(hall) if one.id == three[2])
    assert (back.returned, back.returned_on) == (25, date(2026, 4, 24))
    newest = hall.app.live.history(hall.cid, 1)[0]
    assert hall.app.live.entry_text(newest) == "ghi phiếu thu về"
    assert {change.field for change in newest.changes} == {"returned", "returned_on"}


def test_half_typed_and_full_disk(hall: Hall, three: list[str]) -> None:
    """L9: kept within a second and over a start; saved when there is room again."""
    disk = BrokenDisk(hall.app.inviting)
    desk = SlipDesk(hall, services=Services(hall.app, inviting=disk)).open()
    desk.presenter.begin_edit(three[0])
    desk.type(note="Bà Ổn nộp hộ")
    desk.timer.pass_ms(1000)
    again = SlipDesk(hall).open()
    assert again.screen.shelf == "phiếu 001–040"
    states = {row.id: row.state for section in again.screen.sections for row in section.rows}
    assert states[three[0]] == TYPING
    disk.broken = True
    assert desk.presenter.save(go_on=False)
    assert desk.screen.trouble is not None
    assert desk.screen.trouble.fact == "Chưa lưu được."
    assert [entry.note for entry in desk.rescued] == ["Bà Ổn nộp hộ"]
    disk.broken = False
    desk.presenter.try_again()
    assert batches(hall)[0].note == "Bà Ổn nộp hộ"


def test_taken_off_and_back(hall: Hall, three: list[str], slip_desk: SlipDesk) -> None:
    """L9: the toast names the numbers; undo."""
    slip_desk.open().presenter.select(three[1])
    slip_desk.presenter.remove()
    assert slip_desk.said == ["Đã bỏ phiếu 041–060 của Chi hội Phụ nữ, thôn Phú Ấp"]
    assert slip_desk.screen.selected == three[0]
    slip_desk.presenter.acts.undo()
    assert len(batches(hall)) == 3


# --- the window -------------------------------------------------------------------------------------------


def slips(stage: PageStage) -> Any:
    stage.page.switch("slips")
    stage.settle()
    return stage.page.slips


def test_two_batches_without_the_mouse(hall: Hall, open_page: OpenPage) -> None:
    """C3, G6: ← → on the switch, Ctrl+N, Enter from field to field, Ctrl+Enter; F2 for what came back."""
    stage = open_page()
    stage.page.people.segment._buttons["people"].setFocus()
    stage.key("Right")
    view = stage.page.view
    assert view is stage.page.slips
    stage.key("Ctrl+N")
    stage.type("phu ap")
    stage.key("Return")
    stage.type("Chi bộ thôn")
    stage.key("Return", "Return")
    stage.type("30")
    assert view.form.numbers.note_words == "30 phiếu"
    stage.key("Return", "Return")
    stage.type("28/4")
    stage.key("Ctrl+Return")
    assert stage.toast == "Đã ghi phát phiếu cho Chi bộ thôn"
    stage.key("Return")
    stage.type("chi hoi")
    stage.key("Down", "Return", "Ctrl+S")
    first, second = batches(hall)
    assert (first.locality, first.handed, first.due_on) == ("thôn Phú Ấp", 30, date(2026, 4, 28))
    assert (second.collector, second.first, second.last) == ("Chi hội Phụ nữ", 31, 60)
    assert stage.focused is view.list.table.rows
    stage.key("Up", "F2")
    stage.type("28")
    stage.key("Ctrl+S")
    assert batches(hall)[0].returned == 28
    stage.key("Ctrl+Z")
    assert batches(hall)[0].returned is None
    stage.key("Delete")
    assert len(batches(hall)) == 1
    stage.key("Ctrl+Z")
    assert len(batches(hall)) == 2


def test_esc_and_the_other_view_keep_the_words(hall: Hall, three: list[str], open_page: OpenPage) -> None:
    """L9: half a batch waits while the list of people is looked at."""
    stage = open_page()
    view = slips(stage)
    stage.key("Ctrl+N")
    stage.type("dong van")
    stage.key("Esc", "Esc")  # the offered thôn, then the form
    assert view.lying.accessibleName() == "Đang gõ dở: lần phát phiếu mới."
    stage.page.switch("people")
    stage.page.switch("slips")
    stage.settle()
    stage.key("Ctrl+N")
    assert view.form._field("locality").value() == "dong van"


def test_the_locality_that_stays_is_typed_over(hall: Hall, open_page: OpenPage) -> None:
    """C3: the thôn of the batch before stays for Enter; a letter typed takes its place."""
    stage = open_page()
    slips(stage)
    stage.key("Ctrl+N")
    stage.type("dong van")
    stage.key("Return")
    stage.type("Chi bộ")
    stage.key("Return", "Return")
    stage.type("020")
    stage.key("Ctrl+Return")
    stage.type("phu ap")
    stage.key("Return")
    stage.type("Chi bộ")
    stage.key("Return", "Return")
    stage.type("040")
    stage.key("Ctrl+S")
    assert [one.locality for one in batches(hall)] == ["thôn Đồng Vạn", "thôn Phú Ấp"]


@pytest.mark.parametrize(("theme", "scale"), [("light", 1.0), ("dark", 1.0), ("light", 1.5), ("light", 2.0)])
def test_nothing_is_cut(hall: Hall, three: list[str], open_page: OpenPage, theme: str, scale: float) -> None:
    """G6: the form and its buttons at every size; each field comes into sight as Enter reaches it."""
    stage = open_page(theme, scale)
    view = slips(stage)
    stage.key("Return")
    form = view.form
    assert form._inner.minimumSizeHint().width() <= form.area.viewport().width()
    for button in (form.save_button, form.save_close_button, form.close_button):
        assert button.width() >= button.sizeHint().width()
        assert form.rect().contains(button.mapTo(form, button.rect().bottomRight()))
    for _ in range(8):
        stage.key("Return")
        field = stage.focused
        seen = field.mapTo(form.area.viewport(), field.rect().center())
        assert form.area.viewport().rect().contains(seen)


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
def test_slips_are_printed_on_the_page_of_the_papers(
    hall: Hall, three: list[str], open_page: OpenPage
) -> None:
    """C3: all of them, or those of the batch in hand alone; how many on a page is chosen there."""
    stage = open_page()
    asked: list[tuple[str, str, tuple[str, ...]]] = []
    stage.page.paper_wanted.connect(lambda cid, name, only: asked.append((cid, name, only)))
    stage.page.switch("slips")
    stage.settle()
    slips = stage.page.slips
    slips.list.table.rows.set_current(three[1])
    stage.settle()
    assert [way.words.partition(",")[0] for way in slips.paper_list()] == [
        "Phiếu 041–060",
        "Phiếu lấy ý kiến",
    ]
    for down in ((), ("Down",)):
        stage.key("Ctrl+P")
        menu = QApplication.activePopupWidget()
        assert menu is not None
        for _ in down:
            QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Return)
        stage.settle()
    assert asked == [(hall.cid, "slips", (three[1],)), (hall.cid, "slips", ())]
    result = hall.app.documents.record_paper("slips", hall.cid, PaperChoices(only=(three[1],)))
    assert result.pages == 10
