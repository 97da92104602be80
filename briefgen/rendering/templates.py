"""Jinja: the shipped templates, single ones overridden by the site's own `templates/`."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Final

from jinja2 import ChoiceLoader, FileSystemLoader, PrefixLoader, StrictUndefined, TemplateError, TemplateSyntaxError

from briefgen.errors import BriefgenError
from briefgen.model.memo import Question
from briefgen.rendering.environment import Environment

TEMPLATE: Final = "template"
"""What questions about templates begin with."""

_SUFFIX: Final = ".html"
"""Of a template's file."""


class TemplatingError(BriefgenError):
    """A template is broken; the sentence names the template, its line and the page."""


def shipped_templates() -> Path:
    """Where the shipped templates lie: inside an installed package, else beside it in a checkout (their one home)."""
    installed = Path(str(files("briefgen"))) / "templates"
    return installed if installed.is_dir() else Path(str(files("briefgen"))).parent / "templates"


@dataclass(frozen=True, slots=True)
class Templates:
    """Compiled templates; each is compiled once. A page follows from the files of templates, its values and its language."""

    environment: Environment

    def render(self, name: str, page: str, values: Mapping[str, object]) -> bytes:
        """The page made of a template and its values, as UTF-8; raises TemplatingError."""
        try:
            return (self.environment.get_template(name).render(values).rstrip() + "\n").encode()
        except TemplateSyntaxError as error:
            sentence = f"templates/{error.name}:{error.lineno}: {error.message}"
            raise TemplatingError(sentence) from error
        except (TemplateError, TypeError, AttributeError, ValueError) as error:
            sentence = f"templates/{_place(error, name)}: {error} (while rendering {page})"
            raise TemplatingError(sentence) from error

    def read_for(self, name: str) -> tuple[Question, ...]:
        """Questions for what the pages of a template were made from so far: the template and all it refers to."""
        return tuple((TEMPLATE, used) for used in self.environment.used_by(name))

    def answer(self, question: Question) -> str | None:
        """The answer to one of these: the hash of the template's source, or None when there is none that can be read."""
        return self.environment.source_hash(question)

    def compile(self) -> None:
        """Compile the templates that most pages are made of, so that processes which share the work need not each do it."""
        for name in self.environment.list_templates(filter_func=lambda name: "/" not in name):
            with suppress(TemplateError):  # told when a page is rendered, with its name
                self.environment.get_template(name)


def load_templates(overrides: Path) -> Templates:
    """The templates of a site: those in `overrides` first, then the shipped ones.

    As `shipped/base.html` an override reaches the template that it overrides, to extend it block by block.
    """
    shipped = FileSystemLoader(shipped_templates())
    environment = Environment(
        loader=ChoiceLoader([FileSystemLoader(overrides), shipped, PrefixLoader({"shipped": shipped})]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        optimized=False,  # folding constants takes longer than printing those few does
        auto_reload=False,  # files do not change while they make a site
    )
    return Templates(environment)


def _place(error: Exception, name: str) -> str:
    """Template and line in which an error arose: its innermost frame that is a template's (Jinja puts its lines there)."""
    trace = error.__traceback__
    place = name
    while trace is not None:
        file = Path(trace.tb_frame.f_code.co_filename)
        if file.suffix == _SUFFIX:
            place = f"{file.name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place
