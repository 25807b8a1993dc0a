"""netlog org: companies, schools and clubs that have a record of their own."""

from functools import partial

from netlog import clock, render
from netlog.actions import editing, organizations
from netlog.commands.frame import bare, company, flags, options, questions, who
from netlog.commands.frame.app import App, of
from netlog.commands.frame.company import WhichOrg
from netlog.commands.frame.declared import Argument, Context, Option
from netlog.commands.frame.noun import Sub
from netlog.errors import UsageMistake
from netlog.records.editing import Edit
from netlog.records.organizations import Company, CompanyLine, CompanySheet, NewCompany, NewEntry
from netlog.records.refs import Ref, parse_ref
from netlog.render.pages import editing as editing_page
from netlog.render.pages import organizations as page
from netlog.rules import cadence, dates, methods, text
from netlog.rules import organizations as rules
from netlog.rules.bare import Grammar
from netlog.store.config import settings
from netlog.store.reads import organizations as reads
from netlog.typed import Annotated
from netlog.wording import quoted, typed_anew

DEFAULT_KIND = "note"


def add(
    ctx: Context,
    name: Annotated[str, Argument(metavar="NAME", help="What it is called.")],
    alias: Annotated[
        list[str] | None,
        Option(metavar="NAME", help="Another name of it; repeat for several."),
    ] = None,
    url: Annotated[str | None, Option(metavar="URL", help="Its web page.")] = None,
    city: Annotated[str | None, Option(metavar="NAME", help="City.")] = None,
    email: Annotated[
        list[str] | None, Option(metavar="[LABEL=]ADDRESS", help="E-mail; repeat.")
    ] = None,
    phone: Annotated[
        list[str] | None, Option(metavar="[LABEL=]NUMBER", help="Phone; repeat.")
    ] = None,
    note: Annotated[str | None, Option(metavar="TEXT", help="Notes.")] = None,
    every: Annotated[
        str | None, Option(metavar="CADENCE", help="How often it comes up in due; never at first.")
    ] = None,
    force: Annotated[
        bool, Option("--force", help="Also when it seems to be there already.")
    ] = False,
    uid: options.Id = None,
) -> None:
    """Give a company a record. Everybody at Acme, Acme Corp or Acme GmbH is found by it.

    The organization of people stays what was typed there: it finds the record by its name or an
    alias, whatever its legal form.
    """
    app, uid, region = of(ctx), options.uid(uid), settings().region
    called = text.line(name, "name")
    ways = [
        *(methods.labelled("email", one, region) for one in email or ()),
        *(methods.labelled("phone", one, region) for one in phone or ()),
        *(methods.labelled("url", one, region) for one in ([url] if url else ())),
    ]
    new = NewCompany(
        called,
        uid=uid,
        aliases=rules.own_aliases(called, [text.line(one, "alias") for one in alias or ()]),
        city=text.optional_line(city, "city"),
        methods=tuple({(one.kind, one.normal): one for one in ways}.values()),
        notes=text.optional_block(note, "note"),
        cadence_days=cadence.parse_cadence(every) if every else None,
    )
    company_id, is_new = _save(app, new, force=force)
    with app.reading() as connection:
        found = reads.company(connection, company_id)
        assert found is not None
        sheet = organizations.sheet(connection, found)
    render.said(app.out, page.added(sheet, is_new=is_new), found)


def _save(app: App, new: NewCompany, *, force: bool) -> tuple[int, bool]:
    """The id of the company, and whether no earlier try had stored it."""
    from netlog.store.writes import organizations as writes

    with app.recording("org add") as book:
        known = reads.id_of_uid(book.connection, new.uid) if new.uid else None
        if known:
            return known, False
        if not force:
            organizations.refuse_double(book.connection, new)
        return writes.add(book, new), True


