"""Import as a whole: what it writes passes `check`, quotes its source word for word, and never comes twice."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefgen.config import load_vocabulary
from briefgen.model.frontmatter import quotes_in
from briefgen.reading import read_articles
from tests.importing.servers import answer, serving
from tests.importing.sites import empty_site, files, run

ROOT = Path(__file__).parents[2]

RAW = sorted(
    [
        *(path for path in (ROOT / "content").rglob("*") if path.suffix in {".txt", ".html"} and "sources" not in path.parts),
        *(path for lang in ("en", "ja", "vi") for path in (ROOT / "tests" / "pages").glob(f"{lang}_*.txt")),
    ]
)
"""The raw articles of the example site and of the cleaning tests, in three languages."""

EN = """\
Ministers of Kenya and Denmark meet in Nairobi

NAIROBI, 20 October 2025 - The interior minister of Kenya met the justice minister of Denmark on Monday and spoke about \
smuggling by sea. The two ministers agreed that their coast guards would exchange officers every year.

Both sides said that they wanted to sign a memorandum on the training of police officers before the end of the year.
"""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new site without content; the test stands in its folder."""
    return empty_site(tmp_path, monkeypatch)


def article(site: Path, text: str = EN, name: str = "talks.txt") -> str:
    """A raw article beside the site; gives its path."""
    path = site.parent / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_real_articles_become_briefings_that_pass_check_and_build(site: Path) -> None:
    """Articles in three languages: each becomes a briefing whose quotes all stand in its archive; the site builds."""
    places = [str(path) for path in RAW]
    done = run("import", "--json", *places)
    results = [json.loads(line) for line in done.stdout.splitlines()]
    assert [result["source"] for result in results] == places
    assert {result["status"] for result in results} <= {"imported", "known"}, done.stderr
    written = [result for result in results if result["status"] == "imported"]
    assert len(written) >= len(RAW) - 3
    reading = read_articles(site / "content", load_vocabulary(site)[0])
    assert reading.problems == ()
    for briefing in reading.articles:
        source = reading.sources[briefing.stated.source.file]
        quotes = [quote for _, quote in quotes_in(briefing.stated)]
        assert [quote for quote in quotes if " ".join(quote.split()) not in " ".join(source.split())] == []
        assert len(quotes) >= len(briefing.stated.countries) + len(briefing.stated.topics)
    assert run("check", "--drafts").exit_code == 0
    built = run("build", "--drafts")
    assert built.exit_code == 0
    assert f"{len(written)} briefings" in built.stderr


def test_the_file_is_a_draft_with_its_source(site: Path) -> None:
    """An article becomes content/<slug>.md with review: draft and its archived text in content/sources/."""
    done = run("import", article(site, f"---\ndate: 2025-10-20\n---\n{EN}"))
    assert done.exit_code == 0, done.stderr
    name = "ministers-of-kenya-and-denmark-meet-in-nairobi"
    assert set(files(site)) == {f"{name}.md", f"sources/{name}.txt"}
    text = files(site)[f"{name}.md"].decode()
    assert text.startswith("---\n")
    assert "title: Ministers of Kenya and Denmark meet in Nairobi\n" in text
    assert "date: 2025-10-20\n" in text
    assert "  - {code: KE, quote: " in text
    assert f"  file: sources/{name}.txt\n" in text
    assert "\nreview: draft\n---\n" in text
    assert "# check: sentences of the article; make them the bottom line in your own words\nsummary: " in text
    assert "# check: everything rests on one source; look for another report of the same news" in text
    assert "The two ministers agreed that their coast guards would exchange officers every year." in text
    assert files(site)[f"sources/{name}.txt"].decode().startswith("Ministers of Kenya and Denmark meet in Nairobi\n\nNAIROBI")
    assert f"wrote                        content/{name}.md" in done.stdout
    assert "country KE (primary)" in done.stdout
    assert done.stdout.count("make them the bottom line") == 1


