"""From what was typed to the person who is meant: asks on a terminal, refuses elsewhere."""

from collections.abc import Callable, Iterator, Sequence

from netlog import render
from netlog.actions import who
from netlog.commands.frame.app import App
from netlog.errors import Candidate, Meaning, Meant, NothingMatches, SeveralMatch, UsageMistake
from netlog.folding import words
from netlog.records.matching import Match
from netlog.records.people import Person
from netlog.records.refs import parse_ref
from netlog.store.connect import Book
from netlog.typed import TypeVar
from netlog.wording import count, spelt, typed_anew

AnyChoice = TypeVar("AnyChoice", bound=Meant)


MOST_WORDS = 4  # of a name that was typed without quotes
# What else a word may be, that is nobody's name as it stands.
Otherwise = Callable[[str], Meaning | None]


def one(
    app: App,
    connection: Book,
    typed: str,
    otherwise: Otherwise | None = None,
    *,
    archived: bool = False,
) -> Person:
    """The person who is meant; of a name that is only near, unless it may be something else.

    archived: the archived are meant before all others.
    Raises NothingMatches with the nearest names, SeveralMatch with the candidates.
    """
    found = who.find(connection, typed, archived=archived)
    if otherwise and (meaning := other_meaning(typed, found, otherwise)):
        raise who.several(typed, (meaning, *found.candidates))
    found = _or_family(connection, typed, found, archived=archived)
    if found.how == "nobody":
        if not (found.candidates and app.can_ask):
            raise who.nobody(connection, typed, found)
        chosen = _ask_about(typed, found.candidates)
    elif len(found.candidates) == 1:
        return taken(app, typed, found)
    elif app.can_ask:
        chosen = choose(typed, found.candidates)
    else:
        raise who.several(typed, found.candidates)
    return Person(chosen.id, chosen.ref, chosen.name)


def typed_again(connection: Book, typed: str, person: Person) -> str:
    """How to name them in a command to come: as typed where nothing is asked, else by ref."""
    found = _or_family(connection, typed, who.find(connection, typed), archived=False)
    is_one = found.how != "nobody" and [one.id for one in found.candidates] == [person.id]
    return typed if is_one else person.ref


def _or_family(connection: Book, typed: str, found: Match, *, archived: bool) -> Match:
    """The people of a family that was typed, unless it is the whole name of somebody."""
    if found.how != "exact" and (meant := _of_family(connection, typed, archived=archived)):
        return Match("words", meant)
    return found


def other_meaning(typed: str, found: Match, otherwise: Otherwise) -> Meaning | None:
    """What a word that is no whole word of a name may be as well.

    A near name may be anything that is near, the beginning of one only what the whole of it is.
    """
    names = [words(one.name) for one in found.candidates]
    if not names or any(not set(words(typed)).isdisjoint(name) for name in names):
        return None
    meaning = otherwise(typed)
    if meaning is None or found.how == "near":
        return meaning
    word = meaning.ref.rpartition(" ")[2]
    return meaning if any(word in name for name in names) else None


def _of_family(connection: Book, typed: str, *, archived: bool) -> tuple[Candidate, ...]:
    """The people of a family that was typed where one person is asked for."""
    from netlog.actions import households

    return _everybody(*households.of(connection, typed, archived=archived))


def _everybody(
    families: Sequence[tuple[Candidate, ...]], bearing: tuple[Candidate, ...]
) -> tuple[Candidate, ...]:
    """The people of the families, each once; where there is none, those of the surname."""
    return tuple(dict.fromkeys(one for family in families for one in family)) or bearing


def taken(app: App, typed: str, found: Match) -> Person:
    """The only one who could be meant; that a name was near alone is said."""
    (chosen,) = found.candidates
    if found.how == "near":
        app.mention(f'Taking "{typed}" for {chosen.name} ({chosen.ref}).')
    return Person(chosen.id, chosen.ref, chosen.name)


def several(
    app: App, connection: Book, typed: list[str], *, archived: bool = False
) -> list[Person]:
    """The people who are meant, each once, in the order typed."""
    words_ = apart(app, connection, typed, archived=archived)
    each = (some(app, connection, name, archived=archived) for name in words_)
    return list(dict.fromkeys(person for people in each for person in people))


def apart(
    app: App, connection: Book, typed: Sequence[str], *, archived: bool = False
) -> Sequence[str]:
    """What was typed, words that together are meant as one name being one.

    Words side by side that are a whole name together, and other people one by one, are either: one
    is chosen on a terminal; else raises SeveralMatch with both readings. Of standard input each
    line is one name.
    """
    if app.reads_stdin:
        return typed
    for first, last in _runs([_is_word(one) for one in typed]):
        said = typed[first:last]
        whole = who.find_by_name(connection, " ".join(said), archived=archived)
        if whole.how != "exact":
            continue
        each = [who.find(connection, one, nearly=False, archived=archived) for one in said]
        if any(one.candidates != whole.candidates for one in each):
            return [*typed[:first], *_read(app, said, whole, each), *typed[last:]]
    return typed


