"""From what was typed to everybody who could be meant; whom to ask which is the caller's."""

from collections import Counter
from collections.abc import Sequence

from netlog import wording
from netlog.errors import Candidate, Meant, NothingMatches, SeveralMatch, UsageMistake
from netlog.records.matching import Match, Named
from netlog.records.people import Person
from netlog.records.refs import Ref, one_of, parse_line_ref, parse_ref, ref
from netlog.rules import text
from netlog.store.connect import Book
from netlog.store.reads import matching as reads

UUID_LENGTH = 36
FEWEST_DIGITS = 3
LONGEST_ID = 18
MOST_SHOWN = 8


def find(connection: Book, typed: str, *, nearly: bool = True, archived: bool = False) -> Match:
    """Everybody who could be meant, by the first stage that finds anybody.

    nearly is whether the nearest names are looked for where nobody is meant; archived, whether the
    archived are meant before all others.
    """
    typed = text.line(typed.replace("\t", "  "), "name")
    by_words = (_by_method, find_by_name) if typed.startswith("@") else (find_by_name, _by_method)
    for stage in (_by_handle, _as_shown, _by_address, *by_words):
        found: Match = stage(connection, typed, archived=archived)
        if found.candidates:
            return found
    if not nearly:
        return Match("nobody", ())
    from netlog.rules import matching

    near = matching.nearest(typed, reads.everybody(connection, archived=archived))
    if archived and not near.candidates:
        return matching.nearest(typed, reads.everybody(connection))
    return near


def _by_handle(connection: Book, typed: str, *, archived: bool) -> Match:
    """By ref, bare id or uid."""
    ref = parse_ref(typed)
    if ref and ref.letter != "c":
        if find_by_name(connection, typed).candidates:
            return Match("nobody", ())
        raise _is_nobody(ref)
    if ref or (typed.isascii() and typed.isdigit() and len(typed) <= LONGEST_ID):
        return _exact(reads.by_id(connection, ref.id if ref else int(typed)), archived=archived)
    if len(typed) == UUID_LENGTH and typed.count("-") == 4:
        return _exact(reads.by_uid(connection, typed.lower()), archived=archived)
    return Match("nobody", ())


def _is_nobody(ref: Ref) -> UsageMistake:
    own_log = f"Its own log: netlog org log {ref}" if ref.letter == "o" else None
    return UsageMistake(f"{ref} is {one_of(ref.letter)}, not a person.", advice=own_log)


def _as_shown(connection: Book, typed: str, *, archived: bool) -> Match:
    """By a line of `list`, or "Grace Hopper (c1)": a ref with the right name beside it."""
    from netlog.rules import addressed

    shown = addressed.shown_ref(typed)
    people = reads.by_id(connection, shown[0].id) if shown else []
    named = [one for one in people if shown and addressed.is_shown(one.name, shown[1])]
    listed = None if shown else addressed.listed_ref(typed)
    if listed and listed.letter != "c" and not find_by_name(connection, typed).candidates:
        raise _is_nobody(listed)
    return _exact(named, archived=archived)


def _by_address(connection: Book, typed: str, *, archived: bool) -> Match:
    """By an address as mail programs write it; who has another is near at best, by the name.

    Where the name is the whole one of somebody else, either may be meant.
    """
    from netlog.rules import addressed, matching

    written = addressed.address(typed) or addressed.beside(typed)
    if written is None:
        return Match("nobody", ())
    found = _people_by_method(connection, written.value)
    if found:
        named = matching.begun(written.name, found) if written.name else []
        by_way = _exact(named or found, archived=archived)
        if named or not written.name:
            return by_way
        by_name = find_by_name(connection, written.name, archived=archived)
        others = by_name.candidates if by_name.how == "exact" else ()
        return Match("exact", (*others, *by_way.candidates))
    if not written.name:
        return Match("nobody", ())
    by_name = find_by_name(connection, written.name, archived=archived)
    return by_name._replace(how="near") if by_name.candidates else by_name


def find_by_name(connection: Book, typed: str, *, archived: bool = False) -> Match:
    """Everybody of whose name or nickname the typed words are the whole or the beginning."""
    from netlog.rules import matching  # which somebody typed by a ref does without

    found = [reads.by_word(connection, word) for word in matching.sought_words(typed)]
    each = dict.fromkeys(person for people in found for person in people)
    return matching.by_name(typed, each, archived=archived)


def bearing(connection: Book, typed: str) -> tuple[Candidate, ...]:
    """Everybody of whose name or nickname what was typed is a whole word, the archived too."""
    from netlog.rules import bare, matching

    people = reads.by_word(connection, matching.longest_word(typed))
    return matching.candidates(bare.bearers(typed, people))


