"""netlog tags: the labels there are, and another name for one."""

from netlog import render
from netlog.commands.frame import filters, options
from netlog.commands.frame.app import App, of
from netlog.commands.frame.declared import Context, Option
from netlog.errors import UsageMistake
from netlog.records.cadence import CadenceRule
from netlog.records.tags import Tag
from netlog.render.pages import tags as page
from netlog.store.reads import cadence, labels
from netlog.typed import Annotated
from netlog.wording import count, describe_cadence

REHEARSES = True
RECORD = list[Tag]
EXAMPLES = (
    "netlog tags",
    "netlog tags --rename hiring recruiters",
    "netlog tags --json | jq -r '.[].tag'",
)


def command(
    ctx: Context,
    rename: Annotated[
        tuple[str, str] | None,
        Option(
            "--rename",
            metavar="TAG NEW",
            help="Call a tag something else; it joins a tag of that name.",
        ),
    ] = None,
) -> None:
    """Count how many people have each tag, or rename one for everybody.

    A cadence set by `every --tag` goes with the tag.
    """
    app = of(ctx)
    if rename:
        _rename(app, options.tag(rename[0]), options.tag(rename[1]))
        return
    with app.reading() as connection:
        found = labels.counted(connection)
    render.listing(app.out, page.listing(), found)


def _rename(app: App, old: str, new: str) -> None:
    if old == new:
        raise UsageMistake(f"#{old} is called that already.")
    with app.reading() as connection:
        known = [tag.tag for tag in labels.counted(connection)]
        rules = {rule.label: rule for rule in cadence.rules(connection) if rule.scope == "tag"}
    if old not in known and old not in rules:
        raise filters.no_tag(old, known)
    from netlog.store.writes import labels as writes

    with app.recording("tags") as book:
        changed = writes.rename_tag(book, old, new)
    with app.reading() as connection:
        found = [tag for tag in labels.counted(connection) if tag.tag == new]
    said = f"#{old} is called #{new} now, for {count(len(changed), 'person', 'people')}."
    if new in known:
        said = f"#{old} has joined #{new}, for {count(len(changed), 'person', 'people')}."
    render.said(app.out, said + _of_rules(rules.get(old), rules.get(new)), found)


def _of_rules(old: CadenceRule | None, new: CadenceRule | None) -> str:
    """What became of the cadences that were set for both."""
    if old is None:
        return ""
    was = describe_cadence(old.cadence_days or 0)
    if new is None:
        return f" Its cadence goes with it: {was}."
    return (
        f" The cadence of #{new.label} stays: {describe_cadence(new.cadence_days or 0)}. "
        f"That of #{old.label} is gone: {was}."
    )
