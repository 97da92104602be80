"""Automatic cross-links: where they are set and where they are not."""

from __future__ import annotations

import pytest

from briefgen.kinds import COUNTRY, TOPIC, Kind
from briefgen.model.mention import Mention
from briefgen.rendering.crosslinks import Linker
from briefgen.rendering.prose import render_body
from tests.rendering.sample_site import find_names, raw, written

AUSTRIA = '<a href="country/AT" class="auto">Austria</a>'
CRIME = '<a href="topic/cybercrime" class="auto">cybercrime</a>'


def address(kind: Kind, key: str) -> str | None:
    """An address for everything but Georgia, which has no page."""
    return None if key == "GE" else f"{kind.name}/{key}"


def linked(markdown: str, **facts: object) -> str:
    """The HTML of a Markdown text with cross-links."""
    return render_body(written("x", "X", body=markdown, **facts), Linker(find_names, "en", address), lambda _: None, {}).html


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("Austria met Austria.", f"<p>{AUSTRIA} met Austria.</p>\n"),
        ("Austria fights cybercrime.", f"<p>{AUSTRIA} fights {CRIME}.</p>\n"),
        ("**Austria** and `Austria`", f"<p><strong>{AUSTRIA}</strong> and <code>Austria</code></p>\n"),
        ("`Austria` and Austria", f"<p><code>Austria</code> and {AUSTRIA}</p>\n"),
        ("Georgia stays text.", "<p>Georgia stays text.</p>\n"),
        ('<span class="nolink">Austria</span> and Austria', f'<p><span class="nolink">Austria</span> and {AUSTRIA}</p>\n'),
        ("Aus*tria*", "<p>Aus<em>tria</em></p>\n"),
        ("    Austria", "<pre><code>Austria\n</code></pre>\n"),
    ],
)
def test_where_links_are_set(markdown: str, html: str) -> None:
    """The first mention is linked; never in code, in `nolink`, across markup, or to a page that does not exist."""
    assert linked(markdown) == html


def test_first_mention_of_each_section() -> None:
    """After a heading a name is linked again, and in the heading itself never."""
    html = linked("Austria.\n\n## Austria\n\nAustria and Austria.")
    assert html.count(AUSTRIA) == 2
    assert '<h2 id="austria">Austria</h2>' in html


def test_never_inside_a_link() -> None:
    """A name in the text of a link stays in that link; the next mention is linked."""
    html = linked("[Austria](https://a.example) and Austria")
    assert html == f'<p><a href="https://a.example" rel="noopener">Austria</a> and {AUSTRIA}</p>\n'


def test_switched_off_by_front_matter() -> None:
    """`crosslinks: false` turns automatic links off."""
    assert linked("Austria", crosslinks=False) == "<p>Austria</p>\n"


def test_plain_text_of_a_raw_article() -> None:
    """A raw article's text is linked by the same rule."""
    html = render_body(raw(), Linker(find_names, "ja", address), lambda _: None, {}).html
    assert html.startswith('<p id="b-p-1"><a href="country/VN" class="auto">ベトナム</a>の大臣は')


@pytest.mark.parametrize(
    ("text", "name", "kind", "is_link"),
    [
        ("訪越した", "越", COUNTRY, False),
        ("国際刑事警察機構", "警察", TOPIC, False),
        ("警察と協力", "警察", TOPIC, True),
        ("日本政府", "日本", COUNTRY, True),
        ("電子証拠収集", "電子証拠", TOPIC, True),
    ],
)
def test_short_han_words_inside_longer_ones(text: str, name: str, kind: Kind, *, is_link: bool) -> None:
    """A single Han letter is never linked, nor a short topic inside a longer word; a country is."""

    def find(text: str, _: str) -> tuple[Mention, ...]:
        return (Mention(kind, "x", text.index(name), text.index(name) + len(name)),)

    html = render_body(written("x", "X", body=text, lang="ja"), Linker(find, "ja", address), lambda _: None, {}).html
    assert ("<a " in html) is is_link
