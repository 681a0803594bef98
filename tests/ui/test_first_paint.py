"""What the first paint may cost: no heavy library, none of Qt's dear enums, no thread."""

from __future__ import annotations

import json
import os
import subprocess
import sys

from tests.source_files import ROOT

SCRIPT = """
import json, sys
from PySide6.QtWidgets import QApplication
app = QApplication([sys.argv[0], "-style", "Fusion"])
from tests.ui.home_views import FULL
from dialogue_desktop.clock import SystemClock
from dialogue_desktop.paths import resources_dir
from ui import fonts
from ui.actions import Actions
from ui.bridge import Bridge
from ui.context import Context, ServiceHolder
from ui.look import Look
from ui.main_window import MainWindow
from ui.pages.home import VERBS, HomePage
from ui.tasks import Tasks

fonts.load(resources_dir() / "fonts" / "be-vietnam-pro")
look = Look(resources_dir())
app.setPalette(look.palette()); app.setFont(look.font())
window = None
def home(_conference):
    context = Context(look, Tasks(), None, Actions(), Bridge(), SystemClock(), window.toast, ServiceHolder())
    return HomePage(context, FULL, {verb.id: int for verb in VERBS})
window = MainWindow(look, {"home": home, "plan": None, "live": None, "end": None})
window.resize(WIDTH, 698)
window.go("home", "")
window.show()
app.processEvents()
rows = window.page._table.rows
from PySide6 import QtCore, QtGui, QtWidgets
print(json.dumps({
    "heavy": [n for n in ("sqlalchemy", "alembic", "reportlab", "openpyxl", "docx", "msgspec", "pypdfium2",
                          "json.decoder_", "tomllib", "concurrent.futures", "PIL") if n in sys.modules],
    "dear": [n for m, n in ((QtCore, "Qt"), (QtWidgets, "QStyle"), (QtGui, "QTextCharFormat"),
                            (QtGui, "QAccessible"), (QtWidgets, "QCalendarWidget")) if n in vars(m)],
    "rows": rows.rows.rowCount(),
    "missing": sorted(look.icons.missing),
}))
import os; sys.stdout.flush(); os._exit(0)
"""


def paint(width: int) -> dict[str, object]:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT.replace("WIDTH", str(width))],
        cwd=ROOT, env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    found: dict[str, object] = json.loads(done.stdout)
    return found


def test_first_screen_loads_nothing_heavy_and_names_nothing_dear() -> None:
    """G1: a start on an old office PC; wide and narrow windows alike."""
    for width in (1366, 800):
        found = paint(width)
        assert found == {"heavy": [], "dear": [], "rows": 11, "missing": []}, width
