"""Which paper is on view, what is chosen for it and kept, which are written together (C1–C11, L9)."""

from __future__ import annotations

from datetime import date
from typing import Any

from dialogue_desktop.bootstrap import App
from dialogue_desktop.domain.paper_choices import LetterNumbers, PaperChoices
from dialogue_desktop.domain.records import Delegate
from dialogue_desktop.errors import StorageError
from tests.ui.page_stage import Services
from tests.ui.papers.desk import Desk, Press
from ui.papers.core import choices_key
from ui.papers.presenter import NOT_KEPT, PAUSE_MS


def many(app: App, cid: str, count: int = 120) -> None:
    app.inviting.add(cid, [Delegate("", name=f"Lò Văn Ế {n}", honorific="ông") for n in range(count)])


def test_the_first_paper_is_on_view(desk: Desk) -> None:
    """C1: the plan with all its pages; nothing to choose for it."""
    desk.open()
    assert desk.screen.kind is not None
    assert desk.screen.kind.name == "plan"
    assert desk.screen.form is None
    assert desk.screen.whole
    assert desk.shown == [("Kế hoạch", 6, True)]
    assert desk.screen.facts == "16 văn bản lập được, 1 văn bản còn thiếu dữ liệu"


def test_a_choice_changes_the_pages_and_is_kept(desk: Desk) -> None:
    """C3: two slips on a page, or one; the list says so at once, the pages follow; next time it is as it was
    left, with the paper that was on view."""
    desk.open()
    desk.presenter.select("slips")
    assert desk.shown[-1] == ("Phiếu lấy ý kiến, đăng ký phát biểu", 38, True)
    desk.presenter.change("per_page", 1)
    assert desk.row("slips").words.endswith("mỗi phiếu một trang")
    assert not desk.screen.whole
    desk.timer.pass_ms(0)
    assert desk.shown[-1][1] == 75
    assert desk.kept("slips").per_page == 1
    again = Desk(desk.app, desk.cid).open()
    assert again.screen.kind is not None
    assert again.screen.kind.name == "slips"
    assert again.shown[-1] == ("Phiếu lấy ý kiến, đăng ký phát biểu", 75, True)


def test_typed_choices_wait_for_a_pause(desk: Desk) -> None:
    """C10: half a date changes nothing; the pages come once, after the last key."""
    desk.open()
    desk.presenter.select("invitations")
    before = len(desk.shown)
    for text in ("0", "01", "01/", "01/4", "01/4/2026"):
        desk.presenter.change("issued_on", text)
    desk.timer.pass_ms(PAUSE_MS - 1)
    assert len(desk.shown) == before
    desk.timer.pass_ms(1)
    assert len(desk.shown) == before + 1
    assert desk.kept("invitations").issued_on == date(2026, 4, 1)
    desk.presenter.change("issued_on", "32/4/2026")
    assert desk.presenter.choices_of("invitations").issued_on == date(2026, 4, 1)


def test_what_is_typed_when_the_page_is_left_is_kept(desk: Desk) -> None:
    """L9: the pause is not waited for."""
    desk.open()
    desk.presenter.select("invitations")
    desk.presenter.change("through", "Ban công tác Mặt trận")
    desk.presenter.leave()
    assert desk.kept("invitations").through == "Ban công tác Mặt trận"


def test_a_choice_that_the_paper_does_not_read_is_none(desk: Desk) -> None:
    desk.open()
    desk.presenter.select("delegates")
    desk.presenter.change("walk_ins", "9")
    assert desk.presenter.choices_of("delegates") == PaperChoices()
    assert desk.screen.form is not None
    assert set(desk.screen.form.values) == {"issued_on"}


def test_for_those_chosen_on_another_page(app: App, cid: str, desk: Desk) -> None:
    """C10: asked for before the page has read anything; letters of these two only, no blank ones; then for
    all again. Next time it is for all."""
    desk.presenter.want("invitations", ("db-01", "db-02"))
    desk.open()
    assert desk.screen.form is not None
    assert desk.screen.form.only == "Chỉ in cho 2 dòng đã chọn trong danh sách."
    assert "blank_letters" in desk.screen.form.locked
    assert desk.shown == [("Giấy mời", 2, True)]
    assert desk.row("invitations").words == "2 giấy mời, mỗi giấy một trang"
    desk.presenter.for_all()
    assert desk.shown[-1][1] == 40
    assert desk.screen.form.only == ""
    assert desk.kept("invitations").only == ()


def test_a_number_only_where_it_is_used(desk: Desk) -> None:
    """C10: the field is locked while letters stay without a number."""
    desk.open()
    desk.presenter.select("invitations")
    assert desk.screen.form is not None
    assert "number" in desk.screen.form.locked
    desk.presenter.change("numbers", LetterNumbers.SHARED)
    assert desk.screen.form.locked == frozenset()
    assert desk.screen.form.hint == "40 giấy giữ số đã ghi trong danh sách."


