"""netlog every: how often to be in touch, with somebody or by rule."""

from typing import Annotated

from netlog import clock, render
from netlog.actions import organizations
from netlog.commands.frame import options, who
from netlog.commands.frame.app import App, of
from netlog.commands.frame.declared import Argument, Context, Option
from netlog.errors import NothingMatches, UsageMistake
from netlog.named import NamedTuple
from netlog.records.cadence import CadenceRule
from netlog.records.contacts import Contact
from netlog.records.organizations import Company
from netlog.records.people import Circle
from netlog.records.refs import parse_ref, ref
from netlog.render.pages import cadence as page
from netlog.rules.cadence import parse_own_cadence, remark
from netlog.rules.derived import DEFAULT_DAYS
from netlog.store.reads import cadence
from netlog.store.reads import contacts as reads
from netlog.store.reads import organizations as company_reads
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
            help="2w, 45d, monthly, never; inherit takes WHO's own or the rule away.",
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
        _set_rule(app, rule, parse_own_cadence(" ".join(words)))
        _mention_weekday(app, words)
    elif not words:
        _show_rules(app)
    elif len(words) == 1:
        raise UsageMistake("How often?", advice=f"netlog every {typed_anew(words[0])} 2w")
    else:
        _set_own(app, words[0], _own_days(words[1:]))
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


def _own_days(words: list[str]) -> int | None:
    try:
        return parse_own_cadence(" ".join(words))
    except UsageMistake as error:
        raise options.name_in_quotes(error, words) from None


def _set_of_company(app: App, company_id: int, days: int | None) -> None:
    """A company comes up when it is asked for here, and never by a rule."""
    from netlog.store.writes import organizations as writes

    with app.reading() as connection:
        if company_reads.company(connection, company_id) is None:
            raise NothingMatches(f"There is no {ref('o', company_id)}.")
    with app.recording("every") as book:
        writes.set_cadence(book, company_id, days or NEVER)
    with app.reading() as connection:
        found = company_reads.company(connection, company_id)
        assert found is not None
        due_on = organizations.sheet(connection, found).next_due_on
    said = f"{found.name}: {describe_cadence(found.cadence_days or NEVER)}"
    said += f", due {short_day(due_on, clock.today())}." if due_on else "."
    render.said(app.out, said, found)


def _set_own(app: App, typed: str, days: int | None) -> None:
    meant = parse_ref(typed)
    if meant and meant.letter == "o":
        _set_of_company(app, meant.id, days)
        return
    with app.reading() as connection:
        person = who.one(app, connection, typed)
    from netlog.store.writes import contacts as writes

    with app.recording("every") as book:
        writes.set_cadence(book, person.id, days)
    with app.reading() as connection:
        contact = reads.contact(connection, person.id)
    assert contact is not None
    due_on = contact.next_due_on
    said = f"{person.name}: {describe_cadence(contact.cadence_days or 0)}"
    said += f", due {short_day(due_on, clock.today())}." if due_on else "."
    render.said(app.out, said, contact)


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
