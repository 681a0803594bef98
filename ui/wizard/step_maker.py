"""Makes the view of a step; each is imported when it is first opened."""

from __future__ import annotations

from ui.wizard.desk import WizardDesk
from ui.wizard.step_view import StepView
from ui.wizard.steps import StepId


def make_step(step: StepId, desk: WizardDesk) -> StepView:
    """A new view over the desk's plan."""
    match step:
        case StepId.ISSUER:
            from ui.wizard.step_issuer import IssuerStep

            return IssuerStep(desk)
        case StepId.PURPOSE:
            from ui.wizard.step_purpose import PurposeStep

            return PurposeStep(desk)
        case StepId.TIME_PLACE:
            from ui.wizard.step_time_place import TimePlaceStep

            return TimePlaceStep(desk)
        case StepId.PARTICIPANTS:
            from ui.wizard.step_participants import ParticipantsStep

            return ParticipantsStep(desk)
        case StepId.PROGRAMME:
            from ui.wizard.step_programme import ProgrammeStepView

            return ProgrammeStepView(desk)
        case StepId.TASKS:
            from ui.wizard.step_tasks import TasksStep

            return TasksStep(desk)
        case StepId.BUDGET:
            from ui.wizard.step_budget import BudgetStep

            return BudgetStep(desk)
        case StepId.RECIPIENTS:
            from ui.wizard.step_recipients import RecipientsStep

            return RecipientsStep(desk)
        case StepId.REVIEW:
            from ui.wizard.step_review import ReviewStep

            return ReviewStep(desk)
