"""The command line: options in, sentences out, and the exit code (0 fine · 1 problems in content · 2 wrong usage).

Stages are imported inside the commands, so that `briefgen --help` is quick.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from briefgen import __version__
from briefgen.errors import BriefgenError, ContentError, MissingExtra, UsageError
from briefgen.options import ROOT, build_options, project_of

if TYPE_CHECKING:
    from briefgen.cache import Helpers, Remembering
    from briefgen.console import Reporter
    from briefgen.model.settings import Project


_INTERRUPTED: Final = 130
"""What shells say of a program that was stopped by ctrl-C (128 + SIGINT)."""


class _Program(click.Group):
    """Turns every error into one sentence and an exit code."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401  click's signature
        """Run a command; a traceback is shown only with `--debug`."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise  # click tells these itself; a reader of the pipe that has read enough is no error of ours
        except (UsageError, ContentError) as error:
            reporter = _reporter()
            reporter.problems(error.problems)
            reporter.line(str(error))
            ctx.exit(2 if isinstance(error, UsageError) else 1)
        except BriefgenError as error:
            _reporter().line(str(error))
            ctx.exit(2 if isinstance(error, MissingExtra) else 1)
        except Exception as error:
            if ctx.params.get("debug"):
                raise
            sentence = f"briefgen made a mistake: {type(error).__name__}: {error}"
            _reporter().line(f"{sentence}; run it again as `briefgen --debug …` and report what it prints")
            ctx.exit(1)


def _reporter() -> Reporter:
    """What prints for this run; its terminal library is loaded when there is something to print."""
    from briefgen.console import Reporter  # noqa: PLC0415

    return Reporter()


@click.group(cls=_Program, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="briefgen")
@click.option("--debug", is_flag=True, help="Show Python's traceback of unexpected errors.")
def main(*, debug: bool) -> None:
    """Turn news articles into a static site of briefing pages."""


@main.command()
@click.option("--output", type=click.Path(path_type=Path), default=Path("output"), show_default=True, help="Folder to fill.")
@click.option("--verify", is_flag=True, help="Then build once more from nothing and compare byte for byte.")
@click.option("--profile", is_flag=True, help="Show where the time goes.")
@click.option("--jobs", type=click.IntRange(1, 64), help="Number of processes; on Linux one for each core by default.")
@click.option("--cluster", default="", metavar="ADDRESS", help="Analyze on the Dask cluster at tcp://HOST:8786.")
@build_options
def build(output: Path, *, verify: bool, profile: bool, jobs: int | None, cluster: str, **options: Any) -> None:  # noqa: ANN401  click's options
    """Build the site in this folder into output/."""
    from briefgen.cache import jobs_by_default, remembering  # noqa: PLC0415
    from briefgen.profiling import Profile  # noqa: PLC0415
    from briefgen.rebuilding import rebuild, request_of  # noqa: PLC0415

    started = time.perf_counter()
    reporter = _reporter()
    stages = Profile(reporter.progress)
    moment = options["as_of"] or os.environ.get("SOURCE_DATE_EPOCH")
    request = request_of(ROOT, output, {**options, "moment": moment})
    helpers = _helpers_at(cluster) if cluster else None
    with remembering(ROOT, jobs=jobs or jobs_by_default(), helpers=helpers) as memo:
        try:
            rebuilt = rebuild(
                request, partial(project_of, output, **options), stages.progress, memo, None if moment else time.time()
            )
            verified = _verified(project_of(output, **options), stages.progress, memo) if verify else ""
        finally:
            reporter.done()
        reporter.told(rebuilt.told)
        for line in rebuilt.lines(output, time.perf_counter() - started):
            reporter.line(line)
        for line in (*filter(None, [verified]), *(stages.lines(memo.tally) if profile else ())):
            reporter.line(line)


def _helpers_at(address: str) -> Helpers:
    from briefgen.cluster import helpers_at  # noqa: PLC0415  for who has one

    return helpers_at(address)


def _verified(project: Project, progress: Callable[[str, int, int], None], memo: Remembering) -> str:
    from briefgen.verifying import verify  # noqa: PLC0415

    return f"verified: {verify(project, progress, memo)} files are what a clean build makes"


@main.command()
@build_options
def check(**options: Any) -> None:  # noqa: ANN401  click's options, typed in project_of
    """Find every problem of the site, and what an editor should look at, without writing anything."""
    from briefgen.build import make, stop_on  # noqa: PLC0415
    from briefgen.cache import remembering  # noqa: PLC0415
    from briefgen.checking.editorial import editorial_notes  # noqa: PLC0415
    from briefgen.console import Reporter  # noqa: PLC0415
    from briefgen.rebuilding import told_of  # noqa: PLC0415

    reporter = Reporter()
    project = project_of(Path("output"), **options)
    try:
        with remembering(ROOT, keep=False) as memo:
            made = make(project, reporter.progress, memo)
    finally:
        reporter.done()
    stop_on(made.problems, strict=project.strict)
    reporter.told(told_of(made))
    reporter.problems(editorial_notes(made.site))
    reporter.line(f"{len(made.site.briefings)} briefings, no errors")


@main.command()
@click.argument("sources", nargs=-1, required=True, type=click.Path(path_type=Path, dir_okay=False))
@click.option("--json", "as_data", is_flag=True, help="Print one JSON object a line.")
def analyze(sources: Sequence[Path], *, as_data: bool) -> None:
    """Show what would be found in raw articles, with the words behind it; writes nothing."""
    import json  # noqa: PLC0415

    from briefgen.analysis import analyze as analyze_article  # noqa: PLC0415
    from briefgen.analysis.export import as_json  # noqa: PLC0415
    from briefgen.analysis.knowledge import Knowledge  # noqa: PLC0415
    from briefgen.analysis.report import as_report  # noqa: PLC0415
    from briefgen.config import load_vocabulary  # noqa: PLC0415
    from briefgen.console import Reporter  # noqa: PLC0415
    from briefgen.reading import read_article  # noqa: PLC0415

    vocabulary, problems = load_vocabulary(ROOT)
    knowledge = Knowledge(vocabulary)
    for path in sources:
        article, found = read_article(path, str(path), path.name, vocabulary)
        problems = (*problems, *found)
        if article is not None:
            findings = analyze_article(article, knowledge)
            click.echo(json.dumps(as_json(article, findings), ensure_ascii=False) if as_data else as_report(article, findings))
    Reporter().problems(problems)
    if any(problem.severity == "error" for problem in problems):
        click.get_current_context().exit(1)


@main.command(name="import")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--dry-run", "dry", is_flag=True, help="Say what would be written; write nothing.")
@click.option("--json", "as_data", is_flag=True, help="Print one JSON object a line.")
@click.option("--jobs", type=click.IntRange(1, 64), help="Number of processes; several by default for many sources.")
@click.option("--cluster", default="", metavar="ADDRESS", help="Work on the Dask cluster at tcp://HOST:8786 instead.")
@click.option("--allow-private", is_flag=True, help="Fetch addresses of your own network too.")
@click.option("--follow", is_flag=True, help="Fetch the pages that a feed in a file links to.")
def import_(  # noqa: PLR0913  click's options
    sources: Sequence[str], *, dry: bool, as_data: bool, jobs: int | None, cluster: str, allow_private: bool, follow: bool
) -> None:
    """Turn articles (files, folders, URLs, feeds, - for standard input) into briefings to review, with their archived text."""
    from briefgen.config import load_vocabulary  # noqa: PLC0415
    from briefgen.console import Reporter  # noqa: PLC0415
    from briefgen.importing import Importer, Terms, jobs_for, places_of  # noqa: PLC0415
    from briefgen.importing.telling import Teller  # noqa: PLC0415

    project = project_of(Path("output"), base_url=None, as_of=None, drafts=True, strict=False, audience=None)
    vocabulary, problems = load_vocabulary(ROOT)
    reporter = Reporter()
    reporter.problems(problems)
    places = places_of(sources, (project.content, project.output))
    teller = Teller(len(places), dry=dry, as_data=as_data)
    try:
        importer = Importer(project, vocabulary, dry=dry, terms=Terms(allow_private, follow))
        with closing(importer.run(places, jobs or (1 if cluster else jobs_for(places)), cluster)) as run:
            for imported in run:
                teller.note(imported)
                if teller.shows_progress:
                    reporter.progress("importing sources", imported.place + 1, len(places))
                text = teller.told(imported)
                if not reporter.above_bar(text):
                    click.echo(text, nl=False)
                reporter.problems(imported.problems)
    except KeyboardInterrupt:
        reporter.done()
        reporter.line(teller.stopped())
        click.get_current_context().exit(_INTERRUPTED)
    finally:
        reporter.done()
    for line in teller.summary():
        reporter.line(line)
    if teller.failed or not places:
        click.get_current_context().exit(1)


@main.command()
@click.argument("page")
@build_options
def explain(page: str, **options: Any) -> None:  # noqa: ANN401  click's options, typed in project_of
    """Tell why PAGE is there, and the words and rule behind each fact on it."""
    from briefgen.build import survey  # noqa: PLC0415
    from briefgen.explaining import explain as explain_page  # noqa: PLC0415

    project = project_of(Path("output"), **options)
    click.echo(explain_page(survey(project, lambda *_: None).site, page))


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="Port to listen on; 0 takes a free one."
)
@click.option("--open/--no-open", "open_browser", default=False, help="Open the site in a browser.")
@build_options
def serve(host: str, port: int, *, open_browser: bool, **options: Any) -> None:  # noqa: ANN401  click's options
    """Preview the site; rebuild and reload when something changes."""
    import tempfile  # noqa: PLC0415

    from briefgen.preview import preview  # noqa: PLC0415

    reporter = _reporter()
    with tempfile.TemporaryDirectory(prefix="briefgen-") as folder:
        preview(lambda: project_of(Path(folder), **options), host, port, reporter, open_browser=open_browser)


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
def init(folder: Path) -> None:
    """Make a new site in FOLDER that builds at once."""
    from briefgen.starter import start  # noqa: PLC0415

    start(folder)
    click.echo(f"made {folder}; next: cd {folder} && briefgen build")
