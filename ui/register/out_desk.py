"""What leaves the page of the register: print jobs, files into a place that is asked for, the workbook."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from dialogue_desktop.errors import BadInput
from dialogue_desktop.exchange.file_out import write_whole
from dialogue_desktop.services.documents import NOT_WRITTEN as UNWRITABLE
from ui.context import Context
from ui.page_runner import PageRunner
from ui.printing.print_order import PrintOrder
from ui.printing.printers import PrinterChoice, PrintShop
from ui.prompter import FileQuestion
from ui.register.core import RegisterCore
from ui.register.presenter import RegisterPresenter
from ui.tasks import Lane

NOT_PRINTED, NOT_WRITTEN = "Chưa in được.", "Chưa ghi được tệp."
Files = Sequence[tuple[str, bytes]]


class OutDesk(QObject):
    """One act at a time; draws and writes away from the screen."""

    def __init__(
        self,
        context: Context,
        core: RegisterCore,
        presenter: RegisterPresenter,
        shop: PrintShop,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._context, self._core, self._presenter, self._shop = context, core, presenter, shop
        self._runner = PageRunner(context.tasks, self)

    def _run(
        self, work: Callable[[], Any], done: Callable[[Any], None], fact: str, lane: Lane = Lane.PRESS
    ) -> None:
        self._runner(work, done, lambda error: self._presenter.failed(fact, error), lane)

    def print(
        self, data: bytes, title: str, choice: PrinterChoice, order: PrintOrder, then: Callable[[], None]
    ) -> None:
        """The pages on view to a printer, or into a file."""
        target: Path | None = None
        if choice.to_file:
            target = self._context.prompter.save_file(
                FileQuestion(
                    "In ra tệp PDF", (("Tệp PDF", "*.pdf"),), start=_folder() / "van-ban.pdf", suffix="pdf"
                )
            )
            if target is None:
                return
        shop, job = self._shop, replace(order, title=title)
        self._presenter.set_busy("Đang in" if target is None else "Đang ghi tệp")

        def done(sides: int) -> None:
            self._presenter.set_busy("")
            where = f"vào tệp {target.name}" if target is not None else f"tới {choice.words}"
            self._context.toast.say(f"Đã {'ghi' if target else 'gửi in'} {sides} trang {where}")
            then()

        # On the lane of the preview: PDFium serves one thread at a time.
        self._run(lambda: shop.print(data, choice, job, target), done, NOT_PRINTED, Lane.GENERAL)

    def save(self, form: str) -> None:
        """The papers in hand in one form; "" is every kept file."""
        line, looked = self._presenter.line, self._presenter.pages.looked
        if line is None or looked is None:
            return
        rows, core = line.rows, self._core
        self._presenter.set_busy("Đang ghi tệp")
        work = (lambda: core.files(rows, looked, form)) if form else (lambda: core.kept(rows[0]))
        self._run(work, self._place, NOT_WRITTEN)

    def save_register(self, rows: Sequence[Any]) -> None:
        """The register as a workbook."""
        self._presenter.set_busy("Đang ghi sổ")
        core = self._core
        self._run(lambda: (("so-van-ban.xlsx", core.workbook(rows)),), self._place, NOT_WRITTEN)

    def _place(self, files: Files) -> None:
        """One file where it is wanted, several into a folder."""
        self._presenter.set_busy("")
        if not files:
            return
        prompter = self._context.prompter
        if len(files) == 1:
            name, data = files[0]
            suffix = name.rpartition(".")[2]
            kind = {"pdf": "Tệp PDF", "docx": "Tệp Word", "xlsx": "Tệp Excel"}.get(suffix, "Tệp")
            chosen = prompter.save_file(
                FileQuestion("Lưu tệp", ((kind, f"*.{suffix}"),), start=_folder() / name, suffix=suffix)
            )
            if chosen is not None:
                path = chosen
                said = lambda _done: self._context.toast.say(f"Đã lưu tệp {path.name}")  # noqa: E731
                self._run(lambda: _put(path, data), said, NOT_WRITTEN)
            return
        folder = prompter.choose_folder(
            FileQuestion("Chọn thư mục để ghi các văn bản", start=_folder(), accept="Ghi vào đây")
        )
        if folder is None:
            return
        where = folder

        def work() -> None:
            for name, data in files:
                _put(where / name, data)

        done = lambda _done: self._context.toast.say(f"Đã ghi {len(files)} tệp vào thư mục {where.name}")  # noqa: E731
        self._run(work, done, NOT_WRITTEN)


def _put(path: Path, data: bytes) -> None:
    try:
        write_whole(path, data)
    except OSError as error:
        raise BadInput(UNWRITABLE.format(name=path.name)) from error


def _folder() -> Path:
    documents = Path.home() / "Documents"
    return documents if documents.is_dir() else Path.home()
