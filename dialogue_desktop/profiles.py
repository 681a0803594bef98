"""Profiles: plans made ready for a kind of conference, read from files of resources/profiles (P1–P12)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dialogue_desktop.domain.plan import IssuerKind, Plan
from dialogue_desktop.resource_files import ResourceError, read_strict

#: The profile that is recommended to begin with.
DEFAULT_PROFILE = "ubnd_nhan_dan"


@dataclass(frozen=True, slots=True)
class ProfileInfo:
    """The line of a profile in a list; `issuer` says whose letterhead. The id of a shipped one is also the
    name of its file; an `own` one is kept by the office."""

    id: str
    name: str
    description: str
    issuer: IssuerKind = IssuerKind.PEOPLE_COMMITTEE
    own: bool = False


@dataclass(frozen=True, slots=True)
class _ProfileFile:
    id: str
    name: str
    description: str
    plan: Plan


def profiles(directory: Path) -> tuple[ProfileInfo, ...]:
    """All profiles of the folder, by name. ResourceError where a file is wrong."""
    files = [_read(path) for path in directory.glob("*.json")]
    infos = (ProfileInfo(file.id, file.name, file.description, file.plan.issuer.kind) for file in files)
    return tuple(sorted(infos, key=lambda info: (info.name, info.id)))


def load(directory: Path, profile_id: str) -> Plan:
    """The plan of one profile, its texts with {placeholders}; its year is the one that it was written for.

    ResourceError where there is no such profile or its file is wrong.
    """
    if profile_id not in {path.stem for path in directory.glob("*.json")}:
        raise ResourceError(f"no profile {profile_id!r}")
    return _read(directory / f"{profile_id}.json").plan


def _read(path: Path) -> _ProfileFile:
    file = read_strict(path, _ProfileFile)
    if not file.id == file.plan.profile == path.stem:
        raise ResourceError(f"{path.name}: the file, its id and its plan's profile must have one name")
    return file
