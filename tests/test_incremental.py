"""Whatever happens to a site between two builds, the second one gives what a clean build gives, byte for byte.

`BRIEFGEN_STEPS=5000 pytest tests/test_incremental.py` goes that many steps instead of the few dozen of every run.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from briefgen.build import make
from briefgen.cache import records, remembering
from briefgen.config import load_settings, vocabulary
from briefgen.errors import ContentError
from briefgen.model.settings import Project
from briefgen.rebuilding import rebuild, request_of
from briefgen.rendering.templates import TemplatingError

STEPS: Final = int(os.environ.get("BRIEFGEN_STEPS", "40"))
STEPS_OF_A_SITE: Final = 20
"""Steps before the next site is begun, so that what fails can be told in few."""

NAMES: Final = ("visit", "talks", "2025/treaty", "会談", "hội-đàm")
WORDS: Final = ("Austria", "Viet Nam", "extradition", "cybercrime", "ベトナム", "犯罪人引渡し", "Áo", "dẫn độ", "nobody")
MORE: Final = (
    "aliases: [old.html]\n",
    "embargo: 2025-06-02\n",
    "expires: 2025-06-04\n",
    "crosslinks: false\n",
    "type: meeting\n",
    "translation_of: visit\n",
    "topics: [extradition]\n",
    "people:\n  - {name: Lê Quốc Hùng, role: Deputy Minister, country: VN}\n",
    "organizations: [{name: Ministry of Public Security, country: VN}]\n",
    "agreements:\n  - {name: Extradition treaty, kind: treaty, status: signed, parties: [AT, VN], date: 2025-01}\n",
    "events:\n  - {kind: meeting, date: 2025-02, countries: [AT, VN]}\n  - {kind: visit, date: 2025-04, countries: [JP, VN]}\n",
    "source: {publisher: Example News, date: 2025-03-09, url: 'https://example.org/1'}\n",
    "summary: A bottom line.\n",
)
"""What may stand in a front matter beside the rest."""
LANGS: Final = ("en", "ja", "vi")
TEMPLATES: Final = {
    "briefing.html": '{% extends "shipped/briefing.html" %}{% block footer %}MARK{% endblock %}',
    "base.html": """{% extends "shipped/base.html" %}
        {% block footer %}{% include ["own.html", "other.html"] ignore missing %}MARK{% endblock %}""",
    "own.html": '{% from "names.html" import name %}{{ name() }}',
    "other.html": "other MARK",
    "names.html": "{% macro name() %}named MARK{% endmacro %}",
    "assets/style.css": "/* MARK */",
}
MARKS: Final = st.sampled_from(("one", "two", "six"))
VOCABULARY: Final = (
    "extradition:\n  names: {en: Handing over}\n",
    "extradition:\n  names: {en: Extradition!}\n  words: {en: [nobody]}\n",
    "cybercrime:\n  words: {vi: [Áo]}\n",
)
SETTINGS: Final = (
    "title: One\n",
    "title: Two\nlanguages: [vi, en]\nfocus_country: VN\n",
    "title: Two\nbase_url: https://example.org/x/\npermalinks: 'b/{year}/{slug}.html'\n",
)


def text_of(lang: str, words: list[str], *, link: str, shows: bool) -> str:
    """The body of a briefing that names some things, links to another briefing and shows a picture."""
    picture = "\n\n![a picture](picture.png)" if shows else ""
    linked = f"\n\n[see also]({link}.md)" if link else ""
    return f"## {words[0]}\n\n{lang}: {' · '.join(words)}.{linked}{picture}\n"


class Edits(RuleBasedStateMachine):
    """A site that is changed at random and built after every change."""

    def __init__(self) -> None:
        """Begin with a site of one briefing."""
        super().__init__()
        self.root = Path(tempfile.mkdtemp(prefix="briefgen-"))
        self.day = 1
        self.short_cuts = 0
        (self.root / "content").mkdir()
        self.write("site.yaml", SETTINGS[0])

    def teardown(self) -> None:
        """Remove the site."""
        shutil.rmtree(self.root)

    def write(self, name: str, text: str) -> None:
        """Write a file of the site."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def files(self) -> list[Path]:
        """The files of the site that a build reads."""
        folders = (self.root / "content", self.root / "templates")
        return sorted(path for folder in folders for path in folder.rglob("*") if path.is_file())

    @rule()
    def nothing(self) -> None:
        """Change nothing."""

    @rule(
        name=st.sampled_from(NAMES),
        lang=st.sampled_from(LANGS),
        words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=4),
        link=st.sampled_from(("", *NAMES)),
        more=st.sets(st.sampled_from(MORE), max_size=3).map("".join),
        shows=st.booleans(),
    )
    def write_briefing(self, name: str, lang: str, words: list[str], link: str, more: str, *, shows: bool) -> None:  # noqa: PLR0913
        """Write a briefing, new or over an old one."""
        countries = "[AT, VN]" if shows else "[JP, VN, {code: AT, role: mentioned}]"
        head = f"---\ntitle: On {words[-1]}\ndate: 2025-03-0{len(words)}\nlang: {lang}\ncountries: {countries}\n{more}---\n"
        self.write(f"content/{name}.md", head + text_of(lang, words, link=link, shows=shows))

    @rule(name=st.sampled_from(("raw", "生")), words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=3))
    def write_raw_article(self, name: str, words: list[str]) -> None:
        """Write an article that is analyzed."""
        sentence = (
            f"HANOI, 3 March 2025 - Officials of Austria met on Monday to speak about {' and '.join(words)}, a ministry said."
        )
        self.write(f"content/{name}.txt", f"Officials meet in {words[0]}\n\n{sentence}\n")

    @rule(data=st.data())
    def delete(self, data: Any) -> None:  # noqa: ANN401  hypothesis's type
        """Delete a file, if there is any."""
        if files := self.files():
            data.draw(st.sampled_from(files)).unlink()

    @rule(data=st.data(), name=st.sampled_from(NAMES))
    def rename(self, data: Any, name: str) -> None:  # noqa: ANN401
        """Rename a file over another or to a new name; its times go with it."""
        if files := [path for path in self.files() if path.suffix == ".md"]:
            target = self.root / "content" / f"{name}.md"
            target.parent.mkdir(parents=True, exist_ok=True)
            data.draw(st.sampled_from(files)).replace(target)

    @rule(data=st.data())
    def touch(self, data: Any) -> None:  # noqa: ANN401
        """Give a file another time and leave its bytes."""
        if files := self.files():
            os.utime(data.draw(st.sampled_from(files)), (1e9, 1e9))

    @rule(data=st.data(), age=st.booleans())
    def change_without_touch(self, data: Any, *, age: bool) -> None:  # noqa: ANN401
        """Change a file's bytes but neither its size nor its time: in place, or as a copy over one that looked old for long."""
        if not (files := self.files()):
            return
        if age:
            self.time_passes()
            self.output_is_that_of_a_clean_build()
        path = data.draw(st.sampled_from(files))
        before = path.stat()
        changed = path.read_bytes().translate(bytes.maketrans(b"aeAN", b"eaNA") if age else bytes.maketrans(b"ox", b"xo"))
        copy = path.with_name(".copy") if age else path
        copy.write_bytes(changed)
        copy.replace(path)
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    @rule(name=st.sampled_from(sorted(TEMPLATES)), mark=MARKS)
    def write_template(self, name: str, mark: str) -> None:
        """Override or change a template."""
        self.write(f"templates/{name}", TEMPLATES[name].replace("MARK", mark))

    @rule(text=st.sampled_from(VOCABULARY))
    def write_vocabulary(self, text: str) -> None:
        """Change what topics are called and found by."""
        self.write("content/_vocabulary/topics.yaml", text)

    @rule(text=st.sampled_from(SETTINGS))
    def write_settings(self, text: str) -> None:
        """Change site.yaml."""
        self.write("site.yaml", text)

    @rule(data=st.sampled_from((b"one", b"two")))
    def write_picture(self, data: bytes) -> None:
        """Add or change a picture."""
        (self.root / "content" / "picture.png").write_bytes(data)

    @rule(mark=MARKS)
    def write_page(self, mark: str) -> None:
        """Change a page of the site's own."""
        self.write("content/_pages/about.md", f"---\ntitle: About {mark}\n---\nWe write about Austria, {mark}.\n")

    @rule(day=st.integers(1, 6))
    def another_day(self, day: int) -> None:
        """Embargoes end, briefings expire."""
        self.day = day

    @rule(data=st.data())
    def spoil_output(self, data: Any) -> None:  # noqa: ANN401
        """Change a published file, or remove it."""
        output = self.root / "output"
        pages = sorted(path for path in output.rglob("*.html") if path.is_file())
        if pages:
            page = data.draw(st.sampled_from(pages))
            before = page.stat()
            page.write_bytes(page.read_bytes().replace(b"a", b"e"))
            os.utime(page, ns=(before.st_atime_ns, before.st_mtime_ns))

    @rule()
    def lose_the_cache(self) -> None:
        """Delete the cache."""
        (self.root / ".briefgen-cache.sqlite").unlink(missing_ok=True)

    @rule()
    def time_passes(self) -> None:
        """Make every file look old enough to be trusted by its times, as far as a program can."""
        for path in self.files():
            os.utime(path, (1e9, 1e9))

    @invariant()
    def output_is_that_of_a_clean_build(self) -> None:
        """The output of a build with all that is remembered is that of one with nothing; so are its problems."""
        project = self.project()
        try:
            clean = make(project, lambda *_: None)
        except TemplatingError:
            with remembering(self.root) as memo, pytest.raises(TemplatingError):
                make(project, lambda *_: None, memo)
            return
        errors = [problem for problem in clean.problems if problem.severity == "error"]
        request = request_of(self.root, self.root / "output", {})
        with remembering(self.root) as memo:
            try:
                rebuilt = rebuild(request, self.project, lambda *_: None, memo, project.now.timestamp())
            except ContentError as error:
                told = error.problems
            else:
                told = rebuilt.told.problems
        assert told == clean.problems
        if errors:
            return
        for path in rebuilt.published.kept if rebuilt.published else ():
            (self.root / "output" / path).unlink()  # spoiled and no longer wanted: what somebody changed is left to them
        assert rebuilt.told.briefings == len(clean.site.briefings)
        output = self.root / "output"
        found = {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()}
        del found[".briefgen.json"]
        wanted = {one.path: one.data for one in clean.outputs}
        assert sorted(found) == sorted(wanted)
        assert [path for path in wanted if found[path] != wanted[path]] == []

    def project(self) -> Project:
        """The site as it is now."""
        loaded = load_settings(self.root, base_url=None)
        return Project(self.root, self.root / "output", datetime(2025, 6, self.day, tzinfo=UTC), loaded)


def test_any_edits_then_build_is_a_clean_build(monkeypatch: pytest.MonkeyPatch) -> None:
    """After every step of random edits, renames, deletions and lies about time, the output is that of a clean build.

    Files are trusted after a twentieth of a second instead of two, so that the times of some are.
    """
    monkeypatch.setattr(records, "_RACY", 50_000_000)
    monkeypatch.setattr(vocabulary, "_shipped", cache(vocabulary._shipped))  # parsing it is most of a small build
    run_state_machine_as_test(
        Edits,
        settings=settings(
            max_examples=max(1, STEPS // STEPS_OF_A_SITE),
            stateful_step_count=STEPS_OF_A_SITE,
            deadline=None,
            derandomize="BRIEFGEN_STEPS" not in os.environ,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
