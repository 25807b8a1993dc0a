"""Past events of a calendar: which are meetings, and with whom."""

from datetime import UTC, date
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netlog.errors import Refused
from netlog.formats.circumstances import Circumstances
from netlog.formats.ical import owner, reader
from netlog.formats.ical.lines import LONGEST_LINE
from netlog.records.calendars import IncomingSeries, IncomingWithdrawal
from netlog.records.incoming import (
    Declined,
    IncomingMeeting,
    IncomingMethod,
    IncomingPerson,
    IncomingPlan,
    Noted,
)

TODAY = date(2026, 11, 23)
ME = "me@example.org"
BOB = "ATTENDEE;CN=Bob Moog;PARTSTAT=ACCEPTED:mailto:bob@example.org"
MINE = f"ATTENDEE;PARTSTAT=ACCEPTED:mailto:{ME}"
START = "DTSTART;TZID=Europe/Berlin:20201120T100000"


def event(*lines: str, start: str = START) -> str:
    return "\n".join(["BEGIN:VEVENT", "UID:one", start, *lines, "END:VEVENT"])


def calendar(*parts: str) -> bytes:
    return "\r\n".join(["BEGIN:VCALENDAR", *parts, "END:VCALENDAR", ""]).encode()


def read(*parts: str, mine: tuple[str, ...] = (ME,), **said: Any) -> list[Any]:
    return list(reader.read(calendar(*parts), Circumstances(TODAY, mine=mine), **said))


def meetings(*parts: str, **said: Any) -> list[IncomingMeeting]:
    return [each for each in read(*parts, **said) if isinstance(each, IncomingMeeting)]


def left(*parts: str, **said: Any) -> list[tuple[int, str, bool]]:
    found = [each for each in read(*parts, **said) if isinstance(each, Declined)]
    return [(each.row, each.reason, each.rejected) for each in found]


def test_a_past_event_is_a_meeting_with_the_others() -> None:
    _, person, meeting = read(event(BOB, MINE, "SUMMARY:Planning\\, again", "LOCATION:Room 4"))
    methods = (IncomingMethod("email", "bob@example.org"),)
    assert person == IncomingPerson(row=1, name="Bob Moog", methods=methods)
    assert meeting == IncomingMeeting(
        row=1,
        happened_on=date(2020, 11, 20),
        kind="meeting",
        who=("bob@example.org",),
        uid="one",
        text="Planning, again",
        place="Room 4",
        sequence=0,
    )


def test_somebody_in_two_events_is_named_once() -> None:
    found = [each for each in read(event(BOB), event(BOB)) if not isinstance(each, IncomingSeries)]
    assert [type(each) for each in found] == [IncomingPerson, IncomingMeeting, IncomingMeeting]


def test_the_organizer_was_there_too() -> None:
    (found,) = meetings(event("ORGANIZER;CN=Eve:MAILTO:Eve@Example.org", MINE))
    assert found.who == ("eve@example.org",)


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (["SUMMARY:Coffee with Bob"], "coffee"),
        (["SUMMARY:Job interview"], "interview"),
        (["SUMMARY:Kaffee mit Bob"], "coffee"),
        (["SUMMARY:Déjeuner avec Bob"], "lunch"),
        (["SUMMARY:Mittagessen"], "lunch"),
        (["SUMMARY:Telefonat Bob"], "call"),
        (["SUMMARY:Catching up", "LOCATION:https://us02web.zoom.us/j/123"], "video"),
        (["SUMMARY:Catching up"], "meeting"),
    ],
)
def test_the_kind_is_told_by_the_title_or_a_video_link(lines: list[str], kind: str) -> None:
    assert meetings(event(BOB, *lines))[0].kind == kind


