"""What the live screen knows: records, the item on the desk, the draft; and how an act is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from dialogue_desktop.clock import Clock
from dialogue_desktop.domain.journal import Entry
from dialogue_desktop.domain.live import LiveDraft, LiveItem
from dialogue_desktop.domain.plan import Plan, ProgrammeStep
from dialogue_desktop.domain.records import Opinion, Records, Turn, TurnState
from dialogue_desktop.errors import UserError
from dialogue_desktop.services.away import Found
from ui.draft_keeper import DraftKeeper, Timer
from ui.live.key_names import KeyNames
from ui.live.session import away_words, known_names, prepared, quick_add, screen_words, turn_words
from ui.live.session.act_line import ActLine
from ui.live.session.floor_words import FloorView, floor_of
from ui.live.session.item_desk import ItemDesk, has_words, item_of
from ui.live.session.outlook import Outlook, outlook
from ui.live.session.screen import ItemView, LiveScreen, Notice, Offer, ProgrammeView, Trouble
from ui.live.session.screen_maker import ScreenMaker
from ui.live.session.service import DayOf, LiveService
from ui.runner import Runner, at_once
from ui.turn_clock import WARN_SECONDS, ClockView, Level, clock_view

_FORGOTTEN_AFTER = 20  # letters typed while the clock stands, before it is mentioned


class PresenterCore:
    """State of the screen without its verbs."""

    def __init__(
        self,
        service: LiveService,
        conference_id: str,
        clock: Clock,
        plan: Plan,
        *,
        timer: Timer,
        run: Runner = at_once,
        day_of: DayOf = lambda outcome: None,
    ) -> None:
        self._service, self._cid, self._clock, self.plan = service, conference_id, clock, plan
        self._steps = screen_words.worded_steps(plan)
        self._line, self._run = ActLine(run), run
        self._records = Records()
        self._turn_id = ""
        self._desk = ItemDesk(day_of)
        self._quick_line = ""
        self._half = LiveDraft()  # of it what stands in small fields and drawers
        self._focus, self._cursor = "opinion", 0
        self._maker = ScreenMaker()
        self._indexed: tuple[prepared.Indexed, ...] = ()
        self._found: tuple[Opinion, ...] = ()
        self._found_at = 0
        self._typed = 0
        self._calling = 0  # verbs on their way after which somebody else speaks
        self._unsent = 0  # items taken off the desk that the journal does not have yet
        self._saved = ""
        self._trouble: Trouble | None = None
        self._offer: Offer | None = None
        self._just_saved: dict[str, LiveItem] = {}
        self._unsaved: list[LiveItem] = []
        self._keeper = DraftKeeper(
            self.draft, lambda d: service.save_draft(conference_id, d), run, timer,
            saved=self._draft_saved, failed=self._draft_failed, hold=lambda: self._unsent > 0,
        )  # fmt: skip
        self.changed: Callable[[LiveScreen], None] = lambda screen: None
        self.notify: Callable[[Notice], None] = lambda notice: None
        self.focus: Callable[[str], None] = lambda where: None
        self.keys = KeyNames()  # for lines that name a key
        self.left: Callable[[], None] = lambda: None
        self.warn_seconds = WARN_SECONDS
        self.elsewhere = known_names.nobody  # people of other conferences, for the quick line

    # --- opening -----------------------------------------------------------------------------------

    def open(self, opened: Callable[[LiveDraft], None] = lambda draft: None) -> None:
        """Read the records and what was half typed; `opened` gets the draft to put the cursor back."""

        def work() -> tuple[Records, LiveDraft | None, tuple[Entry, ...], Found | None]:
            service, cid = self._service, self._cid
            return service.records(cid), service.draft(cid), service.history(cid, 1), service.rescued(cid)

        def done(result: tuple[Records, LiveDraft | None, tuple[Entry, ...], Found | None]) -> None:
            records, draft, newest, found = result
            self._offer = away_words.offer(found) if found is not None else None
            if newest:
                self._saved = screen_words.hour(newest[0].at, seconds=True)
            draft = draft or LiveDraft()
            self._take_records(records)
            self._restore(draft)
            self._show()
            self._take_over(draft)
            opened(self.draft())

        self._line.work(work, done, self._act_failed)

    def take_plan(self, plan: Plan, day_of: DayOf) -> None:
        """The plan was changed on another page; what is on the desk and in the boxes stays."""
        self.plan, self._steps = plan, screen_words.worded_steps(plan)
        self._desk.take_days(day_of)
        self.refresh()

    def refresh(self) -> None:
        """Read the records again: another page may have written."""
        self._act(lambda: self._service.records(self._cid), quiet=True)

    def _restore(self, draft: LiveDraft) -> None:
        turns = {t.id: t for t in self._records.turns}
        active = next((t.id for t in self._records.turns if t.state in screen_words.ACTIVE), "")
        self._turn_id = active or (draft.turn_id if draft.turn_id in turns else "")
        self._quick_line = draft.quick_add
        self._focus, self._cursor = draft.focus, draft.cursor
        item = draft.item
        known = {o.id: o for o in self._records.opinions}
        if item.opinion_id and item.opinion_id not in known:
            item = replace(item, opinion_id="")
        if self._is_saved_already(item):
            # The power went between the commit and the clearing of the draft.
            self._desk.clear(self._turn_id)
            self._focus, self._cursor = "opinion", 0
        else:
            loaded = self._loaded(item.opinion_id) if item.opinion_id else None
            if not has_words(item) and not item.opinion_id:
                item = replace(item, turn_id=self._turn_id)
            self._desk.put(item, draft.round_index, loaded=loaded)
        self._keeper.known(draft)
        self._half = draft
        self._match()

    def _is_saved_already(self, item: LiveItem) -> bool:
        """What is saved is whole; the draft may be a second older."""
        return not item.opinion_id and any(o.id == item.new_id for o in self._records.opinions)

    def _take_over(self, draft: LiveDraft) -> None:
        """Rows of a drawer that the power cut short become an act; the verbs of the session know how."""

    def _loaded(self, opinion_id: str) -> LiveItem | None:
        opinion = next((o for o in self._records.opinions if o.id == opinion_id), None)
        return item_of(opinion, self._records.answers_of(opinion_id)) if opinion else None

    # --- what the screen asks ----------------------------------------------------------------------

    @property
    def records(self) -> Records:
        return self._records

    @property
    def desk(self) -> ItemDesk:
        """Read by the panels; changed through the verbs below."""
        return self._desk

    @property
    def quick_line(self) -> str:
        return self._quick_line

    @property
    def steps(self) -> tuple[ProgrammeStep, ...]:
        """The programme in the words of the plan."""
        return self._steps

    @property
    def turn_id(self) -> str:
        return self._turn_id

    @property
    def settled(self) -> bool:
        """Nothing is under way and nothing is unsaved."""
        return self._line.idle and not self._keeper.pending and not self._unsaved

    @property
    def idle(self) -> bool:
        """No act is under way: the records hold all that was asked for."""
        return self._line.idle

    def turn(self, turn_id: str = "") -> Turn | None:
        """One turn; without an id the current one."""
        wanted = turn_id or self._turn_id
        return next((t for t in self._records.turns if t.id == wanted), None)

    def draft(self) -> LiveDraft:
        desk = self._desk
        return replace(
            self._half, item=desk.item, focus=self._focus, cursor=self._cursor,
            round_index=desk.round_index, quick_add=self._quick_line, turn_id=self._turn_id,
        )  # fmt: skip

    def screen(self) -> LiveScreen:
        made = self._maker.screen(self._records, self.plan, self._steps, self._turn_id, self._clock.now())
        return replace(
            made,
            item=self._item_view(),
            prepared=screen_words.prepared_view(self._found, self._found_at, self._desk.item.linked_id),
            collected_hint=self.keys.fill(turn_words.collected_hint(made.collected_waiting)),
            saved=self._saved,
            trouble=self._trouble,
            offer=self._offer,
        )

    def _item_view(self) -> ItemView:
        desk = self._desk
        if desk.editing:
            opinion = next((o for o in self._records.opinions if o.id == desk.item.opinion_id), None)
            turn = self.turn(desk.item.turn_id) if desk.item.turn_id else None
            voice = desk.item.voices[0] if desk.item.voices else None
            who = voice.shown if voice and voice.name else screen_words.who_of(turn)
            words = turn_words.edited(opinion, who)
        elif turn_id := desk.item.turn_id or self._turn_id:
            before = sum(o.turn_id == turn_id for o in self._records.opinions)
            of = "lượt này" if turn_id == self._turn_id else screen_words.who_of(self.turn(turn_id))
            words = f"Ý kiến {before + 1} của {of}"
        else:
            words = "Chưa chọn người phát biểu"
        return ItemView(
            desk.item, desk.round_index, words, desk.editing, desk.unit_expected, desk.version,
            *self._maker.item_words(self._records, desk.item, self._turn_id),
        )  # fmt: skip

    def clock(self) -> ClockView:
        """The turn's clock now, with the reminder that it was forgotten (L7)."""
        turn = self.turn()
        view = clock_view(turn, self._clock.now(), self.warn_seconds)
        if turn is None or self._typed < _FORGOTTEN_AFTER or view.level in (Level.WARN, Level.OVER):
            return view
        forgotten = turn.state is TurnState.WAITING and not turn.spans  # else it was put right meanwhile
        if forgotten or turn.state is TurnState.PAUSED:
            return replace(view, level=Level.WARN, words="Chưa bấm giờ", icon="clock")
        return view

    def programme(self) -> ProgrammeView:
        """The programme step with the time left now; asked again every minute."""
        return screen_words.programme_view(self._steps, self._records.session, self._clock.now())

    def wall_clock(self) -> str:
        return screen_words.hour(self._clock.now())

    def outlook(self) -> Outlook:
        return outlook(self._records, self.plan, self._turn_id, self._clock.now())

    def floor(self) -> FloorView:
        """How long each thôn has spoken by now."""
        return floor_of(self._records.turns, self.plan, self._clock.now())

    def suggestions(self, line: str) -> tuple[quick_add.Suggestion, ...]:
        people = known_names.together(self._maker.known_people(self._records), lambda: self.elsewhere(line))
        return quick_add.suggest(line, self.plan.localities, people)

    # --- acts ----------------------------------------------------------------------------------------

    def _act(
        self,
        work: Callable[[], Any],
        text: str = "",
        *,
        failed: Callable[[Exception], None] | None = None,
        after: Callable[[], None] | None = None,
        quiet: bool = False,
    ) -> None:
        def job() -> Records:
            result = work()
            return result if isinstance(result, Records) else self._service.records(self._cid)

        def done(records: Records) -> None:
            self._take_records(records)
            if not quiet:
                self._committed()
            else:
                self._disk_is_away()
            self._show()
            if text:
                self.notify(Notice(text, "undo"))
            if after is not None:
                after()

        self._line.work(job, done, failed or self._act_failed)

    def _take_records(self, records: Records) -> None:
        if records.opinions is not self._records.opinions:
            self._indexed = prepared.index(records.collected(), self._indexed)
        self._records = records

    def _match(self) -> None:
        if not self._indexed:
            self._found = ()
            return
        desk = self._desk
        turn = self.turn(desk.item.turn_id)  # of an earlier opinion its own speaker
        voices = desk.item.voices or ((turn.voice,) if turn else ())
        # Its own where a collected opinion is answered itself, else the one that it is said to repeat.
        tied = {desk.item.opinion_id, desk.item.linked_id} - {""}
        linked = next((i.opinion for i in self._indexed if i.opinion.id in tied), None)
        mine = turn.opinion_id if turn is not None and linked is None else ""
        wanted = prepared.Wanted(voices, desk.item.field, turn.topic if turn else "", desk.item.text)
        taken = {o.linked_id for o in self._records.at_hall() if o.id != desk.item.opinion_id}
        free = [i for i in self._indexed if i.opinion.id not in taken]
        found = prepared.matches(wanted, free)
        # With which the speaker registered, before anything that only looks like it.
        linked = linked or next((i.opinion for i in free if i.opinion.id == mine), None)
        if linked is not None:
            found = (linked, *(o for o in found if o.id != linked.id))
        self._found, self._found_at = found, 0

    def _disk_is_away(self) -> bool:
        """The act is done and held, not written: the bar says so, and the draft asks again after a while."""
        away = self._service.away
        if away is None:
            return False
        self._trouble = away_words.trouble(away)
        self._keeper.try_again()
        return True

    def _committed(self) -> None:
        if self._disk_is_away():
            return
        self._saved = screen_words.hour(self._clock.now(), seconds=True)
        if not self._unsaved and not self._keeper.pending:
            self._over()

    def _over(self) -> None:
        """Nothing is unsaved any more."""
        trouble, self._trouble = self._trouble, None
        if trouble is not None:
            self.notify(Notice(away_words.back(trouble.held)))

    def _draft_saved(self, at: datetime) -> None:
        self._saved = screen_words.hour(at, seconds=True)
        if self._unsaved:
            self._retry_unsaved()
        else:
            self._over()
        if not self._found:
            self._match()
        self._show()

    def _retry_unsaved(self) -> None:
        """The items that could not be written; the verbs of the item know how."""

    def _draft_failed(self, error: Exception, draft: LiveDraft) -> None:
        self._act_failed(error)

    def _act_failed(self, error: Exception) -> None:
        """An act that is refused is left undone; what is typed stays."""
        if not isinstance(error, UserError):
            raise error
        if not self._disk_is_away():
            fact, _, advice = error.sentence.partition(". ")
            advice = advice.rpartition(". ")[2]
            self._trouble = Trouble(fact.rstrip(".") + ".", f"Chữ đang gõ vẫn còn. {advice}".strip())
        self._show()

    def _show(self) -> None:
        self.changed(self.screen())
