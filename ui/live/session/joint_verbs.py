"""Ctrl+J: the answer on the desk is the answer to other opinions too (L3)."""

from __future__ import annotations

from collections.abc import Sequence

from dialogue_desktop.domain.records import Records
from ui.live.session.item_verbs import ItemVerbs
from ui.live.session.joint_words import JointView, joint_view, numbers_led
from ui.live.session.screen import Notice


class JointVerbs(ItemVerbs):
    """Ties between opinions; the desk follows what becomes of the one on it."""

    def joint(self) -> JointView | None:
        """What may be chosen; with an empty desk for the last opinion of the turn. None says why not."""
        desk = self._desk
        if desk.blank:
            mine = [o for o in self._records.opinions if o.turn_id and o.turn_id == self._turn_id]
            if not mine:
                self.notify(Notice("Chưa có ý kiến nào của lượt này để trả lời chung."))
                return None
            self._lay(mine[-1].id)
            self._item_changed()
        view = joint_view(self._records, desk.item, desk.item.turn_id or self._turn_id)
        if view.lead is None and not view.rows:
            self.notify(Notice("Không còn ý kiến nào khác đang chờ trả lời."))
            return None
        return view

    def answer_jointly(self, others: Sequence[str]) -> None:
        """Save what is on the desk as the answer to these opinions too; the desk is free for the next."""
        led = numbers_led(self._records, self._desk.item.opinion_id) if self._desk.editing else ""
        if not others and not led:
            self.save_item()
            return
        item, round_index = self._with_turn(self._desk.item), self._desk.round_index
        self._back_to_turn()
        self._send(item, round_index, tuple(others))

    def answer_apart(self) -> None:
        """The opinion on the desk has an answer of its own again."""
        opinion_id = self._desk.item.opinion_id
        if opinion_id:
            work = lambda: self._service.answer_apart(self._cid, opinion_id)  # noqa: E731 - one line for the act
            self._act(work, "Đã tách khỏi trả lời chung")
            self.focus("answer")

    def _take_records(self, records: Records) -> None:
        super()._take_records(records)
        loaded = self._loaded(self._desk.item.opinion_id) if self._desk.editing else None
        if loaded is not None:
            self._desk.follow(loaded=loaded)
