"""Who was there, or is to be: people of the book, and whoever is new."""

from collections.abc import Collection, Iterable, Sequence

from netlog import clock
from netlog.actions import who as who_actions
from netlog.commands.frame import bare, who
from netlog.commands.frame.app import App
from netlog.errors import Candidate, Meaning, NothingMatches, UsageMistake, WouldConflict
from netlog.folding import words
from netlog.named import NamedTuple
from netlog.records.contacts import NewContact
from netlog.records.people import Person
from netlog.rules import dates
from netlog.store.config import settings
from netlog.store.connect import Book
from netlog.typed import TYPE_CHECKING
from netlog.wording import typed_anew, typed_command

if TYPE_CHECKING:
    from netlog.store.writes.recording import Recording

NEW = "+"


class Attending(NamedTuple):
    """Somebody: a person of the book, or one to add, and what they were called.

    is_said says that the name was typed as a new one, so that it must be nobody's.
    """

    known: Person | None
    called: str
    new: NewContact | None = None
    is_said: bool = False


def find(
    app: App,
    connection: Book,
    typed: list[str],
    *,
    create: bool | None,
    said: Collection[str] = (),
) -> list[Attending]:
    """Everybody who is meant; with create, whom nobody answers to is new.

    None for create where that cannot be said. said is what else was, so that no word is a mistyped
    kind or day where there is one.
    Raises NothingMatches, SeveralMatch, and WouldConflict for a +NAME that is there already.
    """

    def each() -> list[Attending]:
        words_ = who.apart(app, connection, _each_once(typed))
        found = (_some(app, connection, name, create, said) for name in words_)
        return list(dict.fromkeys(one for several in found for one in several))

    return app.meaning(each)


def _some(
    app: App,
    connection: Book,
    typed: str,
    create: bool | None,
    said: Collection[str],
) -> Iterable[Attending]:
    family = None if is_new(typed) else who.family(app, connection, typed)
    if family is None:
        return [_one(app, connection, typed, create, said)]
    return [Attending(one, one.name) for one in family]


def _one(
    app: App,
    connection: Book,
    typed: str,
    create: bool | None,
    said: Collection[str],
) -> Attending:
    if is_new(typed):
        new = _said_new(connection, typed)
        _refuse_double(connection, new)
        return Attending(None, new.name, new, is_said=True)
    if create is not None and _is_nobodys(connection, typed):
        _refuse_day(typed)
    if create and _is_nobodys(connection, typed) and not _describes(typed):
        if app.reads_stdin:
            _refuse_sentence(typed)
        new = _newcomer(typed)
        return Attending(None, new.name, new)
    otherwise = bare.meant_as(settings().kinds, said=said)
    try:
        return Attending(who.one(app, connection, typed, otherwise), typed)
    except NothingMatches as error:
        from netlog.actions import organizations

        if companies := organizations.find(connection, typed):
            log = f"netlog org log {companies[0].ref}"
            raise error.also(f"A company has a log of its own: {log}") from None
        if create or who_actions.is_handle(typed):
            raise
        if app.reads_stdin:
            _refuse_sentence(typed)
        if typed.startswith(NEW):
            raise error.also(f"To add them: netlog add NAME --phone {typed_anew(typed)}.") from None
        instead = _or_kind(otherwise(typed))
        or_so = "." if create is None else ", or --create."
        if address := _unnamed(typed):
            raise error.also(f'{instead}To add them: +"NAME <{address}>".') from None
        raise error.also(f'{instead}To add them: +"{typed}"{or_so}') from None


def _refuse_day(word: str) -> None:
    """Raise UsageMistake for what is written as a day, can be none, and is nobody's name."""
    from netlog.rules.figures import is_of_two

    if is_of_two(word):
        dates.parse_date(word, clock.today(), "past")


def _describes(typed: str) -> bool:
    """Whether that is nobody's name, as "a professor" is not."""
    from netlog.rules.names import describes

    return describes(typed)


def _refuse_sentence(line: str) -> None:
    """Raise NothingMatches where a line of standard input is none that names somebody."""
    from netlog.commands.frame import printed

    if printed.is_sentence(line):
        raise NothingMatches(
            f'"{who_actions.shortened(line)}" names nobody.',
            advice="Give it names or refs, one a line.",
        )


