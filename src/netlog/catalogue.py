"""The command tree as a table: each name, where it lives, its panel and its one-line summary.

Only the module of the command that runs is imported; help and completion of names need none.
"""

import importlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any, NamedTuple

import typer
from typer.core import TyperCommand, TyperGroup
from typer.exceptions import TyperException
from typer.main import get_command

from netlog import manual, render
from netlog.commands.frame.noun import Sub
from netlog.commands.frame.once import told_once
from netlog.commands.frame.options import dry_run, shared, text_apart
from netlog.topics import TOPICS


class Entry(NamedTuple):
    """One command; aliases are accepted and never shown."""

    name: str
    module: str
    panel: str
    summary: str
    aliases: tuple[str, ...] = ()


COMMANDS = (
    Entry("add", "add", "Capture", "Add a person; a name is enough."),
    Entry("log", "log", "Capture", "Record a coffee, a call or any other meeting."),
    Entry("plan", "plan", "Capture", "Plan to meet, and see what is planned."),
    Entry("thank", "thank", "Capture", "Note that thanks were sent."),
    Entry("introduce", "introduce", "Capture", "Bring two people together."),
    Entry("told", "told", "Capture", "Say that they heard how their help turned out."),
    Entry("due", "due", "Morning", "Show whom to thank, what you owe, whom to get back to."),
    Entry("week", "week", "Morning", "Look back on a week, and ahead to the next."),
    Entry("done", "done", "Morning", "Close what is due."),
    Entry("drop", "drop", "Morning", "Let go of what is due."),
    Entry("snooze", "snooze", "Morning", "Put somebody off until later."),
    Entry("every", "every", "Morning", "Say how often to be in touch."),
    Entry("lead", "lead", "Chains", "Follow what may come, through people who know people."),
    Entry("path", "path", "Chains", "Show through whom you come to somebody."),
    Entry("goal", "goal", "Chains", "Say what you are after, and who knows of it."),
    Entry("favor", "favor", "Give and take", "Keep the account of favors.", aliases=("favour",)),
    Entry("balance", "balance", "Give and take", "Show what was given and taken."),
    Entry("check", "check", "Give and take", "Look before you ask somebody."),
    Entry("reconnect", "reconnect", "People", "Show whom to get back to, and how to begin."),
    Entry("brief", "brief", "People", "Show one screen before you meet."),
    Entry("list", "list_", "People", "List people.", aliases=("ls",)),
    Entry("network", "network", "People", "Show who led to whom."),
    Entry("org", "org", "People", "Keep a record of a company: who is there, its own log."),
    Entry("occasion", "occasion", "People", "Show whom you met at a conference or the like."),
    Entry("orgs", "orgs", "People", "Count people by organization."),
    Entry("search", "search", "People", "Find people, meetings and favors by their words."),
    Entry("show", "show", "People", "Show everything about somebody."),
    Entry("who", "who", "People", "Print the ref of who is meant."),
    Entry("relate", "relate", "People", "Say who belongs to whom: spouse, child, assistant."),
    Entry("edit", "edit", "People", "Change a person, a meeting, a favor or thanks."),
    Entry("history", "history", "People", "Show what happened with somebody, or what was done."),
    Entry("tag", "tag", "Sort and tidy", "Label people."),
    Entry("untag", "untag", "Sort and tidy", "Take labels from people."),
    Entry("tags", "tags", "Sort and tidy", "Count the tags, or rename one."),
    Entry("circle", "circle", "Sort and tidy", "Put people into circles."),
    Entry("archive", "archive", "Sort and tidy", "Keep people without being reminded of them."),
    Entry("unarchive", "unarchive", "Sort and tidy", "Bring archived people back."),
    Entry("duplicates", "duplicates", "Sort and tidy", "Show who may be there twice."),
    Entry("merge", "merge", "Sort and tidy", "Make one person of two."),
    Entry("remove", "remove", "Sort and tidy", "Remove people, or single records.", ("rm",)),
    Entry("import", "import_", "In and out", "Take in address books, calendars, other programs."),
    Entry("export", "export", "In and out", "Give people back in the formats the world reads."),
    Entry("card", "card", "In and out", "Show your own card, with its QR code."),
    Entry("undo", "undo", "Safety", "Take back the last command."),
    Entry("redo", "redo", "Safety", "Bring back what was taken back."),
    Entry("backup", "backup", "Safety", "Back up the book."),
    Entry("restore", "restore", "Safety", "Bring a backup back."),
    Entry("forget", "forget", "Safety", "Forget somebody for good."),
    Entry("doctor", "doctor", "Safety", "Examine the book, and mend it."),
    Entry("demo", "demo", "Set-up", "Try netlog on a throw-away book of made-up people."),
    Entry("completion", "completion_", "Set-up", "Print the completion script of your shell."),
)

_BY_NAME = {name: entry for entry in COMMANDS for name in (entry.name, *entry.aliases)}


def subcommands(entry: Entry) -> dict[str, Sub]:
    """What the entry's module holds: the commands of a noun by name, or one command under ""."""
    module = importlib.import_module(f"netlog.commands.{entry.module}")
    if hasattr(module, "COMMANDS"):
        found: dict[str, Sub] = module.COMMANDS
        return found
    flags = (getattr(module, flag, False) for flag in ("TAKES_TEXT", "REHEARSES"))
    return {"": Sub(module.command, module.EXAMPLES, module.RECORD, *flags)}


