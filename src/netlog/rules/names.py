"""What of a name says who it is: its words without titles and suffixes; and which names stay."""

from collections.abc import Iterable, Mapping, Sequence

from netlog.folding import fold, spellings, words
from netlog.named import NamedTuple
from netlog.records.contacts import Contact, NameKind, OtherName
from netlog.titles import AFTER_TITLES, BEHIND_SURNAMES, TITLES, suffix
from netlog.typed import Any, Final

# Of two with one name they say who is who: father and son.
GENERATIONS: Final = {
    **dict.fromkeys(("sr", "senior"), 1),
    **dict.fromkeys(("jr", "junior", "ii"), 2),
    "iii": 3,
    "iv": 4,
}
# With nothing but a title they name nobody: "my professor", "eine Frau Doktor".
DETERMINERS: Final = frozenset(
    {
        *("the", "a", "an", "my", "your", "his", "her", "its", "their", "our", "this", "that"),
        *("some", "any", "one", "another", "these", "those"),
        *("der", "die", "das", "den", "dem", "ein", "eine", "einen", "einem", "einer"),
        *("mein", "meine", "meinen", "meinem", "meiner", "unser", "unsere", "ihr", "ihre"),
        *("sein", "seine", "le", "la", "les", "un", "une", "mon", "ma", "mes", "notre", "nos"),
        *("leur", "el", "una", "il"),
        *("de", "het", "een", "mijn", "onze"),
    }
)
PHONETIC: Final[tuple[NameKind, ...]] = ("phonetic_first", "phonetic_last")

Words = tuple[str, ...]


class Called(NamedTuple):
    """The first nickname, and all names beside the one in use that have no column."""

    nickname: str | None
    others: tuple[OtherName, ...]


def bare(words: Sequence[str]) -> Words:
    """The words without titles before, or within, and suffixes behind; one at least is left."""
    left = tuple(words)
    while len(left) > 1 and left[0] in TITLES:
        left = left[1:]
        while len(left) > 2 and left[0] in AFTER_TITLES:
            left = left[1:]
    while (number := suffix(left)) and number < len(left):
        left = left[:-number]
    return left if BEHIND_SURNAMES.isdisjoint(left[1:]) else _without_inner(left)


def describes(typed: str) -> bool:
    """Whether beside titles there are only articles and possessives, one in front: "my professor".

    Those are names as well, as Dr. My and Das, Dr. say.
    """
    said = tuple(words(typed))
    if "," in typed or said[:1] == () or said[0] not in DETERMINERS:
        return False
    left = bare(said)
    return left != said and DETERMINERS.issuperset(left)


def undetermined(typed: str) -> str:
    """What stands behind an article or possessive, where that says anything: "my Gus"."""
    first, _, rest = typed.strip().partition(" ")
    is_so = not DETERMINERS.isdisjoint(words(first)) and not describes(typed)
    return rest.strip() if is_so else ""


def _without_inner(words: Words) -> Words:
    """The words without the titles behind the first, and what goes with those."""
    left = list(words[:1])
    after_title = False
    for word in words[1:]:
        after_title = word in BEHIND_SURNAMES or (after_title and word in AFTER_TITLES)
        left += [] if after_title else [word]
    return tuple(left)


def are_two(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names say by their suffixes that they are two people's: Jr. and Sr."""
    mine, theirs = generation(one), generation(other)
    return bool(mine and theirs and mine != theirs)


def generation(words: Sequence[str]) -> int | None:
    """Which one of a family bears the name, from the eldest on; None where no suffix says it."""
    left = tuple(words)
    while (number := suffix(left)) and number < len(left):
        if found := GENERATIONS.get("".join(left[-number:])):
            return found
        left = left[:-number]
    return None


def is_suffix(words: Sequence[str]) -> bool:
    """Whether the words are suffixes and nothing else: "Jr. MD"."""
    # One word at least is left: here it is none.
    return bare(("", *words)) == ("",)


def of_contact(
    before: Contact, changes: Mapping[str, Any], mends: bool | None, *, stands: bool = False
) -> Called:
    """The nicknames, and the other names, of a contact to which these changes are made.

    A name that was changed is a former one, unless the new one corrects or completes it: mends says
    so outright. A name that stands, for it was given over a day ago, is corrected no more.
    """
    nicknames = tuple(changes.get("nicknames", before.nicknames))
    if "nickname" in changes and "nicknames" not in changes:
        first = changes["nickname"]
        nicknames = ((first,) if first else ()) + tuple(n for n in nicknames[1:] if n != first)
    name = changes.get("name", before.name)
    former = list(changes.get("former_names", before.former_names))
    if is_former(before.name, name, mends, stands=stands):
        former.append(before.name)
    merged = changes.get("merged_names", before.merged_names)
    spoken = {key: changes.get(key, getattr(before, key)) for key in PHONETIC}
    kinds: tuple[tuple[NameKind, Iterable[str | None]], ...] = (
        ("former", (one for one in former if fold(one) != fold(name))),
        ("merged", merged),
        ("nickname", nicknames[1:]),
        *((key, [spoken[key]]) for key in PHONETIC),
    )
    others = (OtherName(kind, value) for kind, values in kinds for value in values if value)
    return Called(nicknames[0] if nicknames else None, tuple(dict.fromkeys(others)))


def is_former(before: str, after: str, mends: bool | None = None, *, stands: bool = False) -> bool:
    """Whether a name that became another is to be remembered: somebody may still know it."""
    if before == after or mends:
        return False
    if mends is False:
        return True
    from netlog.rules.jobs import is_correction

    old, new = words(before), words(after)
    if set(old) <= set(new):
        return _has_another_surname(old, new)
    return stands or not is_correction(before, after)


def _has_another_surname(old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether a whole name gained a word: "Eva Schmidt-Braun" was Eva Schmidt, and is by some.

    A first name alone that is completed, a title, a suffix and an initial are no surname.
    """
    had, left = bare(old), list(bare(new))
    for word in had:
        if word in left:
            left.remove(word)
    return len(had) > 1 and any(len(word) > 1 for word in left)


def bare_spellings(name: str) -> set[Words]:
    """The bare words of a name, in each way of writing its umlauts."""
    return {bare(words) for words in spellings(name)}


def is_address(name: str) -> bool:
    """Whether what stands as a name is a mailbox or a number, and so no name."""
    text = name.strip()
    if "@" in text[1:]:
        return " " not in text
    return any(map(str.isdigit, text)) and not any(map(str.isalpha, text))


def says_less(name: str, beside: str) -> bool:
    """Whether a name says less than the one beside it: an address, or initials for its words."""
    if is_address(name):
        return not is_address(beside)
    short, left = words(name), words(beside)
    initials = [word for word in short if word not in left]
    left = [word for word in left if word not in short]
    for letter in initials:
        found = next((one for one in left if letter.isalpha() and one.startswith(letter)), None)
        if len(letter) > 1 or found is None or len(short) < 2:
            return False
        left.remove(found)
    return bool(initials)
