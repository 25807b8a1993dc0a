"""Options that several commands share."""

from collections.abc import Sequence

from netlog import wording
from netlog.commands.frame import piping
from netlog.commands.frame.app import App
from netlog.commands.frame.declared import Argument, Option
from netlog.errors import UsageMistake
from netlog.records.meetings import KINDS
from netlog.records.people import CIRCLES, PeopleFilter
from netlog.records.refs import Ref, parse_ref
from netlog.typed import Annotated, Any, TypeVar

OneOf = TypeVar("OneOf", bound=str)


def told(app: App, typed: str | None, option: str) -> str | None:
    """The text after --, else that of the option; raises UsageMistake for both."""
    said = app.told if app.told and app.told.strip() else None
    if said is not None and typed is not None:
        raise UsageMistake(f"The text after -- and {option} are two: leave one out.")
    return typed if said is None else said


def left(value: str) -> str:
    """The word as it was typed: the command reads what a - stands for."""
    return value


Who = Annotated[
    str,
    Argument(
        metavar="WHO",
        help="A ref, part of a name, a nickname, an e-mail or a phone number.",
    ),
]
WhoOrRef = Annotated[
    str,
    Argument(
        metavar="WHO|REF",
        help="A person as everywhere, or what they did, such as f7.",
    ),
]
WhoAndMore = Annotated[
    list[str],
    Argument(
        metavar="WHO... [KIND] [DAY]",
        help="Refs, parts of names, e-mails or phone numbers; +NAME adds somebody; - reads them "
        "from stdin. A word that is a kind or a day is one.",
    ),
]
EachWhoOrRef = Annotated[
    str,
    Argument(
        metavar="WHO|REF",
        callback=left,
        help="A person as everywhere, or a ref such as t9; - reads several from stdin.",
    ),
]
SeveralWho = Annotated[
    list[str],
    Argument(
        metavar="WHO...",
        callback=piping.from_stdin,
        help="Refs, parts of names, e-mails or phone numbers; - reads them from stdin.",
    ),
]
Refs = Annotated[
    list[str],
    Argument(
        metavar="REF...",
        callback=piping.refs_from_stdin,
        help="Refs as `due` shows them; - reads them from stdin.",
    ),
]
Mine = Annotated[
    bool, Option("--mine", help="In an office, your own people alone; so unless you say.")
]
Everyone = Annotated[
    bool, Option("--everyone", help="In an office, everybody whom you see, and not yours alone.")
]
ByUser = Annotated[
    str | None,
    Option("--by", metavar="USER", help="In an office: what that user did, and their people."),
]
OnCircle = Annotated[
    list[str] | None,
    Option(
        "--circle",
        metavar=f"[{'|'.join(CIRCLES)}]",
        help="Only this circle; repeat for any of them.",
    ),
]
OnTags = Annotated[
    list[str] | None,
    Option("--tag", metavar="TAG", help="Only people with this tag; repeat for all of them."),
]


def limiting(unless_said: str = "") -> Any:
    """--limit, which says one way everywhere how many there are without it: "20 commands"."""
    default = f"; {unless_said} unless you say" if unless_said else ""
    return Option("--limit", metavar="N", min=1, help=f"Show at most N{default}.")


Limit = Annotated[int | None, limiting()]
OnGoal = Annotated[
    str | None, Option("--goal", metavar="GOAL", help="The goal that it serves, such as g1.")
]
OnLead = Annotated[
    str | None, Option("--lead", metavar="LEAD", help="The lead that it is for, such as l3.")
]
Answers = Annotated[
    list[str] | None,
    Option(
        "--answers",
        metavar="ASK",
        help="What you had asked them for, such as f3, which came with it; repeat.",
    ),
]
On = Annotated[
    str | None,
    Option("--on", metavar="DATE", help="The day: yesterday, 3d, friday, 2026-11-20."),
]
Id = Annotated[
    str | None,
    Option("--id", metavar="UUID", help="Record under this id; again is then harmless."),
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
    Option(
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
            what, meant = wording.no_such(one, noun, choices)
            label = f"A label: --tag {wording.typed_anew(one)}" if noun == "circle" else None
            raise UsageMistake(what, advice=meant or label)
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


def plan_ref(typed: str) -> Ref:
    """Which plan is meant; raises UsageMistake for what is no ref of one."""
    ref = parse_ref(typed)
    if ref is None or ref.letter != "p":
        raise UsageMistake("A plan is named by its ref, such as p3.", advice="netlog plan list")
    return ref


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
    from netlog.rules import text  # which few commands are given

    return text.tag(typed)


def tags(typed: list[str] | None) -> tuple[str, ...]:
    """The tags as they are stored, each once."""
    return tuple(dict.fromkeys(tag(one) for one in typed or ()))


def people_filter(circles: list[str] | None, typed_tags: list[str] | None) -> PeopleFilter:
    """The people whom --circle and --tag leave."""
    return PeopleFilter(circles=tuple(chosen(circles, CIRCLES, "circle")), tags=tags(typed_tags))


def check_whom(
    asked: str, name: str | None, tag: str | None, occasion: str | None, advice: str
) -> None:
    """Raise UsageMistake unless one of a name, --tag and --occasion says whom."""
    ways = 3 - [name, tag, occasion].count(None)
    if ways > 1:
        said = f"{asked} Names, --tag and --occasion each say it: one of them at a time."
        raise UsageMistake(said, advice=advice)
    if not ways:
        raise UsageMistake(asked, advice=advice)
