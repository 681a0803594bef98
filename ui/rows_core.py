"""What every page of rows asks of the core: taking back, and what is half typed; on the database's thread."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar, Generic, TypeVar

E = TypeVar("E")
T = TypeVar("T")


class RowsCore(Generic[E]):
    """`services` is the core's App: `live` and `settings` of it are used here. `entries` is what the page's
    form holds, `page` the beginning of the names of its settings."""

    page: ClassVar[str]

    def __init__(self, services: Any, conference_id: str, entries: type[E]) -> None:
        self._services, self._id, self._entries = services, conference_id, entries

    def undo(self) -> str:
        """What was taken back, in words; "" when there was nothing."""
        entry = self._services.live.undo(self._id)
        return self._services.live.entry_text(entry) if entry is not None else ""

    def redo(self) -> str:
        entry = self._services.live.redo(self._id)
        return self._services.live.entry_text(entry) if entry is not None else ""

    def keep(self, shelf: tuple[E, ...], at: datetime) -> datetime:
        """Put what is half typed into the settings; gives the time for "đã giữ"."""
        self._services.settings.set(self._setting("shelf"), list(shelf))
        return at

    def _shelf(self) -> tuple[E, ...]:
        return self._kept("shelf", self._entries)

    def _kept(self, what: str, kind: type[T]) -> tuple[T, ...]:
        """Rows of a setting; nothing where another version or a hand wrote them otherwise."""
        from dialogue_desktop.codec import CodecError, convert

        try:
            return convert(self._services.settings.get(self._setting(what), []), tuple[kind, ...])  # type: ignore[valid-type]
        except CodecError:
            return ()

    def _setting(self, what: str) -> str:
        return f"{self.page}.{what}.{self._id}"
