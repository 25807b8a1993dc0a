"""netlog every: how often to be in touch, with somebody or by rule."""

from collections.abc import Sequence
from datetime import date

from netlog import clock, render
from netlog.actions import organizations
from netlog.commands.frame import options, piping, who
from netlog.commands.frame.app import App, of
from netlog.commands.frame.declared import Argument, Context, Option
from netlog.errors import NothingMatches, UsageMistake
from netlog.named import NamedTuple
from netlog.records.cadence import CadenceRule
from netlog.records.contacts import Contact
from netlog.records.organizations import Company
from netlog.records.people import Circle
from netlog.records.refs import Ref, parse_ref
from netlog.render.pages import cadence as page
from netlog.rules.cadence import parse_own_cadence, remark
from netlog.rules.derived import DEFAULT_DAYS
from netlog.store.connect import Book
from netlog.store.reads import cadence
from netlog.store.reads import contacts as reads
from netlog.store.reads import organizations as company_reads
from netlog.typed import Annotated
from netlog.wording import NEVER, describe_cadence, short_day, typed_anew

RECORD = Contact | Company | list[CadenceRule]
EXAMPLES = (
    "netlog every grace monthly",
    "netlog every grace never",
    "netlog every o4 quarterly    # a company, too",
    "netlog every --tag family 2w",
    "netlog every --circle peer 60d",
    "netlog every --default 90d",
    "netlog every    # shows the rules",
)


class Rule(NamedTuple):
    """Whose rule: scope default, circle or tag, and the label."""

    scope: str
    label: str


def command(
    ctx: Context,
    words: Annotated[
        list[str] | None,
        Argument(
            metavar="[WHO] CADENCE",
            help="2w, 45d, monthly, never; inherit takes WHO's own or the rule away. - reads "
            "several from stdin.",
        ),
    ] = None,
    tag: Annotated[str | None, Option(metavar="TAG", help="For everybody with this tag.")] = None,
    circle: Annotated[Circle | None, Option(help="For this circle.")] = None,
    default: Annotated[
        bool, Option("--default", help="For everybody whom no other rule concerns.")
    ] = False,
) -> None:
    """Say how often to be in touch with somebody, a tag, a circle or everybody.

    A person's own cadence comes before the rules of tags, of circles and the default.
    """
    app = of(ctx)
    rule = _rule(tag, circle, default)
    words = words or []
    if rule:
        if not words:
            raise UsageMistake("How often?", advice=f"netlog every {_typed(rule)} 2w")
        _set_rule(app, rule, _days_of(rule, words))
        _mention_weekday(app, words)
    elif not words:
        _show_rules(app)
    elif len(words) == 1:
        raise UsageMistake("How often?", advice=f"netlog every {typed_anew(words[0])} 2w")
    else:
        named = piping.refs_from_stdin(ctx, words[:1])
        _set_own(app, named, _own_days(words[1:]), each=words[0] == piping.PIPED)
        _mention_weekday(app, words[1:])


def _mention_weekday(app: App, words: list[str]) -> None:
    if said := remark(" ".join(words)):
        app.mention(said)


def _rule(tag: str | None, circle: Circle | None, default: bool) -> Rule | None:
    chosen = [
        *([Rule("tag", options.tag(tag))] if tag else ()),
        *([Rule("circle", circle)] if circle else ()),
        *([Rule("default", "")] if default else ()),
    ]
    if len(chosen) > 1:
        raise UsageMistake("One of --tag, --circle and --default at a time.")
    return chosen[0] if chosen else None


def _typed(rule: Rule) -> str:
    return f"--{rule.scope} {typed_anew(rule.label)}".strip() if rule.label else f"--{rule.scope}"


def _days_of(rule: Rule, words: list[str]) -> int | None:
    try:
        return parse_own_cadence(" ".join(words))
    except UsageMistake:
        from netlog.rules.cadence import is_cadence

        whose = next((n for n in range(1, len(words)) if is_cadence(" ".join(words[n:]))), 0)
        if not whose:
            raise
        who_, often = " ".join(words[:whose]), " ".join(words[whose:])
        anew = [
            f"netlog every {one} {typed_anew(often)}" for one in (typed_anew(who_), _typed(rule))
        ]
        said = f"{who_} and --{rule.scope} are two: one of them at a time."
        raise UsageMistake(said, advice=", or ".join(anew)) from None


def _own_days(words: list[str]) -> int | None:
    try:
        return parse_own_cadence(" ".join(words))
    except UsageMistake as error:
        raise options.name_in_quotes(error, words) from None


def _set_own(app: App, named: Sequence[str], days: int | None, *, each: bool) -> None:
    """Set it for all of them, or none. A company comes up when it is asked for, never by a rule."""
    with app.reading() as connection:
        refs = list(dict.fromkeys(_meant(app, connection, one) for one in named))
    from netlog.store.writes.contacts import set_cadence
    from netlog.store.writes.organizations import set_cadence as set_of_company

    with app.recording("every") as book:
        for one in refs:
            if one.letter == "o":
                set_of_company(book, one.id, days or NEVER)
            else:
                set_cadence(book, one.id, days)
    with app.reading() as connection:
        found = [_now(connection, one) for one in refs]
    said = "\n".join(_said(record, due_on) for record, due_on in found)
    records = [record for record, _ in found]
    render.said(app.out, said, records if each else records[0])


def _meant(app: App, connection: Book, typed: str) -> Ref:
    meant = parse_ref(typed)
    if meant is None or meant.letter != "o":
        return Ref("c", who.one(app, connection, typed).id)
    if company_reads.company(connection, meant.id) is None:
        raise NothingMatches(f"There is no {meant}.")
    return meant


def _now(connection: Book, one: Ref) -> tuple[Contact | Company, date | None]:
    """Who it is, as it is now, and when it comes up."""
    if one.letter == "c":
        contact = reads.contact(connection, one.id)
        assert contact is not None
        return contact, contact.next_due_on
    company = company_reads.company(connection, one.id)
    assert company is not None
    return company, organizations.sheet(connection, company).next_due_on


def _said(record: Contact | Company, due_on: date | None) -> str:
    said = f"{record.name}: {describe_cadence(record.cadence_days or NEVER)}"
    return said + (f", due {short_day(due_on, clock.today())}." if due_on else ".")


def _set_rule(app: App, rule: Rule, days: int | None) -> None:
    from netlog.store.writes import cadence as writes

    with app.recording("every") as book:
        writes.set_rule(book, rule.scope, rule.label, days)
    _show_rules(app)


def _show_rules(app: App) -> None:
    with app.reading() as connection:
        found = cadence.rules(connection)
    if not any(rule.scope == "default" for rule in found):
        found.append(CadenceRule(None, None, None, "default", None, DEFAULT_DAYS))
    order = ("default", "circle", "tag")
    found.sort(key=lambda rule: (order.index(rule.scope), rule.label or ""))
    render.listing(app.out, page.listing(), found)
