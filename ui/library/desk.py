"""What every part of the library's page is given to work with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from dialogue_desktop.domain.placeholders import resolved
from dialogue_desktop.services.library import Shipped
from ui.library.presenter import LibraryPresenter
from ui.look import Look


@dataclass(frozen=True, slots=True)
class LibraryDesk:
    """`known` are the values of the placeholders that the office's own name and this year give."""

    look: Look
    presenter: LibraryPresenter
    shipped: Shipped
    known: Mapping[str, str]
    today: date
    say: Callable[[str], None]

    def values(self) -> Mapping[str, str]:
        return self.known

    def words(self, text: str) -> str:
        """A text as it will read here; what only a plan knows stands as its mark."""
        return resolved(text, self.known)
