"""The chair's conclusions: drafted with the office's calendar and the words of its papers (L8)."""

from __future__ import annotations

from pathlib import Path

from dialogue_desktop.clock import Clock
from dialogue_desktop.documents.phrases import Phrases
from dialogue_desktop.domain.conclusion_draft import Drafting
from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.services.deadlines import Deadlines


class Concluding:
    """Gives what drafting needs; the drafts themselves are values, written by `LiveSession`."""

    def __init__(self, deadlines: Deadlines, resources: Path, clock: Clock) -> None:
        self._deadlines, self._clock = deadlines, clock
        self._folder = resources / "phrases"

    def drafting(self, plan: Plan) -> Drafting:
        """For one plan; read once when a session is opened."""
        words = Phrases(self._folder, "conclusions")
        return Drafting(plan, self._deadlines.calendar(), words, self._clock.today())
