"""A sentence or photos added to an open request."""

from dialogs.model import Form, Kind, Question

ADDITION = Form(
    id="addition",
    version=1,
    questions=(
        Question("words", Kind.TEXT, required=False, longest=1000),
        Question("photos", Kind.PHOTOS, required=False),
    ),
    review=False,
)
