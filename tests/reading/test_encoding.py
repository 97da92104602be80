"""Encodings: byte order mark, declaration, UTF-8, then a guess on the whole file."""

from __future__ import annotations

import pytest

from briefgen.reading.encoding import NotText, decode

JAPANESE = "公安大臣は、ハノイ条約の調印式に出席するため訪問した各国の代表団を歓迎し、協力を進めることで一致した。" * 4
VIETNAMESE = "Bộ trưởng tiếp đoàn đại biểu và trao đổi về hợp tác phòng, chống tội phạm. " * 4


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "shift_jis", "euc-jp"])
def test_japanese(encoding: str) -> None:
    """Japanese text is read in the encodings in which it is found."""
    assert decode(JAPANESE.encode(encoding)).text == JAPANESE


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_vietnamese(encoding: str) -> None:
    """Vietnamese text is read in the Unicode encodings."""
    assert decode(VIETNAMESE.encode(encoding)).text == VIETNAMESE


@pytest.mark.parametrize(
    "page",
    [
        '<meta charset="shift_jis">',
        '<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS">',
        "<meta charset=sjis>",
    ],
)
def test_declared(page: str) -> None:
    """A page's own declaration is believed before any guess, however short the page."""
    assert decode(f"{page}日本".encode("shift_jis")).text == f"{page}日本"


def test_a_wrong_declaration_is_not_believed() -> None:
    """UTF-8 that declares something else and does not decode as it is still read."""
    assert decode('<meta charset="ascii">日本'.encode()).text == '<meta charset="ascii">日本'


def test_line_ends_are_one_kind() -> None:
    r"""CRLF and CR become \n, so that lines count the same everywhere."""
    assert decode(b"a\r\nb\rc\n").text == "a\nb\nc\n"


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", b"text\x00more", b"\xff\xfe\x00"])
def test_binary_is_refused(data: bytes) -> None:
    """Pictures and the like are no text."""
    with pytest.raises(NotText):
        decode(data)


def test_a_page_saved_as_utf8_keeps_its_old_declaration() -> None:
    """Browsers save as UTF-8 and leave the declaration: the bytes are believed, since nothing else looks like UTF-8."""
    page = '<meta charset="iso-8859-1">Bộ trưởng, 公安大臣'
    assert decode(page.encode()).text == page


def test_labels_mean_what_browsers_take_them_for() -> None:
    """Shift_JIS is that of Windows (①, 髙), Latin 1 has Windows' quotes, and what declares UTF-16 in ASCII is none."""
    assert decode('<meta charset="shift_jis">①髙'.encode("cp932")).text.endswith("①髙")
    assert decode('<meta charset="iso-8859-1">“é”'.encode("cp1252")).text.endswith("“é”")
    assert decode(b'<meta charset="utf-16">plain').text.endswith("plain")


@pytest.mark.parametrize("label", ["idna", "undefined", "rot13", "hex", "no-such-code"])
def test_labels_that_are_no_encodings(label: str) -> None:
    """A declaration that names no encoding of text is not believed, and nothing is raised."""
    assert decode(f'<meta charset="{label}">text'.encode()).text.endswith("text")


def test_a_guess_is_told() -> None:
    """Only what charset-normalizer made of the bytes is a guess."""
    assert decode(JAPANESE.encode("shift_jis")).guessed in {"cp932", "shift_jis", "shift_jis_2004", "shift_jisx0213"}
    assert decode(JAPANESE.encode("utf-16")).guessed == ""


def test_letters_are_composed_with_their_marks() -> None:
    """Tones behind their vowels (windows-1258) and voicing apart from its kana become letters; nothing else changes."""
    assert decode("Hô\u0323i nghi\u0323, nga\u0300y".encode("cp1258"), "windows-1258").text == "Hội nghị, ngày"
    assert decode("ハ\u3099クー、\ufa19社".encode()).text == "バクー、\ufa19社"
