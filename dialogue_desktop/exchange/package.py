"""The conference package: everything the program knows of one conference, as frozen values (G5)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from dialogue_desktop.domain.conference import Contact, Stage
from dialogue_desktop.domain.journal import Entry
from dialogue_desktop.domain.live import LiveDraft
from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.records import Records

FORMAT = "dialogue-conference"

#: Raised when an older program could not read what is written now.
VERSION = 1

#: The one file that every zip has; the other files are named by `Package.documents`.
JSON_NAME = "conference.json"


@dataclass(frozen=True, slots=True)
class PackageHead:
    """Whose data this is. `title` empty: made from the plan. Times are UTC."""

    id: str
    title: str = ""
    stage: Stage = Stage.PLAN
    created_at: datetime | None = None
    updated_at: datetime | None = None
    plan_step: str = ""


@dataclass(frozen=True, slots=True)
class FrozenVersion:
    """What one frozen version of the minutes was built from (M3); its number is that of the record.

    `body` is the canonical JSON of plan and records whose sha256 the record holds, kept letter for letter.
    """

    number: int
    body: str


@dataclass(frozen=True, slots=True)
class DutyDone:
    """A duty of the plan that is done (P14)."""

    id: str
    done_at: datetime


@dataclass(frozen=True, slots=True)
class PackagedDocument:
    """An issued document kept as bytes: `file` is its name inside the zip ("documents/…")."""

    file: str
    sha256: str
    kind: str = ""
    number: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """One conference with all that belongs to it.

    `journal` may be empty in a package made by hand: its entries are then made from `records`, always the
    same ones from the same file. Where both are given they must agree.
    """

    format: str = FORMAT
    version: int = VERSION
    conference: PackageHead
    plan: Plan
    records: Records = field(default_factory=Records)
    journal: tuple[Entry, ...] = ()
    contacts: tuple[Contact, ...] = ()
    versions: tuple[FrozenVersion, ...] = ()
    duties_done: tuple[DutyDone, ...] = ()
    draft: LiveDraft | None = None
    documents: tuple[PackagedDocument, ...] = ()


@dataclass(frozen=True, slots=True)
class PackageContents:
    """A package with the files beside it, by their names, and what had to be cleaned out of its texts.

    `notices` are Vietnamese sentences for the person who imports.
    """

    package: Package
    files: Mapping[str, bytes] = field(default_factory=dict)
    notices: tuple[str, ...] = ()


class PackageFault(ValueError):
    """The package cannot be used; the text is the Vietnamese reason, to stand after "chưa nhập được: "."""
