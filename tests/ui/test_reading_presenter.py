"""Reading of a page of rows: one at a time, what is half typed once, a failure and once more (L9)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import pytest

from dialogue_desktop.clock import FixedClock
from dialogue_desktop.errors import StorageError
from tests.live.hall import LateRunner, ManualTimer
from ui.form_desk import Trouble
from ui.reading_presenter import RowsPresenter

NOW = datetime(2026, 4, 17, 2, 43, 11, tzinfo=UTC)
BUSY = "Ổ đĩa đang bận nên chưa đọc được. Dữ liệu vẫn còn nguyên. Hãy thử lại sau ít phút."
FULL = "Ổ đĩa đã đầy nên chưa lưu được. Hãy xóa bớt tệp không cần rồi lưu lại."


@dataclass(frozen=True)
class Note:
    row: str = ""
    text: str = ""


@dataclass(frozen=True)
class Loaded:
    rows: dict[str, str]
    shelf: tuple[Note, ...]
    saved_at: datetime | None


class Disk:
    """Rows, what was left half typed of them, and how often each was asked for."""

    def __init__(self) -> None:
        self.rows = {"a": "Đường thôn Đông ngập khi mưa lớn", "b": "Chợ thiếu nơi để rác"}
        self.shelf: tuple[Note, ...] = (Note("a", "Đường thôn Đông ngập từ năm"),)
        self.saved_at: datetime | None = NOW
        self.read: list[bool] = []  # with the shelf or without
        self.broken = ""

    def load(self, *, shelf: bool = True) -> Loaded:
        self.read.append(shelf)
        self._work()
        return Loaded(dict(self.rows), self.shelf if shelf else (), self.saved_at)

    def save(self, entry: Note) -> str:
        self._work()
        self.rows[entry.row] = entry.text
        return entry.row

    def keep(self, shelf: tuple[Note, ...], at: datetime) -> datetime:
        self._work()
        self.shelf = shelf
        return at

    def undo(self) -> str:
        self._work()
        return "sửa ý kiến"

    def redo(self) -> str:
        self._work()
        return "sửa ý kiến"

    def _work(self) -> None:
        if self.broken:
            raise StorageError(self.broken)


class View:
    def __init__(self) -> None:
        self.rows: dict[str, str] = {}
        self.trouble: Trouble | None = None
        self.form = Note()
        self.shown = 0
        self.saved: list[datetime] = []
        self.said: list[str] = []

    def show(self, rows: dict[str, str], trouble: Trouble | None) -> None:
        self.rows, self.trouble = rows, trouble
        self.shown += 1

    def fill_form(self, entry: Note, focus: str) -> None:
        self.form = entry

    def complain(self, form_field: str, sentence: str) -> None:
        self.said.append(sentence)

    def show_saved(self, at: datetime) -> None:
        self.saved.append(at)

    def show_kept(self, at: datetime) -> None: ...

    def say(self, words: str, back: Callable[[], None] | None) -> None:
        self.said.append(words)


class Notes(RowsPresenter[Loaded, Note]):
    """The least that a page of rows says of itself."""

    gone_words = "Dòng này đã bị bỏ ở nơi khác."
    not_read_words = "Chưa đọc được ý kiến."

    _core: Disk
    _view: View

    def _arrange(self, loaded: Loaded) -> None:
        self.rows = loaded.rows

    def show(self) -> None:
        self._view.show(self._data.rows if self._data is not None else {}, self.trouble)

    def id_of(self, entry: Note) -> str:
        return entry.row

    def as_new(self, entry: Note) -> Note:
        return replace(entry, row="")

    def entry_of(self, row_id: str) -> Note | None:
        return Note(row_id, self.rows[row_id]) if row_id in self.rows else None

    def blank(self, last: Note | None) -> Note:
        return Note()

    def complaint(self, entry: Note) -> tuple[str, str] | None:
        return None

    def differs(self, entry: Note, base: Note) -> bool:
        return entry != base

    def below(self, row_id: str) -> str:
        return ""

    def write(self, entry: Note, base: Note) -> str:
        return self._core.save(entry)

    def written(self, entry: Note, row_id: str, new: bool) -> None:
        self.acts.acted("Đã sửa ý kiến")


class Desk:
    """The page on a disk that is as slow as the test wants."""

    def __init__(self) -> None:
        self.disk, self.view, self.run, self.timer = Disk(), View(), LateRunner(), ManualTimer()
        self.rescued: list[Note] = []
        self.page = Notes(self.disk, self.view, FixedClock(NOW), self.run, self.timer, self._rescue, Note())

    def open(self) -> Desk:
        self.page.open()
        self.run.let_go()
        return self

    def _rescue(self, entry: Note) -> bool:
        self.rescued.append(entry)
        return True


def test_two_wishes_while_one_read_is_under_way_are_one_more_read() -> None:
    """L9: the last one asked for is always answered, and no queue of reads grows before the disk."""
    desk = Desk().open()
    desk.page.refresh()
    desk.page.refresh()
    desk.page.refresh()
    assert len(desk.run.held) == 1
    desk.run.let_go(1)
    desk.disk.rows["b"] = "Chợ thiếu nơi để rác và nước sạch"
    assert len(desk.run.held) == 1
    desk.run.let_go()
    assert desk.disk.read == [True, False, False]
    assert desk.view.rows["b"] == "Chợ thiếu nơi để rác và nước sạch"
    desk.page.refresh()
    desk.run.let_go()
    assert len(desk.disk.read) == 4, "what was asked for has been answered and is not asked again"


def test_nothing_is_read_again_before_it_was_read_once() -> None:
    desk = Desk()
    desk.page.refresh()
    assert desk.run.held == []
    desk.page.open()
    desk.page.refresh()
    desk.run.let_go()
    assert desk.disk.read == [True]
    assert desk.view.saved == [NOW]


def test_what_was_left_half_typed_is_taken_from_the_disk_at_the_first_read_alone() -> None:
    """L9: afterwards the page knows better; an older shelf never comes over newer words."""
    desk = Desk().open()
    desk.page.form.begin_edit("a", "")
    assert desk.view.form.text == "Đường thôn Đông ngập từ năm"
    desk.page.form.typed(Note("a", "Đường thôn Đông ngập từ năm 2023"))
    desk.page.refresh()
    desk.run.let_go()
    assert desk.page.form.shelf.get("a") == Note("a", "Đường thôn Đông ngập từ năm 2023")
    assert desk.disk.read == [True, False]


def test_a_form_nobody_typed_into_follows_what_was_written_elsewhere() -> None:
    desk = Desk().open()
    desk.page.form.begin_edit("b", "")
    desk.disk.rows["b"] = "Chợ thiếu nơi để rác, đề nghị thêm xe"
    desk.page.refresh()
    desk.run.let_go()
    assert desk.view.form == Note("b", "Chợ thiếu nơi để rác, đề nghị thêm xe")


def test_a_first_read_that_fails_is_told_and_made_again() -> None:
    desk = Desk()
    desk.disk.broken = BUSY
    desk.open()
    assert desk.view.trouble == Trouble("Chưa đọc được ý kiến.", BUSY, "Đọc lại")
    desk.disk.broken = ""
    desk.page.try_again()
    desk.run.let_go()
    assert desk.view.trouble is None
    assert desk.disk.read == [True, True], "it is the first read still: with what was half typed"
    assert set(desk.view.rows) == {"a", "b"}
    assert desk.page.form.shelf.get("a") == Note("a", "Đường thôn Đông ngập từ năm")


@pytest.mark.parametrize("broken", [BUSY, ""])
def test_leaving_before_anything_was_read_leaves_what_the_disk_holds(broken: str) -> None:
    """L9: an empty page never writes its emptiness over words that were left half typed."""
    desk = Desk()
    desk.disk.broken = broken
    desk.page.open()
    desk.run.let_go(1 if broken else 0)
    desk.disk.broken = ""
    desk.page.leave()
    desk.run.let_go()
    assert desk.disk.shelf == (Note("a", "Đường thôn Đông ngập từ năm"),)


def test_a_later_read_that_fails_leaves_what_is_there_and_may_be_tried_again() -> None:
    desk = Desk().open()
    desk.disk.broken = BUSY
    desk.page.refresh()
    desk.run.let_go()
    assert desk.view.trouble == Trouble("Chưa đọc được ý kiến.", BUSY, "Đọc lại")
    assert set(desk.view.rows) == {"a", "b"}
    desk.disk.broken = ""
    desk.disk.rows["c"] = "Trạm y tế thiếu thuốc"
    desk.page.try_again()
    desk.run.let_go()
    assert desk.view.trouble is None
    assert set(desk.view.rows) == {"a", "b", "c"}
    assert desk.disk.read == [True, False, False]


def test_a_read_that_came_of_itself_ends_the_trouble_too() -> None:
    desk = Desk().open()
    desk.disk.broken = BUSY
    desk.page.refresh()
    desk.run.let_go()
    desk.disk.broken = ""
    desk.page.refresh()
    desk.run.let_go()
    assert desk.view.trouble is None


def test_an_act_that_fails_is_told_in_its_own_words() -> None:
    desk = Desk().open()
    desk.page.acts.acted("Đã sửa ý kiến")
    desk.run.let_go()
    desk.disk.broken = FULL
    desk.page.acts.undo()
    desk.run.let_go()
    assert desk.view.trouble == Trouble("Chưa làm được.", FULL, "Đọc lại")


def test_what_could_not_be_saved_is_saved_again_before_anything_is_read() -> None:
    """L9: its trouble goes before that of reading, and no read wipes it away."""
    desk = Desk().open()
    desk.page.form.begin_edit("b", "")
    desk.page.form.typed(Note("b", "Chợ cần thêm nơi để rác"))
    desk.disk.broken = FULL
    desk.page.form.save(go_on=False)
    desk.run.let_go()
    desk.page.refresh()
    desk.run.let_go()
    assert desk.view.trouble is not None
    assert desk.view.trouble.fact == "Chưa lưu được."
    assert desk.rescued == [Note("b", "Chợ cần thêm nơi để rác")]
    desk.disk.broken = ""
    desk.page.refresh()
    desk.run.let_go()
    assert desk.view.trouble is not None, "read well, but still not saved"
    before = len(desk.disk.read)
    desk.page.try_again()
    assert len(desk.disk.read) == before
    desk.run.let_go()
    assert desk.disk.rows["b"] == "Chợ cần thêm nơi để rác"
    assert desk.view.trouble is None
    assert len(desk.disk.read) == before + 1, "read once, after it was saved"


def test_leaving_writes_what_is_half_typed_and_ends_taking_back() -> None:
    desk = Desk().open()
    desk.page.acts.acted("Đã sửa ý kiến")
    desk.page.form.begin_edit("b", "")
    desk.page.form.typed(Note("b", "Chợ cần"))
    desk.run.let_go()
    desk.page.leave()
    desk.run.let_go()
    assert Note("b", "Chợ cần") in desk.disk.shelf
    desk.page.acts.undo()
    assert desk.run.held == []
    assert desk.view.said[-1] == "Trên trang này chưa có việc nào để hoàn tác"
