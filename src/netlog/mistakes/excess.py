"""Words that are too many: by command, with what to type instead. What is advised can be typed."""

from collections.abc import Sequence

from netlog.commands.frame import flags
from netlog.commands.frame.of_ref import with_ref
from netlog.errors import UsageMistake
from netlog.mistakes.arguments import ASKS, example
from netlog.mistakes.line import LONGEST, CommandLine, words
from netlog.mistakes.values import choices_of, sample, takes
from netlog.records.refs import NOUNS, one_of, parse_ref
from netlog.store.config import settings
from netlog.typed import Any
from netlog.wording import typed_anew

# By command: what more words mean there. {0} is the first word too many, {all} every bare word as
# one, {first} the first of them.
TOO_MANY = {
    "add": ("A name of several words goes in quotes:", "netlog add {all}"),
    "due": ("due shows everybody.", "Did you mean netlog show {0}, or brief {0}?"),
    "list": ("list takes filters.", "Did you mean netlog show {0}, or search {0}?"),
    "orgs": ("orgs counts them all.", "Who is there: netlog list --org {0}"),
    "tags": ("tags counts them all.", "Who has it: netlog list --tag {0}"),
    "duplicates": ("duplicates looks at everybody.", "Did you mean netlog who {0}?"),
    "export": ("export takes filters, and -o for the file:", "netlog export --tag navy -o {0}"),
    "merge": ("merge makes one of two;", "do it again for the third: netlog merge {first} {0}"),
    "org merge": (
        "merge makes one of two;",
        "do it again for the third: netlog org merge {first} {0}",
    ),
    "demo": ("demo takes no words:", "netlog demo"),
    "recall": ("The place is an option:", "netlog recall --at {all}"),
}
# The same where a ref was typed, of which nobody is reminded, nor looked for.
OF_REF = {
    "due": ("due shows everybody.", "Did you mean netlog show {0}?"),
    "list": ("list takes filters.", "Did you mean netlog show {0}?"),
    "export": ("export takes filters.", "Did you mean netlog show {0}?"),
    "orgs": ("orgs counts them all.", "Did you mean netlog show {0}?"),
    "tags": ("tags counts them all.", "Did you mean netlog show {0}?"),
}
# By command: what words after a ref mean. {ref} is it, {text} they as one word, {plain} each as it
# is.
AFTER_REF = {
    "favor told": ("How it turned out goes with told:", "netlog told {ref} {text}"),
    "favor edit": ("What it is about is an option:", "netlog favor edit {ref} --text {text}"),
    "plan edit": ("What it is about is an option:", "netlog plan edit {ref} --message {text}"),
    "goal edit": ("What it is about is an option:", "netlog goal edit {ref} --text {text}"),
    "goal drop": ("The reason is an option:", "netlog goal drop {ref} --why {text}"),
    "lead edit": ("The title is an option:", "netlog lead edit {ref} --title {text}"),
    "lead drop": ("The reason is an option:", "netlog lead drop {ref} --why {text}"),
    "lead landed": ("The news stands after --:", "netlog lead landed {ref} -- {plain}"),
    "lead declined": ("What was said stands after --:", "netlog lead declined {ref} -- {plain}"),
    "lead closed": ("The reason stands after --:", "netlog lead closed {ref} -- {plain}"),
    "org edit": ("A note is an option:", "netlog org edit {ref} --note {text}"),
}
# The option of `edit` for words after a ref, by its letter.
EDITS = dict.fromkeys("mfpg", "--message") | dict.fromkeys("co", "--note") | {"l": "--title"}
IS_OPTION = "What to change or choose is an option:"
QUOTED_TEXT = "What has several words goes in quotes:"
QUOTED_NAME = "A name of several words goes in quotes:"
ONE_ALONE = "One at a time:"
# What takes a day, a span or a time, the likeliest first.
OF_TIME = ("--within", "--on", "--by", "--of", "--since", "--at")
# Who is named so by options that are called as those of time are.
USER = "USER"
# Of several words, these are not one in quotes.
SINGLE = ("N|REF|ID", "N", "FILE|latest")


def too_many(line: CommandLine, extra: Sequence[str]) -> UsageMistake:
    """The mistake for words that the command has no place for."""
    kept = line.bare[: len(line.bare) - len(extra)]
    option = _meant_option(line, kept, extra)
    if option:
        return UsageMistake(IS_OPTION, advice=_anew(line, [*kept, *option]))
    path, first = " ".join(line.path), parse_ref([*kept, *extra][0])
    if line.path[1:] == ("add",) and (meant := with_ref(line.path[0], [*kept, *extra])):
        return meant
    if first and first.letter not in _letters(line):
        return UsageMistake(f"{first} is {one_of(first.letter)}:", advice=f"netlog show {first}")
    if first and path == "edit" and first.letter in EDITS:
        said = [*kept, EDITS[first.letter], " ".join(extra)]
        return UsageMistake("What to change is an option:", advice=_anew(line, said))
    if first and path in ("merge", "org merge") and _letter(extra[0]) not in ("", first.letter):
        return UsageMistake("merge makes one of two:", advice=_anew(line, kept))
    for known in (OF_REF, AFTER_REF, TOO_MANY) if first else (TOO_MANY,):
        if path in known:
            return _by_table(line, known[path], kept, extra)
    if not line.arguments:
        return UsageMistake(f"{path} takes no words.", advice=example(line))
    if path == "lead stage" and kept[1] in settings().stages:
        news = words([*extra, *line.after])
        stands_after = f"{line._replace(told=None).anew(kept)} -- {news}"
        return UsageMistake("What was said stands after --:", advice=stands_after)
    if path == "lead stage" and " ".join([*kept[1:], *extra]) not in settings().stages:
        return _asked(line, kept[:1])
    return _one_of(line, kept, extra)


