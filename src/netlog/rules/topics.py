"""What you spoke of: which notes are something to go on from, and which only a mood."""

from collections.abc import Iterable, Iterator, Sequence

from netlog.folding import words
from netlog.records.meetings import NOT_A_TOUCH
from netlog.records.refs import ref
from netlog.records.standing import Happened, Standing, Topic
from netlog.rules.asks import content

# Words that say how it was, or that it was, and nothing of them.
MOODS = frozenset(
    {
        *("a", "an", "and", "the", "of", "to", "in", "on", "at", "by", "for", "from", "with", "or"),
        *(
            "we",
            "us",
            "our",
            "i",
            "me",
            "my",
            "you",
            "it",
            "its",
            "was",
            "is",
            "were",
            "be",
            "been",
        ),
        *("he", "she", "they", "seems", "seemed", "looks", "looked", "feels", "felt", "sounded"),
        *("both", "all", "very", "quite", "really", "so", "too", "just", "again", "up", "about"),
        *("tired", "fine", "nice", "good", "great", "lovely", "fun", "ok", "okay", "well", "happy"),
        *("short", "long", "quick", "brief", "first", "second", "usual", "same", "old"),
        *("hi", "hello", "hey", "met", "meeting", "talk", "talked", "chat", "chatted", "call"),
        *("called", "coffee", "lunch", "dinner", "tea", "catch", "caught", "catching", "spoke"),
        *("time", "times", "day", "year", "morning", "evening", "weather", "rain", "small"),
        *("intro", "what", "whats", "anything", "something"),
        *("bad", "line", "lot", "everything", "lots", "things", "stuff"),
        *("no", "not", "nothing", "much", "some", "little", "bit", "x", "said"),
    }
)
LEAST = 2
# What begins so tells what you did yourself; "told me of the move" is theirs again.
OWN = frozenset(
    {
        *("told", "asked", "sent", "gave", "showed", "thanked", "promised", "explained", "wrote"),
        *("congratulated", "wished", "recommended", "suggested", "lent", "helped", "introduced"),
        *("i", "my", "answered", "offered", "invited", "brought", "bought", "paid", "passed"),
    }
)
# What somebody felt is nobody's to quote to them: what tells of it is left out.
FEELINGS = frozenset(
    {
        *("sad", "sadness", "unhappy", "miserable", "depressed", "depression", "lonely", "grumpy"),
        *("gloomy", "downcast", "desperate", "hopeless", "heartbroken", "grief", "grieving"),
        *("anxious", "anxiety", "nervous", "worried", "worries", "afraid", "scared", "frightened"),
        *("upset", "angry", "furious", "bitter", "jealous", "annoyed", "irritated", "frustrated"),
        *("cried", "cries", "crying", "tears", "wept", "ashamed", "embarrassed", "moody"),
        *("stressed", "exhausted", "overwhelmed", "burnout", "drunk", "shaken", "distressed"),
    }
)
# They are feelings where somebody seemed so.
SEEMING = frozenset(
    {
        *("seems", "seemed", "looks", "looked", "feels", "felt", "sounds", "sounded", "appeared"),
    }
)
IF_SEEMING = frozenset(
    {
        *("low", "down", "off", "cold", "distant", "pale", "thin", "frail", "old", "older", "worn"),
        *("hurt", "tense", "bored", "tired", "mood", "ill", "sick", "lost", "quiet", "short"),
    }
)
_CLOSING = "\"'’”»)"
_DASHES = "-–—"
_JOINING = ("but", "though", "because")
_AROUND = " \t;"
# Kinds at which they do not speak of themselves.
OF_YOURSELF = (NOT_A_TOUCH, "interview")


def is_topic(text: str) -> bool:
    """Whether the note says something of them: what you did is none, nor a mood ("both tired")."""
    return spoken(text) is not None


def spoken(text: str) -> str | None:
    """What of a note can be quoted, word for word: the first sentences that say something of them.

    None where none do, or where it begins with your own doing. How they felt is left out: of a
    sentence that tells it, a clause that does not stays.
    """
    if _is_own(words(text)):
        return None
    for line in text.splitlines():
        run = ""
        for sentence in _sentences(line):
            said = words(sentence)
            if not (_feels(said) or _is_own(said) or (not run and _told(said) == 0)):
                run += sentence
            elif _told(words(run)) >= LEAST:
                break
            elif clause := _clause(sentence):
                return clause.strip(_AROUND)
            else:
                run = ""
        if _told(words(run)) >= LEAST:
            return run.strip(_AROUND)
    return None


