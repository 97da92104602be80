"""Settings: what `site.yaml` may say, and the sentence for what it may not."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.config import load_settings
from briefgen.errors import UsageError
from briefgen.model.settings import Settings, Theme


def settings_of(folder: Path, text: str) -> Settings:
    """The settings of a site whose `site.yaml` is `text`."""
    (folder / "site.yaml").write_text(text, encoding="utf-8")
    return load_settings(folder)


def test_an_empty_file_is_all_defaults(tmp_path: Path) -> None:
    """Nothing has to be set."""
    assert settings_of(tmp_path, "") == Settings()
    assert settings_of(tmp_path, "# only a comment\n") == Settings()


def test_every_key(tmp_path: Path) -> None:
    """Every key that is documented is read."""
    text = """\
title: Bản tin
description: 日本語も
base_url: https://example.org/a
languages: [vi, ja, en]
focus_country: NO
permalinks: "{lang}/{year}/{month}/{slug}.html"
source_text: none
handling: AMBER+STRICT
time_zone: Asia/Ho_Chi_Minh
theme: {accent: "#1f5f8b", logo: logo.svg}
"""
    assert settings_of(tmp_path, text) == Settings(
        title="Bản tin",
        description="日本語も",
        base_url="https://example.org/a",
        languages=("vi", "ja", "en"),
        focus_country="NO",
        permalinks="{lang}/{year}/{month}/{slug}.html",
        source_text="none",
        handling="AMBER+STRICT",
        time_zone="Asia/Ho_Chi_Minh",
        theme=Theme("#1f5f8b", "logo.svg"),
    )


@pytest.mark.parametrize(
    "pattern", ["briefings/x.html", "{slug}", "/{slug}.html", "../{slug}.html", "{slug.html", "{0}{slug}.html"]
)
def test_addresses_that_cannot_be(tmp_path: Path, pattern: str) -> None:
    """A permalink holds the slug, ends in .html and stays inside the site."""
    with pytest.raises(UsageError) as error:
        settings_of(tmp_path, f'permalinks: "{pattern}"')
    assert len(error.value.problems) == 1
    assert error.value.problems[0].line == 1


def test_no_site_yaml(tmp_path: Path) -> None:
    """A folder without settings is no site, and the sentence says how to make one."""
    with pytest.raises(UsageError, match=r"there is no site\.yaml in .*; run briefgen in a site's folder, or make one"):
        load_settings(tmp_path)
