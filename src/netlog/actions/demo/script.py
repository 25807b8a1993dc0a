"""What happened in the demo book, person by person, and the small talk in between: data, no logic.

Days are counted back from the day the book is built; a negative one is still to come.
"""

from functools import partial

from netlog.named import NamedTuple
from netlog.records.meetings import Kind, WhoInvited, WhoPaid
from netlog.records.thanks import How
from netlog.typed import Literal

# "sent" leaves the way to the builder; "none" is `log --no-thanks`; a How says how they were sent.
Gratitude = Literal["sent", "open", "none"] | How


class Kindness(NamedTuple):
    """A favor that a meeting brought; all days are days ago, None when it has not come to that."""

    role: Literal["asked", "got", "owed", "gave"]
    what: str
    done: int | None = None
    due: int | None = None
    outcome: str | None = None
    known: int | None = None
    told: int | None = None
    thanks: Gratitude = "sent"


class Tale(NamedTuple):
    """A meeting with the person whose story it is, and others (keys); favors concern the former."""

    kind: Kind
    ago: int
    text: str
    also: str = ""
    place: str | None = None
    invited: WhoInvited | None = None
    paid: WhoPaid | None = None
    favors: tuple[Kindness, ...] = ()
    thanks: Gratitude = "sent"


class Habit(NamedTuple):
    """Small talk every so many days, from `first` to `last` days ago, its kinds taking turns.

    Its texts and place are its own, or else those that suit any former colleague.
    """

    kinds: tuple[Kind, ...]
    first: int
    last: int
    every: int
    also: str = ""
    texts: tuple[str, ...] = ()
    place: str | None = None
    thanks: Gratitude = "sent"


coffee, lunch, meeting = partial(Tale, "coffee"), partial(Tale, "lunch"), partial(Tale, "meeting")
call, video, interview = partial(Tale, "call"), partial(Tale, "video"), partial(Tale, "interview")
email, message = partial(Tale, "email"), partial(Tale, "message")
event, note = partial(Tale, "event"), partial(Tale, "note")
asked, got = partial(Kindness, "asked"), partial(Kindness, "got")
owed, gave = partial(Kindness, "owed"), partial(Kindness, "gave")

MELTEMI = "Café Meltemi"
LOFT = "Loft on Third"
LIBRARY = "Riverside Branch Library"
PLAYGROUND = "Maple Street playground"

# Maria from the co-op, her cousin Dana, Dana's boss Henrik: the chain that may end in a job.
MARIA = (
    event(610, "Co-op potluck. Her Leo and our youngest share a sandpit.", also="yusuf"),
    coffee(540, "Park bench. She keeps the books of three restaurants.", place=PLAYGROUND),
    message(455, "Swapped two evenings with her."),
    coffee(
        366,
        "Told her that Ottersby is letting the whole team go. She listened, then sent soup.",
        place=PLAYGROUND,
        paid="them",
    ),
    lunch(
        210,
        "Went through the mess in her invoices together.",
        place=MELTEMI,
        invited="me",
        paid="me",
        favors=(gave("a small script that sorts her restaurants' invoices"),),
    ),
    coffee(
        121,
        "Her cousin Dana does something with electricity meters and data.",
        place=PLAYGROUND,
        favors=(
            asked(
                "her cousin Dana's address",
                done=113,
                outcome="Dana and I met, and she told her boss about me",
                known=71,
                told=70,
                thanks="gift",
            ),
        ),
    ),
    message(70, "Told her what came of meeting Dana."),
    event(
        40,
        "Toy swap at the co-op; they want one every season.",
        also="yusuf soledad",
        place="Maple Street school hall",
    ),
    coffee(
        1,
        "Told her how the second interview went. She wants to hear the end of it.",
        place=PLAYGROUND,
        invited="them",
        paid="them",
        thanks="open",
    ),
)

DANA = (
    email(112, "Wrote with Maria's greetings; she answered within the hour."),
    video(
        103,
        "Forty minutes on smart meters. Her team drowns in files that come late.",
        favors=(
            got(
                "explained how the data team at Fennmoor Grid works",
                outcome="knew what to ask Henrik in our first call",
                known=48,
                told=16,
            ),
        ),
    ),
    coffee(
        74,
        "She said: do not ask Henrik for a job, ask him what breaks.",
        place=MELTEMI,
        invited="me",
        paid="me",
        favors=(
            asked(
                "an introduction to Henrik, who leads her team",
                done=62,
                outcome="Henrik and I talked; two interviews came of it",
                known=26,
                told=16,
                thanks="note",
            ),
        ),
    ),
    message(
        16,
        "Told her about the interviews. She asked how we handled late files at Ottersby.",
        favors=(owed("my notes on late meter readings", due=4),),
    ),
)

