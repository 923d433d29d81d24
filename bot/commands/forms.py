"""The forms of the house as a page of the docs."""

from dialogs.diagram import diagram
from dialogs.forms import FORMS
from locales import text


def forms_page() -> str:
    """Every form with its diagram, as Markdown."""
    parts = [text("en", "forms-page-title"), text("en", "forms-page-intro")]
    for form in FORMS.values():
        parts += [f"## {form.id}, version {form.version}", f"```mermaid\n{diagram(form)}\n```"]
    return "\n\n".join(parts) + "\n"


def print_forms() -> None:
    print(forms_page(), end="")
