"""`aftercare plan`, as an operator meets it."""

import asyncio
import shutil
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from backend.clock import SystemClock
from backend.database import Database
from backend.dispatch import service as dispatch
from backend.settings import Settings
from backend.tickets.values import Place
from bot.main import main
from tests.backend import trade

WEST, EAST = (31.20, 121.30), (31.20, 121.60)


@pytest.fixture
def folder(sqlite_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A company's data: the job in the east is on offer to somebody in the west, tomorrow."""
    shutil.copyfile(sqlite_template, tmp_path / "aftercare.db")
    monkeypatch.setenv("AFTERCARE_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setitem(Settings.model_config, "env_file", None)
    asyncio.run(_filled(tmp_path))
    return tmp_path


def aftercare(monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    """The exit code."""
    monkeypatch.setattr(sys, "argv", ["aftercare", *words])
    try:
        main()
    except SystemExit as end:
        return int(end.code or 0)
    return 0


async def _filled(folder: Path) -> None:
    database = Database(Settings(data_dir=folder), SystemClock())
    async with database.begin() as work:
        tomorrow = work.now.astimezone(work.settings.time_zone).date() + timedelta(days=1)
        far = await trade.staff(work, "Wang Wei", at=WEST)
        await trade.staff(work, "Li Lei", at=EAST)
        suits = {"window": f"{tomorrow}/09-12"}
        ticket = await trade.opened(work, suits=suits, place=Place("1 Bund", *EAST))
        await dispatch.assign(work, ticket.id, far.id, trade.DESK)
    await database.close()


def _asked(folder: Path) -> list[int]:
    """Who was asked, newest first."""

    async def read() -> list[int]:
        database = Database(Settings(data_dir=folder), SystemClock())
        async with database.read() as work:
            found = [offer.technician_id for offer in await dispatch.offers(work)]
        await database.close()
        return found

    return asyncio.run(read())


def test_a_plan_is_shown_and_changes_nothing_until_somebody_says_yes(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = _asked(folder)
    assert aftercare(monkeypatch, "plan") == 0
    shown = capsys.readouterr().out
    assert "09:00 → 09:00  Wang Wei → Li Lei" in shown
    assert "minutes in all: 57 → 0" in shown
    for answer in ("", "n", "nobody"):
        monkeypatch.setattr("builtins.input", lambda _, said=answer: said)
        assert aftercare(monkeypatch, "plan", "--apply") == 0
        assert "Nothing was changed." in capsys.readouterr().out
    assert _asked(folder) == before
    monkeypatch.setattr("builtins.input", lambda _: "Y")
    assert aftercare(monkeypatch, "plan", "--apply") == 0
    assert "One job was offered as planned." in capsys.readouterr().out
    assert len(_asked(folder)) == len(before) + 1


def test_a_script_is_not_asked_and_finds_nothing_to_do_the_second_time(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delattr("builtins.input")
    assert aftercare(monkeypatch, "plan", "--apply", "--yes") == 0
    assert "One job was offered" in capsys.readouterr().out
    offers = _asked(folder)
    assert aftercare(monkeypatch, "plan", "--apply", "--yes") == 0
    assert "Nothing better was found" in capsys.readouterr().out
    assert _asked(folder) == offers


def test_without_the_solver_one_sentence_says_what_to_install(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "vroom", None)
    assert aftercare(monkeypatch, "plan") == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == "Planning a day needs the route solver: pip install 'aftercare[planning]'.\n"


def test_a_day_that_is_over_cannot_be_planned(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert aftercare(monkeypatch, "plan", "--day", "2020-01-01") == 2
    assert "2020-01-01" in capsys.readouterr().err
    assert aftercare(monkeypatch, "plan", "--day", "tomorrow") == 2
    assert "tomorrow" in capsys.readouterr().err
