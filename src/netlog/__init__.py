"""netlog: a private, local record of your professional relationships."""

__version__ = "0.1.0"
