"""What every step of the wizard is given to work with, and what its lists and fields need of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from dialogue_desktop.domain.office_library import LibraryBlock
from dialogue_desktop.domain.placeholders import resolved, values_of
from dialogue_desktop.domain.plan import LegalBasis, Plan
from dialogue_desktop.domain.schedule import time_words
from dialogue_desktop.lists import OfficeLists
from ui.look import Look
from ui.wizard.presenter import WizardPresenter

S = TypeVar("S")


class Keeper(Protocol[S]):
    """Holds the frozen value that is being edited; every edit gives it another one."""

    @property
    def plan(self) -> S: ...

    def edit(
        self, plan: S, *, anchor: str = "", label: str = "", merge: str = "", source: object = None
    ) -> bool:
        """As `WizardPresenter.edit`."""
        ...

    def seal(self) -> None: ...


class ListDesk(Protocol[S]):
    """What lists and fields over a frozen value work with; `values` are those of the placeholders."""

    @property
    def look(self) -> Look: ...

    @property
    def presenter(self) -> Keeper[S]: ...

    @property
    def say(self) -> Callable[[str], None]: ...

    def values(self) -> Mapping[str, str]: ...


class PlanValues:
    """The values of a plan's placeholders, worked out once for each plan."""

    def __init__(self) -> None:
        self._plan: Plan | None = None
        self._values: dict[str, str] = {}

    def of(self, plan: Plan) -> Mapping[str, str]:
        if plan is not self._plan:
            self._plan, self._values = plan, values_of(plan, time_text=time_words(plan))
        return self._values


class Office(Protocol):
    """The office's lists as they are now (they may change meanwhile), and the way into them."""

    @property
    def lists(self) -> OfficeLists: ...

    def keep_basis(self, basis: LegalBasis) -> None:
        """Into the office's list, with a word that can be taken back."""
        ...

    def keep_block(self, block: LibraryBlock) -> None: ...

    def ask_title(self, proposed: str) -> str:
        """What a text is to be called in the store; "" when it is not to be kept after all."""
        ...


@dataclass(frozen=True, slots=True)
class WizardDesk:
    """`say` shows what was done, with its undo, where it covers nothing; `open_calendar` leads to the days
    off of the office; `open_session` to the conference of another session under the same plan."""

    look: Look
    presenter: WizardPresenter
    office: Office
    say: Callable[[str], None]
    open_calendar: Callable[[], None]
    open_session: Callable[[str], None]
    known: PlanValues = field(default_factory=PlanValues)

    @property
    def lists(self) -> OfficeLists:
        return self.office.lists

    def values(self) -> Mapping[str, str]:
        return self.known.of(self.presenter.plan)

    def words(self, text: str) -> str:
        """A text of the plan as it will read; what is not known yet stands as its mark."""
        return resolved(text, self.values())
