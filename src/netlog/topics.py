"""What `netlog help TOPIC` says: four short pages, which stand as they are written here.

Where it is narrower they are wrapped anew: paragraphs, and lists of words and what they mean.
"""

from netlog.named import NamedTuple


class HelpPage(NamedTuple):
    """A page of help: its name, and its text in lines of at most 76 columns."""

    topic: str
    text: str


DATES = """\
A day is typed as one says it:

  today  yesterday  tomorrow  last night  the day before yesterday
  friday  last friday  next friday  friday last week  the 20th
  3d  2w  6m  1y  2w3d  3 days ago  two weeks ago  in 2 weeks
  friday two weeks ago  two fridays ago  two days before friday
  12 nov  nov 12 2025  2026-11-20  20261120  20.11.2026  2026-W48-5
  end of month  start of next week

--on is the day of something that happened: friday is the last one. --by is a
day by which, and snooze, --next and --within look ahead: friday is the next
one, 3d is in three days. m is months. Several words need no quotes after
snooze and every, and quotes elsewhere: --on "two weeks ago".

How often: daily, weekly, every 6 weeks, twice a month, every other week,
monthly, quarterly, yearly, never. every monday is every 7 days.

A birthday: 1990-05-15, "15 may", 05-15, --05-15, 1990-05, 1990, 199X.

Somewhere it is tomorrow already: one day ahead is taken. NETLOG_TODAY sets
another today, `day_ends = 4` in the config a later midnight."""

WHO = """\
WHO is whatever you call somebody:

  grace              part of a name, in any order, case and spelling
  hopper g           beginnings of words
  amazing            a nickname, or a former name
  c12                a ref, as every list shows it
  grace@example.org  an e-mail, "Grace <grace@example.org>", mailto:...
  +1 415 555 0100    a phone number, however it is written
  @grace             a handle, a profile's address
  "the Millers"      a couple of that name, or all who are tagged so

What is exact comes first, then what begins so, then what is nearly so. Where
several are meant, a terminal asks and a script gets exit 4 with the
candidates; for nobody it is exit 3 with the nearest names. Nobody is guessed.
A name of several words goes in quotes where several people may be named: anna
berg may be Anna Berg, or Anna and Anna Berg, and is asked about.

`-` reads people from a pipe, a line each:

  netlog list --tag hiring --ids | netlog tag - golang

m40, f7, t9, p2, l3, g1 and o4 are a meeting, a favor, thanks, a plan, a lead,
a goal and a company: netlog show m40, netlog edit f7 --by friday."""

SCRIPTS = """\
Every command takes --json, before or after its name, and then prints JSON
alone: an array from what lists, an object from what shows or changes one.
Keys are stable, what is absent is null. docs/schema says what each prints.

  netlog due --json | jq -r '.[].contact.name'
  netlog due --brief                 # one line for a prompt
  netlog due --exit-code && echo quiet   # 10 when something is due

An error is one object on stderr, {"error": {"code", "message", "advice",
"saved", "candidates"}}, and nothing follows it. The exit status: 0 fine,
1 refused or failed, 2 wrong usage, 3 nobody or nothing matches, 4 several
match, 5 it would double or conflict, 6 the file: disk, permission, busy,
7 the file: damaged or foreign, 10 something is due (due --exit-code).

--db PATH or NETLOG_DB names another book. --id UUID records nothing twice.
NO_COLOR, FORCE_COLOR, COLUMNS, PAGER and NETLOG_PAGER hold; --no-pager is none."""

JUDGEMENT = """\
What netlog concludes, and when it stops:

  thanks      two days after a coffee, a call, a favor; for most meetings they
              fade after 30 days, for favors and interviews they do not
  promise     on its day, else after 7
  waiting     an ask without an answer: on its day, else after 14; then "nudge
              kindly", and after two nudges it rests
  outcome     how did it go? 30, 60 and 120 days after they helped; once it is
              known, tell them
  date        a birthday from 7 days before to 3 after
  plan        the day before, the day, and the morning after
  reconnect   when you were not in touch for as long as you meant to

Any touch ends a silence: a meeting of any kind but a note, thanks sent, a
promise kept, news told, help received. A morning shows seven people; netlog
due --all shows everybody, and what rests.

Each line ends in one of three ways: netlog done REF, netlog drop REF, or later
with netlog snooze REF 3d. netlog check WHO looks before you ask: asks in a row,
thanks and news you owe, a long silence. It never keeps you from anything."""

TOPICS = {
    "dates": HelpPage("dates", DATES),
    "who": HelpPage("who", WHO),
    "scripts": HelpPage("scripts", SCRIPTS),
    "judgement": HelpPage("judgement", JUDGEMENT),
}
