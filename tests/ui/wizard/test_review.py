"""The last step: what is missing is gone to, number and date are written, leafing never finishes (P1, P2)."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt

from tests.data.loc_thinh import loc_thinh_plan
from tests.ui.wizard.conftest import Open
from tests.ui.wizard.driver import CONTROL, fill, name_of, next_step, review, tab_to
from ui.wizard.steps import StepId


def test_the_review_goes_to_the_very_field(open_stage: Open) -> None:
    """P1: what is missing stands in a list; its button puts the cursor where it is to be typed."""
    stage = open_stage()
    view = review(stage)
    assert "Chưa có tên xã, phường" in [gap.text for gap in view.missing._shown]
    assert stage.page.foot.next_button.reason.startswith("Còn ")
    stage.key(Qt.Key.Key_Return, CONTROL)
    assert stage.finished == []
    tab_to(stage, "Đến chỗ này: Chưa có tên xã, phường")
    stage.key(Qt.Key.Key_Space)
    assert stage.page.presenter.step is StepId.ISSUER
    assert name_of(stage.focused) == "Tên riêng"


def test_every_gap_of_the_empty_plan_can_be_gone_to(open_stage: Open) -> None:
    """P1: no gap points nowhere, and going to an empty list begins its first row."""
    stage = open_stage()
    for gap in stage.page.presenter.gaps():
        stage.page.go_to(gap)
        assert stage.page.presenter.step is gap.step
        assert stage.view.isAncestorOf(stage.focused), gap


def test_leafing_through_never_finishes_the_plan(open_stage: Open) -> None:
    """P1: Ctrl+PgDn stops at the last step."""
    stage = open_stage(plan=loc_thinh_plan())
    for _ in range(12):
        next_step(stage)
    stage.settle()
    assert stage.page.presenter.step is StepId.REVIEW
    assert stage.finished == []


def test_number_and_date_are_written_at_the_end(open_stage: Open) -> None:
    """P2: once known they stand in the plan."""
    stage = open_stage(plan=loc_thinh_plan())
    review(stage)
    fill(stage, "Số", "36")
    fill(stage, "Ngày ban hành", "15/7/2024")
    assert (stage.plan.number, stage.plan.issued_on) == ("36", date(2024, 7, 15))
