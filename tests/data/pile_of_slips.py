"""Sixty slips of three thôn as they lie in a pile (`pile_of_slips.tsv`); all of it is invented (C4)."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class Slip(NamedTuple):
    """`who` is typed as it stands, xóm after a stroke. A `known` one is typed like that, without accents, and
    then picked from the list, which gives `who`."""

    place: str
    who: str
    known: str
    text: str


def read_pile() -> tuple[Slip, ...]:
    lines = Path(__file__).with_suffix(".tsv").read_text(encoding="utf-8").splitlines()
    return tuple(Slip(*line.split("\t")) for line in lines[1:])
