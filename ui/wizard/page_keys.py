"""The keys of the wizard's page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.actions import Actions, Verb

#: In the order in which the page names what they do.
VERBS = (
    Verb("wizard.next", "Bước sau", "Ctrl+PgDown"),
    Verb("wizard.finish", "Hoàn thành kế hoạch", "Ctrl+Return"),
    Verb("wizard.back", "Bước trước", "Ctrl+PgUp"),
    Verb("wizard.undo", "Hoàn tác", "Ctrl+Z", "arrow_undo"),
    Verb("wizard.redo", "Làm lại", "Ctrl+Y", "arrow_redo"),
    Verb("wizard.page", "Xem trang", "Ctrl+P", "document_search"),
    Verb("wizard.save", "Lưu ngay", "Ctrl+S", "save"),
)


def add_verb(actions: Actions, page: QWidget, verb: Verb, react: Callable[[], object]) -> None:
    """Give the page a key; only the first page of the window has it in the list of all keys."""
    try:
        actions.add(page, verb, react)
    except KeyError:
        # The wizard of another conference is still there; its keys are silent while it is not seen.
        action = QAction(verb.words, page)
        action.setShortcut(QKeySequence(verb.key))
        action.triggered.connect(lambda _checked=False: react())
        page.addAction(action)
