"""A return or an exchange: what the returned product report asks for (tables 16-10 and 16-12, handbook D step 3)."""

from dialogs.model import Form, Kind, Question
from dialogs.safety import safety_after

RETURN = Form(
    id="return",
    version=2,
    questions=(
        Question("wish", Kind.CHOICE, options=("return", "exchange"), columns=2),
        Question("reason", Kind.TEXT, longest=1000, prose=True),
        *safety_after("reason"),
        Question("product", Kind.LOOKUP, lookup="product", source="reason", longest=200),
        Question("serial", Kind.TEXT, required=False, longest=60),
        Question("quantity", Kind.NUMBER, options=("1", "2", "3"), low=1, high=999, columns=3),
        Question("bought", Kind.DATE, options=("unknown",), longest=200),
        Question("proof", Kind.PHOTOS, required=False),
        Question("state", Kind.CHOICE, options=("unopened", "unused", "used", "damaged"), columns=2),
        Question("tried", Kind.TEXT, required=False, longest=1000, prose=True),
        Question("questions", Kind.TEXT, required=False, longest=1000, prose=True),
        Question("place", Kind.PLACE, longest=300),
        Question("name", Kind.TEXT, longest=60),
        Question("phone", Kind.CONTACT, longest=40),
    ),
)
