"""The foot of a form beside a list: what is kept of the half typed, save and close, save and go on."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QWidget

from dialogue_desktop.domain.wall_time import on_wall
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.panes import HBox
from ui.widgets.text import Label


class FormFoot(QWidget):
    """Where the room ends the key caps go first: "Đã giữ 09:41:07" and the words of both buttons stay."""

    def __init__(self, look: Look, *, save: QAction, save_close: QAction) -> None:
        super().__init__()
        row = HBox(look, (5, 2, 5, 2.5), 2)
        self.setLayout(row)
        self._kept = Label(look, "", Type.CAPTION, Role.TEXT2, elide=True)
        row.addWidget(self._kept, 1)
        self.save_close_button = Button.of(look, save_close)
        self.save_button = Button.of(look, save, kind=Kind.PRIMARY)
        row.addWidget(self.save_close_button)
        row.addWidget(self.save_button)
        self._row = row
        look.changed.connect(self._fit)

    def set_sides(self, units: float) -> None:
        """The buttons end where the fields above them end."""
        self._row.set_sides(units, units)
        self._fit()

    @property
    def kept_words(self) -> str:
        return self._kept.text()

    def show_kept(self, at: datetime) -> None:
        """What is half typed is on the disk since `at` (UTC)."""
        self._kept.setText(f"Đã giữ {on_wall(at):%H:%M:%S}")
        self._kept.setToolTip("Chữ đang gõ đã được giữ trên máy, chưa vào danh sách.")
        self._fit()

    def clear_kept(self) -> None:
        self._kept.setText("")
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        margins = self._row.contentsMargins()
        room = self.width() - margins.left() - margins.right() - 2 * self._row.spacing()
        for close_cap, save_cap in ((True, True), (False, True), (False, False)):
            self.save_close_button.set_cap_shown(close_cap)
            self.save_button.set_cap_shown(save_cap)
            parts = (self._kept, self.save_close_button, self.save_button)
            if sum(part.sizeHint().width() for part in parts) <= room:
                break
