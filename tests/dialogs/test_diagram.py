from pathlib import Path

from bot.commands.forms import forms_page

_DOCS = Path(__file__).parents[2] / "docs" / "forms.md"


def test_the_docs_show_the_forms_as_they_are() -> None:
    assert _DOCS.read_text(encoding="utf-8") == forms_page(), "run: aftercare forms > docs/forms.md"
