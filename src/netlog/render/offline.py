"""How a page of HTML begins that asks nothing of anybody.

Its style and its script stand in it and are allowed by their hashes alone.
"""

import base64
import hashlib


def head(title: str, style: str, script: str | None = None) -> list[str]:
    """The lines up to the body; title is text of ours, script what stands in the page, if any."""
    allowed = [f"script-src '{_hash(script)}'"] if script else []
    allowed += [f"style-src '{_hash(style)}'", "base-uri 'none'", "form-action 'none'"]
    policy = "; ".join(["default-src 'none'", *allowed])
    return [
        "<!doctype html>",
        '<html lang="en"><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        f"<title>{title}</title><style>{style}</style></head><body>",
    ]


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