def test_an_address_of_the_web_is_no_place() -> None:
    assert meetings(event(BOB, "LOCATION:https://us02web.zoom.us/j/123"))[0].place is None


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        ([MINE], "nobody else was invited"),
        ([], "nobody else was invited"),
        ([BOB, "STATUS:CANCELLED"], "it was cancelled"),
        ([BOB, f"ATTENDEE;PARTSTAT=DECLINED:mailto:{ME}"], "you declined it"),
        ([BOB.replace("ACCEPTED", "DECLINED"), MINE], "everybody else declined or sent a deputy"),
        (["ATTENDEE;CUTYPE=ROOM:mailto:room@example.org", MINE], "nobody else was invited"),
        (["ATTENDEE:mailto:x@resource.calendar.google.com", MINE], "nobody else was invited"),
        (["ATTENDEE:mailto:no-reply@zoom.us", MINE], "nobody else was invited"),
        (["ATTENDEE:mailto:noreply+abc@x.org", MINE], "nobody else was invited"),
        (["ATTENDEE;CN=Team:mailto:team@lists.x.org", MINE], "nobody else was invited"),
        (["ATTENDEE:mailto:club@googlegroups.com", MINE], "nobody else was invited"),
    ],
)
def test_what_was_no_meeting_is_skipped_with_its_reason(lines: list[str], reason: str) -> None:
    assert left(event(*lines)) == [(1, reason, False)]


def test_all_day_events_are_skipped() -> None:
    day = "DTSTART;VALUE=DATE:20201120"
    assert left(event(BOB, start=day)) == [(1, "it lasts all day", False)]


def plans(*parts: str, **more: Any) -> list[IncomingPlan]:
    return [each for each in read(*parts, **more) if isinstance(each, IncomingPlan)]


@pytest.mark.parametrize(
    ("start", "day", "time"),
    [
        ("DTSTART:20261123T080000", date(2026, 11, 23), "08:00"),
        ("DTSTART:20300101T083000", date(2030, 1, 1), "08:30"),
        ("DTSTART;TZID=America/New_York:20261201T093000", date(2026, 12, 1), "09:30"),
    ],
)
def test_what_is_still_to_come_is_planned(start: str, day: date, time: str) -> None:
    (plan,) = plans(event(BOB, MINE, "LOCATION:Balthazar", start=start))
    assert (plan.happens_on, plan.starts_at, plan.place) == (day, time, "Balthazar")
    assert plan.who == ("bob@example.org",)


def test_an_instant_to_come_is_told_by_the_clock_of_the_zone() -> None:
    (plan,) = plans(event(BOB, start="DTSTART:20261201T233000Z"), zone=ZoneInfo("Europe/Berlin"))
    assert (plan.happens_on, plan.starts_at) == (date(2026, 12, 2), "00:30")


def test_of_a_series_the_next_one_is_planned() -> None:
    weekly = event(BOB, "RRULE:FREQ=WEEKLY", start="DTSTART:20261102T100000")
    (plan,) = plans(weekly)
    assert (plan.happens_on, plan.starts_at) == (date(2026, 11, 23), "10:00")
    off = event(
        BOB, "RECURRENCE-ID:20261123T100000", "STATUS:CANCELLED", start="DTSTART:20261123T100000"
    )
    (plan,) = plans(weekly, off)
    assert plan.happens_on == date(2026, 11, 30)


@pytest.mark.parametrize("line", ["STATUS:CANCELLED", f"ATTENDEE;PARTSTAT=DECLINED:mailto:{ME}"])
def test_what_will_not_be_is_not_planned(line: str) -> None:
    assert plans(event(BOB, line, start="DTSTART:20261201T100000")) == []


@pytest.mark.parametrize("start", ["DTSTART:soon", "X-NOTHING:1", "DTSTART:20201340T100000"])
def test_an_event_without_a_start_is_rejected(start: str) -> None:
    assert left(event(BOB, start=start)) == [(1, "its start cannot be read", True)]


def test_of_lines_that_only_begin_events_none_is_read_further(monkeypatch) -> None:
    monkeypatch.setattr("icalendar.Event.from_ical", None)
    found = left("BEGIN:VEVENT", "begin:vevent", "BEGIN:VEVENT", "SUMMARY:x")
    assert found == [(row, "its start cannot be read", True) for row in (1, 2, 3)]


