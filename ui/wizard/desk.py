"""What every step of the wizard is given to work with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dialogue_desktop.lists import OfficeLists
from ui.look import Look
from ui.wizard.presenter import WizardPresenter


@dataclass(frozen=True, slots=True)
class WizardDesk:
    """`say` shows what was done, with its undo, where it covers nothing; `open_calendar` leads to the days
    off of the office; `open_session` to the conference of another session under the same plan."""

    look: Look
    presenter: WizardPresenter
    lists: OfficeLists
    say: Callable[[str], None]
    open_calendar: Callable[[], None]
    open_session: Callable[[str], None]
