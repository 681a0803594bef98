"""The page beside the step: it follows what is edited and takes the focus by key only (P1, G5)."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt

from tests.ui.wizard.conftest import Open
from tests.ui.wizard.driver import CONTROL, fill, open_row, tasks_step
from tests.ui.wizard.minh_khe import SPRING, minh_khe
from ui.wizard.steps import StepId


def test_the_page_follows_what_is_edited_and_never_takes_the_focus(open_stage: Open) -> None:
    """P1: the page turns to the edited duty, marks its new date, and the cursor stays in its field."""
    stage = open_stage(plan=minh_khe(), now=SPRING)
    view = tasks_step(stage)
    preview = stage.page.preview
    assert preview is not None
    preview.page.go_to(1)
    stage.settle()
    open_row(stage, "Các việc", 3)
    stage.write("7")
    field = stage.focused
    stage.settle()
    assert stage.focused is field
    drawing = preview.page.drawing
    assert drawing is not None
    assert preview.result is not None
    place = next(p for p in preview.result.places if p.anchor == "duty:bao-cao")
    assert preview.page.page == place.page
    assert drawing.bars
    assert drawing.found, "the new date is marked"
    assert view._duty.sentence.text().startswith("Hạn: thứ Sáu 08/5")


def test_an_edit_elsewhere_leaves_the_page_where_it_is(open_stage: Open) -> None:
    """P1: what has no place on the page (a field of opinions) does not turn it."""
    stage = open_stage(plan=minh_khe(), now=SPRING)
    stage.page.presenter.go(StepId.PROGRAMME)
    stage.page.focus_first()
    stage.settle()
    preview = stage.page.preview
    assert preview is not None
    preview.page.go_to(4)
    stage.settle()
    fill(stage, "Lĩnh vực của ý kiến, mỗi lĩnh vực một dòng", "Đất đai\nGiao thông")
    stage.settle()
    assert stage.plan.fields == ("Đất đai", "Giao thông")
    assert preview.page.page == 4


def test_letters_that_the_paper_lacks_are_told(open_stage: Open) -> None:
    """G5: an emoji is never silently dropped."""
    stage = open_stage(plan=replace(minh_khe(), closing="Trân trọng 😀 cảm ơn."), now=SPRING)
    preview = stage.page.preview
    assert preview is not None
    assert preview._missing.isVisible()
    assert "😀" in preview._missing.text()


def test_where_there_is_no_room_the_page_opens_in_place_of_the_step(open_stage: Open) -> None:
    """P1, G6: at 150 % Ctrl+P shows the page, Esc goes back to the field."""
    stage = open_stage(plan=minh_khe(), now=SPRING, scale=1.5)
    preview = stage.page.preview
    assert preview is not None
    assert not preview.isVisible()
    assert stage.page.work.isVisible()
    stage.key(Qt.Key.Key_P, CONTROL)
    assert preview.isVisible()
    assert not stage.page.work.isVisible()
    assert stage.focused is preview.page
    stage.key(Qt.Key.Key_Escape)
    assert stage.page.work.isVisible()
    assert not preview.isVisible()
    stage.key(Qt.Key.Key_F6)
    assert preview.isVisible()
    stage.key(Qt.Key.Key_F6)
    assert stage.page.work.isVisible()


def test_beside_the_step_the_page_takes_the_focus_by_key_only(open_stage: Open) -> None:
    stage = open_stage(plan=minh_khe(), now=SPRING)
    preview = stage.page.preview
    assert preview is not None
    assert preview.page in stage.page.panes()
    stage.key(Qt.Key.Key_P, CONTROL)
    assert stage.focused is preview.page
    stage.key(Qt.Key.Key_Escape)
    assert stage.focused is not preview.page