def test_a_calendar_of_too_many_events_is_refused(monkeypatch) -> None:
    monkeypatch.setattr(reader, "MOST_EVENTS", 2)
    assert len(meetings(event(BOB), event(BOB))) == 2
    with pytest.raises(Refused, match="more than 2 events"):
        read(event(BOB), event(BOB), event(BOB))


def test_one_that_declined_was_not_there() -> None:
    eve = "ATTENDEE;PARTSTAT=DECLINED:mailto:eve@example.org"
    assert meetings(event(BOB, eve))[0].who == ("bob@example.org",)


def test_googles_calendar_says_whose_it_is() -> None:
    parts = (f"X-WR-CALNAME:{ME}", event(BOB, MINE))
    assert meetings(*parts, mine=())[0].who == ("bob@example.org",)


def test_a_cancelling_calendar_cancels_all_of_its_events() -> None:
    assert left("METHOD:CANCEL", event(BOB)) == [(1, "it was cancelled", False)]


def test_an_instant_is_on_the_day_of_the_zone() -> None:
    late = event(BOB, start="DTSTART:20201120T233000Z")
    assert meetings(late, zone=UTC)[0].happened_on == date(2020, 11, 20)
    assert meetings(late, zone=ZoneInfo("Europe/Berlin"))[0].happened_on == date(2020, 11, 21)
    zoned = ("X-WR-TIMEZONE:Asia/Tokyo", late)
    assert meetings(*zoned)[0].happened_on == date(2020, 11, 21)


def test_an_event_with_a_zone_is_on_its_own_day() -> None:
    late = event(BOB, start="DTSTART;TZID=America/New_York:20201120T233000")
    assert meetings(late, zone=ZoneInfo("Europe/Berlin"))[0].happened_on == date(2020, 11, 20)


def test_a_repeating_event_is_counted_out_until_yesterday() -> None:
    weekly = event(BOB, "RRULE:FREQ=WEEKLY", start="DTSTART:20261102T100000")
    found = meetings(weekly)
    assert [each.happened_on.day for each in found] == [2, 9, 16]
    assert len({each.uid for each in found}) == 3


def test_one_of_a_series_may_be_moved_cancelled_or_left_out() -> None:
    start = "DTSTART:20261102T100000"
    series = event(BOB, "RRULE:FREQ=DAILY;COUNT=4", "EXDATE:20261103T100000", start=start)
    moved = event(BOB, "RECURRENCE-ID:20261104T100000", start="DTSTART:20261110T100000")
    off = event(BOB, "RECURRENCE-ID:20261105T100000", "STATUS:CANCELLED", start=START)
    found = read(series, moved, off)
    days = [(each.row, each.happened_on.day) for each in found if isinstance(each, IncomingMeeting)]
    assert sorted(days) == [(1, 2), (2, 10)]
    assert [each.reason for each in found if isinstance(each, Declined)] == ["it was cancelled"]


def test_a_series_that_is_skipped_is_skipped_once() -> None:
    assert left(event(MINE, "RRULE:FREQ=DAILY")) == [(1, "nobody else was invited", False)]


def test_a_series_that_begins_much_later_is_skipped() -> None:
    later = event(BOB, "RRULE:FREQ=DAILY", start="DTSTART:20270601T100000")
    assert left(later) == [(1, "it is still to come", False)]


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31",
        "FREQ=DAILY;BYHOUR=1,2,3;BYMINUTE=1,2,3",
        "FREQ=YEARLY;BYEASTER=1",
        "FREQ=DAILY;INTERVAL=99999999999999999999",
        "FREQ=NEVER",
        "",
    ],
)
def test_a_rule_that_never_ends_or_never_comes_is_rejected_at_once(rule: str) -> None:
    ((row, reason, rejected),) = left(event(BOB, f"RRULE:{rule}"))
    assert (row, rejected) == (1, True)
    assert "repe" in reason


def test_spaces_in_a_rule_are_overlooked() -> None:
    rule = "RRULE:FREQ=WEEKLY;COUNT=2;BYDAY=MO, TU"
    assert len(meetings(event(BOB, rule, start="DTSTART:20261102T100000"))) == 2


