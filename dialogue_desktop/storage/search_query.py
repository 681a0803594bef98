"""Asking the search index: words, exact words and filters as one query, the newest rows first (G3)."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

import msgspec

from dialogue_desktop.domain.records import Outcome, RecordKind, Source, Voice
from dialogue_desktop.domain.search import (
    FoundConference,
    FoundOpinion,
    InConference,
    Marks,
    PageEnd,
    SearchFilters,
    SearchOrder,
)
from dialogue_desktop.domain.search_words import Finder, words
from dialogue_desktop.storage.database import Database
from dialogue_desktop.storage.failures import translated
from dialogue_desktop.storage.projection import TABLES
from dialogue_desktop.storage.records_query import record_value
from dialogue_desktop.storage.search_index import Facet, facet, record_of, state_in, token

#: In each order: what is compared, in which direction, and which rows lie behind a given one.
_NEWEST = "s.rowid < ?"
_NAMED = "(s.by_name, -s.rowid) > (?, ?)"
_HELD = (
    "(coalesce(c.day, '9999') < ? OR (coalesce(c.day, '9999') = ? AND (c.created_at < ? OR"
    " (c.created_at = ? AND (c.id, coalesce(o.number, 0), o.key) > (?, ?, ?)))))"
)


@dataclass(frozen=True, slots=True)
class _Sql:
    """`found` goes through the index, `all` through the rows; both give the key, then what is compared."""

    found: str
    all: str
    order: str
    behind: str
    all_order: str
    all_behind: str

    def select(self, match: bool, behind: bool) -> str:
        start, order, rest = (
            (self.found, self.order, self.behind) if match else (self.all, self.all_order, self.all_behind)
        )
        return f"{start}{' AND ' + rest if behind else ''} ORDER BY {order} LIMIT ?"


_FOUND = "FROM record_search s {join}WHERE record_search MATCH ? AND s.rowid > 0"
_ALL = "FROM opinion o JOIN conference c ON c.id = o.conference_id {join}WHERE o.alive = 1 AND c.removed = 0"
_JOIN = "JOIN opinion o ON o.key = s.rowid JOIN conference c ON c.id = o.conference_id "
_AS_HELD = "coalesce(c.day, '9999'), c.created_at, c.id, coalesce(o.number, 0), o.key"
_HELD_ORDER = "coalesce(c.day, '9999') DESC, c.created_at DESC, c.id, coalesce(o.number, 0), o.key"
_ORDER = {
    SearchOrder.NEWEST: _Sql(
        f"SELECT s.rowid, s.rowid {_FOUND.format(join='')}",
        f"SELECT o.key, o.key {_ALL.format(join='')}",
        "s.rowid DESC", _NEWEST, "o.key DESC", "o.key < ?",
    ),
    SearchOrder.BY_NAME: _Sql(
        f"SELECT s.rowid, s.by_name, -s.rowid {_FOUND.format(join='')}",
        f"SELECT o.key, s.by_name, -s.rowid {_ALL.format(join='JOIN record_search s ON s.rowid = o.key ')}",
        "s.by_name, s.rowid DESC", _NAMED, "s.by_name, s.rowid DESC", _NAMED,
    ),
    SearchOrder.AS_HELD: _Sql(
        f"SELECT o.key, {_AS_HELD} {_FOUND.format(join=_JOIN)}",
        f"SELECT o.key, {_AS_HELD} {_ALL.format(join='')}",
        _HELD_ORDER, _HELD, _HELD_ORDER, _HELD,
    ),
}  # fmt: skip
_COUNT = f"SELECT count(*) FROM (SELECT 1 {_FOUND.format(join='')} LIMIT ?)"  # noqa: S608
_OTHERS = "SELECT rowid FROM record_search WHERE record_search MATCH ? AND rowid < 0 ORDER BY rowid LIMIT ?"
_SHOWN = (
    "SELECT o.key, c.id, c.title, c.day, o.id, o.number, o.text, o.voices, o.anonymous, o.field, o.source,"
    " o.unit, o.outcome, o.deadline, o.draft_due, o.beyond_competence, o.group_id, o.turn_id,"
    " s.facets, o.prepared_answer"
    " FROM opinion o JOIN conference c ON c.id = o.conference_id JOIN record_search s ON s.rowid = o.key"
)
_CONFERENCES = (
    "SELECT id, title, day, when_text, place FROM conference WHERE removed = 0"
    " ORDER BY coalesce(day, '9999') DESC, updated_at DESC"
)
_ASKED_IN = (
    "SELECT count(*) FROM conference c WHERE c.removed = 0"
    " AND EXISTS (SELECT 1 FROM opinion o WHERE o.conference_id = c.id AND o.alive = 1)"
)
_ROUNDS = (
    "SELECT o.key, a.follow_up, a.text, a.round FROM opinion o"
    " JOIN answer a ON a.conference_id = o.conference_id AND a.opinion_id = o.id AND a.alive = 1"
)

_voices = msgspec.json.Decoder(tuple[Voice, ...]).decode


@dataclass(frozen=True, slots=True)
class Asked:
    """A query line ready for the index: what has to be there, and what makes a row an exact one. `begun` is
    the same as `exact` with the last word only begun; the two are alike where it is whole or has no tone."""

    plain: tuple[str, ...]
    exact: tuple[str, ...]
    begun: tuple[str, ...]


class Spot(NamedTuple):
    """An opinion's key, and where it stands in the order that was asked for."""

    key: int
    end: PageEnd


