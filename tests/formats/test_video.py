"""What tells of a call on a screen, and what only has such a word."""

import pytest

from netlog.formats.kinds import guessed_kind
from netlog.formats.video import is_place, is_told

SEEN = (
    "Zoom call",
    "Zoom call with Ann",
    "Teams meeting",
    "teams meeting",
    "Teams-Meeting Ann",
    "via Zoom",
    "Catch up via Zoom",
    "Ann on Zoom",
    "Talk on Zoom",
    "1:1 on Teams",
    "Microsoft Teams-Besprechung",
    "Réunion Zoom",
    "Réunion Teams",
    "réunion Zoom avec Ann",
    "Appel Zoom",
    "Reunión por Zoom",
    "reunión en Zoom",
    "Llamada de Zoom",
    "Riunione su Teams",
    "Chiamata Zoom con Anna",
    "Reunião no Zoom",
    "reunião via Teams",
    "Zoom met Ann",
    "Zoom mit Ann",
    "Zoom with Ann",
    "Zoom w/ Ann",
    "Ann (Zoom)",
    "Ann / Zoom",
    "Zoom: Ann",
    "Ann - Zoom",
    "[Zoom] Roadmap",
    "Video call with Ann",
    "Videokonferenz",
    "Videocall",
    "Visio avec Ann",
    "Videollamada",
    "Videochiamata",
    "Videogespräch mit Ann",
    "Google Meet with Bob",
    "Weekly Zoom",
    "Zoom",
    "Teams",
    "Video",
    "Skype with Ann",
    "FaceTime with mum",
    "Had a zoom with Ann",
    "Skyped with Ann",
    "call over zoom",
    "Coffee chat (Google Meet)",
    "Sync (Teams)",
    "Gespräch über Teams",
    "Treffen per Zoom",
    "Anruf via Teams",
    "Telko per Teams",
    "Zoom-Meeting Ann",
    "Zoom meeting",
    "Zoom session",
    "Webex call",
    "Overleg via Teams",
    "Teams-overleg",
    "Teams-möte",
    "Созвон в Zoom",
    "Звонок в Zoom",
    "Teams call with Ann",
    "Zoom 1:1",
    "Quick Zoom with Bo",
    "Meet via Teams",
    "Ann Lee – Teams",
    "Teams: Ann",
    "Meeting on Google Meet",
    "Skype-Gespräch",
    "Zoom catch-up",
    "zoom catchup w/ Ann",
    "Call per Video",
    "Talk by video",
    "Ann on FaceTime",
    "Ann via Google Meet",
    "ZOOM CALL",
    "TEAMS MEETING",
    "Jitsi with Ann",
    "Entretien en visio",
    "Reunión virtual (Zoom)",
    "Zoom Meeting - Ann & Bo",
)
OF_ELSE = (
    "Zoom in on budget",
    "Zoom In on Budget",
    "Zoom into the numbers",
    "Zoom out: strategy",
    "Teams of the league meeting",
    "Meeting of teams",
    "Sales teams meeting",
    "All Teams Meeting",
    "All teams meeting",
    "both teams meeting",
    "Two teams",
    "Sync between teams",
    "Meet Ann",
    "Meet the teams",
    "Meet and greet",
    "Promo video review",
    "Video production kickoff",
    "Review the video",
    "Zoom lens demo",
    "Meeting with Zoom",
    "Zoom Inc. contract",
    "Pitch to Zoom",
    "Agree process whereby invoices get paid",
    "Team building",
    "Teams building exercise",
    "Report on teams",
    "Hangout with Ann",
    "hangout at the park",
    "Video editing with Bo",
    "Cross-functional teams",
    "Call with the sales teams",
    "The two teams meeting in Oslo",
    "Zoom account renewal",
    "Microsoft Teams training",
    "Microsoft Teams rollout",
    "Team meeting",
    "Teamsitzung",
    "Meeting",
    "Skype contract renewal",
    "Face time with the boss in person",
    "Meet with Ann",
    "Meeting Ann",
    "Teams and roles workshop",
    "Teams offsite",
    "Zoom Ann's lens",
    "Budget zoom-in",
    "Les teams produit",
    "On teams and trust",
    "Discuss Zoom",
    "Working on teams",
    "Call about the video",
    "Teams with low scores",
    "Video games with Tom",
    "A talk about Zoom",
    "In teams we trust",
    "Meet at noon",
    "Zoomer generation talk",
    "Signal processing lab",
    "Video store opening",
    "Mountain hangout",
)
ON_SCREENS = (
    "Zoom",
    "Teams",
    "Microsoft Teams Meeting",
    "Microsoft Teams-Besprechung",
    "Réunion Microsoft Teams",
    "Riunione di Microsoft Teams",
    "Reunión de Microsoft Teams",
    "Zoom Meeting",
    "Zoom (link below)",
    "Google Meet",
    "Skype",
    "Skype-Besprechung",
    "Skype for Business",
    "Online (Zoom)",
    "Zoom; Room 4",
    "Room 4 / Zoom",
    "Webex",
    "Video",
    "Videokonferenz",
    "Videocall",
    "Meet",
    "Teams Meeting",
    "Teams-Meeting",
    "Online - Teams",
    "Zoom: 123 456",
    "Virtual Zoom",
    "FaceTime",
    "Spotkanie w aplikacji Microsoft Teams",
    "Reunião do Microsoft Teams",
    "Microsoft Teams 会議",
    "zoom 845 3344",
    "Visio",
    "MS Teams",
    "Reunión de Zoom",
    "Zoom-Meeting",
    "WebEx meeting",
)
PLACES = (
    "Sports teams club, Oslo",
    "Zoomarket 5",
    "Zoom Shop",
    "Café Zoom Zoom",
    "Meeting room 3",
    "Meet Street 4",
    "Team room",
    "Video store, Main St",
    "Teamshalle Nord",
    "Whereby Street 3",
    "Room Teams Spirit",
    "Oslo",
    "Berlin, Zoologischer Garten",
)


