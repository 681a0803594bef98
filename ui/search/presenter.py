"""What the page of everything does, without Qt: asking at each key, pages, filters, order, one hit (G3)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Protocol

from dialogue_desktop.clock import Clock
from dialogue_desktop.domain.records import Answer, Opinion, RecordKind
from dialogue_desktop.domain.search import (
    Filter,
    FoundConference,
    FoundEverywhere,
    FoundOpinion,
    FoundPage,
    FoundRecord,
    FoundValue,
    PageEnd,
    SearchFilters,
    SearchOrder,
)
from dialogue_desktop.errors import UserError
from dialogue_desktop.services.search import COUNTED, PAGE
from ui.draft_keeper import Timer
from ui.runner import Runner
from ui.search import words
from ui.search.choices import CHIPS, Choice, Chosen, chip_of, choices_of, narrowed, widened, words_of
from ui.search.screen import Screen, Target, Trouble, View
from ui.search.words import Detail, Hit, Line

#: A hit is shown in full once the hand rests for so long: while one types, only the list follows.
_DETAIL_MS = 120
#: Rows that are asked for at the end of the list, and the most that a refresh reads again.
MORE, KEPT = 200, 1000

_FAULT = "Chương trình gặp lỗi khi tìm. Dữ liệu vẫn còn nguyên."


class Service(Protocol):
    """The part of `services.search.Search` that is used."""

    def everything(
        self, query: str, filters: SearchFilters, /, *, order: SearchOrder, limit: int
    ) -> FoundEverywhere: ...
    def opinions(
        self, query: str, filters: SearchFilters, /, *, order: SearchOrder, limit: int, after: PageEnd | None
    ) -> FoundPage: ...
    def count(self, query: str, filters: SearchFilters, /, *, limit: int) -> int: ...
    def totals(self) -> tuple[int, int]: ...
    def values(self, kind: Filter, query: str, filters: SearchFilters, /) -> tuple[FoundValue, ...]: ...
    def whole(self, conference_id: str, opinion_id: str, /) -> tuple[Opinion, tuple[Answer, ...]] | None: ...


class _Answer:
    """What was found, made ready to be shown away from the window."""

    def __init__(self, everything: FoundEverywhere, today: date, totals: tuple[int, int] | None) -> None:
        self.everything, self.totals = everything, totals
        self.lines = _lines(everything.opinions, today)
        self.sections = words.sections_of(everything.conferences, everything.records)


def _lines(page: FoundPage, today: date) -> tuple[Line, ...]:
    return tuple(words.line_of(hit, page.finder, today) for hit in page.rows)


class SearchPresenter:
    """`run` does work away from the screen, one piece after the other. Each new question makes the answers
    to older ones worthless: they are not even worked out when their turn comes."""

    def __init__(
        self, service: Callable[[], Service], view: View, clock: Clock, run: Runner, timer: Timer
    ) -> None:
        self._service, self._view, self._clock, self._run = service, view, clock, run
        self._timer = timer
        self._opened = False
        self.query = ""
        self.filters = SearchFilters()
        self.order = SearchOrder.NEWEST
        self._asked = 0  # the question that counts
        self._detail_asked = 0
        self._offer_asked = 0
        self._screen = Screen()
        self._hits: dict[str, Hit] = {}
        self._opinions: list[str] = []  # their ids in the list's order
        self._page = FoundPage()
        self._getting_more = False
        self._totals = (0, 0)
        self._count: int | None = None
        self._named: dict[Filter, str] = {}  # what the chosen values are called

    # --- questions ------------------------------------------------------------------------------------

    def open(self) -> None:
        """Everything, the newest first; as soon as the services are there."""
        self._opened = True
        self._ask(totals=True)

    def search(self, query: str) -> None:
        """The line as it stands after a key."""
        if query != self.query:
            self.query = query
            self._ask()

    def choose(self, choice: Choice) -> None:
        """A value of a chip's menu."""
        self._named[choice.kind] = choice.words
        self._narrow(narrowed(self.filters, choice.kind, choice.value))

    def widen(self, chip: str) -> None:
        self._narrow(widened(self.filters, chip))

    def widen_all(self) -> None:
        """Let go of every filter and of the words."""
        self.filters = SearchFilters()
        self._forget_line()
        self._ask()

    def _forget_line(self) -> None:
        self.query = ""
        self._view.clear_line()

    def _narrow(self, filters: SearchFilters) -> None:
        if filters != self.filters:
            self.filters = filters
            self._ask()

    def sort(self, order: SearchOrder) -> None:
        """In this order; a second time the newest come first again."""
        self.order = order if order is not self.order else SearchOrder.NEWEST
        self._ask()

    def refresh(self) -> None:
        """Something was written elsewhere: the same list anew, at the same place."""
        self._ask(totals=True, keep=True)

    def offer(self, chip: str) -> None:
        """What this chip can be set to, asked for when its menu is wanted."""
        if not self._opened:
            return
        self._offer_asked += 1
        asked, service, query, filters = self._offer_asked, self._service(), self.query, self.filters

        def work() -> list[tuple[Filter, tuple[FoundValue, ...]]] | None:
            if asked != self._offer_asked:
                return None
            cleared = widened(filters, chip)
            return [(kind, service.values(kind, query, cleared)) for kind in CHIPS[chip]]

        def done(found: list[tuple[Filter, tuple[FoundValue, ...]]] | None) -> None:
            if found is not None and asked == self._offer_asked:
                self._view.show_choices(chip, choices_of(found))

        self._run(work, done, self._failed)

    def _ask(self, *, totals: bool = False, keep: bool = False) -> None:
        if not self._opened:
            return
        self._asked += 1
        self._getting_more = False
        asked, service = self._asked, self._service()
        query, filters, order = self.query, self.filters, self.order
        limit = min(KEPT, max(PAGE, len(self._opinions))) if keep else PAGE

        today, loaded = self._clock.today(), self._screen.loaded

        def work() -> _Answer | None:
            if asked != self._asked:
                return None  # another key was pressed meanwhile
            counted = service.totals() if totals or not loaded else None
            return _Answer(service.everything(query, filters, order=order, limit=limit), today, counted)

        def done(found: _Answer | None) -> None:
            if found is None or asked != self._asked:
                return
            self._totals = found.totals or self._totals
            self._take(found, keep=keep)
            self._count_hits(asked)

        self._run(work, done, self._failed)

    def _known_count(self) -> int | None:
        """How many hits there are, where nobody needs to count them."""
        if not self._page.more:
            return len(self._opinions)
        everything = not self.query.strip() and self.filters == SearchFilters()
        return self._totals[0] if everything else None

    def _count_hits(self, asked: int) -> None:
        """After the rows, so that nobody waits for the number."""
        if self._count is not None:
            return
        service, query, filters = self._service(), self.query, self.filters

        def work() -> int | None:
            return service.count(query, filters, limit=COUNTED + 1) if asked == self._asked else None

        def done(count: int | None) -> None:
            if count is not None and asked == self._asked:
                self._count = count
                self._show(count=words.count_words(count, self._totals[0]))

        self._run(work, done, self._failed)

    def more(self) -> None:
        """The end of the list comes near: the rows behind it, once."""
        if self._getting_more or not self._page.more or self._page.end is None:
            return
        self._getting_more = True
        asked, service, end = self._asked, self._service(), self._page.end
        query, filters, order = self.query, self.filters, self.order

        today = self._clock.today()

        def work() -> tuple[FoundPage, tuple[Line, ...]] | None:
            if asked != self._asked:
                return None
            page = service.opinions(query, filters, order=order, limit=MORE, after=end)
            return page, _lines(page, today)

        def done(found: tuple[FoundPage, tuple[Line, ...]] | None) -> None:
            if found is None or asked != self._asked:
                return
            self._getting_more = False
            self._view.show_more(self._keep(*found))

        def failed(error: Exception) -> None:
            if asked == self._asked:
                self._getting_more = False
            self._failed(error)

        self._run(work, done, failed)

    # --- answers --------------------------------------------------------------------------------------

    def _take(self, found: _Answer, *, keep: bool) -> None:
        self._hits, self._opinions = {}, []
        beside: tuple[Hit, ...] = (*found.everything.conferences, *found.everything.records)
        self._hits.update((words.hit_id(one), one) for one in beside)
        lines, sections = found.lines, found.sections
        self._keep(found.everything.opinions, lines)
        if not lines:
            sections = tuple(replace(one, open=True) for one in sections)
        selected = self._screen.selected if keep and self._screen.selected in self._hits else ""
        if not selected:
            seen = [line.id for one in sections if one.open for line in one.lines]
            selected = [*seen, *(line.id for line in lines[:1]), ""][0]
        self._count = self._known_count()
        anything = bool(lines or sections)
        fresh_line = self._screen.loaded and not keep  # somebody types, and may not be done
        narrowed_down = bool(self.query.strip()) or self.filters != SearchFilters()
        self._screen = replace(
            self._screen,
            loaded=True,
            version=self._screen.version + 1,
            fresh=not keep,
            facts=words.facts_words(*self._totals),
            count=words.count_words(self._count, max(self._totals[0], len(self._opinions))),
            sections=sections,
            lines=lines,
            selected=selected,
            detail=self._screen.detail if anything else None,
            empty="" if anything else ("no_match" if narrowed_down else "none"),
            no_match=words.no_match_words(self.query, filtered=self.filters != SearchFilters()),
            chosen=self._chosen(),
            order=self.order,
            trouble=None,
        )
        self._view.show_screen(self._screen)
        if fresh_line:
            self._timer.restart(_DETAIL_MS, self.show_detail)
        else:
            self.show_detail()

    def _keep(self, page: FoundPage, lines: Sequence[Line]) -> list[Line]:
        """The lines that are not in the list yet."""
        self._page = page
        new = []
        for line, hit in zip(lines, page.rows, strict=True):
            if line.id not in self._hits:
                self._hits[line.id] = hit
                self._opinions.append(line.id)
                new.append(line)
        return new

    def _chosen(self) -> tuple[Chosen, ...]:
        return tuple(
            Chosen(chip_of(kind), kind, self._named.get(kind) or words_of(kind, value))
            for kind in Filter
            if (value := getattr(self.filters, kind.value)) is not None
        )

    def _failed(self, error: Exception) -> None:
        sentence = error.sentence if isinstance(error, UserError) else _FAULT
        self._show(trouble=Trouble("Chưa tìm được.", sentence))

    def _show(self, **changed: Any) -> None:
        self._screen = replace(self._screen, **changed)
        self._view.show_screen(self._screen)

    # --- one hit --------------------------------------------------------------------------------------

    @property
    def hit(self) -> Hit | None:
        """The selected one."""
        return self._hits.get(self._screen.selected)

    def select(self, line_id: str) -> None:
        """Another row: it is shown in full."""
        if line_id != self._screen.selected and line_id in self._hits:
            self._screen = replace(self._screen, selected=line_id)
            self.show_detail()

    def show_detail(self) -> None:
        """The selected hit in full, now."""
        self._timer.stop()
        self._detail_asked += 1
        hit = self.hit
        match hit:
            case FoundOpinion():
                self._read_whole(hit, self._detail_asked)
            case FoundRecord():
                self._show(detail=words.detail_of_record(hit))
            case FoundConference():
                self._show(detail=words.detail_of_conference(hit))
            case None:
                self._show(detail=None)

    def _read_whole(self, hit: FoundOpinion, asked: int) -> None:
        service, find = self._service(), self._page.finder

        def work() -> tuple[Opinion, tuple[Answer, ...]] | None:
            return service.whole(hit.conference.id, hit.id) if asked == self._detail_asked else None

        def done(found: tuple[Opinion, tuple[Answer, ...]] | None) -> None:
            if asked != self._detail_asked:
                return
            detail: Detail | None = None
            if found is not None:
                detail = words.detail_of_opinion(hit, *found, find, self._clock.today())
            self._show(detail=detail)

        self._run(work, done, self._failed)

    def open_selected(self, line_id: str = "") -> None:
        """Go to the hit in its own conference."""
        hit = self._hits.get(line_id or self._screen.selected)
        match hit:
            case FoundOpinion():
                target = Target(hit.conference.id, RecordKind.OPINION, hit.id, not hit.at_hall)
            case FoundRecord():
                target = Target(hit.conference.id, hit.kind, hit.id)
            case FoundConference():
                target = Target(hit.conference.id)
            case _:
                return
        self._view.open_hit(target)

    def search_inside(self) -> None:
        """Only in the selected conference from now on; its name need not stand in what is found."""
        hit = self.hit
        if isinstance(hit, FoundConference):
            self._forget_line()
            title = hit.conference.title
            self._named[Filter.CONFERENCE] = f"{title}, {hit.when}" if hit.when else title
            self._narrow(narrowed(self.filters, Filter.CONFERENCE, hit.conference.id))

    def copy(self) -> None:
        hit = self.hit
        if hit is not None:
            self._view.copy(*words.copied(hit))

    def wanted(self) -> tuple[str, SearchFilters, SearchOrder]:
        """What is on view, for those who write it into a file."""
        return self.query, self.filters, self.order

    @property
    def count(self) -> int | None:
        """How many opinions were found, as far as they are counted; None while that is not known."""
        return self._count
