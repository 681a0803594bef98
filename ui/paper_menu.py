"""Exporting from a page: a menu of the papers that can be made, a folder, and what was written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from dialogue_desktop.domain.paper_choices import PaperChoices
from ui.context import Context
from ui.page_runner import PageRunner
from ui.prompter import FileQuestion

_FORMAT_WORDS = {"pdf": "PDF", "docx": "Word", "xlsx": "Excel"}


@dataclass(frozen=True, slots=True)
class Paper:
    """One entry of the menu: a document of the core by `name` and format, or a file that `make` gives.

    `make` runs on the database's thread and gives (file name, bytes) of each file. `choices` are what the
    office chooses for the document; None is what is usual.
    """

    words: str
    name: str = ""
    format: str = ""
    make: Callable[[], Sequence[tuple[str, bytes]]] | None = None
    choices: PaperChoices | None = None


def registered(services: Any, names: Sequence[str]) -> list[Paper]:
    """The documents of these names that this version can make, each format an entry, in their order."""
    kinds = {kind.name: kind for kind in services.documents.kinds()}
    return [
        Paper(f"{kinds[name].title}, {_FORMAT_WORDS[one]}", name, one)
        for name in names
        if name in kinds
        for one in kinds[name].formats
    ]


class PaperMenu(QObject):
    """Asks for the folder, writes off the main thread, and says what was written."""

    def __init__(self, context: Context, owner: QWidget) -> None:
        super().__init__(owner)
        self._context, self._owner = context, owner
        self._run = PageRunner(context.tasks, owner)
        self.failed: Callable[[Exception], None] = lambda error: None

    def offer(self, papers: Sequence[Paper], conference_id: str, below: QWidget) -> None:
        """The menu under a button."""
        menu = QMenu(self._owner)
        menu.setObjectName("papers")
        for paper in papers:
            action = menu.addAction(f"{paper.words}…")
            action.triggered.connect(lambda _=False, one=paper: self.export(one, conference_id))
        menu.aboutToHide.connect(menu.deleteLater)
        corner = below.mapToGlobal(QPoint(below.width() - menu.sizeHint().width(), below.height()))
        menu.popup(corner)
        first: QAction | None = next(iter(menu.actions()), None)
        if first is not None:
            menu.setActiveAction(first)

    def export(self, paper: Paper, conference_id: str) -> None:
        folder = self._context.prompter.choose_folder(
            FileQuestion(f"Chọn thư mục để ghi: {paper.words}", accept="Ghi vào đây")
        )
        if folder is None:
            return
        services = self._context.services.get()

        def work() -> tuple[Path, ...]:
            if paper.make is not None:
                return write_files(folder, paper.make())
            chosen = {} if paper.choices is None else {"choices": paper.choices}
            written: tuple[Path, ...] = services.documents.export(
                conference_id, documents=(paper.name,), formats=(paper.format,), out=folder, **chosen
            )
            return written

        def done(paths: tuple[Path, ...]) -> None:
            names = f"tệp {paths[0].name}" if len(paths) == 1 else f"{len(paths)} tệp"
            self._context.toast.say(f"Đã ghi {names} vào thư mục {folder.name or folder}", None)

        self._run(work, done, lambda error: self.failed(error))


def write_files(folder: Path, files: Sequence[tuple[str, bytes]]) -> tuple[Path, ...]:
    """Each file whole or not at all. BadInput with its name where it cannot be written."""
    from dialogue_desktop.errors import BadInput
    from dialogue_desktop.exchange.file_out import write_whole
    from dialogue_desktop.services.documents import NOT_WRITTEN

    written: list[Path] = []
    for name, data in files:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            write_whole(folder / name, data)
        except OSError as error:
            raise BadInput(NOT_WRITTEN.format(name=name)) from error
        written.append(folder / name)
    return tuple(written)
