"""Search over all conferences, with or without accents, as it is typed (G3)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from dialogue_desktop.domain.date_words import date_short
from dialogue_desktop.domain.joint_answers import JointAnswers
from dialogue_desktop.domain.opinion_state import OpinionState
from dialogue_desktop.domain.records import (
    Answer,
    Conclusion,
    Delegate,
    Opinion,
    Outcome,
    RecordKind,
    Source,
    Turn,
)
from dialogue_desktop.domain.search import (
    Filter,
    FoundConference,
    FoundEverywhere,
    FoundPage,
    FoundRecord,
    FoundValue,
    InConference,
    PageEnd,
    SearchFilters,
    SearchOrder,
)
from dialogue_desktop.domain.search_words import Finder, finder, plain_words
from dialogue_desktop.domain.text_vi import sort_key
from dialogue_desktop.events import ConferenceListChanged, Event, EventBus, PlanSaved
from dialogue_desktop.storage.database import Database
from dialogue_desktop.storage.records_query import RecordsQuery
from dialogue_desktop.storage.search_query import Asked, SearchQuery, asked
from dialogue_desktop.storage.search_values import SearchValues

if TYPE_CHECKING:
    from dialogue_desktop.exchange.excel_rows import OpinionRow

#: Rows of one answer, how far hits are counted, and how many go into a workbook.
PAGE, COUNTED, EXPORTED = 50, 1000, 5000
#: Beside the opinions: at most so many conferences and other records.
_BESIDE = 8
_AT_ONCE = 500
_ALL = 10**9
_FIXED: Mapping[Filter, Sequence[str | bool]] = {
    Filter.SOURCE: tuple(Source),
    Filter.OUTCOME: tuple(Outcome),
    Filter.STATE: tuple(OpinionState),
    Filter.HAS_ANSWER: (True, False),
    Filter.BEYOND: (True, False),
}

_NO_FILTERS = SearchFilters()


class Search:
    """Reads the index; every answer is frozen rows. Quick enough to ask at each key."""

    def __init__(self, database: Database, records: RecordsQuery, bus: EventBus) -> None:
        self._query = SearchQuery(database)
        self._values = SearchValues(database)
        self._records = records
        self._held: tuple[_Held, ...] | None = None  # read once, and again when one changes
        bus.subscribe(self._hear)

    def opinions(
        self,
        query: str,
        filters: SearchFilters = _NO_FILTERS,
        *,
        order: SearchOrder = SearchOrder.NEWEST,
        limit: int = PAGE,
        after: PageEnd | None = None,
    ) -> FoundPage:
        """Opinions that have every word in what was said, answered or noted of them, the last word by its
        beginning until a space follows it. "duong dong van" finds "đường Đồng Vạn"; of a query with accents
        those come first that are written the same. An empty query gives all that pass the filters.

        `after` is the `end` of a page of the same query, filters and order: the rows behind it.
        """
        line, find = asked(query), finder(query)
        spots = self._query.keys(line, filters, order, limit + 1, after)
        shown = spots[:limit]
        exact = {spot.key for spot in shown if spot.end.exact}
        found = self._query.opinions([spot.key for spot in shown], find, exact)
        elsewhere = {key: hit for key, hit in found.items() if hit.seen < find.wanted}
        rounds = self._query.answers(list(elsewhere)) if elsewhere else {}
        answers = {
            key: _fullest([*rounds.get(key, ()), hit.prepared], find) for key, hit in elsewhere.items()
        }
        rows = tuple(found[key].opinion(answers.get(key, "")) for key, _ in shown if key in found)
        end = shown[-1].end if shown else None
        return FoundPage(rows, len(spots) > limit, find, end)

    def count(self, query: str, filters: SearchFilters = _NO_FILTERS, *, limit: int = COUNTED) -> int:
        """How many opinions there are; `limit` means "that many or more"."""
        return self._query.count(asked(query), filters, limit)

    def totals(self) -> tuple[int, int]:
        """How many opinions there are at all, and in how many conferences."""
        return self._query.totals()

    def everything(
        self,
        query: str,
        filters: SearchFilters = _NO_FILTERS,
        *,
        order: SearchOrder = SearchOrder.NEWEST,
        limit: int = PAGE,
    ) -> FoundEverywhere:
        """Opinions, and beside them conferences, speakers, conclusions and invited people. Only opinions
        have what is filtered by; of the filters the others know the conference alone."""
        line, find = asked(query), finder(query)
        beside = replace(filters, conference_id=None) == _NO_FILTERS
        return FoundEverywhere(
            self.opinions(query, filters, order=order, limit=limit),
            self._conferences(find) if filters == _NO_FILTERS else (),
            self._others(line, filters, find) if beside else (),
        )

    def values(
        self, kind: Filter, query: str, filters: SearchFilters = _NO_FILTERS
    ) -> tuple[FoundValue, ...]:
        """What this filter can be set to without losing every hit, the other filters staying as they are;
        in Vietnamese order, conferences the newest first, fixed lists in their order."""
        others = filters.having(kind, None)
        fixed = _FIXED.get(kind)
        if fixed is not None:
            counts = [(v, self.count(query, others.having(kind, v), limit=_ALL)) for v in fixed]
            return tuple(FoundValue(value, "", count) for value, count in counts if count)
        found = dict(self._values.values(kind, self._query.expression(asked(query), others)))
        if kind is Filter.CONFERENCE:
            held = [one.found.conference for one in self._all_held()]
            return tuple(
                FoundValue(one.id, held_words(one), found[one.id]) for one in held if one.id in found
            )
        order = sorted(found, key=lambda value: (not value, sort_key(value)))
        return tuple(FoundValue(value, value, found[value]) for value in order)

    def whole(self, conference_id: str, opinion_id: str) -> tuple[Opinion, tuple[Answer, ...]] | None:
        """One hit in full with its rounds of answers, those of a joint one too; None where it is gone."""
        records = self._records.records(conference_id)
        found = next((one for one in records.opinions if one.id == opinion_id), None)
        return (found, JointAnswers(records).answers_to(found)) if found is not None else None

    def workbook(
        self,
        query: str,
        filters: SearchFilters = _NO_FILTERS,
        *,
        order: SearchOrder = SearchOrder.NEWEST,
        limit: int = EXPORTED,
    ) -> tuple[bytes, int]:
        """The hits as XLSX in their order, at most `limit` of them, and how many these are."""
        from dialogue_desktop.exchange.excel_found import FoundRow, build
        from dialogue_desktop.exchange.excel_rows import rows_of

        rows: list[FoundRow] = []
        after: PageEnd | None = None
        whole: dict[str, dict[str, OpinionRow]] = {}
        while len(rows) < limit:
            page = self.opinions(
                query, filters, order=order, limit=min(_AT_ONCE, limit - len(rows)), after=after
            )
            for hit in page.rows:
                held = hit.conference
                if held.id not in whole:
                    whole[held.id] = rows_of(self._records.records(held.id))
                if hit.id in whole[held.id]:
                    rows.append(FoundRow(held_words(held), whole[held.id][hit.id]))
            after = page.end
            if not page.more:
                break
        return build(rows, query.strip()), len(rows)

    def _hear(self, event: Event) -> None:
        if isinstance(event, PlanSaved | ConferenceListChanged):
            self._held = None

    def _all_held(self) -> tuple[_Held, ...]:
        held = self._held
        if held is None:
            held = self._held = tuple(
                _Held(f" {' '.join(plain_words(_named(one)))} ", one) for one in self._query.conferences()
            )
        return held

    def _conferences(self, find: Finder) -> tuple[FoundConference, ...]:
        if not find.wanted:
            return ()
        needles = [f" {word} " for word in find.whole] + ([f" {find.begun}"] if find.begun else [])
        found = (one.found for one in self._all_held() if all(needle in one.words for needle in needles))
        return tuple(replace(one, marks=find.marks(one.conference.title)) for one in islice(found, _BESIDE))

    def _others(self, line: Asked, filters: SearchFilters, find: Finder) -> tuple[FoundRecord, ...]:
        rows = []
        for conference, kind, record in self._query.others(line, filters, _BESIDE):
            heading, text = _told(kind, record)
            rows.append(FoundRecord(conference, kind, record.id, heading, text, find.marks(text)))
        return tuple(rows)


@dataclass(frozen=True, slots=True)
class _Held:
    """A conference with its folded words, one space at each end."""

    words: str
    found: FoundConference


def _named(one: FoundConference) -> str:
    return f"{one.conference.title}\n{one.when}\n{one.place}"


def held_words(held: InConference) -> str:
    """ "Đồng Vạn – Phú Ấp, 24/4/2026"."""
    return f"{held.title}, {date_short(held.day)}" if held.day else held.title


def _fullest(texts: list[str], find: Finder) -> str:
    """The text that has the most of the words; empty where none has any."""
    seen, _, best = max((find.look(text)[1], -place, text) for place, text in enumerate(texts))
    return best if seen else ""


def _told(kind: RecordKind, record: Turn | Conclusion | Delegate) -> tuple[str, str]:
    """What names a record, and what it says."""
    match record:
        case Turn():
            where = f", {record.voice.address}" if record.voice.address else ""
            return (
                f"Người phát biểu số {record.number}",
                f"{record.voice.shown}{where}. {record.topic}".strip(),
            )
        case Conclusion():
            return "Kết luận của chủ trì", record.text
        case Delegate():
            parts = (record.shown, record.office if record.name else "", record.address)
            return "Đại biểu được mời", ", ".join(part for part in parts if part)
