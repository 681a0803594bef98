"""What the page of the hall's copies does, without Qt: look at a file, choose, merge, look again (L11)."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from dialogue_desktop.errors import UserError
from dialogue_desktop.services.merge_items import (
    BOTH,
    SEEN,
    Decisions,
    ItemKind,
    ItemSide,
    Merged,
    MergeItem,
    MergeReport,
)
from dialogue_desktop.services.merge_memory import MergeRun
from ui.merging import words
from ui.merging.core import Standing
from ui.merging.screen import DetailView, Mode, RowView, RunView, Screen, SideView, View
from ui.runner import Runner

_ACTS = frozenset({ItemKind.FIELD, ItemKind.REMOVED, ItemKind.DOUBLE})
_FAULT = "Chương trình gặp lỗi. Dữ liệu đang có không thay đổi."


class Core(Protocol):
    """What the page asks of the services."""

    def standing(self, conference_id: str, /) -> Standing: ...
    def preview(self, path: Path, /) -> MergeReport: ...
    def merge(self, path: Path, decisions: Decisions, /) -> Merged: ...
    def decide(self, conference_id: str, decisions: Decisions, /) -> None: ...
    def undo(self, conference_id: str, /) -> None: ...
    def take_along(self, conference_id: str, path: Path, /) -> str: ...
    def close_copies(self, conference_id: str, /) -> None: ...


class MergePresenter:
    """`run` does work on the database's thread. `conference_id` is "" where none is open."""

    def __init__(self, core: Core, conference_id: str, view: View, run: Runner) -> None:
        self._core, self._id, self._view, self._run = core, conference_id, view, run
        self._standing = Standing()
        self._mode = Mode.START
        self._path = Path()
        self._report: MergeReport | None = None
        self._choices: dict[str, str] = {}
        self._current = ""
        self._busy = self._trouble = self._result = ""

    @property
    def conference_id(self) -> str:
        return self._id

    def open(self) -> None:
        """Read how the conference stands."""

        def done(standing: Standing) -> None:
            self._standing = standing
            if self._mode is Mode.LEFT and not standing.items:
                self._mode = Mode.START
            self._show()

        self._run(lambda: self._core.standing(self._id), done, self._failed)

    # --- a file ---------------------------------------------------------------------------------------

    def look_at(self, path: Path) -> None:
        """What a file would bring; nothing is kept."""
        if self._busy:
            return

        def done(report: MergeReport) -> None:
            self._busy, self._report, self._path = "", report, path
            self._mode, self._choices = Mode.FILE, {}
            self._current = next((item.key for item in self._items()), "")
            self._show()

        self._begin(f"Đang đọc {path.name}")
        self._run(lambda: self._core.preview(path), done, self._failed)

    def keep(self) -> None:
        """Merge the file with what was chosen, or keep what was chosen of what was left."""
        if self._busy:
            return
        if self._mode is Mode.FILE and self._report is not None:
            self._merge(self._report)
        elif self._mode is Mode.LEFT and self._choices:
            self._decide()

    def _merge(self, report: MergeReport) -> None:
        path, choices = self._path, dict(self._choices)

        def done(merged: Merged) -> None:
            self._busy, self._report, self._mode = "", None, Mode.START
            self._id = report.conference_id
            self._result = _result(merged)
            self._choices = {}
            self._view.came(report.conference_id, new=not report.there)
            if report.there:
                self.open()

        self._begin("Đang gộp, sao lưu trước khi ghi")
        self._run(lambda: self._core.merge(path, choices), done, self._failed)

    def _decide(self) -> None:
        conference_id, choices = self._id, dict(self._choices)
        # A plan and what was only looked at is no act of the journal: there is nothing to take back.
        acts = [item for item in self._items() if item.key in choices and item.kind in _ACTS]
        one_act = any(choices[item.key] != BOTH or item.kind is ItemKind.FIELD for item in acts)

        def done(_: None) -> None:
            self._busy, self._choices = "", {}
            self._view.say(f"Đã ghi {len(choices)} lựa chọn", self._take_back if one_act else None)
            self._view.came(conference_id, new=False)
            self.open()

        self._begin("Đang ghi")
        self._run(lambda: self._core.decide(conference_id, choices), done, self._failed)

    def _take_back(self) -> None:
        conference_id = self._id
        self._run(lambda: self._core.undo(conference_id), lambda _: self.open(), self._failed)

    def _begin(self, busy: str) -> None:
        self._busy, self._trouble, self._result = busy, "", ""
        self._show()

    def _failed(self, error: Exception) -> None:
        self._busy = ""
        self._trouble = error.sentence if isinstance(error, UserError) else _FAULT
        self._show()

    def show_left(self) -> None:
        """What was left for later."""
        if self._standing.items:
            self._mode, self._choices, self._result = Mode.LEFT, {}, ""
            self._current = self._standing.items[0].key
            self._show()

    def back(self) -> bool:
        """Out of the file or the list; False where one is at the start already."""
        if self._mode is Mode.START:
            return False
        self._mode, self._report, self._choices, self._trouble = Mode.START, None, {}, ""
        self._show()
        return True

    # --- choosing ---------------------------------------------------------------------------------------

    def select(self, key: str) -> None:
        if key != self._current:
            self._current = key
            self._show()

    def step(self, way: int) -> None:
        """To the next thing (1) or the one before (-1)."""
        keys = [item.key for item in self._items()]
        if self._current in keys:
            to = keys.index(self._current) + way
            if 0 <= to < len(keys):
                self.select(keys[to])

    def turn(self, way: int) -> None:
        """← →: the next choice; the first key chooses what holds."""
        item = self._item()
        if item is None:
            return
        ring = item.choices
        now = self._choices.get(item.key, "")
        if now in ring:
            self.choose(ring[(ring.index(now) + way) % len(ring)])
        else:
            self.choose(ring[0] if way < 0 else ring[min(1, len(ring) - 1)])

    def choose(self, choice: str) -> None:
        """A side's id, BOTH, SEEN, or "" to leave it for later."""
        item = self._item()
        if item is None:
            return
        if choice in item.choices:
            self._choices[item.key] = choice
        else:
            self._choices.pop(item.key, None)
        self._show()

    # --- going out ----------------------------------------------------------------------------------------

    def take_along(self, path: Path) -> None:
        if self._busy or not self._id:
            return

        def done(without: str) -> None:
            self._busy, self._trouble = "", without
            self._view.say(f"Đã ghi và đọc lại {path.name}; có thể rút USB", None)
            self.open()

        self._begin(f"Đang ghi và đọc lại {path.name}")
        self._run(lambda: self._core.take_along(self._id, path), done, self._failed)

    def close_copies(self) -> None:
        self._run(lambda: self._core.close_copies(self._id), lambda _: self.open(), self._failed)

    # --- what is shown --------------------------------------------------------------------------------------

    def _items(self) -> tuple[MergeItem, ...]:
        if self._mode is Mode.FILE and self._report is not None:
            return (*self._report.items, *self._report.notes)
        return self._standing.items if self._mode is Mode.LEFT else ()

    def _item(self) -> MergeItem | None:
        return next((item for item in self._items() if item.key == self._current), None)

    def _show(self) -> None:
        self._view.show_screen(self.screen())

    def screen(self) -> Screen:
        items, standing = self._items(), self._standing
        if self._item() is None:
            self._current = items[0].key if items else ""
        report = self._report if self._mode is Mode.FILE else None
        return Screen(
            mode=self._mode,
            busy=self._busy,
            trouble=self._trouble,
            facts=words.facts(report) if report is not None else _left_facts(self._mode, items),
            counts=words.count_lines(report) if report is not None else (),
            rows=tuple(self._row(item) for item in items),
            detail=self._detail(items),
            chosen=sum(1 for item in items if item.key in self._choices),
            of=len(items),
            can_keep=bool(self._choices) if report is None else report.anything,
            keep_words=_keep_words(report, len(self._choices)),
            title=standing.title,
            out=_out_words(standing),
            is_copy=standing.is_copy,
            left=len(standing.items),
            runs=tuple(_run_view(number, run) for number, run in enumerate(standing.runs)),
            result=self._result,
        )

    def _row(self, item: MergeItem) -> RowView:
        choice = self._choices.get(item.key, "")
        return RowView(item.key, item.title, item.about, _state(choice), not choice)

    def _detail(self, items: tuple[MergeItem, ...]) -> DetailView | None:
        item = self._item()
        if item is None:
            return None
        choice = self._choices.get(item.key, "")
        marks = words.different([side.words for side in item.sides])
        sides = tuple(
            SideView(
                side.id,
                _whose(side),
                words.short_moment(side.at),
                side.words,
                marks[number],
                choice == side.id,
                item.both_hold or number == 0,
            )
            for number, side in enumerate(item.sides)
        )
        place = f"{[one.key for one in items].index(item.key) + 1} trên {len(items)}"
        both = choice == BOTH if item.may_join else None
        seen = choice == SEEN if not item.sides else None
        return DetailView(item.key, item.title, item.about, place, sides, both, seen, item.sentence)


