"""The seats of each thôn and xóm, and whether they add up (P8)."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt

from dialogue_desktop.domain.plan import Quota
from tests.ui.wizard.conftest import Open
from tests.ui.wizard.driver import fill, open_row
from tests.ui.wizard.minh_khe import SPRING, minh_khe
from ui.wizard.steps import StepId


def test_seats_over_the_expected_number_are_shown(open_stage: Open) -> None:
    """P8: the quota of each thôn, its sum, and how far it is off."""
    plan = replace(
        minh_khe(),
        participants=tuple(replace(group, expected=100) for group in minh_khe().participants[3:4]),
        quotas=(Quota("a", 60),),
    )
    stage = open_stage(plan=plan, now=SPRING)
    stage.page.presenter.go(StepId.PARTICIPANTS)
    stage.page.focus_first()
    open_row(stage, "Chỉ tiêu đại biểu từng thôn, xóm", 1)
    stage.write("55")
    assert stage.plan.quotas == (Quota("a", 60), Quota("b", 55))
    texts = [gap.text for gap in stage.page.presenter.gaps(StepId.PARTICIPANTS)]
    assert "Chỉ tiêu 115 đại biểu, nhiều hơn số dự kiến 15 người" in texts


def test_seats_of_a_hamlet_are_typed_below_its_thon(open_stage: Open) -> None:
    """P8: Ctrl+N on a thôn adds a xóm, its name and seats are typed; what does not add up is told; the xóm
    without a number for the thôn add up; Ctrl+Shift+Delete takes one away, never a thôn."""
    plan = replace(minh_khe(), quotas=(Quota("a", 60),))
    stage = open_stage(plan=plan, now=SPRING)
    stage.page.presenter.go(StepId.PARTICIPANTS)
    stage.page.focus_first()
    open_row(stage, "Chỉ tiêu đại biểu từng thôn, xóm", 0)
    stage.key(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    stage.write("xóm Đình")
    fill(stage, "Số đại biểu", "25")
    stage.key(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    fill(stage, "Số đại biểu", "30")
    assert stage.plan.quotas == (Quota("a", 60), Quota("a", 25, "xóm Đình"), Quota("a", 30, "xóm 1"))
    texts = [gap.text for gap in stage.page.presenter.gaps(StepId.PARTICIPANTS)]
    assert any(text.endswith("cộng 55 đại biểu, ít hơn chỉ tiêu của thôn 5") for text in texts), texts
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    stage.key(Qt.Key.Key_Up, both)
    assert [quota.hamlet for quota in stage.plan.quotas] == ["", "xóm 1", "xóm Đình"]
    stage.key(Qt.Key.Key_Delete, both)
    left = [(quota.seats, quota.hamlet) for quota in stage.plan.quotas]
    assert left == [(60, ""), (25, "xóm Đình")]
