"""One command for any machine: sets the program up, runs it, checks it, draws its windows, measures it.

Standard library only; it has to work before anything is installed: python3 installer/dev.py --help
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import os
import shlex
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # run as a file, Python knows only this file's own folder

from installer import libre_office, qt_libraries  # noqa: E402 - after the line above

VENV = ROOT / ".venv"
STAMP = VENV / "da-cai.txt"
LOG = VENV / "cai-dat.log"
RUN_PINS = ROOT / "installer" / "requirements.txt"
DEV_PINS = ROOT / "installer" / "requirements-dev.txt"
WINDOWS = sys.platform == "win32"
# The versions for which every pinned library has a ready-made file; the first found is taken.
PYTHONS = ((3, 11), (3, 12), (3, 13))


class SetupError(Exception):
    """Setting up cannot go on; the text is one sentence for the person at the machine."""


def say(text: str) -> None:
    """One line for the person at the machine, at once."""
    print(text, flush=True)


def child_env(**extra: str) -> dict[str, str]:
    """The environment of every child process: UTF-8, compiled modules kept, no foreign packages."""
    dropped = ("PYTHONDONTWRITEBYTECODE", "PYTHONHOME", "PYTHONPATH")
    env = {key: value for key, value in os.environ.items() if key not in dropped}
    return {**env, "PYTHONUTF8": "1", **extra}


def venv_python() -> Path:
    """The Python of the virtual environment, there or not."""
    return VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")


def answers(python: list[str], code: str) -> str | None:
    """What this Python prints when it runs `code`; None if it cannot."""
    try:
        done = subprocess.run(
            [*python, "-c", code], capture_output=True, text=True, env=child_env(), check=False, timeout=60
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.strip() if done.returncode == 0 else None


def is_suitable(python: list[str]) -> bool:
    """Whether this Python is one of PYTHONS."""
    version = answers(python, "import sys; print(*sys.version_info[:2])")
    return version is not None and tuple(map(int, version.split())) in PYTHONS


def choose_python() -> list[str]:
    """The command of a suitable Python: the one that runs now, else the first on the machine."""
    candidates = [[sys.executable]]
    for major, minor in PYTHONS:
        candidates.append(["py", f"-{major}.{minor}"] if WINDOWS else [f"python{major}.{minor}"])
    for candidate in candidates:
        if is_suitable(candidate):
            return candidate
    raise SetupError("Cần Python 3.11, 3.12 hoặc 3.13: xin cài rồi chạy lại lệnh này.")


def logged(command: list[str], log: Path, **extra: str) -> int:
    """Runs a command with its output in a file; its exit code."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("a", encoding="utf-8") as out:
        out.write(f"\n$ {shlex.join(command)}\n")
        out.flush()
        return subprocess.run(
            command, stdout=out, stderr=subprocess.STDOUT, env=child_env(**extra), check=False
        ).returncode


def apt_install(names: list[str], why: str) -> None:
    """Installs Debian packages as root; anyone else is given the exact command.

    Raises SetupError when it is not allowed or does not work.
    """
    command = ["apt-get", "install", "-y", "--no-install-recommends", *names]
    if shutil.which("apt-get") is None:
        raise SetupError(f"{why}: xin cài {', '.join(names)} bằng công cụ của hệ điều hành.")
    if os.geteuid() != 0:
        raise SetupError(f"{why}: xin chạy lệnh sau rồi thử lại.\n  sudo {shlex.join(command)}")
    say(f"{why}: cài {' '.join(names)}")
    log = ROOT / "build" / "apt.log"
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    if logged(["apt-get", "update"], log, **quiet) or logged(command, log, **quiet):
        raise SetupError(
            "Không cài được gói của hệ điều hành: xin kiểm tra mạng rồi chạy lại (chi tiết ở build/apt.log)."
        )


def make_venv() -> None:
    """Makes .venv, or leaves a good one as it is."""
    if (
        venv_python().exists()
        and is_suitable([str(venv_python())])
        and answers([str(venv_python())], "import pip") is not None
    ):
        return
    python = choose_python()
    if answers(python, "import venv, ensurepip") is None:
        version = answers(python, "import sys; print('%d.%d' % sys.version_info[:2])") or "3"
        own = answers(python, "import sys; print(sys.executable)") or ""
        system = str(Path(own).resolve()) == str(Path("/usr/bin/python3").resolve())
        apt_install(
            ["python3-venv" if system else f"python{version}-venv"], "Python này thiếu phần tạo môi trường"
        )
    say("Tạo môi trường riêng .venv")
    done = subprocess.run(
        [*python, "-m", "venv", "--clear", str(VENV)],
        capture_output=True,
        text=True,
        env=child_env(),
        check=False,
    )
    if done.returncode:
        raise SetupError(f"Không tạo được môi trường .venv: {(done.stderr or done.stdout).strip()[-300:]}")


