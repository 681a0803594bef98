"""A year's calendar out to a file and in from one, asked for by the page (P10)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from dialogue_desktop.domain.own_calendar import OwnCalendar
from ui.context import Context
from ui.prompter import FileQuestion

_FILES = (("Lịch nghỉ của một năm", "*.toml"),)

#: Does work on the database's thread and hands the answer to its second argument.
Runner = Callable[[Callable[[], Any], Callable[[Any], None]], None]


class Sharing:
    """`taken` gets the draft with the file's year in it, that year and the file's name."""

    def __init__(self, context: Context, run: Runner, taken: Callable[[OwnCalendar, int, str], None]) -> None:
        self._context, self._run, self._taken = context, run, taken

    def take(self, draft: OwnCalendar) -> None:
        path = self._context.prompter.open_file(FileQuestion("Nhập lịch nghỉ của một năm", _FILES))
        if path is None:
            return
        book, name = self._context.services.get().calendar_book, path.name
        self._run(lambda: book.read_file(draft, path), lambda found: self._taken(found[0], found[1], name))

    def give(self, draft: OwnCalendar, year: int) -> None:
        """The year with the draft's edits, kept or not."""
        question = FileQuestion(
            f"Xuất lịch nghỉ năm {year}",
            _FILES,
            start=Path(f"lich-nghi-{year}.toml"),
            suffix="toml",
            accept="Xuất tệp",
        )
        path = self._context.prompter.save_file(question)
        if path is None:
            return
        book, name = self._context.services.get().calendar_book, path.name
        self._run(
            lambda: book.write_year(draft, year, path),
            lambda _: self._context.toast.say(f"Đã xuất lịch năm {year} ra tệp {name}"),
        )
