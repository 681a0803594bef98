"""What is half typed in the drawers, and what an earlier run left in a rescue file (L9)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dialogue_desktop.domain.live import HalfSpeaker, LiveDraft, LiveItem
from dialogue_desktop.domain.records import Attendance, Conclusion, Records, Voice
from ui.live.session import screen_words
from ui.live.session.conclusion_verbs import ConclusionVerbs
from ui.live.session.item_desk import has_words, is_older
from ui.live.session.screen import Notice


class KeepingVerbs(ConclusionVerbs):
    """Nothing of it is an act before its field is left; a power cut makes it one with the next opening."""

    def type_attendance(self, rows: Sequence[Attendance] | None) -> None:
        """As it stands in the drawer; None when it has become an act."""
        self._half = replace(self._half, attendance=None if rows is None else tuple(rows))
        self._keeper.touch()

    def type_conclusions(self, rows: Sequence[Conclusion] | None) -> None:
        self._half = replace(self._half, conclusions=None if rows is None else tuple(rows))
        self._keeper.touch()

    def type_speaker(self, half: HalfSpeaker | None) -> None:
        if half != self._half.speaker:
            self._half = replace(self._half, speaker=half)
            self._keeper.touch()

    def _take_over(self, draft: LiveDraft) -> None:
        attendance, conclusions = draft.attendance, draft.conclusions
        self._half = replace(self._half, attendance=None, conclusions=None, speaker=None)
        if attendance is not None and attendance != self._records.attendance:
            words = "Đã ghi số người có mặt"
            self._act(lambda: self._service.set_attendance(self._cid, attendance), words)
        if conclusions is not None and conclusions != self._records.conclusions:
            self.set_conclusions(conclusions)
        if draft.speaker is not None:
            self._take_speaker(draft.speaker)

    def _take_speaker(self, half: HalfSpeaker) -> None:
        turn = self.turn(half.turn_id) if half.turn_id else None
        if turn is None:
            if not half.turn_id and half.voice != Voice():
                self.set_item_voice(half.voice)
            return
        typed = {"voice": half.voice, "topic": half.topic}
        differs = {name: value for name, value in typed.items() if value != getattr(turn, name)}
        if differs:
            self.edit_turn(turn.id, **differs)

    def take_rescued(self) -> None:
        """What lies in the rescue files becomes part of the session."""

        def work() -> tuple[tuple[LiveDraft, ...], Records]:
            return self._service.take_rescued(self._cid), self._service.records(self._cid)

        def done(result: tuple[tuple[LiveDraft, ...], Records]) -> None:
            drafts, records = result
            self._offer = None
            self._take_records(records)
            self._clear_older()
            for draft in drafts:
                self._lay_rescued(draft)
            self._committed()
            self._show()
            self.notify(Notice("Đã đưa vào phiên những gì cứu lại được"))

        self._line.work(work, done, self._act_failed)

    def _clear_older(self) -> None:
        """The boxes hold an older state of what came in just now; who speaks is who spoke then."""
        item = self._desk.item
        saved = self._loaded(item.new_id) if item.new_id and not item.opinion_id else None
        active = next((t.id for t in self._records.turns if t.state in screen_words.ACTIVE), self._turn_id)
        if saved is not None and is_older(item, saved):
            self._desk.clear(active)
        if self._desk.blank:
            self._turn_id = active

    def _lay_rescued(self, draft: LiveDraft) -> None:
        """Into the empty boxes, or over an older state of the same words; never over other words: then it is
        saved as an opinion that is marked to be looked at."""
        item, here = draft.item, self._desk.item
        self._quick_line = self._quick_line or draft.quick_add
        self._take_over(draft)
        if not has_words(item) or self._is_saved_already(item):
            return
        same = here.opinion_id == item.opinion_id if item.opinion_id else here.new_id == item.new_id
        if self._desk.blank or same:
            loaded = self._loaded(item.opinion_id) if item.opinion_id else None
            self._desk.put(item, draft.round_index, loaded=loaded or LiveItem())
            self._focus, self._cursor = draft.focus, draft.cursor
            self._keeper.touch()
            self.focus(draft.focus if draft.focus in ("opinion", "answer") else "opinion")
        else:
            known = self._loaded(item.opinion_id) is not None
            self._send(replace(item, marked=True, opinion_id=item.opinion_id if known else ""), 0)

    def put_off_rescued(self) -> None:
        """ "Để sau": the files stay, and are offered again with the next opening."""
        self._offer = None
        self._show()
