"""The window's font, loaded from the program's own files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFontDatabase

from ui.type_scale import FAMILY

FILES = ("BeVietnamPro_400Regular.ttf", "BeVietnamPro_500Medium.ttf", "BeVietnamPro_600SemiBold.ttf")


def load(folder: Path) -> bool:
    """Make the weights 400, 500 and 600 known to Qt; False where a file is missing or broken.

    The window then still works with the system's font, with less exact widths.
    """
    whole = True
    for name in FILES:
        number = QFontDatabase.addApplicationFont(str(folder / name))
        if number < 0 or FAMILY not in QFontDatabase.applicationFontFamilies(number):
            whole = False
    return whole
