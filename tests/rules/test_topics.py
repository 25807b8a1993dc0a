"""Which notes are something of theirs to go on from, and which only a mood or your own doing."""

import pytest
from tests.rules.known import ago, met

from netlog.records.meetings import KINDS
from netlog.rules.topics import is_topic, notes, spoken, topics


@pytest.mark.parametrize(
    "text",
    [
        "He lives from workshops alone.",
        "Her garden and the bees",
        "moving to Lisbon",
        "Their daughter starts school",
        "offshore wind",
        "new cat",
        "A new job",
        "Told me of the move to Lisbon",
        "sent us pictures of the twins",
        "Müde, aber die Prüfung ist bestanden",
    ],
)
def test_what_they_said_or_do_is_a_topic(text: str) -> None:
    assert is_topic(text)


@pytest.mark.parametrize(
    "text",
    [
        *("both tired", "Nice chat", "coffee", "It was really good to meet again!", "catch up"),
        *("nothing new", "What's new?", "happy new year", "something new"),
        *("Lisbon", "very short, as usual", "small talk about the weather", "…", "42", ""),
    ],
)
def test_a_mood_or_a_single_word_is_none(text: str) -> None:
    assert not is_topic(text)


@pytest.mark.parametrize(
    "text",
    ["Sent the second draft of the plan", "told him of the fair", "My new job at Acme", "I paid"],
)
def test_what_you_did_yourself_is_none_of_theirs(text: str) -> None:
    assert not is_topic(text)


def test_topics_keep_the_order_of_the_meetings_and_name_them() -> None:
    meetings = (
        met(3, text="moving to Lisbon", id=9),
        met(5),
        met(9, text="Her garden and bees", id=4),
    )
    assert topics(meetings) == (
        ("m9", ago(3), "moving to Lisbon"),
        ("m4", ago(9), "Her garden and bees"),
    )


@pytest.mark.parametrize("text", ["an intro to her editor", "Is there an opening at Acme?"])
def test_what_you_asked_for_is_nothing_to_begin_with(text: str) -> None:
    assert topics([met(3, text=text, asked="an intro to the editor")]) == ()


def test_what_they_said_when_you_asked_is() -> None:
    told = met(3, text="moving to Lisbon", asked="an intro")
    assert [topic.text for topic in topics([told])] == ["moving to Lisbon"]


@pytest.mark.parametrize("kind", KINDS)
def test_at_an_interview_they_do_not_speak_of_themselves_and_notes_are_no_meetings(
    kind: str,
) -> None:
    found = topics([met(3, kind, text="moving to Lisbon")])
    assert bool(found) is (kind not in ("note", "interview"))


def test_notes_are_what_was_noted_beside_meetings() -> None:
    happened = met(3, "note", text="likes tea", id=2), met(4, text="moving away"), met(5, "note")
    assert notes(happened) == (("m2", ago(3), "likes tea"),)


@pytest.mark.parametrize(
    ("note", "quoted"),
    [
        ("He seemed sad. Moving to Lisbon in May.", "Moving to Lisbon in May."),
        ("Moving to Lisbon in May. He seemed sad.", "Moving to Lisbon in May."),
        ("He seemed sad, moving to Lisbon in May", "moving to Lisbon in May"),
        ("Their daughter starts school - she is nervous", "Their daughter starts school"),
        ("Worried about his father. The bakery opens in June!", "The bakery opens in June!"),
        ("both tired\nHer garden and the bees\nmore of it later", "Her garden and the bees"),
        ("She writes her memoirs. Answered late.", "She writes her memoirs."),
        ("Dr. Lee moved to Leeds. Her dog limps.", "Dr. Lee moved to Leeds. Her dog limps."),
        (
            "A good idea for a talk; somebody writes it.",
            "A good idea for a talk; somebody writes it.",
        ),
        ("Cold storage company in Oslo", "Cold storage company in Oslo"),
    ],
)
def test_of_a_note_what_tells_of_them_is_quoted_word_for_word(note: str, quoted: str) -> None:
    assert spoken(note) == quoted
    assert quoted in note


@pytest.mark.parametrize(
    "note",
    [
        *("Told her the news. She wants to hear the end", "Sent the deck; he moves to Lisbon"),
        *("he seemed sad", "She was in tears about the house", "Looked pale and thin today"),
        *("He seemed sad about the divorce, and worn down", "felt low after the long winter"),
        *("They are depressed, both of them", "Sounded tired of the whole business"),
    ],
)
def test_what_somebody_felt_or_you_did_is_quoted_to_nobody(note: str) -> None:
    assert spoken(note) is None