def test_a_broken_event_loses_no_other() -> None:
    found = read(event(BOB, start="DTSTART:x"), event(BOB), event("ATTENDEE", "nonsense", BOB))
    assert [each.row for each in found if isinstance(each, Declined)] == [1]
    assert [each.row for each in found if isinstance(each, IncomingMeeting)] == [2, 3]


def test_an_event_that_is_never_closed_ends_at_the_next() -> None:
    text = calendar(event(BOB).replace("END:VEVENT", "BEGIN:VALARM"), event(BOB))
    found = list(reader.read(text, Circumstances(TODAY, mine=[ME])))
    assert [each.row for each in found if isinstance(each, IncomingMeeting)] == [1, 2]


def test_what_lies_within_an_event_is_not_taken_for_its_own() -> None:
    alarm = "BEGIN:VALARM\nSUMMARY:Alarm\nATTENDEE:mailto:eve@example.org\nEND:VALARM"
    (found,) = meetings(event(alarm, BOB, "SUMMARY:Planning"))
    assert (found.who, found.text) == (("bob@example.org",), "Planning")


def test_folded_lines_are_put_together() -> None:
    assert meetings(event(BOB, "SUMMARY:Plan\n ning"))[0].text == "Planning"


def test_tasks_and_journals_are_counted() -> None:
    parts = ("BEGIN:VTODO\nEND:VTODO", "BEGIN:VJOURNAL\nEND:VJOURNAL")
    assert left(*parts) == [
        (1, "a task, not an event", False),
        (2, "a journal entry, not an event", False),
    ]


def test_a_line_of_more_than_a_megabyte_is_refused_where_it_matters() -> None:
    long = "x" * (LONGEST_LINE + 1)
    assert left(event(BOB, f"SUMMARY:{long}")) == [(1, "a line of it is longer than 1 MB", True)]
    assert len(meetings(event(BOB, f"ATTACH:{long}", f"DESCRIPTION:{long}"))) == 1


def test_deep_nesting_is_only_counted() -> None:
    deep = "BEGIN:X\n" * 100_000
    assert len(meetings(event(deep, BOB), event(BOB))) == 1


def test_another_file_is_rejected() -> None:
    (found,) = reader.read(b"BEGIN:VCARD\nEND:VCARD\n", Circumstances(TODAY))
    assert isinstance(found, Declined)
    assert found.rejected


def test_an_empty_calendar_holds_nothing() -> None:
    assert read() == []


def test_without_the_libraries_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "icalendar", None)
    with pytest.raises(Refused, match=r"pip install 'netlog-cli\[ical\]'"):
        reader.read(calendar(), Circumstances(TODAY))


@given(st.binary(max_size=300))
@settings(deadline=None)
def test_no_bytes_break_it(data: bytes) -> None:
    list(reader.read(data, Circumstances(TODAY)))
    list(reader.read(b"BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + data, Circumstances(TODAY)))


NAMES = (
    *("DTSTART", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "ATTENDEE", "ORGANIZER", "UID"),
    *("SUMMARY", "STATUS", "DTEND", "DURATION", "BEGIN", "END", "LOCATION", "DTSTART;VALUE=DATE"),
    *("DTSTART;TZID=Nowhere", "EXDATE;TZID=America/New_York", "RDATE;VALUE=PERIOD"),
)
VALUES = (
    *("20201120T100000", "20201120T100000Z", "20201120", "00010101T000000Z", "99991231T235959Z"),
    *("FREQ=DAILY;COUNT=3", "FREQ=WEEKLY;UNTIL=20201201", "FREQ=MONTHLY;BYDAY=-1MO;COUNT=9"),
    *("mailto:bob@example.org", "one", "P1D", "-P9999D", "VEVENT", "VALARM", "", "CANCELLED"),
    *("20201120T100000Z/PT1H", "20201120T100000,20201121"),
)


@given(st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(VALUES)), max_size=8))
@settings(deadline=None)
def test_no_mixture_of_properties_breaks_it(lines: list[tuple[str, str]]) -> None:
    read(event(BOB, *(f"{name}:{value}" for name, value in lines)), event(BOB))


