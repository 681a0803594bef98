"""Which documents can be made: names on the command line, titles, forms and files, in the order of work."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue_desktop.domain.text_vi import fold


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """A document that can be made; `name` is that of the command line, `stem` that of its file."""

    name: str
    title: str
    formats: tuple[str, ...]
    stem: str


_ALL_FORMS = ("pdf", "docx", "xlsx")

#: What the plan alone gives, in the order of the work.
PLAN_KINDS: tuple[DocumentKind, ...] = (
    DocumentKind("plan", "Kế hoạch", ("pdf", "docx"), "ke-hoach"),
    DocumentKind("assignments", "Bảng phân công, thời hạn", ("pdf", "docx", "xlsx"), "bang-phan-cong"),
    DocumentKind("budget", "Dự toán kinh phí", ("pdf", "docx", "xlsx"), "du-toan-kinh-phi"),
    DocumentKind("notice", "Thông báo tổ chức hội nghị", ("pdf", "docx"), "thong-bao"),
    DocumentKind("loudspeaker", "Tin phát thanh", ("pdf", "docx"), "tin-phat-thanh"),
    DocumentKind("backdrop", "Maket, tip chữ", ("pdf", "docx"), "maket"),
    DocumentKind("rules", "Nội quy", ("pdf", "docx"), "noi-quy"),
    DocumentKind("programme", "Chương trình", ("pdf", "docx"), "chuong-trinh"),
    DocumentKind("script", "Kịch bản điều hành", ("pdf", "docx"), "kich-ban-dieu-hanh"),
)
#: What collected questions and invited people give before the day.
RECORD_KINDS: tuple[DocumentKind, ...] = (
    DocumentKind("slips", "Phiếu lấy ý kiến, đăng ký phát biểu", _ALL_FORMS, "phieu-lay-y-kien"),
    DocumentKind("assigned-questions", "Phiếu giao trả lời", _ALL_FORMS, "phieu-giao-tra-loi"),
    DocumentKind("prepared-report", "Báo cáo tổng hợp ý kiến, trả lời", ("pdf", "docx"), "bao-cao-tong-hop"),
    DocumentKind("previous-results", "Kết quả kiến nghị kỳ trước", ("pdf", "docx"), "ket-qua-ky-truoc"),
    DocumentKind("invitations", "Giấy mời", ("pdf", "docx"), "giay-moi"),
    DocumentKind("delegates", "Danh sách đại biểu", ("pdf", "docx"), "danh-sach-dai-bieu"),
    DocumentKind("sign-in", "Danh sách ký nhận", ("pdf", "docx"), "danh-sach-ky-nhan"),
)
POSTING_RECORD = DocumentKind("posting-record", "Biên bản niêm yết", ("pdf", "docx"), "bien-ban-niem-yet")
#: Every paper that is needed before the day.
BEFORE_KINDS: tuple[DocumentKind, ...] = (*PLAN_KINDS, *RECORD_KINDS, POSTING_RECORD)
#: What follows the minutes, in the order of the work.
AFTER_KINDS: tuple[DocumentKind, ...] = (
    DocumentKind("conclusion", "Thông báo kết luận", ("pdf", "docx"), "thong-bao-ket-luan"),
    DocumentKind("replies", "Văn bản trả lời", ("pdf", "docx"), "van-ban-tra-loi"),
    DocumentKind("escalations", "Văn bản kiến nghị cấp trên", ("pdf", "docx"), "van-ban-kien-nghi"),
    DocumentKind("report", "Báo cáo kết quả hội nghị", ("pdf", "docx"), "bao-cao-ket-qua"),
    DocumentKind("reminders", "Công văn đôn đốc", ("pdf", "docx"), "cong-van-don-doc"),
    DocumentKind("supervision", "Bảng theo dõi giám sát", _ALL_FORMS, "bang-theo-doi-giam-sat"),
    DocumentKind("review", "Biên bản họp rút kinh nghiệm", ("pdf", "docx"), "bien-ban-rut-kinh-nghiem"),
    DocumentKind("dossier", "Mục lục hồ sơ", ("pdf", "docx"), "muc-luc-ho-so"),
)
KINDS: tuple[DocumentKind, ...] = (
    *BEFORE_KINDS,
    DocumentKind("minutes", "Biên bản", ("pdf", "docx"), "bien-ban"),
    *AFTER_KINDS,
    DocumentKind("summary", "Sổ tổng hợp", ("xlsx",), "so-tong-hop"),
)


def file_words(words: str, most: int = 6) -> str:
    """ "phong-kinh-te": plain letters for the name of a file, so that old sticks and zips keep it."""
    plain = "".join(c if c.isalnum() and c.isascii() else " " for c in fold(words)).split()
    return "-".join(plain[:most])
