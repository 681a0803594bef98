"""The filter chips: what each is called, what it offers, and how its choice is kept (G3)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dialogue_desktop.domain.opinion_state import STATE_LABELS, OpinionState
from dialogue_desktop.domain.records import OUTCOME_LABELS, SOURCE_LABELS, Outcome, Source
from dialogue_desktop.domain.search import Filter, FoundValue, SearchFilters

#: Each chip with the filters that it sets: one of them at a time.
CHIPS: Mapping[str, tuple[Filter, ...]] = {
    "conference": (Filter.CONFERENCE,),
    "locality": (Filter.LOCALITY,),
    "field": (Filter.FIELD,),
    "state": (Filter.STATE, Filter.OUTCOME),
    "source": (Filter.SOURCE,),
    "unit": (Filter.UNIT,),
    "answer": (Filter.HAS_ANSWER,),
    "beyond": (Filter.BEYOND,),
}
CHIP_WORDS: Mapping[str, str] = {
    "conference": "Hội nghị",
    "locality": "Thôn",
    "field": "Lĩnh vực",
    "state": "Tình trạng",
    "source": "Nguồn",
    "unit": "Đơn vị",
    "answer": "Trả lời",
    "beyond": "Thẩm quyền",
}
_NONE = {
    Filter.LOCALITY: "Chưa ghi thôn",
    Filter.FIELD: "Chưa xếp lĩnh vực",
    Filter.UNIT: "Chưa giao đơn vị",
}
_ANSWER = {True: "Đã có câu trả lời", False: "Chưa có câu trả lời"}
_BEYOND = {True: "Vượt thẩm quyền", False: "Thuộc thẩm quyền"}

#: A menu shows no more; the rest is found by typing.
MOST = 40


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry of a chip's menu; `parted`: a line stands above it."""

    kind: Filter
    value: str | bool
    words: str
    count: int
    parted: bool = False


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a chip is set to."""

    chip: str
    kind: Filter
    words: str


def words_of(kind: Filter, value: str | bool, own: str = "") -> str:
    """What a value is called in the menu and on the chip."""
    match value:
        case Source():
            return SOURCE_LABELS[value]
        case Outcome():
            return OUTCOME_LABELS[value]
        case OpinionState():
            return STATE_LABELS[value]
        case bool():
            return (_ANSWER if kind is Filter.HAS_ANSWER else _BEYOND)[value]
        case _:
            return own or value or _NONE.get(kind, "")


def choices_of(found: Sequence[tuple[Filter, Sequence[FoundValue]]]) -> tuple[Choice, ...]:
    """The menu of a chip, a line between its kinds."""
    made: list[Choice] = []
    for kind, values in found:
        for number, one in enumerate(values):
            words = words_of(kind, one.value, one.words)
            made.append(Choice(kind, one.value, words, one.count, parted=bool(made) and not number))
    return tuple(made)


def chip_of(kind: Filter) -> str:
    return next(chip for chip, kinds in CHIPS.items() if kind in kinds)


def narrowed(filters: SearchFilters, kind: Filter, value: str | bool) -> SearchFilters:
    """With this value; what the same chip was set to before is let go."""
    return widened(filters, chip_of(kind)).having(kind, value)


def widened(filters: SearchFilters, chip: str) -> SearchFilters:
    for kind in CHIPS[chip]:
        filters = filters.having(kind, None)
    return filters
