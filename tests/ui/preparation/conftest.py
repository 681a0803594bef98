"""A plan of 1/4/2026, on Wednesday 15/4, and both presenters of the page without a window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.live.hall import Hall
from tests.ui.preparation.desk import Stage
from ui.preparation.presenter import ChecklistPresenter
from ui.preparation.proof_presenter import ProofPresenter


@pytest.fixture
def hall(data_dir: Path) -> Iterator[Hall]:
    made = Hall(data_dir)
    made.clock.set(datetime(2026, 4, 15, 1, tzinfo=UTC))
    plan = made.app.planning.plan(made.cid)
    made.app.planning.save_plan(made.cid, replace(plan, issued_on=date(2026, 4, 1)))
    yield made
    made.app.close()


@pytest.fixture
def tasks(hall: Hall) -> Stage:
    return Stage(hall, ChecklistPresenter)


@pytest.fixture
def proof(hall: Hall) -> Stage:
    return Stage(hall, ProofPresenter)
