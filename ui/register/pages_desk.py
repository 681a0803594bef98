"""The pages of what is in hand, without Qt: read on one thread, drawn on another, only the newest shown."""

from __future__ import annotations

from collections.abc import Callable

from dialogue_desktop.errors import UserError
from ui.register.core import Looked, RegisterCore
from ui.register.listing import Line
from ui.register.screen import View
from ui.register.steps import LaneRunner, Steps
from ui.tasks import Lane

NO_PDF = "Tệp của văn bản này không xem được ở đây. Hãy lưu tệp ra ngoài để mở."
NOT_DRAWN = "Chương trình gặp lỗi khi dựng trang. Dữ liệu đã lưu vẫn còn nguyên."


class PagesDesk:
    """`looked` is what the pages come from, None while it is being read; `empty` why there are none."""

    def __init__(
        self, core: RegisterCore, view: View, steps: Steps, run: LaneRunner, show: Callable[[], None]
    ) -> None:
        self._core, self._view, self._steps, self._run, self._show = core, view, steps, run, show
        self.looked: Looked | None = None
        self.empty = ""
        self._shown = ""  # whose pages are on view
        self._turn = 0  # what comes late of an older question is dropped

    def look(self, line: Line | None) -> None:
        """Read and draw what is in hand anew."""
        self._turn += 1
        self.looked = None
        if line is None:
            self._shown = self.empty = ""
            return
        fresh = line.id != self._shown
        if fresh:
            self._steps.free, self._steps.checks = "", ()
        self._view.show_making(fresh)
        self._read(self._turn, line, fresh)

    def _read(self, turn: int, line: Line, fresh: bool) -> None:
        rows, papers = line.rows, self._steps.papers(line)

        def read(looked: Looked) -> None:
            if turn == self._turn:
                self._known(turn, line, looked, fresh)

        self._run(
            lambda: self._core.look(rows, papers), read, lambda error: self._no_pages(turn, line, error)
        )

    def _known(self, turn: int, line: Line, looked: Looked, fresh: bool) -> None:
        free_is_news = bool(looked.free) and not self._steps.free and not line.first.paper.number
        self._steps.free, self._steps.checks = looked.free, looked.checks
        if free_is_news and looked.source is not None:
            self._read(turn, line, fresh)  # now with the free number on the page
            return
        self.looked = looked
        self._show()
        if looked.file is None and looked.source is None:
            self._no_pages(turn, line, None)
            return
        self._run(
            lambda: self._core.pages(looked),
            lambda data: self._pages(turn, line, data, fresh),
            lambda error: self._no_pages(turn, line, error),
            Lane.PRESS,
        )

    def _pages(self, turn: int, line: Line, data: bytes, fresh: bool) -> None:
        if turn != self._turn:
            return
        self._shown, self.empty = line.id, ""
        self._view.show_pages(data, fresh)
        self._show()

    def _no_pages(self, turn: int, line: Line, error: Exception | None) -> None:
        if turn != self._turn:
            return
        self._shown = line.id
        if error is None:
            self.empty = NO_PDF
        else:
            self.empty = error.sentence if isinstance(error, UserError) else NOT_DRAWN
        self._show()
