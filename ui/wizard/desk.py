"""What every step of the wizard is given to work with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dialogue_desktop.domain.work_calendar import WorkCalendar
from dialogue_desktop.lists import OfficeLists
from ui.look import Look
from ui.wizard.presenter import WizardPresenter


@dataclass(frozen=True, slots=True)
class WizardDesk:
    """`say` shows what was done, with its undo, where it covers nothing; `go` turns to a field of a step."""

    look: Look
    presenter: WizardPresenter
    lists: OfficeLists
    calendar: WorkCalendar
    say: Callable[[str], None]
