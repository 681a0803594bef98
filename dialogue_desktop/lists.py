"""The office's lists: what is offered where a plan or a record asks for one of the usual things (P3, C6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from dialogue_desktop.domain.law_limits import LimitKind
from dialogue_desktop.domain.office_library import BlockPlace, LibraryBlock
from dialogue_desktop.domain.plan import BudgetLine, CopyPurpose, LegalBasis, ParticipantGroup, Signature
from dialogue_desktop.domain.preparation import Preparation
from dialogue_desktop.domain.quick_text import ReadyText, Shorthand
from dialogue_desktop.domain.records import Outcome
from dialogue_desktop.resource_files import read_strict

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class LawDuty:
    """The wording of a duty that the law asks for, offered where a plan has none."""

    kind: LimitKind
    summary: str
    text: str


@dataclass(frozen=True, slots=True)
class OfficeLists:
    """Each list in the order in which it is offered: as shipped, or as the office has it."""

    fields: tuple[str, ...]
    units: tuple[str, ...]
    locality_kinds: tuple[str, ...]
    honorifics: tuple[str, ...]
    receiving_bodies: tuple[str, ...]
    recipients: tuple[str, ...]
    copies: tuple[CopyPurpose, ...]
    signatures: tuple[Signature, ...]
    party_signatures: tuple[Signature, ...]
    budget_items: tuple[BudgetLine, ...]
    participants: tuple[ParticipantGroup, ...]
    outcome_phrases: dict[Outcome, tuple[str, ...]]
    legal_bases: tuple[LegalBasis, ...]
    text_blocks: tuple[LibraryBlock, ...]
    preparations: tuple[Preparation, ...]
    shorthands: tuple[Shorthand, ...]
    ready_texts: tuple[ReadyText, ...]
    law_duties: tuple[LawDuty, ...] = ()


def load(directory: Path) -> OfficeLists:
    """Read every list; ResourceError where a file is missing or wrong."""

    def rows(name: str, kind: type[T]) -> tuple[T, ...]:
        return read_strict(directory / f"{name}.json", tuple[kind, ...])  # type: ignore[valid-type]

    return OfficeLists(
        fields=rows("fields", str),
        units=rows("units", str),
        locality_kinds=rows("locality_kinds", str),
        honorifics=rows("honorifics", str),
        receiving_bodies=rows("receiving_bodies", str),
        recipients=rows("recipients", str),
        copies=rows("copies", CopyPurpose),
        signatures=rows("signatures", Signature),
        party_signatures=rows("party_signatures", Signature),
        budget_items=rows("budget_items", BudgetLine),
        participants=rows("participants", ParticipantGroup),
        outcome_phrases=read_strict(directory / "outcome_phrases.json", dict[Outcome, tuple[str, ...]]),
        legal_bases=rows("legal_bases", LegalBasis),
        law_duties=rows("law_duties", LawDuty),
        text_blocks=rows("text_blocks", LibraryBlock),
        preparations=preparations(directory),
        shorthands=rows("shorthands", Shorthand),
        ready_texts=rows("ready_texts", ReadyText),
    )


def house_rules(directory: Path) -> tuple[str, ...]:
    """The shipped rules of a conference, for the paper "Nội quy"."""
    blocks = read_strict(directory / "text_blocks.json", tuple[LibraryBlock, ...])
    return tuple(block.text for block in blocks if block.place is BlockPlace.HOUSE_RULES)


def preparations(directory: Path) -> tuple[Preparation, ...]:
    """The usual items of preparation alone."""
    return read_strict(directory / "preparations.json", tuple[Preparation, ...])


def in_force(bases: tuple[LegalBasis, ...], day: date) -> tuple[LegalBasis, ...]:
    """The bases that may be cited on that day (P3); those without dates always may."""
    return tuple(
        basis
        for basis in bases
        if (basis.in_force_from is None or basis.in_force_from <= day)
        and (basis.in_force_to is None or day <= basis.in_force_to)
    )
