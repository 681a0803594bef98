"""How somebody speaks, for those who do not learn the signs of the quick line: online, interpreted (L2)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogue_desktop.domain.records import Source, Turn
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.checkbox import CheckBox
from ui.widgets.field import Field
from ui.widgets.panes import VBox
from ui.widgets.text import Label


class SpeakingWays(QWidget):
    """`changed` carries the fields of the turn that are another now."""

    changed = Signal(dict)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._turn = Turn("")
        self.online = CheckBox(look, "Hỏi trực tuyến, qua mạng")
        self.interpreter = Field(look, name="Phiên dịch", placeholder="bà H'Mai, tiếng Ê-đê")
        column = VBox(look, gap=0.5)
        column.addWidget(self.online)
        column.addWidget(Label(look, "Phiên dịch (nếu có)", Type.CAPTION, Role.TEXT2, elide=True))
        column.addWidget(self.interpreter)
        self.setLayout(column)
        self.online.clicked.connect(self.take)
        self.interpreter.left.connect(self.take)
        self.interpreter.returnPressed.connect(self.take)

    def show_turn(self, turn: Turn) -> None:
        """Hidden where there is no turn that could know it."""
        self._turn = turn
        self.setVisible(bool(turn.id))
        self.online.setChecked(turn.source is Source.ONLINE)
        if not (self.interpreter.hasFocus() and self.interpreter.isModified()):
            self.interpreter.set_value(turn.interpreter)
            self.interpreter.setModified(False)

    def take(self) -> None:
        """What stands here counts."""
        turn = self._turn
        if not turn.id:
            return
        wanted = {
            "source": Source.ONLINE if self.online.isChecked() else Source.HALL,
            "interpreter": " ".join(self.interpreter.value().split()),
        }
        other = {name: value for name, value in wanted.items() if value != getattr(turn, name)}
        if other:
            self._turn = Turn(turn.id, source=wanted["source"], interpreter=wanted["interpreter"])  # type: ignore[arg-type]
            self.changed.emit(other)
