"""An import on a cluster of two workers: the same files and words as without, also when one of them is killed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

import pytest

import briefgen.importing
from briefgen.analysis import Analyst
from briefgen.cluster import Cluster, Lost
from briefgen.config import load_settings, load_vocabulary
from briefgen.importing import Importer, places_of
from briefgen.importing.cluster_crew import _ARTICLES, Numbered, _chunks, prepared_by_cluster
from briefgen.importing.desk import Desk
from briefgen.importing.gathering import Gathered, Gatherer
from briefgen.importing.holdings import Holdings
from briefgen.importing.preparing import Preparer
from briefgen.importing.sources import Place, Source, Terms
from briefgen.model.settings import Project
from briefgen.model.vocabulary import Vocabulary
from tests.cluster.machines import cluster
from tests.importing.fatal import Fatal
from tests.importing.servers import answer, serving
from tests.importing.sites import empty_site, files, run

ARTICLES = 60

FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>
<item><title>Talks in Accra</title><link>https://news.example/accra</link><description>{text}</description></item>
<item><title>Talks in Lima</title><link>https://news.example/lima</link><description>Only the beginning […]</description></item>
</channel></rss>"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a scheduler with two workers."""
    with cluster(tmp_path_factory.mktemp("cluster")) as found:
        yield found


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """A folder of articles in three languages, some of them equal, a page, a feed, and some of which nothing comes."""
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(ARTICLES):
        (folder / f"{number:02}.txt").write_text(article(number // 2) if number != 7 else "", encoding="utf-8")
    whole = "The minister of Ghana met the minister of Peru in Accra and agreed on talks about fish. " * 30
    (folder / "feed.rss").write_text(FEED.format(text=whole), encoding="utf-8")
    (folder / "page.html").write_text(f"<title>Fish</title><article><h1>Fish for Peru</h1><p>{whole}</p></article>", "utf-8")
    return folder


def article(number: int, languages: int = 3) -> str:
    """An article that no other number has, under a title that others have, in one of so many languages."""
    return (
        f"Ministers meet in Nairobi\n\nThe minister of Kenya met {number} ministers of Denmark and spoke about fish.\n",
        f"大臣が会談\n\nケニアの大臣はデンマークの大臣と{number}回会談し、協力を進めることで一致した。\n",
        f"Bộ trưởng gặp nhau\n\nBộ trưởng Kenya đã gặp {number} bộ trưởng Đan Mạch tại Nairobi.\n",
    )[number % languages]


def imported(site: Path, *arguments: str) -> tuple[int, str, str, dict[str, bytes]]:
    """What an import says and the files that it makes."""
    done = run("import", *arguments)
    return done.exit_code, done.stdout, done.stderr, files(site)


def test_a_worker_killed_in_the_middle(address: str, inbox: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files, words and exit code are those of this machine alone, byte for byte, though a worker was killed by an article."""
    monkeypatch.setattr(briefgen.importing, "Preparer", Fatal)
    deadly = inbox / "30-deadly.txt"
    deadly.write_text("It kills once\n\nThe minister of Chile met the minister of Japan.\n", encoding="utf-8")
    dead = Path(f"{deadly}.dead")
    dead.touch()  # not this process
    here = imported(empty_site(tmp_path / "here", monkeypatch), "--json", str(inbox))
    dead.unlink()
    there = imported(empty_site(tmp_path / "there", monkeypatch), "--json", "--cluster", address, str(inbox))
    assert dead.exists()
    assert there == here
    assert here[0] == 1
    assert len(here[3]) > ARTICLES // 2


def test_a_stopped_import_goes_on(address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is done when nobody asks on is whole and stays; the same command makes the rest."""
    inbox = tmp_path / "in"
    inbox.mkdir()
    for number in range(3 * _ARTICLES):
        (inbox / f"{number:02}.txt").write_text(article(number, languages=1), encoding="utf-8")
    _, _, _, whole = imported(empty_site(tmp_path / "whole", monkeypatch), str(inbox))
    site = empty_site(tmp_path / "stopped", monkeypatch)
    vocabulary, _ = load_vocabulary(Path())
    importer = Importer(Project(Path(), Path("output"), datetime(2025, 11, 1, tzinfo=UTC), load_settings(Path())), vocabulary)
    with closing(importer.run(places_of([str(inbox)]), cluster=address)) as stopped:
        for _ in range(5):
            next(stopped)
    assert len(files(site)) == 2 * 5
    assert files(site).items() <= whole.items()
    assert run("import", "--cluster", address, str(inbox)).exit_code == 0
    assert files(site) == whole


@dataclass(frozen=True)
class Deadly:
    """A cluster whose workers die of everything."""

    def mapped(self, function: object, common: object, chunks: Iterable[Sequence[Numbered]]) -> Iterator[Lost[Numbered]]:  # noqa: ARG002  a cluster's signature
        """Every item, lost."""
        yield from (Lost(item) for chunk in chunks for item in chunk)


def test_an_article_that_kills_workers() -> None:
    """It is told under its name, in its place, with what may be the reason."""
    desk = Desk(Gatherer(Path("content"), Terms()), Preparer(Analyst(Vocabulary(countries={}, topics={})), "en"), Holdings())
    places = [Place(__file__), Place("missing.txt")]
    found = list(prepared_by_cluster(places, desk, cast("Cluster", Deadly())))
    assert [(number, prepared.name) for number, prepared in found] == [(0, __file__), (1, "missing.txt")]
    told = [str(problem) for _, prepared in found for problem in prepared.problems]
    died = "the workers of the cluster that read it died; perhaps it takes more memory than they have"
    assert told == [f"{__file__}: {died}", "missing.txt: there is no such file", f"missing.txt: {died}"]


def test_workers_go_nowhere(address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages are fetched by this machine, once and under its rules: private addresses only if allowed."""
    empty_site(tmp_path, monkeypatch)
    page = b"<title>Fish</title><article><h1>Fish for Peru</h1><p>The minister of Ghana met the minister of Peru.</p></article>"
    with serving({"/fish": answer(page)}) as web:
        refused = run("import", "--cluster", address, web.url("/fish"))
        allowed = run("import", "--cluster", address, "--allow-private", web.url("/fish"))
    assert refused.exit_code == 1
    assert "only 80 and 443 are visited unless private addresses are allowed" in refused.stderr
    assert allowed.exit_code == 0
    assert web.paths == ["/robots.txt", "/fish"]


def test_chunks_are_full_by_number_or_bytes() -> None:
    """A chunk holds a handful of articles, or one if it is large; none is lost between them."""
    small, large = (
        Gathered("small", Source("small", b"a", ".txt")),
        Gathered("large", Source("large", b"a" * 2_000_000, ".pdf")),
    )
    articles = [*[small] * (_ARTICLES + 1), large, Gathered("gone"), large]
    chunks = list(_chunks(enumerate(articles)))
    assert [len(chunk) for chunk in chunks] == [_ARTICLES, 2, 2]
    assert [one for chunk in chunks for one in chunk] == list(enumerate(articles))
    assert list(_chunks(iter(()))) == []
