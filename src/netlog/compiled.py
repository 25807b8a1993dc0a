"""What Python has compiled of netlog, and keeps beside it: a full disk cuts such a file off.

Imports nothing of netlog, which may be what is cut off.
"""

from contextlib import suppress
from pathlib import Path

STATUS = 6  # that of FileTrouble
_READS_IT = "_compile_bytecode"  # the last frame of an import whose compiled file is no good


def cut_off(error: BaseException) -> tuple[str, str] | None:
    """What to say and to advise where the error is that of a compiled file.

    The file is deleted where that can be, and Python makes it anew.
    """
    at = error.__traceback__
    while at and at.tb_next:
        at = at.tb_next
    if not at or at.tb_frame.f_code.co_name != _READS_IT:
        return None
    path = Path(str(at.tb_frame.f_locals.get("bytecode_path")))
    said = f"Python had kept {path} cut off, as on a full disk"
    with suppress(OSError):
        path.unlink()
        return f"{said}; it is deleted now.", "Run it again."
    return f"{said}.", "Delete it, and run it again."