@given(st.integers(0, 400), st.binary(max_size=4))
@settings(deadline=None)
def test_no_change_in_a_good_file_breaks_it(at: int, data: bytes) -> None:
    good = calendar(
        event(BOB, MINE, "RRULE:FREQ=WEEKLY;COUNT=5", "SUMMARY:Planning", "DURATION:PT1H")
    )
    list(reader.read(good[:at] + data + good[at + 1 :], Circumstances(TODAY)))


# Whose calendar it is


def guest(name: str, *said: str) -> str:
    mail = f"{name.partition(' ')[0].lower()}@example.org"
    return ";".join(("ATTENDEE", f'CN="{name}"', *said)) + f":mailto:{mail}"


def two(*others: tuple[str, ...], **said: Any) -> list[Any]:
    """What is read of events with these guests each, where nothing says whose calendar it is."""
    return read(*(event(*map(guest, names)) for names in others), mine=(), **said)


def notes(found: list[Any]) -> list[str]:
    return [each.text for each in found if isinstance(each, Noted)]


def people(found: list[Any]) -> set[str]:
    return {each.name for each in found if isinstance(each, IncomingPerson)}


def test_who_alone_is_in_every_event_is_taken_for_you() -> None:
    found = two(("Max Mine", "Ivo Lima"), ("Bea Old", "Max Mine"))
    assert people(found) == {"Ivo Lima", "Bea Old"}
    assert notes(found)[0].startswith("Taken for you: Max Mine <max@example.org>")


def test_an_event_of_your_own_alone_speaks_for_no_other_owner() -> None:
    mine = "ORGANIZER;CN=Max Mine:mailto:max@example.org"
    own = event(mine, guest("Max Mine"))
    found = read(own, event(mine, guest("Ivo Lima")), mine=())
    assert people(found) == {"Ivo Lima"}


def test_one_with_two_addresses_is_known_by_name() -> None:
    other = 'ATTENDEE;CN="Max Mine":mailto:mm@corp.example'
    found = read(
        event(guest("Max Mine"), guest("Ivo Lima")), event(other, guest("Bea Old")), mine=()
    )
    assert people(found) == {"Ivo Lima", "Bea Old"}


@pytest.mark.parametrize(
    "events",
    [
        (("Max Mine", "Ivo Lima"),),
        (("Max Mine", "Ivo Lima"), ("Max Mine", "Ivo Lima")),
        (("Max Mine", "Ivo Lima"), ("Bea Old", "Cas Ten")),
        # In a calendar without its owner, somebody who was once met alone is not the owner.
        (("Ivo Lima",), ("Ivo Lima", "Cas Ten")),
        (("Ivo Lima", "Cas Ten"), ("Ivo Lima", "Bea Old"), ("Ivo Lima",)),
    ],
)
def test_where_nothing_tells_nobody_is_taken_for_you(events: tuple[tuple[str, ...], ...]) -> None:
    found = two(*events)
    assert people(found) == {name for names in events for name in names}
    assert ["card.email" in note for note in notes(found)] == [True]


def test_what_the_config_says_is_believed() -> None:
    found = read(event(BOB), event(BOB, guest("Ivo Lima")))
    assert (people(found), notes(found)) == ({"Bob Moog", "Ivo Lima"}, [])


@pytest.mark.parametrize(("number", "is_told"), [(2, False), (5, True)])
def test_another_than_the_config_says_is_told_of(number: int, is_told: bool) -> None:
    others = (event(guest("Max Mine"), guest(f"P{at} X")) for at in range(number))
    found = read(*others, mine=("me@elsewhere.example",))
    assert ["card.email" in note for note in notes(found)] == [True] * is_told
    assert "Max Mine" in people(found)


def test_a_calendar_called_by_an_address_is_its() -> None:
    text = calendar(event(guest("Max Mine"), guest("Ivo Lima"))).decode()
    text = text.replace("BEGIN:VEVENT", "X-WR-CALNAME:Max@example.org\nBEGIN:VEVENT")
    found = list(reader.read(text.encode(), Circumstances(TODAY)))
    assert (people(found), notes(found)) == ({"Ivo Lima"}, [])


