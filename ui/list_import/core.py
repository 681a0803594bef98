"""The page's way to the services, for one conference; called on the database's thread."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from dialogue_desktop.domain.plan import Locality
from dialogue_desktop.domain.records import Source

if TYPE_CHECKING:
    from dialogue_desktop.exchange.opinion_rows_types import OpinionSheetReport


class ImportCore:
    """`services` are those of the window."""

    def __init__(self, services: Any, conference_id: str) -> None:
        self._services, self._id = services, conference_id

    def localities(self) -> tuple[Locality, ...]:
        plan = self._services.planning.plan(self._id)
        return tuple(plan.localities)

    def read(self, path: Path) -> OpinionSheetReport:
        report: OpinionSheetReport = self._services.opinion_import.read(self._id, path)
        return report

    def read_pasted(self, text: str) -> OpinionSheetReport:
        report: OpinionSheetReport = self._services.opinion_import.read_pasted(self._id, text)
        return report

    def mend(self, report: OpinionSheetReport, key: int, column: str, text: str) -> OpinionSheetReport:
        from dialogue_desktop.exchange.opinion_columns import Column

        mended: OpinionSheetReport = self._services.opinion_import.mend(report, key, Column(column), text)
        return mended

    def save(
        self,
        report: OpinionSheetReport,
        keys: frozenset[int],
        source: Source,
        split: frozenset[int],
        speakers: bool,
    ) -> tuple[int, int, str]:
        saved = self._services.opinion_import.save(
            report, keys, source=source, split=split, register_speakers=speakers
        )
        return len(saved.ids), saved.speakers, saved.warning

    def bad_rows(self, report: OpinionSheetReport, keys: frozenset[int], path: Path) -> None:
        self._services.opinion_import.bad_rows_file(report, path, keys)

    def blank_form(self, path: Path, locality_id: str) -> None:
        self._services.opinion_import.write_blank_form(self._id, path, locality_id)

    def undo(self) -> str:
        entry = self._services.live.undo(self._id)
        return "" if entry is None else str(self._services.live.entry_text(entry))
