"""dev.py finds what a bare machine lacks and says what to do about it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from installer import dev, qt_libraries

_LDD = """
/venv/PySide6/Qt/plugins/platforms/libqxcb.so:
\tlinux-vdso.so.1 (0x00007ffd1)
\tlibxcb-cursor.so.0 => not found
\tlibEGL.so.1 => not found
\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f5)
/venv/PySide6/QtSvg.abi3.so:
\tlibEGL.so.1 => not found
\tlibmoi.so.3 => not found
"""


def test_missing_libraries_become_debian_packages() -> None:
    """G1: each missing library once, by the package that holds it; an unknown one by its own name."""
    names = qt_libraries.missing_names(_LDD)
    assert names == {"libxcb-cursor.so.0", "libEGL.so.1", "libmoi.so.3"}
    assert qt_libraries.packages(names) == ["libegl1", "libmoi.so.3", "libxcb-cursor0"]


def test_this_machine_can_draw_windows() -> None:
    """G1: the check agrees with reality: where these tests run, nothing is missing for drawing offscreen."""
    import PySide6

    assert qt_libraries.missing(Path(PySide6.__path__[0]), on_screen=False) == set()


@pytest.mark.parametrize("root", [True, False])
def test_who_may_not_install_gets_the_exact_command(
    root: bool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """G1: an ordinary user is told the one command to give; root gets it done, index first."""
    given: list[list[str]] = []

    def record(command: list[str], log: Path, **extra: str) -> int:
        given.append(command)
        return 0

    monkeypatch.setattr(dev, "logged", record)
    monkeypatch.setattr(shutil, "which", lambda _: "/usr/bin/apt-get")
    monkeypatch.setattr(os, "geteuid", lambda: 0 if root else 1000, raising=False)
    if root:
        dev.apt_install(["libegl1"], "Thiếu thư viện")
        assert [command[1] for command in given] == ["update", "install"]
    else:
        with pytest.raises(dev.SetupError) as problem:
            dev.apt_install(["libegl1", "libgl1"], "Thiếu thư viện")
        assert "sudo apt-get install -y --no-install-recommends libegl1 libgl1" in str(problem.value)
        assert given == []


def test_pins_are_installed_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """G1: a second run is quick; changed pins are installed again; a failure leaves no mark of success."""
    pins = tmp_path / "requirements.txt"
    pins.write_text("a==1\n", encoding="utf-8")
    monkeypatch.setattr(dev, "STAMP", tmp_path / "da-cai.txt")
    monkeypatch.setattr(dev, "LOG", tmp_path / "cai-dat.log")
    codes = [0, 1, 0]
    monkeypatch.setattr(dev, "logged", lambda command, log, **extra: codes.pop(0))
    dev.install_pins(pins)
    dev.install_pins(pins)
    assert codes == [1, 0]
    pins.write_text("a==2\n", encoding="utf-8")
    with pytest.raises(dev.SetupError, match="kiểm tra mạng"):
        dev.install_pins(pins)
    dev.install_pins(pins)
    assert codes == []


@pytest.mark.parametrize(
    ("environment", "shown"),
    [({}, False), ({"DISPLAY": ":0"}, True), ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, False)],
)
def test_display_is_noticed(
    environment: dict[str, str], shown: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """G1: without a screen on Linux the sample is driven into pictures instead."""
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert dev.has_display() is shown


def test_help_needs_nothing_installed() -> None:
    """G1: the command line answers with the standard library alone, in Vietnamese."""
    shown = subprocess.run(
        [sys.executable, "-I", "-S", str(dev.ROOT / "installer/dev.py"), "--help"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout
    assert all(f"\n    {command}" in shown for command in ("setup", "run", "test", "screenshots", "bench"))
    assert "chạy thử" in shown.lower() or "Cài đặt, chạy" in shown
