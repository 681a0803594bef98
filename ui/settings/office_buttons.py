"""The ways from the settings to what is the office's own: its calendar, its profiles and lists."""

from __future__ import annotations

from collections.abc import Callable

from ui.look import Look
from ui.widgets.button import Button
from ui.widgets.panes import HBox


class OfficeButtons(HBox):
    """Two buttons beside each other."""

    def __init__(
        self, look: Look, open_calendar: Callable[[], object], open_library: Callable[[], object]
    ) -> None:
        super().__init__(look, gap=2)
        self.calendar = Button(look, "Lịch làm việc…", icon="calendar_ltr")
        self.calendar.clicked.connect(lambda: open_calendar())
        self.library = Button(look, "Mẫu và danh mục…", icon="book_open")
        self.library.clicked.connect(lambda: open_library())
        self.addWidget(self.calendar)
        self.addWidget(self.library)
        self.addStretch(1)
