"""People and what happened on their way out."""
