"""Opinions that say the same: proposed, joined under one answer, taken apart, remembered (C6)."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from dialogue_desktop.bootstrap import App, build
from dialogue_desktop.clock import FixedClock
from dialogue_desktop.domain.journal import fold
from dialogue_desktop.domain.live import LiveItem
from dialogue_desktop.domain.records import Apart, Opinion, Source, Voice
from dialogue_desktop.errors import BadInput, NotFound

ROADS = (
    "Đường trục xóm Bến ổ gà nhiều, mưa lầy lội, đề nghị sửa sớm",
    "Xin xã vá lại đường trục xóm Bến, ổ gà chi chít, hay ngã xe",
    "duong truc xom Bến o ga lay loi qua, xin sua",  # only the name with its accents
)
OTHERS = (
    "Đường trục xóm Trại ổ gà nhiều, mưa lầy lội, đề nghị sửa sớm",
    "Nước máy xóm Bến đục, có cặn vàng",
    "Loa truyền thanh đầu xóm Bến hỏng",
)


def _add(app: App, cid: str, text: str, name: str = "Lê Thị Ổn", **more: object) -> str:
    item = LiveItem(source=Source.SLIP, text=text, rounds=(), voices=(Voice(name, "bà", "thôn Phú Ấp"),))
    return app.live.add_collected(cid, item, **more).id


@pytest.fixture
def roads(app: App, cid: str) -> list[str]:
    ids = [_add(app, cid, text, f"Người số {n}") for n, text in enumerate(ROADS)]
    for text in OTHERS:
        _add(app, cid, text)
    return ids


def _by_id(app: App, cid: str) -> dict[str, Opinion]:
    return {opinion.id: opinion for opinion in app.live.records(cid).opinions}


def test_alike_opinions_are_proposed_with_the_reason(app: App, cid: str, roads: list[str]) -> None:
    (proposed,) = app.grouping.proposals(cid)
    assert proposed.ids == tuple(roads)
    assert proposed.share >= 0.5
    assert proposed.reason.startswith("cùng nói: xóm Bến")
    assert proposed.group_id == ""
    assert app.live.history(cid, 1)[0].kind == "opinion.add"


def test_those_kept_apart_are_not_proposed_again(app: App, cid: str, roads: list[str]) -> None:
    """C6: "để riêng" is remembered; undo forgets it."""
    app.grouping.keep_apart(cid, roads[:1], others=roads[1:])
    (proposed,) = app.grouping.proposals(cid)
    assert proposed.ids == tuple(roads[1:])
    app.grouping.keep_apart(cid, roads[1:])
    assert app.grouping.proposals(cid) == ()
    (act,) = app.live.history(cid, 1)
    assert app.live.entry_text(act) == "để riêng ý kiến"
    app.live.undo(cid)
    assert len(app.grouping.proposals(cid)) == 1
    kept = app.live.records(cid).apart
    assert set(kept) == {Apart.of(roads[0], one) for one in roads[1:]}
    app.grouping.propose_again(cid, kept)
    assert app.live.records(cid).apart == ()
    assert app.grouping.proposals(cid)[0].ids == tuple(roads)


def test_joining_gives_one_answer_and_loses_no_name(app: App, cid: str, roads: list[str]) -> None:
    app.live.edit_opinion(cid, roads[1], prepared_answer="Đã có trong kế hoạch.", prepared_by="Phòng Kinh tế")
    group = app.grouping.join(cid, roads)
    assert group.answer == "Đã có trong kế hoạch."
    assert [o.prepared_answer for o in group.opinions] == ["Đã có trong kế hoạch."] * 3
    assert [o.prepared_by for o in group.opinions] == ["Phòng Kinh tế"] * 3
    assert [voice.name for voice in group.voices] == ["Người số 0", "Người số 1", "Người số 2"]
    assert group.numbers == (1, 2, 3)
    assert app.grouping.groups(cid) == (group,)
    assert app.grouping.proposals(cid) == ()
    (act,) = app.live.history(cid, 1)
    assert app.live.entry_text(act) == "gộp ý kiến cùng nội dung"
    app.live.undo(cid)
    assert app.grouping.groups(cid) == ()
    assert [o.prepared_answer for o in _by_id(app, cid).values()][:3] == ["", "Đã có trong kế hoạch.", ""]
    app.live.redo(cid)
    assert app.grouping.groups(cid) == (group,)


def test_two_answers_are_both_kept_until_somebody_chooses(app: App, cid: str, roads: list[str]) -> None:
    """C6: not one word is lost."""
    app.live.edit_opinion(cid, roads[0], prepared_answer="Vá trong tháng 5.")
    app.live.edit_opinion(cid, roads[2], prepared_answer="Chờ vốn.")
    assert app.grouping.join(cid, roads).answer == "Vá trong tháng 5.\n\nChờ vốn."
    app.live.undo(cid)
    assert app.grouping.join(cid, roads, answer=" Vá xong trước 30/5. ").answer == "Vá xong trước 30/5."


def test_the_joint_answer_is_written_once_for_all(app: App, cid: str, roads: list[str]) -> None:
    group = app.grouping.join(cid, roads)
    again = app.grouping.set_answer(cid, group.id, "Khởi công tháng 6.", by="ông Lẫm")
    assert {(o.prepared_answer, o.prepared_by) for o in again.opinions} == {("Khởi công tháng 6.", "ông Lẫm")}
    app.live.undo(cid)
    assert app.grouping.groups(cid)[0].answer == ""
    with pytest.raises(NotFound):
        app.grouping.set_answer(cid, "không có", "x")


def test_a_group_grows_and_two_groups_become_one(app: App, cid: str, roads: list[str]) -> None:
    first = app.grouping.join(cid, roads[:2])
    (proposed,) = app.grouping.proposals(cid)
    assert (proposed.ids, proposed.group_id) == (tuple(roads), first.id)
    assert app.grouping.join(cid, [roads[2], roads[0]]).id == first.id
    others = [o.id for o in app.live.records(cid).opinions if o.id not in roads][:2]
    app.grouping.join(cid, others)
    whole = app.grouping.join(cid, [roads[0], others[0]])
    assert {o.id for o in whole.opinions} == {*roads, *others}
    assert whole.id == first.id
    assert len(app.grouping.groups(cid)) == 1


def test_leaving_gives_back_the_own_answer(app: App, cid: str, roads: list[str]) -> None:
    """C6: as long as nobody has written a new joint answer since."""
    app.live.edit_opinion(cid, roads[0], prepared_answer="Vá trong tháng 5.")
    app.live.edit_opinion(cid, roads[1], prepared_answer="Chờ vốn.")
    group = app.grouping.join(cid, roads)
    app.grouping.leave(cid, [roads[0]])
    now = _by_id(app, cid)
    assert (now[roads[0]].group_id, now[roads[0]].prepared_answer) == ("", "Vá trong tháng 5.")
    assert {now[one].group_id for one in roads[1:]} == {group.id}
    app.grouping.leave(cid, [roads[1]])
    now = _by_id(app, cid)
    assert {now[one].group_id for one in roads} == {""}
    assert now[roads[1]].prepared_answer == "Chờ vốn."
    assert now[roads[2]].prepared_answer == "Vá trong tháng 5.\n\nChờ vốn."
    app.live.undo(cid)
    assert len(app.grouping.groups(cid)[0].opinions) == 2


def test_an_answer_written_after_joining_stays_with_those_who_leave(
    app: App, cid: str, roads: list[str]
) -> None:
    app.live.edit_opinion(cid, roads[0], prepared_answer="Vá trong tháng 5.")
    group = app.grouping.join(cid, roads)
    app.grouping.set_answer(cid, group.id, "Làm mới cả tuyến.")
    records = app.grouping.dissolve(cid, group.id)
    assert {o.prepared_answer for o in records.opinions if o.id in roads} == {"Làm mới cả tuyến."}
    assert app.grouping.groups(cid) == ()


def test_keeping_one_apart_takes_it_out_of_its_group(app: App, cid: str, roads: list[str]) -> None:
    group = app.grouping.join(cid, roads)
    app.grouping.keep_apart(cid, roads[:1], others=roads[1:])
    assert {o.id for o in app.grouping.groups(cid)[0].opinions} == set(roads[1:])
    assert app.grouping.proposals(cid) == ()
    app.live.undo(cid)
    assert app.grouping.groups(cid) == (group,)
    assert app.live.records(cid).apart == ()
    # Joined by hand after all: what was said before no longer holds.
    app.grouping.keep_apart(cid, roads[:1], others=roads[1:])
    app.grouping.join(cid, roads)
    assert app.live.records(cid).apart == ()


def test_what_cannot_be_done_changes_nothing(app: App, cid: str, roads: list[str]) -> None:
    before = app.live.history(cid)
    with pytest.raises(BadInput, match="ít nhất hai ý kiến"):
        app.grouping.join(cid, roads[:1])
    with pytest.raises(BadInput, match="ít nhất hai ý kiến"):
        app.grouping.keep_apart(cid, roads[:1])
    with pytest.raises(NotFound):
        app.grouping.join(cid, [roads[0], "mất"])
    with pytest.raises(NotFound):
        app.grouping.dissolve(cid, "không có")
    app.grouping.leave(cid, roads)
    assert app.live.history(cid) == before


def test_what_says_the_same_as_the_text_being_typed(app: App, cid: str, roads: list[str]) -> None:
    found = app.grouping.similar_to(
        cid, "Đường trục xóm Bến lầy lội, nhiều ổ gà, sửa giúp", locality="thôn Phú Ấp"
    )
    assert {row.opinion.id for row in found} == set(roads)
    assert "xóm Bến" in found[0].common
    assert [row.share for row in found] == sorted((row.share for row in found), reverse=True)
    assert app.grouping.similar_to(cid, ROADS[0], but=roads[0], limit=1)[0].opinion.id != roads[0]
    app.grouping.join(cid, roads[:2])
    left = app.grouping.similar_to(cid, ROADS[0], locality="thôn Phú Ấp", but=roads[0])
    assert {row.opinion.id for row in left} == set(roads[2:])
    app.grouping.keep_apart(cid, [roads[0], *roads[2:]])
    assert app.grouping.similar_to(cid, ROADS[0], locality="thôn Phú Ấp", but=roads[0]) == ()
    assert app.grouping.similar_to(cid, "  ") == ()
    assert app.grouping.similar_to(cid, "Trả lương hưu") == ()


def test_an_opinion_that_repeats_another_at_the_hall_is_no_proposal(app: App, cid: str) -> None:
    """L5: the two are tied already."""
    first = _add(app, cid, ROADS[0])
    app.live.save_item(cid, LiveItem(text=ROADS[1], rounds=(), linked_id=first))
    assert app.grouping.proposals(cid) == ()


def test_groups_and_pairs_travel_and_two_laptops_agree(
    app: App, cid: str, roads: list[str], tmp_path: Path
) -> None:
    """C6, L11: in the package; said on both laptops, a pair is one record in the union of the journals."""
    group = app.grouping.join(cid, roads[:2])
    path = tmp_path / "goi.json"
    app.exchange.export_package(cid, path, as_zip=False)
    clock = FixedClock(datetime(2026, 4, 24, 2, tzinfo=UTC))
    other = build(tmp_path / "may-2", clock=clock, device="may-2")
    try:
        other.exchange.import_package(path)
        assert other.grouping.groups(cid) == (group,)
        for laptop in (app, other):
            laptop.grouping.keep_apart(cid, roads[:1], others=roads[2:])
        entries = {
            entry.id: entry for laptop in (app, other) for entry in laptop.exchange.package(cid).journal
        }
        state = fold(entries.values())
        pairs = [fields for (kind, _), fields in state.items() if kind.value == "apart"]
        assert pairs == [{"alive": True, "first": min(roads[0], roads[2]), "second": max(roads[0], roads[2])}]
        again = tmp_path / "lai.json"
        other.exchange.export_package(cid, again, as_zip=False)
        third = build(tmp_path / "may-3", clock=clock, device="may-3")
        try:
            third.exchange.import_package(again)
            assert third.live.records(cid).apart == other.live.records(cid).apart
        finally:
            third.close()
    finally:
        other.close()


def test_the_words_that_opinions_share_as_each_writes_them(app: App, cid: str, roads: list[str]) -> None:
    """C6: side by side each shows its own spelling of what another says too, and nothing else."""
    shared = app.grouping.shared_words(cid, roads[:2])
    first, second = (shared[one] for one in roads[:2])
    assert "xóm Bến" in first
    assert "xóm Bến" in second
    assert any("ổ gà" in word for word in first)
    assert not any("ngã" in word for word in second)
    (water,) = (o.id for o in app.live.records(cid).opinions if o.text == OTHERS[1])
    assert app.grouping.shared_words(cid, (water,)) == {water: ()}
    with pytest.raises(NotFound):
        app.grouping.shared_words(cid, ("khong-co",))


def test_an_answer_written_on_one_is_that_of_the_whole_group(app: App, cid: str, roads: list[str]) -> None:
    """C6: the opinion's own facts and the joint answer in one entry; outside a group only the opinion."""
    app.grouping.join(cid, roads[:2])
    before = len(app.live.history(cid))
    app.grouping.edit_member(cid, roads[0], field="Giao thông", prepared_answer="Sửa trong tháng 5.")
    opinions = _by_id(app, cid)
    assert [opinions[one].prepared_answer for one in roads] == ["Sửa trong tháng 5."] * 2 + [""]
    assert [opinions[one].field for one in roads[:2]] == ["Giao thông", ""]
    assert len(app.live.history(cid)) == before + 1
    assert app.live.history(cid, 1)[0].kind == "opinion.group_answer"
    app.live.undo(cid)
    assert {one.prepared_answer for one in _by_id(app, cid).values()} == {""}
    app.grouping.edit_member(cid, roads[2], prepared_answer="Đã vá.")
    assert app.live.history(cid, 1)[0].kind == "opinion.edit"
    assert [_by_id(app, cid)[one].prepared_answer for one in roads] == ["", "", "Đã vá."]
