"""Goes through the program and types into whatever can be typed into; keeps a list of what went wrong."""

from __future__ import annotations

from collections import Counter

from PySide6.QtWidgets import QLineEdit
from shiboken6 import isValid

from tests.ui.vietnamese import hand
from tests.ui.vietnamese.fields import Ledger, Place, TextField, typeable
from tests.ui.vietnamese.program import Program
from tests.ui.vietnamese.sentences import sentences
from tests.ui.vietnamese.strokes import TOOLS
from tests.ui.vietnamese.trial import Pause, Trial, list_under, words_in

#: So many sentences in a row go into every field: each way of rewriting once.
EACH = 7
#: Fields that one line of the program makes are alike: after the first of them one sentence is enough.
FEW = 1
#: Digits stay digits in VNI where no vowel stands before them; one of these goes into every field.
NUMBERS = ("12/4/2026", "7 giờ 30", "1.250")
#: By the number of the sentence.
_PAUSES = {1: Pause.IN_A_WORD, 4: Pause.AFTER_A_BLANK, 5: Pause.IN_A_WORD}


class Walk:
    """`type_here` is called at each station of the way; `faults` stays empty when all is well."""

    def __init__(self, program: Program, ledger: Ledger, *, each: int = EACH, few: int = FEW) -> None:
        self.program, self.ledger = program, ledger
        self.faults: list[str] = []
        self.sent: set[str] = set()
        self.count = 0
        self._each, self._few, self._next = each, few, 0
        self._alike: Counter[tuple[str, int]] = Counter()
        self._done: set[tuple[str, Place]] = set()

    # --- stations -------------------------------------------------------------------------------------

    def type_here(self, station: str, *, keep: bool = False) -> None:
        """Into every field on view that had no letters at this page yet, and into those that come of it.

        What stood there before stands there again afterwards; with `keep` an empty field keeps its words.
        """
        self.ledger.note_made(station, self.program.window)
        while fields := self.fresh(station):
            self._done.add((_page(station), self.ledger.place(fields[0])))
            self._exercise(station, fields[0], keep)

    def fresh(self, station: str) -> list[TextField]:
        """What on view had no letters at this page yet."""
        page = _page(station)
        return [field for field in typeable() if (page, self.ledger.place(field)) not in self._done]

    def rest_of_them(self, station: str, *fields: TextField) -> None:
        """All sentences that no field had yet, in turn."""
        left = [one for one in sentences() if one not in self.sent]
        for number, sentence in enumerate(left):
            field = fields[number % len(fields)]
            self._try(station, Trial(field, sentence, TOOLS[number % len(TOOLS)]))

    def _exercise(self, station: str, field: TextField, keep: bool) -> None:
        kept, window, place = words_in(field), field.window(), self.ledger.place(field)
        window.setUpdatesEnabled(False)  # drawing shows nothing here and takes a third of the time
        self._alike[place[:2]] += 1
        first = self._alike[place[:2]] == 1
        offering = list_under(field)
        for number in range(self._each if first else self._few):
            sentence, tool = sentences()[self._next % len(sentences())], TOOLS[self._next % len(TOOLS)]
            self._next += 1
            offers, pause = offering if number % 2 else None, _PAUSES.get(number) if first else None
            self._try(station, Trial(field, sentence, tool, offers, pause, self._rest))
        self._try(station, Trial(field, NUMBERS[self._next % len(NUMBERS)], TOOLS[self._next % len(TOOLS)]))
        self.ledger.note_typed(place)
        if kept or not keep:
            _put_back(field, kept)
        window.setUpdatesEnabled(True)

    def _try(self, station: str, trial: Trial) -> None:
        self.count += 1
        place = self.ledger.place(trial.field) if isValid(trial.field) else "a field that is gone"
        wrong = trial.fault()
        if wrong:
            self.faults.append(f"{station}, {place} ({trial.tool.name}): {wrong}")
        else:
            self.sent.add(trial.text)

    def _rest(self) -> None:
        """What waits is written, and somebody else writes too."""
        self.program.rest()
        self.program.stir()
        self.program.hurry()


def _page(station: str) -> str:
    """Stations are called "page: where in it"."""
    return station.partition(":")[0]


def _put_back(field: TextField, text: str) -> None:
    """What stood there before, by the road of a paste."""
    if not isValid(field) or words_in(field) == text:
        return
    if isinstance(field, QLineEdit):
        field.selectAll()
        field.insert(text)
    else:
        field.selectAll()
        field.insertPlainText(text)
    hand.turn()
