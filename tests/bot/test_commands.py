"""The command line, as an operator meets it."""

import shutil
import sys
from pathlib import Path

import pytest

from backend.settings import Settings
from benchmarks.understanding import STARTER
from bot.main import main


@pytest.fixture
def aftercare(sqlite_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> "Terminal":
    shutil.copyfile(sqlite_template, tmp_path / "aftercare.db")
    monkeypatch.setenv("AFTERCARE_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setitem(Settings.model_config, "env_file", None)
    return Terminal(monkeypatch)


class Terminal:
    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self._patch = patch

    def __call__(self, *words: str) -> int:
        """The exit code."""
        self._patch.setattr(sys, "argv", ["aftercare", *words])
        try:
            main()
        except SystemExit as end:
            return int(end.code or 0)
        return 0


def test_a_mistyped_skill_makes_no_invite_and_the_known_ones_are_named(
    aftercare: Terminal, capsys: pytest.CaptureFixture[str]
) -> None:
    assert aftercare("catalogue", "import", str(STARTER)) == 0
    capsys.readouterr()
    invite = ("invite", "--role", "technician", "--name", "Li Wei")
    assert aftercare(*invite, "--skills", "heating,plumming") == 2
    refused = capsys.readouterr()
    assert refused.out == ""
    assert refused.err.count("\n") == 1
    assert "'plumming'" in refused.err
    assert "cooling, electrical, electronics, gas, heating" in refused.err
    assert aftercare(*invite, "--skills", "heating, gas", "--skill", "water") == 0
    assert "Li Wei" in capsys.readouterr().out
