"""The search index follows the rows: every kind of record, every change, every rebuild and upgrade (G3)."""

from __future__ import annotations

import shutil
import sqlite3
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desktop.domain.journal import Json, creation, edits, inverse, removal
from dialogue_desktop.domain.records import RecordKind
from dialogue_desktop.domain.search_words import plain_words
from dialogue_desktop.storage import search_index
from dialogue_desktop.storage.database import Database
from dialogue_desktop.storage.journal import Journal
from dialogue_desktop.storage.search_index import Facet, facet, record_of, row_of, token
from tests.storage.conftest import CID

KINDS = (RecordKind.OPINION, RecordKind.TURN, RecordKind.CONCLUSION, RecordKind.DELEGATE)
SCHEMAS = Path(__file__).resolve().parents[1] / "schemas"
_FIND = "SELECT rowid FROM record_search WHERE record_search MATCH ?"


def _add(journal: Journal, kind: RecordKind, record_id: str, **values: Json) -> None:
    journal.append(CID, f"{kind.value}.add", creation(kind, record_id, values))


def _hits(database: Database, query: str) -> list[tuple[RecordKind, str]]:
    found = []
    for (row,) in database.raw.execute(_FIND, (query,)):
        kind, key = record_of(row)
        (record_id,) = database.raw.execute(f"SELECT id FROM {kind.value} WHERE key = ?", (key,)).fetchone()
        found.append((kind, record_id))
    return sorted(found)


def _whole(db: sqlite3.Connection) -> list[tuple[Any, ...]]:
    return db.execute(
        "SELECT conference_id, id, words, exact, facets, by_name"
        " FROM record_search JOIN opinion ON key = record_search.rowid ORDER BY 1, 2"
    ).fetchall()


@given(st.sampled_from(KINDS), st.integers(1, 2**40))
def test_rows_of_the_index_lead_back_to_their_record(kind: RecordKind, key: int) -> None:
    assert record_of(row_of(kind, key)) == (kind, key)


def test_each_kind_of_record_is_found_by_its_words(database: Database, journal: Journal) -> None:
    _add(
        journal, RecordKind.OPINION, "o1", number=7, text="Cầu Ngòi gãy lan can", prepared_answer="Sẽ hàn lại"
    )
    _add(journal, RecordKind.ANSWER, "a1", opinion_id="o1", round=1, text="Giao Phòng Kinh tế khảo sát")
    _add(
        journal,
        RecordKind.TURN,
        "t1",
        voice={"name": "Y H’Bia Niê", "locality": "buôn Ea Tla"},
        topic="Lớp học",
    )
    _add(journal, RecordKind.CONCLUSION, "k1", text="Làm xong cầu Ngòi trước mùa mưa", unit="Phòng Kinh tế")
    _add(journal, RecordKind.DELEGATE, "d1", name="Lò Văn Ế", office="Bí thư chi bộ")
    assert _hits(database, "words:(cau AND ngoi)") == [
        (RecordKind.CONCLUSION, "k1"),
        (RecordKind.OPINION, "o1"),
    ]
    for words in ("khao AND sat", "han AND lai", "7"):
        assert _hits(database, f"words:({words})") == [(RecordKind.OPINION, "o1")]
    assert _hits(database, "words:(hbia AND nie)") == [(RecordKind.TURN, "t1")]
    assert _hits(database, "words:(chi AND bo)") == [(RecordKind.DELEGATE, "d1")]
    assert _hits(database, f"facets:{facet(Facet.CONFERENCE, CID)}") == sorted(
        [
            (RecordKind.OPINION, "o1"),
            (RecordKind.TURN, "t1"),
            (RecordKind.CONCLUSION, "k1"),
            (RecordKind.DELEGATE, "d1"),
        ]
    )


def test_an_answer_that_changes_or_goes_is_followed(database: Database, journal: Journal) -> None:
    _add(journal, RecordKind.OPINION, "o1", text="Nước máy đục")
    _add(journal, RecordKind.ANSWER, "a1", opinion_id="o1", round=1, text="Đã lấy mẫu kiểm nghiệm")
    answered = f"facets:{facet(Facet.ANSWERED, '1')}"
    assert _hits(database, "words:mau") == _hits(database, answered) == [(RecordKind.OPINION, "o1")]
    change = edits(RecordKind.ANSWER, "a1", {"text": "Đã lấy mẫu kiểm nghiệm"}, {"text": "Thay ống mới"})
    journal.append(CID, "opinion.edit", change)
    assert _hits(database, "words:mau") == []
    assert _hits(database, "words:ong") == [(RecordKind.OPINION, "o1")]
    gone = journal.append(CID, "opinion.edit", removal(RecordKind.ANSWER, "a1"))
    assert _hits(database, "words:ong") == _hits(database, answered) == []
    journal.append(CID, "undo:opinion.edit", inverse(gone), undoes=gone.id)
    assert _hits(database, "words:ong") == [(RecordKind.OPINION, "o1")]


def test_who_is_anonymous_is_not_found_by_name(database: Database, journal: Journal) -> None:
    """M2: not even by the one who keeps the list; the thôn stays."""
    voices = [{"name": "Đỗ Thị Nhàn", "locality": "thôn Hạ Vi"}]
    _add(journal, RecordKind.OPINION, "o1", text="Bị dọa", voices=voices, anonymous=True)
    assert _hits(database, "words:nhan") == []
    assert _hits(database, f"facets:{facet(Facet.LOCALITY, 'thôn Hạ Vi')}") == [(RecordKind.OPINION, "o1")]


