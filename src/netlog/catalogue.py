"""The commands as a table: each name, where it lives, its panel and its one-line summary.

Only the module of the command that runs is imported; help and completion of names need none.
"""

from collections.abc import Collection, Iterator, Sequence

from netlog.commands.frame.noun import Sub
from netlog.named import NamedTuple
from netlog.typed import Any


class Entry(NamedTuple):
    """One command; aliases are accepted and never shown."""

    name: str
    module: str
    panel: str
    summary: str
    aliases: tuple[str, ...] = ()


COMMANDS = (
    Entry("add", "add", "Capture", "Add a person; a name is enough."),
    Entry("recall", "recall", "Capture", "Fill the book from memory, place by place."),
    Entry("log", "log", "Capture", "Record a coffee, a call or any other meeting."),
    Entry("plan", "plan", "Capture", "Plan to meet, and see what is planned."),
    Entry("thank", "thank", "Capture", "Note that thanks were sent."),
    Entry("draft", "draft", "Capture", "Write a few plain lines to send to somebody."),
    Entry("introduce", "introduce", "Capture", "Bring two people together."),
    Entry("told", "told", "Capture", "Say that they heard how their help turned out."),
    Entry("due", "due", "Morning", "Show whom to thank, what you owe, whom to get back to."),
    Entry("week", "week", "Morning", "Look back on a week, and ahead to the next."),
    Entry("done", "done", "Morning", "Close what is due."),
    Entry("drop", "drop", "Morning", "Let go of what is due."),
    Entry("snooze", "snooze", "Morning", "Put somebody off until later."),
    Entry("every", "every", "Morning", "Say how often to be in touch."),
    Entry("lead", "lead", "Chains", "Follow what may come, through people who know people."),
    Entry("path", "path", "Chains", "Show through whom you come to somebody."),
    Entry("goal", "goal", "Chains", "Say what you are after, and who knows of it."),
    Entry("favor", "favor", "Give and take", "Keep the account of favors.", aliases=("favour",)),
    Entry("balance", "balance", "Give and take", "Show what was given and taken."),
    Entry("check", "check", "Give and take", "Look before you ask somebody."),
    Entry("reconnect", "reconnect", "People", "Show whom to get back to, and how to begin."),
    Entry("brief", "brief", "People", "Show one screen before you meet."),
    Entry("stats", "stats", "People", "Show what was done, and what came of it, in numbers."),
    Entry("list", "list_", "People", "List people.", aliases=("ls",)),
    Entry("network", "network", "People", "Show who led to whom."),
    Entry("org", "org", "People", "Keep a record of a company: who is there, its own log."),
    Entry("occasion", "occasion", "People", "Show whom you met at a conference or the like."),
    Entry("orgs", "orgs", "People", "Count people by organization."),
    Entry("search", "search", "People", "Find people, meetings and favors by their words."),
    Entry("show", "show", "People", "Show everything about somebody."),
    Entry("who", "who", "People", "Print the ref of who is meant."),
    Entry("relate", "relate", "People", "Say who belongs to whom: spouse, child, assistant."),
    Entry("edit", "edit", "People", "Change a person, a meeting, a favor or thanks."),
    Entry("history", "history", "People", "Show what happened with somebody, or what was done."),
    Entry("tag", "tag", "Sort and tidy", "Label people."),
    Entry("untag", "untag", "Sort and tidy", "Take labels from people."),
    Entry("tags", "tags", "Sort and tidy", "Count the tags, or rename one."),
    Entry("circle", "circle", "Sort and tidy", "Put people into circles."),
    Entry("archive", "archive", "Sort and tidy", "Keep people without being reminded of them."),
    Entry("unarchive", "unarchive", "Sort and tidy", "Bring archived people back."),
    Entry("duplicates", "duplicates", "Sort and tidy", "Show who may be there twice."),
    Entry("merge", "merge", "Sort and tidy", "Make one person of two."),
    Entry("remove", "remove", "Sort and tidy", "Remove people, or single records.", ("rm",)),
    Entry("import", "import_", "In and out", "Take in address books, calendars, other programs."),
    Entry("export", "export", "In and out", "Give people back in the formats the world reads."),
    Entry("card", "card", "In and out", "Show your own card, with its QR code."),
    Entry("undo", "undo", "Safety", "Take back the last command."),
    Entry("redo", "redo", "Safety", "Bring back what was taken back."),
    Entry("backup", "backup", "Safety", "Back up the book."),
    Entry("restore", "restore", "Safety", "Bring a backup back."),
    Entry("forget", "forget", "Safety", "Forget somebody for good."),
    Entry("compact", "compact", "Safety", "Give back the room that long ago takes."),
    Entry("doctor", "doctor", "Safety", "Examine the book, and mend it."),
    Entry("office", "office", "In an office", "Share one book on a server: who belongs to it."),
    Entry("share", "share", "In an office", "Let colleagues see somebody who is yours."),
    Entry("unshare", "unshare", "In an office", "Let colleagues see somebody no more."),
    Entry("hand-over", "hand_over", "In an office", "Make somebody a colleague's."),
    Entry("demo", "demo", "Set-up", "Try netlog on a throw-away book of made-up people."),
    Entry("completion", "completion_", "Set-up", "Print the completion script of your shell."),
)

