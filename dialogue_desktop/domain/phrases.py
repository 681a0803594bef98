"""Set phrases found in a text, by their accents where it has any and without them where it has none (C6)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from dialogue_desktop.domain.search_words import words

P = TypeVar("P")


@dataclass(frozen=True, slots=True)
class Spoken:
    """The words of a text: without accents, and exact ones ("0" before a word that has none)."""

    plain: tuple[str, ...]
    exact: tuple[str, ...]
    accents: bool

    @property
    def telling(self) -> tuple[str, ...]:
        """The form in which this text can be compared with others like it."""
        return self.exact if self.accents else self.plain


def spoken(text: str) -> Spoken:
    found = words(text)
    both = zip(found.plain, found.exact, strict=True)
    exact = tuple(whole or f"0{bare}" for bare, whole in both)
    return Spoken(found.plain, exact, found.accented)


@dataclass(frozen=True, slots=True)
class _Phrase(Generic[P]):
    plain: tuple[str, ...]
    exact: tuple[str, ...]
    meaning: P


class Phrases(Generic[P]):
    """What each phrase means; made ready once, then one pass over a text finds them all."""

    def __init__(self, meanings: Iterable[tuple[str, P]]) -> None:
        self._begins: dict[str, list[_Phrase[P]]] = {}
        for text, meaning in meanings:
            said = spoken(text)
            if said.plain:
                phrase = _Phrase(said.plain, said.exact, meaning)
                self._begins.setdefault(said.plain[0], []).append(phrase)
        for phrases in self._begins.values():
            phrases.sort(key=lambda phrase: -len(phrase.plain))

    def all(self, said: Spoken) -> Iterator[tuple[int, int, P]]:
        """(first place, place behind the last, meaning) of each, also those that overlap."""
        for at in range(len(said.plain)):
            yield from self._at(said, at)

    def longest(self, said: Spoken, taken: Iterable[int] = ()) -> Iterator[tuple[int, int, P]]:
        """The same from left to right, the longest at each place, none over another or over `taken`."""
        blocked = set(taken)
        at = 0
        while at < len(said.plain):
            found = next(
                (hit for hit in self._at(said, at) if not any(p in blocked for p in range(at, hit[1]))), None
            )
            if found is None:
                at += 1
                continue
            yield found
            at = found[1]

    def any(self, said: Spoken) -> bool:
        return next(self.all(said), None) is not None

    def _at(self, said: Spoken, at: int) -> Iterator[tuple[int, int, P]]:
        for phrase in self._begins.get(said.plain[at], ()):
            end = at + len(phrase.plain)
            if said.accents:
                same = said.exact[at:end] == phrase.exact
            else:
                same = said.plain[at:end] == phrase.plain
            if same:
                yield at, end, phrase.meaning
