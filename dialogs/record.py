"""The service record that finishing a job asks for (handbook C, field service 3.4; table 16-1.6)."""

from dialogs.model import Form, Kind, Question

WORK = ("repair", "replace", "adjust", "clean", "software", "install", "guidance", "inspect")

RECORD = Form(
    id="record",
    version=2,
    questions=(
        Question("cause", Kind.TEXT, longest=1000),
        Question("solution", Kind.TEXT, longest=1000),
        Question("work", Kind.CHOICE, options=WORK, columns=2),
        Question("parts", Kind.TEXT, required=False, longest=500),
        Question("minutes", Kind.NUMBER, options=("15", "30", "45", "60", "90", "120"), low=1, high=1440, columns=3),
        Question("charge", Kind.NUMBER, options=("0",), low=0, high=10_000_000),
        Question("photos", Kind.PHOTOS, required=False),
        Question("rest", Kind.TEXT, required=False, longest=1000),
    ),
)