# Every name that is accepted, aliases among them.
BY_NAME = {name: entry for entry in COMMANDS for name in (entry.name, *entry.aliases)}


# What changes nothing, and of a noun these.
_LOOKING = (
    *("due", "week", "draft", "path", "balance", "check", "reconnect", "brief", "stats", "list"),
    *("network", "occasion", "orgs", "search", "show", "who", "history", "export"),
)
_LOOKING_OF_A_NOUN = ("list", "show")


def looks(called: str) -> bool:
    """Whether the command that was called so, "netlog lead show", changes nothing."""
    name, verb = (*called.split(), "", "", "")[1:3]
    return name in _LOOKING or verb in _LOOKING_OF_A_NOUN


def subcommands(entry: Entry) -> dict[str, Sub]:
    """What the entry's module holds: the commands of a noun by name, or one command under ""."""
    module = _module(entry)
    if hasattr(module, "COMMANDS"):
        found: dict[str, Sub] = module.COMMANDS
        return found
    flags = (getattr(module, flag, False) for flag in ("TAKES_TEXT", "REHEARSES"))
    return {"": Sub(module.command, module.EXAMPLES, module.RECORD, *flags)}


def _module(entry: Entry) -> Any:
    # What importlib does, without the millisecond that it takes to import.
    return __import__(f"netlog.commands.{entry.module}", fromlist=("*",))


# How near a word is to a verb that is meant, 1 being the same: lsit, shwo, ad.
SLIP = 0.75


def usual(entry: Entry) -> tuple[str, str] | None:
    """Of a noun that assumes a verb, the one meant by what names no other, and by nothing."""
    found: tuple[str, str] | None = getattr(_module(entry), "USUAL", None)
    return found


def takes_titles(entry: Entry) -> bool:
    """Whether the words after the noun may be anything, and so a verb with a slip as well."""
    return bool(getattr(_module(entry), "TITLED", False))


def assumed(
    args: Sequence[str],
    usual: tuple[str, str],
    verbs: Collection[str],
    *,
    complete: bool = True,
    titled: bool = False,
) -> list[str]:
    """What was typed after such a noun, with the verb that is meant before it.

    Of a line that is still being typed, nothing means no verb. titled: a word that is nearly a verb
    is no title, and left as it is, for a refusal to say what was meant.
    """
    first = _first_word(args)
    if first is None:
        return [usual[1], *args] if complete else list(args)
    if first in (*verbs, "-h", "--help") or (titled and complete and _is_slip(first, verbs)):
        return list(args)
    return [usual[0], *args]


def _is_slip(word: str, verbs: Collection[str]) -> bool:
    """Whether a word is one of the verbs but for a slip of the pen."""
    if not word.isalpha() or not word.islower():
        return False
    from difflib import get_close_matches

    return bool(get_close_matches(word, verbs, cutoff=SLIP))


def _first_word(args: Sequence[str]) -> str | None:
    """The first word that is no option of every command."""
    at = first_word_at(args)
    return None if at is None else args[at]


def first_word_at(args: Sequence[str]) -> int | None:
    """Where the first word stands that is no option of every command; None where there is none."""
    words = iter(enumerate(args))
    for at, word in words:
        if word == "--db":
            next(words, None)
        elif word not in ("--json", "--no-pager") and not word.startswith("--db="):
            return at
    return None


def panels() -> Iterator[tuple[str, list[Entry]]]:
    """The panels of the help in order, each with its commands."""
    for panel in dict.fromkeys(entry.panel for entry in COMMANDS):
        yield panel, [entry for entry in COMMANDS if entry.panel == panel]
