"""What the page of the papers shows, as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from dialogue_desktop.domain.paper_holdings import Earlier
from dialogue_desktop.services.document_kinds import DocumentKind
from ui.papers.core import Begun
from ui.papers.words import Want


@dataclass(frozen=True, slots=True)
class PaperRow:
    """One line of the list; `want` says why it cannot be made yet, `ticked` None then."""

    name: str
    title: str
    words: str
    want: Want | None = None
    ticked: bool | None = None


@dataclass(frozen=True, slots=True)
class PaperSection:
    """Papers of one purpose."""

    id: str
    title: str
    rows: tuple[PaperRow, ...]


@dataclass(frozen=True, slots=True)
class ChoiceForm:
    """The choices of the paper on view: `values` by field, as the form shows them."""

    paper: str
    values: Mapping[str, Any] = field(default_factory=dict)
    earlier: tuple[Earlier, ...] = ()
    only: str = ""
    hint: str = ""
    locked: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Screen:
    """`trouble` is (fact, sentence) of what went wrong; `kind` the paper on view, `want` why it cannot be
    made; `whole` whether all of its pages are there; `busy` what is being written."""

    loaded: bool = False
    facts: str = ""
    facts_short: str = ""
    sections: tuple[PaperSection, ...] = ()
    kind: DocumentKind | None = None
    want: Want | None = None
    form: ChoiceForm | None = None
    whole: bool = False
    ticked: int = 0
    busy: str = ""
    trouble: tuple[str, str] | None = None


class PapersView(Protocol):
    """The page's side."""

    def show_screen(self, screen: Screen) -> None: ...

    def show_pages(self, begun: Begun, title: str, fresh: bool) -> None:
        """`fresh`: another paper than before, so from its first page."""
        ...

    def show_making(self, fresh: bool) -> None:
        """Pages are on their way; `fresh` as above."""
        ...

    def show_saved(self) -> None: ...
    def say(self, words: str) -> None: ...
