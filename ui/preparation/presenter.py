"""What the checklist does, without Qt: ticking, editing, adding, moving, taking away, undo (P14, C12)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dialogue_desktop.clock import Clock
from dialogue_desktop.domain.checklist import ChecklistItem, ItemKind, moved_by
from dialogue_desktop.domain.words_vi import date_short
from dialogue_desktop.errors import UserError
from dialogue_desktop.services.checklist import ChecklistView
from ui.draft_keeper import Timer
from ui.preparation import words
from ui.preparation.core import Core, Kept
from ui.preparation.item_entry import ItemEntry, When, entry_of, only_words, take
from ui.preparation.screen import ItemDetail, ListScreen, PartView, Trouble
from ui.preparation.steps import Steps
from ui.preparation.typing import Typing
from ui.runner import Runner

KEPT = "Chữ đang gõ vẫn còn ở đây."
SAME_DAY_ONLY = "Việc xếp theo ngày; chỉ đổi chỗ được các việc cùng một ngày"


class ChecklistPresenter:
    """One conference; the view is passive and calls back."""

    def __init__(self, core: Core, view: PartView, clock: Clock, run: Runner, timer: Timer) -> None:
        self._core, self._view, self._clock, self._run = core, view, clock, run
        self._data: ChecklistView | None = None
        self._selected = ""
        self._new: ChecklistItem | None = None  # an item of the office's own that is not stored yet
        self._trouble: Trouble | None = None
        self._shown_entry: ItemEntry | None = None
        self._wanted = ""
        self.typing: Typing[ItemEntry] = Typing(timer, self._write)
        self.steps: Steps[Kept] = Steps(core.put, run, view.say, self.refresh, self._failed)

    # --- reading --------------------------------------------------------------------------------------

    @property
    def loaded(self) -> ChecklistView | None:
        return self._data

    @property
    def selected(self) -> str:
        return self._selected

    def refresh(self) -> None:
        """Read again; what is being typed stays."""
        self._run(self._core.checklist, self._read, self._not_read)

    def _read(self, data: ChecklistView) -> None:
        self._data, self._trouble = data, None
        if self._wanted:
            self._selected, self._wanted = self._wanted, ""
            self._new = None
        if self._new is None and self._item() is None:
            shown = self._row_ids()
            self._selected = shown[0] if shown else ""
        self._show()
        self._fill()

    def _not_read(self, error: Exception) -> None:
        self._trouble = Trouble("Chưa đọc được danh sách.", _sentence(error))
        self._show()

    def _items(self) -> dict[str, ChecklistItem]:
        return {words.row_id(item): item for item in self._data.items} if self._data is not None else {}

    def _row_ids(self) -> list[str]:
        if self._data is None:
            return []
        return [words.row_id(item) for items in words.grouped(self._data).values() for item in items]

    def _item(self) -> ChecklistItem | None:
        """What the form is for."""
        return self._new if self._new is not None else self._items().get(self._selected)

    # --- showing --------------------------------------------------------------------------------------

    def _show(self) -> None:
        data = self._data
        if data is None:
            self._view.show_screen(ListScreen(trouble=self._trouble))
            return
        full, short = words.facts(data)
        self._view.show_screen(
            ListScreen(
                True,
                full,
                short,
                tuple(words.list_items(data)),
                "" if self._new is not None else self._selected,
                self._detail(),
                len(data.removed),
                data.units,
                data.people,
                self._trouble,
            )
        )

    def _detail(self) -> ItemDetail | None:
        item, data = self._item(), self._data
        if item is None or data is None:
            return None
        if self._new is not None:
            return ItemDetail("Việc mới", None, words=True, day=True, hour=True)
        return ItemDetail(
            item.kind.label,
            words.state_words(item, data),
            words.due_words(item),
            item.counted,
            item.warning if item.done_on is None else "",
            words.usual_words(item),
            words=item.kind.editable,
            day=item.kind.editable or (item.kind is ItemKind.PLAN and not item.dated_by_plan),
            hour=item.kind is not ItemKind.LAW,
            plan_duty=item.id if item.kind is ItemKind.PLAN else "",
            removable=item.kind.editable,
        )

    def _fill(self, focus: str = "", *, anew: bool = False) -> None:
        """The stored values, where they are others than those in the form; `anew`: in any case.

        What this form itself has written is no other value: the words that were typed on stay.
        """
        item = self._item()
        if item is None:
            return
        entry = entry_of(item)
        if entry != self._shown_entry or focus or anew:
            self._shown_entry = entry
            self.typing.show(entry)
            self._view.fill_form(entry, focus)

    # --- choosing -------------------------------------------------------------------------------------

    def select(self, row_id: str) -> None:
        """Another row; what was typed for the one before is written."""
        if row_id == self._selected and self._new is None:
            return
        self.settle()
        self.steps.end_of_edit()
        self._new = None
        self._selected = row_id
        self._show()
        self._fill(anew=True)

    def want(self, kind: str, item_id: str) -> None:
        """Go to an item, as soon as the list is there (from the first screen)."""
        key = f"{kind}:{item_id}"
        if self._data is None:
            self._wanted = key
        else:
            self.select(key)

    # --- typing ---------------------------------------------------------------------------------------

    def typed(self, entry: ItemEntry) -> None:
        self.typing.typed(entry)

    def settle(self) -> None:
        """A field was left, or the form: all of it is taken now."""
        self.typing.left()

    def _write(self, entry: ItemEntry, settled: bool) -> None:
        item, data = self._item(), self._data
        if item is None or data is None:
            return
        if not settled:
            entry = only_words(entry, self._shown_entry or entry_of(item))
        taken = take(entry, item, today=self._clock.today(), issued_on=data.issued_on)
        if settled:
            self._view.complain(taken.faults)
        elif "title" in taken.faults:
            return
        new = self._new is not None
        read = entry if settled and not taken.faults else None
        if (new and not taken.kept.title) or (not new and taken.kept == item.own):
            self._rewrite(read)
            return
        said = f"Đã thêm: {taken.kept.title}" if new else f"Sửa: {item.title}"
        key = "" if new else words.row_id(item)
        self._put((taken.kept,), said, typed=True, key=key, tell=new, read=read)

    def _rewrite(self, read: ItemEntry | None) -> None:
        """What was read without a fault stands in the form as it is stored, unless somebody typed on."""
        if read is not None and self.typing.now == read:
            self._fill(anew=True)

    def _put(
        self,
        kept: Kept,
        said: str,
        *,
        typed: bool = False,
        key: str = "",
        tell: bool = True,
        read: ItemEntry | None = None,
    ) -> None:
        def work() -> tuple[Kept, ChecklistView]:
            return self._core.put(kept), self._core.checklist()

        def done(found: tuple[Kept, ChecklistView]) -> None:
            before, self._data = found
            self._trouble = None
            if self._new is not None and self._new.id == kept[0].id:
                self._new = None
                self._selected = f"{kept[0].kind.value}:{kept[0].id}"
            self._view.show_saved(self._clock.now())
            self.steps.acted(said, before, key=key, tell=tell)
            self._show()
            item = self._item()
            if not typed:
                self._fill()
            elif item is not None and item.id == kept[0].id:
                self._shown_entry = entry_of(item)
                self._rewrite(read)

        self._run(work, done, self._failed)

    def _failed(self, error: Exception) -> None:
        self._trouble = Trouble("Chưa lưu được.", f"{_sentence(error)} {KEPT}")
        self._show()

    # --- verbs ----------------------------------------------------------------------------------------

    def tick(self, row_id: str, on: bool) -> None:
        """Done today, or not done; the next row is then in hand, so that Space goes down the list."""
        item = self._items().get(row_id)
        if item is None:
            return
        self.settle()
        rows = [words.row_id(one) for one in self._group_of(item)]
        if self._selected == row_id and len(rows) > 1:
            self._selected = words.neighbour(rows, row_id)
        day: date | None = self._clock.today() if on else None
        said = f"Đã xong: {item.title}" if on else f"Chưa xong: {item.title}"
        self._put((replace(item.own, done_on=day),), said)

    def _group_of(self, item: ChecklistItem) -> list[ChecklistItem]:
        if self._data is None:
            return []
        return next((group for group in words.grouped(self._data).values() if item in group), [])

    def begin_new(self) -> None:
        """An empty form; the item is in the list as soon as it has words."""
        self.settle()
        kept = self._core.new_item()
        self._new = ChecklistItem(ItemKind.OWN, kept.id, "", kept=kept)
        self._show()
        self._fill(focus="title")

    def remove(self, row_id: str = "") -> None:
        """Take the item away; the toast takes it back."""
        item = self._items().get(row_id or self._selected)
        if self._new is not None and not row_id:
            self.drop_new()
            return
        if item is None:
            return
        if reason := words.why_not_removed(item):
            self._view.say(reason, None)
            return
        self.settle()
        if self._selected == words.row_id(item):
            self._selected = words.neighbour(self._row_ids(), self._selected)
        self._put((replace(item.own, removed=True),), f"Đã bỏ: {item.title}")

    def drop_new(self) -> None:
        """Back from an empty form."""
        if self._new is not None:
            self._new = None
            self._shown_entry = None
            self._show()
            self._fill()

    def take_back(self) -> None:
        """All items that were taken away are in the list again."""
        if self._data is not None and self._data.removed:
            kept = tuple(replace(item.own, removed=False) for item in self._data.removed)
            self._put(kept, f"Đã lấy lại {len(kept)} việc đã bỏ")

    def move(self, way: int) -> None:
        """One place up or down among the items of the same day."""
        item = self._item()
        if item is None or self._new is not None:
            return
        self.settle()
        kept = moved_by(self._group_of(item), item, way)
        if kept:
            self._put(kept, f"Đã chuyển chỗ: {item.title}")
        else:
            self._view.say(SAME_DAY_ONLY, None)

    def use_usual_day(self) -> None:
        """The day on which such a thing is usually ready becomes the day of the item."""
        item = self._item()
        if item is not None and item.usual is not None:
            entry = self.typing.now or entry_of(item)
            self.typing.typed(replace(entry, when=When.DAY, day=date_short(item.usual)))
            self.settle()
            self._fill()

    def try_again(self) -> None:
        """After a trouble: what is typed is written again, or the list read again."""
        now = self.typing.now
        if self._data is not None and now is not None:
            self._trouble = None
            self._write(now, True)
        self.refresh()

    def leave(self) -> None:
        """The page goes out of sight."""
        self.settle()
        self.steps.forget()


def _sentence(error: Exception) -> str:
    return error.sentence if isinstance(error, UserError) else "Chương trình gặp lỗi."
