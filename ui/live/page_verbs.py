"""What the verbs of the live page do: keys, buttons, rows of the queue and drawers all end here."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from dialogue_desktop.domain.records import Outcome, RecordKind, TurnState, Voice
from ui.context import Context
from ui.live import verbs
from ui.live.density import Density
from ui.live.drawers.side_host import Side
from ui.live.state_icons import ORDER
from ui.live.turn_keys import TurnVerbs
from ui.live.writing.quick_side import QuickSide
from ui.widgets.open_word import end_open_word

if TYPE_CHECKING:
    from ui.live.page import LivePage

_BOX_OF_FIELD = {
    "deadline": "day", "voices": "speaker", "text": "opinion", "outcome_reason": "reason",
    "receiving_body": "body",
}  # fmt: skip

#: They keep or leave the text: an abbreviation at its end has ended too.
_LEAVING = {
    verb.id
    for verb in (
        verbs.SAVE, verbs.NEXT, verbs.FOLLOW_UP, verbs.OPINION, verbs.ANSWER, verbs.OUTCOME, verbs.SPLIT,
        verbs.EARLIER, verbs.LATER, verbs.MORE, verbs.JOINT, verbs.UNANSWERED, verbs.COLLECTED, verbs.MARKED,
        verbs.END,
    )
}  # fmt: skip


class PageVerbs:
    """Each verb reads the page and speaks to the presenter; it keeps only whom the speaker drawer shows."""

    def __init__(self, page: LivePage, context: Context, conference_id: str) -> None:
        self._page = page
        self.quick = QuickSide(page, context, conference_id)
        self._subject = ""
        self.turns = TurnVerbs(page, self.open_side, self.close_side)

    def quick_entered(self, line: str) -> None:
        if line and not self._page.live().quick_add(line):
            return
        self._page.boxes.show_quick("" if line else self._page.live().quick_line)
        self.come_back()

    def come_back(self) -> None:
        """Enter or Esc in the quick line: to where one was writing."""
        self._page.frame.close_queue()
        self._page.boxes.go_back()

    def row_opened(self, turn_id: str) -> None:
        """Enter in the queue: call who waits, take back what was said by who is done."""
        turn = self._page.live().turn(turn_id)
        if turn is None:
            return
        self._page.frame.close_queue()
        if turn.state is TurnState.DONE and self._page.live().edit_of_turn(turn_id):
            return
        self._page.live().call(turn_id)

    def row_menu(self, turn_id: str, place: QPoint) -> None:
        live, known = self._page.live(), self._page.keys.actions
        turn = live.turn(turn_id)
        if turn is None:
            return
        self._page.menu.clear()
        self._page.menu.setPalette(self._page.look.palette())
        self._page.menu.setFont(self._page.look.font())
        if turn.state is TurnState.DONE:
            self._page.menu.addAction("Sửa ý kiến đã ghi", lambda: self.row_opened(turn_id))
        else:
            self._page.menu.addAction("Mời phát biểu", lambda: self.row_opened(turn_id))
        if turn.state in (TurnState.ABSENT, TurnState.WITHDRAWN):
            self._page.menu.addAction("Trả về hàng chờ", lambda: live.wait_again(turn_id))
        for verb in (verbs.ABSENT, verbs.WITHDRAW, verbs.AGAIN, verbs.UP, verbs.DOWN, verbs.SPEAKER):
            self._page.menu.addAction(known[verb.id])
        self._page.menu.popup(place)

    def voice_changed(self, voice: Voice) -> None:
        if self._subject:
            self._page.live().edit_turn(self._subject, voice=voice)
        else:
            self._page.live().set_item_voice(voice)

    def fields_changed(self, fields: dict[str, Any]) -> None:
        if self._subject:
            self._page.live().edit_turn(self._subject, **fields)
        else:
            self._page.live().set_item_facts(fields)

    def spans_changed(self, spans: Any) -> None:
        if self._subject:
            self._page.live().correct_spans(self._subject, spans)

    # --- verbs ---------------------------------------------------------------------------------------

    def reactions(self) -> dict[str, Callable[[], object]]:
        reactions: dict[str, Callable[[], object]] = {
            verbs.QUICK_ADD.id: self._quick_add,
            verbs.REGISTERED.id: lambda: self.open_side(Side.REGISTERED),
            verbs.START_STOP.id: lambda: self._page.live().start_stop(),
            verbs.PRESIDIUM.id: lambda: self.open_side(Side.PRESIDIUM),
            verbs.FLOOR.id: lambda: self.open_side(Side.FLOOR),
            verbs.RECORDING.id: lambda: self.open_side(Side.RECORDING),
            verbs.PAUSE.id: lambda: self._page.live().pause_resume(),
            verbs.OPINION.id: lambda: self._page.focus_box("opinion"),
            verbs.ANSWER.id: self._answer,
            verbs.OUTCOME.id: lambda: self._page.work.outcomes.focus_bar(),
            verbs.NEXT.id: lambda: self._page.live().next_speaker(),
            verbs.FOLLOW_UP.id: lambda: self._page.live().follow_up(),
            verbs.PREPARED.id: self._prepared,
            verbs.READY_TEXT.id: lambda: self.quick.pick(),
            verbs.SHORT_WORD.id: lambda: self.quick.shorten(),
            verbs.KEYS.id: lambda: self.open_side(Side.KEYS),
            verbs.SAVE.id: self._save,
            **self.turns.reactions(),
            verbs.UNDO.id: lambda: self._page.live().undo(),
            verbs.REDO.id: lambda: self._page.live().redo(),
            verbs.MARK.id: lambda: self._page.live().mark(),
            verbs.MARKED.id: lambda: self._page.live().edit_marked(),
            verbs.QUEUE.id: self._to_queue,
            verbs.SPEAKER.id: lambda: self.open_speaker(self._row_or_current()),
            verbs.CONSENT.id: self._consent,
            verbs.ABSENT.id: lambda: self._page.live().absent(self._row_or_current()),
            verbs.WITHDRAW.id: lambda: self._page.live().withdraw(self._row_or_current()),
            verbs.AGAIN.id: lambda: self._page.live().again(self._row_or_current()),
            verbs.UP.id: lambda: self._move(-1),
            verbs.DOWN.id: lambda: self._move(+1),
            verbs.ATTENDANCE.id: lambda: self.open_side(Side.ATTENDANCE),
            verbs.CONCLUSIONS.id: lambda: self.open_side(Side.CONCLUSIONS),
            verbs.TRAVEL.id: lambda: self._page.travel(),
            verbs.DRAFT.id: lambda: self._page.conclude.draft(),
            verbs.READ_BACK.id: lambda: self._page.conclude.read(),
            verbs.STEP_BACK.id: lambda: self._page.live().step(-1),
            verbs.STEP_ON.id: lambda: self._page.live().step(+1),
            verbs.END.id: lambda: self._page.live().end(),
            verbs.THEME.id: self._swap_theme,
            verbs.SIDE.id: lambda: self.open_side(Side.RESULTS),
            verbs.HALL.id: self._hall,
        }
        for at, verb in enumerate(verbs.OUTCOME_KEYS):
            reactions[verb.id] = lambda outcome=ORDER[at]: self._outcome_key(outcome)  # type: ignore[misc]
        return {name: self._guarded(name, react) for name, react in reactions.items()}

    def _guarded(self, verb_id: str, react: Callable[[], object]) -> Callable[[], None]:
        """A verb does nothing before the records are there; an open word is ended first, never dropped, and
        the field in which the cursor stands belongs to the item of before."""

        def run() -> None:
            if self._page.presenter is not None:
                end_open_word()
                if verb_id in _LEAVING:
                    self.quick.end_word()
                self._settle_fields()
                self._page.conclude.before(verb_id)
                react()

        return run

    def _answer(self) -> None:
        """F6: the answer begins; F6 once more leads to who gives it, where nobody is named yet."""
        live = self._page.live()
        live.answer_begins()
        ask = self._page.boxes.where() == "answer" and not live.desk.round.answerer
        self._page.focus_box("answerer" if ask else "answer")

    def _quick_add(self) -> None:
        where = self._page.boxes.where()
        if where and where != "quick_add":
            self._page.boxes.back_to = where
        self._page.focus_box("quick_add")

    def _save(self) -> None:
        if self._page.conclude.reads:
            self._page.conclude.adopt()
            return
        focused = QApplication.focusWidget()
        if focused is not None and self._page.side.conclusions.isAncestorOf(focused):
            self._page.side.conclusions.add_row()
            return
        self._page.live().save_item()

    def _settle_fields(self) -> None:
        """A field in which the cursor still stands counts as it is."""
        focused = QApplication.focusWidget()
        commit = getattr(focused, "commit", None)
        if focused is not None and self._page.work.isAncestorOf(focused) and commit is not None:
            commit()

    def _outcome_key(self, outcome: Outcome) -> None:
        """Ctrl and a digit: the cursor stays where it writes, but for a refusal, which asks its reason, and
        for what is sent on, which asks to whom."""
        page = self._page
        page.live().set_outcome(outcome)
        item = page.live().desk.item
        asks = {Outcome.REFUSED: item.outcome_reason, Outcome.ESCALATED: item.receiving_body}
        if item.outcome is outcome and asks.get(outcome) == "":
            page.work.outcomes.focus_next_need()

    def _prepared(self) -> None:
        """F12: into the answer; where the side is a strip, the first press only shows it."""
        page = self._page
        hidden = page.frame.density is not Density.FULL and not page.frame.side_open
        if hidden and page.seen.prepared is not None and not page.live().desk.item.linked_id:
            page.frame.show_side(Side.PREPARED)
            return
        text = page.live().take_prepared()
        if page.side.side is Side.PREPARED:
            page.frame.close_side()
        if text:
            page.focus_box("answer")
            page.work.answer.editor.insert_at_end(text)

    def _to_queue(self) -> None:
        self._page.frame.open_queue()
        self._page.queue.list.focus_row()

    def _row_or_current(self) -> str:
        """The row of the queue that has the focus, else the one who speaks."""
        if self._page.queue.list.hasFocus() or self._page.menu.isVisible():
            return self._page.queue.list.selected
        return self._page.live().turn_id

    def _move(self, steps: int) -> None:
        """A row of the queue, or of the conclusions, that has the focus."""
        if self._page.side.conclusions.move_row(steps):
            return
        if self._page.queue.list.hasFocus() and self._page.queue.list.selected:
            self._page.live().move(self._page.queue.list.selected, steps)

    def open_side(self, side: Side) -> None:
        """A drawer by its key; the same key closes it again."""
        if self._page.frame.side_open and self._page.side.side is side:
            self.close_side()
            return
        self.show_side(side)
        self._page.side.focus_first()

    def show_side(self, side: Side) -> None:
        """Without taking the focus there."""
        where = self._page.boxes.where()
        self._page.boxes.back_to = where or self._page.boxes.back_to
        self._page.frame.show_side(side)

    def open_speaker(self, turn_id: str) -> None:
        live = self._page.live()
        turn = live.turn(turn_id) if turn_id else None
        item = live.desk.item
        if live.desk.editing and not self._page.queue.list.hasFocus():
            turn = live.turn(item.turn_id) if item.turn_id else None
        self._subject = turn.id if turn is not None else ""
        if turn is not None:
            self._page.side.speaker.show_turn(turn)
        else:
            voice = item.voices[0] if item.voices else Voice()
            self._page.side.speaker.show_voice(voice, item.consent, anonymous=item.anonymous)
        self._page.side.speaker.show_recorded(live.recorded(turn))
        self.open_side(Side.SPEAKER)

    def _consent(self) -> None:
        """Asked of everybody at the table: straight to the answer, ↓ is yes, End is no; again closes."""
        self.open_speaker(self._row_or_current())
        if self._page.frame.side_open and self._page.side.side is Side.SPEAKER:
            self._page.side.speaker.consent.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def follow_speaker(self) -> None:
        """What was undone or went on while the drawer lies open is seen in it."""
        if self._subject and self._page.side.side is Side.SPEAKER:
            live = self._page.live()
            self._page.side.speaker.follow(live.turn(self._subject))
            self._page.side.speaker.show_recorded(live.recorded(live.turn(self._subject)))

    def close_side(self) -> None:
        self._page.frame.close_side()
        self._page.boxes.go_back()

    def _hall(self) -> None:
        if self._page.conclude.reads:
            self._page.conclude.project()
            return
        self._page.hall.open()
        self.open_side(Side.HALL)

    def _swap_theme(self) -> None:
        look = self._page.look
        look.set_theme("light" if look.theme.dark else "dark")

    def open_record(self, kind: RecordKind, record_id: str, field: str = "") -> None:
        """Go to the very field that the list of gaps names; a drawer left open does not close at it."""
        live = self._page.live()
        if self._page.frame.side_open:
            self._page.frame.close_side()
        if kind in (RecordKind.OPINION, RecordKind.ANSWER):
            opinion = next((a.opinion_id for a in live.records.answers if a.id == record_id), record_id)
            live.edit(opinion)
            box = _BOX_OF_FIELD.get(field, field)
            if kind is RecordKind.ANSWER and box not in self._page.boxes.named:
                box = "answer"
            if box == "outcome":
                self._page.work.outcomes.focus_bar()
            elif box in ("speaker", "consent"):
                self.open_speaker("")
                if box == "consent":
                    self._page.side.speaker.consent.setFocus(Qt.FocusReason.ShortcutFocusReason)
            else:
                self._page.focus_box(box if box in self._page.boxes.named else "opinion")
        elif kind is RecordKind.TURN:
            self.open_speaker(record_id)
        elif kind is RecordKind.ATTENDANCE:
            self.show_side(Side.ATTENDANCE)
            self._page.side.attendance.focus_record(record_id)
        elif kind is RecordKind.SESSION:
            self.show_side(Side.PRESIDIUM)
            self._page.side.presidium.focus_time(field)
        elif kind is RecordKind.CONCLUSION:
            self.show_side(Side.CONCLUSIONS)
            self._page.side.conclusions.focus_record(record_id, field)
