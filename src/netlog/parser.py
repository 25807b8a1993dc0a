"""Commands as Typer knows them, made from what they declare.

It explains them, refuses what is mistyped, and reads each line that `plain` leaves to it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from inspect import Parameter as Formal
from inspect import Signature
from types import GenericAlias
from typing import Any, Literal

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption
from typer.exceptions import TyperException
from typer.main import get_command

from netlog import manual, render
from netlog.catalogue import assumed
from netlog.commands.frame.declared import (
    DRY_RUN,
    SETTINGS,
    Context,
    Declared,
    Option,
    Parameter,
    Setting,
    called_back,
    parameters,
    text_apart,
)
from netlog.commands.frame.noun import Sub
from netlog.commands.frame.once import told_once
from netlog.errors import UsageMistake
from netlog.named import NamedTuple


def leaf(name: str, sub: Sub) -> "Leaf":
    """The parser of one command."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(name, cls=Speaking if sub.takes_text else Leaf)(_formal(sub))
    command = get_command(app)
    assert isinstance(command, Leaf)
    command.params += [*([_setting(DRY_RUN)] if sub.rehearses else ()), *shared()]
    command.examples = sub.examples
    return command


def shared(*, at_root: bool = False) -> list[TyperOption]:
    """The options of every command; what is of use everywhere alike, only the root shows."""
    return [_setting(one, hidden=one.eager and not at_root) for one in SETTINGS]


def _setting(said: Setting, *, hidden: bool = False) -> TyperOption:
    def remember(ctx: Any, _param: Any, value: Any) -> None:
        if isinstance(value, str) and not (value.strip() or ctx.resilient_parsing):
            raise UsageMistake(f"{said.names[0]} is empty: name a file.")
        if value and ctx.obj is not None:
            setattr(ctx.obj, said.to, value)

    return TyperOption(
        param_decls=[*said.names],
        is_flag=said.is_flag,
        is_eager=said.eager,
        metavar=said.metavar,
        help=said.help,
        hidden=hidden,
        expose_value=False,
        callback=remember,
    )


def _formal(sub: Sub) -> Callable[..., None]:
    """The command as a function whose signature Typer reads."""

    def run(ctx: typer.Context, **values: Any) -> None:
        ctx.obj.called = ctx.command_path
        sub.run(_context(ctx, values), **values)

    named = Formal.KEYWORD_ONLY
    found = [
        Formal(one.name, named, default=_typed(one), annotation=_annotation(one))
        for one in parameters(sub.run)
    ]
    context = Formal("ctx", named, annotation=typer.Context)
    vars(run)["__signature__"] = Signature([context, *found])
    run.__doc__ = sub.run.__doc__
    return run


def _annotation(one: Parameter) -> Any:
    """The type of a parameter as typing spells it, which Typer reads."""
    found: Any = Literal[one.choices] if one.choices else one.type
    if one.several:
        found = GenericAlias(list, (found,))
    elif one.nargs > 1:
        found = GenericAlias(tuple, (found,) * one.nargs)
    return found | None if one.is_optional else found


def _typed(one: Parameter) -> Any:
    said = one.declared
    make: Any = typer.Option if isinstance(said, Option) else typer.Argument
    callback = _callback(said) if said.callback else None
    return make(
        one.default,
        *said.names,
        metavar=said.metavar,
        help=said.help,
        min=said.min,
        callback=callback,
    )


def _callback(said: Declared) -> Callable[..., Any]:
    def call(ctx: typer.Context, value: Any) -> Any:
        return called_back(said, _context(ctx, {}), value)

    return call


def _context(ctx: typer.Context, values: dict[str, Any]) -> Context:
    complete = ctx.obj is not None and not ctx.resilient_parsing
    return Context(ctx.obj, ctx.command_path, values, complete)


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

    context_class = manual.HelpContext
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

    context_class = manual.HelpContext
    examples: tuple[str, ...] = ()

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        with _in_our_words(ctx, args):
            return super().parse_args(ctx, args)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, _summary(one)) for name, one in self.commands.items()])

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        super().format_epilog(ctx, formatter)
        if self.examples:
            formatter.write_examples(self.examples)

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
            yield f"{ctx.info_name} {name}", _summary(command)

    def get_help_option(self, ctx: Any) -> Any:
        return manual.paged(super().get_help_option(ctx))

    def names(self) -> list[str]:
        """Every name that is accepted, aliases among them."""
        return list(self.commands)


def _summary(command: Any) -> str:
    """The first sentence of what a command says of itself, whole."""
    first = " ".join((command.help or "").split("\n\n")[0].split())
    return f"{first.partition('. ')[0].rstrip('.')}."


class Assuming(Branch):
    """A noun with a usual command that is meant by whatever names no other, and one for nothing."""

    usual = ""
    for_nothing = ""
    titled = False

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        usual = self.usual, self.for_nothing
        complete = not ctx.resilient_parsing
        meant = assumed(args, usual, self.names(), complete=complete, titled=self.titled)
        return super().parse_args(ctx, meant)
