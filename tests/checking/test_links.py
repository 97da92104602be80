"""Tests of the check of links: what a finished page leads to must be there."""

from __future__ import annotations

import posixpath
import re
from html import unescape
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.checking import check, links
from briefgen.model.output import Output

HOME = "index.html"


def page(path: str, body: str, origin: str = "") -> Output:
    """A page with this body."""
    return Output(path, f"<!doctype html><html><body>{body}</body></html>".encode(), origin)


def told(*outputs: Output) -> list[str]:
    """The problems of these outputs as they are printed."""
    return [str(problem) for problem in check(outputs)]


@pytest.mark.parametrize(
    "link",
    [
        "briefings/b.html",
        "./briefings/b.html",
        "briefings/../briefings/b.html",
        "briefings/b.html#part",
        "briefings/%62.html#%E6%9D%B1%E4%BA%AC",
        "briefings/b.html#東京",
        "briefings/b.html?print=1#part",
        "#here",
        "",
        "https://example.org/nowhere.html",
        "//example.org/nowhere.html",
        "mailto:desk@example.org",
        "data:image/png;base64,AAAA",
    ],
)
def test_good_links_pass(link: str) -> None:
    """Relative, percent-encoded, to an anchor, and everything that leaves the site."""
    home = page(HOME, f'<h1 id="here">x</h1><a href="{link}">x</a>')
    assert told(home, page("briefings/b.html", '<p id="part">x</p><p id="東京">x</p>')) == []


@pytest.mark.parametrize("link", ["gone.html", "../index.html", "briefings/", "%E6%9D%B1.html", "briefings/B.html"])
def test_a_link_to_nowhere(link: str) -> None:
    """The problem names the file that it comes from, the link as it is written and the page."""
    home = page(HOME, f'<a href="{link}">x</a>', "content/home.md")
    assert told(home, page("briefings/b.html", "")) == [
        f"content/home.md: the link `{link}` on index.html leads nowhere; check the spelling, or that the page is published",
    ]


@pytest.mark.parametrize("markup", ['<img src="gone.png" alt="">', '<script src="gone.js"></script>', '<link href="gone.css">'])
def test_whatever_a_page_loads_counts(markup: str) -> None:
    """Pictures, scripts and styles are links too."""
    assert len(told(page(HOME, markup))) == 1


@pytest.mark.parametrize("anchor", ["gone", "Part", "%E6%9D%B1"])
def test_a_link_to_a_missing_anchor(anchor: str) -> None:
    """An anchor must be on the page, in this very spelling."""
    home = page(HOME, f'<a href="b.html#{anchor}">x</a><a href="#top">x</a>')
    assert told(home, page("b.html", '<p id="part">x</p>')) == [
        f"index.html: the link `b.html#{anchor}` on index.html leads to no heading or id there",
        "index.html: the link `#top` on index.html leads to no heading or id there",
    ]


def test_an_id_that_stands_twice() -> None:
    """A link to it would lead to the first only."""
    assert told(page(HOME, '<p id="a"></p><p id="a"></p><p id="a"></p>')) == [
        "index.html: the id `a` stands twice on index.html"
    ]


def test_a_link_that_stands_often_is_one_problem() -> None:
    """The same wrong link on one page is told once, on two pages twice."""
    wrong = '<a href="gone.html">x</a>' * 3
    assert len(told(page(HOME, wrong), page("b.html", wrong))) == 2


def test_a_link_from_the_root_of_the_host() -> None:
    """It breaks from disk and below a path, but may be meant: a warning."""
    (problem,) = check((page(HOME, '<a href="/about.html">x</a>'),))
    assert problem.severity == "warning"
    assert str(problem).startswith(
        "index.html: the link `/about.html` on index.html works only at the root of a host; write it"
    )


def test_files_that_are_no_pages_are_not_read() -> None:
    """Links in text files are text; a page may link to them."""
    text = Output("data/a.txt", b'\xff<a href="gone.html">', "")
    assert told(page(HOME, '<a href="data/a.txt">x</a><a href="data/a.txt#line">x</a>'), text) == []


def test_the_page_in_a_folder_is_resolved_from_there() -> None:
    """The same link means another page in another folder."""
    home, japanese = page(HOME, ""), page("ja/index.html", '<a href="../index.html">x</a><a href="index.html">x</a>')
    assert told(home, japanese) == []


