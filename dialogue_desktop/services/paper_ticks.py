"""A duty of the plan is ticked when the register says that its paper has gone out, so that nothing is ticked
twice and the first screen calls nothing late that is done (P14, M4–M7)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from dialogue_desktop.domain.checklist import ItemKind, KeptItem
from dialogue_desktop.domain.register_due import papers_of_duties
from dialogue_desktop.domain.register_kinds import Way, kind_of
from dialogue_desktop.domain.register_rows import Group, RegisterRow
from dialogue_desktop.events import JournalAppended
from dialogue_desktop.services.checklist import Checklist
from dialogue_desktop.services.deadlines import Deadlines
from dialogue_desktop.services.planning import Planning
from dialogue_desktop.services.register import Register

#: Who ticked, as the checklist shows it; a tick of a person is never touched.
BY_REGISTER = "Sổ văn bản"
_ACTS = frozenset({"paper.issue", "paper.sent", "paper.posted"})


class PaperTicks:
    """Listens to the register's acts; undoing one takes its tick back."""

    def __init__(
        self, register: Register, planning: Planning, deadlines: Deadlines, checklist: Checklist
    ) -> None:
        self._register, self._planning = register, planning
        self._deadlines, self._checklist = deadlines, checklist

    def heard(self, event: object) -> None:
        if not isinstance(event, JournalAppended):
            return
        if event.entry.kind.removeprefix("undo:").removeprefix("redo:") in _ACTS:
            self.bring_up_to_date(event.conference_id)

    def bring_up_to_date(self, conference_id: str) -> None:
        """Tick what the register says is out, with all papers that the duty speaks of; take back the rest."""
        plan = self._planning.plan(conference_id)
        asked = papers_of_duties(plan, self._deadlines.schedule(plan))
        rows = self._register.rows(conference_id)
        out: dict[str, date] = {}
        for duty, papers in asked.items():
            days = [_gone(rows, kind, way) for kind, way in papers]
            known = [day for day in days if day is not None]
            if len(known) == len(days):
                out[duty] = max(known)
        kept = {one.id: one for one in self._checklist.kept(conference_id) if one.kind is ItemKind.PLAN}
        changed = []
        for one in sorted(asked):
            own = kept.get(one, KeptItem(ItemKind.PLAN, one))
            if one in out and own.done_on is None:
                changed.append(replace(own, done_on=out[one], done_by=BY_REGISTER))
            elif one not in out and own.done_on is not None and own.done_by == BY_REGISTER:
                changed.append(replace(own, done_on=None, done_by=""))
        if changed:
            self._checklist.put(conference_id, *changed)


def _gone(rows: Iterable[RegisterRow], kind: str, way: Way) -> date | None:
    """The last day on which the papers of a kind went this way; None while one of them has not. One that
    leaves the office in no way is done once it is issued."""
    papers = [row.paper for row in rows if row.kind.name == kind and row.group is not Group.OLD]
    if not kind_of(kind).ways:
        days = [paper.dated_on if paper.issued_at is not None else None for paper in papers]
    else:
        days = [paper.posted_on if way is Way.POST else paper.sent_on for paper in papers]
    known = [day for day in days if day is not None]
    return max(known) if known and len(known) == len(days) else None
