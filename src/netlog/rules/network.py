"""Who led to whom, as a tree: everybody under whom they came through, counted."""

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import timedelta

from netlog.folding import words
from netlog.records.network import Link, Network, Node, ThanksTo, Together
from netlog.records.people import Person

# So near to it was the meeting at which somebody was introduced.
NEAR = timedelta(days=7)


def network(
    links: Sequence[Link],
    thanks: Mapping[int, Sequence[ThanksTo]],
    together: Sequence[Together],
    whom: Person | None = None,
) -> Network:
    """The tree of everybody, or of one person: who led to them, and whom they led to."""
    known = {link.contact.id: link for link in links}
    children: dict[int | None, list[Link]] = defaultdict(list)
    for link in links:
        children[link.via if link.via in known else None].append(link)
    nodes = list(_trees(known, children, thanks))
    if whom is not None:
        together = [pair for pair in together if whom in (pair.one, pair.other)]
        nodes = _with_others(_of(nodes, whom), nodes, together)
    return Network(tuple(nodes), tuple(together))


def _trees(
    known: Mapping[int, Link],
    children: Mapping[int | None, Sequence[Link]],
    thanks: Mapping[int, Sequence[ThanksTo]],
) -> Iterator[Node]:
    """Tree by tree, each from its first; a ring of introductions begins with its lowest id."""
    seen: set[int] = set()
    begins = [*children.get(None, ()), *known.values()]
    for root in begins:
        if root.contact.id in seen:
            continue
        through = _through(root, children, seen)
        ahead = [(root, 0)]
        while ahead:
            link, depth = ahead.pop()
            if link.contact.id in seen:
                continue
            seen.add(link.contact.id)
            yield _node(link, depth, known, children, through, thanks)
            ahead += [(one, depth + 1) for one in reversed(children.get(link.contact.id, ()))]


def _through(
    root: Link, children: Mapping[int | None, Sequence[Link]], told: Container[int]
) -> dict[int, int]:
    """How many came through each of the tree in the end, but for those who were told before."""
    seen: set[int] = set()
    order: list[tuple[int, int | None]] = []
    ahead: list[tuple[Link, int | None]] = [(root, None)]
    while ahead:
        link, parent = ahead.pop()
        if link.contact.id not in seen and link.contact.id not in told:
            seen.add(link.contact.id)
            order.append((link.contact.id, parent))
            ahead += [(one, link.contact.id) for one in children.get(link.contact.id, ())]
    found = dict.fromkeys((id_ for id_, _ in order), 0)
    for id_, parent in reversed(order):
        if parent is not None:
            found[parent] += found[id_] + 1
    return found


def _node(
    link: Link,
    depth: int,
    known: Mapping[int, Link],
    children: Mapping[int | None, Sequence[Link]],
    through: Mapping[int, int],
    thanks: Mapping[int, Sequence[ThanksTo]],
) -> Node:
    led = known.get(link.via) if link.via else None
    via = led.contact if led else None
    for_it = [one for one in thanks.get(via.id, ()) if _is_for(one, link)] if via else []
    return Node(
        contact=link.contact,
        depth=depth,
        via=via,
        came=len(children.get(link.contact.id, ())),
        through=through[link.contact.id],
        thanked=any(one.sent_on for one in for_it) if via else None,
        organization=link.organization,
        known_on=link.known_on,
        last_touch_on=link.last_touch_on,
        meetings=link.meetings,
        circles=link.circles,
        tags=link.tags,
        became=link.became,
        nicknames=link.nicknames,
        owed=next((one.ref for one in for_it if not one.sent_on), None),
    )


def _is_for(one: ThanksTo, led_to: Link) -> bool:
    """Whether thanks are for having led you to somebody.

    They are for the meeting at which you came to know them, for a lead of which they are part, for
    a kindness that names them; or for nothing named, once you knew them.
    """
    if one.concerns is None:
        return (one.sent_on or one.opened_on) >= led_to.known_on
    is_near = one.said is not None or abs(one.opened_on - led_to.known_on) <= NEAR
    named = set(words(led_to.contact.name)) & set(words(one.said or ""))
    is_part = led_to.contact.id in one.concerns and is_near
    return is_part or any(len(word) > 1 for word in named)


def _of(nodes: Sequence[Node], whom: Person) -> list[Node]:
    """The way down to one person, and all below."""
    at = next((at for at, node in enumerate(nodes) if node.contact.id == whom.id), None)
    if at is None:
        return []
    found, depth = [nodes[at]], nodes[at].depth
    for node in reversed(nodes[:at]):
        if node.depth < depth:
            found.insert(0, node)
            depth = node.depth
    for node in nodes[at + 1 :]:
        if node.depth <= nodes[at].depth:
            break
        found.append(node)
    return found


def _with_others(
    found: Sequence[Node], nodes: Sequence[Node], together: Sequence[Together]
) -> list[Node]:
    """With whom else you brought them together, after them, without their own way."""
    there = {node.contact.id for node in found}
    others = {one.id for pair in together for one in (pair.one, pair.other)} - there
    return [*found, *(node._replace(depth=0) for node in nodes if node.contact.id in others)]
