"""The register of documents: which papers there are, and which of them holds (M4–M7)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dialogue_desktop.domain.after_records import Paper
from dialogue_desktop.domain.plan import Plan


def paper_id(kind: str, subject: str = "", version: int = 1) -> str:
    """The id of a paper that the program makes: the same on every machine, so that two laptops that draft
    one letter draft the same."""
    key = f"vb-{kind}~{subject}" if subject else f"vb-{kind}"
    return key if version == 1 else f"{key}~{version}"


def replaced(papers: Iterable[Paper]) -> frozenset[str]:
    """Ids of those whose place an issued one has taken."""
    return frozenset(one.replaces for one in papers if one.replaces and one.issued_at is not None)


def versions_of(papers: Iterable[Paper], kind: str, subject: str = "") -> tuple[Paper, ...]:
    """All of one kind and subject, the oldest first."""
    found = [one for one in papers if one.kind == kind and one.subject == subject]
    return tuple(sorted(found, key=lambda one: (one.version, one.id)))


def newest(papers: Iterable[Paper], kind: str, subject: str = "") -> Paper | None:
    """The one that is worked on or holds: the latest version, drafts too."""
    found = versions_of(papers, kind, subject)
    return found[-1] if found else None


def in_force(papers: Iterable[Paper], kind: str, subject: str = "") -> Paper | None:
    """The latest that was issued; what others cite."""
    issued = [one for one in versions_of(papers, kind, subject) if one.issued_at is not None]
    return issued[-1] if issued else None


def numbered(plan: Plan, papers: Iterable[Paper]) -> Plan:
    """The plan with the numbers and dates of plan and minutes as the register has them: they are given there
    after the minutes were frozen, and every paper cites them from here."""
    listed = tuple(papers)
    own, minutes = newest(listed, "plan"), newest(listed, "minutes")
    if own is not None and own.number:
        plan = replace(plan, number=own.number, issued_on=own.dated_on or plan.issued_on)
    if minutes is not None and minutes.number:
        plan = replace(plan, minutes_number=minutes.number)
    return plan
