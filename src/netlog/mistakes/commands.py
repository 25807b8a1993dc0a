"""Commands that are not there."""

from collections.abc import Sequence
from difflib import get_close_matches

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

# By noun: what does to one of its refs what the word means. {0} is the ref.
_OF_ANY = {
    **dict.fromkeys(("delete", "del", "rm", "remove"), "netlog remove {0}"),
    **dict.fromkeys(("snooze", "postpone", "defer", "later"), "netlog snooze {0} 2w"),
    **dict.fromkeys(("show", "view", "open", "info"), "netlog show {0}"),
    **dict.fromkeys(("edit", "change", "update", "rename"), "netlog edit {0}"),
    **dict.fromkeys(("drop", "cancel", "skip", "dismiss", "abandon"), "netlog drop {0}"),
    **dict.fromkeys(("done", "do", "finish", "complete", "close", "kept"), "netlog done {0}"),
}
_OF_COMPANY = ("remove", "show", "edit")
_ENDS = ("done", "finish", "complete", "close", "closed", "reach", "reached", "won", "achieved")
_WITH_REF = {
    "goal": {
        **_OF_ANY,
        **dict.fromkeys(_ENDS, "netlog goal drop {0} --done"),
        **dict.fromkeys(("cancel", "abandon", "skip", "dismiss"), "netlog goal drop {0}"),
    },
    "lead": {
        **_OF_ANY,
        **dict.fromkeys((*_ENDS, "land", "win"), "netlog lead landed {0}"),
        **dict.fromkeys(("lost", "lose", "rejected", "refused"), "netlog lead declined {0}"),
    },
    "favor": _OF_ANY,
    "org": {word: told for word, told in _OF_ANY.items() if told.split()[1] in _OF_COMPANY},
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


def with_ref(noun: str, typed: Sequence[str]) -> UsageMistake | None:
    """The mistake of a word that the noun has no command for, before one of its refs.

    It is told by the command that does that: `netlog goal drop g1 --done` for `goal done g1`.
    """
    meant = _WITH_REF.get(noun, {}).get(typed[0].lower()) if len(typed) > 1 else None
    ref = parse_ref(typed[1]) if meant else None
    if meant is None or ref is None or ref.letter != noun[0]:
        return None
    said = f"netlog {noun} has no {typed_anew(typed[0])}."
    return UsageMistake(said, advice=f"Did you mean {meant.format(ref)}?")


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
