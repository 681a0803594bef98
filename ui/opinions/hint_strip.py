"""The lines above the form's foot that say what the typed words suggest, each with the key that takes it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from ui.actions import Verb
from ui.look import Look
from ui.opinions.hints import Hint, Hints
from ui.opinions.verbs import JOIN
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button
from ui.widgets.panes import HBox, Rule, VBox, follow
from ui.widgets.text import Label

#: None of these is taken by UniKey, by the Fn key of laptops, or by a text field on Windows and Linux.
#: To save and join is what the page's own key for joining does while the form is open.
TAKES = {
    "field": Verb("opinions.take_field", "Nhận", "Ctrl+E", "tag"),
    "body": Verb("opinions.take_body", "Nhận", "Ctrl+B", "arrow_circle_up"),
    "similar": Verb("opinions.save_join", "Lưu và gộp", "", "merge"),
}
_ICONS = {
    "field": ("tag_16", Role.ACCENT),
    "body": ("arrow_circle_up_16", Role.WAIT),
    "similar": ("merge_16", Role.ACCENT),
}
_ROOMY = 120  # u of the form; in a lower one only the first hint is shown


class _Line(QWidget):
    """Icon, words that end in … with a tool tip, button."""

    def __init__(self, look: Look, kind: str, take: QAction) -> None:
        super().__init__()
        self._kind = kind
        row = HBox(look, gap=2)
        self.setLayout(row)
        icon, role = _ICONS[kind]
        self.words = Label(look, "", Type.CAPTION, Role.TEXT, icon=icon, icon_role=role, elide=True)
        self.button = Button(look, take.text(), key=TAKES[kind].key or JOIN.key, small=True)
        self.button.clicked.connect(take.trigger)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)

    def show_hint(self, hint: Hint) -> None:
        icon, role = _ICONS[self._kind]
        self.words.setText(hint.words)
        self.words.set_icon("warning_16" if hint.differs else icon, Role.WARN if hint.differs else role)
        self.words.setToolTip(hint.words)


class HintStrip(QWidget):
    """Takes no focus and moves nothing that is typed into; hidden while there is nothing to say."""

    def __init__(self, look: Look, takes: Mapping[str, QAction]) -> None:
        """`takes`: the action of each kind, "field", "body", "similar"."""
        super().__init__()
        self._look = look
        self._hints, self._roomy, self._takes = Hints(), True, dict(takes)
        whole = VBox(look)
        self.setLayout(whole)
        whole.addWidget(Rule(look, role=Role.BORDER))
        column = VBox(look, (5, 1.5, 5, 1.5), 1)
        whole.addLayout(column)
        self.lines: dict[str, _Line] = {}
        for kind, take in takes.items():
            take.setEnabled(False)  # silent until something is suggested
            line = self.lines[kind] = _Line(look, kind, take)
            line.hide()
            column.addWidget(line)
        self.setAccessibleName("Gợi ý từ lời văn")
        self.hide()
        follow(look, self._arrange)

    @property
    def words(self) -> tuple[str, ...]:
        """What can be read now."""
        return tuple(line.words.text() for line in self.lines.values() if not line.isHidden())

    def show_hints(self, hints: Hints) -> None:
        """The keys of what is not suggested are silent."""
        self._hints = hints
        there = dict(hints.lines())
        for kind, take in self._takes.items():
            take.setEnabled(kind in there)
        self._arrange()

    def set_room(self, units: float) -> None:
        """The height of the form, in u."""
        self._roomy = units >= _ROOMY
        self._arrange()

    def _arrange(self) -> None:
        found = self._hints.lines()
        shown = dict(found if self._roomy else found[:1])
        for kind, line in self.lines.items():
            hint = shown.get(kind)
            if hint is not None:
                line.show_hint(hint)
            line.setVisible(hint is not None)
        self.setVisible(bool(shown))
        self.setAccessibleDescription("; ".join(hint.words for hint in shown.values()))
