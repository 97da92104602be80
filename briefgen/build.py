"""The story of a build: content → `output/`, the stages in order and nothing else.

A **source** file is read into an **article** (cleaned text, and what was cut from it); analysis makes **findings** about
a raw one, each with its evidence; editing turns both into a **briefing** (accepted facts with their origin); indexing
lays all briefings side by side as a **site**; rendering makes **outputs** (addresses and bytes in memory); checking
reads those; publishing writes what changed. Whatever is wrong on the way is a **problem** with its place.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from briefgen.analysis import Analyst, analyzed
from briefgen.analysis.knowledge import Knowledge
from briefgen.analysis.mentions import Mentions
from briefgen.checking import check
from briefgen.config import load_vocabulary
from briefgen.editing import edit, select, turning_points
from briefgen.errors import ContentError, Problem
from briefgen.indexing import index
from briefgen.model.article import Article
from briefgen.model.briefing import Briefing
from briefgen.model.finding import Findings
from briefgen.model.memo import FORGETFUL, Errand, Memo, Task, Watch
from briefgen.model.output import Output
from briefgen.model.settings import Project
from briefgen.model.site import Beside, Site
from briefgen.publishing import Published, publish
from briefgen.reading import Reading, read_articles
from briefgen.rendering import render

Progress = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done and how much there is: `("rendering texts", 3, 14)`."""


@dataclass(frozen=True, slots=True)
class Surveyed:
    """A site before rendering, the knowledge it was analyzed with, and the problems found on the way.

    `turns` are the moments (seconds since 1970) at which other briefings become due.
    """

    site: Site
    knowledge: Knowledge
    problems: tuple[Problem, ...]
    turns: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """A site in memory, its outputs, and every problem found on the way; `turns` as in `Surveyed`."""

    site: Site
    outputs: tuple[Output, ...]
    problems: tuple[Problem, ...]
    turns: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did: the site it made and what publishing wrote."""

    made: Made
    published: Published


def build(project: Project, progress: Progress, memo: Memo = FORGETFUL) -> BuildReport:
    """Make the site and publish it; if a problem is an error, raise ContentError with all and leave `output/` as it was.

    `memo` may know what the same inputs gave before, here and below.
    """
    made = make(project, progress, memo)
    stop_on(made.problems, strict=project.strict)
    progress("publishing", 0, 0)
    return BuildReport(made, publish(made.outputs, project.output))


def make(project: Project, progress: Progress, memo: Memo = FORGETFUL) -> Made:
    """Everything but publishing: read, analyze, edit, index, render and check."""
    surveyed = survey(project, progress, memo)
    site = surveyed.site

    def told(what: str, done: int, total: int) -> None:
        progress(f"rendering {what}", done, total)

    outputs, render_problems = render(site, project.templates, Mentions(surveyed.knowledge), memo, told)
    progress("checking", 0, 0)
    problems = {*surveyed.problems, *render_problems, *check(outputs, memo)}
    return Made(site, outputs, tuple(sorted(problems)), surveyed.turns)


def survey(project: Project, progress: Progress, memo: Memo = FORGETFUL) -> Surveyed:
    """The site before rendering: read, analyze, edit and index."""
    progress("reading", 0, 0)
    vocabulary, vocabulary_problems = load_vocabulary(project.root, memo)
    reading = read_articles(project.content, vocabulary, memo)
    analyst = Analyst(vocabulary)
    drafted, analysis_problems = _briefings(reading, analyst, project, progress, memo)
    progress("indexing", 0, 0)
    briefings, left_out = select(drafted, project)
    texts = tuple(edit(page, None, default_lang=project.settings.languages[0]) for page in reading.pages)
    beside = Beside(left_out, reading.pictures, texts)
    site, index_problems = index(briefings, vocabulary, project.settings, beside)
    problems = (*vocabulary_problems, *reading.problems, *analysis_problems, *index_problems)
    return Surveyed(site, analyst.knowledge, problems, turning_points(drafted, project))


def stop_on(problems: tuple[Problem, ...], *, strict: bool) -> None:
    """Raise ContentError when a problem is an error, or when there is any and the build is strict."""
    if any(strict or problem.severity == "error" for problem in problems):
        raise ContentError(problems)


def _briefings(
    reading: Reading, analyst: Analyst, project: Project, progress: Progress, memo: Memo
) -> tuple[list[Briefing], list[Problem]]:
    """Each article as a briefing, and what analysis has to say about the raw ones."""
    raw = [article for article in reading.articles if article.raw]
    tasks = [_analysis(article, analyst) for article in raw]
    results = memo.knowing(analyst.vocabulary).recall_all("analysis", tasks, Watch(partial(progress, "analyzing raw articles")))
    found = {task.subject: findings for task, findings in zip(tasks, results, strict=True)}
    briefings = []
    for article in reading.articles:
        findings = found.get(article.file)
        source_text = reading.sources.get(article.stated.source.file, "")
        briefings.append(edit(article, findings, default_lang=project.settings.languages[0], source_text=source_text))
    return briefings, [problem for findings in results for problem in findings.problems]


def _analysis(article: Article, analyst: Analyst) -> Task[Findings]:
    return Task(article.file, article, lambda _: analyst.analyze(article), errand=Errand(analyzed, analyst, article))
