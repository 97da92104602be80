"""Captions and photo credits among the lines of an article, in whatever language they are written."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from briefgen.reading.folding import fold
from briefgen.reading.furniture import Words
from briefgen.reading.lines import Line

LONGEST = 420
"""Size of the longest caption believed; what is longer is a paragraph, whatever it ends with."""

_CREDIT_SIZE = 80
_NAME_WORDS = 9
_IMAGE = regex.compile(
    r"!\[([^\[\]]*)\]\(\s*<?([^()\s>]*)>?[^()]*\)|\[(?:image|img|picture|photo|画像|写真|bild|foto|изображение|صورة)(?::\s*([^\[\]]*))?\]",
    regex.I,
)
_FILE = regex.compile(r"^[\w\-.()% ]{1,80}\.(?:jpe?g|png|gif|webp|svg|avif|mp4)$", regex.I)
_EDGES = " \t|｜*_"
_LABEL = regex.compile(r"^[【〔\[](?:写真|画像|図|フォト|Photo|Ảnh)(?:説明)?[】〕\]]\s*(?=\S)", regex.I)
"""The mark before a caption: 【写真】."""

_OPEN = "([（［【〔「/／"
_CLOSE = ")]）］】〕」"
_SPACE = regex.compile(r"\s+(?=\p{Lu})")
_DELIMITER = regex.compile(r"\s*[:：=＝/／﹕©ⓒ]\s*")
_BEFORE = regex.compile(
    r"(?:^|[\s.。!?！？…:：|｜/／()\[\]（）【】［］〔〕”"
    r"\"'»」』,，、;；–—・\-])$"
)
_SENTENCE_END = regex.compile(r"[.。!?！？…।۔)）\]】”\"»」』|｜]\s*$")
_AGENCY_PHOTO = regex.compile(
    r"(?:^|(?<=[.!?…”\")|–—-])\s+)((?:[\p{Lu}\d]{2,}[\p{Lu}\d/&+.]*\s+){1,2}(?:file\s+|File\s+)?[Pp]hotos?\b[^.!?]{0,50}|(?:AP|AFP|EPA)\s[Pp]hoto/[^.!?]{2,50})$"
)
_SLASHED = regex.compile(
    r"(?:^|(?<=[.!?…”\")。|–—-])\s*|\s[\[(（])([^.!?。()（）\[\]]{0,40}(?:/|／|\svia\s)[^.!?。()（）\[\]]{2,40})[)）\]]?$"
)
_COPYRIGHT = regex.compile(
    r"(?<!copyright )[(（\[]?[©ⓒ]\s*(?!\s*(?:copyright\s*)?(?:19|20)\d\d)([^.。©ⓒ]{2,60}?)[)）\]]?$", regex.I
)
_TAKEN_BY = regex.compile(
    r"(?:^|[。.!！）)\s（(])[（(]?([^。.!！()（）\s]{0,14}\s?[^。.!！()（）]{2,12}\s?[摄攝])[)）]?$"
    r"|(?:^|[。、，）)\s（(=＝])([^。、，\s()（）=＝]{1,14}(?:撮影|摄影|攝影))[)）]?$"
)
_BRACKETED = regex.compile(r"[\[(（]([^\[\]()（）]{2,50})[\])）]$")
_CAPITALS = regex.compile(r"(?<=[.!?)”\"])\s?\(((?=[^()]*/)[\p{Lu}\d /.'’\-]{4,60})\)$")
_SHOUTED = regex.compile(r"(?<=\p{Ll})\s[-–—]\s(\p{Lu}[\p{Lu} .'’/\-]{4,40}\p{Lu})$")
_SHOUTED_NAME = regex.compile(r"(?<=[.!?…”\"»])\s(\p{Lu}{2}[\p{Lu}\p{M} .'’/&«»“”\-]{4,60})$")
"""Le Monde and El País close a caption with the photographer in capitals, after the full stop."""

_AGENCY_SLASHED = regex.compile(r"[(（\[]([^()（）\[\]]{2,20}\s?[/／]\s?[^()（）\[\]]{2,30})[)）\]]$")
"""An agency and its photographer in brackets, without a space before them ("(ANTARA/Name)")."""

_NAMED = regex.compile(r"(?<=[.!?…”\"。])\s?(\p{Lu}[\p{L}\s.'’\-]{2,40}\(([^()]{2,20})\))$")


_SIGNATURES = (
    (_AGENCY_PHOTO, ("Photo", "photo")),
    (_TAKEN_BY, "摄攝影"),
    (_COPYRIGHT, "©ⓒⒸ"),
    (_CAPITALS, "/"),
    (_SHOUTED, "-–—"),
    (_SHOUTED_NAME, '.!?…”"»'),
    (_NAMED, "("),
    (_AGENCY_SLASHED, "/／"),
    (_BRACKETED, "])）"),
    (_SLASHED, ("/", "／", "via")),
)
"""Ways to close a caption, the surest first, each with what must stand in the text; hardly any stands in prose."""


@dataclass(frozen=True, slots=True)
class Credited:
    """A line read as caption and credit; either may be empty, `file` names the picture where a mark did."""

    caption: str
    credit: str
    file: str = ""


def read_image(line: Line) -> Credited | None:
    """Read a line that is image marks only (`![alt](file)`, `[Image: …]`, `photo_12.jpg`), or return None."""
    found = _IMAGE.search(line.text)
    if found and not _IMAGE.sub("", line.text).strip(" |*\t"):
        return Credited((found[1] or found[3] or "").strip(), "", found[2] or "")
    if _FILE.match(line.text):
        return Credited("", "", line.text)
    return None


def read_credit(line: Line, words: Words) -> Credited | None:
    """Read the photo credit at a line's end (or after the label that opens it) and the caption before it, or return None."""
    text = _IMAGE.sub("", line.text).strip(_EDGES)
    if line.size > LONGEST or not text:
        return None
    label = _LABEL.match(text)
    if label:
        rest = text[label.end() :]
        return _labeled(rest, words) or _signed(rest, words) or Credited("", "")  # a link to the picture, on its own page
    return _labeled(text, words) or _signed(text, words)


