"""What is done with the minutes: freeze, print, write files; each act off the main thread (M2, M3, M8)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from dialogue_desktop.domain.closing_gap import Gap
from dialogue_desktop.domain.conference import ConferenceView
from dialogue_desktop.domain.plan import CopyPurpose
from dialogue_desktop.errors import UserError
from dialogue_desktop.exchange.file_out import write_whole
from ui.context import Context
from ui.end.fixes import Fixes, Given
from ui.end.keys import masks_key, printed_key, reason_key, seen_key
from ui.end.screen import CopyPages, gap_key
from ui.printing.print_order import PrintOrder, starts_of
from ui.printing.printers import PrinterChoice, PrintShop
from ui.prompter import FileQuestion
from ui.tasks import Lane

PDF, WORD, EXCEL = ("Tệp PDF", "*.pdf"), ("Tệp Word", "*.docx"), ("Tệp Excel", "*.xlsx")


class MinutesDesk(QObject):
    """One act at a time. `busy` says what is being done ("" when it is done); `written`: read again."""

    busy = Signal(str)
    written = Signal()
    frozen = Signal()
    failed = Signal(object)  # Exception
    refused = Signal(object, str)  # Gap, why what was given for it cannot be

    def __init__(self, context: Context, conference_id: str, shop: PrintShop, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._id, self._shop = context, conference_id, shop

    def _run(self, work: Callable[[], Any], done: Callable[[Any], None], lane: Lane = Lane.GENERAL) -> None:
        self._context.tasks.run(work, done, self.failed.emit, lane=lane, owner=self)

    # --- the core -------------------------------------------------------------------------------------

    def save_copies(self, copies: Sequence[CopyPurpose]) -> None:
        planning, wanted = self._context.services.get().planning, self._id

        def work() -> None:
            plan = planning.plan(wanted)
            planning.save_plan(wanted, replace(plan, copies=tuple(copies)))

        self._run(work, self._written, Lane.DATABASE)

    def _written(self, _result: object) -> None:
        self.written.emit()

    def freeze(self, reason: str = "") -> None:
        closing, wanted = self._context.services.get().closing, self._id
        self.busy.emit("Đang chốt")

        settings = self._context.services.get().settings

        def work() -> Any:
            version = closing.freeze(wanted, reason=reason)
            settings.set(reason_key(wanted), "")
            return version

        def done(version: Any) -> None:
            self.busy.emit("")
            self._context.toast.say(f"Đã chốt biên bản lần {version.number}, mã {version.sha256[:8]}")
            self.frozen.emit()

        self._run(work, done, Lane.DATABASE)

    def fix(self, gap: Gap, given: Given) -> None:
        """Put a gap right; what cannot be is told at the gap."""
        app, wanted = self._context.services.get(), self._id

        def work() -> tuple[Callable[[], object] | None, str]:
            try:
                return Fixes(app, wanted).apply(gap, given), ""
            except UserError as error:
                return None, error.sentence

        def done(result: tuple[Callable[[], object] | None, str]) -> None:
            undo, wrong = result
            if undo is None:
                self.refused.emit(gap, wrong)
                return
            self._context.toast.say(f"Đã ghi: {gap.text}", lambda: self._take_back(undo))
            self.written.emit()

        self._run(work, done, Lane.DATABASE)

    def edit_opinion(self, opinion_id: str, said: str, **wanted: object) -> None:
        """What is covered of an opinion on the posted copy; taken back from the toast."""
        live, here = self._context.services.get().live, self._id

        def done(_result: object) -> None:
            self._context.toast.say(said, lambda: self._take_back(lambda: live.undo(here)))
            self.written.emit()

        self._run(lambda: live.edit_opinion(here, opinion_id, **wanted), done, Lane.DATABASE)

    def _take_back(self, undo: Callable[[], object]) -> None:
        self._run(undo, self._written, Lane.DATABASE)

    def leave_out(self, gap: Gap) -> None:
        """A gap that was looked at is not listed any more."""
        settings, key = self._context.services.get().settings, seen_key(self._id)

        def work(out: bool) -> None:
            seen = set(settings.get(key, []))
            seen = seen | {gap_key(gap)} if out else seen - {gap_key(gap)}
            settings.set(key, sorted(seen))

        def done(_result: object) -> None:
            self._context.toast.say(f"Đã xem: {gap.text}", lambda: self._take_back(lambda: work(False)))
            self.written.emit()

        self._run(lambda: work(True), done, Lane.DATABASE)

    def note_masks(self, key: str, then: Callable[[], None]) -> None:
        """The list of what is covered was seen."""
        settings, name = self._context.services.get().settings, masks_key(self._id)
        self._run(lambda: settings.set(name, key), lambda _result: then(), Lane.DATABASE)

    def keep_reason(self, words: str) -> None:
        if self._context.tasks.closed:
            return
        settings, name = self._context.services.get().settings, reason_key(self._id)
        self._run(lambda: settings.set(name, words), lambda _result: None, Lane.DATABASE)

    def changes(self, number: int, then: Callable[[Any], None]) -> None:
        """What a version put right."""
        closing, wanted = self._context.services.get().closing, self._id
        self._run(lambda: closing.changes(wanted, number), then, Lane.DATABASE)

    # --- paper ----------------------------------------------------------------------------------------

    def target(self, choice: PrinterChoice, name: str) -> tuple[Path | None, bool]:
        """The file to print into where the printer is one; False when it was given up."""
        if not choice.to_file:
            return None, True
        path = self._ask_file("In ra tệp PDF", f"{name}.pdf", PDF)
        return path, path is not None

    def print_copies(
        self,
        copies: Sequence[CopyPages],
        choice: PrinterChoice,
        *,
        duplex: bool,
        target: Path | None,
        version: int,
    ) -> None:
        """All these copies as one job: the very bytes that were shown. `version` is noted as printed."""
        documents, shop = self._context.services.get().documents, self._shop
        order = PrintOrder(duplex=duplex, starts=starts_of([copy.pages for copy in copies]))
        files = [copy.pdf for copy in copies]
        self.busy.emit("Đang in" if target is None else "Đang ghi tệp")

        def done(_sides: int) -> None:
            self.busy.emit("")
            self._say_printed(f"{len(files)} bản", choice, target)
            if version:
                self._note_printed(version)

        self._run(lambda: shop.print(documents.join(files), choice, order, target), done)

    def print_frozen(self, choice: PrinterChoice, *, duplex: bool, target: Path | None) -> None:
        """The version frozen last, although something was changed since."""
        documents, wanted = self._context.services.get().documents, self._id
        self.busy.emit("Đang dựng trang")

        def made(copies: Sequence[CopyPages]) -> None:
            self.print_copies(copies, choice, duplex=duplex, target=target, version=0)

        def read(view: ConferenceView) -> None:
            self._run(lambda: documents.render_copies(view), made)

        self._run(lambda: documents.minutes_view(wanted, draft=False), read, Lane.DATABASE)

    def print_one(
        self,
        copy: CopyPages,
        choice: PrinterChoice,
        order: PrintOrder,
        target: Path | None,
        then: Callable[[], None],
    ) -> None:
        data, shop = copy.pdf, self._shop
        self.busy.emit("Đang in" if target is None else "Đang ghi tệp")

        def done(sides: int) -> None:
            self.busy.emit("")
            self._say_printed(f"{sides} trang", choice, target)
            then()

        self._run(lambda: shop.print(data, choice, order, target), done)

    def _say_printed(self, what: str, choice: PrinterChoice, target: Path | None) -> None:
        if target is None:
            self._context.toast.say(f"Đã gửi in {what} tới {choice.words}")
        else:
            self._context.toast.say(f"Đã ghi {what} vào tệp {target.name}")

    def _note_printed(self, version: int) -> None:
        settings, wanted = self._context.services.get().settings, self._id
        self._run(lambda: settings.set(printed_key(wanted), version), self._written, Lane.DATABASE)

    # --- files ----------------------------------------------------------------------------------------

    def save_pdf(self, copy: CopyPages) -> None:
        path = self._ask_file("Lưu tệp PDF", f"{file_words(copy.label)}.pdf", PDF)
        if path is not None:
            self._write(path, lambda: copy.pdf)

    def save_word(self, copy: CopyPages, shown: ConferenceView) -> None:
        path = self._ask_file("Lưu tệp Word", f"{file_words(copy.label)}.docx", WORD)
        if path is not None:
            documents, label = self._context.services.get().documents, copy.label
            self._write(path, lambda: dict(documents.minutes_docx(shown))[label])

    def save_excel(self) -> None:
        path = self._ask_file("Lưu sổ tổng hợp", "Sổ tổng hợp.xlsx", EXCEL)
        if path is not None:
            reporting, wanted = self._context.services.get().reporting, self._id
            self._write(path, lambda: reporting.summary(wanted), Lane.DATABASE)

    def save_files(self) -> None:
        """All copies of the frozen version, a file each, into a folder."""
        folder = self._context.prompter.choose_folder(
            FileQuestion("Chọn thư mục để lưu các tệp PDF", start=_documents_folder())
        )
        if folder is None:
            return
        documents, wanted = self._context.services.get().documents, self._id

        def done(paths: Sequence[Path]) -> None:
            self._context.toast.say(f"Đã lưu {len(paths)} tệp vào thư mục {folder.name}")

        self._run(
            lambda: documents.export(wanted, documents=["minutes"], formats=["pdf"], out=folder),
            done,
            Lane.DATABASE,
        )

    def _ask_file(self, title: str, name: str, kind: tuple[str, str]) -> Path | None:
        return self._context.prompter.save_file(
            FileQuestion(
                title, (kind,), _documents_folder() / name, kind[1].removeprefix("*"), accept="Lưu tệp"
            )
        )

    def _write(self, path: Path, make: Callable[[], bytes], lane: Lane = Lane.GENERAL) -> None:
        def done(_result: object) -> None:
            self._context.toast.say(f"Đã lưu tệp {path.name}")

        self._run(lambda: write_whole(path, make()), done, lane)


def _documents_folder() -> Path:
    folder = Path.home() / "Documents"
    return folder if folder.is_dir() else Path.home()


def file_words(label: str) -> str:
    """ "Biên bản, bản 1 trên 3" of "Bản 1/3: Niêm yết …": no sign that a file's name may not have."""
    number = label.partition(":")[0]
    return f"Biên bản, {number.replace('/', ' trên ').lower()}"