def test_a_field_that_an_import_leaves_out_counts_as_its_default(
    database: Database, journal: Journal
) -> None:
    """C4: entries of imports name only what differs."""
    _add(journal, RecordKind.OPINION, "o1", text="Xin làm đường")
    for kind, value in (
        (Facet.SOURCE, "hoi_nghi"),
        (Facet.FIELD, ""),
        (Facet.STATE, "chua"),
        (Facet.BEYOND, ""),
    ):
        assert _hits(database, f"facets:{facet(kind, value)}") == [(RecordKind.OPINION, "o1")]


def test_an_outcome_moves_the_opinion_to_another_state(database: Database, journal: Journal) -> None:
    _add(journal, RecordKind.OPINION, "o1", text="Xin làm đường")
    for changed, state in (
        (("prepared_answer", "Đã có vốn"), "chuan_bi"),
        (("outcome", "van_ban"), "con_viec"),
        (("outcome", "tra_loi"), "xong"),
    ):
        journal.append(CID, "opinion.edit", edits(RecordKind.OPINION, "o1", {}, dict([changed])))
        assert _hits(database, f"facets:{facet(Facet.STATE, state)}") == [(RecordKind.OPINION, "o1")]


@pytest.mark.parametrize("column", ["marked", "withheld", "received_on", "draft_due", "linked_id"])
def test_what_nobody_searches_by_leaves_the_index_alone(column: str) -> None:
    """L9: a save writes no more than it must."""
    assert not search_index.watches(RecordKind.OPINION, [column])
    assert search_index.watches(RecordKind.OPINION, [column, "text"])
    assert not search_index.watches(RecordKind.ATTENDANCE, ["label"])


def test_a_rebuilt_index_is_the_one_that_grew(database: Database, journal: Journal) -> None:
    for number in range(1, 9):
        text = f"Mương số {number} bồi lấp, xin nạo vét"
        _add(
            journal, RecordKind.OPINION, f"o{number}", number=number, text=text, voices=[{"name": "Vi Thị Ủ"}]
        )
        _add(
            journal,
            RecordKind.ANSWER,
            f"a{number}",
            opinion_id=f"o{number}",
            round=1,
            text=f"Vét đợt {number}",
        )
    journal.append(CID, "opinion.remove", removal(RecordKind.OPINION, "o3"))
    before = _whole(database.raw)
    assert len(before) == 7
    database.raw.execute("DELETE FROM opinion WHERE id = 'o5'")  # its words stay behind in the index
    journal.rebuild(CID)
    assert _whole(database.raw) == before
    database.raw.execute("BEGIN")
    search_index.fill(database.raw)
    database.raw.execute("COMMIT")
    assert _whole(database.raw) == before


@pytest.mark.parametrize("number", [1, 2, 3])
def test_an_upgrade_fills_the_index(number: int, tmp_path: Path) -> None:
    """G4: what was said before the upgrade is found after it, with its exact letters and its filters."""
    shutil.copy(SCHEMAS / f"schema_{number:04d}.sqlite3", tmp_path / "dialogue.sqlite3")
    upgraded = Database(tmp_path / "dialogue.sqlite3", backup_before_migration=tmp_path / "backups")
    try:
        (row,) = upgraded.raw.execute("SELECT words, exact, facets FROM record_search").fetchall()
        assert row[0].split() == ["1", *plain_words("Đường trục thôn lầy lội")]
        assert row[1].split()[0] == "1d9u8o8ng"
        assert facet(Facet.CONFERENCE, CID) in row[2].split()
        assert upgraded.raw.execute("SELECT draft_due FROM opinion").fetchone() == (None,)
    finally:
        upgraded.close()


@given(st.text(max_size=12), st.text(max_size=12))
def test_tokens_differ_where_words_differ(one: str, other: str) -> None:
    """Words that are told apart in Python are told apart in the index, in any script."""
    words, others = plain_words(one), plain_words(other)
    assert ([token(w) for w in words] == [token(w) for w in others]) == (words == others)
    assert all(token(word).isascii() and token(word).isalnum() for word in words)


def test_a_pair_kept_apart_is_a_record_like_the_others(database: Database, journal: Journal) -> None:
    """C6: it is in the rows, and the same whichever laptop said it."""
    from dialogue_desktop.domain.records import Apart
    from dialogue_desktop.storage.records_query import RecordsQuery

    pair = Apart.of("o2", "o1")
    assert pair == Apart.of("o1", "o2") == Apart("o1~o2", "o1", "o2")
    _add(journal, RecordKind.APART, pair.id, first="o1", second="o2")
    assert RecordsQuery(database).records(CID).apart == (pair,)


def test_the_day_of_a_prepared_answer_is_kept(database: Database, journal: Journal) -> None:
    from dialogue_desktop.storage.records_query import RecordsQuery

    _add(journal, RecordKind.OPINION, "o1", text="Xin làm đường", draft_due="2026-04-22")
    assert RecordsQuery(database).records(CID).opinions[0].draft_due == date(2026, 4, 22)