def show(ctx: Context, typed: WhichOrg) -> None:
    """Show a company: who is there, who was, the last touch with any of them, its log."""
    app = of(ctx)
    with app.reading() as connection:
        found = organizations.sheet(connection, company.one(app, connection, typed))
    render.sheet(app.out, page.sheet(clock.today()), found)


def list_(ctx: Context, limit: options.Limit = None) -> None:
    """List the companies that have a record. All that people name: netlog orgs."""
    app = of(ctx)
    with app.reading() as connection:
        found = organizations.lines(connection)[:limit]
    render.listing(app.out, page.listing(clock.today()), found)


def edit(
    ctx: Context,
    typed: WhichOrg,
    name: Annotated[
        str | None, Option(metavar="NAME", help="The name; the old one becomes an alias.")
    ] = None,
    add_alias: Annotated[
        list[str] | None,
        Option("--add-alias", "--alias", metavar="NAME", help="Another name; repeat."),
    ] = None,
    rm_alias: Annotated[
        list[str] | None, Option(metavar="NAME", help="A name it has not; repeat.")
    ] = None,
    city: Annotated[str | None, Option(metavar="NAME", help="City.")] = None,
    add_url: Annotated[
        list[str] | None,
        Option("--add-url", "--url", metavar="URL", help="A web page; repeat."),
    ] = None,
    rm_url: Annotated[
        list[str] | None, Option(metavar="URL", help="Take a web page away; repeat.")
    ] = None,
    add_email: Annotated[
        list[str] | None,
        Option("--add-email", "--email", metavar="[LABEL=]ADDRESS", help="An e-mail."),
    ] = None,
    rm_email: Annotated[
        list[str] | None, Option(metavar="ADDRESS", help="Take an e-mail away; repeat.")
    ] = None,
    add_phone: Annotated[
        list[str] | None,
        Option("--add-phone", "--phone", metavar="[LABEL=]NUMBER", help="A phone number."),
    ] = None,
    rm_phone: Annotated[
        list[str] | None, Option(metavar="NUMBER", help="Take a number away; repeat.")
    ] = None,
    every: Annotated[
        str | None, Option(metavar="CADENCE", help="How often it comes up in due; never at first.")
    ] = None,
    add_address: Annotated[
        list[str] | None,
        Option("--add-address", "--address", metavar="TEXT", help="A postal address."),
    ] = None,
    rm_address: Annotated[
        list[str] | None, Option(metavar="TEXT", help="Take an address away; repeat.")
    ] = None,
    note: Annotated[str | None, Option(metavar="TEXT", help="A line to add to the notes.")] = None,
    notes: Annotated[
        str | None, Option(metavar="TEXT", help="Notes, in the place of those there are.")
    ] = None,
) -> None:
    """Change a company: its name, its aliases, where it is, how to reach it.

    An empty text clears: --city "". In your editor: netlog edit o4
    """
    app = of(ctx)
    given = {
        key: value
        for key, value in ctx.params.items()
        if key != "typed" and value not in (None, [], ())
    }
    if not given:
        raise UsageMistake(
            "What is to change?", advice='netlog org edit o4 --add-alias "Acme Corp"'
        )
    with app.reading() as connection:
        before = company.one(app, connection, typed)
    patch = flags.patch_of("o", before, given, settings().region, str)
    change = Edit(Ref("o", before.id), before, patch, "org edit")
    _, after = editing.apply(app, change, partial(who.one, app))
    render.said(app.out, editing_page.changed(before, after, clock.today()), after)


def merge(
    ctx: Context,
    kept: Annotated[str, Argument(metavar="ORG", help="The one that is kept.")],
    other: Annotated[str, Argument(metavar="ORG", help="The one that becomes part of it.")],
) -> None:
    """Make one company of two: all names of the second find the first, and its log goes over."""
    app = of(ctx)
    with app.reading() as connection:
        one, two = (company.one(app, connection, typed) for typed in (kept, other))
    if one.id == two.id:
        raise UsageMistake(f"Both are {one.name} ({one.ref}).")
    with app.recording("org merge") as book:
        organizations.merge(book, one, two)
    with app.reading() as connection:
        found = reads.company(connection, one.id)
        assert found is not None
        sheet = organizations.sheet(connection, found)
    said = f"{two.name} ({two.ref}) is part of {one.name} ({one.ref}) now."
    render.said(app.out, said, sheet)


