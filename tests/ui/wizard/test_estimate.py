"""The estimate of costs adds up (P11)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from tests.ui.wizard.conftest import Open
from tests.ui.wizard.driver import fill, tab_to
from tests.ui.wizard.minh_khe import SPRING, minh_khe
from ui.wizard.steps import StepId


def test_the_estimate_adds_up(open_stage: Open) -> None:
    """P11: quantity times price, the total in figures and words, the section in the plan."""
    stage = open_stage(plan=minh_khe(), now=SPRING)
    stage.page.presenter.go(StepId.BUDGET)
    stage.page.focus_first()
    stage.key(Qt.Key.Key_Space)
    tab_to(stage, "Thêm dòng")
    stage.key(Qt.Key.Key_Space)
    stage.write("Nước uống giữa giờ")
    fill(stage, "Đơn vị tính", "người")
    fill(stage, "Số lượng", "150")
    fill(stage, "Đơn giá (đồng)", "20 nghìn")
    assert stage.plan.budget[0].amount == 3_000_000
    view: Any = stage.view
    assert view._total.text() == "3.000.000 đồng"
    assert "Ba triệu đồng" in view._words.text()
    assert any(section.id == "kinh-phi" and section.included for section in stage.plan.sections[1].children)
