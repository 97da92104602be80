"""The benchmark of analysis: texts of one size, and its table."""

from __future__ import annotations

from benchmarks.analysis import as_table, packed


def test_articles_are_joined_to_about_the_size() -> None:
    """Whole articles follow each other until one more would lead further from the size than it leads towards it."""
    assert packed(["a" * 40, "b" * 50, "c" * 90, "d" * 10], 100) == (f"{'a' * 40}\n\n{'b' * 50}", f"{'c' * 90}\n\n{'d' * 10}")


def test_sizes_are_bytes() -> None:
    """A Japanese letter counts for its three bytes."""
    assert packed(["東京" * 10, "大阪" * 10], 60) == ("東京" * 10, "大阪" * 10)


def test_a_short_rest_is_left_out() -> None:
    """What remains at the end and is far from the size is no article of its own."""
    assert packed(["a" * 100, "b" * 60], 100) == ("a" * 100,)


def test_the_table_has_a_column_for_each_language() -> None:
    """Each part is a row, with the milliseconds of every language."""
    table = list(as_table({"en": {"reading": 1.234, "analysis": 5.0}, "ja": {"reading": 2.0, "analysis": 10.5}}))
    assert table == [
        "| ms an article | en | ja |",
        "|---|---:|---:|",
        "| reading | 1.23 | 2.00 |",
        "| analysis | 5.00 | 10.50 |",
    ]
