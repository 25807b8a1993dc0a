"""Options that are not there, and values that they do not take."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import Any

from netlog.errors import UsageMistake
from netlog.mistakes.line import CommandLine
from netlog.wording import listed, no_such, typed_anew

# What other programs, and people, call an option of ours; the first that the command has is meant.
SYNONYMS: dict[str, tuple[str, ...]] = {
    "--date": ("--on", "--by"),
    "--day": ("--on", "--by"),
    "--when": ("--on", "--by"),
    "--at": ("--on", "--place"),
    "--message": ("--note", "--log", "--text", "--why"),
    "--msg": ("--message", "--note", "--text"),
    "--text": ("--message", "--log", "--note"),
    "--about": ("--message", "--log", "--text"),
    "--description": ("--message", "--note", "--text"),
    "--subject": ("--message", "--text"),
    "--body": ("--message", "--text"),
    "--comment": ("--note", "--message", "--why"),
    "--note": ("--message", "--why", "--text"),
    "--notes": ("--note", "--message", "--text"),
    "--reason": ("--why",),
    "--because": ("--why",),
    "--type": ("--kind", "--format"),
    "--where": ("--place", "--city"),
    "--location": ("--place", "--city"),
    "--town": ("--city",),
    "--organisation": ("--org",),
    "--organization": ("--org",),
    "--company": ("--org",),
    "--employer": ("--org",),
    "--work": ("--org",),
    "--role": ("--title",),
    "--job": ("--title",),
    "--position": ("--title",),
    "--mail": ("--email",),
    "--e-mail": ("--email",),
    "--tel": ("--phone",),
    "--telephone": ("--phone",),
    "--mobile": ("--phone",),
    "--cell": ("--phone",),
    "--website": ("--url",),
    "--web": ("--url",),
    "--homepage": ("--url",),
    "--link": ("--url",),
    "--linkedin": ("--url",),
    "--twitter": ("--handle",),
    "--github": ("--handle",),
    "--label": ("--tag",),
    "--labels": ("--tag",),
    "--tags": ("--tag",),
    "--group": ("--circle", "--tag"),
    "--circles": ("--circle",),
    "--frequency": ("--every",),
    "--cadence": ("--every",),
    "--interval": ("--every",),
    "--repeat": ("--every",),
    "--bday": ("--birthday",),
    "--born": ("--birthday",),
    "--dob": ("--birthday",),
    "--introduced-by": ("--via",),
    "--referred-by": ("--via",),
    "--from": ("--via", "--since"),
    "--to": ("--until", "--output"),
    "--how-met": ("--met",),
    "--source": ("--met",),
    "--deadline": ("--by",),
    "--due": ("--by", "--within"),
    "--before": ("--by", "--until"),
    "--after": ("--since", "--added-since"),
    "--reminder": ("--next", "--every"),
    "--remind": ("--next", "--every"),
    "--follow-up": ("--next",),
    "--promise": ("--owe",),
    "--promised": ("--owe",),
    "--ask": ("--asked",),
    "--received": ("--got",),
    "--method": ("--how",),
    "--kind": ("--how", "--format"),
    "--way": ("--how",),
    "--days": ("--within",),
    "--ahead": ("--within",),
    "--max": ("--limit",),
    "--max-count": ("--limit",),
    "--count": ("--limit",),
    "--number": ("--limit",),
    "--top": ("--limit",),
    "--head": ("--limit",),
    "-n": ("--limit", "--dry-run"),
    "--preview": ("--dry-run",),
    "--simulate": ("--dry-run",),
    "--pretend": ("--dry-run",),
    "--assume-yes": ("--yes",),
    "--no-confirm": ("--yes",),
    "--no-input": ("--yes",),
    "-y": ("--yes",),
    "--force": ("--yes",),
    "--overwrite": ("--force",),
    "-f": ("--force", "--yes"),
    "--out": ("--output",),
    "--file": ("--output", "--db"),
    "--order": ("--sort",),
    "--order-by": ("--sort",),
    "--sort-by": ("--sort",),
    "--desc": ("--reverse",),
    "--descending": ("--reverse",),
    "--cols": ("--columns",),
    "--fields": ("--columns",),
    "--database": ("--db",),
    "--book": ("--db",),
    "--nickname": ("--nick",),
    "--alias": ("--nick",),
}
# Names of people stand bare.
PEOPLE = ("--with", "--who", "--whom", "--contact", "--person", "--people", "--name", "--for")
# What else stands bare, by the metavar of the argument.
BARE = {
    **dict.fromkeys(("--for", "--until", "--on", "--date", "--by", "--to"), "DURATION"),
    **dict.fromkeys(("--every", "--cadence", "--how-often"), "CADENCE"),
    **dict.fromkeys(("--name", "--contact", "--person"), "NAME"),
    **dict.fromkeys(("--text", "--message", "--note", "--what"), "TEXT"),
    **dict.fromkeys(("--file", "--input", "--from", "--path"), "FILE"),
}
# What `search` is for.
LOOKED_FOR = ("--name", "--search", "--query", "--find", "--filter", "--grep", "--text")
# What the options are about, for a sentence: "There is no --date: the day is --on yesterday."
ABOUT = {
    "--on": "the day",
    "--by": "the day by which",
    "--since": "the first day",
    "--until": "the last day",
    "--next": "the day of a reminder",
    "--message": "what it was about",
    "--log": "what it was about",
    "--note": "a note",
    "--text": "the text",
    "--why": "the reason",
    "--kind": "the kind",
    "--place": "the place",
    "--city": "the city",
    "--org": "the organization",
    "--title": "the title",
    "--email": "the e-mail",
    "--phone": "the number",
    "--url": "the page",
    "--handle": "the handle",
    "--tag": "a tag",
    "--circle": "a circle",
    "--every": "how often",
    "--birthday": "the birthday",
    "--via": "who introduced you",
    "--met": "where you met",
    "--within": "how far ahead",
    "--limit": "how many",
    "--output": "the file",
    "--db": "the book",
    "--sort": "the order",
}
# What a value of that kind is called, and one of it.
TAKES = {
    "DATE": ("a day", "yesterday"),
    "DURATION": ("a span", "2w"),
    "CADENCE": ("how often", "2w"),
    "TEXT": ("some text", '"in quotes"'),
    "NAME": ("a name", '"Grace Hopper"'),
    "WHO": ("a person", "grace"),
    "TAG": ("a tag", "hiring"),
    "REF": ("a ref", "f7"),
    "N": ("a number", "5"),
    "PATH": ("a path", "book.db"),
    "FILE": ("a file", "rejected.csv"),
    "URL": ("a page", "example.org/grace"),
    "ADDRESS": ("an address", "grace@example.org"),
    "NUMBER": ("a number", '"+1 415 555 0100"'),
    "UUID": ("a UUID", "$(uuidgen)"),
    "VALUE": ("a value", "grace@example.org"),
    "KEY": ("a field", "team"),
    "KIND": ("a kind of meeting", "coffee"),
    "KEY=VALUE": ("a field and its value", "team=chess"),
    "[LABEL=]VALUE": ("a value", "work=grace@example.org"),
    "[NETWORK=]NAME": ("a handle", "x=@grace"),
    "TAG NEW": ("a tag and its new name", "hiring recruiters"),
    "WHO WHO": ("two people", "c1 c9"),
    "NAME,...": ("names", "name,email"),
    "NAME=COLUMN,...": ("names and columns", "name=Full,email=Mail"),
}
# What the values of a choice are, where "value" says too little.
NOUNS = {
    "--kind": "kind of meeting",
    "--how": "way of thanking",
    "--invited": "answer to who invited",
    "--paid": "answer to who paid",
    "--update": "way of updating",
    "--format": "format that netlog knows",
    "--circle": "circle",
    "--sort": "order",
    "shell": "shell that netlog completes for",
}
ENOUGH = 0.7


def unknown(line: CommandLine, name: str) -> UsageMistake:
    """The mistake for an option that the command does not have."""
    options = line.options
    said = f"There is no {typed_anew(name)}"
    bare = _stands_bare(line, name)
    if bare:
        return UsageMistake(f"{said}: it stands bare:", advice=bare)
    if name in LOOKED_FOR and line.path == ("list",):
        value = next(iter(line.given([name])), "grace")
        return UsageMistake(f"{said}.", advice=f"Did you mean netlog search {typed_anew(value)}?")
    for meant in SYNONYMS.get(name, ()):
        if meant in options:
            example = _example(options[meant], next(iter(line.given([name])), None))
            about = ABOUT.get(meant, "that")
            return UsageMistake(f"{said}:", advice=f"{about} is {meant}{example}.")
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


def _stands_bare(line: CommandLine, name: str) -> str | None:
    """The command as it is typed without that option, where its value needs none."""
    value = next(iter(line.given([name])), None)
    if value is None:
        return None
    stay = [one for one in line.bare if one != value]
    metavars = [(one.metavar or "").strip("[].") for one in line.arguments]
    place = BARE.get(name, "")
    fits = place in metavars and len(stay) == metavars.index(place)
    if not fits and name != f"--{line.path[-1:][0] if line.path else ''}":
        return None
    return " ".join((line.called, *map(typed_anew, (*stay, value))))


def _near(name: str, options: Iterable[str]) -> str | None:
    """The option that was meant: one that begins so, else the nearest."""
    long = [one for one in options if one.startswith("--")]
    begun = [one for one in long if len(name) > 3 and one.startswith(name)]
    if len(begun) > 1:
        return listed(begun[:3], "or")
    if begun:
        return begun[0]
    # Without the dashes, in which all are alike.
    near = get_close_matches(name.lstrip("-"), [one[2:] for one in long], n=1, cutoff=ENOUGH)
    return f"--{near[0]}" if near else None


def _example(option: Any, value: str | None) -> str:
    """' yesterday': what was typed, or one of what the option takes."""
    if option.is_flag:
        return ""
    if value is not None and not value.startswith("-"):
        if option.metavar in ("DURATION", "SPAN") and value.isdecimal():
            value = f"{value}d"
        return f" {typed_anew(value)}"
    choices = choices_of(option)
    return f" {choices[0] if choices else TAKES.get(option.metavar, ('', option.metavar))[1]}"


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
    what, example = TAKES.get(option.metavar, ("a value", option.metavar or "VALUE"))
    return UsageMistake(f"{name} takes {what}:", advice=f"{name} {example}")


def not_taken(line: CommandLine, param: Any) -> UsageMistake:
    """The mistake for a value that the option or the argument does not take."""
    name = _longest(param.opts) if param.param_type_name == "option" else param.name
    choices = choices_of(param)
    if choices:
        typed = line.given(param.opts) if param.param_type_name == "option" else line.bare
        wrong = next((one for one in typed if one not in choices), "")
        what, advice = no_such(wrong, NOUNS.get(name, f"value of {name}"), choices)
        return UsageMistake(what, advice=advice)
    called = name if param.param_type_name == "option" else line.called
    return UsageMistake(f"{called} takes a number{_range(param.type)}.")


def _longest(names: Sequence[str]) -> str:
    return max(names, key=len)


def choices_of(param: Any) -> list[str]:
    """What the option or argument chooses from; none when it takes anything."""
    choices = getattr(param.type, "choices", None)
    if choices:
        return list(choices)
    metavar = param.metavar or ""
    between = metavar.startswith("[") and metavar.endswith("]") and "|" in metavar
    return metavar[1:-1].split("|") if between else []


def _range(kind: Any) -> str:
    """' from 1 on', ' from 1 to 9'."""
    least, most = getattr(kind, "min", None), getattr(kind, "max", None)
    if least is None:
        return "" if most is None else f" up to {most}"
    return f" from {least} on" if most is None else f" from {least} to {most}"
