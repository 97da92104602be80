"""markdown-it-py's renderer with a short way for what most tokens are: text, and tags without attributes."""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict


class QuickRenderer(RendererHTML):
    """Writes what `RendererHTML` writes; text has no rule of its own."""

    def render(self, tokens: Sequence[Token], options: OptionsDict, env: EnvType) -> str:
        """The HTML of blocks."""
        written: list[str] = []
        for place, token in enumerate(tokens):
            if token.type == "inline":
                written.append(self.renderInline(token.children or (), options, env))
            elif rule := self.rules.get(token.type):
                written.append(rule(tokens, place, options, env))
            elif token.nesting < 0 and token.block and not token.hidden and not token.attrs:
                written.append(f"</{token.tag}>\n")
            else:
                written.append(self.renderToken(tokens, place, options, env))
        return "".join(written)

    def renderInline(self, tokens: Sequence[Token], options: OptionsDict, env: EnvType) -> str:  # noqa: N802
        """The HTML of the text of a block."""
        written: list[str] = []
        for place, token in enumerate(tokens):
            if token.type == "text":
                written.append(escapeHtml(token.content))
            elif rule := self.rules.get(token.type):
                written.append(rule(tokens, place, options, env))
            elif token.nesting and not token.block and not token.hidden and not token.attrs:
                written.append(f"</{token.tag}>" if token.nesting < 0 else f"<{token.tag}>")
            else:
                written.append(self.renderToken(tokens, place, options, env))
        return "".join(written)
