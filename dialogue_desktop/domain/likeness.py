"""How alike two opinions are: the same matter, in the same place, with the same wish (C6)."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from dialogue_desktop.domain.phrases import Phrases, Spoken, spoken
from dialogue_desktop.domain.search_words import plain_words
from dialogue_desktop.domain.text_vi import fold, nfc

#: How alike two texts are spelled, 0 to 1, whatever the order of their words.
Spelling = Callable[[str, str], float]

#: Two opinions from this likeness on are proposed as one.
ALIKE_FROM = 0.5

# Weights of the logistic score, fitted on the odd pairs of tests/benchmarks/alike_pairs.json; `bench sorting`
# measures precision and recall on the even ones.
_BIAS = -5.05
_SHARED, _SPELLED, _SAME_PLACE, _OTHER_PLACE, _OTHER_WISH, _SAME_FIELD = 0.226, 0.8, 2.05, -5.4, -4.6, 2.6
# Said in two thôn, or named by one and said in by the other. Not fitted: the pairs tell no thôn.
_ELSEWHERE, _SAME_THON = -0.8, 0.8
#: Words of the matter from which on an opinion counts as long.
_AT_LENGTH = 24

_WRITTEN = re.compile(r"[^\W_]+(?:['`´‘’ʹʻʼʽˈ′ꞌ＇][^\W_]+)*")
_SENTENCE_END = re.compile(r"[.!?:;\n\-–—•(“\"]\s*$")


@dataclass(frozen=True, slots=True)
class WordLore:
    """What is known of words when opinions are compared: `common` ones say nothing of the matter, `same` are
    groups that mean one thing, `refusing` ones turn a wish round, `opposed` are pairs of contrary wishes."""

    common: tuple[str, ...] = ()
    same: tuple[tuple[str, ...], ...] = ()
    place_kinds: tuple[str, ...] = ()
    not_names: tuple[str, ...] = ()
    refusing: tuple[str, ...] = ()
    opposed: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """Words as they are looked for in another text: without accents, and with them where this one had any;
    `written` is how they stand there."""

    plain: str
    exact: str
    written: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Gist:
    """What an opinion is about. `matter`: each word or group of like words with how it was written; `names`
    of places and people; `said`: all its words in both forms, to see whether another's name stands there;
    `place`: the thôn of the one who speaks."""

    matter: Mapping[str, str] = field(default_factory=dict)
    names: frozenset[Name] = frozenset()
    said: Name = Name("", "")
    place: str = ""
    refuses: bool = False
    wishes: tuple[tuple[bool, bool], ...] = ()


@dataclass(frozen=True, slots=True)
class Likeness:
    """`share`: how likely the two are one thing; `common`: the words and names that they share."""

    share: float
    common: tuple[str, ...] = ()

    @property
    def alike(self) -> bool:
        return self.share >= ALIKE_FROM


class GistReader:
    """Reads texts with one lore."""

    def __init__(self, lore: WordLore) -> None:
        groups = [(word, f"={number}") for number, group in enumerate(lore.same) for word in group]
        self._groups = Phrases[str](groups)
        self._common = Phrases[bool]((word, True) for word in (*lore.common, *lore.not_names))
        self._refusing = Phrases[bool]((word, True) for word in lore.refusing)
        self._opposed = [
            (Phrases[bool]((word, True) for word in one), Phrases[bool]((word, True) for word in other))
            for one, other in lore.opposed
        ]
        self._kinds = frozenset(fold(word) for word in lore.place_kinds)
        self._not_names = frozenset(tuple(plain_words(word)) for word in lore.not_names)

    def read(self, text: str, place: str = "") -> Gist:
        """`place` is the thôn of the one who speaks."""
        said = spoken(text)
        names, in_names = self._names(text, said)
        return Gist(
            self._matter(text, said, in_names),
            names,
            Name(_line(said.plain), _line(said.exact) if said.accents else ""),
            _line(plain_words(place)),
            self._refusing.any(said),
            tuple((one.any(said), other.any(said)) for one, other in self._opposed),
        )

    def _matter(self, text: str, said: Spoken, in_names: set[int]) -> dict[str, str]:
        written = _words_as_written(text, said)
        taken = set(in_names)
        matter: dict[str, str] = {}
        for start, end, group in self._groups.longest(said, in_names):
            matter.setdefault(group, " ".join(written[start:end]))
            taken.update(range(start, end))
        for start, end, _ in self._common.longest(said, taken):
            taken.update(range(start, end))
        for place, word in enumerate(said.plain):
            if place not in taken and not word.isdecimal():
                matter.setdefault(word, written[place])
        return matter

    def _names(self, text: str, said: Spoken) -> tuple[frozenset[Name], set[int]]:
        """Names by their capitals ("Đồng Vạn"), and numbered places ("ngõ 12"), with the places they take."""
        found = list(_WRITTEN.finditer(nfc(text)))
        if len(found) != len(said.plain):
            return frozenset(), set()
        names: set[Name] = set()
        taken: set[int] = set()
        at = 0
        while at < len(found):
            end = self._name_end(nfc(text), found, said, at)
            if end > at:
                if said.plain[at:end] in self._not_names:
                    taken.update(range(at, end))
                else:
                    begin = at - 1 if end == at + 1 and at and said.plain[at - 1] in self._kinds else at
                    names.add(_name(said, found, begin, end))  # "xóm Đình": one word alone could be any
                    taken.update(range(begin, end))
                at = end
                continue
            if said.plain[at].isdecimal() and at and said.plain[at - 1] in self._kinds:
                names.add(_name(said, found, at - 1, at + 1))
                taken.update((at - 1, at))
            at += 1
        return frozenset(names), taken

    def _name_end(self, text: str, found: list[re.Match[str]], said: Spoken, at: int) -> int:
        """Where a name that begins here ends; `at` where none begins."""
        if not _capital(found[at].group()):
            return at
        end = at + 1
        while (
            end < len(found)
            and _capital(found[end].group())
            and found[end].start() == found[end - 1].end() + 1
            and text[found[end - 1].end()] == " "
        ):
            end += 1
        begins_sentence = at == 0 or _SENTENCE_END.search(text, found[at - 1].end(), found[at].start())
        if begins_sentence and said.plain[at] in self._kinds | {"toi", "kinh"}:
            return at  # "Thôn Hạ Vi": the name begins one word later
        return at if begins_sentence and end == at + 1 else end


def _line(words: Iterable[str]) -> str:
    """Words with a space on every side, so that whole words are found."""
    return f" {' '.join(words)} "


def _name(said: Spoken, found: list[re.Match[str]], at: int, end: int) -> Name:
    exact = _line(said.exact[at:end]) if said.accents else ""
    return Name(_line(said.plain[at:end]), exact, " ".join(match.group() for match in found[at:end]))


def _capital(word: str) -> bool:
    """A capital that begins a name; "BHYT" is none, "N4" is one."""
    return word[0].isupper() and (not word.isupper() or len(word) == 1 or any(c.isdigit() for c in word))


def _words_as_written(text: str, said: Spoken) -> tuple[str, ...]:
    written = tuple(match.group() for match in _WRITTEN.finditer(nfc(text)))
    return written if len(written) == len(said.plain) else said.plain


class Rarity:
    """How much a word tells: what few opinions have says more than what all have."""

    def __init__(self, background: Iterable[Gist]) -> None:
        self._seen: dict[str, int] = {}
        self._all = 0
        for gist in background:
            self.add(gist)

    def add(self, gist: Gist) -> None:
        self._all += 1
        for word in gist.matter:
            self._seen[word] = self._seen.get(word, 0) + 1

    def of(self, word: str) -> float:
        return math.log((self._all + 1) / (self._seen.get(word, 0) + 1))


def likeness(one: Gist, other: Gist, rarity: Rarity, spelling: Spelling, same_field: float) -> Likeness:
    """`same_field`: the share of fields that the two have in common, 0 to 1."""
    mine, yours = one.matter, other.matter
    common = mine.keys() & yours.keys()
    if one.names or other.names:
        common -= {word for name in one.names | other.names for word in name.plain.split()}
    # A long letter has a few words of everything: what it shares with a short one says the less.
    short_enough = min(1.0, _AT_LENGTH / max(len(mine), len(yours), 1))
    score = _BIAS + _SHARED * sum(map(rarity.of, common)) * short_enough + _SAME_FIELD * same_field
    place, names = _place_score(one, other)
    score += place
    if one.refuses != other.refuses or _contrary(one, other):
        score += _OTHER_WISH
    if score + _SPELLED < _logit(ALIKE_FROM):
        return Likeness(1 / (1 + math.exp(-score)))
    score += _SPELLED * spelling(" ".join(sorted(mine)), " ".join(sorted(yours)))
    telling = sorted(common, key=lambda word: (-rarity.of(word), word))
    words = [*(name.written for name in names), *(mine[word] for word in telling)]
    return Likeness(1 / (1 + math.exp(-score)), tuple(dict.fromkeys(words)))


def _logit(share: float) -> float:
    return math.log(share / (1 - share))


def _place_score(one: Gist, other: Gist) -> tuple[float, list[Name]]:
    """What the places say, and the names that both have."""
    if not one.names and not other.names:
        return (_ELSEWHERE if one.place and other.place and one.place != other.place else 0.0), []
    both, beside = [], []
    for name in sorted(one.names | other.names):
        here, there = _stands(name, one.said), _stands(name, other.said)
        if here and there:
            both.append(name)
        elif (here or name.plain in one.place) and (there or name.plain in other.place):
            beside.append(name)
    if both:
        return _SAME_PLACE, both
    if beside:
        return _SAME_THON, beside
    if one.names and other.names:
        return _OTHER_PLACE, []
    return (_ELSEWHERE if one.place and other.place and one.place != other.place else 0.0), []


def _stands(name: Name, said: Name) -> bool:
    """Whether a name stands in a text; by its accents where both have some: "xóm Đình" is not "gia đình"."""
    return name.exact in said.exact if name.exact and said.exact else name.plain in said.plain


def _contrary(one: Gist, other: Gist) -> bool:
    return any(
        {mine, yours} == {(True, False), (False, True)}
        for mine, yours in zip(one.wishes, other.wishes, strict=True)
    )
