"""The goals that a record serves, read in its own row."""

from netlog.records.goals import Served
from netlog.records.leads import GoalBrief
from netlog.records.refs import ref

# A mark that nobody types, and how a statement names it.
MARK = "\x1e"
BETWEEN = f"'{MARK}'"


def goals_of(what: Served, row_id: str) -> str:
    """What the record with that id serves: a column, for `goals`."""
    return f"""(SELECT group_concat(line, {BETWEEN}) FROM (
  SELECT g.id || ' ' || g.text AS line FROM goal_link gl JOIN goal g ON g.id = gl.goal_id
  WHERE gl.{what} = {row_id} ORDER BY g.id) AS serves)"""


def goals(listed: str | None) -> tuple[GoalBrief, ...]:
    """The goals of that column, the first one first."""
    lines = (line.partition(" ") for line in listed.split(MARK)) if listed else ()
    return tuple(GoalBrief(int(id_), ref("g", int(id_)), text) for id_, _, text in lines)
