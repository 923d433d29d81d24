"""The service record that finishing a job asks for: cause, solution, parts, time spent, photos."""

from dialogs.model import Form, Kind, Question

RECORD = Form(
    id="record",
    version=1,
    questions=(
        Question("cause", Kind.TEXT, longest=1000),
        Question("solution", Kind.TEXT, longest=1000),
        Question("parts", Kind.TEXT, required=False, longest=500),
        Question("minutes", Kind.NUMBER, options=("15", "30", "45", "60", "90", "120"), low=1, high=1440, columns=3),
        Question("photos", Kind.PHOTOS, required=False),
    ),
)
