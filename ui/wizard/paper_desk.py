"""Files of the plan and its papers, printers, printing; always of what was saved last (P1, C1)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from ui.context import Context
from ui.printing.print_order import PrintOrder
from ui.printing.printers import PrinterChoice, PrintShop
from ui.prompter import FileQuestion
from ui.wizard.presenter import WizardPresenter
from ui.wizard.preview_pane import PreviewPane
from ui.wizard.profile_desk import ProfileDesk
from ui.wizard.step_review import ReviewStep


class PaperDesk(QObject):
    """Serves the last step. `failed` gets what could not be written or printed."""

    def __init__(
        self,
        context: Context,
        presenter: WizardPresenter,
        preview: PreviewPane,
        shop: PrintShop,
        failed: Callable[[Exception], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._context, self._presenter, self._preview = context, presenter, preview
        self._shop, self._failed = shop, failed
        self._view: ReviewStep | None = None

    def serve(self, view: ReviewStep) -> None:
        self._view = view
        ProfileDesk(self._context, self._presenter, view.profile, self._failed, view)
        view.show_documents(self._context.services.get().documents.plan_kinds())
        view.paper_chosen.connect(self._show_paper)
        view.export_asked.connect(self._export)
        view.print_asked.connect(self._print)
        self._context.tasks.run(self._shop.printers, view.show_printers, self._no_printers, owner=view)
        self._preview.drawn.connect(self._pages_known)
        if self._preview.result is not None:
            view.show_pages(self._preview.result.pages)

    def _no_printers(self, error: Exception) -> None:
        """The list keeps its one choice, the file."""

    def _show_paper(self, name: str) -> None:
        documents = self._context.services.get().documents
        self._preview.show_paper(None if name == "plan" else lambda plan: documents.paper(name, plan))

    def _pages_known(self, count: int) -> None:
        if self._view is not None:
            self._view.show_pages(count)

    def _export(self, kind: str) -> None:
        names = self._view.documents(kind) if self._view is not None else ()
        if not names:
            return
        folder = self._context.prompter.choose_folder(FileQuestion("Chọn thư mục để ghi tệp"))
        if folder is None:
            return
        documents, cid = self._context.services.get().documents, self._presenter.cid

        def write(clean: bool) -> None:
            if clean:
                self._context.tasks.run(
                    lambda: documents.export(cid, documents=names, formats=(kind,), out=folder),
                    self._written,
                    self._failed,
                    owner=self,
                )

        self._presenter.flush(write)

    def _written(self, paths: tuple[Path, ...]) -> None:
        if len(paths) > 1:
            self._context.toast.say(f"Đã ghi {len(paths)} tệp vào thư mục {paths[0].parent.name}")
        else:
            self._context.toast.say(f"Đã ghi tệp {paths[0].name}")

    def _print(self, choice: PrinterChoice, order: PrintOrder) -> None:
        kind = self._view.paper_on_view() if self._view is not None else None
        name, stem = (kind.name, kind.stem) if kind is not None else ("plan", "ke-hoach")
        job = replace(order, title=kind.title if kind is not None else "Kế hoạch")
        target: Path | None = None
        if choice.to_file:
            question = FileQuestion(
                "Ghi trang in ra tệp", (("Tệp PDF", "*.pdf"),), Path(f"{stem}.pdf"), "pdf", "Ghi tệp"
            )
            target = self._context.prompter.save_file(question)
            if target is None:
                return
        documents, plan, shop = self._context.services.get().documents, self._presenter.plan, self._shop

        def work() -> Any:
            made = documents.preview_plan(plan) if name == "plan" else documents.paper(name, plan)
            return shop.print(made.data, choice, job, target)

        def done(sides: int) -> None:
            words = f"Đã ghi tệp {target.name}" if target is not None else f"Đã gửi in {sides} trang"
            self._context.toast.say(words)

        self._context.tasks.run(work, done, self._failed, owner=self)
