"""What a Vietnamese keyboard tool shows after each key of one word: Telex and VNI, as UniKey does them.

The model follows UniKey's habits that matter to a window: marks and tones may come right after their
letter or at the end of the word; the tone moves when a letter joins the vowels ("hò" + "a" is "hòa", + "n" is
"hoàn"); the same key twice takes the mark back and leaves the rest of the word alone ("oo" + "o" is "oo").
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from enum import Enum
from itertools import pairwise

HAT, HORN, BREVE, BAR = "\u0302", "\u031b", "\u0306", "bar"
GRAVE, ACUTE, HOOK, TILDE, DOT = "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"

TELEX_TONES = {"f": GRAVE, "s": ACUTE, "r": HOOK, "x": TILDE, "j": DOT, "z": ""}
VNI_TONES = {"2": GRAVE, "1": ACUTE, "3": HOOK, "4": TILDE, "5": DOT, "0": ""}
VNI_MARKS = {"6": HAT, "7": HORN, "8": BREVE, "9": BAR}

_VOWELS = frozenset("aeiouy")
_ENDINGS = ("", "c", "ch", "m", "n", "ng", "nh", "p", "t")


class Method(Enum):
    """How marks are typed."""

    TELEX = "telex"
    VNI = "vni"


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter of the alphabet as it was typed, and the mark that it got since."""

    base: str
    mark: str = ""
    made_of_w: bool = False  # "w" alone stands for "ư"

    @property
    def low(self) -> str:
        return self.base.lower()

    def shown(self, tone: str = "") -> str:
        if self.mark == BAR:
            return {"d": "đ", "D": "Đ"}[self.base]
        return unicodedata.normalize("NFC", self.base + self.mark + tone)


@dataclass(frozen=True, slots=True)
class Word:
    """The word that is being typed; `left_alone` since a mark was taken back by its own key."""

    letters: tuple[Letter, ...] = ()
    tone: str = ""
    left_alone: bool = False

    def shown(self, modern: bool) -> str:
        """As it stands in the field; `modern` writes "hoà, thuý", otherwise "hòa, thúy"."""
        at = _tone_place(self.letters, modern) if self.tone else -1
        return "".join(
            letter.shown(self.tone if place == at else "") for place, letter in enumerate(self.letters)
        )


def pressed(word: Word, key: str, method: Method) -> Word:
    """The word after one more key."""
    low = key.lower()
    if word.left_alone:
        return _joined(word, key)
    tones = TELEX_TONES if method is Method.TELEX else VNI_TONES
    if low in tones:
        return _toned(word, key, tones[low])
    if method is Method.VNI:
        return _marked(word, key, VNI_MARKS[low]) if low in VNI_MARKS else _joined(word, key)
    if low in "aeo":
        return _marked(word, key, HAT, only=low)
    if low == "w":
        return _with_w(word, key)
    if low == "d":
        return _marked(word, key, BAR)
    return _joined(word, key)


# --- what a key does ----------------------------------------------------------------------------------


def _joined(word: Word, key: str) -> Word:
    letters = word.letters
    # "thuơ" + "n" is "thươn": u and o get their horns together as soon as the word goes on.
    if len(letters) >= 2 and key.isalpha() and letters[-1].low == "o" and letters[-1].mark == HORN:
        before = letters[-2]
        if before.low == "u" and not before.mark and not _is_qu(letters, len(letters) - 2):
            letters = (*letters[:-2], replace(before, mark=HORN), letters[-1])
    return replace(word, letters=(*letters, Letter(key)))


def _literally(word: Word, key: str) -> Word:
    """The mark was taken back: the key is a letter, and so are all that follow."""
    return replace(word, letters=(*word.letters, Letter(key)), left_alone=True)


def _toned(word: Word, key: str, tone: str) -> Word:
    if not _nucleus(word.letters):
        return _joined(word, key)
    if not tone:
        return replace(word, tone="") if word.tone else _joined(word, key)
    if word.tone == tone:
        return _literally(replace(word, tone=""), key)
    return replace(word, tone=tone)


def _marked(word: Word, key: str, mark: str, only: str = "") -> Word:
    if mark == BAR:
        return _barred(word, key)
    if mark == HORN:
        return _horned(word, key)
    fits = {HAT: only or "aeo", BREVE: "a"}[mark]
    for place in reversed(_run(word.letters)):
        letter = word.letters[place]
        if letter.low in fits:
            if letter.mark == mark:
                return _literally(_with(word, place, ""), key)
            return _with(word, place, mark)
    return _joined(word, key)


