"""What is installed is pinned by version and hash, tells no address, and is licensed openly."""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path

import pytest

from tests.source_files import ROOT

_INSTALLER = ROOT / "installer"
_LICENCES = ROOT / "resources" / "licences"
_ENTRY = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>\S+)(?: ; (?P<marker>[^\\]+?))? \\$")


def _locked(path: Path) -> Mapping[str, tuple[str, str, int]]:
    """Name → version, marker and number of hashes; raises ValueError for a line of any other form."""
    found: dict[str, tuple[str, str, int]] = {}
    name = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if entry := _ENTRY.match(line):
            name = entry["name"]
            found[name] = (entry["version"], entry["marker"] or "", 0)
        elif re.fullmatch(r"    --hash=sha256:[0-9a-f]{64}(?: \\)?", line):
            version, marker, hashes = found[name]
            found[name] = (version, marker, hashes + 1)
        else:
            raise ValueError(f"{path.name}: {line!r}")
    return found


def _chosen(path: Path) -> Mapping[str, str]:
    """Name → version of what we ask for ourselves."""
    lines = [
        line.split("#")[0].split(";")[0].strip() for line in path.read_text(encoding="utf-8").splitlines()
    ]
    pairs = [line.split("==") for line in lines if line and not line.startswith("-r ")]
    return {re.sub(r"[-_.]+", "-", name).lower(): version for name, version in pairs}


@pytest.mark.parametrize("name", ["requirements", "requirements-dev"])
def test_every_pin_has_a_version_and_hashes_and_no_address(name: str) -> None:
    """G1: the same thing installs next year, from any mirror; the form of each line allows nothing else."""
    locked = _locked(_INSTALLER / f"{name}.txt")
    assert [pin for pin, (_, _, hashes) in locked.items() if hashes == 0] == []
    assert {pin: locked[pin][0] for pin in _chosen(_INSTALLER / f"{name}.in")} == _chosen(
        _INSTALLER / f"{name}.in"
    )
    for file in (_INSTALLER / f"{name}.txt", _INSTALLER / f"{name}.in"):
        assert not re.search(r"://|--(extra-)?index|--find-links|\bfile:", file.read_text(encoding="utf-8"))


def test_what_is_checked_is_what_is_shipped() -> None:
    """G1: the pins for development hold those of the program unchanged, and just these are installed here."""
    program, development = (
        _locked(_INSTALLER / f"{name}.txt") for name in ("requirements", "requirements-dev")
    )
    assert {name: development.get(name) for name in program} == dict(program)
    here = {name: version for name, (version, marker, _) in development.items() if not marker}
    assert {name: metadata.version(name) for name in here} == here


def test_every_shipped_library_has_its_licence() -> None:
    """G6: each library of the program stands in the index with its version, and its text lies beside it."""
    rows = re.findall(
        r"^\| (?P<name>[^|]+?) \| (?P<version>[^|]+?) \| [^|]+ \| `(?P<file>[^`]+)` \|",
        (_LICENCES / "README.md").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
    index = {re.sub(r"[-_.]+", "-", name).lower(): (version, file) for name, version, file in rows}
    for name, (version, _, _) in _locked(_INSTALLER / "requirements.txt").items():
        assert index.get(name, ("", ""))[0] == version, name
    for name, (_, file) in index.items():
        assert (_LICENCES / file).stat().st_size > 500, name
    texts = {path.name for path in _LICENCES.glob("*.txt")}
    assert texts == {file for _, file in index.values()} | {"gpl-3.0.txt"}, "a text without its entry"


@pytest.mark.parametrize("folder", ["tinos", "be-vietnam-pro"])
def test_fonts_carry_their_licence(folder: str) -> None:
    """G6: the Open Font License travels with the files."""
    assert "SIL OPEN FONT LICENSE Version 1.1" in (ROOT / f"resources/fonts/{folder}/OFL.txt").read_text(
        "utf-8"
    )
