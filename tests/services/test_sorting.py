"""Fields and competence suggested, learned from what was sorted, never written by themselves (C6)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogue_desktop.bootstrap import App
from dialogue_desktop.domain.competence import CompetenceHint
from dialogue_desktop.domain.live import LiveItem
from dialogue_desktop.domain.office_library import OwnRows
from dialogue_desktop.domain.plan import Issuer
from dialogue_desktop.domain.records import Outcome, Source
from dialogue_desktop.errors import NotFound

ROAD = "Đường trục thôn ổ gà, mưa lầy lội, xe máy ngã, xin rải đá"
POWER = "Trạm biến áp quá tải, tối nào điện cũng yếu, quạt quay không nổi"
MARKET = "Tiểu thương kêu phí chỗ ngồi ở chợ cao, ki-ốt dột"


def _add(app: App, cid: str, text: str, **facts: object) -> str:
    return app.live.add_collected(cid, LiveItem(source=Source.SLIP, text=text, rounds=(), **facts)).id  # type: ignore[arg-type]


def test_a_new_office_has_suggestions_at_once(app: App, cid: str) -> None:
    """C6: the shipped knowledge; with its reason, for all that have no field yet."""
    road, power = _add(app, cid, ROAD), _add(app, cid, POWER)
    sorted_already = _add(app, cid, "Loa phường rè", field="Văn hóa, thể thao")
    found = app.sorting.suggest(cid)
    assert {one: guess.field for one, guess in found.items()} == {
        road: "Giao thông",
        power: "Điện, viễn thông",
    }
    assert sorted_already not in found
    assert "ổ gà" in found[road].reason
    guess = app.sorting.suggest_text(cid, "duong lay loi, o ga")
    assert guess is not None
    assert guess.field == "Giao thông"
    assert app.sorting.suggest_text(cid, "Kính thưa hội nghị") is None


def test_a_suggestion_writes_nothing(app: App, cid: str) -> None:
    _add(app, cid, ROAD)
    before = app.live.history(cid)
    app.sorting.suggest(cid)
    app.sorting.agreement(cid)
    app.sorting.competence(cid)
    assert app.live.history(cid) == before
    assert app.live.records(cid).opinions[0].field == ""


def test_fields_are_set_in_one_act_with_one_undo(app: App, cid: str) -> None:
    """C6, L9: many at once."""
    ids = [_add(app, cid, text) for text in (ROAD, POWER)]
    records = app.sorting.set_fields(cid, {ids[0]: "Giao thông", ids[1]: "Điện, viễn thông"})
    assert [o.field for o in records.opinions] == ["Giao thông", "Điện, viễn thông"]
    (act,) = app.live.history(cid, 1)
    assert app.live.entry_text(act) == "xếp lĩnh vực"
    app.live.undo(cid)
    assert [o.field for o in app.live.records(cid).opinions] == ["", ""]
    before = app.live.history(cid)
    assert app.sorting.set_fields(cid, {ids[0]: ""}) == app.live.records(cid)
    assert app.live.history(cid) == before


def test_an_opinion_that_is_gone_is_refused_whole(app: App, cid: str) -> None:
    road = _add(app, cid, ROAD)
    with pytest.raises(NotFound):
        app.sorting.set_fields(cid, {road: "Giao thông", "mất": "Giao thông"})
    with pytest.raises(NotFound):
        app.sorting.suggest(cid, ["mất"])
    assert app.live.records(cid).opinions[0].field == ""


def _with_fields(app: App, cid: str, *fields: str) -> None:
    app.planning.save_plan(cid, replace(app.planning.plan(cid), fields=fields))


def test_the_office_may_rename_join_and_add_fields(app: App, cid: str) -> None:
    """C6: suggestions come by the names that the plan has now."""
    _add(app, cid, ROAD)
    _with_fields(app, cid, "Đường sá, thủy lợi", "Điện, nước sạch", "Chợ, thương mại", "Khác")
    (guess,) = app.sorting.suggest(cid).values()
    assert guess.field == "Đường sá, thủy lợi"
    before = app.sorting.suggest_text(cid, MARKET)
    assert before is None or before.field != "Chợ, thương mại"
    market = _add(app, cid, MARKET)
    app.sorting.set_fields(cid, {market: "Chợ, thương mại"})
    guess_now = app.sorting.suggest_text(cid, "Phí chỗ ngồi chợ của tiểu thương")
    assert guess_now is not None
    assert guess_now.field == "Chợ, thương mại"


def test_a_correction_counts_at_once_and_its_undo_too(app: App, cid: str) -> None:
    _with_fields(app, cid, "Giao thông", "Nước sạch", "Việc làng", "Khác")
    app.sorting.suggest_text(cid, ROAD)  # the model is there before the correction
    odd = "Con đò bến Chàm bỏ khách, cụ Thạc chèo thuê"
    opinion = _add(app, cid, odd)

    def ranked() -> str:
        guess = app.sorting.suggest_text(cid, "cụ Thạc ở bến Chàm bỏ khách, chèo thuê")
        return guess.field if guess else ""

    before = ranked()
    app.sorting.set_fields(cid, {opinion: "Việc làng"})
    assert ranked() == "Việc làng"
    app.sorting.set_fields(cid, {opinion: "Giao thông"})
    assert ranked() == "Giao thông"
    app.live.undo(cid)
    assert ranked() == "Việc làng"
    app.live.undo(cid)
    assert ranked() == before
    app.sorting.set_fields(cid, {opinion: "Việc làng"})
    app.live.remove_opinion(cid, opinion)
    assert ranked() == before


def test_what_was_sorted_in_other_conferences_counts(app: App, cid: str) -> None:
    """C6: learned on this machine from before, under the old names too; what is put away is left out."""
    earlier = app.planning.create(issuer=Issuer(name="Minh Khê"))
    _with_fields(app, earlier, "Chợ búa", "Khác")
    _with_fields(app, cid, "Chợ búa", "Giao thông", "Khác")
    _add(app, earlier, MARKET, field="Chợ búa")
    guess = app.sorting.suggest_text(cid, "tiểu thương kêu phí chỗ ngồi ở chợ")
    assert guess is not None
    assert guess.field == "Chợ búa"
    app.planning.remove(earlier)
    assert app.sorting.suggest_text(cid, "tiểu thương kêu phí chỗ ngồi ở chợ") is None


def test_the_same_model_whether_learned_now_or_read_later(app: App, cid: str) -> None:
    """C6: following the journal gives what reading everything anew gives."""
    texts = (ROAD, POWER, MARKET, "Nước máy đục", "Loa rè")
    app.sorting.suggest_text(cid, ROAD)
    ids = [_add(app, cid, text) for text in texts]
    fields = app.sorting.fields(cid)
    app.sorting.set_fields(cid, dict(zip(ids, fields, strict=False)))
    app.live.edit_opinion(cid, ids[0], text="Cầu gãy", field=fields[3])
    app.live.remove_opinion(cid, ids[1])
    app.live.undo(cid)
    followed = app.sorting._taught(fields)
    app.sorting._models.clear()
    read = app.sorting._taught(fields)
    assert followed is not read
    assert (followed.model, followed.learned) == (read.model, read.learned)


def test_an_opinion_is_judged_without_itself(app: App, cid: str) -> None:
    """C6: the figure for this machine would flatter otherwise."""
    _with_fields(app, cid, "Giao thông", "Điện", "Khác")
    odd = _add(app, cid, "Xứ Mả Quan ma trơi dọa người", field="Điện")
    road = _add(app, cid, ROAD, field="Giao thông")
    _add(app, cid, "Việc không tên", field="Khác")
    found = app.sorting.suggest(cid, [odd, road])
    assert odd not in found or found[odd].field != "Điện"
    assert found[road].field == "Giao thông"
    agreement = app.sorting.agreement(cid)
    assert (agreement.same, agreement.of) == (1, 2)
    assert agreement.sentence.startswith("Mới có 2 ý kiến đã xếp lĩnh vực, chưa đủ")
    many = replace(agreement, same=11, of=12).sentence
    assert many == "Trên máy này, gợi ý đúng 11 trên 12 ý kiến đã xếp lĩnh vực."


def test_what_may_be_beyond_competence_is_suggested_with_its_reason(app: App, cid: str) -> None:
    """C6, M6: only for those that nobody has decided on; by the name that the office uses."""
    power, road = _add(app, cid, POWER), _add(app, cid, ROAD)
    answered = _add(app, cid, POWER, outcome=Outcome.ANSWERED)
    (guess,) = app.sorting.competence(cid)[power]
    assert guess.body == "Điện lực khu vực"
    assert guess.sentence.startswith("Có thể vượt thẩm quyền: Điện lực khu vực, vì có các từ: trạm biến áp")
    assert set(app.sorting.competence(cid)) == {power}
    assert set(app.sorting.competence(cid, [answered, road])) == {answered}
    records = app.sorting.set_competence(cid, {power: "Điện lực khu vực Đông Lâm", road: None})
    marked = {o.id: (o.beyond_competence, o.receiving_body) for o in records.opinions}
    assert marked[power] == (True, "Điện lực khu vực Đông Lâm")
    assert marked[road] == (False, "")
    assert app.sorting.competence_text(POWER)[0].body == "Điện lực khu vực Đông Lâm"
    app.live.undo(cid)
    assert not any(o.beyond_competence for o in app.live.records(cid).opinions)


def test_the_office_changes_the_hints(app: App, cid: str) -> None:
    """C6: its own rows, hidden shipped ones; kept over a restart of the service."""
    shipped = app.sorting.shipped_hints()
    power = next(hint for hint in shipped if hint.body == "Điện lực khu vực")
    own = CompetenceHint("rieng-1", "Ban Quản lý hồ Khe Lầm", ("hồ Khe Lầm",), "Hồ do Ban quản lý vận hành")
    app.sorting.keep_hints(OwnRows(changed=(own,), hidden=(power.id,)))
    assert app.sorting.competence_text(POWER) == ()
    assert app.sorting.competence_text("hồ Khe Lầm xả nước không báo")[0].body == "Ban Quản lý hồ Khe Lầm"
    assert app.sorting.own_hints() == OwnRows(changed=(own,), hidden=(power.id,))
    app.sorting.keep_hints(OwnRows())
    assert app.sorting.hints() == shipped
    assert app.sorting.competence_text(POWER) != ()