def test_clear_wording_is_a_video() -> None:
    assert [one for one in SEEN if not is_told(one)] == []


def test_a_word_in_another_sense_is_none() -> None:
    assert [one for one in OF_ELSE if is_told(one)] == []


def test_an_app_as_a_place_is_a_video() -> None:
    assert [one for one in ON_SCREENS if not is_place(one)] == []


def test_a_place_that_sounds_like_one_is_none() -> None:
    assert [one for one in PLACES if is_place(one)] == []


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Zoom in on budget", "meeting"),
        ("Zoomed with Ann about the call", "video"),
        ("Call about the teams", "call"),
        ("Third-party audit", "meeting"),
        ("Call for papers", "meeting"),
        ("Conference room booking", "meeting"),
        ("Coffee on Zoom", "coffee"),
    ],
)
def test_the_kind_follows(line: str, kind: str) -> None:
    assert guessed_kind(line) == kind


@pytest.mark.parametrize(
    "line",
    [
        *("Breakfast with Tom", "Brunch with Ann", "Dinner at Keens", "drinks with Bo", "A walk"),
        *("tea with Grace", "Supper", "Picnic", "Abendessen mit Max", "petit déjeuner avec Léa"),
        *(
            "cena con Ana",
            "Wrote a reference",
        ),
    ],
)
def test_a_kind_that_the_words_do_not_say_is_not_made_up(line: str) -> None:
    assert guessed_kind(line) == "meeting"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        *(("Lunch with Tom", "lunch"), ("Mittagessen", "lunch"), ("déjeuner avec Léa", "lunch")),
        *(("coffee with Bo", "coffee"), ("Kaffee mit Max", "coffee")),
    ],
)
def test_a_kind_that_the_words_say_is_known(line: str, kind: str) -> None:
    assert guessed_kind(line) == kind
