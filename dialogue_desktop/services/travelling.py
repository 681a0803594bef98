"""A copy of a conference goes out on a stick to be worked on, and is waited for (L11)."""

from __future__ import annotations

import platform
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

from dialogue_desktop.clock import Clock
from dialogue_desktop.codec import to_json
from dialogue_desktop.domain.text_vi import clean, fold
from dialogue_desktop.errors import BadInput
from dialogue_desktop.events import ConferenceListChanged, EventBus
from dialogue_desktop.services.exchange import Exchange
from dialogue_desktop.services.merge_memory import MergeMemory, OutCopy
from dialogue_desktop.services.planning import Planning
from dialogue_desktop.services.settings import Settings

NOT_WHOLE = (
    "Đã ghi “{name}” nhưng đọc lại không giống: USB có thể hỏng. Hội nghị trên máy vẫn nguyên. "
    "Hãy ghi lại hoặc dùng USB khác."
)


class Travelling:
    """`take_along` writes, reads back and only then says that the copy is out."""

    def __init__(
        self,
        exchange: Exchange,
        planning: Planning,
        memory: MergeMemory,
        settings: Settings,
        device: str,
        bus: EventBus,
        clock: Clock,
    ) -> None:
        self._device = device
        self._exchange, self._planning, self._memory = exchange, planning, memory
        self._settings, self._bus, self._clock = settings, bus, clock

    def machine(self) -> str:
        """What this machine is called where its copies are read."""
        return self._settings.get("machine", "") or clean(platform.node()).text.strip()

    def file_name(self, conference_id: str) -> str:
        """ "ban-mang-di-dong-van-phu-ap.zip"; NotFound."""
        title = self._planning.view(conference_id).title
        letters = "".join(letter if letter.isalnum() else "-" for letter in fold(title))
        name = "-".join(part for part in letters.split("-") if part)
        return f"ban-mang-di-{name or conference_id}.zip"

    def take_along(
        self, conference_id: str, path: Path, *, notice: Callable[[str], None] | None = None
    ) -> Path:
        """Write the copy to a file, read it back from there, and note that it is out. BadInput where the
        place cannot be written or does not give back what was written; NotFound. `notice` is told which kept
        files the copy had to go without."""
        from dialogue_desktop.exchange.package import Travel
        from dialogue_desktop.exchange.package_read import read_package

        author, now = self._settings.author(), self._clock.now()
        answers = tuple(one.id for one in self._memory.here(conference_id))
        mark = Travel(uuid4().hex[:12], now, author, self._device, self.machine(), answers)
        package = replace(self._exchange.package(conference_id), travel=mark)
        written = self._exchange.write(package, path)
        try:
            back = to_json(read_package(path))
        except BadInput as error:
            raise BadInput(NOT_WHOLE.format(name=path.name)) from error
        if back != to_json(written.package):
            raise BadInput(NOT_WHOLE.format(name=path.name))
        for sentence in written.notes if notice is not None else ():
            notice(sentence)  # type: ignore[misc]
        self._exchange.remember_plan(package)
        self._memory.went_out(conference_id, OutCopy(mark.id, now, author, str(path.parent)))
        self._bus.publish(ConferenceListChanged())
        return path

    def out(self, conference_id: str) -> tuple[OutCopy, ...]:
        """Copies that went out from this machine, newest first; those that came back too."""
        return self._memory.out(conference_id)

    def is_copy(self, conference_id: str) -> bool:
        """Whether the conference came here as a copy to work on, and so goes home again: not where what came
        was one of ours that came home."""
        ours = {copy.id for copy in self._memory.out(conference_id)}
        return any(not ours & set(mark.answers) for mark in self._memory.here(conference_id))

    def close(self, conference_id: str) -> None:
        """No copy is waited for any more."""
        self._memory.close_copies(conference_id, self._clock.now())
        self._bus.publish(ConferenceListChanged())
