"""What was settled besides what was named, in sentences."""

from datetime import date

from netlog.records.along import Waiting
from netlog.render.pages import favors, thanks


def sentences(settled: Waiting, today: date) -> list[str]:
    """A sentence for each: thanks that were sent, news that were told, steps that are done."""
    return [
        *(thanks.thanked(one, today) for one in settled.thanks),
        *(favors.told(one) for one in settled.news),
        *(
            f"{step.name} did their part for {lead.leads_to} ({step.ref})."
            for lead, step in settled.steps
        ),
    ]
