"""Rows that say again what an earlier row or a kept opinion says: the same person, nearly the same text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from dialogue_desktop.domain.records import Opinion, Voice
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.exchange.opinion_rows_types import ReadRow

_WORDS = re.compile(r"\w+")
#: Shared words among all words of two texts from which they are nearly the same.
_NEARLY = 0.85
#: Opinions of one person that a new one is compared with, the newest first.
_COMPARED = 60


@dataclass(frozen=True, slots=True)
class _Said:
    """A text as it is compared, and where it stands: a row's number, or the number of a kept opinion."""

    key: tuple[str, ...]
    words: frozenset[str]
    number: int
    kept: bool


class _Known:
    """What was said so far, by person; texts of nobody named stand under the empty name."""

    def __init__(self) -> None:
        self._by_person: dict[str, list[_Said]] = defaultdict(list)

    def find(self, persons: Iterable[str], said: _Said) -> _Said | None:
        for person in persons:
            for other in reversed(self._by_person[person][-_COMPARED:]):
                if _alike(other, said, exact=not person):
                    return other
        return None

    def add(self, persons: Iterable[str], said: _Said) -> None:
        for person in persons:
            self._by_person[person].append(said)


def marked(rows: Sequence[ReadRow], kept: Iterable[Opinion]) -> tuple[ReadRow, ...]:
    """The rows with `repeats_row` and `repeats_opinion` set anew."""
    there, before = _Known(), _Known()
    for opinion in kept:
        there.add(_persons(opinion.voices), _said(opinion.text, opinion.number, True))
    result: list[ReadRow] = []
    for row in rows:
        persons = _persons(row.opinion.voices)
        said = _said(row.opinion.text, row.number, False)
        old = there.find(persons, said) if said.key else None
        earlier = before.find(persons, said) if said.key else None
        before.add(persons, said)
        numbers = (earlier.number if earlier else 0, old.number if old else 0)
        if numbers != (row.repeats_row, row.repeats_opinion):
            row = replace(row, repeats_row=numbers[0], repeats_opinion=numbers[1])
        result.append(row)
    return tuple(result)


def _said(text: str, number: int, kept: bool) -> _Said:
    words = tuple(_WORDS.findall(fold(text)))
    return _Said(words, frozenset(words), number, kept)


def _persons(voices: Sequence[Voice]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([_name_key(voice.name) for voice in voices if voice.name])) or ("",)


_name_key = lru_cache(maxsize=20_000)(fold)


def _alike(one: _Said, other: _Said, *, exact: bool) -> bool:
    if one.key == other.key:
        return True
    if exact or not one.words or not other.words:
        return False
    small, large = sorted((len(one.words), len(other.words)))
    if small < _NEARLY * large:
        return False
    shared = len(one.words & other.words)
    return shared >= _NEARLY * (small + large - shared)
