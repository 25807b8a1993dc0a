"""main(argv) -> exit status: the root command and the one error boundary.

Below it everything raises; here alone errors become a sentence, or a JSON object, and a status.
"""

import gc
import os
import sys
from collections.abc import Sequence
from typing import Any, NamedTuple, NoReturn

import typer
from typer.core import TyperOption
from typer.exceptions import TyperException

from netlog import __version__, output, render
from netlog.catalogue import COMMANDS, Tree
from netlog.commands.frame.app import App
from netlog.commands.frame.options import shared, text_apart
from netlog.errors import (
    ErrorObject,
    ErrorReport,
    NetlogError,
    ReaderGone,
    Saved,
    UsageMistake,
)
from netlog.topics import TOPICS

INTERRUPTED = 130
# What became of a write that was tried.
AFTERWARDS: dict[Saved, str] = {
    True: "It was saved.",
    False: "Nothing was changed.",
    "unknown": "It may have been saved: look before you repeat it.",
}
HELP = """A private record of the people you know: whom to thank, what you owe, whom to get back to.

Start with: netlog add "Grace Hopper" --met "the reunion". Each morning: netlog due."""


class NetlogVersion(NamedTuple):
    """What --version says as JSON."""

    version: str


def run() -> NoReturn:
    """The console command: this process does one thing and ends, so nothing is collected."""
    gc.disable()
    status = main(sys.argv[1:])
    gc.freeze()
    sys.exit(status)


def main(argv: Sequence[str]) -> int:
    """Run one command; returns its exit status and never raises."""
    os.umask(0o077)
    output.prepare_streams()
    if os.environ.get("NETLOG_TRACE") == "sql":
        _trace_sql()
    app = App()
    try:
        return _run(app, argv)
    finally:
        app.close()


def _run(app: App, argv: Sequence[str]) -> int:
    try:
        status = _dispatch(app, argv)
        app.finish()
        return status
    except KeyboardInterrupt:
        return _interrupted(app)
    except NetlogError as error:
        failure = error
    except TyperException as error:
        failure = _usage(error)
    except typer.Abort:
        return _interrupted(app)
    except OSError as error:
        failure = output.unwritable(error)
    except Exception as error:
        failure = _our_bug(error)
    # Where the words could not be read, the option among them may not have been seen.
    app.json = app.json or "--json" in text_apart(argv)[0]
    return _failed(app, failure)


def _trace_sql() -> None:
    """Tell each statement on stderr as it begins, ended so that sqlite3 takes it."""
    from textwrap import dedent

    from netlog.render.clean import clean_block
    from netlog.store import connect

    connect.trace = lambda sql: output.hint(f"{clean_block(dedent(sql).strip().rstrip(';'))};\n")


def _dispatch(app: App, argv: Sequence[str]) -> int:
    if "_NETLOG_COMPLETE" in os.environ:
        from netlog.commands.completion.answers import complete

        return complete(root(), {entry.name: entry.summary for entry in COMMANDS}, argv)
    words = [_decoded(word) for word in argv]
    status = root().main(words, prog_name="netlog", standalone_mode=False, obj=app)
    if status == INTERRUPTED:
        # Typer has turned the interruption into a status.
        raise KeyboardInterrupt
    return status if isinstance(status, int) else 0


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


def _decoded(word: str) -> str:
    """The argument as UTF-8, whatever encoding the locale made Python assume."""
    try:
        return os.fsencode(word).decode("utf-8")
    except UnicodeError:
        raise UsageMistake("An argument is not valid UTF-8 text.") from None


def _failed(app: App, error: NetlogError) -> int:
    if isinstance(error, ReaderGone):
        _forget_stdout()
        return 0 if app.saved else error.status
    if app.saved:
        # What was asked for is done: a script must not do it again for want of a confirmation.
        render.failure(f"Saved, but not confirmed. {error.message}")
        _forget_stdout()
        return 0
    message = _put_together(app, error)
    if app.json:
        from netlog.render import as_json

        saved = error.saved or False
        parts = ErrorObject(error.code, message, error.advice, saved, error.candidates)
        output.hint(as_json.dumps_line(ErrorReport(parts)) + "\n")
    else:
        render.failure(message)
    _forget_stdout()
    return error.status


def _put_together(app: App, error: NetlogError) -> str:
    """What happened, what became of the write if one was tried, and what to do.

    That a book is not there explains what is not found in it.
    """
    saved = False if error.saved is None and app.tried else error.saved
    afterwards = error.afterwards or (None if saved is None else AFTERWARDS[saved])
    return " ".join(filter(None, (error.message, afterwards, app.place, error.advice)))


def _usage(error: TyperException) -> NetlogError:
    """What the parser says where `catalogue` has not put it in our words."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "netlog"
    return UsageMistake("That cannot be read.", advice=f"See {command} --help.")


def _interrupted(app: App) -> int:
    if output.can_ask():
        output.hint("\n")  # a question may be left standing on its line
    _forget_stdout()
    return 0 if app.saved else INTERRUPTED


def _our_bug(error: Exception) -> NetlogError:
    name = type(error).__name__
    if os.environ.get("NETLOG_DEBUG"):
        return NetlogError(
            f"netlog failed ({name}); the report is in {_report(error)}.", saved=False
        )
    return NetlogError(
        f"netlog failed ({name}).", saved=False, advice="Run it with NETLOG_DEBUG=1 for a report."
    )


def _report(error: Exception) -> str:
    """Write the traceback to a private file; returns its path."""
    import tempfile
    import traceback

    handle, path = tempfile.mkstemp(prefix="netlog-debug-", suffix=".txt")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.writelines(traceback.format_exception(error))
    return path


def _forget_stdout() -> None:
    """Keep the interpreter from failing once more when it flushes stdout at its end."""
    try:
        sys.stdout.flush()
    except (OSError, ValueError, AttributeError):
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115
