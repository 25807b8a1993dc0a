"""Help as netlog writes it: bold headings, examples that fit the terminal, and the pager.

It knows the parser and the terminal, and no command.
"""

import re
from collections.abc import Iterable, Iterator

import typer
from typer._click.formatting import HelpFormatter
from typer.core import TyperOption

from netlog import output
from netlog.typed import Any

BOLD, PLAIN = "\x1b[1m", "\x1b[0m"
# Words of a command line: what stands in quotes is one.
_WORDS = re.compile(r"""(?:"[^"]*"|'[^']*'|\S)+""")
MORE = " \\"
# What the parser adds of a default and a range, which the sentence has said.
_NOTATION = re.compile(r" +\[(default: [^;\]]*; )?x>=\d+\]$")


class Formatter(HelpFormatter):
    """Help whose first column leaves room for the second on a narrow terminal."""

    def write_heading(self, heading: str) -> None:
        self.write(f"{'':>{self.current_indent}}{bold(f'{heading}:')}\n")

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        at = len(self.buffer)
        super().write_usage(prog, args, prefix)
        self.buffer[at] = self.buffer[at].replace("Usage:", bold("Usage:"), 1)

    def write_dl(self, rows: Any, col_max: int = 30, col_spacing: int = 2) -> None:
        told = [(name, _NOTATION.sub("", about)) for name, about in rows]
        super().write_dl(told, min(col_max, self.width // 3), col_spacing)

    def write_examples(self, examples: Iterable[str]) -> None:
        """Write the section of examples."""
        with self.section("Examples"):
            indent = " " * self.current_indent
            for example in examples:
                for line in broken(example, self.width - self.current_indent):
                    self.write(f"{indent}{line}\n")


class HelpContext(typer.Context):
    """A context whose help is written by our formatter."""

    formatter_class = Formatter


def bold(text: str) -> str:
    """The text in bold on a terminal in colour."""
    out = output.choose(json=False)
    return f"{BOLD}{text}{PLAIN}" if out.mode == "rich" and out.colour else text


def broken(example: str, width: int) -> Iterator[str]:
    """The example in lines of that width, which can be pasted as they stand.

    It is broken before an option or a pipe; what it says of itself then goes before it.
    """
    if len(example) <= width:
        yield example
        return
    words = _WORDS.findall(example)
    if "#" in words:
        at = words.index("#")
        yield " ".join(words[at:])
        words = words[:at]
    lines = [""]
    for chunk in _chunks(words):
        longer = f"{lines[-1]} {chunk}" if lines[-1] else chunk
        if lines[-1] and len(longer) + len(MORE) > width:
            lines.append(f"    {chunk}")
        else:
            lines[-1] = longer
    yield from (f"{line}{MORE}" for line in lines[:-1])
    yield lines[-1]


def _chunks(words: Iterable[str]) -> list[str]:
    """The words that belong together: an option and its value, what follows a pipe."""
    chunks: list[str] = []
    for word in words:
        if not chunks or word == "|" or (word.startswith("-") and len(word) > 1):
            chunks.append(word)
        else:
            chunks[-1] = f"{chunks[-1]} {word}"
    return chunks


def paged(option: TyperOption | None) -> TyperOption | None:
    """The option --help, whose text goes through the pager where it is longer than the screen."""
    if option is not None:
        option.callback = _show
    return option


def _show(context: Any, _param: Any, value: bool) -> None:
    if value and not context.resilient_parsing:
        from netlog import render

        out = output.choose(json=False, pager=not getattr(context.obj, "unpaged", False))
        render.text(out, f"{context.get_help()}\n")
        raise typer.Exit
