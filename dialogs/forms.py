"""Every form of the house by its id."""

from dialogs.addition import ADDITION
from dialogs.callback import CALLBACK
from dialogs.complaint import COMPLAINT
from dialogs.feedback import FEEDBACK
from dialogs.flow import faults_of
from dialogs.model import Form
from dialogs.objection import OBJECTION
from dialogs.record import RECORD
from dialogs.repair import REPAIR
from dialogs.retime import RETIME
from dialogs.returning import RETURN
from dialogs.survey import SURVEY
from dialogs.talk import TALK

_ALL = (REPAIR, RECORD, SURVEY, OBJECTION, CALLBACK, FEEDBACK, COMPLAINT, RETURN, RETIME, ADDITION, TALK)
FORMS: dict[str, Form] = {form.id: form for form in _ALL}


def check_forms() -> None:
    """Raises ValueError for a form that cannot be asked from beginning to end."""
    wrong = [fault for form in FORMS.values() for fault in faults_of(form)]
    if wrong:
        raise ValueError("; ".join(wrong))
