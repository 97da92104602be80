"""A made-up briefing in the formats of the peers."""

from __future__ import annotations

import json

from benchmarks.corpus import Made


def with_yaml(item: Made) -> str:
    """YAML between dashes: Hugo, MkDocs, Eleventy."""
    return (
        f"---\ntitle: {item.title}\ndate: {item.date}\nsummary: {json.dumps(item.summary, ensure_ascii=False)}\n"
        f"language: {item.lang}\ncountries: [{', '.join(item.countries)}]\ntopics: [{', '.join(item.topics)}]\n---\n{item.body}"
    )


def for_pelican(item: Made) -> str:
    """Python-Markdown's metadata: authors stand for countries, tags for topics."""
    return (
        f"Title: {item.title}\nDate: {item.date}\nSlug: {item.name}\nSummary: {item.summary}\nLanguage: {item.lang}\n"
        f"Authors: {'; '.join(item.countries)}\nTags: {', '.join(item.topics)}\n\n{item.body}"
    )


def for_nikola(item: Made) -> str:
    """Nikola's own comment, which it reads without the further package that it needs for YAML."""
    return (
        f"<!--\n.. title: {item.title}\n.. slug: {item.name}\n.. date: {item.date}\n.. summary: {item.summary}\n"
        f".. language: {item.lang}\n.. author: {', '.join(item.countries)}\n.. tags: {', '.join(item.topics)}\n"
        f"-->\n\n{item.body}"
    )
