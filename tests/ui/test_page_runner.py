"""Who hears of what fails: the page of everything, the crash window only of faults of the program."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dialogue_desktop.errors import BadInput
from ui.page_runner import PageRunner
from ui.tasks import Lane, Tasks


class Overtaken(Exception):
    """Nobody waits for the work any more."""


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    tasks = Tasks()
    yield tasks
    assert tasks.shut_down()


def failing(error: Exception) -> object:
    raise error


@pytest.mark.parametrize(
    ("error", "crashes"),
    [
        (BadInput("Tệp không có dòng nào."), False),
        (Overtaken(), False),
        (KeyError("so-phieu"), True),
    ],
)
def test_the_page_hears_first_and_the_crash_window_only_of_faults(
    qtbot: QtBot, tasks: Tasks, error: Exception, crashes: bool
) -> None:
    owner, heard = QObject(), list[tuple[str, object]]()
    tasks.lost.connect(lambda lost: heard.append(("crash window", lost)))
    run = PageRunner(tasks, owner, quiet=(Overtaken,))
    run(lambda: failing(error), lambda _: None, lambda told: heard.append(("page", told)))
    qtbot.waitUntil(lambda: not tasks.busy)
    assert heard == [("page", error), ("crash window", error)][: 2 if crashes else 1]


def test_work_keeps_to_its_lane_unless_one_is_named(qtbot: QtBot, tasks: Tasks) -> None:
    import threading

    names: list[str] = []
    owner = QObject()
    run = PageRunner(tasks, owner, Lane.PRESS)
    for lane in (None, Lane.GENERAL):
        run(lambda: threading.current_thread().name, names.append, lambda error: None, lane)
    PageRunner(tasks, owner)(lambda: threading.current_thread().name, names.append, lambda error: None)
    qtbot.waitUntil(lambda: len(names) == 3)
    assert sorted(names) == ["dialogue-database", "dialogue-general", "dialogue-press"]


def test_nothing_is_told_to_a_page_that_is_gone(qtbot: QtBot, tasks: Tasks) -> None:
    page, heard = QWidget(), list[object]()
    tasks.lost.connect(heard.append)
    PageRunner(tasks, page)(lambda: failing(KeyError("dai-bieu")), heard.append, heard.append)
    page.deleteLater()
    QCoreApplication.sendPostedEvents(page)
    qtbot.waitUntil(lambda: not tasks.busy)
    assert heard == []
