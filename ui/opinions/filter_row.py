"""The line above the list: search, filter chips, the view by groups, the count."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from ui.look import Look
from ui.opinions.matching import Choice
from ui.theme import Role
from ui.widgets.button import Button
from ui.widgets.chip import Chip
from ui.widgets.field import SearchField
from ui.widgets.text import Label

_LEAST_SEARCH, _MOST_SEARCH = 34, 58  # u


class FilterRow(QWidget):
    """One line at any width: chips that find no room stand in the menu of the last one, unless they filter.
    `chosen` carries chip and value, "" to widen."""

    chosen = Signal(str, str)

    def __init__(self, look: Look, labels: Mapping[str, str], *, search: str, grouped: QAction) -> None:
        """`labels` of the chips in the order of their use; those at the end find no room first."""
        super().__init__()
        self._look, self._labels = look, dict(labels)
        self._choices: dict[str, Sequence[Choice]] = {}
        self.search = SearchField(look, search, parent=self)
        self.search.setToolTip("Ctrl+F")
        self.chips: dict[str, Chip] = {}
        for name, label in labels.items():
            chip = Chip(look, label, parent=self)
            chip.clicked.connect(partial(self._offer, name))
            chip.cleared.connect(partial(self.chosen.emit, name, ""))
            self.chips[name] = chip
        self.more = Chip(look, "Lọc", parent=self)
        self.more.clicked.connect(self._offer_rest)
        self.grouped = Button.of(look, grouped, parent=self, cap=False)
        self.grouped.set_words_shown(False)
        self.count = Label(look, "", role=Role.TEXT2, parent=self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.arrange)

    def parts(self) -> tuple[QWidget, ...]:
        """In the order of Tab."""
        return (self.search, *self.chips.values(), self.more, self.grouped)

    def show_choices(self, choices: Mapping[str, Sequence[Choice]], chosen: Mapping[str, str]) -> None:
        """What each chip offers, and the words of what is chosen."""
        self._choices = dict(choices)
        for name, chip in self.chips.items():
            value = chosen.get(name, "")
            if chip.value != value:
                chip.set_value(value)
        self.arrange()

    # --- room -----------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.arrange()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        px, gap = self._look.px, self._look.px(2)
        right = self.width() - self.count.sizeHint().width()
        self._put(self.count, right, self.count.sizeHint().width())
        right -= gap
        if not self.grouped.isHidden():
            right -= self.grouped.sizeHint().width()
            self._put(self.grouped, right, self.grouped.sizeHint().width())
            right -= gap
        useful = [name for name, chip in self.chips.items() if chip.value or self._many(name)]
        room = right - px(_LEAST_SEARCH)
        shown = self._fitting(useful, room)
        rest = [name for name in useful if name not in shown]
        self.more.setVisible(bool(rest))
        for name, chip in self.chips.items():
            chip.setVisible(name in shown)
        row = [*(self.chips[name] for name in shown), *((self.more,) if rest else ())]
        wide = sum(chip.sizeHint().width() + gap for chip in row)
        x = min(px(_MOST_SEARCH), max(px(_LEAST_SEARCH), right - wide))
        self._put(self.search, 0, min(x, max(right, 0)))
        for chip in row:
            x += gap
            self._put(chip, x, chip.sizeHint().width())
            x += chip.sizeHint().width()
        if self.height() != px(8):
            self.setFixedHeight(px(8))

    def _fitting(self, names: Sequence[str], room: int) -> list[str]:
        """Those that filter, and of the others as many as there is room for, the last ones left out first."""
        gap = self._look.px(2)

        def wide(kept: Sequence[str]) -> int:
            more = self.more.sizeHint().width() + gap if len(kept) < len(names) else 0
            return more + sum(self.chips[name].sizeHint().width() + gap for name in kept)

        kept = list(names)
        for name in reversed(names):
            if wide(kept) <= room:
                break
            if not self.chips[name].value:
                kept.remove(name)
        return kept

    def _put(self, part: QWidget, x: int, wide: int) -> None:
        tall = part.sizeHint().height()
        part.setGeometry(QRect(x, (self._look.px(8) - tall) // 2, wide, tall))

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(60), self._look.px(8))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(40), self._look.px(8))

    # --- choosing -------------------------------------------------------------------------------------

    def _many(self, name: str) -> bool:
        return len(self._choices.get(name, ())) > 1

    def _offer(self, name: str) -> None:
        """The values of a chip with their counts, in a menu below it."""
        menu = self._menu()
        self._fill(menu, name)
        menu.popup(self.chips[name].mapToGlobal(QPoint(0, self.chips[name].height())))

    def _offer_rest(self) -> None:
        """The filters that found no room, each with its values."""
        menu = self._menu()
        for name, chip in self.chips.items():
            if chip.isHidden() and self._many(name):
                self._fill(menu.addMenu(self._labels[name]), name)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _fill(self, menu: QMenu, name: str) -> None:
        now = self.chips[name].value
        for choice in self._choices.get(name, ()):
            action = menu.addAction(f"{choice.words}   {choice.count}".replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(choice.words == now)
            action.triggered.connect(partial(self._take, name, choice.value))

    def _take(self, name: str, value: str, _checked: bool = False) -> None:
        self.chosen.emit(name, value)
