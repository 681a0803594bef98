"""The stations before the day: checklist, opinions, answers, invitations, slips, papers, lists."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from dialogue_desktop.domain.live import LiveItem
from dialogue_desktop.domain.records import SlipBatch, Source, Voice
from tests.ui.vietnamese.walk import Walk
from tests.ui.vietnamese.ways import choose, press, push, settle, unfold
from ui.preparation.item_entry import When
from ui.slips.view import SlipsView

_ROAD = "Đường trục thôn Phú Ấp xuống cấp nặng, đề nghị sửa sớm trước mùa mưa."
_OPINION_ROWS = "\n".join(
    "\t".join(cells)
    for cells in (
        ("STT", "Họ và tên", "Thôn", "Nội dung kiến nghị", "Ngày nhận"),
        ("1", "Nguyễn Văn Ổn", "Phú Ấp", "Đề nghị làm rãnh thoát nước dọc ngõ 3", "17/4/2026"),
        ("2", "Lò Thị Ế", "Phú Ấp", "Mương bị lấp, đề nghị nạo vét", "31/02/2026"),
    )
)
_DELEGATE_ROWS = "\n".join(
    "\t".join(cells)
    for cells in (
        ("STT", "Họ và tên", "Chức vụ", "Thôn"),
        ("1", "Nguyễn Văn Ổn", "Trưởng thôn", "Phú Ấp"),
        ("2", "", "Bí thư chi bộ", "Phú Ấp"),
    )
)
_ANSWER_ROWS = "\n".join(
    "\t".join(cells)
    for cells in (
        ("Số", "Nội dung ý kiến", "Câu trả lời", "Người trả lời"),
        ("1", "Sửa đường", "Đã giao Phòng Kinh tế", "ông Trần Hữu Lẫm"),
        ("999", "Không có số này", "Xin trả lời sau", "ông Trần Hữu Lẫm"),
    )
)


def preparation(walk: Walk) -> None:
    """Tasks with every way to give a day, then a place of notice."""
    page = walk.program.go("preparation")
    press(walk, "Ctrl+N")
    unfold(walk, "preparation: own item")
    item = page.tasks.item
    choose(walk, item.when, When.DAY)
    item.done.click()
    settle(walk)
    walk.type_here("preparation: done")
    press(walk, "Ctrl+2", "Ctrl+N")
    unfold(walk, "preparation: proof")


def opinions(walk: Walk) -> None:
    """The list, the form with a person more, the joint answer, giving out by hand and by field."""
    program = walk.program
    for number in range(2):
        item = LiveItem(
            source=Source.SLIP,
            text=_ROAD,
            field="Giao thông",
            voices=(Voice(f"Nguyễn Văn Ổn {number}", "ông", "thôn Phú Ấp"),),
        )
        program.app.live.add_collected(program.sample, item, received_on=date(2026, 4, 17))
    page = program.go("opinions")
    walk.type_here("opinions: list")
    press(walk, "Ctrl+N")
    press(walk, "Ctrl+Shift+N")
    unfold(walk, "opinions: form", page.form)
    press(walk, "Escape")
    rows = page.list.table.rows
    rows.setFocus(Qt.FocusReason.OtherFocusReason)
    alike = [o.id for o in program.app.live.records(program.sample).collected() if o.text == _ROAD]
    rows.set_current(alike[0])
    press(walk, "Ctrl+T")
    walk.type_here("opinions: give")
    press(walk, "Escape", "Ctrl+Shift+T")
    walk.type_here("opinions: give by field")
    press(walk, "Escape")
    page._presenter.tick(alike[0], True)
    page._presenter.tick(alike[1], True)
    settle(walk)
    press(walk, "Ctrl+G")
    walk.type_here("opinions: joint answer")
    press(walk, "Escape")


def sorting(walk: Walk) -> None:
    program = walk.program
    item = LiveItem(source=Source.SLIP, text="Đường vào nghĩa trang lầy lội, đề nghị rải đá.")
    program.app.live.add_collected(program.sample, item)
    program.go("sorting")
    walk.type_here("sorting")


def answers(walk: Walk) -> None:
    walk.program.go("answers")
    unfold(walk, "answers")


def _import(walk: Walk, page_id: str, rows: str) -> None:
    """The box to paste into, then a cell that is mended."""
    page = walk.program.go(page_id)
    walk.type_here(page_id)
    QGuiApplication.clipboard().setText(rows)
    page.start.paste.setFocus(Qt.FocusReason.OtherFocusReason)
    press(walk, "Ctrl+A", "Ctrl+V")
    push(walk, page.start.read_button.words, page)
    walk.type_here(f"{page_id}: mend")


def opinion_import(walk: Walk) -> None:
    _import(walk, "opinion_import", _OPINION_ROWS)


def answer_import(walk: Walk) -> None:
    _import(walk, "answer_import", _ANSWER_ROWS)


def delegate_import(walk: Walk) -> None:
    _import(walk, "delegate_import", _DELEGATE_ROWS)


def invite(walk: Walk) -> None:
    """People and slips, each with its form."""
    program = walk.program
    program.app.inviting.hand_out(
        program.sample,
        SlipBatch("", 0, "thôn Phú Ấp", "Chi bộ thôn", 501, 540, date(2026, 4, 1), date(2026, 4, 20)),
    )
    page = program.go("invite")
    walk.type_here("invite: people")
    press(walk, "Ctrl+N")
    unfold(walk, "invite: form", page.people)
    press(walk, "Escape")
    page.switch("slips")
    settle(walk)
    press(walk, "Ctrl+N")
    unfold(walk, "invite: slips")
    assert isinstance(page.view, SlipsView)
    press(walk, "Escape")
    page.switch("people")


def papers(walk: Walk) -> None:
    """Each paper with what can be chosen for it."""
    page = walk.program.go("papers")
    rows = page.list.table.rows
    for item in [one.id for one in rows.rows.rows()]:
        rows.set_current(item)
        walk.program.rest()
        if walk.fresh("papers"):
            walk.type_here(f"papers: {item}")
