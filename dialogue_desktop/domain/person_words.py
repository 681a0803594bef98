"""How people and places are written on a line: honorifics before a name, and the thôn that a text means."""

from __future__ import annotations

from collections.abc import Sequence

from dialogue_desktop.domain.plan import Locality
from dialogue_desktop.domain.text_vi import fold

# Compared with their accents: "Chu", "Ba", "Co" are names, "chú", "bà", "cô" are not.
HONORIFICS = frozenset({"ông", "bà", "anh", "chị", "cô", "chú", "bác", "cụ", "cậu", "mợ", "thím", "em"})
# The one that is typed without accents so often that the rare name pays for it.
_PLAIN = {"ong": "ông"}


def split_honorific(text: str) -> tuple[str, str]:
    """ "bà Lê Thị Ổn" gives ("bà", "Lê Thị Ổn"); a lone word is a name."""
    first, _, rest = text.partition(" ")
    low = _PLAIN.get(first.lower(), first.lower())
    if rest and low in HONORIFICS:
        return low, rest.strip()
    return "", text


def match_locality(text: str, localities: Sequence[Locality]) -> Locality | None:
    """The one locality that the text can mean, accent-free: its name, its label, or a clear beginning."""
    key = fold(text)
    if not key:
        return None
    for same in (
        [x for x in localities if key in (fold(x.name), fold(x.label))],
        [x for x in localities if fold(x.name).startswith(key) or fold(x.label).startswith(key)],
        [x for x in localities if _initials(x.name) == key.replace(" ", "")],
    ):
        if len(same) == 1:
            return same[0]
        if same:
            return None
    return None


def _initials(name: str) -> str:
    return "".join(word[0] for word in fold(name).split())
