"""What can be done to the ticked lines: shown only while some are ticked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.panes import HBox
from ui.widgets.text import Label


class SelectionBar(QWidget):
    """The count at the left, verbs at the right, a cross to let go. Where the room ends the caps go first,
    then verbs from the right, which stand in the menu of the last button."""

    cleared = Signal()

    def __init__(self, look: Look, verbs: Sequence[QAction], more: Mapping[str, QAction | None]) -> None:
        """`verbs` become buttons; `more` are the entries of the menu by their words (None: a line)."""
        super().__init__()
        self._look = look
        self._more = dict(more)
        self._verbs = tuple(verbs)
        self.setAccessibleName("Việc với các dòng đã chọn")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = HBox(look, (3, 0.5, 1, 0.5), 1)
        self.setLayout(row)
        self.words = Label(look, "", Type.STRONG, Role.ACCENT)
        row.addWidget(self.words)
        row.addStretch(1)
        self.buttons = [Button.of(look, verb, kind=Kind.BAR) for verb in verbs]
        for button in self.buttons:
            row.addWidget(button)
        self.more_button = Button(look, kind=Kind.BAR, icon="more_horizontal", name="Việc khác")
        self.more_button.clicked.connect(self.offer_more)
        row.addWidget(self.more_button)
        self.clear_button = Button(look, kind=Kind.BAR, icon="dismiss", name="Bỏ chọn", key="Esc")
        self.clear_button.set_cap_shown(False)
        self.clear_button.clicked.connect(self.cleared)
        row.addWidget(self.clear_button)
        self.hide()
        look.changed.connect(self._fit)

    def show_words(self, words: str) -> None:
        """ "" hides the bar."""
        if words != self.words.text():
            self.words.setText(words)
            self._fit()
        self.setVisible(bool(words))

    def offer_more(self) -> None:
        """The rest in a menu above the button, with those verbs that found no room."""
        menu = QMenu(self)
        menu.setObjectName("more")
        hidden = [button for button in self.buttons if button.isHidden()]
        for button in hidden:
            at = self.buttons.index(button)
            menu.addAction(self._verbs[at])
        if hidden:
            menu.addSeparator()
        for words, action in self._more.items():
            if action is None:
                menu.addSeparator()
            elif action.isVisible() and action.isEnabled():
                entry = menu.addAction(words)
                entry.triggered.connect(action.trigger)
        menu.aboutToHide.connect(menu.deleteLater)
        size = menu.sizeHint()
        corner = self.more_button.mapToGlobal(QPoint(self.more_button.width() - size.width(), -size.height()))
        menu.popup(corner)

    def _fit(self) -> None:
        if not self.isVisible():
            return
        buttons = [*self.buttons, self.more_button]
        for caps, shown in (
            (True, len(self.buttons)),
            *((False, n) for n in range(len(self.buttons), -1, -1)),
        ):
            for number, button in enumerate(self.buttons):
                button.set_cap_shown(caps)
                button.setVisible(number < shown)
            wide = sum(b.sizeHint().width() + self._look.px(1) for b in buttons if not b.isHidden())
            wide += self.words.sizeHint().width() + self.clear_button.sizeHint().width() + self._look.px(8)
            if wide <= self.width():
                break

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(60), self._look.px(9))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(40), self._look.px(9))

    def paintEvent(self, event: QPaintEvent) -> None:
        self._look.draw_box(QPainter(self), QRect(self.rect()), fill=Role.ACCENT_SOFT)
