"""The least a window can cost: what the first screen is compared with."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QMainWindow

application = QApplication(sys.argv[:1])
window = QMainWindow()
window.show()
application.processEvents()
sys.stdout.write("{}\n")
sys.stdout.flush()
