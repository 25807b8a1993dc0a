"""The book on its way out as netlog's own JSON."""

from typing import Any

# A record of the book as that JSON has it.
Object = dict[str, Any]
