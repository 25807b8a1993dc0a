"""Words that are missing: by command, the question and what answers it."""

from netlog.errors import UsageMistake
from netlog.mistakes.line import CommandLine
from netlog.typed import Any
from netlog.wording import typed_anew

# By command: a question and an example for each argument, in their order. {0} is the first word
# that was typed, {1} the second.
ASKS: dict[str, tuple[tuple[str, str], ...]] = {
    "add": (("Whom?", 'netlog add "Maria from the co-op"'),),
    "log": (("Log with whom?", "netlog log grace coffee -- what it was about"),),
    "plan": (("Meet whom, and when?", "netlog plan grace coffee friday"),),
    "plan show": (("Which plan?", "netlog plan show p3"),),
    "plan edit": (("Which plan?", "netlog plan edit p3 --on friday"),),
    "plan drop": (("Which plan?", "netlog plan drop p3"),),
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
    "share": (("Share whom, and with whom?", "netlog share grace bob"),),
    "unshare": (("Share whom no more, and with whom?", "netlog unshare grace bob"),),
    "hand-over": (("Hand over whom, and to whom?", "netlog hand-over grace bob"),),
    "office add": (("Which user of the server?", "netlog office add bob"),),
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
FALLBACK = {"WHO": "Who?", "REF": "Which one?", "TEXT": "What?", "FILE": "Which file?"}


def missing(line: CommandLine, param: Any) -> UsageMistake:
    """The mistake for an argument that was not typed: a question, and what answers it."""
    at = line.arguments.index(param)
    asks = ASKS.get(" ".join(line.path), ())
    typed = [typed_anew(one) for one in line.bare]
    if at < len(asks) and len(typed) >= at:
        question, answer = (part.format(*typed) for part in asks[at])
        return UsageMistake(question, advice=answer)
    wanted = (param.metavar or "").strip("[].").split("|")[0]
    question = FALLBACK.get(wanted, f"{wanted or 'Something'} is missing.")
    return UsageMistake(question, advice=example(line))


def example(line: CommandLine) -> str:
    """The command's first example, without what it says about itself."""
    examples = getattr(line.command, "examples", ())
    return examples[0].split("  ")[0].rstrip() if examples else f"{line.called} --help"
