"""Settings from the environment (`AFTERCARE_…`) or a `.env` file."""

import re
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Self
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
_DURATION = re.compile(r"(\d+(?:\.\d+)?)\s*([smhd])")
_PUBLIC_BOT_API = "https://api.telegram.org"


def parse_duration(text: object) -> object:
    """`90s`, `10m`, `4h`, `2d`, or several such as `1h30m`. Raises ValueError for anything else."""
    if not isinstance(text, str):
        return text
    parts = _DURATION.findall(text.strip().lower())
    if not parts or _DURATION.sub("", text.strip().lower()).strip():
        raise ValueError("a duration such as 90s, 10m, 4h or 2d")
    return timedelta(seconds=sum(float(number) * _UNITS[unit] for number, unit in parts))


def _positive(value: timedelta) -> timedelta:
    if value <= timedelta():
        raise ValueError("a duration longer than nothing, such as 90s, 10m, 4h or 2d")
    return value


def _http_root(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s/]+(/\S*)?", value):
        raise ValueError("an address that begins with http:// or https://")
    return value.rstrip("/")


def _zone(value: object) -> object:
    if isinstance(value, str):
        try:
            return ZoneInfo(value)
        except (KeyError, ValueError, OSError) as error:
            raise ValueError("a time zone name such as Asia/Shanghai") from error
    return value


def _database_url(value: str) -> str:
    for plain, driver in (("postgresql://", "postgresql+asyncpg://"), ("postgres://", "postgresql+asyncpg://")):
        if value.startswith(plain):
            return driver + value.removeprefix(plain)
    if value.startswith("sqlite:///"):
        return "sqlite+aiosqlite:///" + value.removeprefix("sqlite:///")
    if value.startswith(("postgresql+asyncpg://", "sqlite+aiosqlite:///")):
        return value
    raise ValueError("a database address that begins with sqlite:/// or postgresql://")


def _telegram_token(value: SecretStr) -> SecretStr:
    if not re.fullmatch(r"\d+:[A-Za-z0-9_-]+", value.get_secret_value()):
        raise ValueError("a bot token such as 123456:ABC-DEF")
    return value


def _webhook_secret(value: SecretStr) -> SecretStr:
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", value.get_secret_value()):
        raise ValueError("1 to 256 of the characters A-Z a-z 0-9 _ -")
    return value


Duration = Annotated[timedelta, BeforeValidator(parse_duration), AfterValidator(_positive)]
HttpRoot = Annotated[str, AfterValidator(_http_root)]


class Settings(BaseSettings):
    """Raises pydantic's ValidationError, which `bot.main` turns into one sentence a setting."""

    model_config = SettingsConfigDict(
        env_prefix="AFTERCARE_", env_file=".env", extra="ignore", env_ignore_empty=True, arbitrary_types_allowed=True
    )

    database_url: Annotated[str, AfterValidator(_database_url)] | None = None
    data_dir: Path = Path("data")
    host: str = "127.0.0.1"
    port: Annotated[int, Field(ge=0, le=65535)] = 8000
    telegram_token: Annotated[SecretStr, AfterValidator(_telegram_token)] | None = None
    telegram_api: HttpRoot = _PUBLIC_BOT_API
    public_url: HttpRoot | None = None
    webhook_secret: Annotated[SecretStr, AfterValidator(_webhook_secret)] | None = None

    company: Annotated[str, Field(min_length=1, max_length=80)] = "Aftercare"
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] = "CNY"
    country: Annotated[str, Field(pattern=r"^[A-Z]{2}$")] = "CN"
    time_zone: Annotated[ZoneInfo, BeforeValidator(_zone)] = ZoneInfo("Asia/Shanghai")
    offer_timeout: Duration = timedelta(minutes=10)
    take_any: bool = False
    answer_reminder_after: Duration = timedelta(days=1)
    survey_after: Duration = timedelta(hours=4)
    survey_reminder_after: Duration = timedelta(hours=24)
    survey_lapses_after: Duration = timedelta(days=7)
    feedback_every: Duration = timedelta(days=180)
    invite_expires_after: Duration = timedelta(days=7)
    report_hour: Annotated[int, Field(ge=0, le=21)] = 18
    quiet_from: Annotated[int, Field(ge=0, le=23)] = 21
    quiet_until: Annotated[int, Field(ge=0, le=23)] = 8

    @model_validator(mode="after")
    def _webhook_needs_secret(self) -> Self:
        if self.telegram_token and self.public_url and not self.webhook_secret:
            raise ValueError("AFTERCARE_WEBHOOK_SECRET")
        return self

    @property
    def database(self) -> str:
        """The database address with its async driver; SQLite in the data folder unless one is set."""
        return self.database_url or f"sqlite+aiosqlite:///{(self.data_dir / 'aftercare.db').absolute()}"

    @property
    def photo_dir(self) -> Path:
        return self.data_dir / "photos"
