"""Names of people who did not consent, wherever somebody says them: whole, or "ông Đoài" (M2, L10)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from dialogue_desktop.domain.consent import may_name
from dialogue_desktop.domain.person_words import HONORIFICS
from dialogue_desktop.domain.records import Records, Voice
from dialogue_desktop.domain.redaction import Cut, CutKind
from dialogue_desktop.domain.text_vi import fold, fold_map, marked

CITIZEN = "công dân"

_CALLED = "|".join(
    sorted((*HONORIFICS, "cháu", "thầy", "dì", "mẹ", "bố", "nhà", "hộ", "gia đình", "đồng chí", "đ/c"))
)
_CALL_BEFORE = re.compile(rf"(?<!\w)(?:{_CALLED})[ \u00a0]+$", re.IGNORECASE)
#: Words of the wording before a name that the citizen of the thôn takes the place of.
_HONORIFIC_BEFORE = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(HONORIFICS))})[ \u00a0]+$", re.IGNORECASE)
#: A place in brackets says more of somebody than the thôn.
_PLACE_BEHIND = re.compile(
    r" *\((?:ở +|cùng )?(?:xóm|làng|bản|buôn|plei|thôn|ấp|sóc|khóm|khu|tổ|phố|số +nhà)\b[^()]{0,80}\)",
    re.IGNORECASE,
)
_NEXT_WORD = re.compile(r"[ \u00a0]+(\w+)")
#: Given names that are family names too: before another capital they begin somebody else's name.
_FAMILY = frozenset(
    "nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh dao doan trinh truong "
    "lam mai cao to ha luong vi lo ma quach tong thai".split()
)

Key = tuple[str, str]


def key_of(voice: Voice) -> Key:
    """One person: name and thôn."""
    return voice.name, voice.locality


def unnamed(records: Records) -> list[Voice]:
    """Those who spoke, or asked to, and did not consent to be named. Longer names first: one may stand
    inside another. A single word is no name to look for by itself."""
    return [voice for voice in unconsenting(records) if len(voice.name.split()) > 1]


def unconsenting(records: Records) -> list[Voice]:
    """The same with those of whom one word of the name is known."""
    found: dict[Key, Voice] = {}
    consented: set[Key] = set()
    refused: set[Key] = set()
    for one in records.opinions:
        for voice in one.voices:
            if may_name(one):
                consented.add(key_of(voice))
                continue
            if one.consent is False or one.anonymous:
                refused.add(key_of(voice))
            # Handed in without a name: not even the thôn is said.
            found[key_of(voice)] = Voice(voice.name, voice.honorific) if one.anonymous else voice
    for turn in records.turns:
        (consented if turn.consent is True else refused if turn.consent is False else set()).add(
            key_of(turn.voice)
        )
        if turn.consent is not True:
            found.setdefault(key_of(turn.voice), turn.voice)
    return sorted(
        (
            voice
            for key, voice in found.items()
            if voice.name.strip() and (key not in consented or key in refused)
        ),
        key=lambda voice: -len(voice.name),
    )


@dataclass(frozen=True, slots=True)
class NameFinder:
    """Looks for `voices` in texts. `known`: given names (folded) of people who may be named, who may be the
    ones that "ông Đức" means where the text is not about one of the voices alone."""

    voices: Collection[Voice]
    known: frozenset[str] = frozenset()
    citizen: str = CITIZEN
    _by_given: dict[str, list[Voice]] = field(init=False)

    def __post_init__(self) -> None:
        by_given: dict[str, list[Voice]] = {}
        for voice in self.voices:
            if given := given_name(voice.name):
                by_given.setdefault(given, []).append(voice)
        object.__setattr__(self, "_by_given", by_given)

    def cuts(
        self, text: str, allowed: Collection[Key] = (), own: Collection[Voice] = (), *, short: bool = True
    ) -> Iterator[Cut]:
        """The names in a text but those of `allowed`. `own` are the people whom it is about: "ông Đoài" is
        one of them whoever else is called so. `short`: look for such short forms at all."""
        words = set(re.findall(r"\w+", fold(text)))
        about = {key_of(voice) for voice in own}
        found = [voice for given in words & self._by_given.keys() for voice in self._by_given[given]]
        found.sort(key=lambda voice: (-len(voice.name), voice.name, voice.locality))
        for voice in found:
            if key_of(voice) in allowed:
                continue
            sure = key_of(voice) in about or given_name(voice.name) not in self.known
            yield from self._of(voice, text, short=short and sure)

    def _of(self, voice: Voice, text: str, *, short: bool) -> Iterator[Cut]:
        name = voice.name.split()
        for start, end in _whole_words(text, voice.name):
            alone = len(name) == 1
            if _is_name(text[start:end], voice.name) and (
                not alone or _CALL_BEFORE.search(text[max(start - 12, 0) : start])
            ):
                yield self._cut(voice, text, start, end)
        if not short:
            return
        for count in range(1, len(name)):
            said = " ".join(name[-count:])
            for start, end in _whole_words(text, said):
                before = _CALL_BEFORE.search(text[max(start - 12, 0) : start])
                following = _NEXT_WORD.match(text, end)
                other = (
                    following is not None
                    and following[1][0].isupper()
                    and count == 1
                    and fold(said) in _FAMILY
                )
                same = _letters(text[start:end]) == _letters(said)
                if before and not other and text[start].isupper() and same:
                    yield self._cut(voice, text, start, end)

    def _cut(self, voice: Voice, text: str, start: int, end: int) -> Cut:
        """With the honorific before it, and the place behind it, which is not said twice."""
        lead = text[max(start - 12, 0) : start]
        before = _HONORIFIC_BEFORE.search(lead)
        if before:
            start -= len(lead) - before.start()
        name, place, hamlet = voice.name, re.escape(voice.locality), re.escape(voice.hamlet)
        behind = _PLACE_BEHIND.match(text, end)
        if place and behind is None:
            inner = f"(?:{hamlet}, *)?" if hamlet else ""
            behind = re.compile(rf",? *(?:\({inner}{place}\)|{inner}{place}(?!\w))").match(text, end)
        end = behind.end() if behind else end
        shown = f"{self.citizen} {voice.locality}".strip() if name else self.citizen
        first = text[start]
        # An honorific with a capital begins a sentence; a name has one anywhere.
        begins = before is not None and first.isupper()
        return Cut(start, end, CutKind.NAME, shown[0].upper() + shown[1:] if begins else shown)


@lru_cache(maxsize=8192)
def given_name(name: str) -> str:
    """The folded last word of a name."""
    words = fold(name).split()
    return words[-1] if words else ""


def _whole_words(text: str, wanted: str) -> Iterator[tuple[int, int]]:
    """Where the text says the words, whatever the accents, letters' case, apostrophes and blanks."""
    needle = fold(wanted)
    if not needle:
        return
    folded = fold_map(text)
    at = folded.text.find(needle)
    while at >= 0:
        start, end = folded.span(at, at + len(needle))
        inside = (start and _wordy(text[start - 1])) or (end < len(text) and _wordy(text[end]))
        if not inside:
            yield start, end
        at = folded.text.find(needle, at + 1)


def _wordy(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def _is_name(said: str, name: str) -> bool:
    """The same letters and marks, or none at all as in a text without marks; short names need their
    capitals, lest "kim loan" be one."""
    words = said.split()
    if len(words) < 3 and not all(word[:1].isupper() for word in words):
        return False
    return marked(said) == fold(said) or _letters(said) == _letters(name)


def _letters(words: str) -> list[tuple[str, list[str]]]:
    """Each word with its marks in one order: the tone may stand on either vowel."""
    return [(re.sub("[A-Z]", "", word), sorted(re.findall("[A-Z]", word))) for word in marked(words).split()]
