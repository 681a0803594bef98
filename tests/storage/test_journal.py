"""The journal's promises: append-only, one flush, rows that follow, nothing half written (L9)."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desktop.domain.journal import (
    Change,
    Entry,
    Json,
    creation,
    edits,
    fold,
    inverse,
    redoable,
    removal,
    undoable,
)
from dialogue_desktop.domain.records import RecordKind
from dialogue_desktop.storage.consistency import rows_differ
from dialogue_desktop.storage.database import Database
from dialogue_desktop.storage.journal import Journal
from dialogue_desktop.storage.projection import UnknownField
from dialogue_desktop.storage.records_query import RecordsQuery
from tests.storage.conftest import AT, CID

OPINION = RecordKind.OPINION


def _opinion(text: str, number: int = 1) -> dict[str, Json]:
    return {"number": number, "text": text, "source": "hoi_nghi", "voices": [{"name": "Lò Văn Ế"}]}


def test_an_act_is_entry_row_and_search_words_at_once(database: Database, journal: Journal) -> None:
    """L9, G3: after the append all three are there."""
    entry = journal.append(CID, "opinion.add", creation(OPINION, "o1", _opinion("Đường trục thôn lầy lội")))
    assert journal.entries(CID) == (entry,)
    assert RecordsQuery(database).records(CID).opinions[0].voices[0].name == "Lò Văn Ế"
    found = database.raw.execute(
        "SELECT o.id FROM record_search s JOIN opinion o ON o.key = s.rowid WHERE record_search MATCH ?",
        ("words:(duong AND truc AND lo AND van AND e) AND exact:(1d9u8o8ng AND 5truc)",),
    ).fetchall()
    assert found == [("o1",)]


def test_the_journal_refuses_to_be_changed(database: Database, journal: Journal) -> None:
    """L9: triggers guard what was said."""
    journal.append(CID, "opinion.add", creation(OPINION, "o1", _opinion("Rãnh thoát nước bị lấp")))
    for statement in ("UPDATE journal SET kind = 'x'", "DELETE FROM journal"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            database.raw.execute(statement)
    assert len(journal.entries(CID)) == 1


def test_a_failing_act_leaves_nothing(database: Database, journal: Journal) -> None:
    """A change of a field that does not exist takes its whole entry back."""
    changes = creation(OPINION, "o1", {**_opinion("Xe tải nặng"), "khong_co": 1})
    with pytest.raises(UnknownField):
        journal.append(CID, "opinion.add", changes)
    assert journal.entries(CID) == ()
    assert RecordsQuery(database).records(CID).opinions == ()
    assert not database.raw.in_transaction


def test_the_same_act_twice_is_one(journal: Journal) -> None:
    """A retry after a crash, with the client's id, adds nothing."""
    changes = creation(OPINION, "o1", _opinion("Cắm lại mốc đất"))
    first = journal.append(CID, "opinion.add", changes, entry_id="e1")
    assert journal.append(CID, "opinion.add", changes, entry_id="e1") == first
    assert len(journal.entries(CID)) == 1


def test_rows_are_rebuilt_from_the_journal(database: Database, journal: Journal) -> None:
    """Damaged rows are noticed and come back as they were."""
    for number in range(1, 6):
        made = creation(OPINION, f"o{number}", _opinion(f"Ý kiến {number}", number))
        journal.append(CID, "opinion.add", made)
    journal.append(
        CID, "opinion.edit", edits(OPINION, "o2", {"text": "Ý kiến 2"}, {"text": "Nước sinh hoạt có váng"})
    )
    journal.append(CID, "opinion.remove", removal(OPINION, "o3"))
    before = RecordsQuery(database).records(CID)
    assert [o.id for o in before.opinions] == ["o1", "o2", "o4", "o5"]
    assert rows_differ(database, CID)[1] == 0
    database.raw.execute("UPDATE opinion SET text = 'bị sửa lén' WHERE id = 'o1'")
    database.raw.execute("DELETE FROM opinion WHERE id = 'o5'")
    assert rows_differ(database, CID)[1] == 2
    journal.rebuild(CID)
    assert RecordsQuery(database).records(CID) == before
    assert rows_differ(database, CID)[1] == 0


