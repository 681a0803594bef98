"""The head of a page: what it is, one sentence of facts, that it is saved, at most three buttons."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from dialogue_desktop.domain.wall_time import on_wall
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button
from ui.widgets.panes import HBox, Pane, Space, VBox
from ui.widgets.text import Label

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent


class SavedLabel(Label):
    """ "Đã lưu 09:41:07": written only after the commit, in local time."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "", Type.CAPTION, Role.TEXT2, icon="checkmark_circle_16", icon_role=Role.OK)
        self.hide()

    def show_saved(self, at: datetime) -> None:
        """`at` is aware; shown as the wall clock has it."""
        self.set_icon("checkmark_circle_16", Role.OK)
        self.set_role(Role.TEXT2)
        self.setText(f"Đã lưu {on_wall(at):%H:%M:%S}")
        self.show()

    def show_failed(self) -> None:
        """The banner says the rest."""
        self.set_icon("error_circle_16", Role.BAD)
        self.set_role(Role.BAD)
        self.setText("Chưa lưu được")
        self.show()


class Header(Pane):
    """19u high. Where the room ends, the short title is taken, then the caps go, then the words of all
    buttons but the last; "Đã lưu" and the last button's words stay."""

    def __init__(
        self, look: Look, title: str = "", facts: str = "", *, buttons: Sequence[Button] = (),
        line: bool = True, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(look, Role.SURFACE, lines="b" if line else "", parent=parent)
        if len(buttons) > 3:
            raise ValueError("a header has at most three buttons")
        self._full, self._short = title, title
        self._facts, self._short_facts = facts, facts
        self.buttons = tuple(buttons)
        row = HBox(look, (6, 3.5, 6, 3), 2)
        self.setLayout(row)
        words = VBox(look)
        self.title = Label(look, title, Type.TITLE)
        self.facts = Label(look, facts, Type.BODY, Role.TEXT2, elide=True)
        words.addWidget(self.title)
        words.addWidget(self.facts)
        row.addLayout(words, 1)
        self.saved = SavedLabel(look)
        row.addWidget(self.saved)
        row.addWidget(Space(look, width=1))
        for button in buttons:
            row.addWidget(button)
        self._row = row
        look.changed.connect(self._fit)

    def set_title(self, full: str, short: str = "") -> None:
        self._full, self._short = full, short or full
        self.title.setText(full)
        self._fit()

    def set_facts(self, full: str, short: str = "") -> None:
        self._facts, self._short_facts = full, short or full
        self.facts.setText(full)
        self._fit()

    def show_saved(self, at: datetime | None) -> None:
        if at is not None:
            self.saved.show_saved(at)
            self._fit()

    def _fit(self) -> None:
        if not self.isVisible():
            return  # fitted once it has its width
        look, used = self.look, 0
        fixed = look.px(12 + 3 + 2 * (len(self.buttons) + 1))
        if not self.saved.isHidden():
            fixed += self.saved.sizeHint().width()
        fixed += sum(more.sizeHint().width() + look.px(2) for more in self._more())
        for title, caps, words in (
            (self._full, True, True),
            (self._short, True, True),
            (self._short, False, True),
            (self._short, False, False),
        ):
            for button in self.buttons:
                button.set_cap_shown(caps)
                button.set_words_shown(words or button is self.buttons[-1])
            used = sum(button.sizeHint().width() for button in self.buttons if not button.isHidden())
            if fixed + used + look.width(title, Type.TITLE) <= self.width():
                break
        self.title.setText(title)
        room = self.width() - fixed - used
        self.facts.setText(self._facts if look.width(self._facts) <= room else self._short_facts)

    def _more(self) -> list[QWidget]:
        """What a page has put into the row itself."""
        own = (self.saved, *self.buttons)
        there: list[QWidget | None] = [self._row.itemAt(at).widget() for at in range(self._row.count())]
        return [
            one
            for one in there
            if one is not None and one not in own and not isinstance(one, Space) and not one.isHidden()
        ]

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
