"""Packages through the data folder: a held, frozen conference arrives whole on another computer (G5, M3)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from dialogue_desktop.bootstrap import App, build
from dialogue_desktop.clock import FixedClock
from dialogue_desktop.domain.checklist import ItemKind, KeptItem
from dialogue_desktop.domain.live import LiveDraft, LiveItem, Round, TurnAct
from dialogue_desktop.domain.notice_proof import NoticeProof, ProofForm
from dialogue_desktop.domain.plan import Issuer, TimeKind, TimePlan
from dialogue_desktop.domain.records import Conclusion, Outcome, Voice
from dialogue_desktop.errors import BadInput
from dialogue_desktop.exchange.package_read import read_package
from tests.exchange.old_plan import TEXT

MORNING = datetime(2026, 4, 24, 1, 0, 0, 654321, tzinfo=UTC)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(MORNING)


@pytest.fixture
def office(data_dir: Path, clock: FixedClock) -> Iterator[App]:
    app = build(data_dir, clock=clock, device="may-1")
    yield app
    app.close()


@pytest.fixture
def other(tmp_path: Path) -> Iterator[App]:
    """Another computer, on another day."""
    app = build(tmp_path / "máy khác", clock=FixedClock(MORNING + timedelta(days=30)), device="may-2")
    yield app
    app.close()


@pytest.fixture
def held(office: App, clock: FixedClock) -> str:
    """A conference with a queue, two rounds, an undo, a removal, a freeze, a correction, a second freeze."""
    cid = office.planning.create(issuer=Issuer(name="Minh Khê", province="tỉnh Đông Giang"))
    plan = replace(
        office.planning.plan(cid), time=TimePlan(TimeKind.EXACT, date(2026, 4, 24)), places=("Nhà văn hóa",)
    )
    office.planning.save_plan(cid, plan, step="budget")
    dated = next(row.duty.id for row in office.deadlines.schedule(plan) if row.dated)
    office.planning.set_duty_done(cid, dated, True)
    chairs = replace(office.checklist.new_item(), title="Mượn ghế", day=date(2026, 4, 23), note="=120 cái")
    office.checklist.put(
        cid,
        chairs,
        KeptItem(ItemKind.PREP, "cb-may-tinh", removed=True),
        KeptItem(ItemKind.PLAN, "viec-da-bo-khoi-ke-hoach", done_on=date(2026, 4, 10)),
    )
    office.notice_proofs.save(cid, NoticeProof("", ProofForm.OFFICE, "Trụ sở", date(2026, 4, 13)))
    live = office.live
    live.start(cid)
    turn = live.add_turn(cid, Voice("H'Hen Niê", "bà", "buôn Đăk"), topic="Nước")
    live.turn_act(cid, turn.id, TurnAct.START)
    clock.set(clock.now() + timedelta(seconds=95))
    live.turn_act(cid, turn.id, TurnAct.ANSWER)
    rounds = (Round(text="Đã xem."), Round(follow_up="Bao giờ xong?", text="Tháng sau."))
    first = live.save_item(
        cid,
        LiveItem(turn_id=turn.id, text="=Nước & <bẩn>", rounds=rounds, outcome=Outcome.ANSWERED),
    )
    second = live.save_item(cid, LiveItem(text="Nói nhầm", outcome=Outcome.NOTED))
    live.remove_opinion(cid, second.id)
    live.save_item(cid, LiveItem(text="Hoàn tác đi", outcome=Outcome.NOTED))
    live.undo(cid)
    live.set_conclusions(cid, [Conclusion("", 0, "Giao Văn phòng trả lời", False, "Văn phòng")])
    clock.set(clock.now() + timedelta(hours=1))
    live.end(cid)
    office.closing.freeze(cid)
    live.edit_opinion(cid, first.id, text="=Nước & <bẩn>, từ tháng 3")
    office.closing.freeze(cid, reason="Ghi thiếu tháng")
    live.save_draft(cid, LiveDraft(LiveItem(text="Gõ dở"), "opinion", 3))
    return cid


def test_a_held_conference_arrives_whole(office: App, other: App, held: str, tmp_path: Path) -> None:
    """G5, L9, M3: journal, undo, removed words, frozen minutes, ticks and the draft; same bytes again."""
    there, back = tmp_path / "đi.zip", tmp_path / "về.zip"
    office.exchange.export_package(held, there, as_zip=True)
    assert other.exchange.import_package(there) == held
    other.exchange.export_package(held, back, as_zip=True)
    assert back.read_bytes() == there.read_bytes()
    assert other.planning.view(held) == office.planning.view(held)
    assert other.live.history(held, 1000) == office.live.history(held, 1000)
    assert other.live.draft(held) == office.live.draft(held)
    for number in (1, 2):
        assert other.closing.frozen(held, number) == office.closing.frozen(held, number)
    assert not other.closing.changed_since_freeze(held)
    assert [info.updated_at for info in other.planning.list()] == [
        i.updated_at for i in office.planning.list()
    ]


def test_a_forged_freeze_is_refused(office: App, other: App, held: str, tmp_path: Path) -> None:
    """M3, G5: one word changed in the frozen minutes, and the package is not taken in."""
    path = tmp_path / "gói.json"
    office.exchange.export_package(held, path, as_zip=False)
    raw = json.loads(path.read_bytes())
    raw["versions"][0]["body"] = raw["versions"][0]["body"].replace("Đã xem.", "Đã xong.")
    path.write_text(json.dumps(raw, ensure_ascii=False), encoding="utf-8")
    with pytest.raises(BadInput, match="biên bản đã chốt lần 1 bị thay đổi sau khi chốt"):
        other.exchange.import_package(path)
    assert other.planning.list() == ()


def test_a_conference_put_away_comes_back_by_its_package(office: App, held: str, tmp_path: Path) -> None:
    """G5: importing what was removed shows it again, unchanged."""
    path = tmp_path / "gói.zip"
    office.exchange.export_package(held, path, as_zip=True)
    office.planning.remove(held)
    assert office.planning.list() == ()
    assert office.exchange.import_package(path) == held
    assert [info.id for info in office.planning.list()] == [held]


def test_one_more_act_makes_it_another_conference(office: App, held: str, tmp_path: Path) -> None:
    """G5: a package is never laid over newer work."""
    path = tmp_path / "gói.zip"
    office.exchange.export_package(held, path, as_zip=True)
    office.live.save_item(held, LiveItem(text="Mới nói", outcome=Outcome.NOTED))
    before = office.planning.view(held)
    with pytest.raises(BadInput, match="nội dung khác với gói này"):
        office.exchange.import_package(path)
    assert office.planning.view(held) == before


def test_a_journal_of_another_conference_is_refused(office: App, held: str, tmp_path: Path) -> None:
    """G5: the same acts under another name would tell the same evening twice."""
    path = tmp_path / "gói.json"
    office.exchange.export_package(held, path, as_zip=False)
    raw = json.loads(path.read_bytes())
    raw["conference"]["id"] = "ten-khac"
    path.write_text(json.dumps(raw, ensure_ascii=False), encoding="utf-8")
    with pytest.raises(BadInput, match="đã thuộc một hội nghị khác"):
        office.exchange.import_package(path)
    assert [info.id for info in office.planning.list()] == [held]


def test_what_follows_from_the_plan_is_there_too(office: App, other: App, held: str, tmp_path: Path) -> None:
    """P14: the list of what is due, with its ticks, and the search for words that were said."""
    path = tmp_path / "gói.zip"
    office.exchange.export_package(held, path, as_zip=True)
    other.exchange.import_package(path)
    for table in ("duty", "notice_proof"):
        query = f"SELECT * FROM {table} ORDER BY position, id"
        assert other.database.raw.execute(query).fetchall() == office.database.raw.execute(query).fetchall()
    assert other.checklist.kept(held) == office.checklist.kept(held)
    assert len(other.notice_proofs.proofs(held)) == 1
    found = other.database.raw.execute(
        "SELECT count(*) FROM record_search WHERE record_search MATCH 'words:nuoc' AND rowid > 0"
    ).fetchone()
    assert found == (1,)


def test_the_sample_comes_once_and_its_changes_stay(office: App) -> None:
    """G2: opening the sample again keeps what was tried out in it."""
    cid = office.exchange.sample()
    said = office.live.save_item(cid, LiveItem(text="Thử ghi", outcome=Outcome.NOTED))
    assert office.exchange.sample() == cid
    assert said.id in {opinion.id for opinion in office.live.records(cid).opinions}
    office.planning.remove(cid)
    assert office.exchange.sample() == cid
    assert [info.id for info in office.planning.list()] == [cid]


def test_the_sample_travels_and_stays_the_same(office: App, other: App, tmp_path: Path) -> None:
    """G5, C3, C10: its people and slips go along; the same bytes come out on the other side."""
    cid = office.exchange.sample()
    there, back = tmp_path / "đi.json", tmp_path / "về.json"
    office.exchange.export_package(cid, there, as_zip=False)
    assert other.exchange.import_package(there) == cid
    other.exchange.export_package(cid, back, as_zip=False)
    assert back.read_bytes() == there.read_bytes()
    assert len(other.planning.view(cid).records.delegates) == 40
    assert len(other.planning.view(cid).records.slip_batches) == 5


def test_the_package_in_memory_is_the_one_in_the_file(office: App, held: str, tmp_path: Path) -> None:
    """G5: reading back gives the very value that was written."""
    path = tmp_path / "gói.json"
    office.exchange.export_package(held, path, as_zip=False)
    assert read_package(path) == office.exchange.package(held)


def test_doubts_of_an_old_plan_travel_too(office: App, other: App, tmp_path: Path) -> None:
    """P13, G5: what was not understood, and what of it was looked at, is there on the other computer."""
    cid, doubts = office.plan_import.import_text(TEXT)
    office.plan_import.set_seen(cid, 1, True)
    there, back = tmp_path / "đi.json", tmp_path / "về.json"
    office.exchange.export_package(cid, there, as_zip=False)
    other.exchange.import_package(there)
    assert other.plan_import.origin(cid) == office.plan_import.origin(cid)
    assert len(doubts) > 1
    other.exchange.export_package(cid, back, as_zip=False)
    assert back.read_bytes() == there.read_bytes()
    assert other.exchange.import_package(there) == cid
    office.plan_import.set_seen(cid, 0, True)
    with pytest.raises(BadInput, match="nội dung khác với gói này"):
        office.exchange.import_package(there)


def test_a_package_of_the_first_version_comes_again_without_a_change(
    office: App, other: App, held: str, tmp_path: Path
) -> None:
    """G5, P14: taken in by this program, it is still the same conference when it is given again."""
    path = tmp_path / "gói cũ.json"
    office.exchange.export_package(held, path, as_zip=False)
    raw = json.loads(path.read_bytes())
    for key in ("checklist", "proofs", "origin", "travel"):
        del raw[key]
    duty = next(d["id"] for u in raw["plan"]["tasks"] for d in u["duties"] if d["rule"])
    raw["version"], raw["duties_done"] = 1, [{"id": duty, "done_at": "2026-04-13T02:20:00Z"}]
    path.write_text(json.dumps(raw, ensure_ascii=False), encoding="utf-8")
    assert other.exchange.import_package(path) == held
    assert [(one.id, one.done_on) for one in other.checklist.kept(held)] == [(duty, date(2026, 4, 13))]
    assert other.exchange.import_package(path) == held
