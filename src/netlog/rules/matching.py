"""Who is meant: exact names, then prefixes of words, then typing mistakes; never a silent guess."""

from collections.abc import Callable, Iterable, Sequence

from netlog.errors import Candidate
from netlog.folding import sought_ways, spellings, words
from netlog.records.matching import Match, Named
from netlog.records.refs import ref
from netlog.rules.names import Words, are_two, bare, describes, undetermined
from netlog.typed import Literal

# One letter off in a longer name is taken and said aloud; anything looser is only offered.
TAKE = 88
OFFER = 70
MOST_OFFERED = 8
# A word of so many letters more is another one, however many it shares: Strange and Tran.
MOST_LETTERS_MORE = 2


def longest_word(typed: str) -> str:
    """The folded word that narrows a search most; empty when nothing was typed."""
    return max(words(typed), key=len)


def sought_words(typed: str) -> list[str]:
    """The word that narrows a search most, in each spelling of it; titles narrow nothing."""
    return sorted({max(bare(way), key=len) for way in _spelled(typed)})


def _spelled(typed: str) -> set[Words]:
    """The words in each way in which they may be kept."""
    return set(map(tuple, sought_ways(typed)))


def by_name(typed: str, people: Iterable[Named], *, archived: bool = False) -> Match:
    """People who are called what was typed, else those whose words it begins.

    A whole name is meant before a longer one, though who bears it is archived. Between a nickname
    or a former name and a word of somebody's name nobody is guessed. archived: the archived are
    meant before all others.
    """
    found = begun(typed, people)
    if archived:
        found = preferred(found, archived=True)
    if exact := _called_so(typed, found, archived=archived):
        return Match("exact", candidates(exact))
    return Match("words" if found else "nobody", candidates(preferred(found, archived=archived)))


def _called_so(typed: str, found: Sequence[Named], *, archived: bool) -> list[Named]:
    """Those of whom it is a whole name, as it reads or else in any order; else but for titles."""
    spelled = _spelled(typed)
    for form in (tuple, _in_any_order):
        called = {person: _called(person, spelled, form) for person in found}
        whole = preferred([p for p in found if called[p] in ("name", "other")], archived=archived)
        if whole and all(called[person] == "other" for person in whole):
            there = [p for p in found if p.archived <= whole[0].archived and called[p] != "other"]
            bearing = [person for person in there if _has_words(person, spelled)]
            whole += preferred(bearing, archived=archived)
        untitled = [person for person in found if called[person] == "bare"]
        if exact := whole or preferred(untitled, archived=archived):
            return exact
    return []


def _called(
    person: Named, spelled: set[Words], form: Callable[[Iterable[str]], Words]
) -> Literal["name", "other", "bare"] | None:
    """Whether what was typed is the whole name, another name, or the name but for its titles.

    form is in which form words are compared.
    """
    wanted = {form(words) for words in spelled}
    first, *others = (line.split() for line in person.name_key[1:-1].split("\n"))
    if form(first) in wanted:
        return "name"
    if any(form(line) in wanted for line in others):
        # A second line is the name with its umlauts spelled out, or another name.
        is_name = any(form(words) in wanted for words in spellings(person.name))
        return "name" if is_name else "other"
    return "bare" if form(bare(first)) in {form(bare(words)) for words in spelled} else None


def _in_any_order(words: Iterable[str]) -> Words:
    return tuple(sorted(words))


def _first(person: Named) -> list[str]:
    """The folded words of the name itself."""
    return person.name_key[1 : person.name_key.index("\n", 1)].split()


def _has_words(person: Named, spelled: set[Words]) -> bool:
    """Whether all words that were typed are words of the name, and not beginnings alone."""
    have = {word for words in spellings(person.name) for word in words}
    return any(have.issuperset(words) for words in spelled)


def preferred(people: Sequence[Named], *, archived: bool = False) -> list[Named]:
    """Those who are not archived, or who are; the others only when nobody else is left."""
    return [person for person in people if person.archived == archived] or list(people)


def begun(typed: str, people: Iterable[Named]) -> list[Named]:
    """People whose words what was typed begins, in any order; without its titles if need be.

    Without its suffix it begins no name of father or son: "Bob Lee Sr" is not Bob Lee Jr.
    Of "my professor" the title is all there is.
    """
    there = list(people)
    typed_so = _spelled(typed)
    untitled = set() if describes(typed) else {bare(way) for way in typed_so}
    for spelled in (typed_so, untitled):
        if spelled != typed_so:
            there = [person for person in there if not are_two(words(typed), _first(person))]
        found = [p for p in there if any(_begins(words, p.name_key) for words in spelled)]
        if found:
            return found
    return []


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
    if not scored and (called := undetermined(typed)):
        return Match("nobody", candidates(begun(called, people)[:MOST_OFFERED]))
    offered = [person for _, person in scored[:MOST_OFFERED]]
    certain = (
        len(scored) == 1
        and scored[0][0] >= TAKE
        and not are_two(words(typed), _first(scored[0][1]))
    )
    return Match("near" if certain or len(scored) > 1 else "nobody", candidates(offered))


def _scores(typed: str, people: Sequence[Named]) -> list[tuple[float, Named]]:
    """Each person in whom every typed word has a similar word, with the mean similarity (0-100)."""
    # Imported here: only a name that nobody answers to needs it.
    from rapidfuzz import fuzz, process

    wanted = tuple(words(typed)) if describes(typed) else bare(words(typed))
    vocabulary = list({word for person in people for word in person.name_key.split()})
    similar: list[dict[str, float]] = [
        {
            found: score
            for found, score, _ in process.extract(
                word, vocabulary, scorer=fuzz.ratio, score_cutoff=OFFER, limit=None
            )
            if abs(len(word) - len(found)) <= MOST_LETTERS_MORE
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
