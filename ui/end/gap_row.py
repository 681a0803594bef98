"""One gap of the list, and its button that puts it right here or goes to the very field (M3)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from dialogue_desktop.domain.closing_gap import Fix, Gap
from ui.end.fix_form import FixForm, FixOffer
from ui.end.fixes import DIRECT, Given
from ui.end.screen import capital
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.icon_box import IconBox
from ui.widgets.panes import HBox, VBox
from ui.widgets.text import Paragraph


class GapRow(QWidget):
    """Sign, what is missing and where, and the button. Where it can be put right here the button opens the
    form below, and Ctrl+Enter goes to the place itself.

    `wanted`: go to the field; `given` carries a Gap and what was given; `seen`: looked at, leave it out.
    """

    wanted = Signal(object)
    given = Signal(object, object)
    seen = Signal(object)

    def __init__(self, look: Look, gap: Gap) -> None:
        super().__init__()
        self._look, self.gap = look, gap
        self.form: FixForm | None = None
        self._offer: FixOffer | None = None
        whole = VBox(look, (0, 0, 0, 0))
        self.setLayout(whole)
        row = HBox(look, (3, 2, 2, 2), 2)
        whole.addLayout(row)
        row.addWidget(IconBox(look, *(("info", Role.TEXT2) if gap.review else ("warning", Role.WARN))))
        words = VBox(look)
        words.addWidget(Paragraph(look, gap.text, lines=3))
        if gap.detail:
            words.addWidget(Paragraph(look, capital(gap.detail), Type.CAPTION, Role.TEXT2, lines=2))
        row.addLayout(words, 1)
        self.button = Button(look, gap.action, small=True)
        self.button.setAccessibleDescription(f"{gap.text}. {gap.detail}")
        self.button.clicked.connect(self._clicked)
        row.addWidget(self.button)
        # What can be put right here has this button in its form.
        alone = gap.fix is Fix.MARKED or (gap.review and gap.fix is None)
        words_of_it = "Bỏ đánh dấu" if gap.fix is Fix.MARKED else "Đã xem, bỏ khỏi danh sách"
        self.tick = Button(look, kind=Kind.BAR, icon="checkmark", name=words_of_it, small=True)
        self.tick.setAccessibleDescription(gap.text)
        if alone:
            self.tick.setToolTip(words_of_it)
            self.tick.clicked.connect(self._ticked)
            row.addWidget(self.tick)
        else:
            self.tick.setParent(self)
            self.tick.hide()
        self._whole = whole

    def set_offer(self, offer: FixOffer) -> None:
        self._offer = offer

    @property
    def in_place(self) -> bool:
        """The button puts it right here."""
        return self.gap.fix is not None and self.gap.fix is not Fix.MARKED

    def _clicked(self) -> None:
        if not self.in_place or self._offer is None:
            self.wanted.emit(self.gap)
        elif self.gap.fix in DIRECT:
            self.given.emit(self.gap, Given())
        elif self.form is None:
            self._open(self._offer)
        else:
            self.close_form()

    def _open(self, offer: FixOffer) -> None:
        form = self.form = FixForm(self._look, self.gap, offer)
        form.given.connect(lambda given: self.given.emit(self.gap, given))
        form.left.connect(self.close_form)
        form.place_wanted.connect(lambda: self.wanted.emit(self.gap))
        form.seen.connect(lambda: self.seen.emit(self.gap))
        self._whole.addWidget(form)
        form.show()
        form.focus_first()

    def close_form(self) -> None:
        """Nothing was kept; the button has the focus again."""
        if self.form is None:
            return
        form, self.form = self.form, None
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._whole.removeWidget(form)
        form.hide()
        form.deleteLater()

    def complain(self, sentence: str) -> None:
        """It was not kept, and why."""
        if self.form is not None:
            self.form.complain(sentence)

    def holds_focus(self) -> bool:
        focused: QWidget | None = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _ticked(self) -> None:
        if self.gap.fix is Fix.MARKED:
            self.given.emit(self.gap, Given())
        else:
            self.seen.emit(self.gap)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.tick.hasFocus():
            self.tick.click()
        elif enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier and self.gap.page != "end":
            self.wanted.emit(self.gap)
        elif enter and self.button.hasFocus():
            self.button.click()
        else:
            super().keyPressEvent(event)
