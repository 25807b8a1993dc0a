"""Who may be there twice: people who share a way to reach them, or a name.

People are looked up under what they share and never compared all with all, so that a hundred
thousand take seconds. The order in which they come changes nothing.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import combinations

from netlog.records.duplicates import CONFIDENCES, Confidence, Pair, Sign, Traits
from netlog.rules.names import Words, are_two, bare
from netlog.rules.organizations import are_one, key
from netlog.rules.phones import whole

# What more people than this share (a switchboard, a very common name) tells nothing of any two.
MOST_SHARING = 20
# Seven digits are a subscriber's number: either side may lack what stands before them.
SUBSCRIBER = 7
SHORTEST_NEAR, LONGEST_NEAR = 5, 6
# The work on a word grows with its square, and no name has one so long.
MOST_NEAR = 64
VOWELS = "aeiouy"
WAYS = ("same_email", "same_phone", "same_linkedin")
CODES = (*WAYS, "same_name", "near_name", "first_name", "same_organization")
BY_NAME = frozenset({"same_name", "near_name", "first_name"})
# A first name that more people than this have says of nobody alone who it is.
MOST_OF_FIRST_NAME = 5

Ids = tuple[int, int]
Pairs = Iterator[tuple[Ids, Sign]]


def pairs(people: Iterable[Traits], answered: Collection[Ids] = frozenset()) -> list[Pair]:
    """Those who may be one person, the surest first, but for the pairs that were answered."""
    known = {person.id: person for person in sorted(people)}
    signs: dict[Ids, dict[str, Sign]] = defaultdict(dict)
    by_name, by_first_name = _by_name(known, answered), _by_first_name(known.values())
    for looked_up in (_by_way(known.values()), by_name, by_first_name):
        for ids, sign in looked_up:
            signs[ids].setdefault(sign.code, sign)
    found = [
        _pair(known, ids, shared)
        for ids, shared in signs.items()
        if ids not in answered and ids[::-1] not in answered
    ]
    return sorted(
        found, key=lambda p: (CONFIDENCES.index(p.confidence), known[p.a].words, p.a, p.b)
    )


def crowds(people: Iterable[Traits]) -> list[tuple[str, int]]:
    """The names that so many people bear that not all pairs of them are made, and how many."""
    named: dict[Words, list[Traits]] = defaultdict(list)
    for person in sorted(people):
        named[_in_any_order(bare(person.words))].append(person)
    found = [(all_[0].name, len(all_)) for all_ in named.values() if len(all_) > MOST_SHARING]
    return sorted(found, key=lambda one: (-one[1], one[0]))


def _pair(known: dict[int, Traits], ids: Ids, shared: dict[str, Sign]) -> Pair:
    a, b = known[ids[0]], known[ids[1]]
    if BY_NAME & shared.keys() and a.organization and are_one(a.organization, b.organization or ""):
        text = f"same organization, {a.organization}"
        shared = {**shared, "same_organization": Sign("same_organization", text)}
    if "same_name" in shared:
        shared.pop("near_name", None)
    reasons = tuple(shared[code] for code in CODES if code in shared)
    return Pair(a.id, b.id, _confidence(set(shared)), reasons)


def _confidence(codes: set[str]) -> Confidence:
    """A profile is one person's, an address may be a couple's, a name may be anybody's."""
    by_way = bool(codes & set(WAYS))
    by_name = bool(codes & {"same_name", "near_name"})
    if "same_linkedin" in codes or (by_way and by_name):
        return "certain"
    return "likely" if by_way or "same_organization" in codes else "possible"


# By ways to reach them


