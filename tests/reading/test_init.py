"""Reading a folder: every file by its reader, every problem in one run, and nothing raised."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefgen.config import load_vocabulary
from briefgen.model.vocabulary import Vocabulary
from briefgen.reading import MAX_BYTES, read_articles


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    """The shipped vocabulary."""
    return load_vocabulary(Path("/no/such/site"))[0]


def site(folder: Path, **files: str | bytes) -> Path:
    """A content folder; `a_md="x"` is `a.md` holding x."""
    content = folder / "content"
    content.mkdir(exist_ok=True)
    for name, data in files.items():
        path = content / ".".join(name.replace("__", "/").rsplit("_", 1))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.encode() if isinstance(data, str) else data)
    return content


def test_articles_in_the_order_of_paths(tmp_path: Path, vocabulary: Vocabulary) -> None:
    """Markdown and text are read, hidden files, vocabularies and other suffixes are not."""
    content = site(
        tmp_path,
        b_md="---\ntitle: B\n---\nText.",
        a__c_txt="Ministers of Austria met in Vienna. They spoke of trade for two hours.",
        _vocabulary__topics_yaml="",
        sources__x_txt="Source.",
        picture_png=b"\x89PNG\0",
        __DS_Store="x",
    )
    reading = read_articles(content, vocabulary)
    assert [(article.id, article.raw) for article in reading.articles] == [("a/c", True), ("b", False)]
    assert dict(reading.sources) == {"sources/x.txt": "Source."}
    assert reading.problems == ()


def test_windows_files(tmp_path: Path, vocabulary: Vocabulary) -> None:
    """A byte order mark and CRLF are no part of a briefing."""
    content = site(tmp_path, a_md=b"\xef\xbb\xbf---\r\ntitle: Hu\xe1\xbb\x87\r\n---\r\nText.\r\n")
    reading = read_articles(content, vocabulary)
    assert reading.problems == ()
    assert (reading.articles[0].stated.title, reading.articles[0].text) == ("Huệ", "Text.")


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"a_md": ""}, "content/a.md: the file is empty; delete it, or put an article in"),
        ({"a_txt": " \n\n"}, "content/a.txt: the file is empty; delete it, or put an article in"),
        ({"a_txt": b"PK\x03\x04\0\0"}, "content/a.txt: it holds zero bytes, so it is no text; save it as UTF-8 text"),
        (
            {"a_html": "<html><body></body></html>"},
            "content/a.html: no article was found in the page; save the article's text as .txt instead",
        ),
        (
            {"a_md": "---\ntitle: A\nsource: {file: ../s.txt}\n---\n"},
            "content/a.md:3:16: there is no archived source `../s.txt`; archived sources are text files in content/sources/",
        ),
    ],
)
def test_one_sentence_a_problem(tmp_path: Path, vocabulary: Vocabulary, files: dict[str, str | bytes], message: str) -> None:
    """Empty, binary and hollow files are told in one sentence each."""
    problems = read_articles(site(tmp_path, **files), vocabulary).problems
    assert [str(problem) for problem in problems] == [message]


def test_a_huge_file_is_not_read(tmp_path: Path, vocabulary: Vocabulary) -> None:
    """A file of 50 MB is refused by its size, without reading it."""
    content = site(tmp_path, a_txt="x")
    with (content / "a.txt").open("wb") as file:
        file.truncate(5 * MAX_BYTES)
    problems = read_articles(content, vocabulary).problems
    assert [str(p) for p in problems] == ["content/a.txt: 50 MB are too much for an article; at most 10 MB are read"]


def test_quotes_of_one_source(tmp_path: Path, vocabulary: Vocabulary) -> None:
    """A quote must be in the source word for word; white space and composed letters do not matter."""
    head = "---\ntitle: A\nsource: {{file: sources/s.txt}}\nkey_points: [{{text: T, quote: {quote}}}]\n---\n"
    source = "Hai bên nhất trí\nhợp tác. 双方は合意した。"
    good = site(
        tmp_path, sources__s_txt=source, a_md=head.format(quote="nhất trí hợp tác"), b_md=head.format(quote="双方は合意した")
    )
    assert read_articles(good, vocabulary).problems == ()
    bad = site(tmp_path, c_md=head.format(quote="hai bên nhất trí"))
    assert [str(p) for p in read_articles(bad, vocabulary).problems] == [
        "content/c.md:4:31: the quote is not in sources/s.txt; nearest: “Hai bên nhất trí”"
    ]


def test_what_is_no_file(tmp_path: Path, vocabulary: Vocabulary) -> None:
    """Dead links, links in a circle and pipes are told, and nothing waits for them; linked folders are not followed."""
    content = site(tmp_path, a_md="---\ntitle: A\n---\n")
    (content / "dead.md").symlink_to("nowhere.md")
    (content / "circle.txt").symlink_to("circle.txt")
    (content / "loop").symlink_to(".", target_is_directory=True)
    os.mkfifo(content / "pipe.txt")
    reading = read_articles(content, vocabulary)
    sentence = "it is no file but a pipe, or a link that leads nowhere; remove it"
    assert [str(p) for p in reading.problems] == [
        f"content/{name}: {sentence}" for name in ("circle.txt", "dead.md", "pipe.txt")
    ]
    assert [article.id for article in reading.articles] == ["a"]


@pytest.mark.parametrize(
    ("suffix", "hint"),
    [
        ("docx", "move it out of content/ and `briefgen import` it"),
        ("PDF", "move it out of content/ and `briefgen import` it"),
        ("markdown", "save it as one of .md, .txt, .html, .htm"),
    ],
)
def test_documents_that_are_not_read_are_told(tmp_path: Path, vocabulary: Vocabulary, suffix: str, hint: str) -> None:
    """A document of another kind makes no page, and a warning says so."""
    (problem,) = read_articles(site(tmp_path, **{f"a_{suffix}": b"PK\0"}), vocabulary).problems
    assert str(problem) == f"content/a.{suffix}: `.{suffix}` files are not read; {hint}"
    assert problem.severity == "warning"


def test_a_guessed_encoding_is_told(tmp_path: Path, vocabulary: Vocabulary) -> None:
    """Bytes that are not UTF-8 are read, with a warning that names the guess."""
    text = "---\ntitle: Réunion\n---\nLe ministre a rencontré son homologue, a déclaré le porte-parole."
    reading = read_articles(site(tmp_path, a_md=text.encode("cp1252")), vocabulary)
    assert reading.articles[0].stated.title == "Réunion"
    (problem,) = reading.problems
    assert problem.severity == "warning"
    assert re.fullmatch(r"content/a\.md: it is not UTF-8; it was read as \w+, which is a guess; save it as UTF-8", str(problem))


def test_the_nearest_words_of_a_large_source(tmp_path: Path, vocabulary: Vocabulary) -> None:
    """The hint for a wrong quote is found among many thousand sentences, without comparing each letter by letter."""
    source = "".join(f"Report {n} was filed by the office of the day. " for n in range(20_000)) + "両国は協力で一致した。"
    text = "---\ntitle: A\nsource: {file: sources/s.txt}\nkey_points: [{text: T, quote: 両国は協力に合意した。}]\n---\n"
    problems = read_articles(site(tmp_path, sources__s_txt=source, a_md=text), vocabulary).problems
    assert [problem.hint for problem in problems] == ["nearest: “両国は協力で一致した。”"]


_suffixes = st.sampled_from(["md", "txt", "html"])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(suffix=_suffixes, data=st.one_of(st.binary(max_size=300), st.text(max_size=300).map(str.encode)))
def test_no_bytes_make_reading_raise(tmp_path: Path, vocabulary: Vocabulary, suffix: str, data: bytes) -> None:
    """Whatever the bytes, there is an article or a problem."""
    content = site(tmp_path, **{f"a_{suffix}": data})
    reading = read_articles(content, vocabulary)
    assert reading.articles or reading.problems
    (content / f"a.{suffix}").unlink()


def test_pages_of_the_site_are_no_articles(tmp_path: Path, vocabulary: Vocabulary) -> None:
    """Texts in `_pages` are read apart, each in its language; their problems are told like all others."""
    content = site(
        tmp_path,
        _pages__about_md="---\ntitle: About\n---\nText.",
        **{
            "_pages__about.ja_md": "---\ntitle: このサイトについて\nlang: ja\n---\n本文。",
            "_pages__broken_md": "---\ntitel: X\n---\nText.",
        },
        a_md="---\ntitle: A\n---\nText.",
    )
    reading = read_articles(content, vocabulary)
    assert [article.id for article in reading.articles] == ["a"]
    assert [(page.id, page.stated.lang) for page in reading.pages][:2] == [("_pages/about.ja", "ja"), ("_pages/about", "")]
    assert {problem.file for problem in reading.problems} == {"content/_pages/broken.md"}
