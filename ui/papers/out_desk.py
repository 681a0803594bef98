"""What leaves the page: print jobs of the very bytes on view, and files into a place that is asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from dialogue_desktop.errors import BadInput
from dialogue_desktop.exchange.file_out import write_whole
from dialogue_desktop.services.document_kinds import DocumentKind
from dialogue_desktop.services.documents import NOT_WRITTEN as UNWRITABLE
from ui.context import Context
from ui.page_runner import PageRunner
from ui.papers.core import Begun, Core
from ui.papers.presenter import PapersPresenter
from ui.printing.print_order import PrintOrder
from ui.printing.printers import PrinterChoice, PrintShop
from ui.prompter import Choice, FileQuestion, Question
from ui.tasks import Lane

_FILTERS = {"pdf": ("Tệp PDF", "*.pdf"), "docx": ("Tệp Word", "*.docx"), "xlsx": ("Tệp Excel", "*.xlsx")}
NOT_PRINTED, NOT_WRITTEN = "Chưa in được.", "Chưa ghi được tệp."
ALL_FORMS = ("pdf", "docx", "xlsx")

Files = tuple[tuple[str, bytes], ...]


class OutDesk(QObject):
    """Reads on the database's thread, draws on that of papers, writes there too; one act at a time."""

    def __init__(
        self, context: Context, core: Core, presenter: PapersPresenter, shop: PrintShop, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context, self._core, self._presenter, self._shop = context, core, presenter, shop
        self._runner = PageRunner(context.tasks, self)

    def _run(
        self, work: Callable[[], Any], done: Callable[[Any], None], fact: str, lane: Lane = Lane.PRESS
    ) -> None:
        self._runner(work, done, lambda error: self._presenter.fail(fact, error), lane)

    # --- paper ----------------------------------------------------------------------------------------

    def print(
        self,
        begun: Begun,
        kind: DocumentKind,
        choice: PrinterChoice,
        order: PrintOrder,
        then: Callable[[], None],
    ) -> None:
        """The bytes on view to a printer, or the chosen pages of them into a file."""
        target: Path | None = None
        if choice.to_file:
            target = self._ask_file("In ra tệp PDF", kind, "pdf")
            if target is None:
                return
        data, shop, job = begun.result.data, self._shop, replace(order, title=kind.title)
        self._presenter.set_busy("Đang in" if target is None else "Đang ghi tệp")

        def done(sides: int) -> None:
            self._presenter.set_busy("")
            where = f"vào tệp {target.name}" if target is not None else f"tới {choice.words}"
            verb = "ghi" if target is not None else "gửi in"
            self._context.toast.say(f"Đã {verb} {sides} trang {where}")
            then()

        # On the lane of the preview: PDFium serves one thread at a time.
        self._run(lambda: shop.print(data, choice, job, target), done, NOT_PRINTED, Lane.GENERAL)

    # --- files ----------------------------------------------------------------------------------------

    def save(self, begun: Begun, kind: DocumentKind, form: str) -> None:
        """The paper on view as one file; forms to be filled in may be several, so into a folder."""
        if form == "xlsx":
            self.save_many((kind.name,), (form,))
            return
        target = self._ask_file(f"Lưu tệp {_FILTERS[form][0].removeprefix('Tệp ')}", kind, form)
        if target is None:
            return
        self._presenter.set_busy("Đang ghi tệp")
        path = target

        def done(_result: object) -> None:
            self._presenter.set_busy("")
            self._context.toast.say(f"Đã lưu tệp {path.name}")

        if form == "pdf":
            data = begun.result.data
            self._run(lambda: _put(path, data), done, NOT_WRITTEN)
            return

        def draw(sources: Any) -> None:
            def work() -> None:
                files, _ = self._core.files(sources, (form,))
                _put(path, files[0][1])

            self._run(work, done, NOT_WRITTEN)

        self._read((kind.name,), draw)

    def save_many(self, names: Sequence[str], forms: Sequence[str]) -> None:
        """Papers in several forms into a folder; files that lie there already are asked about first."""
        folder = self._context.prompter.choose_folder(
            FileQuestion("Chọn thư mục để ghi các văn bản", start=_documents_folder(), accept="Ghi vào đây")
        )
        if folder is None:
            return
        what = f"{len(names)} văn bản" if len(names) > 1 else self._presenter.kind_of(names[0]).title.lower()
        self._presenter.set_busy(f"Đang ghi {what}")

        def made(result: tuple[Files, tuple[str, ...]]) -> None:
            self._write(folder, result[0], result[1])

        self._read(
            names, lambda sources: self._run(lambda: self._core.files(sources, forms), made, NOT_WRITTEN)
        )

    def _read(self, names: Sequence[str], then: Callable[[Any], None]) -> None:
        wanted = [(name, self._presenter.choices_of(name)) for name in names]
        core = self._core
        self._run(
            lambda: [core.read(name, choices) for name, choices in wanted], then, NOT_WRITTEN, Lane.DATABASE
        )

    def _write(self, folder: Path, files: Files, notices: tuple[str, ...]) -> None:
        placed = self._placed(folder, files)
        if placed is None:
            self._presenter.set_busy("")
            return

        def work() -> int:
            for path, data in placed:
                _put(path, data)
            return len(placed)

        def done(count: int) -> None:
            self._presenter.set_busy("")
            words = f"{count} tệp" if count > 1 else f"tệp {placed[0][0].name}"
            self._context.toast.say(f"Đã ghi {words} vào thư mục {folder.name or folder}")
            if notices:
                self._presenter.warn("Có chữ không in được.", " ".join(notices))

        self._run(work, done, NOT_WRITTEN)

    def _placed(self, folder: Path, files: Files) -> list[tuple[Path, bytes]] | None:
        """Where each file goes; None when it was given up. What somebody wrote into a file is not lost
        without a question."""
        there = [name for name, _ in files if (folder / name).exists()]
        answer = "replace"
        if there:
            listed = ", ".join(there[:3]) + ("…" if len(there) > 3 else "")
            answer = self._context.prompter.ask(
                Question(
                    f"Thư mục đã có {len(there)} tệp cùng tên",
                    f"{listed}. Ghi đè thì những gì đã sửa trong các tệp đó sẽ mất.",
                    (
                        Choice("keep", "Giữ tệp cũ, ghi tên mới", "primary"),
                        Choice("replace", "Ghi đè", "danger"),
                        Choice("stop", "Thôi"),
                    ),
                    "stop",
                )
            )
        if answer == "stop":
            return None
        if answer == "keep":
            return [(_free(folder / name), data) for name, data in files]
        return [(folder / name, data) for name, data in files]

    def _ask_file(self, title: str, kind: DocumentKind, form: str) -> Path | None:
        start = _documents_folder() / f"{kind.stem}.{form}"
        question = FileQuestion(title, (_FILTERS[form],), start, form, "Lưu tệp")
        return self._context.prompter.save_file(question)


def _put(path: Path, data: bytes) -> None:
    """The file whole or not at all. BadInput with its name where it cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, data)
    except OSError as error:
        raise BadInput(UNWRITABLE.format(name=path.name)) from error


def _free(path: Path) -> Path:
    """ "giay-moi-2.pdf" where "giay-moi.pdf" is there already."""
    place, number = path, 2
    while place.exists():
        place = path.with_name(f"{path.stem}-{number}{path.suffix}")
        number += 1
    return place


def _documents_folder() -> Path:
    folder = Path.home() / "Documents"
    return folder if folder.is_dir() else Path.home()
