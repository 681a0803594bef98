"""A button of a registered verb whose words can go where there is no room for them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from ui.look import Look
from ui.widgets.button import Button, Kind, key_words


class VerbButton(Button):
    """Follows its action: words, key, state. `brief` words or none are shown, the whole ones are said.

    It takes no focus from the mouse: pressing a verb with the mouse must not leave the text.
    """

    def __init__(
        self,
        look: Look,
        action: QAction,
        *,
        kind: Kind = Kind.DEFAULT,
        words: str | None = None,
        icon: str | None = None,
        cap: bool = True,
        small: bool = False,
        spread: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, "", kind=kind, small=small, spread=spread, parent=parent)
        self._verb, self._brief, self._with_cap = action, words, cap
        self._own_icon = icon
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def shorten(self, words: str | None, *, icon: bool = True, cap: bool = True) -> None:
        """Show these words instead of the verb's ("" for none, None for the verb's own)."""
        self._brief, self._with_cap = words, cap
        self._own_icon = None if icon else ""
        self._follow()

    def _follow(self) -> None:
        action = self._verb
        icon = str(action.property("icon_name") or "") if self._own_icon is None else self._own_icon
        self.set_icon(icon)
        self.set_key(key_words(action.shortcut()) if self._with_cap else "")
        self.set_words(action.text() if self._brief is None else self._brief)
        self.setEnabled(action.isEnabled())
        key = key_words(action.shortcut())
        self.setAccessibleName(action.text())
        if self.words != action.text() or not self._with_cap:
            self.setToolTip(f"{action.text()} ({key})" if key else action.text())
