"""The stations that belong to no conference: library, settings, calendar, keys; the questions."""

from __future__ import annotations

from PySide6.QtCore import QTimer

from tests.ui.vietnamese import hand
from tests.ui.vietnamese.walk import Walk
from tests.ui.vietnamese.ways import settle, unfold
from ui.library.parts import PARTS
from ui.prompter import TextQuestion, WindowPrompter


def _plain(walk: Walk, page_id: str) -> None:
    walk.program.go_office(page_id)
    unfold(walk, page_id)


def home(walk: Walk) -> None:
    _plain(walk, "home")


def new_plan(walk: Walk) -> None:
    _plain(walk, "new_plan")


def old_plan(walk: Walk) -> None:
    _plain(walk, "old_plan")


def merge(walk: Walk) -> None:
    _plain(walk, "merge")


def settings(walk: Walk) -> None:
    _plain(walk, "settings")


def calendar(walk: Walk) -> None:
    _plain(walk, "calendar")


def keys(walk: Walk) -> None:
    """Its field takes a key and no letters, and asks no input method for any."""
    _plain(walk, "keys")


def years(walk: Walk) -> None:
    """Figures alone: nothing is typed there."""
    _plain(walk, "years")


def library(walk: Walk) -> None:
    """Every part, every kind of row in it; a profile of the office's own stands first."""
    program = walk.program
    program.app.library.save_profile(program.app.planning.plan(program.sample), "Đối thoại ba thôn")
    page = walk.program.go_office("library")
    for part in PARTS:
        page.show_part(part.id)
        page.focus_first()
        settle(walk)
        unfold(walk, f"library: {part.id}", page.view)


def questions(walk: Walk) -> None:
    """The dialog that asks for a line and the one that asks for more."""
    prompter = WindowPrompter(walk.program.look, walk.program.window)
    for many in (False, True):
        question = TextQuestion("Bỏ ý kiến này", "Lý do", "Bỏ", many_lines=many)

        def answer(many: bool = many) -> None:
            walk.type_here(f"question: {'lines' if many else 'line'}")
            hand.press("Escape")

        QTimer.singleShot(0, walk.program.window, answer)
        assert prompter.ask_text(question) is None
