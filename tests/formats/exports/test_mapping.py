"""The tables of what goes where: nothing is lost without a line that says so."""

import re

import pytest

from netlog import formats
from netlog.formats.mapping import Mapped
from netlog.records.contacts import Contact
from netlog.records.incoming import IncomingMeeting

EVERY = [module.MAPPING for module in formats.documented()]
OF_CONTACTS = [formats.reader("friends").MAPPING, formats.writer("md").MAPPING]


def named(mapping: tuple[Mapped, ...]) -> set[str]:
    return set(re.findall(r"\w+", " ".join(line.ours for line in mapping)))


@pytest.mark.parametrize("mapping", OF_CONTACTS)
def test_every_field_of_a_contact_is_named(mapping: tuple[Mapped, ...]) -> None:
    assert set(Contact._fields) - named(mapping) == set()


def test_every_field_of_a_meeting_is_named_by_the_calendar() -> None:
    assert (
        set(IncomingMeeting._fields)
        - {"row", "exact", "rows", "names"}
        - named(formats.reader("ics").MAPPING)
        == set()
    )


@pytest.mark.parametrize("mapping", EVERY)
def test_what_has_no_place_is_said_to_be_lost(mapping: tuple[Mapped, ...]) -> None:
    assert all(line.lost for line in mapping if not line.theirs or not line.ours)
