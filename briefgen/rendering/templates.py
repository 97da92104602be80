"""Jinja: the shipped templates, single ones overridden by the site's own `templates/`."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)

from briefgen.errors import BriefgenError
from briefgen.model.memo import Question

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
class Speech:
    """What templates say things with in a language; its functions follow from the language alone."""

    lang: str
    functions: Mapping[str, Callable[..., str]]


@dataclass(frozen=True, slots=True)
class Templates:
    """Compiled templates; each is compiled once. A page follows from the files of templates, its values and its language."""

    environment: _Environment

    def render(self, name: str, page: str, speech: Speech | None = None, **values: object) -> bytes:
        """The page made of a template and its values, as UTF-8; raises TemplatingError."""
        functions = speech.functions if speech else {}
        return self._rendered(name, page, {**functions, **values})

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

    def _rendered(self, name: str, page: str, values: Mapping[str, object]) -> bytes:
        try:
            return (self.environment.get_template(name).render(**values).rstrip() + "\n").encode()
        except TemplateSyntaxError as error:
            sentence = f"templates/{error.name}:{error.lineno}: {error.message}"
            raise TemplatingError(sentence) from error
        except (TemplateError, TypeError, AttributeError, ValueError) as error:
            sentence = f"templates/{_place(error, name)}: {error} (while rendering {page})"
            raise TemplatingError(sentence) from error


def load_templates(overrides: Path) -> Templates:
    """The templates of a site: those in `overrides` first, then the shipped ones.

    As `shipped/base.html` an override reaches the template that it overrides, to extend it block by block.
    """
    shipped = FileSystemLoader(shipped_templates())
    environment = _Environment(
        loader=ChoiceLoader([FileSystemLoader(overrides), shipped, PrefixLoader({"shipped": shipped})]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    return Templates(environment)


class _Environment(Environment):
    """Jinja's environment, which tells what templates a page is made of, however these refer to each other."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401  jinja's options
        super().__init__(**options)
        self._referred: dict[str, set[str]] = {}
        self._hashes: dict[str, str | None] = {}

    def join_path(self, template: str, parent: str) -> str:
        """Jinja asks this for every name that a template refers to (extends, includes, imports, also by variable)."""
        self._referred.setdefault(parent, set()).add(template)
        return template

    def used_by(self, name: str) -> tuple[str, ...]:
        """A template and all that it referred to so far, directly or not: imported ones are run once for many pages."""
        used, waiting = {name}, [name]
        while waiting:
            fresh = self._referred.get(waiting.pop(), set()) - used
            used |= fresh
            waiting += fresh
        return tuple(sorted(used))

    def source_hash(self, question: Question) -> str | None:
        """The answer to `("template", name)`: the hash of its source, or None when there is none that can be read."""
        _, name = question
        if name not in self._hashes:
            self._hashes[name] = self._hash_of(name)
        return self._hashes[name]

    def _hash_of(self, name: str) -> str | None:
        try:
            source = self.loader.get_source(self, name)[0] if self.loader else ""
        except (TemplateNotFound, OSError, UnicodeDecodeError):
            return None
        return hashlib.blake2b(source.encode(), digest_size=16).hexdigest()


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
