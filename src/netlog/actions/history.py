"""What `undo`, `redo` and `history` share: commands told in words, and taken back all or none."""

from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import islice

from netlog import clock
from netlog.actions import introducing
from netlog.actions.doors import Doors
from netlog.errors import NothingDone, NothingMatches, Refused, UsageMistake, WouldConflict
from netlog.records.history import COMPACT, FORGET, UNREADABLE, Batch, Command, Deed, Obstacle
from netlog.records.refs import NOUNS, Ref, parse_ref
from netlog.rules import history as rules
from netlog.rules import history_subjects, history_words
from netlog.store.connect import Book, together
from netlog.store.reads import hands, history_names
from netlog.store.reads import history as reads
from netlog.typed import TYPE_CHECKING
from netlog.wording import count, quoted, short_day

if TYPE_CHECKING:
    from netlog.store.writes.recording import Recording

# A command that changed more rows is told in numbers.
MOST_TOLD = 100
MANY = 10_000  # rows, which may not fit into memory
# Whoever is back has a name, however much is back with them.
REMOVING = ("remove", "merge")
# How many commands a list has unless one says.
MOST_LISTED = 20
SHORTEST_ID = 4

# Of the commands, the newest first, those that are meant of somebody's, or of everybody's.
Choose = Callable[[Iterable[Batch], str | None], Iterator[Batch]]
# Why there are not so many of that person's.
Refusal = Callable[[Book, str | None, int], str]


class _Rehearsed(Exception):
    """Everything could be done, and is not to be."""


# What is told of a command that was about no record of its own.
WHOLE = {
    FORGET: Deed(None, "somebody", "forgotten"),
    COMPACT: Deed(None, "what was done until then", "compacted"),
}


def told(
    connection: Book,
    batch: Batch,
    *,
    undone: bool,
    most: int = MOST_TOLD,
    left_out: Collection[Batch] = (),
) -> Command:
    """The command with what it did, in words; in numbers where it changed more rows than most.

    left_out is what of it cannot be read, as `reads.leaving_out` gives it.
    """
    what: tuple[Deed, ...]
    if batch.command in WHOLE:
        what = (WHOLE[batch.command],)
    elif batch.rows > most:
        what = history_words.counted(reads.tallies(connection, batch))
    else:
        changes = reads.changes(connection, batch)
        known = history_names.known(connection, changes)
        what = tuple(history_words.happened(history_words.told_once(changes), known, clock.today()))
        if len(changes) < batch.rows and any(batch.id == one.id for one in left_out):
            what = (*what, Deed(None, "some of it" if what else "what it did", UNREADABLE))
    return Command(batch.id, batch.command, batch.at, undone, batch.undoes, what, batch.who)


def take_back(
    doors: Doors,
    command: str,
    number: int,
    choose: Choose,
    refusal: Refusal,
    *,
    dry_run: bool,
    alone: bool = False,
    of: str | None = None,
) -> list[Command]:
    """Take back that many of those chosen, in one transaction; returns the commands concerned.

    On a server they are one's own, or of whom a keeper names. alone: they need not be the last,
    and what was done later stays. Raises Refused when there are
    fewer, with what refusal makes of their number; WouldConflict when something stands in the way.
    With dry_run nothing is saved.
    """
    with doors.reading() as connection:
        who = theirs(connection, of)
        rows = sum(batch.rows for batch in _chosen(connection, who, number, choose, refusal))
    concerned: list[Command] = []
    try:
        with doors.recording(command, large=rows > MANY) as book:
            # Anew, under the lock: another command may have come in between.
            found = _chosen(book.connection, who, number, choose, refusal)
            concerned += [_taken_back(book, batch, alone=alone) for batch in found]
            if dry_run:
                raise _Rehearsed
    except _Rehearsed:
        pass
    return concerned


def theirs(connection: Book, of: str | None) -> str | None:
    """Whose commands are meant, where somebody is named or not; None for everybody's, of a file.

    Raises UsageMistake and Refused for who may not be named.
    """
    own = hands.whose(connection)
    if of is None or of == own:
        return own
    if own is None:
        raise UsageMistake("--of is for a book on a server: this one is yours alone.")
    if not hands.keeps(connection):
        raise Refused("What others did is taken back by themselves, or by who keeps the book.")
    return of


def _taken_back(book: "Recording", batch: Batch, *, alone: bool) -> Command:
    """The command concerned, once every row is as it was; raises WouldConflict."""
    from netlog.store.writes import taking_back as writes

    # To take back an undo is to bring back the command it names.
    about = reads.batch(book.connection, batch.undoes) if batch.undoes else batch
    undone, removal = not batch.undoes, about.command.endswith(REMOVING)
    most = MANY if removal else MOST_TOLD
    before = told(book.connection, about, undone=undone, most=most)
    obstacle = writes.take_back(book, batch, alone=alone)
    if obstacle:
        raise _conflict(book.connection, before, obstacle)
    _check_no_ring(book, before)
    # Only now those are back who were at what others still are at.
    if undone and removal:
        return told(book.connection, about, undone=undone, most=most)
    return before


