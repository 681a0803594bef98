"""The opinions of one turn as small chips over the box: which is answered, which waits, which is written."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.live.session.screen import TurnChip
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.panes import HBox

_HIGH = 5.5


class ChipButton(QAbstractButton):
    """Icon and number; the one on the desk filled. It takes no focus: keys walk by verbs."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self.chip, self._words = look, TurnChip(), ""
        self._is_brief = True
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._relook)

    def _relook(self) -> None:
        self.updateGeometry()
        self.update()

    def show_chip(self, chip: TurnChip, brief: bool) -> None:
        if (chip, brief) == (self.chip, self._is_brief):
            return
        self.chip, self._is_brief = chip, brief
        self._words = (
            ("" if not chip.opinion_id and not chip.current else chip.brief) if brief else chip.words
        )
        self.setAccessibleName(chip.says)
        self.setToolTip(chip.says)
        self._relook()

    def sizeHint(self) -> QSize:
        look = self._look
        high = max(look.px(_HIGH), look.line(Type.CAPTION))
        return QSize(look.width(self._words, Type.CAPTION_MEDIUM) + look.px(9 if self._words else 7), high)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        look, chip = self._look, self.chip
        painter = QPainter(self)
        fill = Role.ACCENT_SOFT if chip.current else Role.HOVER if self.underMouse() else Role.SURFACE
        look.draw_box(painter, self.rect(), fill=fill, edge=Role.ACCENT if chip.current else Role.FIELD)
        high = self.height()
        role = Role.OK if chip.answered else Role.ACCENT if chip.current else Role.TEXT2
        look.draw_icon(painter, QRect(look.px(1.5), 0, look.px(4), high), chip.icon, role, 4)
        words = QRect(look.px(6.5), 0, self.width(), high)
        look.draw_text(
            painter, words, self._words, Type.CAPTION_MEDIUM, Role.ACCENT if chip.current else Role.TEXT
        )


class TurnChips(QWidget):
    """`wanted` carries the id of an opinion, "" for the box of the next one."""

    wanted = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._row = HBox(look, gap=1.5)
        self._row.addStretch(1)
        self.setLayout(self._row)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Các ý kiến của lượt này")
        self._chips: tuple[TurnChip, ...] = ()
        self._brief = False
        self.buttons: list[ChipButton] = []

    def set_brief(self, brief: bool) -> None:
        """Numbers alone, where they stand in the row of the field."""
        if brief != self._brief:
            self._brief, chips = brief, self._chips
            self._chips = ()
            self.set_chips(chips)

    def set_chips(self, chips: tuple[TurnChip, ...]) -> None:
        if chips == self._chips:
            return
        self._chips = chips
        while len(self.buttons) < len(chips):
            button = ChipButton(self._look)
            button.clicked.connect(lambda _on=False, of=button: self.wanted.emit(of.chip.opinion_id))
            self._row.insertWidget(len(self.buttons), button)
            self.buttons.append(button)
        for at, button in enumerate(self.buttons):
            button.setVisible(at < len(chips))
        self._fit()

    @property
    def several(self) -> bool:
        return len(self._chips) > 1

    def resizeEvent(self, event: object) -> None:
        self._fit()

    def _fit(self) -> None:
        """Where there is no room for their words, numbers alone; where there is none for all, those that are
        farthest from the one on the desk go."""
        room, gap = self.width(), self._look.px(1.5)
        for brief in (True,) if self._brief else (False, True):
            wide = 0
            for button, chip in zip(self.buttons, self._chips, strict=False):
                button.show_chip(chip, brief)
                wide += button.sizeHint().width() + gap
            if wide <= room:
                break
        here = next((at for at, chip in enumerate(self._chips) if chip.current), len(self._chips) - 1)
        shown = 0
        for at in sorted(range(len(self._chips)), key=lambda at: (abs(at - here), at)):
            shown += self.buttons[at].sizeHint().width() + gap
            self.buttons[at].setVisible(shown <= room or at == here)
