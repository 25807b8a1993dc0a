"""netlog archive: people who are left in peace, and kept."""

from netlog import clock
from netlog.actions import archiving
from netlog.actions.archiving import Debts
from netlog.commands.frame import labelling, options, questions, who
from netlog.commands.frame.app import App, of
from netlog.commands.frame.declared import Context, Option
from netlog.errors import UsageMistake
from netlog.records.contacts import Contact
from netlog.typed import Annotated
from netlog.wording import count, listed

REHEARSES = True
RECORD = list[Contact]
EXAMPLES = (
    "netlog archive grace",
    "netlog list --silent-for 5y --ids | netlog archive - --yes",
)
MOST_TOLD = 5


def command(
    ctx: Context,
    typed: options.SeveralWho,
    yes: Annotated[bool, Option("--yes", help="Also where something is open.")] = False,
) -> None:
    """Keep people without being reminded of them: they are due no more, nor listed.

    Where thanks, promises, asks or outcomes are open with them, it says so and asks. Their whole
    name still finds them, a part of it when nobody else answers to it, and `unarchive` brings them
    back.
    """
    app = of(ctx)
    with app.reading() as connection:
        meant = who.several(app, connection, typed)
        debts = archiving.debts(connection, meant, clock.today())
    if debts:
        _say(app, debts, yes=yes or app.rehearsing)
    from netlog.store.writes import archive as writes

    with app.recording("archive") as book:
        changed = writes.archive(book, [person.id for person in meant])
    outcome = labelling.Outcome(
        changed,
        lambda names, one: f"{names} {'is' if one else 'are'} archived.",
        lambda names, one: f"{names} {'is' if one else 'are'} archived already.",
    )
    labelling.confirm(app, meant, [outcome])


def _say(app: App, debts: list[Debts], *, yes: bool) -> None:
    """Tell what is open with whom, and ask; elsewhere than on a terminal --yes must be said."""
    told = "; ".join(_told(one) for one in debts[:MOST_TOLD])
    if len(debts) > MOST_TOLD:
        told += f"; and something with {len(debts) - MOST_TOLD} more"
    would = f"Still open with {told}."
    if yes:
        app.mention(would)
        return
    elsewhere = UsageMistake(would, advice="Add --yes to archive all the same.")
    questions.check_wanted(app, "Archive all the same?", elsewhere, "Nobody was archived.", would)


def _told(debts: Debts) -> str:
    """'Bo: thanks for coffee (t1) and 2 promises'."""
    words = {
        "thanks": ("thank-you", "thanks"),
        "promise": ("promise", "promises"),
        "waiting": ("ask", "asks"),
        "outcome": ("outcome to tell", "outcomes to tell"),
        "plan": ("plan", "plans"),
        "lead": ("step of a lead", "steps of leads"),
    }
    said = []
    for kind, refs in debts.refs.items():
        one, many = words[kind]
        number = f"{many}" if kind == "thanks" else count(len(refs), one, many)
        said.append(f"{number} ({', '.join(refs)})")
    return f"{debts.contact.name}: {listed(said)}"
