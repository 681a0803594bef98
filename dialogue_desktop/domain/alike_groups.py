"""Opinions that look like one thing put together, whatever order they come in (C6)."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dialogue_desktop.domain.likeness import ALIKE_FROM, Gist, Likeness, Rarity

#: A word that more opinions have than this, or than this share of them, finds no candidates any more.
_SEEN_TOO_OFTEN, _SHARE_TOO_OFTEN = 60, 0.025
#: What a name that both have counts in finding candidates.
_NAME = 3.0
#: Two opinions are looked at closely when they share words of this rarity, and this share of the shorter one.
_LEAST_COMMON, _LEAST_SHARE = 3.5, 0.25

#: Two ids, the smaller one first.
Pair = tuple[str, str]


def pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)


@dataclass(frozen=True, slots=True)
class AlikeGroup:
    """Ids in their order, how alike the least alike two that were joined are, and the words they share."""

    ids: tuple[str, ...]
    share: float
    common: tuple[str, ...] = ()


def candidates(gists: Mapping[str, Gist], rarity: Rarity) -> Iterator[Pair]:
    """Pairs that are worth a close look: names and rare words in common."""
    having: dict[str, list[str]] = {}
    total: dict[str, float] = {}
    words = {one: (*gist.matter, *(name.plain for name in gist.names)) for one, gist in gists.items()}
    for one in sorted(gists):
        total[one] = sum(map(rarity.of, gists[one].matter))
        for word in words[one]:
            having.setdefault(word, []).append(one)
    most = max(_SEEN_TOO_OFTEN, _SHARE_TOO_OFTEN * len(gists))
    # A name stands in its list with a space at each end: no word looks like it.
    weights = {
        word: _NAME if word[0] == " " else rarity.of(word)
        for word, ids in having.items()
        if 1 < len(ids) <= most
    }
    for one in sorted(gists):
        common: defaultdict[str, float] = defaultdict(float)
        for word in words[one]:
            weight = weights.get(word)
            if weight is not None:
                ids = having[word]
                for other in ids[bisect_right(ids, one) :]:
                    common[other] += weight
        for other, weight in common.items():
            if weight >= _LEAST_COMMON and weight >= _LEAST_SHARE * min(total[one], total[other]):
                yield (one, other)


def together(
    likeness: Mapping[Pair, Likeness],
    *,
    joined: Sequence[Collection[str]] = (),
    apart: Collection[Pair] = (),
    closer: Callable[[str, str], Likeness] | None = None,
) -> tuple[AlikeGroup, ...]:
    """Groups of two and more, the surest first. Two groups become one when all that would meet are alike on
    average, so that a chain of half likenesses does not draw in what is different. `joined` are groups that
    there are already: they stay whole. Nothing in `apart` comes into one group. `closer` looks at pairs that
    `likeness` does not have."""
    group_of: dict[str, frozenset[str]] = {}
    for members in joined:
        whole = frozenset(members)
        for one in whole:
            group_of[one] = whole
    forbidden = set(apart)
    seen = dict(likeness)

    def alike(one: str, other: str) -> float:
        key = pair(one, other)
        found = seen.get(key)
        if found is None:
            found = seen[key] = closer(*key) if closer is not None else Likeness(0.0)
        return found.share

    least: dict[frozenset[str], float] = {}
    best = sorted(
        (key for key, found in likeness.items() if found.alike), key=lambda k: (-likeness[k].share, k)
    )
    for one, other in best:
        mine = group_of.get(one, frozenset((one,)))
        yours = group_of.get(other, frozenset((other,)))
        if mine is yours or mine == yours:
            continue
        meeting = [pair(a, b) for a in mine for b in yours]
        if any(key in forbidden for key in meeting):
            continue
        if sum(alike(*key) for key in sorted(meeting)) < ALIKE_FROM * len(meeting):
            continue
        whole = mine | yours
        least[whole] = min(least.get(mine, 1.0), least.get(yours, 1.0), likeness[one, other].share)
        for member in whole:
            group_of[member] = whole
    grown = {whole for whole in group_of.values() if whole in least}
    shared: dict[frozenset[str], dict[str, int]] = {whole: {} for whole in grown}
    for key in sorted(seen):
        whole = group_of.get(key[0], frozenset())
        if whole in shared and key[1] in whole and seen[key].alike:
            for word in seen[key].common:
                shared[whole][word] = shared[whole].get(word, 0) + 1
    groups = [
        AlikeGroup(tuple(sorted(whole)), least[whole], tuple(sorted(times, key=lambda word: -times[word])))
        for whole, times in shared.items()
    ]
    return tuple(sorted(groups, key=lambda group: (-group.share, group.ids)))