def _by_method(connection: Book, typed: str, *, archived: bool) -> Match:
    return _exact(_people_by_method(connection, typed), archived=archived)


def _people_by_method(connection: Book, typed: str) -> list[Named]:
    # Few are called by these; most, by a ref or a name, never come here.
    from netlog.rules import methods, phones
    from netlog.store.config import settings

    found = reads.by_method(connection, methods.forms(typed))
    name = methods.sought_name(typed)
    if name and (not found or methods.is_bare_handle(typed)):
        found += [
            person
            for person, kind, value, label in reads.profiles(connection, name)
            if person not in found and methods.leads_to(kind, value, label, typed)
        ]
    digits = phones.digits(typed)
    if not found and len(digits) >= FEWEST_DIGITS and not any(c.isalpha() for c in typed):
        found = reads.by_phone(connection, phones.forms(typed, settings().region))
    return list(dict.fromkeys(found))


def _exact(people: list[Named], *, archived: bool = False) -> Match:
    found = people if len(people) < 2 else _preferred(people, archived=archived)
    return Match(
        "exact", tuple(Candidate(p.id, ref("c", p.id), p.name, p.organization) for p in found)
    )


def _preferred(people: list[Named], *, archived: bool) -> list[Named]:
    from netlog.rules import matching

    return matching.preferred(people, archived=archived)


def called(connection: Book, person: Person) -> str:
    """What to type for them: the first word of the name where it means nobody else, or the ref."""
    first: str = person.name.split()[0].casefold()
    found = find_by_name(connection, first).candidates if first.isalpha() else ()
    return first if [one.id for one in found] == [person.id] else person.ref


def is_handle(typed: str) -> bool:
    """Whether that is a ref, an id or a line of a list, which can never be a new name."""
    if parse_line_ref(typed) is not None or (typed.isascii() and typed.strip().isdigit()):
        return True
    from netlog.rules import addressed

    return addressed.listed_ref(typed) is not None


def nobody(connection: Book, typed: str, found: Match) -> NothingMatches:
    """The error for a name nobody answers to, with the nearest names."""
    from netlog.rules import addressed

    said = parse_line_ref(typed) or addressed.listed_ref(typed)
    ref = said if said and said.letter == "c" and not said.is_day else None
    kept = reads.merged_into(connection, ref.id) if ref else []
    if ref and kept:
        became = _exact(kept).candidates
        return NothingMatches(
            f"{ref} was merged into {listed(became, 'and')}.",
            candidates=became,
        )
    if ref and not parse_ref(typed):
        return _of_older_line(connection, ref)
    near = f"Did you mean {listed(found.candidates, 'or')}?" if found.candidates else None
    if said and said.is_day:
        near = f"A day of theirs is settled by netlog done, drop or snooze; they are c{said.id}."
    return NothingMatches(
        f'Nobody matches "{shortened(typed)}".',
        advice=near,
        candidates=found.candidates,
    )


def _of_older_line(connection: Book, ref: Ref) -> NothingMatches:
    """The error for a line of a list whose ref is gone, or somebody called otherwise."""
    for one in reads.by_id(connection, ref.id):
        return NothingMatches(f"{ref} is {shortened(one.name)}: the line says another name.")
    return NothingMatches(f"There is no {ref}.")


def several(typed: str, candidates: Sequence[Meant]) -> SeveralMatch:
    """The error for a name that several answer to."""
    return SeveralMatch(
        f'"{shortened(typed)}" could be {listed(candidates, "or")}.',
        advice="Say which by ref.",
        candidates=candidates,
    )


def listed(candidates: Sequence[Meant], last: str) -> str:
    """The candidates by name and ref: "Grace Hopper (c1) or Grace Kelly (c2)".

    Those of one name with their organizations: "Grace Hopper, US Navy (c1)".
    """
    namesakes = Counter(c.name for c in candidates)
    shown = [
        f"{with_work(c) if namesakes[c.name] > 1 else shortened(c.name)} ({c.ref})"
        for c in candidates[:MOST_SHOWN]
    ]
    if len(candidates) > MOST_SHOWN:
        shown.append(f"{len(candidates) - MOST_SHOWN} more")
    return wording.listed(shown, last)


def shortened(name: str) -> str:
    """The name, cut where it is longer than a line should be."""
    return name if len(name) <= 60 else f"{name[:59]}…"


def with_work(candidate: Meant) -> str:
    """Name and organization, as in "Grace Hopper, US Navy"."""
    work = f", {shortened(candidate.organization)}" if candidate.organization else ""
    return f"{shortened(candidate.name)}{work}"
