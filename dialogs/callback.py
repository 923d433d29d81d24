"""What the supervisor notes after calling a dissatisfied customer back."""

from dialogs.model import Form, Kind, Question

CALLBACK = Form(
    id="callback",
    version=1,
    questions=(Question("words", Kind.TEXT, longest=1000),),
    review=False,
)