def test_what_you_declined_is_no_meeting_once_it_is_known_who_you_are() -> None:
    declined = event(guest("Cas Ten"), guest("Max Mine", "PARTSTAT=DECLINED"))
    found = read(event(guest("Max Mine"), guest("Ivo Lima")), declined, mine=())
    assert people(found) == {"Ivo Lima"}


def test_whose_deputy_you_are_is_not_you() -> None:
    gus = guest("Gus Ott", "PARTSTAT=DELEGATED", f'DELEGATED-TO="mailto:{ME}"')
    mine = f'ATTENDEE;CN=Me;DELEGATED-FROM="mailto:gus.ott@example.org":mailto:{ME}'
    at = Circumstances(TODAY, mine=(ME,), me="Me")
    found = [*reader.read(calendar(event(BOB, gus, mine)), at)]
    assert people(found) == {"Bob Moog"}


# Who was there, and how


@pytest.mark.parametrize(
    "said",
    [
        ("CUTYPE=GROUP",),
        ("CUTYPE=ROOM",),
        ("CUTYPE=RESOURCE",),
        ("PARTSTAT=DELEGATED", 'DELEGATED-TO="mailto:hal@example.org"'),
        ("PARTSTAT=ACCEPTED", 'DELEGATED-FROM="mailto:gus@example.org"'),
        ("ROLE=NON-PARTICIPANT",),
    ],
)
def test_groups_rooms_and_deputies_are_nobody(said: tuple[str, ...]) -> None:
    (meeting,) = meetings(event(BOB, MINE, guest("Team list", *said)))
    assert meeting.who == ("bob@example.org",)


@pytest.mark.parametrize(
    "said",
    [
        ":mailto:Gil Hum <gil@x.example>",
        ":MAILTO:Gil Hum <gil@x.example>",
        ':mailto:"Gil Hum" <Gil@X.example>',
        ":mailto:Hum\\, Gil <gil@x.example>",
        ":Gil Hum <gil@x.example>",
        ":Gil Hum <mailto:gil@x.example>",
        ":mailto:gil@x.example (Gil Hum)",
        ":mailto:Gil%20Hum%20%3Cgil@x.example%3E",
        ":mailto:%22Gil%20Hum%22%20%3Cgil%40x.example%3E",
        ";CN=gil@x.example:mailto:Gil Hum <gil@x.example>",
        ";CN=Gil Hum:mailto:gil%40x.example",
        ";CN=Gil Hum:MailTo: gil@x.example?subject=Tea",
        ";CN=Gil Hum;EMAIL=gil@x.example:urn:uuid:1",
        ';CN="Gil Hum (gil@x.example)":mailto:gil@x.example',
        ';CN="Gil Hum <gil@x.example>":invalid:nomail',
    ],
)
@pytest.mark.parametrize("line", ["ATTENDEE", "ORGANIZER"])
def test_a_name_and_an_address_in_one_value_are_told_apart(line: str, said: str) -> None:
    found = read(event(MINE, line + said))
    (meeting,) = [one for one in found if isinstance(one, IncomingMeeting)]
    assert (people(found), meeting.who) == ({"Gil Hum"}, ("gil@x.example",))
    others = (event(f"ATTENDEE:mailto:p{at}@x.example", line + said) for at in range(2))
    found = read(*others, mine=())
    assert people(found) == {"p0@x.example", "p1@x.example"}


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Old, Bea", "Bea Old"),
        ("Old, Bea (Sales)", "Bea Old (Sales)"),
        ("Ann Bee, PhD", "Ann Bee, PhD"),
        ("Acme, Inc.", "Acme, Inc."),
    ],
)
def test_a_name_of_a_directory_is_said_in_order(said: str, name: str) -> None:
    line = f'ATTENDEE;CN="{said}":mailto:x@example.org'
    assert people(read(event(MINE, line))) == {name}


