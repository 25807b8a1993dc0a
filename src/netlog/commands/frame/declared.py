"""How a command declares what it takes: options and arguments, as metadata of its parameters.

`plain` reads the words of a line by them, and `parser` makes the parser of the same, for help, for
what is mistyped, and for all else that `plain` leaves to it. Neither is known here.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from types import NoneType

from netlog.typed import TYPE_CHECKING, Any, Literal, get_args, get_origin

if TYPE_CHECKING:
    from netlog.commands.frame.app import App

Callback = Callable[..., Any]
# What an argument names when all it names are records.
RECORDS = frozenset({"WHO", "[WHO]", "REF", "ORG"})
NAMING = RECORDS | {"N", "ID", "TEXT"}
# What is told by an option of such a value is told once: a second one is refused, not lost.
TOLD_ONCE = ("TEXT", "DATE", "WHO", "NAME", "KIND")


class Declared:
    """What help says of a parameter, and what becomes of its value.

    callback is given the value, or the context and the value, and returns what the command gets.
    """

    def __init__(
        self,
        *names: str,
        metavar: str | None = None,
        help: str = "",  # noqa: A002
        min: int | None = None,  # noqa: A002
        callback: Callback | None = None,
    ) -> None:
        self.names = names
        self.metavar = metavar
        self.help = help
        self.min = min
        self.callback = callback


class Option(Declared):
    """An option; its names are that of the parameter unless they are said, --fix/--no-fix for both.

    A parameter of type bool is a flag, one that is a list an option that can be repeated.
    """


class Argument(Declared):
    """A word that is no option; a parameter that is a list takes all that are left.

    One that names a record takes a - for what stands on standard input, unless it has a callback
    of its own.
    """

    def __init__(self, metavar: str = "", **said: Any) -> None:
        words = metavar.replace("|", " ").replace("...", "").split()
        if NAMING.issuperset(words) and RECORDS.intersection(words):
            said.setdefault("callback", piped_in)
        super().__init__(metavar=metavar or None, **said)


def piped_in(context: "Context", value: Any) -> Any:
    """The value, or what standard input has where it is a -, or a - is among the words."""
    if value != "-" and not (isinstance(value, list) and "-" in value):
        return value
    from netlog.commands.frame import piping

    return piping.named_on_stdin(context, value)


class Setting(Option):
    """An option of every command: what it is given is known to the run, not to the command.

    to is the name that it has in `App`; a flag is True there; eager ones are looked at first.
    """

    type = str
    choices = ()
    nargs = 1
    several = False

    def __init__(
        self, name: str, to: str, *, flag: bool = False, eager: bool = False, **said: Any
    ) -> None:
        super().__init__(name, **said)
        self.to = to
        self.is_flag = flag
        self.eager = eager

    @property
    def declared(self) -> "Setting":
        """Itself: it has no parameter that it says something of."""
        return self


# Every command has these, before or after its name.
SETTINGS = (
    Setting("--json", "json", flag=True, help="Print JSON only."),
    Setting("--db", "db", metavar="PATH", help="Use this file instead of $NETLOG_DB or your own."),
    Setting(
        "--no-pager",
        "unpaged",
        flag=True,
        eager=True,  # before --help, which may stand before it
        help="Print straight to the terminal, however long it is.",
    ),
)
# A command has this one that can be rehearsed as it is.
DRY_RUN = Setting(
    "--dry-run", "rehearsing", flag=True, help="Show what would happen, and change nothing."
)


class Context:
    """The run of a command: what it works with, how it was called, all that it was given.

    complete is False while somebody is still typing.
    """

    def __init__(
        self, obj: "App", command_path: str, params: Mapping[str, Any], complete: bool = True
    ) -> None:
        self.obj = obj
        self.command_path = command_path
        self.params = params
        self.complete = complete

    @property
    def info_name(self) -> str:
        """The last word by which the command is called."""
        return self.command_path.rsplit(" ", 1)[-1]


class Exit(Exception):
    """Ends a command that has said all, with this status."""

    def __init__(self, status: int = 0) -> None:
        self.status = status


REQUIRED: Any = ...


class Parameter:
    """A parameter of a command: its annotation taken apart.

    type is that of one word of it: bool, str, int, or a Literal; nargs is how many words a value
    has, -1 for all that are left; several is whether an option can be repeated, is_optional whether
    it may be None.
    """

    def __init__(self, name: str, annotation: Any, default: Any) -> None:
        typed, *said = get_args(annotation)
        self.name = name
        self.declared: Any = said[0]
        self.default = default
        self.nargs = 1
        self.several = False
        self.type = typed
        self.is_optional = NoneType in get_args(typed)
        if self.is_optional:
            (self.type,) = (one for one in get_args(typed) if one is not NoneType)
        if get_origin(self.type) is list:
            self.several = True
        elif get_origin(self.type) is tuple:
            self.nargs = len(get_args(self.type))
        if self.several or self.nargs > 1:
            self.type = get_args(self.type)[0]
        self.is_option = isinstance(self.declared, Option)
        if self.several and not self.is_option:
            self.nargs = -1
        self.is_flag = self.is_option and self.type is bool

    @property
    def choices(self) -> tuple[Any, ...]:
        """The words that it takes, when it takes no others."""
        return get_args(self.type) if get_origin(self.type) is Literal else ()

    @property
    def names(self) -> Iterator[tuple[str, bool]]:
        """Each name of an option, with what a flag of this name says."""
        for name in self.declared.names or (self._own_name(),):
            yes, _, no = name.partition("/")
            yield yes, True
            if no:
                yield no, False

    def _own_name(self) -> str:
        name = self.name.lower().replace("_", "-")
        return f"--{name}/--no-{name}" if self.is_flag else f"--{name}"


@cache
def parameters(run: Callable[..., None]) -> tuple[Parameter, ...]:
    """The parameters of a command after its context, in their order."""
    defaults = defaults_of(run)
    return tuple(
        Parameter(name, annotation, defaults.get(name, REQUIRED))
        for name, annotation in run.__annotations__.items()
        if hasattr(annotation, "__metadata__")
    )


def defaults_of(run: Callable[..., None]) -> dict[str, Any]:
    """The defaults of a function's parameters by name, without the cost of `inspect`."""
    code, given = run.__code__, run.__defaults__ or ()
    positional = code.co_varnames[: code.co_argcount]
    last = zip(positional[len(positional) - len(given) :], given, strict=True)
    return {**dict(last), **(run.__kwdefaults__ or {})}


def called_back(said: Declared, context: Context, value: Any) -> Any:
    """What the callback makes of the value."""
    callback = said.callback
    if callback is None:
        return value
    return callback(context, value) if callback.__code__.co_argcount > 1 else callback(value)


DASHES = "--"


def text_apart(words: Sequence[str]) -> tuple[list[str], str | None]:
    """The words before the first --, and those after it as one text; None without any."""
    if DASHES not in words:
        return list(words), None
    at = words.index(DASHES)
    return list(words[:at]), " ".join(words[at + 1 :])
