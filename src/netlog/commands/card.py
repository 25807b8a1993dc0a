"""netlog card: your own card, or somebody's, as text, as a vCard and as a QR code."""

import shutil
import sys
from collections.abc import Sequence
from io import BytesIO

from netlog import clock, output, render
from netlog.commands.frame import who
from netlog.commands.frame.app import App, of
from netlog.commands.frame.declared import Argument, Context, Option
from netlog.errors import NothingMatches, Refused, UsageMistake
from netlog.records.card import FIELDS, Card
from netlog.records.contacts import Method
from netlog.records.incoming import IncomingPerson
from netlog.render.pages import card as page
from netlog.rules import card as rules
from netlog.store import files
from netlog.store.config import settings
from netlog.store.folders import config_path
from netlog.typed import Annotated, Any

RECORD = Card
EXAMPLES = (
    "netlog card --edit    # in your editor",
    "netlog card           # and a QR code for the phone opposite",
    "netlog card grace --fields name,email",
    "netlog card --vcf -o ~/ada.vcf",
)
SECTION = "card"
STDOUT = "-"
TEMPLATE = """\
# Your own card. Fill in what you hand out and take the # away before it.
# Several e-mails and the like go in [ ], a label before each: ["work=ada@example.org"].
name = ""
# nickname = ""
# organization = ""
# title = ""
# city = ""
# birthday = "1990-05-15"
# email = ""
# phone = ""
# url = ""
# handle = "linkedin=ada"
# address = ""
"""
QUIET = 4  # modules around the code that a reader needs
MOST_BYTES = 2_953
MOST_BYTES_SAYING_UTF8 = 2_952


def command(
    ctx: Context,
    typed: Annotated[
        str | None,
        Argument(metavar="WHO", help="Whose card to pass on; your own without."),
    ] = None,
    edit: Annotated[bool, Option("--edit", help="Write your own card, in your editor.")] = False,
    fields: Annotated[
        str | None,
        Option(metavar="NAME,...", help=f"What is on it: {', '.join(FIELDS)}; or all."),
    ] = None,
    qr: Annotated[bool, Option("--qr", help="The QR code alone.")] = False,
    vcf: Annotated[bool, Option("--vcf", help="The vCard alone.")] = False,
    to: Annotated[
        str | None, Option("-o", "--output", metavar="PATH", help="Write the vCard there.")
    ] = None,
    force: Annotated[bool, Option("--force", help="Replace a file that is there.")] = False,
    invert: Annotated[
        bool, Option("--invert", help="Without colour, for dark text on a light ground.")
    ] = False,
) -> None:
    """Show your own card, with a QR code that a phone's camera reads.

    It stands in the config file. With WHO it is somebody's, to pass on: name, organization,
    title, e-mail, phone and url, unless --fields says otherwise. Notes, tags, how you met and
    cadence are never on a card.
    """
    app = of(ctx)
    if edit:
        if typed or fields or qr or vcf or to:
            raise UsageMistake("--edit stands alone.")
        _edit(app)
        return
    if (qr and (vcf or to)) or (app.json and (qr or vcf)):
        raise UsageMistake("--qr, --vcf and --json exclude each other.")
    whose, person = _own() if typed is None else _somebody(app, typed)
    chosen = rules.fields(fields, FIELDS if typed is None else rules.HANDED_ON)
    card = _card(whose, rules.held(person, chosen))
    if to is not None and to != STDOUT:
        files.write(to, [card.vcf.encode()], force=force, book=app.path)
        render.said(app.out, f"The card of {card.name} is in {to}.", card)
    elif vcf or to:
        render.contents(BytesIO(card.vcf.encode()))
    elif qr:
        _draw(app, card, invert=invert, alone=True)
    else:
        render.sheet(app.out, page.sheet(), card)
        if app.out.mode == "rich":
            _draw(app, card, invert=invert, alone=False)


