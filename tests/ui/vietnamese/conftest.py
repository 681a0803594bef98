"""One open program for all stations: opening it anew for each would take longer than the typing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.vietnamese.fields import Ledger
from tests.ui.vietnamese.program import Program
from tests.ui.vietnamese.stations import Visits
from tests.ui.vietnamese.walk import Walk


@pytest.fixture(scope="module")
def ledger() -> Iterator[Ledger]:
    made = Ledger()
    with pytest.MonkeyPatch.context() as patch:
        made.watch(patch)
        yield made


@pytest.fixture(scope="module")
def before_typing() -> Callable[[Program], None]:
    """What a module wants the office to have set up before its stations; by default nothing."""
    return lambda _program: None


@pytest.fixture(scope="module")
def program(
    qapp: QApplication,
    ledger: Ledger,
    before_typing: Callable[[Program], None],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Program]:
    style, palette, font = qapp.style().name(), qapp.palette(), qapp.font()
    opened = Program(qapp, tmp_path_factory.mktemp("gõ") / "Dữ liệu xã")
    before_typing(opened)
    yield opened
    opened.close()
    qapp.setStyle(style)
    qapp.setPalette(palette)
    qapp.setFont(font)


@pytest.fixture(scope="module")
def visits(program: Program, ledger: Ledger) -> Visits:
    return Visits(Walk(program, ledger))
