"""Checklist, proof of notice and origin of a package: made whole, and refused where they cannot be right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from dialogue_desktop.domain.checklist import ItemKind, KeptItem
from dialogue_desktop.domain.law_limits import LimitKind
from dialogue_desktop.domain.text_vi import one_line
from dialogue_desktop.domain.words_vi import FIRST_YEAR, LAST_YEAR
from dialogue_desktop.exchange.package import Package, PackageFault
from dialogue_desktop.exchange.package_json import shown

#: More places by hand than any day has items.
MAX_RANK = 1_000_000

_LIMITS = frozenset(kind.value for kind in LimitKind)


def spelled_out(items: tuple[KeptItem, ...]) -> tuple[KeptItem, ...]:
    """The same with `edited`, which a file made by hand need not say."""
    return tuple(replace(one, edited=True) if _has_own_words(one) else one for one in items)


def in_order(items: tuple[KeptItem, ...]) -> tuple[KeptItem, ...]:
    """By kind and id; items in which nothing was put down are left out."""
    return tuple(sorted((one for one in items if not one.blank), key=lambda one: (one.kind.value, one.id)))


def _has_own_words(one: KeptItem) -> bool:
    if one.kind is ItemKind.OWN:
        return True
    if one.kind is ItemKind.PREP:
        return bool(one.title or one.unit or one.rule or one.day or one.hour)
    return False


def check(package: Package) -> None:
    """PackageFault with the place of the first thing that cannot be right."""
    for index, one in enumerate(package.checklist):
        for field, reason in _item_faults(one):
            raise PackageFault(f"ở mục checklist[{index}].{field} {reason}")
    for index, proof in enumerate(package.proofs):
        where = f"ở mục proofs[{index}]"
        _years(where, first_day=proof.first_day, last_day=proof.last_day)
        _one_line(where, place=proof.place, times=proof.times, by=proof.by, witness=proof.witness)
        if proof.first_day is None:
            raise PackageFault(f"{where}.first_day còn thiếu ngày")
        if proof.last_day is not None and proof.last_day < proof.first_day:
            raise PackageFault(f"{where}.last_day trước ngày bắt đầu")
    if package.origin is not None and not FIRST_YEAR <= package.origin.year <= LAST_YEAR:
        raise PackageFault(f"ở mục origin.year phải là năm từ {FIRST_YEAR} đến {LAST_YEAR}")


def _item_faults(one: KeptItem) -> Iterator[tuple[str, str]]:
    """(field, reason) of what cannot be right."""
    own = one.kind.editable
    for field, value in (
        ("title", one.title), ("unit", one.unit), ("rule", one.rule), ("edited", one.edited),
        ("removed", one.removed),
    ):  # fmt: skip
        if value and not own:
            yield field, "chỉ dùng cho việc chuẩn bị và việc cơ quan thêm"
    if one.kind is ItemKind.LAW:
        if one.id not in _LIMITS:
            yield "id", f"nói đến “{shown(one.id)}”, luật không có hạn ấy"
        for field, at in (("day", one.day), ("hour", one.hour)):
            if at is not None:
                yield field, "không dùng cho hạn của luật"
    if (one.kind is ItemKind.OWN or one.edited) and not one.title.strip():
        yield "title", "còn trống"
    if one.rank is not None and not 0 <= one.rank <= MAX_RANK:
        yield "rank", f"phải là số từ 0 đến {MAX_RANK}"
    for field, day in (("day", one.day), ("done_on", one.done_on)):
        if day is not None and not FIRST_YEAR <= day.year <= LAST_YEAR:
            yield field, f"phải là ngày trong các năm từ {FIRST_YEAR} đến {LAST_YEAR}"
    for field, text in (("title", one.title), ("unit", one.unit), ("done_by", one.done_by)):
        if text != one_line(text):
            yield field, "phải viết trên một dòng, không thừa dấu cách"


def _years(where: str, **days: date | None) -> None:
    for field, day in days.items():
        if day is not None and not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise PackageFault(f"{where}.{field} phải là ngày trong các năm từ {FIRST_YEAR} đến {LAST_YEAR}")


def _one_line(where: str, **texts: str) -> None:
    for field, text in texts.items():
        if text != one_line(text):
            raise PackageFault(f"{where}.{field} phải viết trên một dòng, không thừa dấu cách")
