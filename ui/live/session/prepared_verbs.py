"""The collected opinion that fits: looked through, tied, taken over (L5)."""

from __future__ import annotations

from ui.live.session.item_verbs import ItemVerbs
from ui.live.session.screen import Notice


class PreparedVerbs(ItemVerbs):
    """What stands beside the item on the desk."""

    def next_prepared(self, steps: int = 1) -> None:
        """Show the next (+1) or the last (−1) one that fits."""
        if len(self._found) > 1:
            self._found_at = (self._found_at + steps) % len(self._found)
            self._show()
        else:
            none = (
                "Không có ý kiến gửi trước nào khác khớp."
                if self._found
                else "Chưa có ý kiến gửi trước nào khớp."
            )
            self.notify(Notice(none))

    def take_prepared(self) -> str:
        """F12: tie the item to the collected opinion; gives the answer's text for the box, "" for none."""
        if not self._found:
            self.notify(Notice("Chưa có câu trả lời chuẩn bị nào khớp."))
            return ""
        found = self._found[self._found_at % len(self._found)]
        item = self._desk.item
        # A collected opinion that is answered itself repeats nobody.
        linked = item.linked_id if found.id == item.opinion_id else found.id
        self._desk.change(linked_id=linked, field=item.field or found.field, unit=item.unit or found.unit)
        self._item_changed()
        prepared = found.prepared_answer
        if prepared.strip() and prepared.strip() in self._desk.round.text:
            self.notify(Notice("Câu trả lời chuẩn bị đã có trong ô."))
            return ""
        return prepared

    def tie(self) -> None:
        """Tie the item to the collected opinion in sight without its answer, or untie it."""
        item = self._desk.item
        found = self._found[self._found_at % len(self._found)] if self._found else None
        if found is not None and found.id == item.opinion_id:
            self.notify(Notice("Đang mở chính ý kiến gửi trước này."))
        elif found is not None and found.id != item.linked_id:
            self._desk.change(linked_id=found.id, field=item.field or found.field)
            self._item_changed()
            self.notify(Notice(f"Đã gắn với ý kiến gửi trước số {found.number}."))
        elif item.linked_id:
            self._desk.change(linked_id="")
            self._item_changed()
            self.notify(Notice("Đã gỡ khỏi ý kiến gửi trước."))
        else:
            self.notify(Notice("Chưa có ý kiến gửi trước nào khớp."))
