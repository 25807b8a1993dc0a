"""Markdown, as people read it."""
