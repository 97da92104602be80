"""Sizes are a habit: a module past 300 lines or a function past 40 is missing a noun. There is no list of exceptions."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULE_LINES = 300
FUNCTION_LINES = 40


def long_functions(source: str) -> Iterator[str]:
    """Functions of a module that are too long, as `name (lines)`; the docstring counts, decorators do not."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno:
            lines = node.end_lineno - node.lineno + 1
            if lines > FUNCTION_LINES:
                yield f"{node.name} ({lines})"


def python_files() -> list[Path]:
    """Every module of ours: the package, its tests and scripts."""
    return sorted(path for folder in ("briefgen", "scripts", "benchmarks", "tests") for path in (ROOT / folder).rglob("*.py"))


@pytest.mark.parametrize("path", python_files(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_module_and_functions_are_short(path: Path) -> None:
    """Each module has at most 300 lines, each function at most 40."""
    source = path.read_text(encoding="utf-8")
    assert len(source.splitlines()) <= MODULE_LINES
    assert list(long_functions(source)) == []


def test_a_long_function_is_seen() -> None:
    """The measure itself finds a function of 41 lines, also inside a class, and passes one of 40."""
    source = "class A:\n    async def f(self):\n" + "        x = 1\n" * 40 + "def g():\n" + "    x = 1\n" * 39
    assert list(long_functions(source)) == ["f (41)"]