def pins_digest(pins: Path) -> str:
    """What the stamp holds once these pins are in."""
    return hashlib.sha256(pins.read_bytes()).hexdigest()


def install_pins(pins: Path) -> None:
    """Installs the pinned libraries, unless exactly these are in already."""
    done = STAMP.read_text(encoding="utf-8").split() if STAMP.exists() else []
    enough = {pins_digest(pins), pins_digest(DEV_PINS)}  # the development pins hold the others too
    if enough & set(done):
        return
    say("Tải và cài thư viện của chương trình (khoảng 150 MB, lần đầu mất vài phút)")
    STAMP.unlink(missing_ok=True)
    LOG.unlink(missing_ok=True)
    command = [str(venv_python()), "-m", "pip", "install", "--no-input", "--progress-bar", "off"]
    command += ["--disable-pip-version-check", "--only-binary", ":all:", "--require-hashes", "-r", str(pins)]
    if logged(command, LOG):
        raise SetupError(
            "Không tải được thư viện: xin kiểm tra mạng rồi chạy lại (chi tiết ở .venv/cai-dat.log)."
        )
    STAMP.write_text(pins_digest(pins) + "\n", encoding="utf-8")


def check_qt(on_screen: bool) -> None:
    """On Linux, gets the system libraries that Qt misses."""
    if not sys.platform.startswith("linux"):
        return
    folder = answers([str(venv_python())], "import PySide6; print(PySide6.__path__[0])")
    if folder is None:
        raise SetupError("Thư viện PySide6 chưa cài đủ: xin xóa thư mục .venv rồi chạy lại.")
    lacking = qt_libraries.missing(Path(folder), on_screen)
    if lacking:
        apt_install(qt_libraries.packages(lacking), "Hệ điều hành thiếu thư viện cho cửa sổ")
        if still := qt_libraries.missing(Path(folder), on_screen):
            raise SetupError(f"Vẫn thiếu thư viện của hệ điều hành: {', '.join(sorted(still))}.")


def get_office() -> None:
    """On Linux, gets LibreOffice Writer and Calc: the tests open our Word files and workbooks with them.
    SetupError when it cannot."""
    if not sys.platform.startswith("linux") or not (lacking := libre_office.missing()):
        return
    apt_install(lacking, "Kiểm thử mở các tệp Word, Excel cần LibreOffice Writer và Calc")
    if libre_office.missing():
        raise SetupError("Đã cài LibreOffice nhưng không tìm thấy lệnh soffice: xin kiểm tra PATH.")


def prepare(pins: Path, on_screen: bool) -> None:
    """Everything that running needs; quick and silent when it is all there."""
    make_venv()
    install_pins(pins)
    check_qt(on_screen)


def has_display() -> bool:
    """Whether a window can be shown to a person here."""
    if os.environ.get("QT_QPA_PLATFORM", "").startswith(("offscreen", "minimal")):
        return False
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def python_run(*arguments: str, **extra: str) -> int:
    """Runs the environment's Python in the project's folder; its exit code."""
    return subprocess.run(
        [str(venv_python()), *arguments], cwd=ROOT, env=child_env(**extra), check=False
    ).returncode


def setup(_: argparse.Namespace, __: list[str]) -> int:
    """The whole environment, development tools included."""
    prepare(DEV_PINS, on_screen=True)
    say("Đã sẵn sàng. Chạy thử: python3 installer/dev.py run --sample")
    return 0


def run(options: argparse.Namespace, rest: list[str]) -> int:
    """The program in its window; without a display, its windows driven into pictures."""
    shown = has_display() and not options.offscreen
    prepare(RUN_PINS, on_screen=shown)
    data = ["--data", str(options.data)] if options.data else []
    if shown:
        return python_run("main.py", *(["--sample"] if options.sample else []), *data, *rest)
    target = "sample-output"
    say(f"Không có màn hình: chạy hội nghị mẫu và ghi văn bản, ảnh cửa sổ vào thư mục {target}")
    tour = ["--sample", "--offscreen-tour", target]
    code = python_run("main.py", *tour, *data, *rest, QT_QPA_PLATFORM="offscreen")
    say(
        f"Đã ghi xong vào {ROOT / target}"
        if code == 0
        else "Hội nghị mẫu dừng giữa chừng, xem thông báo ở trên."
    )
    return code


