"""The form of a Party document in the wizard: by its day, chosen where that is not certain (P2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtWidgets import QLabel

from dialogue_desktop import bootstrap
from dialogue_desktop.clock import FixedClock
from dialogue_desktop.documents.engine import Engine
from dialogue_desktop.domain.plan import TimePlan
from tests.documents.conftest import RESOURCES
from tests.documents.paper_plans import built
from tests.ui.wizard.driver import choose, fill, tab_to
from tests.ui.wizard.stage import Stage
from ui.wizard.steps import StepId

#: The offscreen platform has no keyboard to grab for a list that hangs open.
pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)

NOW = datetime(2026, 2, 20, 2, 0, tzinfo=UTC)
NEW, OLD = "Hướng dẫn 05 (từ 2026)", "Hướng dẫn 36 (đến 2025)"


@pytest.fixture
def stage(qapp: Any, data_dir: Path) -> Iterator[Stage]:
    core = bootstrap.build(data_dir, clock=FixedClock(NOW))
    cid = core.planning.create("dang_uy_2026")
    core.close()
    made = Stage(data_dir, cid=cid, now=NOW)
    made.page.presenter.go(StepId.ISSUER)
    made.settle()
    yield made
    made.close()


def said(stage: Stage) -> str:
    """What stands below the choice of the form."""
    box = tab_to(stage, "Thể thức").parentWidget()
    assert box is not None
    labels = cast("list[QLabel]", box.findChildren(QLabel))
    return " ".join(label.text() for label in labels if label.isVisibleTo(box))


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(RESOURCES, system_fonts=False)


def printed(engine: Engine, stage: Stage) -> str:
    return engine.text(built(engine, "plan", stage.plan))


def test_the_form_follows_the_day_of_the_plan(stage: Stage) -> None:
    """P2: not the year in which it was begun: a plan dated back into 2025 is written by 36-HD."""
    assert stage.plan.issuer.style == "dang_05"
    fill(stage, "Ngày ban hành", "15/12/2025")
    stage.tab()
    assert stage.plan.issuer.style == "dang_36"
    assert "giao thời" not in said(stage)
    fill(stage, "Ngày ban hành", "01/6/2026")
    stage.tab()
    assert stage.plan.issuer.style == "dang_05"


def test_where_it_is_not_certain_the_office_chooses(stage: Stage, engine: Engine) -> None:
    """P2: in the spring of 2026 both are offered with a word of why; what was chosen stays, is printed."""
    fill(stage, "Ngày ban hành", "02/3/2026")
    stage.tab()
    assert "chọn theo cấp trên" in said(stage)
    choose(stage, "Thể thức", OLD)
    assert stage.plan.issuer.style == "dang_36"
    fill(stage, "Ngày ban hành", "10/6/2026")
    stage.tab()
    assert stage.plan.issuer.style == "dang_36"
    assert "thường theo Hướng dẫn 05" in said(stage)
    stage.settle()
    assert "./.\n" in printed(engine, stage)
    choose(stage, "Thể thức", NEW)
    assert "./.\n" not in printed(engine, stage)


def test_a_plan_of_the_state_is_not_asked(stage: Stage) -> None:
    """P2: the choice is there for the Party only; going over to the State and back takes the usual form."""
    choose(stage, "Cơ quan ban hành", "Ủy ban nhân dân")
    assert stage.plan.issuer.style == "nd30"
    seen = []
    for _ in range(30):
        stage.tab()
        seen.append(stage.focused.accessibleName())
    assert "Thể thức" not in seen
    fill(stage, "Ngày ban hành", "15/12/2025")
    choose(stage, "Cơ quan ban hành", "Đảng ủy")
    assert stage.plan.issuer.style == "dang_36"


def test_the_day_at_the_end_of_the_wizard_counts_as_well(stage: Stage) -> None:
    """P2: number and date are mostly typed in the last step."""
    stage.page.presenter.go(StepId.REVIEW)
    stage.settle()
    fill(stage, "Ngày ban hành", "15/12/2025")
    stage.tab()
    assert stage.plan.issuer.style == "dang_36"


def test_last_years_plan_goes_over_to_the_new_form(data_dir: Path) -> None:
    """P1, P2: a copy for 2026 of a plan by 36-HD is by 05-HD; an own choice is copied."""
    core = bootstrap.build(data_dir, clock=FixedClock(NOW))
    cid = core.planning.create("dang_uy_2026", year=2025)
    plan = core.planning.plan(cid)
    assert plan.issuer.style == "dang_36"
    assert core.planning.plan(core.planning.copy_of(cid)).issuer.style == "dang_05"
    own = replace(plan, issuer=replace(plan.issuer, style="dang_05"), time=TimePlan())
    core.planning.save_plan(cid, own)
    assert core.planning.plan(core.planning.copy_of(cid)).issuer.style == "dang_05"
    core.close()
