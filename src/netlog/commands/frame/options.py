"""Options that several commands share, and the two that every command has."""

from collections.abc import Iterator, Sequence
from typing import Annotated, Any, TypeVar

import typer
from typer.core import TyperOption

from netlog import output, wording
from netlog.commands.frame.app import App
from netlog.errors import NothingMatches, UsageMistake
from netlog.records.meetings import KINDS
from netlog.records.people import CIRCLES, PeopleFilter
from netlog.records.refs import parse_ref
from netlog.rules import text

OneOf = TypeVar("OneOf", bound=str)


def shared(*, at_root: bool = False) -> list[TyperOption]:
    """--json, --db and --no-pager, which work on every command, before or after its name."""
    return [
        TyperOption(
            param_decls=["--json"],
            is_flag=True,
            expose_value=False,
            callback=_set("json"),
            help="Print JSON only.",
        ),
        TyperOption(
            param_decls=["--db"],
            metavar="PATH",
            expose_value=False,
            callback=_set("db"),
            help="Use this file instead of $NETLOG_DB or your own.",
        ),
        TyperOption(
            param_decls=["--no-pager"],
            is_flag=True,
            is_eager=True,  # before --help, which may stand before it
            expose_value=False,
            hidden=not at_root,
            callback=_without_pager,
            help="Print straight to the terminal, however long it is.",
        ),
    ]


def dry_run() -> TyperOption:
    """--dry-run, for a command that can be rehearsed as it is."""
    return TyperOption(
        param_decls=["--dry-run"],
        is_flag=True,
        expose_value=False,
        callback=_set("rehearsing"),
        help="Show what would happen, and change nothing.",
    )


def _without_pager(ctx: Any, _param: Any, value: bool) -> None:
    if value and ctx.obj is not None:
        ctx.obj.pager = False


def _set(name: str) -> Any:
    def remember(ctx: Any, _param: Any, value: Any) -> None:
        if value == "" and not ctx.resilient_parsing:
            raise UsageMistake(f"--{name} is empty: name a file.")
        if value and ctx.obj is not None:
            setattr(ctx.obj, name, value)

    return remember


DASHES = "--"


def text_apart(words: Sequence[str]) -> tuple[list[str], str | None]:
    """The words before the first --, and those after it as one text; None without any."""
    if DASHES not in words:
        return list(words), None
    at = words.index(DASHES)
    return list(words[:at]), " ".join(words[at + 1 :])


def told(app: App, typed: str | None, option: str) -> str | None:
    """The text after --, else that of the option; raises UsageMistake for both."""
    said = app.told if app.told and app.told.strip() else None
    if said is not None and typed is not None:
        raise UsageMistake(f"The text after -- and {option} are two: leave one out.")
    return typed if said is None else said


PIPED = "-"


def piped(context: Any, typed: Sequence[str] | None) -> list[str]:
    """What was typed, a `-` among it replaced by the lines of standard input that are not blank.

    Nobody is asked anything after that. Raises UsageMistake for a second `-` and for what is not
    text, NothingMatches when nobody is named there.
    """
    words = list(typed or ())
    if PIPED not in words or context.resilient_parsing or context.obj is None:
        return words
    if words.count(PIPED) > 1:
        raise UsageMistake("Standard input is read once: one - is enough.")
    context.obj.reads_stdin = True
    at = words.index(PIPED)
    return [*words[:at], *_lines_of_stdin(), *words[at + 1 :]]


def _lines_of_stdin() -> list[str]:
    try:
        lines = output.read().decode("utf-8-sig").split("\n")
    except UnicodeDecodeError:
        raise UsageMistake("Standard input is not UTF-8 text.") from None
    found = [line.strip() for line in lines if line.strip()]
    if not found:
        raise NothingMatches("Nobody was named on standard input.")
    return list(_without_headings(found))


def _without_headings(lines: Sequence[str]) -> Iterator[str]:
    """The lines without those under which `search` prints what begins with a ref."""
    from netlog.render.pages.search import HEADINGS

    headings = set(HEADINGS.values())
    for line, following in zip(lines, [*lines[1:], "-"], strict=True):
        if line not in headings or parse_ref(following.split()[0]) is None:
            yield line


def from_stdin(ctx: typer.Context, value: list[str] | None) -> list[str]:
    """`piped` as the callback of an argument."""
    return piped(ctx, value)


def refs_from_stdin(ctx: typer.Context, value: list[str] | None) -> list[str]:
    """Like `from_stdin`; of a line that begins with a ref, as those of `due` do, the ref."""
    words = piped(ctx, value)
    if not (ctx.obj is not None and ctx.obj.reads_stdin):
        return words
    return [first if parse_ref(first := word.split()[0]) else word for word in words]


