"""What a word means that a noun has no command for, before one of its refs."""

from collections.abc import Sequence

from netlog.errors import UsageMistake
from netlog.records.refs import parse_ref
from netlog.wording import typed_anew

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
    "plan": _OF_ANY,
    "org": {word: told for word, told in _OF_ANY.items() if told.split()[1] in _OF_COMPANY},
}


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
