"""What can be asked of the search over all conferences, and what it answers (G3)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from dialogue_desktop.domain.opinion_state import OpinionState
from dialogue_desktop.domain.records import Outcome, RecordKind, Source, Voice
from dialogue_desktop.domain.search_words import NOTHING, Finder

Marks = tuple[tuple[int, int], ...]


class SearchOrder(StrEnum):
    """NEWEST: the opinion written down last comes first. BY_NAME: given name, family name, middle names.
    AS_HELD: the newest conference first, in each by number."""

    NEWEST = "moi_nhat"
    BY_NAME = "theo_ten"
    AS_HELD = "theo_hoi_nghi"


class Filter(StrEnum):
    """What a list of everything can be narrowed by; the values are fields of SearchFilters."""

    CONFERENCE = "conference_id"
    LOCALITY = "locality"
    FIELD = "field"
    SOURCE = "source"
    OUTCOME = "outcome"
    STATE = "state"
    UNIT = "unit"
    HAS_ANSWER = "has_answer"
    BEYOND = "beyond_competence"


@dataclass(frozen=True, slots=True)
class SearchFilters:
    """None leaves a thing open; an empty text asks for what has none (no thôn, no field, no unit)."""

    conference_id: str | None = None
    locality: str | None = None
    field: str | None = None
    source: Source | None = None
    outcome: Outcome | None = None
    state: OpinionState | None = None
    unit: str | None = None
    has_answer: bool | None = None
    beyond_competence: bool | None = None
    group_id: str | None = None

    @property
    def any(self) -> bool:
        return self != SearchFilters()

    def having(self, kind: Filter, value: str | bool | None) -> SearchFilters:
        """The same with this value of one kind; None leaves it open."""
        changed: dict[str, Any] = {kind.value: value}
        return replace(self, **changed)


@dataclass(frozen=True, slots=True)
class InConference:
    """Where something was found."""

    id: str
    title: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class FoundOpinion:
    """An opinion as a list of hits shows it; `marks` are where the words stand in its text, (start, length).

    `exact`: every word that was typed with accents stands there with just these. `answer` is the answer in
    which the words were found when the opinion's own text does not have them all. `at_hall`: said in the
    session, not collected before.
    """

    conference: InConference
    id: str
    number: int
    text: str
    voices: tuple[Voice, ...]
    anonymous: bool
    field: str
    source: Source
    unit: str
    outcome: Outcome | None
    state: OpinionState
    deadline: date | None
    draft_due: date | None
    beyond_competence: bool
    group_id: str
    at_hall: bool = True
    exact: bool = False
    marks: Marks = ()
    answer: str = ""


@dataclass(frozen=True, slots=True)
class FoundRecord:
    """A speaker, a conclusion or an invited person: `heading` says which, `text` what is known of it."""

    conference: InConference
    kind: RecordKind
    id: str
    heading: str
    text: str
    marks: Marks = ()


@dataclass(frozen=True, slots=True)
class FoundConference:
    conference: InConference
    when: str
    place: str
    marks: Marks = ()


@dataclass(frozen=True, slots=True)
class PageEnd:
    """Where a page ended, so that the next one goes on behind it whatever was written in between.

    `same` is what makes a row exact in this search, `exact` whether the last row was one, `last` what the
    order compares of it.
    """

    same: tuple[str, ...]
    exact: bool
    last: tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class FoundPage:
    """Some rows in their order; `more`: others follow behind `end`. `finder` marks the words in any other
    text."""

    rows: tuple[FoundOpinion, ...] = ()
    more: bool = False
    finder: Finder = NOTHING
    end: PageEnd | None = None


@dataclass(frozen=True, slots=True)
class FoundValue:
    """A value that a filter can take, what it is called where that differs, and how many opinions have it."""

    value: str | bool
    words: str
    count: int


@dataclass(frozen=True, slots=True)
class FoundEverywhere:
    """One answer for a search line over everything."""

    opinions: FoundPage
    conferences: tuple[FoundConference, ...] = ()
    records: tuple[FoundRecord, ...] = ()