HENRIK = (
    email(62, "Dana's introduction. He asked for ten minutes, no résumé.", also="dana"),
    call(48, "Ten minutes became forty: what breaks first, who gets up at night."),
    interview(27, "First interview: modelling late readings.", also="bram", thanks="email"),
    interview(
        8,
        "Second interview, with the team. Good questions, bad coffee. Decision in two weeks.",
        place="Fennmoor Grid, fourth floor",
        favors=(asked("word on the staff engineer post"),),
        thanks="open",
    ),
)

BRAM = (email(40, "Dates for the interviews, and whom I will meet."),)

# The mentor who was asked three times in a row.
CAROL = (
    lunch(690, "Her garden, then my plans. Do not leave before you know what you want.", paid="me"),
    call(585, "She is closing the Boise office. Sad and relieved."),
    coffee(470, "Advice: write down every week one thing that went well.", paid="me"),
    call(362, "Told her about Ottersby. She: good, now you will look around."),
    lunch(
        285,
        "First months on my own. She showed me how she prices a project.",
        favors=(
            got(
                "her price sheet for small projects",
                outcome="used it for Kestrelby; they signed without haggling",
                known=262,
                told=176,
            ),
        ),
        thanks="note",
    ),
    call(176, "Her daughter takes over the books. Sent her the spreadsheet tricks.", thanks="none"),
    email(
        58,
        "Wrote only about my résumé.",
        favors=(
            asked(
                "a look over my résumé",
                done=55,
                outcome="Fennmoor asked me in",
                known=40,
                told=12,
                thanks="none",
            ),
        ),
    ),
    email(
        33,
        "Pellworth wants to hear from somebody I worked for.",
        favors=(asked("a reference for Pellworth Insurance", done=24, thanks="open"),),
    ),
    video(
        12,
        "How to answer the salary question at Fennmoor. She gave me her whole evening.",
        favors=(asked("advice on the salary question", done=12, thanks="none"),),
        thanks="open",
    ),
)

RAY = (
    call(340, "He read my list of companies and crossed out half."),
    lunch(
        138,
        "Marrowgate is looking for somebody to tidy its warehouse feeds.",
        invited="me",
        paid="them",
        favors=(
            got(
                "told Marrowgate's data lead about me",
                outcome="they hired inside; the lead still wants to talk next year",
                known=120,
                told=66,
            ),
        ),
    ),
    call(66, "Told him how Marrowgate ended. He knew, and was glad to hear it from me."),
    call(
        21,
        "Sixty soon, no party wanted. His son asks about statistics courses.",
        favors=(gave("a reading list on statistics for his son", done=18),),
    ),
)

RUTH = (
    email(520, "She read my report on meters and found two mistakes."),
    call(330, "An hour on what to do after a layoff. She has seen three of them."),
    email(
        222,
        "Her letter, typed: three pages on why averages lie.",
        favors=(
            got(
                "a reading of my workshop slides",
                outcome="two of her examples carried the workshop",
                known=214,
                told=71,
                thanks="note",
            ),
        ),
    ),
    message(71, "She writes her memoirs. Answered late, with news of the workshop."),
)

# Gave me a lead; the outcome is known and he has not heard it.
LUKASZ = (
    coffee(366, "Both on the list. We went for pierogi instead of crying."),
    lunch(250, "He starts at Nettlecombe Bank. Promised to keep his ears open.", paid="me"),
    coffee(
        97,
        "A friend of his at Pellworth needs two months of migration work.",
        place=MELTEMI,
        favors=(
            got(
                "passed my name to Pellworth Insurance",
                done=96,
                outcome="Pellworth signed for eight weeks",
                known=9,
            ),
        ),
    ),
    message(35, "His rye bread recipe, at last."),
)

FATIMA = (
    video(90, "What they have: nine million claims and one person who knows the schema."),
    meeting(60, "Walked through the old system with her and procurement.", also="owen"),
    lunch(30, "Contract terms over couscous. They want a reference.", also="owen", paid="split"),
    call(9, "Signed. Eight weeks, starting next month."),
)

