"""What tag, untag and circle share: people and labels told apart, and who got what, in words."""

from collections.abc import Callable, Collection, Sequence

from netlog import render
from netlog.actions import labels
from netlog.commands.frame import options, piping, who
from netlog.commands.frame.app import App, of
from netlog.errors import NothingMatches, UsageMistake
from netlog.named import NamedTuple
from netlog.records.people import Person
from netlog.store.reads import contacts as reads
from netlog.typed import Any, Literal
from netlog.wording import listed, typed_anew

NAMED = 5
MARKS = ("#", "+")


class WhoAndLabels(NamedTuple):
    """What was typed: words that name people, and labels."""

    people: list[str]
    labels: list[str]


class Outcome(NamedTuple):
    """One label, whom it changed, and how that and its absence are said."""

    changed: Collection[int]
    done: Callable[[str, bool], str]
    already: Callable[[str, bool], str]


def relabel(
    context: Any,
    command: Literal["tag", "untag"],
    typed: Sequence[str],
    outcome: Callable[[str, set[int]], Outcome],
) -> None:
    """Give people tags or take them away, in one transaction, and say who has them now."""
    app = of(context)
    words = tell_apart(typed, command)
    tags = options.tags(words.labels)
    meant = people(app, context, words.people)
    changed = labels.relabel(app, command, [person.id for person in meant], tags)
    confirm(app, meant, [outcome(*pair) for pair in zip(tags, changed, strict=True)])


def tell_apart(words: Sequence[str], command: Literal["tag", "untag"]) -> WhoAndLabels:
    """People and tags: #tag and +tag are tags, after a `-` everything is, else the last word is.

    Raises UsageMistake when no person or no tag is left.
    """
    if piping.PIPED in words:
        at = words.index(piping.PIPED) + 1
        told = WhoAndLabels(list(words[:at]), [_bare(word) for word in words[at:]])
        return _checked(told, command)
    marked = [word for word in words if _is_marked(word)]
    if marked:
        people = [word for word in words if not _is_marked(word)]
        return _checked(WhoAndLabels(people, [_bare(word) for word in marked]), command)
    if len(words) == 1:
        return _checked(WhoAndLabels(list(words), []), command)
    return _checked(WhoAndLabels(list(words[:-1]), list(words[-1:])), command)


def _is_marked(word: str) -> bool:
    """A + before a digit begins a phone number."""
    after = word[1:].lstrip(" (")
    return word.startswith("#") or (word.startswith("+") and not after[:1].isdigit())


def _bare(word: str) -> str:
    return word[1:] if word.startswith(MARKS) else word


def _checked(words: WhoAndLabels, command: str) -> WhoAndLabels:
    """The words; a question, and what answers it, where people or labels are missing."""
    if piping.PIPED in words.labels:
        raise UsageMistake("Tags follow the -:", advice=f"netlog {command} - hiring golang")
    if not words.people:
        several = len(words.labels) > 1
        tags = " ".join(f"+{one}" if several else one for one in words.labels)
        raise UsageMistake("Whom?", advice=f"netlog {command} grace {tags}")
    if not words.labels:
        said = " ".join(map(typed_anew, words.people))
        raise UsageMistake(
            "Which tag?",
            advice=f"netlog {command} {said} hiring (the shell takes #hiring for a comment)",
        )
    return words


def people(app: App, context: Any, typed: list[str]) -> list[Person]:
    """Everybody who is meant, those on standard input among them."""
    named = piping.piped(context, typed)
    try:
        with app.reading() as connection:
            return who.several(app, connection, named)
    except NothingMatches as error:
        if len(typed) > 1 and piping.PIPED not in typed:
            raise error.also("Several tags are marked, such as +hiring +golang.") from None
        raise


def confirm(app: App, meant: list[Person], outcomes: Sequence[Outcome]) -> None:
    """Say whom each label changed and whom it found so; as JSON, these people as they now stand."""
    sentences = []
    for changed, done, already in outcomes:
        for sentence, group in (
            (done, [person for person in meant if person.id in changed]),
            (already, [person for person in meant if person.id not in changed]),
        ):
            if group:
                sentences.append(sentence(named(group), len(group) == 1))
    show(app, "\n".join(sentences), meant)


def named(group: Sequence[Person]) -> str:
    """'Grace Hopper, Ada Lovelace and Carol Danvers'; too many are counted."""
    if len(group) > NAMED:
        return f"{len(group):,} people"
    return listed([person.name for person in group])


def show(app: App, sentences: str, meant: Sequence[Person]) -> None:
    """Confirm a change to these people; as JSON, an array of them as they now stand."""
    if not app.json:
        render.said(app.out, sentences, None)
        return
    with app.reading() as connection:
        found = reads.contacts_by_id(connection, [person.id for person in meant])
    render.said(app.out, sentences, found)
