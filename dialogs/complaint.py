"""A complaint, taken with everything that its handling starts from (manual B 4.2, table 16-2)."""

from dialogs.conditions import Is
from dialogs.model import Form, Kind, Question
from dialogs.safety import safety_after

COMPLAINT = Form(
    id="complaint",
    version=2,
    questions=(
        Question("words", Kind.TEXT, longest=2000, prose=True),
        *safety_after("words"),
        Question("kind", Kind.CHOICE, options=("quality", "service", "delay", "price", "other")),
        Question(
            "wish", Kind.CHOICE, options=("repair", "exchange", "refund", "compensation", "apology", "other"), columns=2
        ),
        Question(
            "amount",
            Kind.NUMBER,
            relevant=Is("wish", ("refund", "compensation")),
            required=False,
            low=1,
            high=10_000_000,
        ),
        Question("name", Kind.TEXT, longest=60),
        Question("phone", Kind.CONTACT, longest=40),
        Question("photos", Kind.PHOTOS, required=False),
    ),
)
