"""The house as docs/architecture.md draws it: who may import whom, how big a room is, what an import does."""

from __future__ import annotations

import ast
import fnmatch
import os
import re
import subprocess
import sys
import textwrap

from tests.source_files import PACKAGES, ROOT, imports, python_files, tree

# Which files may import which library (patterns of paths from the project's folder).
_HOMES = {
    "sqlalchemy": ["dialogue_desktop/storage/*"],
    "sqlite3": ["dialogue_desktop/storage/*"],
    "alembic": ["dialogue_desktop/storage/*"],
    "reportlab": ["dialogue_desktop/documents/pdf_*"],
    "pypdf": ["dialogue_desktop/documents/pdf_*", "dialogue_desktop/exchange/*"],
    "pypdfium2": ["dialogue_desktop/exchange/*", "ui/printing/*"],  # old plans in; preview and print
    "docx": ["dialogue_desktop/documents/docx_*", "dialogue_desktop/exchange/*"],
    "lxml": ["dialogue_desktop/documents/docx_*", "dialogue_desktop/exchange/*"],
    "openpyxl": ["dialogue_desktop/exchange/*"],
    "rapidfuzz": ["dialogue_desktop/services/grouping.py"],
    "PySide6": ["ui/*", "main.py"],
}

# A file past this length is a question; here are the answers.
_LONGEST = 400
_LONG_WITH_REASON: dict[str, str] = {}

_EMPTY_NAMES = re.compile(r"^(.*_)?(utils?|helpers?|common|misc|managers?)$")


def test_each_library_stays_in_its_room() -> None:
    """G1: SQL in storage, paper and tables where they are made, Qt in the windows, at any depth."""
    strays = [
        f"{path}:{line} imports {name}"
        for path in python_files("dialogue_desktop", "ui")
        for name, line in imports(path, at_run_time_only=False)
        if (homes := _HOMES.get(name.split(".")[0])) is not None
        and not any(fnmatch.fnmatch(path.as_posix(), home) for home in homes)
    ]
    assert strays == []


def test_domain_needs_only_the_standard_library() -> None:
    """G1: rules and dates can be read, tested and trusted without any library."""
    strays = [
        f"{path}:{line} imports {name}"
        for path in python_files("dialogue_desktop")
        if path.parts[1] == "domain"
        for name, line in imports(path, at_run_time_only=False)
        if name.split(".")[0] not in sys.stdlib_module_names
        and not f"{name}.".startswith("dialogue_desktop.domain.")
    ]
    assert strays == []


def test_core_is_imported_without_qt_and_without_any_work() -> None:
    """G1: every module of the core loads with Qt absent; loading opens no data file, database or network."""
    program = textwrap.dedent(
        """
        import importlib, pkgutil, sys
        sys.modules["PySide6"] = sys.modules["shiboken6"] = None
        import dialogue_desktop

        # Libraries do what they like while they load; what counts is what our own modules do themselves.
        done, ours = [], "/dialogue_desktop/"
        watched = ("sqlite3.connect", "socket.connect", "subprocess.Popen", "os.mkdir", "os.remove",
                   "os.rename", "os.listdir", "os.scandir", "open")

        def who():
            frame = sys._getframe(2)
            while frame is not None and "importlib" not in frame.f_code.co_filename:
                if ours in frame.f_code.co_filename.replace("\\\\", "/"):
                    return frame.f_code.co_filename
                frame = frame.f_back
            return None

        def watch(event, args):
            if event in watched and (doer := who()):
                done.append(f"{doer}: {event} {args[:1]}")

        sys.addaudithook(watch)
        for module in pkgutil.walk_packages(dialogue_desktop.__path__, "dialogue_desktop."):
            # Alembic runs these itself, with a database in hand; __main__ is the program.
            if ".migrations." in module.name or module.name.endswith("__main__"):
                continue
            importlib.import_module(module.name)
        print("\\n".join(done))
        """
    )
    ran = subprocess.run(
        [sys.executable, "-B", "-c", program],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONUTF8": "1"},
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.strip() == ""


def test_no_module_keeps_changing_state() -> None:
    """G1: no global object that grows or changes; state lives in objects that bootstrap builds."""
    found = []
    for path in python_files("dialogue_desktop", "ui"):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Global):
                found.append(f"{path}:{node.lineno} global {', '.join(node.names)}")
        for node in tree(path).body:
            if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
                if ast.unparse(node.value) in ("[]", "{}", "set()", "dict()", "list()"):
                    found.append(f"{path}:{node.lineno} {ast.unparse(node)}")
    assert found == []


def test_names_say_what_a_module_is_for() -> None:
    """G1: no room for odds and ends."""
    strays = [
        path.as_posix()
        for path in python_files(*PACKAGES)
        if any(_EMPTY_NAMES.match(part.removesuffix(".py")) for part in path.parts)
    ]
    assert strays == []


def test_modules_stay_small() -> None:
    """G1: a file past 400 lines needs a reason in this test; a reason without need goes."""
    long = {
        path.as_posix(): lines
        for path in python_files("dialogue_desktop", "ui", "installer")
        if (lines := len((ROOT / path).read_text(encoding="utf-8").splitlines())) > _LONGEST
    }
    assert {name: lines for name, lines in long.items() if name not in _LONG_WITH_REASON} == {}
    assert set(_LONG_WITH_REASON) <= set(long)