def _with(word: Word, place: int, mark: str) -> Word:
    letters = list(word.letters)
    letters[place] = replace(letters[place], mark=mark)
    return replace(word, letters=tuple(letters))


def _barred(word: Word, key: str) -> Word:
    letters = word.letters
    for place in (len(letters) - 1, 0):
        if letters and letters[place].low == "d" and (place or len(letters) == 1 or _nucleus(letters)):
            if letters[place].mark == BAR:
                return _literally(_with(word, place, ""), key)
            return _with(word, place, BAR)
    return _joined(word, key)


def _with_w(word: Word, key: str) -> Word:
    """Horn or breve, whichever fits; alone it is "ư"."""
    run = _run(word.letters)
    if run and word.letters[run[-1]].made_of_w:
        plain = (*word.letters[: run[-1]], Letter(key), *word.letters[run[-1] + 1 :])
        return replace(word, letters=plain, left_alone=True)
    lows = [word.letters[place].low for place in run]
    if "a" in lows and not ("u" in lows and lows.index("u") < lows.index("a")):
        return _marked(word, key, BREVE)
    if any(low in "uo" for low in lows):
        return _horned(word, key)
    if "a" in lows:
        return _marked(word, key, BREVE)
    if run:
        return _joined(word, key)
    made = Letter("U" if key.isupper() else "u", HORN, made_of_w=True)
    return replace(word, letters=(*word.letters, made))


def _horned(word: Word, key: str) -> Word:
    run = _run(word.letters)
    letters = word.letters
    for u, o in pairwise(run):
        if letters[u].low == "u" and letters[o].low == "o":
            if letters[u].mark == HORN and letters[o].mark == HORN:
                return _literally(_with(_with(word, u, ""), o, ""), key)
            ends = o == len(letters) - 1 and not letters[u].mark
            if ends and letters[o].mark == HORN:
                return _literally(_with(word, o, ""), key)
            return _with(word, o, HORN) if ends else _with(_with(word, u, HORN), o, HORN)
    chosen = [place for place in run if letters[place].low in "uo"]
    if not chosen:
        return _joined(word, key)
    place = chosen[-1]
    if len(chosen) > 1 and [letters[at].low for at in chosen[-2:]] == ["u", "u"]:
        place = chosen[-2]  # "hưu"
    if letters[place].mark == HORN:
        return _literally(_with(word, place, ""), key)
    return _with(word, place, HORN)


# --- the shape of a syllable ----------------------------------------------------------------------------


def _is_qu(letters: tuple[Letter, ...], place: int) -> bool:
    return place > 0 and letters[place].low == "u" and letters[place - 1].low == "q"


def _run(letters: tuple[Letter, ...]) -> list[int]:
    """The last vowels that stand together, when nothing but the end of a syllable follows them."""
    end = len(letters)
    while end and letters[end - 1].low not in _VOWELS:
        end -= 1
    if any(letter.mark == BAR for letter in letters[end:]):
        return []
    if "".join(letter.low for letter in letters[end:]) not in _ENDINGS:
        return []
    start = end
    while start and letters[start - 1].low in _VOWELS:
        start -= 1
    if start < end and _is_qu(letters, start):
        start += 1
    return list(range(start, end))


def _nucleus(letters: tuple[Letter, ...]) -> list[int]:
    """The vowels that may bear the tone: not the u of "qu", nor the i of "gi" before another vowel."""
    run = _run(letters)
    if len(run) > 1 and letters[run[0]].low == "i" and run[0] and letters[run[0] - 1].low == "g":
        if run[0] == 1 and not letters[run[0]].mark:
            return run[1:]
    return run


def _tone_place(letters: tuple[Letter, ...], modern: bool) -> int:
    run = _nucleus(letters)
    if not run:
        return -1
    marked = [place for place in run if letters[place].mark]
    if marked:
        return marked[-1]
    if len(run) == 1:
        return run[0]
    closed = run[-1] < len(letters) - 1
    if len(run) > 2 or closed:
        return run[1]
    pair = "".join(letters[place].low for place in run)
    return run[1] if modern and pair in ("oa", "oe", "uy") else run[0]
