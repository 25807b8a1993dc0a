"""Before a meeting: the dates that are near, and questions that ask for advice, never for a job."""

from datetime import date, timedelta

from netlog.folding import words
from netlog.records.brief import NearDate
from netlog.records.contacts import Contact
from netlog.records.favors import TO_ME, Favor
from netlog.rules.dates import is_whole, next_birthday
from netlog.wording import short_day

QUESTIONS = 5
DATES_WITHIN = timedelta(days=30)

# The first role that begins a word of the title speaks; the rest is for everybody.
BY_ROLE = (
    (
        ("recruit", "talent", "hr ", "human resources", "people "),
        (
            "What makes you put a candidate forward whom nobody asked for?",
            "How does my story read to somebody who sees fifty a day?",
        ),
    ),
    (
        ("founder", "ceo", "chief", "president", "partner"),
        (
            "What would you do in my place with the next six months?",
            "Which problem would you love somebody to take off your desk?",
        ),
    ),
    (
        ("manager", "head", "director", "lead", "vp"),
        (
            "What do people who do well in your team have in common?",
            "What do you wish you had known before you led a team?",
        ),
    ),
    (
        ("professor", "research", "scientist", "lecturer", "phd"),
        (
            "Which question in your field is not asked enough?",
            "Whose work should I read before we speak again?",
        ),
    ),
    (
        ("engineer", "developer", "analyst", "architect", "designer", "programmer"),
        (
            "What does a good week at work look like for you?",
            "Which skill paid off that you did not expect to?",
        ),
    ),
    (
        ("consultant", "freelance", "advis", "coach"),
        (
            "How did your first three clients find you?",
            "What do clients thank you for that they never asked for?",
        ),
    ),
)
FOR_EVERYBODY = (
    "How did you come to do what you do now?",
    "What has changed most in your work this year?",
    "What would you do differently if you began again today?",
    "What should I read or learn next, and why that?",
    "What can I do for you?",
)


def near_dates(contact: Contact, today: date) -> tuple[NearDate, ...]:
    """The contact's birthday, when it is near."""
    if not contact.birthday or not is_whole(contact.birthday):
        return ()
    on = next_birthday(contact.birthday, today)
    if on - today > DATES_WITHIN:
        return ()
    return (
        NearDate(on, "birthday today" if on == today else f"birthday on {short_day(on, today)}"),
    )


def questions(contact: Contact, favors: tuple[Favor, ...]) -> tuple[str, ...]:
    """Five questions for this person, by what is open between you and by their role."""
    waiting = [f for f in favors if f.direction == TO_ME and f.state == "open"]
    received = [f for f in favors if f.direction == TO_ME and f.done_on and not f.outcome]
    about = [f for f in waiting if not f.text.endswith("?")]
    chosen = [f"What would make this succeed: {about[0].text.rstrip('.!')}?"] if about else []
    if received:
        help_ = received[0].text.rstrip("?.!")
        chosen.append(f"What would you do next, after your help with this: {help_}?")
    if contact.organization:
        chosen.append(f"What is {contact.organization} learning at the moment?")
    chosen += [*_for_role(contact), *FOR_EVERYBODY[:-1]]
    # The last word is an offer.
    return (*chosen[: QUESTIONS - 1], FOR_EVERYBODY[-1])


def _for_role(contact: Contact) -> tuple[str, ...]:
    title = f" {' '.join(words(contact.title or ''))} "
    return next((said for roles, said in BY_ROLE if any(f" {r}" in title for r in roles)), ())
