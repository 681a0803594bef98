"""An abbreviation for the words that are marked, made without leaving the page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogue_desktop.domain.quick_text import Doubt, key_of
from dialogue_desktop.domain.text_vi import one_line
from ui.look import Look
from ui.quick_text.book import QuickBook, takes_the_place_of
from ui.quick_text.line_popup import LinePopup
from ui.theme import Role
from ui.widgets.editor import Editor


class Shortener(LinePopup):
    """The first letters are proposed and Enter takes them; what may be wrong is said while one types, and a
    second Enter keeps what may stay."""

    made = Signal(str, str, bool)  # abbreviation, text, kept although one should not
    name = "Đặt chữ tắt"
    icon = "text_font"

    def __init__(self, look: Look, home: QWidget, book: Callable[[], QuickBook]) -> None:
        self._book = book
        self._text = self._proposed = ""
        self._doubt: Doubt | None = None
        self._asked = False
        super().__init__(look, home)

    def ask(self, editor: Editor, text: str) -> None:
        self._text = text
        self._proposed = self._book().proposal(text)
        self.open_at(editor)

    @property
    def _short(self) -> str:
        return self.line.strip() or self._proposed

    @property
    def head(self) -> str:
        return f"Chữ tắt cho: {one_line(self._text)}"

    @property
    def prompt(self) -> str:
        return self._proposed or "Gõ chữ tắt"

    @property
    def note(self) -> tuple[str, Role, str]:
        known = self._book().short_of(self._text)
        if not self.line and known:
            return f"Đã có chữ tắt “{known}” cho những chữ này. Esc đóng.", Role.WARN, "info_16"
        if not self._short:
            return "Gõ chữ tắt rồi Enter; sau này gõ chữ tắt và dấu cách.", Role.TEXT2, ""
        if self._doubt is not None:
            stay = " Enter lần nữa để vẫn dùng." if self._asked else ""
            return self._doubt.words + stay, Role.WARN, "warning_16"
        return f"Enter để giữ; từ nay {takes_the_place_of(self._short)}.", Role.TEXT2, ""

    def looked_for(self) -> None:
        self._asked = False
        self._doubt = self._book().doubt_of(self._short, self._text) if self._short else None

    def take(self) -> None:
        wrong, short = self._doubt, self._short
        if not short:
            return
        if wrong is not None and not (wrong.may_stay and self._asked):
            self._asked = wrong.may_stay
            self._tell()
            return
        text = self._text
        self.close_list()
        self.made.emit(key_of(short), text, wrong is not None)
