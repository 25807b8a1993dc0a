"""The tests on each Python, and with the lowest versions that pyproject.toml allows: `uvx nox`."""

import nox

nox.needs_version = ">=2024.4.15"
nox.options.default_venv_backend = "uv|virtualenv"


@nox.session(python=["3.11", "3.12", "3.13", "3.14"])
def tests(session: nox.Session) -> None:
    """What is locked, on that Python."""
    install(session)
    session.run("pytest", *session.posargs)


@nox.session(python="3.11")
def lowest(session: nox.Session) -> None:
    """The oldest of everything that netlog itself needs, on the oldest Python."""
    install(session)
    session.install("--requirement", "requirements/lowest.txt")
    session.run("pytest", *session.posargs)


@nox.session(python="3.11")
def thorough(session: nox.Session) -> None:
    """Each law on ten times as many examples as in a common run."""
    install(session)
    session.run("pytest", *session.posargs, env={"HYPOTHESIS_PROFILE": "thorough"})


def install(session: nox.Session) -> None:
    session.install("--require-hashes", "--requirement", "requirements/test.txt")
    session.install("--no-deps", "--editable", ".")
