"""The program's own start in a process of its own, telling how long its event loop was ever held up."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from dialogue_desktop.clock import SystemClock
from dialogue_desktop.paths import DataPaths, resources_dir
from dialogue_desktop.storage import first_screen
from ui import fonts
from ui.desk import Desk
from ui.look import Look


def main(folder: Path) -> int:
    """Prints {"longest_ms", "loaded_ms"}: the longest pause of the loop from first paint until all is in."""
    application = QApplication(sys.argv[:1])
    paths, clock, resources = DataPaths(folder), SystemClock(), resources_dir()
    fonts.load(resources / "fonts" / "be-vietnam-pro")
    look = Look(resources, *first_screen.look_settings(paths.database))
    application.setPalette(look.palette())
    application.setFont(look.font())
    view = first_screen.read(paths.database, clock.today(), backups=paths.backups)
    desk = Desk(look, paths, resources, clock, view)
    desk.show()
    application.processEvents()

    start = last = time.perf_counter()
    longest = 0.0

    def beat() -> None:
        nonlocal last, longest
        now = time.perf_counter()
        longest, last = max(longest, now - last), now

    def ready() -> None:
        beat()
        print(json.dumps({"longest_ms": longest * 1000, "loaded_ms": (last - start) * 1000}), flush=True)
        application.quit()

    pulse = QTimer(interval=1)
    pulse.timeout.connect(beat)
    pulse.start()
    desk.load()
    desk.when_ready(ready)
    application.exec()
    desk.close_down()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