def test(options: argparse.Namespace, rest: list[str]) -> int:
    """Every check, each with its verdict, all of them even when one fails; pytest speaks last.

    Where everything is to be tested and the Word files cannot be opened, that is a check not passed.
    """
    prepare(DEV_PINS, on_screen=False)
    verdicts = []
    if not options.fast and not rest:
        try:
            get_office()
        except SetupError as problem:
            say(str(problem))
            verdicts.append(("Mở tệp Word bằng LibreOffice", False, 0.0))
    speed = ["-m", "not slow"] if options.fast else []
    steps = [
        ("Trình bày mã", ["-m", "ruff", "format", "--check", "."]),
        ("Lỗi mã", ["-m", "ruff", "check", "."]),
        ("Kiểu dữ liệu", ["-m", "mypy"]),
        (
            "Ranh giới các phần",
            ["-c", "from importlinter.cli import lint_imports_command as c; c()", "--no-logo"],
        ),
        ("Kiểm thử", ["-m", "pytest", "-q", "-n", "auto", "--dist", "loadscope", *speed, *rest]),
    ]
    for name, arguments in steps:
        say(f"── {name}")
        start = time.monotonic()
        code = python_run(*arguments, QT_QPA_PLATFORM="offscreen")
        verdicts.append((name, code == 0, time.monotonic() - start))
    say("──")
    for name, passed, seconds in verdicts:
        say(f"{name}: {'đạt' if passed else 'CHƯA ĐẠT'} ({seconds:.0f} giây)")
    return 0 if all(passed for _, passed, _ in verdicts) else 1


def screenshots(_: argparse.Namespace, rest: list[str]) -> int:
    """Every window and document as a picture."""
    prepare(DEV_PINS, on_screen=False)
    return python_run("-m", "tests.screenshots", "build/screenshots", *rest, QT_QPA_PLATFORM="offscreen")


def bench(_: argparse.Namespace, rest: list[str]) -> int:
    """The goals of speed and memory, as ratios measured in one run."""
    prepare(DEV_PINS, on_screen=False)
    if sys.platform.startswith("linux") and shutil.which("strace") is None and os.geteuid() == 0:
        with contextlib.suppress(SetupError):  # without it the bench says what it could not count
            apt_install(["strace"], "Đếm số lần ghi xuống đĩa cần strace")
    python_run("-m", "compileall", "-q", "main.py", "dialogue_desktop", "ui")  # never measure compiling
    return python_run("-m", "tests.benchmarks", *rest, QT_QPA_PLATFORM="offscreen")


def parser() -> argparse.ArgumentParser:
    """The command line; what follows the known options goes on to the program or to pytest."""
    whole = argparse.ArgumentParser(prog="dev.py", description="Cài đặt, chạy và kiểm tra chương trình.")
    commands = whole.add_subparsers(dest="command", required=True, metavar="LỆNH")
    commands.add_parser("setup", help="tạo .venv và cài mọi thứ cần").set_defaults(act=setup)
    one = commands.add_parser("run", help="mở chương trình", allow_abbrev=False)
    one.add_argument("--sample", action="store_true", help="mở hội nghị mẫu")
    one.add_argument("--data", type=Path, metavar="THƯ_MỤC", help="thư mục dữ liệu")
    one.add_argument("--offscreen", action="store_true", help="không mở cửa sổ, ghi ảnh vào sample-output")
    one.set_defaults(act=run)
    one = commands.add_parser(
        "test", help="chạy mọi kiểm tra (thêm tham số của pytest ở cuối)", allow_abbrev=False
    )
    one.add_argument("--fast", action="store_true", help="bỏ các kiểm thử lâu")
    one.set_defaults(act=test)
    commands.add_parser("screenshots", help="vẽ mọi cửa sổ vào build/screenshots").set_defaults(
        act=screenshots
    )
    commands.add_parser("bench", help="đo tốc độ và bộ nhớ").set_defaults(act=bench)
    return whole


def main() -> NoReturn:
    """Runs the command that was asked for and ends with its exit code."""
    for stream in (sys.stdout, sys.stderr):  # a Windows console or a bare Linux may not speak Vietnamese
        getattr(stream, "reconfigure", lambda **_: None)(encoding="utf-8", errors="replace")
    options, rest = parser().parse_known_args()
    try:
        sys.exit(options.act(options, rest))
    except SetupError as problem:
        sys.exit(f"{problem}")
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
