"""Work off the main thread: order, delivery, errors, cancelling, closing; and what the core tells."""

from __future__ import annotations

import gc
import threading
from functools import partial

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication, QWidget

from dialogue_desktop.events import EventBus
from ui.bridge import Bridge
from ui.tasks import Lane, Tasks


@pytest.fixture
def tasks(qapp: QApplication):
    tasks = Tasks()
    yield tasks
    assert tasks.shut_down()


def test_result_comes_back_on_the_main_thread(qtbot, tasks: Tasks) -> None:
    """G1: work runs elsewhere, widgets are touched here."""
    threads: list[object] = []
    main = QThread.currentThread()
    tasks.run(
        lambda: threading.current_thread().name, lambda name: threads.extend([name, QThread.currentThread()])
    )
    qtbot.waitUntil(lambda: len(threads) == 2)
    assert threads[0] == "dialogue-general"
    assert threads[1] is main


def test_database_lane_keeps_the_order_and_does_not_wait_for_the_other(qtbot, tasks: Tasks) -> None:
    """L9: what was typed is saved while a PDF is still being drawn."""
    gate = threading.Event()
    got: list[object] = []
    tasks.run(gate.wait, lambda _: got.append("pdf"))
    for number in range(5):
        tasks.run(partial(int, number), got.append, lane=Lane.DATABASE)
    qtbot.waitUntil(lambda: len(got) == 5)
    assert got == [0, 1, 2, 3, 4]
    gate.set()
    qtbot.waitUntil(lambda: got[-1] == "pdf")


class _Circle:
    """Garbage that only a collection finds; it remembers on which thread it was found."""

    def __init__(self, freed: list[str]) -> None:
        self.me, self.freed = self, freed

    def __del__(self) -> None:
        self.freed.append(threading.current_thread().name)


def test_garbage_is_collected_on_the_main_thread_alone(qtbot, tasks: Tasks) -> None:
    """G1: a closed window that is freed on a worker's thread takes the program down."""
    freed: list[str] = []
    done: list[int] = []

    def work() -> int:
        _Circle(freed)
        return len([[] for _ in range(200_000)])  # far more than what starts a collection

    tasks.run(work, done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert freed == []
    assert not gc.isenabled()
    kept: list[list[int]] = [[] for _ in range(2 * gc.get_threshold()[0])]  # so that a collection is due
    qtbot.waitUntil(lambda: bool(freed))
    assert kept
    assert freed == [threading.main_thread().name]
    assert tasks.shut_down()
    assert gc.isenabled()


def test_errors_are_delivered_or_lost_aloud(qtbot, tasks: Tasks) -> None:
    """G5: an error is never swallowed."""

    def broken() -> None:
        raise ValueError("ổ D đầy")

    caught: list[Exception] = []
    lost: list[object] = []
    tasks.lost.connect(lost.append)
    tasks.run(broken, None, caught.append)
    tasks.run(broken)
    qtbot.waitUntil(lambda: bool(caught and lost))
    assert [str(caught[0]), str(lost[0])] == ["ổ D đầy", "ổ D đầy"]


def test_cancelled_work_is_not_delivered(qtbot, tasks: Tasks) -> None:
    """P1: an older page never takes the place of a newer one."""
    gate = threading.Event()
    got: list[str] = []
    running = tasks.run(lambda: gate.wait() and "old", got.append)
    queued = tasks.run(lambda: "never", got.append)
    running.cancel()
    queued.cancel()
    assert not tasks.busy
    gate.set()
    tasks.run(lambda: "new", got.append)
    qtbot.waitUntil(lambda: got == ["new"])
    assert running.finished
    assert queued.finished


def test_nothing_is_delivered_to_a_page_that_is_gone(qtbot, tasks: Tasks) -> None:
    """G5: a closed page is not called."""
    gate = threading.Event()
    got: list[str] = []
    page = QWidget()
    tasks.run(lambda: gate.wait() and "x", got.append, owner=page)
    page.deleteLater()
    QApplication.sendPostedEvents(page, 0)
    QApplication.processEvents()
    import shiboken6

    if shiboken6.isValid(page):
        shiboken6.delete(page)
    gate.set()
    tasks.run(lambda: "after", got.append)
    qtbot.waitUntil(lambda: bool(got))
    assert got == ["after"]


def test_busy_is_told_once(qtbot, tasks: Tasks) -> None:
    """G6: one sign of work, not one per task."""
    told: list[bool] = []
    tasks.busy_changed.connect(told.append)
    gate = threading.Event()
    tasks.run(gate.wait)
    tasks.run(gate.wait)
    gate.set()
    qtbot.waitUntil(lambda: told[-1:] == [False])
    assert told == [True, False]


def test_closing_finishes_the_database_queue(qapp: QApplication) -> None:
    """L9: what was handed over is written before the program ends."""
    tasks = Tasks()
    written: list[int] = []
    gate = threading.Event()
    tasks.run(gate.wait, lane=Lane.DATABASE)
    for number in range(20):
        tasks.run(partial(written.append, number), lane=Lane.DATABASE)
    gate.set()
    assert tasks.shut_down()
    assert written == list(range(20))
    with pytest.raises(RuntimeError):
        tasks.run(lambda: None)


def test_closing_without_work_is_quiet(qapp: QApplication) -> None:
    """G5."""
    assert Tasks().shut_down()


def test_events_of_any_thread_arrive_on_the_main_thread(qtbot, qapp: QApplication) -> None:
    """L9: "Đã lưu" is written by the window's own thread, in order."""
    bus = EventBus()
    bridge = Bridge(bus)
    heard: list[tuple[object, bool]] = []
    main = QThread.currentThread()
    bridge.heard.connect(lambda event: heard.append((event, QThread.currentThread() is main)))

    def tell() -> None:
        for number in range(3):
            bus.publish(number)  # type: ignore[arg-type]

    thread = threading.Thread(target=tell)
    thread.start()
    thread.join()
    bus.publish(3)  # type: ignore[arg-type]
    assert heard == [], "delivered by the event loop, never inside the service's call"
    qtbot.waitUntil(lambda: len(heard) == 4)
    assert heard == [(n, True) for n in range(4)]
    bridge.close()
    bus.publish(9)  # type: ignore[arg-type]
    QApplication.processEvents()
    assert len(heard) == 4


def test_bridge_hears_a_bus_that_comes_later(qtbot, qapp: QApplication) -> None:
    """G1: the services come after the first paint."""
    bridge = Bridge()
    bus = EventBus()
    heard: list[object] = []
    bridge.heard.connect(heard.append)
    bridge.listen(bus)
    bridge.listen(bus)
    bus.publish("một")  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == ["một"], "listening twice does not hear twice"
    bridge.close()
