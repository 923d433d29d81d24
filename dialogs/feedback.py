"""The information feedback form, table 16-11, sent on a schedule to past customers."""

from dialogs.model import Form, Kind, Question

LEVELS = ("very-satisfied", "basically-satisfied", "dissatisfied")

FEEDBACK = Form(
    id="feedback",
    version=1,
    questions=(
        Question("used", Kind.TEXT, longest=300),
        Question(
            "product", Kind.MATRIX, rows=("quality", "appearance", "packaging", "use", "delivery"), options=LEVELS
        ),
        Question(
            "staff", Kind.MATRIX, rows=("timeliness", "initiative", "effectiveness", "skill", "manner"), options=LEVELS
        ),
        Question("suggestions", Kind.TEXT, required=False, longest=2000),
    ),
    review=False,
    partial=True,
)