@cache
def load(entry: Entry) -> Any:
    """Import the command's module and build its parser, once: it keeps nothing of a run."""
    found = subcommands(entry)
    if "" in found:
        return _leaf(entry.name, found[""])
    usual = getattr(importlib.import_module(f"netlog.commands.{entry.module}"), "USUAL", None)
    noun = (Assuming if usual else Branch)(
        name=entry.name,
        help=entry.summary,
        commands={name: _leaf(name, sub) for name, sub in found.items()},
        params=shared(),
        invoke_without_command=True,
        rich_markup_mode=None,
    )
    if isinstance(noun, Assuming) and usual:
        noun.usual, noun.for_nothing = usual
    return noun


def _leaf(name: str, sub: Sub) -> Any:
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(name, cls=Speaking if sub.takes_text else Leaf)(sub.run)
    command = get_command(app)
    assert isinstance(command, Leaf)
    command.params += [*([dry_run()] if sub.rehearses else ()), *shared()]
    command.examples = sub.examples
    return command


@contextmanager
def _in_our_words(context: Any, args: list[str]) -> Iterator[None]:
    """What the parser cannot read is told by `mistakes`, with all that was typed before it."""
    typed = tuple(args)
    try:
        yield
    except TyperException as error:
        from netlog import mistakes

        raise mistakes.told(error, mistakes.line(context, typed)) from None


class Leaf(TyperCommand):
    """A command, whose usage names arguments as git does: NAME, not {NAME}."""

    context_class = manual.Context
    # They are refused here, in our words.
    allow_extra_args = True
    examples: tuple[str, ...] = ()

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        typed = tuple(args)
        with _in_our_words(ctx, args):
            extra = super().parse_args(ctx, args)
        if extra and not ctx.resilient_parsing:
            from netlog import mistakes

            raise mistakes.too_many(mistakes.line(ctx, typed), extra)
        return extra

    def make_parser(self, ctx: Any) -> Any:
        parser = super().make_parser(ctx)
        told_once((*parser._short_opt.values(), *parser._long_opt.values()))
        return parser

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        return [piece.strip("{}") for piece in super().collect_usage_pieces(ctx)]

    def get_help_option(self, ctx: Any) -> Any:
        return manual.paged(super().get_help_option(ctx))

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        formatter.write_examples(self.examples)


class Speaking(Leaf):
    """A command that is told a text: all words after the first -- are one, whatever they are."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        words, said = text_apart(args)
        if said is not None and ctx.obj is not None:
            ctx.obj.told = said
        return super().parse_args(ctx, words)


class Verb(NamedTuple):
    """One command of a noun, as JSON."""

    command: str
    summary: str


class Branch(TyperGroup):
    """A command that has commands: it shows them when called bare, and knows near misses."""

    context_class = manual.Context

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        with _in_our_words(ctx, args):
            return super().parse_args(ctx, args)

    def invoke(self, ctx: Any) -> Any:
        # Called bare is a question, not a mistake: Typer's own no_args_is_help exits 2.
        done = super().invoke(ctx)
        if ctx.invoked_subcommand is None and ctx.parent is not None:
            if ctx.obj.json:
                render.said(ctx.obj.out, "", [Verb(*one) for one in self.verbs(ctx)])
            else:
                render.text(ctx.obj.out, f"{ctx.get_help()}\n")
        return done

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args[0] not in self.names() and not ctx.resilient_parsing:
            from netlog import mistakes

            raise mistakes.no_command(
                mistakes.line(ctx, tuple(args)), args[0], self.list_commands(ctx)
            )
        return super().resolve_command(ctx, args)

    def verbs(self, ctx: Any) -> Iterator[tuple[str, str]]:
        """The commands, each with what it does."""
        for name, command in self.commands.items():
            yield f"{ctx.info_name} {name}", command.get_short_help_str(80)

    def get_help_option(self, ctx: Any) -> Any:
        return manual.paged(super().get_help_option(ctx))

    def names(self) -> list[str]:
        """Every name that is accepted, aliases among them."""
        return list(self.commands)


class Assuming(Branch):
    """A noun with a usual command that is meant by whatever names no other, and one for nothing."""

    usual = ""
    for_nothing = ""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        first = _first_word(args)
        if first is None:
            args = args if ctx.resilient_parsing else [self.for_nothing, *args]
        elif first not in (*self.names(), "-h", "--help"):
            args = [self.usual, *args]
        return super().parse_args(ctx, args)


def _first_word(args: list[str]) -> str | None:
    """The first word that is no option of every command."""
    words = iter(args)
    for word in words:
        if word == "--db":
            next(words, None)
        elif word != "--json" and not word.startswith("--db="):
            return word
    return None


class Tree(Branch):
    """The root command, whose children are loaded when they are called.

    topic is what help was asked of, when that is no command.
    """

    topic: str | None = None

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if args[:1] == ["help"] and not ctx.resilient_parsing:
            args = self.asked_help(args[1:])
        return super().parse_args(ctx, args)

    def asked_help(self, args: list[str]) -> list[str]:
        """What to parse for `netlog help`: of a command its help, of a topic nothing more."""
        words = [word for word in args if not word.startswith("-")]
        if words and (words[0] in TOPICS or words[0] not in self.names()):
            self.topic = words[0]
            return [word for word in args if word != words[0]]
        return [*args, "--help"]

    def names(self) -> list[str]:
        return list(_BY_NAME)

    def list_commands(self, ctx: Any) -> list[str]:
        return [entry.name for entry in COMMANDS]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        entry = _BY_NAME.get(cmd_name)
        return entry and load(entry)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        for panel, entries in panels():
            with formatter.section(panel):
                formatter.write_dl([(entry.name, entry.summary) for entry in entries])


def panels() -> Iterator[tuple[str, list[Entry]]]:
    """The panels of the help in order, each with its commands."""
    for panel in dict.fromkeys(entry.panel for entry in COMMANDS):
        yield panel, [entry for entry in COMMANDS if entry.panel == panel]
