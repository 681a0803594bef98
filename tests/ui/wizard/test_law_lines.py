"""Step 6 shows the law's own limits, and adds the duty that a plan forgot by one key (P10, C2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from dialogue_desktop.domain.law_checks import LawState
from dialogue_desktop.domain.plan import Plan, TimeKind, TimePlan, UnitTasks
from tests.data.loc_thinh import loc_thinh_plan
from tests.ui.wizard.driver import tab_to
from tests.ui.wizard.stage import Stage
from ui.widgets.text import Paragraph
from ui.wizard.steps import StepId

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)

DAY = date(2026, 4, 24)


def _forgetful() -> Plan:
    """A plan of 2026 whose office gives nobody the notice or the publishing."""
    plan = loc_thinh_plan()
    kept = tuple(
        replace(
            unit,
            duties=tuple(
                duty for duty in unit.duties if "iêm yết" not in duty.text and "ông bố" not in duty.text
            ),
        )
        for unit in plan.tasks
    )
    return replace(plan, year=2026, time=TimePlan(TimeKind.EXACT, DAY), tasks=kept)


@pytest.fixture
def stage(qapp: Any, data_dir: Path) -> Iterator[Stage]:
    made = Stage(data_dir, plan=_forgetful(), now=datetime(2026, 3, 2, 2, 0, tzinfo=UTC))
    made.page.presenter.go(StepId.TASKS)
    made.settle()
    yield made
    made.close()


def _sentences(stage: Stage) -> list[str]:
    found = list[Paragraph](stage.view.law.findChildren(Paragraph))  # type: ignore[attr-defined]
    return [one.text() for one in found if one.isVisibleTo(stage.view)]


def test_what_the_law_asks_is_always_there(stage: Stage) -> None:
    sentences = _sentences(stage)
    assert len(sentences) == 4
    assert sentences[0].endswith("chậm nhất thứ Sáu 17/4/2026: kế hoạch chưa giao việc này.")
    warned = [gap.text for gap in stage.page.presenter.gaps(StepId.TASKS) if gap.warning]
    assert sum(text.startswith("Chưa giao việc luật yêu cầu") for text in warned) == 2


def test_a_forgotten_duty_is_added_by_one_key(stage: Stage) -> None:
    button = "Thêm việc: Thông báo thời gian, địa điểm, nội dung hội nghị trước ít nhất 7 ngày"
    tab_to(stage, button)
    stage.key(Qt.Key.Key_Space)
    stage.settle()
    duties = [duty for unit in stage.stored.tasks for duty in unit.duties]
    (added,) = [duty for duty in duties if duty.summary == "Thông báo tổ chức Hội nghị"]
    owner = next(unit for unit in stage.stored.tasks if added in unit.duties)
    assert "Văn phòng" in owner.unit
    assert added.rule is not None
    assert (added.rule.n, added.rule.clause) == (
        7,
        "Luật Tổ chức chính quyền địa phương số 72/2025/QH15, Điều 43",
    )
    assert _sentences(stage)[0].endswith("kế hoạch ghi thứ Sáu 17/4/2026, đúng hạn ấy.")
    stage.page.undo()
    stage.settle()
    assert _sentences(stage)[0].endswith("kế hoạch chưa giao việc này.")


def test_a_plan_without_units_gets_one(qapp: Any, data_dir: Path) -> None:
    plan = replace(_forgetful(), tasks=())
    stage = Stage(data_dir, plan=plan, now=datetime(2026, 3, 2, 2, 0, tzinfo=UTC))
    stage.page.presenter.go(StepId.TASKS)
    stage.settle()
    stage.view.law.buttons[0].click()  # type: ignore[attr-defined]
    stage.settle()
    (unit,) = stage.stored.tasks
    assert isinstance(unit, UnitTasks)
    assert unit.unit == "Văn phòng HĐND và UBND"
    states = {check.state for check in stage.page.presenter.facts.law(stage.plan)}
    assert states == {LawState.MET, LawState.MISSING, LawState.LASTING}
    stage.close()


def test_the_way_from_the_last_step_leads_to_the_button(stage: Stage) -> None:
    gap = next(gap for gap in stage.page.presenter.gaps() if gap.field == "law")
    stage.page.go_to(gap)
    assert stage.focused.accessibleName().startswith("Thêm việc: Thông báo")
