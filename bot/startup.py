"""What keeps a command from starting, in one sentence of the operator's language."""

import os

from alembic.util import CommandError
from pydantic import ValidationError
from pydantic_core import ErrorDetails
from sqlalchemy.exc import SQLAlchemyError

from backend.database import Database
from backend.migrate import migrate
from backend.settings import Settings
from locales import best_language, has, text

_SECRETS = ("telegram_token", "webhook_secret")


class CannotStart(Exception):
    """`key` names the sentence in the locale files, `facts` fill it."""

    def __init__(self, key: str, **facts: str) -> None:
        super().__init__(key)
        self.key, self.facts = key, facts


def operator_language() -> str:
    """The language of the terminal."""
    return best_language(os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG"))


def words(key: str, **facts: str | int) -> str:
    return text(operator_language(), key, facts)


def read_settings(**given: object) -> Settings:
    """The settings of this environment. Raises CannotStart with a sentence for the first wrong one."""
    try:
        return Settings(**given)  # type: ignore[arg-type]
    except ValidationError as error:
        raise _sentence(error.errors()[0]) from error


def _sentence(wrong: ErrorDetails) -> CannotStart:
    if not wrong["loc"]:
        return CannotStart("cli-missing-secret")
    field = str(wrong["loc"][0])
    seen = "•••" if field in _SECRETS else repr(without_password(str(wrong["input"]))[:80])
    expected = f"expected-{field.replace('_', '-')}"
    told = words(expected) if has(expected) else wrong["msg"]
    return CannotStart("cli-bad-setting", setting=f"AFTERCARE_{field.upper()}", seen=seen, expected=told)


async def open_database(database: Database) -> None:
    """Makes the data folder and brings the tables up to date. Raises CannotStart."""
    settings = database.settings
    try:
        settings.data_dir.mkdir(parents=True, exist_ok=True)
        (probe := settings.data_dir / ".writable").write_text("")
        probe.unlink()
    except OSError as error:
        raise CannotStart("cli-bad-data-dir", seen=str(settings.data_dir), why=why(error)) from error
    try:
        await migrate(database)
    except (SQLAlchemyError, OSError, CommandError) as error:
        seen = without_password(settings.database)
        raise CannotStart("cli-bad-database", seen=seen, why=why(error)) from error


def why(error: BaseException) -> str:
    """The first line of the innermost reason."""
    inner = getattr(error, "orig", None) or error
    return str(inner).strip().splitlines()[0][:200] if str(inner).strip() else type(inner).__name__


def without_password(url: str) -> str:
    scheme, found, rest = url.partition("://")
    return f"{scheme}://{rest.rpartition('@')[2]}" if found else url