def _or_kind(meaning: Meaning | None) -> str:
    """What was meant where a word is nearly a kind of meeting, or a day."""
    if meaning is None:
        return ""
    option, _, word = meaning.ref.partition(" ")
    return f"Did you mean the kind {word}? " if option == "--kind" else f"Did you mean {word}? "


def is_new(typed: str) -> bool:
    """Whether that names somebody to add: a + before a digit begins a phone number."""
    return typed.startswith(NEW) and not typed[1:].lstrip(" (")[:1].isdigit()


def anew(connection: Book, typed: str, *, create: bool) -> tuple[str, str | None]:
    """Somebody as a plan names them, and the command that adds them where no + can.

    With create whoever is nobody is new. Raises WouldConflict for a +NAME that is there already.
    """
    if is_new(typed):
        _refuse_double(connection, _said_new(connection, typed))
        return typed, None
    if not create or not _is_nobodys(connection, typed) or _describes(typed):
        return typed, None
    new, force = _newcomer(typed), []
    try:
        _refuse_double(connection, new)
    except WouldConflict:
        force = ["--force"]
    if not force and is_new(f"{NEW}{typed}"):
        return f"{NEW}{typed}", None
    return new.name, typed_command("netlog add", [typed, *force])


def _said_new(connection: Book, typed: str) -> NewContact:
    name = typed[1:].strip()
    if not name:
        raise UsageMistake('A + stands before a name: +"Maria Lopez".')
    if address := _unnamed(name):
        called = who_actions.find(connection, name, nearly=False).candidates
        if called:
            raise WouldConflict(
                f"{who_actions.listed(called, 'and')} may be the same person.",
                advice=f"{_already(f'NAME <{address}>', called)}.",
                candidates=called,
            )
    return _newcomer(name)


def _already(name: str, called: Sequence[Candidate]) -> str:
    another = f'netlog add "{name}" --force adds another'
    if len(called) > 1:
        return f"Say which by ref, or {another}"
    return f"Without the + they are meant, and {another}"


def stored(book: "Recording", there: list[Attending]) -> list[int]:
    """The ids of these people, whoever is new being added. Raises WouldConflict as `find` does."""
    for one in there:
        if one.is_said and one.new:  # somebody may have been quicker
            _refuse_double(book.connection, one.new)
    return [_id(book, one) for one in there]


def _id(book: "Recording", one: Attending) -> int:
    from netlog.store.writes import contacts as writes

    return one.known.id if one.known else writes.add(book, one.new or NewContact(one.called))


def _unnamed(typed: str) -> str | None:
    from netlog.rules.newcomers import unnamed

    return unnamed(typed)


def _newcomer(typed: str) -> NewContact:
    from netlog.rules.newcomers import newcomer

    name, methods = newcomer(typed, settings().region)
    return NewContact(name, methods=methods)


def _refuse_double(connection: Book, new: NewContact) -> None:
    """Raise WouldConflict where somebody who is there may be meant by the new name."""
    from netlog.actions import adding

    # Whoever is meant without the + may be several, of whom one alone is nearly called so.
    called = who_actions.find_by_name(connection, new.name).candidates
    also = [one.id for one in called]
    adding.refuse_double(connection, new, _already(new.name, called), also)


def _each_once(typed: list[str]) -> list[str]:
    """The names without those that differ in case or accents alone."""
    first: dict[tuple[bool, str], str] = {}
    for name in typed:
        first.setdefault((is_new(name), " ".join(words(name))), name)
    return list(first.values())


def _is_nobodys(connection: Book, typed: str) -> bool:
    """Whether nobody answers to it, nor to the name alone of "Bob <bob@x.org>"."""
    if who_actions.is_handle(typed) or _answered_to(connection, typed):
        return False
    return bool(_unnamed(typed)) or not _answered_to(connection, _newcomer(typed).name)


def _answered_to(connection: Book, name: str) -> bool:
    return who_actions.find(connection, name).how not in ("near", "nobody")
