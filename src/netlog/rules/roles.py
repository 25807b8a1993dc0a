"""What may be asked of somebody's work, by their role; never for a job."""

from collections.abc import Sequence

from netlog.folding import words
from netlog.wording import shortened

LONGEST_ROLE = 60

# Whoever has no work is not asked about it.
OUT_OF_WORK = (
    (
        ("retired", "pensioner"),
        (
            "What did your work teach you that you would pass on?",
            "What have you been looking forward to?",
        ),
    ),
    (
        ("unemployed", "between", "seeking", "looking"),
        (
            "What would make your search a good one?",
            "Who has been of help so far?",
        ),
    ),
)
# The first role that begins a word of the title speaks, or is one where a space ends it: a cook is
# no COO. The rest is for everybody.
BY_ROLE = (
    (
        ("recruit", "headhunt", "talent ", "hr ", "human resources", "people "),
        (
            "What makes you put a candidate forward whom nobody asked for?",
            "How does my story read to somebody who sees fifty a day?",
        ),
    ),
    (
        ("founder", "owner", "ceo ", "cto ", "cfo ", "coo ", "chief", "president", "partner "),
        (
            "What would you do in my place with the next six months?",
            "Which problem would you love somebody to take off your desk?",
        ),
    ),
    (
        ("manager", "head", "director", "lead", "vp "),
        (
            "What do people who do well in your team have in common?",
            "What do you wish you had known before you led a team?",
        ),
    ),
    (
        ("professor", "research", "scientist", "lecturer", "phd", "doctoral"),
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
    (
        ("counsel ", "attorney", "lawyer", "solicitor", "barrister", "notary", "judge", "legal"),
        (
            "What do people come to you with too late?",
            "How did you find your field of law?",
        ),
    ),
    (
        (
            "nurse ",
            "nursing",
            "counselor",
            "counsellor",
            "doctor",
            "physician",
            "surgeon",
            "midwi",
            "dentist",
            "pharmac",
            "therap",
            "psycholog",
            "paramedic",
            "veterinar",
        ),
        (
            "What does a good day at work look like for you?",
            "What do you wish people knew before they come to you?",
        ),
    ),
    (
        ("teach", "nursery", "tutor", "educator", "instructor", "trainer"),
        (
            "What have those you teach taught you lately?",
            "How do you explain what nobody understands at first?",
        ),
    ),
    (
        (
            "accountant",
            "accounting",
            "bookkeep",
            "controller",
            "auditor",
            "bank",
            "financ",
            "treasurer",
            "tax ",
        ),
        (
            "Which numbers do you look at first, and why?",
            "Which mistake do you see again and again?",
        ),
    ),
    (
        ("investor", "venture", "angel"),
        (
            "What makes you look twice at an idea?",
            "What did you learn from one that went wrong?",
        ),
    ),
    (
        ("journalist", "reporter", "editor", "writer", "author ", "publish", "translat"),
        (
            "When is a text done, for you?",
            "What have you read lately that you would pass on?",
        ),
    ),
    (
        ("artist", "music", "photograph", "illustrat", "actor", "composer", "painter", "film"),
        (
            "What are you making at present?",
            "Whose work do you go back to?",
        ),
    ),
    (
        ("sales", "account", "marketing", "business development", "customer"),
        (
            "What makes somebody trust you in the first talk?",
            "What do customers tell you that nobody else hears?",
        ),
    ),
    (
        ("operations", "logistic", "supply", "procurement", "purchas", "production"),
        (
            "What breaks first when everything runs late?",
            "Which small change saved you the most time?",
        ),
    ),
    (
        (
            "baker",
            "cook",
            "chef",
            "carpenter",
            "electric",
            "plumb",
            "gardener",
            "farmer",
            "mason",
            "joiner",
            "tailor",
            "mechanic",
            "barista",
        ),
        (
            "What can you tell at first sight that others do not see?",
            "Who taught you most of what you know?",
        ),
    ),
    (
        ("librarian", "postal", "mail", "driver", "social worker", "police", "firefight", "clerk"),
        (
            "What do you see of this town that others miss?",
            "What do people thank you for?",
        ),
    ),
    (
        ("student", "apprentice", "trainee", "intern "),
        (
            "What are you learning that you did not expect to?",
            "What would you like to have tried in a year?",
        ),
    ),
)


def of_no_work(title: str | None) -> Sequence[str]:
    """The questions for whoever has no work, if that is what the title says."""
    return _of(title, OUT_OF_WORK)


def of_role(title: str | None) -> Sequence[str]:
    """The questions of the role that the title names; of any other title, by its own words."""
    return _of(title, BY_ROLE) or _by_its_words(title or "")


def _of(title: str | None, by_role: Sequence[tuple[Sequence[str], Sequence[str]]]) -> Sequence[str]:
    folded = f" {' '.join(words(title or ''))} "
    return next((asks for roles, asks in by_role if any(f" {r}" in folded for r in roles)), ())


def _by_its_words(title: str) -> Sequence[str]:
    if not any(words(title)):
        return ()
    role = shortened(" ".join(title.split()), LONGEST_ROLE)
    return f'"{role}": how did you come to that work?', "What has changed most in it this year?"
