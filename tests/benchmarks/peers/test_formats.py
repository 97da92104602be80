"""A briefing in each peer's format keeps its facts and its text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import yaml

from benchmarks.corpus import Made, briefings
from benchmarks.peers.formats import for_nikola, for_pelican, with_yaml
from benchmarks.peers.rivals import PEERS

EVERY = tuple(briefings(60, 1))


@pytest.mark.parametrize("item", [next(item for item in EVERY if item.lang == lang) for lang in ("en", "ja", "vi")])
def test_yaml_holds_every_fact(item: Made) -> None:
    """In all three languages, quotation marks and colons in a summary included."""
    _, head, body = with_yaml(item).split("---\n", 2)
    assert yaml.safe_load(head)["summary"] == item.summary
    assert yaml.safe_load(head)["topics"] == [*item.topics]
    assert body == item.body


@pytest.mark.parametrize("text", [for_pelican, for_nikola, with_yaml])
def test_every_format_has_every_term(text: Callable[[Made], str]) -> None:
    """No peer is spared a term or the text."""
    for item in EVERY:
        written = text(item)
        assert all(term in written.removesuffix(item.body) for term in (*item.countries, *item.topics, item.title, item.date))
        assert written.endswith(item.body)


def test_names_tell_peers_apart() -> None:
    """`--only` and the folders of sites go by names."""
    assert len({peer.name.lower() for peer in PEERS}) == len(PEERS)