def _by_way(people: Iterable[Traits]) -> Pairs:
    blocks: dict[tuple[str, str], dict[int, tuple[str, str]]] = defaultdict(dict)
    for person in people:
        for kind, value, normal in person.ways:
            if kind == "phone":
                blocks["phone", normal[-SUBSCRIBER:]][person.id] = whole(normal, value), value
            elif kind == "email":
                blocks["email", normal][person.id] = normal, value
            elif "linkedin" in normal.casefold():
                blocks["linkedin", normal.casefold()][person.id] = normal, value
    for (kind, _), sharing in blocks.items():
        if 1 < len(sharing) <= MOST_SHARING:
            for (a, (one, value)), (b, (other, _)) in combinations(sharing.items(), 2):
                if kind != "phone" or is_same_phone(one, other):
                    yield (a, b), _way_sign(kind, value)


def _way_sign(kind: str, value: str) -> Sign:
    said = {"email": "e-mail", "phone": "phone", "linkedin": "LinkedIn"}[kind]
    return Sign(f"same_{kind}", f"same {said} {value}")


def is_same_phone(one: str, other: str) -> bool:
    """Whether two numbers in digits are one: either may lack the country or area before it.

    Or it may begin with the 0 that is dialled at home only. After a + a number is whole, and two
    such are one only when all their digits are the same.
    """
    if one.startswith("+") and other.startswith("+"):
        return one == other
    one, other = one.removeprefix("+"), other.removeprefix("+")
    if min(len(one), len(other)) < SUBSCRIBER:
        return one == other
    return _ends_in(one, other) or _ends_in(other, one)


def _ends_in(digits: str, short: str) -> bool:
    at_home = len(short) > SUBSCRIBER and short.startswith("0")
    return digits.endswith(short) or (at_home and digits.endswith(short[1:]))


# By name


def _by_name(known: dict[int, Traits], answered: Collection[Ids]) -> Pairs:
    named: dict[Words, list[int]] = defaultdict(list)
    for person in known.values():
        for words in {_in_any_order(bare(words)) for words in (person.words, *person.also)}:
            named[words].append(person.id)
    for ids in named.values():
        for group in [ids] if len(ids) <= MOST_SHARING else _by_organization(known, ids):
            for pair in _of_one_generation(known, group):
                yield pair, Sign("same_name", "same name")
        if len(ids) > MOST_SHARING:
            yield from _each_with_one(known, ids, answered)
    near = _near_words({word for person in known.values() for word in person.words})
    for person in known.values():
        for words in _nearly(bare(person.words), near):
            others = named.get(_in_any_order(words), ())
            # One of a very common name stands for them all.
            for other in others if len(others) <= MOST_SHARING else others[:1]:
                pair = (person.id, other) if person.id < other else (other, person.id)
                if person.id != other and not are_two(person.words, known[other].words):
                    yield pair, Sign("near_name", "nearly the same name")


def _each_with_one(known: dict[int, Traits], ids: list[int], answered: Collection[Ids]) -> Pairs:
    """Of a very common name each with the first whom they may be, as all pairs are too many.

    Where both say where they work, and it is not the same, nothing speaks for it.
    """
    works = [key(known[id_].organization or "") if known[id_].organization else "" for id_ in ids]
    sign = Sign("same_name", f"same name, as {len(ids):,} people have")
    first = dict(zip(ids[:MOST_SHARING], works[:MOST_SHARING], strict=True))
    anywhere = [id_ for id_, work in zip(ids, works, strict=True) if not work][:MOST_SHARING]
    for id_, work in zip(ids, works, strict=True):
        for other in first if not work else anywhere:
            pair = (other, id_)
            is_told = pair in answered or pair[::-1] in answered
            if other < id_ and not (is_told or are_two(known[other].words, known[id_].words)):
                yield pair, sign
                break


def _of_one_generation(known: dict[int, Traits], ids: list[int]) -> Iterator[Ids]:
    """The pairs of people of one name, but for father and son."""
    pairs_ = combinations(ids, 2)
    return ((a, b) for a, b in pairs_ if not are_two(known[a].words, known[b].words))


