"""Rows that say again what an earlier row or a kept opinion says: the same person, nearly the same text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from dialogue_desktop.domain.records import Opinion, Voice
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.exchange.opinion_rows_types import ReadRow

#: Marks between words say nothing about whether two texts are the same.
_MARKS = dict.fromkeys(map(ord, ",.;:!?()[]{}/\\-_\"'`~*#&+=<>|@$%^…•“”"), " ")
#: Shared words among all words of two texts from which they are nearly the same.
_NEARLY = 0.85
#: Opinions of one person that a new one is compared with, the newest first.
_COMPARED = 60


class _Said:
    """A text as it is compared, and where it stands: a row's number, or the number of a kept opinion.

    Its words are taken apart at the first comparison: most people of a list stand in it once.
    """

    __slots__ = ("_set", "_words", "number", "text")

    def __init__(self, text: str, number: int) -> None:
        self.text, self.number = text, number
        self._words: tuple[str, ...] | None = None
        self._set: frozenset[str] = frozenset()

    @property
    def words(self) -> tuple[str, ...]:
        if self._words is None:
            self._words = tuple(fold(self.text).translate(_MARKS).split())
            self._set = frozenset(self._words)
        return self._words

    def like(self, other: _Said) -> bool:
        """Whether both say nearly the same."""
        if self.text == other.text or self.words == other.words:
            return True
        if not self.words or not other.words:
            return False
        small, large = sorted((len(self._set), len(other._set)))
        if small < _NEARLY * large:
            return False
        shared = len(self._set & other._set)
        return shared >= _NEARLY * (small + large - shared)


class _Known:
    """What was said so far, by person."""

    def __init__(self) -> None:
        self._by_person: dict[str, list[_Said]] = defaultdict(list)

    def find(self, persons: Iterable[str], said: _Said) -> _Said | None:
        for person in persons:
            for other in reversed(self._by_person.get(person, ())[-_COMPARED:]):
                if other.like(said):
                    return other
        return None

    def add(self, persons: Iterable[str], said: _Said) -> None:
        for person in persons:
            self._by_person[person].append(said)


def marked(rows: Sequence[ReadRow], kept: Iterable[Opinion]) -> tuple[ReadRow, ...]:
    """The rows with `repeats_row` and `repeats_opinion` set anew."""
    there, before = _Known(), _Known()
    for opinion in kept:
        there.add(_persons(opinion.voices, opinion.text), _Said(opinion.text, opinion.number))
    result: list[ReadRow] = []
    for row in rows:
        numbers = (0, 0)
        if row.opinion.text:
            persons = _persons(row.opinion.voices, row.opinion.text)
            said = _Said(row.opinion.text, row.number)
            old, earlier = there.find(persons, said), before.find(persons, said)
            before.add(persons, said)
            numbers = (earlier.number if earlier else 0, old.number if old else 0)
        if numbers != (row.repeats_row, row.repeats_opinion):
            row = replace(row, repeats_row=numbers[0], repeats_opinion=numbers[1])
        result.append(row)
    return tuple(result)


def _persons(voices: Sequence[Voice], text: str) -> tuple[str, ...]:
    """Folded names; where nobody is named the text itself, so that only the very same words repeat it."""
    names = [_name_key(voice.name) for voice in voices if voice.name]
    return tuple(dict.fromkeys(names)) or (f"={fold(text)}",)


_name_key = lru_cache(maxsize=20_000)(fold)
