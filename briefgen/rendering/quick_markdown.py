"""A plugin of markdown-it-py that makes it quick and changes nothing: every token stays what it was.

The stock parsers try every rule at every place and look for the ends of lines and of plain text letter by letter; most of
their time goes into rules that see at once that nothing of theirs begins here. With this plugin each rule is tried only
where it can begin, plain text is skipped by one regular expression, and ordinary paragraphs are read without any rule.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache, partial
from itertools import accumulate
from typing import Any, Final, Generic, TypeVar, cast

from markdown_it import MarkdownIt
from markdown_it.parser_block import RuleFuncBlockType
from markdown_it.parser_inline import RuleFuncInlineType
from markdown_it.ruler import Ruler
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore, normalize
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from briefgen.rendering.simple_text import PLAIN, read_simple

Rule = TypeVar("Rule")
ByBeginning = Mapping[str, tuple[Rule, ...]]
"""The rules to try on what begins with a character; under "" those to try on what begins with any other."""

_INLINE: Final[Mapping[str, str | None]] = {
    "text": "",
    "newline": "\n",
    "escape": "\\",
    "backticks": "`",
    "strikethrough": "~",
    "emphasis": "*_",
    "link": "[",
    "image": "!",
    "footnote_inline": "^",
    "footnote_ref": "[",
    "autolink": "<",
    "html_inline": "<",
    "entity": "&",
}
"""The characters with which each inline rule begins (CommonMark 0.31, GFM's strikethrough, Pandoc's footnotes)."""

_BLOCK: Final[Mapping[str, str | None]] = {
    "table": None,
    "code": None,
    "fence": "`~",
    "blockquote": ">",
    "hr": "*-_",
    "list": "*-+0123456789",
    "footnote_def": "[",
    "reference": "[",
    "html_block": "<",
    "heading": "#",
    "prose": None,
    "lheading": None,
    "deflist": None,
    "paragraph": None,
}
"""The characters with which a line begins that a block rule may take; None is any."""

_MARKS: Final = frozenset("".join(filter(None, _BLOCK.values())) + "|:=")
"""Characters that begin what is no prose: a block, or the line below the head of a table, a heading or a term."""

_PLAIN: Final = re.compile(rf"{PLAIN}+")

_NEIGHBORS: Final = 4096
"""Marks of emphasis with their neighbors whose reading is kept: those of a large site in a few languages."""


def quick(parser: MarkdownIt) -> None:
    """The plugin; to be used last, since the rules are fixed with it.

    Raises KeyError for a rule of which this module does not say how it begins.
    """
    parser.core.ruler.at("normalize", _normalize)
    parser.core.ruler.at("block", _parse_blocks)
    parser.core.ruler.at("inline", _parse_inlines)
    parser.block.ruler.before("lheading", "prose", _prose)
    parser.block.ruler = cast("Any", _Chains(parser.block.ruler, _BLOCK, _block_rule))
    parser.inline.ruler = cast("Any", _Chains(parser.inline.ruler, _INLINE, _inline_rule))


class _Chains(Generic[Rule]):
    """Stands for a ruler: each of its chains is one rule, which tries those that begin as the text does."""

    def __init__(
        self, ruler: Ruler[Rule], beginnings: Mapping[str, str | None], join: Callable[[ByBeginning[Rule]], Rule]
    ) -> None:
        names, rules = ruler.get_active_rules(), ruler.getRules()
        self._ruler = ruler
        self._begins = {rule: beginnings[name] for name, rule in zip(names, rules, strict=True)}
        self._characters = {"", *"".join(filter(None, beginnings.values()))}
        self._join = join
        self.get_active_rules = ruler.get_active_rules
        self.getRules = cache(self._chain)

    def _chain(self, name: str = "") -> tuple[Rule, ...]:
        rules = self._ruler.getRules(name)
        return (self._join({one: tuple(self._taking(one, rules)) for one in self._characters}),)

    def _taking(self, character: str, rules: Iterable[Rule]) -> Iterable[Rule]:
        for rule in rules:
            begins = self._begins[rule]
            if begins is None or (character and character in begins):
                yield rule


def _block_rule(rules: ByBeginning[RuleFuncBlockType]) -> RuleFuncBlockType:
    """One rule that tries on a line those that may take it."""
    others = rules[""]

    def try_line(state: StateBlock, line: int, end: int, silent: bool) -> bool:  # noqa: FBT001  markdown-it-py's signature
        start = state.bMarks[line] + state.tShift[line]
        for rule in rules.get(state.src[start : start + 1], others):  # noqa: SIM110  any() would take longer
            if rule(state, line, end, silent):
                return True
        return False

    return try_line


def _inline_rule(rules: ByBeginning[RuleFuncInlineType]) -> RuleFuncInlineType:
    """One rule that takes plain text, or tries those that may begin here."""

    def try_here(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  markdown-it-py's signature
        if plain := _PLAIN.match(state.src, state.pos, state.posMax):
            state.pos = plain.end()
            if not silent:
                state.pending += plain[0]
            return True
        for rule in rules.get(state.src[state.pos], ()):  # noqa: SIM110
            if rule(state, silent):
                return True
        return False

    return try_here


def _normalize(state: StateCore) -> None:
    """The core rule for line ends, where there is anything to do for it."""
    if "\r" in state.src or "\0" in state.src:
        normalize(state)


def _parse_blocks(state: StateCore) -> None:
    """The core rule that finds blocks."""
    if state.inlineMode:
        state.tokens.append(Token("inline", "", 0, content=state.src, map=[0, 1], children=[]))
    elif state.src:
        lines = _Lines(state)
        state.md.block.tokenize(lines, 0, lines.lineMax)


def _parse_inlines(state: StateCore) -> None:
    """The core rule that parses the text of blocks."""
    flanking = partial(_flanking, state.md)
    for token in state.tokens:
        if token.type == "inline":
            token.children = read_simple(token.content, flanking)
            if token.children is None:
                token.children = state.md.inline.parse(token.content, state.md, state.env, [])


@lru_cache(maxsize=_NEIGHBORS)
def _flanking(parser: MarkdownIt, mark: str) -> tuple[bool, bool]:
    """Whether a mark of emphasis between its neighbors can open and close, by the rules of the parser and its plugins."""
    scanned = StateInline(mark, parser, {}, []).scanDelims(1, canSplitWord=mark[1] == "*")
    return scanned.can_open, scanned.can_close


class _Lines(StateBlock):
    """The lines of a text while it is parsed, their ends and indents found a line at a time."""

    src: str = ""
    """An attribute where the stock state has a property: rules read it more often than anything else."""

    def __init__(self, text: StateCore) -> None:
        super().__init__("", text.md, text.env, text.tokens)
        self.src = text.src
        lines = text.src.split("\n")
        if not lines[-1].strip(" \t"):
            lines.pop()
        starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
        shifts = [len(line) - len(line.lstrip(" \t")) for line in lines]
        indents = [len(line[:shift].expandtabs(4)) for line, shift in zip(lines, shifts, strict=True)]
        self.bMarks = [*starts[:-1], len(text.src)]
        self.eMarks = [*(start - 1 for start in starts[1:]), len(text.src)]
        self.tShift = [*shifts, 0]
        self.sCount = [*indents, 0]
        self.bsCount = [0] * len(self.bMarks)
        self.lineMax = len(lines)


def _prose(state: StateBlock, line: int, end: int, silent: bool) -> bool:  # noqa: FBT001  markdown-it-py's signature
    """A block rule: a paragraph with nothing in it that could make it a heading or a term of a list of definitions.

    It comes behind all rules but those of these two and of paragraphs, which together ask every rule again at every line.
    """
    stop = line
    while stop < state.lineMax:
        first = _first(state, stop)
        if first >= state.eMarks[stop]:
            break
        if stop > line and state.src[first] in _MARKS:
            if _is_doubtful(state, stop):
                return False
            if _begins_block(state, stop):
                break
        stop += 1
    if silent or (stop == line + 1 and _is_term(state, line, end)):
        return False
    _add_paragraph(state, line, stop)
    return True


def _first(state: StateBlock, line: int) -> int:
    """The place of the first character of a line behind its indent."""
    return state.bMarks[line] + state.tShift[line]


def _is_doubtful(state: StateBlock, line: int) -> bool:
    """Whether a line may underline the one above, define it, or belong to it though a block begins on it."""
    mark, indent = state.src[_first(state, line)], state.sCount[line]
    return mark in "|=:~" or (mark == "-" and indent >= state.blkIndent) or not 0 <= indent <= state.blkIndent + 3


def _begins_block(state: StateBlock, line: int) -> bool:
    """Whether a block begins on a line that may end a paragraph."""
    around, state.parentType = state.parentType, "paragraph"
    begins = any(rule(state, line, state.lineMax, True) for rule in state.md.block.ruler.getRules("paragraph"))  # noqa: FBT003
    state.parentType = around
    return begins


def _is_term(state: StateBlock, line: int, end: int) -> bool:
    """Whether a line may be a term that is defined below an empty line."""
    below = line + 2
    return below < end and state.src.startswith((":", "~"), _first(state, below))


def _add_paragraph(state: StateBlock, line: int, stop: int) -> None:
    """Make a paragraph of lines."""
    content = state.getLines(line, stop, state.blkIndent, keepLastLF=False).strip()
    state.tokens += (
        Token("paragraph_open", "p", 1, map=[line, stop], level=state.level, block=True),
        Token("inline", "", 0, map=[line, stop], level=state.level + 1, children=[], content=content, block=True),
        Token("paragraph_close", "p", -1, level=state.level, block=True),
    )
    state.line = stop
    state.parentType = "paragraph"  # as markdown-it-py's rule for underlined headings leaves it where there are none
