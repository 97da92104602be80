"""`.html`: a raw article as a saved page. trafilatura finds the article; its text then goes the way of all raw text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from briefgen.errors import MissingExtra, Problem
from briefgen.model.article import Article, Harvest, Media, Removed, Trait
from briefgen.model.evidence import Trace
from briefgen.model.vocabulary import Vocabulary
from briefgen.reading.cleaning import Cleaned, clean
from briefgen.reading.frontmatter import Head, read_head

_METADATA: Final = (
    ("title", Trait.TITLE),
    ("date", Trait.DATE),
    ("author", Trait.AUTHOR),
    ("sitename", Trait.PUBLISHER),
    ("url", Trait.SOURCE_URL),
    ("language", Trait.LANG),
)
"""trafilatura's metadata and the traits they are."""

_BLOCKS: Final = {"p", "head", "item", "cell", "quote", "fw", "ab"}
"""trafilatura's elements that hold one block of text each (TEI names)."""

_NO_TEXT: Final = {"script", "style", "noscript", "template", "head"}


@dataclass(frozen=True, slots=True)
class _Page:
    """What trafilatura and lxml see in a page."""

    paragraphs: tuple[str, ...]
    harvest: tuple[Harvest, ...]
    media: tuple[Media, ...]
    lines: tuple[str, ...]


def read_html(text: str, article_id: str, file: str, vocabulary: Vocabulary) -> tuple[Article, tuple[Problem, ...]]:
    """The article of a saved page with its metadata, captions and credits; what is not article goes to `removed`.

    Raises MissingExtra when trafilatura is not installed.
    """
    head = read_head(text, file, vocabulary, raw=True)
    page = _page(head.body)
    if page is None or not page.paragraphs:
        return _without_article(article_id, file, head)
    title = next((item.value for item in page.harvest if item.trait is Trait.TITLE), "")
    captions = {media.caption for media in page.media}
    body = [part for part in page.paragraphs if part not in captions and part != title]
    shown = title if title in {*page.lines, *page.paragraphs} else ""  # else it may be that of the site
    cleaned = clean("\n\n".join([*([title] if title else []), *body]), shown)
    if not cleaned.text.strip():
        return _without_article(article_id, file, head)
    return _article(article_id, file, head, page, cleaned), head.problems


def _without_article(article_id: str, file: str, head: Head) -> tuple[Article, tuple[Problem, ...]]:
    problem = Problem(file, 0, 0, "no article was found in the page", "save the article's text as .txt instead")
    return Article(article_id, file, raw=True, text="", stated=head.stated), (*head.problems, problem)


def _article(article_id: str, file: str, head: Head, page: _Page, cleaned: Cleaned) -> Article:
    kept = f"{cleaned.text}\n" + "\n".join(f"{m.caption} {m.credit}" for m in page.media)
    cut = tuple(Removed(line, "outside the article of the page") for line in page.lines if line not in kept)
    return Article(
        id=article_id,
        file=file,
        raw=True,
        text=cleaned.text,
        stated=head.stated,
        positions=head.positions,
        body_line=head.body_line,
        blocks=cleaned.blocks,
        removed=(*cleaned.removed, *cut),
        media=(*page.media, *cleaned.media),
        harvest=(*page.harvest, *cleaned.harvest),
    )


def _page(text: str) -> _Page | None:
    """Article, metadata and figures of a page; None when lxml or trafilatura cannot make sense of it."""
    try:
        import trafilatura  # noqa: PLC0415  an extra that takes 300 ms to import
        from lxml import etree, html  # noqa: PLC0415
    except ImportError:
        purpose = "reading .html"
        raise MissingExtra(purpose, "import") from None
    try:
        tree = html.document_fromstring(text.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8"))
        lines, media = tuple(_lines(tree)), tuple(_media(tree))
        etree.strip_elements(tree, "figure", with_tail=False)  # short pages would get captions into their paragraphs
        found = trafilatura.bare_extraction(
            tree,
            config=_config(trafilatura.settings.use_config()),
            include_comments=False,
            include_tables=True,
            with_metadata=True,
            # A date that stands only somewhere in the text is the story's, not the page's: never guessed.
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except Exception:  # noqa: BLE001  byte soup breaks lxml in many ways, all of them "no article"
        return None
    body = getattr(found, "body", None)
    if body is None:
        return None
    return _Page(tuple(_paragraphs(body)), tuple(_metadata(found, tree)), media, lines)


def _config(config: Any) -> Any:  # noqa: ANN401  trafilatura's configuration
    """Trafilatura's settings, but for short articles: Japanese says in 60 signs what English says in 250."""
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", "60")
    config.set("DEFAULT", "MIN_OUTPUT_SIZE", "1")
    return config


def _paragraphs(body: Any) -> Iterator[str]:  # noqa: ANN401  an lxml element; lxml has no types
    """The text of each block of trafilatura's tree, in reading order; a table row is one block."""
    for element in body.iter("p", "head", "item", "row", "quote"):
        if any(parent.tag in {"row", "item", "quote"} for parent in element.iterancestors()):
            continue
        cells = element.findall("cell") or [element]
        text = " | ".join(filter(None, (_flat(cell) for cell in cells)))
        if text:
            yield text


def _metadata(found: Any, tree: Any) -> Iterator[Harvest]:  # noqa: ANN401  trafilatura's document, an lxml element
    """What the page says of itself; trafilatura respells authors ("A. Writer" → "A Writer"), so the page's words come first."""
    written = {"author": _flat_text(tree.xpath("//meta[@name='author']/@content"))}
    for name, trait in _METADATA:
        value = written.get(name) or str(getattr(found, name, None) or "").strip()
        if value:
            yield Harvest(trait, value, Trace(f"html {name}", value, "html/metadata"))


def _media(tree: Any) -> Iterator[Media]:  # noqa: ANN401  an lxml element
    """The figures of a page with caption and picture."""
    for figure in tree.iter("figure"):
        caption = next((_flat(element) for element in figure.iter("figcaption")), "")
        picture = next((str(image.get("src") or "") for image in figure.iter("img")), "")
        if caption:
            yield _split_credit(caption, picture)


def _split_credit(caption: str, picture: str) -> Media:
    """Caption and credit of a figure's text, told apart the way cleaning does it for plain text."""
    found = clean(f"{caption}\n")
    first = next(iter(found.media), None)
    return Media(first.caption, first.credit, picture) if first else Media(caption, "", picture)


def _lines(tree: Any) -> Iterable[str]:  # noqa: ANN401  an lxml element
    """Every line of text a reader of the page sees, each once."""
    texts = (
        _squeezed(str(text))
        for text in tree.xpath("//body//text()")
        if not {parent.tag for parent in text.getparent().iterancestors()} & _NO_TEXT and text.getparent().tag not in _NO_TEXT
    )
    return dict.fromkeys(filter(None, texts))


def _flat(element: Any) -> str:  # noqa: ANN401  an lxml element
    return _squeezed("".join(element.itertext()))


def _flat_text(values: Any) -> str:  # noqa: ANN401  what an XPath gives
    return _squeezed(", ".join(str(value) for value in values))


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