def test_a_removed_opinion_is_not_found_but_comes_back(database: Database, journal: Journal) -> None:
    """L9: deleting hides, undoing shows again, also in the search."""

    def hits() -> int:
        query = "SELECT count(*) FROM record_search WHERE record_search MATCH 'muong'"
        return int(database.raw.execute(query).fetchone()[0])

    journal.append(CID, "opinion.add", creation(OPINION, "o1", _opinion("Nạo vét mương N4")))
    removed = journal.append(CID, "opinion.remove", removal(OPINION, "o1"))
    assert hits() == 0
    journal.append(CID, "undo:opinion.remove", inverse(removed), undoes=removed.id)
    assert hits() == 1


def _entry(number: int, kind: str, changes: tuple[Change, ...] = (), undoes: str = "") -> Entry:
    return Entry(f"e{number}", number, "may-1", "", AT, kind, changes, undoes)


def test_undo_and_redo_walk_back_and_forth() -> None:
    """L9: every act can be taken back, and done again, in order."""
    entries = [_entry(1, "a"), _entry(2, "b")]

    def undo() -> str:
        found = undoable(entries, "may-1")
        assert found is not None
        entries.append(_entry(len(entries) + 1, f"undo:{found.kind}", undoes=found.id))
        return found.kind

    def redo() -> str | None:
        found = redoable(entries, "may-1")
        if found is None:
            return None
        entries.append(_entry(len(entries) + 1, f"redo:{found.kind}", undoes=found.id))
        return found.kind

    assert [undo(), undo()] == ["b", "a"]
    assert undoable(entries, "may-1") is None
    assert [redo(), redo(), redo()] == ["undo:a", "undo:b", None]
    assert undo() == "b"
    entries.append(_entry(len(entries) + 1, "c"))
    assert redo() is None
    assert undo() == "c"
    assert undoable(entries, "may-2") is None


@given(st.lists(st.tuples(st.sampled_from(["o1", "o2"]), st.text(max_size=8)), max_size=12), st.randoms())
def test_the_fold_does_not_depend_on_the_order_of_reading(
    writes: list[tuple[str, str]], random: object
) -> None:
    """L11: the union of journals folds the same way on every machine."""
    entries = [
        _entry(k, "opinion.edit", (Change(OPINION, record_id, "text", None, text),))
        for k, (record_id, text) in enumerate(writes)
    ]
    shuffled = list(entries)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert fold(shuffled) == fold(entries)


@given(st.dictionaries(st.sampled_from(["text", "field", "unit"]), st.text(max_size=6)))
def test_taking_an_edit_back_restores_every_field(wanted: dict[str, Json]) -> None:
    """L9: an entry and its inverse leave the state as it was."""
    born = _entry(1, "opinion.add", creation(OPINION, "o1", {"text": "a", "field": "b", "unit": "c"}))
    edit = _entry(2, "opinion.edit", edits(OPINION, "o1", {"text": "a", "field": "b", "unit": "c"}, wanted))
    back = _entry(3, "undo", inverse(edit), undoes=edit.id)
    assert fold([born, edit, back]) == fold([born])


WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from dialogue_desktop.domain.journal import creation
from dialogue_desktop.domain.records import RecordKind
from dialogue_desktop.storage.database import Database
from dialogue_desktop.storage.journal import Journal
database = Database(Path(sys.argv[1]))
journal = Journal(database, device="may-1", author=str, now=lambda: datetime.now(UTC))
for number in range(1, 100_000):
    values = {"number": number, "text": f"Ý kiến thứ {number}", "source": "hoi_nghi"}
    journal.append("dong-van", "opinion.add", creation(RecordKind.OPINION, f"o{number}", values))
    print(number, flush=True)
"""


@pytest.mark.parametrize("acts", [1, 7, 40])
def test_a_killed_program_loses_no_acknowledged_act(database: Database, acts: int) -> None:
    """L9: SIGKILL after the n-th acknowledged act; all n are there and the database is whole."""
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(database.path)],
        stdout=subprocess.PIPE,
        cwd=Path(__file__).resolve().parents[2],
        text=True,
    )
    assert writer.stdout is not None
    for _ in range(acts):
        writer.stdout.readline()
    writer.kill()
    writer.wait()
    writer.stdout.close()
    found = RecordsQuery(database).records(CID).opinions
    assert len(found) >= acts
    assert [o.number for o in found] == list(range(1, len(found) + 1))
    assert database.raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert rows_differ(database, CID)[1] == 0