def remove(
    ctx: Context,
    typed: WhichOrg,
    yes: Annotated[bool, Option("--yes", help="Do it without asking.")] = False,
) -> None:
    """Remove the record of a company; people keep its name as their organization."""
    from netlog.store.writes import removing as writes

    app = of(ctx)
    with app.reading() as connection:
        found = company.one(app, connection, typed)
    if not yes:
        what = f"{found.name} ({found.ref})"
        elsewhere = UsageMistake(f"That would remove {what}: add --yes.")
        questions.check_wanted(app, f"Remove {what}?", elsewhere, "Nothing was removed.")
    with app.recording("org remove") as book:
        writes.remove(book, writes.only("o", found.id))
    render.said(app.out, f"Removed {found.name} ({found.ref}).", found)


def log(
    ctx: Context,
    typed: Annotated[
        list[str],
        Argument(metavar="ORG [KIND] [DAY]", help="A company; the kind and day of it."),
    ],
    message: Annotated[
        str | None, Option("--message", "-m", metavar="TEXT", help="What it was about.")
    ] = None,
    on: options.On = None,
    kind: Annotated[
        str | None,
        Option(
            "--kind", metavar="KIND", callback=options.kind, help="The kind; note unless you say."
        ),
    ] = None,
) -> None:
    """Note what happened with a company and nobody in particular: a call to its hotline.

    Whatever stands after -- is what it was about. All but a note is a touch with the company, and
    none with anybody there. What happened with people is logged with them: netlog log grace
    """
    from netlog.store.writes import organizations as writes

    app, today = of(ctx), clock.today()
    message = options.told(app, message, "--message")
    grammar = Grammar(today, kinds=settings().kinds, direction="past")
    said = bare.read(app, typed[1:], grammar, bare.given(kind=kind, day=on))
    if said.who:
        name = typed_anew(f"{typed[0]} {said.who[0]}")
        in_quotes = f"A name of several words goes in quotes: netlog org log {name}"
        raise UsageMistake(
            f"{quoted(said.who[0])} is no kind and no day.",
            advice=None if parse_ref(typed[0]) else in_quotes,
        )
    day = said.day or on
    entry = NewEntry(
        dates.happened_on(day, today),
        said.kind or kind or DEFAULT_KIND,
        text.optional_block(message, "text"),
    )
    with app.reading() as connection:
        found = company.one(app, connection, typed[0])
    with app.recording("org log") as book:
        writes.note(book, found.id, entry)
    with app.reading() as connection:
        sheet = organizations.sheet(connection, found)
    render.said(app.out, page.noted(found, entry, today), sheet)


COMMANDS = {
    "add": Sub(
        add,
        (
            'netlog org add Acme --alias "Acme Labs" --url acme.example --city Oslo',
            'netlog org add "Acme GmbH" --note "Pays in 60 days"',
        ),
        Company,
    ),
    "show": Sub(show, ("netlog org show acme", "netlog org show o4"), CompanySheet),
    "list": Sub(list_, ("netlog org list",), list[CompanyLine]),
    "edit": Sub(
        edit,
        ('netlog org edit acme --add-alias "Ajax Inc"', "netlog org edit o4 --city Oslo"),
        Company,
    ),
    "merge": Sub(merge, ("netlog org merge o1 o2",), CompanySheet),
    "log": Sub(
        log,
        ("netlog org log acme call yesterday -- asked for a quote",),
        CompanySheet,
        takes_text=True,
    ),
    "remove": Sub(remove, ("netlog org remove o4",), Company),
}
