"""The command tree as Typer knows it: help, versions, and each line that `plain` leaves to it."""

from collections.abc import Sequence
from functools import cache

import typer
from typer.core import TyperOption
from typer.exceptions import TyperException

from netlog import __version__, output, render
from netlog.catalogue import (
    BY_NAME,
    COMMANDS,
    Entry,
    first_word_at,
    panels,
    subcommands,
    takes_titles,
    usual,
)
from netlog.commands.frame.app import App
from netlog.errors import Interrupted, UsageMistake
from netlog.named import NamedTuple
from netlog.parser import Assuming, Branch, leaf, shared
from netlog.topics import TOPICS
from netlog.typed import Any

HELP = """A private record of the people you know: whom to thank, what you owe, whom to get back to.

Start with: netlog add "Grace Hopper" --met "the reunion". Each morning: netlog due."""
EXAMPLES = 3  # of a noun, one of each of its first commands


class NetlogVersion(NamedTuple):
    """What --version says as JSON."""

    version: str


def run(app: App, words: Sequence[str]) -> int:
    """Read the line and do what it says; returns the status. Raises what is wrong with it."""
    try:
        status = root().main(list(words), prog_name="netlog", standalone_mode=False, obj=app)
    except TyperException as error:
        raise _usage(error) from None
    except typer.Abort as error:
        # An EOFError mostly: of a question, or of a compiled file.
        raise error.__cause__ or KeyboardInterrupt from None
    if status == Interrupted.status:
        # Typer has turned the interruption into a status.
        raise KeyboardInterrupt
    return status if isinstance(status, int) else 0


def _usage(error: TyperException) -> UsageMistake:
    """What the parser says where `parser` has not put it in our words."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "netlog"
    return UsageMistake("That cannot be read.", advice=f"See {command} --help.")


@cache
def load(entry: Entry) -> Any:
    """Import the command's module and build its parser, once: it keeps nothing of a run."""
    found = subcommands(entry)
    if "" in found:
        return leaf(entry.name, found[""])
    assumes = usual(entry)
    noun = (Assuming if assumes else Branch)(
        name=entry.name,
        help=entry.summary,
        commands={name: leaf(name, sub) for name, sub in found.items()},
        params=shared(),
        invoke_without_command=True,
        rich_markup_mode=None,
    )
    noun.examples = tuple(sub.examples[0] for sub in [*found.values()][:EXAMPLES])
    if isinstance(noun, Assuming) and assumes:
        noun.usual, noun.for_nothing = assumes
        noun.titled = takes_titles(entry)
    return noun


class Tree(Branch):
    """The root command, whose children are loaded when they are called.

    topic is what help was asked of, when that is no command.
    """

    topic: str | None = None

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        at = first_word_at(args)
        if at is not None and args[at] == "help" and not ctx.resilient_parsing:
            args = [*args[:at], *self.asked_help(args[at + 1 :])]
        return super().parse_args(ctx, args)

    def asked_help(self, args: list[str]) -> list[str]:
        """What to parse for `netlog help`: of a command its help, of a topic nothing more."""
        words = [word for word in args if not word.startswith("-")]
        if words and (words[0] in TOPICS or words[0] not in self.names()):
            self.topic = words[0]
            return [word for word in args if word != words[0]]
        return [*args, "--help"]

    def names(self) -> list[str]:
        return list(BY_NAME)

    def list_commands(self, ctx: Any) -> list[str]:
        return [entry.name for entry in COMMANDS]

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """By the name it goes by, whichever of its names was typed: all have the same of it."""
        name, command, rest = super().resolve_command(ctx, args)
        return BY_NAME[name].name if name in BY_NAME else name, command, rest

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        entry = BY_NAME.get(cmd_name)
        return entry and load(entry)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        for panel, entries in panels():
            with formatter.section(panel):
                formatter.write_dl([(entry.name, entry.summary) for entry in entries])


class Root(Tree):
    """The command tree, which knows its version, and what to say when nothing is asked of it."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        rest = super().parse_args(ctx, args)
        app = ctx.obj
        if isinstance(app, App) and app.asked_version and not ctx.resilient_parsing:
            render.said(app.out, f"netlog {__version__}", NetlogVersion(__version__))
            raise typer.Exit
        return rest

    def invoke(self, ctx: Any) -> Any:
        done = super().invoke(ctx)
        if ctx.invoked_subcommand is None:
            from netlog.commands.frame import start

            if self.topic is None:
                start.show(ctx.obj)
            else:
                start.topic(ctx.obj, self.topic, self.list_commands(ctx))
        return done


def root() -> Root:
    """The root of the command tree."""
    return Root(
        name="netlog",
        help=HELP,
        params=[_version_option(), *shared(at_root=True)],
        context_settings={
            "help_option_names": ["-h", "--help"],
            "terminal_width": output.help_width(),
        },
        rich_markup_mode=None,
        epilog="netlog COMMAND --help says more and gives examples. "
        f"netlog help {' | '.join(TOPICS)} explains.",
        invoke_without_command=True,
    )


def _version_option() -> TyperOption:
    def remember(ctx: Any, _param: Any, value: bool) -> None:
        # Shown when everything is parsed: --json may follow.
        if value and ctx.obj is not None:
            ctx.obj.asked_version = True

    return TyperOption(
        param_decls=["--version"],
        is_flag=True,
        expose_value=False,
        callback=remember,
        help="Show the version.",
    )
