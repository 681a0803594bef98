"""What lies beside the journal brought together: contacts, checklist, proofs; nothing is dropped (L11).

These keep no history, so nobody knows which of two values is the newer. Where only one side says something
it holds; where both say something else, both stay readable and the difference is told. Each rule gives the
same from either side.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, time
from typing import Any

from dialogue_desktop.domain.checklist import ItemKind, KeptItem
from dialogue_desktop.domain.conference import Contact
from dialogue_desktop.domain.deadlines import Rule
from dialogue_desktop.domain.notice_proof import NoticeProof

#: Between two values that both were kept in one line.
BETWEEN = "; "


@dataclass(frozen=True, slots=True)
class Differing:
    """One thing that both sides say otherwise: what is about, both words, and what holds now."""

    about: str
    field: str
    here: str
    there: str
    held: str


# --- contacts ---------------------------------------------------------------------------------------


def joined_contacts(
    mine: Iterable[Contact], theirs: Iterable[Contact], twins: Mapping[str, str]
) -> tuple[tuple[Contact, ...], tuple[Differing, ...]]:
    """Telephones and addresses of both. What one side has erased stays erased: the law asks for it.
    `twins` says whose place a record took whose contact is here under its old id."""
    told: list[Differing] = []
    here = {one.opinion_id: one for one in mine}
    there = {one.opinion_id: one for one in theirs}
    found: dict[str, Contact] = {}
    for record_id in sorted(here.keys() | there.keys()):
        one, other = here.get(record_id), there.get(record_id)
        joined = _joined_contact(one, other)
        if one is not None and other is not None and one != other:
            told += _contact_differences(one, other, joined)
        found[record_id] = joined
    for younger, elder in twins.items():
        if younger in found:
            # Erasing counts for the one who asked for it, not for the twin's own words.
            known = found.get(elder)
            found[elder] = replace(
                Contact(elder) if known is None else known,
                phone=_both(known.phone if known else "", found[younger].phone),
                house_address=_both(known.house_address if known else "", found[younger].house_address),
            )
            if not (found[elder].phone or found[elder].house_address) and known is None:
                del found[elder]
    return tuple(found[key] for key in sorted(found)), tuple(told)


def _joined_contact(one: Contact | None, other: Contact | None) -> Contact:
    if one is None or other is None or one == other:
        found = one or other
        assert found is not None
        return found
    if _erased(one) or _erased(other):
        return Contact(one.opinion_id)
    return Contact(
        one.opinion_id, _both(one.phone, other.phone), _both(one.house_address, other.house_address)
    )


def _erased(one: Contact) -> bool:
    return not one.phone and not one.house_address


def _contact_differences(one: Contact, other: Contact, joined: Contact) -> list[Differing]:
    found = []
    for name, label in (("phone", "Điện thoại"), ("house_address", "Địa chỉ nhà")):
        here, there = getattr(one, name), getattr(other, name)
        if here and there and here != there:
            found.append(Differing(one.opinion_id, label, here, there, getattr(joined, name)))
    return found


def _both(one: str, other: str) -> str:
    """Two texts in one line, each once, in an order that is the same from either side."""
    parts = {part.strip() for text in (one, other) for part in text.split(BETWEEN) if part.strip()}
    return BETWEEN.join(sorted(parts))


# --- checklist --------------------------------------------------------------------------------------


def joined_checklist(
    mine: Iterable[KeptItem], theirs: Iterable[KeptItem]
) -> tuple[tuple[KeptItem, ...], tuple[Differing, ...]]:
    """What both offices put down: a tick holds against none, the earlier day against the later, notes stand
    one after the other, what one took away the other still has."""
    here, there = {one.key: one for one in mine}, {one.key: one for one in theirs}
    told: list[Differing] = []
    found: list[KeptItem] = []
    for key in sorted(here.keys() | there.keys(), key=lambda key: (key[0].value, key[1])):
        one, other = here.get(key), there.get(key)
        if one is None or other is None or one == other:
            found.append(one or other or KeptItem(*key))
            continue
        joined = _joined_item(one, other)
        told += _differences(one, other, joined, key[1], _ITEM_LABELS)
        found.append(joined)
    return tuple(one for one in found if not one.blank), tuple(told)


_ITEM_LABELS: Mapping[str, str] = {
    "title": "Việc",
    "unit": "Đơn vị làm",
    "rule": "Cách tính ngày",
    "day": "Ngày",
    "hour": "Giờ",
    "done_on": "Ngày xong",
    "done_by": "Người làm",
    "note": "Ghi chú",
    "removed": "Bỏ khỏi danh sách",
}


def _joined_item(one: KeptItem, other: KeptItem) -> KeptItem:
    # Words, day and rule of an edited item belong together: they come from one side.
    ours, others = _words_of(one), _words_of(other)
    words = (
        max((ours, others), key=_weight) if one.edited == other.edited else (ours if one.edited else others)
    )
    joined = KeptItem(
        one.kind,
        one.id,
        title=words["title"],
        unit=words["unit"],
        rule=words["rule"],
        day=words["day"],
        hour=words["hour"],
        rank=_least(one.rank, other.rank),
        edited=one.edited or other.edited,
        removed=one.removed and other.removed,
        done_on=_least(one.done_on, other.done_on),
        done_by=_both(one.done_by, other.done_by),
        note=_lines(one.note, other.note),
    )
    return joined if joined.edited or one.kind is not ItemKind.OWN else replace(joined, edited=True)


def _words_of(one: KeptItem) -> dict[str, Any]:
    return {"title": one.title, "unit": one.unit, "rule": one.rule, "day": one.day, "hour": one.hour}


def _weight(values: Mapping[str, Any]) -> tuple[int, str]:
    """The one that says more; between equals an order that both sides have."""
    said = sum(1 for value in values.values() if value not in (None, ""))
    return said, json.dumps(values, default=str, sort_keys=True, ensure_ascii=False)


def _least(one: Any, other: Any) -> Any:
    known = [value for value in (one, other) if value is not None]
    return min(known) if known else None


def _lines(one: str, other: str) -> str:
    """Two notes one below the other, each line once."""
    lines = {line.strip() for text in (one, other) for line in text.splitlines() if line.strip()}
    if one.strip() == other.strip():
        return one
    if not one.strip() or not other.strip():
        return one if one.strip() else other
    return "\n".join(sorted(lines))


# --- proof of notice ----------------------------------------------------------------------------------


def joined_proofs(
    mine: Sequence[NoticeProof], theirs: Sequence[NoticeProof]
) -> tuple[tuple[NoticeProof, ...], tuple[Differing, ...]]:
    """All places of both, in the order of their days where the two lists differ."""
    if tuple(mine) == tuple(theirs):
        return tuple(mine), ()
    here, there = {one.id: one for one in mine}, {one.id: one for one in theirs}
    told: list[Differing] = []
    found: list[NoticeProof] = []
    for key in here.keys() | there.keys():
        one, other = here.get(key), there.get(key)
        if one is None or other is None or one == other:
            proof = one or other
            assert proof is not None
        else:
            proof = max(one, other, key=lambda row: _weight(_values(row)))
            proof = replace(proof, note=_lines(one.note, other.note))
            told += _differences(one, other, proof, key, _PROOF_LABELS)
        found.append(proof)
    return tuple(sorted(found, key=lambda row: (row.first_day or date.max, row.id))), tuple(told)


_PROOF_LABELS: Mapping[str, str] = {
    "form": "Cách thông báo",
    "place": "Nơi",
    "first_day": "Từ ngày",
    "last_day": "Đến ngày",
    "times": "Giờ phát",
    "by": "Người thực hiện",
    "witness": "Người chứng kiến",
    "note": "Ghi chú",
}


def _values(row: Any) -> dict[str, Any]:
    # The note is kept of both and must not decide; the form is a word.
    return {f.name: getattr(row, f.name) for f in fields(row) if f.name not in ("id", "note")}


def _differences(one: Any, other: Any, held: Any, about: str, labels: Mapping[str, str]) -> list[Differing]:
    found = []
    for name, label in labels.items():
        here, there = getattr(one, name), getattr(other, name)
        if here != there and here not in (None, "") and there not in (None, ""):
            found.append(Differing(about, label, shown(here), shown(there), shown(getattr(held, name))))
    return found


def shown(value: Any) -> str:
    """A value of these rows in words."""
    say: tuple[tuple[type, Callable[[Any], str]], ...] = (
        (bool, lambda v: "có" if v else "không"),
        (date, lambda v: f"{v.day}/{v.month}/{v.year}"),
        (time, lambda v: f"{v.hour} giờ {v.minute:02}"),
        (str, lambda v: getattr(v, "label", v)),
    )
    for kind, words in say:
        if isinstance(value, kind):
            return words(value)
    return value.words if isinstance(value, Rule) else ""