# Seen every month for years, then not for five months.
INES = (
    coffee(366, "The list came out at ten. We left through the front door together."),
    coffee(335, "Both freelance, both pretending to like it."),
    coffee(306, "She has two offers and asked me which. Neither, I said."),
    coffee(277, "She took a third one, and it is the right one."),
    coffee(246, "Fado ran away and came back fatter."),
    coffee(214, "Read each other's applications aloud until we had to laugh."),
    lunch(184, "Sallowmere wants her. She is afraid of the commute, not of the work.", paid="me"),
    coffee(
        152,
        "Starts at Sallowmere next week. We said: let us not let this slip.",
        place=MELTEMI,
        invited="them",
        paid="them",
    ),
)

NOOR = (
    call(365, "She had heard about Ottersby before we had. Wants to see me in person."),
    coffee(340, "What is out there: much less than last year, more than people say."),
    video(226, "Two roles, neither right. Told her so; she liked that."),
    call(132, "Sent her a candidate for a role that was not for me.", thanks="none"),
    email(68, "She begins to recruit for a second city."),
    call(
        24,
        "Sallowmere and one she may not name yet.",
        favors=(asked("news of my application at Sallowmere"),),
    ),
)

# Said no, kindly; kept in touch since.
SIOBHAN = (
    interview(380, "Three rounds in one day. Liked her at once.", also="priya", thanks="email"),
    call(
        366,
        "A no: somebody with hospital experience got it. Twenty honest minutes on my answers.",
        favors=(
            got(
                "told me plainly what my answers lacked",
                outcome="her advice got me through both interviews at Fennmoor",
                known=8,
                told=7,
            ),
        ),
        thanks="note",
    ),
    event(246, "Met in the corridor of the data conference. She remembered my meters."),
    email(
        160,
        "Sent her the best analyst I met this year.",
        favors=(gave("pointed her to a hospital analyst"),),
    ),
    lunch(92, "She hired the analyst. A second platform role may come.", invited="them"),
    message(
        19,
        "Congratulated her on the new ward system.",
        favors=(asked("word on the second platform role"),),
    ),
    email(7, "Told her how far her advice carried me at Fennmoor."),
)

ZOE = (
    video(414, "First call. Map tiles, ten thousand small files, no tests."),
    video(396, "Offer accepted: two days a week until the release."),
    lunch(244, "She was in town for the conference. Paid for everybody.", also="dmytro"),
    call(172, "Release is out. She wants me again for the routing data."),
    video(
        6,
        "Routing data: plan and price. She is pleased; wants it in writing.",
        favors=(owed("a one-page plan for the routing data", due=-4),),
        thanks="email",
    ),
)

PRIYA = (
    event(700, "First Python evening. Carried chairs, met half the town.", place=LIBRARY),
    coffee(
        405,
        "Umberfold is hiring, she says; not her team, but the director is fair.",
        place=MELTEMI,
        favors=(
            got(
                "put my résumé on her director's desk",
                outcome="three rounds, then a no; her director and I stay in touch",
                known=366,
                told=336,
            ),
        ),
    ),
    event(
        336,
        "My own talk at the Python evening: late data. Forty people, one good heckler.",
        also="dmytro camille",
        place=LIBRARY,
    ),
    coffee(
        148,
        "She wants to speak at the conference and does not dare.",
        favors=(gave("listened to her talk, twice", done=141),),
    ),
    message(
        11,
        "Her second proposal is half written.",
        favors=(owed("a review of her talk proposal", due=1),),
    ),
)

GUS = (
    note(
        500, "Gus knows everyone on the street. His route takes four hours, he walks it in three."
    ),
    meeting(
        310,
        "At the gate. His sister-in-law runs the computers at the harbor office.",
        favors=(
            got(
                "told Loretta at the harbor office about me",
                outcome="Loretta booked a workshop",
                known=262,
                told=258,
            ),
        ),
        thanks="gift",
    ),
    message(258, "Told him at the gate that Loretta booked me."),
    message(20, "Card: a new grandchild, and one year left until his pension.", thanks="none"),
)

LORETTA = (
    video(290, "Harbor logs on paper since 1961. She laughs when she says it."),
    meeting(262, "A half-day workshop for her team of six.", place="Tidewrack Harbor Office"),
    event(215, "The workshop. Two of the six stayed until the lights went out."),
    call(128, "The logs are typed in. She would recommend me to the other harbors."),
    lunch(
        50,
        "Over smoked salmon: she fights for next year's budget.",
        paid="them",
        favors=(owed("the script that reads the tide tables", due=43, done=44),),
    ),
)

