"""Who answers, said as minutes say it: "lẫm: Đoạn này…" at the beginning of an answer names Trần Hữu Lẫm."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialogue_desktop.domain.person_words import split_honorific
from dialogue_desktop.domain.text_vi import fold, nfc

_OPENING = re.compile(r"\s*([^\n:.,;]{2,60}): ")
_COMRADE = re.compile(r"(?:đ/c|đồng chí|đc)\s+", re.IGNORECASE)


def opening(text: str, people: Sequence[str]) -> tuple[str, int]:
    """The one of `people` ("Ông Trần Hữu Lẫm, Trưởng phòng Kinh tế") that a text just begun names before its
    colon, and how many letters say so; ("", 0) when it names nobody, or more than one.

    A given name, more of the name, or the beginning of the position count. Whole words only: "Kinh phí:"
    is no Kinh tế. Only while nothing stands behind the colon: later it is part of what was answered.
    """
    found = _OPENING.fullmatch(text)
    if found is None:
        return "", 0
    said = nfc(found[1].strip())
    said = _COMRADE.sub("", said, count=1)
    _, said = split_honorific(said)
    fitting = [one for one in people if _means(fold(said).split(), one)]
    if len(fitting) > 1:
        # "Đức" and "Đực" are one word without their marks.
        fitting = [one for one in fitting if said.casefold() in one.casefold()]
    return (fitting[0], len(text)) if len(fitting) == 1 else ("", 0)


def given_name(words: str) -> str:
    """ "lẫm" of "Ông Trần Hữu Lẫm, Trưởng phòng Kinh tế"."""
    return words.partition(",")[0].rpartition(" ")[2].lower()


def _means(words: list[str], person: str) -> bool:
    called, _, position = person.partition(",")
    _, name = split_honorific(called)
    names, office = fold(name).split(), fold(position).split()
    return bool(words) and (
        names[-len(words) :] == words or (office[: len(words)] == words and len(words) > 1) or office == words
    )
