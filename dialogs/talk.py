"""A line from the customer to the technician who holds the job, or back."""

from dialogs.model import Form, Kind, Question

TALK = Form(id="talk", version=1, questions=(Question("words", Kind.TEXT, longest=1000),), review=False)
