"""What the view "Phiếu phát ra, thu về" does, without Qt: list, form, what came back, undo (C3, L9)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dialogue_desktop.clock import Clock
from dialogue_desktop.domain.plan import Locality
from dialogue_desktop.domain.records import SlipBatch
from dialogue_desktop.domain.slips import next_first, range_words, slip_number, whose
from ui.draft_keeper import Timer
from ui.reading_presenter import RowsPresenter
from ui.runner import Runner
from ui.shelf import Shelf
from ui.slips import words
from ui.slips.core import COLLECTORS, Loaded, Slips
from ui.slips.entry import SlipEntry, blank_after, complaint, entry_of, typed_since
from ui.slips.screen import Screen, View


class SlipsPresenter(RowsPresenter[Loaded, SlipEntry]):
    """One conference. `run` does work on the database's thread; `rescue` writes an entry to a plain file."""

    gone_words = "Dòng phiếu này đã bị bỏ ở nơi khác. Chữ đang gõ được giữ làm dòng mới."
    not_read_words = "Chưa đọc được số phiếu."

    _core: Slips
    _view: View

    def __init__(
        self,
        core: Slips,
        view: View,
        clock: Clock,
        run: Runner,
        timer: Timer,
        rescue: Callable[[SlipEntry], bool],
    ) -> None:
        super().__init__(core, view, clock, run, timer, rescue, SlipEntry())
        self._by_id: dict[str, SlipBatch] = {}
        self._sections: tuple[words.SlipSection, ...] = ()
        self.selected = ""

    def _arrange(self, loaded: Loaded) -> None:
        self._by_id = {batch.id: batch for batch in loaded.batches}

    def collectors(self) -> tuple[str, ...]:
        """Who has collected already, then the usual ones."""
        known = [batch.collector for batch in self._by_id.values() if batch.collector]
        return tuple(dict.fromkeys((*known, *COLLECTORS)))

    # --- acts -----------------------------------------------------------------------------------------

    def select(self, batch_id: str) -> None:
        if batch_id != self.selected:
            self.selected = batch_id
            self.form.key = ""
            self.show()

    def begin_new(self) -> None:
        if self._data is not None:
            self.form.begin_new()

    def begin_edit(self, batch_id: str = "", focus: str = "collector") -> None:
        batch = self._by_id.get(batch_id or self.selected)
        if batch is not None:
            self.selected = batch.id
            self.form.begin_edit(batch.id, focus)

    def resume(self) -> None:
        row_id = self.form.resume()
        if row_id:
            self.begin_edit(row_id)

    def save(self, *, go_on: bool) -> bool:
        """Keep the batch and open the next form (`go_on`), or close it. False where it complains."""
        below = self.form.save(go_on=go_on)
        if below:
            self.begin_edit(below, self.form.focus)
        return below is not None

    def remove(self) -> None:
        """Take the selected batch off; the toast and Ctrl+Z bring it back."""
        batch = self._by_id.get(self.selected)
        if batch is None:
            return
        gone = batch
        order = words.ids(self._sections)
        at = order.index(gone.id) if gone.id in order else 0
        rest = [one for one in order if one != gone.id]

        def done(_: object) -> None:
            self.selected = rest[min(at, len(rest) - 1)] if rest else ""
            if self.form.key == gone.id:
                self.form.key = ""
            self.acts.acted(f"Đã bỏ phiếu {range_words(gone.first, gone.last)} của {whose(gone)}")

        self._run(lambda: self._core.remove(gone.id), done, self.act_failed)

    # --- what the form desk asks ------------------------------------------------------------------------

    def id_of(self, entry: SlipEntry) -> str:
        return entry.batch_id

    def as_new(self, entry: SlipEntry) -> SlipEntry:
        return replace(entry, batch_id="")

    def entry_of(self, row_id: str) -> SlipEntry | None:
        batch = self._by_id.get(row_id)
        return entry_of(batch) if batch is not None else None

    def blank(self, last: SlipEntry | None) -> SlipEntry:
        first = next_first(self._by_id.values())
        if last is not None:
            first = max(first, (slip_number(last.last) or 0) + 1)  # the one just saved is not read yet
        due = self._data.due if self._data is not None else None
        return blank_after(last, first, self.today, due)

    def complaint(self, entry: SlipEntry) -> tuple[str, str] | None:
        return complaint(entry, self._localities(), tuple(self._by_id.values()), self.today)

    def differs(self, entry: SlipEntry, base: SlipEntry) -> bool:
        return typed_since(entry, base)

    def below(self, row_id: str) -> str:
        order = words.ids(self._sections)
        at = order.index(row_id) + 1 if row_id in order else len(order)
        return order[at] if at < len(order) else ""

    def write(self, entry: SlipEntry, base: SlipEntry) -> str:
        return self._core.save(entry, base, self._localities(), self._clock.today())

    def written(self, entry: SlipEntry, row_id: str, new: bool) -> None:
        if new:
            self.selected = row_id
        who = entry.collector.strip() or entry.locality.strip()
        self.acts.acted(f"Đã ghi phát phiếu cho {who}" if new else f"Đã sửa phiếu của {who}")

    def _localities(self) -> tuple[Locality, ...]:
        return self._data.plan.localities if self._data is not None else ()

    @property
    def selected_batch(self) -> SlipBatch | None:
        return self._by_id.get(self.selected)

    # --- what is shown ----------------------------------------------------------------------------------

    def show(self) -> None:
        self._view.show_slips(self._screen())

    def _screen(self) -> Screen:
        data = self._data
        if data is None:
            return Screen(trouble=self.trouble)
        self._sections = words.sections(data.sums, self.today, frozenset(self.form.shelf.others("")))
        order = words.ids(self._sections)
        if not self.form.key and self.selected not in order:
            self.selected = order[0] if order else ""
        return Screen(
            loaded=True,
            facts=data.sums.words,
            facts_short=words.count_words(data.sums.total) if data.sums.lines else "",
            sections=self._sections,
            selected=self.selected,
            stray=words.stray_words(data.sums),
            form=self._form_title(),
            shelf=self._shelf_words(),
            trouble=self.trouble,
        )

    def _form_title(self) -> str:
        if not self.form.key:
            return ""
        batch = self._by_id.get(self.form.key)
        return f"Phiếu {range_words(batch.first, batch.last)}" if batch else "Phát phiếu"

    def _shelf_words(self) -> str:
        others = self.form.shelf.others(self.form.key)
        new = sum(1 for key in others if Shelf.is_new(key))
        known = [self._by_id[key] for key in others if key in self._by_id]
        parts = ["lần phát phiếu mới"] if new else []
        return ", ".join((*parts, *(f"phiếu {range_words(b.first, b.last)}" for b in known)))
