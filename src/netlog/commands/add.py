"""netlog add: a new contact, with the coffee that made it when there was one."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import partial

from netlog import clock, render
from netlog.actions import adding, capture, standing
from netlog.actions import who as who_actions
from netlog.actions.capture import Instead
from netlog.commands.frame import attending, flags, options, served, several, to_come, who
from netlog.commands.frame.app import App, of
from netlog.commands.frame.declared import Argument, Context, Option
from netlog.errors import UsageMistake
from netlog.records.contacts import Contact, NewContact, OtherName
from netlog.records.meetings import Meeting, NewMeeting
from netlog.records.people import CIRCLES
from netlog.render.pages import meetings as page
from netlog.rules import dates, methods, text
from netlog.rules.cadence import parse_own_cadence, remark
from netlog.rules.newcomers import newcomer
from netlog.store.config import settings
from netlog.store.connect import Book
from netlog.store.reads import contacts as reads
from netlog.store.reads import favors, meetings, thanks
from netlog.typed import Annotated, Any

RECORD = Contact
# What is said of the meeting in the same breath, and not of the person.
_OF_THE_MEETING = ("name", "log", "on", "kind")
EXAMPLES = (
    'netlog add "Maria from the babysitting co-op"',
    'netlog add "Grace Hopper" --org "US Navy" --circle business --met reunion',
    'netlog add "Ada Lovelace" --log "Knows a publisher" --kind coffee --on 3d',
)


def command(
    ctx: Context,
    name: Annotated[str, Argument(metavar="NAME", help="Whatever you call them.")],
    nick: Annotated[
        list[str] | None,
        Option("--nick", "--nickname", metavar="NAME", help="Nickname; repeat for several."),
    ] = None,
    add_former: Annotated[
        list[str] | None, Option(metavar="NAME", help="A former name; repeat for several.")
    ] = None,
    org: Annotated[str | None, Option(metavar="NAME", help="Organization.")] = None,
    title: Annotated[str | None, Option(metavar="TEXT", help="Job title or role.")] = None,
    email: Annotated[
        list[str] | None,
        Option(metavar="ADDRESS", help="E-mail, or work=ADDRESS; repeat for several."),
    ] = None,
    phone: Annotated[
        list[str] | None, Option(metavar="NUMBER", help="Phone; repeat for several.")
    ] = None,
    url: Annotated[
        list[str] | None, Option(metavar="URL", help="Web page; repeat for several.")
    ] = None,
    handle: Annotated[
        list[str] | None,
        Option(metavar="NAME", help="Handle, as x=@grace; repeat for several."),
    ] = None,
    address: Annotated[
        list[str] | None, Option(metavar="TEXT", help="Postal address; repeat for several.")
    ] = None,
    prefer: Annotated[
        list[str] | None,
        Option(metavar="VALUE", help="Which e-mail, phone, ... of several to prefer."),
    ] = None,
    city: Annotated[str | None, Option(metavar="NAME", help="City.")] = None,
    met: Annotated[str | None, Option(metavar="TEXT", help="Where you know them from.")] = None,
    met_on: Annotated[
        str | None, Option(metavar="DATE", help="The day you met, if you know it.")
    ] = None,
    via: Annotated[
        str | None,
        Option(metavar="WHO", help="Who introduced you."),
    ] = None,
    circle: Annotated[
        list[str] | None,
        Option(
            metavar=f"[{'|'.join(CIRCLES)}]",
            help="Where they belong; repeat for several.",
        ),
    ] = None,
    tag: Annotated[
        list[str] | None, Option(metavar="TAG", help="A label of yours; repeat for several.")
    ] = None,
    every: Annotated[
        str | None, Option(metavar="CADENCE", help="How often: 2w, monthly, never.")
    ] = None,
    birthday: Annotated[
        str | None, Option(metavar="DATE", help="1990-05-15, or --05-15 without a year.")
    ] = None,
    add_date: Annotated[
        list[str] | None,
        Option(metavar="LABEL=DATE", help="A day of every year; repeat for several."),
    ] = None,
    set_: Annotated[
        list[str] | None,
        Option("--set", metavar="KEY=VALUE", help="A field of your own; repeat for several."),
    ] = None,
    note: Annotated[str | None, Option("--note", "--notes", metavar="TEXT", help="Notes.")] = None,
    log: Annotated[
        str | None, Option(metavar="TEXT", help="Record a meeting in the same breath.")
    ] = None,
    on: options.On = None,
    kind: options.OnKind = None,
    goal: options.OnGoal = None,
    uid: options.Id = None,
    force: Annotated[
        bool, Option("--force", help="Add even if they seem to be there already.")
    ] = False,
) -> None:
    """Add a person. A name is enough; everything else can wait."""
    app = of(ctx)
    today = clock.today()
    uid = options.uid(uid)
    if log is None and (on or kind):
        raise UsageMistake("--on and --kind describe a meeting: add --log TEXT.")
    with app.reading() as connection:
        introduced_by = who.one(app, connection, via).id if via is not None else None
        serves = served.named(app, connection, goal)
    region = settings().region
    name, beside = newcomer(name, region)
    nickname, others = _other_names(nick or (), add_former or (), name)
    born = dates.parse_past_birthday(birthday, today) if birthday is not None else None
    born, days = several.days_of_somebody_new(add_date or (), born, today)
    given = methods.gather(
        *(values or () for values in (email, phone, url, address, handle)), region=region
    )
    reached = methods.each_once((*beside, *given))
    new = NewContact(
        name=name,
        uid=uid,
        nickname=nickname,
        names=others,
        organization=text.optional_line(org, "organization"),
        title=text.optional_line(title, "title"),
        city=text.optional_line(city, "city"),
        birthday=born,
        dates=days,
        how_met=text.optional_line(met, "text of --met"),
        met_on=dates.parse_happened(met_on, today) if met_on is not None else None,
        introduced_by_id=introduced_by,
        circles=tuple(options.chosen(circle, CIRCLES, "circle")),
        tags=options.tags(tag),
        methods=flags.preferring(reached, prefer or (), name, region),
        fields=(*several.own_fields(set_ or ()).items(),),
        cadence_days=parse_own_cadence(every) if every is not None else None,
        notes=text.optional_block(note, "note"),
    )
    meeting = _met(app, ctx.params, new, today) if log is not None else None
    contact_id, is_new = adding.add(app, new, meeting, force=force, serves=serves)
    if every and (said := remark(every)):
        app.mention(said)
    _confirm(app, contact_id, is_new, today)


def _met(app: App, params: Mapping[str, Any], new: NewContact, today: date) -> NewMeeting:
    """The meeting in the same breath; of one to come, what adds them as typed, and a plan."""
    offered = partial(_offered, app, params, new)
    kind = params["kind"]
    return capture.meeting(params["log"], params["on"], kind, today, offered, [("--kind", kind)])


def _offered(app: App, params: Mapping[str, Any], new: NewContact) -> Instead:
    """What adds somebody as typed, and whom a plan then names.

    Raises WouldConflict as adding them does.
    """
    typed, name, force = params["name"], new.name, params["force"]
    kept = {key: value for key, value in params.items() if value and key not in _OF_THE_MEETING}
    with app.reading() as connection:
        known = reads.id_of_uid(connection, new.uid) if new.uid else None
        if not (force or known):
            adding.refuse_double(connection, new, adding.FORCE)
        if force and not known and who_actions.find_by_name(connection, name).candidates:
            from uuid import uuid4

            # Of several of that name only an id says which of them is meant.
            name = kept.setdefault("uid", str(uuid4()))
    added = kept or typed != name or not attending.is_new(f"{attending.NEW}{name}")
    if not added:
        return Instead([f"{attending.NEW}{name}"])
    return Instead([name], to_come.typed_again("netlog add", [typed], kept))


def _other_names(
    nicks: Iterable[str], former: Iterable[str], name: str
) -> tuple[str | None, tuple[OtherName, ...]]:
    """The first of the nicknames, and the others with the former names, each once."""
    nicknames = [*dict.fromkeys(text.line(one, "nickname") for one in nicks)]
    once = dict.fromkeys(text.line(one, "former name") for one in former)
    return nicknames[0] if nicknames else None, (
        *(OtherName("nickname", one) for one in nicknames[1:]),
        *(OtherName("former", one) for one in once if one != name),
    )


def _confirm(app: App, contact_id: int, is_new: bool, today: date) -> None:
    with app.reading() as connection:
        contact = reads.contact(connection, contact_id)
        assert contact is not None
        logged = [
            _followed(connection, meeting, today)
            for meeting in meetings.of_contact(connection, contact_id)
        ]
        shared = adding.shared_ways(connection, contact) if is_new else []
    what = "added" if is_new else "was added before"
    first = f"{contact.name} ({contact.ref}) {what}."
    render.said(app.out, "\n".join([first, *logged]), contact)
    for told in shared:
        app.mention(told)


def _followed(connection: Book, recorded: Meeting, today: date) -> str:
    """What was recorded and what follows from it, for the confirmation."""
    return page.logged(
        recorded,
        thanks.of_meeting(connection, recorded.id),
        favors.of_meeting(connection, recorded.id),
        today,
        standing.coming(connection, [one.id for one in recorded.contacts], today),
    )
