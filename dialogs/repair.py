"""Repair request: what a customer is asked when something is broken (handbook D, step 1; tables 16-9 and 16-10)."""

from dialogs.conditions import Condition, Either, Every, Holds, Is, Not, Some
from dialogs.model import Form, Kind, Question
from dialogs.safety import DANGER, safety_after

KINDS = ("hardware", "software", "equipment", "function", "question", "other")
WRITERS = ("self", "organisation", "dealer")

_NEW = Not(Is("same", ("yes",)))
"""It is not what an open request is about already."""
_BROKEN = Not(Is("usage", ("yes",)))
_VISIT = Not(Either((Is("usage", ("yes",)), Is("kind", ("question",)))))
"""More than a question about use: somebody has to come."""
_DEALER = Is("writer", ("dealer",))


def _for_visit(*more: Condition) -> Condition:
    return Every((_NEW, _VISIT, *more))


REPAIR = Form(
    id="repair",
    version=3,
    questions=(
        Question("symptoms", Kind.TEXT, longest=1000, prose=True),
        *safety_after("symptoms"),
        Question("howto", Kind.NOTED, source="symptoms", lookup="use"),
        Question(
            "usage", Kind.CHOICE, options=("yes", "no"), relevant=Every((Some("howto"), Not(DANGER))), within="symptoms"
        ),
        Question("product", Kind.LOOKUP, lookup="product", source="symptoms", longest=200),
        Question("open", Kind.NOTED, source="product", lookup="open"),
        Question(
            "same",
            Kind.CHOICE,
            options=("yes", "no"),
            relevant=Every((Some("open"), Not(DANGER), _BROKEN)),
            columns=2,
        ),
        Question(
            "fault",
            Kind.LOOKUP,
            lookup="fault",
            source="symptoms",
            within="product",
            relevant=Every((_NEW, _BROKEN)),
            longest=200,
        ),
        Question("concern", Kind.NOTED, source="fault", lookup="kind"),
        Question(
            "kind",
            Kind.CHOICE,
            options=KINDS,
            relevant=Every((_NEW, _BROKEN, Not(Some("concern")), Not(DANGER))),
        ),
        Question(
            "further",
            Kind.FURTHER,
            lookup="fault",
            source="symptoms",
            relevant=_for_visit(),
            required=False,
            longest=300,
        ),
        Question("urgency", Kind.CHOICE, options=("normal", "expedited", "urgent"), relevant=_for_visit(Not(DANGER))),
        Question("place", Kind.PLACE, relevant=_for_visit(), longest=300),
        Question("door", Kind.TEXT, relevant=_for_visit(Holds("place", "latitude")), required=False, longest=200),
        Question("writer", Kind.CHOICE, options=WRITERS, relevant=_for_visit()),
        Question("organisation", Kind.TEXT, relevant=_for_visit(Not(Is("writer", ("self",)))), longest=120),
        Question("client", Kind.TEXT, relevant=_for_visit(_DEALER), longest=120),
        Question("clientphone", Kind.CONTACT, relevant=_for_visit(_DEALER), required=False, own=False, longest=40),
        Question("tried", Kind.TEXT, relevant=_for_visit(_DEALER), required=False, longest=500, prose=True),
        Question("name", Kind.TEXT, relevant=_NEW, longest=60),
        Question("title", Kind.NOTED, source="name", lookup="honorific"),
        Question(
            "honorific",
            Kind.CHOICE,
            options=("ms", "mr", "none"),
            relevant=Every((_NEW, Not(Some("title")))),
            columns=3,
        ),
        Question("phone", Kind.CONTACT, relevant=_NEW, longest=40),
        Question("bought", Kind.DATE, options=("unknown",), relevant=_for_visit(), longest=200),
        Question("time", Kind.TIME, relevant=_for_visit(), columns=2, longest=200),
        Question("photos", Kind.PHOTOS, required=False),
    ),
)
