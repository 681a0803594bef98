"""Telephones and houses that the office knows, looked for in texts however they are written there (M2)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dialogue_desktop.domain.conference import Contact
from dialogue_desktop.domain.private_words import MASKS
from dialogue_desktop.domain.redaction import Cut, CutKind

_DIGITS = re.compile(r"\d+")
#: A xóm or a thôn with a number, or the number alone, is no house.
_PLACE = re.compile(
    r"(?:(?:xóm|thôn|tổ|khu|ấp|bản|làng|đội|buôn|khóm|tổ dân phố|số)?[ ,]*\d{0,3}[ ,]*)+", re.IGNORECASE
)
_SHORTEST = 6


class ContactFinder:
    """Looks for `contacts`; a text without a number that one of them has costs nothing."""

    def __init__(self, contacts: Iterable[Contact]) -> None:
        self._phones: dict[str, re.Pattern[str] | None] = {}
        self._houses: dict[str, list[re.Pattern[str]]] = {}
        for contact in contacts:
            number = "".join(_DIGITS.findall(contact.phone))
            if len(number) >= _SHORTEST:
                self._phones[number] = None
            house = " ".join(contact.house_address.split())
            numbers = _DIGITS.findall(house)
            if numbers and not _PLACE.fullmatch(house):
                self._houses.setdefault(max(numbers, key=len), []).append(_loose(house))

    def cuts(self, text: str) -> Iterator[Cut]:
        numbers = _DIGITS.findall(text)
        digits = "".join(numbers)
        if len(digits) >= _SHORTEST:
            for number in self._phones:
                if number in digits:
                    yield from _cuts(CutKind.NUMBER, self._phone(number), text)
        for token in self._houses.keys() & set(numbers):
            for house in self._houses[token]:
                yield from _cuts(CutKind.ADDRESS, house, text)

    def _phone(self, number: str) -> re.Pattern[str]:
        known = self._phones[number]
        if known is None:
            pattern = r"[^0-9A-Za-z]*".join(number)
            known = self._phones[number] = re.compile(rf"(?<!\d){pattern}(?!\d)")
        return known


def _loose(house: str) -> re.Pattern[str]:
    """Whatever the blanks and commas between the words."""
    words = r"[ \u00a0]*[,;]?\s+".join(re.escape(word.rstrip(",;")) for word in house.split())
    return re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)


def _cuts(kind: CutKind, pattern: re.Pattern[str], text: str) -> Iterator[Cut]:
    for found in pattern.finditer(text):
        yield Cut(found.start(), found.end(), kind, MASKS[kind])