def _whose(side: ItemSide) -> str:
    return ", ".join(part for part in (side.who, side.where) if part) or "Chưa rõ người ghi"


def _state(choice: str) -> str:
    if choice == SEEN:
        return "Đã xem"
    if choice == BOTH:
        return "Giữ cả hai"
    return "Đã chọn" if choice else "Chưa xem"


def _left_facts(mode: Mode, items: Iterable[MergeItem]) -> str:
    if mode is not Mode.LEFT:
        return "Mang hội nghị đi làm ở máy khác, rồi nhập về và gộp; không mất chữ nào của bên nào"
    return f"{len(tuple(items))} chỗ để lại từ những lần gộp trước"


def _keep_words(report: MergeReport | None, chosen: int) -> str:
    if report is None:
        return f"Ghi {chosen} lựa chọn" if chosen else "Ghi lựa chọn"
    return "Gộp vào hội nghị" if report.there else "Nhập hội nghị"


def _out_words(standing: Standing) -> str:
    """ "Bản mang đi lúc 7 giờ 05, thứ Sáu 24/4/2026, Trần Thị Hà; chưa nhập về"; "" where none is out."""
    waiting = [copy for copy in standing.out if copy.back_at is None]
    if not waiting:
        return ""
    oldest = waiting[-1]
    by = f", {oldest.by}" if oldest.by else ""
    more = f" và {len(waiting) - 1} bản sau đó" if len(waiting) > 1 else ""
    return f"Mang đi lúc {words.moment(oldest.out_at)}{by}{more}; chưa nhập về."


def _run_view(number: int, run: MergeRun) -> RunView:
    return RunView(
        str(number),
        words.moment(run.at),
        run.whose or "Chưa rõ",
        run.file,
        f"{run.acts} lần ghi" if run.acts else "Kế hoạch, danh sách",
    )


def _result(merged: Merged) -> str:
    report = merged.report
    came = words.counted(report.came)
    said = f"Đã gộp: {came}." if came else "Đã gộp."
    if merged.left:
        said += f" Còn {merged.left} chỗ chưa xem."
    if merged.backup is not None:
        said += " Muốn trở lại như trước: Cài đặt, Khôi phục, bản “Giữ lại trước khi nhập bản hội trường”."
    return said
