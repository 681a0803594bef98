"""Colours the marks of a text («cơ quan»), so that they are told from the words around them."""

from __future__ import annotations

import re

from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat

from dialogue_desktop.domain.placeholders import stored
from ui.look import Look
from ui.theme import Role
from ui.widgets.editor import Editor

_MARK = re.compile(r"«[^«»]{1,30}»")


class MarkPainter(QSyntaxHighlighter):
    """Paints only: the text, its undo and a word being composed are left alone."""

    def __init__(self, look: Look, editor: Editor) -> None:
        super().__init__(editor.document())
        self._look = look
        look.changed.connect(self.rehighlight)

    def highlightBlock(self, text: str) -> None:
        paint = QTextCharFormat()
        paint.setForeground(self._look.color(Role.ACCENT))
        paint.setBackground(self._look.color(Role.ACCENT_SOFT))
        for found in _MARK.finditer(text):
            if stored(found[0]) != found[0]:
                self.setFormat(found.start(), len(found[0]), paint)
