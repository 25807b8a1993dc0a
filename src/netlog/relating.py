"""Words for who is who to whom, and what the other of two then is.

Words only, like `wording`: formats read them in files, rules in what is typed. No gender is ever
made up: the other of a husband is a spouse, that of a mother a child.
"""

from functools import cache

from netlog.folding import fold
from netlog.records.relations import RELATION_KINDS, RelationKind, Tie
from netlog.typed import Final

OTHER: Final = "other"
# What the other of the two is; whatever is not named here has no word of its own.
INVERSE: Final[dict[RelationKind, RelationKind]] = {
    "spouse": "spouse",
    "partner": "partner",
    "parent": "child",
    "child": "parent",
    "sibling": "sibling",
    "friend": "friend",
    "colleague": "colleague",
    "assistant": "assists",
    "assists": "assistant",
    "manager": "report",
    "report": "manager",
}
# Of these two people are one to each other at most.
FAMILY: Final = frozenset({"spouse", "partner", "parent", "child", "sibling"})
COUPLE: Final = frozenset({"spouse", "partner"})
# What says the kind and nothing more, as vCard, Google, Outlook and Android name it.
_PLAIN: Final[dict[str, RelationKind]] = {
    "co-worker": "colleague",
    "coworker": "colleague",
    "direct report": "report",
    "domestic partner": "partner",
    "domesticpartner": "partner",
    "manager's name": "manager",
    "assistant's name": "assistant",
}
# What says more than the kind, in languages whose programs write it.
_WORDS: Final[dict[RelationKind, str]] = {
    "spouse": "husband wife hubby ehemann ehefrau ehepartner ehepartnerin gatte gattin mari epoux "
    "epouse conjoint conjointe esposo esposa conyuge marido marito moglie coniuge echtgenoot "
    "echtgenote conjuge małżonek mąż żona make maka",
    "partner": "boyfriend girlfriend fiance fiancee sweetheart lebenspartner lebenspartnerin "
    "lebensgefahrte lebensgefahrtin partnerin verlobter verlobte compagnon compagne pareja novio "
    "novia compagno compagna companheiro companheira",
    "parent": "mother father mom mum mommy mummy dad daddy mama papa stepmother stepfather mutter "
    "vater elternteil mere pere madre padre mae pai moeder vader matka ojciec",
    "child": "son daughter kid stepson stepdaughter kind sohn tochter enfant fils fille hijo hija "
    "figlio figlia filho filha zoon dochter syn corka sønn datter",
    "sibling": "brother sister bruder schwester frere soeur hermano hermana fratello sorella irmao "
    "irma broer zus brat siostra bror søster",
    "friend": "freund freundin ami amie amigo amiga amico amica vriend vriendin przyjaciel",
    "colleague": "kollege kollegin collegue colega collega",
    "assistant": "secretary assistent assistentin assistante asistente assistente sekretar "
    "sekretarin secretaire",
    "manager": "boss supervisor chef chefin vorgesetzter vorgesetzte jefe jefa capo chefe baas",
    "report": "subordinate mitarbeiter mitarbeiterin",
}
# Words that hold both ways, and those that have another for the other way.
_BOTH_WAYS: Final = frozenset(
    {
        *("cousin", "relative", "kin", "acquaintance", "neighbor", "neighbour", "roommate"),
        *("flatmate", "classmate", "contact", "co-resident", "ex", "other", "business partner"),
    }
)
_PAIRS: Final = {
    "mentor": "mentee",
    "mentee": "mentor",
    "grandparent": "grandchild",
    "grandchild": "grandparent",
    "grandmother": "grandchild",
    "grandfather": "grandchild",
    "godparent": "godchild",
    "godchild": "godparent",
    "godmother": "godchild",
    "godfather": "godchild",
    "teacher": "student",
    "student": "teacher",
}
_OF: Final = " of"


@cache
def _known() -> dict[str, Tie]:
    """What each word says: folded once one is asked for, which most runs never do."""
    found: dict[str, Tie] = {kind: Tie(kind) for kind in RELATION_KINDS if kind != OTHER}
    found |= {word: Tie(kind) for word, kind in _PLAIN.items()}
    for kind, words in _WORDS.items():
        for word in words.split():
            found.setdefault(fold(word), Tie(kind, word))
    return found


def known(word: str) -> Tie | None:
    """What a word for a relation says, in any case; None for one that is not known."""
    said = " ".join(word.split())
    words = _known()
    found = words.get(said.lower()) or words.get(fold(said)) or _further(said)
    return found and found._replace(word=found.word and said.lower())


def _further(word: str) -> Tie | None:
    """What a word says in a language that is seldom asked for."""
    from netlog.relatives import FURTHER

    return FURTHER.get(fold(word))


def tie(word: str) -> Tie:
    """What any word of a file says; one that is not known is an `other` of that word."""
    said = " ".join(word.split())
    return known(said) or Tie("other", said)


def inverse(one: Tie) -> Tie:
    """What the other of the two is to the first: of an `other`, "godmother of"."""
    if one.kind != OTHER:
        return Tie(INVERSE[one.kind])
    word = one.said
    if word.endswith(_OF):
        return Tie("other", word.removesuffix(_OF))
    said = word.casefold()
    return Tie("other", word if said in _BOTH_WAYS else _PAIRS.get(said, f"{word}{_OF}"))


def excludes(one: Tie, other: Tie) -> bool:
    """Whether one person cannot be both to another: a child is no parent."""
    if one.kind == other.kind:
        return one.kind != OTHER
    return {one.kind, other.kind} <= FAMILY or INVERSE.get(one.kind) == other.kind


def is_same(one: Tie, other: Tie) -> bool:
    """Whether two say one thing, the one perhaps in more words."""
    if one.kind != other.kind:
        return False
    return one.kind != OTHER or fold(one.said) == fold(other.said)
