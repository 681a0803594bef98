"""Every verb of the window: its id, its words, its key and its icon, once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget


class Verb(NamedTuple):
    """`id` "page.verb"; `key` portable ("Ctrl+N"); `icon` a 20 icon's name."""

    id: str
    words: str
    key: str = ""
    icon: str = ""
    checkable: bool = False


class Actions:
    """Registry of QActions; keys can be changed by the reader and are kept by id."""

    def __init__(self, own_keys: Mapping[str, str] | None = None) -> None:
        self._own_keys = dict(own_keys or {})
        self._actions: dict[str, QAction] = {}
        self._verbs: dict[str, Verb] = {}

    def add(self, owner: QWidget, verb: Verb, react: Callable[[], object]) -> QAction:
        """Make the verb's action on `owner`. An id that is taken goes over to the new action: a page is
        built for another conference before the old one is gone."""
        action = QAction(owner)
        action.setText(verb.words)
        action.setCheckable(verb.checkable)
        action.setProperty("verb", verb.id)
        action.setProperty("key", self._own_keys.get(verb.id, verb.key))
        action.setProperty("icon_name", verb.icon)
        key = self._own_keys.get(verb.id, verb.key)
        if key:
            # By property and as words: QKeySequence and Qt.Key bring dear enums before the first paint.
            action.setProperty("shortcut", key)
        # Qt's default context: works wherever the focus is in the window, but only while its owner is on
        # view. Ctrl+N of a page that is not shown stays silent, so every page may have its own.
        action.triggered.connect(lambda _checked=False: react())
        owner.addAction(action)
        self._actions[verb.id] = action
        self._verbs[verb.id] = verb
        action.destroyed.connect(lambda: self._forget(verb.id, action))
        return action

    def _forget(self, verb_id: str, action: QAction) -> None:
        if self._actions.get(verb_id) is action:
            del self._actions[verb_id]
            self._verbs.pop(verb_id, None)

    def get(self, verb_id: str) -> QAction:
        return self._actions[verb_id]

    def verbs(self) -> tuple[Verb, ...]:
        """All that are known now, for the sheet of keys."""
        return tuple(self._verbs.values())

    def key_of(self, verb_id: str) -> str:
        return str(self._actions[verb_id].property("key") or "")

    def rebind(self, verb_id: str, key: str) -> tuple[str, ...]:
        """Give a verb another key ("" for none); the answer names the other verbs that have it too.

        With a conflict nothing is changed: two verbs on one key would both fall silent.
        """
        from PySide6.QtGui import QKeySequence

        wanted = QKeySequence(key)
        rivals = tuple(
            other
            for other, action in self._actions.items()
            if key and other != verb_id and action.shortcut() == wanted and self._meet(verb_id, other)
        )
        if not rivals:
            self._own_keys[verb_id] = key
            self._actions[verb_id].setProperty("key", key)
            self._actions[verb_id].setShortcut(wanted)
        return rivals

    def _meet(self, one: str, other: str) -> bool:
        """Whether both can be on view at once: same owner, or one owner inside the other."""
        first, second = self._actions[one].parent(), self._actions[other].parent()
        if not isinstance(first, QWidget) or not isinstance(second, QWidget):
            return True
        return first is second or first.isAncestorOf(second) or second.isAncestorOf(first)

    def reset(self, verb_id: str) -> None:
        """Back to the key that the program came with."""
        self._own_keys.pop(verb_id, None)
        from PySide6.QtGui import QKeySequence

        key = self._verbs[verb_id].key
        self._actions[verb_id].setProperty("key", key)
        self._actions[verb_id].setShortcut(QKeySequence(key))

    def take_own_keys(self, own_keys: Mapping[str, str]) -> None:
        """All of the reader's keys at once, as they are kept; what is not among them goes back to usual."""
        from PySide6.QtGui import QKeySequence

        self._own_keys = dict(own_keys)
        for verb_id, action in self._actions.items():
            key = self._own_keys.get(verb_id, self._verbs[verb_id].key)
            if str(action.property("key") or "") != key:
                action.setProperty("key", key)
                action.setShortcut(QKeySequence(key))

    def own_keys(self) -> dict[str, str]:
        """What differs from the program's keys; kept by the settings."""
        return dict(self._own_keys)
