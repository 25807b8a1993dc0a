"""The short form of a contact, as other records name it."""

from typing import NamedTuple

from netlog.records.refs import ref


class Person(NamedTuple):
    """Who, in three keys."""

    id: int
    ref: str
    name: str


def person(contact_id: int, name: str) -> Person:
    """The short form of the contact with that id."""
    return Person(contact_id, ref("c", contact_id), name)
