"""Whatever was done on three laptops, in whatever order they meet: one conference, no word lost (L11).

A larger run: HYPOTHESIS_PROFILE=thorough.
"""

from __future__ import annotations

import itertools
import os
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dialogue_desktop.domain.merging import conflicts, read, removals
from dialogue_desktop.domain.records import Voice
from dialogue_desktop.exchange.package import Package
from dialogue_desktop.exchange.package_read import contents_of
from dialogue_desktop.exchange.package_write import to_json
from dialogue_desktop.services.merge_union import canonical_value, unite
from tests.merging.acts import do
from tests.merging.laptops import Laptop, texts_of, written_in

NAMES = ("van-phong", "hoi-truong", "thu-ky-2")
_FEW = 8 if os.environ.get("HYPOTHESIS_PROFILE", "project") == "project" else 300
few = settings(max_examples=_FEW, suppress_health_check=list(HealthCheck), deadline=None)

#: (laptop, what, which record, how): drawn once, done with real services.
acts = st.lists(
    st.tuples(st.integers(0, 2), st.integers(0, 16), st.integers(0, 5), st.integers(0, 2)), max_size=20
)


class Evening:
    """Three laptops that began from one copy and did their acts apart."""

    def __init__(self, root: Path, drawn: list[tuple[int, int, int, int]]) -> None:
        office = Laptop(root, NAMES[0], "Trần Thị Hà")
        office.plan()
        office.collect("Đường trục thôn lầy lội")
        office.collect("Mương N4 bị lấp")
        office.app.live.add_turn(office.cid, Voice("Bùi Văn Đức", "ông", "thôn Đồng Vạn"))
        stick = office.send()
        self.laptops = [office]
        for late, (name, author) in enumerate(zip(NAMES[1:], ("Lê Văn Ổn", "Phạm Thị Mơ"), strict=True)):
            self.laptops.append(Laptop(root, name, author, late=3 + 4 * late))
            self.laptops[-1].take(stick)
        for number, what, which, how in drawn:
            do(self.laptops[number], what, which, how)

    def packages(self) -> list[Package]:
        return [laptop.package() for laptop in self.laptops]

    def close(self) -> None:
        for laptop in self.laptops:
            laptop.close()


def _plain(package: Package) -> bytes:
    return to_json(package)


@few
@given(acts)
def test_the_union_does_not_ask_who_met_whom_first(drawn: list[tuple[int, int, int, int]]) -> None:
    """Commutative, associative, idempotent; what comes out is a package that is read again as it is."""
    with tempfile.TemporaryDirectory() as folder:
        evening = Evening(Path(folder), drawn)
        try:
            a, b, c = evening.packages()
        finally:
            evening.close()

    def join(*ones: Package, settle: bool = False) -> Package:
        whole = ones[0]
        for other in ones[1:]:
            whole = unite(whole, other, settle=settle).package
        return whole

    expected = _plain(join(a, b, c))
    for order in itertools.permutations((a, b, c)):
        assert _plain(join(*order)) == expected
    assert _plain(join(a, join(b, c))) == expected
    assert _plain(join(join(a, b, c), a, b, c)) == expected
    assert _plain(join(a, a)) == _plain(a)
    assert not unite(join(a, b), b, settle=False).entries
    # Settled, two that meet are the same from either side, and meeting again changes nothing.
    for one, other in itertools.permutations((a, b, c), 2):
        settled = join(one, other, settle=True)
        assert _plain(settled) == _plain(join(other, one, settle=True))
        assert _plain(join(settled, other, settle=True)) == _plain(settled)
        assert _plain(join(other, settled, settle=True)) == _plain(settled)
        _whole(settled)
    _no_word_is_lost((a, b, c), join(a, b, c))
    _no_word_is_lost((a, b, c), join(a, b, c, settle=True))


def _whole(package: Package) -> None:
    """The importer takes it, and no two things have one number or place."""
    assert contents_of(_plain(package)).package == package
    for rows in (package.records.opinions, package.records.turns):
        numbers = [row.number for row in rows]
        assert len(set(numbers)) == len(numbers)
    rounds = [(row.opinion_id, row.round) for row in package.records.answers]
    assert len(set(rounds)) == len(rounds)
    ties = {row.id: row.answered_with for row in package.records.opinions}
    assert not [one for one, lead in ties.items() if ties.get(lead) in ties]  # no chain, no circle
    places = [row.position for row in package.records.conclusions]
    assert len(set(places)) == len(places)


def _no_word_is_lost(parts: tuple[Package, ...], whole: Package) -> None:
    """Every word stays in the journal. What a laptop showed is shown, was changed or taken away by somebody
    who had it before his eyes, or stands in the list of what is to be looked at."""
    for part in parts:
        assert texts_of(part) <= texts_of(whole)
    reading = read(whole.journal, canonical_value)
    listed = {(one.record.value, one.id, one.field) for one in conflicts(reading)}
    asked = {(one.record.value, one.id) for one in removals(reading)}
    asked |= {(edit.record.value, edit.id) for one in removals(reading) for edit in one.edits}
    shown = {text for _, _, text in written_in(whole.records)}
    for part in parts:
        for kind, record_id, text in written_in(part.records):
            if text in shown or (kind, record_id, "text") in listed or (kind, record_id) in asked:
                continue
            assert _was_seen_and_changed(whole, kind, record_id, text), (kind, record_id, text)


def _was_seen_and_changed(whole: Package, kind: str, record_id: str, text: str) -> bool:
    """Whether an act found these very words and wrote others, or took the record away having seen them."""
    for entry in whole.journal:
        gone = any(
            c.record.value == kind and c.id == record_id and c.field == "alive" and c.new is False
            for c in entry.changes
        )
        for change in entry.changes:
            if change.record.value == kind and change.id == record_id and change.field == "text":
                if change.old == text and (change.new != text or gone):
                    return True
    return False


@few
@given(acts, st.permutations(range(3)))
def test_laptops_that_met_all_hold_the_same(drawn: list[tuple[int, int, int, int]], order: list[int]) -> None:
    """On real data folders, settled, in any order: after everybody met everybody all packages are equal, the
    rows are what the journal says, and one more round changes nothing."""
    with tempfile.TemporaryDirectory() as folder:
        evening = Evening(Path(folder), drawn)
        try:
            for _ in range(4):
                for number in order:
                    stick = evening.laptops[number].send()
                    for laptop in evening.laptops:
                        laptop.take(stick)
                if len({laptop.bytes() for laptop in evening.laptops}) == 1:
                    break
            first = evening.laptops[0].bytes()
            assert all(laptop.bytes() == first for laptop in evening.laptops)
            stick = evening.laptops[order[0]].send()
            for laptop in evening.laptops:
                assert laptop.take(stick).backup is None
                assert laptop.bytes() == first
            _whole(evening.laptops[0].package())
        finally:
            evening.close()


@few
@given(acts)
def test_one_laptop_alone_has_nothing_to_decide(drawn: list[tuple[int, int, int, int]]) -> None:
    """However one undoes and does again: nobody stands against oneself."""
    with tempfile.TemporaryDirectory() as folder:
        evening = Evening(Path(folder), [(0, what, which, how) for _, what, which, how in drawn])
        try:
            assert evening.laptops[0].app.merging.open_items(evening.laptops[0].cid) == ()
        finally:
            evening.close()
