"""Laptops on which one conference is worked on apart: each a data folder, a device and a secretary."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from dialogue_desktop.bootstrap import App, build
from dialogue_desktop.clock import FixedClock
from dialogue_desktop.codec import to_json
from dialogue_desktop.domain.live import LiveItem, Round
from dialogue_desktop.domain.plan import Issuer, Locality, TimeKind, TimePlan
from dialogue_desktop.domain.records import Opinion, Records, Source, Voice
from dialogue_desktop.exchange.package import Package
from dialogue_desktop.services.merge_items import Merged
from dialogue_desktop.storage.consistency import rows_differ

START = datetime(2026, 4, 24, 1, 0, tzinfo=UTC)  # 08:00 in the hall


class Laptop:
    """One machine; its clock goes on by a second with each act."""

    def __init__(self, root: Path, name: str, author: str, *, cid: str = "", late: int = 0) -> None:
        self.root, self.name, self.cid = root, name, cid
        self.clock = FixedClock(START + timedelta(seconds=late))
        self.app: App = build(root / name, clock=self.clock, device=name)
        # Many short lives: what a power cut would leave is tested elsewhere.
        self.app.database.raw.execute("PRAGMA synchronous=OFF")
        self.app.settings.set_author(author)
        self.app.settings.set("machine", f"Máy {author.split()[-1]}")

    def tick(self, seconds: float = 1) -> None:
        self.clock.set(self.clock.now() + timedelta(seconds=seconds))

    def plan(self) -> str:
        """A planned conference of two thôn."""
        self.cid = self.app.planning.create(issuer=Issuer(name="Minh Khê", province="tỉnh Đông Giang"))
        plan = replace(
            self.app.planning.plan(self.cid),
            whole_commune=False,
            localities=(
                Locality("dv", "thôn", "Đồng Vạn", households=210),
                Locality("pa", "thôn", "Phú Ấp", households=202),
            ),
            time=TimePlan(TimeKind.EXACT, date(2026, 4, 24), time(8)),
            places=("Nhà văn hóa thôn Đồng Vạn",),
        )
        self.app.planning.save_plan(self.cid, plan)
        return self.cid

    def collect(self, text: str, name: str = "Lò Thị Ế") -> Opinion:
        """An opinion that came before the day."""
        self.tick()
        item = LiveItem(text=text, voices=(Voice(name, "bà", "thôn Phú Ấp"),), source=Source.SLIP, rounds=())
        return self.app.live.add_collected(self.cid, item)

    def say(self, text: str, answer: str = "", turn_id: str = "") -> Opinion:
        """An opinion at the hall."""
        self.tick()
        rounds = (Round(answerer="Đinh Văn Tấn", text=answer),) if answer else ()
        return self.app.live.save_item(self.cid, LiveItem(text=text, turn_id=turn_id, rounds=rounds))

    def edit(self, opinion_id: str, **wanted: object) -> None:
        self.tick()
        self.app.live.edit_opinion(self.cid, opinion_id, **wanted)

    def opinion(self, opinion_id: str) -> Opinion:
        return next(one for one in self.app.live.records(self.cid).opinions if one.id == opinion_id)

    def send(self) -> Path:
        """The copy on a stick."""
        self.tick()
        path = self.root / f"usb-{self.name}-{self.clock.now():%H%M%S%f}.zip"
        return self.app.travelling.take_along(self.cid, path)

    def package(self) -> Package:
        """Everything, without what stands in this machine's boxes."""
        return replace(self.app.exchange.package(self.cid), draft=None)

    def bytes(self) -> bytes:
        return to_json(self.package())

    def take(self, path: Path, decisions: dict[str, str] | None = None, *, settle: bool = True) -> Merged:
        self.tick()
        merged = self.app.merging.merge(path, decisions, settle=settle)
        self.cid = merged.report.conference_id
        assert rows_differ(self.app.database, self.cid)[1] == 0
        return merged

    def close(self) -> None:
        self.app.close()


def written_in(records: Records) -> Iterator[tuple[str, str, str]]:
    """Kind, id and text of what was said, answered and concluded."""
    for opinion in records.opinions:
        yield "opinion", opinion.id, opinion.text
    for answer in records.answers:
        yield "answer", answer.id, answer.text
    for conclusion in records.conclusions:
        yield "conclusion", conclusion.id, conclusion.text


def texts_of(package: Package) -> set[str]:
    """Every word that records or journal hold."""
    found = {text for _, _, text in written_in(package.records)}
    for entry in package.journal:
        found |= {change.new for change in entry.changes if isinstance(change.new, str)}
    return found
