"""The story of a build: content → `output/`, the stages in order and nothing else.

A **source** file is read into an **article** (cleaned text, and what was cut from it); analysis makes **findings** about
a raw one, each with its evidence; editing turns both into a **briefing** (accepted facts with their origin); indexing
lays all briefings side by side as a **site**; rendering makes **outputs** (addresses and bytes in memory); checking
reads those; publishing writes what changed. Whatever is wrong on the way is a **problem** with its place.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from briefgen.analysis import analyze
from briefgen.analysis.knowledge import Knowledge
from briefgen.analysis.mentions import Mentions
from briefgen.checking import check
from briefgen.config import load_vocabulary
from briefgen.editing import edit, select
from briefgen.errors import ContentError, Problem
from briefgen.indexing import index
from briefgen.model.briefing import Briefing
from briefgen.model.output import Output
from briefgen.model.settings import Project
from briefgen.model.site import Beside, Site
from briefgen.publishing import Published, publish
from briefgen.reading import Reading, read_articles
from briefgen.rendering import render

Progress = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done and how much there is: `("analyzing", 3, 14)`."""


@dataclass(frozen=True, slots=True)
class Surveyed:
    """A site before rendering, the knowledge it was analyzed with, and the problems found on the way."""

    site: Site
    knowledge: Knowledge
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """A site in memory, its outputs, and every problem found on the way."""

    site: Site
    outputs: tuple[Output, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did: the site it made and what publishing wrote."""

    made: Made
    published: Published


def build(project: Project, progress: Progress) -> BuildReport:
    """Make the site and publish it; if a problem is an error, raise ContentError with all and leave `output/` as it was."""
    made = make(project, progress)
    stop_on(made.problems, strict=project.strict)
    return BuildReport(made, publish(made.outputs, project.output))


def make(project: Project, progress: Progress) -> Made:
    """Everything but publishing: read, analyze, edit, index, render and check."""
    surveyed = survey(project, progress)
    site = surveyed.site
    progress("rendering", 0, len(site.briefings))
    outputs, render_problems = render(site, project.templates, Mentions(surveyed.knowledge))
    problems = {*surveyed.problems, *render_problems, *check(outputs)}
    return Made(site, outputs, tuple(sorted(problems)))


def survey(project: Project, progress: Progress) -> Surveyed:
    """The site before rendering: read, analyze, edit and index."""
    vocabulary, vocabulary_problems = load_vocabulary(project.root)
    reading = read_articles(project.content, vocabulary)
    knowledge = Knowledge(vocabulary)
    drafted, analysis_problems = _briefings(reading, knowledge, project, progress)
    briefings, left_out = select(drafted, project)
    texts = tuple(edit(page, None, default_lang=project.settings.languages[0]) for page in reading.pages)
    beside = Beside(left_out, reading.pictures, texts)
    site, index_problems = index(briefings, vocabulary, project.settings, beside)
    problems = (*vocabulary_problems, *reading.problems, *analysis_problems, *index_problems)
    return Surveyed(site, knowledge, problems)


def stop_on(problems: tuple[Problem, ...], *, strict: bool) -> None:
    """Raise ContentError when a problem is an error, or when there is any and the build is strict."""
    if any(strict or problem.severity == "error" for problem in problems):
        raise ContentError(problems)


def _briefings(
    reading: Reading, knowledge: Knowledge, project: Project, progress: Progress
) -> tuple[list[Briefing], list[Problem]]:
    """Each article as a briefing, and what analysis has to say about the raw ones."""
    briefings: list[Briefing] = []
    problems: list[Problem] = []
    for done, article in enumerate(reading.articles):
        progress("analyzing", done, len(reading.articles))
        findings = analyze(article, knowledge) if article.raw else None
        problems += findings.problems if findings else ()
        source_text = reading.sources.get(article.stated.source.file, "")
        briefings.append(edit(article, findings, default_lang=project.settings.languages[0], source_text=source_text))
    return briefings, problems
