"""The first step of an import: a source read, its people cleaned, nothing judged or written."""

from collections.abc import Callable, Iterator, Sequence

from netlog.actions.importing import sources
from netlog.actions.importing.ground import Contents, Happening, Terms
from netlog.actions.importing.shelf import Shelf
from netlog.actions.importing.sources import Bundle
from netlog.formats import NAMED, is_table
from netlog.formats.circumstances import Circumstances
from netlog.named import NamedTuple
from netlog.records.importing import Arrival, Wishes
from netlog.records.incoming import Declined, IncomingPerson, Noted
from netlog.rules.importing import admission
from netlog.wording import listed

MOST_TOLD = 5
BIRTHDAY = "birthday"  # a field, where it is no day that can be read


class Request(NamedTuple):
    """What was asked for: what to give everybody, the terms, what the readers need to know."""

    wishes: Wishes
    terms: Terms
    circumstances: Circumstances
    region: str | None = None


class Read(NamedTuple):
    """A source as it was read; left has what cannot come in, with its text, notes what to tell."""

    source: Bundle
    contents: Contents
    left: tuple[Declined, ...]
    notes: tuple[str, ...] = ()


def read(source: Bundle, order: Request, tick: Callable[[], None]) -> Read:
    """Everything in the source, people as they may be stored; tick is called for each thing."""
    arrivals: Shelf[Arrival] = Shelf()
    born: list[str] = []
    happenings: list[Happening] = []
    left: list[Declined] = []
    notes: list[str] = []
    for part, one in sources.read(source, order.circumstances):
        tick()
        name = part.name
        if isinstance(one, IncomingPerson):
            taken = admission.person(one, order.terms.today, order.wishes, order.region)
            if isinstance(taken, Declined):
                left.append(_named(taken, name))
            else:
                arrivals.append(taken._replace(is_met=NAMED[part.format].met))
                born += _unread_birthday(taken)
        elif isinstance(one, Declined):
            left.append(_named(one, name))
        elif isinstance(one, Noted):
            notes.append(one.text)
        else:
            happenings.append(one)
    notes += _told_birthdays(born)
    return Read(source, Contents(arrivals, happenings, left), tuple(left), tuple(notes))


def _unread_birthday(arrival: Arrival) -> Iterator[str]:
    for key, value in arrival.fields:
        if key == BIRTHDAY and arrival.contact.birthday is None:
            yield f"{arrival.contact.name} {value}"


def _told_birthdays(said: Sequence[str]) -> Iterator[str]:
    """What of birthdays is no day that can be read, in one sentence."""
    if said:
        more = [f"{len(said) - MOST_TOLD:,} more"] if len(said) > MOST_TOLD else []
        told = listed([*said[:MOST_TOLD], *more])
        yield f"Not read as a birthday, and kept as the field {BIRTHDAY}: {told}."


def _named(left: Declined, name: str) -> Declined:
    """With the file it is in, where there are several."""
    return left._replace(reason=f"{name}: {left.reason}") if name else left


def rejects(read_: Read) -> Iterator[str]:
    """The text of what was rejected, to be mended and read again; of CSV under its header."""
    texts = [one.source for one in read_.left if one.rejected and one.source]
    if texts and is_table(read_.source.format):
        texts = [*sources.header(read_.source), *texts]
    yield from (text if text.endswith("\n") else f"{text}\n" for text in texts)
