"""The papers after the session, by name, each built by a module of its own (M4–M7, F1–F5)."""

from __future__ import annotations

from collections.abc import Callable

from dialogue_desktop.documents.after_paper import AfterPaper
from dialogue_desktop.documents.tree import Document


def build(source: AfterPaper) -> Document:
    """The tree of one paper. KeyError for a name that is none of them."""
    return _builder(source.name)(source)


def _builder(name: str) -> Callable[[AfterPaper], Document]:
    from dialogue_desktop.documents import (
        doc_conclusion,
        doc_dossier,
        doc_escalations,
        doc_reminders,
        doc_replies,
        doc_report,
        doc_review,
        doc_supervision,
    )

    builders: dict[str, Callable[[AfterPaper], Document]] = {
        "conclusion": doc_conclusion.build,
        "replies": doc_replies.build,
        "escalations": doc_escalations.build,
        "report": doc_report.build,
        "reminders": doc_reminders.build,
        "supervision": doc_supervision.build,
        "review": doc_review.build,
        "dossier": doc_dossier.build,
    }
    return builders[name]
