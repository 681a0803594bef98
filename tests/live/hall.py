"""A hall to test in: the plan of an invented commune, its collected opinions, a clock and a timer by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from dialogue_desktop import bootstrap
from dialogue_desktop.bootstrap import App
from dialogue_desktop.clock import FixedClock
from dialogue_desktop.domain.live import LiveItem
from dialogue_desktop.domain.plan import (
    Issuer,
    Locality,
    Official,
    ProgrammeStep,
    TimeKind,
    TimePlan,
)
from dialogue_desktop.domain.records import Source, Voice
from dialogue_desktop.errors import StorageError
from ui.live.session.presenter import LivePresenter
from ui.live.session.promised_days import promised_days
from ui.runner import Runner, at_once

DAY = date(2026, 4, 24)
BEGIN = datetime(2026, 4, 24, 1, 30, tzinfo=UTC)  # 08:30 in the hall

LOCALITIES = (
    Locality("pa", "thôn", "Phú Ấp", "Đỗ Văn Sỹ", 210),
    Locality("dv", "thôn", "Đồng Vạn", "Vũ Thị Mỡ", 186),
    Locality("tv", "thôn", "Thượng Vĩnh Ổn", "Lò Văn Ế", 95),
)
OFFICIALS = (
    Official("ct", "Phạm Quốc Thắng", "Chủ tịch Ủy ban nhân dân xã", "ông", "Ủy ban nhân dân xã"),
    Official("kt", "Trần Hữu Lẫm", "Trưởng phòng Kinh tế", "ông", "Phòng Kinh tế"),
    Official("vh", "Lê Thị Ngoãn", "Trưởng phòng Văn hóa - Xã hội", "bà", "Phòng VH – XH"),
)
PROGRAMME = (
    ProgrammeStep("s1", "Ổn định tổ chức, giới thiệu đại biểu", minutes=15),
    ProgrammeStep("s2", "Báo cáo kết quả nhiệm vụ, giải quyết kiến nghị kỳ trước", minutes=20),
    ProgrammeStep("s3", "Nhân dân phát biểu và trả lời", minutes=90, speaking=True),
    ProgrammeStep("s4", "Kết luận, thông qua biên bản", minutes=15),
)
ROAD = (
    "Đoạn 640 m thuộc kế hoạch đầu tư công năm 2026 (Nghị quyết 08/NQ-HĐND), vốn 1,15 tỷ đồng; khởi công "
    "tháng 6, hoàn thành trước 30/8/2026. Nhân dân hiến đất mở rộng, không phải góp tiền."
)


class ManualTimer:
    """Time passes when the test says so."""

    def __init__(self) -> None:
        self.now = 0
        self._due: tuple[int, Callable[[], None]] | None = None

    def now_ms(self) -> int:
        return self.now

    def restart(self, delay_ms: int, call: Callable[[], None]) -> None:
        self._due = (self.now + delay_ms, call)

    def stop(self) -> None:
        self._due = None

    def pass_ms(self, ms: int) -> None:
        end = self.now + ms
        while self._due is not None and self._due[0] <= end:
            at, call = self._due
            self._due = None
            self.now = max(self.now, at)
            call()
        self.now = end


class LateRunner:
    """Keeps the work until the test lets it go, as a slow disk would."""

    def __init__(self) -> None:
        self.held: list[tuple[Callable[[], Any], Callable[[Any], None], Callable[[Exception], None]]] = []

    def __call__(
        self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[Exception], None]
    ) -> None:
        self.held.append((work, done, failed))

    def let_go(self, most: int = 1000) -> None:
        while self.held and most:
            at_once(*self.held.pop(0))
            most -= 1


class BrokenDisk:
    """The real service until `broken` is set; then whatever writes fails."""

    SENTENCE = (
        "Ổ đĩa đã đầy nên chưa lưu được. Dữ liệu đã lưu trước đó vẫn còn nguyên. "
        "Hãy xóa bớt tệp không cần trên ổ đĩa rồi lưu lại."
    )

    def __init__(self, service: Any) -> None:
        self._service = service
        self.broken = False

    def __getattr__(self, name: str) -> Any:
        if self.broken and name not in ("records", "draft", "entry_text", "history", "away", "rescued"):

            def fail(*args: object, **more: object) -> None:
                raise StorageError(self.SENTENCE)

            return fail
        return getattr(self._service, name)


class SickDisk:
    """The real database; while `sick` is set it takes nothing, as on a disk that turned read-only."""

    def __init__(self, app: App) -> None:
        self._app = app

    @property
    def sick(self) -> bool:
        return bool(self._app.database.raw.execute("PRAGMA query_only").fetchone()[0])

    @sick.setter
    def sick(self, sick: bool) -> None:
        self._app.database.raw.execute(f"PRAGMA query_only={int(sick)}")


class Hall:
    """One conference on a real database file, with its clock."""

    def __init__(self, data_dir: Path) -> None:
        self.data_dir = data_dir
        self.clock = FixedClock(BEGIN)
        self.app: App = bootstrap.build(data_dir, clock=self.clock, device="may-xa")
        cid = self.app.planning.create(year=2026)
        plan = replace(
            self.app.planning.plan(cid),
            issuer=Issuer(name="Minh Khê", province="tỉnh Hải Dương"),
            whole_commune=False,
            localities=LOCALITIES,
            time=TimePlan(TimeKind.EXACT, DAY, time(8, 30), time(11, 30)),
            places=("Nhà văn hóa thôn Đồng Vạn",),
            officials=OFFICIALS,
            units=("Phòng Kinh tế", "Phòng VH – XH", "Công an xã"),
            fields=("Giao thông", "Đất đai", "Môi trường", "Điện, nước"),
            programme=PROGRAMME,
            turn_minutes=3,
        )
        self.app.planning.save_plan(cid, plan)
        self.cid = cid

    def collect(
        self, text: str, name: str, locality: str, *, field: str = "", answer: str = "", by: str = ""
    ) -> str:
        """One opinion that a trưởng thôn handed in, with its prepared answer."""
        item = LiveItem(
            source=Source.VILLAGE_HEAD, text=text, field=field,
            voices=(Voice(name, "ông", locality),) if name else (Voice(locality=locality),),
        )  # fmt: skip
        opinion = self.app.live.add_collected(
            self.cid, item, prepared_answer=answer, prepared_by=by, received_on=date(2026, 4, 17)
        )
        return opinion.id

    def wait(self, seconds: float) -> None:
        self.clock.set(self.clock.now() + timedelta(seconds=seconds))

    def reopen(self) -> None:
        """The same folder as after a power cut: nothing was closed properly."""
        self.app = bootstrap.build(self.data_dir, clock=self.clock, device="may-xa")

    def presenter(
        self, *, service: Any = None, run: Runner = at_once, timer: ManualTimer | None = None
    ) -> LivePresenter:  # fmt: skip
        plan = self.app.planning.plan(self.cid)
        return LivePresenter(
            service or self.app.steady,
            self.cid,
            self.clock,
            plan,
            timer=timer or ManualTimer(),
            run=run,
            day_of=promised_days(plan, self.app.deadlines, DAY),
        )
