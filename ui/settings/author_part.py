"""The part "Người ghi" of the settings: who is at the keyboard, typed once, then chosen (L9)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.field import Field, FieldBox
from ui.widgets.panes import LEFT, VBox
from ui.widgets.text import Label, Paragraph

_TRACE = "Tên này đi kèm mỗi lần ghi, sửa. Người khác dùng máy này thì chọn tên mình, hoặc gõ tên mới."
_PAUSE_MS = 400


class AuthorPart(QWidget):
    """`field` is the name that holds; below it those who wrote on this computer, each a button.

    `named` carries the name that holds from now on: after a pause in typing, on leaving the field, or at once
    from a button.
    """

    named = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._known: tuple[str, ...] = ()
        self._shown: tuple[str, ...] = ()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        self.buttons: list[Button] = []
        self.field = Field(look, name="Họ tên người ghi", placeholder="Trần Thị Hà, công chức Văn phòng")
        self.field.settled.connect(lambda _text: self._pause.start())
        self.field.left.connect(self._tell)
        column = VBox(look, gap=2)
        column.addWidget(Label(look, "Người ghi", Type.SECTION))
        column.addWidget(FieldBox(look, "Họ tên người ghi", self.field))
        column.addWidget(Paragraph(look, _TRACE, Type.CAPTION, Role.TEXT2))
        self._names = VBox(look, gap=0.5)
        column.addLayout(self._names)
        self.setLayout(column)

    def name(self) -> str:
        return " ".join(self.field.value().split())

    def flush(self) -> None:
        """Before the page goes: what was typed last counts too."""
        if self._pause.isActive():
            self._tell()

    def _tell(self) -> None:
        self._pause.stop()
        self.named.emit(self.name())

    def show_names(self, names: Sequence[str] | None = None) -> None:
        """Everybody (the same as before without `names`) but the one whose name holds."""
        if names is not None:
            self._known = tuple(names)
        others = tuple(name for name in self._known if name != self.name())
        if others == self._shown:
            return
        held = any(button.hasFocus() for button in self.buttons)
        self._shown = others
        for old in self.buttons:
            self._names.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.buttons = []
        for name in others:
            button = Button(self._look, name, kind=Kind.QUIET, icon="person", small=True)
            button.setAccessibleName(f"Người ghi là {name}")
            button.clicked.connect(partial(self._choose, name))
            self._names.addWidget(button, alignment=LEFT)
            self.buttons.append(button)
        if held:  # the chosen one's button is gone: its name stands in the field
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, name: str, _on: bool = False) -> None:
        self.field.set_value(name)
        self._tell()
        self.show_names()
