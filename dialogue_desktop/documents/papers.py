"""The papers made from the plan alone, by name, each built by a module of its own (C1, P10, P11)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from dialogue_desktop.documents.paper_parts import Paper
from dialogue_desktop.documents.tree import Document
from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.schedule import ScheduledDuty
from dialogue_desktop.domain.work_calendar import WEEKENDS_ONLY, WorkCalendar

if TYPE_CHECKING:
    from dialogue_desktop.documents.engine import Engine


def build(
    name: str,
    plan: Plan,
    duties: Sequence[ScheduledDuty],
    engine: Engine,
    house_rules: Sequence[str] = (),
    calendar: WorkCalendar = WEEKENDS_ONLY,
    number: str = "",
    dated_on: date | None = None,
) -> Document:
    """The tree of one paper, with the office's rules where it has its own; `calendar` gives the days off that
    it shows, `number` and `dated_on` are of the register. KeyError for a name that is none of them."""
    build_tree = _builder(name)
    sheet = engine.sheet(plan.issuer.style)
    rules = tuple(house_rules) or engine.house_rules()
    words = engine.phrases("paper"), engine.phrases(name)
    return build_tree(Paper(plan, duties, sheet, *words, rules, calendar, number, dated_on))


def _builder(name: str) -> Callable[[Paper], Document]:
    from dialogue_desktop.documents import (
        doc_assignments,
        doc_backdrop,
        doc_budget,
        doc_loudspeaker,
        doc_notice,
        doc_programme,
        doc_rules,
        doc_script,
    )

    return {
        "assignments": doc_assignments.build,
        "budget": doc_budget.build,
        "notice": doc_notice.build,
        "loudspeaker": doc_loudspeaker.build,
        "backdrop": doc_backdrop.build,
        "rules": doc_rules.build,
        "programme": doc_programme.build,
        "script": doc_script.build,
    }[name]
