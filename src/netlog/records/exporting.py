"""The book on its way out as netlog's own JSON."""

from netlog.typed import Any

# A record of the book as that JSON has it.
Object = dict[str, Any]
