"""The page "Nhập danh sách ý kiến": a list that came back is looked at row by row, then kept (C4)."""

from __future__ import annotations

from ui.context import Context
from ui.list_import.opinions import OpinionList
from ui.list_import.page import ListImportPage


class OpinionImportPage(ListImportPage):
    """`left` and `done` lead back to the collected opinions."""

    def __init__(self, context: Context, conference_id: str) -> None:
        super().__init__(context, conference_id, OpinionList(context.services.get(), conference_id))
