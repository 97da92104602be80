"""Jinja's environment: the short ways change nothing, and it tells which templates a page is made of."""

from __future__ import annotations

from dataclasses import dataclass

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from briefgen.rendering.environment import Environment, printed


@dataclass(frozen=True, slots=True)
class Greeter:
    """A value with a method and with HTML of its own."""

    name: str

    def greet(self, word: str, *, mark: str = "!") -> str:
        """A greeting."""
        return f"{word} & {self.name}{mark}"

    def __html__(self) -> str:
        """The value as HTML."""
        return f"<b>{escape(self.name)}</b>"


class Shout(str):
    """A string that is printed in another way than it is."""

    __slots__ = ()

    def __str__(self) -> str:
        """The string in capitals."""
        return self.upper()


VALUES = {
    "one": "Austria & Việt Nam",
    "two": Markup("<em>日本</em>"),
    "three": Greeter("<Hùng>"),
    "four": [1, 2.5, None, True],
    "speak": Greeter("“Áo”").greet,
}

MACROS = """
{%- macro bare(text) %}<{{ text }}>{% endmacro %}
{%- macro preset(text, other="a&b") %}{{ text }}/{{ other }}{% endmacro %}
{%- macro any(text) %}{{ text }}{{ varargs | join }}{{ kwargs | dictsort }}{% endmacro %}
{%- macro around(text) %}[{{ caller(text) }}]{% endmacro %}
{%- macro nested(text) %}{{ bare(bare(text)) }}{% endmacro %}"""


@given(
    st.one_of(
        st.text(alphabet="aé日&<>'\" ", max_size=20),
        st.text(max_size=20).map(Markup),
        st.text(max_size=20).map(Greeter),
        st.text(max_size=20).map(Shout),
        st.integers(),
        st.floats(),
        st.none(),
        st.booleans(),
    )
)
def test_a_value_is_printed_as_it_is_escaped(value: object) -> None:
    """Whatever a template prints comes out as `markupsafe.escape` has it."""
    assert str(printed(value)) == str(escape(value))


@pytest.mark.parametrize(
    "template",
    [
        "{{ bare(one) }}{{ bare(two) }}{{ bare(three) }}{{ bare(four) }}",
        "{{ bare(text=one) }}{{ preset(one) }}{{ preset(one, two) }}{{ preset(other=one, text=two) }}",
        "{{ any(one) }}{{ any(one, 1, 2) }}{{ any(one, key='<') }}",
        "{% call(text) around(one) %}{{ text }}, {{ two }}{% endcall %}",
        "{% for n in four %}{% call(text) around(n) %}{{ loop.index }}{{ text }}{% endcall %}{% endfor %}",
        "{{ nested(one) }}{{ nested(two) ~ '<' }}{{ bare(one) | length }}{{ (bare(one) + '<') }}",
        "{% autoescape false %}{{ bare(one) }}{{ bare(one) ~ '<' ~ one }}{{ three }}{% endautoescape %}",
        "{% set row %}{{ bare(one) }}<{% endset %}{{ row }}{{ row | upper }}",
        "{{ speak('<') }}{{ speak('日', mark='&') }}{{ one.upper() }}{{ one.partition('&')[0] }}",
        "{% for n in four %}{{ loop.cycle('<', '>') }}{{ loop.changed(n) }}{{ range(2) | list }}{% endfor %}",
        "{% set seen = namespace(n=0) %}{% for n in four %}{% set seen.n = seen.n + 1 %}{% endfor %}{{ seen.n }}",
        "{% for n in four %}{{ n }}{{ bare(n) }}{% endfor %}{{ four | map('string') | join('<') }}",
        "{{ bare.name }}{{ bare.arguments }}{{ any.catch_kwargs }}{{ around.caller }}",
        "{% block here %}{{ one }}{{ bare(two) if bare is defined }}{% endblock %}{{ self.here() }}",
    ],
)
def test_templates_mean_what_they_mean_to_jinja(template: str) -> None:
    """Macros, methods, blocks and escaping give what Jinja's own environment makes of them."""
    assert said(Environment, template) == said(jinja2.Environment, template)


@pytest.mark.parametrize(
    "template",
    [
        "{{ bare() }}",
        "{{ bare(one, two) }}",
        "{{ bare(one, other=two) }}",
        "{{ absent(one) }}",
        "{{ one.absent }}",
        "{{ absent }}",
    ],
)
def test_mistakes_are_the_same_mistakes(template: str) -> None:
    """What a macro does not take or nobody defined is refused in the words of Jinja."""
    told = []
    for kind in (Environment, jinja2.Environment):
        with pytest.raises((jinja2.TemplateError, TypeError)) as caught:
            said(kind, template)
        told.append((caught.type, str(caught.value)))
    assert told[0] == told[1]


def test_a_page_is_made_of_all_that_it_refers_to() -> None:
    """Parents, imports and what these refer to count, also for a page that finds them imported already."""
    sources = {
        "page": "{% extends 'base' %}{% block main %}{{ m.name() }}{% endblock %}",
        "other": "{% extends 'base' %}",
        "alone": "nothing",
        "base": "{% import 'macros' as m with context %}{% block main %}{% endblock %}",
        "macros": "{% from 'names' import given %}{% macro name() %}{{ given }}{% endmacro %}",
        "names": "{% set given = 'Áo' %}",
    }
    environment = Environment(loader=jinja2.DictLoader(sources), autoescape=True)
    pages = {name: environment.get_template(name).render() for name in ("page", "other", "alone", "other")}
    assert pages["page"] == "Áo"
    assert environment.used_by("page") == ("base", "macros", "names", "page")
    assert environment.used_by("other") == ("base", "macros", "names", "other")
    assert environment.used_by("alone") == ("alone",)


def said(kind: type[jinja2.Environment], template: str) -> str:
    """What an environment of this kind makes of a template after the macros."""
    environment = kind(autoescape=True, undefined=jinja2.StrictUndefined)
    return environment.from_string(MACROS + template).render(VALUES)
