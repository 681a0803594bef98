"""What stands over the list: what could not be saved, and what was left half typed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.look import Look
from ui.opinions.screen import Screen
from ui.theme import Role
from ui.widgets.banner import Banner
from ui.widgets.button import Button, Kind
from ui.widgets.panes import framed


class Banners(QWidget):
    """Two banners in frames of their own, `above` the whole page and `lying` over the list; this widget
    itself is never shown."""

    again = Signal()
    resumed = Signal()
    discarded = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.hide()
        self.again_button = Button(look, "Lưu lại")
        self.again_button.clicked.connect(self.again)
        self.trouble = Banner(look, role=Role.BAD, icon="error_circle", buttons=(self.again_button,))
        resume = Button(look, "Gõ tiếp")
        resume.clicked.connect(self.resumed)
        discard = Button(look, "Bỏ", kind=Kind.QUIET)
        discard.clicked.connect(self.discarded)
        self.lying = Banner(look, role=Role.ACCENT, icon="edit", buttons=(resume, discard))
        self.above_page, self.above_list = framed(look, self.trouble), framed(look, self.lying)

    def show_screen(self, screen: Screen) -> None:
        self.above_list.setVisible(bool(screen.shelf))
        self.lying.set_words("Đang gõ dở:", f"{screen.shelf}.")
        self.above_page.setVisible(screen.trouble is not None)
        if screen.trouble is not None:
            self.trouble.set_words(screen.trouble.fact, screen.trouble.sentence)
            self.again_button.set_words(screen.trouble.act)
