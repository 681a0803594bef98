"""What Vietnamese keyboard tools send: letters, and Backspace bursts that rewrite the word (Telex, VNI)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

_MARKS = {"\u0302": "hat", "\u031b": "horn", "\u0306": "breve"}
_TELEX_TONES = {"\u0300": "f", "\u0301": "s", "\u0309": "r", "\u0303": "x", "\u0323": "j"}
_VNI_TONES = {"\u0301": "1", "\u0300": "2", "\u0309": "3", "\u0303": "4", "\u0323": "5"}


def _plan(word: str) -> tuple[str, str, str]:
    """The word bare, with its marks but no tone, and whole."""
    bare, marked = [], []
    for letter in word:
        parts = unicodedata.normalize("NFD", letter)
        keep = "".join(c for c in parts if not unicodedata.combining(c) or c in _MARKS)
        marked.append(unicodedata.normalize("NFC", keep))
        plain = "".join(c for c in parts if not unicodedata.combining(c))
        bare.append({"đ": "d", "Đ": "D"}.get(plain, plain))
    return "".join(bare), "".join(marked), word


def bursts(text: str) -> Iterator[str]:
    """Single letters and "\\b", as UniKey sends them: the bare letters first; each key that sets a mark or
    a tone takes back what changes and types it anew. What stands at the end is the text."""
    for word in text.split(" "):
        shown = ""
        for state in _plan(word):
            same = 0
            while same < min(len(shown), len(state)) and shown[same] == state[same]:
                same += 1
            yield from "\b" * (len(shown) - same)
            yield from state[same:]
            shown = state
        yield " "


def compositions(text: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """For each word the open word as it grows, and what is committed."""
    for word in text.split(" "):
        bare, marked, whole = _plan(word)
        steps = (*(bare[:n] for n in range(1, len(bare) + 1)), marked, whole)
        yield steps, f"{whole} "
