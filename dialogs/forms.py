"""Every form of the house by its id."""

from dialogs.addition import ADDITION
from dialogs.callback import CALLBACK
from dialogs.complaint import COMPLAINT
from dialogs.daily import DAILY
from dialogs.feedback import FEEDBACK
from dialogs.flow import faults_of
from dialogs.guidance import GUIDANCE
from dialogs.model import Form
from dialogs.objection import OBJECTION
from dialogs.obstacles import ASSIST, NO_ACCESS, PARTS
from dialogs.proposal import PROPOSAL
from dialogs.record import RECORD
from dialogs.repair import REPAIR
from dialogs.retime import RETIME
from dialogs.returning import RETURN
from dialogs.survey import SURVEY
from dialogs.talk import TALK

_CUSTOMERS = (REPAIR, SURVEY, OBJECTION, FEEDBACK, COMPLAINT, RETURN, RETIME, ADDITION, TALK)
_STAFF = (RECORD, GUIDANCE, PROPOSAL, PARTS, ASSIST, NO_ACCESS, DAILY, CALLBACK)
_ALL = (*_CUSTOMERS, *_STAFF)
FORMS: dict[str, Form] = {form.id: form for form in _ALL}


def check_forms() -> None:
    """Raises ValueError for a form that cannot be asked from beginning to end."""
    wrong = [fault for form in FORMS.values() for fault in faults_of(form)]
    if wrong:
        raise ValueError("; ".join(wrong))
