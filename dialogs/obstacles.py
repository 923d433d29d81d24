"""What a technician says when a job cannot go on as it is: one short form each (flow chart 16-5)."""

from dialogs.model import Form, Kind, Question

PARTS = Form("parts", 1, (Question("words", Kind.TEXT, longest=500),), review=False)
ASSIST = Form("assist", 1, (Question("words", Kind.TEXT, longest=500),), review=False)
NO_ACCESS = Form("noaccess", 1, (Question("photos", Kind.PHOTOS),), review=False)
