"""Which of the loaded opinions answer to the search line and the filters, and where the words stand (G3)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dialogue_desktop.domain.assigned import answering_unit
from dialogue_desktop.domain.plan import Locality
from dialogue_desktop.domain.records import SOURCE_LABELS, Opinion, Source
from dialogue_desktop.domain.text_vi import find_all, fold, sort_key
from dialogue_desktop.services.assigning import is_late, is_prepared
from ui.live.session.quick_add import short_place

_BREAK = re.compile(r"\W+")

#: How far the answer to an opinion is: exactly one of these.
UNASSIGNED, DRAFTING, LATE, BEYOND, PREPARED = "unassigned", "drafting", "late", "beyond", "prepared"
#: Only a filter: whatever the office still has to answer itself.
MISSING = "missing"
ANSWER_WORDS = {
    UNASSIGNED: "Chưa giao",
    DRAFTING: "Đang soạn",
    LATE: "Trễ hạn soạn",
    BEYOND: "Vượt thẩm quyền",
    PREPARED: "Đã có trả lời",
}
_STATES = {MISSING: (UNASSIGNED, DRAFTING, LATE)}
_MISSING_WORDS = "Chưa có trả lời"
NO_PLACE, NO_FIELD, NO_UNIT = "Chưa ghi thôn", "Chưa xếp lĩnh vực", "Chưa giao cho ai"


@dataclass(frozen=True, slots=True)
class Filters:
    """What the list is narrowed to; "" for all. `place`, `field`, `unit` are as the opinions write them."""

    query: str = ""
    place: str = ""
    field: str = ""
    source: str = ""
    answer: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """One value that a chip offers and how many opinions have it."""

    value: str
    words: str
    count: int


@dataclass(frozen=True, slots=True)
class Indexed:
    """An opinion with the folded words of all that can be searched in it, one space at each end, how far its
    answer is, and who is behind it by folded name and thôn (nobody of an unnamed one)."""

    opinion: Opinion
    words: str
    state: str
    people: frozenset[tuple[str, str]]


def index(opinions: Iterable[Opinion], today: date) -> tuple[Indexed, ...]:
    """Fold once, so that every key of the search line costs a substring and no more."""
    return tuple(
        Indexed(one, _key(_searched(one)), answer_state(one, today), people_of(one)) for one in opinions
    )


def people_of(opinion: Opinion) -> frozenset[tuple[str, str]]:
    voices = () if opinion.anonymous else opinion.voices
    return frozenset((fold(voice.name), fold(voice.locality)) for voice in voices if voice.name)


def _searched(opinion: Opinion) -> str:
    people = [] if opinion.anonymous else [f"{v.shown} {v.hamlet}" for v in opinion.voices]
    return "\n".join(
        (
            str(opinion.number),
            opinion.text,
            *people,
            *(voice.locality for voice in opinion.voices),
            opinion.group_note,
            opinion.slip_number,
            opinion.field,
            opinion.receiving_body,
            opinion.prepared_answer,
            opinion.prepared_by,
            opinion.unit,
        )
    )


def _key(text: str) -> str:
    return f" {_BREAK.sub(' ', fold(text)).strip()} "


def _needles(query: str) -> tuple[str, ...]:
    """What has to stand in the folded words: whole words, and the beginning of the one being typed."""
    words = _key(query).split()
    if not words:
        return ()
    last = f" {words[-1]} " if query[-1:].isspace() else f" {words[-1]}"
    return (*(f" {word} " for word in words[:-1]), last)


def matching(rows: Sequence[Indexed], filters: Filters) -> tuple[Indexed, ...]:
    """Those that hold every word of the search line and have the chosen values, in their order."""
    found: Sequence[Indexed] = rows
    for needle in _needles(filters.query):
        found = [row for row in found if needle in row.words]
    if any((filters.place, filters.field, filters.source, filters.answer, filters.unit)):
        found = [row for row in found if _has(row, filters)]
    return tuple(found)


def _has(row: Indexed, filters: Filters) -> bool:
    opinion = row.opinion
    return (
        (not filters.place or filters.place in places_of(opinion))
        and (not filters.field or filters.field == (opinion.field or NO_FIELD))
        and (not filters.source or filters.source == opinion.source.value)
        and (not filters.answer or row.state in _STATES.get(filters.answer, (filters.answer,)))
        and (not filters.unit or filters.unit == (answering_unit(opinion) or NO_UNIT))
    )


def places_of(opinion: Opinion) -> tuple[str, ...]:
    found = dict.fromkeys(voice.locality for voice in opinion.voices if voice.locality)
    return tuple(found) or (NO_PLACE,)


def answer_state(opinion: Opinion, today: date) -> str:
    if is_prepared(opinion):
        return PREPARED
    if is_late(opinion, today):
        return LATE
    if opinion.beyond_competence:
        return BEYOND
    return DRAFTING if answering_unit(opinion) else UNASSIGNED


def marks(text: str, query: str) -> tuple[tuple[int, int], ...]:
    """(start, length) of what the line found in a text: the whole line where it stands there, else words."""
    whole = _at_words(text, query, open_end=True)
    if whole:
        return whole
    words = query.split()
    found: set[tuple[int, int]] = set()
    for number, word in enumerate(words, start=1):
        found.update(_at_words(text, word, open_end=number == len(words)))
    return tuple(sorted(found))


def _at_words(text: str, query: str, *, open_end: bool) -> tuple[tuple[int, int], ...]:
    """Hits that begin a word; without `open_end` they end one too."""
    return tuple(
        (start, end - start)
        for start, end in find_all(text, query)
        if (start == 0 or not text[start - 1].isalnum())
        and (open_end or end == len(text) or not text[end].isalnum())
    )


# --- what the chips offer -------------------------------------------------------------------------------


def place_choices(opinions: Sequence[Opinion], localities: Sequence[Locality]) -> tuple[Choice, ...]:
    return _choices(
        (place for opinion in opinions for place in places_of(opinion)),
        lambda place: short_place(place, localities),
        last=NO_PLACE,
    )


def field_choices(opinions: Sequence[Opinion]) -> tuple[Choice, ...]:
    return _choices((o.field or NO_FIELD for o in opinions), lambda field: field, last=NO_FIELD)


def source_choices(opinions: Sequence[Opinion]) -> tuple[Choice, ...]:
    counts = Counter(opinion.source for opinion in opinions)
    return tuple(Choice(s.value, SOURCE_LABELS[s], counts[s]) for s in Source if counts[s])


def answer_choices(rows: Sequence[Indexed]) -> tuple[Choice, ...]:
    """Each state that occurs; before them what is missing altogether, where that is more than one state."""
    counts = Counter(row.state for row in rows)
    found = [Choice(state, words, counts[state]) for state, words in ANSWER_WORDS.items() if counts[state]]
    open_states = [state for state in _STATES[MISSING] if counts[state]]
    if len(open_states) > 1:
        found.insert(0, Choice(MISSING, _MISSING_WORDS, sum(counts[state] for state in open_states)))
    return tuple(found)


def unit_choices(opinions: Sequence[Opinion]) -> tuple[Choice, ...]:
    return _choices((answering_unit(o) or NO_UNIT for o in opinions), lambda unit: unit, last=NO_UNIT)


def _choices(values: Iterable[str], words: Callable[[str], str], *, last: str) -> tuple[Choice, ...]:
    counts = Counter(values)
    order = sorted(counts, key=lambda value: (value == last, sort_key(words(value))))
    return tuple(Choice(value, words(value), counts[value]) for value in order)
