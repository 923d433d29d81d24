"""What a customer says when the fault is not cleared; it starts the second handling."""

from dialogs.model import Form, Kind, Question

OBJECTION = Form(
    id="objection",
    version=1,
    questions=(Question("words", Kind.TEXT, longest=1000),),
    review=False,
)
