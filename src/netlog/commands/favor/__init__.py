"""netlog favor: the ledger of kindnesses, given and received, promised and asked for."""

from netlog.commands.favor import ledger, opening, outcomes
from netlog.commands.frame.noun import Sub
from netlog.records.along import FavorNow
from netlog.records.favors import Favor

COMMANDS = {
    "promise": Sub(
        opening.promise, ('netlog favor promise grace "the slides" --by friday',), Favor
    ),
    "ask": Sub(opening.ask, ('netlog favor ask carol "an intro to HR" --by 2w',), Favor),
    "give": Sub(opening.give, ('netlog favor give ada "a reference" --on yesterday',), Favor),
    "receive": Sub(opening.receive, ('netlog favor receive grace "read my CV"',), FavorNow),
    "list": Sub(
        ledger.list_, ("netlog favor list", "netlog favor list carol --open --to-me"), list[Favor]
    ),
    "show": Sub(ledger.show, ("netlog favor show f7",), Favor),
    "edit": Sub(
        ledger.edit, ("netlog favor edit f7 --by 2w", "netlog favor edit f7 --lead l1"), Favor
    ),
    "outcome": Sub(
        outcomes.outcome, ('netlog favor outcome f7 "first interview on Monday"',), FavorNow
    ),
    "told": Sub(outcomes.told, ("netlog favor told f7",), Favor),
}
