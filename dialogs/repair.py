"""Repair request: what a customer is asked when something is broken (handbook D, step 1)."""

from dialogs.conditions import Every, Holds, Is, Not, Some
from dialogs.model import Form, Kind, Question

_NEW = Not(Is("same", ("yes",)))
"""It is not what an open request is about already."""

REPAIR = Form(
    id="repair",
    version=2,
    questions=(
        Question("symptoms", Kind.TEXT, longest=1000),
        Question("danger", Kind.NOTED, source="symptoms", lookup="danger"),
        Question("safety", Kind.CHOICE, options=("safe", "unsafe"), relevant=Some("danger")),
        Question("product", Kind.LOOKUP, lookup="product", source="symptoms", longest=200),
        Question("open", Kind.NOTED, source="product", lookup="open"),
        Question(
            "same", Kind.CHOICE, options=("yes", "no"), relevant=Every((Some("open"), Not(Some("danger")))), columns=2
        ),
        Question("fault", Kind.LOOKUP, lookup="fault", source="symptoms", within="product", relevant=_NEW, longest=200),
        Question(
            "urgency",
            Kind.CHOICE,
            options=("normal", "expedited", "urgent"),
            relevant=Every((_NEW, Not(Some("danger")))),
        ),
        Question("place", Kind.PLACE, relevant=_NEW, longest=300),
        Question("door", Kind.TEXT, relevant=Every((_NEW, Holds("place", "latitude"))), required=False, longest=200),
        Question("name", Kind.TEXT, relevant=_NEW, longest=60),
        Question("phone", Kind.CONTACT, relevant=_NEW, longest=40),
        Question("bought", Kind.DATE, options=("unknown",), relevant=_NEW, longest=200),
        Question("time", Kind.TIME, relevant=_NEW, columns=2, longest=200),
        Question("photos", Kind.PHOTOS, required=False),
    ),
)
