"""What is typed into any field of any window comes out as it was meant, by every kind of tool (L12)."""

from __future__ import annotations

import pytest

from tests.ui.vietnamese.fields import sites
from tests.ui.vietnamese.sentences import ENOUGH, sentences
from tests.ui.vietnamese.stations import PAGES, STATIONS, Visits

# The questions are windows of their own, of whose size the offscreen platform knows nothing.
pytestmark = [pytest.mark.slow, pytest.mark.qt_log_ignore("does not support", extend=True)]


@pytest.mark.parametrize("station", STATIONS)
def test_typing_into_every_field(visits: Visits, station: str) -> None:
    """L12: Telex and VNI, Backspaces, selections, clipboard, open words; lists hanging open, pauses within
    words, somebody else writing meanwhile: the text stands there, and would be stored, letter by letter."""
    assert "\n".join(visits.faults(station)) == ""


def test_every_page_has_a_station(visits: Visits) -> None:
    """A new page without a station is typed into by nobody."""
    assert set(visits.walk.program.desk.factories.table()) == set(PAGES)


def test_no_field_was_passed_by(visits: Visits) -> None:
    """Every line of the program that makes a field was reached, and every field that a window had."""
    walk = visits.everywhere()
    typed = walk.ledger.typed
    reached = {(place.file, place.line) for place in typed}
    assert sorted(f"{file}:{line}" for file, line in sites() - reached) == []
    assert (
        sorted(f"{place}, {where}" for place, where in walk.ledger.made.items() if place not in typed) == []
    )


def test_a_thousand_sentences_came_out(visits: Visits) -> None:
    """L12: all of them, each in one field at least, and nothing was lost on the way."""
    walk = visits.everywhere()
    assert len(set(sentences())) >= ENOUGH
    assert set(sentences()) - walk.sent == set()
    assert walk.program.lost == []
