"""Who is not named, asks online or is interpreted: from the line to the printed page (L2, M1)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogue_desktop.documents import doc_minutes
from dialogue_desktop.domain.conference import ConferenceView
from dialogue_desktop.domain.privacy import posted
from dialogue_desktop.domain.records import Source, Voice
from dialogue_desktop.exchange.excel_rows import opinion_rows
from tests.live.hall import Hall
from ui.hall.scene import Person
from ui.hall.words import Moment, person_of
from ui.live.session.presenter import LivePresenter


@pytest.fixture
def live(hall: Hall) -> LivePresenter:
    presenter = hall.presenter()
    presenter.open()
    presenter.start_stop()
    return presenter


def _say(live: LivePresenter, line: str, text: str) -> None:
    live.quick_add(line)
    live.next_speaker()
    live.start_stop()
    live.type_spoken(text, len(text))
    live.save_item()


def test_the_unnamed_are_named_nowhere(live: LivePresenter, hall: Hall) -> None:
    """L2, L10: in the queue, at the microphone, in the hall, in the journal."""
    _say(live, "ẩn danh /xóm Đình, Phú Ấp - trại lợn", "Trại lợn xả thẳng ra mương.")
    screen = live.screen()
    assert (screen.queue[0].name, screen.queue[0].note) == ("Không nêu tên", "Thôn Phú Ấp, đang nói")
    assert screen.speaker.name == "Không nêu tên"
    assert screen.entries[0].name == "Không nêu tên"
    (opinion,) = live.records.at_hall()
    assert opinion.anonymous
    assert opinion.voices == (Voice(locality="thôn Phú Ấp"),)
    turn = live.records.turns[0]
    moment = Moment(live.plan, live.records, live.turn_id, live.steps, live.desk.item)
    assert person_of(turn, moment) == Person("Công dân thôn Phú Ấp, số 1")


def test_the_hall_reads_who_asks_from_outside(live: LivePresenter) -> None:
    """L10: an online question is known as one, with and without a name."""
    live.quick_add("bà Lê Thị Ổn /Phú Ấp @trực tuyến")
    turn = live.records.turns[0]

    def person() -> Person:
        return person_of(live.records.turns[0], Moment(live.plan, live.records))

    assert person() == Person("Công dân thôn Phú Ấp, trực tuyến, số 1")
    live.edit_turn(turn.id, consent=True)
    assert person() == Person("Bà Lê Thị Ổn", "thôn Phú Ấp, trực tuyến")


def test_a_name_given_too_early_goes_with_one_act_and_comes_back(live: LivePresenter, hall: Hall) -> None:
    """L2, L9: "không nêu tên" afterwards takes the name out of the turn and of what was written of it."""
    _say(live, "bà Vi Thị Ửng /Phú Ấp", "Đất cấp sai ranh giới.")
    turn = live.records.turns[0]
    live.edit_turn(turn.id, anonymous=True, source=Source.ONLINE)
    (opinion,) = live.records.at_hall()
    assert (opinion.anonymous, opinion.source, opinion.voices) == (
        True, Source.ONLINE, (Voice(locality="thôn Phú Ấp"),)
    )  # fmt: skip
    assert live.records.turns[0].voice.name == ""
    assert opinion in live.records.at_hall()
    live.undo()
    (opinion,) = live.records.at_hall()
    assert (opinion.anonymous, opinion.source, opinion.voices[0].name) == (False, Source.HALL, "Vi Thị Ửng")


def test_an_edit_spares_what_says_something_else(live: LivePresenter) -> None:
    """L2: an opinion that was given to somebody else keeps its people when the turn is put right."""
    _say(live, "ông Lò Văn Ế /Phú Ấp", "Đèn đường hỏng.")
    (opinion,) = live.records.at_hall()
    live.edit(opinion.id)
    other = Voice("Lò Thị Ẽn", "bà", "thôn Phú Ấp")
    live.set_item_voice(other)
    live.save_item()
    live.edit_turn(live.records.turns[0].id, voice=Voice("Lò Văn Ếch", "ông", "thôn Phú Ấp"))
    assert live.records.at_hall()[0].voices == (other,)


def test_an_item_in_the_boxes_follows_its_turn(live: LivePresenter) -> None:
    """L2: the opinion being put right is not saved back with the old name."""
    _say(live, "ông Lò Văn Ế /Phú Ấp", "Đèn đường hỏng.")
    live.edit(live.records.at_hall()[0].id)
    live.edit_turn(live.turn_id, voice=Voice("Lò Văn Ếch", "ông", "thôn Phú Ấp"), consent=True)
    live.type_spoken("Đèn đường hỏng ba tháng nay.", 5)
    live.save_item()
    (opinion,) = live.records.at_hall()
    assert (opinion.voices[0].name, opinion.consent) == ("Lò Văn Ếch", True)


def _pages(hall: Hall, live: LivePresenter) -> tuple[str, str]:
    """The full copy and the posted one, as plain text."""
    view = hall.app.planning.view(hall.cid)
    engine = hall.app.documents.engine()
    sheet = engine.sheet(view.plan.issuer.style)
    fit = replace(view, records=posted(view.records).records)

    def text(shown: ConferenceView, public: bool) -> str:
        document = doc_minutes.build(
            shown, sheet, engine.phrases("minutes"), engine.phrases("plan")("copy"), posted=public
        )
        return " ".join(engine.text(document).split())

    return text(view, False), text(fit, True)


def test_the_minutes_say_how_it_came_in(live: LivePresenter, hall: Hall) -> None:
    """M1, M2: online and interpreted behind the name; the posted copy of who is not named keeps the
    interpreter and the language out, too."""
    _say(live, "bà Lê Thị Ổn /Phú Ấp @trực tuyến", "Nước sinh hoạt yếu.")
    line = "ông Y Đăm Niê /xóm Đình, Phú Ấp (pd: bà H'Mai Kbuôr, tiếng Ê-đê)"
    _say(live, line, "Đề nghị dạy thêm tiếng cho các cháu.")
    _say(live, "ẩn danh /Đồng Vạn (pd: bà H'Mai Kbuôr, tiếng Ê-đê)", "Trại lợn xả ra mương.")
    full, public = _pages(hall, live)
    assert "Bà Lê Thị Ổn (thôn Phú Ấp, trực tuyến): Nước sinh hoạt yếu." in full
    assert "Ông Y Đăm Niê (xóm Đình, thôn Phú Ấp, bà H'Mai Kbuôr phiên dịch tiếng Ê-đê): Đề nghị dạy" in full
    assert "Công dân không nêu tên (thôn Đồng Vạn, bà H'Mai Kbuôr phiên dịch tiếng Ê-đê): Trại lợn" in full
    assert "Ý kiến gửi trực tuyến" not in full  # it was said in the session
    assert "Công dân thôn Phú Ấp (trực tuyến): Nước sinh hoạt yếu." in public
    assert "Công dân thôn Phú Ấp (qua phiên dịch): Đề nghị dạy" in public
    assert "H'Mai" not in public
    assert "Ê-đê" not in public

    turn = live.records.turns[1]
    live.edit_turn(turn.id, consent=True)
    assert "Ông Y Đăm Niê (thôn Phú Ấp, bà H'Mai Kbuôr phiên dịch tiếng Ê-đê)" in _pages(hall, live)[1]


def test_the_workbook_says_it_too(live: LivePresenter, hall: Hall) -> None:
    """M8: where it came from, and who interpreted, for the office."""
    _say(live, "bà Lê Thị Ổn /Phú Ấp @trực tuyến (pd: ông Nông Văn Ấu, tiếng Tày)", "Nước yếu.")
    (row,) = opinion_rows(hall.app.planning.view(hall.cid))
    assert row.source == "Tại hội nghị, trực tuyến"
    assert row.note == "Phiên dịch: ông Nông Văn Ấu, tiếng Tày"
