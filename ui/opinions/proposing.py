"""When opinions are compared with each other: away from the window, and never under the hands (C6)."""

from __future__ import annotations

from collections.abc import Callable

from dialogue_desktop.domain.records import Records
from dialogue_desktop.services.grouping import ProposedGroup
from ui.runner import Runner

Proposals = tuple[ProposedGroup, ...]


class Proposing:
    """Asks anew when what was compared has changed, one question at a time. While `busy` (a form is open, a
    line is being typed, rows are ticked) nothing is asked and nothing that came is shown; `rest` is called
    when that may be over."""

    def __init__(
        self,
        ask: Callable[[], Proposals],
        run: Runner,
        busy: Callable[[], bool],
        show: Callable[[Proposals], None],
    ) -> None:
        self._ask, self._run, self._busy, self._show = ask, run, busy, show
        self._wanted: object = None
        self._asked: object = None
        self._asking = False
        self._waiting: Proposals | None = None
        self.failed: Exception | None = None

    def heard(self, records: Records) -> None:
        """The opinions as they were read now."""
        self._wanted = (
            tuple((o.id, o.text, tuple(v.locality for v in o.voices), o.group_id) for o in records.opinions),
            records.apart,
        )
        self.rest()

    def rest(self) -> None:
        """Go on with what was put off."""
        if self._busy():
            return
        if self._waiting is not None:
            found, self._waiting = self._waiting, None
            self._show(found)
        if self._asking or self._wanted is None or self._wanted == self._asked:
            return
        self._asking, self._asked = True, self._wanted
        self._run(self._ask, self._found, self._not_found)

    def _found(self, found: Proposals) -> None:
        self._asking = False
        self._waiting = found
        self.failed = None
        self.rest()

    def _not_found(self, error: Exception) -> None:
        """Proposals are a help: the list is whole without them. They are tried again with the next change."""
        self._asking = False
        self.failed = error
