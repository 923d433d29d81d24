"""What the technician answered to a question about use: nobody travels, and there is nothing to charge."""

from dialogs.model import Form, Kind, Question

GUIDANCE = Form("guidance", 1, (Question("solution", Kind.TEXT, longest=1000),), review=False)
