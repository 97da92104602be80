"""RSS and Atom: each entry with what the feed says of it; encodings, broken feeds and bombs."""

from __future__ import annotations

import unicodedata
from html import escape
from pathlib import Path

import pytest

from briefgen.importing.feeds import Entry, read_feed
from briefgen.importing.sources import FEED, NotImportable, Place, Source, Terms, load
from briefgen.model.article import Trait

TEXTS = {
    "en": (
        "Ministers meet in Nairobi",
        "The ministers of both states met on Monday and agreed to exchange officers every year. ",
    ),
    "ja": ("両国の大臣が会談", "両国の大臣は月曜日に会談し、海上の密輸対策について協力を進めることで一致した。"),
    "vi": ("Hai bộ trưởng gặp nhau", "Hai bộ trưởng đã gặp nhau hôm thứ Hai và thống nhất trao đổi cán bộ hằng năm. "),
}
"""A title and a sentence in each language."""


def rss(*items: str, encoding: str = "UTF-8") -> str:
    """An RSS 2.0 feed of some items."""
    head = f'<?xml version="1.0" encoding="{encoding}"?>\n<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
    return f"{head}<channel><title>News</title>{''.join(items)}</channel></rss>"


def item(title: str, description: str, content: str = "", link: str = "https://example.org/news/1") -> str:
    """An item of RSS 2.0 of late Monday in New York, which is Tuesday in London."""
    encoded = f"<content:encoded>{escape(content)}</content:encoded>" if content else ""
    return (
        f"<item><title>{escape(title)}</title><link>{link}</link><description>{escape(description)}</description>{encoded}"
        "<author>desk@example.org (A. Writer)</author><pubDate>Mon, 20 Oct 2025 23:30:00 -0500</pubDate></item>"
    )


ATOM = """\
<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>News</title>
<entry><title type="html">Ministers &lt;b&gt;meet&lt;/b&gt;</title><link href="/news/1"/>
<updated>2025-10-21T01:00:00+09:00</updated><author><name>A. Writer</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>They met.</p></div></content>
</entry></feed>"""

RDF = """\
<?xml version="1.0" encoding="utf-8"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="x"><title>News</title></channel>
<item rdf:about="y"><title>両国の大臣が会談</title><link>https://example.org/news/1</link>
<dc:date>2025-10-20T23:00:00+09:00</dc:date></item></rdf:RDF>"""


def with_tones_apart(text: str) -> str:
    """Vietnamese as windows-1258 writes it: the mark of the tone behind its vowel."""
    tones = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
    letters = (unicodedata.normalize("NFD", letter) for letter in text)
    return "".join(
        unicodedata.normalize("NFC", "".join(sign for sign in parts if sign not in tones))
        + "".join(sign for sign in parts if sign in tones)
        for parts in letters
    )


def feed(data: str | bytes, charset: str = "", url: str = "") -> tuple[Entry, ...]:
    """The entries of a feed."""
    return read_feed(Source("feed.rss", data.encode() if isinstance(data, str) else data, FEED, url, charset)).entries


def traits(entry: Entry) -> dict[Trait, str]:
    """What an entry states of itself."""
    return {harvest.trait: harvest.value for harvest in entry.harvest}


def test_what_an_entry_states() -> None:
    """Title, day (where its publisher is), author and address are the feed's; the words that show them are kept."""
    (entry,) = feed(rss(item("Ministers meet &amp; agree", "Short.", "<p>They met.</p>")))
    assert traits(entry) == {
        Trait.TITLE: "Ministers meet & agree",
        Trait.DATE: "2025-10-20",
        Trait.AUTHOR: "A. Writer",
        Trait.SOURCE_URL: "https://example.org/news/1",
    }
    date = next(harvest for harvest in entry.harvest if harvest.trait is Trait.DATE)
    assert date.proof.quote == "Mon, 20 Oct 2025 23:30:00 -0500"
    assert (entry.text, entry.whole) == ("<p>They met.</p>", True)


def test_atom_and_rdf() -> None:
    """Atom's relative links lead from the feed's address, its titles may be HTML; RSS 1.0 dates are Dublin Core's."""
    (atom,) = feed(ATOM, url="https://example.org/feeds/all.xml")
    assert traits(atom) == {
        Trait.TITLE: "Ministers meet",
        Trait.DATE: "2025-10-21",
        Trait.AUTHOR: "A. Writer",
        Trait.SOURCE_URL: "https://example.org/news/1",
    }
    assert "<p>They met.</p>" in atom.text
    (rdf,) = feed(RDF)
    assert (traits(rdf)[Trait.DATE], rdf.title, rdf.whole) == ("2025-10-20", "両国の大臣が会談", False)


