"""What a record serves, on its page."""

from netlog.render.page import Field

SERVES = Field("Serves", lambda one: "\n".join(goal.said for goal in one.goals))
