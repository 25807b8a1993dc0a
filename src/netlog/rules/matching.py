"""Who is meant: exact names, then prefixes of words, then typing mistakes; never a silent guess."""

from collections.abc import Iterable, Sequence

from netlog.errors import Candidate
from netlog.folding import words
from netlog.records.matching import Match, Named
from netlog.records.refs import ref

# One letter off in a longer name is taken and said aloud; anything looser is only offered.
TAKE = 88
OFFER = 70
MOST_OFFERED = 8


def longest_word(typed: str) -> str:
    """The folded word that narrows a search most; empty when nothing was typed."""
    return max(words(typed), key=len)


def by_name(typed: str, people: Iterable[Named]) -> Match:
    """People whose whole name or nickname is what was typed, else those whose words it begins."""
    whole = "\n" + "".join(f" {word}" for word in words(typed)) + "\n"
    found = active_first(begun(typed, people))
    exact = [person for person in found if whole in person.name_key]
    if exact:
        return Match("exact", candidates(exact))
    return Match("words" if found else "nobody", candidates(found))


def active_first(people: Sequence[Named]) -> list[Named]:
    """Those who are not archived; the archived only when nobody else is left."""
    return [person for person in people if not person.archived] or list(people)


def begun(typed: str, people: Iterable[Named]) -> list[Named]:
    """People whose words what was typed begins, in any order."""
    wanted = words(typed)
    return [person for person in people if _begins(wanted, person.name_key)]


def _begins(wanted: Sequence[str], name_key: str) -> bool:
    """Whether each wanted word begins a word of the name, no word of it used twice."""
    left = name_key.split()
    for word in sorted(wanted, key=len, reverse=True):
        found = next((i for i, have in enumerate(left) if have.startswith(word)), None)
        if found is None:
            return False
        del left[found]
    return True


def nearest(typed: str, people: Sequence[Named]) -> Match:
    """People whose names are near what was typed.

    "near" with one candidate is close enough to take (and to say so); with several it is for the
    user to choose; "nobody" holds the nearest names, to show what there is.
    """
    scored = sorted(_scores(typed, people), key=lambda pair: (-pair[0], pair[1].name))
    offered = [person for _, person in scored[:MOST_OFFERED]]
    certain = len(scored) == 1 and scored[0][0] >= TAKE
    return Match("near" if certain or len(scored) > 1 else "nobody", candidates(offered))


def _scores(typed: str, people: Sequence[Named]) -> list[tuple[float, Named]]:
    """Each person in whom every typed word has a similar word, with the mean similarity (0-100)."""
    # Imported here: only a name that nobody answers to needs it.
    from rapidfuzz import fuzz, process

    wanted = words(typed)
    vocabulary = list({word for person in people for word in person.name_key.split()})
    similar: list[dict[str, float]] = [
        {
            found: score
            for found, score, _ in process.extract(
                word, vocabulary, scorer=fuzz.ratio, score_cutoff=OFFER, limit=None
            )
        }
        for word in wanted
    ]
    scored = []
    for person in people:
        have = person.name_key.split()
        best = [max((near.get(word, 0.0) for word in have), default=0.0) for near in similar]
        if all(best):
            scored.append((sum(best) / len(best), person))
    return scored


def candidates(people: Iterable[Named]) -> tuple[Candidate, ...]:
    """The people as they are offered."""
    return tuple(Candidate(p.id, ref("c", p.id), p.name, p.organization) for p in people)
