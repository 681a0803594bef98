"""A thousand sentences of real Vietnamese: what the program ships, and rare names and signs."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from dialogue_desktop.paths import resources_dir

_HERE = Path(__file__).resolve().parent
_BENCHMARKS = _HERE.parent.parent / "benchmarks"
_END = re.compile(r"(?<=[.?!…;])\s+|\n")
#: Longer ones show nothing more and only take time.
_LONGEST = 58
ENOUGH = 1000


def _files() -> Iterator[Path]:
    resources = resources_dir()
    yield resources / "sorting" / "topics.json"
    yield _BENCHMARKS / "unseen_opinions.json"
    yield _BENCHMARKS / "alike_pairs.json"
    yield resources / "samples" / "minh_khe_2026.json"
    yield from sorted((resources / "profiles").glob("*.json"))
    yield from sorted((resources / "lists").glob("*.json"))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from _texts(one)


def _shipped() -> Iterator[str]:
    for path in _files():
        for text in _texts(json.loads(path.read_text(encoding="utf-8"))):
            for sentence in _END.split(unicodedata.normalize("NFC", text)):
                sentence = sentence.strip()
                long_enough = len(sentence.split()) >= 5 and len(sentence) <= _LONGEST
                marked = any(ord(letter) > 0x7F for letter in sentence)
                if long_enough and marked and "{" not in sentence and "_" not in sentence:
                    yield sentence


@cache
def written() -> tuple[str, ...]:
    """Those with rare letters, names of the highlands, signs and numbers."""
    lines = (_HERE / "sentences.txt").read_text(encoding="utf-8").splitlines()
    return tuple(unicodedata.normalize("NFC", line) for line in lines)


@cache
def sentences() -> tuple[str, ...]:
    """All of them, no two alike; those that were written for this stand evenly among the others."""
    shipped = [one for one in dict.fromkeys(_shipped()) if one not in written()]
    every = max(2, ENOUGH // len(written()))
    mixed: list[str] = []
    own = iter(written())
    for place, sentence in enumerate(shipped[: ENOUGH - len(written()) + 1]):
        if place % (every - 1) == 0:
            mixed.extend([following] if (following := next(own, "")) else [])
        mixed.append(sentence)
    return (*mixed, *own)