def _by_first_name(people: Iterable[Traits]) -> Pairs:
    """Whoever is called by a first name alone, and those of that name, or nickname."""
    alone: list[tuple[str, Traits]] = []
    called: dict[str, dict[int, Traits]] = defaultdict(dict)
    for person in people:
        first, *more = bare(person.words)
        if not more and len(first) > 1:
            alone.append((first, person))
        for word in (*([first] if more else []), *person.short):
            called[word][person.id] = person
    for word, person in alone:
        others = [other for other in called.get(word, {}).values() if other.id != person.id]
        if len(others) > MOST_OF_FIRST_NAME:
            work = person.organization
            others = [other for other in others if work and are_one(work, other.organization or "")]
        if len(others) <= MOST_SHARING:
            for other in others:
                pair = (person.id, other.id) if person.id < other.id else (other.id, person.id)
                yield pair, Sign("first_name", f"{person.name} may be {other.name}")


def _by_organization(known: dict[int, Traits], ids: list[int]) -> Iterator[list[int]]:
    """People of one very common name, by where they work."""
    colleagues: dict[str, list[int]] = defaultdict(list)
    for id_ in ids:
        if organization := known[id_].organization:
            colleagues[key(organization)].append(id_)
    return (group for group in colleagues.values() if len(group) <= MOST_SHARING)


def _in_any_order(words: Sequence[str]) -> Words:
    """The words as a key; where each is one character of a name, their order is the name."""
    spelled = any(len(word) == 1 and word > "\x7f" for word in words)
    return tuple(words) if spelled else tuple(sorted(words))


def _nearly(words: Words, near: dict[str, list[str]]) -> Iterator[Words]:
    """The names that one misspelt word, or a middle name more, makes of this one."""
    for at, word in enumerate(words):
        if len(words) > 1:
            for other in near.get(word, ()):
                yield (*words[:at], other, *words[at + 1 :])
        if 0 < at < len(words) - 1:
            yield words[:at] + words[at + 1 :]


def is_same_name(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names differ at most in the order of their words and one letter of a long one.

    Titles and suffixes make no other name, but for those of father and son.
    """
    if are_two(one, other):
        return False
    one, other = bare(one), bare(other)
    if _in_any_order(one) == _in_any_order(other):
        return True
    if len(one) != len(other) or len(one) < 2:
        return False
    left, right = Counter(one) - Counter(other), Counter(other) - Counter(one)
    if left.total() != 1:
        return False
    (word,), (misspelt,) = left, right
    return _is_near(word, misspelt)


def _is_near(one: str, other: str) -> bool:
    """Whether one of two long words may be a slip of the other.

    One letter is missing, wrong or swapped with the next; but not the first, which is rarely
    mistaken, nor a vowel at the end: Martin and Martina, Maria and Mario are different people.
    """
    # Imported here: only a name that nearly somebody has needs it.
    from rapidfuzz.distance import OSA

    short, long = sorted((one, other), key=len)
    if len(short) < SHORTEST_NEAR or len(long) < LONGEST_NEAR or one[0] != other[0]:
        return False
    if _stem(one) == _stem(other) or not (one.isalpha() and other.isalpha()):
        return False
    return OSA.distance(one, other, score_cutoff=1) == 1


def _stem(word: str) -> str:
    return word[:-1] if word[-1] in VOWELS else word


def _near_words(vocabulary: set[str]) -> dict[str, list[str]]:
    """For each word those that are near it: words from which one letter less leaves the same."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for word in sorted(vocabulary):
        if SHORTEST_NEAR <= len(word) <= MOST_NEAR and word.isalpha():
            for less in {word, *(word[:i] + word[i + 1 :] for i in range(1, len(word)))}:
                blocks[less].append(word)
    near: dict[str, list[str]] = defaultdict(list)
    for block in blocks.values():
        for one, other in combinations(block, 2):
            if other not in near[one] and _is_near(one, other):
                near[one].append(other)
                near[other].append(one)
    return near
