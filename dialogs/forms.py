"""Every form of the house by its id."""

from dialogs.callback import CALLBACK
from dialogs.flow import faults_of
from dialogs.model import Form
from dialogs.objection import OBJECTION
from dialogs.record import RECORD
from dialogs.repair import REPAIR
from dialogs.survey import SURVEY

FORMS: dict[str, Form] = {form.id: form for form in (REPAIR, RECORD, SURVEY, OBJECTION, CALLBACK)}


def check_forms() -> None:
    """Raises ValueError for a form that cannot be asked from beginning to end."""
    wrong = [fault for form in FORMS.values() for fault in faults_of(form)]
    if wrong:
        raise ValueError("; ".join(wrong))
