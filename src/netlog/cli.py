"""main(argv) -> exit status: the root command and the one error boundary.

Below it everything raises; here alone errors become a sentence, or a JSON object, and a status.
"""

import gc
import os
import sys
from collections.abc import Sequence

from netlog import output, plain, render
from netlog.catalogue import looks
from netlog.commands.frame.app import App
from netlog.commands.frame.declared import Exit, text_apart
from netlog.errors import (
    ErrorObject,
    ErrorReport,
    FileTrouble,
    Interrupted,
    NetlogError,
    NothingDone,
    NothingMatches,
    ReaderGone,
    Saved,
    UsageMistake,
)
from netlog.typed import NoReturn

# What became of a write that was tried.
AFTERWARDS: dict[Saved, str] = {
    True: "It was saved.",
    False: "Nothing was changed.",
    "unknown": "It may have been saved: look before you repeat it.",
}


def run() -> NoReturn:
    """The console command, whose process `start` has told to collect nothing."""
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
    except EOFError as error:
        cut = _cut_off(error)
        if cut is None:
            return _interrupted(app)
        failure: NetlogError = cut
    except NetlogError as error:
        failure = error
    except OSError as error:
        failure = output.unwritable(error)
    except Exception as error:
        failure = _cut_off(error) or _damage(app) or _our_bug(error)
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
        from netlog.cursor import spot

        return complete(spot, argv)
    words = [_decoded(word) for word in argv]
    line = plain.read(words)
    try:
        if line is not None:
            line.run(app)
            return 0
        from netlog import tree

        return tree.run(app, words)
    except Exit as ended:
        return ended.status


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
        advice = error.advice and app.acting_here(error.advice)
        parts = ErrorObject(error.code, message, advice, saved, error.candidates)
        output.hint(as_json.dumps_line(ErrorReport(parts)) + "\n")
    else:
        render.failure(message)
    _forget_stdout()
    return error.status


def _put_together(app: App, error: NetlogError) -> str:
    """What happened, what became of the write if one was tried, and what to do.

    That a book is not there explains what is not found in it, and nothing else.
    """
    missing = app.place if isinstance(error, NothingMatches | NothingDone) else None
    saved = False if error.saved is None and app.tried else error.saved
    if saved is False and not app.tried and looks(app.called):
        saved = None  # nothing was to be changed
    afterwards = error.afterwards or (None if saved is None else AFTERWARDS[saved])
    advice = error.advice and app.acting_here(error.advice)
    return " ".join(filter(None, (error.message, afterwards, missing, advice)))


def _interrupted(app: App) -> int:
    if output.can_ask():
        output.hint("\n")  # a question may be left standing on its line
    _forget_stdout()
    return 0 if app.saved else Interrupted.status


def _cut_off(error: Exception) -> NetlogError | None:
    from netlog import compiled

    said = compiled.cut_off(error)
    return FileTrouble(said[0], saved=False, advice=said[1]) if said else None


def _damage(app: App) -> NetlogError | None:
    """That the book is damaged, where it is: what nobody foresaw then comes of that."""
    if not app.looked:
        return None
    from netlog.actions import doctor

    try:
        return doctor.damage(app)
    except Exception:
        return None


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
