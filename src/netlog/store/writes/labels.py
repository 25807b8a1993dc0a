"""Tags and circles: given to people, taken from them, renamed; each returns whom it changed."""

from collections.abc import Collection

from sqlmodel import select

from netlog.store.reads import labels as reads
from netlog.store.tables.belongings import ContactCircle, ContactTag
from netlog.store.tables.cadence import CadenceRuleRow
from netlog.store.writes.recording import Recording
from netlog.store.writes.rows import check_there, rows_where


def tag(book: Recording, contact_ids: Collection[int], tag: str) -> set[int]:
    """Give people a tag; whoever has it keeps it."""
    check_there(book, contact_ids)
    new = set(contact_ids) - reads.with_tag(book.connection, tag)
    book.session.add_all([ContactTag(contact_id=id_, tag=tag) for id_ in sorted(new)])
    book.session.flush()
    return new


def untag(book: Recording, contact_ids: Collection[int], tag: str) -> set[int]:
    """Take a tag from people."""
    check_there(book, contact_ids)
    having = sorted(set(contact_ids) & reads.with_tag(book.connection, tag))
    for row in rows_where(book, ContactTag, "contact_id", having):
        if row.tag == tag:
            book.session.delete(row)
    book.session.flush()
    return set(having)


def put_in_circle(book: Recording, contact_ids: Collection[int], circle: str) -> set[int]:
    """Put people into a circle; whoever is there stays there."""
    check_there(book, contact_ids)
    new = set(contact_ids) - reads.with_circle(book.connection, circle)
    book.session.add_all([ContactCircle(contact_id=id_, circle=circle) for id_ in sorted(new)])
    book.session.flush()
    return new


def take_out_of_circle(book: Recording, contact_ids: Collection[int], circle: str) -> set[int]:
    """Take people out of a circle."""
    check_there(book, contact_ids)
    having = sorted(set(contact_ids) & reads.with_circle(book.connection, circle))
    for row in rows_where(book, ContactCircle, "contact_id", having):
        if row.circle == circle:
            book.session.delete(row)
    book.session.flush()
    return set(having)


def rename_tag(book: Recording, old: str, new: str) -> set[int]:
    """Let everybody who has the old tag have the new one instead.

    The cadence rule goes with it, unless the new tag has one: then that one stays.
    """
    both = reads.with_tag(book.connection, new)
    having = reads.with_tag(book.connection, old)
    for row in book.session.exec(select(ContactTag).where(ContactTag.tag == old)).all():
        if row.contact_id in both:
            book.session.delete(row)
        else:
            row.tag = new
    rules = select(CadenceRuleRow).where(CadenceRuleRow.scope == "tag", CadenceRuleRow.label == new)
    taken = book.session.exec(rules).first() is not None
    for rule in rows_where(book, CadenceRuleRow, "label", [old]):
        if rule.scope != "tag":
            continue
        if taken:
            book.session.delete(rule)
        else:
            rule.label = new
    book.session.flush()
    return having
