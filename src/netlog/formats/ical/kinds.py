"""What kind of meeting an event was, by its title and where it was to be."""

from collections.abc import Iterator

from netlog.formats import video
from netlog.formats.kinds import VIDEO, guessed_kind
from netlog.later import pattern
from netlog.typed import Any

PLACES = (
    *("SUMMARY", "LOCATION", "URL", "CONFERENCE", "DESCRIPTION", "X-GOOGLE-CONFERENCE"),
    *("X-MICROSOFT-SKYPETEAMSMEETINGURL", "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK"),
    *("X-GOOGLE-HANGOUT", "X-ALT-DESC"),
)
_LINK = pattern(r"https?://\S+")
_VIDEO = (
    *(
        *("zoom.us/j/", "zoom.us/my/", "zoom.us/w", "zoom.us/s/", "zoom.us/meeting"),
        "meet.google.com",
        "teams.microsoft",
        "teams.live.com",
        "webex.com",
        "whereby.com",
    ),
    *(
        "jit.si",
        "gotomeeting.com",
        "gotomeet.me",
        "bluejeans.com",
        "join.skype.com",
        "meet.lync.com",
        "8x8.vc",
    ),
    *("facetime.apple.com", "chime.aws", "discord.gg", "gather.town", "livestorm.co", "around.co"),
    *(
        "meet.goto.com",
        "ringcentral.com",
        "v.ringcentral",
        "bigbluebutton",
        "butter.us",
        "daily.co",
    ),
)


def every(event: Any, name: str) -> list[Any]:
    """The values of a property, however often it is there."""
    value = event.get(name, [])
    return value if isinstance(value, list) else [value]


def part(value: Any, name: str) -> Any:
    """That attribute of a value, None when it has none; a broken value raises when asked."""
    try:
        return getattr(value, name, None)
    except ValueError:
        return None


def kind_of(event: Any, title: str, place: str) -> str:
    """What the title tells of; a meeting or a call on a screen is a video."""
    kind = guessed_kind(_LINK.sub(" ", title))
    if kind not in ("meeting", "call"):
        return kind
    return VIDEO if video.is_place(place) or _is_video(event) else kind


def _is_video(event: Any) -> bool:
    said = " ".join(_said(event)).lower()
    told = ((part(one, "params") or {}).get("FEATURE", "") for one in every(event, "CONFERENCE"))
    return any(host in said for host in _VIDEO) or any("VIDEO" in str(one).upper() for one in told)


def _said(event: Any) -> Iterator[str]:
    for name in PLACES:
        yield from (str(value) for value in every(event, name))
