"""A sentence or photos added to an open request."""

from dialogs.model import Form, Kind, Question
from dialogs.safety import safety_after

ADDITION = Form(
    id="addition",
    version=2,
    questions=(
        Question("words", Kind.TEXT, required=False, longest=1000, prose=True),
        *safety_after("words"),
        Question("photos", Kind.PHOTOS, required=False),
    ),
    review=False,
)
