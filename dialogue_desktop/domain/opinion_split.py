"""Several opinions said in one breath: where one text is cut into two or more (L3).

No word is lost: only signs of counting ("2.", "thứ hai,", "- ") go, and only where nothing else can be meant.
"""

from __future__ import annotations

import re

_NUMBER = r"(?:\(\d{1,2}\)|\d{1,2}[.)]|\d{1,2}/(?!\d))"
_BULLET = r"[-–—•*+·]"
_NTH = r"(?:(?:ý|điều|việc|vấn đề|kiến nghị)\s+)?thứ\s+(?:nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười)"
# "Thứ hai, ngày 4/5" is a day of the week, not the second of two.
_NO_WEEKDAY = r"(?!\s*(?:(?:ngày|tuần|tới|vừa|này|sau|trước|hằng|hàng|sáng|chiều|tối|đầu|cuối|thứ)\b|\d))\s*"
_SAID_FIRST = re.compile(
    rf"(?:{_BULLET}\s+|{_NUMBER}\s+(?=\D)|{_NTH}(?:\s+là)?\s*[,:]{_NO_WEEKDAY}"
    rf"|{_NTH}\s+là\b{_NO_WEEKDAY}|(?:một|hai|ba|bốn)\s+là\s*[,:]?\s+)",
    re.IGNORECASE,
)
_LEFT_LAST = re.compile(
    rf"(?:(?<=[.;!?:…\n])|^)\s*(?:{_BULLET}|{_NUMBER}|{_NTH}(?:\s+là)?\s*[,:]?)\s*$", re.IGNORECASE
)
_ENDS = re.compile(r"\s*[.,;:!?…]+")
_COUNTED = re.compile(r"(?:(?<=^)|(?<=[\s.;:,!?…]))(\(?)(\d{1,2})([.)/])\s+(?=\D)")
_LINE = re.compile(rf"^\s*{_BULLET}\s+(?=\S)", re.MULTILINE)


def cut(text: str, start: int, end: int | None = None) -> tuple[str, str] | None:
    """What stays and what becomes the next opinion: all behind `start`, or what is marked up to `end`.

    None where nothing would be left on one of the sides. A place within a word counts as before that word.
    """
    if end is None or end <= start:
        first, rest = _apart(text, _before_word(text, start))
    else:
        start, end = _before_word(text, start), _behind_word(text, end)
        first, rest = _joined(text[:start], text[end:]), text[start:end]
    first, rest = _LEFT_LAST.sub("", first.rstrip()).rstrip(), tidied(rest)
    return (first.lstrip(), rest) if _has_words(first) and _has_words(rest) else None


def counted_parts(text: str) -> tuple[str, ...]:
    """The opinions of a text that counts them itself ("1) … 2) …", or a line each with a dash), tidied;
    empty where it does not. What stands before the first goes with it."""
    places: list[tuple[int, int]] = []
    style = ""
    for found in _COUNTED.finditer(text):
        shape = found[1] + found[3]
        if int(found[2]) == len(places) + 1 and (not places or shape == style):
            if found[3] == "." and not _begins_sentence(text, found.start()):
                continue
            style = shape
            places.append(found.span())
    if len(places) < 2:
        places = [found.span() for found in _LINE.finditer(text)]
    if len(places) < 2:
        return ()
    ends = [start for start, _ in places[1:]] + [len(text)]
    parts = [tidied(text[begin:end]) for (_, begin), end in zip(places, ends, strict=True)]
    if not all(_has_words(part) for part in parts):
        return ()
    lead = text[: places[0][0]].strip()
    first = f"{lead} {parts[0]}" if lead else _capital(parts[0])
    return (first, *(_capital(part) for part in parts[1:]))


def tidied(text: str) -> str:
    """Without the sign of counting at its beginning."""
    text = text.strip()
    found = _SAID_FIRST.match(text)
    return _capital(text[found.end() :].strip()) if found and text[found.end() :].strip() else text


def _apart(text: str, at: int) -> tuple[str, str]:
    """Signs that end a sentence stay with it."""
    found = _ENDS.match(text, at)
    at = found.end() if found and _has_words(text[:at]) else at
    return text[:at], text[at:]


def _before_word(text: str, at: int) -> int:
    while 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum():
        at -= 1
    return at


def _behind_word(text: str, at: int) -> int:
    while 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum():
        at += 1
    return at


def _joined(before: str, behind: str) -> str:
    kept, more = before.rstrip(), behind.lstrip()
    if not kept or not more:
        return kept or more
    gap = "\n" if "\n" in before[len(kept) :] + behind[: len(behind) - len(more)] else " "
    return kept + ("" if _ENDS.match(more) else gap) + more


def _begins_sentence(text: str, at: int) -> bool:
    before = text[:at].rstrip(" \t")
    return not before or before[-1] in ".;:!?…\n"


def _has_words(text: str) -> bool:
    return any(char.isalnum() for char in text)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
