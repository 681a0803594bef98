"""Every word of every text reaches PDF, DOCX and plain text, whatever a citizen wrote (M1, G5)."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desktop.documents.engine import Engine
from dialogue_desktop.documents.sight import fit
from dialogue_desktop.documents.tree import Item, Paragraph, Run, para, text
from tests.documents.conftest import RESOURCES
from tests.documents.paper import docx_flow, read_pdf, squeezed
from tests.documents.papers import LONG, document, minutes, money_table, plan


@pytest.mark.parametrize(
    "tree_of", [lambda e: plan(e, paragraphs=0), lambda e: minutes(e, 9)], ids=["plan", "minutes"]
)
def test_same_words_in_pdf_docx_and_plain_text(engine: Engine, tree_of):
    """M1: one tree, three papers, the same words in the same order."""
    tree = tree_of(engine)
    words = squeezed(engine.text(tree).replace("\u00a0", ""))
    assert len(words) > 500
    assert read_pdf(engine.pdf(tree).data).flow == words
    assert docx_flow(engine.docx(tree).data) == words


def test_markup_in_a_citizens_text_is_only_text(engine: Engine):
    """G5: nothing is opened, nothing is parsed."""
    words = 'Giá < 5 & > 3; <b>đậm</b> <img src="/etc/passwd"/> {a} (b) \\n %s "ngoặc" =1+1 -2 &amp; </w:t>'
    tree = document(para(words))
    assert read_pdf(engine.pdf(tree).data).flow == squeezed(words)
    assert docx_flow(engine.docx(tree).data) == squeezed(words)


def test_missing_characters_are_shown_and_reported(engine: Engine):
    """G5: emoji and Han get a visible mark in PDF and a line in the report; Word has fonts for them."""
    tree = document(para("Bà con rất vui 😀 vì có đường mới, biển ghi 福 và 福; 👨‍👩‍👧 đồng ý."))
    result = engine.pdf(tree)
    flow = read_pdf(result.data).flow
    assert flow.count("□") == 6
    assert [glyph.char for glyph in result.report.missing] == ["😀", "福", "👨", "👩", "👧"]
    first = result.report.missing[0]
    assert first.name == "U+1F600 GRINNING FACE"
    assert "rất vui 😀 vì có" in first.context
    assert "😀" in docx_flow(engine.docx(tree).data)
    assert "😀" in engine.text(tree)
    assert engine.pdf(document(para(LONG))).report.missing == ()


MINORITY = "Y Blŭ̆, H’ơ̆k, ƀuôn Čư M’gar, ñê̆, Rơ Châm Ŏ̆, K’Brêh, ʼDiêu, Xơ Đăng, M’Nông, ê̆ ô̆ ư̆"


@pytest.mark.parametrize(("bold", "italic"), [(False, False), (True, False), (False, True), (True, True)])
def test_letters_of_minority_names_are_kept(engine: Engine, bold: bool, italic: bool):
    """L12, M1: stacked marks of Ê Đê, Ba Na, Gia Rai names in every face, in order, nothing missing."""
    tree = document(Paragraph((Run(MINORITY, bold, italic),)))
    result = engine.pdf(tree)
    assert result.report.missing == ()
    assert unicodedata.normalize("NFC", read_pdf(result.data).flow) == squeezed(MINORITY)
    assert docx_flow(engine.docx(tree).data) == squeezed(MINORITY)


def test_combining_marks_stand_over_their_letters(engine: Engine):
    """The breve of "Ŏ̆" is centred over it and above its own breve, not to its right."""
    from io import BytesIO

    import pdfplumber

    with pdfplumber.open(BytesIO(engine.pdf(document(para("aŎ̆b"))).data)) as pdf:
        chars = pdf.pages[0].chars
    base, mark = chars[1], chars[2]
    assert (base["text"], mark["text"]) == ("Ŏ", "\u0306")
    face = engine.fonts.faces[0]
    x0, y0, x1, _ = face.box("\u0306")
    middle = mark["matrix"][4] + (x0 + x1) / 2 * 14
    bx0, _, bx1, top = face.box("Ŏ")
    assert middle == pytest.approx(base["matrix"][4] + (bx0 + bx1) / 2 * 14, abs=0.05)
    rise = mark["y0"] - base["y0"]  # both are measured from the same baseline
    assert rise + y0 * 14 > top * 14
    assert chars[3]["matrix"][4] == pytest.approx(base["matrix"][4] + face.width("Ŏ") * 14, abs=0.05)


def test_ten_thousand_letters_without_a_space_stay_on_the_page(engine: Engine):
    """G5: cut inside, right edge kept, all letters there."""
    words = "ấ" * 10_000
    paper = read_pdf(engine.pdf(document(para(f"Đầu {words} cuối"))).data)
    assert paper.flow == f"Đầu{words}cuối"
    assert max(line.x1 for line in paper.lines) <= 195.1


def test_long_web_address_breaks_at_its_signs(engine: Engine):
    address = (
        "https://minhkhe.donggiang.gov.vn/thong-bao/hoi-nghi-doi-thoai-nam-2026/ket-luan-cua-chu-tri.html"
    )
    paper = read_pdf(
        engine.pdf(document(para(f"Xem tại trang thông tin điện tử của xã {address} để biết."))).data
    )
    assert paper.flow == squeezed(f"Xem tại trang thông tin điện tử của xã {address} để biết.")
    assert paper.lines[0].text.rstrip()[-1] in "/-."


def test_line_ends_make_paragraphs(engine: Engine):
    """A citizen's text keeps its lines; blank ones and blanks around go."""
    tree = document(
        Item((Run("Thứ nhất:", bold=True), Run(" đường.\r\n\n  Thứ hai: điện.  \nThứ ba: nước.")))
    )
    assert [line.text.rstrip() for line in read_pdf(engine.pdf(tree).data).lines] == [
        "- Thứ nhất: đường.",
        "Thứ hai: điện.",
        "Thứ ba: nước.",
    ]
    assert engine.text(tree) == "- Thứ nhất: đường.\nThứ hai: điện.\nThứ ba: nước.\n"