@pytest.mark.parametrize(("number", "met"), [(15, True), (16, False), (150, False)])
def test_more_guests_than_fifteen_were_not_met(number: int, met: bool) -> None:
    everybody = [guest(f"P{at} X") for at in range(number)]
    assert bool(meetings(event(MINE, *everybody))) is met


def test_how_many_guests_one_can_meet_is_configured() -> None:
    everybody = [guest(f"P{at} X") for at in range(3)]
    for guests in (2, 3):
        circumstances = Circumstances(TODAY, mine=(ME,), guests=guests)
        found = reader.read(calendar(event(MINE, *everybody)), circumstances)
        assert any(isinstance(each, IncomingMeeting) for each in found) is (guests == 3)


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (("LOCATION:Microsoft Teams Meeting", "SUMMARY:Sync"), "video"),
        (("LOCATION:Teams", "SUMMARY:Sync"), "video"),
        (("LOCATION:Zoom", "SUMMARY:Call with Bob"), "video"),
        (("SUMMARY:Google Meet with Bob",), "video"),
        (("SUMMARY:Sync", "DESCRIPTION:Join: https://us02web.zoom.us/j/123"), "video"),
        (("SUMMARY:Sync", "DESCRIPTION:https://meet.google.com/abc-defg-hij"), "video"),
        (
            ("SUMMARY:Sync", "X-MICROSOFT-SKYPETEAMSMEETINGURL:https://teams.microsoft.com/l"),
            "video",
        ),
        (("SUMMARY:Sync", "CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO:https://x.org/v"), "video"),
        (("SUMMARY:Sync", "CONFERENCE;VALUE=URI;FEATURE=PHONE:tel:+15550100"), "meeting"),
        (("SUMMARY:Sync", "URL:https://gotomeet.me/bob"), "video"),
        (("SUMMARY:Lunch", "LOCATION:Zoom"), "lunch"),
        (("SUMMARY:Sync", "LOCATION:Team room"), "meeting"),
    ],
)
def test_what_is_on_a_screen_is_a_video(lines: tuple[str, ...], kind: str) -> None:
    (meeting,) = meetings(event(BOB, MINE, *lines))
    assert meeting.kind == kind


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("CN=mailto:bo@x.org:mailto:bo@x.org", "bo@x.org"),
        ("CN=http://x.org/bo:mailto:bo@x.org", "bo@x.org"),
        ("CN=Team: Bo Lind;PARTSTAT=ACCEPTED:mailto:bo@x.org", "Team: Bo Lind"),
        ("CN==?utf-8?Q?J=C3=B6rg_M=C3=BCller?=:mailto:bo@x.org", "Jörg Müller"),
        ('CN="=?utf-8?B?w4VzYQ==?= Lind":mailto:bo@x.org', "Åsa Lind"),
        ("CN==?no-such?Q?Bo?=:mailto:bo@x.org", "=?no-such?Q?Bo?="),
    ],
)
def test_what_programs_write_into_the_name_of_a_guest_is_understood(said: str, name: str) -> None:
    found = read(event(MINE, f"ATTENDEE;{said}"))
    assert people(found) == {name}
    assert [each.who for each in found if isinstance(each, IncomingMeeting)] == [("bo@x.org",)]


# What did not happen after all


def withdrawn(*parts: str, **said: Any) -> list[tuple[str, str, bool]]:
    found = [each for each in read(*parts, **said) if isinstance(each, IncomingWithdrawal)]
    return [(each.uid, each.reason, each.whole) for each in found]


@pytest.mark.parametrize(
    ("lines", "start", "reason", "whole"),
    [
        (("STATUS:CANCELLED",), START, "it was cancelled", True),
        ((f"ATTENDEE;PARTSTAT=DECLINED:mailto:{ME}",), START, "you declined it", True),
        ((), "DTSTART:20300101T100000Z", "it is still to come", False),
    ],
)
def test_what_did_not_happen_says_so_of_its_uid(
    lines: tuple[str, ...], start: str, reason: str, whole: bool
) -> None:
    assert withdrawn(event(BOB, *lines, start=start)) == [("one", reason, whole)]


