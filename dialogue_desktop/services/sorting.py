"""Fields and competence suggested from the words of an opinion, learned from what was sorted before (C6).

Nothing here writes a field by itself: a suggestion is a value, `set_fields` is the secretary's act.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from dialogue_desktop.domain.competence import CompetenceBook, CompetenceGuess, CompetenceHint, own_name
from dialogue_desktop.domain.field_guess import FieldGuess, FieldModel
from dialogue_desktop.domain.field_topics import OWN_WEIGHT, field_like, is_rest, ready_model
from dialogue_desktop.domain.journal import ALIVE, Change
from dialogue_desktop.domain.office_library import OwnRows
from dialogue_desktop.domain.records import Opinion, RecordKind, Records
from dialogue_desktop.errors import NotFound
from dialogue_desktop.events import ConferenceListChanged, Event, EventBus, JournalAppended, LibraryChanged
from dialogue_desktop.services.act_log import ActLog
from dialogue_desktop.services.acts import changed
from dialogue_desktop.services.library import Library
from dialogue_desktop.services.settings import Settings
from dialogue_desktop.sorting_data import SortingData, load
from dialogue_desktop.storage.conferences import Conferences
from dialogue_desktop.storage.records_query import RecordsQuery
from dialogue_desktop.storage.sorted_rows import SortedOpinion, SortedRows

GONE = "Ý kiến này không còn trong danh sách. Các ý kiến khác vẫn giữ nguyên. Hãy chọn lại trong danh sách."

#: So many of the opinions sorted last are learned from.
LEARNED = 5000
_HINTS = "library.competence_hints"
#: From so many sorted opinions on it is told how many suggestions were right.
_ENOUGH = 10


@dataclass(frozen=True, slots=True)
class Agreement:
    """Of `of` sorted opinions the suggestion would have been right for `same`, and silent for `silent`."""

    same: int
    silent: int
    of: int

    @property
    def sentence(self) -> str:
        """For the page: how far the suggestions can be trusted here."""
        if not self.of:
            return "Chưa có ý kiến nào đã xếp lĩnh vực để so với gợi ý."
        if self.of < _ENOUGH:
            return f"Mới có {self.of} ý kiến đã xếp lĩnh vực, chưa đủ để biết gợi ý đúng nhiều hay ít."
        return f"Trên máy này, gợi ý đúng {self.same} trên {self.of} ý kiến đã xếp lĩnh vực."


@dataclass(slots=True)
class _Taught:
    """A model of one list of fields with what it has learned of the office's own opinions."""

    model: FieldModel
    learned: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)


