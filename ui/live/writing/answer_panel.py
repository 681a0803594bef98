"""The answer of a round: who answers, the box, and the rounds (L3, L4)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.live import verbs
from ui.live.choice_field import ChoiceField
from ui.live.density import Density
from ui.live.key_names import KeyNames
from ui.live.session.answer_opening import given_name
from ui.live.session.rounds import round_words
from ui.live.session.screen import ItemView
from ui.live.verb_button import VerbButton
from ui.live.writing.opinion_panel import FoldedText
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.editor import Editor
from ui.widgets.icon_box import KeyCap
from ui.widgets.panes import HBox, VBox
from ui.widgets.suggestions import Suggestion
from ui.widgets.text import Label


class AnswerPanel(QWidget):
    """`unfolded`: the closed box was pressed (200 %); `round_wanted`: another round, from 0."""

    unfolded = Signal()
    round_wanted = Signal(int)

    def __init__(self, look: Look, people: Callable[[], Sequence[Suggestion]], *more: QAction) -> None:
        super().__init__()
        self._look, self._density, self._open = look, Density.FULL, True
        self._people = people
        self._view, self._names = ItemView(), KeyNames()
        self._label = Label(look, "Trả lời", Type.STRONG)
        self._cap = KeyCap(look, "F6")
        self.answerer = ChoiceField(
            look, people, name="Người trả lời", icon="person_16", placeholder="Người trả lời",
            least=36, most=106,
        )  # fmt: skip
        self._folded = FoldedText(look, "Trả lời")
        self._folded.clicked.connect(self.unfolded)
        self._earlier = Button(look, icon="chevron_left", name="Vòng trước", kind=Kind.BAR, small=True)
        self._later = Button(look, icon="chevron_right", name="Vòng sau", kind=Kind.BAR, small=True)
        for button, step in ((self._earlier, -1), (self._later, +1)):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(
                lambda _on=False, by=step: self.round_wanted.emit(self._view.round_index + by)
            )
        self._round = Label(look, "Vòng 1", Type.CAPTION, Role.TEXT2, icon="history_16")
        self.editor = Editor(look, name="Trả lời", placeholder="")
        self.more = [VerbButton(look, one, kind=Kind.BAR, words="", cap=False, small=True) for one in more]
        self._row = row = HBox(look, gap=2.5)
        row.addWidget(self._label)
        row.addWidget(self._cap)
        row.addWidget(self._folded, 100)
        row.addWidget(self.answerer)
        row.addStretch(1)
        for button in self.more:
            row.addWidget(button)
        row.addWidget(self._earlier)
        row.addWidget(self._round)
        row.addWidget(self._later)
        column = VBox(look, gap=2)
        column.addLayout(row)
        column.addWidget(self.editor, 1)
        self.setLayout(column)
        self._fold()

    def set_density(self, density: Density) -> None:
        self._density = density
        self.answerer.set_brief(density is not Density.FULL)
        self.answerer.set_most({Density.FULL: 106, Density.MEDIUM: 70, Density.SMALL: 62}[density])
        self._round.set_icon("" if density is Density.SMALL else "history_16")
        self.set_hint(self._prepared)
        self._fold()

    def set_narrow(self, narrow: bool) -> None:
        """A drawer lies beside it: at 200 % only what is needed stays in the row."""
        self._narrow = narrow
        self._show_rounds()

    _narrow = False

    def set_open(self, is_open: bool) -> None:
        self._open = is_open
        self._fold()

    def _fold(self) -> None:
        closed = self._density is Density.SMALL and not self._open
        self._folded.setVisible(closed)
        self.editor.setVisible(not closed)
        self.answerer.setVisible(not closed)
        self.setSizePolicy(
            QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed if closed else QSizePolicy.Policy.Expanding
        )
        self._show_rounds()

    def show_item(self, view: ItemView, words: str) -> None:
        """`words` names the one who answers as the list does."""
        self._view = view
        self.answerer.set_value(words)
        self._show_rounds()

    def _show_rounds(self) -> None:
        view = self._view
        closed = self._density is Density.SMALL and not self._open
        several = view.rounds > 1
        words = round_words(view.item.rounds, view.round_index)
        self._round.setText(f"{words}, {view.tie}" if view.tie else words)
        self._round.set_icon("" if several or self._density is Density.SMALL else "history_16")
        self._round.setVisible(not closed)
        tight = self._narrow and self._density is Density.SMALL
        self._round.setVisible(not closed and not (tight and several))
        for button in self.more:
            button.setVisible(not closed and not tight)
        self._earlier.setVisible(several and not closed)
        self._later.setVisible(several and not closed)
        self._earlier.setEnabled(view.round_index > 0)
        self._later.setEnabled(view.round_index < view.rounds - 1)
        self._show_words()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_words()

    def _show_words(self) -> None:
        """The two buttons say what they do where the row has room for their words."""
        for words in (None, "") if self._density is Density.FULL else ("",):
            for button in self.more:
                button.shorten(words, cap=False)
            parts: list[QWidget | None] = [self._row.itemAt(at).widget() for at in range(self._row.count())]
            shown = [one.sizeHint().width() for one in parts if one is not None and not one.isHidden()]
            if sum(shown) + self._look.px(2.5) * len(shown) <= self.width():
                break

    def set_hint(self, prepared: bool) -> None:
        self._prepared = prepared
        take = "Bấm <prepared> để lấy nội dung đã chuẩn bị, <answer> để viết."
        hint = take if prepared else "Bấm <answer> để viết, <ready_text> lấy câu mẫu."
        full = self._density is Density.FULL  # elsewhere the box has no room for so many words
        people = self._people() if full and not self.answerer.value() else ()
        if people:
            hint += f" Gõ “{given_name(people[0].text)}:” ở đầu câu là ghi luôn người trả lời."
        none = "Chưa trả lời."
        if self._view.item.answered_with and self._view.tie:
            none, hint = f"Trả lời {self._view.tie}.", "Ghi ở đây nếu có trả lời riêng thêm."
        self.editor.setPlaceholderText(self._names.fill(f"{none} {hint}"))

    _prepared = False

    def show_keys(self, names: KeyNames) -> None:
        self._names = names
        self._cap.set_key(names.of(verbs.ANSWER))
        self.set_hint(self._prepared)

    def fold_words(self, text: str) -> None:
        self._folded.set_words(text)