Who = Annotated[
    str,
    typer.Argument(
        metavar="WHO",
        help="A ref, part of a name, a nickname, an e-mail or a phone number.",
    ),
]
WhoOrRef = Annotated[
    str,
    typer.Argument(
        metavar="WHO|REF",
        help="A person as everywhere, or a ref such as t9.",
    ),
]
WhoAndMore = Annotated[
    list[str],
    typer.Argument(
        metavar="WHO... [KIND] [DAY]",
        help="Refs, parts of names, e-mails or phone numbers; +NAME adds somebody; - reads them "
        "from stdin. A word that is a kind or a day is one.",
    ),
]
SeveralWho = Annotated[
    list[str],
    typer.Argument(
        metavar="WHO...",
        callback=from_stdin,
        help="Refs, parts of names, e-mails or phone numbers; - reads them from stdin.",
    ),
]
Refs = Annotated[
    list[str],
    typer.Argument(
        metavar="REF...",
        callback=refs_from_stdin,
        help="Refs as `due` shows them; - reads them from stdin.",
    ),
]
OnCircle = Annotated[
    list[str] | None,
    typer.Option(
        "--circle",
        metavar=f"[{'|'.join(CIRCLES)}]",
        help="Only this circle; repeat for any of them.",
    ),
]
OnTags = Annotated[
    list[str] | None,
    typer.Option("--tag", metavar="TAG", help="Only people with this tag; repeat for all of them."),
]


def limiting(unless_said: str = "") -> Any:
    """--limit, which says one way everywhere how many there are without it: "20 commands"."""
    default = f"; {unless_said} unless you say" if unless_said else ""
    return typer.Option("--limit", metavar="N", min=1, help=f"Show at most N{default}.")


Limit = Annotated[int | None, limiting()]
OnGoal = Annotated[
    str | None, typer.Option("--goal", metavar="REF", help="The goal that it serves, such as g1.")
]
OnLead = Annotated[
    str | None, typer.Option("--lead", metavar="REF", help="The lead that it is for, such as l3.")
]
On = Annotated[
    str | None,
    typer.Option("--on", metavar="DATE", help="The day: yesterday, 3d, friday, 2026-11-20."),
]
Id = Annotated[
    str | None,
    typer.Option("--id", metavar="UUID", help="Record under this id; again is then harmless."),
]


def kind(typed: str | None) -> str | None:
    """A kind of meeting, built in or of one's own; raises UsageMistake for another word."""
    if typed is None:
        return None
    # Looked up when it is typed: the config is read by few commands.
    from netlog.store.config import settings

    known = settings().kinds
    said = typed.strip().lower()
    if said not in known:
        what, advice = wording.no_such(typed, "kind of meeting", known)
        raise UsageMistake(what, advice=advice)
    return said


OnKind = Annotated[
    str | None,
    typer.Option(
        "--kind",
        metavar="KIND",
        callback=kind,
        help=f"The kind: {', '.join(KINDS)}, or one of yours; meeting unless you say.",
    ),
]


def chosen(typed: Sequence[str] | None, choices: Sequence[OneOf], noun: str) -> list[OneOf]:
    """What a repeatable option of choices was given, each once; Typer checks single ones itself.

    noun is what each of them is: a "circle".
    """
    for one in typed or ():
        if one not in choices:
            what, advice = wording.no_such(one, noun, choices)
            raise UsageMistake(what, advice=advice)
    return [choice for choice in choices if choice in (typed or ())]


def name_in_quotes(error: UsageMistake, words: Sequence[str]) -> UsageMistake:
    """The mistake, with a hint when the first of these words may belong to the name before them."""
    hint = "A name of several words goes in quotes." if len(words) > 1 else None
    return error.also(hint)


def favor_ids(typed: Sequence[str] | None) -> tuple[int, ...]:
    """The ids of favors named by ref; raises UsageMistake for anything else."""
    refs = [parse_ref(one) for one in typed or ()]
    if any(ref is None or ref.letter != "f" for ref in refs):
        names = [one for one in typed or () if parse_ref(one) is None]
        raise UsageMistake(
            "A favor is named by its ref, such as f7.",
            advice=f"Theirs: netlog favor list {wording.typed_anew(names[0])}" if names else None,
        )
    return tuple(dict.fromkeys(ref.id for ref in refs if ref))


def uid(typed: str | None) -> str | None:
    """The --id in its standard form; raises UsageMistake when it is no UUID."""
    if typed is None:
        return None
    import uuid

    try:
        return str(uuid.UUID(typed))
    except ValueError:
        raise UsageMistake("--id takes a UUID, such as one that uuidgen prints.") from None


def tag(typed: str) -> str:
    """A tag as it is stored: lower case, without a leading #."""
    return text.tag(typed)


def tags(typed: list[str] | None) -> tuple[str, ...]:
    """The tags as they are stored, each once."""
    return tuple(dict.fromkeys(tag(one) for one in typed or ()))


def people_filter(circles: list[str] | None, typed_tags: list[str] | None) -> PeopleFilter:
    """The people whom --circle and --tag leave."""
    return PeopleFilter(circles=tuple(chosen(circles, CIRCLES, "circle")), tags=tags(typed_tags))
