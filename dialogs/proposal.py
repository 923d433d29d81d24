"""What the technician puts before the customer on site: cause, plan and price (table 16-7, plan proposed)."""

from dialogs.model import Form, Kind, Question

PROPOSAL = Form(
    id="proposal",
    version=1,
    questions=(
        Question("cause", Kind.TEXT, longest=1000),
        Question("plan", Kind.TEXT, longest=1000),
        Question("price", Kind.NUMBER, options=("0",), low=0, high=10_000_000),
    ),
)
