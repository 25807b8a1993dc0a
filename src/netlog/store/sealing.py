"""Files locked with age (https://age-encryption.org/v1), by a passphrase or by public keys.

The library is pyrage, of the extra `encrypt`.
"""

import os
from collections.abc import Sequence

from netlog.errors import DamagedFile, Refused, UsageMistake
from netlog.named import NamedTuple
from netlog.typed import Any

EXTRA = "encrypt"
HEADER = b"age-encryption.org/v1\n"
LARGEST_KEY = 1_000_000  # bytes


class Locking(NamedTuple):
    """What a file is locked with: a passphrase, else the public keys of those who may open it."""

    passphrase: str | None
    recipients: tuple[str, ...] = ()


class Opener(NamedTuple):
    """What opens a locked file: a passphrase, else the path of a file of private keys."""

    passphrase: str | None
    identity: str | None = None


def is_locked(path: str) -> bool:
    """Whether the file is one of age's. What is no file, or cannot be read, is none."""
    if not os.path.isfile(path):
        return False  # a pipe would be waited for
    try:
        with open(path, "rb") as file:
            return file.read(len(HEADER)) == HEADER
    except OSError:
        return False


def check(lock: Locking) -> None:
    """Raise UsageMistake for a public key that is none, Refused where the library is missing."""
    for one in lock.recipients:
        _recipient(one)
    _library()


def lock_file(source: str, target: str, lock: Locking) -> None:
    """Write the file anew, locked, into one that is there. Raises OSError and as `check` does."""
    age = _library()
    if lock.passphrase is None:
        age.encrypt_file(source, target, [_recipient(one) for one in lock.recipients])
        return
    with open(source, "rb") as plain:
        locked = age.passphrase.encrypt(plain.read(), lock.passphrase)
    with open(target, "wb") as file:
        file.write(locked)


def open_file(source: str, target: str, key: Opener | None) -> None:
    """Write what is locked in the file into another, that is there.

    Raises UsageMistake without a key or with one that is none, Refused where it does not open the
    file, DamagedFile where what it opens is not whole, and OSError.
    """
    if key is None:
        raise UsageMistake(f"{source} is encrypted: --identity FILE names the key that opens it.")
    age = _library()
    try:
        if key.identity is not None:
            age.decrypt_file(source, target, _identities(key.identity))
            return
        with open(source, "rb") as file:
            plain = age.passphrase.decrypt(file.read(), key.passphrase or "")
    except age.DecryptError:
        raise Refused(f"That does not open {source}.") from None
    except OSError as error:
        if error.errno is not None:
            raise
        raise DamagedFile(
            f"{source} is damaged.", advice="netlog backup --list has others."
        ) from None
    with open(target, "wb") as file:
        file.write(plain)


def _recipient(typed: str) -> Any:
    age = _library()
    try:
        if typed.startswith("ssh-"):
            return age.ssh.Recipient.from_str(typed)
        return age.x25519.Recipient.from_str(typed)
    except age.RecipientError:
        raise UsageMistake(
            f"{typed!a} is no public key, such as age1... or ssh-ed25519 ..."
        ) from None


def _identities(path: str) -> Sequence[Any]:
    age = _library()
    try:
        with open(os.path.expanduser(path), "rb") as file:
            content = file.read(LARGEST_KEY)
    except OSError:
        raise UsageMistake(f"The key {path} cannot be read.") from None
    try:
        if content.startswith(b"-----BEGIN"):
            return [age.ssh.Identity.from_buffer(content)]
        lines = content.decode("ascii", "replace").split("\n")
        words = (line.strip() for line in lines)
        found = [age.x25519.Identity.from_str(word) for word in words if word and word[0] != "#"]
    except age.IdentityError:
        found = []
    if not found:
        raise UsageMistake(f"{path} holds no private key, such as AGE-SECRET-KEY-1...")
    return found


def _library() -> Any:
    try:
        import pyrage
    except ImportError:
        raise Refused(
            f"Encryption needs one more library: pip install 'netlog-cli[{EXTRA}]'."
        ) from None
    return pyrage
