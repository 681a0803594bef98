"""Packages of earlier versions, read as this version writes them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from dialogue_desktop import codec
from dialogue_desktop.domain.checklist import ItemKind, KeptItem
from dialogue_desktop.domain.wall_time import on_wall
from dialogue_desktop.exchange import package_check, package_json
from dialogue_desktop.exchange.package import VERSION, Package, PackageFault

#: Keys that version 1 did not know.
_NEW_IN_2 = ("checklist", "proofs", "origin")
_NEW_IN_3 = ("travel",)


@dataclass(frozen=True, slots=True)
class _DutyDone:
    """Version 1: a duty of the plan that is done, with the moment of the tick."""

    id: str
    done_at: datetime


@dataclass(frozen=True, slots=True)
class Part1:
    """What only version 1 has."""

    duties_done: tuple[_DutyDone, ...] = ()


def split(given: Any) -> tuple[Any, Part1 | None]:
    """Plain values of any version as plain values of this one, and what is left over to be carried over."""
    version = given["version"]
    for key in (*(_NEW_IN_2 if version < 2 else ()), *(_NEW_IN_3 if version < 3 else ())):
        if key in given:
            raise PackageFault(f"gói dạng {version} không có mục nào tên “{key}”")
    if version != 1:
        return given | {"version": VERSION}, None
    rest = {key: value for key, value in given.items() if key != "duties_done"}
    old = {key: value for key, value in given.items() if key == "duties_done"}
    try:
        part = codec.convert(old, Part1)
    except codec.CodecError as error:
        raise PackageFault(package_json.explained(str(error))) from error
    package_json.refuse_unknown(old, codec.to_builtins(part))
    return rest | {"version": VERSION}, package_check.in_utc(part)


def carried_over(package: Package, part: Part1) -> Package:
    """Ticks of version 1 become ticks of the checklist, on the day that the office's clock showed then."""
    package_check.refuse_repeated("duties_done", [done.id for done in part.duties_done])
    dated = {
        d.id for unit in package.plan.tasks for d in unit.duties if d.rule is not None or d.fixed is not None
    }
    for index, done in enumerate(part.duties_done):
        if done.id not in dated:
            raise PackageFault(
                f"ở mục duties_done[{index}].id nói đến “{package_json.shown(done.id)}”, "
                "kế hoạch không có việc ấy"
            )
    ticks = tuple(
        KeptItem(ItemKind.PLAN, done.id, done_on=on_wall(done.done_at).date()) for done in part.duties_done
    )
    return replace(package, checklist=ticks)
