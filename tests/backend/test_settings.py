"""What an operator may write into the environment, and what they hear when it is wrong."""

from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from pydantic import ValidationError

from backend.settings import Settings, parse_duration
from tests.conftest import MakeSettings


def test_without_any_setting_it_runs_on_a_file_of_its_own_and_on_loopback_only(tmp_path: Path) -> None:
    found = Settings(data_dir=tmp_path)
    assert found.database == f"sqlite+aiosqlite:///{tmp_path / 'aftercare.db'}"
    assert found.photo_dir == tmp_path / "photos"
    assert (found.host, found.telegram_token, found.public_url) == ("127.0.0.1", None, None)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("90s", 90),
        ("10m", 600),
        ("4h", 14_400),
        ("2d", 172_800),
        ("1h30m", 5_400),
        (" 1.5H ", 5_400),
        ("1d 1s", 86_401),
    ],
)
def test_durations_are_written_as_people_write_them(text: str, seconds: int) -> None:
    assert parse_duration(text) == timedelta(seconds=seconds)


@pytest.mark.parametrize("text", ["", "10", "m", "10 minutes", "-5m", "1h!", "ten m", "0s", "0h0m"])
def test_a_duration_that_is_none_is_refused(settings: MakeSettings, text: str) -> None:
    with pytest.raises(ValidationError, match="duration"):
        settings(offer_timeout=text)


@pytest.mark.parametrize(
    ("given", "used"),
    [
        ("postgresql://me@db/aftercare", "postgresql+asyncpg://me@db/aftercare"),
        ("postgres://me@db/aftercare", "postgresql+asyncpg://me@db/aftercare"),
        ("postgresql+asyncpg://me@db/aftercare", "postgresql+asyncpg://me@db/aftercare"),
        ("sqlite:////var/aftercare.db", "sqlite+aiosqlite:////var/aftercare.db"),
    ],
)
def test_the_database_may_be_named_as_everywhere_else(settings: MakeSettings, given: str, used: str) -> None:
    assert settings(database_url=given).database == used


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("database_url", "mysql://me@db/aftercare"),
        ("time_zone", "Asia/Atlantis"),
        ("time_zone", "../../etc/passwd"),
        ("port", "65536"),
        ("port", "http"),
        ("telegram_token", "123456"),
        ("telegram_token", "123456:ABC DEF"),
        ("telegram_api", "api.telegram.org"),
        ("public_url", "ftp://aftercare"),
        ("webhook_secret", "a b"),
        ("webhook_secret", "x" * 257),
        ("company", "x" * 81),
        ("country", "China"),
        ("quiet_from", "24"),
    ],
)
def test_a_setting_that_cannot_be_meant_stops_the_start(settings: MakeSettings, name: str, value: str) -> None:
    with pytest.raises(ValidationError) as caught:
        settings(**{name: value})
    assert [error["loc"] for error in caught.value.errors()] == [(name,)]


def test_a_webhook_is_not_opened_without_a_secret(settings: MakeSettings) -> None:
    webhook = {"telegram_token": "123456:ABC-DEF", "public_url": "https://aftercare.example/"}
    with pytest.raises(ValidationError, match="AFTERCARE_WEBHOOK_SECRET"):
        settings(**webhook)
    assert settings(**webhook, webhook_secret="s3cret").public_url == "https://aftercare.example"


def test_the_environment_sets_them_and_an_empty_value_counts_as_none(
    monkeypatch: pytest.MonkeyPatch, settings: MakeSettings
) -> None:
    monkeypatch.setenv("AFTERCARE_TIME_ZONE", "Europe/Berlin")
    monkeypatch.setenv("AFTERCARE_SURVEY_AFTER", "30m")
    monkeypatch.setenv("AFTERCARE_FEEDBACK_EVERY", "90d")
    monkeypatch.setenv("AFTERCARE_DATABASE_URL", "")
    found = settings()
    assert found.time_zone == ZoneInfo("Europe/Berlin")
    assert found.survey_after == timedelta(minutes=30)
    assert found.feedback_every == timedelta(days=90)
    assert found.database_url is None


def test_secrets_do_not_show_when_settings_are_printed(settings: MakeSettings) -> None:
    assert "ABC-DEF" not in repr(settings(telegram_token="123456:ABC-DEF"))
