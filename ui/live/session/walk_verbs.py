"""From opinion to opinion: those of the turn, those that wait for an answer, who else answers (L3, L4)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dialogue_desktop.domain.joint_answers import collected_waiting, in_hall_order, in_print_order, waiting
from dialogue_desktop.domain.records import Opinion
from ui.live.session.item_verbs import ItemVerbs
from ui.live.session.screen import Notice

_Opinions = Callable[[], Sequence[Opinion]]


class WalkVerbs(ItemVerbs):
    """Three or four people speak, then officials answer one after the other."""

    def answer_more(self) -> None:
        """Somebody else answers too, in the same round; with an empty desk, on the last one of this turn."""
        if self._desk.blank:
            mine = self._of_turn()
            if not mine:
                self.notify(Notice("Chưa có ý kiến nào của lượt này để trả lời thêm."))
                return
            self._lay(mine[-1].id)
        if not any(one.text.strip() for one in self._desk.item.rounds):
            self.notify(Notice(self.keys.fill("Chưa có câu trả lời đầu. <answer> để viết.")))
            self._item_changed()
            return
        self._desk.add_round(added=True)
        self._focus, self._cursor = "answerer", 0
        self._item_changed()
        self.focus("answerer")

    def walk(self, steps: int) -> None:
        """The opinion before (−1) or after (+1) of the same turn; behind the last one the empty box."""

        def go() -> None:
            mine = [one.id for one in self._of_turn()]
            here, of_turn = self._desk.item.opinion_id, self._desk.item.turn_id or self._turn_id
            at = mine.index(here) if here in mine else len(mine)
            to = at + steps
            if not mine or to < 0:
                words = "Đây là ý kiến đầu của lượt." if mine else "Lượt này chưa có ý kiến nào đã lưu."
                self.notify(Notice(words))
            elif to < len(mine):
                self._edit_there(mine[to])
            elif at == len(mine) or of_turn != self._turn_id:
                self.notify(Notice("Đây là ý kiến cuối của lượt."))
            elif not self._put_away():
                self._back_to_turn()

        self._line.when_free(go)

    def go_to(self, opinion_id: str) -> None:
        """A chip was pressed: that opinion, or the empty box of the turn."""
        if opinion_id:
            self._edit_there(opinion_id)
        elif self._desk.editing and not self._put_away():
            self._back_to_turn()

    def _edit_there(self, opinion_id: str) -> None:
        """Who was in the answer stays in the answers."""
        focus = "answer" if self._focus in ("answer", "answerer") else "opinion"
        self.edit(opinion_id)
        if self._desk.item.opinion_id == opinion_id and focus == "answer":
            self._into_answer()

    def _into_answer(self) -> None:
        self._focus, self._cursor = "answer", len(self._desk.round.text)
        self._keeper.touch()
        self.focus("answer")

    def _of_turn(self) -> list[Opinion]:
        """The opinions of the turn that is on the desk, in the order in which they were said."""
        turn_id = self._desk.item.turn_id or self._turn_id
        mine = [one for one in self._records.opinions if turn_id and one.turn_id == turn_id]
        return sorted(mine, key=lambda one: one.number)

    def next_unanswered(self) -> None:
        """The next one at the hall that was not answered, the oldest first; then those without outcome."""

        def these() -> tuple[Opinion, ...]:
            records = self._records
            return waiting(records) or tuple(o for o in in_hall_order(records.at_hall()) if o.outcome is None)

        self._next_of(
            these, lambda: in_hall_order(self._records.at_hall()),
            "Còn {count} ý kiến chưa trả lời.", "Các ý kiến tại hội trường đều đã được trả lời.",
        )  # fmt: skip

    def next_collected(self) -> None:
        """The next opinion that came before the day and was not answered in the session yet (L5)."""
        self._next_of(
            lambda: collected_waiting(self._records), lambda: in_print_order(self._records.collected()),
            "Còn {count} ý kiến gửi trước chưa trả lời.",
            "Không còn ý kiến gửi trước nào chưa trả lời.",
        )  # fmt: skip

    def _next_of(self, these: _Opinions, whole: _Opinions, words: str, none: str) -> None:
        """From the one on the desk on; what stands there is written first, as it may be answered now."""
        here = self._desk.item.opinion_id
        if self._put_away() and not self._desk.blank:
            return  # it could not be saved and stands in the boxes again

        def go() -> None:
            found = {one.id for one in these()}
            order = [one.id for one in whole()]
            at = order.index(here) + 1 if here in order else 0
            following = next((one for one in (*order[at:], *order[:at]) if one in found), "")
            if not following:
                self.notify(Notice(none))
                return
            self.edit(following)
            if self._desk.item.opinion_id == following:
                self._into_answer()
                self.notify(Notice(words.format(count=len(found))))

        self._line.when_free(go)
