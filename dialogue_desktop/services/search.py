"""Search over all conferences, with or without accents, as it is typed (G3)."""

from __future__ import annotations

from dataclasses import replace

from dialogue_desktop.domain.conference import ConferenceInfo
from dialogue_desktop.domain.records import Conclusion, Delegate, RecordKind, Turn
from dialogue_desktop.domain.search import (
    FoundConference,
    FoundEverywhere,
    FoundPage,
    FoundRecord,
    InConference,
    SearchFilters,
    SearchOrder,
)
from dialogue_desktop.domain.search_words import Finder, finder
from dialogue_desktop.services.planning import Planning
from dialogue_desktop.storage.database import Database
from dialogue_desktop.storage.search_query import Asked, SearchQuery, asked

#: Rows of one answer, and how far hits are counted.
PAGE, COUNTED = 50, 1000
#: Beside the opinions: at most so many conferences and other records.
_BESIDE = 8

_NO_FILTERS = SearchFilters()


class Search:
    """Reads the index; every answer is frozen rows. Quick enough to ask at each key."""

    def __init__(self, database: Database, planning: Planning) -> None:
        self._query = SearchQuery(database)
        self._planning = planning

    def opinions(
        self,
        query: str,
        filters: SearchFilters = _NO_FILTERS,
        *,
        order: SearchOrder = SearchOrder.NEWEST,
        limit: int = PAGE,
    ) -> FoundPage:
        """Opinions that have every word in what was said, answered or noted of them, the last word by its
        beginning until a space follows it. "duong dong van" finds "đường Đồng Vạn"; of a query with accents
        those come first that are written the same. An empty query gives all that pass the filters."""
        line, find = asked(query), finder(query)
        keys, exact = self._query.keys(line, filters, order, limit + 1)
        shown = keys[:limit]
        found = self._query.opinions(shown, find, exact)
        elsewhere = [key for key, hit in found.items() if hit.seen < find.wanted]
        if elsewhere:
            answers = self._query.answers(elsewhere)
            for key in elsewhere:
                hit = found[key]
                answer = _fullest([*answers.get(key, ()), hit.prepared], find)
                found[key] = replace(hit, row=replace(hit.row, answer=answer))
        rows = tuple(found[key].row for key in shown if key in found)
        return FoundPage(rows, len(keys) > limit, find)

    def count(self, query: str, filters: SearchFilters = _NO_FILTERS, *, limit: int = COUNTED) -> int:
        """How many opinions there are; `limit` means "that many or more"."""
        return self._query.count(asked(query), filters, limit)

    def everything(
        self, query: str, filters: SearchFilters = _NO_FILTERS, *, limit: int = PAGE
    ) -> FoundEverywhere:
        """Opinions, and beside them conferences, speakers, conclusions and invited people."""
        line, find = asked(query), finder(query)
        return FoundEverywhere(
            self.opinions(query, filters, limit=limit),
            self._conferences(find) if filters.conference_id is None else (),
            self._records(line, filters, find),
        )

    def _conferences(self, find: Finder) -> tuple[FoundConference, ...]:
        if not find.wanted:
            return ()
        found = [info for info in self._planning.list() if find.look(_named(info))[1] == find.wanted]
        return tuple(
            FoundConference(
                InConference(info.id, info.title, info.day), info.when, info.place, find.marks(info.title)
            )
            for info in found[:_BESIDE]
        )

    def _records(self, line: Asked, filters: SearchFilters, find: Finder) -> tuple[FoundRecord, ...]:
        rows = []
        for conference, kind, record in self._query.others(line, filters, _BESIDE):
            heading, text = _told(kind, record)
            rows.append(FoundRecord(conference, kind, record.id, heading, text, find.marks(text)))
        return tuple(rows)


def _named(info: ConferenceInfo) -> str:
    return f"{info.title}\n{info.when}\n{info.place}"


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
