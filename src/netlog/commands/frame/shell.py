"""The shell at hand, and how one sets variables in it for all that follows."""

import os
import shlex
from collections.abc import Mapping


def name() -> str:
    """What $SHELL is, such as "fish"; "sh" where nothing says."""
    return os.path.basename(os.environ.get("SHELL") or "sh")


def exporting(variables: Mapping[str, str], path: str | None = None) -> str:
    """One line to be pasted into that shell: the variables, and a folder put before PATH."""
    shell = name()
    if shell == "fish":
        said = [f"set -gx {key} {_fish(value)}" for key, value in variables.items()]
        return "; ".join([*said, *([f"set -gx PATH {_fish(path)} $PATH"] if path else ())])
    if shell in ("pwsh", "powershell"):
        said = [f"$env:{key} = {_pwsh(value)}" for key, value in variables.items()]
        more = [f"$env:PATH = {_pwsh(path + os.pathsep)} + $env:PATH"] if path else []
        return "; ".join([*said, *more])
    if shell in ("csh", "tcsh"):
        said = [f"setenv {key} {_csh(value)}" for key, value in variables.items()]
        return "; ".join([*said, *([f'setenv PATH {_csh(path)}:"$PATH"'] if path else ())])
    pairs = [f"{key}={shlex.quote(value)}" for key, value in variables.items()]
    return " ".join(["export", *pairs, *([f'PATH={shlex.quote(path)}:"$PATH"'] if path else ())])


def _fish(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return text if _is_plain(text) else f"'{escaped}'"


def _csh(text: str) -> str:
    """Quoted; a ! calls up an earlier line within quotes as well."""
    return shlex.quote(text).replace("!", "\\!")


def _pwsh(text: str) -> str:
    escaped = text.replace("'", "''")
    return f"'{escaped}'"


def _is_plain(text: str) -> bool:
    return shlex.quote(text) == text
