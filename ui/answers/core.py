"""What the page asks of the core for one conference; every call runs on the database's thread."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from dialogue_desktop.domain.answer_duty import AnswerDue
from dialogue_desktop.domain.opinion_groups import group_of
from dialogue_desktop.domain.records import Records
from dialogue_desktop.services.assigning import UnitLoad
from ui.answers.entry import AnswerEntry, kept_answer, kept_by
from ui.rows_core import RowsCore


@dataclass(frozen=True, slots=True)
class Loaded:
    """Everything the page shows. `preparers` are offered as who prepares an answer."""

    records: Records
    loads: tuple[UnitLoad, ...]
    due: AnswerDue
    preparers: tuple[str, ...] = ()
    shelf: tuple[AnswerEntry, ...] = ()
    saved_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Move:
    """What another day would change: (unit, how many, from which days), and what speaks against it."""

    day: date
    units: tuple[tuple[str, int, tuple[date | None, ...]], ...]
    against: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        return sum(many for _, many, _ in self.units)


class Answers(RowsCore[AnswerEntry]):
    """Of `services`, the core's App, `assigning`, `grouping`, `live`, `planning`, `library`, `documents`,
    `opinion_import` and `settings` are used."""

    page = "answers"

    def __init__(self, services: Any, conference_id: str) -> None:
        super().__init__(services, conference_id, AnswerEntry)

    def load(self, *, shelf: bool = True) -> Loaded:
        """Read all; without `shelf` what is half typed is left as the page has it."""
        services, cid = self._services, self._id
        newest = services.live.history(cid, 1)
        return Loaded(
            services.live.records(cid),
            services.assigning.loads(cid),
            services.assigning.due(cid),
            self._preparers(),
            self._shelf() if shelf else (),
            newest[0].at if newest else None,
        )

    def save(self, entry: AnswerEntry, base: AnswerEntry) -> str:
        """Write the answer, to all of a group; gives the opinion's id. Who prepared it is written only where
        it was changed in the form."""
        services, cid = self._services, self._id
        by = kept_by(entry) if kept_by(entry) != kept_by(base) else None
        group = group_of(services.live.records(cid).opinions, entry.opinion_id)
        if group is not None:
            services.grouping.set_answer(cid, group.id, kept_answer(entry), by=by)
        else:
            facts = {"prepared_answer": kept_answer(entry)} | ({} if by is None else {"prepared_by": by})
            services.live.edit_opinion(cid, entry.opinion_id, **facts)
        return entry.opinion_id

    def take_back(self, ids: Iterable[str]) -> None:
        self._services.assigning.take_back(self._id, ids)

    # --- days

    def move(self, day: date) -> Move:
        """What moving everything still owed to that day would do; nothing is changed."""
        assigning, cid = self._services.assigning, self._id
        moving = {one.id for one in assigning.moving(cid, day)}
        units = []
        for load in assigning.loads(cid):
            found = [one for one in load.opinions if one.id in moving]
            if found:
                days = sorted({one.draft_due for one in found}, key=lambda d: d or date.max)
                units.append((load.unit, len(found), tuple(days)))
        return Move(day, tuple(units), assigning.against(cid, day))

    def move_all(self, day: date) -> None:
        self._services.assigning.move_due(self._id, day)

    def move_some(self, ids: Sequence[str], day: date) -> None:
        self._services.assigning.assign(self._id, ids, due=day)

    # --- papers

    def sheet(self, unit: str, format_name: str) -> tuple[tuple[str, bytes], ...]:
        """(file name, bytes) of one unit's sheet."""
        from dialogue_desktop.domain.paper_choices import PaperChoices
        from dialogue_desktop.services.document_kinds import RECORD_KINDS, file_words

        documents, choices = self._services.documents, PaperChoices(only=(unit,))
        kind = next(one for one in RECORD_KINDS if one.name == "assigned-questions")
        name = f"{kind.stem}-{file_words(unit, 12)}.{format_name}"
        if format_name == "xlsx":
            return ((name, self._services.opinion_import.answer_form(self._id, unit)),)
        return ((name, documents.record_paper(kind.name, self._id, choices, format_name).data),)

    def _preparers(self) -> tuple[str, ...]:
        plan = self._services.planning.plan(self._id)
        named = (o for o in plan.officials if o.name)
        officials = (f"{o.honorific} {o.name}, {o.position}".strip(", ") for o in named)
        return tuple(dict.fromkeys((*officials, *(plan.units or self._services.library.lists().units))))
