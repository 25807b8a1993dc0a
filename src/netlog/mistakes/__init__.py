"""What was mistyped, in netlog's words: no sentence of the parser's reaches a user.

Loaded only when something cannot be read. It knows the line that was typed, never the book.
"""

from collections.abc import Sequence

from typer._click import exceptions
from typer.exceptions import TyperException

from netlog.errors import UsageMistake
from netlog.mistakes import arguments, options
from netlog.mistakes.commands import unknown as no_command
from netlog.mistakes.excess import too_many
from netlog.mistakes.line import CommandLine
from netlog.typed import Any

__all__ = ["CommandLine", "line", "no_command", "told", "too_many"]


def line(context: Any, typed: Sequence[str]) -> CommandLine:
    """The line that the context parses, with the words that were typed for it."""
    path, told = tuple(context.command_path.split()[1:]), getattr(context.obj, "told", None)
    return CommandLine(path, context.command, tuple(typed), told)


def told(error: TyperException, line: CommandLine) -> UsageMistake:
    """The mistake that the parser met in that line."""
    match error:
        case exceptions.NoSuchOption():
            return options.unknown(line, error.option_name)
        case exceptions.BadOptionUsage():
            return options.without_value(line, error.option_name)
        case exceptions.MissingParameter():
            return arguments.missing(line, error.param)
        case exceptions.BadParameter() if error.param is not None:
            return options.not_taken(line, error.param)
    return UsageMistake("That cannot be read.", advice=f"See {line.called} --help.")
