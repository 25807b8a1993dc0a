"""What somebody is asked about, how it has gone: what goes on, and never a thing."""

import pytest

from netlog.rules.undertakings import goes_on


@pytest.mark.parametrize(
    "text",
    [
        "He lives from workshops alone.",
        "She moves to Lisbon in spring.",
        "Her hip is better",
        "her hip",
        "moving to town number18",
        "She looks for volunteers for the homework table.",
        "He trains for the hills in May.",
        "Over smoked salmon: she fights for next year's budget.",
        "She writes her memoirs.",
        "Accepted for the evening course at the college.",
        "spoke of the strike at the port",
        "Starts at Sallowmere next week. We said: let us not let this slip.",
        "She begins to recruit for a second city.",
        "She hired the analyst. A second platform role may come.",
        "Their daughter starts school",
        "The bakery opens in June!",
        "Moved to Berlin",
        "Joined Acme",
        "wants to open a bakery",
        "Tom is learning Spanish",
        "training for the marathon",
        "busy with the move",
        "Her sister's wedding in June",
        "second interview on Friday",
        "renovating the barn",
        "His thesis",
        "He is waiting for the results of the scan",
        "She will move to Oslo",
        "planning a trip to Peru",
        "Told me of the move to Lisbon",
        "Their platform moves to another cloud by spring.",
        "How the new project is going: loud, but good.",
        "Plans for the holidays, still open.",
        "he starts a new job in March",
        "Her daughter takes over the books",
        "she is writing a novel",
    ],
)
def test_what_goes_on_may_be_asked_after(text: str) -> None:
    assert goes_on(text)


@pytest.mark.parametrize(
    "text",
    [
        "the post office",
        "Her new bike.",
        "Rye bread recipe",
        "His rye bread recipe, at last.",
        "A good idea for a talk; somebody has to give it.",
        "Toy swap at the co-op; they want one every season.",
        "Contract terms over couscous. They want a reference.",
        "Alumni dinner. He asked who keeps the clinic's data, and nobody knew.",
        "Her garden and the bees",
        "a new car",
        "photos of the wedding",
        "wedding ring",
        "her race bike",
        "the training shoes",
        "the building at the corner",
        "model trains",
        "the trains in Spain",
        "moving boxes",
        "a red umbrella",
        "New hours at the café.",
        "Knows a publisher",
        "He likes tea",
        "the opening hours of the bakery",
        "Two data roles stand on their page.",
        "My mother's hip, and what the doctor said.",
        "She did not move to Lisbon",
        "the book she wrote",
        "Her running shoes",
        "Plans for a sabbatical that will never be taken.",
        "a recipe for the party",
        "Her house in the mountains",
        "the writing desk",
        "a plan of the building",
        "leaves of the maple",
        "maple leaves in the garden",
        "They count twice, for nobody trusts the scanner.",
        "starting blocks",
        "left hand",
        "the closed door",
        "left her umbrella",
    ],
)
def test_a_thing_or_what_is_not_theirs_is_not(text: str) -> None:
    assert not goes_on(text)
