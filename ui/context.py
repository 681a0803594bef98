"""What a page is given: everything it may use, and nothing it has to look for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from dialogue_desktop.clock import Clock
    from ui.actions import Actions
    from ui.bridge import Bridge
    from ui.look import Look
    from ui.prompter import Prompter
    from ui.tasks import Tasks
    from ui.widgets.toast import Toast


class Context(NamedTuple):
    """Built once in `ui.app`. `services()` is None until the heavy libraries have been loaded."""

    look: Look
    tasks: Tasks
    prompter: Prompter
    actions: Actions
    bridge: Bridge
    clock: Clock
    toast: Toast
    services: ServiceHolder


class ServiceHolder:
    """The core's services, which arrive after the first paint; pages ask when they are opened."""

    def __init__(self, services: Any = None) -> None:
        self._services = services

    @property
    def ready(self) -> bool:
        return self._services is not None

    def put(self, services: Any) -> None:
        self._services = services

    def get(self) -> Any:
        """The core's `bootstrap` object; RuntimeError before it is there."""
        if self._services is None:
            raise RuntimeError("the services are not loaded yet")
        return self._services
