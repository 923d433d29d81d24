"""The satisfaction survey: questions one and two of table 16-8."""

from dialogs.conditions import Has, Is, Not
from dialogs.model import Form, Kind, Question

SCORES = tuple(str(score) for score in range(10, 0, -1))
REASONS = tuple("ABCDEFGHI")

SURVEY = Form(
    id="survey",
    version=1,
    questions=(
        Question("score", Kind.CHOICE, options=SCORES, columns=5),
        Question("reasons", Kind.SEVERAL, options=REASONS, relevant=Not(Is("score", ("10",)))),
        Question("words", Kind.TEXT, relevant=Has("reasons", "I"), longest=1000),
    ),
    review=False,
    partial=True,
)
