"""`.eml` and `.mhtml`: a mail, and a page that a browser saved as one (RFC 5322, RFC 2557), by the standard library."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from typing import Final

from briefgen.model.article import Harvest, Trait
from briefgen.model.evidence import Trace
from briefgen.reading.encoding import Decoded, NotText, decode
from briefgen.reading.extracted import Extracted

_PASSED_ON: Final = re.compile(r"^\s*((re|fwd?|aw|wg|tr|rv|転送|返信)\s*[:：]\s*)+", re.IGNORECASE)
"""What mail programs set before the subject of an answer or of a mail that is passed on: its date is not the article's."""


def extract_mail(data: bytes) -> Extracted:
    """The text of a mail, or its page where it has no plain text; subject and date of a mail that is not passed on are its.

    Raises NotText when there is neither.
    """
    message = _message(data)
    part = message.get_body(("plain", "html"))
    if part is None or not _decoded(part).text.strip():
        part = message.get_body(("html",))
    return _extracted(part, tuple(_of_mail(message)))


def extract_web_archive(data: bytes) -> Extracted:
    """The page in a web archive, and the address it was saved from; its date is the day of saving, which is nobody's.

    Raises NotText when it holds no page.
    """
    message = _message(data)
    part = message.get_body(("html", "plain"))
    return _extracted(part, tuple(_of_archive(message, part)))


def _message(data: bytes) -> EmailMessage:
    return message_from_bytes(data, policy=policy.default)


def _extracted(part: MIMEPart | None, harvest: tuple[Harvest, ...]) -> Extracted:
    decoded = _decoded(part) if part else Decoded("")
    if part is None or not decoded.text.strip():
        msg = "it holds neither text nor a page"
        raise NotText(msg)
    return Extracted(decoded.text, part.get_content_type() == "text/html", harvest, decoded.guessed)


def _decoded(part: MIMEPart) -> Decoded:
    """The text of a part: its transfer encoding undone, its letters as the part declares them."""
    payload = part.get_payload(decode=True)
    return decode(payload if isinstance(payload, bytes) else b"", part.get_content_charset() or "")


def _of_mail(message: EmailMessage) -> Iterator[Harvest]:
    subject = _header(message, "subject")
    title = _PASSED_ON.sub("", subject).strip()
    if title:
        yield Harvest(Trait.TITLE, title, Trace("mail Subject", subject, "mail/header"))
    sent = getattr(message.get("date"), "datetime", None)
    if sent is not None and title == subject:
        yield Harvest(Trait.DATE, sent.date().isoformat(), Trace("mail Date", _header(message, "date"), "mail/header"))


def _of_archive(message: EmailMessage, part: MIMEPart | None) -> Iterator[Harvest]:
    """The address: Chromium's own header, else that of the page's part."""
    named = (_header(message, "snapshot-content-location"), _header(part, "content-location") if part else "")
    url = next((one for one in named if one.startswith(("http://", "https://"))), "")
    if url:
        yield Harvest(Trait.SOURCE_URL, url, Trace("mhtml Content-Location", url, "mail/header"))


def _header(message: MIMEPart, name: str) -> str:
    """A header on one line; an empty text if it is missing."""
    return " ".join(str(message.get(name, "")).split())
