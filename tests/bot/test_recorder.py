from pathlib import Path

from bot.incoming import Command, Pressed
from bot.rendered import Key
from bot.terminal.recorder import Recorder
from dialogs.events import PhotoSent, PlaceShared, Said
from tests.transcripts import script


def test_a_conversation_in_the_terminal_becomes_a_script_that_can_be_played(tmp_path: Path) -> None:
    file = tmp_path / "recorded.txt"
    recorder = Recorder(file, "Ms Li", "zh-Hans")
    keys = {"1": Key("None of these", "f:1:product:none")}
    for what in (
        Said("不制冷"),
        Command("help"),
        Pressed("f:1:product:none"),
        PlaceShared(31.2, 121.4),
        PhotoSent("x"),
    ):
        recorder.write(what, keys)
    played = script.read(file.read_text(encoding="utf-8"))
    assert played.people["Ms Li"].language == "zh-Hans"
    acts = [line.step.what for line in played.lines if isinstance(line.step, script.Act)]
    assert acts == [": 不制冷", ": /help", " taps [None of these]", " shares the place 31.2, 121.4", " sends a photo"]
