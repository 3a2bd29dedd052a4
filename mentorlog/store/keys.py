"""Key files: what opens an encrypted journal, itself encrypted with age, for a passphrase and for a paper key.

`key.age` opens with the passphrase, `paper.age` with the paper key, which is an
age identity. Both hold the same JSON, so a person comes to their data without
this program: `age -d key.age` shows key and salt, and any SQLCipher shell takes
`PRAGMA key = "x'<key><salt>'"`.
"""

from __future__ import annotations

import json
import os
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from mentorlog.domain.frozen import Frozen
from mentorlog.errors import KeyNeeded, Refused, Unusable
from mentorlog.places import beside
from mentorlog.store.begin import turn
from mentorlog.store.driver import KEY_FILE, PAPER_FILE, Key, key_file, salt_of
from mentorlog.store.unfinished import name_in

LEAST = 8
"""Characters a passphrase has at least (NIST SP 800-63B, 5.1.1)."""
IDENTITY = "AGE-SECRET-KEY-1"
"""How a paper key begins."""
_GROUP = 4


class Keys(Frozen):
    """The keys of a journal, today's first; the older ones open copies made under them.

    uid: of the journal. paper: whom `paper.age` is for. created: the instant today's key was made, in UTC.
    """

    all: tuple[Key, ...]
    uid: str
    paper: str
    created: str

    def __repr__(self) -> str:
        return "Keys(…)"  # they must not slip into a message

    def text(self) -> str:
        """As the key files hold it."""
        pairs = [{"key": one.secret.hex(), "salt": one.salt.hex()} for one in self.all]
        told = {"v": 1, **pairs[0], "db_id": self.uid, "created": self.created, "paper": self.paper}
        return json.dumps(told | {"older": pairs[1:]}, indent=1)


def read_keys(text: str | bytes) -> Keys:
    """What `Keys.text` wrote. Raises KeyNeeded when it is something else."""
    try:
        told: dict[str, Any] = json.loads(text)
        if told["v"] != 1:
            raise KeyNeeded("The key file was made by a newer mentorlog.", "Update mentorlog.")
        pairs = [told, *told["older"]]
        every = tuple(Key(bytes.fromhex(one["key"]), bytes.fromhex(one["salt"])) for one in pairs)
        if not all(len(one.secret) == 32 and len(one.salt) == 16 for one in every):
            raise ValueError
        return Keys(all=every, uid=str(told["db_id"]), paper=str(told["paper"]), created=str(told["created"]))
    except (ValueError, KeyError, TypeError) as error:
        raise KeyNeeded("What the key file holds is no key.") from error


def new_key() -> Key:
    """A key by chance."""
    return Key(os.urandom(32), os.urandom(16))


def installed() -> bool:
    """Is the extra `[secure]` there?"""
    try:
        import pyrage  # type: ignore[import-untyped]
        import sqlcipher3  # type: ignore[import-untyped]
    except ImportError:
        return False
    return bool(pyrage and sqlcipher3)


def age() -> Any:
    """The library of age. Raises KeyNeeded where the extra is not installed."""
    try:
        import pyrage
    except ImportError as error:
        raise KeyNeeded(
            "What opens encrypted files is not installed.", "pip install 'mentorlog[secure]'"
        ) from error
    return pyrage


def check_installed() -> None:
    """Raises Refused when the journal cannot be encrypted here."""
    if not installed():
        raise Refused(
            "To encrypt the journal, mentorlog needs two more packages.",
            "pip install 'mentorlog[secure]'   or, for copies alone:  mentorlog backup --age",
        )


# The paper key


def new_paper() -> tuple[str, str]:
    """A paper key, and the recipient that `paper.age` is then for."""
    made = age().x25519.Identity.generate()
    return str(made), str(made.to_public())


def grouped(paper: str) -> list[str]:
    """A paper key as it is written down: how it begins, then groups of four."""
    rest = paper.removeprefix(IDENTITY)
    return [IDENTITY, *(rest[at : at + _GROUP] for at in range(0, len(rest), _GROUP))]


def read_paper(typed: str) -> str:
    """A paper key as somebody typed it, however grouped. Raises KeyNeeded when a letter is wrong."""
    pyrage = age()
    text = "".join(typed.split()).upper()
    text = text if text.startswith(IDENTITY) else IDENTITY + text
    try:
        return str(pyrage.x25519.Identity.from_str(text))
    except pyrage.IdentityError as error:
        raise KeyNeeded("That is no paper key: a letter of it is wrong or missing.") from error


# Into files and out of them


def sealed(data: bytes, passphrase: str) -> bytes:
    """Data encrypted for a passphrase; made slow on purpose, a second or more. Raises Refused when it is short."""
    said = unicodedata.normalize("NFC", passphrase)
    if len(said) < LEAST:
        raise Refused(
            f"A passphrase has at least {LEAST} characters.", "Five or six words by chance do well."
        )
    return bytes(age().passphrase.encrypt(data, said))


