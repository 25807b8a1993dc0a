"""Templates of messages: text with places in braces; a sentence with an empty place is left out.

{?ask} and {!ask} say nothing: their sentence stands where there is an ask, or where there is none.
"""

from collections.abc import Iterator, Mapping

from netlog.errors import UsageMistake
from netlog.later import pattern
from netlog.typed import Final
from netlog.wording import nearest

SUBJECT: Final = "Subject:"
LONGEST_SUBJECT: Final = 70  # of what other programs show of one
# Every place there is, and what comes to stand there.
PLACES: Final = {
    "first": "what they are called",
    "name": "their whole name",
    "organization": "where they are",
    "me": "your name, as your card has it",
    "thing": "the meetings to thank for, and their days",
    "favor": "what they did for you, as you noted it",
    "favor_day": "the days of what is not quoted of that",
    "helped": "the help that you have news of",
    "helped_day": "the day of that, where your note of it is not quoted",
    "outcome": "how it turned out",
    "outcome_day": "the day on which you noted that, where your note of it is not quoted",
    "promise": "what you promised them",
    "promise_day": "the day of that, where your note of it is not quoted",
    "ask": "what you asked them for",
    "ask_day": "the day on which you asked",
    "asked_day": "the day on which you asked for what is not quoted",
    "lead": "where the chain leads that waits for them",
    "looking_for": "what you look for: the nearest goal, else the config",
    "topic": "what you last spoke of, as you noted it",
    "topic_day": "the day of that",
    "birthday": "the day of their birthday, while it is near",
    "wish": "another day of theirs that is near, and which",
    "plan_day": "the day of the next meeting that is planned, at which you see them",
    "call_day": "the day of the next call that is planned, with or without a picture",
    "invited": "thanks for the thought, where they invited you",
}
_PLACE = pattern(r"\{([^{}]*)\}")
_WITH, _WITHOUT = "?", "!"
# The first word of a sentence, where it is one and no address.
_SMALL_WORD = pattern(r"[^\W\d_]+(?=[\s,])")
_SPACES = pattern(" {2,}")
_BRACE = pattern(r"[{}]")
_SENTENCES = pattern(r"(?:(?<=[.!?…])|(?<=[.!?…][\"”“»]))\s+")


def check(text: str, source: str) -> None:
    """Raise UsageMistake, with the line, for a place that there is not, or half of one."""
    for number, line in enumerate(text.split("\n"), 1):
        for place in _PLACE.findall(line):
            if _place(place) not in PLACES:
                near = nearest(_place(place), tuple(PLACES))
                meant = f"Did you mean {{{near}}}?" if near else _there_are()
                raise UsageMistake(
                    f"Line {number} of {source}: there is no place {{{place}}}.", advice=meant
                )
        if _BRACE.search(_PLACE.sub("", line)):
            raise UsageMistake(
                f"Line {number} of {source}: a brace stands alone.", advice=_there_are()
            )


def names(text: str, place: str) -> bool:
    """Whether a template has that place."""
    return any(one.strip() == place for one in _PLACE.findall(text))


def _place(typed: str) -> str:
    """The place that stands in braces, be it said or only asked for."""
    return typed.strip().lstrip(_WITH + _WITHOUT).strip()


def _there_are() -> str:
    return f"Places: {', '.join(PLACES)}."


def filled(text: str, facts: Mapping[str, str]) -> tuple[str, str]:
    """The subject and the body of a checked template: each sentence of which all facts are there.

    Of several subjects the first one that can be filled and is not too long stands, else the last.
    """
    lines = text.replace("\r\n", "\n").strip().split("\n")
    subject = ""
    while lines and lines[0].startswith(SUBJECT):
        said = _line(lines.pop(0).removeprefix(SUBJECT).strip(), facts)
        subject = subject if _is_one(subject) else said or subject
    return subject, "\n".join(_paragraphs(lines, facts))


def _is_one(subject: str) -> bool:
    return bool(subject) and len(subject) <= LONGEST_SUBJECT


def _paragraphs(lines: list[str], facts: Mapping[str, str]) -> Iterator[str]:
    """The lines that are left, and one blank line between paragraphs."""
    told = waits = False
    for line in lines:
        said = _line(line, facts)
        if said:
            if waits and told:
                yield ""
            yield said
            told, waits = True, False
        waits = waits or not line.strip()


def _line(line: str, facts: Mapping[str, str]) -> str:
    """What can be said of a line; what follows a sentence begins with a capital letter.

    The first one does as it is typed: behind "Hallo Ann," German goes on with a small one.
    """
    sentences = (_sentence(one, facts) for one in _SENTENCES.split(line.strip()))
    first, *others = [*filter(None, sentences)] or [""]
    return " ".join([first, *map(_begun, others)])


def _begun(sentence: str) -> str:
    word = _SMALL_WORD.match(sentence)
    return sentence[0].upper() + sentence[1:] if word and word[0].islower() else sentence


def _sentence(sentence: str, facts: Mapping[str, str]) -> str:
    named = [place.strip() for place in _PLACE.findall(sentence)]
    if not all(_stands(place, facts) for place in named):
        return ""
    said = _PLACE.sub(lambda found: facts.get(found[1].strip(), ""), sentence)
    return _SPACES.sub(" ", said).strip()


def _stands(place: str, facts: Mapping[str, str]) -> bool:
    return bool(facts.get(_place(place))) is not place.startswith(_WITHOUT)
