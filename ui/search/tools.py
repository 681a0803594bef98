"""Above the list of everything: the search line, the filter chips with their menus, order and count (G3)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from dialogue_desktop.domain.search import SearchOrder
from dialogue_desktop.domain.words_vi import thousands
from ui.look import Look
from ui.search.choices import CHIP_WORDS, CHIPS, MOST, Choice
from ui.search.screen import Screen
from ui.search.words import ORDER_WORDS
from ui.theme import Role
from ui.widgets.chip import Chip
from ui.widgets.field import SearchField
from ui.widgets.panes import VBox
from ui.widgets.text import Label
from ui.widgets.tool_row import ToolRow

#: Chips that stand there always where there is room; the others once they are set.
_FIRST = ("conference", "locality", "field", "state")
_PLACEHOLDER, _SHORT_PLACEHOLDER = "Tìm trong mọi hội nghị, không cần gõ dấu", "Tìm, không cần gõ dấu"
_ORDER_VALUES = {SearchOrder.BY_NAME: "tên người", SearchOrder.AS_HELD: "hội nghị"}


class SearchTools(QWidget):
    """Passive: signals say what is wanted."""

    chip_asked = Signal(str)
    chosen = Signal(object)  # Choice
    widened = Signal(str)
    ordered = Signal(object)  # SearchOrder

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._few = look, False
        self._set: frozenset[str] = frozenset()
        self.search = SearchField(look, _PLACEHOLDER, key="Ctrl+K", units=104)
        self.chips: dict[str, Chip] = {}
        for name in CHIPS:
            chip = Chip(look, CHIP_WORDS[name])
            chip.clicked.connect(partial(self.chip_asked.emit, name))
            chip.cleared.connect(partial(self.widened.emit, name))
            self.chips[name] = chip
        self.more = Chip(look, "Lọc thêm")
        self.more.clicked.connect(self._offer_more)
        self.order = Chip(look, "Xếp theo")
        self.order.clicked.connect(self._offer_order)
        self.order.cleared.connect(lambda: self.ordered.emit(SearchOrder.NEWEST))
        self._order = SearchOrder.NEWEST
        self.count = Label(look, "", role=Role.TEXT2)
        chips = (*self.chips.values(), self.more, self.order)
        self.row = ToolRow(look, self.search, chips, self.count)
        column = VBox(look)
        self.setLayout(column)
        column.addWidget(self.row)
        for before, after in zip((self.search, *chips), chips, strict=False):
            QWidget.setTabOrder(before, after)
        self._arrange()

    @property
    def last(self) -> QWidget:
        """After it comes the list."""
        return self.order

    def show_screen(self, screen: Screen) -> None:
        chosen = {one.chip: _after_label(one.chip, one.words) for one in screen.chosen}
        self._set = frozenset(chosen)
        for name, chip in self.chips.items():
            if chip.value != chosen.get(name, ""):
                chip.set_value(chosen.get(name, ""))
        self._order = screen.order
        if self.order.value != _ORDER_VALUES.get(screen.order, ""):
            self.order.set_value(_ORDER_VALUES.get(screen.order, ""))
        if self.count.text() != screen.count:
            self.count.setText(screen.count)
        self._arrange()

    def set_few(self, few: bool) -> None:
        """In a narrow window the chips that are not set stand in one menu."""
        if few != self._few:
            self._few = few
            self.search.setPlaceholderText(_SHORT_PLACEHOLDER if few else _PLACEHOLDER)
            self._arrange()

    def _shown(self, name: str) -> bool:
        return name in self._set or (name in _FIRST and not self._few)

    def _arrange(self) -> None:
        for name, chip in self.chips.items():
            chip.setVisible(self._shown(name))
        self.more.setVisible(any(not self._shown(name) for name in CHIPS))
        self.row.arrange()

    # --- menus ----------------------------------------------------------------------------------------

    def show_choices(self, name: str, choices: Sequence[Choice]) -> None:
        """The values of a chip with their counts, in a menu below it."""
        chip = self.chips[name]
        menu = self._menu("choices")
        for choice in choices[:MOST]:
            if choice.parted:
                menu.addSeparator()
            words = f"{choice.words}   {thousands(choice.count)}"
            action = menu.addAction(words.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(_after_label(name, choice.words) == chip.value)
            action.triggered.connect(partial(self._taken, choice))
        if len(choices) > MOST:
            menu.addSeparator()
            rest = f"Còn {thousands(len(choices) - MOST)} mục nữa: gõ tên vào ô tìm"
            menu.addAction(rest).setEnabled(False)
        if not choices:
            menu.addAction("Không có gì để lọc").setEnabled(False)
        self._pop(menu, chip if not chip.isHidden() else self.more)

    def _taken(self, choice: Choice) -> None:
        self.chosen.emit(choice)

    def _offer_more(self) -> None:
        """The chips that have no place of their own."""
        menu = self._menu("more")
        for name in CHIPS:
            if not self._shown(name):
                action = menu.addAction(CHIP_WORDS[name])
                action.triggered.connect(partial(self.chip_asked.emit, name))
        self._pop(menu, self.more)

    def _offer_order(self) -> None:
        menu = self._menu("order")
        for order, words in ORDER_WORDS.items():
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(order is self._order)
            action.triggered.connect(partial(self._order_taken, order))
        self._pop(menu, self.order)

    def _order_taken(self, order: SearchOrder) -> None:
        if order is not self._order:
            self.ordered.emit(order)

    def _menu(self, name: str) -> QMenu:
        menu = QMenu(self)
        menu.setObjectName(name)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _pop(self, menu: QMenu, below: QWidget) -> None:
        menu.popup(below.mapToGlobal(QPoint(0, below.height())))
        first = next((action for action in _enabled(menu)), None)
        if first is not None:
            menu.setActiveAction(first)


def _after_label(chip: str, words: str) -> str:
    """ "Thôn: Phú Ấp", not "Thôn: thôn Phú Ấp"."""
    label = CHIP_WORDS[chip].lower() + " "
    return words[len(label) :] if words.lower().startswith(label) else words


def _enabled(menu: QMenu) -> list[QAction]:
    return [action for action in menu.actions() if action.isEnabled() and not action.isSeparator()]
