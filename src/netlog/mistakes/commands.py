"""Commands that are not there."""

from difflib import get_close_matches

from netlog.commands.frame.of_ref import with_ref
from netlog.errors import UsageMistake
from netlog.mistakes.line import CommandLine
from netlog.records.refs import parse_ref
from netlog.wording import listed, quoted, typed_anew

# What other programs, and people, call a command of ours.
SYNONYMS = {
    **dict.fromkeys(("new", "create", "insert", "contact", "person"), "add"),
    **dict.fromkeys(("meet", "met", "meeting", "coffee", "call", "note", "record"), "log"),
    **dict.fromkeys(("thanks", "thankyou"), "thank"),
    **dict.fromkeys(("today", "agenda", "todo", "next", "status", "morning", "tasks"), "due"),
    **dict.fromkeys(("complete", "finish", "close", "finished"), "done"),
    **dict.fromkeys(("skip", "dismiss", "cancel"), "drop"),
    **dict.fromkeys(("defer", "postpone", "later", "delay", "wait"), "snooze"),
    **dict.fromkeys(("cadence", "frequency", "remind", "often"), "every"),
    **dict.fromkeys(("promise", "owe"), "favor promise"),
    **dict.fromkeys(("ask", "request"), "favor ask"),
    **dict.fromkeys(("give", "gave"), "favor give"),
    **dict.fromkeys(("receive", "received", "got"), "favor receive"),
    **dict.fromkeys(("favors", "favours", "ledger"), "favor list"),
    **dict.fromkeys(("contacts", "all", "people"), "list"),
    **dict.fromkeys(("companies", "organizations", "organisations"), "orgs"),
    **dict.fromkeys(("find", "grep", "query", "lookup"), "search"),
    **dict.fromkeys(("view", "info", "cat", "get", "open", "details"), "show"),
    **dict.fromkeys(("update", "modify", "change", "set", "rename"), "edit"),
    **dict.fromkeys(("timeline", "journal", "changes"), "history"),
    **dict.fromkeys(("label", "add-tag"), "tag"),
    **dict.fromkeys(("delete", "del", "rm-contact"), "remove"),
    **dict.fromkeys(("hide",), "archive"),
    **dict.fromkeys(("dedupe", "dupes", "deduplicate"), "duplicates"),
    **dict.fromkeys(("join", "combine"), "merge"),
    **dict.fromkeys(("load", "read"), "import"),
    **dict.fromkeys(("dump", "save"), "export"),
    **dict.fromkeys(("vcard", "qr", "me"), "card"),
    **dict.fromkeys(("revert", "back"), "undo"),
    **dict.fromkeys(("try", "example", "tutorial", "tour"), "demo"),
    **dict.fromkeys(("version",), "--version"),
    **dict.fromkeys(("hlp", "man", "manual", "?"), "--help"),
}

# How near a word is to a command that is meant, 1 being the same: shwo, lsit, brif.
ENOUGH = 0.65


def unknown(line: CommandLine, typed: str, known: list[str]) -> UsageMistake:
    """The mistake for a command that is not there, of netlog or of one of its nouns."""
    near = get_close_matches(typed, known, cutoff=ENOUGH)
    if line.path:
        noun = " ".join(line.path)
        said = f"netlog {noun} has no {typed_anew(typed)}."
        if near:
            return UsageMistake(said, advice=f"Did you mean {listed(near, 'or')}?")
        at = line.words.index(typed) if typed in line.words else len(line.words)
        mistake = UsageMistake(said, advice=_of_noun(line, typed, known))
        return with_ref(noun, line.words[at:]) or mistake
    said = f"There is no command {quoted(typed)}."
    synonym = SYNONYMS.get(typed.lower())
    if synonym and (synonym.startswith("-") or synonym.split()[0] in known):
        near = [f"netlog {synonym}"]
    if near:
        return UsageMistake(said, advice=f"Did you mean {listed(near, 'or')}?")
    return UsageMistake(said, advice="netlog --help shows what there is.")


def _of_noun(line: CommandLine, typed: str, known: list[str]) -> str:
    """What somebody's name may have meant there."""
    noun = " ".join(line.path)
    verb = next((one for one in line.words[1:] if one in known), None)
    if verb:
        return f"The verb comes first: netlog {noun} {verb} {typed_anew(typed)}"
    if noun == "favor" and parse_ref(typed):
        return f"That one: netlog favor show {typed}"
    if noun == "favor":
        return f"Their ledger: netlog favor list {typed_anew(typed)}"
    return f"It has {listed(known, 'and')}."
