"""Joins drafting, reading back and the hall's screen to the drawer of the conclusions (L8)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout

from dialogue_desktop.domain.conclusion_draft import Drafting
from dialogue_desktop.domain.conclusion_update import day_note, out_of_step, uncovered, with_day, with_unit
from dialogue_desktop.domain.conclusion_words import read_aloud
from dialogue_desktop.domain.records import Conclusion, Records
from dialogue_desktop.domain.words_vi import date_short, weekday_long
from ui.hall.scene import Scene
from ui.live import verbs
from ui.live.drawers.conclusions_drawer import Advice, ConclusionsDrawer, Rewording
from ui.live.drawers.reading_view import ReadingView, ReadRow
from ui.live.drawers.side_host import Side
from ui.live.key_names import KeyNames
from ui.live.session.screen import Notice

if TYPE_CHECKING:
    from ui.live.page import LivePage
    from ui.live.page_verbs import PageVerbs

NOTHING_TO_READ = "Chưa có kết luận để đọc lại. Soạn từ các ý kiến hoặc ghi tay trước."
#: Verbs that do not end the reading.
_GO_ON = frozenset(
    verb.id
    for verb in (
        verbs.SAVE, verbs.UNDO, verbs.REDO, verbs.START_STOP, verbs.PAUSE, verbs.STEP_BACK, verbs.STEP_ON,
        verbs.THEME, verbs.HALL, verbs.READ_BACK,
    )
)  # fmt: skip


class ConclusionsSide(QObject):
    """The page's own part of the conclusions; `row_id` is the one that is being read, or was last."""

    def __init__(
        self, page: LivePage, way: PageVerbs, drawer: ConclusionsDrawer, column: QVBoxLayout
    ) -> None:
        super().__init__(page)
        self._page, self._way, self._drawer = page, way, drawer
        self._drafting: Drafting | None = None
        self._held_before: Scene | None = None
        self._holds = False
        self._advised: tuple[object, object] | None = None  # opinions and conclusions that were judged last
        self.row_id = ""
        self.reading = ReadingView(page.look)
        self.reading.hide()
        column.addWidget(self.reading)
        drawer.installEventFilter(self)
        drawer.missing_wanted.connect(self._to_opinion)
        drawer.rewording = Rewording(self._with_unit, self._with_day)
        reading = self.reading
        reading.shown.connect(self._read)
        reading.left.connect(self.leave)
        reading.edit_wanted.connect(self._edit)
        reading.adopt_wanted.connect(lambda adopted: page.live().adopt(adopted))
        reading.hall_wanted.connect(self.project)
        reading.page_wanted.connect(self._turn)

    def take(self, drafting: Drafting) -> None:
        """The plan was read: its rules, the office's calendar, the words."""
        self._drafting = drafting
        self._advised = None

    def show_keys(self, names: KeyNames) -> None:
        self._drawer.show_keys(names)
        self.reading.show_keys(names.of(verbs.HALL), names.of(verbs.SAVE))

    # --- the records have changed --------------------------------------------------------------------

    def follow(self) -> None:
        records = self._page.live().records
        self._drawer.show_rows(records.conclusions)
        self._advise()
        if self.reading.isVisible():
            self.reading.show_rows(self._read_rows(records))
            self.reading.show_adopted(records.session.adopted)

    def _advise(self) -> None:
        """Worked out only while somebody looks."""
        live, drafting = self._page.presenter, self._drafting
        if live is None or drafting is None or not self._drawer.isVisible():
            return
        records = live.records
        seen = (records.opinions, records.conclusions)
        if self._advised is not None and all(a is b for a, b in zip(seen, self._advised, strict=True)):
            return
        self._advised = seen
        missing = uncovered(drafting, records)
        first = next((one for one in missing if one.outcome is None), missing[0] if missing else None)
        self._drawer.show_advice(
            Advice(
                notes={row.id: day_note(drafting, records, row) for row in records.conclusions},
                out={one.row_id: one for one in out_of_step(drafting, records)},
                missing=len(missing),
                first_missing=first.id if first is not None else "",
            )
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._drawer and event.type() == QEvent.Type.Show:
            self._advise()
        return False

    def _with_unit(self, row: Conclusion, unit: str) -> Conclusion:
        return with_unit(self._needs(), self._page.live().records, row, unit)

    def _with_day(self, row: Conclusion, day: date | None) -> Conclusion:
        return with_day(self._needs(), self._page.live().records, row, day)

    def _needs(self) -> Drafting:
        if self._drafting is None:
            raise RuntimeError("the plan is not read yet")
        return self._drafting

    # --- drafting ------------------------------------------------------------------------------------

    def draft(self) -> None:
        """From the opinions into the drawer, as one act; the cursor stands in the first that is new."""
        page, drawer = self._page, self._drawer
        if page.side.side is not Side.CONCLUSIONS or not page.frame.side_open:
            self._way.show_side(Side.CONCLUSIONS)
        drawer.take_all()
        drawer.drop_empty()
        page.live().draft_conclusions(self._needs(), self._drafted)

    def _drafted(self, first: str) -> None:
        if first or self._drawer.focused_id:
            self._drawer.focus_record(first or self._drawer.focused_id, "text")
        else:
            self._drawer.draft_button.setFocus()

    def _to_opinion(self, opinion_id: str) -> None:
        self._way.close_side()
        self._page.live().edit(opinion_id)

    # --- reading back --------------------------------------------------------------------------------

    @property
    def reads(self) -> bool:
        return not self.reading.isHidden()

    def before(self, verb_id: str) -> None:
        """A verb was pressed: most of them lead back to the work."""
        if self.reads and verb_id not in _GO_ON:
            self.leave()

    def read(self) -> None:
        """The large view, from the row that has the cursor; pressed again it closes."""
        if self.reads:
            self.leave()
            return
        self._drawer.take_all()
        self._page.live().when_written(self._open)

    def _open(self) -> None:
        page = self._page
        records = page.live().records
        if not records.conclusions:
            page.say(Notice(NOTHING_TO_READ))
            return
        self.reading.open(self._read_rows(records), self._drawer.focused_id or self.row_id)
        self.reading.show_adopted(records.session.adopted)
        page.frame.hide()
        self.reading.show()
        self.reading.setFocus()
        self.row_id = self.reading.row_id
        if page.hall.host.shown_on is not None:
            self._hold()
        self._show_hall()

    def _read_rows(self, records: Records) -> tuple[ReadRow, ...]:
        words = self._needs().words
        return tuple(
            ReadRow(
                row.id,
                "Đã giải quyết" if row.settled else "Chưa giải quyết, giao thực hiện",
                read_aloud(row, words),
                _facts(row),
            )
            for row in records.conclusions
        )

    def _read(self, row_id: str) -> None:
        self.row_id = row_id or self.row_id
        self._page.hall.follow()
        self._show_hall()

    def leave(self) -> None:
        """Back to the work; the hall sees again what it saw before."""
        self._close()
        if self._page.frame.side_open:
            self._drawer.focus_record(self.row_id, "text")
        else:
            self._page.boxes.go_back()

    def _close(self) -> None:
        self.reading.hide()
        self._page.frame.show()
        if self._holds:
            self._holds = False
            if self._page.hall.presenter.held is Scene.CONCLUSION:
                self._page.hall.hold(self._held_before)

    def _edit(self, row_id: str) -> None:
        self._close()
        self._way.show_side(Side.CONCLUSIONS)
        self._drawer.focus_record(row_id, "text")

    def adopt(self) -> None:
        """Ctrl+Enter: adopted; once more changes nothing."""
        if not self._page.live().records.session.adopted:
            self._page.live().adopt(True)

    def say(self, line: str) -> None:
        """What the toast says, for it is not seen here."""
        if self.reads:
            self.reading.say(line)

    # --- the hall's screen ---------------------------------------------------------------------------

    def project(self) -> None:
        """The conclusion on the hall's screen, or no longer."""
        hall = self._page.hall
        if hall.presenter.held is Scene.CONCLUSION:
            self._holds = False
            hall.hold(self._held_before)
        else:
            if hall.host.shown_on is None and not hall.host.show():
                self.reading.say("Chưa có màn hình thứ hai để chiếu.")
            self._hold()
        self._show_hall()

    def _hold(self) -> None:
        hall = self._page.hall
        if hall.presenter.held is not Scene.CONCLUSION:
            self._held_before, self._holds = hall.presenter.held, True
            hall.hold(Scene.CONCLUSION)

    def wall_on(self) -> None:
        """The scene was asked for once more: its next page, then the next conclusion, then the first."""
        hall, ids = self._page.hall, [row.id for row in self._page.live().records.conclusions]
        pages = hall.host.conclusion_pages()
        if hall.presenter.screen.page % pages < pages - 1:
            hall.presenter.turn_page()
        elif ids:
            at = ids.index(self.row_id) if self.row_id in ids else 0
            self.row_id = ids[(at + 1) % len(ids)]
            hall.follow()

    def _turn(self) -> None:
        if self._page.hall.presenter.held is Scene.CONCLUSION:
            self._page.hall.presenter.turn_page()

    def _show_hall(self) -> None:
        hall = self._page.hall
        on = hall.presenter.held is Scene.CONCLUSION and hall.host.shown_on is not None
        self.reading.show_hall(on=on, pages=hall.host.conclusion_pages())


def _facts(row: Conclusion) -> str:
    day = f"{weekday_long(row.deadline)} {date_short(row.deadline)}" if row.deadline is not None else ""
    if row.settled:
        return ""
    return " · ".join(part for part in (row.unit or "chưa giao đơn vị", day or "chưa có hạn") if part)
