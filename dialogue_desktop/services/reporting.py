"""Figures and workbooks from the rows (M8)."""

from __future__ import annotations

from dialogue_desktop.clock import Clock
from dialogue_desktop.services.checklist import Checklist
from dialogue_desktop.services.planning import Planning
from dialogue_desktop.services.register import Register


class Reporting:
    """Reads; writes nothing."""

    def __init__(self, planning: Planning, checklist: Checklist, register: Register, clock: Clock) -> None:
        self._planning = planning
        self._checklist = checklist
        self._register = register
        self._clock = clock

    def summary(self, conference_id: str) -> bytes:
        """The workbook "Sổ tổng hợp" as XLSX bytes. NotFound."""
        from dialogue_desktop.exchange.excel_summary import build

        return build(
            self._planning.view(conference_id),
            now=self._clock.now(),
            items=self._checklist.counted(conference_id),
            register=self._register.rows(conference_id),
        )
