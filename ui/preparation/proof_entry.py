"""What is typed into the form of one proof of notice, and what can be taken of it (C2, G5)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from dialogue_desktop.domain.notice_proof import NoticeProof, ProofForm, proof_faults
from dialogue_desktop.domain.text_vi import one_line
from dialogue_desktop.domain.words_vi import date_short, parse_date


@dataclass(frozen=True, slots=True)
class ProofEntry:
    """The fields as they stand, typed text as it was typed."""

    form: ProofForm = ProofForm.OFFICE
    place: str = ""
    first_day: str = ""
    last_day: str = ""
    times: str = ""
    by: str = ""
    witness: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class TakenProof:
    """The row to be written, and field → sentence for what is wrong; with a fault nothing is written."""

    proof: NoticeProof
    faults: dict[str, str] = field(default_factory=dict)


def proof_entry_of(proof: NoticeProof) -> ProofEntry:
    return ProofEntry(
        proof.form,
        proof.place,
        date_short(proof.first_day) if proof.first_day else "",
        date_short(proof.last_day) if proof.last_day else "",
        proof.times,
        proof.by,
        proof.witness,
        proof.note,
    )


def take_proof(
    entry: ProofEntry, proof: NoticeProof, *, today: date, conference_day: date | None
) -> TakenProof:
    """The entry over the stored row."""
    faults: dict[str, str] = {}
    wanted = replace(
        proof,
        form=entry.form,
        place=one_line(entry.place),
        first_day=_day(entry.first_day, "first_day", faults),
        last_day=_day(entry.last_day, "last_day", faults),
        times=one_line(entry.times),
        by=one_line(entry.by),
        witness=one_line(entry.witness),
        note=entry.note.strip(),
    )
    for name, sentence in proof_faults(wanted, today=today, conference_day=conference_day).items():
        faults.setdefault(name, sentence)
    return TakenProof(wanted, faults)


def only_texts(entry: ProofEntry, stored: ProofEntry) -> ProofEntry:
    """The entry with way and days as they are stored: they are taken when their field is left."""
    return replace(entry, form=stored.form, first_day=stored.first_day, last_day=stored.last_day)


def _day(text: str, name: str, faults: dict[str, str]) -> date | None:
    if not text.strip():
        return None
    try:
        return parse_date(text)
    except ValueError as error:
        faults[name] = str(error)
        return None
