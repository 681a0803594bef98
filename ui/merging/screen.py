"""What the page of the hall's copies shows, as values (L11)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Protocol


class Mode(Enum):
    """START: open a file, take along, what was before. FILE: a file is looked at. LEFT: what was left for
    later is decided now."""

    START = "start"
    FILE = "file"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class RowView:
    """One thing that both sides say otherwise. `state` in words; `open` while nobody has chosen."""

    key: str
    title: str
    about: str
    state: str
    open: bool


@dataclass(frozen=True, slots=True)
class SideView:
    """One of what stands side by side; `marks` are the places where it says something else."""

    id: str
    whose: str
    when: str
    words: str
    marks: tuple[tuple[int, int], ...]
    chosen: bool
    holds: bool


@dataclass(frozen=True, slots=True)
class DetailView:
    """The thing in hand; `both` None where both cannot be kept, else whether that is chosen. `seen` None
    where there is something to choose."""

    key: str
    title: str
    about: str
    place: str
    sides: tuple[SideView, ...]
    both: bool | None
    seen: bool | None
    sentence: str


@dataclass(frozen=True, slots=True)
class RunView:
    """One merge of before."""

    key: str
    when: str
    whose: str
    file: str
    acts: str


@dataclass(frozen=True, slots=True)
class Screen:
    """`counts` says what came or comes, a line each; `chosen` of `of` are decided."""

    mode: Mode = Mode.START
    busy: str = ""
    trouble: str = ""
    facts: str = ""
    counts: tuple[str, ...] = ()
    rows: tuple[RowView, ...] = ()
    detail: DetailView | None = None
    chosen: int = 0
    of: int = 0
    can_keep: bool = False
    keep_words: str = ""
    title: str = ""
    out: str = ""
    is_copy: bool = False
    left: int = 0
    runs: tuple[RunView, ...] = ()
    result: str = ""


class View(Protocol):
    """The page."""

    def show_screen(self, screen: Screen, /) -> None: ...
    def came(self, conference_id: str, /, *, new: bool) -> None:
        """A copy is merged, or a conference that was not here came in."""
        ...

    def say(self, words: str, back: Callable[[], None] | None, /) -> None: ...
