"""Words that usually stand in a narrow column are on one line there (P11, C11)."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from dialogue_desktop.documents.engine import Engine
from dialogue_desktop.domain.plan import BudgetLine
from dialogue_desktop.domain.records import Delegate
from tests.documents import before_the_day
from tests.documents.before_the_day import sample
from tests.documents.paper import read_pdf
from tests.documents.paper_plans import LETTERHEADS, built, minh_khe

UNITS = ("người/buổi", "m² × ngày", "người × ngày", "lượt/người", "bộ/hội nghị", "triệu đồng")
NAMES = ("Nguyễn Đức Thắng", "Phạm Quốc Trưởng", "Rơ Châm H’Yêu")


@pytest.mark.parametrize("head", LETTERHEADS)
def test_units_of_the_budget(engine: Engine, head: str) -> None:
    """P11: the unit is not broken, nor are amounts up to a hundred million."""
    lines = tuple(
        BudgetLine(str(n), "Chi bồi dưỡng", unit, Decimal("120.5"), 12_500_000)
        for n, unit in enumerate(UNITS)
    )
    plan = LETTERHEADS[head](replace(minh_khe(), budget=lines))
    printed = [line.text for line in read_pdf(engine.pdf(built(engine, "budget", plan)).data).lines]
    for whole in (*UNITS, "120,5", "12.500.000", "1.506.250.000"):
        assert any(whole in line for line in printed), whole


@pytest.mark.parametrize("name", ["delegates", "sign-in"])
def test_names_of_three_words(engine: Engine, name: str) -> None:
    """C11: who signs is found by one line; so is "Báo vắng"."""
    guests = tuple(Delegate(f"k{n}", n, "", "ông", one) for n, one in enumerate(NAMES))
    records = replace(sample(), delegates=(*sample().delegates, *guests))
    printed = read_pdf(engine.pdf(before_the_day.built(engine, name, records=records)).data)
    texts = [line.text for line in printed.lines]
    wanted = [f"Ông {one}" for one in NAMES] + (["Báo vắng"] if name == "sign-in" else ["Không dự"])
    for whole in wanted:
        assert any(whole in text for text in texts), whole