def test_one_taken_out_of_a_series_is_told_on_the_clock_of_the_series() -> None:
    rule = ("RRULE:FREQ=WEEKLY;COUNT=3", "EXDATE:20201127T090000Z")
    series = event(BOB, MINE, *rule)
    assert withdrawn(series) == [("one/2020-11-27T10:00:00+01:00", "it was cancelled", False)]
    assert len(meetings(series)) == 2


def test_two_changes_of_one_occurrence_are_told_apart() -> None:
    series = event(BOB, MINE, "RRULE:FREQ=WEEKLY;COUNT=2")
    change = ("RECURRENCE-ID:20201127T090000Z", BOB, MINE)
    first = event(*change, start="DTSTART;TZID=Europe/Berlin:20201128T100000")
    again = event(*change, start="DTSTART;TZID=Europe/Berlin:20201129T100000")
    reasons = [reason for _, reason, _ in left(series, first, again)]
    assert reasons == ["another change of the same occurrence came before"]


def test_the_only_guest_of_a_calendar_without_an_owner_was_met() -> None:
    assert [each.who for each in meetings(event(BOB), mine=())] == [("bob@example.org",)]
    twice = (event(BOB), event(BOB, start="DTSTART:20210101T100000Z"))
    assert len(meetings(*twice, mine=())) == 2


def test_who_organized_what_nobody_is_invited_to_met_nobody() -> None:
    alone = event("ORGANIZER;CN=Eve:mailto:eve@example.org")
    assert left(alone, mine=()) == [(1, "nobody else was invited", False)]


@pytest.mark.parametrize(
    ("title", "reason"),
    [
        ("Canceled: Planning", "it was cancelled"),
        ("Abgesagt: Planung", "it was cancelled"),
        ("Declined: Planning", "you declined it"),
    ],
)
def test_what_exchange_calls_cancelled_or_declined_was_not(title: str, reason: str) -> None:
    assert left(event(BOB, MINE, f"SUMMARY:{title}")) == [(1, reason, False)]
    assert meetings(event(BOB, MINE, "SUMMARY:Canceled flights of last week"))


def test_of_two_changes_of_an_occurrence_the_newer_stands() -> None:
    rule = event(BOB, MINE, "RRULE:FREQ=DAILY;COUNT=2")
    planned = "RECURRENCE-ID;TZID=Europe/Berlin:20201121T100000"
    one = event(
        BOB, MINE, planned, "SEQUENCE:1", start="DTSTART;TZID=Europe/Berlin:20201125T100000"
    )
    two = event(
        BOB, MINE, planned, "SEQUENCE:2", start="DTSTART;TZID=Europe/Berlin:20201126T100000"
    )
    assert [each.happened_on.day for each in meetings(rule, one, two)] == [20, 26]
    assert left(rule, one, two) == [(2, "a newer change of the same occurrence stands", False)]


def test_who_declined_is_told_as_absent() -> None:
    eve = "ATTENDEE;CN=Eve;PARTSTAT=DECLINED:mailto:eve@example.org"
    (found,) = meetings(event(BOB, MINE, eve))
    assert (found.who, found.absent) == (("bob@example.org",), ("eve@example.org",))


@pytest.mark.parametrize(
    "title",
    [
        "Sync https://teams.microsoft.com/l/meetup-join/1",
        "https://us02web.zoom.us/j/88",
        "Ann https://meet.google.com/abc-defg-hij",
    ],
)
def test_a_link_in_the_title_makes_it_a_video(title: str) -> None:
    assert meetings(event(BOB, f"SUMMARY:{title}"))[0].kind == "video"


@pytest.mark.parametrize("called", ["Me", "", "Ron Kay"])
def test_of_two_in_every_event_nobody_is_taken_for_you(called: str) -> None:
    other = (
        f"ATTENDEE;CN={called}:mailto:me@x.example" if called else "ATTENDEE:mailto:me@x.example"
    )
    text = calendar(*[event("ATTENDEE;CN=Ron Kay:mailto:ron@x.example", other)] * 2).decode()
    is_one = called == "Ron Kay"  # who has two addresses
    assert bool(owner.owner(text, ()).taken) is is_one