class Sorting:
    """Suggestions for one opinion or many. The models are made when first asked for, and follow the journal:
    a correction counts at once."""

    def __init__(
        self,
        conferences: Conferences,
        records: RecordsQuery,
        rows: SortedRows,
        log: ActLog,
        library: Library,
        settings: Settings,
        resources: Path,
        bus: EventBus,
    ) -> None:
        self._conferences, self._records, self._rows, self._log = conferences, records, rows, log
        self._library, self._settings = library, settings
        self._folder = resources / "sorting"
        self._lock = Lock()
        self._data: SortingData | None = None
        self._models: dict[tuple[str, ...], _Taught] = {}
        self._touched: set[tuple[str, str]] = set()
        self._book: CompetenceBook | None = None
        bus.subscribe(self._hear)

    # --- fields

    def fields(self, conference_id: str) -> tuple[str, ...]:
        """The fields of a conference: those of its plan, else the office's list."""
        return self._conferences.plan(conference_id).fields or self._library.lists().fields

    def suggest_text(self, conference_id: str, text: str) -> FieldGuess | None:
        """The field that a text being typed may belong to; None where it is not clear enough."""
        with self._lock:
            return self._taught(self.fields(conference_id)).model.guess(text)

    def suggest(self, conference_id: str, ids: Iterable[str] | None = None) -> dict[str, FieldGuess]:
        """By opinion; those without a clear suggestion are left out. Without `ids`: all that have no field
        yet. An opinion that has one is guessed as if it had none. NotFound."""
        opinions = self._records.records(conference_id).opinions
        if ids is None:
            wanted: Sequence[Opinion] = [one for one in opinions if not one.field]
        else:
            wanted = _chosen(opinions, ids)
        found: dict[str, FieldGuess] = {}
        with self._lock:
            taught = self._taught(self.fields(conference_id))
            for opinion in wanted:
                guess = self._as_if_new(taught, (conference_id, opinion.id), opinion.text)
                if guess is not None:
                    found[opinion.id] = guess
        return found

    def agreement(self, conference_id: str, limit: int = 500) -> Agreement:
        """How often the suggestion is what the secretary chose, each opinion judged without itself."""
        with self._lock:
            taught = self._taught(self.fields(conference_id))
            same = silent = of = 0
            for key, (chosen, text) in list(taught.learned.items())[:limit]:
                guess = self._as_if_new(taught, key, text)
                of += 1
                silent += guess is None
                same += guess is not None and guess.field == chosen
        return Agreement(same, silent, of)

    def set_fields(self, conference_id: str, fields: Mapping[str, str]) -> Records:
        """Give opinions their fields, as one act with one undo. NotFound."""
        opinions = _chosen(self._records.records(conference_id).opinions, fields)
        changes = [changed(RecordKind.OPINION, one, field=fields[one.id]) for one in opinions]
        return self._write(conference_id, "opinion.field", changes)

    # --- competence

    def competence_text(self, text: str) -> tuple[CompetenceGuess, ...]:
        """Bodies that may have to decide what a text asks for, the likeliest first; by the names that this
        office uses for them."""
        return self._named(self._competence().guesses(text))

    def competence(
        self, conference_id: str, ids: Iterable[str] | None = None
    ) -> dict[str, tuple[CompetenceGuess, ...]]:
        """By opinion; those without any hint are left out. Without `ids`: all that nobody has marked as
        beyond competence and that have no outcome. NotFound."""
        opinions = self._records.records(conference_id).opinions
        if ids is None:
            wanted: Sequence[Opinion] = [o for o in opinions if not o.beyond_competence and o.outcome is None]
        else:
            wanted = _chosen(opinions, ids)
        book = self._competence()
        found = {one.id: guesses for one in wanted if (guesses := book.guesses(one.text))}
        known = self._known_bodies() if found else ()
        return {one: self._named(guesses, known) for one, guesses in found.items()}

    def set_competence(self, conference_id: str, bodies: Mapping[str, str | None]) -> Records:
        """Mark opinions as beyond competence, each with its receiving body ("" while it is not known), or
        with None as within it again; as one act. NotFound."""
        opinions = _chosen(self._records.records(conference_id).opinions, bodies)
        changes = []
        for one in opinions:
            body = bodies[one.id]
            changes.append(
                changed(
                    RecordKind.OPINION, one, beyond_competence=body is not None, receiving_body=body or ""
                )
            )
        return self._write(conference_id, "opinion.competence", changes)

    def hints(self) -> tuple[CompetenceHint, ...]:
        """The hints as the office has them; hidden ones left out."""
        return self.own_hints().shown(self.shipped_hints())

    def shipped_hints(self) -> tuple[CompetenceHint, ...]:
        return self._shipped().competence_hints

    def own_hints(self) -> OwnRows[CompetenceHint]:
        """What the office did to the shipped list."""
        return self._settings.read(_HINTS, OwnRows[CompetenceHint], OwnRows())

    def keep_hints(self, own: OwnRows[CompetenceHint]) -> None:
        """Keep the office's part; suggestions follow it at once. StorageError."""
        self._settings.set(_HINTS, own)
        with self._lock:
            self._book = None

    # --- within

    def _write(self, conference_id: str, act: str, changes: list[tuple[Change, ...]]) -> Records:
        together = tuple(change for group in changes for change in group)
        if together:
            self._log.append(conference_id, act, together)
        return self._records.records(conference_id)

    def _shipped(self) -> SortingData:
        if self._data is None:
            self._data = load(self._folder)
        return self._data

    def _taught(self, fields: tuple[str, ...]) -> _Taught:
        """The model of these fields, up to date."""
        for key in self._touched:
            row = self._rows.one(*key)
            for known, model in self._models.items():
                self._teach(model, known, key, row)
        self._touched.clear()
        taught = self._models.get(fields)
        if taught is None:
            taught = _Taught(ready_model(fields, self._shipped().topics))
            for found in self._rows.newest(LEARNED):
                self._teach(taught, fields, found.key, found)
            self._models[fields] = taught
        return taught

    def _teach(
        self, taught: _Taught, fields: tuple[str, ...], key: tuple[str, str], row: SortedOpinion | None
    ) -> None:
        before = taught.learned.pop(key, None)
        if before is not None:
            taught.model.forget(*before, OWN_WEIGHT)
        if row is None or is_rest(row.field):
            return
        chosen = field_like(row.field, fields, self._shipped().topics)
        if chosen:
            taught.learned[key] = (chosen, row.text)
            taught.model.learn(chosen, row.text, OWN_WEIGHT)

    @staticmethod
    def _as_if_new(taught: _Taught, key: tuple[str, str], text: str) -> FieldGuess | None:
        known = taught.learned.get(key)
        if known is None:
            return taught.model.guess(text)
        taught.model.forget(*known, OWN_WEIGHT)
        try:
            return taught.model.guess(text)
        finally:
            taught.model.learn(*known, OWN_WEIGHT)

    def _competence(self) -> CompetenceBook:
        with self._lock:
            if self._book is None:
                self._book = CompetenceBook(self.hints())
            return self._book

    def _known_bodies(self) -> tuple[str, ...]:
        return (*self._rows.bodies(), *self._library.lists().receiving_bodies)

    def _named(
        self, guesses: tuple[CompetenceGuess, ...], known: tuple[str, ...] | None = None
    ) -> tuple[CompetenceGuess, ...]:
        if not guesses:
            return ()
        names = self._known_bodies() if known is None else known
        return tuple(
            CompetenceGuess(own_name(one.body, names), one.because, one.why, one.hint_id) for one in guesses
        )

    def _hear(self, event: Event) -> None:
        if isinstance(event, ConferenceListChanged | LibraryChanged):
            with self._lock:
                self._models.clear()
        elif isinstance(event, JournalAppended):
            touched = {
                (event.conference_id, change.id)
                for change in event.entry.changes
                if change.record is RecordKind.OPINION and change.field in ("field", "text", ALIVE)
            }
            with self._lock:
                self._touched |= touched


def _chosen(opinions: Sequence[Opinion], ids: Iterable[str]) -> list[Opinion]:
    known = {one.id: one for one in opinions}
    wanted = list(dict.fromkeys(ids))
    if not known.keys() >= set(wanted):
        raise NotFound(GONE)
    return [known[one] for one in wanted]
