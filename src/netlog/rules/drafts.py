"""Drafts of thanks: two sentences that say what they did, in the words of the record.

They claim nothing that is not on record, quote it as it stands, and ask for nothing.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from netlog.records.drafts import ThankFor, ThanksFacts
from netlog.records.messages import Language
from netlog.rules import languages, thankable
from netlog.rules.discretion import quotable
from netlog.rules.draft_words import PHRASES


def thanks(facts: ThanksFacts, today: date, language: Language) -> str:
    """Two sentences, of which neither is a question; things must not be empty."""
    say = PHRASES[language]
    met = ((one.kind, one.on) for one in facts.things if one.kind is not None)
    named = [say.meeting.format(thing=one) for one in thankable.meetings(met, today, language)]
    done = [one for one in facts.things if one.kind is None]
    named += _done(sorted(done, key=lambda one: one.on), today, language)
    said = say.thanks.format(what=languages.listed(named, language))
    return f"{said}. {_beside(facts, language)}."


def _done(favors: Sequence[ThankFor], today: date, language: Language) -> Iterator[str]:
    """What they did and when: 'for what you did for me on 5 January: "a name at Acme"'.

    What is not quoted comes first, by its days; of quotations there are days where they share one.
    """
    say, words = PHRASES[language], languages.WORDS[language]
    sayable = [one for one in favors if one.favor][: thankable.MOST_NAMED]
    unsaid = [one.on for one in favors if one not in sayable]
    if unsaid:
        yield say.favor.format(day=thankable.days(unsaid, today, language))
    quoted = [(one.on, _quoted(one.favor or "", language)) for one in sayable]
    if quoted:
        on, is_one_day = quoted[0][0], len({on for on, _ in quoted}) == 1
        did = say.favor.format(day=languages.on(on, today, language)) if is_one_day else say.did
        yield f"{did}{words.colon}{languages.listed((said for _, said in quoted), language)}"


def _beside(facts: ThanksFacts, language: Language) -> str:
    """The second sentence, without its full stop: the first that is on record."""
    say = PHRASES[language]
    for said, day, lead, by_day in (
        (facts.outcome, facts.outcome_day, say.outcome, say.outcome_on),
        (facts.spoken, None, say.spoken, ""),
        (facts.promise, facts.promise_day, say.promised, say.promised_on),
    ):
        if said:
            return f"{lead}{languages.WORDS[language].colon}{_quoted(said, language)}"
        if day:
            return by_day.format(day=day)
    return say.noticed


def _quoted(text: str, language: Language) -> str:
    return languages.WORDS[language].quote.format(text=quotable(text))
