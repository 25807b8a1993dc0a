"""netlog completion: the script for a shell; and `complete`, which answers what that script asks.

What may stand where the cursor is follows from the command line as Typer reads it and from the
metavar that the help shows there: WHO is a person, TAG a tag, PATH a path, [a|b] a choice.
"""

import os
import re
import shlex
from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated, Any, Literal, NamedTuple

import typer
from typer._click.core import Command, Parameter
from typer._click.shell_completion import _resolve_context, _resolve_incomplete

from netlog import output, render
from netlog.commands import people, refs
from netlog.commands.app import App, of
from netlog.commands.people import Offer
from netlog.commands.shells.talks import TALKS, Offers
from netlog.errors import UsageMistake
from netlog.folding import fold


class Script(NamedTuple):
    """A completion script; path is where it was written, if it was."""

    shell: str
    path: str | None
    script: str


RECORD = Script
EXAMPLES = (
    "netlog completion --install    # for the shell you use",
    "netlog completion zsh --install",
    "netlog completion bash         # prints the script",
)

SOURCES = {
    "WHO": people.complete,
    "REF": refs.complete,
    "TAG": people.complete_tags,
    "CIRCLE": people.complete_circles,
}
PATHS = {"PATH", "FILE", "FOLDER"}

Shell = Literal["bash", "zsh", "fish"]
SHELLS: tuple[Shell, ...] = ("bash", "zsh", "fish")
NEXT = {
    "bash": """Next: open a new terminal. Should nothing complete there, your bash is without the
bash-completion package: put this line into ~/.bashrc.
  source {path}""",
    "zsh": """Next: put these lines into ~/.zshrc, unless they are there, and open a new terminal.
  fpath=(~/.zfunc $fpath)
  autoload -Uz compinit && compinit""",
    "fish": "Next: open a new terminal; fish finds it by itself.",
}


def command(
    ctx: typer.Context,
    shell: Annotated[
        Shell | None,
        typer.Argument(metavar="[bash|zsh|fish]", help="Your shell; $SHELL unless you say."),
    ] = None,
    install: Annotated[
        bool, typer.Option("--install", help="Write the script to where the shell looks for it.")
    ] = False,
) -> None:
    """Print the script that lets TAB complete commands, options, people, refs and tags."""
    app = of(ctx)
    chosen = shell or _own_shell()
    script = script_of(chosen)
    if not install:
        if app.json:
            render.said(app.out, "", Script(chosen, None, script))
        else:
            output.write(script)
        return
    path = _place(chosen)
    _write(path, script)
    app.saved = True
    said = f"Wrote {path}.\n{NEXT[chosen].format(path=shlex.quote(path))}"
    render.said(app.out, said, Script(chosen, path, script))


def _own_shell() -> Shell:
    name = os.path.basename(os.environ.get("SHELL", ""))
    for shell in SHELLS:
        if shell == name:
            return shell
    raise UsageMistake(f"Say which shell you use: {', '.join(SHELLS)}. Nothing was written.")


def script_of(shell: str) -> str:
    """The script that has that shell ask netlog."""
    path = os.path.join(os.path.dirname(__file__), "shells", f"netlog.{shell}")
    with open(path, encoding="utf-8") as file:
        return file.read()


def _place(shell: Shell) -> str:
    """Where that shell looks by itself (zsh: once ~/.zshrc says so)."""
    if shell == "zsh":
        return os.path.expanduser("~/.zfunc/_netlog")
    if shell == "fish":
        return os.path.join(_xdg("CONFIG", "~/.config"), "fish/completions/netlog.fish")
    return os.path.join(_xdg("DATA", "~/.local/share"), "bash-completion/completions/netlog")


def _xdg(which: str, default: str) -> str:
    """The folder of that variable, which is to be ignored unless it is absolute."""
    configured = os.environ.get(f"XDG_{which}_HOME", "")
    return configured if os.path.isabs(configured) else os.path.expanduser(default)


def _write(path: str, script: str) -> None:
    from netlog.store import failures

    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(script)
    except OSError as error:
        raise failures.from_os(error, path) from None


def complete(root: Command, summaries: Mapping[str, str], argv: Sequence[str]) -> int:
    """Answer the script of the shell that _NETLOG_COMPLETE names; summaries are the root's.

    Whatever is wrong, nothing is offered and nothing is said: somebody is in the middle of typing.
    """
    try:
        said = [os.fsencode(word).decode("utf-8", "replace") for word in argv]
        talk = TALKS[os.environ["_NETLOG_COMPLETE"]](*said)
        answer = talk.answer(*offers(root, summaries, talk.args, talk.current))
    except Exception:
        return 0
    output.write(answer)
    return 0


def offers(
    root: Command, summaries: Mapping[str, str], args: list[str], current: str
) -> tuple[Offers, str]:
    """What may stand in place of `current` after args, and the option it begins with (--tag=)."""
    context = _resolve_context(root, {"obj": App()}, "netlog", args)
    where, value = _resolve_incomplete(context, list(args), current)
    if isinstance(where, Parameter):
        found = _values(context, where, value)
    else:
        found = _names(context, where, summaries, value)
    return found and found[: people.MOST], current[: len(current) - len(value)]


def _names(context: Any, where: Any, summaries: Mapping[str, str], incomplete: str) -> list[Offer]:
    """Options, or commands without importing any."""
    if incomplete.startswith("-"):
        options = Command.shell_complete(where, context, incomplete)
        return [Offer(option.value, option.help or "") for option in options]
    if context._protected_args:
        return []  # a command that there is not
    if context.parent is None:
        abouts = summaries
    else:
        inner = getattr(where, "commands", {})
        abouts = {name: command.get_short_help_str(80) for name, command in inner.items()}
    return _beginning(incomplete, (Offer(*pair) for pair in abouts.items()))


def _values(context: Any, param: Any, incomplete: str) -> Offers:
    """What the metavar promises there, without what is given already."""
    several = context.params.get(param.name)
    given = [fold(value) for value in several] if isinstance(several, (list, tuple)) else []
    metavar = param.metavar or ""
    # WHO|REF is either, [WHO] CADENCE one after the other.
    places = [re.findall("[A-Z]+", place) for place in metavar.split()] or [[]]
    kinds = places[min(len(given), len(places) - 1)]
    if PATHS & set(kinds):
        return None
    sources = [SOURCES[kind] for kind in kinds if kind in SOURCES]
    found = [offer for source in sources for offer in source(context, [], incomplete)]
    if not sources:
        choices = getattr(param.type, "choices", None)
        if choices is None:
            choices = metavar.strip("[]").split("|") if "|" in metavar else []
        found = _beginning(incomplete, (Offer(str(choice)) for choice in choices))
    return [offer for offer in found if fold(offer.value) not in given]


def _beginning(incomplete: str, found: Iterable[Offer]) -> list[Offer]:
    return [offer for offer in found if fold(offer.value).startswith(fold(incomplete))]
