"""What the page of the papers asks of the core: on the database's thread, and on that of long papers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from dialogue_desktop.codec import CodecError, convert
from dialogue_desktop.domain.paper_choices import PaperChoices
from dialogue_desktop.domain.paper_holdings import Holdings
from dialogue_desktop.services.document_kinds import BEFORE_KINDS, DocumentKind
from ui.papers import choosing

if TYPE_CHECKING:
    from dialogue_desktop.documents.flow import Pulse, RenderResult
    from dialogue_desktop.documents.tree import Document
    from dialogue_desktop.services.papers import PaperSource


@dataclass(frozen=True, slots=True)
class Loaded:
    """Everything the page shows; `paper` is the one that was on view last."""

    holdings: Holdings
    choices: Mapping[str, PaperChoices] = field(default_factory=dict)
    paper: str = ""
    saved_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Begun:
    """A paper whose first pages are there; `whole` where they are all of it."""

    document: Document
    result: RenderResult
    whole: bool


def choices_key(conference_id: str) -> str:
    """Setting that keeps what was chosen for each paper of a conference."""
    return f"papers.choices.{conference_id}"


def paper_key(conference_id: str) -> str:
    """Setting that keeps which paper was on view last."""
    return f"papers.shown.{conference_id}"


class Core:
    """`services` is the core's App: `documents`, `settings` and `live` of it are used."""

    def __init__(self, services: Any, conference_id: str) -> None:
        self._services, self._id = services, conference_id

    @property
    def kinds(self) -> tuple[DocumentKind, ...]:
        return BEFORE_KINDS

    # --- on the database's thread

    def load(self) -> Loaded:
        """What there is, and what was chosen last time."""
        services, cid = self._services, self._id
        newest = services.live.history(cid, 1)
        return Loaded(
            services.documents.papers.holdings(cid),
            self._choices(),
            services.settings.get(paper_key(cid), ""),
            newest[0].at if newest else None,
        )

    def _choices(self) -> dict[str, PaperChoices]:
        kept = self._services.settings.get(choices_key(self._id), {})
        found: dict[str, PaperChoices] = {}
        for name, value in kept.items():
            try:
                found[name] = convert(value, PaperChoices)
            except CodecError:
                continue  # of a version that chose otherwise: as is usual
        return found

    def keep(self, choices: Mapping[str, PaperChoices], paper: str) -> None:
        """For the next time. StorageError."""
        kept = {name: choosing.kept(name, one) for name, one in choices.items()}
        self._services.settings.set_all({choices_key(self._id): kept, paper_key(self._id): paper})

    def read(self, name: str, choices: PaperChoices) -> PaperSource:
        """BadInput where there is nothing to print."""
        found: PaperSource = self._services.documents.papers.read(name, self._id, choices)
        return found

    # --- on the thread of papers

    def begin(self, source: PaperSource, pulse: Pulse) -> Begun:
        """The paper, or the first letters of a long series."""
        papers = self._services.documents.papers
        document = papers.document(source)
        pulse()
        first = papers.first_pages(document)
        return Begun(document, first or papers.pdf(document, pulse), first is None)

    def finish(self, begun: Begun, pulse: Pulse) -> Begun:
        """The whole series."""
        return Begun(begun.document, self._services.documents.papers.pdf(begun.document, pulse), True)

    def files(
        self, sources: Sequence[PaperSource], formats: Sequence[str]
    ) -> tuple[tuple[tuple[str, bytes], ...], tuple[str, ...]]:
        """((name, bytes) of each file, sentences on what cannot be shown) of papers in those of their forms
        that are wanted."""
        notices: list[str] = []
        made: list[tuple[str, bytes]] = []
        for source in sources:
            for one in source.kind.formats:
                if one in formats:
                    made += self._services.documents.papers.files(source, one, notices.append)
        return tuple(made), tuple(notices)
