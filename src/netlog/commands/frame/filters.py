"""The options that choose people, for every command that lists them."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import wraps

from netlog.commands.frame import options
from netlog.commands.frame.app import App
from netlog.commands.frame.declared import Option, defaults_of
from netlog.errors import NothingMatches, UsageMistake
from netlog.named import NamedTuple
from netlog.records.people import PeopleFilter
from netlog.rules import dates, fields, text
from netlog.store.connect import Book
from netlog.store.reads import labels
from netlog.typed import Annotated, Any

Org = Annotated[
    str | None,
    Option("--org", metavar="TEXT", help="With these words in the organization, or a company: o4."),
]
City = Annotated[str | None, Option("--city", metavar="TEXT", help="With these words in the city.")]
Met = Annotated[
    str | None, Option("--met", metavar="TEXT", help="With these words in how you met.")
]
Via = Annotated[str | None, Option("--via", metavar="WHO", help="Whom this person introduced.")]
Unintroduced = Annotated[
    bool,
    Option("--introduced-by-me", help="Whom nobody introduced: you met them yourself."),
]
AddedSince = Annotated[
    str | None, Option("--added-since", metavar="DATE", help="Added on that day or later.")
]
TouchedSince = Annotated[
    str | None,
    Option("--touched-since", metavar="DATE", help="In touch on that day or later."),
]
SilentFor = Annotated[
    str | None,
    Option("--silent-for", metavar="DURATION", help="Not in touch for so long: 6m, 1y."),
]
NoCadence = Annotated[bool, Option("--no-cadence", help="Of whom you are never to be reminded.")]
Archived = Annotated[bool, Option("--archived", help="The archived ones as well.")]
Where = Annotated[
    list[str] | None,
    Option(metavar="KEY=VALUE", help="With this in a field of yours; repeat for all."),
]


class TypedFilters(NamedTuple):
    """What was typed for these options, in the order in which help shows them."""

    circle: options.OnCircle = None
    tag: options.OnTags = None
    org: Org = None
    city: City = None
    met: Met = None
    via: Via = None
    introduced_by_me: Unintroduced = False
    added_since: AddedSince = None
    touched_since: TouchedSince = None
    silent_for: SilentFor = None
    no_cadence: NoCadence = False
    where: Where = None
    archived: Archived = False


def accepted(run: Callable[..., None]) -> Callable[..., None]:
    """The command with these options in the place of its parameter `typed`, which gets them."""

    def command(*context: Any, **said: Any) -> None:
        typed = TypedFilters(**{name: said.pop(name) for name in TypedFilters._fields})
        run(*context, **said, typed=typed)

    annotations: dict[str, Any] = {}
    for name, annotation in run.__annotations__.items():
        annotations |= TypedFilters.__annotations__ if name == "typed" else {name: annotation}
    accepting: Any = wraps(run)(command)
    accepting.__annotations__ = annotations
    accepting.__kwdefaults__ = {**TypedFilters._field_defaults, **defaults_of(run)}
    told: Callable[..., None] = accepting
    return told


def chooses(people: PeopleFilter) -> bool:
    """Whether they leave anybody out but the archived."""
    return people._replace(archived=False) != PeopleFilter()


def nobody(connection: Book, people: PeopleFilter) -> NothingMatches:
    """The error for filters that leave nobody; a tag that nobody has is named."""
    known = [tag.tag for tag in labels.counted(connection)]
    unknown = [tag for tag in people.tags if tag not in known]
    if unknown:
        return no_tag(unknown[0], known)
    if not chooses(people):
        return NothingMatches("Nobody is here yet.")
    return NothingMatches("Nobody matches.")


def no_tag(tag: str, known: Sequence[str]) -> NothingMatches:
    """The error for a tag that nobody has, with the nearest ones that somebody has."""
    from difflib import get_close_matches

    near = get_close_matches(tag, known)
    meant = f"Did you mean {' or '.join(f'#{one}' for one in near)}?" if near else None
    return NothingMatches(f"Nobody has #{tag}.", advice=meant)


def read(app: App, connection: Book, typed: TypedFilters, today: date) -> PeopleFilter:
    """The people who are meant; raises UsageMistake for what cannot be read."""
    if typed.via is not None and typed.introduced_by_me:
        raise UsageMistake("--via and --introduced-by-me exclude each other.")

    def day(written: str | None) -> date | None:
        return None if written is None else dates.parse_date(written, today, "behind")

    org, spelled = _company(connection, typed.org)
    return options.people_filter(typed.circle, typed.tag)._replace(
        archived=typed.archived,
        organization=org or text.optional_line(typed.org, "text of --org"),
        spelled=spelled,
        city=text.optional_line(typed.city, "text of --city"),
        how_met=text.optional_line(typed.met, "text of --met"),
        introduced_by=_introducer(app, connection, typed.via),
        unintroduced=typed.introduced_by_me,
        added_since=day(typed.added_since),
        touched_since=day(typed.touched_since),
        silent_since=day(typed.silent_for),
        without_cadence=typed.no_cadence,
        fields=tuple(fields.assignment(one) for one in typed.where or ()),
    )


def _company(connection: Book, typed: str | None) -> tuple[str | None, tuple[str, ...]]:
    """The company that is meant by that, by its name and its other spellings, if it is one."""
    if not typed:
        return None, ()
    from netlog.actions import organizations

    found = organizations.find(connection, typed, whole=True)
    if len(found) != 1:
        return None, ()
    return found[0].name, organizations.spelled(connection, found[0].id)


def _introducer(app: App, connection: Book, typed: str | None) -> int | None:
    if typed is None:
        return None
    from netlog.commands.frame import who

    return who.one(app, connection, typed).id
