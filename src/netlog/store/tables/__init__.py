"""The schema as SQLModel classes, a module a noun: a command maps what it touches, and no more.

`migrations/` says the same in SQL and a test keeps them equal. A module imports those whose tables
its foreign keys name; `whole` has them all.
"""
