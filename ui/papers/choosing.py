"""What is typed into the small form of a paper, read as choices and written back (C3, C8–C11)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from dialogue_desktop.domain.paper_choices import READ, USUAL, USUAL_PER_PAGE, PaperChoices
from dialogue_desktop.domain.words_vi import thousands
from ui.wizard.reading import read_count, read_day, write_day

#: More blank letters or empty lines than these are a slip of the keyboard.
MOST_BLANK = 500

#: Fields that are typed; the others are chosen or ticked.
TYPED = frozenset({"number", "issued_on", "through", "due_on", "blank_letters", "walk_ins"})

_NUMBER_LENGTH, _THROUGH_LENGTH = 20, 120


def read(field: str, raw: Any) -> Any:
    """The value of a choice. ValueError with a sentence where it cannot be read."""
    reader = _READERS.get(field)
    return reader(str(raw)) if reader is not None else raw


def write(field: str, paper: str, choices: PaperChoices) -> Any:
    """What the form shows of a choice."""
    value = getattr(choices, field)
    if field in ("issued_on", "due_on"):
        return write_day(value)
    if field in ("blank_letters", "walk_ins"):
        return str(value) if value else ""
    if field == "per_page":
        return value or USUAL_PER_PAGE[paper]
    if field == "public":
        return value if value is not None else paper == "previous-results"
    return value


def problem(field: str) -> Callable[[str], str]:
    """Answers with the sentence that a field is wrong with, "" while it is right."""

    def check(raw: str) -> str:
        try:
            read(field, raw)
        except ValueError as error:
            return str(error)
        return ""

    return check


def changed(choices: PaperChoices, field: str, raw: Any) -> PaperChoices:
    """With one field as it is now in the form; the last readable value stays."""
    try:
        value = read(field, raw)
    except ValueError:
        return choices
    return replace(choices, **{field: value})


def kept(paper: str, choices: PaperChoices) -> PaperChoices:
    """What is kept for the next time: only what the paper reads, and not for whom it was printed once."""
    return replace(USUAL, **{field: getattr(choices, field) for field in READ.get(paper, ())})


def _blank(text: str) -> int:
    value = read_count(text) or 0
    if value > MOST_BLANK:
        raise ValueError(f"Nhiều nhất {thousands(MOST_BLANK)}.")
    return value


def _short(most: int) -> Callable[[str], str]:
    def read_short(text: str) -> str:
        words = " ".join(text.split())
        if len(words) > most:
            raise ValueError(f"Dài nhất {most} ký tự.")
        return words

    return read_short


_READERS: dict[str, Callable[[str], Any]] = {
    "number": _short(_NUMBER_LENGTH),
    "issued_on": read_day,
    "through": _short(_THROUGH_LENGTH),
    "due_on": read_day,
    "blank_letters": _blank,
    "walk_ins": _blank,
}
