"""The windowed program: first the window with its rows, then everything heavy behind it."""

from __future__ import annotations

import gc
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from dialogue_desktop.clock import SystemClock
from dialogue_desktop.domain.home_view import HomeView
from dialogue_desktop.errors import StorageError, UserError
from dialogue_desktop.paths import DataPaths, resources_dir
from dialogue_desktop.storage import failures, first_screen
from ui import fonts
from ui.desk import Desk
from ui.look import Look
from ui.single_instance import SingleInstance

#: One look on every system; named by argument, because QApplication.setStyle() would load QStyle's enums.
STYLE = ("-style", "Fusion")

#: Set by the start-up benchmark: say when the first rows were painted, then end.
FIRST_PAINT = "DIALOGUE_BENCH_FIRST_PAINT"


def run(data_dir: Path, *, sample: bool = False, tour: Path | None = None) -> int:
    """Open the window on a data folder and stay until it is closed; the exit code.

    `sample`: open the sample conference. `tour`: do the main job by itself into this folder (no display).
    """
    application = QApplication.instance() or QApplication([*sys.argv[:1], *STYLE])
    assert isinstance(application, QApplication)
    application.setApplicationDisplayName("Đối thoại với Nhân dân")
    application.setQuitOnLastWindowClosed(True)
    if tour is not None:
        from ui import tour as guided

        return guided.run(application, data_dir, tour)
    clock = SystemClock()
    paths = DataPaths(data_dir)
    resources = resources_dir()
    fonts.load(resources / "fonts" / "be-vietnam-pro")
    theme, scale = first_screen.look_settings(paths.database)
    look = Look(resources, theme, scale)
    look.dress(application)
    trouble: UserError | None = None
    view = HomeView(clock.today())
    try:
        paths.make()
        view = first_screen.read(paths.database, clock.today(), backups=paths.backups)
    except OSError:
        trouble = StorageError(failures.READ_ONLY)
    except UserError as error:
        trouble = error
    instance = SingleInstance(data_dir)
    if trouble is None and not instance.take() and instance.call_first():
        return 0
    desk = Desk(look, paths, resources, clock, view)
    instance.asked.connect(desk.come_to_front)
    desk.show()
    if os.environ.get(FIRST_PAINT):
        _report_first_paint(application, desk)
        return 0
    gc.freeze()  # what stands now stays to the end: later collections need not walk it
    gc.enable()
    if trouble is not None:
        found = trouble
        QTimer.singleShot(0, lambda: desk.say_trouble(found))
    else:
        QTimer.singleShot(0, lambda: desk.load(sample=sample))
        QTimer.singleShot(0, instance.listen)
    code = application.exec()
    desk.close_down()
    instance.release()
    return code


def _report_first_paint(application: QApplication, desk: Desk) -> None:
    """One JSON line for the benchmark: the heavy libraries that are loaded when the rows are on view."""
    application.processEvents()
    heavy = ("sqlalchemy", "alembic", "reportlab", "openpyxl", "docx", "msgspec", "pypdfium2", "PIL")
    found = [name for name in heavy if name in sys.modules]
    # Written by hand: importing json here would be counted as part of the start.
    names = ", ".join(f'"{name}"' for name in found)
    at = datetime.now(UTC).timestamp()
    sys.stdout.write(f'{{"heavy": [{names}], "rows": {desk.rows_shown()}, "at": {at}}}\n')
    sys.stdout.flush()
