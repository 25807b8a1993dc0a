"""What is offered for a day to come: the plan that keeps what was said, and what it cannot keep."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager

from netlog.actions.capture import Instead
from netlog.commands.frame.app import App
from netlog.errors import StillToCome
from netlog.records.refs import parse_ref
from netlog.store.connect import Book
from netlog.typed import Any
from netlog.wording import listed, typed_command

# What a plan and what happened both keep, by the name of its parameter.
ON_BOTH = {"place": "--place", "invited": "--invited", "goal": "--goal", "uid": "--id"}
_NOT_TOLD = ("typed", "message", "on", "kind", "at", "create", *ON_BOTH)
_NAMED = {"remind": "--next"}


def to_plan(
    app: App,
    typed: Sequence[str],
    about: str | None = None,
    *,
    kind: str | None = None,
    goal: str | None = None,
    several: bool = False,
) -> Callable[[str], str] | None:
    """The command for seeing these people, or those of these records, on a day to come.

    It keeps what was typed: about, the kind, and the goal that it serves. None where nobody was
    named; who is meant is settled first, as it is of any other day: each is one person, or with
    several a family as well.
    """

    def command(day: str) -> str:
        from netlog.commands.frame import who  # which asks of the book

        with app.reading() as connection:
            words = who.apart(app, connection, typed) if several else typed
            named = [name for one in words for name in _named(app, connection, one, several)]
        words = [*(dict.fromkeys(named) or ["WHO"]), *filter(None, [kind]), day]
        return typed_command("netlog plan", words, about, [("--goal", goal)])

    return command if typed else None


def _named(app: App, connection: Book, word: str, several: bool) -> list[str]:
    """Whom a record is of, by ref; whoever else is meant as typed, or by ref where that was asked.

    Raises NothingMatches and SeveralMatch as the command does of any other day.
    """
    from netlog.commands.frame import attending, who  # which ask of the book

    ref = parse_ref(word)
    if attending.is_new(word):
        return [word]
    if ref is None or ref.letter not in "fmt":
        people = who.some(app, connection, word) if several else [who.one(app, connection, word)]
        return [word] if len(people) > 1 else [who.typed_again(connection, word, *people)]
    from netlog.actions.settle import there

    found = there(connection, ref)
    of_it = getattr(found, "contacts", None) or filter(None, [getattr(found, "contact", None)])
    return [person.ref for person in of_it]


def option(name: str) -> str:
    """The option that a parameter is typed by."""
    return ON_BOTH.get(name) or _NAMED.get(name) or f"--{name.strip('_').replace('_', '-')}"


def meant(
    app: App,
    connection: Book,
    typed: Sequence[str],
    *,
    create: bool | None = None,
    said: Collection[str] = (),
) -> list[str]:
    """Those people as they are typed in another command: by ref where it was asked who is meant.

    Raises NothingMatches and SeveralMatch as a log of any other day does.
    """
    from netlog.commands.frame import attending, who  # which ask of the book

    there = attending.find(app, connection, list(typed), create=create, said=said)
    known = {one.called: one.known for one in there if one.known}
    return [
        who.typed_again(connection, word, known[word]) if word in known else word for word in typed
    ]


def with_new(
    app: App, typed: Sequence[str], *, create: bool, said: Collection[str] = ()
) -> Instead:
    """Those people as a plan names them; create says that whoever is nobody is new."""
    from netlog.commands.frame import attending  # which asks of the book

    with app.reading() as connection:
        words = meant(app, connection, typed, create=create, said=said)
        whom = [attending.anew(connection, word, create=create) for word in words]
    return Instead([word for word, _ in whom], ", then ".join(add for _, add in whom if add))


def typed_again(command: str, words: Sequence[str], params: Mapping[str, Any]) -> str:
    """The command with these words, and with what was said by its options."""
    said = [
        (option(name), value)
        for name, values in params.items()
        for value in (values if isinstance(values, (list, tuple)) else [values])
    ]
    flags = [name for name, value in said if value is True]
    valued = [(name, value) for name, value in said if value is not True]
    return typed_command(command, [*words, *flags], None, valued)


def on_both(params: Mapping[str, Any]) -> list[tuple[str, str | None]]:
    """What was said that a plan and a log both take, by its option."""
    return [(option, params.get(name)) for name, option in ON_BOTH.items()]


@contextmanager
def once_it_was(params: Mapping[str, Any]) -> Iterator[None]:
    """What is refused within as still to come names what a plan of it does not keep."""
    try:
        yield
    except StillToCome as error:
        left = sorted(
            option(name) for name, value in params.items() if value and name not in _NOT_TOLD
        )
        if not left:
            raise
        raise StillToCome(f"Say {listed(left)} once it was. {error.message}") from None
