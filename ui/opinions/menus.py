"""What is chosen for several opinions from a menu: their field, and who is competent (C6)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from ui.prompter import Prompter, TextQuestion


def choose_field(
    parent: QWidget, anchor: QWidget, fields: Sequence[str], done: Callable[[str], None]
) -> None:
    """The fields of the conference in a menu over the bar."""
    menu = _menu(parent, "fields")
    for name in fields:
        _add(menu, name, partial(done, name))
    _pop_up(menu, anchor)


def choose_body(
    parent: QWidget,
    anchor: QWidget,
    bodies: Sequence[str],
    prompter: Prompter,
    done: Callable[[str | None], None],
) -> None:
    """Within competence, beyond it without a receiver yet, or one of the bodies, or another one typed."""

    def ask() -> None:
        name = prompter.ask_text(
            TextQuestion("Cơ quan tiếp nhận", "Tên cơ quan", "Ghi", text="Cấp có thẩm quyền giải quyết.")
        )
        if name is not None:
            done(name)

    menu = _menu(parent, "bodies")
    _add(menu, "Thuộc thẩm quyền giải quyết", lambda: done(None))
    _add(menu, "Vượt thẩm quyền, chưa rõ cơ quan", lambda: done(""))
    menu.addSeparator()
    for name in bodies:
        _add(menu, f"Chuyển {name}", partial(done, name))
    _add(menu, "Chuyển cơ quan khác…", ask)
    _pop_up(menu, anchor)


def _menu(parent: QWidget, name: str) -> QMenu:
    menu = QMenu(parent)
    menu.setObjectName(name)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def _add(menu: QMenu, words: str, react: Callable[[], None]) -> None:
    menu.addAction(words.replace("&", "&&")).triggered.connect(lambda _checked=False: react())


def _pop_up(menu: QMenu, anchor: QWidget) -> None:
    """Above the anchor, with its first line in hand."""
    menu.popup(anchor.mapToGlobal(QPoint(0, -menu.sizeHint().height())))
    if menu.actions():
        menu.setActiveAction(menu.actions()[0])
