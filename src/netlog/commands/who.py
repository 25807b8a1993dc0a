"""From what was typed to the person who is meant: asks on a terminal, refuses elsewhere."""

import sqlite3
import sys
from collections import Counter
from collections.abc import Sequence

from netlog import render, wording
from netlog.commands.app import App
from netlog.errors import Candidate, NothingMatches, SeveralMatch, UsageMistake
from netlog.records.matching import Match, Named
from netlog.records.people import Person
from netlog.records.refs import parse_ref
from netlog.rules import matching, methods, phones, text
from netlog.store.config import settings
from netlog.store.reads import matching as reads

UUID_LENGTH = 36
FEWEST_DIGITS = 3
LONGEST_ID = 18
MOST_SHOWN = 8


def one(app: App, connection: sqlite3.Connection, typed: str) -> Person:
    """The person who is meant.

    Raises NothingMatches with the nearest names, SeveralMatch with the candidates.
    """
    found = find(connection, typed)
    if found.how == "nobody":
        if not (found.candidates and app.can_ask):
            raise nobody(connection, typed, found)
        chosen = _ask_about(typed, found.candidates)
    elif len(found.candidates) == 1:
        chosen = found.candidates[0]
        if found.how == "near":
            app.mention(f'Taking "{typed}" for {chosen.name} ({chosen.ref}).')
    elif app.can_ask:
        chosen = _ask(typed, found.candidates)
    else:
        raise _several(typed, found.candidates)
    return Person(chosen.id, chosen.ref, chosen.name)


def several(app: App, connection: sqlite3.Connection, typed: list[str]) -> list[Person]:
    """The people who are meant, each once, in the order typed."""
    return list(dict.fromkeys(one(app, connection, who) for who in typed))


def find(connection: sqlite3.Connection, typed: str) -> Match:
    """Everybody who could be meant, by the first stage that finds anybody."""
    typed = text.line(typed, "name")
    by_words = (_by_method, find_by_name) if typed.startswith("@") else (find_by_name, _by_method)
    for stage in (_by_handle, *by_words):
        found = stage(connection, typed)
        if found.candidates:
            return found
    return matching.nearest(typed, reads.everybody(connection))


def _by_handle(connection: sqlite3.Connection, typed: str) -> Match:
    """By ref, bare id or uid."""
    ref = parse_ref(typed)
    if ref and ref.letter != "c":
        if find_by_name(connection, typed).candidates:
            return Match("nobody", ())
        raise UsageMistake(f"{ref} is a {ref.noun}, not a person. Nothing was changed.")
    if ref or (typed.isascii() and typed.isdigit() and len(typed) <= LONGEST_ID):
        return _exact(reads.by_id(connection, ref.id if ref else int(typed)))
    if len(typed) == UUID_LENGTH and typed.count("-") == 4:
        return _exact(reads.by_uid(connection, typed.lower()))
    return Match("nobody", ())


def find_by_name(connection: sqlite3.Connection, typed: str) -> Match:
    """Everybody of whose name or nickname the typed words are the whole or the beginning."""
    word = matching.longest_word(typed)
    return matching.by_name(typed, reads.by_word(connection, word))


def _by_method(connection: sqlite3.Connection, typed: str) -> Match:
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
    return _exact(list(dict.fromkeys(found)))


def _exact(people: list[Named]) -> Match:
    found = matching.active_first(people)
    return Match("exact", tuple(Candidate(p.id, f"c{p.id}", p.name, p.organization) for p in found))


def is_handle(typed: str) -> bool:
    """Whether that is a ref or an id, which can never be a new name."""
    return parse_ref(typed) is not None or (typed.isascii() and typed.strip().isdigit())


def nobody(connection: sqlite3.Connection, typed: str, found: Match) -> NothingMatches:
    """The error for a name nobody answers to, with the nearest names."""
    ref = parse_ref(typed)
    kept = reads.merged_into(connection, ref.id) if ref and ref.letter == "c" else []
    if ref and kept:
        became = _exact(kept).candidates
        return NothingMatches(
            f"{ref} was merged into {listed(became, 'and')}. Nothing was changed.",
            candidates=became,
        )
    near = f" Did you mean {listed(found.candidates, 'or')}?" if found.candidates else ""
    return NothingMatches(
        f'Nobody matches "{_shortened(typed)}".{near} Nothing was changed.',
        candidates=found.candidates,
    )


def _several(typed: str, candidates: tuple[Candidate, ...]) -> SeveralMatch:
    return SeveralMatch(
        f'"{_shortened(typed)}" could be {listed(candidates, "or")}. '
        "Nothing was changed; say which by ref.",
        candidates=candidates,
    )


def listed(candidates: Sequence[Candidate], last: str) -> str:
    """The candidates by name and ref: "Grace Hopper (c1) or Grace Kelly (c2)".

    Those of one name with their organizations: "Grace Hopper, US Navy (c1)".
    """
    namesakes = Counter(c.name for c in candidates)
    shown = [
        f"{_with_work(c) if namesakes[c.name] > 1 else _shortened(c.name)} ({c.ref})"
        for c in candidates[:MOST_SHOWN]
    ]
    if len(candidates) > MOST_SHOWN:
        shown.append(f"{len(candidates) - MOST_SHOWN} more")
    return wording.listed(shown, last)


def _shortened(name: str) -> str:
    return name if len(name) <= 60 else f"{name[:59]}…"


def _with_work(candidate: Candidate) -> str:
    work = f", {_shortened(candidate.organization)}" if candidate.organization else ""
    return f"{_shortened(candidate.name)}{work}"


def _ask_about(typed: str, candidates: tuple[Candidate, ...]) -> Candidate:
    """Whether the one near name is meant; anything but a yes means nobody."""
    near = candidates[0]
    if confirmed(f'Nobody matches "{_shortened(typed)}". Is it {_with_work(near)} ({near.ref})?'):
        return near
    raise NothingMatches("Nobody was chosen. Nothing was changed.", candidates=candidates)


def confirmed(question: str) -> bool:
    """A yes on the terminal; Enter alone is a no."""
    render.prompt(f"{question} [y/N] ")
    return sys.stdin.readline().strip().casefold() in ("y", "yes")


def _ask(typed: str, candidates: tuple[Candidate, ...]) -> Candidate:
    """A numbered choice on the terminal; an empty or wrong answer chooses nobody."""
    lines = [f'"{_shortened(typed)}" could be:']
    for number, candidate in enumerate(candidates, 1):
        lines.append(f"  {number}  {_with_work(candidate)} ({candidate.ref})")
    render.aside("\n".join(lines))
    render.prompt(f"Which one? [1-{len(candidates)}] ")
    answer = sys.stdin.readline().strip()
    if answer.isascii() and answer.isdigit() and 1 <= int(answer) <= len(candidates):
        return candidates[int(answer) - 1]
    chosen = [c for c in candidates if c.ref == answer.lower()]
    if chosen:
        return chosen[0]
    raise SeveralMatch("Nobody was chosen. Nothing was changed.", candidates=candidates)
