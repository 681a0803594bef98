"""Old plans as Word files: lists, tables, boxes, changes, notes; files of LibreOffice (P13)."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from dialogue_desktop.exchange.plan_reading import read
from dialogue_desktop.exchange.plan_reading_files import source_text
from tests.exchange import word_files as word
from tests.exchange.plans import EA_MDRONG, HON_NGOC, KIM_THUY, PLANS, VINH_TAN, OldPlan
from tests.exchange.plans.island import STEPS, TASKS
from tests.exchange.test_plan_kinds import reading_of, what_is_read

FIXTURES = Path(__file__).resolve().parent / "fixtures"


# --- whole plans --------------------------------------------------------------------------------------


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.commune)
def test_every_plan_as_a_word_file(plan, tmp_path: Path):
    """P13: paragraphs of a DOCX are those of the text, wherever bold begins or ends."""
    document = docx.Document()
    for text in plan.paragraphs:
        if "\t" in text:
            continue
        one = document.add_paragraph()
        one.add_run(text[:9]).bold = True
        one.add_run(text[9:14])
        one.add_run(text[14:]).italic = True
    path = tmp_path / "cũ.docx"
    document.save(str(path))
    if plan is not HON_NGOC:
        assert what_is_read(read(path)) == what_is_read(reading_of(plan))


def _numbered_list(document: WordDocument, *forms: tuple[str, str]) -> int:
    """A list of several depths as Word makes it; its id."""
    numbering = document.part.numbering_part.element
    name = 900 + len(numbering.findall(f"{{{numbering.nsmap['w']}}}num"))
    inside = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText '
        f'w:val="{pattern}"/></w:lvl>'
        for depth, (form, pattern) in enumerate(forms)
    )
    abstract = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{name}">{inside}</w:abstractNum>')
    numbering.insert(0, abstract)
    numbering.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="{name}"><w:abstractNumId w:val="{name}"/></w:num>')
    )
    return name


def _with_lists(plan: OldPlan, path: Path) -> Path:
    """The plan of decimal numbers with all its numbers and dashes made by Word."""
    document = docx.Document()
    headings = _numbered_list(document, ("decimal", "%1."), ("decimal", "%1.%2."), ("decimal", "%1.%2.%3."))
    dashes = _numbered_list(document, ("bullet", "-"), ("bullet", "+"))
    items = _numbered_list(document, ("decimal", "%1)"))
    for text in plan.paragraphs:
        number, _, rest = text.partition(" ")
        one = document.add_paragraph()
        bare = number.rstrip(".")
        if bare.replace(".", "").isdigit() and number.endswith("."):
            _listed(one, headings, bare.count("."))
            text = rest
        elif number == "-" and plan.paragraphs.index(text) > 10:
            _listed(one, dashes, 0)
            text = rest
        elif number.endswith(")") and number[:-1].isdigit():
            _listed(one, items, 0)
            text = rest
        one.add_run(text)
    document.save(str(path))
    return path


def _listed(one, number: int, level: int) -> None:
    one._p.get_or_add_pPr().append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')
    )


def test_numbers_that_word_makes(tmp_path: Path):
    """P13: "2.2.1." and dashes of automatic lists, which are no part of the file's text."""
    path = _with_lists(VINH_TAN, tmp_path / "danh sách.docx")
    assert "2.2.1." not in "".join(one.text for one in docx.Document(str(path)).paragraphs)
    assert what_is_read(read(path)) == what_is_read(reading_of(VINH_TAN))


def test_a_file_of_libreoffice(tmp_path: Path):
    """P13: the same after LibreOffice wrote it in its own way: kept here, and made anew where it is there."""
    wanted = what_is_read(reading_of(VINH_TAN))
    assert what_is_read(read(FIXTURES / "vinh_tan_libreoffice.docx")) == wanted
    office = shutil.which("soffice")
    if office is None:
        return
    made = _with_lists(VINH_TAN, tmp_path / "word.docx")
    for form, folder in (("odt", "một"), ("docx", "hai")):
        out = tmp_path / folder
        home = (tmp_path / "office").as_uri()
        subprocess.run(
            [
                office,
                f"-env:UserInstallation={home}",
                "--headless",
                "--convert-to",
                form,
                "--outdir",
                str(out),
                str(made),
            ],
            check=True,
            capture_output=True,
            timeout=180,
        )
        made = out / f"word.{form}"
    assert what_is_read(read(made)) == wanted


# --- tables -------------------------------------------------------------------------------------------


