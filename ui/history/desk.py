"""The verb "Lịch sử" of a page: reads the history of what is in hand and shows it (L9)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from dialogue_desktop.domain.records import RecordKind
from dialogue_desktop.domain.trace import Trace
from dialogue_desktop.errors import UserError
from ui.actions import Verb
from ui.context import Context
from ui.page_runner import PageRunner
from ui.tasks import Lane

#: From the page: the conference and the record in hand; an empty id where there is none.
Target = Callable[[], tuple[str, str]]
_FAULT = "Chương trình gặp lỗi khi đọc lịch sử. Dữ liệu không thay đổi."


class HistoryDesk:
    """`action` is the page's; `kind` "opinion", "paper" or "commitment"."""

    def __init__(self, context: Context, page: QWidget, kind: str, target: Target) -> None:
        self._context, self._kind, self._target = context, RecordKind(kind), target
        self._run = PageRunner(context.tasks, page, Lane.DATABASE)
        self._busy = False
        verb = Verb(f"history.{kind}", "Lịch sử", "Ctrl+Shift+H", "history")
        self.action: QAction = context.actions.add(page, verb, self.show)

    def show(self) -> None:
        conference_id, record_id = self._target()
        if not record_id or self._busy:
            return
        traces = self._context.services.get().traces
        self._busy = True
        self._run(lambda: traces.of(conference_id, self._kind, record_id), self._show, self._failed)

    def _show(self, trace: Trace) -> None:
        self._busy = False
        self._context.prompter.show_history(trace)

    def _failed(self, error: Exception) -> None:
        self._busy = False
        sentence = error.sentence if isinstance(error, UserError) else _FAULT
        self._context.prompter.tell("Chưa đọc được lịch sử", sentence, icon="error_circle")
