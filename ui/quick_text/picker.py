"""Ctrl+I: a ready sentence at the cursor, found by a few letters of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogue_desktop.domain.quick_text import ReadyPlace, ReadyText
from dialogue_desktop.domain.text_vi import one_line
from ui.look import Look
from ui.quick_text.book import QuickBook
from ui.quick_text.line_popup import LinePopup
from ui.theme import Role
from ui.widgets.editor import Editor

_KEYS_DO = "↑ ↓ chọn câu, Enter đưa vào, Esc đóng"
_NONE = "Không có câu nào như vậy. Esc đóng, chữ đang viết vẫn nguyên."
_EMPTY = "Chưa có câu mẫu nào. Thêm ở trang “Mẫu và danh mục”."


class ReadyPicker(LinePopup):
    """`first` are the places whose sentences stand above the others."""

    picked = Signal(object)  # ReadyText
    name = "Câu mẫu"

    def __init__(self, look: Look, home: QWidget, book: Callable[[], QuickBook]) -> None:
        self._book = book
        self._first: Sequence[ReadyPlace] = ()
        self._found: tuple[ReadyText, ...] = ()
        super().__init__(look, home)

    @property
    def shown(self) -> tuple[ReadyText, ...]:
        return self._found if self.is_open else ()

    def offer(self, editor: Editor, first: Sequence[ReadyPlace]) -> None:
        self._first = first
        self.open_at(editor)

    @property
    def prompt(self) -> str:
        return "Tìm câu mẫu, không cần gõ dấu"

    @property
    def note(self) -> tuple[str, Role, str]:
        if self._found:
            return _KEYS_DO, Role.TEXT2, ""
        return _NONE if self._book().ready else _EMPTY, Role.WARN, "info_16"

    @property
    def count(self) -> int:
        return len(self._found)

    def row(self, place: int) -> tuple[str, str, str]:
        one = self._found[place]
        return one.title or one_line(one.text), one.place.label, one_line(one.text)

    def looked_for(self) -> None:
        self._found = self._book().found(self.line, self._first)

    def take(self) -> None:
        if self._found:
            chosen = self._found[self.at]
            self.close_list()
            self.picked.emit(chosen)