def test_what_cannot_be_made_says_why_and_where(desk: Desk) -> None:
    """C9, G5: a sentence in the place of the pages; no choices, no tick."""
    desk.open()
    desk.presenter.select("previous-results")
    assert desk.screen.want is not None
    assert desk.screen.want.sentence.startswith("Chưa có hội nghị kỳ trước nào của xã Minh Khê")
    assert desk.screen.form is None
    assert desk.row("previous-results").ticked is None
    desk.presenter.tick("previous-results", True)
    assert desk.screen.ticked == 0


def test_a_series_that_is_too_long_says_so(app: App, cid: str, desk: Desk) -> None:
    """G5: the sentence of the service stands in the place of the pages, the choice can be put right."""
    desk.open()
    desk.presenter.select("sign-in")
    app.inviting.add(cid, [Delegate("", office="Đoàn đại biểu", count=5000)])
    desk.presenter.refresh()
    assert desk.screen.want is not None
    assert "quá 5.000 tờ" in desk.screen.want.sentence
    assert desk.screen.form is not None
    assert not desk.screen.whole


def test_a_long_series_shows_its_first_letters(app: App, cid: str) -> None:
    """C10, G1: the first pages while the rest is made; printing waits for all of them."""
    many(app, cid)
    press = Press()
    desk = Desk(app, cid, press=press).open()
    press.do_all()
    desk.presenter.select("invitations")
    printed: list[int] = []
    desk.presenter.when_whole(lambda: printed.append(desk.shown[-1][1]))
    press.do()
    title, pages, whole = desk.shown[-1]
    assert (title, whole) == ("Giấy mời", False)
    assert pages < 10
    assert not desk.screen.whole
    assert printed == []
    press.do()
    assert desk.shown[-1] == ("Giấy mời", 160, True)
    assert desk.screen.whole
    assert printed == [160]


def test_another_paper_stops_the_one_under_way(app: App, cid: str) -> None:
    """G1: what was begun for the letters is given up at its next step, and never shown."""
    many(app, cid)
    press = Press()
    desk = Desk(app, cid, press=press).open()
    press.do_all()
    desk.presenter.select("invitations")
    press.do()
    shown = len(desk.shown)
    desk.presenter.when_whole(lambda: desk.said.append("in"))
    desk.presenter.select("rules")
    press.do_all()
    assert press.stopped == 1
    assert [title for title, _, _ in desk.shown[shown:]] == ["Nội quy"]
    assert desk.said == []


def test_ticked_papers_are_written_in_the_order_of_the_list(desk: Desk) -> None:
    """C1: without ticks all that can be made."""
    desk.open()
    assert len(desk.presenter.chosen()) == 16
    for name in ("sign-in", "plan", "slips"):
        desk.presenter.tick(name, True)
    assert desk.presenter.chosen() == ("plan", "slips", "sign-in")
    assert desk.screen.ticked == 3
    desk.presenter.tick("plan", False)
    assert desk.presenter.chosen() == ("slips", "sign-in")


class FullDisk:
    """The settings of a disk that takes nothing more."""

    def __init__(self, app: App) -> None:
        self._settings = app.settings
        self.full = True

    def get(self, key: str, default: Any) -> Any:
        return self._settings.get(key, default)

    def set_all(self, values: Any) -> None:
        if self.full:
            raise StorageError("Ổ đĩa đã đầy nên chưa ghi được.")
        self._settings.set_all(values)


def test_choices_hold_even_where_they_cannot_be_kept(app: App, cid: str) -> None:
    """G5: said what happened and what holds; the pages are made all the same; later it is kept."""
    disk = FullDisk(app)
    desk = Desk(app, cid, services=Services(app, settings=disk)).open()
    desk.presenter.select("slips")
    desk.presenter.change("per_page", 1)
    desk.timer.pass_ms(0)
    assert desk.screen.trouble == ("Ổ đĩa đã đầy nên chưa ghi được.", NOT_KEPT)
    assert desk.shown[-1][1] == 75
    disk.full = False
    desk.presenter.select("plan")
    assert desk.screen.trouble is None
    assert desk.kept("slips").per_page == 1


def test_choices_of_another_version_are_as_usual(app: App, cid: str, desk: Desk) -> None:
    """G5: what cannot be read is passed over, the rest holds."""
    app.settings.set(choices_key(cid), {"slips": {"per_page": "hai"}, "sign-in": {"walk_ins": 2}})
    desk.open()
    assert desk.presenter.choices_of("slips") == PaperChoices()
    assert desk.presenter.choices_of("sign-in").walk_ins == 2
