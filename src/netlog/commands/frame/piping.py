"""What a - stands for among words: the lines of standard input, which is read once.

It knows no declaration, for every argument that names a record stands on it.
"""

from collections.abc import Sequence

from netlog import output
from netlog.errors import NothingMatches, UsageMistake
from netlog.records.refs import parse_line_ref
from netlog.typed import Any, Protocol


class CommandRun(Protocol):
    """The run of a command, as far as it matters here."""

    obj: Any
    command_path: str
    complete: bool


PIPED = "-"


def piped(context: CommandRun, typed: Sequence[str] | None) -> list[str]:
    """What was typed, a `-` among it replaced by the lines of standard input that are not blank.

    Of a list that netlog printed, the lines that name something. Nobody is asked anything after
    that. Raises UsageMistake for a second `-` and for what is not text, NothingMatches when nobody
    is named there.
    """
    words = list(typed or ())
    if PIPED not in words or not context.complete:
        return words
    if words.count(PIPED) > 1:
        raise UsageMistake("Standard input is read once: one - is enough.")
    context.obj.reads_stdin = True
    at = words.index(PIPED)
    return [*words[:at], *_named_on_stdin(), *words[at + 1 :]]


def lines_of_stdin() -> list[str]:
    """Standard input, line by line; raises UsageMistake where it is no text."""
    try:
        return output.read().decode("utf-8-sig").split("\n")
    except UnicodeDecodeError:
        raise UsageMistake("Standard input is not UTF-8 text.") from None


def _named_on_stdin() -> list[str]:
    lines = lines_of_stdin()
    from netlog.commands.frame import printed

    found = printed.naming(lines)
    if not found:
        raise NothingMatches("Nobody was named on standard input.")
    return found


def from_stdin(ctx: CommandRun, value: list[str] | None) -> list[str]:
    """`piped` as the callback of an argument."""
    return piped(ctx, value)


def refs_from_stdin(ctx: CommandRun, value: list[str] | None) -> list[str]:
    """Like `from_stdin`; of a line that begins with a ref, as those of `due` do, the ref."""
    words = piped(ctx, value)
    if not (ctx.complete and ctx.obj.reads_stdin):
        return words
    return [first if parse_line_ref(first := word.split()[0]) else word for word in words]


def named_on_stdin(ctx: CommandRun, value: str | list[str]) -> str | list[str]:
    """Like `refs_from_stdin`; of one word that a command takes, the one that is named there.

    Raises UsageMistake where more are.
    """
    words = refs_from_stdin(ctx, [value] if isinstance(value, str) else value)
    if isinstance(value, list):
        return words
    if len(words) > 1:
        raise UsageMistake(
            f"{ctx.command_path.removeprefix('netlog ')} takes one at a time, and standard input "
            f"names {len(words)}."
        )
    return words[0]


def named_by_words(ctx: CommandRun, value: list[str]) -> list[str]:
    """The words, several of which name one; or the one that standard input names, where it is a -.

    Raises UsageMistake where more are named there.
    """
    return [str(named_on_stdin(ctx, PIPED))] if value == [PIPED] else value
