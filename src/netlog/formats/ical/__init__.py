"""Calendars: what was, in; what is due, out."""
