"""Ctrl+T: one text becomes two or more opinions of the turn, and one undo makes it one again (L3)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from dialogue_desktop.domain import opinion_split
from dialogue_desktop.domain.journal import Entry
from dialogue_desktop.domain.live import LiveItem, Round
from dialogue_desktop.domain.records import Opinion, RecordKind, Records
from ui.live.session.item_desk import cleaned
from ui.live.session.item_verbs import ItemVerbs
from ui.live.session.rounds import asked_in
from ui.live.session.screen import Notice


@dataclass(frozen=True, slots=True)
class _Split:
    """`whole` as it stood on the desk, `saved` what was written of it, `rest` what stood there then."""

    whole: LiveItem
    round_index: int
    cursor: int
    saved: tuple[LiveItem, ...]
    ids: tuple[str, ...]
    rest: LiveItem


class SplitVerbs(ItemVerbs):
    """Cutting what stands in the opinion box."""

    def split(self, start: int, end: int) -> bool:
        """Cut at `start`, or make what is marked up to `end` the next opinion. What stays is saved, the next
        one stands in the box. Where nothing can be cut there, it says why; a text that counts its opinions
        itself is cut into all of them by a second press."""
        text = self._desk.spoken
        found = opinion_split.cut(text, start, end)
        if found is None:
            counted = opinion_split.counted_parts(text)
            if counted and text == self._offered:
                self._offered = ""
                self._take_apart(*counted)
                return True
            self._offered = text if counted else ""
            self.notify(Notice(self._why_not(text, counted, start, end)))
            return False
        self._offered = ""
        self._take_apart(*found, cursor=start)
        return True

    _offered = ""

    def _why_not(self, text: str, counted: tuple[str, ...], start: int, end: int) -> str:
        if not text.strip():
            return "Chưa có chữ nào để tách."
        if counted:
            return self.keys.fill(
                f"Có {len(counted)} ý đã đánh số. Bấm <split> lần nữa để tách cả {len(counted)}."
            )
        if end > start:
            return "Phần bôi đen là cả ý kiến nên không tách được. Hãy bôi đen riêng ý thứ hai."
        return self.keys.fill("Đặt con trỏ vào đầu ý thứ hai rồi bấm <split> để tách.")

    def _take_apart(self, *parts: str, cursor: int = 0) -> None:
        whole, round_index = self._desk.item, self._desk.round_index
        self._desk.set_spoken(parts[0])
        # Not under the id of the whole: a draft of that, left by a power cut, still has words to give back.
        first = replace(self._with_turn(self._desk.item), new_id="")
        fresh = replace(
            first, opinion_id="", text="", rounds=(Round(),), outcome=None, outcome_reason="", unit="",
            deadline=None, receiving_body="", linked_id="", answered_with="", marked=False,
        )  # fmt: skip
        saved = (first, *(replace(fresh, text=part) for part in parts[1:-1]))
        rest = replace(fresh, text=parts[-1])
        self._desk.put(rest, loaded=LiveItem())
        self._focus, self._cursor = "opinion", 0
        self._match()
        self._keeper.touch()
        self._show()
        self.focus("opinion")
        ready = tuple(cleaned(item) for item in saved)

        def work() -> tuple[tuple[Opinion, ...], Records]:
            written = self._service.split_item(self._cid, ready)
            return written, self._service.records(self._cid)

        def done(result: tuple[tuple[Opinion, ...], Records]) -> None:
            written, records = result
            ids = tuple(one.id for one in written)
            self._splits.append(_Split(whole, round_index, cursor, saved, ids, rest))
            self._take_records(records)
            self._committed()
            self._show()
            numbers = ", ".join(str(one.number) for one in written)
            words = f"Đã tách, đã lưu ý kiến {numbers}. Ý kế tiếp đang ở trong ô."
            self.notify(Notice(words, "undo"))

        def failed(error: Exception) -> None:
            now = self._desk.item
            if now.text.strip() and not now.opinion_id and now.turn_id == rest.turn_id:
                self._put_together(_Split(whole, round_index, cursor, saved, (), rest))
            else:
                # The rest went its own way: what was cut off is written when it can be.
                self._unsaved += saved
            self._act_failed(error)

        self._line.work(work, done, failed)

    @cached_property
    def _splits(self) -> list[_Split]:
        return []

    def _unsplit(self, entry: Entry) -> bool:
        """Taken back, the text stands whole in the box again; done again, it is cut again."""
        split = self._split_of(entry)
        if split is None:
            return False
        if not entry.kind.startswith("undo:"):
            self._put_together(split)
        elif self._desk.item == split.whole:
            self._desk.put(split.rest, loaded=LiveItem())
            self._keeper.touch()
        return True

    def _put_together(self, split: _Split) -> None:
        """What was typed since into the rest goes along; another item on the desk is left alone."""
        now = self._desk.item
        mine = not self._desk.editing and now.turn_id == split.rest.turn_id
        if not mine and not self._desk.untouched:
            return
        whole = split.whole
        loaded = self._loaded(whole.opinion_id) if whole.opinion_id else LiveItem()
        self._desk.put(whole, split.round_index, loaded=loaded)
        if mine and now.text.strip() and now.text != split.rest.text:
            kept = [item.text for item in split.saved[1:]] + [now.text]
            self._desk.set_spoken("\n".join((self._first_words(split), *kept)))
        self._focus, self._cursor = "opinion", split.cursor
        self._keeper.touch()
        self.focus("opinion")

    def _first_words(self, split: _Split) -> str:
        first = split.saved[0]
        at = asked_in(first.rounds, split.round_index)
        return first.rounds[at].follow_up if at else first.text

    def _split_of(self, entry: Entry) -> _Split | None:
        if entry.kind.rpartition(":")[2] != "opinion.split":
            return None
        named = {change.id for change in entry.changes if change.record is RecordKind.OPINION}
        return next((one for one in reversed(self._splits) if set(one.ids) & named), None)
