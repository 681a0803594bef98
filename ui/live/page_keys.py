"""The keys of the live page: registered verbs, and how they live together with what texts do themselves."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget

from ui.actions import Actions
from ui.live import verbs
from ui.live.key_names import KeyNames

_UNDO = QKeySequence("Ctrl+Z")
_REDO = QKeySequence("Ctrl+Y")


class PageKeys(QObject):
    """`names` are the keys as they are now, `renamed` says that one is another.

    Makes the page's actions and sees to three things that a shortcut alone does not:

    Ctrl+Z in a text first takes back what was typed there, and only then the last act. Keys that a text
    box would keep for itself (Ctrl+E, Ctrl+D and others on some systems) reach the verbs. F6 is the
    answer here although the window walks its panes with it everywhere else.
    """

    renamed = Signal()

    def __init__(
        self, page: QWidget, registry: Actions, reactions: Mapping[str, Callable[[], object]]
    ) -> None:
        super().__init__(page)
        self._page = page
        self.actions: dict[str, QAction] = {}
        self._watched: QWidget | None = None
        self.names = KeyNames()
        listed = [verb for _, members in verbs.SHEET for verb in members]
        for verb in (*listed, *verbs.OUTCOME_KEYS, verbs.SIDE):
            if verb.id in reactions:
                self.actions[verb.id] = registry.add(page, verb, reactions[verb.id])
        for action in self.actions.values():
            action.changed.connect(self._follow)
        self._follow()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_changed)
        page.installEventFilter(self)

    def rename(self, verb_id: str, words: str, icon: str) -> None:
        action = self.actions[verb_id]
        if action.text() != words:
            action.setProperty("icon_name", icon)
            action.setText(words)

    def _follow(self) -> None:
        """An action has changed; `renamed` where it was its key."""
        for action in self.actions.values():
            _take_both_enters(action)
        changed = [self.names.take(verb_id, _portable(action)) for verb_id, action in self.actions.items()]
        if any(changed):
            self.renamed.emit()

    # --- texts and verbs -------------------------------------------------------------------------------

    def _focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if self._watched is not None:
            self._watched.removeEventFilter(self)
            self._watched = None
        if isinstance(new, QTextEdit | QLineEdit) and self._page.isAncestorOf(new):
            new.installEventFilter(self)
            self._watched = new

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):
            return False
        if watched is self._page:
            return self._page_key(event)
        if event.type() != QEvent.Type.ShortcutOverride:
            return False
        pressed = QKeySequence(event.keyCombination())
        if pressed == _UNDO and _can_undo(watched):
            return False
        if pressed == _REDO and _can_redo(watched):
            return False
        if any(pressed in action.shortcuts() for action in self.actions.values()):
            event.ignore()  # the text lets it pass, and the verb gets it
            return True
        return False

    def _page_key(self, event: QKeyEvent) -> bool:
        """F6 is taken before any shortcut of the window, and then done here."""
        answer = self.actions[verbs.ANSWER.id]
        if QKeySequence(event.keyCombination()) != answer.shortcut():
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress:
            answer.trigger()
            return True
        return False


def _take_both_enters(action: QAction) -> None:
    """The Enter of the digits is another key to Qt, but not to people."""
    key = _portable(action)
    if key.endswith("Return") and len(action.shortcuts()) == 1:
        action.setShortcuts([QKeySequence(key), QKeySequence(key.replace("Return", "Enter"))])


def _portable(action: QAction) -> str:
    shortcut = action.shortcut()
    return shortcut.toString(shortcut.SequenceFormat.PortableText)


def _can_undo(text: QObject) -> bool:
    if isinstance(text, QTextEdit):
        return text.document().isUndoAvailable()
    return isinstance(text, QLineEdit) and text.isUndoAvailable()


def _can_redo(text: QObject) -> bool:
    if isinstance(text, QTextEdit):
        return text.document().isRedoAvailable()
    return isinstance(text, QLineEdit) and text.isRedoAvailable()
