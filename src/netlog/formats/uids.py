"""Uids for what a file does not number: the same file read twice gives the same ones."""

import uuid

_NAMESPACE = uuid.UUID("b4f5f6f0-4f6b-5d0c-9b8e-0f5a3c1d7e21")


def made_uid(*parts: object) -> str:
    """A UUID from what tells the record apart from every other of its file."""
    told = "\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")
    return str(uuid.uuid5(_NAMESPACE, told.hex()))
