"""dev.py finds what a bare machine lacks and says what to do about it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from installer import dev, libre_office, qt_libraries

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


def office(folder: Path, *names: str) -> Path:
    """A folder as LibreOffice's, with these files; its command."""
    for name in names:
        (folder / name).write_text("", encoding="utf-8")
    return folder / "soffice"


@pytest.mark.parametrize(
    ("names", "found"), [((), False), (("soffice",), False), (("soffice", "libswlo.so"), True)]
)
def test_libre_office_counts_only_with_writer(
    names: tuple[str, ...], found: bool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """G1: a LibreOffice that came without Writer opens no Word file."""
    command = office(tmp_path, *names)
    monkeypatch.setattr(shutil, "which", lambda name: str(command) if command.exists() else None)
    assert (libre_office.find() is not None) is found


def test_libre_office_counts_workbooks_only_with_calc(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """M8: with Writer alone it is Calc that is missing."""
    command = office(tmp_path, "soffice", "libswlo.so")
    monkeypatch.setattr(shutil, "which", lambda name: str(command))
    assert libre_office.missing() == [libre_office.CALC_PACKAGE]
    office(tmp_path, "libsclo.so")
    assert libre_office.missing() == []
    assert libre_office.find_calc() == str(command)


@pytest.mark.parametrize("root", [True, False])
def test_libre_office_is_installed_or_asked_for(
    root: bool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """M1: root gets it by apt; anyone else the exact command; where it is, nothing is done."""
    given: list[list[str]] = []
    there = tmp_path / "soffice"

    def install(command: list[str], log: Path, **extra: str) -> int:
        given.append(command)
        if "install" in command:
            office(tmp_path, "soffice", "libswlo.so", "libsclo.so")
        return 0

    def which(name: str) -> str | None:
        return (
            str(there)
            if name == "soffice" and there.exists()
            else "/usr/bin/apt-get"
            if name == "apt-get"
            else None
        )

    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(dev, "logged", install)
    monkeypatch.setattr(shutil, "which", which)
    monkeypatch.setattr(os, "geteuid", lambda: 0 if root else 1000, raising=False)
    packages = "libreoffice-writer-nogui libreoffice-calc-nogui"
    wanted = f"apt-get install -y --no-install-recommends {packages}"
    if root:
        dev.get_office()
        dev.get_office()
        assert [" ".join(command) for command in given] == ["apt-get update", wanted]
    else:
        with pytest.raises(dev.SetupError) as problem:
            dev.get_office()
        assert f"sudo {wanted}" in str(problem.value)
        assert given == []


def test_word_files_that_cannot_be_opened_fail_the_whole_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """M1: a check that cannot be made is not passed, and the others are made all the same."""
    ran: list[str] = []

    def lacking() -> None:
        raise dev.SetupError("Cần LibreOffice Writer: sudo apt-get install …")

    monkeypatch.setattr(dev, "prepare", lambda *_, **__: None)
    monkeypatch.setattr(dev, "get_office", lacking)

    def run(*arguments: str, **_: str) -> int:
        ran.append(arguments[1])
        return 0

    monkeypatch.setattr(dev, "python_run", run)
    whole, _ = dev.parser().parse_known_args(["test"])
    assert dev.test(whole, []) == 1
    said = capsys.readouterr().out
    assert "sudo apt-get install" in said
    assert "Mở tệp Word bằng LibreOffice: CHƯA ĐẠT" in said
    assert len(ran) == 5
    fast, _ = dev.parser().parse_known_args(["test", "--fast"])
    assert dev.test(fast, []) == 0
    assert dev.test(whole, ["tests/domain"]) == 0


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
