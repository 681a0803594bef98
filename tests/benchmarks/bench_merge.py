"""Merging a long evening that comes home: 500 opinions, 5,000 acts, beside reading the file alone (L11)."""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from dialogue_desktop.domain.live import LiveItem, Round
from dialogue_desktop.exchange.package_read import read_package
from dialogue_desktop.storage.consistency import rows_differ
from tests.benchmarks.many_opinions import examples
from tests.benchmarks.result import Result
from tests.merging.laptops import Laptop

_OPINIONS, _ACTS = 500, 5_000


def run() -> list[Result]:
    chance = random.Random(11)
    with tempfile.TemporaryDirectory() as folder:
        office = Laptop(Path(folder), "van-phong", "Trần Thị Hà")
        office.plan()
        for text in chance.choices(examples(), k=_OPINIONS // 2):
            office.collect(text)
        hall = Laptop(Path(folder), "hoi-truong", "Lê Văn Ổn", late=3)
        hall.take(office.send())
        _work(office, chance, _OPINIONS * 2 // 3, _ACTS // 2)
        _work(hall, chance, _OPINIONS, _ACTS - len(office.package().journal))
        stick = hall.send()
        read_ms = min(_timed(lambda: read_package(stick)) for _ in range(2))
        look_ms = min(_timed(lambda: office.app.merging.preview(stick)) for _ in range(2))
        merge_ms = _timed(lambda: office.take(stick))
        acts = len(office.package().journal)
        differing = rows_differ(office.app.database, office.cid)[1]
        opinions = len(office.app.live.records(office.cid).opinions)
        office.close()
        hall.close()
    return [
        Result("Gộp, so với chỉ đọc tệp", merge_ms / read_ms, 8),
        Result("Xem trước khi gộp, so với chỉ đọc tệp", look_ms / read_ms, 4),
        Result("Dòng không khớp nhật ký sau khi gộp", differing, 0, "dòng"),
        Result("Gộp", merge_ms / 1000, None, "s"),
        Result("Việc trong nhật ký sau khi gộp", acts, None, "việc"),
        Result("Ý kiến sau khi gộp", opinions, None, "ý kiến"),
    ]


def _work(laptop: Laptop, chance: random.Random, opinions: int, acts: int) -> None:
    """Opinions with answers up to a number, then edits of all of them up to so many acts."""
    live, cid = laptop.app.live, laptop.cid
    texts = examples()
    while len(live.records(cid).opinions) < opinions:
        rounds = (Round(answerer="Đinh Văn Tấn", text=chance.choice(texts)),)
        live.save_item(cid, LiveItem(text=chance.choice(texts), rounds=rounds))
    done = len(laptop.package().journal)
    for number in range(max(0, acts - done)):
        one = chance.choice(live.records(cid).opinions)
        wanted = {"text": f"{one.text} {number}"} if number % 4 == 0 else {"unit": f"Đơn vị {number % 9}"}
        live.edit_opinion(cid, one.id, **wanted)


def _timed(work: Callable[[], object]) -> float:
    """Milliseconds."""
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000
