"""What a secretary may do, drawn by number: acts on opinions, on the evening, and beside the journal."""

from __future__ import annotations

from dataclasses import replace

from dialogue_desktop.domain.checklist import ItemKind, KeptItem
from dialogue_desktop.domain.conference import Contact
from dialogue_desktop.domain.live import LiveItem, Round, TurnAct
from dialogue_desktop.domain.notice_proof import NoticeProof
from dialogue_desktop.domain.records import Conclusion, Opinion, Outcome, Source, Turn, TurnState, Voice
from tests.merging.laptops import Laptop


def do(laptop: Laptop, what: int, which: int, how: int) -> None:
    """One act; what has nothing to work on is left out."""
    laptop.tick()
    records = laptop.app.live.records(laptop.cid)
    opinion = records.opinions[which % len(records.opinions)] if records.opinions else None
    turn = records.turns[which % len(records.turns)] if records.turns else None
    words = f"{laptop.name} {what}.{which}.{how}"
    if what == 16:
        _answer_jointly(laptop, which, how, words)
    elif what < 7:
        _write(laptop, what, which, how, words, opinion, turn)
    elif what < 12:
        _hold(laptop, what, which, how, words, opinion, turn)
    else:
        _put_down(laptop, what, which, how, words)


def _write(
    laptop: Laptop, what: int, which: int, how: int, words: str, opinion: Opinion | None, turn: Turn | None
) -> None:
    live, cid = laptop.app.live, laptop.cid
    match what:
        case 0:
            laptop.collect(f"Ý kiến {words}")
        case 1:
            laptop.say(f"Tại hội trường {words}", f"Trả lời {words}", turn.id if turn else "")
        case 2 if opinion:
            laptop.edit(opinion.id, text=f"Sửa {words}", field=("Đất đai", "Điện", "Nước")[how])
        case 3 if opinion:
            unit = ("Địa chính", "Văn phòng", "")[how]
            laptop.edit(opinion.id, outcome=tuple(Outcome)[which], unit=unit)
        case 4 if opinion:
            live.remove_opinion(cid, opinion.id)
        case 5:
            live.undo(cid)
        case 6:
            live.redo(cid)
        case _:
            pass


def _hold(
    laptop: Laptop, what: int, which: int, how: int, words: str, opinion: Opinion | None, turn: Turn | None
) -> None:
    live, cid = laptop.app.live, laptop.cid
    match what:
        case 7:
            voice = Voice(("An", "Mơ", "Sỹ")[how], "ông", "thôn Phú Ấp")
            live.add_turn(cid, voice, first=bool(which % 2))
        case 8 if turn and turn.state is not TurnState.DONE:
            live.turn_act(cid, turn.id, (TurnAct.START, TurnAct.FINISH, TurnAct.ABSENT)[how])
        case 9:
            made = Conclusion("", 0, f"Kết luận {words}", settled=False)
            live.set_conclusions(cid, [*live.records(cid).conclusions, made][how % 2 :])
        case 10:
            live.start(cid)
            rows = live.records(cid).attendance
            live.set_attendance(cid, [replace(row, present=40 + which) for row in rows])
        case 11 if opinion:
            _ask_again(laptop, opinion, words)
        case _:
            pass


def _ask_again(laptop: Laptop, opinion: Opinion, words: str) -> None:
    answers = laptop.app.live.records(laptop.cid).answers_of(opinion.id)
    rounds = tuple(Round(one.follow_up, one.answerer, "", one.text) for one in answers)
    item = LiveItem(
        opinion.id, opinion.turn_id, Source.HALL, opinion.text, opinion.field, opinion.kind, opinion.voices,
        outcome=opinion.outcome, rounds=(*rounds, Round(f"Hỏi thêm {words}", text=words)),
    )  # fmt: skip
    laptop.app.live.save_item(laptop.cid, item)


def _answer_jointly(laptop: Laptop, which: int, how: int, words: str) -> None:
    """One opinion answers the next ones too, or is answered by itself again."""
    live, cid = laptop.app.live, laptop.cid
    opinions = live.records(cid).opinions
    if not opinions:
        return
    lead = opinions[which % len(opinions)]
    if how == 2:
        live.answer_apart(cid, lead.id)
        return
    answers = live.records(cid).answers_of(lead.id)
    rounds = tuple(Round(one.follow_up, one.answerer, "", one.text) for one in answers)
    item = LiveItem(
        lead.id, lead.turn_id, lead.source, lead.text, lead.field, lead.kind, lead.voices,
        rounds=rounds or (Round(text=f"Trả lời chung {words}"),), outcome=Outcome.WRITTEN,
        answered_with=lead.answered_with,
    )  # fmt: skip
    others = [opinions[(which + step) % len(opinions)].id for step in range(1, 2 + how)]
    live.answer_jointly(cid, item, others)


def _put_down(laptop: Laptop, what: int, which: int, how: int, words: str) -> None:
    app, cid = laptop.app, laptop.cid
    opinions = app.live.records(cid).opinions
    match what:
        case 12:
            kept = KeptItem(ItemKind.OWN, f"viec-{which}", f"Mượn ghế {how}", note=words, edited=True)
            app.checklist.put(cid, kept)
        case 13:
            day = app.planning.plan(cid).day
            app.notice_proofs.save(cid, NoticeProof("", place=f"Trụ sở {words}", first_day=day))
        case 14:
            app.planning.save_plan(cid, replace(app.planning.plan(cid), closing=f"Lời kết {words}"))
        case 15 if opinions:
            phone = ("0912 000 111", "0988 222 333", "")[how]
            app.contacts.set(cid, Contact(opinions[which % len(opinions)].id, phone))
        case _:
            pass
