"""Options that are not there, and values that they do not take."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from netlog.errors import UsageMistake
from netlog.mistakes.line import CommandLine
from netlog.mistakes.option_words import ABOUT, BARE, LOOKED_FOR, NOUNS, PEOPLE, SYNONYMS, TAKES
from netlog.mistakes.values import choices_of, is_word_of, mended, place_of, sample, takes
from netlog.records.refs import parse_line_ref
from netlog.store.config import settings
from netlog.typed import Any
from netlog.wording import listed, no_such, typed_anew

ENOUGH = 0.7


def unknown(line: CommandLine, name: str) -> UsageMistake:
    """The mistake for an option that the command does not have."""
    options = line.options
    if negative := _with_a_minus(line, name):
        return negative
    said = f"There is no {typed_anew(name)}"
    bare = _stands_bare(line, name)
    if bare:
        return UsageMistake(f"{said}: it stands bare:", advice=bare)
    if name in LOOKED_FOR and line.path == ("list",):
        value = next(iter(line.given([name])), "grace")
        return UsageMistake(f"{said}.", advice=f"Did you mean netlog search {typed_anew(value)}?")
    for meant in (*SYNONYMS.get(name, ()), f"--{name.removeprefix('--add-')}"):
        if meant in options:
            example = _example(line, options[meant], next(iter(line.given([name])), None))
            about = ABOUT.get(meant, "that")
            return UsageMistake(f"{said}:", advice=f"{about} is {meant}{example}.")
    if word := _stands_as_word(line, name):
        return UsageMistake(f"{said}: it stands bare:", advice=word)
    if of := next((one for one in options.values() if is_word_of(one, name[2:])), None):
        meant = _longest(of.opts)
        return UsageMistake(f"{said}:", advice=f"{ABOUT.get(meant, 'that')} is {meant} {name[2:]}.")
    if step := _of_a_step(line, name):
        return UsageMistake(f"{said} here: a step has its own:", advice=step)
    if name in PEOPLE and "--add-who" in options:
        return UsageMistake(f"{said}.", advice="Did you mean --add-who or --rm-who?")
    if name in PEOPLE and any("WHO" in (one.metavar or "") for one in line.arguments):
        whom = next(iter(line.given([name])), "grace")
        return UsageMistake(
            f"{said}: people stand bare:", advice=f"{line.called} {typed_anew(whom)}"
        )
    near = _near(name, options)
    if near:
        return UsageMistake(f"{said}.", advice=f"Did you mean {near}?")
    return UsageMistake(f"{said}.", advice=f"{line.called} --help shows what there is.")


def _of_a_step(line: CommandLine, name: str) -> str | None:
    """The command that says who a step of a lead is, where it was to be edited."""
    ref = parse_line_ref(next(iter(line.bare), ""))
    if line.path != ("edit",) or name not in PEOPLE or not (ref and ref.step):
        return None
    whom = next(iter(line.given([name])), "WHO")
    return f"netlog lead step {ref} --who {typed_anew(whom)}"


def _stands_bare(line: CommandLine, name: str) -> str | None:
    """The command as it is typed without that option, where its value needs none."""
    value = next(iter(line.given([name])), None)
    if value is None:
        return None
    stay = [one for one in line.bare if one != value]
    metavars = [place_of(one.metavar or "") for one in line.arguments]
    place = BARE.get(name, "")
    fits = place in metavars and len(stay) >= metavars.index(place)
    fits = fits and (len(stay) < len(metavars) or line.arguments[-1].nargs != 1)
    if not fits and name != f"--{line.path[-1:][0] if line.path else ''}":
        return None
    takes = place if fits else place_of(metavars[-1] if metavars else "")
    return line.anew([*stay, mended(takes, value)], name)


def _stands_as_word(line: CommandLine, name: str) -> str | None:
    """The command with the name, or the value, of that option as a word, where one may stand."""
    value = next(iter(line.given([name])), None)
    stay = [one for one in line.bare if one != value]
    arguments = line.arguments
    for word, others in ((name.lstrip("-"), line.bare), (value, stay)):
        has_room = any(one.nargs != 1 for one in arguments) or len(others) < len(arguments)
        if word and has_room and any(is_word_of(one, word) for one in arguments):
            return line.anew([*others, word], name)
    return None


def _with_a_minus(line: CommandLine, name: str) -> UsageMistake | None:
    """The mistake for -3d: a span, a cadence or a day is typed without a minus."""
    typed = next((one for one in line.words if one.startswith(name)), name)
    places = [place_of(one.metavar or "") for one in line.arguments]
    place = next((one for one in places if one in ("DURATION", "CADENCE", "DAY")), None)
    if place is None or not name.lstrip("-")[:1].isdecimal():
        return None
    value = mended("DURATION" if place == "DAY" else place, typed.lstrip("-"))
    what = {"CADENCE": "A cadence", "DURATION": "A span"}.get(place, "A day")
    said = f"{what} has no minus, as {typed_anew(typed)} has:"
    return UsageMistake(said, advice=line.anew([*line.bare, value], name))


def _near(name: str, options: Iterable[str]) -> str | None:
    """The option that was meant: one that begins so, else the nearest."""
    long = [one for one in options if one.startswith("--")]
    begun = [one for one in long if len(name) > 3 and one.startswith(name)]
    if len(begun) > 1:
        return listed(begun[:3], "or")
    if begun:
        return begun[0]
    # Without the dashes, in which all are alike.
    bare, there = name.lstrip("-"), [one[2:] for one in long]
    # Of few letters two that changed places leave little alike.
    turned = [one for one in there if _is_turned(bare, one)]
    near = turned or get_close_matches(bare, there, n=1, cutoff=ENOUGH)
    return f"--{near[0]}" if near else None


def _is_turned(typed: str, meant: str) -> bool:
    """Whether two letters that stand side by side changed places, and nothing else differs."""
    return any(
        typed == f"{meant[:at]}{meant[at + 1]}{meant[at]}{meant[at + 2 :]}"
        for at in range(len(meant) - 1)
    )


def _example(line: CommandLine, option: Any, value: str | None) -> str:
    """' yesterday': what was typed, or one of what the option takes."""
    if option.is_flag:
        return ""
    if value is not None and not value.startswith("-"):
        if option.metavar in ("DURATION", "CADENCE") and value.isdecimal():
            value = f"{value}d"
        if option.nargs > 1 or takes(option, [value]):
            return f" {typed_anew(value)}"
        choices = settings().kinds if option.metavar == "KIND" else choices_of(option)
        near = get_close_matches(value, choices, n=1)
        return f" {near[0] if near else sample(option, line.path)}"
    return f" {sample(option, line.path)}"


def without_value(line: CommandLine, name: str) -> UsageMistake:
    """The mistake for an option with nothing after it, or for a flag with something."""
    option = line.options.get(name)
    if option is None or option.is_flag:
        return UsageMistake(f"{name} takes no value.")
    choices = choices_of(option)
    if choices:
        return UsageMistake(f"{name} takes {listed(choices, 'or')}.")
    if name in ("-o", "--output"):
        return UsageMistake(f"{name} takes a path:", advice=f"{name} everything.json")
    what = TAKES.get(option.metavar, ("a value",))[0]
    return UsageMistake(f"{name} takes {what}:", advice=f"{name} {sample(option, line.path)}")


def not_taken(line: CommandLine, param: Any) -> UsageMistake:
    """The mistake for a value that the option or the argument does not take."""
    name = _longest(param.opts) if param.param_type_name == "option" else param.name
    choices = choices_of(param)
    if choices:
        typed = line.given(param.opts) if param.param_type_name == "option" else line.bare
        wrong = next((one for one in typed if one not in choices), "")
        noun = NOUNS.get(f"{line.path[-1]} {name}") or NOUNS.get(name, f"value of {name}")
        what, advice = no_such(wrong, noun, choices)
        return UsageMistake(what, advice=advice)
    called = name if param.param_type_name == "option" else line.called
    return UsageMistake(f"{called} takes a number{_range(param.type)}.")


def _longest(names: Sequence[str]) -> str:
    return max(names, key=len)


def _range(kind: Any) -> str:
    """' from 1 on', ' from 1 to 9'."""
    least, most = getattr(kind, "min", None), getattr(kind, "max", None)
    if least is None:
        return "" if most is None else f" up to {most}"
    return f" from {least} on" if most is None else f" from {least} to {most}"