@pytest.mark.parametrize(
    ("lang", "encoding"),
    [("en", "utf-8"), ("ja", "euc-jp"), ("ja", "shift_jis"), ("ja", "utf-16"), ("vi", "windows-1258"), ("vi", "utf-16")],
)
def test_encodings(lang: str, encoding: str) -> None:
    """A feed has the encoding that its declaration or its mark says."""
    title, sentence = TEXTS[lang]
    text = rss(item(title, "", f"<p>{sentence}</p>"), encoding=encoding)
    (entry,) = feed((with_tones_apart(text) if encoding == "windows-1258" else text).encode(encoding))
    assert (entry.title, entry.text) == (title, f"<p>{sentence}</p>")


def test_the_encoding_that_a_server_names() -> None:
    """Where the feed does not say it, the server's word counts; UTF-16 without a mark is told by its zero bytes."""
    title, _ = TEXTS["ja"]
    bare = rss(item(title, "")).replace(' encoding="UTF-8"', "")
    assert feed(bare.encode("euc-jp"), charset="euc-jp")[0].title == title
    for encoding in ("utf-16-le", "utf-16-be"):
        assert feed(bare.encode(encoding))[0].title == title


@pytest.mark.parametrize("lang", TEXTS)
def test_a_description_may_be_the_article(lang: str) -> None:
    """A long description is the article, a short one its beginning, and so is one that breaks off."""
    title, sentence = TEXTS[lang]
    long = sentence * 12
    for description, whole in (
        (long, True),
        (sentence, False),
        (f"{long}[…]", False),
        (f"{long} Read more »", False),
        ("", False),
    ):
        assert feed(rss(item(title, description)))[0].whole is whole


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (rss(), "the feed has no entries"),
        ("<rss version='2.0'><channel><item", "it is no feed that can be read: unclosed token"),
        ("<p>Ministers meet</p>", "it is no RSS or Atom feed"),
        ("Ministers meet", "it is no feed that can be read: syntax error"),
        ("", "it is no"),
        (b"\0\1\2\3" * 20, "it holds zero bytes"),
    ],
)
def test_what_is_no_feed(data: str | bytes, sentence: str) -> None:
    """An empty feed, a broken one and what is none give one sentence each."""
    with pytest.raises(NotImportable, match=r"^feed\.rss: ") as raised:
        feed(data)
    assert sentence in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_feed_that_breaks_off() -> None:
    """What could be read of a broken feed is kept, with a warning."""
    whole = rss(item("One", "", "<p>They met.</p>"), item("Two", "", link="https://example.org/news/2"))
    read = read_feed(Source("feed.rss", whole[: whole.index("Two")].encode(), FEED))
    assert [entry.title for entry in read.entries] == ["One"]
    (problem,) = read.problems
    assert problem.severity == "warning"
    assert "the feed is broken (no element found)" in problem.what
    assert problem.what.endswith("1 of its entries could be read")


def test_entities_do_not_expand() -> None:
    """A document type that defines entities within entities, or one from a file, costs nothing and brings nothing."""
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 30))
    bomb = f'<!DOCTYPE rss [<!ENTITY e0 "ha"><!ENTITY file SYSTEM "file:///etc/passwd">{levels}]>'
    data = rss(item("Ministers meet", "")).replace("<rss", f"{bomb}<rss").replace("Ministers", "&e29; &file; Ministers")
    (entry,) = feed(data)
    assert "Ministers meet" in entry.title
    assert len(entry.title) < 60
    assert "root" not in entry.title


@pytest.mark.parametrize("prolog", [" " * 3000, "<!--a-->" * 400, "<?a?>" * 400, "<!DOCTYPE a [" * 200])
def test_a_long_prolog_costs_nothing(prolog: str, tmp_path: Path) -> None:
    """What stands before an element that is no feed's is looked at once, however it could be divided."""
    path = tmp_path / "news.xml"
    path.write_text(f"{prolog}<nofeed/>", encoding="utf-8")
    assert load(Place(str(path)), tmp_path / "content", Terms(), {}).suffix != FEED
    with pytest.raises(NotImportable):
        feed(f"{prolog}<nofeed/>")


def test_a_feed_is_known_by_its_first_element(tmp_path: Path) -> None:
    """A file of any other suffix that begins as a feed is one; a page and another XML are not."""
    path = tmp_path / "news.xml"
    kinds = {
        rss(): FEED,
        f"<?xml-stylesheet href='a'?><!-- news -->\n{ATOM.partition('?>')[2]}": FEED,
        RDF: FEED,
        "<?xml version='1.0'?><urlset/>": ".html",
        "<!doctype html><title>rss</title>": ".html",
        "Rss feeds": ".txt",
    }
    for text, kind in kinds.items():
        for encoding in ("utf-8", "utf-8-sig"):
            path.write_bytes(text.encode(encoding))
            assert load(Place(str(path)), tmp_path / "content", Terms(), {}).suffix == kind
    path.write_bytes(rss().encode("utf-16"))
    assert load(Place(str(path)), tmp_path / "content", Terms(), {}).suffix == FEED
