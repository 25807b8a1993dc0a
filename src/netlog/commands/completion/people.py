"""What completion offers from the file: people and tags.

The functions have the parameters that Typer asks of an `autocompletion`. The file is looked at in
passing: a TAB never waits for it, makes it, upgrades it or repairs it.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import islice

from netlog.contexts import contextmanager
from netlog.named import NamedTuple
from netlog.records.matching import Named
from netlog.records.refs import ref
from netlog.store.connect import Book
from netlog.typed import Any

MOST = 200


class Offer(NamedTuple):
    """A word that may stand where the cursor is, and what it stands for."""

    value: str
    about: str = ""


def complete(ctx: Any, args: list[str], incomplete: str) -> list[Offer]:
    """People whose words what was typed begins, by name, with their organization.

    By ref who could not be told apart by name, whose name could not be typed, or when a ref is
    being typed.
    """
    from netlog.records.refs import parse_ref
    from netlog.store.reads import offers as reads

    ref = parse_ref(incomplete)
    with glance(ctx) as connection:
        if ctx.info_name == "unarchive":
            return _archived(connection, incomplete)
        by_name = _by_name(connection, incomplete, _begun(connection, incomplete))
        # A letter alone is the beginning of a name, unless there is none.
        people = []
        if (ref and ref.letter == "c") or (incomplete.lower() == "c" and not by_name):
            people = reads.people_by_ref(connection, incomplete[1:], MOST)
    return [_by_ref(person) for person in people] + by_name


def _archived(connection: Book, typed: str) -> list[Offer]:
    """The archived people meant, by ref: somebody who is not may bear the same name."""
    from netlog.rules import matching
    from netlog.store.reads import offers as reads

    offers = ((_by_ref(person), person) for person in reads.archived(connection))
    return [
        offer
        for offer, person in offers
        if offer.value.startswith(typed.lower()) or matching.begun(typed, [person])
    ][:MOST]


def _begun(connection: Book, typed: str) -> list[Named]:
    """The people meant, in order: of too many the first, and the last.

    With the last one, what all these names begin with is what all that were meant begin with.
    """
    from netlog.rules import matching
    from netlog.store.reads import offers as reads

    def meant(backwards: bool) -> Iterator[Named]:
        word = matching.longest_word(typed)
        people = reads.people(connection, word, backwards=backwards)
        return (person for person in people if matching.begun(typed, [person]))

    found = list(islice(meant(backwards=False), MOST))
    if len(found) == MOST:
        found[-1] = next(meant(backwards=True))
    return found


def _by_name(connection: Book, typed: str, people: list[Named]) -> list[Offer]:
    """Each by name, when that name means nobody else."""
    from netlog.actions.who import find_by_name
    from netlog.rules import matching

    lines = Counter(line for person in people for line in set(_lines(person)))
    offers = []
    for person in people:
        line = _lines(person)[0]
        alone = lines[line] == 1
        if alone and not matching.begun(typed, [person._replace(name_key=line)]):
            # Found by the nickname, so somebody else of that name need not be among these people.
            alone = len(find_by_name(connection, person.name).candidates) == 1
        safe = alone and _can_be_typed(person.name)
        offers.append(Offer(person.name, person.organization or "") if safe else _by_ref(person))
    return offers


def _lines(person: Named) -> list[str]:
    """The folded words of the name, and those of the nickname if there is one."""
    return person.name_key.strip("\n").split("\n")


def _can_be_typed(name: str) -> bool:
    """Whether a name is no option, no ref, and holds nothing that a terminal could obey."""
    from netlog.records.refs import parse_ref
    from netlog.render.clean import clean

    return not (name.startswith("-") or name.isdigit() or parse_ref(name)) and clean(name) == name


def _by_ref(person: Named) -> Offer:
    about = f"{person.name}, {person.organization}" if person.organization else person.name
    return Offer(ref("c", person.id), about)


def complete_tags(ctx: Any, args: list[str], incomplete: str) -> list[Offer]:
    """Tags in use that begin so, with how many people have them; a + before it stays."""
    from netlog.folding import fold
    from netlog.render.clean import clean
    from netlog.store.reads import offers as reads
    from netlog.wording import count

    mark = "+" if incomplete.startswith("+") else ""
    begun = fold(incomplete.removeprefix(mark or "#"))
    with glance(ctx) as connection:
        tags = reads.tags(connection)
    return [
        Offer(mark + tag, count(number, "person", "people"))
        for tag, number in tags
        if fold(tag).startswith(begun) and clean(tag) == tag
    ]


def complete_circles(ctx: Any, args: list[str], incomplete: str) -> list[Offer]:
    """The circles that begin so."""
    from netlog.records.people import CIRCLES

    return [Offer(circle) for circle in CIRCLES if circle.startswith(incomplete.lower())]


@contextmanager
def glance(ctx: Any) -> Iterator[Book]:
    """The file, read-only, if it is there and ready; raises whatever is wrong with it."""
    from netlog.commands.frame.app import of
    from netlog.store import doors

    with doors.glancing(of(ctx).path) as connection:
        yield connection
