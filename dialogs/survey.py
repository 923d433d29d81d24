"""The satisfaction survey, table 16-8: questions one and two, then the rest for whoever goes on."""

from dialogs.conditions import Every, Has, Is, Not
from dialogs.model import Form, Kind, Question

SCORES = tuple(str(score) for score in range(10, 0, -1))
REASONS = tuple("ABCDEFGHI")
STATEMENTS = tuple(str(number) for number in range(1, 16))
DEGREES = ("holds", "mostly-holds", "so-so", "mostly-not", "does-not-hold")
_ON = Is("more", ("yes",))

SURVEY = Form(
    id="survey",
    version=2,
    questions=(
        Question("score", Kind.CHOICE, options=SCORES, columns=5),
        Question("reasons", Kind.SEVERAL, options=REASONS, relevant=Not(Is("score", ("10",)))),
        Question("words", Kind.TEXT, relevant=Has("reasons", "I"), longest=1000),
        Question("more", Kind.CHOICE, options=("yes", "no"), columns=2),
        Question("care", Kind.CHOICE, options=("yes", "no"), relevant=_ON, columns=2),
        Question("called", Kind.CHOICE, options=("yes", "no"), relevant=_ON, columns=2),
        Question("claim", Kind.CHOICE, options=("yes", "no"), relevant=_ON, columns=2),
        Question("handling", Kind.CHOICE, options=tuple("ABCDE"), relevant=Every((_ON, Is("claim", ("yes",))))),
        Question("statements", Kind.MATRIX, rows=STATEMENTS, options=DEGREES, relevant=_ON),
        Question("remarks", Kind.TEXT, relevant=_ON, required=False, longest=2000),
    ),
    review=False,
    partial=True,
)