MEILING = (
    event(245, "The queue for tea was the best session of the conference.", also="tobias"),
    email(
        231, "Sent her the paper we had talked about.", favors=(gave("the paper on time zones"),)
    ),
    video(66, "She reviewed my small library from the other side of the world."),
)

TOBIAS = (
    event(246, "Spoke after me and was kind about it."),
    video(
        200, "He lives from workshops alone. How he finds them: people he taught.", thanks="email"
    ),
)

AMARA = (
    event(390, "Founders' breakfast. She sells planters that text you."),
    coffee(268, "Her first customers, my first clients. We compared invoices.", paid="split"),
    lunch(
        97,
        "She may need a data person in a year. Or next week.",
        favors=(gave("a page on what a first data hire should do", done=90),),
    ),
)

CAMILLE = (
    coffee(320, "Wants to move from spreadsheets to Python. Already halfway there.", paid="me"),
    call(
        11,
        "Has an interview next month, the first one ever.",
        favors=(owed("a mock interview", due=-9), gave("read the application letter")),
        thanks="none",
    ),
)

AZIZ = (
    note(300, "Airport ride. Learns Python on his phone between two passengers."),
    meeting(262, "First evening at the library: variables, loops, tea.", place=LIBRARY),
    meeting(
        142,
        "He automated his mileage log and showed it to everyone.",
        place=LIBRARY,
        favors=(gave("my old laptop"),),
    ),
    call(28, "Accepted for the evening course at the college."),
)

OTHERS = {
    "victor": (
        lunch(366, "He had to read the list out. Worse day for him than for me, almost."),
        call(
            174,
            "Larkspindle is not hiring; he asked around all the same.",
            favors=(
                got(
                    "a written reference",
                    outcome="Pellworth read it and wanted one more, from Carol",
                    known=62,
                    told=61,
                ),
            ),
        ),
    ),
    "junho": (video(233, "Five in the morning for him, and still cheerful."),),
    "lea": (
        coffee(560, "Shared a desk and a socket.", place=LOFT),
        meeting(440, "Drew the charts for my report in an afternoon.", place=LOFT),
        message(44, "Boxes everywhere. She asked me to call once they are unpacked."),
    ),
    "oona": (video(620, "Forests from above. She counts trees, I count meters."),),
    "marcus": (
        lunch(505, "Every second sentence was a fund."),
        call(296, "He could not help with Ottersby, and said so at once."),
        message(110, "A son. Four in the morning, all in capitals."),
    ),
    "chidi": (
        event(600, "Alumni dinner.", also="marcus"),
        event(240, "Alumni dinner. He asked who keeps the clinic's data, and nobody knew."),
    ),
    "aiko": (
        email(520, "She still uses the survey tool. Sent her the new version."),
        video(310, "Introduced me to her data team."),
        email(118, "Greetings, and a bug report."),
    ),
    "yusuf": (
        meeting(230, "Fixed their stroller together.", thanks="none"),
        message(150, "Took his night at the co-op when his shift changed."),
    ),
    "soledad": (
        email(470, "Our hours at the co-op: minus four."),
        meeting(
            260,
            "She counts the co-op's hours on paper.",
            favors=(gave("a spreadsheet for the co-op's hours", done=251),),
            thanks="in-person",
        ),
    ),
    "niko": (
        message(560, "He keeps the corner table for us before nine."),
        coffee(
            400,
            "Who does his taxes: Sunita.",
            place=MELTEMI,
            favors=(
                got(
                    "his accountant's number",
                    outcome="Sunita does my books now",
                    known=396,
                    told=395,
                ),
            ),
        ),
        message(15, "New hours at the café."),
    ),
    "sunita": (
        meeting(398, "What a freelancer may deduct. Less than hoped."),
        email(255, "The quarterly papers."),
        call(75, "She found a mistake in my favor."),
    ),
    "hugo": (
        note(430, "Talks while drilling. His brother sells software to clinics."),
        message(170, "Returned his ladder."),
    ),
    "grace": (
        event(450, "Open-data evening: where the city's trees are.", place=LIBRARY),
        event(
            302,
            "She gave us the room for the Python evening.",
            also="priya",
            place=LIBRARY,
            thanks="gift",
        ),
        email(130, "She looks for volunteers for the homework table."),
    ),
    "winnie": (
        meeting(350, "Parents' evening. Our daughter counts everything.", thanks="none"),
        email(55, "She would like somebody to show the class what data is."),
    ),
    "ike": (event(580, "First run with the group. Last, but smiling.", thanks="none"),),
    "pavel": (
        meeting(600, "A desk for three days a week.", place=LOFT),
        event(225, "Loft party. He introduces everyone with one true sentence.", also="amara"),
        coffee(
            36,
            "Two of his tenants need somebody for their data.",
            place=LOFT,
            favors=(
                got(
                    "told two tenants about me",
                    outcome="one of them called: nothing now, perhaps later",
                    known=22,
                    told=20,
                ),
            ),
        ),
        message(20, "Told him that one of his tenants called."),
    ),
}

