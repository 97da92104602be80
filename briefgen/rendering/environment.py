"""Jinja as briefgen runs it: it tells which templates a page is made of, and takes short ways where pages are busiest.

A page prints hundreds of values and calls macros for its components. Of each value Jinja makes a `Markup`, which is joined
to the page and thrown away, and at each call it looks what else the macro could want: names, a block, the context. The
short ways leave that out where it changes nothing: templates mean what they mean elsewhere, and pages are the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MethodType
from typing import Any

import jinja2
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Call, Filter, Test
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

from briefgen.model.output import hash_of


def printed(value: object) -> str:
    """A value as a template prints it: what `markupsafe.escape` makes of it, but as `Markup` only where that costs nothing."""
    if type(value) is Markup:
        return value
    if type(value) is str and not ("&" in value or "<" in value or ">" in value or '"' in value or "'" in value):
        return value
    return escape(value)


class _Component(Macro):
    """A macro that takes the arguments it names and nothing else."""


def component(*made: Any) -> Macro:  # noqa: ANN401
    """The macro made of what Jinja's compiler tells of it."""
    macro = _Component(*made)
    return Macro(*made) if macro.catch_kwargs or macro.catch_varargs or macro.caller else macro


class _Context(Context):
    """What a template sees. Macros called with all their arguments in order, and methods, are called without further ado."""

    def call(self, called: Any, /, *args: Any, **named: Any) -> Any:  # noqa: ANN401  whatever a template calls, and gets
        """The same as `jinja2.runtime.Context.call`."""
        kind = type(called)
        if kind is _Component and len(args) == len(called.arguments) and not named and self.eval_ctx.autoescape:
            text = called._func(*args)  # noqa: SLF001  what the macro itself would come to
            return str.__new__(Markup, text)  # it is HTML; `Markup()` would ask it first
        if kind is MethodType:  # no method of a value asks for the context
            return called(*args, **named)
        return super().call(called, *args, **named)


class _Generator(CodeGenerator):
    """Compiles templates so that they print, define macros and call the short way."""

    def write_commons(self) -> None:
        """What every compiled function begins with: two of Jinja's names mean ours in it."""
        super().write_commons()
        self.writeline("escape, Macro = environment.printed, environment.component")

    def signature(self, node: Call | Filter | Test, frame: Frame, extra_kwargs: Mapping[str, Any] | None = None) -> None:
        """The arguments of a call, without the variables of loops and blocks: no function here asks for the context."""
        caller = {name: value for name, value in (extra_kwargs or {}).items() if name == "caller"}
        super().signature(node, frame, caller)


class Environment(jinja2.Environment):
    """Jinja's environment, which tells what templates a page is made of, however these refer to each other."""

    code_generator_class = _Generator
    context_class = _Context
    component = staticmethod(component)
    printed = staticmethod(printed)

    def __init__(self, **options: Any) -> None:  # noqa: ANN401
        """Take Jinja's options."""
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

    def source_hash(self, question: tuple[str, ...]) -> str | None:
        """The answer to `("template", name)`: the hash of its source, or None when there is none that can be read."""
        _, name = question
        if name not in self._hashes:
            self._hashes[name] = self._hash_of(name)
        return self._hashes[name]

    def _hash_of(self, name: str) -> str | None:
        try:
            source = self.loader.get_source(self, name)[0] if self.loader else ""
        except (jinja2.TemplateNotFound, OSError, UnicodeDecodeError):
            return None
        return hash_of(source.encode())
