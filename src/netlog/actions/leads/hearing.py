"""Who hears of a lead: who is upstream, who has not heard yet, and where each stands on the way."""

from collections.abc import Iterable, Iterator, Sequence

from netlog.records.favors import Favor
from netlog.records.leads import Landed, Lead, OwedNews, Role, Upstream
from netlog.rules import chains, peace
from netlog.store.connect import Book
from netlog.store.reads import contacts, favors
from netlog.store.reads import leads as reads


def upstream(connection: Book, one: Lead) -> list[Upstream]:
    """Everybody through whom it came, the nearest to it first, the archived among them."""
    steps = [
        Upstream(step.contact, chains.part_of(step))
        for step in chains.upstream(one.steps)
        if step.contact
    ]
    tied = [*_tied(connection, one)]
    broken = {step.contact.id for step in one.steps if step.contact and step.state == "broken"}
    introducers = _introducers(connection, [*steps, *tied])
    led = [whom for whom in introducers if whom.contact.id not in broken]
    return chains.once([*steps, *led, *tied])


def _introducers(connection: Book, led: Sequence[Upstream]) -> Iterator[Upstream]:
    """Whoever led to those, and to whom."""
    for whom in led:
        to = whom.contact
        for via in reads.introducers(connection, to):
            yield Upstream(via, "introduced", to)
            to = via


def _tied(connection: Book, one: Lead) -> Iterator[Upstream]:
    """Who did something for it or for its goal, or was asked to."""
    of_goal = reads.favors_of_goal(connection, one.goal.id) if one.goal else []
    for favor_id, whose in reads.favors(connection, one.id):
        favor = favors.favor(connection, favor_id)
        if favor_id in of_goal:
            continue
        if favor and peace.is_why(favor.text):
            # That it was a no once is no help on the way.
            yield Upstream(whose, "named")
        elif favor and favor.text != chains.led_to(one.leads_to):
            did = None if chains.is_help(favor.text) else favor.text
            yield Upstream(whose, _part_by(favor), did=did)
    for favor_id in of_goal:
        if favor := favors.favor(connection, favor_id):
            yield Upstream(favor.contact, _part_by(favor), for_goal=True, did=favor.text)


def _part_by(favor: Favor) -> Role:
    """What a favor says of their part; an ask that was never answered is no help."""
    return "helped" if favor.done_on else "asked"


def landed(connection: Book, one: Lead) -> Landed:
    """The lead, and everybody upstream who has not heard yet, the nearest first."""
    return Landed(
        one,
        tuple(
            _owed(connection, whom, one, favor.outcome or "", favor.ref)
            for whom, favor in _untold(connection, one)
        ),
    )


def _owed(connection: Book, whom: Upstream, one: Lead, outcome: str, favor: str | None) -> OwedNews:
    known = contacts.contact(connection, whom.contact.id)
    nickname, archived = (known.nickname, known.archived) if known else (None, True)
    return OwedNews(
        whom.contact,
        favor,
        ("netlog", "done", favor) if favor else (),
        chains.draft(whom, nickname, one.leads_to, outcome),
        archived,
    )


def _untold(connection: Book, one: Lead) -> list[tuple[Upstream, Favor]]:
    """Who has not heard of it yet, the nearest first, and the favor that says so."""
    waiting: dict[int, Favor] = {}
    for favor_id, _ in reads.favors(connection, one.id):
        favor = favors.favor(connection, favor_id)
        if favor and favor.is_untold and favor.outcome:
            waiting.setdefault(favor.contact.id, favor)
    known = {whom.contact.id: whom for whom in upstream(connection, one)}
    known |= {
        id_: Upstream(favor.contact, _part_by(favor))
        for id_, favor in waiting.items()
        if id_ not in known
    }
    return [(whom, waiting[id_]) for id_, whom in known.items() if id_ in waiting]


def untold(connection: Book, one: Lead) -> list[Favor]:
    """The favors by which those who have not heard of it yet are owed the news, the nearest first.

    None of a lead that did not land.
    """
    return [favor for _, favor in _untold(connection, one)] if one.state == "landed" else []


def places(connection: Book, lead_ids: Iterable[int]) -> dict[int, tuple[int, int, int]]:
    """Where the news of those leads stand, by the id of the favor: together, the nearest first.

    That is by whoever comes first of those who are to hear by id, by the lead, then by the way.
    """
    found: dict[int, tuple[int, int, int]] = {}
    for one in filter(None, (reads.lead(connection, id_) for id_ in lead_ids)):
        waiting = untold(connection, one)
        first = min((favor.contact.id for favor in waiting), default=0)
        found |= {favor.id: (first, one.id, at) for at, favor in enumerate(waiting)}
    return found


def would_land(connection: Book, one: Lead, outcome: str) -> Landed:
    """The lead, and whom landing it would owe the news; nothing is written."""
    people = upstream(connection, one)
    return Landed(one, tuple(_owed(connection, whom, one, outcome, None) for whom in people))
