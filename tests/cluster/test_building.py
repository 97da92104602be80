"""A build whose articles are analyzed on a cluster: the same files as without."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefgen.analysis import Analyst
from briefgen.cli import main
from briefgen.cluster import helpers_at
from briefgen.config import load_vocabulary
from tests.cluster.machines import cluster

ARTICLES = {
    "en": "HANOI, {day} March 2025 - Minister Anna Berg met officials of Viet Nam to speak about extradition on Monday.",
    "ja": "【ハノイ2025年3月{day}日】オーストリアのベルク大臣はベトナムの公安省を訪れ、犯罪人引渡しについて会談した。",
    "vi": "Hà Nội, ngày {day} tháng 3 năm 2025 - Bộ trưởng Berg của Áo đã gặp Bộ Công an để trao đổi về dẫn độ.",
}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a scheduler with two workers."""
    with cluster(tmp_path_factory.mktemp("cluster")) as found:
        yield found


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site of raw articles in three languages; the test stands in its folder."""
    (tmp_path / "content").mkdir()
    (tmp_path / "site.yaml").write_text("title: Desk\nlanguages: [en, ja, vi]\n", encoding="utf-8")
    for lang, text in ARTICLES.items():
        for day in range(1, 13):
            path = tmp_path / "content" / f"{lang}-{day}.txt"
            path.write_text(f"{text.format(day=day)}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1764000000")
    return tmp_path


def build(*options: str) -> Result:
    """Build the site."""
    return CliRunner().invoke(main, ["build", *options])


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a folder with its bytes."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_build_on_a_cluster_is_a_build(site: Path, address: str) -> None:
    """Files and words are those of a build on one machine; what workers found is remembered like everything else."""
    alone = build("--output", "alone")
    (site / ".briefgen-cache.sqlite").unlink()
    helped = build("--output", "helped", "--cluster", address, "--profile")
    assert (alone.exit_code, helped.exit_code) == (0, 0), helped.stderr
    assert files(site / "helped") == files(site / "alone")
    assert set(alone.stderr.splitlines()[:-1]) <= set(helped.stderr.splitlines())
    again = build("--output", "again", "--profile")
    (analysis,) = [line.split() for line in again.stderr.splitlines() if line.startswith("analysis ")]
    assert analysis[1:] == [str(12 * len(ARTICLES)), "0", "0"]


def test_helpers_do_errands_in_any_number(address: str) -> None:
    """Each item has its result, however many there are; none needs nobody."""
    helpers = helpers_at(address)
    assert list(helpers(divmod, 100, [])) == []
    assert list(helpers(divmod, 100, range(1, 40))) == [(number, divmod(100, number + 1)) for number in range(39)]


def test_a_running_event_loop_is_no_hindrance(address: str) -> None:
    """In a notebook, or beside a browser that is driven, a loop runs already."""

    async def calls() -> list[tuple[int, object]]:
        return list(helpers_at(address)(divmod, 7, [2]))

    with ThreadPoolExecutor(1) as aside:  # here one may run, too
        assert aside.submit(lambda: asyncio.run(calls())).result() == [(0, (3, 1))]


def test_an_analyst_travels_light() -> None:
    """Knowledge is made where it is needed and not sent."""
    vocabulary, _ = load_vocabulary(Path("nowhere"))
    analyst = Analyst(vocabulary)
    assert analyst.knowledge is analyst.knowledge
    assert set(analyst.__getstate__()) == {"vocabulary"}


def test_nobody_at_the_address(site: Path) -> None:
    """One sentence and exit code 2, nothing published; where there is nothing to analyze nobody is asked."""
    result = build("--cluster", "tcp://127.0.0.1:9")
    assert (result.exit_code, (site / "output").exists()) == (2, False)
    assert "no Dask scheduler answers at tcp://127.0.0.1:9" in result.stderr
    assert build().exit_code == 0
    assert build("--cluster", "tcp://127.0.0.1:9").exit_code == 0
