"""netlog edit: a person, a meeting, a favor or thanks, by flags, in your editor or from JSON."""

import json
import sys
from collections.abc import Mapping
from functools import partial

from netlog import clock, output, render
from netlog.actions import editing, goals, records
from netlog.actions.editing import SERVES
from netlog.commands.frame import anything, changed, flags, served, who
from netlog.commands.frame.app import App, of
from netlog.commands.frame.declared import Argument, Context, Option
from netlog.errors import UsageMistake, WouldConflict
from netlog.records.contacts import Contact
from netlog.records.editing import Edit, Edited
from netlog.records.favors import Favor
from netlog.records.goals import Goal
from netlog.records.leads import Lead
from netlog.records.meetings import Meeting
from netlog.records.organizations import Company
from netlog.records.people import CIRCLES
from netlog.records.plans import Plan
from netlog.records.refs import Ref
from netlog.records.thanks import Thanks
from netlog.rules.cadence import remark
from netlog.rules.patches import Patch
from netlog.store.config import settings
from netlog.typed import Annotated, Any

RECORD = Contact | Meeting | Favor | Thanks | Plan | Company | Goal | Lead
EXAMPLES = (
    "netlog edit grace    # in your editor",
    'netlog edit grace --org Initech --title "" --tag hiring',
    "netlog edit grace --email work=grace@example.org --prefer 5550100",
    'netlog edit grace --name "Grace Miller" --add-date "anniversary=2010-06-01"',
    "netlog edit grace --set team=chess --unset shoe",
    'netlog edit m40 --on friday --with ada -m "what it was about"',
    'netlog edit c12 --stdin    # reads JSON such as {"city": "Oslo"}',
)
MOST_TRIES = 5


def _option(metavar: str, about: str, *names: str) -> Any:
    return Option(*names, metavar=metavar, help=about)


def _adding(metavar: str, what: str, *names: str) -> Any:
    return Option(*names, metavar=metavar, help=f"Add {what}; repeat for several.")


def _removing(metavar: str, what: str) -> Any:
    return Option(metavar=metavar, help=f"Take {what} away; repeat for several.")


Text = str | None
Texts = list[str] | None
METHOD = "[LABEL=]VALUE"
CIRCLE = f"[{'|'.join(CIRCLES)}]"


