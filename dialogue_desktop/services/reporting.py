"""Figures and workbooks from the rows (M8)."""

from __future__ import annotations

from dialogue_desktop.services.planning import Planning


class Reporting:
    """Reads; writes nothing."""

    def __init__(self, planning: Planning) -> None:
        self._planning = planning

    def summary(self, conference_id: str) -> bytes:
        """The workbook "Sổ tổng hợp" as XLSX bytes."""
        from dialogue_desktop.exchange.excel_summary import build

        return build(self._planning.view(conference_id))