def _check_no_ring(book: "Recording", command: Command) -> None:
    """Raise WouldConflict where somebody would have led to whoever led to them."""
    book.session.flush()
    touched = book.journal.touched_contacts() or ()
    found = together(book.connection, lambda known: introducing.ring(known, touched))
    if found:
        said = "taken back" if command.undone else "brought back"
        raise WouldConflict(
            f"{command.command} cannot be {said}: {found.name} ({found.ref}) would have come "
            "through themselves.",
            advice=f'netlog edit {found.ref} --via ""',
        )


def one(connection: Book, typed: str, of: str | None = None) -> str:
    """The id of the one command that is meant: by its id or the start of it, or by a record's ref.

    Of a record it is the last that changed it and holds; on a server of one's own, or of whom a
    keeper names. Raises UsageMistake, NothingMatches or Refused.
    """
    ref, who = parse_ref(typed), theirs(connection, of)
    if ref and ref.letter in NOUNS:
        return _of_record(connection, ref, who)
    if len(typed) < SHORTEST_ID or not set(typed.lower()) <= set("0123456789abcdef-"):
        raise UsageMistake(
            f"{quoted(typed)} is neither a number, a ref such as m40, nor the id of a command.",
            advice="netlog undo --list shows them.",
        )
    found = [b for b in reads.batches(connection) if b.id.startswith(typed.lower())]
    if len(found) > 1:
        raise Refused(f"{count(len(found), 'command')} have an id that begins so.")
    if not found:
        raise NothingMatches(f"No command has the id {typed}.")
    if not any(b.id == found[0].id for b in rules.to_undo(reads.batches(connection))):
        raise _not_held(connection, found[0])
    if not rules.is_of(found[0], who):
        raise _of_another(found[0])
    return found[0].id


def _of_another(batch: Batch) -> Refused:
    return Refused(
        f"{batch.command} of {short_day(clock.day_of(batch.at), clock.today())} is what "
        f"{batch.who} did.",
        advice=f"Who keeps the book takes it back: netlog undo {batch.id[:8]} --of {batch.who}",
    )


def _not_held(connection: Book, batch: Batch) -> Refused:
    """Why a command that is there cannot be taken back, and what would do instead."""
    said = f"{batch.command} of {short_day(clock.day_of(batch.at), clock.today())}"
    if batch.command == FORGET:
        return Refused("What was forgotten cannot come back.")
    if batch.undoes:
        other = {"undo": "redo", "redo": "undo"}.get(batch.command, "undo")
        return Refused(f"{said} is taken back by netlog {other}.")
    if not any(
        b.id == batch.id and undone for b, undone in rules.judged(reads.batches(connection))
    ):
        return Refused(f"{said} stays: somebody was forgotten since.")
    last = next(rules.to_redo(reads.batches(connection)), None)
    again = "netlog redo brings it back." if last and last.undoes == batch.id else None
    return Refused(f"{said} was undone already.", advice=again)


def _of_record(connection: Book, ref: Ref, who: str | None) -> str:
    changes = reads.of_record(connection, ref)
    if not changes:
        raise NothingMatches(f"There is no {ref}.")
    ids = {change.batch.id for change in changes}
    held = [b for b in rules.to_undo(reads.batches(connection)) if b.id in ids]
    found = next((b for b in held if rules.is_of(b, who)), None)
    if found is None and held:
        raise _of_another(held[0])
    if found is None:
        raise Refused(f"Nothing that was done to {ref} can be taken back.")
    return found.id


def _chosen(
    connection: Book, who: str | None, number: int, choose: Choose, refusal: Refusal
) -> list[Batch]:
    found = list(islice(choose(reads.batches(connection), who), number))
    if len(found) < number:
        raise NothingDone(refusal(connection, who, len(found)))
    return found


def _conflict(connection: Book, command: Command, found: Obstacle) -> WouldConflict:
    """The sentence that says which record stands in the way, and what made it so."""
    today = clock.today()
    known = history_names.known(connection, [found.change])
    owner = history_subjects.owner(found.change)
    name = history_subjects.subject(owner, [found.change], known)
    who = f"{name} ({owner.ref})" if owner.ref else name
    did = {
        "changed": "was changed since",
        "removed": "is no longer there",
        "refers": "needs what it added",
    }[found.did]
    by = "outside netlog"
    if found.command and found.at:
        whose = f"{found.who}'s {found.command}" if found.who else found.command
        by = f"by {whose} on {short_day(clock.day_of(found.at), today)}"
    said = "taken" if command.undone else "brought"
    of_day = short_day(clock.day_of(command.at), today)
    return WouldConflict(f"{command.command} of {of_day} cannot be {said} back: {who} {did}, {by}.")


def mention_left_out(mention: Callable[[str], None], left_out: Collection[Batch]) -> None:
    """Say that something of the journal could not be read, where it is so."""
    if left_out:
        what = count(len(left_out), "change")
        mention(f"The journal cannot be read where it tells of {what}: netlog doctor says more.")
