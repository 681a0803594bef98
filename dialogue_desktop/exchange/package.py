"""The conference package: everything the program knows of one conference, as frozen values (G5)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from dialogue_desktop.domain.checklist import KeptItem
from dialogue_desktop.domain.conference import Contact, Stage
from dialogue_desktop.domain.journal import Entry
from dialogue_desktop.domain.live import LiveDraft
from dialogue_desktop.domain.notice_proof import NoticeProof
from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.records import Records

FORMAT = "dialogue-conference"

#: Raised when an older program could not read what is written now. 2: checklist, proofs and origin took the
#: place of `duties_done`. 3: where the plan comes from, and the mark of a copy that goes to the hall. 4: what
#: the hall asks for (recordings, interpreters, online and unnamed speakers, joint answers, what a conclusion
#: was drafted from). 5: papers of the register, promises with their history and files, the review meeting.
#: Earlier versions are still read (package_older).
VERSION = 5

#: The one file that every zip has; the other files are named by `Package.documents`.
JSON_NAME = "conference.json"


@dataclass(frozen=True, slots=True)
class PackageHead:
    """Whose data this is. `title` empty: made from the plan. Times are UTC.

    `plan_at` is when the plan was changed last, `plan_past` the marks of what it was each time it left or
    reached a machine: so two laptops know which of two plans came from the other (L11).
    """

    id: str
    title: str = ""
    stage: Stage = Stage.PLAN
    created_at: datetime | None = None
    updated_at: datetime | None = None
    plan_step: str = ""
    plan_at: datetime | None = None
    plan_past: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Travel:
    """A copy that goes out to be worked on (L11): who took it along, when, from which machine. UTC.

    `answers` are the marks of the copies from which that machine got the conference: they come back with it.
    """

    id: str
    out_at: datetime
    by: str = ""
    device: str = ""
    machine: str = ""
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FrozenVersion:
    """What one frozen version of the minutes was built from (M3); its number is that of the record.

    `body` is the canonical JSON of plan and records whose sha256 the record holds, kept letter for letter.
    """

    number: int
    body: str


@dataclass(frozen=True, slots=True)
class OldDoubt:
    """What was not understood of the old plan from which this one was made, and whether somebody has looked
    at it (P13)."""

    text: str
    reason: str
    step: str
    seen: bool = False


@dataclass(frozen=True, slots=True)
class PlanOrigin:
    """The year of that old plan, and its doubts in their order."""

    year: int
    doubts: tuple[OldDoubt, ...] = ()


@dataclass(frozen=True, slots=True)
class PackagedDocument:
    """A file kept as bytes, an issued document or a piece of evidence: `file` is its name inside the zip
    ("documents/…"). Papers and steps of the records name it by its hash.

    `absent`: the machine that wrote the package had it no more (or had no room for it), so that the zip is
    without it. The conference goes along all the same, and a copy that has the file makes it whole again.
    """

    file: str
    sha256: str
    kind: str = ""
    number: str = ""
    title: str = ""
    absent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """One conference with all that belongs to it.

    `journal` may be empty in a package made by hand: its entries are then made from `records`, always the
    same ones from the same file. Where both are given they must agree.

    `checklist` holds what the office has put down, not the lines that follow from the plan. `proofs` stand in
    the office's own order.
    """

    format: str = FORMAT
    version: int = VERSION
    conference: PackageHead
    plan: Plan
    records: Records = field(default_factory=Records)
    journal: tuple[Entry, ...] = ()
    contacts: tuple[Contact, ...] = ()
    versions: tuple[FrozenVersion, ...] = ()
    checklist: tuple[KeptItem, ...] = ()
    proofs: tuple[NoticeProof, ...] = ()
    origin: PlanOrigin | None = None
    draft: LiveDraft | None = None
    documents: tuple[PackagedDocument, ...] = ()
    travel: Travel | None = None


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
