"""What every test of the windows shares: the fonts, a Look in each theme and scale, and an empty hall."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from dialogue_desktop.paths import resources_dir
from tests.live.hall import Hall
from ui import fonts
from ui.look import Look

LookMaker = Callable[..., Look]


@pytest.fixture(scope="session")
def resources() -> Path:
    return resources_dir()


@pytest.fixture
def make_look(qapp: QApplication, resources: Path) -> Iterator[LookMaker]:
    """Looks by theme and scale; the application is dressed in the last one made."""
    fonts.load(resources / "fonts" / "be-vietnam-pro")
    QApplication.setStyle("Fusion")
    made: list[Look] = []

    def make(theme: str = "light", scale: float = 1.0) -> Look:
        look = Look(resources, theme, scale)
        look.dress(qapp)
        made.append(look)
        return look

    yield make
    for look in made:
        assert look.icons.missing == set(), "a widget asked for an icon that is not shipped"


@pytest.fixture
def look(make_look: LookMaker) -> Look:
    return make_look()


@pytest.fixture
def hall(data_dir: Path) -> Iterator[Hall]:
    made = Hall(data_dir)
    yield made
    made.app.close()
