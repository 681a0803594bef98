"""How somebody speaks, and how long, for those who do not learn the signs of the quick line (L2, L7)."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from dialogue_desktop.domain.records import Source, Turn
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.checkbox import CheckBox
from ui.widgets.combo import Combo
from ui.widgets.field import Field
from ui.widgets.panes import VBox
from ui.widgets.text import Label

_MINUTES = (1, 2, 3, 5, 7, 10, 15, 20)


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
        column.addWidget(Label(look, "Được nói trong", Type.CAPTION, Role.TEXT2, elide=True))
        self.limit = Combo(look, _limits(0), name="Được nói trong", small=True)
        column.addWidget(self.limit, alignment=Qt.AlignmentFlag.AlignLeft)
        self.setLayout(column)
        self.limit.chosen.connect(lambda seconds: self.changed.emit({"limit_seconds": seconds}))
        self.online.clicked.connect(self.take)
        self.interpreter.left.connect(self.take)
        self.interpreter.returnPressed.connect(self.take)

    def show_turn(self, turn: Turn) -> None:
        """Hidden where there is no turn that could know it."""
        self._turn = turn
        self.setVisible(bool(turn.id))
        self.online.setChecked(turn.source is Source.ONLINE)
        self.limit.set_items(_limits(turn.limit_seconds))
        self.limit.set_value(turn.limit_seconds)
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
            self._turn = replace(turn, **wanted)  # type: ignore[arg-type]
            self.changed.emit(other)


def _limits(chosen: int) -> tuple[tuple[int, str], ...]:
    """What the chair may allow; that of the turn is among them, whatever it is."""
    every = sorted({chosen, *(60 * minutes for minutes in _MINUTES)} - {0})
    return (*((seconds, _limit_words(seconds)) for seconds in every), (0, "không giới hạn"))


def _limit_words(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    return f"{minutes} phút {rest} giây" if rest else f"{minutes} phút"