def command(
    ctx: Context,
    typed: Annotated[
        str, Argument(metavar="WHO", help="A person, or the ref of a record: m40, f7, t9.")
    ],
    name: Annotated[Text, _option("NAME", "The name; the old one still finds them.")] = None,
    nick: Annotated[
        Texts,
        _option("NAME", "Nickname, instead of those there are; repeat.", "--nick", "--nickname"),
    ] = None,
    org: Annotated[Text, _option("NAME", "Organization; the old one is remembered.")] = None,
    title: Annotated[Text, _option("TEXT", "Job title or role; the old is remembered.")] = None,
    fix: Annotated[
        bool | None,
        Option(
            "--fix/--no-fix", help="A new --name, --org or --title corrects the old one, or not."
        ),
    ] = None,
    city: Annotated[Text, _option("NAME", "City.")] = None,
    birthday: Annotated[Text, _option("DATE", "1990-05-15, or --05-15 without a year.")] = None,
    met: Annotated[Text, _option("TEXT", "Where you know them from.")] = None,
    met_on: Annotated[Text, _option("DATE", "The day you met.")] = None,
    via: Annotated[Text, _option("WHO", "Who introduced you.")] = None,
    every: Annotated[Text, _option("CADENCE", "How often: 2w, monthly, never, inherit.")] = None,
    note: Annotated[
        Text, _option("TEXT", "A line to add to the notes.", "--note", "--add-note")
    ] = None,
    notes: Annotated[Text, _option("TEXT", "Notes, in the place of those there are.")] = None,
    add_email: Annotated[Texts, _adding(METHOD, "an e-mail", "--add-email", "--email")] = None,
    rm_email: Annotated[Texts, _removing("ADDRESS", "an e-mail")] = None,
    add_phone: Annotated[Texts, _adding(METHOD, "a phone number", "--add-phone", "--phone")] = None,
    rm_phone: Annotated[Texts, _removing("NUMBER", "a phone number")] = None,
    add_url: Annotated[
        Texts, _adding(METHOD, "a web page or profile", "--add-url", "--url")
    ] = None,
    rm_url: Annotated[Texts, _removing("URL", "a web page or profile")] = None,
    add_handle: Annotated[
        Texts, _adding("[NETWORK=]NAME", "a handle, as x=@grace", "--add-handle", "--handle")
    ] = None,
    rm_handle: Annotated[Texts, _removing("NAME", "a handle")] = None,
    add_address: Annotated[
        Texts, _adding(METHOD, "a postal address", "--add-address", "--address")
    ] = None,
    rm_address: Annotated[Texts, _removing("ADDRESS", "a postal address")] = None,
    prefer: Annotated[
        Texts, _option("VALUE", "The e-mail, phone, ... to prefer among its kind.")
    ] = None,
    add_nick: Annotated[Texts, _adding("NAME", "a nickname")] = None,
    rm_nick: Annotated[Texts, _removing("NAME", "a nickname")] = None,
    add_former: Annotated[Texts, _adding("NAME", "a former name")] = None,
    rm_former: Annotated[Texts, _removing("NAME", "a former name")] = None,
    add_date: Annotated[Texts, _adding("LABEL=DATE", "a day of every year")] = None,
    rm_date: Annotated[Texts, _removing("LABEL", "a day of every year")] = None,
    add_tag: Annotated[Texts, _adding("TAG", "a tag", "--add-tag", "--tag")] = None,
    rm_tag: Annotated[Texts, _removing("TAG", "a tag")] = None,
    add_circle: Annotated[Texts, _adding(CIRCLE, "a circle", "--add-circle", "--circle")] = None,
    rm_circle: Annotated[Texts, _removing(CIRCLE, "a circle")] = None,
    set_: Annotated[Texts, _option("KEY=VALUE", "A field of your own; repeat.", "--set")] = None,
    unset: Annotated[Texts, _removing("KEY", "a field of your own")] = None,
    on: Annotated[
        Text, _option("DATE", "Of a meeting, a favor, thanks or a plan: the day.")
    ] = None,
    kind: Annotated[Text, _option("KIND", "Of a meeting or a plan: the kind.")] = None,
    text: Annotated[
        Text,
        _option(
            "TEXT",
            "Of a meeting, a favor or a plan: what it is about.",
            "--text",
            "--message",
            "-m",
        ),
    ] = None,
    at: Annotated[Text, _option("TIME", "Of a plan: the time of the day.")] = None,
    place: Annotated[Text, _option("TEXT", "Of a meeting or a plan: where it is.")] = None,
    invited: Annotated[Text, _option("[me|them]", "Of a meeting or a plan: who invited.")] = None,
    paid: Annotated[Text, _option("[me|them|split]", "Of a meeting: who paid.")] = None,
    asked: Annotated[Text, _option("TEXT", "Of a meeting: what you asked for.")] = None,
    occasion: Annotated[Text, _option("OCCASION", "Of a meeting: what it was part of.")] = None,
    goal: Annotated[
        Text,
        _option("GOAL", 'A goal that they, or it, serve as well, such as g1; "" unties all.'),
    ] = None,
    add_who: Annotated[
        Texts, _adding("WHO", "somebody to a meeting or a plan", "--add-who", "--with")
    ] = None,
    rm_who: Annotated[Texts, _removing("WHO", "somebody who was not")] = None,
    by: Annotated[Text, _option("DATE", "Of a favor or thanks: when it is due.")] = None,
    how: Annotated[
        Text,
        _option("[note|email|call|message|in-person|gift]", "Of thanks: how you thanked them."),
    ] = None,
    stdin: Annotated[
        bool, Option("--stdin", help="Read a JSON object of changes from standard input.")
    ] = False,
) -> None:
    """Change a person, a meeting, a favor, thanks or a plan: by options, else in your editor.

    An empty text clears: --org "". With --stdin the keys are those of the record's JSON: null
    clears, a list replaces. A former name, organization or title is kept, unless the new one is
    nearly the same: --fix and --no-fix say so outright.
    """
    app = of(ctx)
    given = _given(ctx.params)
    if stdin and given:
        raise UsageMistake("--stdin and options for fields exclude each other.")
    patch = _from_stdin() if stdin else None
    if not (given or stdin or _can_edit()):
        raise UsageMistake(
            "Say what to change, such as --org Initech; without options, edit opens an "
            "editor, for which it needs a terminal."
        )
    with app.reading() as connection:
        ref, before = anything.to_edit(app, connection, typed)
    if patch is not None:
        changed.say(app, *editing.apply(app, Edit(ref, before, patch), partial(who.one, app)))
    elif given:
        _by_flags(app, ref, before, given)
    else:
        _in_editor(app, ref, before)


