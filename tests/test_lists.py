"""The office's lists: whole, without repeats, and laws offered only while they are in force."""

from __future__ import annotations

import unicodedata
from dataclasses import fields
from datetime import date

import pytest

from dialogue_desktop import lists, profiles
from dialogue_desktop.domain.placeholders import MEANINGS, names_in
from dialogue_desktop.domain.records import Outcome
from dialogue_desktop.resource_files import ResourceError
from tests.seed_overlap import ROOT, copied

FOLDER = ROOT / "resources" / "lists"
FILES = sorted(FOLDER.glob("*.json"))


@pytest.fixture
def office() -> lists.OfficeLists:
    return lists.load(FOLDER)


def test_every_file_is_read(office):
    """P4: no list lies in the folder unread."""
    assert {field.name for field in fields(office)} == {path.stem for path in FILES}
    assert all(getattr(office, field.name) for field in fields(office))


def test_fields_are_at_most_twenty_and_end_with_the_rest(office):
    """C6: about twelve fields and "Khác"; the profile starts with the same."""
    assert len(office.fields) <= 20
    assert office.fields[-1] == "Khác"
    profile = profiles.load(ROOT / "resources" / "profiles", "ubnd_nhan_dan")
    assert profile.fields == office.fields
    assert set(profile.units) <= set(office.units)
    assert set(profile.participants) <= set(office.participants)


def test_nothing_is_offered_twice(office):
    """P8, P12: each thing once."""
    for field in fields(office):
        rows = getattr(office, field.name)
        keys = [getattr(row, "id", row) for row in rows]
        assert len(keys) == len(set(keys)), field.name


def test_every_outcome_has_phrases(office):
    """L3: above all a reason for refusing."""
    assert office.outcome_phrases.keys() == set(Outcome)
    assert all(office.outcome_phrases.values())


@pytest.mark.parametrize(
    ("day", "law"),
    [
        (date(2024, 8, 28), "luat-77-2015"),
        (date(2025, 2, 28), "luat-77-2015"),
        (date(2025, 3, 1), "luat-65-2025"),
        (date(2025, 6, 15), "luat-65-2025"),
        (date(2025, 6, 16), "luat-72-2025"),
        (date(2026, 4, 1), "luat-72-2025"),
    ],
)
def test_exactly_one_law_on_local_government_is_in_force(office, day, law):
    """P3: 2015 until 28/02/2025, 65/2025 until 15/6/2025, then 72/2025."""
    laws = {"luat-77-2015", "luat-65-2025", "luat-72-2025"}
    assert {basis.id for basis in lists.in_force(office.legal_bases, day)} & laws == {law}


def test_the_democracy_law_follows_the_ordinance(office):
    """P3: the law of 2022 from 01/7/2023, the ordinance of 2007 until the day before."""
    both = {"luat-10-2022", "phap-lenh-34-2007"}
    before = {b.id for b in lists.in_force(office.legal_bases, date(2023, 6, 30))} & both
    after = {b.id for b in lists.in_force(office.legal_bases, date(2023, 7, 1))} & both
    assert (before, after) == ({"phap-lenh-34-2007"}, {"luat-10-2022"})


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_texts_are_nfc_known_and_our_own(path):
    """P4, G5: no decomposed letter, no unknown placeholder, no sentence of a seed."""
    raw = path.read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", raw)
    if path.stem != "outcome_phrases":
        assert set(names_in(raw)) <= MEANINGS.keys()
    assert copied(path) == []


def test_a_missing_list_is_named(tmp_path):
    """G5: which file is missing is said."""
    with pytest.raises(ResourceError, match=r"fields\.json"):
        lists.load(tmp_path)
