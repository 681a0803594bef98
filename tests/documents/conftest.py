"""One press with the shipped font for all tests of documents, so that every machine sees the same pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from dialogue_desktop.documents.engine import Engine

RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture(scope="session")
def engine() -> Engine:
    return Engine(RESOURCES, system_fonts=False)
