"""People who are already known, found by any word of their name as it is typed (L2, C5, G3)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from dialogue_desktop.domain.search_words import plain_words
from dialogue_desktop.domain.text_vi import name_sort_key

#: So many are offered at once.
OFFERED = 20

_SETS_KEPT = 32


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """One person as written before; `times` is how often, `office` what an official or invited person is."""

    name: str
    honorific: str = ""
    locality: str = ""
    hamlet: str = ""
    office: str = ""
    times: int = 1

    @property
    def shown(self) -> str:
        return f"{self.honorific} {self.name}".strip()


class PeopleIndex:
    """Made once from the people, those met most often first; then each key costs a look-up.

    Every beginning of every word of a name leads to the people who have it, in their order, so that one word
    is answered without any search, and several words by going through the shortest of these lists.
    """

    def __init__(self, people: Iterable[KnownPerson]) -> None:
        self._people = sorted(people, key=lambda p: (-p.times, name_sort_key(p.name), p.locality, p.hamlet))
        self._sets: dict[str, frozenset[int]] = {}
        self._given: dict[str, list[int]] = {}  # beginning of a given name → places in `_people`
        self._any: dict[str, list[int]] = {}  # beginning of any word of a name → the same
        known: dict[str, tuple[str, ...]] = {}
        for place, person in enumerate(self._people):
            names = known.get(person.name)
            if names is None:
                names = known[person.name] = tuple(plain_words(person.name))
            for number, word in enumerate(names, start=1):
                for end in range(1, len(word) + 1):
                    begun = word[:end]
                    self._add(self._any, begun, place)
                    if number == len(names):
                        self._add(self._given, begun, place)

    @staticmethod
    def _add(lists: dict[str, list[int]], begun: str, place: int) -> None:
        places = lists.get(begun)
        if places is None:
            lists[begun] = [place]
        elif places[-1] != place:
            places.append(place)

    def __len__(self) -> int:
        return len(self._people)

    def suggest(self, typed: str, *, locality: str = "", limit: int = OFFERED) -> tuple[KnownPerson, ...]:
        """People whose name has a word that begins with each word that was typed, in any order.

        Those whose given name begins with the last one come first; among equals those of `locality`, then
        those met most often, then by the alphabet of given names.
        """
        *before, last = plain_words(typed) or [""]
        if not last:
            return ()
        found = self._those(self._given.get(last, []), before, limit, locality)
        if len(found) < limit:
            shortest = min((last, *before), key=lambda word: len(self._any.get(word, [])))
            others = [word for word in (last, *before) if word != shortest]
            seen = set(found)
            more = self._those(self._any.get(shortest, []), others, limit + len(found), locality)
            found += [place for place in more if place not in seen]
        return tuple(self._people[place] for place in found[:limit])

    def _those(self, places: list[int], words: list[str], limit: int, locality: str) -> list[int]:
        """The first of these places that have the words too, with those of the thôn in front."""
        sets = [self._set(word) for word in words]
        having = (place for place in places if all(place in there for there in sets)) if sets else places
        if not locality:
            return list(islice(having, limit))
        own: list[int] = []
        others: list[int] = []
        for place in having:
            if self._people[place].locality == locality:
                own.append(place)
                if len(own) >= limit:
                    return own
            elif len(others) < limit:
                others.append(place)
        return [*own, *others][:limit]

    def _set(self, begun: str) -> frozenset[int]:
        """The people with such a word, kept while the rest of the name is typed."""
        kept = self._sets.get(begun)
        if kept is None:
            if len(self._sets) >= _SETS_KEPT:
                self._sets.clear()
            kept = self._sets[begun] = frozenset(self._any.get(begun, ()))
        return kept
