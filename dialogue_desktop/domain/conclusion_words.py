"""What a conclusion says of its unit and day, and how it is read out whole (L8)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Protocol

from dialogue_desktop.domain.records import Conclusion
from dialogue_desktop.domain.spoken import spoken, spoken_date
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.domain.words_vi import date_short

_DAY = re.compile(
    r"(?<![\d/])(?P<d>\d{1,2})(?:/(?P<m>\d{1,2})/(?P<y>\d{4})(?![\d/])|"
    r" tháng (?P<mw>\d{1,2}) năm (?P<yw>\d{4}))"
)
_LIMIT = re.compile(r"(?:trước|chậm nhất|đến hết|xong trong)(?: là)?(?: [^\W\d_]+){0,3},? ngày $")


class Words(Protocol):
    """`documents.phrases.Phrases` of the conclusions."""

    def __call__(self, key: str, **values: object) -> str: ...


def says_unit(text: str, unit: str) -> bool:
    """Whether the text names the unit, however its letters are marked."""
    said, wanted = f" {_plain(text)} ", _plain(unit)
    return bool(wanted) and f" {wanted} " in said


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", fold(text)))


def says_day(text: str, day: date) -> bool:
    return any(found == day for _, found in _days(text))


def _days(text: str) -> Iterable[tuple[re.Match[str], date | None]]:
    for match in _DAY.finditer(text):
        parts = (match["y"] or match["yw"], match["m"] or match["mw"], match["d"])
        try:
            yield match, date(*(int(part) for part in parts))
        except ValueError:
            yield match, None


def other_limit(text: str, day: date | None) -> date | None:
    """A day up to which the text promises something, when it is not `day`; None where they agree."""
    for match, found in _days(text):
        if found is not None and found != day and _LIMIT.search(text[: match.start()]):
            return None if day is not None and says_day(text, day) else found
    return None


def swap_day(text: str, old: date | None, new: date | None) -> str:
    """The text with the new day wherever it said the old one."""
    if old is None or new is None:
        return text
    said = [match.span() for match, found in _days(text) if found == old]
    for start, end in reversed(said):
        text = text[:start] + date_short(new) + text[end:]
    return text


def swap_unit(text: str, old: str, new: str) -> str:
    return re.sub(rf"(?<!\w){re.escape(old)}(?!\w)", lambda _: new, text) if old and new else text


def whole_sentence(row: Conclusion, words: Words) -> str:
    """The conclusion with the unit and the day that its text does not say itself."""
    text = row.text.strip().rstrip(" .;")
    parts = [text] if text else []
    if row.unit and not says_unit(text, row.unit):
        parts.append(words("unit_behind", unit=row.unit))
    if row.deadline is not None and not says_day(text, row.deadline):
        parts.append(words("day_behind", day=date_short(row.deadline)))
    whole = "; ".join(parts)
    return whole if not whole or whole[-1] in ".!?…" else f"{whole}."


def read_aloud(row: Conclusion, words: Words) -> str:
    """The same for who reads it into the microphone: no figure, no abbreviation, the weekday of the day."""
    sentence = whole_sentence(row, words)
    if row.deadline is not None:
        said = [match.span() for match, found in _days(sentence) if found == row.deadline]
        for start, end in reversed(said):
            before = sentence[:start]
            before = before.removesuffix("ngày ")
            sentence = f"{before}{spoken_date(row.deadline)}{sentence[end:]}"
    return spoken(sentence)
