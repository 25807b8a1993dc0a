"""netlog orgs: how many people you know in each organization."""

from netlog import render
from netlog.commands.frame import options
from netlog.commands.frame.app import of
from netlog.commands.frame.declared import Context
from netlog.records.orgs import Organization
from netlog.render.pages import orgs as page
from netlog.rules import orgs as rules
from netlog.store.reads import organizations
from netlog.store.reads import orgs as reads

RECORD = list[Organization]
EXAMPLES = ("netlog orgs", "netlog orgs --limit 10 --json")


def command(ctx: Context, limit: options.Limit = None) -> None:
    """Count the people of each organization, most first.

    Acme and ACME are one; the most common spelling is shown. All that a record of a company means
    (netlog org) is that company.
    """
    app = of(ctx)
    with app.reading() as connection:
        names = organizations.names(connection)
        found = rules.gathered(reads.spellings(connection), names)
    render.listing(app.out, page.listing(), found[:limit])
