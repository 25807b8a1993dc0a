"""Labels given to people and taken from them, in one transaction."""

from collections.abc import Sequence

from netlog.actions.doors import Doors
from netlog.typed import Literal


def relabel(
    doors: Doors, command: Literal["tag", "untag"], ids: Sequence[int], tags: Sequence[str]
) -> list[set[int]]:
    """Give people tags or take them away; returns, tag by tag, whom that changed."""
    from netlog.store.writes import labels as writes

    change = {"tag": writes.tag, "untag": writes.untag}[command]
    with doors.recording(command) as book:
        return [change(book, ids, tag) for tag in tags]


def encircle(
    doors: Doors, ids: Sequence[int], into: Sequence[str], out_of: Sequence[str]
) -> tuple[list[set[int]], list[set[int]]]:
    """Put people into circles and take them out of others; returns whom each of them changed."""
    from netlog.store.writes import labels as writes

    with doors.recording("circle") as book:
        came = [writes.put_in_circle(book, ids, circle) for circle in into]
        return came, [writes.take_out_of_circle(book, ids, circle) for circle in out_of]
