"""netlog draft: a few plain lines to send, made of what is on record."""

from collections.abc import Iterator, Sequence
from datetime import date

from netlog import clock, render
from netlog.actions import along, sending
from netlog.actions import messages as actions
from netlog.actions.messages import Composed
from netlog.actions.sending import SentBy
from netlog.commands.frame import caution, editor, gatherings, handing, options, who
from netlog.commands.frame.app import App, of
from netlog.commands.frame.declared import Argument, Context, Option
from netlog.errors import NothingMatches, Refused, UsageMistake
from netlog.records.messages import For, Language, Letters, Message, Template
from netlog.records.people import Person
from netlog.render.pages import along as along_page
from netlog.render.pages import messages as page
from netlog.store import files, letters
from netlog.store.config import settings
from netlog.store.connect import Book
from netlog.typed import Annotated, get_args
from netlog.wording import count, listed, typed_anew

STDOUT = "-"
RECORD = Message | list[Message] | list[Template] | Letters
EXAMPLES = (
    "netlog draft grace",
    "netlog draft carol --for nudge --copy",
    "netlog draft grace --edit --mail --sent",
    "netlog draft --tag pycon --for thanks -o drafts",
)


def command(
    ctx: Context,
    typed: Annotated[
        str | None,
        Argument(metavar="[WHO]", help="Whom to write to."),
    ] = None,
    for_: Annotated[
        For | None,
        Option("--for", help="What for; their most urgent line unless you say."),
    ] = None,
    edit: Annotated[bool, Option("--edit", help="Open it in your editor first.")] = False,
    copy: Annotated[bool, Option("--copy", help="Copy the text to the clipboard.")] = False,
    mail: Annotated[
        bool,
        Option("--mail", help="Open it in your mail program; in a pipe print its mailto:."),
    ] = False,
    sent: Annotated[
        bool, Option("--sent", help="Log it as sent, and settle what it was for.")
    ] = False,
    how: Annotated[
        SentBy | None,
        Option("--how", help="With --sent: how it was sent; a message, and with --mail an email."),
    ] = None,
    templates: Annotated[
        bool, Option("--templates", help="Print the templates, and where yours would be.")
    ] = False,
    tag: Annotated[
        str | None, Option(metavar="TAG", help="One for everybody with this tag.")
    ] = None,
    occasion: Annotated[
        str | None, Option(metavar="OCCASION", help="One for everybody met at this occasion.")
    ] = None,
    to: Annotated[
        str | None,
        Option(
            "-o",
            "--output",
            metavar="PATH",
            help="A folder to write each to; - prints them.",
        ),
    ] = None,
    force: Annotated[bool, Option("--force", help="Replace files that are there.")] = False,
) -> None:
    """Write a few plain lines to somebody, from what is on record.

    It never asks for a job and never invents: what is not on record is left out. The language is
    that of the field "language" (en, de, fr, es, pt), else English. Nothing is sent by netlog.
    """
    app = of(ctx)
    if templates:
        _templates(app, for_, typed or tag or occasion)
        return
    each = "netlog draft grace, or netlog draft --tag vip"
    options.check_whom("Write to whom?", typed, tag, occasion, each)
    if typed is None and (edit or copy or mail):
        raise UsageMistake("--edit, --copy and --mail are for one person.")
    if to not in (None, STDOUT) and (copy or mail):
        raise UsageMistake("-o writes files: leave --copy and --mail out.")
    if how and not sent:
        raise UsageMistake("--how goes with --sent.")
    if force and to in (None, STDOUT):
        raise UsageMistake("--force replaces files: name a folder with -o.")
    today = clock.today()
    with app.reading() as connection:
        if occasion is not None:
            occasion = gatherings.one(app, connection, occasion)
        people = _people(app, connection, typed, tag, occasion)
        whom = typed and who.typed_again(connection, typed, people[0])
        found = [actions.compose(connection, one, for_, today, occasion) for one in people]
        to_whom = actions.address(connection, people[0]) if mail else None
        if for_ == "intro" and typed is not None:
            caution.warn(app, connection, people[0], today)
    if sent:
        if mail:
            _check_address(to_whom, found[0])
        _check_sent(found)
    for said in (*_misnamed(), *_asides(found)):
        app.mention(said)
    if edit:
        found = [_edited(found[0])]
    if to not in (None, STDOUT):
        _write(app, to, found, force)
    else:
        _hand(app, found, to_whom, copy=copy, mail=mail, alone=typed is not None)
    if sent:
        _sent(app, found, today, how or ("email" if mail else "message"))
    elif whom and not found[0].lacking:
        _mention_sending(app, whom, found[0].message.for_, mail=mail)


def _people(
    app: App,
    connection: Book,
    typed: str | None,
    tag: str | None,
    occasion: str | None,
) -> list[Person]:
    if typed is not None:
        return [who.one(app, connection, typed)]
    if tag is not None:
        return actions.of_tag(connection, options.tag(tag))
    return actions.of_occasion(connection, occasion or "")


def _asides(found: Sequence[Composed]) -> Iterator[str]:
    """What is said beside the messages: what there was nothing of, and what is not in them."""
    for one in found:
        if one.lacking:
            yield one.lacking
        whose = f"{one.message.contact.name}: " if len(found) > 1 else ""
        yield from (f"{whose}{said}" for said in one.mentions)
    yield from dict.fromkeys(one.unsought for one in found if one.unsought)


