"""A pile of sixty slips typed through the window by keys alone, and how many keys are not text (C4)."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import Any

import pytest

from dialogue_desktop.domain.records import SlipBatch, Source
from tests.data.pile_of_slips import Slip, read_pile
from tests.live.hall import Hall
from tests.ui.page_stage import PageStage
from ui.live.session.quick_add import parse
from ui.opinions import hints

MOST_KEYS = 3.0
_LOG = logging.getLogger(__name__)


class Hand:
    """Types, and counts the keys that are not text."""

    def __init__(self, stage: PageStage) -> None:
        self.stage, self.keys, self.taken = stage, 0, 0

    def key(self, *names: str) -> None:
        self.keys += len(names)
        self.stage.key(*names)

    def slip(self, slip: Slip) -> None:
        """One slip: the person, the words, the suggested field where one is offered, and save."""
        stage, form = self.stage, self.stage.page.form
        stage.type(slip.known or slip.who)
        if slip.known:
            person: Any = form.people.first
            shown = [one.text.casefold() for one in person.suggestions.shown]
            self.key(*["Down"] * (shown.index(slip.who.casefold()) + 1), "Return")
        else:
            self.key("Return")
        assert form.text.hasFocus()
        for word in re.split(r"(?<= )", slip.text):  # as an input method hands them over
            stage.letter(word)
        stage.settle()  # the pause in which the words are read over
        if stage.page.takes["field"].isEnabled():
            self.taken += 1
            self.key("Ctrl+E")
        self.key("Ctrl+Return")


def hand_out(hall: Hall, pile: tuple[Slip, ...]) -> None:
    """The office's usual fields, and each thôn its numbers."""
    hall.app.planning.save_plan(hall.cid, replace(hall.app.planning.plan(hall.cid), fields=()))
    first = 1
    for place, slips in groupby(pile, lambda slip: slip.place):
        last = first + len(tuple(slips)) - 1
        batch = SlipBatch("", 0, place, "Chi bộ thôn", first, last, date(2026, 4, 10))
        hall.app.inviting.hand_out(hall.cid, batch)
        first = last + 1


def test_sixty_slips_by_keys(
    hall: Hall,
    open_page: Callable[..., PageStage],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """C4, C5, C6: at most three keys a slip that are not text; every word of all sixty in the database."""
    pile = read_pile()
    assert len(pile) == 60
    hand_out(hall, pile)
    monkeypatch.setattr(hints, "PAUSE_MS", 0)
    stage = open_page()
    hand = Hand(stage)
    hand.key("Ctrl+N")
    stage.type("001")
    hand.key("Return")
    for slip in pile:
        hand.slip(slip)
    hand.key("Escape")
    written = hall.app.live.records(hall.cid).collected()
    localities = hall.app.planning.plan(hall.cid).localities
    for number, (slip, opinion) in enumerate(zip(pile, written, strict=True), start=1):
        assert opinion.text == slip.text
        assert (opinion.source, opinion.slip_number) == (Source.SLIP, f"{number:03}")
        who, _, hamlet = (part.strip() for part in slip.who.partition("/"))
        voice, (there,) = parse(who, localities).voice, opinion.voices
        assert (there.honorific, there.name, there.locality) == (voice.honorific, voice.name, slip.place)
        assert slip.known or there.hamlet == hamlet
        assert opinion.field
    average = hand.keys / len(pile)
    _LOG.info("keys that are not text: %.2f a slip; fields taken: %d", average, hand.taken)
    assert average <= MOST_KEYS, f"{average:.2f}"