class Hit(NamedTuple):
    """A row as it was read, with the found words of its text, and how many of the wanted ones stand there."""

    where: InConference
    values: Sequence[Any]
    exact: bool
    marks: Marks
    seen: int

    @property
    def prepared(self) -> str:
        return self.values[-1] or ""

    def opinion(self, answer: str = "") -> FoundOpinion:
        """`answer` is where the words were found when the text does not have them all."""
        return _opinion(self.where, self.values, self.exact, self.marks, answer)


def asked(query: str) -> Asked:
    """Every word has to be there, the one still being typed by its beginning. A word with accents asks for
    these first; while the tone of the last one is not typed yet, its accents are not taken at their word."""
    found = words(query)
    plain = [f'"{token(word)}"' for word in found.plain]
    exact = [f'"{token(word)}"' if word else "" for word in found.exact]
    begun = list(exact)
    if plain and not query[-1:].isspace():
        plain[-1] += "*"
        if exact[-1].startswith('"0'):
            exact[-1] = begun[-1] = ""
        elif exact[-1]:
            begun[-1] += "*"
    return Asked(*(tuple(filter(None, dict.fromkeys(part))) for part in (plain, exact, begun)))


def _column(name: str, tokens: Sequence[str]) -> str:
    return f"{name} : ({' AND '.join(tokens)})"


def _filters(wanted: SearchFilters) -> list[str]:
    pairs = (
        (Facet.CONFERENCE, wanted.conference_id),
        (Facet.LOCALITY, wanted.locality),
        (Facet.FIELD, wanted.field),
        (Facet.UNIT, wanted.unit),
        (Facet.GROUP, wanted.group_id),
        (Facet.SOURCE, wanted.source.value if wanted.source else None),
        (Facet.OUTCOME, wanted.outcome.value if wanted.outcome else None),
        (Facet.STATE, wanted.state.value if wanted.state else None),
        (Facet.ANSWERED, None if wanted.has_answer is None else "1" if wanted.has_answer else ""),
        (Facet.BEYOND, None if wanted.beyond_competence is None else "1" if wanted.beyond_competence else ""),
    )
    return [facet(kind, value) for kind, value in pairs if value is not None]


