"""How an ask and a kindness are said in a sentence, whatever word what was typed begins with.

Words only, like `wording`. "a look", "for a look", "to read my CV", "read my CV", "about the visa"
and "whether Bo is hiring" each go on differently after "you asked".
"""

from netlog.typed import Final

# After these words the text goes on by itself: "asked about the visa", "asked whom to talk to".
CLAUSES: Final = frozenset(
    {
        *("about", "if", "whether", "how", "what", "when", "where", "which", "who", "whom"),
        *("whose", "why"),
    }
)
_SUBJECTS: Final = frozenset(("i", "we", "you", "he", "she", "it", "they"))
# What a text begins with that says what to do, as "read my CV" does.
VERBS: Final = frozenset(
    {
        *("arrange", "bring", "come", "connect", "consider", "edit", "explain", "find"),
        *("forward", "give", "hire", "introduce", "join", "keep", "lend", "look", "make"),
        *("mention", "organise", "organize", "pass", "proofread", "put", "read", "recommend"),
        *("refer", "remember", "send", "sign", "speak", "take", "tell", "think", "vouch"),
        "write",
    }
)
# These are verbs before one of the others, and else what was asked for: "review my CV", not
# "review of my CV".
_DOUBLE: Final = frozenset(
    {
        *("ask", "book", "call", "check", "email", "help", "host", "intro", "invite", "mail"),
        *("meet", "message", "name", "phone", "review", "ring", "share", "show", "support"),
        *("text", "visit"),
    }
)
_OBJECTS: Final = frozenset(
    {
        *("a", "an", "the", "me", "us", "my", "our", "him", "her", "his", "them", "their"),
        *("it", "its", "this", "that", "these", "those", "some"),
    }
)


def asked(text: str, whom: str = "", on: str = "") -> str:
    """ "asked Grace on 5 Nov for a look", "asked them to read my CV", "asked about the visa"."""
    way, rest = _parted(text)
    whom = whom or ("them" if way == "to" else "")
    return " ".join(filter(None, ("asked", whom, f"on {on}" if on else "", way, rest)))


def asked_briefly(text: str, whom: str = "") -> str:
    """As a heading and what stands under it: "asked for: a look", "asked Bo: whom to talk to"."""
    way, rest = _parted(text)
    did = f"asked {whom}" if whom else "asked"
    return f"{did} for: {rest}" if way == "for" else f"{did}: {' '.join(filter(None, (way, rest)))}"


def awaited(text: str) -> str:
    """What is waited for: "a look", "them to read my CV", "an answer (whether Bo is hiring)"."""
    way, rest = _parted(text)
    if way == "to":
        return f"them to {rest}"
    if way:
        return rest
    if rest.startswith("about "):
        return f"an answer {rest}"
    return f"{'this' if rest.startswith('that ') else 'an answer'} ({rest})"


def kindness(text: str) -> str:
    """What was done or is to be, by itself: "a look" of "for a look", "read it" of "to read it"."""
    first, _, rest = text.partition(" ")
    return rest.lstrip() or text if first.casefold() in ("for", "to") else text


def _parted(text: str) -> tuple[str, str]:
    """How it goes on after "asked": with "for", with "to", or by itself; and the rest."""
    words = text.split()
    first, second = (word.casefold() for word in (*words, "", "")[:2])
    if first in ("for", "to") and second:
        return first, kindness(text)
    is_clause = first in CLAUSES or (first == "that" and second in _SUBJECTS)
    if is_clause and second and not (first == "about" and second[0].isdigit()):
        return "", first + text[len(first) :]
    is_verb = first in VERBS or (first in _DOUBLE and second in _OBJECTS)
    if is_verb and second:
        return "to", first + text[len(first) :]
    return "for", text


def help_for(leads_to: str) -> str:
    """What whoever is a step of a lead was asked for, or did."""
    return f"help on the way to {leads_to}"
