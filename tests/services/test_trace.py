"""Who changed what of an opinion, a paper, a promise: undo, redo and two machines told too (L9, L11)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dialogue_desktop import bootstrap
from dialogue_desktop.clock import FixedClock
from dialogue_desktop.domain.live import LiveItem, Round
from dialogue_desktop.domain.records import RecordKind, Voice
from dialogue_desktop.domain.trace import Trace, differing
from dialogue_desktop.services.merge_memory import _MACHINES
from tests.live.hall import Hall
from tests.services.kept import issue, keep

MAN, HA = "Lương Thị Mẫn", "Trần Thị Hà"
DRAIN = "Cống trước nhà sinh hoạt thôn nghẹt bùn, mưa là ngập tới bậc cửa"
LONG = (
    "Ủy ban nhân dân xã đã khảo sát ngày 12/4, giao Phòng Kinh tế nạo vét toàn tuyến 420 m, thay 36 tấm đan "
    "bị vỡ và xong trước ngày 30/5/2026"
)


@pytest.fixture
def hall(data_dir: Path) -> Iterator[Hall]:
    made = Hall(data_dir)
    made.app.settings.set_author(MAN)
    yield made
    made.app.close()


def _item(text: str, answer: str = "", opinion_id: str = "") -> LiveItem:
    return LiveItem(
        opinion_id=opinion_id,
        text=text,
        rounds=(Round(text=answer),),
        voices=(Voice("Vũ Thị Mỡ", "bà", "Phú Ấp"),),
    )


def _trace(hall: Hall, kind: RecordKind, record_id: str) -> Trace:
    return hall.app.traces.of(hall.cid, kind, record_id)


def test_an_opinion_is_told_act_by_act(hall: Hall) -> None:
    """L9: when, who, which machine, which field from what to what; nothing of another opinion."""
    one = hall.app.live.save_item(hall.cid, _item(DRAIN, "Sẽ nạo vét."))
    hall.app.live.save_item(hall.cid, _item("Xin thêm đèn đường"))
    hall.wait(71 * 60)
    hall.app.settings.set_author(HA)
    hall.app.live.save_item(hall.cid, _item(DRAIN, "Sẽ nạo vét trong tháng 5.", one.id))
    trace = _trace(hall, RecordKind.OPINION, one.id)
    assert trace.name == f"Ý kiến số {one.number}, bà Vũ Thị Mỡ"
    first, second = trace.lines
    assert first.head == f"24/4/2026 08:30, {MAN}, máy này"
    assert first.act == "Ghi ý kiến"
    assert f"Nội dung ý kiến: “{DRAIN}”" in first.details
    assert "Thêm câu trả lời" in first.details
    assert "Câu trả lời: “Sẽ nạo vét.”" in first.details
    assert second.head == f"24/4/2026 09:41, {HA}, máy này"
    assert second.details == ("Câu trả lời: từ “Sẽ nạo vét.” thành “Sẽ nạo vét trong tháng 5.”",)
    assert "đèn đường" not in str(trace)


def test_undo_and_redo_are_told(hall: Hall) -> None:
    """L9: the act says when it was taken back, its counter-act what it took back; after a redo it stands."""
    one = hall.app.live.save_item(hall.cid, _item(DRAIN))
    hall.wait(60)
    hall.app.live.save_item(hall.cid, _item(f"{DRAIN} nhà dân", "", one.id))
    hall.wait(60)
    hall.app.live.undo(hall.cid)
    lines = _trace(hall, RecordKind.OPINION, one.id).lines
    assert [line.back for line in lines] == ["", "24/4/2026 08:32", ""]
    assert lines[2].act == "Hoàn tác việc lúc 24/4/2026 08:31: sửa ý kiến"
    assert lines[2].details == (f"Nội dung ý kiến: từ “{DRAIN} nhà dân” thành “{DRAIN}”",)
    hall.wait(60)
    hall.app.live.redo(hall.cid)
    lines = _trace(hall, RecordKind.OPINION, one.id).lines
    assert [line.back for line in lines] == ["", "", "24/4/2026 08:33", ""]
    assert lines[3].act == "Làm lại việc lúc 24/4/2026 08:31: sửa ý kiến"


def test_a_removed_opinion_keeps_its_history(hall: Hall) -> None:
    one = hall.app.live.save_item(hall.cid, _item(DRAIN))
    hall.app.live.remove_opinions(hall.cid, (one.id,))
    assert "Bỏ bản ghi này" in _trace(hall, RecordKind.OPINION, one.id).lines[-1].details


def test_what_came_from_another_machine_names_it(hall: Hall, tmp_path: Path) -> None:
    """L11: the hall's laptop by the name it gave itself; a machine that gave none is another one."""
    app, clock = hall.app, FixedClock(hall.clock.now())
    one = app.live.save_item(hall.cid, _item(DRAIN))
    other = bootstrap.build(tmp_path / "máy hội trường", clock=clock, device="may-hoi")
    package = tmp_path / "mang đi.zip"
    app.exchange.export_package(hall.cid, package, as_zip=True)
    other.merging.bring_in(package)
    other.settings.set_author(HA)
    clock.set(clock.now().replace(minute=44))
    other.live.save_item(hall.cid, _item(DRAIN, "Xã sửa trong quý II.", one.id))
    back = tmp_path / "mang về.zip"
    other.exchange.export_package(hall.cid, back, as_zip=True)
    other.close()
    app.merging.bring_in(back)
    assert _trace(hall, RecordKind.OPINION, one.id).lines[1].head == f"24/4/2026 08:44, {HA}, máy khác"
    for given, told in (("hội trường", "máy hội trường"), ("Máy tính xách tay 2", "Máy tính xách tay 2")):
        app.settings.set(_MACHINES, {"may-hoi": given})
        assert _trace(hall, RecordKind.OPINION, one.id).lines[1].machine == told


def test_a_paper_and_a_promise(hall: Hall) -> None:
    """M6, F1: number and day of a paper, the state of a promise and its lines."""
    app = hall.app
    paper = issue(app, hall.cid, (keep(app, b"%PDF", "Thông báo 12.pdf"),))
    (line,) = _trace(hall, RecordKind.PAPER, paper.id).lines
    assert line.act == "Ban hành văn bản"
    assert {"Số: “12”", "Ngày văn bản: “29/4/2026”", "Tệp đã ký: “Thông báo 12.pdf”"} <= set(line.details)
    assert _trace(hall, RecordKind.PAPER, "không có").lines == ()


def test_of_long_texts_only_what_differs_is_told() -> None:
    """L9: a few words around it; short texts whole; nothing in common whole too."""
    old, new = differing(LONG, LONG.replace("36 tấm đan", "48 tấm đan nắp cống"))
    assert old == "… tuyến 420 m, thay 36 tấm đan bị vỡ và xong …"
    assert new == "… tuyến 420 m, thay 48 tấm đan nắp cống bị vỡ và xong …"
    assert old.startswith("… ")
    assert new.endswith(" …")
    assert "khảo sát" not in old + new
    assert differing("Sửa đường", "Sửa cầu") == ("Sửa đường", "Sửa cầu")
    other = "Xã " * 50
    assert differing(LONG, other) == (LONG, other)