def _given(params: Mapping[str, Any]) -> dict[str, Any]:
    """The options that were given, those for fields of a record."""
    return {
        name.rstrip("_"): value
        for name, value in params.items()
        if name not in ("typed", "stdin") and value not in (None, [], ())
    }


def _can_edit() -> bool:
    """Whether an editor would have a keyboard and a screen."""
    return output.can_ask() and output.is_terminal(sys.stdout)


def _from_stdin() -> Patch:
    """The patch; raises UsageMistake when it is no JSON object."""
    try:
        patch = json.loads(sys.stdin.buffer.read() if sys.stdin else b"")
    except (ValueError, RecursionError):
        raise UsageMistake("What came on standard input is not JSON.") from None
    if not isinstance(patch, dict):
        raise UsageMistake("--stdin takes one JSON object.")
    return patch


def _by_flags(app: App, ref: Ref, before: Any, given: dict[str, Any]) -> None:
    """Lists are added to as they stand when it is saved, so another who was quicker is no harm."""

    def find_ref(typed: str) -> str:
        with app.reading() as connection:
            return who.one(app, connection, typed).ref

    if typed := given.get("goal"):
        with app.reading() as connection:
            served.one(app, connection, typed)
    region, mends = settings().region, given.pop("fix", None)
    goal = given.pop("goal", None) if ref.letter in SERVES else None
    if mends is not None and not {"name", "org", "title"} & given.keys():
        raise UsageMistake("--fix and --no-fix go with --name, --org or --title.")
    for tries_left in reversed(range(MOST_TRIES)):
        patch = flags.patch_of(ref.letter, before, given, region, find_ref)
        try:
            edit = Edit(ref, before, patch, mends=mends, goal=goal)
            edited = editing.apply(app, edit, partial(who.one, app))
            break
        except WouldConflict:
            with app.reading() as connection:
                now = records.record(connection, ref)
            if now is None or not tries_left:
                raise
            before = now
    if said := remark(given.get("every", "")):
        app.mention(said)
    for known in flags.known_numbers(edited.after, given, region):
        app.mention(known)
    changed.say(app, *edited, mends, () if goal is None else (_serves(app, goal),))


def _serves(app: App, typed: str) -> str:
    if not typed:
        return "serves no goal"
    with app.reading() as connection:
        goal = goals.there(connection, typed)
    return f"serves {goal.text} ({goal.ref})"


def _in_editor(app: App, ref: Ref, before: Any) -> None:
    from netlog.commands.frame import document, editor

    stands = before

    def attempt(typed: str) -> Edited:
        nonlocal stands
        patch = document.patch_of(before, typed)
        if not patch:
            return Edited(before, before)
        try:
            return editing.apply(app, Edit(ref, stands, patch), partial(who.one, app))
        except WouldConflict as error:
            with app.reading() as connection:
                now = records.record(connection, ref)
            if now is None:
                raise
            # Told of what is there now, whoever saves again has seen it.
            stands = now
            says = ", ".join(document.lines_of(now, patch, other_than=before))
            clash = editor.Clash(error.message, advice=f"Now it says {says}.")
            clash.place = error.place
            raise clash from None

    edited = editor.revise(str(ref), document.text_of(before, clock.today()), attempt)
    if edited is None or edited.after == edited.before:
        render.said(app.out, "Nothing was changed.", before if edited is None else edited.after)
    else:
        changed.say(app, *edited)
