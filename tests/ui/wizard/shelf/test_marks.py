"""The marks of a text as a secretary reads and types them (P1, L12)."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit, QWidget

from tests.ui.typing_vi import commit, preedit, unikey
from tests.ui.wizard.conftest import Open
from tests.ui.wizard.driver import CONTROL, fill, tab_to
from tests.ui.wizard.shelf.steps import issuer_step, row_texts
from ui.wizard.steps import STEPS, StepId

FINAL = "Trích yếu"


@pytest.mark.parametrize("step", [info.id for info in STEPS])
def test_no_brace_is_seen_in_any_step(open_stage: Open, step: StepId) -> None:
    """P1: rows in the words of the plan, boxes with «cơ quan», nothing in braces anywhere."""
    stage = open_stage()
    fill(stage, "Tên riêng", "Minh Khê")
    stage.page.presenter.go(step)
    stage.settle()
    for widget in list[QWidget](stage.page.findChildren(QWidget)):
        for name in ("text", "toPlainText", "accessibleName", "placeholderText", "toolTip"):
            ask = getattr(widget, name, None)
            words = ask() if callable(ask) else ""
            assert not isinstance(words, str) or "{" not in words, (type(widget), words)
        rows: Any = getattr(widget, "rows", None)
        for item in rows.items() if hasattr(rows, "items") else ():
            assert "{" not in item.spoken(), item.spoken()


def test_a_box_shows_a_readable_mark_and_what_it_becomes(open_stage: Open) -> None:
    """P1: stored as it always was; the line below follows the name of the commune."""
    stage = open_stage()
    box = tab_to(stage, FINAL)
    assert isinstance(box, QTextEdit)
    assert "giữa «cơ quan» với Nhân dân năm «năm»" in box.toPlainText()
    assert "«cơ quan»: cơ quan ban hành viết đủ" in box.accessibleDescription()
    stage.page.focus_first()
    fill(stage, "Tên riêng", "Minh Khê")
    assert box.accessibleDescription() == "«cơ quan» = Ủy ban nhân dân xã Minh Khê  ·  «năm» = 2026"
    assert stage.plan.subject.endswith("giữa {co_quan} với Nhân dân năm {nam}")
    assert (
        row_texts(issuer_step(stage).bases)[2] == "Thực hiện nhiệm vụ công tác dân vận chính quyền năm 2026"
    )


def test_marks_are_typed_in_any_way_and_shown_in_one(open_stage: Open) -> None:
    """P1: without accents, in braces or between guillemets; a slip is told on the rail and can be gone to."""
    stage = open_stage()
    box = tab_to(stage, FINAL)
    assert isinstance(box, QTextEdit)
    stage.write("Đối thoại của «co quan» với Nhân dân {xã, phường} năm <<năm>>")
    assert stage.plan.subject == "Đối thoại của {co_quan} với Nhân dân {xa} năm {nam}"
    assert box.toPlainText().startswith("Đối thoại của «co quan»"), "what is being typed is not written over"
    fill(stage, "Tên hội nghị trong các văn bản khác", "Hội nghị của «cơ qan»")
    assert box.toPlainText() == "Đối thoại của «cơ quan» với Nhân dân «xã, phường» năm «năm»"
    texts = [gap.text for gap in stage.page.presenter.gaps(StepId.ISSUER)]
    assert "Không có chỗ điền «cơ qan»" in texts
    assert "«cơ qan»: không có chỗ điền này" in stage.focused.accessibleDescription()


def test_typing_beside_a_mark_is_never_disturbed(open_stage: Open) -> None:
    """L12: an open word and UniKey's Backspaces, right before and behind «năm»; undo takes back the words."""
    stage = open_stage()
    box = tab_to(stage, FINAL)
    assert isinstance(box, QTextEdit)
    stage.write("Năm «năm» ")
    for part in ("Ng", "Nguye", "Nguyễ"):
        preedit(box, part)
    assert stage.plan.subject == "Năm {nam}", "an open word is not taken yet"
    commit(box, "Nguyễn")
    assert box.toPlainText() == "Năm «năm» Nguyễn"
    stage.key(Qt.Key.Key_Home)
    unikey(box, "thu", "<ứ", " ")
    assert box.toPlainText() == "thứ Năm «năm» Nguyễn"
    assert stage.plan.subject == "thứ Năm {nam} Nguyễn"
    for _ in range(4):
        QTest.keyClick(box, Qt.Key.Key_Backspace)
    assert stage.plan.subject == "Năm {nam} Nguyễn"
    stage.key(Qt.Key.Key_Z, CONTROL)
    assert "{nam}" in stage.plan.subject
    assert box.toPlainText() != "Năm «năm» Nguyễn"
