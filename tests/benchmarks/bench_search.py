"""Searching 100,000 opinions as one types, and 20,000 names beside Qt's own completer (G3, L2)."""

from __future__ import annotations

import os
import random
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from dialogue_desktop.domain.people_index import OFFERED, KnownPerson, PeopleIndex
from dialogue_desktop.domain.search_words import plain_words
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.events import EventBus
from dialogue_desktop.services.search import PAGE, Search
from dialogue_desktop.storage.database import Database
from dialogue_desktop.storage.records_query import RecordsQuery
from tests.benchmarks.many_opinions import examples, folder_of, name
from tests.benchmarks.result import Result, paired_ratio, percentile

_REPEATS = 5
_NAMES = 20_000


def run() -> list[Result]:
    chance = random.Random(7)
    with tempfile.TemporaryDirectory() as folder:
        database = folder_of(Path(folder))
        search = Search(database, RecordsQuery(database), EventBus())
        said = phrases(chance, 150)
        accents = [f"{words} " for words in said]
        whole = [*accents, *(fold(words) + " " for words in said)]
        keys = [fold(words)[:end] for words in said[:40] for end in range(1, len(fold(words)) + 1)]
        keys += [words[:end] for words in said[40:70] for end in range(1, len(words) + 1)]
        for query in whole[:50]:
            search.opinions(query)
        whole_ms = [_best(lambda q=query: search.opinions(q)) for query in whole]  # type: ignore[misc]
        keys_ms = [_best(lambda q=query: search.opinions(q)) for query in keys]  # type: ignore[misc]
        scan_ms, other = _against_a_scan(database, search, [fold(words) for words in said[:25]])
        database.close()
    return [
        Result("50 ý kiến mới nhất trong 100.000, 99 % số lần", percentile(whole_ms, 0.99), 5, "ms"),
        Result("Tìm theo từng phím gõ, 99 % số lần", percentile(keys_ms, 0.99), 10, "ms"),
        Result("Lần tìm ra khác với đọc hết từng ý kiến", other, 0, "lần tìm"),
        Result("Tìm, giữa chừng", percentile(whole_ms, 0.5), None, "ms"),
        Result("Tìm, so với quét cả bảng", percentile(whole_ms, 0.5) / percentile(scan_ms, 0.5), None),
        *_people(chance),
    ]


def phrases(chance: random.Random, count: int) -> list[str]:
    """Two or three words in a row out of what villagers say."""
    said = [text.replace(",", "").replace(".", "").split() for text in examples()]
    found: list[str] = []
    while len(found) < count:
        words = chance.choice(said)
        if len(words) > 4:
            at = chance.randrange(len(words) - 3)
            found.append(" ".join(words[at : at + chance.choice((2, 3))]))
    return found


def _once(work: Callable[[], object]) -> float:
    """Milliseconds."""
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def _best(work: Callable[[], object]) -> float:
    """Milliseconds of this thread's work, the quickest of a few runs: a busy machine is not what is
    measured, and nothing waits for a disk here."""
    return min(_worked(work) for _ in range(_REPEATS))


def _worked(work: Callable[[], object]) -> float:
    begun = time.thread_time()
    work()
    return (time.thread_time() - begun) * 1000


def _against_a_scan(database: Database, search: Search, queries: Sequence[str]) -> tuple[list[float], int]:
    """Milliseconds of a plain scan of the folded words, and how many queries give other rows or numbers."""
    rows = database.raw.execute(
        "SELECT o.key, o.id, s.words FROM opinion o JOIN record_search s ON s.rowid = o.key"
        " ORDER BY o.key DESC"
    ).fetchall()
    folded = [(opinion_id, f" {words} ") for _, opinion_id, words in rows]
    times, other = [], 0
    for query in queries:
        *before, last = plain_words(query)
        needles = [*(f" {word} " for word in before), f" {last}"]
        begun = time.thread_time()
        hits = [opinion_id for opinion_id, words in folded if all(n in words for n in needles)]
        times.append((time.thread_time() - begun) * 1000)
        same_rows = [row.id for row in search.opinions(query).rows] == hits[:PAGE]
        other += not (same_rows and search.count(query, limit=10**6) == len(hits))
    return times, other


def _people(chance: random.Random) -> list[Result]:
    """Ours and Qt's, one after the other for each key of a name that is typed."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QStringListModel, Qt
    from PySide6.QtWidgets import QApplication, QCompleter

    application = QApplication.instance() or QApplication([])
    people = [KnownPerson(name(chance), times=chance.randrange(1, 6)) for _ in range(_NAMES)]
    begun = time.perf_counter()
    index = PeopleIndex(people)
    made = time.perf_counter() - begun
    names = [person.name for person in people]
    model = QStringListModel(names)
    completer = QCompleter(model)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

    def theirs(typed: str) -> list[str]:
        completer.setCompletionPrefix(typed)
        found = []
        for row in range(min(OFFERED, completer.completionCount())):
            completer.setCurrentRow(row)
            found.append(completer.currentCompletion())
        return found

    # Each key of each name once: Qt's completer remembers what it has been asked.
    ours_ms, theirs_ms = [], []
    for person in chance.sample(people, 60):
        for end in range(1, len(person.name) + 1):
            typed = person.name[:end]
            model.setStringList(names)  # so it forgets
            theirs_ms.append(_once(lambda t=typed: theirs(t)))  # type: ignore[misc]
            ours_ms.append(_once(lambda t=typed: index.suggest(t)))  # type: ignore[misc]
    del application
    return [
        Result("Gợi ý một người trong 20.000, so với QCompleter", paired_ratio(ours_ms, theirs_ms), 0.1),
        Result("Gợi ý một người, 99 % số lần", percentile(ours_ms, 0.99), None, "ms"),
        Result("Lập danh sách người đã biết", made * 1000, None, "ms"),
    ]
