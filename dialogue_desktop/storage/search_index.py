"""What each record can be found by: its words, its exact words and what it may be filtered by (G3).

Rows of `record_search`: an opinion (with its answers) has the number of its own row, the others lie below
zero. `facets` are short tokens, so that a filter is one more word of the same query; all tokens are plain
letters and digits, so that the index breaks and compares them just as `domain.search_words` does.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from functools import lru_cache
from typing import Any

import msgspec

from dialogue_desktop.domain.journal import ALIVE
from dialogue_desktop.domain.opinion_state import OpinionState, state_of
from dialogue_desktop.domain.records import Outcome, RecordKind, Source
from dialogue_desktop.domain.search_words import words
from dialogue_desktop.domain.text_vi import name_sort_key
from dialogue_desktop.storage import kept_promises

#: Behind every name.
_NAMELESS = "\U0010ffff"


class Facet(Enum):
    """What can be filtered by; the value begins the token."""

    CONFERENCE = "c"
    LOCALITY = "l"
    FIELD = "f"
    SOURCE = "s"
    OUTCOME = "o"
    STATE = "z"
    UNIT = "u"
    ANSWERED = "a"
    BEYOND = "b"
    GROUP = "g"


@lru_cache(maxsize=4096)
def facet(kind: Facet, value: str) -> str:
    """The token of one value; values that differ in one letter have different tokens."""
    return kind.value + hashlib.blake2s(value.encode(), digest_size=6).hexdigest()


def token(word: str) -> str:
    """A word as the index holds it: letters beyond ASCII as their number, for it knows them otherwise."""
    return word if word.isascii() else "".join(c if c.isascii() else f"u{ord(c):x}u" for c in word)


#: How the records other than opinions lie below zero: -(4 · key + place).
_BELOW = (RecordKind.TURN, RecordKind.CONCLUSION, RecordKind.DELEGATE)
_OWN_COLUMNS: Mapping[RecordKind, tuple[str, ...]] = {
    RecordKind.TURN: ("voice", "topic"),
    RecordKind.CONCLUSION: ("text", "unit"),
    RecordKind.DELEGATE: ("honorific", "name", "office", "locality", "hamlet", "replaced_by", "note"),
}
_OPINION_WORDS = (
    "number", "text", "field", "group_note", "slip_number", "receiving_body", "prepared_answer",
    "prepared_by", "outcome_reason", "unit",
)  # fmt: skip
_OPINION_FACTS = ("voices", "anonymous", "source", "outcome", "deadline", "beyond_competence", "group_id")
_ANSWER_WORDS = ("follow_up", "answerer", "answerer_position", "text")

#: Columns whose change can change what a record is found by.
_WATCHED: Mapping[RecordKind, frozenset[str]] = {
    RecordKind.OPINION: frozenset({*_OPINION_WORDS, *_OPINION_FACTS, ALIVE}),
    RecordKind.ANSWER: frozenset({*_ANSWER_WORDS, "opinion_id", ALIVE}),
    RecordKind.COMMITMENT: frozenset({*kept_promises.WATCHED, ALIVE}),
    **{kind: frozenset({*columns, ALIVE}) for kind, columns in _OWN_COLUMNS.items()},
}

_SELECT_OPINION = (
    f"SELECT key, alive, {', '.join((*_OPINION_WORDS, *_OPINION_FACTS))} FROM opinion"  # noqa: S608
    " WHERE conference_id = ? AND id = ?"
)
_SELECT_ANSWERS = (
    f"SELECT {', '.join(_ANSWER_WORDS)} FROM answer"  # noqa: S608
    " WHERE conference_id = ? AND opinion_id = ? AND alive = 1"
)
_SELECT_OWN = {
    kind: f"SELECT key, alive, {', '.join(columns)} FROM {kind.value} WHERE conference_id = ? AND id = ?"  # noqa: S608
    for kind, columns in _OWN_COLUMNS.items()
}
_DELETE = "DELETE FROM record_search WHERE rowid = ?"
_REPLACE = (
    "INSERT OR REPLACE INTO record_search (rowid, words, exact, facets, by_name) VALUES (?, ?, ?, ?, ?)"
)

_decode: Callable[[str], Any] = msgspec.json.Decoder().decode


def row_of(kind: RecordKind, key: int) -> int:
    """The row in the index of the record with this key."""
    return key if kind is RecordKind.OPINION else -(4 * key + _BELOW.index(kind))


def record_of(row: int) -> tuple[RecordKind, int]:
    """The kind and the key that belong to a row of the index."""
    if row >= 0:
        return RecordKind.OPINION, row
    return _BELOW[-row % 4], -row // 4


def state_in(facets: str) -> OpinionState:
    """The state that the tokens of an opinion tell, so that what is shown is what is filtered by."""
    tokens = facets.split()
    return next(
        (one for one in OpinionState if facet(Facet.STATE, one.value) in tokens), OpinionState.UNANSWERED
    )


def watches(kind: RecordKind, columns: Iterable[str]) -> bool:
    """Whether a change of these columns asks for `refresh`."""
    watched = _WATCHED.get(kind)
    return watched is not None and not watched.isdisjoint(columns)


def refresh(db: sqlite3.Connection, conference_id: str, touched: Iterable[tuple[RecordKind, str]]) -> None:
    """Write anew what the touched records are found by; an answer stands for its opinion, a promise for those
    that wait for it, in whichever conference. Inside the caller's transaction."""
    ids = list(dict.fromkeys(touched))
    answered = [record_id for kind, record_id in ids if kind is RecordKind.ANSWER]
    opinions = {record_id for kind, record_id in ids if kind is RecordKind.OPINION}
    for answer_id in answered:
        row = db.execute(
            "SELECT opinion_id FROM answer WHERE conference_id = ? AND id = ?", (conference_id, answer_id)
        ).fetchone()
        if row is not None and row[0]:
            opinions.add(row[0])
    wanted = {(conference_id, opinion_id) for opinion_id in opinions}
    for kind, record_id in ids:
        if kind is RecordKind.COMMITMENT:
            wanted.update(kept_promises.opinions_of(db, conference_id, record_id))
    for where, opinion_id in sorted(wanted):
        _opinion(db, where, opinion_id)
    for kind, record_id in ids:
        if kind in _OWN_COLUMNS:
            _own(db, conference_id, kind, record_id)