def test_an_open_question_is_told_once(site: Path) -> None:
    """What analysis leaves open stands once in the report, with its hint, and as a remark in the file."""
    done = run("import", article(site, EN.partition("\n\n")[2].replace("20 October 2025", "Monday")))
    assert done.stdout.count("no publication date is stated") == 1
    (text,) = (text.decode() for name, text in files(site).items() if "/" not in name)
    assert "# check: no publication date is stated\n" in text


def test_a_dry_run_writes_nothing(site: Path) -> None:
    """`--dry-run` says what it would write, and writes nothing."""
    done = run("import", "--dry-run", article(site))
    assert done.exit_code == 0
    assert "would write" in done.stdout
    assert files(site) == {}


@pytest.mark.parametrize(
    "change", [str.upper, lambda text: text.replace("\n\n", "\n\n\n"), lambda text: f"Menu | Home | Login\n\n{text}"]
)
def test_the_same_text_is_known(site: Path, change: object) -> None:
    """The same article under another name and with another layout is found; nothing is written, and that is no failure."""
    run("import", article(site))
    before = files(site)
    assert callable(change)
    done = run("import", article(site, change(EN), "again.txt"))
    assert done.exit_code == 0
    assert "the site has this article already, as content/ministers-of-kenya-and-denmark-meet-in-nairobi.md" in done.stdout
    assert files(site) == before


def test_the_same_address_is_known(site: Path) -> None:
    """An article with the address of one that the site has is found whatever its words; a site's front page is no article."""
    line = "\nSource: https://www.example.org/news/kenya?utm_source=mail\n"
    assert run("import", article(site, f"{EN}{line}")).exit_code == 0
    other = EN.replace("smuggling by sea", "piracy").replace("Ministers of", "Officials of")
    stated = f"---\nsource: {{url: 'http://example.org/news/kenya/'}}\n---\n{other}"
    assert "has this article already" in run("import", article(site, stated, "b.txt")).stdout
    for name in ("c", "d"):
        front = f"---\nsource: {{url: 'https://example.org/'}}\n---\n{other} Nobody spoke of {name * 5} afterwards."
        assert "wrote" in run("import", article(site, front, f"{name}.txt")).stdout


def test_a_raw_article_of_the_site_is_known(site: Path) -> None:
    """What stands in content/ as a raw article is not imported a second time, and not from content/ itself."""
    (site / "content" / "talks.txt").write_text(EN, encoding="utf-8")
    assert "as content/talks.txt" in run("import", article(site)).stdout
    done = run("import", "content/talks.txt")
    assert done.exit_code == 1
    assert "content/talks.txt: it is in content/ already" in done.stderr


def test_names_that_are_taken_are_numbered(site: Path) -> None:
    """Two articles of one title get two names, and neither that of a briefing in another folder."""
    taken = site / "content" / "2024"
    taken.mkdir()
    (taken / "ministers-of-kenya-and-denmark-meet-in-nairobi.md").write_text("---\ntitle: Old\n---\n", encoding="utf-8")
    run("import", article(site), article(site, EN.replace("smuggling by sea", "piracy"), "b.txt"))
    names = {name for name in files(site) if "/" not in name}
    assert names == {f"ministers-of-kenya-and-denmark-meet-in-nairobi-{n}.md" for n in (2, 3)}


def test_every_source_gets_its_turn(site: Path) -> None:
    """One source that fails costs exit code 1 and a sentence, and the others are imported."""
    empty, binary = site.parent / "empty.txt", site.parent / "a.txt"
    empty.write_bytes(b"")
    binary.write_bytes(b"\0\1\2" * 50)
    done = run("import", str(empty), "missing.txt", str(binary), article(site))
    assert done.exit_code == 1
    for sentence in (f"{empty}: ", "missing.txt: there is no such file", f"{binary}: it holds zero bytes", "3 of 4 sources"):
        assert sentence in done.stderr
    assert len(files(site)) == 2