def _own() -> tuple[str, IncomingPerson]:
    configured = settings()
    if not configured.card:
        raise NothingMatches("You have no card yet. Make one with netlog card --edit.")
    try:
        return "me", rules.own(configured.card, clock.today(), configured.region)
    except UsageMistake as mistake:
        raise UsageMistake(
            f"Your card in {config_path()} cannot be used: {mistake.message}",
            advice="Mend it with netlog card --edit.",
        ) from None


def _somebody(app: App, typed: str) -> tuple[str, IncomingPerson]:
    from netlog.actions.exporting import portable

    with app.reading() as connection:
        person = who.one(app, connection, typed)
        return person.ref, portable.one(connection, person.id)


def _card(whose: str, person: IncomingPerson) -> Card:
    """With the vCard: of version 3.0, which the cameras of all phones read."""
    from netlog.formats.vcard import writer

    lines = writer.card(rules.for_phones(person), "3.0").splitlines(keepends=True)
    return Card(
        whose=whose,
        name=person.name,
        nickname=person.nickname,
        organization=person.organization,
        title=person.title,
        city=person.city,
        birthday=person.birthday,
        methods=tuple(
            Method(one.kind, one.label, one.value, one.preferred) for one in person.methods
        ),
        # A code is read the more easily the less is in it.
        vcf="".join(line for line in lines if not line.startswith("PRODID")),
    )


def _draw(app: App, card: Card, *, invert: bool, alone: bool) -> None:
    modules = _modules(card.vcf)
    width = len(modules[0])
    if app.out.mode == "rich" and width > app.out.width:
        said = (
            f"The QR code is {width} columns wide and this terminal {app.out.width}: widen it, or "
            "hold something back with --fields."
        )
        if alone:
            raise Refused(f"{said}")
        app.mention(said)
        return
    tall = (len(modules) + 1) // 2
    if output.is_terminal(sys.stdout) and tall >= shutil.get_terminal_size().lines:
        app.mention(f"The QR code is {tall} lines high: make the terminal taller to show it whole.")
    render.code(app.out, modules, inverted=invert)


def _modules(text: str) -> Sequence[Sequence[bool]]:
    """The code, row by row, with the quiet zone around it; True is dark."""
    import segno

    size = len(text.encode())
    # A reader told nothing guesses: zbar takes the é of José for Japanese.
    said = not text.isascii()
    most = MOST_BYTES_SAYING_UTF8 if said else MOST_BYTES
    if size > most:
        raise Refused(
            f"The card is {size:,} bytes and a QR code holds {most:,}: hold something "
            "back with --fields."
        )
    # The lowest correction that fits, raised as far as the code stays of one size.
    code = segno.make_qr(text, error="l", encoding="utf-8", boost_error=True, eci=said)
    return [[bool(module) for module in row] for row in code.matrix_iter(border=QUIET)]


def _edit(app: App) -> None:
    """Let the user write the section; what is wrong with it opens the editor again."""
    if not (output.can_ask() and output.is_terminal(sys.stdout)):
        raise UsageMistake(
            "--edit opens an editor, for which it needs a terminal.",
            advice=f"The section [card] of {config_path()} is what it would change.",
        )
    from netlog.commands.frame import editor
    from netlog.store import config_file

    path, configured = config_path(), settings()
    before = config_file.section(path, SECTION) or TEMPLATE

    def attempt(typed: str) -> IncomingPerson:
        person = rules.own(_table(typed), clock.today(), configured.region)
        config_file.put(path, SECTION, typed)
        return person

    person = editor.revise(SECTION, before, attempt)
    if person is None:
        output.write("Nothing was changed.\n")
    else:
        render.said(app.out, f"Your card is written, {person.name}.", _card("me", person))


def _table(typed: str) -> dict[str, str | list[str]]:
    """The section as a table of texts; raises UsageMistake for what is none."""
    from netlog.commands.frame import document

    table: dict[str, Any] = document.parsed(typed)
    for name, value in table.items():
        several = value if isinstance(value, list) else [value]
        if name not in FIELDS:
            raise UsageMistake(f"A card has no {name!a}, only {', '.join(FIELDS)}.")
        if not all(isinstance(one, str) for one in several):
            raise UsageMistake(f'{name} must be text in quotes, or several in ["", ""].')
    return table
