"""The rules of the conference (nội quy), with the plan's own clauses on refusing (C1, P4)."""

from __future__ import annotations

from dialogue_desktop.documents.numbering import number_of
from dialogue_desktop.documents.office_words import sentence
from dialogue_desktop.documents.paper_parts import Paper
from dialogue_desktop.documents.tree import Block, Document, Level, Role, para
from dialogue_desktop.domain.plan import Section
from dialogue_desktop.domain.text_vi import fold


def build(paper: Paper) -> Document:
    """Numbered clauses; what the plan itself says about refusing stands in place of the usual words."""
    phrases, plan = paper.phrases, paper.plan
    subject = paper.conference
    rules = [paper.filled(rule).strip() for rule in paper.house_rules]
    rules += _refusals(paper, plan.sections) or [phrases("refuse")]
    last = len(rules)
    numbered = [
        para(
            f"{number_of(paper.sheet, Level.CLAUSE, k)} {paper.ended(rule) if k == last else sentence(rule)}",
            Role.CLOSING if k == last else Role.BODY,
            f"rule:{k}",
        )
        for k, rule in enumerate(rules, start=1)
    ]
    blocks: list[Block] = [
        paper.letterhead(),
        paper.title(subject),
        paper.enclosed(),
        para(phrases("lead_in"), anchor="lead_in"),
        *numbered,
        paper.signature(),
    ]
    return paper.document(blocks, subject=subject)


def _refusals(paper: Paper, sections: tuple[Section, ...]) -> list[str]:
    """The included blocks of the plan that say when the chair may refuse, in its order."""
    found: list[str] = []
    for section in sections:
        if not section.included:
            continue
        for block in section.blocks:
            words = fold(block.text)
            if block.included and ("tu choi doi thoai" in words or "khong doi thoai" in words):
                found.append(paper.filled(block.text).strip())
        found += _refusals(paper, section.children)
    return found
