"""Stats over a span of days: asked in a few wide reads, and counted."""

from datetime import date

from netlog.records.stats import DayCount, KindCount, Stats
from netlog.rules import stats as rules
from netlog.rules import week as week_rules
from netlog.rules.stats import Sample
from netlog.store.config import settings
from netlog.store.connect import Book
from netlog.store.reads import stats as reads
from netlog.store.reads import touches
from netlog.store.reads import week as week_reads


def stats(connection: Book, since: date, until: date, today: date) -> Stats:
    """What was done from the one day to the other, both included; the rest as it is today."""
    touched = touches.touched(connection, since, until)
    monthly = touched.months
    for what, by_month in (("new", reads.new), ("given", reads.paid)):
        for month, number in by_month(connection, since, until).items():
            monthly[month, what] += number
    brought, introductions = reads.brought(connection, since, until, rules.MOST_BROUGHT)
    sample = _sample(connection, since, until, touched, introductions)
    circles = week_reads.circles(connection, today - week_rules.LATELY)
    return Stats(
        since=since,
        until=until,
        touches=sum(touched.days.values()),
        days=tuple(DayCount(on, number) for on, number in touched.days.items()),
        kinds=tuple(
            KindCount(kind, number, touched.meetings.get(kind))
            for kind, number in touched.kinds.most_common()
        ),
        months=rules.months(monthly, since, until),
        circles=week_rules.all_circles(circles),
        thin=week_rules.thin(circles),
        cadence=reads.cadence(connection, today),
        brought=brought,
        odds=rules.odds(sample),
        saying=rules.saying(sample),
    )


def _sample(
    connection: Book,
    since: date,
    until: date,
    touched: touches.Touched,
    introductions: int,
) -> Sample:
    leads = reads.leads(connection, since, until)
    stages = settings().stages
    interview = rules.stage_of(rules.INTERVIEW, stages, 2)
    offer = rules.stage_of(rules.OFFER, stages, 1)
    landed = {id_ for id_, ended in leads.ended.items() if ended == rules.LANDED}
    offered = landed | {id_ for id_, reached in leads.reached.items() if offer in reached}
    spoken = {id_ for id_, reached in leads.reached.items() if interview in reached}
    made, answered = reads.asks(connection, since, until)
    return Sample(
        conversations=touched.conversations,
        introductions=introductions,
        coffees=touched.meetings[rules.COFFEE],
        leads=len(leads.ended),
        interviews=len(spoken),
        offers=len(offered),
        hops=tuple(reads.hops(connection, since, until)),
        asks=made,
        answers=answered,
    )
