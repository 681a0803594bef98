"""What the page of sorting asks of the core for one conference; every call runs on the database's thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from dialogue_desktop.domain.competence import CompetenceGuess
from dialogue_desktop.domain.field_guess import FieldGuess
from dialogue_desktop.domain.plan import Locality
from dialogue_desktop.domain.records import Opinion


class Part(StrEnum):
    """The three views of the page."""

    UNSORTED = "unsorted"
    DIFFERS = "differs"
    BEYOND = "beyond"


@dataclass(frozen=True, slots=True)
class Loaded:
    """Everything the page shows. `kept`: by part, the suggestion said no to, by opinion."""

    fields: tuple[str, ...]
    bodies: tuple[str, ...]
    localities: tuple[Locality, ...]
    opinions: tuple[Opinion, ...]
    guesses: Mapping[str, FieldGuess]
    competence: Mapping[str, tuple[CompetenceGuess, ...]]
    kept: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    saved_at: datetime | None = None


def kept_key(conference_id: str) -> str:
    """Setting that keeps which suggestions were said no to."""
    return f"sorting.kept.{conference_id}"


class SortingCore:
    """Of `services`, the core's App, `sorting`, `live`, `planning`, `library` and `settings` are used.

    Saying no to a suggestion changes no opinion, so it is no entry of the journal; `undo` knows both kinds.
    """

    def __init__(self, services: Any, conference_id: str) -> None:
        self._services, self._id = services, conference_id
        self._guesses: dict[str, FieldGuess] = {}
        # What `undo` takes back, newest last: a setting as it was before, None for an entry of the journal.
        self._steps: list[dict[str, dict[str, str]] | None] = []
        self._undone: list[dict[str, dict[str, str]] | None] = []

    def load(self, part: Part | None = None) -> Loaded:
        """Read all; with a `part` only its suggestions are made again, the rest stands as it was made last:
        one opinion costs a millisecond."""
        services, cid = self._services, self._id
        plan = services.planning.plan(cid)
        opinions = tuple(o for o in services.live.records(cid).opinions if o.text.strip())
        asked = {one.id for one in opinions if _asked(one, part)}
        there = {one.id for one in opinions}
        old = {one: guess for one, guess in self._guesses.items() if one in there and one not in asked}
        self._guesses = {**old, **services.sorting.suggest(cid, asked)}
        newest = services.live.history(cid, 1)
        return Loaded(
            services.sorting.fields(cid),
            services.library.lists().receiving_bodies,
            plan.localities,
            opinions,
            dict(self._guesses),
            services.sorting.competence(cid),
            self._kept(),
            newest[0].at if newest else None,
        )

    def trust(self) -> str:
        """How far the suggestions can be trusted here, in one sentence."""
        return str(self._services.sorting.agreement(self._id, 300).sentence)

    # --- acts -----------------------------------------------------------------------------------------

    def set_fields(self, fields: Mapping[str, str]) -> None:
        self._services.sorting.set_fields(self._id, fields)
        self._did(None)

    def set_bodies(self, bodies: Mapping[str, str | None]) -> None:
        self._services.sorting.set_competence(self._id, bodies)
        self._did(None)

    def keep(self, part: Part, opinion_id: str, suggested: str) -> None:
        """The opinion stays as it is, against this suggestion; another one is shown again."""
        before = self._kept()
        self._did(before)
        after = {**before, part.value: {**before.get(part.value, {}), opinion_id: suggested}}
        self._services.settings.set(kept_key(self._id), after)

    def forget(self) -> None:
        """Other pages act now: nothing is taken back from here any more."""
        self._steps.clear()
        self._undone.clear()

    def undo(self) -> str:
        """What was taken back, in words; "" when there was nothing."""
        step = self._steps.pop() if self._steps else None
        if step is not None:
            self._undone.append(self._kept())
            self._services.settings.set(kept_key(self._id), step)
            return "giữ như cũ"
        self._undone.append(None)
        entry = self._services.live.undo(self._id)
        return self._services.live.entry_text(entry) if entry is not None else ""

    def redo(self) -> str:
        step = self._undone.pop() if self._undone else None
        if step is not None:
            self._steps.append(self._kept())
            self._services.settings.set(kept_key(self._id), step)
            return "giữ như cũ"
        self._steps.append(None)
        entry = self._services.live.redo(self._id)
        return self._services.live.entry_text(entry) if entry is not None else ""

    def _did(self, step: dict[str, dict[str, str]] | None) -> None:
        self._steps.append(step)
        self._undone.clear()

    def _kept(self) -> dict[str, dict[str, str]]:
        from dialogue_desktop.codec import CodecError, convert

        try:
            return convert(self._services.settings.get(kept_key(self._id), {}), dict[str, dict[str, str]])
        except CodecError:
            return {}


def _asked(opinion: Opinion, part: Part | None) -> bool:
    if part is None:
        return True
    return part is not Part.BEYOND and bool(opinion.field) is (part is Part.DIFFERS)
