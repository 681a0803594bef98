"""Input fields bound to one frozen value: typing makes a new value, a new value shows in the fields."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.widgets.combo import Combo
from ui.widgets.editor import Editor
from ui.widgets.field import Field, FieldBox

S = TypeVar("S")
V = TypeVar("V")

_NEVER_SHOWN = object()


class Form(Generic[S]):
    """The fields of a step (over the Plan) or of one row of a list (over the row).

    `changed` gets the new value, the name of the field and the field itself, which is not written over
    by the answer: the cursor stays, and a word being composed is never broken. `left` is called when
    the focus leaves a field.
    """

    def __init__(self, changed: Callable[[S, str, QWidget], None], left: Callable[[], None]) -> None:
        self._changed, self._left = changed, left
        self._value: S | None = None
        self._showers: list[Callable[[S, object, bool], None]] = []
        self.fields: dict[str, QWidget] = {}

    def answer_to(self, changed: Callable[[S, str, QWidget], None]) -> None:
        """Another listener takes the place of the first (the list that the form belongs to)."""
        self._changed = changed

    @property
    def value(self) -> S | None:
        return self._value

    def show(self, value: S | None, *, source: object = None, fresh: bool = False) -> None:
        """Put the value into the fields; `fresh` when it is another row than before."""
        self._value = value
        if value is None:
            return
        for shower in self._showers:
            shower(value, source, fresh)

    def after_show(self, act: Callable[[S], None]) -> None:
        """Done with the value each time that it was put into the fields."""
        self._showers.append(lambda value, source, fresh: act(value))

    def _edit(self, name: str, widget: QWidget, make: Callable[[S], S]) -> None:
        if self._value is None:
            return
        new = make(self._value)
        if new != self._value:
            self._value = new
            self._changed(new, name, widget)

    # --- kinds of fields ------------------------------------------------------------------------------

    def text(
        self, name: str, widget: Field | Editor, get: Callable[[S], str], put: Callable[[S, str], S]
    ) -> None:
        """Free text. A blank that was just typed stays in the field although the value has none."""

        def show(value: S, source: object, fresh: bool) -> None:
            if widget is not source and (fresh or widget.value() != get(value)):
                widget.set_value(get(value))

        def typed(_: str) -> None:
            self._edit(name, widget, lambda value: put(value, widget.value()))

        widget.settled.connect(typed)
        widget.left.connect(self._left)
        self._showers.append(show)
        self.fields[name] = widget

    def parsed(
        self,
        name: str,
        box: FieldBox,
        widget: Field,
        read: Callable[[str], V],
        write: Callable[[V], str],
        get: Callable[[S], V],
        put: Callable[[S, V], S],
    ) -> None:
        """Text that means a number, a date or an hour. `read` raises ValueError with a sentence.

        While it cannot be read the value stays as it was and the text stays in the field; the sentence
        is shown by the box when the field is left.
        """
        shown: list[Any] = [_NEVER_SHOWN]

        def show(value: S, source: object, fresh: bool) -> None:
            raw = get(value)
            if fresh or (widget is not source and raw != shown[0]):
                box.set_warning("")
                widget.set_value(write(raw))
            shown[0] = raw

        def typed(_: str) -> None:
            try:
                raw = read(widget.value())
            except ValueError:
                return
            self._edit(name, widget, lambda value: put(value, raw))

        widget.settled.connect(typed)
        widget.left.connect(self._left)
        self._showers.append(show)
        self.fields[name] = widget

    def choice(self, name: str, combo: Combo, get: Callable[[S], Any], put: Callable[[S, Any], S]) -> None:
        def show(value: S, source: object, fresh: bool) -> None:
            if combo.value() != get(value):
                combo.set_value(get(value))

        combo.chosen.connect(lambda chosen: self._edit(name, combo, lambda value: put(value, chosen)))
        self._showers.append(show)
        self.fields[name] = combo

    def tick(
        self, name: str, box: QAbstractButton, get: Callable[[S], bool], put: Callable[[S, bool], S]
    ) -> None:
        """A check box, or one radio button of a group."""

        def show(value: S, source: object, fresh: bool) -> None:
            if box.isChecked() != get(value):
                box.setChecked(get(value))

        box.clicked.connect(lambda on: self._edit(name, box, lambda value: put(value, on)))
        self._showers.append(show)
        self.fields[name] = box


def check_of(read: Callable[[str], object]) -> Callable[[str], str]:
    """The FieldBox check that goes with `read`: its sentence, or "" when the text can be read."""

    def check(text: str) -> str:
        try:
            read(text)
        except ValueError as error:
            return str(error)
        return ""

    return check
