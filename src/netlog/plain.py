"""A line of words read without the parser's library: what is typed plainly, as it would read it.

Whatever is not wholly understood here is left to `tree`: a word that is no command or option, a
value that is missing or no number, --help. Nothing has happened, then.
"""

from collections.abc import Iterable, Mapping, Sequence

from netlog.catalogue import BY_NAME, assumed, subcommands, takes_titles, usual
from netlog.commands.frame.app import App
from netlog.commands.frame.declared import (
    DASHES,
    DRY_RUN,
    REQUIRED,
    SETTINGS,
    TOLD_ONCE,
    Context,
    Parameter,
    Setting,
    called_back,
    parameters,
    text_apart,
)
from netlog.commands.frame.noun import Sub
from netlog.typed import Any

# By each name of an option: the option, and what a flag of this name says.
Options = Mapping[str, tuple[Any, bool]]
# Digits of a number: one of more is for the parser to judge.
LONGEST = 9
SHARED: Options = {said.names[0]: (said, True) for said in SETTINGS}


class Left(Exception):
    """The line is not plain."""


def _begin(ctx: Context) -> None:
    """Called bare, netlog says where one stands."""
    from netlog.commands.frame import start

    start.show(ctx.obj)


START = Sub(_begin, (), None)


class PlainLine:
    """A line that was understood: the command, what the run is told, and what the command is given.

    given has all parameters in the order in which their callbacks are called: options as they were
    typed, arguments, and what was not typed.
    """

    def __init__(
        self, sub: Sub, path: str, settings: Mapping[str, Any], given: Mapping[Parameter, Any]
    ) -> None:
        self.sub = sub
        self.path = path
        self.settings = settings
        self.given = given

    def run(self, app: App) -> None:
        """Do what it says. Raises what the command raises, and `Exit`."""
        for name, value in self.settings.items():
            setattr(app, name, value)
        values: dict[str, Any] = {}
        app.called = self.path
        context = Context(app, self.path, values)
        for one, value in self.given.items():
            values[one.name] = called_back(one.declared, context, value)
        self.sub.run(context, **values)


def read(words: Sequence[str]) -> PlainLine | None:
    """The line, or None where it is left to the parser."""
    try:
        return _read(words)
    except Left:
        return None


def _read(words: Sequence[str]) -> PlainLine:
    alone, rest = taken(words, SHARED, as_far_as_a_word=True)
    if not rest:
        return PlainLine(START, "netlog", settings_of(alone), {})
    path, sub, settings, rest = command_of(words)
    if sub.takes_text:
        rest, told = text_apart(rest)
        settings["told"] = told
    declared = parameters(sub.run)
    given, bare = taken(rest, options_of(sub, declared))
    settings |= settings_of(given)
    typed = {one: value for one, value in given.items() if isinstance(one, Parameter)}
    typed |= arguments([one for one in declared if not one.is_option], bare)
    for one in declared:
        if typed.setdefault(one, one.default) is REQUIRED:
            raise Left
    return PlainLine(sub, path, settings, typed)


def command_of(
    words: Sequence[str], *, complete: bool = True
) -> tuple[str, Sub, dict[str, Any], list[str]]:
    """How the command is called, the command, what the run is told before it, and the words after.

    complete is False while somebody is still typing. Raises Left.
    """
    settings, (name, *rest) = _as_far_as_a_word(words)
    entry = BY_NAME.get(name)
    if entry is None:
        raise Left
    path, found = f"netlog {entry.name}", subcommands(entry)
    if "" in found:
        return path, found[""], settings, rest
    assumes = usual(entry)
    if assumes:
        titled = takes_titles(entry)
        rest = assumed(rest, assumes, found, complete=complete, titled=titled)
    more, (verb, *rest) = _as_far_as_a_word(rest)
    if verb not in found:
        raise Left
    return f"{path} {verb}", found[verb], settings | more, rest


def _as_far_as_a_word(words: Sequence[str]) -> tuple[dict[str, Any], list[str]]:
    """What the run is told before the first word that is no option, and all from there."""
    given, rest = taken(words, SHARED, as_far_as_a_word=True)
    if not rest:
        raise Left
    return settings_of(given), rest


def settings_of(given: Mapping[Any, Any]) -> dict[str, Any]:
    """What the run is told, among what options are given."""
    return {one.to: value for one, value in given.items() if isinstance(one, Setting)}


def options_of(sub: Sub, declared: Iterable[Parameter]) -> Options:
    """The options of a command by name, those of every command among them."""
    own = {name: (one, says) for one in declared if one.is_option for name, says in one.names}
    rehearsed: Options = {DRY_RUN.names[0]: (DRY_RUN, True)} if sub.rehearses else {}
    return {**own, **rehearsed, **SHARED}


def taken(
    words: Sequence[str], known: Options, *, as_far_as_a_word: bool = False
) -> tuple[dict[Any, Any], list[str]]:
    """What these options are given, in the order of the line, and the words that are none.

    Of a command that has commands, as far as the first such word: the rest is left as it stands.
    Raises Left.
    """
    given: dict[Any, Any] = {}
    bare: list[str] = []
    left = list(reversed(words))
    while left:
        word = left.pop()
        if word == DASHES and not as_far_as_a_word:
            break
        if word.startswith("-") and word != "-":
            _take(given, word, known, left)
        else:
            bare.append(word)
            if as_far_as_a_word:
                break
    return given, [*bare, *reversed(left)]


def _take(given: dict[Any, Any], word: str, known: Options, left: list[str]) -> None:
    """Give the option that the word names its value, from what is left of the line."""
    name, equals, attached = word.partition("=")
    if name not in known or (equals and not name.startswith(DASHES)):
        raise Left
    one, says = known[name]
    if one.is_flag:
        if equals:
            raise Left
        given[one] = says
        return
    if equals:
        left.append(attached)
    if len(left) < one.nargs:
        raise Left
    words = [_value(one, left.pop()) for _ in range(one.nargs)]
    value = words[0] if one.nargs == 1 else tuple(words)
    if isinstance(one, Setting) and isinstance(value, str) and not value.strip():
        raise Left
    if one.several:
        given.setdefault(one, []).append(value)
    elif one.declared.metavar in TOLD_ONCE and given.get(one, value) != value:
        raise Left
    else:
        given[one] = value


def _value(one: Any, word: str) -> Any:
    """The word as the command gets it."""
    if one.choices:
        if word not in one.choices:
            raise Left
        return word
    if one.type is str:
        return word
    if one.type is not int or not (word.isascii() and word.isdigit()) or len(word) > LONGEST:
        raise Left
    number = int(word)
    if one.declared.min is not None and number < one.declared.min:
        raise Left
    return number


def arguments(declared: Iterable[Parameter], words: Sequence[str]) -> dict[Parameter, Any]:
    """The words by argument: one that takes all leaves the last ones to those after it.

    Raises Left for words that are too many.
    """
    given: dict[Parameter, Any] = {}
    left = list(words)
    after: list[Parameter] = []
    rest = None
    for one in declared:
        if one.nargs < 0:
            rest = one
        elif rest is not None:
            after.append(one)
        else:
            given[one] = _value(one, left.pop(0)) if left else one.default
    last = {one: _value(one, left.pop()) if left else one.default for one in reversed(after)}
    if rest is not None:
        given[rest] = [_value(rest, word) for word in left] or rest.default
    elif left:
        raise Left
    return given | {one: last[one] for one in after}
