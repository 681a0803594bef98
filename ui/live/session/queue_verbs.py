"""The verbs of the queue and of the turn's clock: add, call, start, pause, absent, move, correct."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from dialogue_desktop.domain.live import TurnAct
from dialogue_desktop.domain.records import Source, Span, Turn, TurnState
from ui.live.session import quick_add, screen_words
from ui.live.session.inherit import followed
from ui.live.session.item_verbs import ItemVerbs
from ui.live.session.screen import Notice


class QueueVerbs(ItemVerbs):
    """What the secretary does with those who speak and wait."""

    # --- the queue -----------------------------------------------------------------------------------

    def quick_add(self, line: str) -> bool:
        """F2, Enter: one more speaker from one line; False when the line says nothing."""
        read = quick_add.parse(line, self.plan.localities)
        if read.empty:
            return False
        place = f", {read.voice.address}" if read.voice.address else ""
        who = screen_words.who_of(Turn("", voice=read.voice, anonymous=read.anonymous))
        online = ", trực tuyến" if read.source is Source.ONLINE else ""
        text = f"Đã thêm {who}{place}{online}"
        if read.unknown_locality:
            text += " (nơi ở chưa có trong kế hoạch)"
        self._quick_line = ""
        self._keeper.touch()

        def failed(error: Exception) -> None:
            self._quick_line = self._quick_line or line
            self._act_failed(error)

        self._act(
            lambda: self._service.add_turn(self._cid, read.voice, topic=read.topic, **read.more),
            text,
            failed=failed,
        )
        return True

    def register(self, opinion_ids: Sequence[str]) -> None:
        """Those who were ticked among the registered: into the queue, as one act."""
        ids = tuple(opinion_ids)
        if ids:
            words = f"Đã đưa {len(ids)} người đăng ký vào danh sách"
            self._act(lambda: self._service.register_turns(self._cid, ids), words)

    def call(self, turn_id: str) -> None:
        """Give the floor to a turn: what stands in the boxes is saved, the one before is finished."""

        def go(clear: bool) -> None:
            if turn_id != self._turn_id and self.turn(turn_id) is not None and self._leave_turn(clear):
                self._select(turn_id, clear)

        self._calls(go)

    def next_speaker(self) -> None:
        """F8: save, finish, call the next one who waits."""

        def go(clear: bool) -> None:
            if self._over_already():
                return
            following = screen_words.next_waiting(self._records.turns, self._turn_id)
            if not self._leave_turn(clear):
                return
            self._select(following.id if following else "", clear)
            if following is None:
                self.notify(Notice("Không còn ai chờ phát biểu."))

        self._calls(go)

    def _calls(self, verb: Callable[[bool], None]) -> None:
        """A verb after which somebody else speaks; it is told whether it has to clear the desk itself.

        Where acts are under way it comes behind them, but what stands on the desk is taken off it at once:
        the words that are typed from now on are those of the one who is being called.
        """
        if not self._line.must_wait:
            verb(True)
            return
        if not self._put_away():
            self._back_to_turn()
        self._calling += 1
        self._desk.change(turn_id="")

        def go() -> None:
            self._calling -= 1
            verb(False)

        self._line.when_free(go)

    def _leave_turn(self, clear: bool = True) -> bool:
        """Save what is written; a turn that spoke, or of which something was written, is over.

        False when the words could not be saved and stand in the boxes again. Without `clear` what stands
        on the desk is the next one's.
        """
        turn = self.turn()
        wrote = clear and self._put_away()
        if wrote and not self._desk.blank:
            return False
        if turn is not None:
            wrote = wrote or any(o.turn_id == turn.id for o in self._records.opinions)
            if turn.state in screen_words.ACTIVE or (turn.state is TurnState.WAITING and wrote):
                self._act(lambda: self._service.turn_act(self._cid, turn.id, TurnAct.FINISH))
        return True

    def _select(self, turn_id: str, clear: bool = True) -> None:
        """Who is at the microphone now; words that were typed before anybody was called are his."""
        self._turn_id = turn_id
        if self._desk.blank and clear:
            self._back_to_turn()
        else:
            if not self._calling:
                self._desk.change(turn_id=self._desk.item.turn_id or turn_id)
            self._match()
            self._show()
        self._keeper.write()

    def start_stop(self) -> None:
        """F3: begin the session, then the speech; then the answer; then the turn is over."""
        self._line.when_free(self._start_stop)

    def _over_already(self) -> bool:
        if self._records.session.ended_at is None:
            return False
        self.notify(Notice("Phiên đã kết thúc. Mở lại phiên để ghi tiếp lượt nói."))
        return True

    def _start_stop(self) -> None:
        if self._over_already():
            return
        if self._records.session.started_at is None:
            self._act(lambda: self._service.start(self._cid), "Đã bắt đầu phiên")
            if self.turn() is None:
                return
        turn = self.turn()
        if turn is None or turn.state is TurnState.DONE:
            following = screen_words.next_waiting(self._records.turns, self._turn_id)
            if following is None or (turn is not None and not self._desk.blank):
                words = "Chưa có ai đang được mời. <quick_add> thêm người phát biểu."
                self.notify(Notice(self.keys.fill(words)))
                return
            if self._desk.editing and self._put_away() and not self._desk.blank:
                return
            if self._desk.editing:
                self._back_to_turn()
            self._select(following.id)
            turn = following
        act = {
            TurnState.WAITING: TurnAct.START, TurnState.ABSENT: TurnAct.START,
            TurnState.WITHDRAWN: TurnAct.START, TurnState.SPEAKING: TurnAct.ANSWER,
            TurnState.PAUSED: TurnAct.RESUME, TurnState.ANSWERING: TurnAct.FINISH,
        }[turn.state]  # fmt: skip
        self._turn_act(turn.id, act)

    def answer_begins(self) -> None:
        """F6: with the answer the speech is over, should its clock still run. Of an earlier opinion that is
        put right, or before a word was written, it says nothing about who speaks now."""

        def go() -> None:
            turn = self.turn()
            written = bool(self._desk.item.text.strip()) and not self._desk.editing
            if turn is not None and turn.state is TurnState.SPEAKING and written:
                self._turn_act(turn.id, TurnAct.ANSWER)

        self._line.when_free(go)

    def pause_resume(self) -> None:
        """F4: hold the speech or let it go on; from the answer, back to the speech."""

        def go() -> None:
            turn = self.turn()
            act = {
                TurnState.SPEAKING: TurnAct.PAUSE, TurnState.PAUSED: TurnAct.RESUME,
                TurnState.ANSWERING: TurnAct.RESUME,
            }.get(turn.state) if turn else None  # fmt: skip
            if turn is None or act is None:
                self.notify(Notice(self.keys.fill("Đồng hồ chưa chạy. <start_stop> để bắt đầu.")))
                return
            self._turn_act(turn.id, act)

        self._line.when_free(go)

    def _turn_act(self, turn_id: str, act: TurnAct, text: str = "") -> None:
        self._typed = 0
        self._act(lambda: self._service.turn_act(self._cid, turn_id, act), text)

    def absent(self, turn_id: str) -> None:
        """Called and not there; the next one is called when it was the current turn."""
        self._put_aside(turn_id, TurnAct.ABSENT, "vắng khi gọi")

    def withdraw(self, turn_id: str) -> None:
        self._put_aside(turn_id, TurnAct.WITHDRAW, "rút, không phát biểu")

    def _put_aside(self, turn_id: str, act: TurnAct, words: str) -> None:
        def go(clear: bool) -> None:
            turn = self.turn(turn_id)
            if turn is None:
                return
            if turn.id == self._turn_id:
                if clear and self._put_away() and not self._desk.blank:
                    return
                following = screen_words.next_waiting(self._records.turns, turn.id)
                self._select(following.id if following else "", clear)
            self._turn_act(turn.id, act, f"{screen_words.name_of(turn.voice, turn.anonymous)} {words}")

        if turn_id == self._turn_id:
            self._calls(go)
        else:
            self._line.when_free(lambda: go(True))

    def wait_again(self, turn_id: str) -> None:
        """Back to the queue: the absent one has come."""
        self._turn_act(turn_id, TurnAct.WAIT)

    def again(self, turn_id: str) -> None:
        """A second turn for someone who has spoken."""
        turn = self.turn(turn_id)
        if turn is not None:
            who = turn.voice.shown if turn.voice.name else "người này"
            self._turn_act(turn_id, TurnAct.AGAIN, f"Đã ghi thêm lượt cho {who}")

    def move(self, turn_id: str, steps: int) -> None:
        """Up (−1) or down (+1) among those who wait."""

        def go() -> None:
            order = [
                t.id
                for t in screen_words.queue_order(self._records.turns, self._turn_id)
                if t.state in (TurnState.WAITING, TurnState.ABSENT) and t.id != self._turn_id
            ]
            if turn_id not in order:
                return
            at = order.index(turn_id)
            to = at + steps
            if not 0 <= to < len(order):
                return
            before = order[to] if steps < 0 else (order[to + 1] if to + 1 < len(order) else None)
            self._act(lambda: self._service.move_turn(self._cid, turn_id, before))

        self._line.when_free(go)

    def edit_turn(self, turn_id: str, **fields: Any) -> None:
        """Name, thôn, topic, consent … of a turn; what was already written of it follows."""
        turn = self.turn(turn_id)
        if turn is None:
            return
        item = self._desk.item
        if item.turn_id == turn_id and self._desk.editing:
            self._desk.change(**followed(item, turn, fields))
        self._act(lambda: self._service.edit_turn(self._cid, turn_id, **fields), "Đã sửa người phát biểu")

    def correct_spans(self, turn_id: str, spans: Sequence[Span]) -> None:
        times = tuple(spans)
        self._act(lambda: self._service.correct_spans(self._cid, turn_id, times), "Đã sửa giờ của lượt")
