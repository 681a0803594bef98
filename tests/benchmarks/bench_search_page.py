"""The page of everything on 100,000 opinions: typed letter by letter, beside what Qt's own filter takes (G3).

Three floors of the same run: the page itself with an answer that is there at once (what the window alone
costs), Qt's proxy over the same Python rows, and Qt's proxy over texts that are all in C++.
"""

from __future__ import annotations

import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple

from dialogue_desktop.clock import SystemClock
from dialogue_desktop.domain.search import FoundEverywhere
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.events import EventBus
from dialogue_desktop.paths import resources_dir
from dialogue_desktop.services.search import Search
from dialogue_desktop.storage.database import Database
from dialogue_desktop.storage.records_query import RecordsQuery
from tests.benchmarks.bench_search import phrases
from tests.benchmarks.many_opinions import folder_of
from tests.benchmarks.result import Result, percentile

_QUERIES = 20
_PAGES = 60
_PAUSE = 0.03  # seconds between two keys: a quick typist
_PROXY_KEYS = 3


class _AtOnce:
    """Answers every question with the same rows, made before."""

    def __init__(self, found: FoundEverywhere, whole: Any) -> None:
        self._found, self._whole = found, whole

    def everything(self, *_: object, **__: object) -> FoundEverywhere:
        return self._found

    def count(self, *_: object, **__: object) -> int:
        return 1001

    def totals(self) -> tuple[int, int]:
        return 100_000, 2_500

    def whole(self, *_: object) -> Any:
        return self._whole


class Typed(NamedTuple):
    """Milliseconds from each key to its rows on the screen, and the longest time after it in which the event
    loop did not turn."""

    shown: list[float]
    gaps: list[float]


def run() -> list[Result]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        database = folder_of(Path(folder))
        results = _measured(database)
        database.close()
    return results


