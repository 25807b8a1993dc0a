"""Whether what was noted tells of something that goes well or badly: a plan, an event, a change.

How that has gone may be asked; of a thing ("the post office", "her new bike") nobody asks it. The
lists are closed: what is in none of them is quoted, and no question made of it.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from netlog.folding import words

# What it says of you, or says not, is no undertaking of theirs.
NOT_THEIRS = frozenset(
    {
        *("i", "im", "ive", "me", "my", "mine", "we", "us", "our", "you", "your"),
        *("no", "not", "never", "nobody", "nothing", "none", "neither", "without", "isnt"),
        *("doesnt", "dont", "didnt", "wont", "cannot", "cant", "if"),
    }
)
# Deeds, by who does them, as they go on, as they were begun, and behind "will" or "wants to".
DEEDS = (
    ("moves", "moving", "moved", "move"),
    ("starts", "starting", "started", "start"),
    ("begins", "beginning", "began", "begin"),
    ("opens", "opening", "opened", "open"),
    ("founds", "founding", "founded", "found"),
    ("launches", "launching", "launched", "launch"),
    ("builds", "building", "", "build"),
    ("renovates", "renovating", "renovated", "renovate"),
    ("learns", "learning", "learned", "learn"),
    ("studies", "studying", "studied", "study"),
    ("trains", "training", "trained", "train"),
    ("prepares", "preparing", "prepared", "prepare"),
    ("practises", "practising", "practised", "practise"),
    ("practices", "practicing", "practiced", "practice"),
    ("rehearses", "rehearsing", "rehearsed", "rehearse"),
    ("teaches", "teaching", "", "teach"),
    ("writes", "writing", "", "write"),
    ("applies", "applying", "applied", "apply"),
    ("joins", "joining", "joined", "join"),
    ("enrols", "enrolling", "enrolled", "enrol"),
    ("", "leaving", "", "leave"),
    ("quits", "quitting", "quit", "quit"),
    ("retires", "retiring", "retired", "retire"),
    ("returns", "returning", "returned", "return"),
    ("recovers", "recovering", "recovered", "recover"),
    ("marries", "marrying", "married", "marry"),
    ("adopts", "adopting", "adopted", "adopt"),
    ("becomes", "becoming", "became", "become"),
    ("hires", "hiring", "hired", "hire"),
    ("recruits", "recruiting", "recruited", "recruit"),
    ("organizes", "organizing", "organized", "organize"),
    ("organises", "organising", "organised", "organise"),
    ("plans", "planning", "planned", "plan"),
    ("hopes", "hoping", "hoped", "hope"),
    ("fights", "fighting", "fought", "fight"),
    ("campaigns", "campaigning", "campaigned", "campaign"),
    ("negotiates", "negotiating", "negotiated", "negotiate"),
    ("switches", "switching", "switched", "switch"),
    ("changes", "changing", "", "change"),
    ("grows", "growing", "grew", "grow"),
    ("expands", "expanding", "expanded", "expand"),
    ("closes", "closing", "", "close"),
)
TOLD, GOING_ON, BEGUN, MEANT = (frozenset(one[form] for one in DEEDS) for form in range(4))
# These are things as well, unless it is said before who does so.
NOUNS = frozenset(
    {
        *("trains", "studies", "practices", "plans", "hopes", "fights", "campaigns", "changes"),
        *("returns", "switches", "launches", "builds"),
    }
)
# So are these where nothing follows: "all the right moves".
NOUNS_ALONE = NOUNS | {"moves", "starts"}
# Two words that say so together.
PAIRS = frozenset(
    {
        *(("lives", "from"), ("lives", "on"), ("lives", "off"), ("lives", "alone")),
        *(("works", "on"), ("working", "on"), ("looks", "for"), ("looking", "for")),
        *(("looks", "after"), ("looking", "after"), ("waits", "for"), ("waiting", "for")),
        *(("takes", "over"), ("took", "over"), ("taking", "over"), ("takes", "up")),
        *(("took", "up"), ("taking", "up"), ("sets", "up"), ("setting", "up"), ("set", "up")),
        *(("goes", "back"), ("went", "back"), ("going", "back"), ("saves", "for")),
        *(("saving", "for"), ("is", "pregnant"), ("is", "expecting"), ("is", "engaged")),
        *(("got", "engaged"), ("got", "married"), ("gets", "married"), ("getting", "married")),
    }
)
# What takes place, or what somebody is in the middle of.
EVENTS = frozenset(
    {
        *("move", "relocation", "wedding", "divorce", "adoption", "pregnancy", "retirement"),
        *("exam", "exams", "finals", "interview", "interviews", "thesis", "dissertation", "phd"),
        *("course", "studies", "apprenticeship", "internship", "sabbatical", "training"),
        *("surgery", "operation", "treatment", "therapy", "chemo", "rehab", "recovery", "illness"),
        *("hip", "knee", "shoulder", "ankle", "trial", "lawsuit", "strike", "renovation"),
        *("project", "search", "startup", "launch", "merger", "audit", "election", "campaign"),
        *("negotiation", "negotiations", "application", "applications", "promotion", "marathon"),
        *("race", "tournament", "concert", "exhibition", "festival", "rehearsal", "rehearsals"),
        *("premiere", "conference", "trip", "journey", "vacation", "holiday", "holidays"),
        *("pilgrimage", "expedition", "probation", "handover", "reorganization", "layoffs"),
    }
)
DETERMINERS = frozenset(("a", "an", "the", "this", "that", "these", "those", "some", "any"))
_POINTING = frozenset(
    {
        *("to", "in", "into", "at", "for", "on", "from", "with", "as", "by", "of", "about"),
        *("against", "until", "before", "after", "over", "out", "up", "back", "towards"),
    }
)
_WHEN = frozenset(
    {
        *("again", "soon", "now", "today", "tomorrow", "next", "last", "this", "monday"),
        *("tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january"),
        *("february", "march", "april", "may", "june", "july", "august", "september"),
        *("october", "november", "december"),
    }
)
# What may follow a deed, or what takes place: "a race bike" is a bike.
AFTER_DEED = _POINTING | DETERMINERS | _WHEN | {"her", "his", "their", "its", "school", "work"}
AFTER_EVENT = (
    _POINTING
    | _WHEN
    | {
        *("and", "or", "but", "is", "are", "was", "were", "will", "goes", "went", "starts"),
        *("begins", "has", "comes", "ends", "ended", "started", "began"),
    }
)
WHO = frozenset(("she", "he", "they", "who", "and", "still", "now", "soon", "also", "both"))
BUSY = frozenset(("is", "are", "was", "were", "been", "be", "shes", "hes", "theyre", "still"))
WILL = frozenset(("will", "may", "might", "would", "shall", "theyll", "shell", "hell", "they"))
WISHING = frozenset(
    {
        *("wants", "want", "hopes", "hope", "plans", "plan", "tries", "going", "about"),
        *("decided", "hoping", "planning", "wanting", "trying", "ready", "intends", "expects"),
        *("means", "like", "love", "dreams", "begins", "began", "starts", "started"),
    }
)
# With these begins what is told of it: "spoke of the strike", "busy with the move".
LEADING = frozenset(
    {
        *("she", "he", "they", "is", "are", "was", "been", "has", "busy", "spoke", "speaks"),
        *("talked", "talks", "tells", "told", "accepted", "ready", "back", "just", "still", "now"),
        *("plans", "all", "much", "a", "lot", "waits", "waiting", "prepares", "preparing"),
    }
)
_ENDS = str.maketrans(dict.fromkeys('.,;:!?…–—()"“”„«»', "\n"))
MOST_BEFORE_EVENT = 3


def goes_on(text: str) -> bool:
    """Whether a clause of it tells of something of theirs that may have gone somehow since."""
    return any(_is_deed(one) or _is_event(one) for one in _clauses(text))


def _clauses(text: str) -> Iterator[Sequence[tuple[str, bool]]]:
    """The words of each clause, and whether each begins with a capital; none of your own."""
    for clause in text.translate(_ENDS).replace(" - ", "\n").splitlines():
        said = [(word, one[0].isupper()) for one in clause.split() for word in words(one) if word]
        if [word for word, _ in said[:2]] in (["told", "me"], ["told", "us"]):
            said = said[2:]
        if said and NOT_THEIRS.isdisjoint(word for word, _ in said):
            yield said


def _is_deed(clause: Sequence[tuple[str, bool]]) -> bool:
    said = [word for word, _ in clause]
    return any(pair in PAIRS for pair in pairwise(said)) or any(
        _begins_deed(clause, at) for at in range(len(clause))
    )


def _begins_deed(clause: Sequence[tuple[str, bool]], at: int) -> bool:
    word = clause[at][0]
    before = clause[at - 1][0] if at else ""
    ends = at + 1 == len(clause)
    follows = ends or clause[at + 1][1] or clause[at + 1][0] in AFTER_DEED
    if word in MEANT and (before in WILL or _is_wished(clause, at)):
        return True
    if word in GOING_ON and before in BUSY:
        return True
    if not follows or before in DETERMINERS or before in _POINTING:
        return False
    if word in GOING_ON:
        return not ends
    if word in TOLD:
        return before in WHO or word not in (NOUNS_ALONE if ends else NOUNS)
    return word in BEGUN and (before in WHO or not at)


def _is_wished(clause: Sequence[tuple[str, bool]], at: int) -> bool:
    return at > 1 and clause[at - 1][0] == "to" and clause[at - 2][0] in WISHING


def _is_event(clause: Sequence[tuple[str, bool]]) -> bool:
    said = [word for word, _ in clause]
    return any(
        word in EVENTS
        and (at + 1 == len(said) or said[at + 1] in AFTER_EVENT)
        and _leads_to(said[:at])
        for at, word in enumerate(said)
    )


def _leads_to(before: Sequence[str]) -> bool:
    """Whether what stands before what takes place makes nothing else of it: "photos of the"."""
    points = max((at for at, word in enumerate(before) if word in _POINTING), default=-1)
    return len(before) - points - 1 <= MOST_BEFORE_EVENT and LEADING.issuperset(
        before[: max(points, 0)]
    )