def _in_tables(plan: OldPlan, path: Path) -> Path:
    """Letterhead, programme, tasks and foot in tables, as offices make them."""
    head, rest = plan.paragraphs[:6], list(plan.paragraphs[6:])
    foot = rest.index("Nơi nhận:")
    signed = rest.index(plan.signature[0][0])
    body = [word.table([["\n".join(head[:2]), "\n".join(head[2:4])], [head[4], head[5]]])]
    for text in rest[:foot]:
        if "\t" not in text:
            body.append(word.plain(text))
        elif text == "\t".join(STEPS[0]):
            body.append(word.table(STEPS, ruled=True))
        elif text == "\t".join(TASKS[0]):
            merged = [list(row) for row in TASKS]
            merged[2][2] = merged[4][2] = "^"
            body.append(word.table(merged, ruled=True))
    body.append(word.table([["\n".join(rest[foot:signed]), "\n".join(rest[signed:])]]))
    return word.write(path, body)


def test_letterhead_programme_tasks_and_foot_in_tables(tmp_path: Path):
    """P13, P9, P10: columns of letterhead, programme with its hours, and tasks; merged cells."""
    reading = read(_in_tables(HON_NGOC, tmp_path / "bảng.docx"))
    found, wanted = (what_is_read(one) for one in (reading, reading_of(HON_NGOC)))
    assert replace(found, sections=()) == replace(wanted, sections=())
    assert [one.heading for one in found.sections] == [one.heading for one in wanted.sections]