def _measured(database: Database) -> list[Result]:
    from PySide6.QtWidgets import QApplication

    from ui import fonts

    application = QApplication.instance() or QApplication([])
    fonts.load(resources_dir() / "fonts" / "be-vietnam-pro")
    chance = random.Random(11)
    queries = [fold(words) if number % 2 else words for number, words in enumerate(phrases(chance, _QUERIES))]
    search = Search(database, RecordsQuery(database), EventBus())
    page = _Stage(search)
    page.type(queries[:3])
    real, deeper = page.type(queries), page.scroll(_PAGES)
    page.close()
    found = search.everything("duong")
    first = found.opinions.rows[0]
    still = _Stage(_AtOnce(found, search.whole(first.conference.id, first.id)))
    still.type(queries[:3])
    floor = still.type(queries)
    still.close()
    python_ms, cpp_ms = _proxies(database, ["d", "du", "duong"][:_PROXY_KEYS])
    del application
    python, shown = statistics.median(python_ms), statistics.median(real.shown)
    early, late = (
        statistics.median(deeper.shown[: _PAGES // 4]),
        statistics.median(deeper.shown[-_PAGES // 4 :]),
    )
    gap = statistics.median(real.gaps)
    return [
        Result(
            "Từ phím gõ đến khi thấy dòng, so với trang không phải tìm", _share(real.shown, floor.shown), 3
        ),
        Result("Từ phím gõ đến khi thấy dòng, 99 % số lần", percentile(real.shown, 0.99), None, "ms"),
        Result("Như vậy ở trang không phải tìm, 99 % số lần", percentile(floor.shown, 0.99), None, "ms"),
        Result("Cửa sổ đứng ở mỗi phím, so với trang không phải tìm", _share(real.gaps, floor.gaps), 2),
        Result("Cửa sổ đứng ở mỗi phím, so với QSortFilterProxyModel", gap / python, 0.05),
        Result("Cửa sổ đứng ở mỗi phím, giữa chừng", gap, None, "ms"),
        Result("Cửa sổ đứng ở mỗi phím, 99 % số lần", percentile(real.gaps, 0.99), None, "ms"),
        Result("Lọc 100.000 dòng, so với QSortFilterProxyModel", shown / python, 0.05),
        Result("QSortFilterProxyModel lọc 100.000 dòng", python, None, "ms"),
        Result("QSortFilterProxyModel lọc 100.000 chuỗi", statistics.median(cpp_ms), None, "ms"),
        Result("Cuộn đến trang sau, cuối so với đầu", late / early, 2),
        Result("Cuộn đến trang sau, so với phím gõ", statistics.median(deeper.shown) / shown, 3),
        Result("Cửa sổ đứng ở mỗi trang, giữa chừng", statistics.median(deeper.gaps), None, "ms"),
    ]


def _share(ours: list[float], floor: list[float]) -> float:
    return percentile(ours, 0.99) / percentile(floor, 0.99)


class _Stage:
    """The real page in a window of 1366×698, its work on the database's thread as always."""

    def __init__(self, search: Any) -> None:
        from PySide6.QtWidgets import QVBoxLayout, QWidget

        from tests.ui.recorder import Recorder
        from ui.actions import Actions
        from ui.bridge import Bridge
        from ui.context import Context, ServiceHolder
        from ui.look import Look
        from ui.pages.search import SearchPage
        from ui.tasks import Tasks
        from ui.widgets.toast import Toast

        look, self.window, self.tasks = Look(resources_dir()), QWidget(), Tasks()
        holder = ServiceHolder(SimpleNamespace(search=search))
        context = Context(
            look, self.tasks, Recorder(), Actions(), Bridge(), SystemClock(), Toast(look, self.window), holder
        )
        look.dress(self.window)
        self.page = SearchPage(context)
        column = QVBoxLayout(self.window)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)
        self.window.resize(1366, 698)
        self.window.show()
        self.page.focus_first()
        self._until(lambda: self.page.list.table.isVisible() and not self.tasks.busy)

    def _until(self, reached: Callable[[], bool]) -> None:
        from PySide6.QtCore import QEventLoop, QTimer
        from PySide6.QtWidgets import QApplication

        pulse = QTimer()
        pulse.start(1)
        end = time.perf_counter() + 60
        while not reached():
            if time.perf_counter() > end:
                raise RuntimeError("the page does not answer")
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        pulse.stop()

    def _watched(self, acts: list[Callable[[], Callable[[], bool]]]) -> Typed:
        """Each act, then the time until what it promises is there and painted; the longest gap of the event
        loop until the next act."""
        from PySide6.QtCore import QEvent, QTimer
        from PySide6.QtWidgets import QApplication

        gaps: list[float] = []
        last, longest = [time.perf_counter()], [0.0]

        def tick() -> None:
            now = time.perf_counter()
            longest[0] = max(longest[0], (now - last[0]) * 1000)
            last[0] = now

        beat = QTimer()
        beat.timeout.connect(tick)
        beat.start(1)
        shown = []
        last[0] = time.perf_counter()
        for act in acts:
            begun, longest[0] = time.perf_counter(), 0.0
            there = act()
            self._until(there)
            # What changed has been painted in the same turn, or is now; the same rows again need no paint.
            QApplication.sendPostedEvents(None, QEvent.Type.UpdateRequest.value)
            shown.append((time.perf_counter() - begun) * 1000)
            rest = begun + _PAUSE
            self._until(lambda rest=rest: time.perf_counter() >= rest)  # type: ignore[misc]
            gaps.append(longest[0])
        beat.stop()
        return Typed(shown, gaps)

    def type(self, queries: list[str]) -> Typed:
        """Every letter of each as a key of its own, the line emptied between them."""
        from PySide6.QtCore import QEvent, Qt
        from PySide6.QtGui import QKeyEvent
        from PySide6.QtWidgets import QApplication

        line, rows = self.page.list.search, self.page.list

        def press(letter: str) -> Callable[[], bool]:
            before = rows.version
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(line, event)
            return lambda: rows.version != before

        measured = Typed([], [])
        for query in queries:
            typed = self._watched([lambda letter=letter: press(letter) for letter in query])  # type: ignore[misc]
            measured.shown.extend(typed.shown)
            measured.gaps.extend(typed.gaps)
            line.clear()
            self._until(lambda: not self.tasks.busy)
        return measured

    def scroll(self, pages: int) -> Typed:
        """To the end of what is there, again and again."""
        rows = self.page.list.table.rows

        bar = rows.verticalScrollBar()

        def further() -> Callable[[], bool]:
            before = rows.rows.rowCount()

            def there() -> bool:
                bar.setValue(bar.maximum())  # the list is measured a moment after it grew
                return bool(rows.rows.rowCount() > before)

            return there

        return self._watched([further] * pages)

    def close(self) -> None:
        self._until(lambda: not self.tasks.busy)
        self.tasks.shut_down()
        self.window.close()


def _proxies(database: Database, keys: list[str]) -> tuple[list[float], list[float]]:
    """What one key costs where Qt filters 100,000 rows: our own Python rows, and plain strings."""
    from PySide6.QtCore import QSortFilterProxyModel, QStringListModel, Qt
    from PySide6.QtWidgets import QListView

    from ui.widgets.rows import Cell, Row, RowsModel

    found = database.raw.execute("SELECT id, text FROM opinion ORDER BY key DESC").fetchall()
    rows, strings = RowsModel(), QStringListModel([fold(text) for _, text in found])
    rows.set_items(Row(key, (Cell(fold(text)),)) for key, text in found)
    taken: list[list[float]] = []
    for model in (rows, strings):
        proxy, view = QSortFilterProxyModel(), QListView()
        proxy.setSourceModel(model)
        proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        view.setUniformItemSizes(True)
        view.setModel(proxy)
        view.resize(800, 500)
        view.show()
        times = []
        for key in keys:
            begun = time.perf_counter()
            proxy.setFilterFixedString(key)
            view.viewport().repaint()
            times.append((time.perf_counter() - begun) * 1000)
        taken.append(times)
        view.close()
    return taken[0], taken[1]
