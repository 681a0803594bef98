"""Small things that several steps are built from: labelled fields, offers, words on placeholders."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from dialogue_desktop.domain.placeholders import MEANINGS, names_in
from dialogue_desktop.domain.text_vi import fold
from ui.look import Look
from ui.widgets.combo import Combo
from ui.widgets.field import Field, FieldBox
from ui.widgets.suggestions import Suggestion, Suggestions
from ui.wizard.desk import WizardDesk
from ui.wizard.field_row import LowEditor, NarrowBox
from ui.wizard.form import Form
from ui.wizard.row_form import RowForm

S = TypeVar("S")
V = TypeVar("V")


def attr(name: str) -> tuple[Callable[[Any], Any], Callable[[Any, Any], Any]]:
    """How a field of a frozen dataclass is read and how a copy with another value is made."""

    def get(value: Any) -> Any:
        return getattr(value, name)

    def put(value: Any, new: Any) -> Any:
        return replace(value, **{name: new})

    return get, put


class Inputs(Generic[S]):
    """Makes labelled fields and binds them to one form; every method gives the box to be laid out."""

    def __init__(self, desk: WizardDesk, form: Form[S]) -> None:
        self._desk = desk
        self._form = form

    def line(
        self,
        name: str,
        label: str,
        get: Callable[[S], str],
        put: Callable[[S, str], S],
        *,
        units: float | None = None,
        placeholder: str = "",
        hint: str = "",
    ) -> FieldBox:
        """One line of free text."""
        field = Field(self._desk.look, units=units, placeholder=placeholder, name=label or placeholder)
        self._form.text(name, field, get, put)
        return FieldBox(self._desk.look, label, field, hint=hint)

    def lines(
        self,
        name: str,
        label: str,
        get: Callable[[S], str],
        put: Callable[[S, str], S],
        *,
        rows: int = 2,
        placeholder: str = "",
    ) -> FieldBox:
        """Several lines of free text; what stands in braces is explained below while it is there."""
        editor = LowEditor(self._desk, rows, name=label, placeholder=placeholder)
        self._form.text(name, editor, get, put)
        return _ExplainedBox(self._desk.look, label, editor)

    def parsed(
        self,
        name: str,
        label: str,
        read: Callable[[str], V],
        write: Callable[[V], str],
        get: Callable[[S], V],
        put: Callable[[S, V], S],
        *,
        units: float | None = None,
        placeholder: str = "",
        right: bool = False,
    ) -> FieldBox:
        """A number, date or hour; what cannot be read is said below when the field is left."""
        align = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        field = Field(self._desk.look, units=units, placeholder=placeholder, name=label, align=align)
        box = NarrowBox(self._desk.look, label, field, read)
        self._form.parsed(name, box, field, read, write, get, put)
        return box

    def choice(
        self,
        name: str,
        label: str,
        items: Iterable[tuple[Any, str]],
        get: Callable[[S], Any],
        put: Callable[[S, Any], S],
        *,
        units: float | None = None,
    ) -> FieldBox:
        combo = Combo(self._desk.look, items, name=label, units=units)
        self._form.choice(name, combo, get, put)
        return FieldBox(self._desk.look, label, combo)


class _ExplainedBox(FieldBox):
    """Says under an editor what the words in braces will become."""

    def __init__(self, look: Look, label: str, editor: LowEditor) -> None:
        super().__init__(look, label, editor)
        editor.settled.connect(self._explain)

    def _explain(self, text: str) -> None:
        self.set_hint(placeholder_words(text))


def field_of(form: Form[Any], name: str) -> Field:
    field = form.fields[name]
    if not isinstance(field, Field):
        raise TypeError(f"{name} is no line of text")
    return field


def offer(desk: WizardDesk, form: RowForm[Any], name: str, words: Callable[[], Sequence[str]]) -> Suggestions:
    """Offer known words under a field of a row; what is taken counts as typed."""
    field = field_of(form.form, name)

    def find(text: str) -> Sequence[Suggestion]:
        key = fold(text)
        return [Suggestion(word) for word in words() if key in fold(word) and word != text.strip()]

    suggestions = Suggestions(desk.look, field, find)
    form.offer(field, suggestions)
    return suggestions


class _PickCombo(Combo):
    """Arrows open the list: on a closed one they would take the first row that comes."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in keys:
            self.showPopup()
            return
        event.ignore()


def pick_from(desk: WizardDesk, words: str, chosen: Callable[[Any], None]) -> Combo:
    """A list to take ready rows from; it shows `words` again after each choice."""
    combo = _PickCombo(desk.look, placeholder=words, name=words, small=True, units=44)

    def taken(value: object) -> None:
        combo.setCurrentIndex(-1)
        chosen(value)

    combo.chosen.connect(taken)
    return combo


def placeholder_words(text: str) -> str:
    """What the words in braces of a text will become: "{nam}: năm của kế hoạch"."""
    found = dict.fromkeys(names_in(text))
    parts = [f"{{{name}}}: {MEANINGS.get(name, 'không có chỗ điền này')}" for name in found]
    return "   ".join(parts)


def cut(look: Look, text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())
