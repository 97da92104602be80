"""Jinja: the shipped templates, single ones overridden by the site's own `templates/`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Final

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
)

from briefgen.errors import BriefgenError

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
    """Compiled templates; each is compiled once."""

    environment: Environment

    def render(self, name: str, page: str, **values: object) -> bytes:
        """The page made of a template and its values, as UTF-8; raises TemplatingError."""
        try:
            return (self.environment.get_template(name).render(**values).rstrip() + "\n").encode()
        except TemplateSyntaxError as error:
            sentence = f"templates/{error.name}:{error.lineno}: {error.message}"
            raise TemplatingError(sentence) from error
        except (TemplateError, TypeError, AttributeError, ValueError) as error:
            sentence = f"templates/{_place(error, name)}: {error} (while rendering {page})"
            raise TemplatingError(sentence) from error


def load_templates(overrides: Path, functions: dict[str, Callable[..., object]]) -> Templates:
    """The templates of a site: those in `overrides` first, then the shipped ones; `functions` are global in them.

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
    )
    environment.globals.update(functions)
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
