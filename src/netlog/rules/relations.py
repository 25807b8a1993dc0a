"""Who belongs to whom: read as typed, seen as one from both sides, said so that none is misread.

A relation of A names B and says what B is to A: `relate carol ida --as child` makes Ida a child.
"""

from collections.abc import Iterable, Mapping, Sequence

from netlog.errors import UsageMistake
from netlog.folding import fold, words
from netlog.records.people import Person, person
from netlog.records.relations import (
    RELATION_KINDS,
    NewRelation,
    Related,
    Relation,
    StoredRelation,
    Tie,
)
from netlog.relating import OTHER, excludes, inverse, is_same, known
from netlog.rules import text
from netlog.rules.pronouns import THEIR
from netlog.wording import no_such, typed_anew

LONGEST_WORD = 100
CHILD = "child"
# What may be typed: what assistants do is the other way of one.
CHOICES = tuple(kind for kind in RELATION_KINDS if kind != OTHER)


def parse(typed: str) -> Tie:
    """What was typed after --as: a kind, a word for one such as husband, other:"a word of yours".

    Raises UsageMistake for any other word.
    """
    before, colon, after = typed.partition(":")
    if colon and before.strip().lower() == OTHER:
        word = text.line(after, "word after other:")
        if len(word) > LONGEST_WORD:
            raise UsageMistake(f"A word for a relation has at most {LONGEST_WORD} letters.")
        return known(word) or Tie("other", word)
    word = text.line(typed, "word after --as")
    found = known(word)
    if found:
        return found
    if word.lower() == OTHER:
        raise UsageMistake("What is it called?", advice='--as other:"godmother"')
    what, meant = no_such(word, "relation netlog knows", CHOICES)
    other = f"A word of yours: --as {typed_anew(f'other:{word}')}"
    raise UsageMistake(what, advice=f"{meant} {other}" if meant else other)


def of(own: Iterable[StoredRelation], others: Iterable[StoredRelation]) -> tuple[Relation, ...]:
    """Everybody who belongs to somebody, once each and closest first.

    own are the relations of that person; others those that name them, with whose they are.
    """
    found: list[tuple[Tie, Person | None, str]] = []
    for one in own:
        _join(found, one.tie, one.other, one.called)
    for one in others:
        if not any(who == one.other and is_same(inverse(tie), one.tie) for tie, who, _ in found):
            _join(found, inverse(one.tie), one.other, one.called)
    found.sort(key=lambda one: RELATION_KINDS.index(one[0].kind))
    return tuple(Relation(tie.kind, tie.said, who, name) for tie, who, name in found)


def _join(
    found: list[tuple[Tie, Person | None, str]], tie: Tie, who: Person | None, name: str
) -> None:
    """Add it, unless it is said already; what says more stays."""
    for at, (there, other, called) in enumerate(found):
        if other == who and fold(called) == fold(name) and is_same(there, tie):
            found[at] = (there if there.word else tie, other, called)
            return
    found.append((tie, who, name))


def between(people: Sequence[tuple[Person, Sequence[Relation]]]) -> list[Related]:
    """The relations of those people, what is said of both of two once."""
    seen: set[tuple[int, int, str]] = set()
    found = []
    for whose, relations in people:
        for one in relations:
            if one.contact:
                tie = Tie(one.kind, one.word if one.kind == OTHER else None)
                if (whose.id, one.contact.id, tie.said) in seen:
                    continue
                seen.add((one.contact.id, whose.id, inverse(tie).said))
            found.append(Related(whose, one.kind, one.word, one.contact, one.name))
    return found


def known_as(
    new: NewRelation, there: Iterable[StoredRelation], called: str | None = None
) -> tuple[StoredRelation | None, list[StoredRelation]]:
    """The relation that says the same already, if there is one, and those it contradicts.

    called is the name of somebody who is in the book.
    """
    new = new._replace(name=called or new.name)
    same, contradicted = None, []
    for one in there:
        if not is_other(new, one):
            continue
        if same is None and is_same(one.tie, new.tie):
            same = one
        elif excludes(one.tie, new.tie):
            contradicted.append(one)
    return same, contradicted


