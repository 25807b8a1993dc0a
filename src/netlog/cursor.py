"""Where the cursor stands on a line that is being typed: what TAB asks, as `plain` sees the line.

What is not plain, the name of an option or of a verb, is seen as the parser sees it.
"""

from collections.abc import Sequence

from netlog.catalogue import BY_NAME, COMMANDS, subcommands
from netlog.commands.completion.answers import Spot, Wanted, beginning
from netlog.commands.completion.people import Offer
from netlog.commands.frame.app import App
from netlog.commands.frame.declared import DASHES, Context, parameters
from netlog.commands.frame.noun import Sub
from netlog.plain import SHARED, Left, arguments, command_of, options_of, settings_of, taken
from netlog.topics import TOPICS
from netlog.typed import Any

HELP = Offer("help", "Explain a command, or a topic.")


def spot(args: Sequence[str], current: str) -> Spot:
    """What may stand in place of `current` after these words, and what of it is typed so far."""
    found = plainly(args, current)
    return parsed(args, current) if found is None else (found, current)


def plainly(args: Sequence[str], current: str) -> Wanted | list[Offer] | None:
    """What may stand there; None where that is left to the parser."""
    if current.startswith("-") or DASHES in args:
        return None
    try:
        words = taken(args, SHARED, as_far_as_a_word=True)[1]
        if not words:
            return beginning(current, [*_commands(), HELP])
        if words[0] == HELP.value:
            return beginning(current, _explained(words[1:]))
        return _of_a_command(args)
    except Left:
        return None


def _commands() -> list[Offer]:
    return [Offer(one.name, one.summary) for one in COMMANDS]


def _explained(words: Sequence[str]) -> list[Offer]:
    """What help can be asked of: commands and topics, then the commands of a noun."""
    said = [word for word in words if not word.startswith("-")]
    if not said:
        topics = [Offer(one.topic, one.text.partition(":")[0]) for one in TOPICS.values()]
        return [*(one for one in _commands() if one.value not in TOPICS), *topics]
    if len(said) > 1 or said[0] not in BY_NAME:
        return []
    found = subcommands(BY_NAME[said[0]])
    return [Offer(name, _first_line(sub)) for name, sub in found.items() if name]


def _first_line(sub: Sub) -> str:
    return (sub.run.__doc__ or "").partition("\n")[0]


def _of_a_command(args: Sequence[str]) -> Wanted | list[Offer]:
    path, sub, settings, words = command_of(args, complete=False)
    declared = parameters(sub.run)
    known = options_of(sub, declared)
    option, _ = known.get(words[-1], (None, True)) if words else (None, True)
    wanted = option if option is not None and not option.is_flag else None
    if wanted is not None and wanted.nargs > 1:
        raise Left
    given, bare = taken(words[:-1] if wanted else words, known)
    app = App()
    for name, value in (settings | settings_of(given)).items():
        setattr(app, name, value)
    context = Context(app, path, {}, complete=False)
    if wanted is not None:
        several = given.get(wanted, ()) if wanted.several else ()
        return Wanted(context, wanted.declared.metavar, wanted.choices, several)
    own = [one for one in declared if not one.is_option]
    for one, value in arguments(own, bare).items():
        if one.nargs < 0 or value is one.default:
            several = value if isinstance(value, list) else ()
            return Wanted(context, one.declared.metavar, one.choices, several)
    return []


def parsed(args: Sequence[str], current: str) -> Spot:
    """The same, by the parser."""
    from typer._click.core import Command, Parameter
    from typer._click.shell_completion import _resolve_context, _resolve_incomplete

    from netlog.tree import root

    context: Any = _resolve_context(root(), {"obj": App()}, "netlog", [*args])
    where, value = _resolve_incomplete(context, [*args], current)
    ours = Context(context.obj, context.command_path, {}, complete=False)
    if isinstance(where, Parameter):
        return _place(ours, context, where), value
    if value.startswith("-"):
        options = Command.shell_complete(where, context, value)
        return [Offer(option.value, option.help or "") for option in options], value
    if context._protected_args:
        return [], value  # a command that there is not
    inner: dict[str, Any] = getattr(where, "commands", {})
    if context.parent is None:
        abouts = [*_commands(), HELP]
    else:
        abouts = [Offer(name, one.get_short_help_str(80)) for name, one in inner.items()]
    found = beginning(value, abouts)
    usual = getattr(where, "usual", None)
    if usual and value:
        # Its name can be left out, so that what follows it may stand here, too.
        found += _place(ours, context, inner[usual].params[0]).offers(value) or []
    return found, value


def _place(ours: Context, context: Any, param: Any) -> Wanted:
    several = context.params.get(param.name)
    given = several if isinstance(several, (list, tuple)) else ()
    return Wanted(ours, param.metavar, getattr(param.type, "choices", ()), given)
