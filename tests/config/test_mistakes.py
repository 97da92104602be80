"""Mistakes in `site.yaml` and the vocabularies: each is one sentence in its place, all of them in one run."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.config import load_settings, load_vocabulary
from briefgen.errors import UsageError

CODE = "is no ISO 3166-1 alpha-2 code"
PATTERN = "is no address pattern; it holds {slug}, ends in .html and stays inside the site"
KINDS = "allowed: treaty, agreement, convention, memorandum, plan, statement"


def told(folder: Path, text: str) -> list[str]:
    """The problems of a `site.yaml` with this text, as lines."""
    (folder / "site.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        load_settings(folder)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("tittle: A", "1: unknown key `tittle`; did you mean `title`?"),
        ("title: a: b", '9: a second `: ` in one line; put the value in quotes, as `title: "a: b"`'),
        ("languages: en", "12: `en` stands where a list belongs in `languages`; write `languages: [en]`"),
        ("languages: []", "12: `languages` is empty; write `languages: [en]`"),
        ("languages: [en, de]", "17: there is no interface in `de`; shipped: en, ja, vi"),
        ("languages: [ja, ja]", "17: the language `ja` stands twice"),
        ("focus_country: vn", f"16: `vn` {CODE}; did you mean `VN`?"),
        ("focus_country: Vietnam", f"16: `Vietnam` {CODE}; did you mean `VN`?"),
        ("focus_country: ZZ", f"16: `ZZ` {CODE}; as `VN` or `AT`"),
        ("focus_country: UN", f"16: `UN` {CODE}; as `VN` or `AT`"),
        ("permalinks: '{slug}'", f"13: `{{slug}}` {PATTERN}"),
        ("permalinks: '../{slug}.html'", f"13: `../{{slug}}.html` {PATTERN}"),
        ("permalinks: '{slug'", "13: `{slug` is no address pattern; as `briefings/{slug}.html`"),
        ("permalinks: '{id}/{slug}.html'", "13: `{id}` is unknown in an address; known: {slug}, {year}, {month}, {lang}"),
        (
            "source_text: exerpt",
            "14: `exerpt` is not allowed for `source_text`; did you mean `excerpt`? allowed: none, excerpt, full",
        ),
        ("theme: {accent: red}", "17: `red` is no color; write it as `#8a1c1c`"),
        ("theme: {acent: '#000000'}", "9: unknown key `acent`; did you mean `accent`?"),
        ("time_zone: asia/tokyo", "12: there is no time zone `asia/tokyo`; did you mean `Asia/Tokyo`?"),
    ],
)
def test_settings(tmp_path: Path, text: str, message: str) -> None:
    """Each mistake of line 1 has its column and says how to mend it."""
    assert told(tmp_path, text) == [f"site.yaml:1:{message}"]


def test_all_in_one_run(tmp_path: Path) -> None:
    """Mistakes of types and of rules are told together, in the order of lines."""
    problems = told(tmp_path, "title: [a]\nfocus_country: Austria\ntime_zone: Mars\n")
    assert [problem.split(": ")[0] for problem in problems] == ["site.yaml:1:8", "site.yaml:2:16", "site.yaml:3:12"]


def test_settings_that_are_not_utf8(tmp_path: Path) -> None:
    """Other bytes are told in one sentence."""
    (tmp_path / "site.yaml").write_bytes(b"title: caf\xe9")
    with pytest.raises(UsageError, match=r"site\.yaml cannot be read"):
        load_settings(tmp_path)


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("topics", "a:\n  names: {en: A}\n  broader: [a]\n", "3:12: the topic `a` is broader than itself; break the circle"),
        (
            "topics",
            "a:\n  names: {en: A}\n  broader: [extraditon]\n",
            "3:13: there is no topic `extraditon`; did you mean `extradition`?",
        ),
        ("people", "a:\n  nmaes: {en: A}\n  names: {en: A}\n", "2:3: unknown key `nmaes`; did you mean `names`?"),
        ("people", "- a\n", "1:1: a list of `key: value` lines is expected here; write one key a line, as `title: …`"),
        ("agreements", "a:\n  names: {en: A}\n  kind: pact\n", f"3:9: `pact` is not allowed for `kind`; {KINDS}"),
        (
            "agreements",
            "a:\n  names: {en: A}\n  status: signed\n",
            "3:11: the status of `a` is set by hand without a reason; add `reason: …`, or let it follow from the briefings",
        ),
        ("organizations", "a: {names: {en: A\n", "2:1: a quote or bracket is never closed; close it"),
    ],
)
def test_vocabularies(tmp_path: Path, name: str, text: str, message: str) -> None:
    """A mistake in a file of the site has its place there; what ships is still loaded."""
    home = tmp_path / "content" / "_vocabulary"
    home.mkdir(parents=True)
    (home / f"{name}.yaml").write_text(text, encoding="utf-8")
    vocabulary, problems = load_vocabulary(tmp_path)
    assert [str(problem) for problem in problems] == [f"content/_vocabulary/{name}.yaml:{message}"]
    assert "extradition" in vocabulary.topics
