"""People offered by completion: the names, with organizations; refs of what is due."""

from typing import Any


def complete(ctx: Any, args: list[str], incomplete: str) -> list[tuple[str, str]]:
    """People whose words begin with what was typed, as (name, organization).

    A name that several people share is offered as their refs.
    """
    from netlog.commands.app import of
    from netlog.rules import matching
    from netlog.rules.folding import words
    from netlog.store.reads import matching as reads

    with of(ctx.find_root()).reading() as connection:
        if not incomplete:
            people = reads.everybody(connection)
        else:
            people = matching.begun(incomplete, reads.by_word(connection, words(incomplete)[0]))
    shared = {p.name for p in people if sum(q.name == p.name for q in people) > 1}
    return [(f"c{p.id}" if p.name in shared else p.name, p.organization or p.name) for p in people]


def complete_due(ctx: Any, args: list[str], incomplete: str) -> list[tuple[str, str]]:
    """Refs of what is due, as (ref, what)."""
    from netlog import clock
    from netlog.commands.app import of
    from netlog.records.contacts import PeopleFilter
    from netlog.rules import due as rules
    from netlog.store.reads import due as reads

    today = clock.today()
    with of(ctx.find_root()).reading() as connection:
        facts = reads.facts(connection, PeopleFilter(), today, rules.birthday_keys(today))
    return [(item.ref, f"{item.contact.name}: {item.what}") for item in rules.report(facts, today)]
