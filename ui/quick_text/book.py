"""The office's abbreviations and ready sentences in the words of one conference; made without Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from dialogue_desktop.domain.placeholders import fill
from dialogue_desktop.domain.quick_text import (
    Doubt,
    ReadyPlace,
    ReadyText,
    Shorthand,
    doubt,
    initials_of,
    key_of,
    table,
)
from dialogue_desktop.domain.text_vi import fold, one_line
from dialogue_desktop.lists import OfficeLists


@dataclass(frozen=True, slots=True)
class QuickBook:
    """`known` is what ends as what; `ready` the sentences with the marks filled in."""

    shorthands: tuple[Shorthand, ...] = ()
    ready: tuple[ReadyText, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)
    known: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, lists: OfficeLists, values: Mapping[str, str]) -> QuickBook:
        ready = tuple(replace(row, text=fill(row.text, values)) for row in lists.ready_texts)
        return cls(lists.shorthands, ready, values, table(lists.shorthands, values))

    def having(self, row: Shorthand) -> QuickBook:
        """With one abbreviation more."""
        rows = (*self.shorthands, row)
        return replace(self, shorthands=rows, known=table(rows, self.values))

    def doubt_of(self, short: str, text: str, *, sure: bool = False) -> Doubt | None:
        """What is wrong with a new abbreviation."""
        row = Shorthand("", short, text, sure)
        return doubt(row, (*self.shorthands, row))

    def proposal(self, text: str) -> str:
        """The first letters of the words, where they are free and good."""
        short = initials_of(text)
        return short if short and self.doubt_of(short, text) is None else ""

    def short_of(self, text: str) -> str:
        """The abbreviation that stands for these words already."""
        wanted = one_line(text).lower()
        return next((key for key, words in self.known.items() if one_line(words).lower() == wanted), "")

    def found(self, typed: str, first: Sequence[ReadyPlace] = ()) -> tuple[ReadyText, ...]:
        """The sentences in which every typed word stands, accent-free; those of the named places first."""
        parts = fold(typed).split()
        places = [*first, *(place for place in ReadyPlace if place not in first)]

        def rank(row: ReadyText) -> tuple[bool, int]:
            in_title = all(part in fold(row.title) for part in parts)
            return not in_title, places.index(row.place)

        kept = [
            row
            for row in self.ready
            if all(part in fold(f"{row.title} {row.place.label} {row.text}") for part in parts)
        ]
        return tuple(sorted(kept, key=rank))


def takes_the_place_of(short: str) -> str:
    """How a new abbreviation is spoken of: "gõ “dtt” rồi dấu cách"."""
    return f"gõ “{key_of(short)}” rồi dấu cách"
