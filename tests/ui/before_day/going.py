"""Going about in the window by its keys: the navigation, a menu that hangs open."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.ui.main_job.hands import HandsError
from tests.ui.main_job.program import Program

LIST_FILE, PEOPLE_FILE = "Phú Ấp gửi.xlsx", "Thôn cử.xlsx"
UNIT = "Phòng Kinh tế"
UNIT_FILE = "phieu-giao-tra-loi-phong-kinh-te.xlsx"


def go_to(program: Program, words: str, page_id: str) -> None:
    """By the navigation."""
    program.hands.tab_to(f"{words}*")
    program.hands.press("Space")
    program.come_to(page_id)


def from_menu(program: Program, words: str) -> None:
    """An entry of the menu that hangs open, by its arrow keys."""
    menu = QApplication.activePopupWidget()
    if not isinstance(menu, QMenu):
        raise HandsError("no menu hangs open")
    said = [action.text() for action in menu.actions()]
    if not any(one.startswith(words) for one in said):
        raise HandsError(f"not in the menu: {words}, only {said}")
    for _ in said:
        active: QAction | None = menu.activeAction()  # the stubs forget that there may be none
        if active is not None and active.text().startswith(words):
            break
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    program.hands.rest()
