"""What is kept of a card that netlog has no place for."""

# The name of the line among it that says how the card was written.
FORM = "X-NETLOG-FORM"