def _misnamed() -> Iterator[str]:
    """Files beside your templates that stand in for none, and which may be meant."""
    for name, near, is_whole in letters.misnamed():
        meant = f"Did you mean {near}?" if near else "Their names: netlog draft --templates"
        if near and not is_whole:
            languages = listed(get_args(Language), "or")
            meant = f"It is called {near}.LANGUAGE.txt, the language {languages}."
        yield f"{name} in {letters.folder()} is no template. {meant}"


def _templates(app: App, for_: For | None, beside: str | None) -> None:
    if beside:
        raise UsageMistake("--templates prints templates: name nobody with it.")
    found = actions.in_force(for_)
    for said in _misnamed():
        app.mention(said)
    if app.json:
        render.said(app.out, "", found)
    else:
        render.text(app.out, page.templates(found, letters.folder()) + "\n")


def _edited(composed: Composed) -> Composed:
    """The message as it was left in the editor; raises UsageMistake when nothing was."""
    text = f"{page.text(composed.message)}\n"
    typed = editor.revise("draft", text, lambda left: left, keeps_unchanged=True)
    if typed is None:
        raise UsageMistake("The draft was left empty.")
    return composed._replace(message=page.edited(composed.message, typed))


def _hand(
    app: App, found: Sequence[Composed], address: str | None, *, copy: bool, mail: bool, alone: bool
) -> None:
    """Print the messages; the text is printed as well where it cannot be copied."""
    messages = [one.message for one in found]
    out_of_reach = _copied(messages[0]) if copy else None
    if mail:
        _mail(app, messages[0], address)
    elif alone:
        render.said(app.out, page.text(messages[0]), messages[0])
    else:
        render.said(app.out, page.several(messages), messages)
    if out_of_reach:
        raise out_of_reach
    if copy:
        app.mention("Copied.")


def _copied(message: Message) -> Refused | None:
    """Copy the text; why it cannot be copied, where it cannot."""
    try:
        handing.copy(message.body)
    except Refused as error:
        return error
    return None


def _mail(app: App, message: Message, address: str | None) -> None:
    """Open the mail program where somebody sits before it; else print what would be opened."""
    url = actions.mailto(address, message)
    if not address:
        app.mention(_no_address(message.contact))
    if app.can_offer and handing.open_mail(url):
        render.said(app.out, page.text(message), message)
        app.mention("Opened in your mail program.")
    else:
        render.said(app.out, url, message)


def _no_address(whom: Person) -> str:
    return f"No e-mail address of {whom.name} is on record."


def _write(app: App, folder: str, found: Sequence[Composed], force: bool) -> None:
    from netlog.formats.markdown.writer import plain_name

    people = [one.message.contact for one in found]
    names = [f"{plain_name(one.name, one.ref)}.txt" for one in people]
    pages = list(map(files.page, names, map(_bytes, found)))
    size = files.write_pages(folder, pages, force=force, book=app.path)
    app.remember(folder, "export")
    said = f"Wrote {count(len(pages), 'draft')} to {folder}."
    render.said(app.out, said, Letters(folder, len(pages), size))


def _bytes(composed: Composed) -> bytes:
    return f"{page.text(composed.message)}\n".encode("utf-8", "replace")


def _check_address(address: str | None, one: Composed) -> None:
    """Raise Refused where no mail can have gone to them: it is not logged as one that did."""
    if not address:
        whom = one.message.contact
        raise Refused(
            _no_address(whom),
            saved=False,
            afterwards="Nothing was logged.",
            advice=f"netlog edit {whom.ref} --email ADDRESS",
        )


def _check_sent(found: Sequence[Composed]) -> None:
    """Raise NothingMatches where nothing is on record that could have been sent, and was not."""
    if not all(one.lacking or one.written for one in found):
        return
    several = len(found) > 1
    raise NothingMatches(
        "There is nothing to send to any of them." if several else _why_not(found[0]),
        saved=False,
        afterwards="Nothing was logged.",
        advice=None if several else f"netlog log {found[0].message.contact.ref} message",
    )


def _why_not(one: Composed) -> str:
    """Why it is not logged: there is nothing to send, or it was sent today."""
    return one.lacking or f"You wrote to {one.message.contact.name} today ({one.written})."


def _sent(app: App, found: Sequence[Composed], today: date, how: SentBy) -> None:
    """Log what was sent, and say by name what it settled; nothing was for which there is none."""
    going = [one for one in found if not (one.lacking or one.written)]
    for one in found:
        if one.written:
            app.mention(_why_not(one))
        if one not in going:
            app.mention(f"Nothing was logged for {one.message.contact.name}.")
    rules = settings().thanks
    with app.reading() as connection:
        before = along.waiting(connection, [one.message.contact.id for one in going])
    named: set[str] = set()
    written_to = {one.message.contact.id for one in going}
    with app.recording("draft") as book:
        sent = sending.send(book, going, how, today, rules)
    with app.reading() as connection:
        for one, what in zip(going, sent, strict=True):
            settled = sending.settled(connection, one, what, today)
            app.mention(page.sent(settled, written_to, today))
            named |= {one.ref for one in settled.thanks} | {one.ref for one in settled.told}
        for said in along_page.sentences(along.settled(connection, before, named), today):
            app.mention(said)


def _mention_sending(app: App, whom: str, for_: For, *, mail: bool) -> None:
    """How to log it, for what it is now: what is most urgent may be something else by then."""
    how = " --how email" if mail else ""
    app.mention(f"When it is sent: netlog draft {typed_anew(whom)} --for {for_}{how} --sent")
