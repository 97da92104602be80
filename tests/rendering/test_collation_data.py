"""Collation data: Japanese lists are in the order of readings, so every kanji name needs one."""

from __future__ import annotations

from pathlib import Path

from briefgen.config import load_vocabulary
from briefgen.rendering.collation import collation


def test_every_topic_written_in_kanji_has_a_reading() -> None:
    """A topic added in kanji without its reading would be listed under a letter of its own."""
    topics = load_vocabulary(Path("/no/such/site"))[0].topics.values()
    initials = {collation("ja").initial(topic.names["ja"]) for topic in topics}
    assert initials <= set("あかさたなはまやらわ")
