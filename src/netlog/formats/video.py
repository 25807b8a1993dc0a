"""Whether a title, a line or a place tells of a call on a screen: by clear wording alone.

"Zoom call", "via Teams" and "Ann (Google Meet)" do; "Zoom in on the budget", "Teams of the league"
and "a promo video" are about something else.
"""

import re

from netlog.typed import Final

LONGEST: Final = 300

# What means nothing else, and what in small letters is a word like any other.
_APP: Final = (
    r"(?:microsoft[ -]teams|ms[ -]teams|google[ -](?:meet|hangouts?)|zoom|skype(?: for business)?"
    r"|facetime|webex|jitsi(?: meet)?|go ?to ?meeting|bluejeans|bigbluebutton|bbb|signal video)"
)
_CASED: Final = r"(?:Teams|TEAMS|Meet|MEET|Whereby|WHEREBY|Hangouts?|HANGOUTS?)"
_EITHER: Final = rf"(?:(?i:{_APP})|{_CASED})"
# What is held on a screen, as a word after or before the app.
_HELD: Final = (
    r"(?:call|chat|meeting|conference|conf|session|catch[ -]?up|sync|check[ -]?in|stand[ -]?up"
    r"|demo|link|1:1|1-1|one[ -]on[ -]one|besprechung|sitzung|gespr[äa]e?ch|anruf|termin|treffen"
    r"|konferenz|telko|telefonat|r[ée]union|appel|visio|entretien|reuni[óo]n|llamada|reuni[ãa]o"
    r"|chamada|ligação|riunione|chiamata|vergadering|overleg|gesprek|afspraak|m[øö]te|samtal"
    r"|samtale|spotkanie|rozmowa|sch[ůu]zka|kokous|toplantı|созвон|звонок|встреча|会議|通話)"
)
_BY: Final = (
    r"(?:via|over|through|using|by|per|über|ueber|bei|par|por|via l[ea]|tramite|pelo|pela|przez|"
    r"üzerinden|через|по)"
)
_WITH: Final = r"(?:with|w/|mit|avec|con|com|met|med|with:|x|<>|&|z|с)"
_ABOUT: Final = (
    r"(?:with|w/|of|for|to|from|about|and|or|vs\.?|the|mit|von|für|und|avec|de|des|et|con|di|e|y"
    r"|del|para|over de|about|visit|leave|buy|sell|discuss|install|at|@|pitch|review|re:?)"
)
_ALL: Final = r"(?:all|both|two|our|their|your|my|the|between|of|across|joint|cross|other|sister)"
_VIDEO: Final = (
    r"(?:video[ -]?(?:call|chat|meeting|conf(?:erence)?|session|catch[ -]?up|link|interview"
    r"|konferenz|anruf|gespräch|telefonat|besprechung|termin|vergadering|gesprek|møde|möte|møte|samtale?)s?"
    r"|videochat(?:te[dn]|ting)?|videoconf[ée]rences?|vidéoconférences?|visioconférences?"
    r"|visioconf|(?:en|par) visio|visio(?: avec|\W*$)|appels? (?:en )?vid[ée]o"
    r"|videollamadas?|videoconferencias?|videochiamat[ae]"
    r"|videoconferenz[ae]|videochamadas?|videoconferências?|videokonferenz|videobellen|wideorozmowa"
    r"|videopuhelu|видео ?звон(?:ок|ка)|видеосозвон|видеоконференция"
    r"|ビデオ通話|ビデオ会議|视频通话|视频会议"
    r"|(?:via|by|over|on|per|über|par|por|en|in) (?:video|vidéo)\b"
    r"(?! (?:production|editing|games?))"
    r"|webinars?|webinaire|webinario|webinaras|zoomed with|skyped|facetimed"
    r"|skyped? with|zoom[ -]?(?:calls?|meetings?|chats?))"
)
_CLEAR: Final = (
    rf"\b(?i:{_VIDEO})(?!\w)",
    # Zoom call, Microsoft Teams-Besprechung: of teams only by their app, in whatever case.
    rf"(?<!\w)(?i:{_APP})[ -]+(?i:{_HELD})(?!\w)",
    rf"(?<!\w)(?<!(?i:\ball) )(?:Teams|TEAMS|Meet|Whereby|Hangouts?)[ -]+(?i:{_HELD})(?!\w)",
    rf"^\W*(?i:teams)[ -]+(?i:{_HELD})(?!\w)",
    # réunion Zoom, call on Teams, riunione su Zoom, meeting via zoom.
    rf"(?<!\w)(?i:{_HELD})\W+(?:(?i:on|en|su|no|na|auf|in|op|på|i|sur|de|w aplikacji)\s+)?{_EITHER}"
    rf"(?=\W*$|\W+(?i:{_WITH})(?!\w)|\s*[)\],:;|/])",
    rf"(?<!\w)(?i:{_BY})\s+(?:(?i:{_APP})|(?i:teams|meet|whereby|hangouts?))(?!\w)",
    rf"(?<!\w)(?i:on|in|auf|su|op|på|sur|en)\s+{_EITHER}(?=\W*$|\W+(?i:{_WITH})(?!\w)|\s*[)\],:;|/])",
    # The app alone between brackets or bars, before a colon, with somebody.
    rf"(?:^|[(\[|/:;,\N{{EN DASH}}\N{{EM DASH}}]|\s-)\s*(?:(?i:{_APP})|Teams|TEAMS)\s*"
    rf"(?:$|[)\]|/:;,\N{{EN DASH}}\N{{EM DASH}}]|-\s)",
    rf"(?:^|\b(?i:an?|ein|une|un|una|the|quick|short|weekly|monthly|daily)\s)\W*(?i:{_APP})"
    rf"\s+(?i:{_WITH})\s+(?=[^\W\d_])",
    rf"^\W*Teams\s+(?i:{_WITH})\s+(?=[A-Z\u00c0-\u00de\u0410-\u042f])",
)
_TITLE: Final = re.compile("|".join(_CLEAR))
# The app as the last word, where nothing before it makes it what the talk is about.
_LAST: Final = re.compile(rf"(\S+)\s+(?i:{_APP})\W*$")
_ABOUT_IT: Final = re.compile(rf"{_ABOUT}$", re.IGNORECASE)
_OF_PEOPLE: Final = re.compile(rf"\b{_ALL} teams\b", re.IGNORECASE)
_PLACE: Final = re.compile(
    rf"(?:^|[;,|/(\[]|\s-\s)\s*(?:online|virtual(?:ly)?|remote)?\W*(?:{_APP}|teams|meet|whereby"
    rf"|hangouts?)\s*(?:[ -]?(?:{_HELD}|room|id\b.*|invite|details|\d.*|below|tbd))?\s*"
    rf"(?:$|[;,|/)\](:]|\s-\s)|\b(?:microsoft|ms)[ -]teams\b|\bgoogle meet\b"
    rf"|(?<!\w){_HELD}\W+(?:[^\W\d_]+\s+)?(?:{_APP}|teams)\W*$|^\W*{_VIDEO}\W*$|^\W*video\W*$",
    re.IGNORECASE,
)


def is_told(text: str) -> bool:
    """Whether a title or a line of free text says that people saw each other on a screen."""
    said = _OF_PEOPLE.sub("people", text[:LONGEST]).strip()
    last = _LAST.search(said)
    return bool(
        said.casefold() == "video" or _TITLE.search(said) or (last and not _ABOUT_IT.match(last[1]))
    )


def is_place(text: str) -> bool:
    """Whether a place is none but an app for such calls."""
    return bool(_PLACE.search(text[:LONGEST].strip()))
