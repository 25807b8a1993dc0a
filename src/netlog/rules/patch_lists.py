"""How what there are several of is read from a change: tags, days, people, ways to reach them."""

from collections.abc import Callable

from netlog.errors import UsageMistake, placed
from netlog.folding import fold
from netlog.records.contacts import METHOD_KINDS, NewDate, NewMethod
from netlog.records.goals import NewTarget
from netlog.records.people import CIRCLES
from netlog.rules import fields as fields_rules
from netlog.rules import goals, yearly
from netlog.rules import methods as methods_rules
from netlog.rules import text as text_rules
from netlog.rules.patch_values import Footing, choice, plain, who
from netlog.typed import Any, TypeVar
from netlog.wording import no_such, quoted

Each = TypeVar("Each")


def _list(value: Any, key: str) -> list[Any]:
    if value is None or value == "":
        return []
    if not isinstance(value, list):
        raise UsageMistake(f"{key} must be a list in [ ].")
    return value


def _each(value: Any, key: str, read: Callable[[Any], Each]) -> list[Each]:
    """What stands in a list, each read by itself."""
    found = []
    for nth, one in enumerate(_list(value, key)):
        with placed(key, one, nth):
            found.append(read(one))
    return found


def tags(value: Any, key: str, _: Footing) -> tuple[str, ...]:
    """Tags, each once, as they were typed."""
    read = _each(value, key, lambda one: text_rules.tag(plain(one, key) or ""))
    return tuple(dict.fromkeys(read))


def lines(value: Any, key: str, _: Footing) -> tuple[str, ...]:
    """Texts of one line each, without those that are blank."""
    read = _each(value, key, lambda one: text_rules.optional_line(plain(one, key), key))
    return tuple(dict.fromkeys(filter(None, read)))


def dates(value: Any, key: str, ground: Footing) -> tuple[NewDate, ...]:
    """Days of every year that have been, the last of each label."""
    found: dict[str, NewDate] = {}
    for one in _each(value, key, lambda one: _date(one, key, ground)):
        found[fold(one.label)] = one
    return tuple(found.values())


def _date(value: Any, key: str, ground: Footing) -> NewDate:
    if not isinstance(value, dict) or value.keys() != {"label", "on"}:
        raise UsageMistake('A date is written as { label = "anniversary", on = "2010-06-01" }.')
    with placed(key, value["label"]):
        label = text_rules.line(plain(value["label"], "label") or "", "label")
    with placed(key, value["on"]):
        return NewDate(label, yearly.parse(label, plain(value["on"], "on") or "", ground.today))


def circles(value: Any, key: str, ground: Footing) -> tuple[str, ...]:
    """Circles, in the order in which netlog has them."""
    reader = choice(CIRCLES, "circle", needed=True)
    chosen = _each(value, key, lambda one: reader(one, key, ground))
    return tuple(circle for circle in CIRCLES if circle in chosen)


def people(value: Any, key: str, ground: Footing) -> tuple[str, ...]:
    """Who was there, as each was typed; there must be one."""
    typed = _each(value, key, lambda one: who(one, key, ground))
    if not typed or None in typed:
        raise UsageMistake("Somebody must have been there.")
    return tuple(filter(None, typed))


def targets(value: Any, key: str, ground: Footing) -> tuple[NewTarget, ...]:
    """Targets as they are typed, or as JSON has them."""

    def read(one: Any) -> NewTarget | None:
        typed = plain(_typed(one), key)
        return goals.target(typed, ground.kinds) if typed else None

    return tuple(dict.fromkeys(filter(None, _each(value, key, read))))


def _typed(target: Any) -> Any:
    """A target of JSON as it is typed; another value as it is."""
    if not isinstance(target, dict):
        return target
    return f"{target.get('number')} {target.get('what')} a {target.get('per')}"


def fields(value: Any, key: str, _: Footing) -> dict[str, str | None]:
    """The fields by their keys; None for one that is to go."""
    if not isinstance(value, dict):
        raise UsageMistake(f"{key} must be a table of keys and values.")
    found = {}
    for name, held in value.items():
        with placed(key, name):
            found[fields_rules.key(name)] = text_rules.optional_block(plain(held, name), name)
    return found


def methods(value: Any, key: str, ground: Footing) -> tuple[NewMethod, ...]:
    """Ways to reach somebody, each once; raises UsageMistake where two of a kind are preferred."""
    read = _each(value, key, lambda one: _method(one, ground))
    found = {(method.kind, method.normal): method for method in read}
    preferred = [method.kind for method in found.values() if method.preferred]
    for kind in set(preferred):
        if preferred.count(kind) > 1:
            nth = max(n for n, one in enumerate(read) if one.preferred and one.kind == kind)
            said = f"One {kind} can be preferred, not more."
            raise UsageMistake(said).at(key, read[nth].value, nth)
    return tuple(found.values())


def _method(value: Any, ground: Footing) -> NewMethod:
    keys = ("kind", "value", "label", "preferred")
    if not isinstance(value, dict) or not {"kind", "value"} <= value.keys() <= set(keys):
        raise UsageMistake(
            'A method is written as { kind = "email", value = "grace@example.org" }; label '
            "and preferred may follow."
        )
    kind, held, label = (plain(value.get(name), name) for name in keys[:3])
    if kind not in METHOD_KINDS:
        what, advice = no_such(kind or "", "kind of method", METHOD_KINDS)
        raise UsageMistake(what, advice=advice).at("methods", kind)
    preferred = value.get("preferred") or False
    if not isinstance(preferred, bool):
        raise UsageMistake(f"preferred is true or false, not {quoted(str(preferred))}.")
    if held is not None and (kind, held) in ground.methods:
        normal = methods_rules.normal(kind, held, label, ground.region)
        return NewMethod(kind, held, normal, label, preferred)
    with placed("methods", held):
        read = methods_rules.method(kind, held or "", label, ground.region)
        return read._replace(preferred=preferred)