class Parser(HTMLParser):
    """The ids and links of a page, as the standard library's parser finds them."""

    def __init__(self, html: str) -> None:
        """Read a page."""
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an element is called and where it leads."""
        for name, value in attrs:
            if value and tag != "base" and name in {"id", "href", "src"}:
                (self.ids if name == "id" else self.links).append(value)


PIECES = st.sampled_from(
    [
        '<a href="b.html">',
        "<a href='b.html#x'>",
        "<a href=b.html>",
        '<A HREF = "&amp;.html">',
        '<img src="a.png" alt="a > b">',
        "</a>",
        '<p id="x" class="id=y">',
        "<p title='id=\"z\"'>",
        '<p\nid="東京">',
        "<br/>",
        '<p data-id="no" id="yes">',
        "<base href='/'>",
        "<p id>",
        '<script src="s.js"></script>',
        "<script>\"<a href='n.html'>\"</script>",
        "<!-- <p id='n'> -->",
        "text",
        "a < b and \"id\" = 'x'",
        "&lt;p id=n&gt;",
        "日本語",
        "\n",
        '<li class="a"><p lang="vi">',
        '<p class="<b id=n>">',
        "<p class=\"it's\" id='it\"s'>",
        '<a class="x" href="c.html#%C3%A1" rel="noopener">Hà Nội</a>',
        '<a href="b.html">',
        "<h2 id=''>",
    ]
)


PLAIN_MARKUP = re.compile(
    r"""<!--.*?-->
    | <(?P<raw>script|style|textarea|title)\b(?P<head>(?:[^>"']|"[^"]*"|'[^']*')*)>.*?</(?P=raw)
    | <(?P<tag>[a-z][^\s/>]*)(?P<rest>(?:[^>"']|"[^"]*"|'[^']*')*)>""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
"""A start tag with its attributes, told plainly: every tag is found and cut into its attributes."""


def plainly(html: str) -> tuple[list[str], list[str]]:
    """The ids and links of a page by the plain expression: what the quick one must find."""
    ids: list[str] = []
    found_links: list[str] = []
    for found in PLAIN_MARKUP.finditer(html):
        for name, *values in links._ATTRIBUTE.findall(found["rest"] or found["head"] or ""):
            value = unescape("".join(values))
            if value and (found["tag"] or "").lower() != "base" and name.lower() in {"id", "href", "src"}:
                (ids if name.lower() == "id" else found_links).append(value)
    return ids, found_links


BROKEN = st.sampled_from(
    [
        *(
            "<",
            ">",
            '"',
            "'",
            "<p",
            "<a ",
            " id=",
            ' href="',
            ' class="x"',
            "=",
            "/",
            "</",
            "<!--",
            "-->",
            "<script",
            "</script>",
            "b",
        ),
        "<title>\"<b id='n'></title>",
        "<TITLE lang=en id=t>x<p id=n></Title>",
        "<titles><style id='s'>",
    ]
)
"""Markup that does not end, and what the standard library's parser takes for markup inside a title."""


@given(st.lists(PIECES | BROKEN, max_size=14).map("".join))
def test_broken_markup_is_read_alike(html: str) -> None:
    """Quotes that do not end, tags in tags, comments that stay open: the quick way of reading finds what a plain one does."""
    found = links._anchors(html.encode())
    assert (list(found.ids), list(found.links)) == plainly(html)


def plain_problem(link: str, place: str, ids: dict[str, set[str]]) -> str | None:
    """What is wrong with a link on a page, each looked at by itself."""
    parts = urlsplit(link)
    if link.startswith("/") and not link.startswith("//"):
        return "works only at the root"
    if parts.scheme or parts.netloc:
        return None
    path = unquote(parts.path)
    target = posixpath.normpath(posixpath.join(posixpath.dirname(place), path)) if path else place
    if target not in ids:
        return "leads nowhere"
    is_lost = target.endswith(".html") and parts.fragment and unquote(parts.fragment) not in ids[target]
    return "leads to no heading" if is_lost else None


LINKS = st.sampled_from(
    [
        *("#a", "#b", "#%61", "#京", "#", "?q#a", "a.html", "a.html#a", "b.html#b", "../a.html", "./a.html#b", "ja/a.html"),
        *("../ja/b.html#a", "%61.html", "//host/a.html", "/a.html", "x:y", "data.txt#z", "../../a.html", " #a", "#a b", "ja/"),
    ]
)


@given(
    found=st.dictionaries(
        st.sampled_from(["a.html", "b.html", "ja/a.html", "ja/b.html", "data.txt"]),
        st.tuples(st.sets(st.sampled_from(["a", "b", "%61", "京", "a b"])), st.lists(LINKS, max_size=8)),
    )
)
def test_links_are_judged_as_if_each_stood_alone(found: dict[str, tuple[set[str], list[str]]]) -> None:
    """What is remembered of a link from another page of the folder never hides or makes a problem."""
    outputs = [
        page(path, "".join([*(f'<p id="{one}">' for one in sorted(ids)), *(f'<a href="{one}">' for one in leading)]))
        for path, (ids, leading) in found.items()
    ]
    all_ids = {path: ids if path.endswith(".html") else set() for path, (ids, _) in found.items()}
    expected = [
        (path, link, wrong)
        for path, (_, leading) in found.items()
        for link in dict.fromkeys(leading)
        if path.endswith(".html") and (wrong := plain_problem(link, path, all_ids))
    ]
    problems = check(outputs)
    assert len(problems) == len(expected)
    for problem, (path, link, wrong) in zip(problems, expected, strict=True):
        assert problem.what.startswith(f"the link `{link}` on {path} {wrong}")


@given(st.lists(PIECES, max_size=12).map("".join))
def test_links_are_those_a_parser_finds(html: str) -> None:
    """Whatever markup a page holds, the same ids and links are checked as a whole parser would find."""
    found = links._anchors(html.encode())
    parser = Parser(html)
    assert (list(found.ids), list(found.links)) == (parser.ids, parser.links)