def unsealed(data: bytes, passphrase: str) -> bytes:
    """The data again. Raises KeyNeeded for another passphrase, or when it is damaged."""
    pyrage = age()
    try:
        return bytes(pyrage.passphrase.decrypt(data, unicodedata.normalize("NFC", passphrase)))
    except (pyrage.DecryptError, UnicodeError) as error:
        # age says the one of a file that is whole, and something else of one that is not
        whole = str(error) == "Decryption failed" or isinstance(error, UnicodeError)
        or_damaged = "" if whole else ", or the file is damaged"
        raise KeyNeeded(f"That is not the passphrase{or_damaged}.") from error


def sealed_for_paper(keys: Keys) -> bytes:
    """What `paper.age` holds."""
    pyrage = age()
    recipient = pyrage.x25519.Recipient.from_str(keys.paper)
    return bytes(pyrage.encrypt(keys.text().encode(), [recipient]))


def by_passphrase(path: Path, passphrase: str) -> Keys:
    """The keys of a journal. Raises KeyNeeded."""
    return read_keys(unsealed(_read(path, KEY_FILE), passphrase))


def by_paper(path: Path, paper: str) -> Keys:
    """The keys of a journal, for who lost the passphrase. Raises KeyNeeded."""
    pyrage = age()
    identity = pyrage.x25519.Identity.from_str(read_paper(paper))
    try:
        return read_keys(bytes(pyrage.decrypt(_read(path, PAPER_FILE), [identity])))
    except pyrage.DecryptError as error:
        raise KeyNeeded("That is not the paper key of this journal.") from error


def from_secret(path: Path, secret: str) -> Keys:
    """The keys by what was handed in: the passphrase, the paper key, or the text of the key file itself."""
    if secret.lstrip().startswith("{") and '"key"' in secret:  # a passphrase may begin with it, too
        return read_keys(secret)
    return by_paper(path, secret) if secret.strip().startswith(IDENTITY) else by_passphrase(path, secret)


def check_there(path: Path, name: str = KEY_FILE) -> Path:
    """The key file of a journal. Raises KeyNeeded when it is away."""
    file = key_file(path, name)
    if file is None:
        raise KeyNeeded(
            f"{path} is encrypted, and there is no {name} beside it.",
            f"Bring {name} back from a copy of it."
            + ("  With the paper key:  mentorlog unlock --paper" if name == KEY_FILE else ""),
        )
    return file


def _read(path: Path, name: str) -> bytes:
    file = check_there(path, name)
    try:
        return file.read_bytes()
    except OSError as error:
        raise KeyNeeded(f"I cannot read {file}: {error.strerror}.") from error


def files_of(path: Path) -> tuple[Path, Path]:
    """Where a journal's own key files are or will be: for the passphrase, for the paper key.

    One found in its folder may be another journal's, so it is read but never written. A link leads to the file.
    """
    real = path.resolve()
    return beside(real, KEY_FILE).resolve(), beside(real, PAPER_FILE).resolve()


def replace(path: Path, keys: Keys, passphrase: str) -> None:
    """New key files for the same keys. Raises Problem, and then they are as they were."""
    data = sealed(keys.text().encode(), passphrase)
    with kept_unless_done(path, keys):
        write(path, data, sealed_for_paper(keys))


def write(path: Path, for_passphrase: bytes, for_paper: bytes) -> None:
    """Put both key files beside a journal. Raises Unusable."""
    for_whom = zip(files_of(path), (for_passphrase, for_paper), strict=True)
    # The paper key first: a power cut in between leaves each file able to open what is there.
    for place, data in reversed(list(for_whom)):
        try:
            write_file(place, data)
        except OSError as error:
            raise Unusable(f"I cannot write {place}: {error.strerror}.") from error


@contextmanager
def kept_unless_done(path: Path, keys: Keys) -> Iterator[None]:
    """Time to write the key files of a journal; they are as they were when the block fails, if the disk lets us.

    One run at a time. Raises Refused when the keys to be written do not open the journal any more.
    """
    with turn(path.resolve()), _put_back_unless_done(path):
        if salt_of(path) not in (None, *(one.salt for one in keys.all)):
            raise Refused(
                f"These are not the keys that {path} has now; nothing was done.",
                "Were they changed in another window? Then try again.",
            )
        yield


@contextmanager
def _put_back_unless_done(path: Path) -> Iterator[None]:
    before = {place: place.read_bytes() if place.exists() else None for place in files_of(path)}
    try:
        yield
    except BaseException:
        for place, data in before.items():
            with suppress(OSError):
                if data is None:
                    place.unlink(missing_ok=True)
                elif place.read_bytes() != data:
                    write_file(place, data)
        raise


def follow(file: Path, target: Path) -> None:
    """Put the key files of an encrypted file beside another one that its key opens. Raises OSError."""
    for name in (KEY_FILE, PAPER_FILE):
        here = key_file(file, name)
        if here and salt_of(target):
            write_file(beside(target.resolve(), name), here.read_bytes())


def write_file(place: Path, data: bytes) -> None:
    """A file for its owner only, whole or not at all, safe from a power cut. Raises OSError."""
    from mentorlog.store.backup import create_file, settle

    part = name_in(place.parent, of=place.name)
    try:
        create_file(part)
        part.write_bytes(data)
        settle(part, place)
    finally:
        part.unlink(missing_ok=True)
