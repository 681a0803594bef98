"""Which parts of a paper after the session may be put into the office's own words (M4, M7)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dialogue_desktop.documents.after_paper import AfterPaper
from dialogue_desktop.documents.engine import Engine
from dialogue_desktop.documents.paper_parts import Paper
from dialogue_desktop.domain.after_records import Paper as Line
from dialogue_desktop.domain.after_records import PaperPart
from dialogue_desktop.domain.figures import figures_of
from dialogue_desktop.domain.paper_parts_after import PARTS, part_name
from dialogue_desktop.domain.records import Records
from tests.documents.paper_plans import minh_khe


def _paper(engine: Engine, *lines: Line) -> AfterPaper:
    plan, records = minh_khe(), Records(papers=lines)
    words = Paper(plan, (), engine.sheet("nd30"), engine.phrases("paper"), engine.phrases("paper"))
    today = date(2026, 5, 7)
    return AfterPaper("report", words, records, (), figures_of(records, plan, today), today)


def test_own_words_stand_and_the_drafted_ones_are_told(engine: Engine) -> None:
    """M7: the editor hears what would stand there, also where the office has written its own."""
    line = Line("vb-report", "report", parts=(PaperPart("good", "Không khí dân chủ, cởi mở."),))
    asked: dict[tuple[str, str], str] = {}
    paper = replace(_paper(engine, line), asked=asked)
    assert paper.words("good", "Soạn sẵn.") == "Không khí dân chủ, cởi mở."
    assert paper.words("bad", "Chưa có hạn chế.") == "Chưa có hạn chế."
    assert paper.words("good", "Soạn lại.") == "Không khí dân chủ, cởi mở."
    assert asked == {("", "good"): "Soạn sẵn.", ("", "bad"): "Chưa có hạn chế."}
    assert list(asked) == [("", "good"), ("", "bad")]


def test_empty_own_words_give_the_drafted_ones_back(engine: Engine) -> None:
    """M7: a part that was emptied is no part without words."""
    line = Line("vb-report", "report", parts=(PaperPart("good", " \n "),))
    assert _paper(engine, line).words("good", "Soạn sẵn.") == "Soạn sẵn."


def test_parts_have_names_a_secretary_knows() -> None:
    assert part_name("report", "good") == "Đánh giá: ưu điểm"
    assert part_name("report", "khac") == "khac"
    for parts in PARTS.values():
        keys = [key for key, _ in parts]
        assert len(set(keys)) == len(keys)
        assert all(name[0].isupper() for _, name in parts)
