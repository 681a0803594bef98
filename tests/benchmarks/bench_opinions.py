"""5,000 collected opinions in one conference: what a key costs the list beside a plain scan (C6, G3)."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from datetime import date

from dialogue_desktop.domain.records import Opinion, Source, Voice
from tests.benchmarks.many_opinions import examples, name
from tests.benchmarks.result import Result, paired_ratio
from ui.opinions.listing import Listing

_OPINIONS, _GROUPED, _REPEATS = 5_000, 900, 9
_TODAY = date(2026, 4, 20)
_SHOWN = 20  # rows that a window shows
_KEYS = ("d", "du", "duon", "duong", "duong t", "nuoc", "rac", "")
_FIELDS = ("Giao thông", "Đất đai", "Môi trường", "")


def run() -> list[Result]:
    opinions = _opinions(random.Random(11))
    listing = Listing()
    listing.take(opinions, (), (), _TODAY)
    _look(listing)
    keys, scans, ticks, acts = [], [], [], []
    for turn in range(_REPEATS):
        for key in _KEYS:
            scans.append(_seconds(lambda: _scan(listing, key)))  # noqa: B023 - called at once
            keys.append(_seconds(lambda: _type(listing, key)))  # noqa: B023
            ticks.append(_seconds(lambda: _tick(listing, opinions[turn].id)))  # noqa: B023
            changed = _changed(opinions, turn)
            acts.append(_seconds(lambda: _act(listing, changed)))  # noqa: B023
            listing.take(opinions, (), (), _TODAY)
    return [
        Result("Một phím tìm trong 5.000 ý kiến, so với quét thẳng", paired_ratio(keys, scans), 12),
        Result("Đánh dấu một ý kiến, so với quét thẳng", paired_ratio(ticks, scans), 2),
        Result("Đọc lại sau một việc, so với quét thẳng", paired_ratio(acts, scans), 40),
        Result("Một phím tìm, giữa chừng", sorted(keys)[len(keys) // 2] * 1000, None, "ms"),
        Result("Đọc lại sau một việc, giữa chừng", sorted(acts)[len(acts) // 2] * 1000, None, "ms"),
    ]


def _opinions(chance: random.Random) -> tuple[Opinion, ...]:
    said = examples()
    return tuple(
        Opinion(
            f"o{number}", number + 1, Source.SLIP,
            text=" ".join(chance.sample(said, 2)), field=chance.choice(_FIELDS),
            voices=(Voice(name(chance), "ông", f"thôn {number % 40}"),), slip_number=str(number + 1),
            unit=chance.choice(("Phòng Kinh tế", "Công an xã", "")), draft_due=date(2026, 4, 22),
            prepared_answer=chance.choice(("", "Đã rõ.")),
            group_id=f"g{number // 3}" if number < _GROUPED else "",
        )
        for number in range(_OPINIONS)
    )  # fmt: skip


def _changed(opinions: tuple[Opinion, ...], turn: int) -> tuple[Opinion, ...]:
    from dataclasses import replace

    return (*opinions[:turn], replace(opinions[turn], field="Điện, nước"), *opinions[turn + 1 :])


def _scan(listing: Listing, key: str) -> int:
    """What cannot be saved: one look at the folded words of each opinion, and the found ones in order."""
    found = [row.opinion for row in listing._index if f" {key}" in row.words]
    return len(sorted(found, key=lambda opinion: opinion.number))


def _type(listing: Listing, key: str) -> None:
    listing.narrow(query=key)
    _look(listing)


def _tick(listing: Listing, opinion_id: str) -> None:
    listing.tick(frozenset((opinion_id,)), True)
    _look(listing)


def _act(listing: Listing, opinions: tuple[Opinion, ...]) -> None:
    listing.take(opinions, (), (), _TODAY)
    _look(listing)


def _look(listing: Listing) -> None:
    """The sections, and the rows of one screen."""
    sections = listing.sections(frozenset())
    listing.settle()
    left = _SHOWN
    for section in sections:
        for one in section.shown[:left]:
            assert section.source is not None
            section.source.row(one)
            left -= 1
        if not left:
            break


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun
