"""Finding the collected opinion, with its prepared answer, that a speaker comes back to (L5)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dialogue_desktop.domain.records import Opinion, Voice
from dialogue_desktop.domain.text_vi import fold

_WORD = re.compile(r"\w+")
# Words that every petition has; sharing them says nothing.
_COMMON = frozenset(
    "va la cua cho cac nhung duoc de nghi kien y co khong da dang se voi tai trong ngoai theo ve tu den"
    " thi ma nay do o xa thon xom ba con chung toi nhan dan ong anh chi em bao gio lam giai quyet xem xet"
    " quan tam som mot hai nguoi ho nam thang ngay hien nguyen van thi hoi".split()
)
_LEAST = 2.0
_MOST = 5


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is known of the one who speaks and of what is said."""

    voices: tuple[Voice, ...] = ()
    field: str = ""
    topic: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Indexed:
    """A collected opinion with its search words, made once per change of the list."""

    opinion: Opinion
    names: frozenset[tuple[str, str]]
    places: frozenset[str]
    field: str
    words: frozenset[str]


def index(opinions: Sequence[Opinion], before: Sequence[Indexed] = ()) -> tuple[Indexed, ...]:
    """`before` is the index of what stood there until now: what is the same in it is not read again."""
    known = {one.opinion.id: one for one in before}
    found = []
    for opinion in opinions:
        one = known.get(opinion.id)
        found.append(one if one is not None and one.opinion is opinion else _indexed(opinion))
    return tuple(found)


def _indexed(opinion: Opinion) -> Indexed:
    return Indexed(
        opinion,
        frozenset((fold(v.name), fold(v.locality)) for v in opinion.voices if v.name),
        frozenset(fold(v.locality) for v in opinion.voices if v.locality),
        fold(opinion.field),
        _words(f"{opinion.text} {opinion.field}"),
    )


def matches(wanted: Wanted, candidates: Sequence[Indexed]) -> tuple[Opinion, ...]:
    """The likeliest first, at most five; empty when nothing is near enough.

    The same name counts most, then the thôn, then the field, then words in common; a thôn alone or a
    field alone is not enough.
    """
    words = _words(f"{wanted.topic} {wanted.text}")
    field = fold(wanted.field)
    people = [(fold(v.name), fold(v.locality)) for v in wanted.voices if v.name]
    places = {fold(v.locality) for v in wanted.voices if v.locality}
    scored: list[tuple[float, int, Opinion]] = []
    for candidate in candidates:
        score = 0.0
        for name, place in people:
            if (name, place) in candidate.names:
                score += 4.0
            elif any(name == other for other, _ in candidate.names):
                score += 2.0
        if places & candidate.places:
            score += 1.0
        if field and field == candidate.field:
            score += 1.0
        common = len(words & candidate.words)
        if common:
            score += min(4.0, 4.0 * common / max(4, min(len(words), len(candidate.words))))
        if score >= _LEAST:
            score += 0.1 if candidate.opinion.prepared_answer else 0.0
            scored.append((score, common, candidate.opinion))
    scored.sort(key=lambda hit: (-hit[0], -hit[1], hit[2].number))
    return tuple(opinion for _, _, opinion in scored[:_MOST])


def _words(text: str) -> frozenset[str]:
    return frozenset(w for w in _WORD.findall(fold(text)) if len(w) > 1 and w not in _COMMON)