def _sentences(line: str) -> Iterator[str]:
    """The sentences, each with the space behind it."""
    start = at = 0
    ended = False
    for word in line.split():
        begins = line.index(word, at)
        if ended:
            yield line[start:begins]
            start = begins
        at = begins + len(word)
        ended = _ends_sentence(word)
    yield line[start:]


def _ends_sentence(word: str) -> bool:
    """Whether a word ends one; after two letters at least: "Dr. Lee" is no end."""
    before, last = word[:-1], word[-1]
    if last not in ".!?…" or not before:
        return last == ";"
    letters = [char.isalnum() and not "A" <= char <= "Z" for char in before[-2:]]
    return before[-1] in _CLOSING or (len(letters) == 2 and all(letters))


def _clauses(sentence: str) -> Iterator[str]:
    """The sentence in parts: between commas, colons, dashes, and words that join clauses."""
    start = at = 0
    begins_clause = not sentence[:1].isspace()
    for word in sentence.split():
        begins = sentence.index(word, at)
        at = begins + len(word)
        goes_on = at < len(sentence)
        joins = not word.strip(_DASHES) or word.lower() in _JOINING
        if goes_on and joins and not begins_clause:
            yield sentence[start:begins]
        elif goes_on and word[-1] in ",:":
            yield sentence[start : at - 1]
        else:
            start, begins_clause = (begins, False) if begins_clause else (start, False)
            continue
        start, begins_clause = at, True
    yield sentence[start:]


def _clause(sentence: str) -> str | None:
    """Of a sentence that tells how they felt the first clause that tells something else."""
    if not _feels(words(sentence)):
        return None
    for clause in _clauses(sentence):
        said = words(clause)
        goes_on = said[:1] in (["and"], ["or"])
        is_apart = FEELINGS.isdisjoint(said) and IF_SEEMING.isdisjoint(said)
        if is_apart and _told(said) >= LEAST and not (goes_on or _is_own(said)):
            return clause
    return None


def _told(said: Sequence[str]) -> int:
    """How many of the words say more than how it was."""
    return sum(word not in MOODS for word in said)


def _feels(said: Sequence[str]) -> bool:
    """Whether the words tell how somebody felt."""
    if not FEELINGS.isdisjoint(said):
        return True
    return not SEEMING.isdisjoint(said) and not IF_SEEMING.isdisjoint(said)


def _is_own(said: Sequence[str]) -> bool:
    """Whether the words tell what you did yourself."""
    return bool(said) and said[0] in OWN and said[1:2] not in (["me"], ["us"])


def spoken_of(found: Standing) -> tuple[Topic, ...]:
    """What you last spoke of with somebody, newest first."""
    return topics(found.facts.meetings, found.facts.remind_why)


def topics(meetings: Iterable[Happened], why: str | None = None) -> tuple[Topic, ...]:
    """The topics of meetings, in their order; what was asked for is nothing to begin with.

    Nor is what you wanted to be reminded of; why is what you do now.
    """
    return tuple(
        Topic(ref("m", one.id), one.on, said)
        for one in meetings
        if one.text and one.kind not in OF_YOURSELF and (said := spoken(one.text))
        if not is_reason(one, why)
        if not (one.asked and _asks(one.text, one.asked))
    )


def _asks(text: str, asked: str) -> bool:
    """Whether the note comes near what was asked for: to begin with that would be to ask again."""
    return text.rstrip().endswith("?") or not content(text).isdisjoint(content(asked))


def is_reason(one: Happened, why: str | None) -> bool:
    """Whether the text is what you wanted to be reminded of; why is what stands with the person."""
    return one.is_reason or bool(why and one.text and " ".join(one.text.split()) == why)


def notes(meetings: Iterable[Happened], why: str | None = None) -> tuple[Topic, ...]:
    """What was noted of somebody beside meetings, in their order; no reasons of reminders."""
    return tuple(
        Topic(ref("m", one.id), one.on, one.text)
        for one in meetings
        if one.text and one.kind == NOT_A_TOUCH and not is_reason(one, why)
    )
