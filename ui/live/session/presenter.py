"""The live session without a window: what the screen shows, and every verb of the secretary."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from dialogue_desktop.domain.attendance_counts import AttendanceCount
from dialogue_desktop.domain.journal import ALIVE, Entry
from dialogue_desktop.domain.live import LiveItem, TurnAct
from dialogue_desktop.domain.recordings import moment_of, place_words
from dialogue_desktop.domain.records import Attendance, Recording, RecordKind, Records, Turn, TurnState
from dialogue_desktop.errors import UserError
from ui.live.session.joint_verbs import JointVerbs
from ui.live.session.keeping_verbs import KeepingVerbs
from ui.live.session.prepared_verbs import PreparedVerbs
from ui.live.session.screen import Notice
from ui.live.session.split_verbs import SplitVerbs
from ui.live.session.walk_verbs import WalkVerbs


class LivePresenter(SplitVerbs, WalkVerbs, JointVerbs, PreparedVerbs, KeepingVerbs):
    """One session on one screen.

    Acts go to the service one after the other, so that each verb sees what the one before it did. What is
    typed is never held up by them: on saving, the boxes are free at once, and come back if it failed.
    `changed` is told of every new `LiveScreen`, `notify` of lines for the toast, `focus` of the box that
    the next key belongs to, `left` when the session was ended.
    """

    # --- the session ---------------------------------------------------------------------------------

    def step(self, steps: int) -> None:
        """The next (+1) or the last (−1) step of the programme."""

        def go() -> None:
            programme = self.plan.programme
            if not programme:
                return
            ids = [s.id for s in programme]
            now = self._records.session.step_id
            at = ids.index(now) + steps if now in ids else 0
            if 0 <= at < len(ids):
                # With the time to speak the last answer is over too; who still writes it down goes on.
                before = programme[ids.index(now)] if now in ids else programme[at]
                turn = self.turn()
                if before.speaking and not programme[at].speaking and turn is not None:
                    if turn.state is TurnState.ANSWERING:
                        self._turn_act(turn.id, TurnAct.FINISH)
                self._act(lambda: self._service.set_step(self._cid, ids[at]))

        self._line.when_free(go)

    def set_attendance(self, rows: Sequence[Attendance]) -> None:
        self._act(lambda: self._service.set_attendance(self._cid, tuple(rows)), "Đã ghi số người có mặt")

    def set_recordings(self, recordings: Sequence[Recording]) -> None:
        """The recorders of the hall, each with the moment at which its counter stood at zero."""
        every = tuple(recordings)
        self._act(lambda: self._service.set_recordings(self._cid, every), "Đã đặt giờ máy ghi âm")

    def read_counts(self, read: Callable[[tuple[AttendanceCount, ...]], None]) -> None:
        """All countings so far, of which the rows keep the last. No act: nothing waits for it, and where it
        cannot be read now, what is shown stays."""

        def failed(error: Exception) -> None:
            if not isinstance(error, UserError):
                raise error

        self._run(lambda: self._service.attendance_counts(self._cid), read, failed)

    def set_presidium(self, fields: dict[str, Any]) -> None:
        """Who really chairs ("chairs"), writes ("secretaries"), and when the session really was."""
        people = fields.keys() <= {"chairs", "secretaries"}
        words = "Đã sửa chủ trì, thư ký" if people else "Đã sửa giờ họp"
        self._act(lambda: self._service.set_session(self._cid, **fields), words)

    def recorded(self, turn: Turn | None) -> str:
        """The place of a turn in the recording; empty where there is none."""
        return place_words(moment_of(turn), self._records.session.recordings)

    def end(self) -> None:
        """End the session: what is written is saved, who speaks is finished; then the page is left."""

        def go(clear: bool) -> None:
            if not self._leave_turn(clear):
                return
            self._select("", clear)
            self._act(lambda: self._service.end(self._cid), "Đã kết thúc phiên", after=self._ended)

        self._calls(go)

    def _ended(self) -> None:
        """On to the minutes, but only when they hold everything."""
        if self._service.away is None:
            self.left()

    def reopen(self) -> None:
        self._act(lambda: self._service.reopen(self._cid), "Đã mở lại phiên")

    # --- undo ----------------------------------------------------------------------------------------

    def undo(self) -> None:
        """Take back the last act; a saved opinion returns into the empty boxes."""
        self._take_back(self._service.undo, "Đã hoàn tác", "Không còn gì để hoàn tác.", "redo")

    def redo(self) -> None:
        self._take_back(self._service.redo, "Đã làm lại", "Không còn gì để làm lại.", "undo")

    def _take_back(
        self, call: Callable[[str], Entry | None], done_words: str, nothing: str, back: str
    ) -> None:
        def work() -> tuple[Entry | None, str, Records]:
            entry = call(self._cid)
            text = self._service.entry_text(entry) if entry is not None else ""
            return entry, text, self._service.records(self._cid)

        def done(result: tuple[Entry | None, str, Records]) -> None:
            entry, text, records = result
            if entry is None:
                self.notify(Notice(nothing))
                return
            self._take_records(records)
            self._bring_back(entry)
            self._committed()
            self._show()
            self.notify(Notice(f"{done_words}: {text}", back))

        self._line.work(work, done, self._act_failed)

    def _bring_back(self, entry: Entry) -> None:
        """A saved item that was taken back stands in the boxes again; done again, it leaves them."""
        if self._unsplit(entry):
            return
        born = {c.id for c in entry.changes if c.record is RecordKind.OPINION and c.field == ALIVE}
        alive = {o.id for o in self._records.opinions}
        for opinion_id in born:
            item = self._just_saved.get(opinion_id)
            if item is None:
                continue
            if opinion_id not in alive and self._desk.blank:
                if item.turn_id and self.turn(item.turn_id) is not None:
                    self._turn_id = item.turn_id
                self._desk.put(replace(item, new_id=""), loaded=LiveItem())
                self._focus, self._cursor = "opinion", len(self._desk.spoken)
                self.focus("opinion")
            elif opinion_id in alive and replace(self._desk.item, new_id=item.new_id) == item:
                self._desk.clear(self._turn_id)
            self._keeper.touch()
        edited = self._desk.item.opinion_id
        if edited and edited not in alive:
            if self._desk.untouched:
                self._desk.clear(self._turn_id)
            else:  # what was being put into it stays, as a new one
                self._desk.put(
                    replace(self._desk.item, opinion_id=""), self._desk.round_index, loaded=LiveItem()
                )
            self._keeper.touch()
        if self._turn_id and self.turn() is None:
            self._turn_id = ""