def says_more(new: NewRelation, same: StoredRelation) -> bool:
    """Whether a relation says more than one that says the same: who it is, or a better word."""
    knows_who = new.other_id is not None and same.other is None
    return knows_who or new.tie.word not in (None, same.tie.word)


def as_stored(new: NewRelation) -> StoredRelation:
    """A relation that is to be stored, as if it were."""
    other = person(new.other_id, new.name or "") if new.other_id is not None else None
    return StoredRelation(0, new.tie, other, new.name)


def is_other(new: NewRelation, one: StoredRelation) -> bool:
    """Whether both are with one person; a name alone may be anybody's whose name has its words."""
    if new.other_id is not None and one.other:
        return one.other.id == new.other_id
    if new.other_id is None and one.other:
        return fold(new.name or "") in {fold(one.name or ""), fold(one.other.name)}
    return bool(one.name and new.name) and set(words(one.name or "")) <= set(words(new.name or ""))


def having(relations: Iterable[Related], tie: Tie) -> list[Related]:
    """Those that say that."""
    return [one for one in relations if is_same(Tie(one.kind, one.word), tie)]


def standing(
    relations: Iterable[Related],
    back: Iterable[Related],
    other: Person | None,
    name: str,
    tie: Tie,
) -> str:
    """The sentence of what was just said of that other, as it now stands; back is what they say."""
    return sentence(having(with_other(relations, other, name), tie)[0], back)


def with_other(relations: Iterable[Related], other: Person | None, name: str) -> list[Related]:
    """Those with a person of the book, or with somebody of that name who is not in it."""
    return [
        one
        for one in relations
        if (one.other == other if other else not one.other and fold(one.name) == fold(name))
    ]


def sentence(one: Related, theirs: Iterable[Related] = ()) -> str:
    """Both ways of it: "Ida (c9) is Carol's child, and Carol is Ida's parent.".

    theirs is what the book has of the other, which may say more than follows: wife.
    """
    whose, other = one.contact.name, one.name
    with_ref = f"{other} ({one.other.ref})" if one.other else other
    back = inverse(Tie(one.kind, one.word if one.kind == OTHER else None))
    if one.kind == "assists":
        return f"{whose} is {_possessive(with_ref)} assistant."
    if one.kind == OTHER and one.word.endswith(" of"):
        return f"{whose} is {_possessive(with_ref)} {back.said}."
    first = f"{with_ref} is {_possessive(whose)} {one.word}"
    if back.kind == "assists" or (back.kind == OTHER and back.said.endswith(" of")):
        return f"{first}."
    word = next((said.word for said in having(theirs, back)), back.said)
    return f"{first}, and {whose} is {_possessive(other)} {word}."


def _possessive(name: str) -> str:
    return f"{name}'s"


def spoken(
    relations: Iterable[Relation], possessive: str, shared: Mapping[Relation, str]
) -> tuple[str, ...]:
    """As one says them: "her husband Tom Poe (c4)", "their daughter Ida", whom they share."""
    return tuple(
        _spoken(one, THEIR, shared[one]) if one in shared else _spoken(one, possessive, one.word)
        for one in relations
    )


def _spoken(one: Relation, possessive: str, word: str) -> str:
    name = f"{one.name} ({one.contact.ref})" if one.contact else one.name
    is_plain = one.kind != "assists" and not word.endswith(" of")
    return f"{possessive} {word} {name}" if is_plain else f"{word} {name}"


def shared(relations: Iterable[Relation], of_the_other: Iterable[Relation]) -> dict[Relation, str]:
    """The children who are those of the other of a couple as well, by the word that says more."""
    found = {}
    for one in (one for one in relations if one.kind == CHILD):
        for other in of_the_other:
            if other.kind == CHILD and _is_same_person(one, other):
                found[one] = other.word if one.word == CHILD else one.word
    return found


def _is_same_person(one: Relation, other: Relation) -> bool:
    if one.contact or other.contact:
        return one.contact == other.contact
    return fold(one.name) == fold(other.name)


def said(one: Relation) -> str:
    """In a list of one's own: "husband Tom Whitfield"."""
    return f"{one.word} {one.name}"
