"""What took the place of a basis that is no longer in force, by the office's own library (P3, P13)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from dialogue_desktop.domain.plan import LegalBasis
from dialogue_desktop.domain.text_vi import fold

#: Words that every basis has.
_COMMON = frozenset(
    "can cu thuc hien luat nghi dinh phap lenh so ngay thang nam mot dieu cua sua doi bo sung va ve quy "
    "dinh".split()
)
_FEWEST = 3


def successor(basis: LegalBasis, library: Sequence[LegalBasis], today: date) -> LegalBasis | None:
    """The entry in force today that speaks of the same thing; None where none does."""
    said = _subject(basis.text)
    best: LegalBasis | None = None
    most = _FEWEST - 1
    for entry in library:
        if entry.in_force_from is None or entry.in_force_from > today:
            continue
        if entry.in_force_to is not None and entry.in_force_to < today:
            continue
        common = len(said & _subject(entry.text))
        if common > most:
            best, most = entry, common
    return best


def _subject(text: str) -> frozenset[str]:
    words = re.findall(r"[^\W\d_]+", fold(text))
    return frozenset(word for word in words if word not in _COMMON)
