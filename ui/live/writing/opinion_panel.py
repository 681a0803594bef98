"""The opinion: its field and kind, and the box it is written in; in later rounds what was said again."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from dialogue_desktop.domain.records import OPINION_KIND_LABELS, OpinionKind, Source
from ui.live import verbs
from ui.live.choice_field import ChoiceField
from ui.live.density import Density
from ui.live.key_names import KeyNames
from ui.live.session.rounds import asked_in, number_of
from ui.live.session.screen import ItemView
from ui.live.writing.turn_chips import TurnChips
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.combo import Combo
from ui.widgets.editor import Editor
from ui.widgets.icon_box import KeyCap
from ui.widgets.panes import HBox, VBox
from ui.widgets.suggestions import Suggestion
from ui.widgets.text import Label

_FIRST = "Người dân nói gì, ghi ở đây. <ready_text> lấy câu mẫu."
_AGAIN = "Người dân nói lại điều gì, còn chưa thỏa đáng ở đâu."


class FoldedText(QPushButton):
    """A closed editor: its first words on one line; pressing it opens the editor."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look, self._words, self._name = look, "", name
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)
        self.set_words("")

    def set_words(self, text: str) -> None:
        self._words = " ".join(text.split())
        self.setAccessibleName(f"{self._name}: {self._words}" if self._words else self._name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(60), self._look.px(8))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(20), self._look.px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, px = self._look, self._look.px
        painter = QPainter(self)
        focused = self.hasFocus()
        edge = Role.FOCUS if focused else Role.FIELD
        look.draw_box(painter, self.rect(), fill=Role.SURFACE, edge=edge, width=look.ring if focused else 0)
        room = QRect(px(1.5), 0, self.width() - px(9), self.height())
        words, role = (self._words, Role.TEXT) if self._words else ("Chưa viết", Role.TEXT3)
        look.draw_text(painter, room, words, Type.EDITOR, role, elide=True)
        end = QRect(self.width() - px(6.5), 0, px(5), self.height())
        look.draw_icon(painter, end, "chevron_down", Role.TEXT2)


class OpinionPanel(QWidget):
    """`unfolded`: the closed box was pressed (200 %)."""

    unfolded = Signal()
    remove_wanted = Signal()
    mark_wanted = Signal()

    def __init__(self, look: Look, fields: Callable[[], Sequence[Suggestion]]) -> None:
        super().__init__()
        self._look, self._density, self._open = look, Density.FULL, True
        self._view, self._names = ItemView(), KeyNames()
        self._label = Label(look, "Ý kiến", Type.STRONG)
        self._cap = KeyCap(look, "F5")
        self.field = ChoiceField(
            look, fields, name="Lĩnh vực", icon="tag_16", placeholder="Lĩnh vực", least=27, most=56
        )
        self.kind = Combo(
            look, [(kind, OPINION_KIND_LABELS[kind]) for kind in OpinionKind], name="Loại ý kiến", small=True
        )
        self._folded = FoldedText(look, "Ý kiến")
        self._folded.clicked.connect(self.unfolded)
        self._flag = Button(look, "Xem lại", kind=Kind.QUIET, icon="flag", small=True)
        self._flag.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._flag.clicked.connect(self.mark_wanted)
        self._remove = Button(look, "Xóa ý kiến", kind=Kind.QUIET, icon="delete", small=True)
        self._remove.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._remove.clicked.connect(self.remove_wanted)
        self._words = Label(look, "", Type.CAPTION, Role.TEXT2, elide=True)
        self.editor = Editor(look, name="Ý kiến", placeholder=self._names.fill(_FIRST))
        self.chips = TurnChips(look)
        row = HBox(look, gap=2.5)
        row.addWidget(self._label)
        row.addWidget(self._cap)
        row.addWidget(self._folded, 100)
        row.addWidget(self.field)
        row.addWidget(self.kind)
        row.addWidget(self.chips, 50)
        row.addStretch(1)
        row.addWidget(self._flag)
        row.addWidget(self._remove)
        row.addWidget(self._words)
        column = VBox(look, gap=2)
        column.addLayout(row)
        column.addWidget(self.editor, 1)
        self.setLayout(column)
        self._fold()

    def set_density(self, density: Density) -> None:
        self._density = density
        self._fold()

    def set_open(self, is_open: bool) -> None:
        """Only where one editor is open at a time."""
        self._open = is_open
        self._fold()

    def _fold(self) -> None:
        small = self._density is Density.SMALL
        closed = small and not self._open
        self._folded.setVisible(closed)
        self.editor.setVisible(not closed)
        self.field.setVisible(not closed)
        self.kind.setVisible(not closed)
        self.setSizePolicy(
            QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed if closed else QSizePolicy.Policy.Expanding
        )
        self.chips.set_brief(self._density is not Density.FULL)
        self._show_words()

    def show_item(self, view: ItemView) -> None:
        """Everything but the text in the box, which the page fills when the item is another."""
        self._view = view
        self.field.set_value(view.item.field)
        self.kind.set_value(view.item.kind)
        asked = asked_in(view.item.rounds, view.round_index)
        again = asked > 0
        small = self._density is Density.SMALL
        self._label.setText(f"Nói lại, vòng {number_of(view.item.rounds, asked)}" if again else "Ý kiến")
        self.editor.setPlaceholderText(self._names.fill(_AGAIN if again else _FIRST))
        self._flag.setVisible(view.item.marked and not (small and not self._open))
        self._flag.set_words("Xem lại" if self._density is Density.FULL else "")
        at_hall = view.item.source is Source.HALL or bool(view.item.turn_id)
        self._remove.setVisible(view.editing and at_hall and self._density is not Density.SMALL)
        self._remove.set_words("Xóa ý kiến" if self._density is Density.FULL else "")
        self.chips.set_chips(view.chips)
        self._show_words()

    def _show_words(self) -> None:
        view = self._view
        self._words.setText(view.words)
        self._words.set_role(Role.ACCENT if view.editing else Role.TEXT2)
        small = self._density is Density.SMALL
        several = self.chips.several and (self._open or not small)
        self.chips.setVisible(several)
        # The chips say by themselves which opinion of the turn it is; they stand in the row, so that the
        # box below stays where it is when a second opinion begins.
        # Of somebody else's turn they cannot say whose it is.
        full, own = self._density is Density.FULL, any(not chip.opinion_id for chip in view.chips)
        asked = full or (view.editing and self._open)
        self._words.setVisible(asked and (not several or (view.editing and not own and not small)))

    def show_keys(self, names: KeyNames) -> None:
        self._names = names
        again = asked_in(self._view.item.rounds, self._view.round_index) > 0
        self.editor.setPlaceholderText(names.fill(_AGAIN if again else _FIRST))
        self._cap.set_key(names.of(verbs.OPINION))
        self._flag.setToolTip(names.tip("Bỏ đánh dấu xem lại", verbs.MARK))

    def fold_words(self, text: str) -> None:
        self._folded.set_words(text)
