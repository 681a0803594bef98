"""Which keys a person presses for a word: the other way round through the model of the tool."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from enum import Enum
from functools import cache

from tests.ui.vietnamese.engine import (
    BAR,
    BREVE,
    HAT,
    HORN,
    TELEX_TONES,
    VNI_MARKS,
    VNI_TONES,
    Method,
    Word,
    pressed,
)

_MARKS = (HAT, HORN, BREVE)
_TONED = "".join(
    unicodedata.normalize("NFC", vowel + tone)
    for vowel in "aăâeêioôơuưy"
    for tone in ("", *VNI_TONES.values())
)
_ALPHABET = f"A-Za-z0-9đĐ{_TONED}{_TONED.upper()}"
_RUN = re.compile(f"[{_ALPHABET}]+")
_OF_TELEX = {tone: key for key, tone in TELEX_TONES.items() if tone}
_OF_VNI = {tone: key for key, tone in VNI_TONES.items() if tone}
_VNI_KEY = {mark: key for key, mark in VNI_MARKS.items()}


class Habit(Enum):
    """When marks and tones are typed."""

    AT_ONCE = "at once"  # each right after its letter
    TONE_LAST = "tone last"  # marks after their letter, the tone at the end
    ALL_LAST = "all last"  # the bare letters first


def pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Runs of letters and digits (True), and each sign between them, which ends a word for the tool."""
    at = 0
    for match in _RUN.finditer(text):
        yield from ((sign, False) for sign in text[at : match.start()])
        yield match.group(), True
        at = match.end()
    yield from ((sign, False) for sign in text[at:])


def states(keys: str, method: Method, modern: bool) -> Iterator[str]:
    """What stands there after each key."""
    word = Word()
    for key in keys:
        word = pressed(word, key, method)
        yield word.shown(modern)


def shown(keys: str, method: Method, modern: bool) -> str:
    return ["", *states(keys, method, modern)][-1]


@cache
def keys_of(word: str, method: Method, habit: Habit) -> tuple[str, bool]:
    """The keys, and whether the tool is set to "hoà" (True) or "hòa"; LookupError when there are none."""
    for modern in (False, True):
        for way in dict.fromkeys((habit, Habit.TONE_LAST, Habit.AT_ONCE)):
            keys = _plain(word, method, way)
            if shown(keys, method, modern) == word:
                return keys, modern
    found = _with_keys_twice(word, method)
    if found is None:
        raise LookupError(f"no keys for {word!r} in {method.value}")
    return found, True


def _parts(letter: str) -> tuple[str, str, str]:
    """ "ễ" is e, hat, tilde; "đ" is d and its bar."""
    if letter in "đĐ":
        return ("d" if letter == "đ" else "D"), BAR, ""
    decomposed = unicodedata.normalize("NFD", letter)
    mark = next((sign for sign in decomposed[1:] if sign in _MARKS), "")
    tone = next((sign for sign in decomposed[1:] if sign in _OF_VNI), "")
    return decomposed[0], mark, tone


def _key_of_mark(base: str, mark: str, method: Method) -> str:
    if method is Method.VNI:
        return _VNI_KEY[mark]
    key = base.lower() if mark in (HAT, BAR) else "w"
    return key.upper() if base.isupper() else key


def _key_of_tone(base: str, tone: str, method: Method) -> str:
    key = (_OF_TELEX if method is Method.TELEX else _OF_VNI)[tone]
    return key.upper() if base.isupper() else key


def _plain(word: str, method: Method, habit: Habit) -> str:
    """As the habit has it, for a Vietnamese syllable."""
    first, last, tones = "", "", ""
    parts = [_parts(letter) for letter in word]
    for place, (base, mark, tone) in enumerate(parts):
        first += base
        key = _key_of_mark(base, mark, method) if mark else ""
        follows = parts[place + 1][:2] if place + 1 < len(parts) else ("", "")
        if mark == HORN and base in "uU" and follows[0] in ("o", "O") and follows[1] == HORN:
            key = ""  # one key gives "ươ"
        if habit is Habit.ALL_LAST:
            last += key
        else:
            first += key
        if tone and habit is Habit.AT_ONCE:
            first += _key_of_tone(base, tone, method)
        elif tone:
            tones += _key_of_tone(base, tone, method)
    return first + last + tones


def _with_keys_twice(word: str, method: Method) -> str | None:
    """For other languages and shorthand: a key that would set a mark is pressed twice."""

    def on(keys: str, done: int) -> str | None:
        if done == len(word):
            return keys
        base, mark, tone = _parts(word[done])
        marked = base + (_key_of_mark(base, mark, method) if mark else "")
        toned = _key_of_tone(base, tone, method) if tone else ""
        for more in (marked + toned, base + base, marked + toned + toned, base + base + base):
            if shown(keys + more, method, True) == word[: done + 1]:
                found = on(keys + more, done + 1)
                if found is not None:
                    return found
        return None

    return on("", 0) or _with_tone_early(word, method)


def _with_tone_early(word: str, method: Method) -> str | None:
    """ "goòng": the tone comes before the "o" is pressed twice, for after that the word is left alone."""
    parts = [_parts(letter) for letter in word]
    toned = [(base, tone) for base, _mark, tone in parts if tone]
    if not toned:
        return None
    kept = (unicodedata.normalize("NFD", letter) for letter in word)
    bare = "".join(
        letter if letter[0] in "đĐ" else "".join(sign for sign in letter if sign not in _OF_VNI)
        for letter in kept
    )
    keys = _with_keys_twice(unicodedata.normalize("NFC", bare), method) or ""
    key = _key_of_tone(*toned[0], method)
    for place in range(1, len(keys) + 1):
        if shown(keys[:place] + key + keys[place:], method, True) == word:
            return keys[:place] + key + keys[place:]
    return None
