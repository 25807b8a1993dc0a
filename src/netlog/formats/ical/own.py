"""What netlog writes into a calendar of a plan, so that it reads it back; nobody is invited by it.

Who is to be there is named in a property of our own: an address would be mailed to.
"""

import re
from collections.abc import Mapping
from datetime import date, datetime

from netlog.formats.ical.kinds import every, part
from netlog.formats.ical.lines import escaped
from netlog.named import NamedTuple
from netlog.records.due import KINDS as DUE
from netlog.records.plans import Plan
from netlog.typed import Any

KIND, WITH, WHOSE = "X-NETLOG-KIND", "X-NETLOG-WITH", "X-NETLOG-UID"
NAMES = frozenset({KIND, WITH, "DESCRIPTION"})
_UID = re.compile(rf"({'|'.join(DUE)}|birthday)-(.+)@netlog")
_SETTLE = re.compile(r"(?:^|\n)netlog done p\d+\s*$")


class OwnPlan(NamedTuple):
    """A plan as it went out: uid is its own, who and names are the uids and names of its people."""

    uid: str
    kind: str
    who: tuple[str, ...]
    names: tuple[str, ...]
    text: str | None
    starts_at: str | None


def uid(plan: Plan) -> str:
    return f"plan-{plan.uid}@netlog"


def written(plan: Plan, uids: Mapping[int, str]) -> list[str]:
    """The lines by which the plan is known again."""
    lines = [f"{KIND}:{escaped(plan.kind)}"]
    for person in plan.contacts:
        whose = uids.get(person.id, "")
        param = f';{WHOSE}="{whose}"' if whose.isprintable() and whose and '"' not in whose else ""
        lines.append(f"{WITH}{param}:{escaped(person.name)}")
    return lines


def is_ours(said: str) -> bool:
    """Whether the UID of an event is one that netlog makes."""
    return bool(_UID.fullmatch(said))


def plan(event: Any, said: str, start: date) -> OwnPlan | None:
    """The plan that went out as that event, by its UID; None where it says nobody who comes."""
    found = _UID.fullmatch(said)
    there = every(event, WITH)
    if not found or found[1] != "plan" or not there:
        return None
    names = tuple(str(name).strip() for name in there)
    who = tuple(_whose(value) or name for value, name in zip(there, names, strict=True))
    kind = next((str(one).strip() for one in every(event, KIND)), "meeting")
    text = next((str(one) for one in every(event, "DESCRIPTION")), "")
    text = _SETTLE.sub("", text.replace("\r\n", "\n")).strip()
    at = start.strftime("%H:%M") if isinstance(start, datetime) else None
    return OwnPlan(found[2], kind, who, names, text or None, at)


def _whose(value: Any) -> str:
    said = (part(value, "params") or {}).get(WHOSE, "")
    return str(said).strip('"')
