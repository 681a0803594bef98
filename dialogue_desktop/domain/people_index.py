"""People who are already known, found by any word of their name as it is typed (L2, C5, G3)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from dialogue_desktop.domain.search_words import plain_words
from dialogue_desktop.domain.text_vi import name_sort_key

#: So many are offered at once.
OFFERED = 20


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
    """Made once from the people, those met most often first; then each key costs a few operations.

    Every beginning of every word of a name leads to the set of people who have it, as one whole number whose
    n-th bit is the n-th person: sets are intersected by one operation of the machine each, and the first
    people of the result are its lowest bits. 20,000 people are 2.5 KiB for each beginning that occurs.
    """

    def __init__(self, people: Iterable[KnownPerson]) -> None:
        self._people = sorted(people, key=lambda p: (-p.times, name_sort_key(p.name), p.locality, p.hamlet))
        given: dict[str, bytearray] = {}  # beginning of a given name → its people
        anywhere: dict[str, bytearray] = {}  # beginning of any word of a name → the same
        local: dict[str, bytearray] = {}
        wide = len(self._people) // 8 + 1
        known: dict[str, tuple[str, ...]] = {}
        for place, person in enumerate(self._people):
            names = known.get(person.name)
            if names is None:
                names = known[person.name] = tuple(plain_words(person.name))
            at, bit = place >> 3, 1 << (place & 7)
            begun = {word[:end] for word in names for end in range(1, len(word) + 1)}
            last = names[-1] if names else ""
            lists = [(anywhere, begun), (given, {last[:end] for end in range(1, len(last) + 1)})]
            for sets, keys in (*lists, (local, {person.locality})):
                for key in keys:
                    there = sets.get(key)
                    if there is None:
                        there = sets[key] = bytearray(wide)
                    there[at] |= bit
        self._given, self._any, self._local = (
            {key: int.from_bytes(bits, "little") for key, bits in sets.items()}
            for sets in (given, anywhere, local)
        )

    def __len__(self) -> int:
        return len(self._people)

    def suggest(self, typed: str, *, locality: str = "", limit: int = OFFERED) -> tuple[KnownPerson, ...]:
        """People whose name has a word that begins with each word that was typed, in any order.

        Those whose given name begins with the last one come first; among equals those of `locality`, then
        those met most often, then by the alphabet of given names.
        """
        *before, last = plain_words(typed) or [""]
        fitting = self._any.get(last, 0)
        for word in before:
            fitting &= self._any.get(word, 0)
        if not fitting:
            return ()
        named = fitting & self._given.get(last, 0)
        local = self._local.get(locality, 0) if locality else 0
        found: list[int] = []
        for group in (named, fitting & ~named):
            for people in (group & local, group & ~local) if local else (group,):
                if people and len(found) < limit:
                    found += _lowest(people, limit - len(found))
        return tuple(self._people[place] for place in found)


_USED = re.compile(rb"[^\0]")
_BITS = tuple(tuple(bit for bit in range(8) if byte >> bit & 1) for byte in range(256))


def _lowest(bits: int, limit: int) -> list[int]:
    """The places of the lowest bits that are set."""
    data = bits.to_bytes((bits.bit_length() + 7) // 8, "little")
    places: list[int] = []
    for match in _USED.finditer(data):
        at = match.start()
        places += [8 * at + bit for bit in _BITS[data[at]]]
        if len(places) >= limit:
            break
    return places[:limit]
