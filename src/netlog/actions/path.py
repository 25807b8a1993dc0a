"""A way to a person, an organization or a word: who is sought, and who leads there."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain

from netlog.actions import organizations, seeking, standing, who
from netlog.actions.leads import finding
from netlog.errors import Candidate, Meaning, Meant, NothingMatches, UsageMistake
from netlog.folding import searchable, spellings
from netlog.named import NamedTuple
from netlog.records.path import Acquaintance, Hop, Path, Sought, Tied
from netlog.records.people import Person
from netlog.records.reciprocity import Check
from netlog.records.refs import parse_ref
from netlog.records.search import Term
from netlog.records.standing import NOBODY, Standing
from netlog.rules import path as rules
from netlog.rules import peace, search
from netlog.rules import seeking as seeking_rules
from netlog.store.config import settings
from netlog.store.connect import Book
from netlog.store.reads import chases, leads
from netlog.store.reads import path as reads
from netlog.wording import quoted, typed_anew

# As many names as one statement asks about.
MOST_NAMED = 500


class Aim(NamedTuple):
    """What is sought, in words, everybody who is it, and whether it is a person.

    broke is at whom an open lead there broke already, by id: another way is sought. names are what
    the organizations and leads that are meant are called.
    """

    words: str
    sought: Sequence[Sought]
    is_person: bool = False
    broke: frozenset[int] = frozenset()
    names: Sequence[str] = ()


def aim(connection: Book, typed: str, *, is_company: bool = False) -> Aim:
    """Whom or what was meant: a person, else an organization, else a word on anybody's card.

    An organization that is called just so comes before a word of somebody's name; is_company says
    that one is meant in any case. Raises SeveralMatch when several people answer to it, or
    somebody and an organization are called so, NothingMatches when nobody is it.
    """
    ref = parse_ref(typed)
    letter = ref.letter if ref else ""
    if ref and letter == "l":
        typed = finding.there(connection, ref._replace(step=0)).leads_to
    companies = organizations.find(connection, typed, whole=True)
    if companies and letter == "o":
        typed = companies[0].name
    is_nobody = is_company or letter == "l" or (companies and letter == "o")
    if known := None if is_nobody else _person(connection, typed, companies):
        broke = reads.broke_before(connection, known.contact.id)
        sought = [Sought(known, "is who you look for", 1.0)]
        return Aim(known.contact.name, sought, is_person=True, broke=broke)
    names = _organizations(connection, typed, companies)
    broke = reads.broke_there(connection, names) if names else frozenset()
    sought = _but(broke, reads.there(connection, names)) if names else []
    if not sought:
        match = reads.matching(_terms(typed))
        spoken = reads.speaking_of(connection, match, typed)
        sought = _but(broke, chain(_before(connection, typed), spoken))
    if broke and not sought:
        raise NothingMatches(f"Nobody else leads to {quoted(typed)}.")
    if not sought:
        raise NothingMatches(
            f"Nobody leads to {quoted(typed)}.",
            advice=f"Among favors, plans and leads: netlog search {typed_anew(typed)}",
        )
    return Aim(typed.strip(), sought, broke=broke, names=names)


def _before(connection: Book, typed: str) -> Iterator[Sought]:
    """Who stands before a step of an open lead that is described in such words."""
    wanted = [f" {' '.join(words)}" for words in spellings(typed) if words]
    for lead in leads.open_leads(connection):
        last: Person | None = None
        for step in lead.steps:
            is_meant = any(one in f" {searchable(step.text or '')}" for one in wanted)
            if is_meant and step.contact is None and last:
                why = f"stands before {step.text} on the way to {lead.leads_to}"
                yield Sought(reads.one(connection, last.id), why, 0.8)
            last = last if step.state == "broken" else step.contact or last


def _but(broke: frozenset[int], found: Iterable[Sought]) -> list[Sought]:
    return [one for one in found if one.known.contact.id not in broke]


def _terms(typed: str) -> list[Term]:
    """The words that are sought; raises UsageMistake where there is none."""
    try:
        return list(search.terms(typed))
    except UsageMistake:
        raise UsageMistake("A path to whom?", advice='netlog path "Harbor Trust"') from None


def _person(connection: Book, typed: str, companies: Sequence[Candidate]) -> Acquaintance | None:
    """Who is meant; None for nobody, and where an organization is rather than several people.

    Raises SeveralMatch.
    """
    found = who.find(connection, typed, nearly=False)
    if found.how in ("near", "nobody") or not found.candidates:
        return None
    if not who.is_handle(typed) and (called := _called(connection, typed, companies)):
        if found.how == "words":
            return None
        raise who.several(typed, (*found.candidates, *called))
    if len(found.candidates) == 1:
        return reads.one(connection, found.candidates[0].id)
    if _organizations(connection, typed, companies):
        return None
    raise who.several(typed, found.candidates)


def _called(connection: Book, typed: str, companies: Sequence[Candidate]) -> Sequence[Meant]:
    """The organizations that are called just so, and what says that one of them is meant."""
    wanted = {" ".join(words) for words in spellings(typed)}
    if companies:
        return companies
    same = (name for name in reads.organizations(connection) if searchable(name) in wanted)
    name = next(same, None)
    return (Meaning("--org", f"the organization {name}"),) if name else ()


def _organizations(connection: Book, typed: str, companies: Sequence[Candidate]) -> list[str]:
    """The organizations in whose name the words stand side by side, and those that are meant.

    Of more than can be asked about the ones whose names are nearest to the words.
    """
    wanted = [f" {' '.join(words)} " for words in spellings(typed) if words]
    known = reads.organizations(connection)
    found = [name for name in known if any(one in f" {searchable(name)} " for one in wanted)]
    meant = (organizations.meaning(connection, one.id, known) for one in companies)
    named = dict.fromkeys(chain(*meant, sorted(found, key=len)))
    return list(named)[:MOST_NAMED]


def paths(connection: Book, sought: Aim, today: date, most: int) -> list[Path]:
    """The strongest ways, each through another first person; raises NothingMatches for none."""
    guests = settings().guests

    def ties(ids: Sequence[int], colleagues: bool) -> Iterable[Tied]:
        found = chain(
            reads.ties(connection, ids, guests, colleagues=colleagues),
            rules.together(reads.guests(connection, ids), ids, guests),
        )
        return (one for one in found if one.other.contact.id not in sought.broke)

    left = peace.left(leads.last_no(connection), today) | _silent(connection, sought.names, today)
    found = rules.ways(sought.sought, ties, today, most, left, is_person=sought.is_person)
    if not found:
        raise NothingMatches(f"Nobody leads to {quoted(sought.words)}.")
    ids = list({one.known.contact.id for way in found for one in way.people})
    exchanged = reads.exchanged(connection, ids)
    firsts = list({way.people[0].known.contact.id for way in found})
    looks = {one.contact.id: (one, look) for one, look in standing.looks(connection, firsts, today)}
    after = seeking.looking_for(connection, settings().looking_for)
    return [
        _path(way, sought.words, exchanged, *looks[way.people[0].known.contact.id], after, today)
        for way in found
    ]


def _silent(connection: Book, names: Sequence[str], today: date) -> frozenset[int]:
    """Who gave no answer on the way of an open lead there, after which another way is sought."""
    if not names:
        return frozenset()
    found = chases.chases(connection)
    asked = [id_ for id_, some in found.items() if any(one.leads_to in names for one in some)]
    stands = standing.each(connection, [id_ for id_ in asked if id_ != NOBODY], today)
    return frozenset(
        one.contact.id
        for one in stands
        if any(line.to in names and line.phase == "last" for line in one.open)
    )


def _path(
    way: rules.Trail,
    words: str,
    exchanged: dict[int, tuple[int, int]],
    stands: Standing,
    look: Check,
    after: str | None,
    today: date,
) -> Path:
    """The way as it is shown; stands and look are of its first, after is what you look for."""
    people = way.people
    hops = tuple(
        Hop(
            one.known.contact,
            why,
            one.known.last_touch_on,
            *rules.exchange(exchanged, one.known.contact.id),
        )
        for one, why in zip(people, rules.whys(way, today), strict=True)
    )
    if stands.peace:
        opening = peace.instead(stands.peace, today)
    else:
        opening = _opening(people[0].known.contact, words, len(people) == 1, look, after)
    return Path(hops, people[-1].why, opening)


def _opening(first: Person, words: str, direct: bool, look: Check, after: str | None) -> str:
    """How to begin with somebody: as `check` says, what is owed comes before a question."""
    sought = words
    if direct and words == first.name:
        sought = seeking_rules.named(after) if after else "your work"
    return rules.opening(first.name, sought, direct, look.instead)
