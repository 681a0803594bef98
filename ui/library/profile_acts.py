"""What is done with whole profiles: in from a file, out to one, copied, begun from (P1, P4)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from dialogue_desktop.domain.office_profile import OwnProfile, names_someone
from dialogue_desktop.services.library import file_name
from ui.context import Context
from ui.library.presenter import LibraryPresenter
from ui.library.profile_words import FILES, IMPORT, imported_words, what_to_export
from ui.prompter import FileQuestion
from ui.tasks import Lane


class ProfileActs(QObject):
    """Everything typed is saved before each act. `begun` carries the conference made from a profile;
    `failed` gets what could not be done."""

    begun = Signal(str)

    def __init__(
        self,
        context: Context,
        presenter: LibraryPresenter,
        taken: Callable[[OwnProfile, str], None],
        failed: Callable[[Exception], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._context, self._presenter, self._failed = context, presenter, failed
        self._taken = taken

    def take(self) -> None:
        """A profile from a file; the same one again changes nothing."""
        path = self._context.prompter.open_file(IMPORT)
        if path is None:
            return
        library = self._context.services.get().library

        def done(found: tuple[OwnProfile, bool]) -> None:
            self._taken(found[0], imported_words(*found))

        self._run(lambda: library.import_profile(path), done)

    def give(self, profile_id: str) -> None:
        """Out to a file; what names somebody is asked about first."""
        library = self._context.services.get().library

        def known(profile: OwnProfile) -> None:
            how = "bare"
            if names_someone(profile.plan):
                how = self._context.prompter.ask(what_to_export(profile.name))
            if how != "stay":
                self._write(profile, bare=how == "bare")

        self._run(lambda: library.as_given(profile_id), known)

    def _write(self, profile: OwnProfile, *, bare: bool) -> None:
        question = FileQuestion(
            "Xuất mẫu kế hoạch", FILES[:1], Path(file_name(profile.name)), "maukh", "Xuất tệp"
        )
        path = self._context.prompter.save_file(question)
        if path is None:
            return
        library = self._context.services.get().library
        self._run(
            lambda: library.export_profile(profile.id, path, bare=bare),
            lambda _: self._context.toast.say(f"Đã xuất mẫu ra tệp {path.name}"),
        )

    def copy(self, profile_id: str) -> None:
        library = self._context.services.get().library
        self._run(
            lambda: library.copy_profile(profile_id),
            lambda profile: self._taken(profile, f"Đã chép thành mẫu “{profile.name}”"),
        )

    def begin(self, profile_id: str) -> None:
        planning = self._context.services.get().planning
        self._run(lambda: planning.create(profile_id), self.begun.emit)

    def _run(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        def go(clean: bool) -> None:
            if clean:
                self._context.tasks.run(work, done, self._failed, lane=Lane.DATABASE, owner=self)

        self._presenter.flush(go)