def _runs(are_words: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Where words stand side by side, two at least and the most first: from and up to."""
    for length in range(min(len(are_words), MOST_WORDS), 1, -1):
        for first in range(len(are_words) - length + 1):
            if all(are_words[first : first + length]):
                yield first, first + length


def _is_word(typed: str) -> bool:
    """Whether that may be one word of an unquoted name."""
    return typed[:1].isalpha() and not (" " in typed or "\t" in typed or who.is_handle(typed))


def _read(app: App, said: Sequence[str], whole: Match, each: Sequence[Match]) -> Sequence[str]:
    """The words as one name, or as they are; raises SeveralMatch where nobody can be asked."""
    name = " ".join(said)
    people = tuple(dict.fromkeys(person for one in each for person in one.candidates))
    is_clear = all(len(one.candidates) == 1 for one in each)
    apart_ = who.listed(people, "and") if is_clear else f"{spelt(len(said))} people"
    readings = (who.listed(whole.candidates, "or"), apart_)
    found = tuple(dict.fromkeys((*whole.candidates, *people)))
    if not app.can_ask:
        raise SeveralMatch(
            f'"{who.shortened(name)}" could be {readings[0]} alone, or {readings[1]}.',
            advice="A name of several words goes in quotes; several people go by refs.",
            candidates=found,
        )
    at = picked(f'Who is "{who.shortened(name)}"?', readings)
    if at is None:
        raise SeveralMatch("Nobody was chosen.", saved=False, candidates=found)
    return said if at else [whole.candidates[0].ref if len(whole.candidates) == 1 else name]


def some(
    app: App,
    connection: Book,
    typed: str,
    otherwise: Otherwise | None = None,
    *,
    archived: bool = False,
) -> list[Person]:
    """The person who is meant, or the family: "the Millers", a couple or those of that tag."""
    found = family(app, connection, typed, archived=archived)
    if found is not None:
        return found
    return [one(app, connection, typed, otherwise, archived=archived)]


def family(
    app: App,
    connection: Book,
    typed: str,
    *,
    asks: bool = True,
    archived: bool = False,
) -> list[Person] | None:
    """The family that is meant, which is said; None where what was typed is none.

    Somebody who is called just so is meant before. Where two families may be meant, or people of
    one name who are no couple, one is chosen on a terminal; else raises SeveralMatch.
    """
    if parse_ref(typed):
        return None
    from netlog.rules.households import pair, surnames

    if not (surnames(typed) or pair(typed)):
        return None
    if who.find(connection, typed, archived=archived).how == "exact":
        return None
    from netlog.actions import households

    found, bearing = households.of(connection, typed, archived=archived)
    if len(found) == 1:
        app.mention(f'Taking "{who.shortened(typed)}" for {who.listed(found[0], "and")}.')
        return [Person(one.id, one.ref, one.name) for one in found[0]]
    if not (found or bearing):
        return None
    if asks and app.can_ask:
        meant = _chosen_family(typed, found or [(one,) for one in bearing])
        return [Person(one.id, one.ref, one.name) for one in meant]
    error = who.several(typed, _everybody(found, bearing))
    if not found and len(bearing) == 2:
        first, second = (one.ref for one in bearing)
        raise error.also(f"If they are a couple: netlog relate {first} {second} --as spouse")
    raise error


def _chosen_family(typed: str, families: Sequence[tuple[Candidate, ...]]) -> tuple[Candidate, ...]:
    """A numbered choice of families, or of people where there is none."""
    lines = [who.listed(one, "and") for one in families]
    at = picked(f'Which of them is "{who.shortened(typed)}"?', lines)
    if at is None:
        raise SeveralMatch("Nobody was chosen.", saved=False, candidates=_everybody(families, ()))
    return families[at]


def _ask_about(typed: str, candidates: tuple[Candidate, ...]) -> Candidate:
    """Whether the one near name is meant; nobody else is."""
    from netlog.commands.frame import questions  # which few runs ask

    near = candidates[0]
    if questions.confirmed(
        f'Nobody matches "{who.shortened(typed)}". Is it {who.with_work(near)} ({near.ref})?'
    ):
        return near
    raise NothingMatches("Nobody was chosen.", saved=False, candidates=candidates)


def choose(typed: str, candidates: Sequence[AnyChoice]) -> AnyChoice:
    """A numbered choice on the terminal; raises SeveralMatch where nobody is chosen."""
    if chosen := chosen_of(typed, candidates):
        return chosen
    raise SeveralMatch("Nobody was chosen.", saved=False, candidates=candidates)


def chosen_of(
    typed: str, candidates: Sequence[AnyChoice], *, ends: bool = False
) -> AnyChoice | None:
    """A numbered choice on the terminal; None for Enter, and Ctrl-D unless it ends more."""
    from netlog.commands.frame import questions

    lines = [f'"{who.shortened(typed)}" could be:']
    for number, candidate in enumerate(candidates, 1):
        lines.append(f"  {number}  {who.with_work(candidate)} ({candidate.ref})")
    render.aside("\n".join(lines))
    refs = [one.ref for one in candidates]
    at = questions.chosen("Which one?", len(candidates), refs, ends=ends)
    return None if at is None else candidates[at]


def picked(question: str, lines: Sequence[str]) -> int | None:
    """Which of the lines is meant, from 0; None for Enter."""
    from netlog.commands.frame import questions

    render.aside("\n".join(f"  {number}  {line}" for number, line in enumerate(lines, 1)))
    return questions.chosen(question, len(lines))


def check_is_no_name(connection: Book, title: str, what: str, instead: str) -> None:
    """Raise UsageMistake where a title alone is a ref, or the name of somebody here.

    what is said of such a record: "a lead is what may come"; instead is what to type, with a place
    for the ref of whoever it is.
    """
    from netlog.actions import records

    ref = parse_ref(title.strip())
    if ref and records.record(connection, ref):
        raise UsageMistake(
            f"{title.strip()} is a ref, and no title.", advice=f"netlog show {title.strip()}"
        )
    bearers = who.bearing(connection, title)
    if bearers:
        first, *others = bearers
        more = f" and {count(len(others), 'other')}" if others else ""
        raise UsageMistake(
            f"{typed_anew(title)} is {first.name} ({first.ref}){more}: {what}.",
            advice=instead.format(first.ref),
        )
