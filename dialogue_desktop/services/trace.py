"""The history of one opinion, paper or promise, read from the journal with the names of the machines (L9)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dialogue_desktop.domain.journal import Entry
from dialogue_desktop.domain.records import RecordKind
from dialogue_desktop.domain.trace import Trace, trace_of
from dialogue_desktop.services.acts import ACT_NAMES
from dialogue_desktop.storage.journal import Journal

MOST_NAMES = 6
HERE, ELSEWHERE = "máy này", "máy khác"


class Traces:
    """Reads only; `machines` gives what other devices are called."""

    def __init__(self, journal: Journal, machines: Callable[[], Mapping[str, str]]) -> None:
        self._journal, self._machines = journal, machines

    def of(self, conference_id: str, kind: RecordKind, record_id: str) -> Trace:
        """Every act that touched it, oldest first, those that were taken back too."""
        machines = self._machines()

        def machine_of(device: str) -> str:
            if device == self._journal.device:
                return HERE
            name = " ".join(machines.get(device, "").split())
            if not name:
                return ELSEWHERE
            return name if name.casefold().startswith("máy") else f"máy {name}"

        return trace_of(
            self._journal.entries(conference_id), kind, record_id, act_words=act_words, machine_of=machine_of
        )

    def authors(self) -> tuple[str, ...]:
        """Who wrote on this computer, the last one first: the short list of those who may sit here."""
        return self._journal.authors(MOST_NAMES)


def act_words(entry: Entry) -> str:
    """ "sửa ý kiến"; an act of a later version is told as a change."""
    return ACT_NAMES.get(entry.kind, "thay đổi")
