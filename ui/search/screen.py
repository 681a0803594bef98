"""Everything the page of everything shows, as one frozen value; made by the presenter (G3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from dialogue_desktop.domain.records import RecordKind
from dialogue_desktop.domain.search import SearchOrder
from ui.search.choices import Choice, Chosen
from ui.search.words import Detail, Line, Section


@dataclass(frozen=True, slots=True)
class Target:
    """Where a hit leads: a record (`kind` None: the conference itself); `collected` opinions stand on their
    own page, what was said at the hall on that of the session."""

    conference_id: str
    kind: RecordKind | None = None
    record_id: str = ""
    collected: bool = False


@dataclass(frozen=True, slots=True)
class Trouble:
    """What could not be read: a bold fact and one sentence."""

    fact: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Screen:
    """`version` changes with every new list, `fresh` is whether it is shown from its top. `lines` are the
    opinions of the first answer; what follows comes by `show_more`. `empty` is "" while there is
    anything to show, "none" before the first opinion, "no_match" for a search without hits.
    """

    loaded: bool = False
    version: int = 0
    fresh: bool = True
    facts: str = ""
    count: str = ""
    sections: tuple[Section, ...] = ()
    lines: tuple[Line, ...] = ()
    selected: str = ""
    detail: Detail | None = None
    empty: str = ""
    no_match: str = ""
    chosen: tuple[Chosen, ...] = ()
    order: SearchOrder = SearchOrder.NEWEST
    trouble: Trouble | None = None


class View(Protocol):
    """The page as the presenter sees it."""

    def show_screen(self, screen: Screen, /) -> None: ...
    def show_more(self, lines: Sequence[Line], /) -> None:
        """Opinions that follow those on view."""
        ...

    def show_choices(self, chip: str, choices: Sequence[Choice], /) -> None:
        """What was asked of a chip."""
        ...

    def clear_line(self) -> None:
        """The words of the search were let go by an act."""
        ...

    def open_hit(self, target: Target, /) -> None: ...
    def copy(self, text: str, said: str, /) -> None: ...