def test_a_folder_stands_for_its_files(site: Path) -> None:
    """A folder is searched for articles; the site in it, hidden files and pictures are passed over."""
    article(site)
    (site.parent / "deep").mkdir()
    article(site, EN.replace("smuggling by sea", "piracy").replace("Kenya", "Ghana"), "deep/b.txt")
    (site.parent / ".hidden.txt").write_text(EN, encoding="utf-8")
    (site.parent / "a.png").write_bytes(b"\x89PNG")
    done = run("import", "--json", "..")
    assert done.exit_code == 0, done.stderr
    assert [json.loads(line)["source"] for line in done.stdout.splitlines()] == ["../deep/b.txt", "../talks.txt"]


def test_standard_input(site: Path) -> None:
    """`-` reads standard input, a page as well as plain text."""
    page = (
        f"<!doctype html><html lang=en><title>Ministers meet</title><body><article><p>{'</p><p>'.join(EN.split(chr(10) * 2))}"
    )
    assert run("import", "-", stdin=page.encode()).exit_code == 0
    assert "</p>" not in "".join(text.decode() for text in files(site).values())
    assert len(files(site)) == 2
    assert run("import", "-", stdin=EN.replace("Kenya", "Ghana").encode("utf-16")).exit_code == 0
    assert len(files(site)) == 4


def test_what_an_article_states_is_kept(site: Path) -> None:
    """Stated facts win over found ones; a stated quote that is not in the text is dropped with a remark."""
    front = "---\ntitle: Talks\ncountries: [{code: SE, quote: no such words}]\ntopics: [{id: diplomacy, quote: met the}]\n---\n"
    assert run("import", article(site, front + EN)).exit_code == 0
    text = files(site)["talks.md"].decode()
    assert "  # check: the stated quote “no such words” is not in the source\n  - {code: SE}\n" in text
    assert "  - {id: diplomacy, quote: met the}\n" in text
    assert "code: KE" not in text


def test_wrong_front_matter_stops_one_source(site: Path) -> None:
    """A source whose own front matter is wrong is told with its place, and not imported."""
    done = run("import", article(site, f"---\ntitel: Talks\n---\n{EN}"))
    assert done.exit_code == 1
    assert "talks.txt:2:1: unknown key `titel`; did you mean `title`?" in done.stderr
    assert files(site) == {}


def test_japanese_names_are_date_and_hash(site: Path) -> None:
    """A Japanese title gives no Latin name: the date and a short hash stand for it, the same on every machine."""
    text = "日本とケニアの大臣が会談\n\n東京で両国の大臣が会談し、海上の密輸対策について協力を進めることで一致した。\n"
    run("import", article(site, f"---\ndate: 2025-10-20\n---\n{text}"))
    (name,) = (name for name in files(site) if name.endswith(".md"))
    assert name.startswith("2025-10-20-")
    assert len(name) == len("2025-10-20-01234567.md")


def test_a_link_out_of_content_is_refused(site: Path, tmp_path: Path) -> None:
    """Nothing is written through a link that leads out of content/."""
    outside = tmp_path / "outside"
    outside.mkdir()
    sources = site / "content" / "sources"
    if sources.exists():
        sources.rmdir()
    sources.symlink_to(outside)
    done = run("import", article(site))
    assert done.exit_code == 1
    assert "it leads out of content/" in done.stderr
    assert list(outside.iterdir()) == []
    assert [name for name in files(site) if name.endswith(".md")] == []


def test_a_web_address(site: Path) -> None:
    """A page is fetched only if its address is public, or the user allows his own network; its address is its source."""
    page = (
        f"<!doctype html><title>Ministers meet</title><article>{''.join(f'<p>{p}</p>' for p in EN.splitlines() if p)}</article>"
    )
    scripts = {"/robots.txt": (answer(status="404 Not Found"),), "/news/kenya": (answer(page.encode()),)}
    with serving(scripts) as server:
        url = server.url("/news/kenya")
        refused = run("import", url)
        assert refused.exit_code == 1
        assert url in refused.stderr
        assert server.paths == []
        assert run("import", "--allow-private", url).exit_code == 0
        (text,) = (text.decode() for name, text in files(site).items() if name.endswith(".md"))
        assert f"  url: {url}\n" in text
        assert "the site has this article already" in run("import", "--allow-private", f"{url}#part").stdout
