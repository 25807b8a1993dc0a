"""netlog lead: what may come, and the people through whom it may, in order."""

from netlog.commands.frame.noun import Sub
from netlog.commands.lead import endings, noting, steps
from netlog.records.leads import Landed, Lead, LeadNow

USUAL = ("add", "list")
TITLED = True

COMMANDS = {
    "add": Sub(
        noting.add,
        (
            'netlog lead add "Harbor Trust" --via gus --via "his HR director"',
            'netlog lead add "the mill job" --org "Mill & Co" --goal g1',
        ),
        Lead,
    ),
    "list": Sub(noting.list_, ("netlog lead list", "netlog lead list --all"), list[Lead]),
    "show": Sub(noting.show, ("netlog lead show l3",), Lead),
    "step": Sub(
        steps.step,
        (
            "netlog lead step l3.1 done",
            'netlog lead step l3.2 --who "Anne Kim" --by friday',
        ),
        LeadNow,
    ),
    "add-step": Sub(steps.add_step, ('netlog lead add-step l3 "a partner" --after l3.1',), Lead),
    "stage": Sub(
        endings.stage,
        ("netlog lead stage l3 interview -- with both partners",),
        Lead,
        takes_text=True,
    ),
    "edit": Sub(noting.edit, ('netlog lead edit l3 --org "Harbor Trust"',), Lead),
    "landed": Sub(
        endings.landed, ("netlog lead landed l3 -- I begin in May",), Landed, takes_text=True
    ),
    "declined": Sub(
        endings.declined,
        ("netlog lead declined l3 --keep anne --every 3m -- they hired inside",),
        LeadNow,
        takes_text=True,
    ),
    "closed": Sub(
        endings.closed, ("netlog lead closed l3 -- the post was cut",), LeadNow, takes_text=True
    ),
    "drop": Sub(endings.drop, ('netlog lead drop l3 --why "too far away"',), LeadNow),
}