STORIES: dict[str, tuple[Tale, ...]] = {
    "maria": MARIA,
    "dana": DANA,
    "henrik": HENRIK,
    "bram": BRAM,
    "carol": CAROL,
    "ray": RAY,
    "ruth": RUTH,
    "lukasz": LUKASZ,
    "fatima": FATIMA,
    "ines": INES,
    "noor": NOOR,
    "siobhan": SIOBHAN,
    "zoe": ZOE,
    "priya": PRIYA,
    "gus": GUS,
    "loretta": LORETTA,
    "meiling": MEILING,
    "tobias": TOBIAS,
    "amara": AMARA,
    "camille": CAMILLE,
    "aziz": AZIZ,
    **OTHERS,
}

FAMILY = (
    "Caught up while walking home.",
    "News of the children, and who has a cold.",
    "What to bring to the birthday.",
    "A long story about a neighbor's goat.",
    "Bad line, good talk.",
    "Plans for the holidays, still open.",
    "Asked for nothing, stayed an hour.",
    "Photographs of everyone, all of them blurred.",
    "My mother's hip, and what the doctor said.",
    "Who comes when, and who brings the cake.",
    "Advice on the roof, then on the job.",
    "Sent a drawing our daughter made.",
)
CO_OP = (
    "Swapped an evening.",
    "Hours settled.",
    "Borrowed the big stroller.",
    "Swapped a morning.",
)
RUNS = (
    "Five miles by the river. Slow and steady.",
    "Rain, and everybody came all the same.",
    "Talked the whole way, which says how slow we were.",
    "He trains for the hills in May.",
    "He paced me. Best time this year.",
)
LESSONS = (
    "Library table, two pupils: loops, and when to stop them.",
    "Library table: a first function, and why it has a name.",
    "Library table: dictionaries. It clicked.",
    "Library table: a real data set, and all that is wrong with it.",
)
MENTORING = (
    "Where to begin: with a question, not with a language.",
    "Went through the exercises; loops are still a mystery.",
    "Read an error message together, slowly.",
    "A first chart that needs no legend.",
    "Tests: first against, then for.",
    "What belongs in a first résumé.",
)
PYTHON_EVENINGS = (
    "Python evening: lightning talks, one of them mine.",
    "Python evening: fewer people, better talks.",
    "Python evening: four new faces, chairs for thirty.",
    "Python evening: packaging, without tears.",
    "Python evening: stayed for the second half.",
    "Python evening: somebody brought samosas.",
    "Python evening: dates and time zones, of all things.",
    "Python evening: live coding, and it worked.",
)
PROJECT = (
    "Sent the week's summary.",
    "Open points, then travel stories.",
    "Wrote down what is in the release and what is not.",
    "Numbers, next steps, a cat on the keyboard.",
    "Invoice, and a thank-you from her side.",
    "What the routing data looks like. It does not look good.",
)

HABITS: dict[str, Habit] = {
    "ines": Habit(("coffee",), 720, 397, 35),
    "ray": Habit(("lunch", "call"), 690, 230, 150),
    "margit": Habit(("call", "message"), 715, 18, 80, texts=FAMILY, thanks="none"),
    "joaquin": Habit(("message", "call"), 700, 4, 112, texts=FAMILY, thanks="none"),
    "priya": Habit(("event",), 640, 10, 105, also="dmytro", texts=PYTHON_EVENINGS, place=LIBRARY),
    "dmytro": Habit(("message", "coffee"), 560, 73, 240),
    "ben": Habit(("coffee", "lunch"), 660, 33, 156),
    "oona": Habit(("message", "video"), 560, 84, 155),
    "lukasz": Habit(("lunch",), 700, 410, 145, also="ines"),
    "yusuf": Habit(("message",), 540, 95, 220, texts=CO_OP),
    "soledad": Habit(("message",), 400, 22, 189, texts=CO_OP),
    "ike": Habit(("event",), 520, 13, 165, texts=RUNS, thanks="none"),
    "camille": Habit(("video",), 300, 41, 64, texts=MENTORING),
    "aziz": Habit(
        ("meeting",), 240, 60, 60, also="camille", texts=LESSONS, place=LIBRARY, thanks="none"
    ),
    "zoe": Habit(("email", "video"), 380, 35, 84, texts=PROJECT),
    "victor": Habit(("lunch",), 720, 61, 215),
    "junho": Habit(("message",), 690, 100, 280),
    "lea": Habit(("message",), 500, 120, 180),
}

