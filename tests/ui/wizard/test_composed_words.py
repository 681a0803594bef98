"""Words that an input method or UniKey composes arrive whole in every field (L12)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget

from tests.ui.wizard.conftest import Open
from tests.ui.wizard.driver import name_of, tab_to
from tests.ui.wizard.minh_khe import SPRING, minh_khe
from ui.wizard.steps import STEPS, StepId


def compose(widget: QWidget, *steps: str, commit: str) -> None:
    """An input method that holds the word open, then gives it."""
    for preedit in steps:
        QApplication.sendEvent(widget, QInputMethodEvent(preedit, []))
    event = QInputMethodEvent("", [])
    event.setCommitString(commit)
    QApplication.sendEvent(widget, event)


@pytest.mark.parametrize("step", [info.id for info in STEPS if info.id is not StepId.REVIEW])
def test_no_field_of_a_step_breaks_a_word_that_is_composed(open_stage: Open, step: StepId) -> None:
    """L12: in every text field, nothing reacts to the open word, and the committed one stands once."""
    stage = open_stage(plan=minh_khe(), now=SPRING)
    stage.page.presenter.go(step)
    fields = [
        widget
        for kind in (QLineEdit, QTextEdit)
        for widget in list[QWidget](stage.view.findChildren(kind))
        if widget.isVisibleTo(stage.view)
    ]
    assert fields
    for widget in fields:
        assert isinstance(widget, QLineEdit | QTextEdit)
        widget.setFocus()
        widget.selectAll()
        before = stage.plan
        for preedit in ("ngu", "ngươ", "ngươi"):
            QApplication.sendEvent(widget, QInputMethodEvent(preedit, []))
            assert stage.plan == before, name_of(widget)
        compose(widget, commit="người")
        shown = widget.text() if isinstance(widget, QLineEdit) else widget.toPlainText()
        assert shown == "người", name_of(widget)
        widget.undo()


def test_a_letter_sent_after_a_backspace_is_kept(open_stage: Open) -> None:
    """L12: UniKey takes a letter back and sends the marked one; no field rewrites what it is doing."""
    stage = open_stage(plan=minh_khe(), now=SPRING)
    field = tab_to(stage, "Tên riêng")
    stage.write("Lôc")
    for _ in range(2):
        stage.key(Qt.Key.Key_Backspace)
    stage.type_on("ộc Thịnh")
    assert isinstance(field, QLineEdit)
    assert field.text() == "Lộc Thịnh"
    assert stage.plan.issuer.name == "Lộc Thịnh"


def test_a_space_just_typed_stays_although_it_is_not_stored(open_stage: Open) -> None:
    stage = open_stage(plan=minh_khe(), now=SPRING)
    field = tab_to(stage, "Tên riêng")
    stage.write("Minh ")
    stage.page.presenter.edit(replace(stage.plan, number="5"))
    assert isinstance(field, QLineEdit)
    assert field.text() == "Minh "
    assert stage.plan.issuer.name == "Minh"
