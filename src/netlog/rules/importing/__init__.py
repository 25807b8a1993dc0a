"""The judgement of an import: what is taken in, who it is, and what it changes."""
