"""From what was typed to a person or a record of any kind: for commands that take either."""

from netlog.actions.records import record
from netlog.actions.who import find_by_name
from netlog.commands.frame import who
from netlog.commands.frame.app import App
from netlog.errors import NothingMatches, UsageMistake
from netlog.records.refs import Ref, parse_ref
from netlog.store.connect import Book
from netlog.typed import Any


def one(app: App, connection: Book, typed: str) -> Ref:
    """The ref of what is meant, which is there.

    Raises NothingMatches and SeveralMatch as `who.one` does.
    """
    ref = parse_ref(typed)
    if ref and ref.letter != "c":
        if record(connection, ref) is not None:
            return ref
        if not find_by_name(connection, typed).candidates:
            raise NothingMatches(f"There is no {ref}.")
    return Ref("c", who.one(app, connection, typed).id)


def some(app: App, connection: Book, typed: str) -> list[Ref]:
    """As `one`, and all of a family where one was typed: "the Millers"."""
    if parse_ref(typed) is None and (family := who.family(app, connection, typed)):
        return [Ref("c", person.id) for person in family]
    return [one(app, connection, typed)]


def to_edit(app: App, connection: Book, typed: str) -> tuple[Ref, Any]:
    """The ref and the record that are meant: of a person, or by the ref of anything else."""
    ref = parse_ref(typed)
    if ref and ref.step:
        raise UsageMistake(
            f"{ref} is a step of a lead.", advice=f"netlog lead step {ref} done, --who or --by"
        )
    if ref is None or ref.letter == "c" or find_by_name(connection, typed).candidates:
        ref = Ref("c", who.one(app, connection, typed).id)
    found = record(connection, ref)
    if found is None:
        raise NothingMatches(f"There is no {ref}.")
    return ref, found
