"""The papers made from collected questions and invited people, by name, each built by a module of its own
(C3, C7–C11)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from dialogue_desktop.documents.paper_parts import Paper
from dialogue_desktop.documents.record_paper import RecordPaper
from dialogue_desktop.documents.tree import Document
from dialogue_desktop.domain.paper_choices import PaperChoices
from dialogue_desktop.domain.petition_results import EarlierConference
from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.records import Records
from dialogue_desktop.domain.schedule import ScheduledDuty

if TYPE_CHECKING:
    from dialogue_desktop.documents.engine import Engine


def build(
    name: str,
    plan: Plan,
    duties: Sequence[ScheduledDuty],
    records: Records,
    engine: Engine,
    choices: PaperChoices,
    *,
    public: bool = False,
    earlier: EarlierConference | None = None,
) -> Document:
    """The tree of one paper. KeyError for a name that is none of them.

    `public`: `records` and the results of `earlier` have been through `privacy.posted`.
    """
    build_tree = _builder(name)
    sheet = engine.sheet(plan.issuer.style)
    paper = Paper(plan, duties, sheet, engine.phrases("paper"), engine.phrases(name))
    return build_tree(RecordPaper(paper, records, choices, public, earlier))


def _builder(name: str) -> Callable[[RecordPaper], Document]:
    from dialogue_desktop.documents import (
        doc_assigned_questions,
        doc_delegates,
        doc_invitations,
        doc_prepared_report,
        doc_previous_results,
        doc_sign_in,
        doc_slips,
    )

    return {
        "slips": doc_slips.build,
        "assigned-questions": doc_assigned_questions.build,
        "prepared-report": doc_prepared_report.build,
        "previous-results": doc_previous_results.build,
        "invitations": doc_invitations.build,
        "delegates": doc_delegates.build,
        "sign-in": doc_sign_in.build,
    }[name]
