"""The field of an opinion guessed from its words: naive Bayes that learns one opinion at a time (C6).

Counts are whole numbers, so that learning an opinion and forgetting it leaves nothing behind. The complement
form (Rennie et al., "Tackling the Poor Assumptions of Naive Bayes Text Classifiers", 2003) judges a field by
how rare the words are in all the *other* fields: it holds up when one field has ten times the examples.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from dialogue_desktop.domain.search_words import words
from dialogue_desktop.domain.text_vi import fold, nfc

#: Counts as if every word had been seen this often in every field.
_SMOOTHING = 1.0

# How sure a lead of the first field over the second is, per square root of the words known: measured by
# cross-validation on the labelled set (`bench sorting` prints how often a given confidence is right).
_SURE_FROM, _SURE_SLOPE = 0.04, 2.0

#: Below this share of being right nothing is suggested.
SILENT_BELOW = 0.6
#: From here on a suggestion may be taken unread, with many others at once: 19 of 20 are right.
SURE = 0.85
#: From here on nine of ten are right.
RATHER_SURE = 0.7

# Of a reason at most so many phrases, none of a feature that was counted less often than this, nor of one
# that speaks less than this share of the loudest.
_TOLD_PHRASES, _TOLD_FROM, _TOLD_SHARE = 4, 3, 0.3
_SURFACE = re.compile(r"[^\W_]+(?:['`´‘’ʹʻʼʽˈ′ꞌ＇][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class FieldGuess:
    """A field, the share of such guesses that are right, the words that speak for it, and the runner-up."""

    field: str
    confidence: float
    because: tuple[str, ...] = ()
    second: str = ""

    @property
    def sure(self) -> bool:
        return self.confidence >= SURE

    @property
    def reason(self) -> str:
        """ "vì có các từ: đường, ổ gà"; empty without any."""
        return f"vì có các từ: {', '.join(self.because)}" if self.because else ""


#: One word, or two that stand together.
Feature = str | tuple[str, str]


def features(text: str) -> set[Feature]:
    """What is counted: words and pairs of neighbours, without accents and, where the text has any, exact
    ones beside them (they begin with the digit of their tone). Numbers say nothing about a field."""
    plain, exact = _forms(text)
    return {*plain, *exact, *pairwise(plain), *pairwise(exact)}


def _forms(text: str) -> tuple[list[str], list[str]]:
    """The words but for numbers, in both forms; no exact ones for a text typed without accents."""
    found = words(text)
    plain = [word for word in found.plain if not word.isdecimal()]
    if not found.accented:
        return plain, []
    both = zip(found.plain, found.exact, strict=True)
    return plain, [exact or f"0{word}" for word, exact in both if not word.isdecimal()]


class FieldModel:
    """What was seen of each field. `learn` and `forget` with the same arguments cancel exactly."""

    def __init__(self) -> None:
        self._seen: dict[str, Counter[Feature]] = {}  # field → feature → count
        self._total: Counter[Feature] = Counter()  # feature → count in all fields
        self._size: dict[str, int] = {}  # field → sum of its counts
        self._ready: dict[Feature, tuple[tuple[str, float], ...]] | None = None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, FieldModel) and self._seen == other._seen

    __hash__ = None  # type: ignore[assignment]  # it changes

    def fields(self) -> tuple[str, ...]:
        """Those of which something was seen."""
        return tuple(self._seen)

    def learn(self, field: str, text: str, weight: int = 1) -> None:
        found = features(text)
        if not found:
            return
        self._ready = None
        for counts in (self._seen.setdefault(field, Counter()), self._total):
            if weight == 1:
                counts.update(found)  # counted in C
            else:
                for feature in found:
                    counts[feature] += weight
        self._size[field] = self._size.get(field, 0) + weight * len(found)

    def forget(self, field: str, text: str, weight: int = 1) -> None:
        """Take back a `learn` with the same arguments."""
        self._ready = None
        seen, total, found = self._seen.get(field, Counter()), self._total, features(text)
        for feature in found:
            for counts in (seen, total):
                counts[feature] -= weight
                if not counts[feature]:
                    del counts[feature]
        if found:
            self._size[field] -= weight * len(found)
        if not seen and found:
            del self._seen[field], self._size[field]

    def rank(self, text: str) -> tuple[tuple[str, float], ...]:
        """Every known field with its score, the likeliest first; empty while no word of the text is known."""
        return self._ranked([feature for feature in features(text) if feature in self._total])

    def _ranked(self, known: list[Feature]) -> tuple[tuple[str, float], ...]:
        if not known:
            return ()
        everything = sum(self._size.values()) + _SMOOTHING * len(self._total)
        scores = {field: len(known) * math.log(everything - size) for field, size in self._size.items()}
        for feature in known:
            for field, evidence in self._evidence(feature):
                scores[field] += evidence
        return tuple(sorted(scores.items(), key=lambda item: (-item[1], item[0])))

    def _evidence(self, feature: Feature) -> Iterable[tuple[str, float]]:
        """What a feature says for each field in which it was seen."""
        if self._ready is not None:
            return self._ready[feature]
        total = self._total[feature] + _SMOOTHING
        return [
            (field, math.log(total / (total - count)))
            for field, seen in self._seen.items()
            if (count := seen.get(feature))
        ]

    def prepare(self) -> None:
        """Make ready for judging thousands of texts; the next `learn` or `forget` ends it."""
        self._ready = None
        self._ready = {feature: tuple(self._evidence(feature)) for feature in self._total}

    def guess(self, text: str, *, silent_below: float = SILENT_BELOW) -> FieldGuess | None:
        """The likeliest field; None where its confidence is too low to be shown."""
        known = [feature for feature in features(text) if feature in self._total]
        ranked = self._ranked(known)
        if len(ranked) < 2:
            return None
        (first, best), (second, next_best) = ranked[:2]
        lead = (best - next_best) / math.sqrt(len(known))
        confidence = 1 / (1 + math.exp(-(_SURE_FROM + _SURE_SLOPE * lead)))
        if confidence < silent_below:
            return None
        return FieldGuess(first, confidence, self._because(text, first), second)

    def shares(self, text: str) -> dict[str, float]:
        """How the field is spread over the fields, in all 1; empty while no word of the text is known."""
        known = [feature for feature in features(text) if feature in self._total]
        ranked = self._ranked(known)
        if not ranked:
            return {}
        best, scale = ranked[0][1], _SURE_SLOPE / math.sqrt(len(known))
        weights = {field: math.exp((score - best) * scale) for field, score in ranked}
        total = sum(weights.values())
        return {field: weight / total for field, weight in weights.items()}

    def _speaks(self, feature: Feature, field: str) -> float:
        """How much more a feature speaks for one field than for the average of the others; 0 for one that
        was seen too seldom to be told as a reason."""
        total = self._total.get(feature, 0)
        count = self._seen[field].get(feature, 0)
        if total < _TOLD_FROM or not count:
            return 0.0
        evidence = dict(self._evidence(feature))
        own = evidence.pop(field)
        return own - sum(evidence.values()) / (len(self._seen) - 1)

    def _because(self, text: str, field: str) -> tuple[str, ...]:
        """The few words of the text, as they stand there, that speak loudest; neighbours are put together."""
        plain, exact = _forms(text)
        told = exact or plain
        alone = [self._speaks(feature, field) for feature in told]
        loud = {(place, place): voice for place, voice in enumerate(alone)}
        for place, feature in enumerate(pairwise(told)):
            if voice := self._speaks(feature, field):
                loud[place, place + 1] = voice + alone[place] + alone[place + 1]
        shown, chosen = _surface(text), set[int]()
        least = max(loud.values(), default=0.0) * _TOLD_SHARE
        for first, last in sorted(loud, key=lambda span: (-loud[span], span)):
            if loud[first, last] <= 0 or loud[first, last] < least:
                break
            wanted = chosen | {first, last}
            if len(_runs(wanted)) <= _TOLD_PHRASES:
                chosen = wanted
        phrases = (" ".join(shown[place] for place in run) for run in _runs(chosen))
        return tuple(dict.fromkeys(phrase.lower() for phrase in phrases))


def _runs(places: set[int]) -> list[list[int]]:
    """Places that follow each other, together."""
    runs: list[list[int]] = []
    for place in sorted(places):
        if runs and runs[-1][-1] == place - 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs


def _surface(text: str) -> list[str]:
    """The words of the text as they are written, but for numbers: one for each of `_forms(text)`."""
    plain = words(text).plain
    shown = _SURFACE.findall(nfc(text))
    if len(shown) != len(plain) or any(fold(a) != b for a, b in zip(shown, plain, strict=True)):
        shown = list(plain)
    return [word for word, bare in zip(shown, plain, strict=True) if not bare.isdecimal()]
