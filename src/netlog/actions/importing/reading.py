"""The first step of an import: a source read, its people cleaned, nothing judged or written."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from netlog.actions.importing import sources
from netlog.actions.importing.ground import Contents, Happening, Terms
from netlog.actions.importing.shelf import Shelf
from netlog.actions.importing.sources import Bundle
from netlog.errors import Refused
from netlog.formats import NAMED, is_table
from netlog.formats.circumstances import Circumstances
from netlog.named import NamedTuple
from netlog.records.importing import Arrival, Wishes
from netlog.records.incoming import Declined, IncomingPerson, Noted
from netlog.rules.importing import admission
from netlog.wording import listed

MOST_TOLD = 5
# A name that no large company has as often: each of them is compared with others who have it.
MOST_NAMESAKES = 5_000
MOST_REJECTED = 100_000  # some seconds; whatever has more is not what its name says
BIRTHDAY = "birthday"  # a field, where it is no day that can be read
# Other fields that are a day which cannot be read.
DAYS = frozenset({"met on", "last contact"})

_IN_PARTS = "Look at the file; import what is right in it in parts."


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
    """Everything in the source, people as they may be stored; tick is called for each thing.

    Raises Refused where one name, or what is wrong, comes more often than in any list of people.
    """
    arrivals: Shelf[Arrival] = Shelf()
    told = _Told()
    happenings: list[Happening] = []
    left: list[Declined] = []
    notes: list[str] = []
    namesakes: Counter[int] = Counter()
    rejected = 0
    for part, one in sources.read(source, order.circumstances):
        tick()
        name = part.name
        if isinstance(one, IncomingPerson):
            taken = admission.person(one, order.terms.today, order.wishes, order.region)
            if isinstance(taken, Declined):
                rejected += _bounded(taken, rejected)
                left.append(_named(taken, name))
            else:
                is_met = NAMED[part.format].met
                if not is_met:
                    _count(namesakes, taken.contact.name)
                arrivals.append(taken._replace(is_met=is_met))
                told.of(taken, one)
        elif isinstance(one, Declined):
            rejected += _bounded(one, rejected)
            left.append(_named(one, name))
        elif isinstance(one, Noted):
            notes.append(one.text)
        else:
            happenings.append(one)
    notes += told.sentences()
    return Read(source, Contents(arrivals, happenings, left), tuple(left), tuple(notes))


def _count(namesakes: Counter[int], name: str) -> None:
    """One more of that name, held by its hash: there may be a million names."""
    key = hash(name)
    namesakes[key] += 1
    if namesakes[key] > MOST_NAMESAKES:
        raise Refused(
            f"The file has more than {MOST_NAMESAKES:,} entries called {name}.", advice=_IN_PARTS
        )


def _bounded(one: Declined, before: int) -> bool:
    """Whether it is one more that is rejected."""
    if one.rejected and before >= MOST_REJECTED:
        raise Refused(
            f"More than {MOST_REJECTED:,} entries of the file cannot come in, such as "
            f"row {one.row}: {one.reason}.",
            advice=_IN_PARTS,
        )
    return one.rejected


class _Told:
    """What of days could not be read, or could be read otherwise: a sentence of each kind."""

    def __init__(self) -> None:
        self.born: list[str] = []
        self.unread: list[str] = []
        self.guessed: dict[bool, list[str]] = {False: [], True: []}

    def of(self, arrival: Arrival, one: IncomingPerson) -> None:
        """Note those of somebody."""
        name = arrival.contact.name
        fields = [(key, value) for key, value in arrival.fields if not arrival.exact]
        if arrival.contact.birthday is None:
            self.born += [f"{name} {value}" for key, value in fields if key == BIRTHDAY]
        asked = DAYS | {guess.what.casefold() for guess in one.guessed if guess.read is None}
        # The second of one name has a number behind it.
        called = ((key, key.casefold().rstrip(" 0123456789"), value) for key, value in fields)
        self.unread += [
            f"{name} {key} {value}"
            for key, word, value in called
            if not {key.casefold(), word}.isdisjoint(asked - {BIRTHDAY})
        ]
        for what, typed, read_ in one.guessed:
            if read_ is not None:
                first = typed.strip().lstrip("0")[:2].rstrip("/-")
                day_first = read_.endswith(f"-{first.zfill(2)}")
                of = name if what == BIRTHDAY else f"{name}, {what}"
                self.guessed[day_first].append(f"{typed} ({of}) as {read_}")

    def sentences(self) -> Iterator[str]:
        """What there is to say, at most one sentence of each kind."""
        if self.born:
            told = _some(self.born)
            yield f"Not read as a birthday, and kept as the field {BIRTHDAY}: {told}."
        if self.unread:
            yield f"Not read as a day, and kept as a field: {_some(self.unread)}."
        for day_first, said in self.guessed.items():
            which = "day" if day_first else "month"
            why = "as the rest of the file suggests" if day_first else "as the file does not tell"
            if said:
                yield f"Read {which} first, {why}: {_some(said)}."


def _some(said: Sequence[str]) -> str:
    more = [f"{len(said) - MOST_TOLD:,} more"] if len(said) > MOST_TOLD else []
    return listed([*said[:MOST_TOLD], *more])


def _named(left: Declined, name: str) -> Declined:
    """With the file it is in, where there are several."""
    return left._replace(reason=f"{name}: {left.reason}") if name else left


def rejects(read_: Read) -> Iterator[str]:
    """The text of what was rejected, to be mended and read again; of CSV under its header."""
    texts = [one.source for one in read_.left if one.rejected and one.source]
    if texts and is_table(read_.source.format):
        texts = [*sources.header(read_.source), *texts]
    yield from (text if text.endswith("\n") else f"{text}\n" for text in texts)
