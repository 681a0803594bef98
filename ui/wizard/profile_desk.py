"""Saves the plan of the last step as a profile of the office, or over the one it came from (P1, P4)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from dialogue_desktop.domain.office_profile import Kept, OwnProfile
from ui.context import Context
from ui.tasks import Lane
from ui.wizard.presenter import WizardPresenter
from ui.wizard.profile_card import ProfileCard


class ProfileDesk(QObject):
    """Serves one card; each act can be taken back from its toast. `failed` gets what could not be kept."""

    def __init__(
        self,
        context: Context,
        presenter: WizardPresenter,
        card: ProfileCard,
        failed: Callable[[Exception], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._context, self._presenter, self._card, self._failed = context, presenter, card, failed
        self._own: OwnProfile | None = None
        card.saved.connect(self._save)
        card.saved_over.connect(self._save_over)
        profile_id = presenter.plan.profile
        self._run(lambda library: library.profile(profile_id), self._known)

    def _known(self, profile: OwnProfile | None) -> None:
        self._own = profile
        self._card.show_over(profile.name if profile is not None else "")

    def _save(self, name: str, description: str, kept: Kept) -> None:
        plan = self._presenter.plan

        def done(made: OwnProfile) -> None:
            self._card.clear()
            self._known(made)
            self._say(f"Đã lưu mẫu “{made.name}”", lambda library: library.remove_profile(made.id), None)

        self._run(lambda library: library.save_profile(plan, name, description, kept=kept), done)

    def _save_over(self) -> None:
        plan, old = self._presenter.plan, self._own
        if old is None:
            return

        def work(library: Any) -> tuple[OwnProfile, OwnProfile]:
            before = library.profile(old.id) or old  # its name may have been changed meanwhile
            made = library.save_profile(plan, before.name, before.description, kept=None, over=old.id)
            return before, made

        def done(found: tuple[OwnProfile, OwnProfile]) -> None:
            before, made = found
            self._known(made)
            self._say(f"Đã lưu đè mẫu “{made.name}”", lambda library: library.put_profile(before), before)

        self._run(work, done)

    def _say(self, words: str, take_back: Callable[[Any], object], then: OwnProfile | None) -> None:
        def undo() -> None:
            self._run(take_back, lambda _: self._taken_back(words, then))

        self._context.toast.say(words, undo)

    def _taken_back(self, words: str, then: OwnProfile | None) -> None:
        self._known(then)
        self._context.toast.say(f"Đã hoàn tác: {words[:1].lower()}{words[1:]}")

    def _run(self, work: Callable[[Any], Any], done: Callable[[Any], None]) -> None:
        library = self._context.services.get().library
        self._context.tasks.run(lambda: work(library), done, self._failed, lane=Lane.DATABASE, owner=self)
