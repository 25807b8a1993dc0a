"""From what was typed to the company that is meant: asks on a terminal, refuses elsewhere."""

from netlog.actions import organizations
from netlog.actions import who as who_actions
from netlog.commands.frame import who
from netlog.commands.frame.app import App
from netlog.commands.frame.declared import Argument
from netlog.records.organizations import Company
from netlog.rules import text
from netlog.store.connect import Book
from netlog.store.reads import organizations as reads
from netlog.typed import Annotated

WhichOrg = Annotated[
    str, Argument(metavar="ORG", help="A company: its ref, as o4, or a name of it.")
]


def one(app: App, connection: Book, typed: str) -> Company:
    """The company that is meant.

    Raises NothingMatches where there is none, SeveralMatch with those that may be.
    """
    typed = text.line(typed, "name")
    found = organizations.find(connection, typed)
    if not found:
        raise organizations.nobody(connection, typed)
    if len(found) > 1 and not app.can_ask:
        raise who_actions.several(typed, found)
    chosen = found[0] if len(found) == 1 else who.choose(typed, found)
    company = reads.company(connection, chosen.id)
    assert company is not None
    return company