def _labeled(text: str, words: Words) -> Credited | None:
    """Read "… Photo: X", "(写真=X)", "Ảnh: X", "fot. X": a word for pictures, a mark, a short name; the last one wins."""
    folded = fold(text)
    for phrase, start, end in reversed(words.labels(folded, "credit")):
        before, after = text[:start], text[end:]
        mark = _DELIMITER.match(after) or (_SPACE.match(after) if phrase.endswith(" by") else None)
        bracketed = before.rstrip()[-1:] in _OPEN and before.strip() != ""
        if (not _BEFORE.search(before[-1:]) and before) or not (
            mark or (bracketed and len(after) > 1) or phrase.endswith(".") or _follows(before, after)
        ):
            continue
        name = after[mark.end() :] if mark else after
        name = name.strip().rstrip(_CLOSE + _EDGES).strip()
        caption = before.rstrip().rstrip(_OPEN + "|｜–—-©").strip()
        if not caption:
            if "source" in words.kinds[phrase] and not bracketed:
                return None
            return Credited("", name) if _is_name(name) else (Credited(name, "") if mark and name else None)
        stands_apart = bracketed or _SENTENCE_END.search(before.rstrip()) or before.endswith((" - ", " – ", " — ", " / "))
        if (
            name
            and _is_name(name)
            and (stands_apart or (mark and text[start].isupper()) or (mark and not text[start].islower()))
        ):
            return Credited(caption, name)
    return None


def _follows(before: str, after: str) -> bool:
    """Whether a picture word without a mark stands between a sentence's end and a name: "… in the port. Photo AFP"."""
    return bool(regex.search(r"[.!?…”\"]\s+$", before) and regex.match(r"\s\p{Lu}", after) and len(after.split()) <= 6)  # noqa: PLR2004


def _signed(text: str, words: Words) -> Credited | None:
    """Read "… VNA/VNS Photo", "REUTERS/Name", "AFP via Getty Images", "© Name", "…记者 X 摄"."""
    for pattern, marks in _SIGNATURES:
        found = pattern.search(text) if any(mark in text for mark in marks) else None
        if not found or not _believed(found, words):
            continue
        credit = next(group for group in found.groups() if group).strip()
        caption = text[: found.start()].strip().rstrip(_OPEN).strip(" |")
        if pattern in {_SLASHED, _AGENCY_SLASHED} and not _names_agency(credit, caption, words):
            continue
        caption = caption.strip(" -–—|")
        return Credited(caption, credit)
    return None


def _believed(found: regex.Match[str], words: Words) -> bool:
    """Whether what a pattern found names who took a picture; brackets and © hold much else."""
    if found.re is _SHOUTED_NAME:
        return len(found[1].split()) > 1 and not found[1].rstrip().endswith(".")
    if found.re is _NAMED:
        return found[2].strip() in words.agencies
    if found.re is _BRACKETED:
        inside = fold(found[1])
        named = regex.split(r"\s*[＝=/／・、,]\s*", found[1].strip())
        if all(name in words.agencies for name in named) and not _SENTENCE_END.search(found.string[: found.start()]):
            return bool(found.start() > 0)
        edge = any(start == 0 or end == len(inside) for _, start, end in words.labels(inside, "credit"))
        return edge and len(inside.split()) < _NAME_WORDS
    if found.re is _COPYRIGHT:
        return not regex.search(r"(?:19|20)\d\d", found[1]) and (found.start() > 0 or found[1].strip() in words.agencies)
    return True


def _names_agency(credit: str, caption: str, words: Words) -> bool:
    """Whether "Name/AFP" names an agency; agencies only, after a dash, are the line that closes an article ("— VNA/VNS")."""
    if credit[:1] in "–—-" or caption[-1:] in "–—-":
        return False
    parts = regex.split(r"[/／]|\svia\s", credit)
    names = (name.strip(" .").upper() for part in parts for name in (part, *part.split()))
    return any(name in words.agencies_upper for name in names)


def _is_name(text: str) -> bool:
    """Whether a text is short enough for who took a picture, and no sentence."""
    size = len(text) + len(regex.findall(r"[\p{Han}\p{Hiragana}\p{Katakana}]", text))
    return (
        1 < size <= _CREDIT_SIZE
        and not regex.search(r"[.!?]\s+\p{Lu}\p{Ll}+\s+\p{Ll}|[。！？；]", text)
        and len(text.split()) <= _NAME_WORDS
    )
