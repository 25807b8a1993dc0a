"""What was settled besides what was named, in sentences."""

from datetime import date

from netlog.records.along import Waiting
from netlog.records.leads import Lead, Step
from netlog.render.pages import favors, thanks


def sentences(settled: Waiting, today: date) -> list[str]:
    """A sentence for each: thanks that were sent, news that were told, how steps now stand."""
    return [
        *(thanks.thanked(one, today) for one in settled.thanks),
        *(favors.told(one, today) for one in settled.news),
        *(_stands(lead, step) for lead, step in settled.steps),
    ]


def _stands(lead: Lead, step: Step) -> str:
    match step.state:
        case "done":
            return f"{step.name} did their part for {lead.leads_to} ({step.ref})."
        case "asked":
            return f"{step.name} is asked for {lead.leads_to} ({step.ref})."
        case _:
            still = f"{step.name} is still to be asked for {lead.leads_to} ({step.ref})."
            return f"{still} To let that go: netlog drop {step.ref}"
