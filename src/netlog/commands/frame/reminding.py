"""A reminder that is asked for while another stands: which one it takes the place of."""

from datetime import date

from netlog.commands.frame.app import App
from netlog.commands.frame.attending import Attending
from netlog.records.meetings import NOT_A_TOUCH, NewMeeting
from netlog.render.pages.meetings import replaced
from netlog.store.reads import contacts


def replacing(app: App, there: list[Attending], meeting: NewMeeting, today: date) -> list[str]:
    """A sentence for each of those people who had a reminder that this one takes the place of.

    One whose day this meeting answers is none any more.
    """
    known = [one.known.id for one in there if one.known]
    if meeting.remind_on is None or not known:
        return []
    with app.reading() as connection:
        people = [found for id_ in known if (found := contacts.contact(connection, id_))]
    answers = date.min if meeting.kind == NOT_A_TOUCH else meeting.happened_on
    return [
        replaced(one, today)
        for one in people
        if one.remind_on
        and max(one.last_touch_on or date.min, answers) < one.remind_on
        and (one.remind_on, one.remind_why) != (meeting.remind_on, meeting.remind_why)
    ]
