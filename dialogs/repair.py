"""Repair request: what a customer is asked when something is broken (handbook D, step 1)."""

from dialogs.conditions import Holds
from dialogs.model import Form, Kind, Question

REPAIR = Form(
    id="repair",
    version=1,
    questions=(
        Question("symptoms", Kind.TEXT, longest=1000),
        Question("product", Kind.LOOKUP, lookup="product", source="symptoms", longest=200),
        Question("fault", Kind.LOOKUP, lookup="fault", source="symptoms", within="product", longest=200),
        Question("urgency", Kind.CHOICE, options=("normal", "expedited", "urgent")),
        Question("place", Kind.PLACE, longest=300),
        Question("door", Kind.TEXT, relevant=Holds("place", "latitude"), required=False, longest=200),
        Question("name", Kind.TEXT, longest=60),
        Question("phone", Kind.CONTACT, longest=40),
        Question("time", Kind.TIME, columns=2, longest=200),
        Question("photos", Kind.PHOTOS, required=False),
    ),
)
