"""What people read comes from literal strings that can be collected, and tests neither sleep nor skip."""

from __future__ import annotations

import ast
import re
import unicodedata

from tests.source_files import ROOT, called_name, calls, python_files, tree

# Forms of address and tone that the office does not use (design.md, "Vietnamese in the window").
_UNWANTED = re.compile(r"\b[Bb]ạn\b|!|\bOK\b|[Tt]hành công")
# The reference plans; POSIX itself; LibreOffice as a second pair of eyes on the DOCX.
_MAY_BE_ABSENT = ("seeds", "POSIX", "LibreOffice")
_SLEEPERS = ("sleep", "qWait", "qSleep", "msleep", "wait_for_timeout")
_WAITERS = ("waitSignal", "waitSignals", "assertNotEmitted", "waitExposed", "waitActive")


def test_translated_texts_are_literal() -> None:
    """G3: tr() gets one literal string, so that the texts can be collected; .format fills in afterwards."""
    wrong = []
    for path in python_files("ui"):
        for call in calls(path, "tr", "translate"):
            texts = call.args[:1] if called_name(call) == "tr" else call.args[1:2]
            if called_name(call) == "translate" and len(call.args) < 2:
                continue  # QPainter.translate and str.translate take one argument
            if called_name(call) == "translate" and not isinstance(call.args[0], ast.Constant):
                continue  # QPainter.translate(x, y)
            if not all(isinstance(text, ast.Constant) and isinstance(text.value, str) for text in texts):
                wrong.append(f"{path}:{call.lineno} {ast.unparse(call)[:80]}")
    assert wrong == []


def test_texts_speak_as_the_office_does() -> None:
    """G3, G5: no "bạn", no exclamation marks, no English assent; composed letters only."""
    wrong = []
    for path in python_files("ui"):
        for call in calls(path, "tr"):
            for text in call.args[:1]:
                if isinstance(text, ast.Constant) and isinstance(text.value, str):
                    if _UNWANTED.search(text.value) or not unicodedata.is_normalized("NFC", text.value):
                        wrong.append(f"{path}:{call.lineno} {text.value!r}")
    assert wrong == []


def test_every_source_file_is_in_composed_letters() -> None:
    """G3: a decomposed letter in a literal would not be found, sorted or measured like the others."""
    wrong = [
        path.as_posix()
        for path in python_files("dialogue_desktop", "ui")
        if not unicodedata.is_normalized("NFC", (ROOT / path).read_text(encoding="utf-8"))
    ]
    assert wrong == []


def test_signals_are_awaited_in_with() -> None:
    """G5: qtbot.waitSignal outside `with` waits for nothing."""
    wrong = [
        f"{path}:{call.lineno}"
        for path in python_files("tests")
        for call in calls(path, *_WAITERS)
        if not isinstance(getattr(call, "parent", None), ast.withitem)
    ]
    assert wrong == []


def test_tests_do_not_sleep() -> None:
    """G5: a test waits for what it needs, never for an amount of time."""
    wrong = []
    for path in python_files("tests"):
        wrong += [f"{path}:{call.lineno} {called_name(call)}" for call in calls(path, *_SLEEPERS)]
        wrong += [
            f"{path}:{call.lineno} qtbot.wait"
            for call in calls(path, "wait")
            if isinstance(call.func, ast.Attribute) and ast.unparse(call.func.value) == "qtbot"
        ]
    assert wrong == []


def test_nothing_is_skipped_without_need() -> None:
    """G5: a test runs everywhere; only what is no part of the project may be absent."""
    wrong = []
    for path in python_files("tests"):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call) and called_name(node) in (
                "skip",
                "skipif",
                "importorskip",
                "xfail",
            ):
                if not any(reason in ast.unparse(node) for reason in _MAY_BE_ABSENT):
                    wrong.append(f"{path}:{node.lineno} {ast.unparse(node)[:80]}")
    assert wrong == []
