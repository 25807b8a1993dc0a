"""What stands within a record of netlog's own JSON: names, ways to reach somebody, relations."""

from collections.abc import Iterator, Mapping
from datetime import date

from netlog.formats.netlog.values import Record, Wrong
from netlog.records.contacts import METHOD_KINDS, NameKind, OtherName
from netlog.records.incoming import IncomingMethod, IncomingRelation
from netlog.records.meetings import is_kind
from netlog.records.relations import RELATION_KINDS, Tie
from netlog.relating import tie

PHONETIC: tuple[NameKind, ...] = ("phonetic_first", "phonetic_last")


def iso(day: date | None) -> str | None:
    """The day as YYYY-MM-DD."""
    return day.isoformat() if day else None


def relation(said: Record) -> IncomingRelation:
    """Who belongs to them; of a word alone, as of one made by hand, the kind follows."""
    word = said.text("word")
    kind = said.choice("kind", *RELATION_KINDS) if said.text("kind") else None
    if not (kind or word):
        raise Wrong("a relation has neither kind nor word")
    of = Tie(kind, word if word != kind else None) if kind else tie(word or "")
    if of.kind == "other" and not of.word:
        raise Wrong("a relation of the kind other has no word")
    name = said.text("name")
    who = said.who("contact")
    if not (who or name):
        raise Wrong("a relation has neither contact nor name")
    return IncomingRelation(of, who or name or "", name if who else None)


def names(said: Record) -> Iterator[OtherName]:
    """The names beside the one in use, but for the first nickname."""
    first = said.text("nickname")
    nicknames = said.texts("nicknames")
    further = nicknames[1:] if not first or nicknames[:1] == (first,) else nicknames
    listed: Mapping[NameKind, tuple[str, ...]] = {
        "former": said.texts("former_names"),
        "merged": said.texts("merged_names"),
        "nickname": tuple(one for one in further if one != first),
    }
    for kind, values in listed.items():
        yield from (OtherName(kind, value) for value in values)
    for key in PHONETIC:
        if spoken := said.text(key):
            yield OtherName(key, spoken)


def kind(said: Record) -> str:
    """The kind of a meeting, which may be one of its owner's own."""
    kind = said.needed("kind")
    if not is_kind(kind):
        raise Wrong("kind is not one word in small letters")
    return kind


def _has_known_kind(method: Record) -> bool:
    return method.text("kind") in METHOD_KINDS


def other_ways(said: Record) -> Iterator[tuple[str, str]]:
    """Ways to reach somebody that netlog has no word for, as fields."""
    for one in said.records("methods"):
        if not _has_known_kind(one):
            yield one.text("kind") or "other", one.needed("value")


def own_cadence(said: Record) -> int | None:
    """What is in force may be a rule's; without a word on that it is the person's own."""
    days = said.number("cadence_days")
    source = said.text("cadence_from")
    return (days or 0) if source == "contact" else (days if source is None else None)


def methods(said: Record) -> tuple[IncomingMethod, ...]:
    """Those of a kind that netlog knows."""
    return tuple(_method(one) for one in said.records("methods") if _has_known_kind(one))


def _method(said: Record) -> IncomingMethod:
    return IncomingMethod(
        said.choice("kind", *METHOD_KINDS),
        said.needed("value"),
        said.text("label"),
        said.flag("preferred"),
        said.text("normal"),
    )
