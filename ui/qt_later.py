"""Names of Qt whose first mention is dear, looked up when first used.

PySide builds the enums of a class when the class is first named: `Qt` alone takes a tenth of the time
from the program's start to its first paint, `QStyle` and `QAccessible` half of that. What the first
screen draws needs none of them; keys, mouse and menus, which come later, do. Write
`from ui.qt_later import Qt` in modules of the first screen and use it as always.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent as QEvent
    from PySide6.QtCore import Qt as Qt
    from PySide6.QtGui import QAccessible as QAccessible
    from PySide6.QtWidgets import QStyle as QStyle
else:

    class _Later:
        """Stands for a class until one of its names is asked for."""

        def __init__(self, module: str, name: str) -> None:
            self._module, self._name = module, name

        def __getattr__(self, attribute: str) -> Any:
            found = getattr(import_module(self._module), self._name)
            self.__dict__.update(vars(found))
            return getattr(found, attribute)

    Qt = _Later("PySide6.QtCore", "Qt")
    QEvent = _Later("PySide6.QtCore", "QEvent")
    QAccessible = _Later("PySide6.QtGui", "QAccessible")
    QStyle = _Later("PySide6.QtWidgets", "QStyle")

#: Qt's numbers for properties set by name, which need no enum (`setProperty` turns them into one).
PLAIN_TEXT = 0  # Qt.TextFormat.PlainText
ALWAYS_OFF = 1  # Qt.ScrollBarPolicy.ScrollBarAlwaysOff
PER_PIXEL = 1  # QAbstractItemView.ScrollMode.ScrollPerPixel
NO_FOCUS = 0  # Qt.FocusPolicy.NoFocus
NO_EDIT = 0  # QAbstractItemView.EditTrigger.NoEditTriggers

#: Roles of Qt.ItemDataRole as models get them: as numbers.
DISPLAY_ROLE, CHECK_STATE_ROLE, ACCESSIBLE_TEXT_ROLE, USER_ROLE = 0, 10, 11, 256