def _opinion(db: sqlite3.Connection, conference_id: str, opinion_id: str) -> None:
    row = db.execute(_SELECT_OPINION, (conference_id, opinion_id)).fetchone()
    if row is None:  # an answer that came before its opinion
        return
    key, alive, number, *rest = row
    if not alive:
        db.execute(_DELETE, (key,))
        return
    said = dict(zip((*_OPINION_WORDS[1:], *_OPINION_FACTS), rest, strict=True))
    voices = _decode(said["voices"]) if said["voices"] else []
    parts = [str(number or ""), *(str(said[name] or "") for name in _OPINION_WORDS[1:])]
    named = ""
    for voice in voices:
        parts.append(str(voice.get("locality") or ""))
        if not said["anonymous"]:
            parts += [str(voice.get(name) or "") for name in ("honorific", "name", "hamlet")]
            named = named or str(voice.get("name") or "")
    answered = False
    for answer in db.execute(_SELECT_ANSWERS, (conference_id, opinion_id)):
        parts += [text for text in answer if text]
        answered = answered or bool(answer[-1])
    facets = [
        facet(Facet.CONFERENCE, conference_id),
        facet(Facet.FIELD, said["field"] or ""),
        facet(Facet.SOURCE, said["source"] or Source.HALL.value),
        facet(Facet.OUTCOME, said["outcome"] or ""),
        facet(Facet.UNIT, said["unit"] or ""),
        facet(Facet.ANSWERED, "1" if answered or said["prepared_answer"] else ""),
        facet(Facet.BEYOND, "1" if said["beyond_competence"] else ""),
        *{facet(Facet.LOCALITY, str(voice.get("locality") or "")) for voice in voices or [{}]},
    ]
    outcome = Outcome(said["outcome"]) if said["outcome"] else None
    state = state_of(outcome, said["prepared_answer"] or "", said["deadline"])
    if state is OpinionState.OWED and kept_promises.is_kept(db, conference_id, opinion_id):
        state = OpinionState.SETTLED
    facets.append(facet(Facet.STATE, state.value))
    if said["group_id"]:
        facets.append(facet(Facet.GROUP, said["group_id"]))
    _write(db, key, parts, facets, named)


def _own(db: sqlite3.Connection, conference_id: str, kind: RecordKind, record_id: str) -> None:
    row = db.execute(_SELECT_OWN[kind], (conference_id, record_id)).fetchone()
    if row is None:
        return
    key, alive, *values = row
    if not alive:
        db.execute(_DELETE, (row_of(kind, key),))
        return
    said = dict(zip(_OWN_COLUMNS[kind], values, strict=True))
    voice = _decode(said.pop("voice")) if said.get("voice") else {}
    said.pop("voice", None)
    parts = [str(part) for part in (*said.values(), *voice.values()) if part]
    named = str(voice.get("name") or said.get("name") or "")
    _write(db, row_of(kind, key), parts, [facet(Facet.CONFERENCE, conference_id)], named)


def _write(db: sqlite3.Connection, row: int, parts: list[str], facets: list[str], named: str) -> None:
    found = words("\n".join(parts))
    plain = " ".join(map(token, dict.fromkeys(found.plain)))
    exact = " ".join(map(token, filter(None, dict.fromkeys(found.exact))))
    by_name = name_sort_key(named) if named else _NAMELESS
    db.execute(_REPLACE, (row, plain, exact, " ".join(facets), by_name))


def forget(db: sqlite3.Connection, conference_id: str) -> None:
    """Take everything of a conference out of the index, whatever its rows say now."""
    rows = db.execute(
        "SELECT rowid FROM record_search WHERE record_search MATCH ?",
        (f"facets:{facet(Facet.CONFERENCE, conference_id)}",),
    ).fetchall()
    db.executemany(_DELETE, rows)


def fill(db: sqlite3.Connection) -> None:
    """Write the whole index from the rows, after an upgrade. Inside the caller's transaction."""
    db.execute("DELETE FROM record_search")
    for kind in (RecordKind.OPINION, *_BELOW):
        rows = db.execute(f"SELECT conference_id, id FROM {kind.value} ORDER BY key").fetchall()  # noqa: S608
        for conference_id, record_id in rows:
            refresh(db, conference_id, [(kind, record_id)])
