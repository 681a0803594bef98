"""The verbs of the item on the desk: typing, outcome, rounds, prepared answer, saving, editing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from dialogue_desktop.domain.live import LiveItem
from dialogue_desktop.domain.records import Opinion, OpinionKind, Outcome, Records, Voice
from ui.live.session import joint_words, screen_words
from ui.live.session.inherit import inherited
from ui.live.session.item_desk import cleaned
from ui.live.session.presenter_core import PresenterCore
from ui.live.session.rounds import asked_in
from ui.live.session.screen import Notice


class ItemVerbs(PresenterCore):
    """What the secretary does with the opinion in the boxes."""

    # --- typing: no act, only the draft --------------------------------------------------------------

    def type_spoken(self, text: str, cursor: int) -> None:
        self._count_letters(len(text) - len(self._desk.spoken))
        self._desk.set_spoken(text)
        self._place("opinion", cursor)

    def type_answer(self, text: str, cursor: int) -> None:
        self._desk.set_answer(text)
        self._place("answer", cursor)

    def type_quick(self, line: str) -> None:
        self._quick_line = line
        self._place("quick_add", len(line))

    def type_small(self, text: str) -> None:
        """Into a one-line field of the item; taken over when it is left."""
        self._half = replace(self._half, small=text)
        self._keeper.touch()

    def _count_letters(self, more: int) -> None:
        if more > 0:
            self._typed += more

    def place(self, focus: str, cursor: int = 0) -> None:
        """The cursor stands elsewhere: kept with the draft, so that a restart finds it."""
        if (focus, cursor) != (self._focus, self._cursor):
            self._place(focus, cursor)

    def _place(self, focus: str, cursor: int) -> None:
        if focus != self._focus:
            self._half = replace(self._half, small="")
        self._focus, self._cursor = focus, cursor
        self._keeper.touch()

    def save_draft_now(self) -> None:
        self._keeper.write()

    # --- small choices about the item ----------------------------------------------------------------

    def set_field(self, field: str) -> None:
        self._desk.change(field=field.strip())
        self._item_changed(match=True)

    def set_kind(self, kind: OpinionKind) -> None:
        self._desk.change(kind=kind)
        self._item_changed()

    def set_answerer(self, words: str) -> None:
        """ "Ông Trần Hữu Lẫm, Trưởng phòng Kinh tế", or any name; the unit follows where it is known."""
        words = words.strip()
        known = next((o for o in self.plan.officials if screen_words.official_words(o) == words), None)
        if known is not None:
            self._desk.set_answerer(f"{known.honorific} {known.name}".strip(), known.position)
            if known.unit and not self._desk.item.unit and self._desk.unit_expected:
                self._desk.change(unit=known.unit)
        else:
            name, _, position = words.partition(",")
            self._desk.set_answerer(name.strip(), position.strip())
        self._item_changed()

    def set_outcome(self, outcome: Outcome | None) -> None:
        """Choose it; choosing the chosen one again takes it away."""
        self._desk.set_outcome(None if outcome is self._desk.item.outcome else outcome)
        if self._desk.unit_expected and not self._desk.item.unit:
            self._desk.change(unit=self._unit_of_answerer())
        self._item_changed()

    def _unit_of_answerer(self) -> str:
        """Of the first who answered in this round: who adds a word to it does not take it over."""
        rounds = self._desk.item.rounds
        name = rounds[asked_in(rounds, self._desk.round_index)].answerer or self._desk.round.answerer
        if not name:
            return ""
        return next((o.unit for o in self.plan.officials if f"{o.honorific} {o.name}".strip() == name), "")

    def set_unit(self, unit: str) -> None:
        self._desk.change(unit=unit.strip())
        self._item_changed()

    def set_deadline(self, day: date | None) -> None:
        self._desk.change(deadline=day)
        self._item_changed()

    def set_reason(self, reason: str) -> None:
        self._desk.change(outcome_reason=reason)
        self._item_changed()

    def set_receiving_body(self, body: str) -> None:
        self._desk.change(receiving_body=body)
        self._item_changed()

    def set_item_voice(self, voice: Voice) -> None:
        """Who said it, where there is no turn that knows."""
        self._desk.change(voices=(voice,) if voice != Voice() else ())
        self._item_changed(match=True)

    def set_item_facts(self, fields: dict[str, Any]) -> None:
        """Consent, or that no name is given, where there is no turn that knows."""
        if fields.get("anonymous"):
            places = tuple(Voice(locality=v.locality) for v in self._desk.item.voices if v.locality)
            fields = {**fields, "voices": places}
        known = ("consent", "anonymous", "voices")
        self._desk.change(**{name: value for name, value in fields.items() if name in known})
        self._item_changed()

    def mark(self) -> None:
        """Ctrl+M: to come back to it later."""
        self._desk.change(marked=not self._desk.item.marked)
        self._item_changed()

    def _item_changed(self, *, match: bool = False) -> None:
        self._half = replace(self._half, small="")
        self._keeper.touch()
        if match and not self._found:
            self._match()
        self._show()

    # --- rounds ----------------------------------------------------------------------------------------

    def follow_up(self) -> None:
        """F9: another round on this opinion; with an empty desk, on the last one of this speaker (L4)."""
        if self._desk.blank:
            if self._line.must_wait:  # the one that was just sent is the one that is meant
                self._line.when_free(self.follow_up)
                return
            mine = [o for o in self._records.opinions if o.turn_id and o.turn_id == self._turn_id]
            if not mine:
                self.notify(Notice("Chưa có ý kiến nào của lượt này để hỏi thêm."))
                return
            self._lay(mine[-1].id)
        self._desk.add_round()
        self._focus, self._cursor = "opinion", 0
        self._item_changed()
        self.focus("opinion")

    def show_round(self, index: int) -> None:
        self._desk.show_round(index)
        self._item_changed()

    # --- saving ------------------------------------------------------------------------------------

    def save_item(self) -> bool:
        """Ctrl+Enter: write it down and be ready for the next; False when there was nothing to write."""
        if self._put_away():
            return True
        if self._desk.editing:
            self._back_to_turn()
            return True
        self.notify(Notice("Chưa có chữ nào để lưu."))
        self.focus("opinion")
        return False

    def _back_to_turn(self) -> None:
        """An empty desk for the next opinion of the current turn, or of the one who is being called."""
        self._desk.clear("" if self._calling else self._turn_id)
        self._focus, self._cursor = "opinion", 0
        self._typed = 0
        self._match()
        self._keeper.touch()
        self._show()
        self.focus("opinion")

    def _put_away(self) -> bool:
        """Clear the desk and send what was on it; False when it held nothing new."""
        if self._desk.untouched:
            return False
        item, round_index = self._desk.item, self._desk.round_index
        if self._calling:  # whose words they are is known when the one who is called has the floor
            self._back_to_turn()
            self._unsent += 1
            self._line.when_free(lambda: self._send_called(item, round_index))
            return True
        item = self._with_turn(item)
        self._back_to_turn()
        self._send(item, round_index)
        return True

    def _send_called(self, item: LiveItem, round_index: int) -> None:
        self._unsent -= 1
        self._send(self._with_turn(item), round_index)

    def _with_turn(self, item: LiveItem) -> LiveItem:
        """A new opinion has its speaker and consent from the turn."""
        turn_id = item.turn_id or self._turn_id
        turn = self.turn(turn_id) if turn_id else None
        return item if turn is None or item.opinion_id else inherited(item, turn)

    def _send(self, item: LiveItem, round_index: int, others: Sequence[str] | None = None) -> None:
        """Write it down; with `others` its answer is said to be the answer to these opinions too."""
        ready = cleaned(item)
        self._unsent += 1

        def work() -> tuple[Opinion, Records]:
            if others is None:
                opinion = self._service.save_item(self._cid, ready)
            else:
                opinion = self._service.answer_jointly(self._cid, ready, others)
            return opinion, self._service.records(self._cid)

        def done(result: tuple[Opinion, Records]) -> None:
            self._unsent -= 1
            opinion, records = result
            if not item.opinion_id:
                self._just_saved[opinion.id] = item
            self._take_records(records)
            self._committed()
            if self._desk.blank:
                self._match()  # the prepared answer that was taken over is not offered once more
            turn = self.turn(opinion.turn_id) if opinion.turn_id else None
            self._show()
            saved = "Đã lưu" if self._service.away is None else "Đã giữ"
            words = f"{saved} ý kiến {opinion.number} của {screen_words.who_said(opinion, turn)}"
            with_it = joint_words.numbers_led(records, opinion.id)
            self.notify(Notice(f"{words}, trả lời chung ý kiến {with_it}" if with_it else words, "undo"))

        def failed(error: Exception) -> None:
            self._unsent -= 1
            if self._desk.blank:
                # Nothing was typed meanwhile: the words go back to where they were.
                self._turn_id = item.turn_id or self._turn_id
                self._desk.put(item, round_index, loaded=self._loaded(item.opinion_id) or LiveItem())
                self._focus, self._cursor = "opinion", len(self._desk.spoken)
                self._keeper.touch()
            else:
                self._unsaved.append(item)
            self._act_failed(error)

        self._line.work(work, done, failed)

    def retry(self) -> None:
        """Try again now what could not be written."""
        self._retry_unsaved()
        self._keeper.try_again()
        self._keeper.write()
        self._show()

    def _retry_unsaved(self) -> None:
        unsaved, self._unsaved = self._unsaved, []
        for item in unsaved:
            self._send(item, 0)

    # --- earlier opinions --------------------------------------------------------------------------

    def edit(self, opinion_id: str) -> None:
        """Take an earlier opinion back into the boxes; what stands there is written down first."""
        if self._desk.item.opinion_id == opinion_id:
            self.focus("opinion")
            return
        if self._line.must_wait:  # what was just sent of it is not in the records yet
            self._line.when_free(lambda: self.edit(opinion_id))
            return
        if self._put_away() and not self._desk.blank:
            return  # it could not be saved and stands in the boxes again
        self._lay(opinion_id)
        self._focus, self._cursor = "opinion", len(self._desk.spoken)
        self._keeper.touch()
        self._show()
        self.focus("opinion")

    def _lay(self, opinion_id: str) -> None:
        item = self._loaded(opinion_id)
        if item is not None:
            self._desk.put(item)
            self._match()

    def edit_of_turn(self, turn_id: str) -> bool:
        """The last opinion of a turn that is over; False when it has none."""
        mine = [o for o in self._records.opinions if o.turn_id == turn_id]
        if mine:
            self.edit(mine[-1].id)
        return bool(mine)

    def edit_marked(self) -> None:
        """The next one that was marked to come back to."""
        marked = [o.id for o in self._records.opinions if o.marked]
        if not marked:
            self.notify(Notice("Không có ý kiến nào được đánh dấu."))
            return
        at = marked.index(self._desk.item.opinion_id) + 1 if self._desk.item.opinion_id in marked else 0
        self.edit(marked[at % len(marked)])

    def remove_edited(self) -> None:
        """Hide the opinion that is being edited; it can be brought back."""
        opinion_id = self._desk.item.opinion_id
        if opinion_id:
            led = joint_words.numbers_led(self._records, opinion_id)
            words = f"Đã xóa ý kiến. Ý kiến {led} trả lời chung với nó nay chưa có trả lời" if led else ""
            self._desk.clear(self._turn_id)
            self._act(lambda: self._service.remove_opinion(self._cid, opinion_id), words or "Đã xóa ý kiến")
            self._back_to_turn()
