"""netlog completion: the script that lets a shell ask netlog what may be typed."""

import os
import shlex

from netlog import output, render
from netlog.commands.frame.app import of
from netlog.commands.frame.declared import Argument, Context, Option
from netlog.errors import UsageMistake
from netlog.named import NamedTuple
from netlog.typed import Annotated, Literal


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
    ctx: Context,
    shell: Annotated[
        Shell | None,
        Argument(metavar="[bash|zsh|fish]", help="Your shell; $SHELL unless you say."),
    ] = None,
    install: Annotated[
        bool, Option("--install", help="Write the script to where the shell looks for it.")
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
    raise UsageMistake(f"Say which shell you use: {', '.join(SHELLS)}.")


def script_of(shell: str) -> str:
    """The script that has that shell ask netlog."""
    path = os.path.join(os.path.dirname(__file__), "completion", "shells", f"netlog.{shell}")
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
