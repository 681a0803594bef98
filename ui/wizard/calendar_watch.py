"""Lets an open wizard follow the office's calendar (P10)."""

from __future__ import annotations

from PySide6.QtCore import QObject

from dialogue_desktop.events import CalendarChanged
from ui.context import Context
from ui.wizard.opening import facts_of
from ui.wizard.presenter import WizardPresenter


class CalendarWatch(QObject):
    """When the days off became others, what follows from them is counted anew; lives as long as `parent`."""

    def __init__(self, context: Context, presenter: WizardPresenter, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._presenter = context, presenter
        context.bridge.heard.connect(self._heard)

    def _heard(self, event: object) -> None:
        if isinstance(event, CalendarChanged):
            services, today = self._context.services.get(), self._context.clock.today()
            self._presenter.set_facts(facts_of(services.deadlines, today))
