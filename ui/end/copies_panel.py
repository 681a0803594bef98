"""Middle part: the labelled copies, chosen with ↑ ↓, ticked with Space, changed with F2 (M2)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from dialogue_desktop.domain.plan import CopyPurpose
from ui.end import copy_edits
from ui.end.screen import CopyCard
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.checkbox import CheckBox
from ui.widgets.field import Field, FieldBox
from ui.widgets.icon_box import IconBox
from ui.widgets.panes import TOP, Card, HBox, VBox
from ui.widgets.text import Label, Paragraph


class CopyTile(Card):
    """One card: tick, numbers on the labels, how many, what for, what is masked."""

    picked = Signal(int)
    ticked = Signal(int)
    wanted = Signal(int)  # its words and number are to be changed
    masks_wanted = Signal()

    def __init__(self, look: Look, index: int) -> None:
        super().__init__(look)
        self.index = index
        row = HBox(look, (3, 2, 2, 2), 2)
        self.setLayout(row)
        self.tick = CheckBox(look, name="In bản này")
        self.tick.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.tick.clicked.connect(self._tick)
        row.addWidget(self.tick, alignment=TOP)
        words = VBox(look)
        head = HBox(look, gap=1)
        self.place = Label(look, "", Type.STRONG)
        self.count = Label(look, "", Type.BODY, Role.TEXT2)
        self.edit = Button(look, kind=Kind.BAR, icon="edit", name="Sửa nhãn và số bản (F2)", small=True)
        self.edit.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.edit.clicked.connect(self._want)
        head.addWidget(self.place)
        head.addStretch(1)
        head.addWidget(self.count)
        head.addWidget(self.edit)
        words.addLayout(head)
        self.label = Paragraph(look, "", lines=3)
        self._sign = IconBox(look, "clock_16", Role.TEXT2, 4)
        self.note = Paragraph(look, "", Type.CAPTION_MEDIUM, lines=2)
        below = HBox(look, gap=1)
        below.addWidget(self._sign, alignment=TOP)
        below.addWidget(self.note, 1)
        words.addWidget(self.label)
        words.addLayout(below)
        self.masks = Button(look, "Xem chỗ che", kind=Kind.QUIET, icon="eye_off", small=True)
        self.masks.clicked.connect(self.masks_wanted.emit)
        self.masks.hide()
        line = HBox(look)
        line.addWidget(self.masks)
        line.addStretch(1)
        words.addLayout(line)
        row.addLayout(words, 1)
        self._current = False

    def show_card(self, card: CopyCard, *, current: bool) -> None:
        purpose = card.purpose
        self.tick.setChecked(purpose.chosen)
        self.place.setText(card.place)
        self.place.set_role(Role.TEXT if purpose.chosen else Role.TEXT2)
        self.count.setText(card.count)
        self.label.set_words(purpose.label or "Chưa ghi dùng để làm gì")
        self.label.set_role(Role.TEXT if purpose.chosen else Role.TEXT2)
        role, icon = Role.OK, "checkmark_circle_16"
        if not card.note or card.note.startswith("Đang"):
            role, icon = Role.TEXT2, "clock_16" if card.note else ""
        elif purpose.posted:
            role, icon = Role.ACCENT, "info_16"
        self.note.set_words(card.note)
        self.note.set_role(role)
        self._sign.set_icon(icon, role)
        self._sign.setVisible(bool(icon))
        self.note.setVisible(bool(card.note))
        self.masks.setVisible(purpose.posted and bool(card.note) and not card.note.startswith("Đang"))
        state = "" if purpose.chosen else ", không in"
        self.setAccessibleName(f"{card.place}, {card.count}: {purpose.label}. {card.note}{state}")
        self._current = current
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if current else Qt.FocusPolicy.ClickFocus)
        self._recolor()

    def _recolor(self) -> None:
        if self._current:
            self.set_colors(Role.ACCENT_SOFT, Role.ACCENT, strong=True)
        else:
            self.set_colors(Role.SURFACE, Role.BORDER)

    def _tick(self) -> None:
        self.ticked.emit(self.index)

    def _want(self) -> None:
        self.wanted.emit(self.index)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.picked.emit(self.index)
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.wanted.emit(self.index)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            # The edge of the chosen card is accent already: the ring stands inside it, apart.
            look = self.look
            inset = look.ring + look.edge
            box = self.rect().adjusted(inset, inset, -inset, -inset)
            look.draw_box(QPainter(self), box, edge=Role.FOCUS, width=look.ring, radius=1)


class CopyEditor(Card):
    """The same place while its words and number are changed; Enter keeps, Esc leaves."""

    kept = Signal(str, int, bool)
    left = Signal()
    dropped = Signal()

    def __init__(self, look: Look, purpose: CopyPurpose, *, fresh: bool, last: bool) -> None:
        super().__init__(look)
        self.set_colors(Role.SURFACE, Role.ACCENT, strong=True)
        column = VBox(look, (3, 2, 3, 3), 2)
        self.setLayout(column)
        self.label = Field(look, purpose.label, name="Bản này để làm gì")
        self.label_box = FieldBox(look, "Bản này để làm gì", self.label)
        self.count = Field(look, str(purpose.count), name="Số bản", units=16)
        self.count_box = FieldBox(look, "Số bản", self.count)
        self.posted = CheckBox(look, "Bản niêm yết: che tên, địa chỉ")
        self.posted.setChecked(purpose.posted)
        self.keep = Button(look, "Xong", icon="checkmark", small=True)
        self.leave = Button(look, "Thôi", kind=Kind.QUIET, small=True)
        self.drop = Button(look, "Bỏ bản này", kind=Kind.QUIET, small=True)
        if fresh or last:
            self.drop.hide()  # never show() before it has a parent: it would be a window of its own
        column.addWidget(self.label_box)
        column.addWidget(self.count_box)
        column.addWidget(self.posted)
        buttons = HBox(look, gap=1)
        buttons.addWidget(self.keep)
        buttons.addWidget(self.leave)
        buttons.addStretch(1)
        buttons.addWidget(self.drop)
        column.addLayout(buttons)
        self.keep.clicked.connect(self._keep)
        self.leave.clicked.connect(self.left.emit)
        self.drop.clicked.connect(self.dropped.emit)

    def _keep(self) -> None:
        self.label_box.set_warning("" if self.label.value() else "Cần ghi bản này dùng để làm gì.")
        try:
            count = copy_edits.read_count(self.count.value())
            copy_edits.edited(
                (CopyPurpose("", ""),), 0, label=self.label.value() or "…", count=count, posted=False
            )
        except ValueError as error:
            self.count_box.set_warning(str(error))
            self.count.setFocus()
            return
        self.count_box.set_warning("")
        if self.label_box.warning:
            self.label.setFocus()
            return
        self.kept.emit(self.label.value(), count, self.posted.isChecked())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.label.composing:
            if self.leave.hasFocus() or self.drop.hasFocus():
                (self.leave if self.leave.hasFocus() else self.drop).click()
            else:
                self._keep()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class CopiesPanel(QWidget):
    """All copies; the chosen one's page stands at the right. Changes go out as a whole new list."""

    chosen = Signal(int)
    opened = Signal()  # Enter: to its page
    changed = Signal(object, str)  # tuple[CopyPurpose, ...], what was done in words
    masks_wanted = Signal()  # what the posted copy leaves out

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._cards: tuple[CopyCard, ...] = ()
        self._tiles: list[CopyTile] = []
        self._at = 0
        self._editor: CopyEditor | None = None
        self._editing = -1
        self._fresh = self._locked = False
        column = VBox(look, gap=2)
        self.setLayout(column)
        head = HBox(look)
        self.title = Label(look, "", Type.SECTION)
        self.add = Button(look, "Thêm bản", kind=Kind.QUIET, icon="add", small=True)
        self.add.clicked.connect(self._add)
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.add)
        column.addLayout(head)
        self._column = VBox(look, gap=2)
        column.addLayout(self._column)
        self.setAccessibleName("Các bản biên bản")

    @property
    def index(self) -> int:
        return self._at

    @property
    def tiles(self) -> Sequence[CopyTile]:
        return self._tiles

    @property
    def editor(self) -> CopyEditor | None:
        return self._editor

    def show_copies(self, title: str, cards: Sequence[CopyCard], *, locked: bool = False) -> None:
        """`locked`: those of an earlier version, of which nothing can be changed."""
        self.title.setText(title)
        self._locked = locked
        self.add.setVisible(not locked)
        self._cards = tuple(cards)
        self._at = max(0, min(self._at, len(cards) - 1))
        while len(self._tiles) < len(cards):
            tile = CopyTile(self._look, len(self._tiles))
            tile.picked.connect(self.choose)
            tile.ticked.connect(self.toggle)
            tile.wanted.connect(self.edit)
            tile.masks_wanted.connect(self.masks_wanted)
            self._tiles.append(tile)
            self._column.addWidget(tile)
        while len(self._tiles) > len(cards):
            gone = self._tiles.pop()
            gone.setParent(None)
            gone.deleteLater()
        for tile, card in zip(self._tiles, cards, strict=True):
            tile.show_card(card, current=tile.index == self._at)

    def choose(self, index: int) -> None:
        """Make this copy the chosen one; it takes the focus where one of the copies had it."""
        if not 0 <= index < len(self._tiles):
            return
        focused = any(tile.hasFocus() for tile in self._tiles)
        self._at = index
        for tile, card in zip(self._tiles, self._cards, strict=True):
            tile.show_card(card, current=tile.index == index)
        if focused:
            self._tiles[index].setFocus(Qt.FocusReason.TabFocusReason)
        self.chosen.emit(index)

    def focus_current(self) -> None:
        if self._tiles:
            self._tiles[self._at].setFocus(Qt.FocusReason.TabFocusReason)

    # --- changes --------------------------------------------------------------------------------------

    def _purposes(self) -> copy_edits.Copies:
        return tuple(card.purpose for card in self._cards)

    def toggle(self, index: int) -> None:
        if self._locked:
            self._tiles[index].tick.setChecked(self._cards[index].purpose.chosen)
            return
        purpose = self._cards[index].purpose
        done = f"Không in bản “{purpose.label}”" if purpose.chosen else f"In bản “{purpose.label}”"
        self.choose(index)
        self.changed.emit(copy_edits.toggled(self._purposes(), index), done)

    def edit(self, index: int, *, fresh: bool = False) -> None:
        """Open the editor in the place of a card (behind the last one for a fresh copy)."""
        if self._locked:
            return
        self._close()
        purpose = CopyPurpose("", "") if fresh else self._cards[index].purpose
        editor = CopyEditor(self._look, purpose, fresh=fresh, last=len(self._cards) <= 1)
        editor.kept.connect(self._kept)
        editor.left.connect(self._leave)
        editor.dropped.connect(self._dropped)
        self._editor, self._editing, self._fresh = editor, index, fresh
        if fresh:
            self._column.addWidget(editor)
        else:
            self._tiles[index].hide()
            self._column.insertWidget(index, editor)
        editor.label.setFocus(Qt.FocusReason.TabFocusReason)
        editor.label.selectAll()

    def _add(self) -> None:
        self.edit(len(self._cards), fresh=True)

    def _kept(self, label: str, count: int, posted: bool) -> None:
        purposes = self._purposes()
        index = self._editing
        if self._fresh:
            purposes = copy_edits.added(purposes)
        wanted = copy_edits.edited(purposes, index, label=label, count=count, posted=posted)
        words = f"Đã thêm bản “{label}”" if self._fresh else f"Đã sửa bản “{label}”"
        self._at = index
        self._leave()
        if wanted != purposes or self._fresh:
            self.changed.emit(wanted, words)

    def _dropped(self) -> None:
        index = self._editing
        label = self._cards[index].purpose.label
        self._leave()
        self.changed.emit(copy_edits.removed(self._purposes(), index), f"Đã bỏ bản “{label}”")

    def _leave(self) -> None:
        fresh = self._fresh
        self._close()
        (self.add if fresh else self._tiles[self._at]).setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        if self._editor is not None:
            self._column.removeWidget(self._editor)
            self._editor.hide()
            self._editor.deleteLater()
            self._editor = None
        for tile in self._tiles:
            tile.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        on_tile = any(tile.hasFocus() for tile in self._tiles)
        key = Qt.Key(event.key())
        way = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(key)
        act: Callable[[], None] | None = None
        if on_tile and way is not None:
            act = lambda: self.choose(self._at + way)  # noqa: E731
        elif on_tile and key == Qt.Key.Key_Space:
            act = lambda: self.toggle(self._at)  # noqa: E731
        elif on_tile and key == Qt.Key.Key_F2:
            act = lambda: self.edit(self._at)  # noqa: E731
        elif on_tile and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            act = self.opened.emit
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(71), super().sizeHint().height())