def _letters(line: CommandLine) -> str:
    """The letters of the refs that may stand first; all of them where that is not told by it."""
    metavar = line.arguments[0].metavar.strip("[]") if line.arguments else ""
    if metavar == "REF":
        return line.path[0][0]
    return {"WHO": "c", "ORG": "o"}.get(metavar if line.path != ("edit",) else "", "".join(NOUNS))


def _letter(word: str) -> str:
    ref = parse_ref(word)
    return ref.letter if ref else ""


def _by_table(
    line: CommandLine, known: tuple[str, str], kept: Sequence[str], extra: Sequence[str]
) -> UsageMistake:
    typed = [*kept, *extra]
    said = {
        "all": typed_anew(" ".join(typed), LONGEST),
        "first": typed_anew(typed[0]),
        "ref": words(kept),
        "text": typed_anew(" ".join(extra), LONGEST),
        "plain": words([*extra, *line.after]),
    }
    what, advice = (part.format(typed_anew(extra[0]), **said) for part in known)
    if advice.startswith(f"{line.called} "):
        command, _, text = advice.partition(" -- ")
        advice = " ".join([command, *map(typed_anew, line.given_options)])
        after = text or words(line.after)
        advice = f"{advice} -- {after}" if after else advice
    return UsageMistake(what, advice=advice)


def _one_of(line: CommandLine, kept: list[str], extra: Sequence[str]) -> UsageMistake:
    """The last argument takes one: of several words, in quotes; else they are too many."""
    last = len(line.arguments) - 1
    argument, before, typed = line.arguments[last], kept[:last], [*kept[last:], *extra]
    metavar = argument.metavar or ""
    if metavar == "REF" and parse_ref(typed[0]) is None:
        return _asked(line, before)
    takes_text = "TEXT" in metavar or metavar in ("TITLE", "NAME")
    if choices_of(argument) or metavar in SINGLE or (parse_ref(typed[0]) and not takes_text):
        what = "One shell at a time:" if argument.name == "shell" else ONE_ALONE
        return UsageMistake(what, advice=_anew(line, [*before, typed[0]]))
    what = QUOTED_TEXT if last else QUOTED_NAME
    return UsageMistake(what, advice=_anew(line, [*before, " ".join(typed)]))


def _asked(line: CommandLine, before: Sequence[str]) -> UsageMistake:
    """The question that the argument after these answers."""
    question, answer = ASKS[" ".join(line.path)][len(before)]
    return UsageMistake(question, advice=answer.format(*map(typed_anew, before)))


def _anew(line: CommandLine, said: Sequence[str]) -> str:
    """The command with these words, its options and what stands after --."""
    return line.anew(said)


def _meant_option(line: CommandLine, kept: Sequence[str], extra: Sequence[str]) -> list[str]:
    """The option that the words name or belong to, and its value; none where they mean none."""
    name = f"--{extra[0].lstrip('-')}"
    options = line.options
    if name in options and options[name].is_flag:
        return [name]
    if name in options:
        values = [*extra[1 : 1 + options[name].nargs]]
        if takes(options[name], values):
            return [name, *values]
        if len(extra) > 1 or options[name].nargs > 1:
            return [name, *sample(options[name], line.path).split()]
    for name, param in options.items():
        is_meant = name.startswith("--") and _goes_with(name, line, kept)
        if is_meant and extra[0] in _choices(param, line):
            return [name, extra[0]]
    said = " ".join(extra)
    for name in OF_TIME:
        if name not in options or options[name].metavar == USER:
            continue
        if _goes_with(name, line, kept) and takes(options[name], [said]):
            return [name, said]
    return []


def _choices(option: Any, line: CommandLine) -> list[str]:
    """What the option chooses from, the words of one's own among it."""
    match option.metavar:
        case "KIND" if line.path[0] != "add":
            return [*settings().kinds]
        case "STAGE":
            return [*settings().stages, *(settings().endings if line.path[-1] == "list" else ())]
    return choices_of(option)


def _goes_with(name: str, line: CommandLine, kept: Sequence[str]) -> bool:
    """Whether the option goes with what the command is about: `edit` changes all kinds of it."""
    if line.path != ("edit",):
        return line.path != ("add",) or name not in OF_TIME
    letter = _letter(kept[0]) or "c" if kept else "c"
    key = name.removeprefix("--").replace("-", "_")
    return key in flags.KEYS[letter] or key in flags.LISTS[letter]