def test_control_characters_and_nfd_do_no_harm(engine: Engine):
    """G5: what no file can hold is taken out, decomposed letters are composed."""
    words = "Nguye\u0302\u0303n\x00 Va\u0306n\x0b \x1fAn\ud800\ufffe"
    assert fit(words) == "Nguyễn Văn An"
    tree = document(para(words))
    assert read_pdf(engine.pdf(tree).data).flow == "NguyễnVănAn"
    assert docx_flow(engine.docx(tree).data) == "NguyễnVănAn"


@given(
    st.lists(
        st.lists(
            st.tuples(
                st.text("aăâđêơưẫ ộ,.<&>()\\\u00a0Ệ-/1□\u0306", max_size=60), st.booleans(), st.booleans()
            ),
            min_size=1,
            max_size=4,
        ),
        min_size=1,
        max_size=3,
    )
)
def test_any_runs_come_through_whole(paragraphs):
    """Whatever the runs and their faces, all three papers hold the same letters."""
    press = Engine(RESOURCES, system_fonts=False)
    blocks = [
        Paragraph(tuple(Run(words, bold, italic) for words, bold, italic in runs)) for runs in paragraphs
    ]
    tree = document(*blocks)
    words = squeezed(press.text(tree))
    assert unicodedata.normalize("NFC", read_pdf(press.pdf(tree).data).flow) == unicodedata.normalize(
        "NFC", words
    )
    assert docx_flow(press.docx(tree).data) == words


def test_underlined_words_have_a_line_under_them(engine: Engine):
    tree = document(Paragraph((Run("Kính "), Run("gửi ông", underline=True), Run(" An."))))
    (drawn,) = read_pdf(engine.pdf(tree).data).drawn
    assert drawn.length * 72 / 25.4 == pytest.approx(engine.fonts.width("gửi ông", 14), abs=0.5)


def test_bold_row_is_bold(engine: Engine):
    paper = read_pdf(engine.pdf(document(money_table(1))).data)
    assert paper.line("9.999.000").fonts == {"Tinos-Bold"}
    assert paper.line("1.150.000").fonts == {"Tinos-Regular"}
    assert text("") == ()
