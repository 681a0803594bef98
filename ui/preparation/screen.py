"""What the two parts of the page show, as frozen values made by their presenters."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from dialogue_desktop.domain.notice_verdict import Verdict
from dialogue_desktop.services.notice_proofs import ProofView
from ui.preparation.words import StateWords
from ui.widgets.rows import Item


@dataclass(frozen=True, slots=True)
class Trouble:
    """What could not be saved or read: a bold fact and one sentence."""

    fact: str
    sentence: str


@dataclass(frozen=True, slots=True)
class ItemDetail:
    """The form's surroundings. `words`: title and unit may be edited; `day`: the day may be given;
    `hour`: an hour may be put beside it."""

    head: str
    badge: StateWords | None
    due: str = ""
    counted: str = ""
    warning: str = ""
    usual: str = ""
    words: bool = False
    day: bool = False
    hour: bool = False
    plan_duty: str = ""
    removable: bool = False


@dataclass(frozen=True, slots=True)
class ListScreen:
    """The checklist. `removed`: how many the office took away and may take back."""

    loaded: bool = False
    facts: str = ""
    short_facts: str = ""
    items: tuple[Item, ...] = ()
    selected: str = ""
    detail: ItemDetail | None = None
    removed: int = 0
    units: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    trouble: Trouble | None = None


@dataclass(frozen=True, slots=True)
class ProofDetail:
    """The form's surroundings: the row's own badge, and its verdicts with how each was counted."""

    head: str
    badge: StateWords | None = None
    verdicts: tuple[Verdict, ...] = ()
    removable: bool = False


@dataclass(frozen=True, slots=True)
class ProofScreen:
    """The proof of notice. `verdicts` are those on all rows together; `to_tick` names the plan's notice duty
    that may now be ticked."""

    loaded: bool = False
    facts: str = ""
    short_facts: str = ""
    view: ProofView | None = None
    selected: str = ""
    verdicts: tuple[Verdict, ...] = ()
    detail: ProofDetail | None = None
    places: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    to_tick: str = ""
    trouble: Trouble | None = None


class PartView(Protocol):
    """The passive side of either part."""

    def show_screen(self, screen: Any, /) -> None: ...
    def fill_form(self, entry: Any, focus: str, /) -> None: ...
    def complain(self, faults: dict[str, str], /) -> None: ...
    def show_saved(self, at: datetime, /) -> None: ...
    def say(self, words: str, back: Callable[[], None] | None, /) -> None: ...
