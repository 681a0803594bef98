"""What every test shares: no display needed, a fixed profile of hypothesis, a data folder of its own."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# Set before Qt is imported by anyone; a developer who wants to see the windows sets it himself.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# No deadline and no random seed of the day: a shared office machine must not make a test fail.
settings.register_profile(
    "project",
    deadline=None,
    derandomize=True,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.register_profile(
    "thorough", parent=settings.get_profile("project"), derandomize=False, max_examples=2000
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "project"))


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    """An empty data folder, with a space and diacritics in its name as on a real office machine."""
    folder = tmp_path / "Dữ liệu xã"
    folder.mkdir()
    return folder


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's own folder and the one for temporary files, where rescue files may go."""
    folder = tmp_path / "nhà"
    folder.mkdir()
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder
