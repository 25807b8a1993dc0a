"""Words that are missing, and words that are too many: by command, with what to type instead."""

from collections.abc import Sequence
from typing import Any

from netlog.errors import UsageMistake
from netlog.mistakes.line import CommandLine, words
from netlog.mistakes.options import choices_of
from netlog.wording import typed_anew

# By command: a question and an example for each argument, in their order. {0} is the first word
# that was typed, {1} the second.
ASKS: dict[str, tuple[tuple[str, str], ...]] = {
    "add": (("Whom?", 'netlog add "Maria from the co-op"'),),
    "log": (("Log with whom?", "netlog log grace coffee -- what it was about"),),
    "plan": (("Meet whom, and when?", "netlog plan grace coffee friday"),),
    "thank": (("Thank whom?", "netlog thank grace note"),),
    "told": (
        ("Tell whom what?", 'netlog told carol "second round on Monday"'),
        ("How did it turn out?", 'netlog told {0} "…"'),
    ),
    "done": (("What is done?", "netlog done t1"),),
    "drop": (("Let go of what?", "netlog drop t1"),),
    "snooze": (
        ("Whom, and until when?", "netlog snooze carol 2w"),
        ("Until when?", "netlog snooze {0} 2w"),
    ),
    "favor promise": (
        ("Promise whom what?", 'netlog favor promise grace "the slides"'),
        ("Promise them what?", 'netlog favor promise {0} "…"'),
    ),
    "favor ask": (
        ("Ask whom for what?", 'netlog favor ask carol "an intro"'),
        ("Ask them for what?", 'netlog favor ask {0} "…"'),
    ),
    "favor give": (
        ("Whom did you help, and how?", 'netlog favor give ada "a reference"'),
        ("What did you do for them?", 'netlog favor give {0} "…"'),
    ),
    "favor receive": (
        ("Who helped you, and how?", 'netlog favor receive grace "read my CV"'),
        ("What did they do for you?", 'netlog favor receive {0} "…"'),
    ),
    "favor show": (("Which favor?", "netlog favor show f7"),),
    "favor edit": (("Which favor?", "netlog favor edit f7 --by 2w"),),
    "favor outcome": (
        ("Which favor?", 'netlog favor outcome f7 "…"'),
        ("How did {0} turn out?", 'netlog favor outcome {0} "…"'),
    ),
    "favor told": (("Which favor?", "netlog favor told f7"),),
    "path": (("A path to whom?", 'netlog path "Harbor Trust"'),),
    "occasion": (("Which occasion?", 'netlog occasion "PyCon Berlin"'),),
    "introduce": (("Introduce whom to whom?", "netlog introduce grace ada -- why"),),
    "lead add": (("What may come?", 'netlog lead add "Harbor Trust" --via gus'),),
    "lead show": (("Which lead?", "netlog lead show l3"),),
    "lead step": (("Which step?", "netlog lead step l3.2 done"),),
    "lead add-step": (
        ("Which lead?", 'netlog lead add-step l3 "a partner"'),
        ("Who is the step?", 'netlog lead add-step {0} "a partner"'),
    ),
    "lead stage": (
        ("Which lead?", "netlog lead stage l3 interview"),
        ("Which stage?", "netlog lead stage {0} interview"),
    ),
    "lead edit": (("Which lead?", "netlog lead edit l3 --org Acme"),),
    "lead landed": (("Which lead?", "netlog lead landed l3 -- the news"),),
    "lead declined": (("Which lead?", "netlog lead declined l3 --keep anne"),),
    "lead closed": (("Which lead?", "netlog lead closed l3 -- why"),),
    "lead drop": (("Which lead?", "netlog lead drop l3"),),
    "goal add": (("What are you after?", 'netlog goal add "a post" --horizon short'),),
    "goal show": (("Which goal?", "netlog goal show g1"),),
    "goal edit": (("Which goal?", "netlog goal edit g1 --by 6m"),),
    "goal drop": (("Which goal?", "netlog goal drop g1"),),
    "goal tell": (
        ("Whom, and which goal?", "netlog goal tell g1 grace"),
        ("Tell whom?", "netlog goal tell {0} grace"),
    ),
    "check": (("Whom do you want to ask?", "netlog check carol"),),
    "brief": (("Whom do you meet?", "netlog brief grace"),),
    "search": (("Search for what?", "netlog search compilers"),),
    "show": (("Show whom?", "netlog show grace"),),
    "who": (("Who?", "netlog who grace"),),
    "org add": (("Which company?", "netlog org add Acme --city Oslo"),),
    "org show": (("Which company?", "netlog org show acme"),),
    "org edit": (("Which company?", "netlog org edit acme --city Oslo"),),
    "org log": (("Of which company?", "netlog org log acme call -- what it was about"),),
    "org remove": (("Which company?", "netlog org remove o4"),),
    "org merge": (
        ("Which two are one?", "netlog org merge o1 o2"),
        ("What else is {0}?", "netlog org merge {0} o2"),
    ),
    "relate": (("Whose?", "netlog relate carol tom --as spouse"),),
    "edit": (("Edit whom?", "netlog edit grace --org Initech"),),
    "tag": (("Tag whom, and how?", "netlog tag grace hiring"),),
    "untag": (("Whom, and which tag?", "netlog untag grace hiring"),),
    "circle": (("Whom, and into which circle?", "netlog circle grace peer"),),
    "archive": (("Archive whom?", "netlog archive grace"),),
    "unarchive": (("Bring whom back?", "netlog unarchive grace"),),
    "merge": (
        ("Which two are one?", "netlog merge c1 c9"),
        ("Who else is {0}?", "netlog merge {0} c9"),
    ),
    "remove": (("Remove whom, or what?", "netlog remove c9"),),
    "import": (("Import which file?", "netlog import contacts.vcf --dry-run"),),
}
# By command: what more words mean there. {0} is the first word too many, {all} every bare word in
# one pair of quotes, {rest} those after the first.
TOO_MANY = {
    "add": ("A name of several words goes in quotes:", 'netlog add "{all}"'),
    "due": ("due shows everybody.", "Did you mean netlog show {0}, or brief {0}?"),
    "list": ("list takes filters.", "Did you mean netlog show {0}, or search {0}?"),
    "orgs": ("orgs counts them all.", "Who is there: netlog list --org {0}"),
    "tags": ("tags counts them all.", "Who has it: netlog list --tag {0}"),
    "duplicates": ("duplicates looks at everybody.", "Did you mean netlog merge {0} WHO?"),
    "export": ("export takes filters, and -o for the file:", "netlog export --tag navy -o {0}"),
    "merge": ("merge makes one of two;", "do it again for the third: netlog merge {first} {0}"),
    "undo": ("undo takes one number:", "netlog undo 3"),
    "redo": ("redo takes one number:", "netlog redo 3"),
    "demo": ("demo takes no words:", "netlog demo"),
    "completion": ("One shell at a time:", "netlog completion bash"),
}
QUOTED_TEXT = "What has several words goes in quotes:"
QUOTED_NAME = "A name of several words goes in quotes:"
FALLBACK = {"WHO": "Who?", "REF": "Which one?", "TEXT": "What?", "FILE": "Which file?"}


def missing(line: CommandLine, param: Any) -> UsageMistake:
    """The mistake for an argument that was not typed: a question, and what answers it."""
    at = line.arguments.index(param)
    asks = ASKS.get(" ".join(line.path), ())
    typed = [typed_anew(one) for one in line.bare]
    if at < len(asks) and len(typed) >= at:
        question, example = (part.format(*typed) for part in asks[at])
        return UsageMistake(question, advice=example)
    wanted = (param.metavar or "").strip("[].").split("|")[0]
    question = FALLBACK.get(wanted, f"{wanted or 'Something'} is missing.")
    return UsageMistake(question, advice=_example(line))


def too_many(line: CommandLine, extra: Sequence[str]) -> UsageMistake:
    """The mistake for words that the command has no place for."""
    bare, path = line.bare, " ".join(line.path)
    option = f"--{extra[0].lstrip('-')}"
    if option in line.options and len(extra) > 1:
        kept = bare[: len(bare) - len(extra)]
        said = f"{line.called} {words([*kept, option, *extra[1:2]])}"
        return UsageMistake("What to change or choose is an option:", advice=said)
    for name, param in line.options.items():
        if name.startswith("--") and extra[0] in choices_of(param):
            kept = bare[: len(bare) - len(extra)]
            said = f"{line.called} {words([*kept, name, extra[0]])}"
            return UsageMistake("What to change or choose is an option:", advice=said)
    if path in TOO_MANY:
        names = {"all": " ".join(bare), "first": typed_anew(bare[0] if bare else "c1")}
        what, advice = (part.format(typed_anew(extra[0]), **names) for part in TOO_MANY[path])
        return UsageMistake(what, advice=advice)
    arguments = line.arguments
    if not arguments:
        called = " ".join(line.path)
        return UsageMistake(f"{called} takes no words.", advice=_example(line))
    last = len(arguments) - 1
    whole = f'"{" ".join(bare[last:])}"'
    said = " ".join(filter(None, (line.called, words(bare[:last]), whole)))
    return UsageMistake(QUOTED_TEXT if last else QUOTED_NAME, advice=said)


def _example(line: CommandLine) -> str:
    """The command's first example, without what it says about itself."""
    examples = getattr(line.command, "examples", ())
    return examples[0].split("  ")[0].rstrip() if examples else f"{line.called} --help"
