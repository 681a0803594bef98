"""The hall's screen in the tour: its drawer beside the session, and what Nhân dân see of the moment."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize

from ui.desk import Desk
from ui.hall.density import FULL_SIZE
from ui.live.page import LivePage
from ui.tour_hands import Hands, TourError


def show_hall(hands: Hands, desk: Desk, dressed: Callable[[str, str, Callable[[], object]], object]) -> None:
    """F11 on the page of the session; the computer of the tour has one screen, so the small window opens."""
    page = desk.window.page
    if not isinstance(page, LivePage):
        raise TourError("not on the page of the session")

    def open_drawer() -> None:
        """Another size of the letters closes it, or leaves it open out of sight."""
        hands.rest()
        for _ in range(2):
            if not page.side.hall.isVisible():
                hands.press("F11")

    open_drawer()
    dressed("phien-hoi-truong", "Phiên đối thoại, phần màn hình hội trường", open_drawer)
    page.hall.host.open_preview()
    preview = page.hall.host.preview_window
    if preview is None:
        raise TourError("no picture for the hall")
    preview.canvas.set_pixels(QSize(*FULL_SIZE))
    preview.resize(*FULL_SIZE)
    hands.rest()
    hands.keep(preview.canvas.grab(), "hoi-truong", "Màn hình hội trường, 1920×1080")
    preview.close()
    hands.press("Escape")
