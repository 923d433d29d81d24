"""Another time for the visit of an open request."""

from dialogs.model import Form, Kind, Question

RETIME = Form(id="retime", version=1, questions=(Question("time", Kind.TIME, columns=2, longest=200),), review=False)
