"""The page "Đọc câu trả lời từ tệp": a unit's answers are matched with their opinions, then kept (C7)."""

from __future__ import annotations

from ui.context import Context
from ui.list_import.answers import AnswerList
from ui.list_import.page import ListImportPage


class AnswerImportPage(ListImportPage):
    """`left` and `done` lead back to where the unit's answers are waited for."""

    def __init__(self, context: Context, conference_id: str) -> None:
        super().__init__(context, conference_id, AnswerList(context.services.get(), conference_id))
