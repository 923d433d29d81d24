"""The technician's own figure and words for the daily report (table 16-1.6)."""

from dialogs.model import Form, Kind, Question

DAILY = Form(
    id="daily",
    version=1,
    questions=(
        Question("minutes", Kind.NUMBER, low=0, high=1440),
        Question("note", Kind.TEXT, required=False, longest=1000),
    ),
    review=False,
)
