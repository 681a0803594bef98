"""Small things that several steps are built from: labelled fields, offers, words on marks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from dialogue_desktop.domain.placeholders import (
    MEANINGS,
    mark,
    names_in,
    readable,
    resolved,
    stored,
    unknown_marks,
)
from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.text_vi import fold
from ui.look import Look
from ui.widgets.button import Button, Kind
from ui.widgets.combo import Combo
from ui.widgets.field import Field, FieldBox
from ui.widgets.field_row import LowEditor, NarrowBox
from ui.widgets.suggestions import Suggestion, Suggestions
from ui.wizard.desk import ListDesk, WizardDesk
from ui.wizard.form import Form, check_of
from ui.wizard.mark_painter import MarkPainter
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
    """Makes labelled fields and binds them to one form; every method gives the box to be laid out.

    Free text is shown with its placeholders as «cơ quan», never in braces, and stored as it always was; what
    each will become in print stands below.
    """

    def __init__(self, desk: ListDesk[Any], form: Form[S]) -> None:
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
        self._bind(name, field, get, put)
        box = FieldBox(self._desk.look, label, field, hint=hint)
        self._explain(box, get, hint)
        return box

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
        """Several lines of free text."""
        editor = LowEditor(self._desk.look, rows, name=label, placeholder=placeholder)
        MarkPainter(self._desk.look, editor)
        self._bind(name, editor, get, put)
        box = FieldBox(self._desk.look, label, editor)
        self._explain(box, get, "")
        return box

    def _bind(
        self, name: str, widget: Field | LowEditor, get: Callable[[S], str], put: Callable[[S, str], S]
    ) -> None:
        self._form.text(
            name, widget, lambda value: readable(get(value)), lambda value, text: put(value, stored(text))
        )

    def _explain(self, box: FieldBox, get: Callable[[S], str], hint: str) -> None:
        values = self._desk.values
        self._form.after_show(lambda value: box.set_hint(mark_words(get(value), values()) or hint))

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
        box = NarrowBox(self._desk.look, label, field, check_of(read))
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


def field_of(form: Form[Any], name: str) -> Field:
    field = form.fields[name]
    if not isinstance(field, Field):
        raise TypeError(f"{name} is no line of text")
    return field


def offer(
    desk: ListDesk[Any], form: RowForm[Any], name: str, words: Callable[[], Sequence[str]]
) -> Suggestions:
    """Offer known words under a field of a row; what is taken counts as typed."""
    field = field_of(form.form, name)

    def find(text: str) -> Sequence[Suggestion]:
        key = fold(text)
        offered = (readable(word) for word in words())
        return [Suggestion(word) for word in offered if key in fold(word) and word != text.strip()]

    suggestions = Suggestions(desk.look, field, find)
    form.offer(field, suggestions)
    return suggestions


class _PickCombo(Combo):
    """Arrows open the list: on a closed one they would take the first row that comes."""

    values: Callable[[], Mapping[str, str]] = dict

    def set_items(self, items: Iterable[tuple[Any, str]]) -> None:
        """(value, words) in order, the words without braces."""
        values = self.values()
        super().set_items((value, resolved(words, values)) for value, words in items)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in keys:
            self.showPopup()
            return
        event.ignore()


def pick_from(desk: ListDesk[Any], words: str, chosen: Callable[[Any], None]) -> Combo:
    """A list to take ready rows from; it shows `words` again after each choice."""
    combo = _PickCombo(desk.look, placeholder=words, name=words, small=True, units=44)
    combo.values = desk.values

    def taken(value: object) -> None:
        combo.setCurrentIndex(-1)
        chosen(value)

    combo.chosen.connect(taken)
    return combo


class OfficeList(Button):
    """Puts the office's list in the place of the plan's; there only while the two differ."""

    def __init__(self, desk: WizardDesk, name: str, noun: str) -> None:
        """`name` is that of the list in the plan and in the office's lists ("fields")."""
        super().__init__(
            desk.look, f"Lấy theo danh mục {noun} của cơ quan", kind=Kind.BAR, icon="book_open", small=True
        )
        self._desk, self._name, self._noun = desk, name, noun
        self.clicked.connect(self._take)

    def show_plan(self, plan: Plan) -> None:
        self.setVisible(getattr(plan, self._name) != getattr(self._desk.lists, self._name))

    def _take(self) -> None:
        changed: dict[str, Any] = {self._name: getattr(self._desk.lists, self._name)}
        words = f"Đã lấy danh mục {self._noun} của cơ quan"
        self._desk.presenter.edit(replace(self._desk.presenter.plan, **changed), label=words)
        self._desk.say(words)


def mark_words(text: str, values: Mapping[str, str]) -> str:
    """What the marks of a stored text become in print: "«năm» = 2026 · «cơ qan»: không có chỗ điền này"."""
    parts = [
        f"{mark(name)} = {values[name]}" if values.get(name) else f"{mark(name)}: {MEANINGS[name]}"
        for name in dict.fromkeys(names_in(text))
        if name in MEANINGS
    ]
    parts += [f"{unknown}: không có chỗ điền này" for unknown in unknown_marks(text)]
    return "  ·  ".join(parts)


def cut(look: Look, text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())
