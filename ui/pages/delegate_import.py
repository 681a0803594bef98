"""The page "Nhập danh sách đại biểu": a list of the invited, with the plan's seats beside it (C11, P8)."""

from __future__ import annotations

from ui.context import Context
from ui.list_import.delegates import DelegateList
from ui.list_import.page import ListImportPage


class DelegateImportPage(ListImportPage):
    """`left` and `done` lead back to the list of the invited."""

    def __init__(self, context: Context, conference_id: str) -> None:
        super().__init__(context, conference_id, DelegateList(context.services.get(), conference_id))