def test_a_table_of_a_head_over_the_title(tmp_path: Path):
    """P13: a title inside the table of the letterhead, and rows of one column."""
    body = [
        word.table(
            [["ỦY BAN NHÂN DÂN\nXÃ TÂN BÌNH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
             ["KẾ HOẠCH\nĐối thoại năm 2026", "^"]]
        ),
        word.table([["Căn cứ Luật Thực hiện dân chủ ở cơ sở;"]]),
        word.plain("I. MỤC ĐÍCH"),
        word.plain("Nghe dân."),
    ]  # fmt: skip
    reading = read(word.write(tmp_path / "a.docx", body))
    assert (reading.issuer.name, reading.title) == ("Tân Bình", "Đối thoại năm 2026")
    assert [basis.text for basis in reading.bases] == ["Căn cứ Luật Thực hiện dân chủ ở cơ sở"]


# --- what is not on the page, and what is -------------------------------------------------------------


def _lines(tmp_path: Path, *body: str, **parts: str) -> list[str]:
    path = word.write(tmp_path / "một.docx", body, **parts)
    return [line for line in source_text(path).lines if line.strip()]


def test_tracked_changes(tmp_path: Path):
    """P13: what was deleted is not read, what was inserted is, moved text stands once, where it went."""
    deleted = '<w:del w:id="1" w:author="a"><w:r><w:delText>20</w:delText></w:r></w:del>'
    inserted = f'<w:ins w:id="2" w:author="a">{word.run("25")}</w:ins>'
    gone = '<w:rPr><w:del w:id="3" w:author="a"/></w:rPr>'
    moved = word.run("Chuyển đi.")
    lines = _lines(
        tmp_path,
        word.paragraph(word.run("Xong trước ngày ") + deleted + inserted + word.run("/4/2026.")),
        word.paragraph(word.run("Câu này "), gone),
        word.paragraph(word.run("liền một mạch.")),
        word.paragraph(
            '<w:del w:id="4" w:author="a"><w:r><w:delText>Bỏ cả đoạn.</w:delText></w:r></w:del>', gone
        ),
        word.paragraph(f'<w:moveFrom w:id="5" w:author="a">{moved}</w:moveFrom>'),
        word.paragraph(f'<w:moveTo w:id="6" w:author="a">{moved}</w:moveTo>'),
    )
    assert lines == ["Xong trước ngày 25/4/2026.", "Câu này liền một mạch.", "Chuyển đi."]


def test_hidden_text_fields_and_controls(tmp_path: Path):
    """P13: hidden words and codes of fields are not read, their results and content controls are."""
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE \\@ "d"</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{word.run("24/4/2026")}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    lines = _lines(
        tmp_path,
        word.paragraph(
            word.run("Hiện") + word.run(" ẩn", "<w:vanish/>") + word.run(" ra", '<w:vanish w:val="0"/>')
        ),
        word.paragraph(word.run("Kín", '<w:rStyle w:val="An"/>')),
        word.paragraph(word.run("Ngày ") + field),
        f"<w:sdt><w:sdtPr/><w:sdtContent>{word.plain('Trong khung nhập.')}</w:sdtContent></w:sdt>",
        word.paragraph(f"<w:hyperlink>{word.run('Văn phòng')}</w:hyperlink>"),
        styles='<w:style w:type="character" w:styleId="An"><w:rPr><w:vanish/></w:rPr></w:style>',
    )
    assert lines == ["Hiện ra", "Ngày 24/4/2026", "Trong khung nhập.", "Văn phòng"]


def test_signs_inside_a_run(tmp_path: Path):
    """P13: hyphens that do not break, soft breaks, tabs, and letters of symbol fonts as bullets."""
    lines = _lines(
        tmp_path,
        "<w:p><w:r><w:t>HĐND</w:t><w:noBreakHyphen/><w:t>UBND</w:t><w:br/><w:t>xã</w:t></w:r></w:p>",
        '<w:p><w:r><w:sym w:font="Symbol" w:char="F0B7"/><w:tab/><w:t>Một việc</w:t></w:r></w:p>',
        word.paragraph(word.run("tổ chức thực hiện", "<w:caps/>")),
    )
    assert lines == ["HĐND-UBND", "xã", "\uf0b7 Một việc", "TỔ CHỨC THỰC HIỆN"]


def test_text_boxes_once(tmp_path: Path):
    """P13: a box drawn in two ways for two Words is read once, behind the paragraph that it hangs on."""
    box = f"<w:txbxContent>{word.plain('HỎA TỐC')}</w:txbxContent>"
    drawn = (
        "<w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><wps:txbx>{box}</wps:txbx></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    lines = _lines(tmp_path, word.paragraph(word.run("Đoạn đầu.") + drawn), word.plain("Đoạn sau."))
    assert lines == ["Đoạn đầu.", "HỎA TỐC", "Đoạn sau."]


def test_notes_heads_and_feet_stand_beside(tmp_path: Path):
    """P13: they are left out of the plan and named with the reason."""
    body = [word.plain(text) for text in KIM_THUY.paragraphs]
    path = word.write(
        tmp_path / "a.docx",
        body,
        header1=word.plain("Văn phòng HĐND và UBND phường"),
        footer1=word.plain("3"),
        footnotes=f'<w:footnote w:id="2">{word.plain("Số liệu đến hết quý I.")}</w:footnote>',
    )
    reading = read(path)
    beside = [(unread.text, unread.reason) for unread in reading.not_understood if not unread.line]
    assert beside == [
        ("Văn phòng HĐND và UBND phường", "đầu trang hoặc chân trang của tệp Word"),
        ("Số liệu đến hết quý I.", "chú thích cuối trang của tệp Word"),
    ]
    assert what_is_read(reading) == what_is_read(reading_of(KIM_THUY))


def test_a_letterhead_in_the_head_of_the_page(tmp_path: Path):
    """P13, P2: some offices put the letterhead there; it is read where the body has none."""
    head = "".join(map(word.plain, KIM_THUY.paragraphs[:6]))
    path = word.write(
        tmp_path / "a.docx", [word.plain(text) for text in KIM_THUY.paragraphs[6:]], header1=head
    )
    assert what_is_read(read(path)) == what_is_read(reading_of(KIM_THUY))


# --- lists --------------------------------------------------------------------------------------------


def test_lists_begin_anew_and_go_on(tmp_path: Path):
    """P13: inner numbers begin anew under the next outer one; a list that is told to begin anew does."""
    numbering = (
        word.levels(("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)"))
        + word.levels(("bullet", "\uf0b7"), ("bullet", "o"), name=2)
        + word.used(1, 1)
        + word.used(2, 2)
        + word.used(3, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride>')
    )
    lines = _lines(
        tmp_path,
        word.listed("MỘT", 1),
        word.listed("một", 1, 1),
        word.listed("hai", 1, 1),
        word.listed("ý a", 1, 2),
        word.listed("HAI", 1),
        word.listed("lại một", 1, 1),
        word.listed("gạch", 2),
        word.listed("chấm", 2, 1),
        word.listed("BỐN", 3),
        numbering=numbering,
    )
    assert lines == [
        "I. MỘT", "1. một", "2. hai", "a) ý a", "II. HAI", "1. lại một", "- gạch", "+ chấm", "IV. BỐN",
    ]  # fmt: skip


def test_lists_of_styles(tmp_path: Path):
    """P13: a heading style carries the number of its level; a paragraph can be taken out of its list."""
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"/>'
        '<w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:numPr><w:numId '
        'w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H1"/></w:style>'
    )
    level = (
        '<w:lvl w:ilvl="{n}"><w:numFmt w:val="{f}"/><w:lvlText w:val="{t}"/><w:pStyle w:val="{s}"/></w:lvl>'
    )
    numbering = (
        '<w:abstractNum w:abstractNumId="1">'
        + level.format(n=0, f="upperRoman", t="%1.", s="H1")
        + level.format(n=1, f="decimal", t="%2.", s="H2")
        + "</w:abstractNum>"
        + word.used(1, 1)
    )
    lines = _lines(
        tmp_path,
        word.plain("MỤC ĐÍCH", '<w:pStyle w:val="H1"/>'),
        word.plain("Yêu cầu", '<w:pStyle w:val="H2"/>'),
        word.plain("Không số", '<w:pStyle w:val="H2"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
        numbering=numbering,
        styles=styles,
    )
    assert lines == ["I. MỤC ĐÍCH", "1. Yêu cầu", "Không số"]


def test_the_plans_of_the_highlands_keep_their_parts(tmp_path: Path):
    """P13: "A." and "I." above "1." from three lists."""
    path = word.write(tmp_path / "a.docx", [word.plain(text) for text in EA_MDRONG.paragraphs])
    assert what_is_read(read(path)) == what_is_read(reading_of(EA_MDRONG))
