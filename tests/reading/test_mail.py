"""Mails and web archives: their text or page in the letters they declare, and what their headers say."""

from __future__ import annotations

from contextlib import suppress
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.model.article import Trait
from briefgen.reading.encoding import NotText
from briefgen.reading.mail import extract_mail, extract_web_archive

TEXT = {
    "en": ("The two ministers met in Vienna – and signed.", "windows-1252"),
    "ja": ("両国の大臣は東京で会談し、覚書に署名した。", "iso-2022-jp"),
    "vi": ("Hai bộ trưởng đã gặp nhau tại Hà Nội.", "utf-8"),
}


def mail(text: str, charset: str = "utf-8", subject: str = "Ministers meet", subtype: str = "plain") -> EmailMessage:
    """A mail of one part."""
    message = EmailMessage()
    message["Subject"] = subject
    message["Date"] = "Mon, 20 Oct 2025 23:30:00 +0700"
    message.set_content(text, charset=charset, subtype=subtype)
    return message


@pytest.mark.parametrize("lang", ["en", "ja", "vi"])
def test_the_text_in_its_own_letters(lang: str) -> None:
    """A mail is read in the encoding that it declares, whatever its transfer encoding."""
    text, charset = TEXT[lang]
    extracted = extract_mail(mail(text, charset).as_bytes())
    assert extracted.text.strip() == text
    assert not extracted.is_page
    assert extracted.guessed == ""


@pytest.mark.parametrize("charset", ["shift_jis", "euc-jp"])
def test_japanese_mail_of_old_programs(charset: str) -> None:
    """Shift_JIS with the letters of Windows, and EUC-JP, sent as eight bits."""
    text = "①両国の大臣は東京で会談し、" if charset == "shift_jis" else "両国の大臣は東京で会談し、"
    body = text.encode("cp932" if charset == "shift_jis" else charset)
    data = f"Content-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: 8bit\n\n".encode() + body
    assert extract_mail(data).text == text


def test_headers_are_harvested() -> None:
    """Subject and date of a mail become title and date, each with the header as its trace."""
    found = {item.trait: item.value for item in extract_mail(mail("Text.", subject="日本とケニアの会談").as_bytes()).harvest}
    assert found == {Trait.TITLE: "日本とケニアの会談", Trait.DATE: "2025-10-20"}


@pytest.mark.parametrize("subject", ["Fwd: Ministers meet", "RE: FW: Ministers meet", "転送: Ministers meet"])
def test_a_mail_that_was_passed_on_has_no_date(subject: str) -> None:
    """The date of whoever forwards an article is not the article's."""
    harvest = extract_mail(mail("Text.", subject=subject).as_bytes()).harvest
    assert [(item.trait, item.value) for item in harvest] == [(Trait.TITLE, "Ministers meet")]


def test_plain_text_before_a_page_and_a_page_before_nothing() -> None:
    """Of two alternatives the plain one is read; a mail with a page alone, or with an empty text beside it, is that page."""
    both = mail("Plain words.")
    both.add_alternative("<p>Page words.</p>", subtype="html")
    assert extract_mail(both.as_bytes()).text.strip() == "Plain words."
    empty = mail("\n")
    empty.add_alternative("<p>Page words.</p>", subtype="html")
    for message in (empty, mail("<p>Page words.</p>", subtype="html")):
        extracted = extract_mail(message.as_bytes())
        assert extracted.is_page
        assert extracted.text.strip() == "<p>Page words.</p>"


def test_a_web_archive_is_its_page_with_its_address() -> None:
    """The page of an .mhtml file comes with the address it was saved from, and without the day of saving."""
    message = mail("<p>両国の大臣</p>", "utf-8", subtype="html")
    message["Snapshot-Content-Location"] = "https://example.org/news/1"
    message.add_related(b"\x89PNG", "image", "png")
    extracted = extract_web_archive(message.as_bytes())
    assert extracted.is_page
    assert "両国の大臣" in extracted.text
    assert [(item.trait, item.value) for item in extracted.harvest] == [(Trait.SOURCE_URL, "https://example.org/news/1")]


def test_a_mail_of_pictures_alone() -> None:
    """A mail without any text is refused with a sentence."""
    message = EmailMessage()
    message.set_content(b"\x89PNG", maintype="image", subtype="png")
    with pytest.raises(NotText, match="neither text nor a page"):
        extract_mail(message.as_bytes())


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400), st.sampled_from([b"", b"Content-Type: multipart/related; boundary=a\n\n--a\n", b"Date: x\n\n"]))
def test_no_bytes_raise_anything_else(data: bytes, before: bytes) -> None:
    """Whatever the bytes are, there is a text or the sentence that there is none."""
    for extract in (extract_mail, extract_web_archive):
        with suppress(NotText):
            assert extract(before + data).text.strip()
