"""Which system libraries Qt misses on this Linux, and which Debian packages hold them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

# Qt's own files carry Qt; these come from the system. Names of Debian 12; Debian 13 and Ubuntu 24.04
# give the same ones as virtual packages where they renamed them (…t64).
_PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libbrotlidec.so.1": "libbrotli1",
    "libcups.so.2": "libcups2",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}

# What the windows need drawn into a picture, and what they need besides to stand on a screen and print.
_OFFSCREEN = (
    "QtWidgets.abi3.so",
    "QtSvg.abi3.so",
    "QtNetwork.abi3.so",
    "QtPrintSupport.abi3.so",
    "Qt/plugins/platforms/libqoffscreen.so",
    "Qt/plugins/iconengines/libqsvgicon.so",
)
_ON_SCREEN = (
    "Qt/plugins/platforms/libqxcb.so",
    "Qt/plugins/platforms/libqwayland-generic.so",
    "Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so",
    "Qt/plugins/printsupport/libcupsprintersupport.so",
)


def missing_names(ldd_output: str) -> set[str]:
    """The file names of libraries which `ldd` says are "not found"."""
    return set(re.findall(r"^\s*(\S+) => not found", ldd_output, re.MULTILINE))


def packages(names: set[str]) -> list[str]:
    """Debian packages that hold these libraries; an unknown one stands under its file name."""
    return sorted({_PACKAGES.get(name, name) for name in names})


def missing(pyside: Path, on_screen: bool) -> set[str]:
    """Libraries that Qt in the folder `pyside` cannot find; empty where `ldd` is unknown."""
    ldd = shutil.which("ldd")
    if ldd is None:
        return set()
    files = [pyside / name for name in (_OFFSCREEN + _ON_SCREEN if on_screen else _OFFSCREEN)]
    found = subprocess.run(
        [ldd, *(str(file) for file in files if file.exists())],
        capture_output=True,
        text=True,
        env={**os.environ, "LC_ALL": "C"},
        check=False,  # ldd ends with 1 when a file is missing, which is what is asked
    )
    return {name for name in missing_names(found.stdout) if not name.startswith(("libQt6", "libpyside6"))}
