"""What the page "Theo dõi cam kết" does, without Qt: the board, the promise in hand, the form (F1, F3)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from dialogue_desktop.clock import Clock
from dialogue_desktop.domain.after_records import CommitmentState
from dialogue_desktop.domain.board import BoardRow, Urgency
from ui.draft_keeper import Timer
from ui.follow_up import listing, words
from ui.follow_up.core import Following, Loaded
from ui.follow_up.entry import (
    FollowEntry,
    What,
    as_new,
    form_id,
    parts_of,
    read_day,
    row_id,
    typed_since,
    update_entry,
)
from ui.follow_up.form_rules import complaint, entry_of
from ui.follow_up.listing import Wanted
from ui.follow_up.screen import Screen, View
from ui.follow_up.screen_maker import Now, screen_of
from ui.reading_presenter import RowsPresenter
from ui.runner import Runner

NOTHING_CHOSEN = "Chưa chọn cam kết nào"
_DONE_WORDS = {
    What.ADD: "Đã thêm",
    What.EDIT: "Đã sửa",
    What.UPDATE: "Đã cập nhật",
    What.STEP: "Đã sửa một dòng theo dõi của",
}


class FollowPresenter(RowsPresenter[Loaded, FollowEntry]):
    """All conferences. `run` does work on the database's thread; `rescue` writes an entry to a plain file."""

    gone_words = "Cam kết này không còn trong danh sách. Chữ đang gõ vẫn được giữ."
    not_read_words = "Chưa đọc được danh sách cam kết."

    _core: Following
    _view: View

    def __init__(
        self,
        core: Following,
        view: View,
        clock: Clock,
        run: Runner,
        timer: Timer,
        rescue: Callable[[FollowEntry], bool],
    ) -> None:
        super().__init__(core, view, clock, run, timer, rescue, FollowEntry())
        self._rows: dict[str, BoardRow] = {}
        self.wanted = Wanted()
        self.selected = ""
        self.ticked: frozenset[str] = frozenset()
        self.columns, self.by = False, "unit"
        self._faults: dict[str, tuple[str, ...]] = {}
        self._add_to = ""  # the conference that is open: an added promise goes there

    # --- reading --------------------------------------------------------------------------------------

    def _arrange(self, loaded: Loaded) -> None:
        self._rows = {row.key: row for row in loaded.board.rows}
        self.ticked = frozenset(key for key in self.ticked if key in self._rows)

    def _show_read(self, loaded: Loaded) -> None:
        self._settle()
        self.show()
        self._look_after()

    def _settle(self) -> None:
        """Something is chosen where there is anything: the most urgent first."""
        found = self.shown()
        if self.selected not in {row.key for row in found}:
            self.selected = found[0].key if found else ""

    def _look_after(self) -> None:
        """Whether the evidence of the promise in hand is still there and whole."""
        row = self.row
        files = tuple(file for step in row.steps for file in step.files) if row is not None else ()
        if row is None or not files:
            return
        key = row.key

        def told(found: tuple[str, ...]) -> None:
            if self._faults.get(key, ()) != found:
                self._faults[key] = found
                self.show()

        self._run(lambda: self._core.faults(files), told, self.act_failed)

    # --- choosing -------------------------------------------------------------------------------------

    def shown(self) -> tuple[BoardRow, ...]:
        board = self._data.board if self._data is not None else None
        return listing.shown(board.rows, self.wanted, board.today) if board is not None else ()

    @property
    def row(self) -> BoardRow | None:
        return self._rows.get(self.selected)

    def chosen_rows(self) -> tuple[BoardRow, ...]:
        """The ticked ones, else the one in hand."""
        if self.ticked:
            return tuple(row for row in self._rows.values() if row.key in self.ticked)
        return (self.row,) if self.row is not None else ()

    def select(self, key: str) -> None:
        if key in self._rows and key != self.selected:
            self.selected = key
            self.show()
            self._look_after()

    def search(self, query: str) -> None:
        self._narrow(replace(self.wanted, query=query))

    def choose_group(self, group: str) -> None:
        """A count was clicked: only these, or all again."""
        self._narrow(replace(self.wanted, group="" if group == self.wanted.group else group))

    def choose_chip(self, chip: str, value: str) -> None:
        if chip == listing.GROUP:
            self._narrow(replace(self.wanted, group=value))
            return
        chips = {name: kept for name, kept in self.wanted.chips.items() if name != chip}
        if value:
            chips[chip] = value
        self._narrow(replace(self.wanted, chips=chips))

    def widen(self) -> None:
        self._narrow(Wanted())

    def _narrow(self, wanted: Wanted) -> None:
        self.wanted = wanted
        self._settle()
        self.show()

    def tick(self, key: str, on: bool) -> None:
        self.ticked = self.ticked | {key} if on else self.ticked - {key}
        self.show()

    def clear_ticks(self) -> None:
        self.ticked = frozenset()
        self.show()

    def set_columns(self, columns: bool) -> None:
        self.columns = columns
        self.show()

    def chart_by(self, by: str) -> None:
        self.by = by
        self.show()

    def show_promise(self, key: str, *, done: bool = False) -> None:
        """From elsewhere: to one promise, and with `done` into the form that says that it is kept."""
        if key not in self._rows:
            return
        self.wanted, self.ticked, self.selected = Wanted(), frozenset(), key
        self.show()
        self._look_after()
        if done:
            self.update(CommitmentState.DONE)

    def set_open_conference(self, conference_id: str) -> None:
        self._add_to = conference_id

    # --- forms ----------------------------------------------------------------------------------------

    def update(self, state: CommitmentState | None = None) -> None:
        """The form for what happened to the chosen rows."""
        rows = self.chosen_rows()
        if not rows:
            self._view.say(NOTHING_CHOSEN, None)
            return
        self._open(form_id(What.UPDATE, tuple(row.key for row in rows)), "text")
        if state is not None and self.form.form.state is not state:
            self.form.typed(replace(self.form.form, state=state))
            self._view.fill_form(self.form.form, "text")

    def move(self, key: str, state: CommitmentState) -> None:
        """A card was put into another column: written at once where nothing is asked, else the form asks."""
        row = self._rows.get(key)
        if row is None or row.commitment.state is state:
            return
        self.selected, self.ticked = key, frozenset()
        if state in (CommitmentState.NOT_BEGUN, CommitmentState.DOING):
            entry = replace(update_entry((key,), self.today), state=state)
            self._run(lambda: self._core.save(entry), lambda _: self._updated((row,)), self.act_failed)
        else:
            self.update(state)

    def _updated(self, rows: Sequence[BoardRow]) -> None:
        self.acts.acted(words.saved_words(rows, _DONE_WORDS[What.UPDATE]))

    def edit(self) -> None:
        if self.row is not None:
            self._open(form_id(What.EDIT, (self.selected,)), "text")

    def edit_step(self, step_id: str) -> None:
        if self.row is not None:
            self._open(form_id(What.STEP, (self.selected,), step_id), "text")

    def add(self) -> None:
        """A promise of the office's own."""
        self.form.begin_new()
        self._view.fill_form(self.form.form, "text")

    def _open(self, form: str, focus: str) -> None:
        if self.form.key != form:
            self.form.begin_edit(form, focus)
        else:
            self._view.fill_form(self.form.form, focus)

    def save(self, *, go_on: bool) -> bool:
        below = self.form.save(go_on=go_on)
        if below is None:
            return False
        if below:
            _, keys, _ = parts_of(below)
            self.selected = keys[0]
            self.form.begin_edit(below, "text")
            self._look_after()
        elif not self.form.key:
            self._view.go_to_list()
        return True

    def close_form(self) -> None:
        self.form.close()
        self._view.go_to_list()

    def resume(self) -> None:
        """Go on with what was left half typed last."""
        form = self.form.resume()
        if form:
            _, keys, _ = parts_of(form)
            self.wanted = Wanted()
            self.selected = keys[0] if len(keys) == 1 else self.selected
            self.form.begin_edit(form, "text")

    def typed(self, entry: FollowEntry) -> None:
        before = self.form.form
        self.form.typed(entry)
        if entry.deadline != before.deadline or entry.state is not before.state:
            self._check_deadline(entry)

    def _check_deadline(self, entry: FollowEntry) -> None:
        """A new day that is a day off is warned of, never moved."""
        asked = entry.what in (What.ADD, What.EDIT) or entry.state is CommitmentState.PUT_OFF
        try:
            day = read_day(entry.deadline, self.today, coming=True) if asked else None
        except ValueError:
            day = None
        if day is None:
            self._view.warn("")
            return
        wanted = day

        def told(found: tuple[str, ...]) -> None:
            if self.form.form.deadline == entry.deadline:
                self._view.warn(" ".join(found))

        self._run(lambda: self._core.against(wanted), told, self.act_failed)

    def add_files(self, paths: Sequence[Path]) -> None:
        """Copies are kept at once, so that what is half typed has its evidence too."""
        form = self.form.key
        if not paths or not form:
            return

        def taken(found: object) -> None:
            if self.form.key == form and isinstance(found, tuple):
                known = {file.sha256 for file in self.form.form.files}
                more = tuple(file for file in found if file.sha256 not in known)
                self.form.typed(replace(self.form.form, files=(*self.form.form.files, *more)))
                self._view.fill_form(self.form.form, "")

        def failed(error: Exception) -> None:
            sentence = getattr(error, "sentence", "")
            if sentence:
                self._view.complain("files", sentence)
            else:
                self.act_failed(error)

        self._run(lambda: self._core.take(paths), taken, failed)

    def drop_file(self, sha256: str) -> None:
        left = tuple(file for file in self.form.form.files if file.sha256 != sha256)
        self.form.typed(replace(self.form.form, files=left))
        self._view.fill_form(self.form.form, "")

    # --- acts without a form --------------------------------------------------------------------------

    def remove_step(self, step_id: str) -> None:
        """From the form of the line."""
        row = self.row
        if row is not None:
            self.form.shelf.take(self.form.key)
            self.close_form()
            key, said = row.key, words.saved_words((row,), "Đã bỏ một dòng theo dõi của")
            self._do(lambda: self._core.remove_step(key, step_id), said)

    def drop(self, reason: str) -> None:
        row = self.row
        if row is not None:
            key, said = row.key, words.saved_words((row,), "Đã thôi theo dõi")
            self._do(lambda: self._core.drop(key, reason), said)

    def carry(self, to: str) -> None:
        rows = [row for row in self.chosen_rows() if row.commitment.open and row.conference_id != to]
        keys = [row.key for row in rows]
        if keys:
            self.ticked = frozenset()
            self._do(lambda: self._core.carry(keys, to), words.saved_words(rows, "Đã chuyển"))

    def _do(self, work: Callable[[], None], said: str) -> None:
        self._run(work, lambda _: self.acts.acted(said), self.act_failed)

    # --- what the form desk asks ------------------------------------------------------------------------

    def id_of(self, entry: FollowEntry) -> str:
        return row_id(entry)

    def as_new(self, entry: FollowEntry) -> FollowEntry:
        return as_new(entry)

    def entry_of(self, row_id: str) -> FollowEntry | None:
        return entry_of(row_id, self._rows, self.today)

    def blank(self, last: FollowEntry | None) -> FollowEntry:
        rows = list(self._rows.values())
        known = self.row.conference_id if self.row is not None else rows[0].conference_id if rows else ""
        return FollowEntry(conference_id=self._add_to or known)

    def complaint(self, entry: FollowEntry) -> tuple[str, str] | None:
        return complaint(entry, self._rows, self.today)

    def differs(self, entry: FollowEntry, base: FollowEntry) -> bool:
        return typed_since(entry, base)

    def below(self, row_id: str) -> str:
        """The next row of the list, for an update of one."""
        what, keys, _ = parts_of(row_id) if not self.form.is_new else (What.ADD, (), "")
        if what is not What.UPDATE or len(keys) != 1:
            return ""
        order = [
            row.key for row in self.shown() if row.urgency(self.today) not in (Urgency.DONE, Urgency.CARRIED)
        ]
        at = order.index(keys[0]) + 1 if keys[0] in order else len(order)
        return form_id(What.UPDATE, (order[at],)) if at < len(order) else ""

    def write(self, entry: FollowEntry, base: FollowEntry) -> str:
        return self._core.save(entry)

    def written(self, entry: FollowEntry, row_id: str, new: bool) -> None:
        rows = [self._rows[key] for key in entry.keys if key in self._rows]
        if new:
            self.selected = row_id
            self.acts.acted("Đã thêm cam kết")
            return
        if len(rows) > 1:
            self.ticked = frozenset()
        self.acts.acted(words.saved_words(rows, _DONE_WORDS[entry.what]))

    # --- what is shown ----------------------------------------------------------------------------------

    def show(self) -> None:
        if self._data is None:
            self._view.show_board(Screen(trouble=self.trouble))
            return
        now = Now(
            self._data.board, self._rows, self.shown(), self.wanted, self.selected, self.ticked, self.columns,
            self.by, self.chosen_rows(), self._faults.get(self.selected, ()),
        )  # fmt: skip
        self._view.show_board(screen_of(now, self.form, self.trouble))
