"""Abbreviations and ready sentences where a collected opinion and its answer are typed (C4, L1)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.live.hall import Hall
from tests.ui.page_stage import PageStage

OpenPage = Callable[..., PageStage]


def test_the_slip_and_its_answer_are_typed_in_short(hall: Hall, open_page: OpenPage) -> None:
    """C4: expanded in the two texts, not in the names; the word that the saving key ends too."""
    stage = open_page()
    form = stage.page.form
    stage.key("Ctrl+N")
    form.people.first.setFocus()
    stage.type("dtt ")
    assert form.people.first.text() == "dtt "
    stage.key("Ctrl+A", "Delete")
    stage.type("bà Lê Thị Ổn")
    form.text.setFocus()
    stage.type("Đề nghị ubx sửa dtt.")
    assert form.text.toPlainText() == "Đề nghị Ủy ban nhân dân xã sửa đường trục thôn."
    form.answer.setFocus()
    stage.key("Ctrl+I")
    assert stage.page.quick.picker.shown[0].title == "Xin trả lời như sau"
    stage.type("ke hoach")
    stage.key("Return")
    assert form.answer.toPlainText() == "Việc này đã có trong kế hoạch năm 2026, giao  thực hiện."
    stage.type("pkt")
    stage.key("Ctrl+Return")
    stage.settle()
    (opinion,) = hall.app.live.records(hall.cid).collected()
    assert opinion.text == "Đề nghị Ủy ban nhân dân xã sửa đường trục thôn."
    assert opinion.prepared_answer == (
        "Việc này đã có trong kế hoạch năm 2026, giao Phòng Kinh tế thực hiện."
    )


def test_the_list_keeps_inside_the_window(open_page: OpenPage, tmp_path: Path) -> None:
    """G6: at the foot of the form it opens upwards."""
    stage = open_page()
    stage.key("Ctrl+N")
    stage.page.form.answer.setFocus()
    stage.page.form.area.ensureWidgetVisible(stage.page.form.answer)
    stage.key("Ctrl+I")
    picker = stage.page.quick.picker
    assert picker.isVisible()
    assert picker.window().rect().contains(picker.geometry())
    stage.key("Escape")
    assert stage.page.form.answer.hasFocus()
    assert stage.page.form.isVisible()
