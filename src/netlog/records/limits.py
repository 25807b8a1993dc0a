"""How much one text may hold, by whichever road it comes in."""

LONGEST_TEXT = 1_000_000  # characters
