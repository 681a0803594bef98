"""The page's way to the services; called on the database's thread."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dialogue_desktop.services.merge_items import Decisions, Merged, MergeItem, MergeReport
from dialogue_desktop.services.merge_memory import MergeRun, OutCopy


@dataclass(frozen=True, slots=True)
class Standing:
    """How a conference stands: copies that are out, what was merged, what is to be looked at."""

    title: str = ""
    out: tuple[OutCopy, ...] = ()
    is_copy: bool = False
    runs: tuple[MergeRun, ...] = ()
    items: tuple[MergeItem, ...] = ()


class MergeCore:
    """`services` are those of the window."""

    def __init__(self, services: Any) -> None:
        self._services = services

    def standing(self, conference_id: str) -> Standing:
        """Nothing where no conference is open."""
        if not conference_id:
            return Standing()
        services = self._services
        return Standing(
            services.planning.view(conference_id).title,
            services.travelling.out(conference_id),
            services.travelling.is_copy(conference_id),
            services.merging.runs(conference_id),
            services.merging.open_items(conference_id),
        )

    def preview(self, path: Path) -> MergeReport:
        report: MergeReport = self._services.merging.preview(path)
        return report

    def merge(self, path: Path, decisions: Decisions) -> Merged:
        merged: Merged = self._services.merging.merge(path, decisions)
        return merged

    def decide(self, conference_id: str, decisions: Decisions) -> None:
        self._services.merging.decide(conference_id, decisions)

    def undo(self, conference_id: str) -> None:
        self._services.live.undo(conference_id)

    def file_name(self, conference_id: str) -> str:
        return str(self._services.travelling.file_name(conference_id))

    def take_along(self, conference_id: str, path: Path) -> str:
        """What the copy had to go without, "" where it has everything."""
        notes: list[str] = []
        self._services.travelling.take_along(conference_id, path, notice=notes.append)
        return " ".join(notes)

    def close_copies(self, conference_id: str) -> None:
        self._services.travelling.close(conference_id)
