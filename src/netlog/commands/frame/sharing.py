"""What share, unshare and hand-over have in common: people, then with whom or to whom."""

from collections.abc import Sequence

from netlog import render
from netlog.actions import office
from netlog.commands.frame import labelling
from netlog.commands.frame.app import of
from netlog.errors import UsageMistake
from netlog.render.pages import office as page
from netlog.typed import Any, Literal
from netlog.wording import typed_anew


def changed(
    context: Any,
    command: str,
    how: Literal["share", "read", "unshare", "hand over"],
    typed: Sequence[str],
) -> None:
    """Do it to all but the last word, with the last; and say of whom it changed anything."""
    app = of(context)
    office.check(app, command)
    if len(typed) < 2:
        raise UsageMistake(
            "To whom?" if how == "hand over" else "With whom?",
            advice=f"netlog {command} {typed_anew(typed[0])} bob",
        )
    *words, who = typed
    meant = labelling.people(app, context, words)
    ids, found = office.change(app, how, meant, who)
    sentences = []
    for said, group in zip(
        page.done(how, who),
        ([p for p in meant if p.id in ids], [p for p in meant if p.id not in ids]),
        strict=True,
    ):
        if group:
            are = "is" if len(group) == 1 else "are"
            sentences.append(f"{labelling.named(group)} {are} {said}.")
    render.said(app.out, "\n".join(sentences), found)