# Nothing here says he or she, a season or a day of the week: it falls to anyone, on any day.
SMALL_TALK: dict[Kind, tuple[str, ...]] = {
    "coffee": (
        "Compared notes on what everyone is hiring for.",
        "Mostly families; ten minutes of work at the end.",
        "Long talk about leaving a job before the next one is there.",
        "Laughed about the old ticket system.",
        "What we would build if nobody asked for a roadmap.",
        "Swapped book tips: one novel, one on queues.",
        "A new manager, and what to say in the first week.",
        "Rumors about a move to another office.",
        "Walked around the block twice, cups in hand.",
        "Rents, schools, and a recipe for lentils.",
        "How to say no to a project without burning it down.",
        "Half an hour that turned into two.",
        "Plans for a sabbatical that will never be taken.",
        "A good idea for a talk; somebody has to give it.",
        "Old photographs from the launch party.",
        "What the last reorganization left standing.",
    ),
    "lunch": (
        "Dumplings and a long complaint about dashboards.",
        "Good news about a promotion, kept quiet for now.",
        "How their team interviews, and what they wish they asked.",
        "Their platform moves to another cloud by spring.",
        "Soup, schools, and the price of houses.",
        "Which tools they dropped this year, and why.",
        "A quiet one; somebody in the family is ill.",
    ),
    "call": (
        "Quick question about contracts, long answer about life.",
        "Checked in after the move.",
        "How the new project is going: loud, but good.",
        "Asked for nothing, stayed an hour.",
        "Two war stories from the old data center.",
    ),
    "video": (
        "Showed each other what we are working on.",
        "Both tired, both glad we did it.",
        "Tried out a small prototype together.",
    ),
    "message": (
        "Congratulated on the good news.",
        "Sent a photograph of the river.",
        "Article about careful data work; it made me think of our talk.",
        "A joke only two people understand.",
        "Recommended a podcast on maps.",
        "Heard good things and passed them on.",
        "Said hello from a slow train.",
    ),
}

# Days by which habits stray from their rhythm, the latest first: it stays, as dues hang on it.
WOBBLE = (0, 3, 5, 1, 4, 2)

# What never falls on a weekend.
OFFICE_KINDS = frozenset({"lunch", "meeting", "video", "interview"})

# Who invites pays, mostly.
TREATS: tuple[tuple[WhoInvited, WhoPaid], ...] = (
    ("me", "me"),
    ("them", "them"),
    ("me", "me"),
    ("them", "split"),
    ("them", "them"),
    ("me", "them"),
)

PLACES: dict[Kind, tuple[str | None, ...]] = {
    "coffee": (MELTEMI, "the kiosk by the river", LOFT, MELTEMI, None),
    "lunch": ("Dumpling Corner", "Mesa Verde", None, "the noodle place on Fourth"),
}

# Days until thanks were sent, and how: face to face, and from afar.
NEARBY: tuple[tuple[int, How], ...] = (
    (1, "email"),
    (0, "in-person"),
    (1, "message"),
    (2, "note"),
    (0, "in-person"),
    (2, "message"),
    (3, "email"),
    (1, "call"),
)
FROM_AFAR: tuple[tuple[int, How], ...] = (
    (0, "message"),
    (1, "email"),
    (0, "email"),
    (4, "note"),
    (1, "message"),
    (2, "call"),
)
THANKED = {
    "coffee": NEARBY,
    "lunch": NEARBY,
    "meeting": NEARBY,
    "event": NEARBY,
    "interview": FROM_AFAR,
    "call": FROM_AFAR,
    "video": FROM_AFAR,
    "favor": FROM_AFAR,
}
