"""A cluster that cannot be used is told in one sentence, before anything is sent to it."""

from __future__ import annotations

import re
import shutil
import socket
import sys
from pathlib import Path

import pytest

from briefgen import __version__
from briefgen.cluster import Patience, cluster_at
from briefgen.cluster.labor import OtherCode, code, kept, pack, perform
from briefgen.errors import MissingExtra, UsageError
from tests.cluster.machines import scheduler, workers
from tests.cluster.tasks import obey
from tests.importing.servers import serving
from tests.importing.sites import empty_site, files, run
from tests.tools import ROOT

HASTY = Patience(answer=0.3, first_worker=0.3)


def refusal(address: str) -> str:
    """The sentence with which a cluster is refused."""
    with pytest.raises(UsageError) as refused, cluster_at(address, HASTY):
        pytest.fail("this cluster cannot be used")
    return str(refused.value)


def test_nobody_listens() -> None:
    """An address where nothing listens, or a server that is no scheduler, has no scheduler."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with serving({}) as web:
        for address in (f"tcp://127.0.0.1:{port}", f"tcp://127.0.0.1:{web.port}"):
            assert refusal(address) == f"no Dask scheduler answers at {address}; start one with `dask scheduler`"


@pytest.mark.parametrize("address", ["tcp://127.0.0.1", "http://127.0.0.1:8786", "my cluster", "tls://127.0.0.1:8786"])
def test_no_address(address: str) -> None:
    """What is no address of a scheduler, and TLS without certificates, is told with what is wrong and how to write it."""
    assert refusal(address).startswith(f"a cluster cannot be reached at {address}: ")


def test_no_worker_and_one_with_other_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A scheduler without workers is refused, and a worker whose briefgen differs in one line of data, with both versions."""
    other = tmp_path / "other"
    shutil.copytree(ROOT / "briefgen", other / "briefgen", ignore=shutil.ignore_patterns("__pycache__"))
    with (other / "briefgen" / "data" / "topics.yaml").open("a", encoding="utf-8") as data:
        data.write("# another line\n")
    article = tmp_path / "talks.txt"
    article.write_text("Ministers meet\n\nThe minister of Kenya met ministers of Denmark.\n", encoding="utf-8")
    with scheduler(tmp_path) as address:
        told = refusal(address)
        assert told == f"the scheduler at {address} has no worker; start one with `dask worker {address} --nthreads 1`"
        with workers(address, tmp_path, code=other, nanny=False):
            site = empty_site(tmp_path, monkeypatch)
            refused = run("import", "--cluster", address, str(article))
    assert refused.exit_code == 2
    assert refused.stderr.startswith("worker tcp://127.0.0.1:")
    assert f", this machine briefgen {code()}; install the same versions on all machines\n" in refused.stderr
    assert refused.stderr.count(f"briefgen {__version__} (") == 2
    assert files(site) == {}


def test_a_worker_that_joins_later_is_asked_too() -> None:
    """A task refuses to run where the code is not that of the client, whenever the worker came."""
    with pytest.raises(OtherCode, match=re.escape(__version__)):
        perform("0.0.9 (old)", kept(pack((obey, Path()))), pack(["do:it"]))


def test_the_extra_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without distributed the command to install it is told, and nothing is imported."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(MissingExtra), cluster_at("tcp://127.0.0.1:8786"):
        pytest.fail("there is no distributed")
    site = empty_site(tmp_path, monkeypatch)
    told = run("import", "--cluster", "tcp://127.0.0.1:8786", "site.yaml")
    assert told.exit_code == 2
    assert told.stderr == "working on a cluster needs the extra [dask]: pip install 'briefgen[dask]'\n"
    assert files(site) == {}


def test_processes_here_or_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A number of processes of this machine and a cluster exclude each other."""
    empty_site(tmp_path, monkeypatch)
    told = run("import", "--cluster", "tcp://127.0.0.1:8786", "--jobs", "2", "site.yaml")
    assert told.exit_code == 2
    assert "leave one out" in told.stderr
