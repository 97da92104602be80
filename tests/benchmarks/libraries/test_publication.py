"""Plain text becomes the page that trafilatura and htmldate need."""

from __future__ import annotations

from benchmarks.libraries.publication import address_in, as_fact, as_page


def test_a_page_holds_every_line() -> None:
    """The first line is title and heading, the others are paragraphs, and signs of markup are text."""
    page = as_page("\nTitle & more\n\n a <b> \nLast\n")
    assert "<title>Title &amp; more</title>" in page
    assert "<h1>Title &amp; more</h1><p>a &lt;b&gt;</p><p>Last</p>" in page


def test_an_empty_text_is_an_empty_page() -> None:
    """No line, no paragraph, no error."""
    assert as_page(" \n").endswith("<h1></h1></article></body></html>")


def test_the_first_address_is_found() -> None:
    """With Japanese right behind it, too; text without one has none."""
    assert address_in("出典：https://news.example/a-1.htm（全文）https://b.example") == "https://news.example/a-1.htm"
    assert address_in("no address") is None


def test_nothing_is_no_fact() -> None:
    """An empty answer of a tool claims nothing; any other is stated."""
    assert as_fact(None) is None
    assert as_fact("") is None
    assert as_fact("2025-10-26") == {"value": "2025-10-26", "origin": "stated"}
