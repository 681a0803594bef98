"""A field that offers what is known, accent-free, and takes whatever is typed (L12)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from ui.look import Look
from ui.widgets.field import Field
from ui.widgets.suggestions import Suggestion, Suggestions, fitting


class KnownField(Field):
    """`options` gives everything that may be offered; ↓ in the closed field shows all of it.

    With `find` the listener chooses by itself what fits the typed words, and with `fill=False` what
    becomes of the chosen one (`suggestions.picked`).
    """

    def __init__(
        self,
        look: Look,
        options: Callable[[], Sequence[Suggestion]],
        *,
        name: str,
        placeholder: str = "",
        units: float | None = None,
        find: Callable[[str], Sequence[Suggestion]] | None = None,
        fill: bool = True,
    ) -> None:
        super().__init__(look, name=name, placeholder=placeholder, units=units)
        self._options = options
        self.suggestions = Suggestions(look, self, find or self._fitting, fill=fill)

    def _fitting(self, text: str) -> Sequence[Suggestion]:
        """Those in which every typed word stands, but for one that is written out already."""
        found = fitting(text, self._options(), lambda one: one.text)
        return [] if [one.text for one in found] == [text.strip()] else found

    @property
    def offering(self) -> bool:
        """The list hangs open: Enter and Esc are its."""
        return bool(self.suggestions.shown)

    @property
    def offering_chosen(self) -> bool:
        """↓ has reached one of the list: Enter takes it."""
        return self.offering and self.suggestions.at >= 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_Down and plain and not self.composing and not self.offering:
            text = self.value()
            fitting = tuple(self._fitting(text)) if text else ()
            self.suggestions.offer(fitting or tuple(self._options()))
            return
        super().keyPressEvent(event)