class SearchQuery:
    """Reads; one query is answered in a few milliseconds however many years there are."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keys(
        self, line: Asked, wanted: SearchFilters, order: SearchOrder, limit: int, after: PageEnd | None = None
    ) -> list[Spot]:
        """Where the opinions stand in their order, exact ones first; with `after` those behind a page."""
        with self._database.lock, translated():
            match = self._match(line.plain, wanted)
            same = after.same if after is not None else line.exact
            behind = after.last if after is not None else ()
            found: list[Spot] = []
            if match is not None and same and (after is None or after.exact):
                found = self._page(f"{match} AND {_column('exact', same)}", order, limit, behind, same, True)
                if not found and after is None and line.begun != line.exact:
                    same = line.begun
                    start = f"{match} AND {_column('exact', same)}"
                    found = self._page(start, order, limit, behind, same, True)
                behind = ()
            if len(found) < limit:
                rest = f"({match}) NOT {_column('exact', same)}" if match is not None and same else match
                found += self._page(rest, order, limit - len(found), behind, same, False)
            return found

    def _page(
        self, match: str | None, order: SearchOrder, limit: int, behind: Sequence[str | int],
        same: tuple[str, ...], exact: bool,
    ) -> list[Spot]:  # fmt: skip
        values: list[str | int] = [] if match is None else [match]
        if behind:
            if order is SearchOrder.AS_HELD:  # the day and the hour are each compared twice
                behind = (behind[0], *behind[:2], *behind[1:])
            values += behind
        statement = _ORDER[order].select(match is not None, bool(behind))
        rows = self._database.raw.execute(statement, (*values, limit))
        return [Spot(row[0], PageEnd(same, exact, row[1:])) for row in rows]

    def count(self, line: Asked, wanted: SearchFilters, limit: int) -> int:
        """How many opinions there are, at most `limit`."""
        with self._database.lock, translated():
            match = self._match(line.plain, wanted)
            if match is None:
                return min(limit, self._total())
            (count,) = self._database.raw.execute(_COUNT, (match, limit)).fetchone()
            return int(count)

    def _total(self) -> int:
        (total,) = self._database.raw.execute(f"SELECT count(*) {_ALL.format(join='')}").fetchone()
        return int(total)

    def opinions(self, keys: Sequence[int], find: Finder, exact: Container[int]) -> dict[int, Hit]:
        """The opinions with these keys, marked; a key whose opinion is gone is left out."""
        conferences: dict[str, InConference] = {}
        found: dict[int, Hit] = {}
        for row in self._rows(_SHOWN, keys):
            where = conferences.get(row[1])
            if where is None:
                where = conferences[row[1]] = _conference(row[1:4])
            marks, seen = find.look(row[6] or "")
            found[row[0]] = Hit(where, row[4:], row[0] in exact, marks, seen)
        return found

    def conferences(self) -> list[FoundConference]:
        """All of them, the newest first, those without a day before them."""
        with self._database.lock, translated():
            rows = self._database.raw.execute(_CONFERENCES).fetchall()
        return [FoundConference(_conference(row[:3]), row[3] or "", row[4] or "") for row in rows]

    def expression(self, line: Asked, wanted: SearchFilters) -> str | None:
        """What the index is asked, for those who count the hits in another way; None for all opinions."""
        with self._database.lock, translated():
            return self._match(line.plain, wanted)

    def totals(self) -> tuple[int, int]:
        """How many opinions there are, and in how many conferences."""
        with self._database.lock, translated():
            total = self._total()
            (held,) = self._database.raw.execute(_ASKED_IN).fetchone()
            return total, int(held)

    def answers(self, keys: Sequence[int]) -> dict[int, list[str]]:
        """What was asked again and answered, round by round, for the opinions with these keys."""
        rows = self._rows(_ROUNDS, keys)
        found: dict[int, list[str]] = {}
        for key, follow_up, text, _ in sorted(rows, key=lambda row: (row[0], row[3] or 0)):
            found.setdefault(key, []).extend(part for part in (follow_up, text) if part)
        return found

    def others(
        self, line: Asked, wanted: SearchFilters, limit: int
    ) -> list[tuple[InConference, RecordKind, Any]]:
        """Speakers, conclusions and invited people that have all the words, the newest first."""
        if not line.plain:
            return []
        found: list[tuple[InConference, RecordKind, Any]] = []
        with self._database.lock, translated():
            match = self._match(line.plain, SearchFilters(conference_id=wanted.conference_id))
            for (row,) in self._database.raw.execute(_OTHERS, (match, limit)).fetchall():
                kind, key = record_of(row)
                table = TABLES[kind]
                columns = ", ".join(f"o.{name}" for name in ("id", *table.columns))
                values = self._database.raw.execute(
                    f"SELECT c.id, c.title, c.day, {columns} FROM {table.name} o"  # noqa: S608
                    " JOIN conference c ON c.id = o.conference_id WHERE o.key = ?",
                    (key,),
                ).fetchone()
                if values is not None:
                    found.append((_conference(values[:3]), kind, record_value(table, values[3:])))
        return found

    def _match(self, plain: Sequence[str], wanted: SearchFilters) -> str | None:
        """The expression of the index; None where nothing is asked for."""
        parts = [_column("words", plain)] if plain else []
        if tokens := _filters(wanted):
            parts.append(_column("facets", tokens))
        if not parts:
            return None
        match = " AND ".join(parts)
        removed = self._database.raw.execute("SELECT id FROM conference WHERE removed = 1").fetchall()
        if removed:
            hidden = " OR ".join(facet(Facet.CONFERENCE, row[0]) for row in removed)
            match = f"({match}) NOT facets : ({hidden})"
        return match

    def _rows(self, select: str, keys: Iterable[int]) -> list[Any]:
        wanted = ", ".join(str(int(key)) for key in keys)
        with self._database.lock, translated():
            return self._database.raw.execute(f"{select} WHERE o.key IN ({wanted})").fetchall()


def _opinion(where: InConference, row: Sequence[Any], exact: bool, marks: Marks, answer: str) -> FoundOpinion:
    opinion_id, number, text, voices, anonymous, field, source, unit, outcome, deadline = row[:10]
    draft_due, beyond, group_id, turn_id, facets, _ = row[10:]
    origin = Source(source) if source else Source.HALL
    result = Outcome(outcome) if outcome else None
    return FoundOpinion(
        where,
        opinion_id,
        number or 0,
        text or "",
        _voices(voices) if voices else (),
        bool(anonymous),
        field or "",
        origin,
        unit or "",
        result,
        state_in(facets),
        date.fromisoformat(deadline) if deadline else None,
        date.fromisoformat(draft_due) if draft_due else None,
        bool(beyond),
        group_id or "",
        origin is Source.HALL or bool(turn_id),
        exact,
        marks,
        answer,
    )


def _conference(row: Sequence[Any]) -> InConference:
    return InConference(row[0], row[1], date.fromisoformat(row[2]) if row[2] else None)
