"""What the office chooses when it prints slips, invitations, lists and reports (C3, C8–C11)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class LetterNumbers(StrEnum):
    """How the letters of a series are numbered; a delegate's own number stands before all of these."""

    BLANK = "de_trong"
    SHARED = "chung"
    SUB = "so_phu"


LETTER_NUMBERS_LABELS: dict[LetterNumbers, str] = {
    LetterNumbers.BLANK: "Để trống, ghi tay",
    LetterNumbers.SHARED: "Một số chung",
    LetterNumbers.SUB: "Một số chung kèm số phụ",
}


@dataclass(frozen=True, slots=True)
class PaperChoices:
    """Every choice with what is usual; each paper reads its own.

    `per_page`: leaves on an A4 page, 1 or 2; None is two slips and one invitation. `only`: ids of the
    delegates or batches of slips, or names of the units, that are printed; empty for all. `number` and
    `issued_on` are those of the paper; `numbers` says what a series does with the number. `through` is who
    hands on the letters that do not go straight ("Ban công tác Mặt trận thôn"), else who leads the thôn.
    `due_on` is the day for slips and answers where the records have none. `blank_letters`: invitations
    without names, so many for each group. `page_per_locality`: the sign-in sheet of each thôn on pages of
    its own; `walk_ins`: empty lines at its end. `public`: fit to be posted or handed out; None is what is
    usual for the paper. `earlier`: id of the conference whose results are reported, the newest without it.
    """

    per_page: int | None = None
    only: tuple[str, ...] = ()
    number: str = ""
    numbers: LetterNumbers = LetterNumbers.BLANK
    issued_on: date | None = None
    through: str = ""
    due_on: date | None = None
    blank_letters: int = 0
    page_per_locality: bool = True
    walk_ins: int = 5
    public: bool | None = None
    earlier: str = ""


#: Nothing chosen: everything as is usual.
USUAL = PaperChoices()

#: Which of the choices each paper reads, besides `only`; a paper that is not here reads none.
READ: dict[str, tuple[str, ...]] = {
    "slips": ("per_page", "due_on"),
    "assigned-questions": ("number", "issued_on", "due_on"),
    "prepared-report": ("number", "issued_on", "public"),
    "previous-results": ("earlier", "number", "issued_on", "public"),
    "invitations": (
        "per_page",
        "numbers",
        "number",
        "issued_on",
        "through",
        "due_on",
        "blank_letters",
    ),
    "delegates": ("issued_on",),
    "sign-in": ("issued_on", "walk_ins", "page_per_locality"),
}
#: Leaves on a page where nothing is chosen.
USUAL_PER_PAGE: dict[str, int] = {"slips": 2, "invitations": 1}
